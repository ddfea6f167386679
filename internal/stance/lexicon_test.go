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
		{"unknown label", "agree\tconcur\t2\n\ncheer\tapplaud NP\t2\n", `mine:3: label "cheer": want one of agree, consult, support, concede, ` +
			"cooperate, aid, retreat, request, accuse, reject, threaten, protest, sanction, mobilize, coerce, assault, affirm, concern, deny"},
		{"intensity is no number", "agree\tconcur\tstrong\n", `mine:1: intensity "strong": want 1 to 5`},
		{"intensity too high", "agree\tconcur\t6\n", `mine:1: intensity "6": want 1 to 5`},
		{"no pattern", "agree\t\t2\n", `mine:1: pattern "": want a verb, a:adjective or n:noun, in the second column, behind one tab`},
		{"a gap at the end", "agree\tconcur ...\t2\n", `mine:1: element "...": want another element behind it`},
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

func TestAddNothing(t *testing.T) {
	l := Default()
	if err := l.Add("mine", "affirm\tratify NP\t1\naffirm\tratify\tx\n"); err == nil {
		t.Fatal("no error")
	}
	if d := read("Chad ratified the treaty.", l); len(d.Stances) != 1 || d.Stances[0].Label != ontology.Support {
		t.Errorf("stances %v, want those of the embedded rows: a table with a mistake enters none of its rows", d.Stances)
	}
}

// TestAddOverrules checks that the rows of a later table win over those before it that fit equally well, and over no other.
func TestAddOverrules(t *testing.T) {
	tests := []struct {
		name, text string
		tables     []string
		want       ontology.Label
	}{
		{"the embedded row", "Chad condemned it.", nil, ontology.Accuse},
		{"a row equal to the embedded one", "Chad condemned it.", []string{"deny\tcondemn NP\t2"}, ontology.Deny},
		{"another kind of object", "Chad condemned Mali.", []string{"deny\tcondemn ACTOR\t2"}, ontology.Deny},
		{"a less specific row", "Chad condemned it.", []string{"deny\tcondemn\t2"}, ontology.Accuse},
		{"the last of two tables", "Chad condemned it.", []string{"deny\tcondemn NP\t2", "reject\tcondemn NP\t2"}, ontology.Reject},
		{"the more specific of two tables", "Chad condemned it.", []string{"deny\tcondemn NP\t2", "reject\tcondemn\t2"}, ontology.Deny},
		{"the embedded adjective", "Chad is prepared to sign.", nil, ontology.Agree},
		{"an adjective against it", "Chad is prepared to sign.", []string{"deny\ta:prepared INF\t2"}, ontology.Deny},
		{"a verb against it", "Chad is prepared to sign.", []string{"deny\tprepare INF\t2"}, ontology.Deny},
		{"a noun", "Chad's assurance came late.", []string{"support\tn:assurance\t2"}, ontology.Support},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := Default()
			for _, rows := range tt.tables {
				if err := l.Add("mine", rows); err != nil {
					t.Fatal(err)
				}
			}
			stances := read(tt.text, l).Stances
			if len(stances) != 1 || stances[0].Label != tt.want {
				t.Errorf("stances %v, want %s", stances, tt.want)
			}
		})
	}
}
