package communique

import (
	"bufio"
	"os"
	"strings"
	"testing"
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
		if len(cells) != 7 || StanceLabel(strings.TrimSpace(cells[1])).info().label == "" {
			continue
		}
		label, sentence := StanceLabel(strings.TrimSpace(cells[1])), strings.TrimSpace(cells[5])
		examples[label]++
		if p := strings.TrimSpace(cells[2]); p != "" && p != label.PLOVER() {
			t.Errorf("%s: the table says PLOVER type %s, the library %s", label, p, label.PLOVER())
		}
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

func hasLabel(stances []Stance, l StanceLabel) bool {
	for _, s := range stances {
		if s.Label == l {
			return true
		}
	}
	return false
}
