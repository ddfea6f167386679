// Package alike says when two things are the same, or nearly so: texts by the words that carry content, names by their words
// and initials, and the things of two lists by a likeness that the caller gives. It links those that may be the same, without
// a look at every pair, and pairs them off.
package alike

import (
	"math"
	"sort"
)

// Link is a pair of things that may be the same.
type Link struct {
	A, B  int     // the index of one of list a, and of one of list b
	Score float64 // how like each other they are, above 0
}

// Featured is what can be found by its features. Two things that are the same have at least one in common.
type Featured interface{ Features() []string }

// Links returns the pairs that share a feature and have a score above 0, the best first, then in the order of b and of a.
func Links[T Featured](a, b []T, score func(x, y T) float64) []Link {
	var x Index
	for i, item := range a {
		x.Add(i, item.Features())
	}
	return x.Links(Features(b), func(i, j int) float64 { return score(a[i], b[j]) })
}

// Features collects the features of things.
func Features[T Featured](items []T) [][]string {
	out := make([][]string, len(items))
	for i, x := range items {
		out[i] = x.Features()
	}
	return out
}

// maxShared bounds the work: a feature that more things of a have does not suggest a pair.
const maxShared = 400

// Index finds things by their features. The zero value is empty.
type Index struct {
	things map[string][]int
	seen   []int // seen[i] is the number of the query that thing i was scored for
	query  int
}

// Add gives thing i features; it may be given some more later.
func (x *Index) Add(i int, features []string) {
	if x.things == nil {
		x.things = map[string][]int{}
	}
	for len(x.seen) <= i {
		x.seen = append(x.seen, 0)
	}
	for _, f := range features {
		if l := x.things[f]; len(l) <= maxShared && (len(l) == 0 || l[len(l)-1] != i) {
			x.things[f] = append(l, i)
		}
	}
}

// Links pairs the things of the index with those of a list b, given by their features, as the function Links does.
func (x *Index) Links(b [][]string, score func(i, j int) float64) []Link {
	var out []Link
	for j, features := range b {
		x.query++
		for _, f := range features {
			if len(x.things[f]) > maxShared {
				continue
			}
			for _, i := range x.things[f] {
				if x.seen[i] == x.query {
					continue
				}
				x.seen[i] = x.query
				if s := score(i, j); s > 0 {
					out = append(out, Link{i, j, math.Round(s*1e9) / 1e9})
				}
			}
		}
	}
	sort.Slice(out, func(i, j int) bool {
		x, y := out[i], out[j]
		if x.Score != y.Score {
			return x.Score > y.Score
		}
		if x.B != y.B {
			return x.B < y.B
		}
		return x.A < y.A
	})
	return out
}

// PairOff takes links in their order, each thing once.
func PairOff(links []Link) []Link {
	var pairs []Link
	doneA, doneB := map[int]bool{}, map[int]bool{}
	for _, l := range links {
		if !doneA[l.A] && !doneB[l.B] {
			doneA[l.A], doneB[l.B] = true, true
			pairs = append(pairs, l)
		}
	}
	return pairs
}

// Left returns the things of a and of b, lists of the given lengths, that are in no pair. One that is linked with a thing of
// the other list which it only repeats is not left over.
func Left(links, pairs []Link, lenA, lenB int, repeats func(i, j int) bool) (a, b []int) {
	doneA, doneB := make([]bool, lenA), make([]bool, lenB)
	for _, l := range pairs {
		doneA[l.A], doneB[l.B] = true, true
	}
	for _, l := range links {
		if !(doneA[l.A] && doneB[l.B]) && repeats(l.A, l.B) {
			doneA[l.A], doneB[l.B] = true, true
		}
	}
	return falses(doneA), falses(doneB)
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
