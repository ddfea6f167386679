package cue

import (
	"os"
	"strings"
	"testing"

	"github.com/communique-go/communique/internal/table"
	"github.com/google/go-cmp/cmp"
)

func TestForm(t *testing.T) {
	for _, f := range []struct{ name, data string }{{"cues.tsv", verbTable}, {"nouns.tsv", nounTable}} {
		rows, err := table.Parse(f.name, f.data, 3)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(f.data, "# ") {
			t.Errorf("%s has no comment on top", f.name)
		}
		previous := ""
		for _, r := range rows {
			lemma := r.Cells[0]
			if lemma <= previous {
				t.Errorf("%s:%d: %q stands behind %q", f.name, r.Line, lemma, previous)
			}
			if lemma != strings.ToLower(lemma) {
				t.Errorf("%s:%d: %q is not in lower case", f.name, r.Line, lemma)
			}
			if r.Cells[2] == "" {
				t.Errorf("%s:%d: %q has no frame", f.name, r.Line, lemma)
			}
			previous = lemma
		}
	}
}

// TestFrames checks that the frames of a verb agree: what takes a bare clause takes "that", an intention has an
// infinitive, and nouns have nothing else than infinitives and clauses with "that".
func TestFrames(t *testing.T) {
	for lemma, c := range Default().Verbs {
		if c.Takes(Bare) && !c.Takes(That) {
			t.Errorf("%s takes a bare clause, but none with that", lemma)
		}
		if c.Mode == Intention && !c.Takes(Inf) {
			t.Errorf("%s is an intention without an infinitive", lemma)
		}
	}
	for lemma, c := range Default().Nouns {
		if c.Frames&^(That|Inf) != 0 {
			t.Errorf("the noun %s takes what only verbs take", lemma)
		}
	}
}

// TestDocumented checks that the documentation of the package, which is all that those who add rows see, names every mode and
// frame, and that it and the comment on top of the table explain the frames in the same words.
func TestDocumented(t *testing.T) {
	b, err := os.ReadFile("../../doc.go")
	if err != nil {
		t.Fatal(err)
	}
	doc := string(b)
	for _, line := range strings.Split(verbTable, "\n") {
		if rest, ok := strings.CutPrefix(line, "#   "); ok && !strings.Contains(doc, "\n//\t"+rest+"\n") {
			t.Errorf("doc.go does not have the line %q of cues.tsv", rest)
		}
	}
	for _, f := range frames {
		if !strings.Contains(doc, "\n//\t"+f.name+" ") {
			t.Errorf("doc.go does not explain the frame %s", f.name)
		}
	}
	for _, columns := range []string{doc, verbTable} {
		if !strings.Contains(columns, "lemma, mode (assertion, belief, intention)") {
			t.Errorf("doc.go or cues.tsv does not name the modes")
		}
	}
}

func TestDefault(t *testing.T) {
	table := Default()
	tests := []struct {
		lemma   string
		mode    Mode
		takes   []Frame
		not     []Frame
		reports bool
	}{
		{"say", Assertion, []Frame{Quote, That, Bare}, []Frame{Addressee, Fragment, Inf}, true},
		{"tell", Assertion, []Frame{Quote, That, Bare, Addressee}, nil, true},
		{"call", Assertion, []Frame{Fragment}, []Frame{That}, false},
		{"believe", Belief, []Frame{That, Bare}, []Frame{Quote}, true},
		{"seek", Intention, []Frame{Inf}, []Frame{That}, false},
		{"withdraw", "", nil, []Frame{Quote, That, Bare}, false},
	}
	for _, tt := range tests {
		t.Run(tt.lemma, func(t *testing.T) {
			c := table.Verbs[tt.lemma]
			if c.Mode != tt.mode {
				t.Errorf("mode %q, want %q", c.Mode, tt.mode)
			}
			for _, f := range tt.takes {
				if !c.Takes(f) {
					t.Errorf("does not take frame %b", f)
				}
			}
			for _, f := range tt.not {
				if c.Takes(f) {
					t.Errorf("takes frame %b", f)
				}
			}
			if got := table.Reports(tt.lemma); got != tt.reports {
				t.Errorf("Reports = %v, want %v", got, tt.reports)
			}
		})
	}
}

func TestAddVerbs(t *testing.T) {
	table := Default()
	if err := table.AddVerbs("mine", "# added\ntrumpet\tassertion\tquote that\nsay\tbelief\tthat\n"); err != nil {
		t.Fatal(err)
	}
	got := map[string]Cue{"trumpet": table.Verbs["trumpet"], "say": table.Verbs["say"]}
	want := map[string]Cue{"trumpet": {Assertion, Quote | That}, "say": {Belief, That}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("verbs (-want +got):\n%s", diff)
	}
	if !table.Reports("trumpet") {
		t.Error("the new verb does not report")
	}
	if Default().Reports("trumpet") {
		t.Error("the new verb has leaked into the default table")
	}
}

func TestAddVerbsNothing(t *testing.T) {
	table := Default()
	if err := table.AddVerbs("mine", "trumpet\tassertion\tthat\ncrow\tassertion\twhether\n"); err == nil {
		t.Fatal("no error")
	}
	if table.Reports("trumpet") {
		t.Error("a table with a mistake enters one of its rows")
	}
}

func TestAddVerbsErrors(t *testing.T) {
	tests := []struct{ name, rows, want string }{
		{"unknown mode", "say\tassertion\tthat\ntrumpet\tloudly\tthat\n", `mine:2: mode "loudly": want assertion, belief or intention`},
		{"no mode", "trumpet\n", `mine:1: mode "": want assertion, belief or intention, in the second column, behind one tab`},
		{"unknown frame", "\ntrumpet\tassertion\tthat whether\n", `mine:2: frame "whether": want one of quote, that, bare, addressee, fragment, inf, several with blanks between them`},
		{"too many columns", "trumpet\tassertion\tthat\tx\n", "mine:1: 4 columns, want at most 3"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := Default().AddVerbs("mine", tt.rows)
			if err == nil {
				t.Fatal("no error")
			}
			if err.Error() != tt.want {
				t.Errorf("%q, want %q", err, tt.want)
			}
		})
	}
}
