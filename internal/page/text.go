package page

import "strings"

// Raw is markup, which is not escaped again.
type Raw string

// NarrowSpace is a narrow blank at which no line is broken.
const NarrowSpace Raw = "&#8239;"

// Text writes a text.
func (w *Writer) Text(s string) *Writer {
	w.escape(s)
	return w
}

// Raw writes markup.
func (w *Writer) Raw(r Raw) *Writer {
	w.b.WriteString(string(r))
	return w
}

// Line ends the line if something stands on it. It parts elements for those who read the source.
func (w *Writer) Line() *Writer {
	if s := w.b.String(); s != "" && !strings.HasSuffix(s, "\n") {
		w.b.WriteByte('\n')
	}
	return w
}
