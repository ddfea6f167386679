package table

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

const instruments = "# Instruments. Columns: word, classes.\n#   loud  is heard\n#   wind  is blown\nflute\twind\ntrumpet\tloud wind\n"

func TestClasses(t *testing.T) {
	c := NewClasses("instruments.tsv", instruments)
	loud, wind := c.Class("loud"), c.Class("wind")
	if err := c.Check(); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff([]string{"flute", "trumpet"}, wind.Words()); diff != "" {
		t.Errorf("words (-want +got):\n%s", diff)
	}
	if c.Class("reed").Has("flute") {
		t.Error("a class without words has one")
	}
	for word, want := range map[string]bool{"trumpet": true, "flute": false, "drum": false, "": false} {
		if loud.Has(word) != want {
			t.Errorf("Has(%q): %v, want %v", word, !want, want)
		}
	}
}

func TestClassesCheck(t *testing.T) {
	const top = "# Instruments.\n#   loud  is heard\n#   wind  is blown\n"
	both := []string{"loud", "wind"}
	tests := []struct {
		name, data string
		classes    []string
		want       string
	}{
		{"right", instruments, both, ""},
		{"a column too many", instruments + "tuba\twind\t2\n", both, "x.tsv:6: 3 columns, want at most 2"},
		{"not sorted", top + "trumpet\tloud wind\nflute\twind\n", both, `x.tsv:5: "flute" stands behind "trumpet"`},
		{"a word twice", top + "flute\tloud\nflute\twind\n", both, `x.tsv:5: "flute" stands behind "flute"`},
		{"classes not sorted", top + "trumpet\twind loud\n", both, `x.tsv:4: class "loud" is unknown or stands behind "wind"`},
		{"unknown class", top + "trumpet\tloud string\n", both, `x.tsv:4: class "string" is unknown or stands behind "loud"`},
		{"no class", top + "trumpet\n", both, `x.tsv:4: "trumpet" has no class`},
		{"a class without a word", top + "trumpet\tloud\n", both, `x.tsv: no word has class "wind"`},
		{"not explained", instruments, []string{"loud", "wind", "reed"}, `x.tsv: the comment at the top does not explain class "reed"`},
		{"declared twice", instruments, []string{"loud", "wind", "loud"}, `x.tsv: class "loud" is declared twice`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := NewClasses("x.tsv", tt.data)
			for _, class := range tt.classes {
				c.Class(class)
			}
			got := ""
			if err := c.Check(); err != nil {
				got = err.Error()
			}
			if got != tt.want {
				t.Errorf("Check: %q, want %q", got, tt.want)
			}
		})
	}
}
