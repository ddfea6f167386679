package communique

import (
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// The limits of what is compared word by word.
const (
	minWords   = 4    // shorter sentences are alike by chance
	maxWords   = 400  // longer ones are lists
	likeEnough = 0.66 // the share of common words from which two sentences are versions of one
)

// wording matches the sentences that the two statements share and tells which words changed.
func (c *comparer) wording() {
	x, y := c.a.sentences, c.b.sentences
	x, y = without(x, y), without(y, x)
	ls := links(features(x), features(y), func(i, j int) float64 { return sameSentence(x[i], y[j]) })
	pairs, _, _ := pairOff(ls, len(x), len(y), nil)
	for _, l := range pairs {
		changed := c.diff(x[l.a], y[l.b])
		if len(changed) == 0 {
			continue
		}
		var reasons []string
		for _, w := range changed {
			reasons = append(reasons, w.String())
		}
		before, after := passage(c.a.Text, x[l.a].Span), passage(c.b.Text, y[l.b].Span)
		c.changes = append(c.changes, Change{Kind: Reworded, Before: &before, After: &after, Reason: strings.Join(reasons, "; "), Words: changed})
	}
}

func (s sentence) features() []string { return s.content.list() }

// without returns the sentences that can be compared, without those that stand among others as they are.
func without(sentences, others []sentence) []sentence {
	same := wordSet{}
	for _, s := range others {
		same[strings.Join(s.norms, " ")] = true
	}
	var out []sentence
	for _, s := range sentences {
		if len(s.words) >= minWords && len(s.words) <= maxWords && !same[strings.Join(s.norms, " ")] {
			out = append(out, s)
		}
	}
	return out
}

// sameSentence returns the share of words that two sentences have in common, 0 if they are not versions of one.
func sameSentence(x, y sentence) float64 {
	count := make(map[string]int, len(x.norms))
	for _, w := range x.norms {
		count[w]++
	}
	common := 0
	for _, w := range y.norms {
		if count[w] > 0 {
			count[w]--
			common++
		}
	}
	if share := 2 * float64(common) / float64(len(x.norms)+len(y.norms)); share >= likeEnough {
		return share
	}
	return 0
}

// diff returns the runs of words that differ between two versions of a sentence.
func (c *comparer) diff(x, y sentence) []WordChange {
	library := diffmatchpatch.New()
	library.DiffTimeout = 0 // no deadline: the result must not depend on the machine
	codes := map[string]rune{}
	var out []WordChange
	i, j := 0, 0 // the words of x and y that are done
	fromI, fromJ := 0, 0
	flush := func() {
		if i > fromI || j > fromJ {
			out = append(out, WordChange{Before: x.cover(c.a.Text, fromI, i), After: y.cover(c.b.Text, fromJ, j)})
		}
	}
	for _, d := range library.DiffMainRunes(encode(x.norms, codes), encode(y.norms, codes), false) {
		n := len([]rune(d.Text))
		switch d.Type {
		case diffmatchpatch.DiffDelete:
			i += n
		case diffmatchpatch.DiffInsert:
			j += n
		case diffmatchpatch.DiffEqual:
			flush()
			i, j = i+n, j+n
			fromI, fromJ = i, j
		}
	}
	flush()
	return out
}

// encode writes each word as a rune of its own, for a library that compares runes. There are at most 2*maxWords, well below
// the surrogates.
func encode(norms []string, codes map[string]rune) []rune {
	out := make([]rune, len(norms))
	for i, w := range norms {
		if codes[w] == 0 {
			codes[w] = rune(len(codes) + 1)
		}
		out[i] = codes[w]
	}
	return out
}

// cover returns the passage of the words [from, to); without words, an empty one where word from begins or the last one ends.
func (s sentence) cover(text string, from, to int) Passage {
	switch {
	case from < to:
		return passage(text, Span{s.words[from].Start, s.words[to-1].End})
	case from < len(s.words):
		return Passage{Start: s.words[from].Start, End: s.words[from].Start}
	}
	end := s.words[len(s.words)-1].End
	return Passage{Start: end, End: end}
}

func passage(text string, s Span) Passage { return Passage{s.Start, s.End, s.In(text)} }
