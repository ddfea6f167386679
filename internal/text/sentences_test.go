package text

import (
	"strings"
	"testing"

	"github.com/communique-go/communique/internal/table"
	"github.com/google/go-cmp/cmp"
)

func sentencesOf(t *testing.T, s string) []string {
	t.Helper()
	d := Tag(Cut(s))
	checkSpans(t, d)
	var out []string
	for _, sent := range d.Sentences {
		out = append(out, d.Slice(sent.Span))
	}
	return out
}

func TestSentences(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"full stops", "They met. They left.", []string{"They met.", "They left."}},
		{"question and exclamation", "Why now? Enough! They left.", []string{"Why now?", "Enough!", "They left."}},
		{"title before a name", "He met Gen. Whitlock in Vesk. They left.", []string{"He met Gen. Whitlock in Vesk.", "They left."}},
		{"initial", "He met Gareth P. Whitlock. They left.", []string{"He met Gareth P. Whitlock.", "They left."}},
		{"number behind an abbreviation", "Art. 94 applies. Art. 95 does not.", []string{"Art. 94 applies.", "Art. 95 does not."}},
		{"U.S. within a name", "The U.S. Embassy closed.", []string{"The U.S. Embassy closed."}},
		{"U.S. before a new sentence", "He returned to the U.S. The talks failed.", []string{"He returned to the U.S.", "The talks failed."}},
		{"a.m. within a sentence", "It began at 9 a.m. on Monday.", []string{"It began at 9 a.m. on Monday."}},
		{"a.m. at the end", "It began at 9 a.m. The guests left.", []string{"It began at 9 a.m.", "The guests left."}},
		{"decimal", "It grew by 3.5 percent. Exports fell.", []string{"It grew by 3.5 percent.", "Exports fell."}},
		{"curly mark closes behind the full stop", "“We are leaving.” The hall fell silent.", []string{"“We are leaving.”", "The hall fell silent."}},
		{"straight mark closes behind the full stop", `"We are leaving." The hall fell silent.`, []string{`"We are leaving."`, "The hall fell silent."}},
		{"single and double mark close together", `"He told us 'we are leaving.'" The hall fell silent.`, []string{`"He told us 'we are leaving.'"`, "The hall fell silent."}},
		{"straight mark opens the next sentence", `They left. "We are done," he said.`, []string{"They left.", `"We are done," he said.`}},
		{"curly mark opens the next sentence", "They left. “We are done,” he said.", []string{"They left.", "“We are done,” he said."}},
		{"attribution behind a question", "“Who gave the order?” he asked.", []string{"“Who gave the order?” he asked."}},
		{"bracket closes behind the full stop", "(They had met.) The hall fell silent.", []string{"(They had met.)", "The hall fell silent."}},
		{"no-break space and a blank line", "“We are leaving,” he said.\u00a0\n\nDuring the talks, it rained.", []string{"“We are leaving,” he said.", "During the talks, it rained."}},
		{"no-break space between sentences", "They met.\u00a0They left.", []string{"They met.", "They left."}},
		{"ellipsis within a sentence", "They met ... and left.", []string{"They met ... and left."}},
		{"ellipsis before a new sentence", "They waited... The door opened.", []string{"They waited...", "The door opened."}},
		{"one-sign ellipsis", "They waited… The door opened.", []string{"They waited…", "The door opened."}},
		{"number opens a sentence", "They met. 14 states signed.", []string{"They met.", "14 states signed."}},
		{"no sentence at all", "\n \n", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, sentencesOf(t, tt.text)); diff != "" {
				t.Errorf("sentences of %q (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestSentenceOffsets(t *testing.T) {
	d := Tag(Cut("  «Été.»\n\nThey left."))
	want := []Sentence{{Span: Span{2, 12}, First: 0, Last: 4, Para: 0}, {Span: Span{14, 24}, First: 4, Last: 7, Para: 1}}
	if diff := cmp.Diff(want, d.Sentences); diff != "" {
		t.Errorf("sentences (-want +got):\n%s", diff)
	}
}

func TestAbbreviationTable(t *testing.T) {
	rows, err := table.Parse("abbreviations.tsv", abbreviationTable, 2)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(abbreviationTable, "# ") {
		t.Error("abbreviations.tsv has no comment on top")
	}
	classes := map[string]bool{"name": true, "number": true, "never": true, "maybe": true}
	previous := ""
	for _, r := range rows {
		word, class := r.Cells[0], r.Cells[1]
		if word <= previous {
			t.Errorf("abbreviations.tsv:%d: %q stands behind %q", r.Line, word, previous)
		}
		if word != strings.ToLower(word) || strings.HasSuffix(word, ".") {
			t.Errorf("abbreviations.tsv:%d: %q: write it in lower case without the last full stop", r.Line, word)
		}
		if !classes[class] {
			t.Errorf("abbreviations.tsv:%d: %q: class %q", r.Line, word, class)
		}
		previous = word
	}
}
