// Package report writes statements as one page that a browser opens from a file: an overview, the graph of who says what to
// whom, the ledger of commitments, and each statement with what was found in it.
package report

import (
	_ "embed" // for the style sheet and the script
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/internal/distinct"
	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/page"
)

var (
	//go:embed report.css
	styleSheet string
	//go:embed report.js
	script string
)

// Options say how a report is written. The zero value is useful.
type Options struct {
	Title string // the heading of the page; "Diplomatic statements" if it is ""
}

// Write writes a report on the statements as an HTML page in UTF-8 that needs nothing else: no file beside it, no server, no
// network. A content security policy forbids all but the page's own style sheet and script.
//
// The overview counts what was found, says who speaks and how often, and draws the stances of the most frequent pairs of
// actors along the dates of the statements; where no statement has a date, in the order given. Officials, organs and
// forces count there with their state. The graph is that of [communique.NewGraph], the ledger that of
// [communique.NewLedger]; the statements come in the order given, as [communique.Statement.HTML] has them.
//
// In a browser with script, a form filters by speaker, stance and status of commitments. The choice stands in the fragment of
// the address, so that it can be linked, until a link within the page puts an anchor there: the choice then lasts, over a
// reload too, but the address no longer has it. Without script, everything is shown. Text, names and IDs are escaped. Equal
// statements give the same bytes. Nil statements are left out. An error is one of w.
func Write(w io.Writer, statements []*communique.Statement, opt Options) error {
	if _, err := io.WriteString(w, newReport(statements, opt.Title).html()); err != nil {
		return fmt.Errorf("report: write the page: %w", err)
	}
	return nil
}

// report is a report in the making. It writes what the page shows.
type report struct {
	*page.Writer
	title      string
	statements []*communique.Statement
	names      []string // what the statements are called
	styles     []string // the style sheets of the fragments, each once
}

func newReport(statements []*communique.Statement, title string) *report {
	if strings.TrimSpace(title) == "" {
		title = "Diplomatic statements"
	}
	r := &report{Writer: page.NewHTML(), title: title}
	r.take(statements)
	return r
}

// take takes the statements that are not nil, and names them. Equal ones get different IDs.
func (r *report) take(statements []*communique.Statement) {
	var seen distinct.Statements
	for _, s := range statements {
		if s == nil {
			continue
		}
		id, suffix := seen.Add(s.ID, s.Date, s.Text)
		if name := nameOf(s); name != "" {
			r.names = append(r.names, name+suffix)
		} else {
			r.names = append(r.names, "Statement "+strconv.Itoa(len(r.names)+1))
		}
		if suffix != "" {
			again := *s
			again.ID, s = id, &again
		}
		r.statements = append(r.statements, s)
	}
}

// nameOf returns what a statement is called on the page: its title, or its ID without the date that it begins with where that
// stands beside it.
func nameOf(s *communique.Statement) string {
	if title := markup.OneLine(s.Title); title != "" {
		return title
	}
	id := strings.TrimSpace(s.ID)
	if day := markup.Day(s.Date); day != "" && strings.HasPrefix(id, day) {
		if rest := strings.TrimLeft(id[len(day):], "-_ "); rest != "" {
			return rest
		}
	}
	return id
}

// html returns the page. What it shows comes first, for the style sheets of the fragments stand in the head.
func (r *report) html() string {
	r.Element("a", "Skip to the report", page.Class("r-skip"), page.Attr("href", "#r-main")).Line()
	r.header()
	r.Open("main", page.Attr("id", "r-main"), page.Attr("tabindex", "-1")).Line()
	r.filter()
	r.overview()
	r.graph()
	r.ledger()
	r.texts()
	r.Close("main").Line()
	frame := page.Document{Title: r.title, Class: "communique r-page", Styles: append([]string{styleSheet}, r.styles...), Script: script}
	return string(frame.Begin() + r.Markup() + frame.End())
}

// fragment writes a fragment of HTML or SVG without its style sheet, which it keeps for the head of the page: fragments of a kind
// have the same.
func (r *report) fragment(shown string) {
	rest, style := page.Hoist(shown)
	if style != "" && !slices.Contains(r.styles, style) {
		r.styles = append(r.styles, style)
	}
	r.Raw(rest)
}

// parts are the sections of the page.
var parts = []struct{ id, title string }{
	{"r-overview", "Overview"}, {"r-graph", "Who says what to whom"}, {"r-ledger", "Commitments"}, {"r-statements", "Statements"},
}

// section begins the n-th of the parts.
func (r *report) section(n int) {
	id := parts[n].id
	r.Open("section", page.Class("r-part"), page.Attr("aria-labelledby", id)).Line()
	r.Element("h2", parts[n].title, page.Attr("id", id)).Line()
}

// graph writes the graph of who says what to whom.
func (r *report) graph() {
	r.section(1)
	r.Region("r-scroll", "Graph").Line()
	r.fragment(communique.NewGraph(r.statements...).SVG())
	r.Close("div").Line().Close("section").Line()
}

// ledger writes the ledger of commitments.
func (r *report) ledger() {
	r.section(2)
	r.Region("r-ledger", "Ledger of commitments").Line()
	r.fragment(communique.NewLedger(r.statements...).HTML())
	r.Close("div").Line()
	r.Element("p", "No commitment matches the filter.", page.Class("r-none"), page.Flag("hidden")).Line()
	r.Close("section").Line()
}

// texts writes the statements.
func (r *report) texts() {
	r.section(3)
	if len(r.statements) == 0 {
		r.Element("p", "There are no statements.").Line()
	}
	for i, s := range r.statements {
		id, heading := anchor("r-s", i), anchor("r-h", i)
		r.Open("section", page.Class("r-statement"), page.Attr("id", id), page.Attr("aria-labelledby", heading)).Line()
		r.Open("details", page.Flag("open")).Line().Open("summary").Open("h3", page.Attr("id", heading))
		r.name(i)
		r.Close("summary").Line()
		r.fragment(s.HTML())
		r.Close("details").Line().Close("section").Line()
	}
	r.Close("section").Line()
}

// anchor returns the id of what belongs to a statement.
func anchor(prefix string, statement int) string { return prefix + strconv.Itoa(statement+1) }

// name writes the date of a statement, if it is known, and what it is called.
func (r *report) name(statement int) {
	if day := markup.Day(r.statements[statement].Date); day != "" {
		r.Time(day).Text(" ")
	}
	r.Element("bdi", r.names[statement])
}
