// Package markup makes what a statement holds fit to be shown: on one line, no longer than there is room for, as a day, as a
// record of CSV. Package page writes it in HTML, SVG and Markdown.
package markup

import (
	"strings"
	"time"
	"unicode/utf8"
)

// Record returns a record of comma-separated values (RFC 4180), with CRLF at its end. Cells keep their line breaks, which the
// writer of encoding/csv would turn into CRLF; NUL, at which readers in C end a cell, and broken UTF-8 become U+FFFD.
func Record(cells ...string) string {
	var b strings.Builder
	for i, c := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		c = strings.ReplaceAll(string([]rune(c)), "\x00", "\uFFFD")
		if strings.ContainsAny(c, "\",\r\n") || strings.TrimSpace(c) != c {
			c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		b.WriteString(c)
	}
	b.WriteString("\r\n")
	return b.String()
}

// Day returns a date as YYYY-MM-DD, "" if it is unknown.
func Day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// OneLine returns s with its white space run together.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Clip returns s, or the characters that its first n bytes hold and an ellipsis.
func Clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}
