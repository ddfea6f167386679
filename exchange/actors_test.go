package exchange

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/communique-go/communique"
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

// TestRealDictionaries reads the dictionaries of PETRARCH2 where they are at hand.
func TestRealDictionaries(t *testing.T) {
	paths, err := filepath.Glob(shared + "/petrarch/*actors.txt")
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
		if _, err := communique.New(communique.WithActors(usable(list)...)); err != nil {
			t.Errorf("%s: %v", p, err)
		}
		t.Logf("%s: %d actors, %d problems", filepath.Base(p), len(list), len(problems))
	}
}

// usable leaves out the states without a code, which WithActors refuses.
func usable(list []communique.Actor) []communique.Actor {
	var out []communique.Actor
	for _, a := range list {
		if a.Kind != communique.State || a.Country != "" {
			out = append(out, a)
		}
	}
	return out
}

func TestReadAgentsPETRARCH(t *testing.T) {
	agents, problems, err := ReadAgentsPETRARCH("agents.txt", strings.NewReader("OMBUDSMAN_ [~GOV]\nRELIEF_CORPS_ [NGO~]\n"))
	if err != nil || len(problems) > 0 {
		t.Fatalf("problems %v, error %v", problems, err)
	}
	want := []communique.Agent{{Noun: "ombudsman", Plural: "ombudsmans", Code: "~GOV"}, {Noun: "relief corps", Code: "NGO~"}}
	if diff := cmp.Diff(want, agents); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := communique.New(communique.WithAgents(agents...)); err != nil {
		t.Error(err)
	}
}
