package communique

import (
	_ "embed" // for the style sheet
	"fmt"
	"hash/fnv"

	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/page"
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
	v := &view{Writer: page.NewHTML(), s: s, prefix: s.anchor(), speakers: s.speakers(), marked: map[string]bool{}}
	v.collect()
	v.Open("div", page.Class("communique cq-statement")).Style(statementCSS)
	v.header()
	v.legend()
	v.Open("div", page.Class("cq-text"), page.Attr("dir", "auto"))
	v.flatten()
	v.Close("div").Line()
	for _, t := range []sheet{s.quoteSheet(v.speakers), s.stanceSheet(), s.commitmentSheet()} {
		v.table(t)
	}
	v.Close("div").Line()
	return v.String()
}

// view is a statement as HTML in the making.
type view struct {
	*page.Writer
	s        *Statement
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

// header writes what is known of the statement: its title, ID, date, issuer and address.
func (v *view) header() {
	s := v.s
	if s.Title != "" {
		v.Open("p", page.Class("cq-title")).Element("bdi", markup.Clip(markup.OneLine(s.Title), maxCell)).Close("p").Line()
	}
	if s.ID == "" && s.Date.IsZero() && s.Issuer == "" && s.URL == "" {
		return
	}
	v.Open("p", page.Class("cq-head"))
	if s.ID != "" {
		v.Element("bdi", markup.Clip(s.ID, maxCell), page.Class("cq-id")).Text(" ")
	}
	if day := s.day(); day != "" {
		v.Time(day).Text(" ")
	}
	if s.Issuer != "" {
		v.Element("bdi", markup.Clip(markup.OneLine(s.Issuer), maxCell), page.Class("cq-issuer")).Text(" ")
	}
	if s.URL != "" {
		v.Address(s.URL, markup.Clip(markup.OneLine(s.URL), maxCell), page.Class("cq-url"))
	}
	v.Close("p").Line()
}
