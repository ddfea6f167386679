package communique

import (
	_ "embed" // for the style sheet
	"fmt"
	"hash/fnv"
	"strings"

	"github.com/communique-go/communique/internal/markup"
)

//go:embed statement.css
var statementCSS string

// HTML returns the statement as a fragment of HTML: the text as given, marked, with a legend, and beneath it tables of what
// was found. It brings its own style sheet for light and dark pages and for print, and needs nothing else: no script, no
// file. Text, names and labels are escaped; what HTML cannot hold, NUL and broken UTF-8, is shown as U+FFFD.
//
// In the text, quotes are tinted by speaker and begin with his number, sources and cues are underlined, stances are coloured
// by polarity and followed by sign, label and intensity, commitments framed and followed by their status. Entities are told
// on hover. Spans may nest and cross; those that are empty, do not lie within the text, or cut a character are not marked.
//
// The root is a div of the class communique, its first child the style element, which is the same for all statements. The rows
// of the tables and the marked passages carry, where known, data-speaker (speakers, holders or parties, separated by "; "),
// data-stance and data-status; a passage that several marks cover has the values of all, or of the innermost three of a kind.
// Rows and passages link to each other. The ids are made from the statement's ID, date and text. HTML returns "" for nil.
func (s *Statement) HTML() string {
	if s == nil {
		return ""
	}
	p := &page{s: s, prefix: s.anchor(), speakers: s.speakers(), marked: map[string]bool{}}
	p.collect()
	p.open("div", "class", "communique cq-statement")
	p.b.WriteString("<style>\n" + markup.Palette + statementCSS + "</style>")
	p.header()
	p.legend()
	p.open("div", "class", "cq-text", "dir", "auto")
	p.flatten()
	p.b.WriteString("</div>\n")
	for _, t := range []sheet{s.quoteSheet(p.speakers), s.stanceSheet(), s.commitmentSheet()} {
		p.table(t)
	}
	p.b.WriteString("</div>\n")
	return p.b.String()
}

// page is the HTML of a statement as it is written.
type page struct {
	s        *Statement
	b        strings.Builder
	prefix   string // of the ids
	speakers speakers
	marks    []mark
	marked   map[string]bool // the keys of quotes, stances and commitments that have a label in the text
}

// anchor returns what the ids in the statement's HTML begin with. Statements on one page differ in ID, date or text.
func (s *Statement) anchor() string {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\x00%s\x00%s", s.ID, s.day(), s.Text)
	return fmt.Sprintf("cq%012x", h.Sum64()>>16)
}

// day returns the statement's date as YYYY-MM-DD, "" if it has none.
func (s *Statement) day() string { return markup.Day(s.Date) }

// open writes a start tag. The attributes come as names and values; one without a value is left out.
func (p *page) open(name string, attributes ...string) {
	p.b.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			p.b.WriteString(" " + attributes[i] + `="` + markup.HTML(attributes[i+1]) + `"`)
		}
	}
	p.b.WriteByte('>')
}

// element writes an element that holds text alone.
func (p *page) element(name, text string, attributes ...string) {
	p.open(name, attributes...)
	p.b.WriteString(markup.HTML(text) + "</" + name + ">")
}

// header writes what is known of the statement: its title, ID, date, issuer and address.
func (p *page) header() {
	s := p.s
	if s.Title != "" {
		p.open("p", "class", "cq-title")
		p.element("bdi", markup.Clip(markup.OneLine(s.Title), maxCell))
		p.b.WriteString("</p>\n")
	}
	if s.ID == "" && s.Date.IsZero() && s.Issuer == "" && s.URL == "" {
		return
	}
	p.open("p", "class", "cq-head")
	if p.s.ID != "" {
		p.element("bdi", markup.Clip(p.s.ID, maxCell), "class", "cq-id")
		p.b.WriteByte(' ')
	}
	if day := p.s.day(); day != "" {
		p.element("time", day, "datetime", day)
		p.b.WriteByte(' ')
	}
	if s.Issuer != "" {
		p.element("bdi", markup.Clip(markup.OneLine(s.Issuer), maxCell), "class", "cq-issuer")
		p.b.WriteByte(' ')
	}
	if s.URL != "" {
		p.address(s.URL)
	}
	p.b.WriteString("</p>\n")
}

// isWebAddress reports whether an address is one of the web.
func isWebAddress(url string) bool {
	scheme, _, ok := strings.Cut(strings.ToLower(url), "://")
	return ok && (scheme == "http" || scheme == "https")
}

// address writes an address, as a link where it is one of the web: other schemes may run something.
func (p *page) address(url string) {
	shown := markup.Clip(markup.OneLine(url), maxCell)
	if isWebAddress(url) {
		p.element("a", shown, "class", "cq-url", "href", url, "rel", "noopener noreferrer")
		return
	}
	p.element("bdi", shown, "class", "cq-url")
}
