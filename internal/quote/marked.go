package quote

import (
	"github.com/communique-go/communique/internal/calendar"
	"github.com/communique-go/communique/internal/cue"
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/marks"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

// attributed is the cue and source of a marked content.
type attributed struct {
	group   int // verb group, or syntax.None
	cue     text.Span
	source  text.Span
	phrase  int
	mode    cue.Mode
	content int // first token of the complement, where words of it stand before the marks
	prefix  []text.Span
}

// marked finds the attribution of what stands between the marks of pair i, and enters the quote.
func (f *finder) marked(i int) {
	if f.taken[i] {
		return
	}
	q := f.Marks[i]
	if q.Single && q.Parent < 0 && q.Last-q.First < 3 {
		return
	}
	if f.isSkipped(q.First) || f.isName(q) {
		return
	}
	if a, ok := f.after(q); ok {
		f.enter(i, a)
		return
	}
	if a, ok := f.before(q); ok {
		f.enter(i, a)
	}
}

// isName reports whether marks hold a name, a title or an expression kept at a distance rather than words that were said:
// the tanker "Nordlys Star", the so-called "caliphate", nicknamed "Shorty".
func (f *finder) isName(q marks.Pair) bool {
	owned := f.Tag(q.First-2) == tagger.POS // Channel Nine's "The Morning Hour."
	if q.Last-q.First > 6 || f.isSentence(q) && !owned {
		return false
	}
	if lexicon.Naming.Has(f.Norm(q.First - 2)) {
		return true
	}
	if last := f.Norm(q.Last - 1); last == "." && !owned || last == "!" || last == "?" {
		return false
	}
	for i := q.First; i < q.Last; i++ {
		if !f.Tokens[i].Upper && len(f.Norm(i)) > 3 {
			return false
		}
	}
	return owned || text.IsNoun(f.Tag(q.First-2)) || f.Tag(q.First-2) == tagger.DT || f.Tag(q.First-2) == tagger.IN
}

// isSkipped reports whether token t stands where no quotes are sought: in a copy of a sentence, in navigation or in
// the turn of a questioner.
func (f *finder) isSkipped(t int) bool {
	s := f.Sentence(t)
	k := f.Paragraphs[s.Para].Kind
	return s.Repeat || k == text.Navigation || k == text.Byline || f.IsAsked(t)
}

// after looks for an attribution right behind the closing mark: "...," he said; "...," said Farouk; "..." — Commissioner X.
func (f *finder) after(q marks.Pair) (attributed, bool) {
	t := q.Last // the closing mark, or the end of the paragraph
	if !q.Closed || t+1 >= len(f.Tokens) {
		return attributed{}, false
	}
	t++
	for f.IsQuoteMark(t) {
		t++
	}
	last := f.Norm(q.Last - 1)
	if a, ok := f.dash(t); ok {
		return a, true
	}
	if f.Norm(t) == "," {
		t++
	} else if last != "," && last != "?" && last != "!" && last != "—" && last != "–" && last != "-" && last != "--" && last != "..." && last != "…" {
		return attributed{}, false
	}
	if t >= len(f.Tokens) || f.Tokens[t].Sent != f.Tokens[q.Last].Sent && last != "?" && last != "!" {
		return attributed{}, false
	}
	limit := f.Sentence(min(t, len(f.Tokens)-1)).Last
	if g := f.GroupAt[t]; g != syntax.None {
		if p := f.inverted(g, limit); p != syntax.None {
			return f.attribute(g, p), true
		}
		return attributed{}, false
	}
	for k := t; k < limit && k < t+40; k++ {
		if f.IsQuoteMark(k) || f.Norm(k) == ";" {
			break
		}
		g := f.GroupHeaded(k)
		if g == syntax.None || f.Groups[g].Form != syntax.Finite {
			continue
		}
		if c, ok := f.cueOf(g); ok && c.Takes(cue.Quote) && f.Groups[g].Subject != syntax.None && f.Phrases[f.Groups[g].Subject].First >= t-1 &&
			f.Phrases[f.Groups[g].Subject].First <= t+8 {
			return f.attribute(g, f.Groups[g].Subject), true
		}
		if !f.Groups[g].Relative {
			break
		}
	}
	return attributed{}, false
}

// inverted returns the phrase that follows a cue and is its source ("said Obama", "said on Monday Mr. Smith"), or None.
func (f *finder) inverted(g, limit int) int {
	c, ok := f.cueOf(g)
	if !ok || !c.Takes(cue.Quote) || f.Groups[g].Form != syntax.Finite && f.Groups[g].Form != syntax.Participle {
		return syntax.None
	}
	for k := f.Groups[g].Last; k < limit && k < f.Groups[g].Last+3; k++ {
		if p := f.PhraseStarting(k); p != syntax.None && !calendar.IsDay(f.Norm(f.Phrases[p].Head)) {
			return p
		}
		if f.Tag(k) == tagger.IN || text.IsMark(f.Tag(k)) {
			return syntax.None
		}
	}
	return syntax.None
}

// attribute makes the attribution of a cue group with source phrase p.
func (f *finder) attribute(g, p int) attributed {
	c, _ := f.cueOf(g)
	a := attributed{group: g, phrase: p, mode: c.Mode}
	a.cue, _ = f.cueSpan(g)
	if f.Phrases[p].First >= f.Groups[g].Last {
		a.cue = f.Cover(f.Groups[g].Head, f.Groups[g].Last)
		a.source = f.sourceSpan(p, f.Sentence(f.Groups[g].Head).Last)
		return a
	}
	a.source, _ = f.source(g)
	if a.source.Len() == 0 {
		a.source = f.sourceSpan(p, f.Groups[g].First)
	}
	return a
}

// dash recognises the attribution by a dash behind the closing mark.
func (f *finder) dash(t int) (attributed, bool) {
	switch f.Norm(t) {
	case "—", "–", "--", "-", "―":
	default:
		return attributed{}, false
	}
	p := f.PhraseStarting(t + 1)
	if p == syntax.None || f.Of(p) == None || !f.Tokens[f.Phrases[p].Last-1].Upper {
		return attributed{}, false
	}
	return attributed{group: syntax.None, cue: f.Tokens[t].Span, source: f.Cover(f.Phrases[p].First, f.Phrases[p].Last), phrase: p, mode: cue.Assertion}, true
}

// before looks for an attribution in front of the opening mark: he said: "..."; he said that "..."; called it "...".
func (f *finder) before(q marks.Pair) (attributed, bool) {
	open := q.First - 1
	sent := f.Sentence(open)
	if open > sent.First {
		return f.beforeInSentence(q, sent.First, open)
	}
	if open == 0 || f.Norm(open-1) != ":" { // "He said:" may be a sentence of its own
		return attributed{}, false
	}
	prev := f.Sentence(open - 1)
	if prev.Para < sent.Para-1 || f.Paragraphs[prev.Para].Turn {
		return attributed{}, false
	}
	return f.beforeInSentence(q, prev.First, open)
}

func (f *finder) beforeInSentence(q marks.Pair, first, open int) (attributed, bool) {
	colon := f.Norm(open-1) == ":"
	for k := open - 1; k >= first && k > open-60; k-- {
		g := f.GroupHeaded(k)
		if g == syntax.None || q.Parent < 0 && f.InMarks(k) {
			continue
		}
		c, ok := f.cueOf(g)
		if !ok || f.Groups[g].Passive && f.Groups[g].Form == syntax.Participle {
			if !ok && f.Groups[g].Form == syntax.Finite && !f.Groups[g].Relative && colon {
				break
			}
			continue
		}
		if f.Groups[g].Subject == syntax.None {
			continue
		}
		a := f.attribute(g, f.Groups[g].Subject)
		if first, last := f.prefix(g, open); last > first { // "The Union, he noted, "takes no side""
			a.prefix = f.pieces(first, last)
			a.content = open
			return a, true
		}
		a.content = f.complementStart(g, open)
		if a.content < open && !c.Takes(cue.That|cue.Bare|cue.Fragment) {
			continue
		}
		return a, true
	}
	if colon {
		return f.colon(first, open-1)
	}
	return attributed{}, false
}

// prefix returns the tokens of the content that stand before an attribution set off by commas in front of the mark at open.
func (f *finder) prefix(g, open int) (first, last int) {
	p := f.Groups[g].Subject
	if f.Norm(open-1) != "," || f.Phrases[p].First == 0 || f.Norm(f.Phrases[p].First-1) != "," {
		return 0, 0
	}
	if _, end := f.cueSpan(g); f.skipAdverbials(end, open-1) < open-1 {
		return 0, 0
	}
	last = f.Phrases[p].First - 1
	first = f.quoteStart(f.Sentence(open), last)
	if f.IsQuoteMark(last-1) || !f.isUnfinished(first, last) {
		return 0, 0
	}
	return first, last
}

// complementStart returns the token where the complement of cue g begins: behind the addressee, adverbs and days,
// and the complementiser.
func (f *finder) complementStart(g, limit int) int {
	_, i := f.cueSpan(g)
	c, _ := f.cueOf(g)
	if c.Takes(cue.Fragment) {
		return f.fragmentStart(i, limit)
	}
	start := i
	for i < limit {
		switch n := f.Norm(i); {
		case n == "that" || n == ":" || n == "," && i+1 == limit:
			start = i + 1
			i = limit
		case n == "to" || n == "as" || n == "of":
			if c.Takes(cue.Fragment) {
				return i + 1
			}
			i++
		default:
			i++
		}
	}
	if f.Norm(start) == "that" || f.Norm(start) == ":" || f.Norm(start) == "," && start+1 == limit {
		start++
	}
	return f.skipAdverbials(start, limit)
}

// skipAdverbials steps over adverbs and days ("on Monday") right behind a cue.
func (f *finder) skipAdverbials(i, limit int) int {
	for i < limit {
		if n := f.Norm(i); n == "," || n == "that" || n == ":" || calendar.IsDay(n) || text.IsAdverb(f.Tag(i)) && n != "not" && n != "never" {
			i++
			continue
		}
		p := f.Behind(i, "on", "in", "at", "during", "after", "to")
		if p == syntax.None {
			break
		}
		end := f.Phrases[p].Last
		if end > limit || !calendar.IsDay(f.Norm(end-1)) {
			break
		}
		i = end
	}
	return i
}

// fragmentStart returns where the complement of a verb like "call", "urge" or "hail" begins: behind its object and "to",
// "as" or "of" if they stand before the marks, else right behind the verb.
func (f *finder) fragmentStart(i, limit int) int {
	start := i
	for k := i; k < limit; k++ {
		switch f.Norm(k) {
		case "as", "to", "of", "that", ":", "for":
			if h := f.GroupAt[k]; h != syntax.None && f.Norm(k) != "to" {
				continue
			}
			return k + 1
		}
	}
	if p := f.PhraseStarting(i); p != syntax.None && f.Phrases[p].Last == limit {
		return limit // "called the accusations "groundless""
	}
	return start
}

// colon recognises `And from Chairwoman Y: "..."` and `WALLACE: "..."`.
func (f *finder) colon(first, at int) (attributed, bool) {
	p := f.PhraseEnding(at - 1)
	if p == syntax.None || f.Of(p) == None {
		return attributed{}, false
	}
	if f.FiniteIn(first, at) != syntax.None {
		return attributed{}, false
	}
	return attributed{group: syntax.None, cue: f.Tokens[at].Span, source: f.Cover(f.Phrases[p].First, f.Phrases[p].Last), phrase: p, mode: cue.Assertion, content: at + 1}, true
}

// enter makes the quote of pair i, with the pieces that continue it in later paragraphs.
func (f *finder) enter(i int, a attributed) {
	q := f.Marks[i]
	open := q.First - 1
	quote := Quote{Kind: Direct, Cue: a.cue, Source: a.source, Speaker: f.speaker(a.phrase), Mode: a.mode, group: a.group}
	if len(a.prefix) > 0 {
		quote.Kind = Mixed
		quote.Content = append(a.prefix, f.pieces(open, f.clauseEnd(q.Last, a.group))...)
	} else if a.content > 0 && a.content < open {
		quote.Kind = Mixed
		end := f.clauseEnd(q.Last, a.group)
		quote.Content = f.pieces(a.content, end)
	} else if end := f.clauseEnd(q.Last, a.group); a.content > 0 && f.goesOn(i, end) {
		quote.Kind = Mixed
		quote.Content = f.pieces(open, end)
	} else {
		quote.Content = []text.Span{q.Inner}
	}
	f.take(i, f.add(quote))
	if a.group != syntax.None {
		f.used[a.group] = true
	}
	if quote.Kind == Mixed {
		return
	}
	f.prefixed(i)
	f.continued(i)
}

func (f *finder) take(i, quote int) {
	f.taken[i], f.owner[i] = true, quote
}

// prefixed adds the piece of a quote that stands before an interrupting attribution: it is entered with the first piece,
// and the second, found here, is joined when its turn comes.
func (f *finder) prefixed(i int) {
	q := f.Marks[i]
	for j := i + 1; j < len(f.Marks) && f.Marks[j].First < q.Last+40; j++ {
		m := f.Marks[j]
		if m.Parent >= 0 || m.Single != q.Single || f.taken[j] {
			continue
		}
		if f.isResumption(q, m) {
			f.take(j, f.owner[i])
			o := &f.quotes[f.owner[i]]
			o.Content = append(o.Content, m.Inner)
			f.cover(m.Inner)
			f.continued(j)
		}
		return
	}
}

// isResumption reports whether m goes on with q behind an attribution that closes at a comma or a full stop: "...," he
// said, "..." and "...," he said. "...".
func (f *finder) isResumption(q, m marks.Pair) bool {
	open := m.First - 1
	if f.Sentence(open).Para != f.Sentence(q.Last-1).Para {
		return false
	}
	verbs := 0
	for k := q.Last; k < open; k++ {
		if g := f.GroupHeaded(k); g != syntax.None && f.Groups[g].Form == syntax.Finite && !f.Groups[g].Relative {
			verbs++
		}
	}
	if verbs != 1 {
		return false
	}
	prev := f.Norm(open - 1)
	startsSentence := f.Sentence(open).First == open
	if !startsSentence {
		return prev == ","
	}
	if next, ok := f.after(m); ok && next.group != syntax.None { // it has an attribution of its own
		return false
	}
	return f.Sentence(open-1).First <= q.Last || f.Sentence(q.Last-1).Last >= open
}

// continued adds the paragraphs that go on with an unclosed quote.
func (f *finder) continued(i int) {
	for f.Marks[i].Continues && i+1 < len(f.Marks) {
		next := i + 1
		for next < len(f.Marks) && (f.Marks[next].Parent >= 0 || f.Marks[next].Single) {
			next++
		}
		if next >= len(f.Marks) || f.taken[next] {
			return
		}
		if a, ok := f.after(f.Marks[next]); ok && a.group != syntax.None && f.speaker(a.phrase) != f.quotes[f.owner[i]].Speaker {
			return
		}
		f.take(next, f.owner[i])
		o := &f.quotes[f.owner[i]]
		o.Content = append(o.Content, f.Marks[next].Inner)
		f.cover(f.Marks[next].Inner)
		i = next
	}
}

// uncued enters a marked sentence without a cue: it goes to the speaker of the sentence before it, to the one who is its
// subject, or to whoever spoke last.
func (f *finder) uncued(i int) {
	q := f.Marks[i]
	open := q.First - 1
	if f.taken[i] || q.Parent >= 0 || q.Single || open < 0 || f.isSkipped(open) {
		return
	}
	sent := f.Sentence(open)
	if sent.First != open || !f.isSentence(q) {
		return
	}
	quote := Quote{Kind: Direct, Content: []text.Span{q.Inner}, Speaker: None, Mode: cue.Assertion, group: syntax.None}
	if turn := f.Turns[sent.Para]; turn != None {
		quote.Speaker, quote.Source = turn, f.Paragraphs[sent.Para].Label
	} else if prev := f.previous(open); prev != nil {
		quote.Speaker, quote.Source = prev.Speaker, prev.Source
	} else if p := f.subjectBefore(open); p != syntax.None {
		quote.Speaker, quote.Source = f.speaker(p), f.sourceSpan(p, f.Phrases[p].Last)
	}
	f.take(i, f.add(quote))
	f.continued(i)
}

// isSentence reports whether what stands between marks is at least one whole sentence.
func (f *finder) isSentence(q marks.Pair) bool {
	if q.Last-q.First < 3 {
		return false
	}
	switch f.Norm(q.Last - 1) {
	case ".", "!", "?", "…", "...", "—", "--":
		return true
	}
	return !q.Closed
}

// previous returns the quote that ends in the sentence before token open or in the same paragraph, or nil.
func (f *finder) previous(open int) *Quote {
	if open == 0 {
		return nil
	}
	sent := f.Sentence(open - 1)
	for k := len(f.quotes) - 1; k >= 0; k-- {
		q := &f.quotes[k]
		if q.Cue.Len() > 0 && (sent.Contains(q.Cue) || sent.Overlaps(q.Span())) {
			return q
		}
	}
	return nil
}

// subjectBefore returns the subject of the main clause of the sentence before token open, if it is an actor, or None.
func (f *finder) subjectBefore(open int) int {
	if open == 0 {
		return syntax.None
	}
	sent := f.Sentence(open - 1)
	for k := sent.First; k < sent.Last; k++ {
		g := f.GroupHeaded(k)
		if g == syntax.None || f.Groups[g].Form != syntax.Finite || f.Groups[g].Relative {
			continue
		}
		if p := f.Groups[g].Subject; p != syntax.None && f.IsActor(f.Of(p)) {
			return p
		}
	}
	return syntax.None
}

// goesOn reports whether the complement that opens with the marks of pair i reaches beyond them: voiced "some concern"
// about the timing.
func (f *finder) goesOn(i, end int) bool {
	q := f.Marks[i]
	next := q.Last + 1
	if !q.Closed || next >= end || f.isSentence(q) || f.Norm(next) == "on" && calendar.IsDay(f.Norm(next+1)) {
		return false
	}
	tag := f.Tag(next)
	return !text.IsMark(tag) && tag != tagger.CC && (tag == tagger.IN || tag == tagger.TO || f.GroupAt[next] != syntax.None || text.IsNoun(tag))
}
