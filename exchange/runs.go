package exchange

import (
	"sort"
	"unicode/utf8"

	"github.com/communique-go/communique"
)

// runs are the longest ranges of a text that consist of characters of one kind, in order. What lies in a span is found by
// them without reading its words again, which an annotation file could ask for as often as it has lines.
type runs []communique.Span

func newRuns(text string, is func(rune) bool) runs {
	var out runs
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if is(r) {
			if n := len(out); n > 0 && out[n-1].End == i {
				out[n-1].End += size
			} else {
				out = append(out, communique.Span{Start: i, End: i + size})
			}
		}
		i += size
	}
	return out
}

// behind returns the number of the first run that ends behind a place.
func (r runs) behind(at int) int {
	return sort.Search(len(r), func(i int) bool { return r[i].End > at })
}

// in reports whether a run lies in a span, or a part of one.
func (r runs) in(s communique.Span) bool {
	i := r.behind(s.Start)
	return i < len(r) && r[i].Start < s.End
}

// trim returns spans without the runs at the beginning of the first and at the end of the last.
func (r runs) trim(spans []communique.Span) []communique.Span {
	out := append([]communique.Span(nil), spans...)
	for ; len(out) > 0; out = out[1:] {
		first := &out[0]
		if i := r.behind(first.Start); i < len(r) && r[i].Start <= first.Start {
			first.Start = r[i].End
		}
		if first.Start < first.End {
			break
		}
	}
	for ; len(out) > 0; out = out[:len(out)-1] {
		last := &out[len(out)-1]
		if i := r.behind(last.End - 1); i < len(r) && r[i].Start < last.End {
			last.End = r[i].Start
		}
		if last.Start < last.End {
			break
		}
	}
	return out
}

// cut returns spans, which are in order, without overlap and without the runs. It stops when it has more than most.
func (r runs) cut(spans []communique.Span, most int) []communique.Span {
	var out []communique.Span
	covered := 0
	for _, s := range spans {
		from := max(s.Start, covered)
		for i := r.behind(from); from < s.End && len(out) <= most; i++ {
			to, next := s.End, s.End
			if i < len(r) && r[i].Start < s.End {
				to, next = r[i].Start, r[i].End
			}
			if from < to {
				out = append(out, communique.Span{Start: from, End: to})
			}
			from = next
		}
		covered = max(covered, s.End)
	}
	return out
}

// disjoint returns spans, which are in order, without what lies in the ones before.
func disjoint(spans []communique.Span) []communique.Span { return runs(nil).cut(spans, len(spans)) }
