package communique

import (
	"fmt"

	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/page"
)

// table writes a sheet, nothing if it has no rows.
func (v *view) table(t sheet) {
	if len(t.rows) == 0 {
		return
	}
	v.Region("cq-scroll", t.title)
	v.Open("table", page.Class("cq-sheet")).Element("caption", fmt.Sprintf("%s (%d)", t.title, len(t.rows)))
	v.TableHead(page.Columns(append([]string{"#"}, t.head...)...))
	for _, r := range t.rows {
		v.row(r)
	}
	v.Close("div").Line()
}

// row writes a row of a sheet. Its number links to the passage in the text.
func (v *view) row(r sheetRow) {
	id, number := v.prefix+"-"+r.key, r.key[1:]
	v.Open("tr", page.Attr("id", id), page.Some("data-speaker", r.speaker), page.Some("data-stance", r.stance), page.Some("data-status", r.status))
	v.Open("td")
	if v.marked[r.key] {
		v.Element("a", number, page.Attr("href", "#"+id+"t"), page.Attr("aria-label", number+", to the text"))
	} else {
		v.Text(number)
	}
	v.Close("td")
	for _, c := range r.cells {
		v.cell(c)
	}
	v.Close("tr").Line()
}

// cell writes a cell, with the badge before the text or the chip around it.
func (v *view) cell(c cell) {
	text := markup.Clip(c.text, maxCell)
	v.Open("td")
	if c.badge != "" {
		v.Element("span", "", page.Class(c.badge), page.Some("data-label", c.sign))
	}
	if c.chip != "" {
		v.Open("span", page.Class("cq-chip cq-s cq-s-start cq-s-end", c.chip), page.Some("data-label", c.sign))
	}
	if text != "" {
		v.Element("bdi", text, page.Attr("dir", "auto"))
	}
	v.Close("td")
}
