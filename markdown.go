package communique

import (
	"strings"
	"unicode/utf8"

	"github.com/communique-go/communique/internal/markup"
)

// Markdown returns what was found as GitHub Flavored Markdown, for terminals and reports: a heading with title or ID, date, issuer and address, the quotes
// as a list, stances and commitments as tables. The text itself is not in it. Parts that have nothing to say are left out;
// for a statement without any, and for nil, it returns "". What the text holds is escaped.
func (s *Statement) Markdown() string {
	if s == nil {
		return ""
	}
	var parts []string
	name := s.Title
	if name == "" {
		name = s.ID
	}
	if head := joined(", ", markup.Markdown(name), s.day()); head != "" {
		parts = append(parts, "## "+head+"\n")
	}
	if source := joined(", ", markup.Markdown(s.Issuer), markdownAddress(s.URL)); source != "" {
		parts = append(parts, "Source: "+source+"\n")
	}
	if list := s.markdownQuotes(); list != "" {
		parts = append(parts, "### Quotes\n\n"+list)
	}
	for _, t := range []sheet{s.stanceSheet(), s.commitmentSheet()} {
		if len(t.rows) > 0 {
			parts = append(parts, "### "+t.title+"\n\n"+t.markdown())
		}
	}
	return strings.Join(parts, "\n")
}

// markdownAddress returns an address, as a link where it is one of the web that Markdown can hold between angle brackets.
func markdownAddress(url string) string {
	if isWebAddress(url) && strings.IndexFunc(url, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune("<>`\\|", r) }) < 0 {
		return "<" + url + ">"
	}
	return markup.Markdown(url)
}

// markdownQuotes returns a list of the quotes and attributions.
func (s *Statement) markdownQuotes() string {
	var b strings.Builder
	for _, quotes := range [][]Quote{s.Quotes, s.Attributions} {
		for _, q := range quotes {
			b.WriteString(s.markdownQuote(q))
		}
	}
	return b.String()
}

// markdownQuote returns a quote as an item of a list: speaker, kind, mode unless it is an assertion, cue, content.
func (s *Statement) markdownQuote(q Quote) string {
	mode, cue, content := string(q.Mode), markup.Markdown(s.wording(q.Cue)), markup.Markdown(s.content(q))
	if q.Mode == Assertion {
		mode = ""
	}
	if cue != "" {
		cue = "“" + cue + "”"
	}
	item := "- **" + markup.Markdown(orUnknown(s.speaker(q))) + "**"
	if how := joined(", ", markup.Markdown(string(q.Kind)), markup.Markdown(mode), cue); how != "" {
		item += " (" + how + ")"
	}
	if q.Kind == Direct && content != "" {
		content = "“" + content + "”"
	}
	return joined(": ", item, content) + "\n"
}

// maxPad is the width in characters to which the columns of a table are filled up. Longer cells stand out.
const maxPad = 40

// markdown returns the sheet as a table, its columns filled up so that it can be read in a terminal.
func (t sheet) markdown() string {
	grid := [][]string{t.head, make([]string, len(t.head))}
	for _, r := range t.rows {
		line := make([]string, len(r.cells))
		for i, c := range r.cells {
			line[i] = markup.Markdown(c.text)
		}
		grid = append(grid, line)
	}
	return markdownTable(grid)
}

// markdownTable returns a grid of escaped cells as a table, the second line of which it fills with delimiters.
func markdownTable(grid [][]string) string {
	var b strings.Builder
	widths := columnWidths(grid)
	for i := range grid[1] {
		grid[1][i] = strings.Repeat("-", widths[i])
	}
	for _, line := range grid {
		b.WriteByte('|')
		for i, s := range line {
			b.WriteString(" " + s + strings.Repeat(" ", max(0, widths[i]-utf8.RuneCountInString(s))) + " |")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// columnWidths returns the width of each column of a grid, at least that of a delimiter and at most maxPad.
func columnWidths(grid [][]string) []int {
	widths := make([]int, len(grid[0]))
	for _, line := range grid {
		for i, s := range line {
			widths[i] = min(maxPad, max(widths[i], utf8.RuneCountInString(s), 3))
		}
	}
	return widths
}
