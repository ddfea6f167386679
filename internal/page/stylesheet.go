package page

import (
	_ "embed" // for the palette
	"strings"
)

// palette is the style sheet that defines the colours as custom properties (--cq-...) of elements of the class communique,
// for light and dark pages.
//
//go:embed palette.css
var palette string

// StyleSheet returns the style sheet that Style writes.
func StyleSheet(sheets ...string) string { return "\n" + palette + strings.Join(sheets, "") }

// Style writes an element with style sheets, before which it puts the colours that they share.
func (w *Writer) Style(sheets ...string) *Writer {
	return w.Open("style").Raw(Raw(StyleSheet(sheets...))).Close("style")
}

// Hoist takes the style sheet that Style has written out of a fragment, for the head of a page that has many, and returns it
// without the colours. Text cannot be mistaken for the element, as it is escaped.
func Hoist(fragment string) (rest Raw, sheet string) {
	before, style, found := strings.Cut(fragment, "<style>")
	sheet, after, closed := strings.Cut(style, "</style>")
	if !found || !closed {
		return Raw(fragment), ""
	}
	return Raw(before + after), strings.TrimPrefix(sheet, StyleSheet())
}
