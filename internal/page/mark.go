package page

import (
	"strings"
	"unicode"
)

// Marked writes a passage marked, between what stands before and after it.
func (w *Writer) Marked(before, passage, after string) *Writer {
	return w.Text(before).Element("mark", passage).Text(after)
}

// Marked returns a passage in bold, between what stands before and after it.
func Marked(before, passage, after string) Inline {
	s := Plain(passage)
	if !s.empty() {
		s = s.Strong()
	}
	if b := Plain(before); !b.empty() {
		s.markdown = b.markdown + blankIf(strings.TrimRightFunc(before, unicode.IsSpace) != before) + s.markdown
	}
	if a := Plain(after); !a.empty() {
		s.markdown += blankIf(strings.TrimLeftFunc(after, unicode.IsSpace) != after) + a.markdown
	}
	return s
}

func blankIf(b bool) string {
	if b {
		return " "
	}
	return ""
}
