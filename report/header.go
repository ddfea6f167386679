package report

import (
	"fmt"
	"strconv"

	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/page"
)

// header writes the title, what the report is about, and where to find what.
func (r *report) header() {
	r.Open("header", page.Class("r-header")).Line()
	r.Element("h1", r.title, page.Attr("dir", "auto")).Line()
	r.Element("p", r.about(), page.Class("r-about")).Line()
	r.Open("nav", page.Class("r-contents"), page.Attr("aria-label", "Contents")).Line()
	r.Open("ul", page.Class("r-parts"))
	for _, part := range parts {
		r.Open("li").Element("a", part.title, page.Attr("href", "#"+part.id)).Close("li")
	}
	r.Close("ul").Line()
	if len(r.statements) > 1 {
		r.contents()
	}
	r.Close("nav").Line().Close("header").Line()
}

// contents writes a list of the statements.
func (r *report) contents() {
	r.Open("ol", page.Class("r-list"), page.Attr("tabindex", "0"), page.Attr("aria-label", "Statements")).Line()
	for i := range r.statements {
		r.Open("li").Open("a", page.Attr("href", "#"+anchor("r-s", i)))
		r.name(i)
		r.Close("li").Line()
	}
	r.Close("ol").Line()
}

// about says how many statements there are and when they were made.
func (r *report) about() string {
	text := plural(len(r.statements), "statement", "statements")
	first, last, undated := "", "", 0
	for _, s := range r.statements {
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
