package alike

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNameFeatures(t *testing.T) {
	tests := []struct {
		name string
		want []string
	}{
		{"", []string{"", ""}},
		{"Ministry of Foreign Affairs", []string{"affair", "foreign", "ministry", "ministry of foreign affairs", "mfa"}},
		{"U.N.", []string{"n", "u", "u.n.", "un"}},
		{"the Tallport Accords", []string{"accord", "tallport", "the tallport accords", "ta"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, NewName(tt.name).Features()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestNames(t *testing.T) {
	type relation struct{ SameWords, Within, Abbreviates, SameSurname, SameInitial bool }
	tests := []struct {
		x, y string
		want relation
	}{
		{"Ada Lindqvist", "Pavel Orban", relation{}},
		{"Ada Lindqvist", "Nils Lindqvist", relation{SameSurname: true}},
		{"Lindqvist", "Ada Lindqvist", relation{Within: true, SameSurname: true}},
		{"P. Orban", "Pavel Orban", relation{SameSurname: true, SameInitial: true}},
		{"Pavel Orban", "P Orban", relation{SameSurname: true, SameInitial: true}},
		{"N. Orban", "Pavel Orban", relation{SameSurname: true}},
		{"the Tallport Accords", "Tallport accord", relation{SameWords: true, Within: true}},
		{"Foreign Ministry", "Ministry of Foreign Affairs", relation{Within: true}},
		{"NLO", "Norland Liberation Organization", relation{Abbreviates: true}},
		{"N.L.O.", "Norland Liberation Organization", relation{Abbreviates: true}},
		{"N L O", "Norland Liberation Organization", relation{SameInitial: true}},
		{"Norland Liberation Organization", "NLO", relation{}},
		{"", "Norland", relation{Within: true}},
	}
	for _, tt := range tests {
		x, y := NewName(tt.x), NewName(tt.y)
		got := relation{x.SameWords(y), x.Within(y), x.Abbreviates(y), x.SameSurname(y), x.SameInitial(y)}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q, %q (-want +got):\n%s", tt.x, tt.y, diff)
		}
	}
	for name, want := range map[string]bool{"": true, "She": true, "--": true, "Norland": false} {
		if NewName(name).Wordless() != want {
			t.Errorf("Wordless(%q): %v, want %v", name, !want, want)
		}
	}
}
