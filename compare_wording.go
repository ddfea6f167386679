package communique

import (
	"sort"
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"

	"github.com/communique-go/communique/internal/alike"
)

// The limits of what is compared word by word.
const (
	minWords   = 4    // shorter sentences are alike by chance
	maxWords   = 400  // longer ones are lists
	likeEnough = 0.66 // the share of common words from which two sentences are versions of one
)

// version is a sentence as it is compared word by word.
type version struct {
	*sentence
	words   []Span   // without punctuation
	norms   []string // the words in lower case
	numbers []int    // these as numbers, sorted: they are compared faster
}

// versions returns the sentences that can be compared. Words that have no number yet get one.
func versions(sentences []*sentence, numbers map[string]int) []*version {
	var out []*version
	for _, s := range sentences {
		v := &version{sentence: s}
		for _, t := range s.tokens {
			if alike.IsWord(t.Norm) {
				v.words, v.norms = append(v.words, Span(t.Span)), append(v.norms, t.Norm)
			}
		}
		if n := len(v.words); n >= minWords && n <= maxWords {
			for _, w := range v.norms {
				if numbers[w] == 0 {
					numbers[w] = len(numbers) + 1
				}
				v.numbers = append(v.numbers, numbers[w])
			}
			sort.Ints(v.numbers)
			out = append(out, v)
		}
	}
	return out
}

// Features are the content words.
func (v *version) Features() []string { return v.content() }

// wording matches the sentences that the two statements share and tells which words changed.
func (c *comparer) wording() {
	numbers := map[string]int{}
	x, y := versions(c.a.sentences(), numbers), versions(c.b.sentences(), numbers)
	x, y = without(x, y), without(y, x)
	for _, l := range alike.PairOff(alike.Links(x, y, sameSentence)) {
		before, after := x[l.A].Passage, y[l.B].Passage
		changed := diff(x[l.A], y[l.B])
		if len(changed) == 0 {
			continue
		}
		var reasons []string
		for _, w := range changed {
			reasons = append(reasons, w.String())
		}
		c.changes = append(c.changes, Change{Kind: Reworded, Before: &before, After: &after, Reason: strings.Join(reasons, "; "), Words: changed})
	}
}

// without returns the sentences without those that stand among others as they are.
func without(sentences, others []*version) []*version {
	same := map[string]bool{}
	for _, s := range others {
		same[strings.Join(s.norms, " ")] = true
	}
	var out []*version
	for _, s := range sentences {
		if !same[strings.Join(s.norms, " ")] {
			out = append(out, s)
		}
	}
	return out
}

// sameSentence returns the share of words that two sentences have in common, 0 if they are not versions of one.
func sameSentence(x, y *version) float64 {
	share := func(common int) float64 { return 2 * float64(common) / float64(len(x.numbers)+len(y.numbers)) }
	if share(min(len(x.numbers), len(y.numbers))) < likeEnough {
		return 0 // however many words of the shorter one the longer one has
	}
	if s := share(alike.Common(x.numbers, y.numbers)); s >= likeEnough {
		return s
	}
	return 0
}

// diff returns the runs of words that differ between two versions of a sentence.
func diff(x, y *version) []WordChange {
	library := diffmatchpatch.New()
	library.DiffTimeout = 0 // no deadline: the result must not depend on the machine
	codes := map[string]rune{}
	var out []WordChange
	i, j := 0, 0 // the words of x and y that are done
	fromI, fromJ := 0, 0
	flush := func() {
		if i > fromI || j > fromJ {
			out = append(out, WordChange{Before: x.cover(fromI, i), After: y.cover(fromJ, j)})
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
func (v *version) cover(from, to int) Passage {
	switch {
	case from < to:
		start, end := v.words[from].Start, v.words[to-1].End
		return Passage{start, end, v.Text[start-v.Start : end-v.Start]}
	case from < len(v.words):
		return Passage{Start: v.words[from].Start, End: v.words[from].Start}
	}
	end := v.words[len(v.words)-1].End
	return Passage{Start: end, End: end}
}
