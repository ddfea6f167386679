// Package markup writes text that is not to be trusted into HTML, SVG, Markdown and CSV, estimates how wide it is there, and holds
// the colours that they share.
package markup

import (
	_ "embed" // for the palette
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Palette is the style sheet that defines the colours as custom properties (--cq-...) of elements of the class communique,
// for light and dark pages.
//
//go:embed palette.css
var Palette string

// HTML returns s as the content of an HTML element or of an attribute in double quotes. A parser reads it back as the same
// text, but for what HTML cannot hold: NUL and broken UTF-8 become U+FFFD.
func HTML(s string) string { return escape(s, func(r rune) bool { return r == 0 }) }

// XML returns s as the content of an element or an attribute in double quotes of an SVG that stands alone or within HTML.
// What XML 1.0 cannot hold, control characters foremost, becomes U+FFFD.
func XML(s string) string {
	return escape(s, func(r rune) bool {
		return r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff
	})
}

// escape replaces the characters that mean something in HTML and XML, broken UTF-8, and the characters that are barred.
func escape(s string, barred func(rune) bool) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/16)
	for _, r := range s {
		switch {
		case r == utf8.RuneError || barred(r):
			b.WriteRune(utf8.RuneError)
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case r == '"':
			b.WriteString("&#34;")
		case r == '\'':
			b.WriteString("&#39;")
		case r == '\r': // a parser would read a bare one as a line feed
			b.WriteString("&#13;")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Markdown returns s as inline text of a CommonMark document or a cell of a table, on one line: what would be read as markup
// is escaped by a backslash, also what would be made a link without any, and white space runs together to a blank. Control
// characters, which a terminal would obey, become U+FFFD.
func Markdown(s string) string {
	var b strings.Builder
	s = OneLine(s)
	for i, r := range s {
		switch {
		case unicode.IsControl(r):
			r = utf8.RuneError
		case r == '@', r == ':' && strings.HasPrefix(s[i:], "://"), r == '.' && i >= 3 && strings.EqualFold(s[i-3:i], "www"):
			b.WriteByte('\\')
		case strings.ContainsRune("\\`*_{}[]<>#!|~$&", r), b.Len() == 0 && (r == '+' || r == '-'),
			b.Len() > 0 && strings.ContainsRune(".)", r) && allDigits(b.String()):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// allDigits reports whether s is a number, which a stop or a bracket would make the marker of a list.
func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

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
