package alike

import (
	"cmp"
	"slices"
	"sort"
)

// Set is a set of words or other strings: sorted, each once. It is not to be changed.
type Set []string

// SetOf returns the set of the items.
func SetOf(items ...string) Set {
	out := append(make(Set, 0, len(items)), items...)
	sort.Strings(out)
	return slices.Compact(out)
}

// Has reports whether the set has an item.
func (s Set) Has(item string) bool {
	_, found := slices.BinarySearch(s, item)
	return found
}

// With returns the set with more items.
func (s Set) With(items ...string) Set { return SetOf(append(s[:len(s):len(s)], items...)...) }

// Without returns the set without the items of t.
func (s Set) Without(t Set) Set {
	out := make(Set, 0, len(s))
	for _, x := range s {
		if !t.Has(x) {
			out = append(out, x)
		}
	}
	return out
}

// Common returns how many items two sorted lists have in common. One that stands in both several times counts as often.
func Common[T cmp.Ordered](s, t []T) int {
	n := 0
	for i, j := 0, 0; i < len(s) && j < len(t); {
		switch {
		case s[i] == t[j]:
			n, i, j = n+1, i+1, j+1
		case s[i] < t[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// Overlap returns twice the number of common items over the number of items (Dice's coefficient), 0 for empty sets.
func (s Set) Overlap(t Set) float64 {
	common := Common(s, t)
	if common == 0 {
		return 0
	}
	return 2 * float64(common) / float64(len(s)+len(t))
}

// Share returns the part of the items of s that t has, 0 for an empty set.
func (s Set) Share(t Set) float64 { return float64(Common(s, t)) / float64(max(len(s), 1)) }

// Within reports whether t has all items of s.
func (s Set) Within(t Set) bool { return Common(s, t) == len(s) }

// Apart reports whether two sets that are not empty have nothing in common.
func (s Set) Apart(t Set) bool { return len(s) > 0 && len(t) > 0 && Common(s, t) == 0 }
