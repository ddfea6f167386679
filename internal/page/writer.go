package page

import "strings"

// Writer writes HTML or XML. Its methods return it, so that what follows one another can be written so.
type Writer struct {
	b       strings.Builder
	open    []name // the elements that are not ended yet, the outermost first
	escapes *escapes
}

// NewHTML returns a writer of HTML, in which there may be pictures in SVG. What HTML cannot hold, NUL and broken UTF-8,
// becomes U+FFFD.
func NewHTML() *Writer { return &Writer{escapes: htmlEscapes} }

// NewXML returns a writer of XML 1.0, such as an SVG that stands alone. It reads the same within HTML. What XML cannot hold,
// control characters foremost, becomes U+FFFD.
func NewXML() *Writer { return &Writer{escapes: xmlEscapes} }

// String returns what is written so far.
func (w *Writer) String() string { return w.b.String() }

// Markup returns what is written so far, to be written within other markup.
func (w *Writer) Markup() Raw { return Raw(w.b.String()) }
