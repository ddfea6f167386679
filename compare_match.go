package communique

import (
	"math"
	"sort"
	"strings"
	"unicode"

	"github.com/communique-go/communique/internal/lemma"
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/table"
)

// link is a pair of items, the index of one of a and the index of one of b, that may be the same.
type link struct {
	a, b  int
	score float64
}

// maxShared bounds the work: a feature that more items of a have does not suggest a pair.
const maxShared = 400

// links returns the pairs that share a feature and have a score above 0, the best first, then in the order of b and of a.
func links(a, b [][]string, score func(i, j int) float64) []link {
	var x index
	for i, features := range a {
		x.add(i, features)
	}
	return x.links(b, score)
}

// index finds items by their features. The zero value is empty.
type index struct {
	items map[string][]int
	seen  []int // seen[i] is the number of the query that item i was scored for
	query int
}

// add gives item i features; an item may be given some more later.
func (x *index) add(i int, features []string) {
	if x.items == nil {
		x.items = map[string][]int{}
	}
	for len(x.seen) <= i {
		x.seen = append(x.seen, 0)
	}
	for _, f := range features {
		if l := x.items[f]; len(l) <= maxShared && (len(l) == 0 || l[len(l)-1] != i) {
			x.items[f] = append(l, i)
		}
	}
}

// links pairs the items of the index with those of b.
func (x *index) links(b [][]string, score func(i, j int) float64) []link {
	var out []link
	for j, features := range b {
		x.query++
		for _, f := range features {
			if len(x.items[f]) > maxShared {
				continue
			}
			for _, i := range x.items[f] {
				if x.seen[i] == x.query {
					continue
				}
				x.seen[i] = x.query
				if s := score(i, j); s > 0 {
					out = append(out, link{i, j, math.Round(s*1e9) / 1e9})
				}
			}
		}
	}
	sort.Slice(out, func(i, j int) bool {
		x, y := out[i], out[j]
		if x.score != y.score {
			return x.score > y.score
		}
		if x.b != y.b {
			return x.b < y.b
		}
		return x.a < y.a
	})
	return out
}

// pairOff takes links from the best on, each item once, and returns them with the items of a and of b that are left over. An
// item that only repeats one of the other statement is not left over.
func pairOff(ls []link, na, nb int, repeats func(i, j int) bool) (pairs []link, leftA, leftB []int) {
	doneA, doneB := make([]bool, na), make([]bool, nb)
	for _, l := range ls {
		if !doneA[l.a] && !doneB[l.b] {
			doneA[l.a], doneB[l.b] = true, true
			pairs = append(pairs, l)
		}
	}
	for _, l := range ls {
		if repeats != nil && !(doneA[l.a] && doneB[l.b]) && repeats(l.a, l.b) {
			doneA[l.a], doneB[l.b] = true, true
		}
	}
	return pairs, falses(doneA), falses(doneB)
}

// falses returns the indexes that are false.
func falses(list []bool) []int {
	var out []int
	for i, b := range list {
		if !b {
			out = append(out, i)
		}
	}
	return out
}

// features collects the features of commitments, stances or sentences.
func features[T interface{ features() []string }](items []T) [][]string {
	out := make([][]string, len(items))
	for i, x := range items {
		out[i] = x.features()
	}
	return out
}

// wordSet is a set of words.
type wordSet map[string]bool

// list returns the words in order.
func (s wordSet) list() []string {
	out := make([]string, 0, len(s))
	for w := range s {
		out = append(out, w)
	}
	sort.Strings(out)
	return out
}

// overlap returns twice the number of common words over the number of words (Dice's coefficient), 0 for empty sets.
func (s wordSet) overlap(t wordSet) float64 {
	common := 0
	for w := range s {
		if t[w] {
			common++
		}
	}
	if common == 0 {
		return 0
	}
	return 2 * float64(common) / float64(len(s)+len(t))
}

// within reports whether t has all words of s.
func (s wordSet) within(t wordSet) bool {
	for w := range s {
		if !t[w] {
			return false
		}
	}
	return true
}

// functionWords carry no content.
var functionWords = words(lexicon.Function)

// words returns the words of a class as a set.
func words(class *table.Class) wordSet {
	out := wordSet{}
	for _, w := range class.Words() {
		out[w] = true
	}
	return out
}

// contentWords returns the roots of the words that carry content: dictionary forms cut to six letters, so that "withdraw" and
// "withdrawal", "violations" and "violating" are one.
func contentWords(s string) wordSet {
	const root = 6
	out := wordSet{}
	for _, w := range splitWords(s) {
		if functionWords[w] {
			continue
		}
		base := lemma.Verb(w)
		if base == w && !lemma.IsVerb(w) {
			base = lemma.Noun(w)
		}
		if r := []rune(base); len(r) > root {
			base = string(r[:root])
		}
		out[base] = true
	}
	return out
}

// share returns the part of the words of s that t has.
func (s wordSet) share(t wordSet) float64 {
	common := 0
	for w := range s {
		if t[w] {
			common++
		}
	}
	return float64(common) / float64(max(len(s), 1))
}

// apart reports whether two sets that are not empty have no word in common.
func (s wordSet) apart(t wordSet) bool { return len(s) > 0 && len(t) > 0 && s.share(t) == 0 }

// nameWords returns the words of a name, in the singular.
func nameWords(name string) wordSet {
	out := wordSet{}
	for _, w := range splitWords(name) {
		if !functionWords[w] {
			out[lemma.Noun(w)] = true
		}
	}
	return out
}

// splitWords returns the words of a text in lower case.
func splitWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !isWordRune(r) })
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func textOf(p *Passage) string {
	if p == nil {
		return ""
	}
	return p.Text
}

// limits returns deadline and condition, as a reader would add them.
func limits(c Commitment) string {
	var out []string
	for _, p := range []*Passage{c.Deadline, c.Condition} {
		if p != nil {
			out = append(out, markup.OneLine(p.Text))
		}
	}
	return strings.Join(out, ", ")
}

// label puts who before the reasons.
func label(who string, reasons ...string) string {
	var out []string
	for _, r := range reasons {
		if r != "" {
			out = append(out, r)
		}
	}
	if who == "" {
		who = "unknown"
	}
	return who + ": " + strings.Join(out, "; ")
}

// quoted puts a passage, on one line, between quotation marks.
func quoted(s string) string { return "“" + markup.OneLine(s) + "”" }

// fold makes texts equal that differ in case and white space.
func fold(s string) string { return markup.OneLine(strings.ToLower(s)) }

// oneLine makes one blank of all white space.
