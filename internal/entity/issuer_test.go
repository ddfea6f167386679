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
		{"wire service", "organization wire service"},
		{"Department of State", "organization State Department (USA)"},
		{"U.S. Department of State", "organization State Department (USA)"},
		{"Ministry of Foreign Affairs of Norway", "organization Ministry of Foreign Affairs of Norway (NOR)"},
		{"European External Action Service", "organization European External Action Service"},
		{"Office of the Prime Minister of Australia", "organization Office of the Prime Minister of Australia (AUS)"},
		{"Presidential Executive Office", "organization Presidential Executive Office"},
		{"Ministry of Trade and Industry of Kenya", "organization Ministry of Trade and Industry of Kenya (KEN)"},
		{"Foreign Affairs Ministry, Chad", "organization Foreign Affairs Ministry, Chad (TCD)"},
		{"Bureau of the Council on the Use of the Waters of the Zalesk River", "organization Bureau of the Council on the Use of the Waters of the Zalesk River"},
		{"The Zalesk Meetings Coverage and Press Releases", "organization Zalesk Meetings Coverage and Press Releases"},
		{"Delegation of the European Union to Chad", "group Delegation of the European Union to Chad"},
		{"Office of the President of Chile", "organization Office of the President of Chile (CHL)"},
		{"Foreign Minister Ana Lund of Norway", "person Ana Lund (Foreign Minister, NOR)"},
		{"Ana Lund", "person Ana Lund"},
		{"Rodrigo Roa Marek", "person Rodrigo Roa Marek"},
		{"Foreign Minister of Norway, Ana Lund", "person Ana Lund (Foreign Minister, NOR)"},
		{"Ana Lund, Foreign Minister of Norway", "person Ana Lund (Foreign Minister, NOR)"},
		{"President of Ukraine Volodymyr Zelensky", "person Volodymyr Zelensky (President, UKR)"},
		{"Spokesperson for the Ministry of Trade of Chad Anton Belik", "person Anton Belik (Spokesperson for the Ministry of Trade, TCD)"},
		{"Minister of Defence Anton Belik", "person Anton Belik (Minister of Defence)"},
		{"UN Secretary-General", "person UN Secretary-General (UN Secretary-General)"},
		{"Minister for Foreign Affairs of Norway", "person Minister for Foreign Affairs of Norway (Minister for Foreign Affairs, NOR)"},
		{"Deputy Prime Minister and Minister of Trade of Ireland", "person Deputy Prime Minister and Minister of Trade of Ireland (Deputy Prime Minister, IRL)"},
		{"Prime Minister of Kenya", "person Prime Minister of Kenya (Prime Minister, KEN)"},
		{"G7 Leaders", "group G7 Leaders"},
		{"G7 Foreign Ministers", "group G7 Foreign Ministers"},
		{"Leaders of the Five River States", "group Leaders of the Five River States"},
		{"Friends of Chad", "group Friends of Chad (TCD)"},
		{"Governments of the United States and the United Kingdom", "group Governments of the United States and the United Kingdom {United States, United Kingdom}"},
		{"Government of Norway and Government of Chad", "group Government of Norway and Government of Chad {Norway, Chad}"},
		{"United States, Japan and Kenya", "group United States, Japan and Kenya {United States, Japan, Kenya}"},
		{"Chad; Mali; Niger", "group Chad; Mali; Niger {Chad, Mali, Niger}"},
		{"Norway and Chad, facilitators", "group Norway and Chad, facilitators {Norway, Chad}"},
		{"Ana Lund and Anthony Belik", "group Ana Lund and Anthony Belik {Ana Lund, Anthony Belik}"},
		{"President of Chad and Prime Minister of Norway", "group President of Chad and Prime Minister of Norway {President of Chad, Prime Minister of Norway}"},
		{"Governments of France and Kenya", "group Governments of France and Kenya {France, Kenya}"},
		{"Foreign Ministers of France, Kenya and the EU High Representative",
			"group Foreign Ministers of France, Kenya and the EU High Representative {France, Kenya, European Union}"},
		{"President Ana Lund and President Ivan Belov", "group President Ana Lund and President Ivan Belov {Ana Lund, Ivan Belov}"},
		{"France and Kenya", "group France and Kenya {France, Kenya}"},
		{"Leaders of Chad, Mali, Niger, Kenya, Ghana, Togo, Benin, Chile and Peru",
			"group Leaders of Chad, Mali, Niger, Kenya, Ghana, Togo, Benin, Chile and Peru {Chad, Mali, Niger, Kenya, Ghana, Togo, Benin, Chile, Peru}"},
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

// The issuer is the entity that the text names, if it names it. What the text leaves open of it is filled in.
func TestIssuedByIsNamed(t *testing.T) {
	for _, tt := range []struct{ text, issuer, want string }{
		{"Foreign Minister Lund of Norway met the press. She was glad.", "Ana Lund", "person Ana Lund (Foreign Minister, NOR): Foreign Minister Lund | She"},
		{"“We agree,” said Belik. Belik left.", "Prime Minister of Chad Anton Belik", "person Anton Belik (Prime Minister, TCD): Belik | Belik"},
		{"Norwegian Prime Minister Ana Lund met the press.", "Prime Minister of Norway", "person Ana Lund (Prime Minister, NOR): Norwegian Prime Minister Ana Lund"},
		{"“We agree,” said Zorvane Trask.", "Zorvane Trask", "person Zorvane Trask: Zorvane Trask"},
		{"Norway welcomed it.", "Government of Norway", "state Norway (NOR): Norway"},
		{"The foreign ministry of Chad denied the report.", "Foreign Ministry of Chad", "organization foreign ministry of Chad (TCD): The foreign ministry"},
		{"The State Department denied the report.", "Department of State", "organization State Department (USA): The State Department"},
		{"The Zalesk Summit ended.", "Zalesk Summit", "event Zalesk Summit: The Zalesk Summit"},
	} {
		d := readGiven(tt.text, Given{Issuer: tt.issuer})
		if diff := cmp.Diff(tt.want, render(d, d.Entities[d.IssuedBy])); diff != "" {
			t.Errorf("%q by %q (-want +got):\n%s", tt.text, tt.issuer, diff)
		}
		for id, e := range d.Entities {
			if e.Given && id != d.IssuerState {
				t.Errorf("%q by %q: a second entity %s", tt.text, tt.issuer, render(d, e))
			}
		}
	}
}

// An issuer that the text does not name comes after its entities and alters none of what is found in it.
func TestIssuedByAltersNothing(t *testing.T) {
	for _, tt := range []struct{ text, issuer string }{
		{"Norwegian ministers met Chadian Prime Minister Anton Belik. He said that we signed.", "Government of Norway"},
		{"Chadian Prime Minister Anton Belik met Ana Lund. We signed.", "Chad and Mali"},
		{"Chad and Mali said that they agreed. Their ministers left.", "Governments of Chad and Mali"},
		{"The ministers left. The leaders stayed. The delegation said so.", "Leaders of Chad and Mali"},
		{"BRUSSELS, 4 May — Brussels rejected the plan.", "Kingdom of Belgium"},
		{"MR. BELIK: We left.\n\nQUESTION: Why?", "Ministry of Foreign Affairs of Norway"},
	} {
		plain, d := readGiven(tt.text, Given{}), readGiven(tt.text, Given{Issuer: tt.issuer})
		seen := func(d *Doc, n int) (out []any) {
			for id := 0; id < n; id++ {
				out = append(out, render(d, d.Entities[id]), d.Body(id))
			}
			for i := range d.Tokens {
				out = append(out, d.Of(d.PhraseAt[i]), d.OwnerOf(i), d.StateIn(i, i+1))
			}
			return append(out, d.Turns, d.Issuer)
		}
		if diff := cmp.Diff(seen(plain, len(plain.Entities)), seen(d, len(plain.Entities))); diff != "" {
			t.Errorf("%q by %q (-without +with):\n%s", tt.text, tt.issuer, diff)
		}
		if d.IssuedBy < len(plain.Entities) {
			t.Errorf("%q by %q: it is %s", tt.text, tt.issuer, render(d, d.Entities[d.IssuedBy]))
		}
		for _, e := range d.Entities[len(plain.Entities):] {
			if !e.Given || len(e.Mentions) > 0 {
				t.Errorf("%q by %q: %s is not marked as given", tt.text, tt.issuer, render(d, e))
			}
		}
	}
}

// An issuer of any length and any bytes is read in little time.
func TestIssuedByHostile(t *testing.T) {
	for _, s := range []string{strings.Repeat("Governments of ", 1000), strings.Repeat("é", 5000), strings.Repeat("\x80", 3000), strings.Repeat("Kenya, ", 2000),
		strings.Repeat("Ana Lund and ", 1000), strings.Repeat("A\n\n", 4000), strings.Repeat("“(", 5000), strings.Repeat("President of Chad ", 600), "\x00", "...", "the", "MR. LUND:", "- - -"} {
		if d := readGiven("Norway welcomed it.", Given{Issuer: s}); d.IssuedBy == None || len(d.Entities[d.IssuedBy].Name) > longestIssuer {
			t.Errorf("%.20q: entity %d", s, d.IssuedBy)
		}
	}
}
