// Package report writes statements as one page that a browser opens from a file: an overview, the graph of who says what to
// whom, the ledger of commitments, and each statement with what was found in it.
package report

import (
	"crypto/sha256"
	_ "embed" // for the style sheet and the script
	"encoding/base64"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/internal/distinct"
	"github.com/communique-go/communique/internal/markup"
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
	p := newPage(statements, opt.Title)
	if _, err := io.WriteString(w, p.html()); err != nil {
		return fmt.Errorf("report: write the page: %w", err)
	}
	return nil
}

// page is a report in the making.
type page struct {
	title      string
	statements []*communique.Statement
	names      []string // what the statements are called
	styles     []string // the style sheets of the fragments, each once
}

func newPage(statements []*communique.Statement, title string) *page {
	if strings.TrimSpace(title) == "" {
		title = "Diplomatic statements"
	}
	p := &page{title: title}
	p.take(statements)
	return p
}

// take takes the statements that are not nil, and names them. Equal ones get different IDs.
func (p *page) take(statements []*communique.Statement) {
	var page distinct.Statements
	for _, s := range statements {
		if s == nil {
			continue
		}
		added, suffix := page.Add(s)
		if name := nameOf(s); name != "" {
			p.names = append(p.names, name+suffix)
		} else {
			p.names = append(p.names, "Statement "+strconv.Itoa(len(p.names)+1))
		}
		p.statements = append(p.statements, added)
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

// builder collects markup.
type builder struct{ strings.Builder }

// put writes a format. Arguments that are strings are escaped; markup among the arguments has the type raw.
func (b *builder) put(format string, args ...any) {
	for i, a := range args {
		if s, isString := a.(string); isString {
			args[i] = markup.HTML(s)
		}
	}
	fmt.Fprintf(b, format, args...)
}

// raw is markup that has been made with escaped text already.
type raw string

// html returns the page. The body comes first, for the style sheets of its parts stand in the head.
func (p *page) html() string {
	var body builder
	p.header(&body)
	body.WriteString("<main id=\"r-main\" tabindex=\"-1\">\n")
	p.filter(&body)
	p.overview(&body)
	p.graph(&body)
	p.ledger(&body)
	p.texts(&body)
	body.WriteString("</main>\n")

	style := "\n" + markup.Palette + styleSheet + strings.Join(p.styles, "")
	code := "\n" + script
	var b builder
	b.put("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
	b.put("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'\">\n",
		raw(source(style)), raw(source(code)))
	b.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
	b.put("<title>%s</title>\n<style>%s</style>\n</head>\n<body class=\"communique r-page\">\n", p.title, raw(style))
	b.put("<a class=\"r-skip\" href=\"#r-main\">Skip to the report</a>\n%s<script>%s</script>\n</body>\n</html>\n", raw(body.String()), raw(code))
	return b.String()
}

// source returns the source expression of a content security policy that allows an inline style sheet or script.
func source(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// hoist takes the style sheet out of a fragment, and keeps it for the head of the page. The fragments repeat it, and the colours
// in it; text cannot be mistaken for it, as it is escaped.
func (p *page) hoist(fragment string) raw {
	before, rest, found := strings.Cut(fragment, "<style>")
	style, after, closed := strings.Cut(rest, "</style>")
	if !found || !closed {
		return raw(fragment)
	}
	style = strings.TrimPrefix(strings.TrimPrefix(style, "\n"), markup.Palette)
	for _, s := range p.styles {
		if s == style {
			return raw(before + after)
		}
	}
	p.styles = append(p.styles, style)
	return raw(before + after)
}

// header writes the title, what the report is about, and where to find what.
func (p *page) header(b *builder) {
	b.put("<header class=\"r-header\">\n<h1 dir=\"auto\">%s</h1>\n<p class=\"r-about\">%s</p>\n", p.title, p.about())
	b.put("<nav class=\"r-contents\" aria-label=\"Contents\">\n<ul class=\"r-parts\">")
	for _, part := range parts {
		b.put("<li><a href=\"#%s\">%s</a></li>", part.id, part.title)
	}
	b.put("</ul>\n")
	if len(p.statements) > 1 {
		b.put("<ol class=\"r-list\" tabindex=\"0\" aria-label=\"Statements\">\n")
		for i, s := range p.statements {
			b.put("<li><a href=\"#r-s%d\">%s<bdi>%s</bdi></a></li>\n", i+1, timeOf(s), p.names[i])
		}
		b.put("</ol>\n")
	}
	b.put("</nav>\n</header>\n")
}

// parts are the sections of the page.
var parts = []struct{ id, title string }{
	{"r-overview", "Overview"}, {"r-graph", "Who says what to whom"}, {"r-ledger", "Commitments"}, {"r-statements", "Statements"},
}

// section begins the n-th of the parts.
func section(b *builder, n int) {
	b.put("<section class=\"r-part\" aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n", parts[n].id, parts[n].id, parts[n].title)
}

// timeOf returns the date of a statement as an element, nothing if it is unknown.
func timeOf(s *communique.Statement) raw {
	day := markup.Day(s.Date)
	if day == "" {
		return ""
	}
	return raw(`<time datetime="` + day + `">` + day + "</time> ")
}

// about says how many statements there are and when they were made.
func (p *page) about() string {
	text := plural(len(p.statements), "statement", "statements")
	first, last, undated := "", "", 0
	for _, s := range p.statements {
		day := markup.Day(s.Date)
		switch {
		case day == "":
			undated++
			continue
		case first == "" || day < first:
			first = day
		}
		last = max(last, day)
	}
	switch {
	case first == "":
		return text
	case first == last:
		text += " of " + first
	default:
		text += " from " + first + " to " + last
	}
	if undated > 0 {
		text += fmt.Sprintf(", %d without a date", undated)
	}
	return text
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// graph writes the graph of who says what to whom.
func (p *page) graph(b *builder) {
	section(b, 1)
	b.put("<div class=\"r-scroll\" role=\"region\" aria-label=\"Graph\" tabindex=\"0\">\n%s</div>\n</section>\n",
		p.hoist(communique.NewGraph(p.statements...).SVG()))
}

// ledger writes the ledger of commitments.
func (p *page) ledger(b *builder) {
	section(b, 2)
	b.put("<div class=\"r-ledger\" role=\"region\" aria-label=\"Ledger of commitments\" tabindex=\"0\">\n%s</div>\n", p.hoist(communique.NewLedger(p.statements...).HTML()))
	b.put("<p class=\"r-none\" hidden>No commitment matches the filter.</p>\n</section>\n")
}

// texts writes the statements.
func (p *page) texts(b *builder) {
	section(b, 3)
	if len(p.statements) == 0 {
		b.put("<p>There are no statements.</p>\n")
	}
	for i, s := range p.statements {
		b.put("<section class=\"r-statement\" id=\"r-s%d\" aria-labelledby=\"r-h%d\">\n<details open>\n<summary><h3 id=\"r-h%d\">%s<bdi>%s</bdi></h3></summary>\n",
			i+1, i+1, i+1, timeOf(s), p.names[i])
		b.put("%s</details>\n</section>\n", p.hoist(s.HTML()))
	}
	b.put("</section>\n")
}
