// Package quote is the stage that attributes contents to sources by cues, in the terms of PARC and PolNeAR (Pareti 2012;
// Newell, Margolin and Ruths 2018): by rules, for what stands between quotation marks and then for reported clauses, and by
// the learnt model of package attribution, which reads what they found and whose finds are merged with theirs.
package quote

import (
	"slices"
	"sort"

	"github.com/communique-go/communique/internal/attribution"
	"github.com/communique-go/communique/internal/cue"
	"github.com/communique-go/communique/internal/entity"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/text"
)

// Kind tells how much of a content stands between quotation marks.
type Kind string

// The kinds.
const (
	Direct   Kind = "direct"
	Mixed    Kind = "mixed"
	Indirect Kind = "indirect"
)

// None stands for no entity.
const None = entity.None

// Quote is an attribution. Cue and Source are empty spans where there are none.
type Quote struct {
	Kind    Kind
	Content []text.Span
	Cue     text.Span
	Source  text.Span
	Speaker int // entity, or None
	Mode    cue.Mode

	group int // the cue's verb group, or None
}

// Span returns the range from the first to the last piece of the content; without a content, the cue.
func (q Quote) Span() text.Span {
	if len(q.Content) == 0 {
		return q.Cue
	}
	return text.Span{Start: q.Content[0].Start, End: q.Content[len(q.Content)-1].End}
}

// Covers reports whether s lies within a piece of the content.
func (q Quote) Covers(s text.Span) bool {
	for _, c := range q.Content {
		if c.Contains(s) {
			return true
		}
	}
	return false
}

// Doc is a text with its quotes.
type Doc struct {
	*entity.Doc
	Quotes  []Quote // in the order of their contents
	QuoteAt []int   // for each token the innermost quote of words that were said, not just thought, that holds it, or None

	narrated bool // see Narrated
}

// finder finds the quotes of one text.
type finder struct {
	*entity.Doc
	cues   *cue.Table
	quotes []Quote
	taken  []bool // for each pair of marks, whether it belongs to a quote
	used   []bool // for each verb group, whether it is the cue of a quote
	owner  []int  // for each pair of marks its quote, or None
	within []bool // for each token, whether a quote holds it
	pairOf []int  // for each token the innermost pair of marks that holds it, or None
}

// Find finds the quotes of a text: those of the rules and those that the learnt model has besides. bias moves the balance of
// the model, see attribution.Find.
func Find(d *entity.Doc, cues *cue.Table, bias float64) *Doc {
	f := newFinder(d, cues)
	f.rules()
	f.merge(attribution.Find(f.input(), bias))
	f.order()
	out := &Doc{Doc: d, Quotes: f.quotes}
	out.QuoteAt, out.narrated = out.innermost(), out.isNarrated()
	return out
}

func newFinder(d *entity.Doc, cues *cue.Table) *finder {
	f := &finder{Doc: d, cues: cues, taken: make([]bool, len(d.Marks)), used: make([]bool, len(d.Groups)), owner: make([]int, len(d.Marks))}
	for i := range f.owner {
		f.owner[i] = None
	}
	f.index()
	return f
}

// rules finds what is between marks, then reported clauses.
func (f *finder) rules() {
	for i := range f.Marks {
		f.marked(i)
	}
	for i := range f.Marks {
		f.uncued(i)
	}
	for g := range f.Groups {
		f.reported(g)
	}
	f.accordingTo()
	f.nouns()
}

// index notes for each token the marks around it.
func (f *finder) index() {
	f.within = make([]bool, len(f.Tokens))
	f.pairOf = make([]int, len(f.Tokens))
	for i := range f.pairOf {
		f.pairOf[i] = None
	}
	for p, m := range f.Marks { // inner pairs come behind the outer ones
		for i := m.First; i < m.Last; i++ {
			f.pairOf[i] = p
		}
	}
}

// add enters a quote and returns its index.
func (f *finder) add(q Quote) int {
	for _, c := range q.Content {
		f.cover(c)
	}
	f.quotes = append(f.quotes, q)
	return len(f.quotes) - 1
}

func (f *finder) cover(s text.Span) {
	first, last := f.TokenRange(s)
	for i := first; i < last; i++ {
		f.within[i] = true
	}
}

// marksIn returns the range of the pairs that open at the tokens [first, last).
func (f *finder) marksIn(first, last int) (from, to int) {
	from = sort.Search(len(f.Marks), func(i int) bool { return f.Marks[i].First >= first })
	to = sort.Search(len(f.Marks), func(i int) bool { return f.Marks[i].First >= last })
	return from, to
}

// order sorts the quotes by content and finds the speakers that depend on the quotes around them.
func (f *finder) order() {
	sort.SliceStable(f.quotes, func(i, j int) bool {
		a, b := f.quotes[i].Span(), f.quotes[j].Span()
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		return a.End > b.End
	})
	f.resolveFirstPerson()
	f.resolveWithin()
}

// resolveWithin gives quotes whose source denotes no actor the actor that it names: "a statement issued by the White House".
func (f *finder) resolveWithin() {
	for i := range f.quotes {
		q := &f.quotes[i]
		if q.Speaker != None || q.Source.Len() == 0 {
			continue
		}
		first, last := f.TokenRange(q.Source)
		for t := first; t < last && q.Speaker == None; t++ {
			if p := f.PhraseStarting(t); p != syntax.None && f.IsActor(f.Of(p)) {
				q.Speaker = f.Of(p)
			}
		}
	}
}

// resolveFirstPerson gives the quotes whose source is "I" or "we" the speaker of the quote around them.
func (f *finder) resolveFirstPerson() {
	around := make([]int, len(f.Tokens)) // the speaker of the innermost quote, counted from 1
	for _, q := range f.quotes {
		if q.Speaker == None {
			continue
		}
		for _, c := range q.Content {
			first, last := f.TokenRange(c)
			for i := first; i < last; i++ {
				around[i] = q.Speaker + 1
			}
		}
	}
	for i := range f.quotes {
		q := &f.quotes[i]
		if at := f.TokenAt(q.Source.Start); q.Speaker == None && q.Source.Len() > 0 && around[at] > 0 {
			q.Speaker = around[at] - 1
		}
	}
}

// cueOf returns the cue of a verb group, if its verb is one.
func (f *finder) cueOf(g int) (cue.Cue, bool) {
	if g == syntax.None {
		return cue.Cue{}, false
	}
	c, ok := f.cues.Verbs[f.Lemma(f.Groups[g].Head)]
	return c, ok
}

// cueSpan returns the reporting verb without its auxiliaries, with a particle ("pointed out"), the adjective of "made
// clear", and an addressee of up to three words right behind it.
func (f *finder) cueSpan(g int) (text.Span, int) {
	grp := f.Groups[g]
	last := grp.Last
	if f.Norm(last) == "out" || f.Norm(last) == "clear" {
		last++
	}
	c, _ := f.cueOf(g)
	i := last
	if !c.Takes(cue.Addressee) && f.Norm(i) == "to" && f.Lemma(grp.Head) != "say" {
		i++
	} else if !c.Takes(cue.Addressee) {
		return f.Cover(grp.Head, last), last
	}
	if p := f.PhraseStarting(i); p != syntax.None {
		ph := f.Phrases[p]
		if f.VerbOf(p, ph.Last+1) != syntax.None && f.Norm(i) != "reporters" {
			return f.Cover(grp.Head, last), last // "told he would": the subject of the clause
		}
		if ph.Last-i <= 3 {
			return f.Cover(grp.Head, ph.Last), ph.Last
		}
		return f.Cover(grp.Head, last), ph.Last
	}
	return f.Cover(grp.Head, last), last
}

// sourceSpan returns the full mention that begins with phrase p: with the phrases coordinated with it and the
// prepositional phrases that restrict it, up to token limit.
func (f *finder) sourceSpan(p, limit int) text.Span {
	ph := f.Phrases[p]
	last := ph.Last
	for {
		next := last
		if f.Phrases[p].Next != syntax.None && f.Phrases[f.Phrases[p].Next].Last <= limit {
			p = f.Phrases[p].Next
			next = f.Phrases[p].Last
		} else if q := f.Behind(last, "of", "for", "in", "at", "from", "with", "to", "close"); q != syntax.None && f.Phrases[q].Last <= limit {
			p, next = q, f.Phrases[q].Last
		}
		if next == last {
			return f.Cover(ph.First, last)
		}
		last = next
	}
}

// speaker returns the entity of a source phrase: the group or the one entity of a coordination.
func (f *finder) speaker(p int) int {
	if p == syntax.None {
		return None
	}
	if ids := f.All(p); len(ids) > 1 {
		for id, e := range f.Entities {
			if !e.Given && slices.Equal(e.Members, ids) {
				return id
			}
		}
	}
	return f.Of(p)
}

// source returns the source phrase of a cue group: its subject, with the relative pronoun as the mention where
// there is one.
func (f *finder) source(g int) (text.Span, int) {
	grp := f.Groups[g]
	if grp.Relative {
		for i := grp.First - 1; i >= grp.First-3 && i >= 0; i-- {
			if n := f.Norm(i); n == "who" || n == "which" {
				return f.Tokens[i].Span, grp.Subject
			}
		}
	}
	if grp.Subject == syntax.None {
		return text.Span{}, syntax.None
	}
	limit := grp.First
	if f.Phrases[grp.Subject].First > grp.First {
		limit = f.Sentence(grp.Head).Last
	}
	return f.sourceSpan(grp.Subject, limit), grp.Subject
}
