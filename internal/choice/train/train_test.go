package train

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/communique-go/communique/internal/choice"
	"github.com/communique-go/communique/internal/entity"
)

// Learning finds the feature that tells right from wrong, and the same questions give the same weights.
func TestLearn(t *testing.T) {
	f := func(names ...string) []choice.Feature {
		var out []choice.Feature
		for _, n := range names {
			out = append(out, choice.KeyOf(n).Feature())
		}
		return out
	}
	var questions []Question
	for i := 0; i < 40; i++ {
		noise := string(rune('a' + i%7))
		questions = append(questions, Question{Candidates: [][]choice.Feature{f("near", noise), f("subject", noise), f("far")}, Right: []bool{false, true, i%5 == 0}})
	}
	questions = append(questions, Question{Candidates: [][]choice.Feature{f("near")}, Right: []bool{false}}) // says nothing
	w := Learn(questions, Defaults)
	m, err := choice.Decode(choice.Encode(w))
	if err != nil {
		t.Fatal(err)
	}
	if got := Accuracy(m, questions[:40]); got != 1 {
		t.Errorf("%.2f of what was learnt is right", got)
	}
	if diff := cmp.Diff(w, Learn(questions, Defaults)); diff != "" {
		t.Error("the same questions gave other weights")
	}
}

func TestSame(t *testing.T) {
	gold := map[string]goldEntity{
		"Ana Lund":   {Name: "Ana Lund", Kind: "person", Aliases: []string{"She", "the Foreign Minister"}},
		"Norway":     {Name: "Norway", Kind: "state", Country: "NOR"},
		"The Panel ": {Name: "The Panel", Kind: "group"},
	}
	for _, tt := range []struct {
		e    entity.Entity
		name string
		want bool
	}{
		{entity.Entity{Kind: entity.Person, Name: "Lund"}, "Ana Lund", true},
		{entity.Entity{Kind: entity.Person, Name: "Ana Lund, Jr."}, "Ana Lund", true},
		{entity.Entity{Kind: entity.Person, Name: "Foreign Minister"}, "Ana Lund", true},
		{entity.Entity{Kind: entity.State, Name: "Kingdom of Norway", Country: "NOR"}, "Norway", true},
		{entity.Entity{Kind: entity.Group, Name: "Panel"}, "The Panel ", true},
		{entity.Entity{Kind: entity.Organization, Name: "Lund"}, "Ana Lund", false},
		{entity.Entity{Kind: entity.State, Name: "Sweden", Country: "SWE"}, "Norway", false},
	} {
		if got := same(tt.e, gold, tt.name); got != tt.want {
			t.Errorf("%s and %s: %v", tt.e.Name, tt.name, got)
		}
	}
}

// The embedded models are those that the command learns, where the data is at hand: if code and model part, they have to be learnt
// anew.
func TestEmbeddedFits(t *testing.T) {
	const shared = "../../../../shared/"
	if _, err := os.Stat(shared + "field/train"); err != nil {
		t.Skip("no annotated statements beside the repository")
	}
	holders, targets, err := Read(shared+"field/train", shared+"gold")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		name      string
		m         *choice.Model
		questions []Question
		least     float64
	}{{"holders", choice.Holders(), holders, 0.62}, {"targets", choice.Targets(), targets, 0.62}} {
		if got := Accuracy(x.m, x.questions); got < x.least {
			t.Errorf("%s: %.3f of the questions that it was learnt from are right, want %.2f; learn it anew: see MODEL.md", x.name, got, x.least)
		}
	}
}

func TestUnmark(t *testing.T) {
	plain, source, target := unmark("<s>Chad</s> < <t>Mali</t> and <t>Togo</t>.")
	if plain != "Chad < Mali and Togo." || len(source) != 1 || len(target) != 2 || plain[source[0].Start:source[0].End] != "Chad" || plain[target[1].Start:target[1].End] != "Togo" {
		t.Errorf("%q, %v, %v", plain, source, target)
	}
}
