package stance

import (
	"strings"
	"testing"

	"github.com/communique-go/communique/internal/table"
)

// TestModesForm checks the tables of modes and contexts: both are right, have a comment on top, and are in order.
func TestModesForm(t *testing.T) {
	if _, err := parseModes("modes.tsv", modeTable); err != nil {
		t.Error(err)
	}
	if _, err := parseContexts("contexts.tsv", contextTable); err != nil {
		t.Error(err)
	}
	for name, data := range map[string]string{"modes.tsv": modeTable, "contexts.tsv": contextTable} {
		if !strings.HasPrefix(data, "# ") {
			t.Errorf("%s has no comment on top", name)
		}
	}
	previous := ""
	for _, r := range table.MustParse("contexts.tsv", contextTable, 2) {
		if r.Cells[0] <= previous {
			t.Errorf("contexts.tsv:%d: %q stands behind %q", r.Line, r.Cells[0], previous)
		}
		previous = r.Cells[0]
	}
}

func TestModesErrors(t *testing.T) {
	modes := func(data string) error { _, err := parseModes("mine", data); return err }
	contexts := func(data string) error { _, err := parseContexts("mine", data); return err }
	tests := []struct {
		name  string
		parse func(string) error
		data  string
		want  string
	}{
		{"unknown label", modes, "aid\tasylum\t075\tasylum\nalms\tasylum\t075\tasylum\n", `mine:2: label "alms": want one of agree, consult, support, concede, ` +
			"cooperate, aid, retreat, request, accuse, reject, threaten, protest, sanction, mobilize, coerce, assault, affirm, concern, deny"},
		{"mode in capitals", modes, "aid\tAsylum\t075\tasylum", `mine:1: mode "Asylum": want a word in lower case, or several with hyphens`},
		{"no mode", modes, "aid\t\t075\tasylum", `mine:1: mode "": want a word in lower case, or several with hyphens`},
		{"no code", modes, "aid\tasylum\t\tasylum", `mine:1: code "": want two to four digits`},
		{"a code in letters", modes, "aid\tasylum\tAID\tasylum", `mine:1: code "AID": want two to four digits`},
		{"no words", modes, "aid\tasylum\t075", `mine:1: words "": want a word, several with "|" between them`},
		{"a word in capitals", modes, "aid\tasylum\t075\trefuge|Asylum", `mine:1: words "refuge|Asylum": want "asylum"`},
		{"a mode twice", modes, "aid\tasylum\t075\tasylum\naid\tasylum\t075\trefuge", `mine:2: mode "asylum": want one row for it`},
		{"a word that another mode has", modes, "aid\tasylum\t075\tasylum\naid\trefuge\t075\trefuge|asylum",
			`mine:2: word "asylum": want it once, "asylum" above has it already`},
		{"too many columns", modes, "aid\tasylum\t075\tasylum\tx", "mine:1: 5 columns, want at most 4"},
		{"the same mode of two labels", modes, "aid\tmilitary\t072\ttank\ncooperate\tmilitary\t062\ttank", ""},

		{"context without words", contexts, "# contexts\nenergy", `mine:2: words "": want a word, several with "|" between them`},
		{"context with an empty word", contexts, "energy\toil||gas", `mine:1: words "oil||gas": want a word, several with "|" between them`},
		{"context with a word in capitals", contexts, "energy\tOil", `mine:1: words "Oil": want "oil"`},
		{"a context twice", contexts, "energy\toil\nenergy\tgas", `mine:2: context "energy": want one row for it`},
		{"a word of two contexts", contexts, "energy\toil\ntrade\toil", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			if err := tt.parse(tt.data); err != nil {
				got = err.Error()
			}
			if got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}
