package communique

import (
	"strconv"
	"strings"

	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/page"
)

// Markdown returns the ledger as a table of GitHub Flavored Markdown with a row for each event, in which the passage is bold.
// Number, parties, action and deadline stand on the first row of an entry. All text is escaped. Without commitments, and
// for nil, it returns a line that says so.
func (l *Ledger) Markdown() string {
	var m page.Markdown
	entries := l.entries()
	if len(entries) == 0 {
		m.Paragraph(page.Plain("There are no commitments."))
		return m.String()
	}
	var rows [][]page.Inline
	for i, e := range entries {
		rows = append(rows, e.markdown(i+1)...)
	}
	m.Table(page.Words("#", "Who is bound", "To what", "Due", "Date", "Statement", "Status", "According to", "Passage"), rows)
	return m.String()
}

// markdown returns the rows of an entry, one for each event and at least one.
func (e LedgerEntry) markdown(number int) [][]page.Inline {
	due := markup.Day(e.Due)
	if due == "" {
		due = e.Deadline
	}
	what := []page.Inline{page.Plain(strconv.Itoa(number)), page.Plain(strings.Join(e.Parties, ", ")), page.Plain(e.Action), page.Plain(due)}
	if len(e.History) == 0 {
		return [][]page.Inline{append(what, make([]page.Inline, 5)...)}
	}
	var rows [][]page.Inline
	for _, v := range e.History {
		rows = append(rows, append(what, page.Plain(markup.Day(v.Date)), page.Plain(v.source()), page.Plain(string(v.Status)),
			page.Plain(strings.Join(v.Claimants, ", ")), page.Marked(v.passage())))
		what = make([]page.Inline, len(what))
	}
	return rows
}
