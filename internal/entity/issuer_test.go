package entity

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/communique-go/communique/internal/marks"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/text"
)

func readGiven(s string, given Given) *Doc {
	doc := text.Tag(text.Cut(s))
	return Find(syntax.Parse(doc, cues.Reports), marks.Find(doc), names, cues.Reports, given)
}

func TestIssuedBy(t *testing.T) {
	for _, tt := range []struct{ issuer, want string }{
		{"White House", "organization White House (USA)"},
		{"Kremlin", "state Russia (RUS)"},
		{"Kenya", "state Kenya (KEN)"},
		{"Wikinews", "organization Wikinews"},
		{"U.S. Department of State", "organization State Department (USA)"},
		{"Ministry of Foreign Affairs of Norway", "organization Ministry of Foreign Affairs of Norway (NOR)"},
		{"European External Action Service", "organization European External Action Service"},
		{"Office of the President of Chile", "organization Office of the President of Chile (CHL)"},
		{"Foreign Minister Ana Lund of Norway", "person Ana Lund (Foreign Minister, NOR)"},
		{"Ana Lund", "person Ana Lund"},
		{"Prime Minister of Kenya", "person Prime Minister of Kenya (Prime Minister, KEN)"},
		{"G7 Leaders", "group G7 Leaders"},
		{"Governments of France and Kenya", "group Governments of France and Kenya {France, Kenya}"},
		{"Foreign Ministers of France, Kenya and the EU High Representative",
			"group Foreign Ministers of France, Kenya and the EU High Representative {France, Kenya, European Union}"},
		{"President Ana Lund and President Ivan Belov", "group President Ana Lund and President Ivan Belov {Ana Lund, Ivan Belov}"},
		{"France and Kenya", "group France and Kenya {France, Kenya}"},
		{"Leaders of Chad, Mali, Niger, Kenya, Ghana, Togo, Benin, Chile and Peru", "group Leaders of Chad, Mali, Niger, Kenya, Ghana, Togo, Benin, Chile and Peru"},
		{" \n", ""},
		{"Ministry of\nForeign  Affairs of Norway", "organization Ministry of Foreign Affairs of Norway (NOR)"},
		{"\xff\xfe", "organization \xff\xfe"},
	} {
		d := readGiven("Nobody of note was there.", Given{Issuer: tt.issuer})
		got := ""
		if d.IssuedBy != None {
			got = strings.TrimSuffix(render(d, d.Entities[d.IssuedBy]), ": ")
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.issuer, diff)
		}
	}
}

// The issuer is the entity that the text names, if it names it.
func TestIssuedByIsNamed(t *testing.T) {
	d := readGiven("Foreign Minister Lund of Norway met the press. She was glad. Norway welcomed it.", Given{Issuer: "Ana Lund"})
	if got, want := render(d, d.Entities[d.IssuedBy]), "person Ana Lund (Foreign Minister, NOR): Foreign Minister Lund | She"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	d = readGiven("Norway welcomed it.", Given{Issuer: "Government of Norway"})
	if got, want := render(d, d.Entities[d.IssuedBy]), "state Norway (NOR): Norway"; got != want || len(d.Entities) != 1 {
		t.Errorf("got %s of %d entities, want %s alone", got, len(d.Entities), want)
	}
}

// An issuer of any length and any bytes is read in little time.
func TestIssuedByHostile(t *testing.T) {
	for _, s := range []string{strings.Repeat("Governments of ", 1000), strings.Repeat("é", 5000), strings.Repeat("\x80", 3000), strings.Repeat("Kenya, ", 2000)} {
		if d := readGiven("Norway welcomed it.", Given{Issuer: s}); d.IssuedBy == None || len(d.Entities[d.IssuedBy].Name) > longestIssuer {
			t.Errorf("%.20q: entity %d", s, d.IssuedBy)
		}
	}
}
