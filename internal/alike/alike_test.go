package alike

import (
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// thing is found by its words.
type thing string

func (t thing) Features() []string { return Words(string(t)) }

// overlap is how like each other two things are.
func overlap(x, y thing) float64 { return SetOf(x.Features()...).Overlap(SetOf(y.Features()...)) }

func TestLinks(t *testing.T) {
	tests := []struct {
		name string
		a, b []thing
		want []Link
	}{
		{"nothing", nil, nil, nil},
		{"no feature in common", []thing{"red boat"}, []thing{"blue sail"}, nil},
		{"the best first", []thing{"red boat", "red sail"}, []thing{"red sail"}, []Link{{1, 0, 1}, {0, 0, 0.5}}},
		{"then in the order of b and a", []thing{"red", "red"}, []thing{"red", "red"}, []Link{{0, 0, 1}, {1, 0, 1}, {0, 1, 1}, {1, 1, 1}}},
		{"a feature twice", []thing{"red red"}, []thing{"red red"}, []Link{{0, 0, 1}}},
		{"rounded", []thing{"red boat off"}, []thing{"red"}, []Link{{0, 0, 0.5}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Links(tt.a, tt.b, overlap)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// What every thing has does not make pairs, however like each other they are.
func TestIndexShared(t *testing.T) {
	for n, want := range map[int]int{maxShared: maxShared, maxShared + 1: 0} {
		var x Index
		for i := 0; i < n; i++ {
			x.Add(i, []string{"all", "only " + strconv.Itoa(i)})
		}
		always := func(i, j int) float64 { return 1 }
		if got := x.Links([][]string{{"all"}}, always); len(got) != want {
			t.Errorf("%d things that share a feature: %d links, want %d", n, len(got), want)
		}
		if got := x.Links([][]string{{"all", "only 7"}}, always); len(got) != max(want, 1) {
			t.Errorf("%d things, one with a feature of its own: %d links, want %d", n, len(got), max(want, 1))
		}
	}
}

// A thing may be given features one after the other.
func TestIndexAdd(t *testing.T) {
	var x Index
	x.Add(1, []string{"red"})
	x.Add(0, []string{"boat"})
	x.Add(1, []string{"boat", "red"})
	got := x.Links([][]string{{"sail"}, {"red", "boat"}}, func(i, j int) float64 { return float64(i) })
	if diff := cmp.Diff([]Link{{1, 1, 1}}, got); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
}

func TestPairOff(t *testing.T) {
	tests := []struct {
		name         string
		links        []Link
		lenA, lenB   int
		repeats      bool
		pairs        []Link
		leftA, leftB []int
	}{
		{"nothing", nil, 2, 1, true, nil, []int{0, 1}, []int{0}},
		{"each once", []Link{{0, 1, 0.9}, {0, 0, 0.8}, {1, 1, 0.7}, {1, 0, 0.6}}, 2, 2, false, []Link{{0, 1, 0.9}, {1, 0, 0.6}}, nil, nil},
		{"left over", []Link{{0, 0, 0.9}, {1, 0, 0.8}, {0, 2, 0.7}}, 2, 3, false, []Link{{0, 0, 0.9}}, []int{1}, []int{1, 2}},
		{"only repeated", []Link{{0, 0, 0.9}, {1, 0, 0.8}, {0, 2, 0.7}}, 2, 3, true, []Link{{0, 0, 0.9}}, nil, []int{1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			pairs := PairOff(tt.links)
			if diff := cmp.Diff(tt.pairs, pairs); diff != "" {
				t.Errorf("pairs (-want +got):\n%s", diff)
			}
			a, b := Left(tt.links, pairs, tt.lenA, tt.lenB, func(i, j int) bool { return tt.repeats })
			if diff := cmp.Diff([][]int{tt.leftA, tt.leftB}, [][]int{a, b}); diff != "" {
				t.Errorf("left (-want +got):\n%s", diff)
			}
		})
	}
}
