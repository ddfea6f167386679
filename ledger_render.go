package communique

import (
	_ "embed" // for the style sheet
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
	"unicode"

	"github.com/communique-go/communique/internal/markup"
)

//go:embed ledger.css
var ledgerCSS string

// statusSigns are the signs that stand before the statuses, so that they differ without colour.
var statusSigns = map[Status]string{Undertaken: "○", Reaffirmed: "●", Invoked: "!", Breached: "✕", Fulfilled: "✓", Withdrawn: "–"}

// sign returns the sign of a status, "?" for an unknown one.
func (s Status) sign() string {
	if sign, known := statusSigns[s]; known {
		return sign
	}
	return "?"
}

// HTML returns the ledger as a fragment of HTML: a table with a row for each entry, in which the history is a timeline of
// date, statement, status, claimants, and the passage in its sentence. It brings its own style sheet for light and dark pages
// and for print, and needs nothing else: no script, no file. All text is escaped.
//
// The root is a div of the class communique. The rows carry data-speaker (the parties, separated by "; ") and data-status (the
// latest one); the events theirs, and in data-anchor the id of the commitment's row in the HTML of the statement. The ids
// are made from the content of the ledger. Nil is an empty ledger, which says that there are no commitments.
func (l *Ledger) HTML() string {
	h := fnv.New64a()
	fmt.Fprint(h, l.CSV())
	p := &page{prefix: fmt.Sprintf("cq%012x", h.Sum64()>>16)}
	p.open("div", "class", "communique cq-ledger")
	p.b.WriteString("<style>\n" + markup.Palette + ledgerCSS + "</style>")
	entries := l.entries()
	if len(entries) == 0 {
		p.element("p", "There are no commitments.", "class", "cq-l-soft")
		p.b.WriteString("</div>\n")
		return p.b.String()
	}
	p.open("table", "class", "cq-l-table")
	p.element("caption", fmt.Sprintf("Commitments (%d)", len(entries)))
	p.b.WriteString("<thead><tr>")
	for _, name := range []string{"#", "Who is bound", "To what", "Due", "Status", "History"} {
		p.element("th", name, "scope", "col")
	}
	p.b.WriteString("</tr></thead>\n<tbody>\n")
	for i, e := range entries {
		p.ledgerEntry(i+1, e)
	}
	p.b.WriteString("</tbody></table></div>\n")
	return p.b.String()
}

// ledgerEntry writes the row of an entry.
func (p *page) ledgerEntry(number int, e LedgerEntry) {
	p.open("tr", "id", p.prefix+"-e"+strconv.Itoa(number), "data-speaker", strings.Join(e.Parties, "; "), "data-status", string(e.Status()))
	p.element("td", strconv.Itoa(number), "class", "cq-l-number")
	p.open("td", "class", "cq-l-who")
	p.element("bdi", orUnknown(strings.Join(e.Parties, ", ")), "dir", "auto")
	p.b.WriteString("</td>")
	p.open("td", "class", "cq-l-what")
	p.element("bdi", e.Action, "dir", "auto")
	if e.Instrument != "" {
		p.open("div", "class", "cq-l-soft")
		p.b.WriteString("under ")
		p.element("bdi", e.Instrument, "dir", "auto")
		p.b.WriteString("</div>")
	}
	p.b.WriteString("</td>")
	p.open("td", "class", "cq-l-due")
	if due := markup.Day(e.Due); due != "" {
		p.element("time", due, "datetime", due)
	}
	if e.Deadline != "" {
		p.element("div", e.Deadline, "class", "cq-l-soft", "dir", "auto")
	}
	p.b.WriteString("</td>")
	p.open("td", "class", "cq-l-now")
	if len(e.History) > 0 {
		p.statusBadge(e.Status())
	}
	p.b.WriteString("</td>")
	p.open("td", "class", "cq-l-then")
	p.open("ol", "class", "cq-l-history")
	for _, v := range e.History {
		p.ledgerEvent(v)
	}
	p.b.WriteString("</ol></td></tr>\n")
}

// statusBadge writes sign and name of a status.
func (p *page) statusBadge(s Status) {
	class := "cq-l-other"
	if _, known := statusSigns[s]; known {
		class = "cq-l-" + string(s)
	}
	p.open("span", "class", "cq-l-status "+class)
	p.element("span", s.sign(), "aria-hidden", "true")
	p.b.WriteString(" " + markup.HTML(string(s)) + "</span>")
}

// ledgerEvent writes an item of the timeline.
func (p *page) ledgerEvent(v LedgerEvent) {
	p.open("li", "data-speaker", strings.Join(v.Parties, "; "), "data-status", string(v.Status), "data-anchor", v.Anchor)
	if d := markup.Day(v.Date); d != "" {
		p.element("time", d, "datetime", d)
	}
	p.statusBadge(v.Status)
	p.open("span", "class", "cq-l-soft")
	if len(v.Claimants) > 0 {
		p.b.WriteString(" according to ")
		p.element("bdi", strings.Join(v.Claimants, ", "))
	}
	p.b.WriteString(" · ")
	p.element("bdi", v.source())
	p.b.WriteString("</span>")
	before, action, after := v.passage()
	p.open("blockquote", "dir", "auto")
	p.b.WriteString(markup.HTML(before))
	p.element("mark", action)
	p.b.WriteString(markup.HTML(after) + "</blockquote></li>")
}

// source names the statement of the event: by its ID, else by its place among the statements.
func (v LedgerEvent) source() string {
	if v.StatementID != "" {
		return v.StatementID
	}
	return "statement " + strconv.Itoa(v.Statement+1)
}

// passage returns the action and what stands before and after it in its sentence.
func (v LedgerEvent) passage() (before, action, after string) {
	from, to := v.Action.Start-v.Sentence.Start, v.Action.End-v.Sentence.Start
	if from < 0 || to < from || to > len(v.Sentence.Text) {
		return "", v.Action.Text, ""
	}
	return v.Sentence.Text[:from], v.Sentence.Text[from:to], v.Sentence.Text[to:]
}

// Markdown returns the ledger as a table of GitHub Flavored Markdown with a row for each event, in which the passage is bold.
// Number, parties, action and deadline stand on the first row of an entry. All text is escaped. Without commitments, and
// for nil, it returns a line that says so.
func (l *Ledger) Markdown() string {
	entries := l.entries()
	if len(entries) == 0 {
		return "There are no commitments.\n"
	}
	grid := [][]string{{"#", "Who is bound", "To what", "Due", "Date", "Statement", "Status", "According to", "Passage"}, make([]string, 9)}
	for i, e := range entries {
		due := markup.Day(e.Due)
		if due == "" {
			due = e.Deadline
		}
		entry := []string{strconv.Itoa(i + 1), markup.Markdown(strings.Join(e.Parties, ", ")), markup.Markdown(e.Action), markup.Markdown(due)}
		if len(e.History) == 0 {
			grid = append(grid, append(entry, "", "", "", "", ""))
		}
		for _, v := range e.History {
			grid = append(grid, append(entry, markup.Day(v.Date), markup.Markdown(v.source()), markup.Markdown(string(v.Status)),
				markup.Markdown(strings.Join(v.Claimants, ", ")), v.markdown()))
			entry = []string{"", "", "", ""}
		}
	}
	return markdownTable(grid)
}

// markdown returns the sentence of the event, with the action bold.
func (v LedgerEvent) markdown() string {
	before, action, after := v.passage()
	s := markup.Markdown(action)
	if s != "" {
		s = "**" + s + "**"
	}
	if b := markup.Markdown(before); b != "" {
		s = b + blankIf(strings.TrimRightFunc(before, unicode.IsSpace) != before) + s
	}
	if a := markup.Markdown(after); a != "" {
		s += blankIf(strings.TrimLeftFunc(after, unicode.IsSpace) != after) + a
	}
	return s
}

func blankIf(b bool) string {
	if b {
		return " "
	}
	return ""
}
