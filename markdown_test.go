package communique

import (
	"strings"
	"testing"
)

func TestMarkdownGolden(t *testing.T) {
	golden(t, "testdata/statement.md.golden", dated(t, "Tallport 7").Markdown())
}

func TestMarkdownEmpty(t *testing.T) {
	var none *Statement
	for _, s := range []*Statement{none, {}, {Text: "Nothing of note."}} {
		if got := s.Markdown(); got != "" {
			t.Errorf("Markdown() = %q, want nothing", got)
		}
	}
	// statements made by hand, with nothing in their parts
	checkMarkdown(t, &Statement{Quotes: make([]Quote, 1), Attributions: make([]Quote, 1), Stances: make([]Stance, 1), Commitments: make([]Commitment, 1)})
}

// checkMarkdown checks that every line is a heading, the source, an item or a row, and that all rows of a table have as many cells.
func checkMarkdown(t *testing.T, s *Statement) {
	t.Helper()
	columns := 0
	for _, line := range strings.Split(s.Markdown(), "\n") {
		switch {
		case strings.HasPrefix(line, "| "):
			n := strings.Count(strings.ReplaceAll(strings.ReplaceAll(line, `\\`, ""), `\|`, ""), "|")
			if columns != 0 && n != columns {
				t.Fatalf("%.80q: a row of %d cells among rows of %d: %s", s.Text, n-1, columns-1, line)
			}
			columns = n
		case line == "", strings.HasPrefix(line, "## "), strings.HasPrefix(line, "### "), strings.HasPrefix(line, "- **"), strings.HasPrefix(line, "Source: "):
			columns = 0
		default:
			t.Fatalf("%.80q: a line that was not meant: %q", s.Text, line)
		}
	}
}
