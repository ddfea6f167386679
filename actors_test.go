package communique

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const actorRows = `name,kind,country,role,from,to
Ruta Holm,person,EST,Foreign Minister,2021,2023-06-30
Ruta Holm,person,EST,President,2023-07-01,
Amber Forum,organization,LVA,,,
Bad Row,planet,,,,
`

func TestReadActorsCSV(t *testing.T) {
	list, problems, err := ReadActorsCSV("actors.csv", strings.NewReader(actorRows))
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 2 || len(list[0].Roles) != 2 {
		t.Fatalf("got %+v, want Ruta Holm with two roles and the Amber Forum", list)
	}
	if len(problems) != 1 || problems[0].Line != 5 || !strings.HasPrefix(problems[0].Error(), "actors.csv:5: ") {
		t.Errorf("got problems %v, want one of line 5", problems)
	}
}

func TestParseDated(t *testing.T) {
	list, _, err := ReadActorsCSV("actors.csv", strings.NewReader(actorRows))
	if err != nil {
		t.Fatal(err)
	}
	a, err := New(WithActors(list...))
	if err != nil {
		t.Fatal(err)
	}
	const s = "Ruta Holm pledged to send two ferries by the end of June. The Amber Forum welcomed it."
	type got struct{ Role, Country, Code, Due string }
	for _, test := range []struct {
		day  string
		want got
	}{
		{"2022-03-01", got{"Foreign Minister", "EST", "", "2022-06-30"}},
		{"2024-03-01", got{"President", "EST", "", "2024-06-30"}},
	} {
		day, err := time.Parse(time.DateOnly, test.day)
		if err != nil {
			t.Fatal(err)
		}
		st, err := a.ParseDated(s, day)
		if err != nil {
			t.Fatal(err)
		}
		if len(st.Entities) == 0 || len(st.Commitments) != 1 {
			t.Fatalf("%s: got %v", test.day, st)
		}
		e := st.Entities[0]
		if diff := cmp.Diff(test.want, got{e.Role, e.Country, e.Code, st.Commitments[0].Due}); diff != "" {
			t.Errorf("on %s (-want +got):\n%s", test.day, diff)
		}
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

// TestRealDictionaries reads the dictionaries of PETRARCH2 where they are at hand.
func TestRealDictionaries(t *testing.T) {
	paths, err := filepath.Glob("../shared/petrarch/*actors.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		t.Skip("no dictionaries beside the repository")
	}
	for _, p := range paths {
		f, err := os.Open(p)
		if err != nil {
			t.Fatal(err)
		}
		list, problems, err := ReadActorsPETRARCH(filepath.Base(p), f)
		f.Close()
		if err != nil || len(list) == 0 {
			t.Errorf("%s: %d actors, error %v", p, len(list), err)
		}
		if _, err := New(WithActors(usable(list)...)); err != nil {
			t.Errorf("%s: %v", p, err)
		}
		t.Logf("%s: %d actors, %d problems", filepath.Base(p), len(list), len(problems))
	}
}

// usable leaves out the states without a code, which WithActors refuses.
func usable(list []Actor) []Actor {
	var out []Actor
	for _, a := range list {
		if a.Kind != State || a.Country != "" {
			out = append(out, a)
		}
	}
	return out
}

func TestWithAgents(t *testing.T) {
	agents, problems, err := ReadAgentsPETRARCH("agents.txt", strings.NewReader("OMBUDSMAN_ [~GOV]\nRELIEF_CORPS_ [NGO~]\n"))
	if err != nil || len(problems) > 0 || len(agents) != 2 {
		t.Fatalf("got %v, problems %v, error %v", agents, problems, err)
	}
	a, err := New(WithAgents(agents...))
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
