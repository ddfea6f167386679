package quote

import (
	"github.com/communique-go/communique/internal/attribution"
	"github.com/communique-go/communique/internal/cue"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/text"
)

// sameContent is the share of two contents that has to be common for them to be the same.
const sameContent = 0.5

// otherCue is that share where the cues are different words.
const otherCue = 0.9

// merge joins what the learnt model found to what the rules found, which the model has read. Where both found the same
// content, the model's spans are taken, which are nearer to the annotators' (package attribution), and the rules' speaker; what the
// model alone found is entered with the mode that cue and content give it. Of what the rules alone found, that stays which
// the model cannot know, or where it has the cue without a content; where it reads the words otherwise, it is the better judge.
func (f *finder) merge(found []attribution.Attribution) {
	bySentence := f.bySentence()
	rules := len(f.quotes)
	matched, near := make([]bool, rules), make([]bool, rules)
	for _, a := range found {
		if len(a.Content) == 0 || f.isSkipped(a.Content[0].First) {
			continue
		}
		content := f.contentOf(a)
		if i := f.match(a, content, bySentence, matched, near); i >= 0 {
			matched[i] = true
			f.adopt(i, a, content)
		} else {
			f.enterLearnt(a, content)
		}
	}
	second := f.seconded(found)
	kept := f.quotes[:0]
	for i, q := range f.quotes {
		if i >= rules || matched[i] || f.standsAlone(q, near[i]) && (second(q) || f.isUnlearnt(q)) {
			kept = append(kept, q)
		}
	}
	f.quotes = kept
	f.enterBare(found)
}

// isUnlearnt reports whether a quote is of a kind that the model does not know: without a cue, with a noun for a cue, or
// nested in another, which it flattens.
func (f *finder) isUnlearnt(q Quote) bool {
	if q.Cue.Len() == 0 {
		return true
	}
	at := f.TokenAt(q.Cue.Start)
	if f.InMarks(at) && q.Kind == Direct {
		return true
	}
	_, isNoun := f.cues.Nouns[f.Lemma(at)]
	return isNoun && f.GroupAt[at] == syntax.None
}

// standsAlone reports whether a quote of the rules is kept that the model did not find; near says that the model found
// something else in its place.
func (f *finder) standsAlone(q Quote, near bool) bool {
	if q.Mode != cue.Assertion {
		return false
	}
	return !near || q.Kind == Direct
}

// contentOf returns the spans of an attribution's content.
func (f *finder) contentOf(a attribution.Attribution) []text.Span {
	out := make([]text.Span, 0, len(a.Content))
	for _, r := range a.Content {
		out = append(out, f.Cover(r.First, r.Last))
	}
	return out
}

// bySentence maps sentences to the quotes with content in them.
func (f *finder) bySentence() map[int][]int {
	index := map[int][]int{}
	for i, q := range f.quotes {
		for _, c := range q.Content {
			first, last := f.TokenRange(c)
			for s := f.Tokens[first].Sent; s <= f.Tokens[last-1].Sent; s++ {
				if n := len(index[s]); n == 0 || index[s][n-1] != i {
					index[s] = append(index[s], i)
				}
			}
		}
	}
	return index
}

// match returns the rules' quote with the same content, the most alike, or -1, and notes in near those that share some.
func (f *finder) match(a attribution.Attribution, content []text.Span, index map[int][]int, matched, near []bool) int {
	best, share := -1, sameContent
	var cueSpan text.Span
	if !a.Cue.Empty() {
		cueSpan = f.Cover(a.Cue.First, a.Cue.Last)
	}
	for _, i := range index[f.Tokens[f.TokenAt(content[0].Start)].Sent] {
		q := f.quotes[i]
		s := alike(content, q.Content)
		if cueSpan.Len() > 0 && q.Cue.Len() > 0 && !q.Cue.Overlaps(cueSpan) && s < otherCue {
			continue // another attribution, nested in this one or around it
		}
		near[i] = near[i] || s > 0
		if len(q.Content) > 1 && q.Covers(content[0]) && (q.Kind == Direct || q.Cue.Overlaps(cueSpan)) {
			return i // one of its paragraphs or pieces
		}
		if s > share && !matched[i] {
			best, share = i, s
		}
	}
	return best
}

// covers reports whether a piece of content holds s.
func covers(content []text.Span, s text.Span) bool {
	for _, c := range content {
		if c.Contains(s) {
			return true
		}
	}
	return false
}

// alike returns the bytes that two contents share, as a part of those that either has.
func alike(a, b []text.Span) float64 {
	common, total := 0, 0
	for _, x := range a {
		total += x.Len()
		for _, y := range b {
			if o := min(x.End, y.End) - max(x.Start, y.Start); o > 0 {
				common += o
			}
		}
	}
	for _, y := range b {
		total += y.Len()
	}
	return float64(common) / float64(total-common)
}

// adopt gives a quote of the rules the spans of the model.
func (f *finder) adopt(i int, a attribution.Attribution, content []text.Span) {
	q := &f.quotes[i]
	if q.Kind == Direct && a.Kind == attribution.Mixed && f.goesBeyond(content, q.Content) || q.Kind != Direct && (len(q.Content) == 1 || len(content) > 1) {
		q.Content, q.Kind = content, kinds[a.Kind]
	}
	if !a.Cue.Empty() && q.Cue.Len() > 0 {
		q.Cue = f.Cover(a.Cue.First, a.Cue.Last)
	}
	if a.Source.Empty() {
		return
	}
	source := f.Cover(a.Source.First, a.Source.Last)
	if id := f.speakerIn(a.Source); q.Speaker == None || id != None && !q.Source.Overlaps(source) {
		q.Speaker = id
	}
	q.Source = source
}

// goesBeyond reports whether a content has a finite verb outside the marks that another is bound to: the clause around them is
// said too, as in "the plan is "half a plan"".
func (f *finder) goesBeyond(content, marked []text.Span) bool {
	before, _ := f.TokenRange(marked[0])
	switch f.Norm(before - 2) {
	case "as", "of", "that", "to":
		return false // what stands before the marks ties them to the cue
	}
	for _, c := range content {
		first, last := f.TokenRange(c)
		for i := first; i < last; i++ {
			g := f.GroupAt[i]
			if g != syntax.None && f.Groups[g].Form == syntax.Finite && !covers(marked, f.Tokens[i].Span) {
				return true
			}
		}
	}
	return false
}

// enterLearnt enters an attribution that the model alone found.
func (f *finder) enterLearnt(a attribution.Attribution, content []text.Span) {
	q := Quote{Kind: kinds[a.Kind], Content: content, Speaker: None, Mode: cue.Mention, group: syntax.None}
	if len(content) > 0 {
		q.Mode = f.modeOf(a)
	}
	if !a.Cue.Empty() {
		q.Cue = f.Cover(a.Cue.First, a.Cue.Last)
	}
	if !a.Source.Empty() {
		q.Source = f.Cover(a.Source.First, a.Source.Last)
		q.Speaker = f.speakerIn(a.Source)
	}
	f.quotes = append(f.quotes, q)
}

// enterBare enters the cues whose content was not found, with their sources: that somebody spoke, thought or asked is told,
// what stands elsewhere or nowhere. Such an attribution is a mention.
func (f *finder) enterBare(found []attribution.Attribution) {
	taken := map[int]bool{}
	for _, q := range f.quotes {
		first, last := f.TokenRange(q.Cue)
		for i := first; i < last; i++ {
			taken[i] = true
		}
	}
	for _, a := range found {
		if len(a.Content) == 0 && !a.Cue.Empty() && !taken[a.Cue.First] && !taken[a.Cue.Last-1] && !f.isSkipped(a.Cue.First) {
			f.enterLearnt(a, nil)
		}
	}
}

var kinds = map[attribution.Kind]Kind{attribution.Direct: Direct, attribution.Mixed: Mixed, attribution.Indirect: Indirect}

// speakerIn returns the entity that a source denotes: that of its first phrase that has one.
func (f *finder) speakerIn(r attribution.Range) int {
	for i := r.First; i < r.Last; i++ {
		if p := f.PhraseAt[i]; p != syntax.None && f.Of(p) != None {
			return f.speaker(p)
		}
		if n := f.Norm(i); n == "who" || n == "which" {
			if g := f.GroupAt[min(i+1, len(f.GroupAt)-1)]; g != syntax.None {
				return f.speaker(f.Groups[g].Subject)
			}
		}
	}
	return None
}

// modeOf returns what the source does with the content: the cue's mode; where the content is no clause and no words
// between marks, it is only mentioned.
func (f *finder) modeOf(a attribution.Attribution) cue.Mode {
	mode := cue.Mention
	for i := a.Cue.First; i < a.Cue.Last; i++ {
		if c, ok := f.cues.Verbs[f.Lemma(i)]; ok {
			if c.Mode != cue.Assertion {
				return c.Mode
			}
			if c.Takes(cue.Quote|cue.That) && f.isSaid(a) {
				mode = cue.Assertion
			}
		} else if c, ok := f.cues.Nouns[f.Lemma(i)]; ok && c.Mode != cue.Assertion {
			return c.Mode
		}
	}
	return mode
}

// isSaid reports whether a content is words between marks, or a finite clause that its source is told to have uttered.
func (f *finder) isSaid(a attribution.Attribution) bool {
	if a.Kind == attribution.Direct {
		return true
	}
	for i := a.Source.First; i < a.Source.Last; i++ {
		if p := f.PhraseAt[i]; p != syntax.None && f.FirstPerson(p) && !f.InMarks(i) {
			return false // the issuer's own "We note that"
		}
	}
	for i := a.Cue.First; i < a.Cue.Last; i++ {
		if g := f.GroupAt[i]; g != syntax.None && f.isHypothetical(f.Groups[g]) {
			return false
		}
	}
	r := a.Content[0]
	for i := r.First; i < r.Last; i++ {
		if g := f.GroupAt[i]; g != syntax.None && f.Groups[g].Form == syntax.Finite && f.Groups[g].Subject != syntax.None {
			return f.Phrases[f.Groups[g].Subject].First >= r.First && !f.Groups[g].Relative
		}
	}
	return false
}

// seconded returns a function that reports whether the model has the cue of a quote of the rules: for what stands between
// marks wherever it does, else only if it found no content to it, which would be its own reading of what was said.
func (f *finder) seconded(found []attribution.Attribution) func(Quote) bool {
	const has, bare = 1, 2
	at := map[int]int{}
	for _, a := range found {
		n := has
		if len(a.Content) == 0 {
			n = bare
		}
		for i := a.Cue.First; i < a.Cue.Last; i++ {
			at[i] = n
		}
	}
	return func(q Quote) bool {
		first, last := f.TokenRange(q.Cue)
		for i := first; i < last; i++ {
			if at[i] == bare || at[i] == has && q.Kind == Direct {
				return true
			}
		}
		return false
	}
}
