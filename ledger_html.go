package communique

import (
	_ "embed" // for the style sheet
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"

	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/page"
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
	entries := l.entries()
	v := ledgerView{page.NewHTML(), l.anchor()}
	v.Open("div", page.Class("communique cq-ledger")).Style(ledgerCSS)
	if len(entries) == 0 {
		v.Element("p", "There are no commitments.", page.Class("cq-l-soft"))
	} else {
		v.Open("table", page.Class("cq-l-table")).Element("caption", fmt.Sprintf("Commitments (%d)", len(entries)))
		v.TableHead(page.Columns("#", "Who is bound", "To what", "Due", "Status", "History"))
		for i, e := range entries {
			v.entry(i+1, e)
		}
	}
	v.Close("div").Line()
	return v.String()
}

// anchor returns what the ids in the ledger's HTML begin with.
func (l *Ledger) anchor() string {
	h := fnv.New64a()
	fmt.Fprint(h, l.CSV())
	return fmt.Sprintf("cq%012x", h.Sum64()>>16)
}

// ledgerView is a ledger as HTML in the making.
type ledgerView struct {
	*page.Writer
	prefix string // of the ids
}

// entry writes the row of an entry.
func (v ledgerView) entry(number int, e LedgerEntry) {
	v.Open("tr", page.Attr("id", v.prefix+"-e"+strconv.Itoa(number)), page.Some("data-speaker", strings.Join(e.Parties, "; ")),
		page.Some("data-status", string(e.Status())))
	v.Element("td", strconv.Itoa(number), page.Class("cq-l-number"))
	v.Open("td", page.Class("cq-l-who")).Element("bdi", orUnknown(strings.Join(e.Parties, ", ")), page.Attr("dir", "auto")).Close("td")
	v.what(e)
	v.due(e)
	v.Open("td", page.Class("cq-l-now"))
	if len(e.History) > 0 {
		v.status(e.Status())
	}
	v.Close("td")
	v.Open("td", page.Class("cq-l-then")).Open("ol", page.Class("cq-l-history"))
	for _, x := range e.History {
		v.event(x)
	}
	v.Close("tr").Line()
}

// what writes to what an entry binds.
func (v ledgerView) what(e LedgerEntry) {
	v.Open("td", page.Class("cq-l-what")).Element("bdi", e.Action, page.Attr("dir", "auto"))
	if e.Instrument != "" {
		v.Open("div", page.Class("cq-l-soft")).Text("under ").Element("bdi", e.Instrument, page.Attr("dir", "auto")).Close("div")
	}
	v.Close("td")
}

// due writes until when an entry binds: the day, and the words for it.
func (v ledgerView) due(e LedgerEntry) {
	v.Open("td", page.Class("cq-l-due")).Time(markup.Day(e.Due))
	if e.Deadline != "" {
		v.Element("div", e.Deadline, page.Class("cq-l-soft"), page.Attr("dir", "auto"))
	}
	v.Close("td")
}

// status writes sign and name of a status.
func (v ledgerView) status(s Status) {
	class := "cq-l-other"
	if _, known := statusSigns[s]; known {
		class = "cq-l-" + string(s)
	}
	v.Open("span", page.Class("cq-l-status", class))
	v.Element("span", s.sign(), page.Attr("aria-hidden", "true")).Text(" " + string(s)).Close("span")
}

// event writes an item of the timeline.
func (v ledgerView) event(e LedgerEvent) {
	v.Open("li", page.Some("data-speaker", strings.Join(e.Parties, "; ")), page.Some("data-status", string(e.Status)), page.Some("data-anchor", e.Anchor))
	v.Time(markup.Day(e.Date))
	v.status(e.Status)
	v.Open("span", page.Class("cq-l-soft"))
	if len(e.Claimants) > 0 {
		v.Text(" according to ").Element("bdi", strings.Join(e.Claimants, ", "))
	}
	v.Text(" · ").Element("bdi", e.source()).Close("span")
	v.Open("blockquote", page.Attr("dir", "auto")).Marked(e.passage()).Close("li")
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
