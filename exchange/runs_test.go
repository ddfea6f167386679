package exchange

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/communique-go/communique"
)

// charsOf returns the spans of the characters of a text that satisfy is.
func charsOf(text string, is func(rune) bool) []communique.Span {
	var out []communique.Span
	for i := range text {
		if r, size := utf8.DecodeRuneInString(text[i:]); is(r) {
			out = append(out, communique.Span{Start: i, End: i + size})
		}
	}
	return out
}

// TestRuns compares with looking at each character.
func TestRuns(t *testing.T) {
	for _, text := range append([]string{"\n", " \t a\n\n b \r\n", "a\tb", "\u2028x\u0085\x85"}, hostile...) {
		r, chars := newRuns(text, isBlank), charsOf(text, isBlank)
		places := []int{len(text)}
		for i := range text {
			places = append(places, i)
		}
		slices.Sort(places)
		if len(places) > 70 {
			places = places[len(places)-70:]
		}
		for i, start := range places {
			for _, end := range places[i+1:] {
				s := communique.Span{Start: start, End: end}
				var cut []communique.Span
				from, blank := start, false
				for _, c := range chars {
					if c.Start < start || c.Start >= end {
						continue
					}
					if blank = true; from < c.Start {
						cut = append(cut, communique.Span{Start: from, End: c.Start})
					}
					from = c.End
				}
				if from < end {
					cut = append(cut, communique.Span{Start: from, End: end})
				}
				if d := cmp.Diff(cut, r.cut([]communique.Span{s}, len(text))); d != "" {
					t.Fatalf("%.20q: cut %v (-want +got):\n%s", text, s, d)
				}
				if got := r.in(s); got != blank {
					t.Errorf("%.20q: a blank in %v: %v, want %v", text, s, got, blank)
				}
				var trimmed []communique.Span
				if len(cut) > 0 {
					trimmed = []communique.Span{hull(cut)}
				}
				if got := r.trim([]communique.Span{s}); !slices.Equal(got, trimmed) {
					t.Errorf("%.20q: %v is %v without blanks at its edges, want %v", text, s, got, trimmed)
				}
			}
		}
	}
}

func TestRunsOfSpans(t *testing.T) {
	const text = "ab cd  ef "
	r := newRuns(text, isBlank)
	span := func(start, end int) communique.Span { return communique.Span{Start: start, End: end} }
	all := []communique.Span{span(0, 4), span(1, 3), span(2, 9), span(3, 10), span(9, 10)}
	if d := cmp.Diff([]communique.Span{span(0, 2), span(3, 4), span(4, 5), span(7, 9)}, r.cut(all, len(text))); d != "" {
		t.Errorf("cut (-want +got):\n%s", d)
	}
	if got := r.cut(all, 2); len(got) != 3 {
		t.Errorf("cut into %v, want it to stop behind two", got)
	}
	if d := cmp.Diff([]communique.Span{span(0, 4), span(4, 9), span(9, 10)}, disjoint(all)); d != "" {
		t.Errorf("disjoint (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]communique.Span{span(3, 5), span(5, 8)}, r.trim([]communique.Span{span(2, 3), span(5, 7), span(2, 5), span(5, 8), span(9, 10)})); d != "" {
		t.Errorf("trimmed (-want +got):\n%s", d)
	}
	if got := newRuns(strings.Repeat(" ", 1000), isBlank); len(got) != 1 {
		t.Errorf("%d runs, want one", len(got))
	}
}
