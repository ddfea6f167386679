package communique

import (
	"fmt"

	"github.com/communique-go/communique/internal/markup"
)

// table writes a sheet, nothing if it has no rows. The number of a row links to the passage in the text.
func (p *page) table(t sheet) {
	if len(t.rows) == 0 {
		return
	}
	caption := fmt.Sprintf("%s (%d)", t.title, len(t.rows))
	p.open("div", "class", "cq-scroll", "role", "region", "aria-label", t.title, "tabindex", "0")
	p.open("table", "class", "cq-sheet")
	p.element("caption", caption)
	p.b.WriteString("<thead><tr>")
	p.element("th", "#", "scope", "col")
	for _, name := range t.head {
		p.element("th", name, "scope", "col")
	}
	p.b.WriteString("</tr></thead>\n<tbody>\n")
	for _, r := range t.rows {
		p.row(r)
	}
	p.b.WriteString("</tbody></table></div>\n")
}

func (p *page) row(r sheetRow) {
	id, number := p.prefix+"-"+r.key, r.key[1:]
	p.open("tr", "id", id, "data-speaker", r.speaker, "data-stance", r.stance, "data-status", r.status)
	p.open("td")
	if p.marked[r.key] {
		p.element("a", number, "href", "#"+id+"t", "aria-label", number+", to the text")
	} else {
		p.b.WriteString(number)
	}
	p.b.WriteString("</td>")
	for _, c := range r.cells {
		p.cell(c)
	}
	p.b.WriteString("</tr>\n")
}

// cell writes a cell, with the badge before the text or the chip around it.
func (p *page) cell(c cell) {
	text := markup.Clip(c.text, maxCell)
	p.open("td")
	if c.badge != "" {
		p.element("span", "", "class", c.badge, "data-label", c.sign)
	}
	if c.chip != "" {
		p.open("span", "class", "cq-chip cq-s cq-s-start cq-s-end "+c.chip, "data-label", c.sign)
	}
	if text != "" {
		p.element("bdi", text, "dir", "auto")
	}
	if c.chip != "" {
		p.b.WriteString("</span>")
	}
	p.b.WriteString("</td>")
}
