package page

import (
	"strings"
	"unicode/utf8"
)

// Column is the head of a column.
type Column struct {
	Title string
	Class string
	Span  int // how many columns it stands over, 0 for one
}

// Columns returns heads that are titles and nothing else.
func Columns(titles ...string) []Column {
	out := make([]Column, len(titles))
	for i, t := range titles {
		out[i].Title = t
	}
	return out
}

// TableHead writes the heads of a table, and begins its body.
func (w *Writer) TableHead(columns []Column) *Writer {
	w.Open("thead").Open("tr")
	for _, c := range columns {
		span := Attribute{}
		if c.Span > 1 {
			span = Int("colspan", c.Span)
		}
		w.Element("th", c.Title, Attr("scope", "col"), Class(c.Class), span)
	}
	return w.Close("thead").Line().Open("tbody").Line()
}

// maxPad is the width in characters to which the columns of a table are filled up. Longer cells stand out.
const maxPad = 40

// Table writes a table, its columns filled up so that it can be read in a terminal. The rows have as many cells as the head.
func (m *Markdown) Table(head []Inline, rows [][]Inline) {
	m.block()
	widths := columnWidths(head, rows)
	delimiters := make([]Inline, len(head))
	for i := range delimiters {
		delimiters[i].markdown = strings.Repeat("-", widths[i])
	}
	m.row(head, widths)
	m.row(delimiters, widths)
	for _, r := range rows {
		m.row(r, widths)
	}
}

// row writes a row of a table.
func (m *Markdown) row(cells []Inline, widths []int) {
	m.b.WriteByte('|')
	for i, c := range cells {
		m.b.WriteString(" " + c.markdown + strings.Repeat(" ", max(0, widths[i]-c.width())) + " |")
	}
	m.b.WriteByte('\n')
}

// columnWidths returns the width of each column, at least that of a delimiter and at most maxPad.
func columnWidths(head []Inline, rows [][]Inline) []int {
	widths := make([]int, len(head))
	for _, cells := range append([][]Inline{head}, rows...) {
		for i, c := range cells {
			widths[i] = min(maxPad, max(widths[i], c.width(), 3))
		}
	}
	return widths
}

// width returns how many characters the source of a text has.
func (i Inline) width() int { return utf8.RuneCountInString(i.markdown) }
