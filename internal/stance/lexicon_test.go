package stance

import (
	"slices"
	"strings"
	"testing"

	"github.com/communique-go/communique/internal/ontology"
	"github.com/communique-go/communique/internal/table"
)

// TestForm checks the table of phrases: it parses, its rows are grouped by label in the order of the ontology, sorted by
// pattern, and there is no pattern twice.
func TestForm(t *testing.T) {
	rows, err := table.Parse("stances.tsv", stanceTable, 4)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(stanceTable, "# ") {
		t.Error("stances.tsv has no comment on top")
	}
	labels := ontology.Labels()
	label, previous := 0, ""
	for _, r := range rows {
		if _, err := parsePattern(r.Cells); err != nil {
			t.Errorf("stances.tsv:%d: %v", r.Line, err)
			continue
		}
		switch at := slices.Index(labels, ontology.Label(r.Cells[0])); {
		case at < label:
			t.Errorf("stances.tsv:%d: label %q stands behind %q", r.Line, r.Cells[0], labels[label])
		case at > label:
			label, previous = at, ""
		}
		switch pattern := r.Cells[1]; {
		case pattern == previous:
			t.Errorf("stances.tsv:%d: pattern %q once more", r.Line, pattern)
		case pattern < previous:
			t.Errorf("stances.tsv:%d: pattern %q stands behind %q", r.Line, pattern, previous)
		}
		previous = r.Cells[1]
	}
	if label != len(labels)-1 {
		t.Errorf("the last label is %q", labels[label])
	}
}

// TestModes checks that each row of modes.tsv has a label, a mode, a code and words to know it by.
func TestModes(t *testing.T) {
	if !strings.HasPrefix(modeTable, "# ") {
		t.Error("modes.tsv has no comment on top")
	}
	for _, r := range table.MustParse("modes.tsv", modeTable, 4) {
		if _, err := ontology.ParseLabel(r.Cells[0]); err != nil {
			t.Errorf("modes.tsv:%d: label %q, %v", r.Line, r.Cells[0], err)
		}
		if r.Cells[1] == "" || len(r.Cells[2]) < 2 || r.Cells[3] == "" {
			t.Errorf("modes.tsv:%d: mode %q, code %q, words %q", r.Line, r.Cells[1], r.Cells[2], r.Cells[3])
		}
	}
}

func TestAdd(t *testing.T) {
	l := Default()
	if err := l.Add("mine", "# added\naffirm\tratify NP\t1\nrequest\tplead from\t3\tfrom\n"); err != nil {
		t.Fatal(err)
	}
	d := read("Chad ratified the treaty, and Mali pleaded from Niger.", l)
	var got []string
	for _, s := range d.Stances {
		got = append(got, string(s.Label)+" "+d.Slice(s.Phrase)+" "+join(d, s.Targets))
	}
	want := []string{"affirm ratified the treaty ", "request pleaded from Niger"}
	if !slices.Equal(got, want) {
		t.Errorf("stances %q, want %q", got, want)
	}
	if d := read("Chad ratified the treaty.", Default()); d.Stances[0].Label != "support" {
		t.Error("the new pattern has leaked into the default lexicon")
	}
}

func TestAddErrors(t *testing.T) {
	tests := []struct{ name, rows, want string }{
		{"unknown label", "agree\tconcur\t2\n\ncheer\tapplaud NP\t2\n", `mine:3: unknown label "cheer", want one of agree, consult, support, concede, ` +
			"cooperate, aid, retreat, request, accuse, reject, threaten, protest, sanction, mobilize, coerce, assault, affirm, concern, deny"},
		{"intensity is no number", "agree\tconcur\tstrong\n", `mine:1: intensity "strong", want 1 to 5`},
		{"intensity too high", "agree\tconcur\t6\n", `mine:1: intensity "6", want 1 to 5`},
		{"no pattern", "agree\t\t2\n", "mine:1: the pattern is empty"},
		{"a gap at the end", "agree\tconcur ...\t2\n", `mine:1: pattern "concur ..." ends in a gap, want a word behind it`},
		{"too many columns", "agree\tconcur\t2\tobj\tx\n", "mine:1: 5 columns, want at most 4"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := Default().Add("mine", tt.rows)
			if err == nil {
				t.Fatal("no error")
			}
			if err.Error() != tt.want {
				t.Errorf("%q, want %q", err, tt.want)
			}
		})
	}
}

// patternTest is a sentence that a pattern does or does not fit.
type patternTest struct {
	name, row, text string
	fits            bool
}

func TestPatterns(t *testing.T) {
	tests := []patternTest{
		{"bare trigger", "affirm\tcarry\t2", "Chad carried.", true},
		{"word right behind", "affirm\tcarry at\t2", "Chad carried at dawn.", true},
		{"word over an adverb", "affirm\tcarry at\t2", "Chad carried again at dawn.", true},
		{"word further on without a gap", "affirm\tcarry at\t2", "Chad carried songs of peace at dawn.", false},
		{"word further on with a gap", "affirm\tcarry ... at\t2", "Chad carried songs of peace at dawn.", true},
		{"alternatives", "affirm\tcarry at|near\t2", "Chad carried near it.", true},
		{"object", "affirm\tcarry [song|hymn]\t2", "Chad carried an old hymn.", true},
		{"another object", "affirm\tcarry [song|hymn]\t2", "Chad carried an old letter.", false},
		{"object behind of", "affirm\tcarry [hymn]\t2", "Chad carried a lot of hymns.", true},
		{"any object", "affirm\tcarry NP\t2", "Chad carried it.", true},
		{"no object", "affirm\tcarry NP\t2", "Chad carried.", false},
		{"actor", "affirm\tcarry ACTOR\t2", "Chad carried Mali.", true},
		{"object that is no actor", "affirm\tcarry ACTOR\t2", "Chad carried a hymn.", false},
		{"infinitive", "affirm\tcarry INF\t2", "Chad carried to celebrate.", true},
		{"infinitive of force", "affirm\tcarry INF-HOSTILE\t2", "Chad carried to bomb it.", true},
		{"infinitive of no force", "affirm\tcarry INF-HOSTILE\t2", "Chad carried to celebrate.", false},
		{"clause", "affirm\tcarry THAT\t2", "Chad carried that it was over.", true},
		{"reflexive", "affirm\tcarry REFL\t2", "Chad carried itself.", true},
		{"adjective", "affirm\ta:jolly about\t2", "Chad is jolly about it.", true},
		{"passive", "affirm\tcarry NP\t2", "The hymn was carried by Chad.", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := &Lexicon{verbs: map[string][]*pattern{}, adjectives: map[string][]*pattern{}, nouns: map[string][]*pattern{}}
			if err := l.Add("mine", tt.row+"\nassault\tbomb NP\t2\n"); err != nil {
				t.Fatal(err)
			}
			fits := slices.ContainsFunc(read(tt.text, l).Stances, func(s Stance) bool { return s.Label == "affirm" })
			if fits != tt.fits {
				t.Errorf("%q fits %q: %v, want %v", tt.row, tt.text, fits, tt.fits)
			}
		})
	}
}
