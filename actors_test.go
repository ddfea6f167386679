package communique

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

func TestParseDocumentDate(t *testing.T) {
	a, err := New(WithActors(
		Actor{Name: "Ruta Holm", Kind: Person, Country: "EST", Roles: []ActorRole{
			{Title: "Foreign Minister", From: date(2021, 1, 1), To: date(2023, 6, 30)}, {Title: "President", From: date(2023, 7, 1)}}},
		Actor{Name: "Amber Forum", Kind: Organization, Country: "LVA"}))
	if err != nil {
		t.Fatal(err)
	}
	const s = "Ruta Holm pledged to send two ferries by the end of June. The Amber Forum welcomed it."
	type got struct{ Role, Country, Code, Due string }
	for _, test := range []struct {
		day  string
		want got
	}{
		{"2022-03-01", got{"Foreign Minister", "EST", "ESTGOV", "2022-06-30"}},
		{"2024-03-01", got{"President", "EST", "ESTGOV", "2024-06-30"}},
	} {
		day, err := time.Parse(time.DateOnly, test.day)
		if err != nil {
			t.Fatal(err)
		}
		st, err := a.ParseDocument(Document{Text: s, Date: day.Add(23 * time.Hour)})
		if err != nil {
			t.Fatal(err)
		}
		if len(st.Entities) == 0 || len(st.Commitments) != 1 {
			t.Fatalf("%s: got %v", test.day, st)
		}
		e := st.Entities[0]
		if !st.Date.Equal(day) {
			t.Errorf("the statement's date is %v, want %v", st.Date, day)
		}
		if diff := cmp.Diff(test.want, got{e.Role, e.Country, e.Code, st.Commitments[0].Due.Format(time.DateOnly)}); diff != "" {
			t.Errorf("on %s (-want +got):\n%s", test.day, diff)
		}
	}
}

// The day decides whose ambassador somebody is before the stances are found: what he tells of the other side's conduct is an
// accusation, what he tells of his own side's is not.
func TestRoleOfTheDay(t *testing.T) {
	a, err := New(WithActors(Actor{Name: "Ruta Holm", Kind: Person, Roles: []ActorRole{
		{Title: "Ambassador of Mali", Country: "MLI", From: date(2020, 1, 1), To: date(2022, 12, 31)},
		{Title: "Ambassador of Chad", Country: "TCD", From: date(2023, 1, 1)}}}))
	if err != nil {
		t.Fatal(err)
	}
	const s = "BAMAKO, 3 May — Ruta Holm said that Chad shelled two villages."
	for _, tt := range []struct {
		day  time.Time
		want string
	}{
		{date(2022, 12, 31), "Ruta Holm MLI: accuse → Chad"},
		{date(2023, 1, 1), "Chad TCD: assault → "},
		{time.Time{}, "Chad TCD: assault → "},
	} {
		st, err := a.ParseDocument(Document{Text: s, Date: tt.day})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, x := range st.Stances {
			for _, id := range x.HolderIDs {
				got = append(got, fmt.Sprintf("%s %s: %s → %s", st.Entities[id].Name, st.Entities[id].Country, x.Label, strings.Join(x.Targets, ", ")))
			}
		}
		if diff := cmp.Diff([]string{tt.want}, got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", tt.day, diff)
		}
	}
}

// A role holds from its first day to its last, whole days, also if it is the only one. The issuer of a statement is an actor
// like others.
func TestIssuerOfTheDay(t *testing.T) {
	evening := date(2022, 12, 31).Add(20 * time.Hour)
	a, err := New(WithActors(Actor{Name: "Ruta Holm", Kind: Person, Country: "NOR", Roles: []ActorRole{
		{Title: "Ambassador of Mali", Country: "MLI", Code: "MLIGOV", From: date(2020, 1, 1).Add(9 * time.Hour), To: evening}}}))
	if err != nil {
		t.Fatal(err)
	}
	const during, after = "Ruta Holm (person, MLI, Ambassador of Mali) MLIGOV", "Ruta Holm (person, NOR) NOR"
	for _, tt := range []struct {
		day  time.Time
		want string
	}{
		{date(2019, 12, 31), after},
		{date(2020, 1, 1), during},
		{date(2022, 12, 31), during},
		{evening.In(time.FixedZone("", 12*3600)), after}, // the day is that of the zone
		{date(2023, 1, 1), after},
		{time.Time{}, during},
	} {
		st, err := a.ParseDocument(Document{Text: "Chad signed the treaty.", Issuer: "Ruta Holm", Date: tt.day})
		if err != nil {
			t.Fatal(err)
		}
		if st.IssuerID == nil {
			t.Fatalf("%v: no issuer", tt.day)
		}
		e := st.Entities[*st.IssuerID]
		if got := e.String() + " " + e.Code; got != tt.want {
			t.Errorf("%v: got %s, want %s", tt.day, got, tt.want)
		}
		if first := len(st.Entities) - 2; e.ID < first || len(e.Mentions) > 0 {
			t.Errorf("%v: the issuer is entity %d with %v, want %d or, behind his state, the last, without mentions", tt.day, e.ID, e.Mentions, first)
		}
	}
}

func TestActorCountry(t *testing.T) {
	const (
		form    = "want a code of three capital letters, as in ISO 3166-1 alpha-3"
		unknown = "want an ISO 3166-1 alpha-3 code such as NOR, or that of a state among the actors"
	)
	norland := Actor{Name: "Norland", Kind: State, Country: "NRL"}
	for _, tt := range []struct {
		actors []Actor
		want   string
	}{
		{[]Actor{{Name: "A", Kind: Person, Country: "NOR"}}, ""},
		{[]Actor{{Name: "A", Kind: Person}}, ""},
		{[]Actor{{Name: "A", Kind: Person, Country: "XKX", Roles: []ActorRole{{Country: "SUN"}, {Country: "YUG"}, {Country: "CSK"}, {Country: "DDR"}}}}, ""},
		{[]Actor{norland}, ""},
		{[]Actor{{Name: "A", Kind: Person, Country: "NRL"}, norland}, ""},
		{[]Actor{norland, {Name: "A", Kind: Group, Roles: []ActorRole{{Country: "NRL"}}}}, ""},
		{[]Actor{{Name: "A", Kind: Person, Country: "NRL"}}, `actor "A": country "NRL", ` + unknown},
		{[]Actor{norland, {Name: "A", Kind: Person, Country: "NRX"}}, `actor "A": country "NRX", ` + unknown},
		{[]Actor{{Name: "A", Kind: Person, Country: "Norway"}}, `actor "A": country "Norway", ` + unknown},
		{[]Actor{{Name: "A", Kind: Organization, Country: "NO"}}, `actor "A": country "NO", ` + unknown},
		{[]Actor{{Name: "A", Kind: Person, Country: "nor"}}, `actor "A": country "nor", ` + unknown},
		{[]Actor{{Name: "A", Kind: Person, Country: "NOR", Roles: []ActorRole{{Country: "SWE"}, {Country: "SWX"}}}}, `actor "A": country "SWX", ` + unknown},
		{[]Actor{{Name: "Norland", Kind: State, Country: "Norland"}}, `actor "Norland": country "Norland", ` + form},
		{[]Actor{{Name: "Norland", Kind: State, Country: "N1L"}}, `actor "Norland": country "N1L", ` + form},
		{[]Actor{{Name: "Norland", Kind: State}}, `actor "Norland": a state needs a country code of its own`},
	} {
		_, err := New(WithActors(tt.actors...))
		got := ""
		if err != nil {
			got = strings.TrimPrefix(err.Error(), "communique: ")
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", tt.actors, diff)
		}
	}
	// Another option sees the states of those before it.
	if _, err := New(WithActors(norland), WithActors(Actor{Name: "A", Kind: Person, Country: "NRL"})); err != nil {
		t.Error(err)
	}
}

func TestCodes(t *testing.T) {
	st, err := Parse("Russian President Ivan Belov met NATO envoys. The Taliban rejected it. French Defence Minister Anne Morel spoke to the World Bank.")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"Ivan Belov": "RUSGOV", "Taliban": "AFG", "Anne Morel": "FRAGOV"}
	for _, e := range st.Entities {
		if w, ok := want[e.Name]; ok && !strings.HasPrefix(e.Code, w) {
			t.Errorf("%s has code %q, want %s", e.Name, e.Code, w)
		}
		delete(want, e.Name)
	}
	if len(want) > 0 {
		t.Errorf("no entity for %v in %v", want, st.Entities)
	}
}

func TestWithAgents(t *testing.T) {
	a, err := New(WithAgents(Agent{Noun: "ombudsman", Code: "~GOV"}, Agent{Noun: "relief corps", Code: "NGO~"}))
	if err != nil {
		t.Fatal(err)
	}
	st, err := a.Parse("The Kenyan Relief Corps thanked Norway.")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range st.Entities {
		if strings.Contains(e.Name, "Relief Corps") && e.Code != "NGOKEN" {
			t.Errorf("%s has code %q, want NGOKEN", e.Name, e.Code)
		}
	}
}

func TestWithActorsNameless(t *testing.T) {
	for _, name := range []string{"", " \t"} {
		if _, err := New(WithActors(Actor{Name: name, Aliases: []string{"Zorblax"}, Kind: Person})); err == nil {
			t.Errorf("no error for an actor named %q", name)
		}
	}
}

func TestDeadlineTomorrow(t *testing.T) {
	st, err := Parse("Kenya agreed to reopen the crossing tomorrow at noon.")
	if err != nil {
		t.Fatal(err)
	}
	if len(st.Commitments) != 1 || st.Commitments[0].Deadline == nil || st.Commitments[0].Deadline.Text != "tomorrow" {
		t.Errorf("got %v, want one commitment with the deadline tomorrow", st.Commitments)
	}
}

// An actor of the user's is known by name, title or none, whether or not the tables have his first name.
func TestWithActorsPerson(t *testing.T) {
	a, err := New(WithActors(Actor{Name: "Jana Kralova", Aliases: []string{"J. Kralova"}, Kind: Person, Country: "CZE", Roles: []ActorRole{{Title: "Foreign Minister", Code: "CZEGOV"}}}))
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"Jana Kralova criticised Hungary.", "Foreign Minister Jana Kralova criticised Hungary.", "“We agree,” Jana Kralova said on Wednesday.",
		"Norway met Jana Kralova. Kralova left.", "J. Kralova criticised Hungary."} {
		s, err := a.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range s.Entities {
			if e.Kind == Person {
				got = append(got, e.String()+" "+e.Code)
			}
		}
		if diff := cmp.Diff([]string{"Jana Kralova (person, CZE, Foreign Minister) CZEGOV"}, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}
