package page

import "strings"

// Markdown writes a document of GitHub Flavored Markdown, block by block. Blocks that have nothing to say are not written.
// The zero value is an empty document.
type Markdown struct{ b strings.Builder }

// String returns what is written so far.
func (m *Markdown) String() string { return m.b.String() }

// block parts a block from the one before it.
func (m *Markdown) block() {
	if m.b.Len() > 0 {
		m.b.WriteByte('\n')
	}
}

// Heading writes a heading of a level from 1 to 6.
func (m *Markdown) Heading(level int, text Inline) { m.line(strings.Repeat("#", level)+" ", text) }

// Paragraph writes a paragraph.
func (m *Markdown) Paragraph(text Inline) { m.line("", text) }

// line writes a block of one line.
func (m *Markdown) line(marker string, text Inline) {
	if !text.empty() {
		m.block()
		m.b.WriteString(marker + text.markdown + "\n")
	}
}

// List writes a list with a bullet before each item.
func (m *Markdown) List(items []Inline) {
	if len(items) > 0 {
		m.block()
	}
	for _, i := range items {
		m.b.WriteString("- " + i.markdown + "\n")
	}
}
