package alike

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// set is the set of the words of a string.
func set(s string) Set { return SetOf(strings.Fields(s)...) }

func TestSet(t *testing.T) {
	if diff := cmp.Diff(Set{"bay", "boat", "sail"}, SetOf("sail", "boat", "bay", "boat")); diff != "" {
		t.Errorf("SetOf (-want +got):\n%s", diff)
	}
	if got := SetOf(); got == nil || len(got) > 0 {
		t.Errorf("SetOf(): %#v, want an empty set", got)
	}
	s := set("bay boat sail")
	for item, want := range map[string]bool{"bay": true, "sail": true, "": false, "oar": false, "zone": false} {
		if s.Has(item) != want {
			t.Errorf("Has(%q): %v, want %v", item, !want, want)
		}
	}
	if diff := cmp.Diff(set("bay boat oar sail"), s.With("oar", "bay")); diff != "" {
		t.Errorf("With (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(set("boat"), s.Without(set("bay oar sail"))); diff != "" {
		t.Errorf("Without (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(set("bay boat sail"), s); diff != "" {
		t.Errorf("the set has changed:\n%s", diff)
	}
}

func TestSetsCompared(t *testing.T) {
	tests := []struct {
		s, t           string
		overlap, share float64
		within, apart  bool
	}{
		{"", "", 0, 0, true, false},
		{"", "boat", 0, 0, true, false},
		{"boat", "", 0, 0, false, false},
		{"boat", "boat", 1, 1, true, false},
		{"boat", "sail", 0, 0, false, true},
		{"boat sail", "boat", 2.0 / 3, 0.5, false, false},
		{"boat", "boat sail", 2.0 / 3, 1, true, false},
		{"bay boat oar", "boat oar sail zone", 4.0 / 7, 2.0 / 3, false, false},
	}
	for _, tt := range tests {
		x, y := set(tt.s), set(tt.t)
		if x.Overlap(y) != tt.overlap || x.Share(y) != tt.share || x.Within(y) != tt.within || x.Apart(y) != tt.apart {
			t.Errorf("%q, %q: overlap %v, share %v, within %v, apart %v, want %v, %v, %v, %v", tt.s, tt.t, x.Overlap(y), x.Share(y), x.Within(y), x.Apart(y),
				tt.overlap, tt.share, tt.within, tt.apart)
		}
	}
}

func TestCommon(t *testing.T) {
	tests := []struct {
		s, t []int
		want int
	}{
		{nil, []int{1}, 0}, {[]int{1, 2, 2, 3}, []int{2, 2, 2, 4}, 2}, {[]int{5, 9}, []int{1, 5, 6, 9}, 2},
	}
	for _, tt := range tests {
		if got := Common(tt.s, tt.t); got != tt.want {
			t.Errorf("%v, %v: %d, want %d", tt.s, tt.t, got, tt.want)
		}
	}
}
