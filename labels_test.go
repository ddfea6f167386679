package communique

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/communique-go/communique/internal/ontology"
	"github.com/google/go-cmp/cmp"
)

// TestLabelTable runs the examples of docs/labels.md: each must have a stance with the label of its row.
func TestLabelTable(t *testing.T) {
	f, err := os.Open("docs/labels.md")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	examples := map[StanceLabel]int{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		cells := strings.Split(lines.Text(), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if len(cells) != 7 || StanceLabel(cells[1]).Polarity() == "" {
			continue
		}
		label, sentence := StanceLabel(cells[1]), cells[5]
		if examples[label] == 0 { // the first row has what follows from the label; one covers several CAMEO roots
			want := []string{label.PLOVER(), strconv.FormatFloat(label.Score(), 'f', -1, 64), label.CAMEO()}
			got := []string{cells[2], cells[3], strings.Split(cells[4], "-")[0]}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: type, score and root (-library +table):\n%s", label, diff)
			}
		}
		examples[label]++
		if found, err := Label(sentence); err != nil || !hasLabel(found, label) {
			t.Errorf("%q has no %s: %v, error %v", sentence, label, found, err)
		}
	}
	for _, l := range Labels() {
		if examples[l] != 3 {
			t.Errorf("%s has %d examples, want 3", l, examples[l])
		}
	}
}

// TestOntology checks that the constants are those of the ontology.
func TestOntology(t *testing.T) {
	type constants struct {
		Labels      []StanceLabel
		Polarities  []Polarity
		QuadClasses []QuadClass
		Statuses    []Status
		Intensities []string
	}
	got := constants{
		Labels: []StanceLabel{Agree, Consult, Support, Concede, Cooperate, Aid, Retreat, Request, Accuse, Reject, Threaten, Protest,
			Sanction, Mobilize, Coerce, Assault, Affirm, Concern, Deny},
		Polarities:  []Polarity{Cooperative, Neutral, Conflictual},
		QuadClasses: []QuadClass{VerbalCooperation, MaterialCooperation, VerbalConflict, MaterialConflict},
		Statuses:    []Status{Undertaken, Reaffirmed, Invoked, Breached, Fulfilled, Withdrawn},
		Intensities: []string{Hedged.String(), Plain.String(), Marked.String(), Severe.String(), MostSevere.String(), (MostSevere + 1).String()},
	}
	want := constants{
		Labels:      Labels(),
		Polarities:  []Polarity{Polarity(ontology.Cooperative), Polarity(ontology.Neutral), Polarity(ontology.Conflictual)},
		QuadClasses: []QuadClass{QuadClass(ontology.VerbalCooperation), QuadClass(ontology.MaterialCooperation), QuadClass(ontology.VerbalConflict), QuadClass(ontology.MaterialConflict)},
		Intensities: []string{"hedged", "plain", "marked", "severe", "most severe", ""},
	}
	for _, s := range ontology.Statuses() {
		want.Statuses = append(want.Statuses, Status(s))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("constants (-ontology +library):\n%s", diff)
	}
}

func hasLabel(stances []Stance, l StanceLabel) bool {
	for _, s := range stances {
		if s.Label == l {
			return true
		}
	}
	return false
}
