package lexicon

import (
	"strings"
	"testing"

	"github.com/communique-go/communique/internal/lemma"
	"github.com/communique-go/communique/internal/table"
)

func TestClasses(t *testing.T) {
	for _, c := range []*table.Classes{verbs, words} {
		if err := c.Check(); err != nil {
			t.Error(err)
		}
	}
}

// TestVerbs checks that verbs.tsv has lemmas, which are what is looked up.
func TestVerbs(t *testing.T) {
	for _, r := range table.MustParse("verbs.tsv", verbTable, 2) {
		if verb := r.Cells[0]; !lemma.IsVerb(verb) || lemma.Verb(verb) != verb {
			t.Errorf("verbs.tsv:%d: %q is not the lemma of a verb", r.Line, verb)
		}
	}
}

// TestSpellings checks that a verb has the same classes in British and American spelling.
func TestSpellings(t *testing.T) {
	classes := map[string]string{}
	for _, r := range table.MustParse("verbs.tsv", verbTable, 2) {
		classes[r.Cells[0]] = r.Cells[1]
	}
	for british, american := range map[string]string{
		"fulfil": "fulfill", "honour": "honor", "endeavour": "endeavor",
	} {
		if classes[british] != classes[american] || classes[british] == "" {
			t.Errorf("%s: %q, %s: %q", british, classes[british], american, classes[american])
		}
	}
}

// TestWords checks that words.tsv is in lower case.
func TestWords(t *testing.T) {
	for _, r := range table.MustParse("words.tsv", wordTable, 2) {
		if word := r.Cells[0]; word != strings.ToLower(word) {
			t.Errorf("words.tsv:%d: %q, class %q", r.Line, word, r.Cells[1])
		}
	}
}

func TestClassesOfWords(t *testing.T) {
	for _, tt := range []struct {
		class *table.Class
		word  string
		want  bool
	}{
		{Honouring, "honour", true}, {Honouring, "implement", false}, {Complying, "implement", true}, {Breaching, "flout", true},
		{Binding, "promise", true}, {Promised, "promise", false}, {Hostile, "crush", true}, {Motion, "travel", true},
		{Hardware, "trawler", true}, {Soft, "where appropriate", true},
		{Soft, "appropriate", false}, {Commitment, "", false},
	} {
		if got := tt.class.Has(tt.word); got != tt.want {
			t.Errorf("%q: %v, want %v", tt.word, got, tt.want)
		}
	}
}

func TestModals(t *testing.T) {
	for modal, rank := range Modals() {
		if rank < 1 || rank > 4 {
			t.Errorf("%s: rank %d, want 1 to 4", modal, rank)
		}
	}
	if m := Modals(); m["shall"] <= m["will"] || m["will"] <= m["should"] || m["should"] <= m["may"] {
		t.Errorf("ranks %v", m)
	}
}
