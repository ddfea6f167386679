package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/communique-go/communique/internal/markup"
)

// Inline is text of Markdown on one line, with what in it is markup: the content of a paragraph, of an item of a list or of
// a cell of a table. The zero value is nothing.
type Inline struct{ markdown string }

// literal is Markdown that stands in the code of a caller, as names do.
type literal string

// Plain returns a text. What would be read as markup is escaped by a backslash, also what would be made a link without any, and
// white space runs together to a blank. Control characters, which a terminal would obey, become U+FFFD.
func Plain(s string) Inline {
	var b strings.Builder
	s = markup.OneLine(s)
	for i, r := range s {
		switch {
		case unicode.IsControl(r):
			r = utf8.RuneError
		case isMarkup(r), makesLink(s, i, r), i == 0 && (r == '+' || r == '-'), (r == '.' || r == ')') && i > 0 && allDigits(s[:i]):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return Inline{b.String()}
}

// isMarkup reports whether a character may be markup wherever it stands.
func isMarkup(r rune) bool { return strings.ContainsRune("\\`*_{}[]<>#!|~$&", r) }

// makesLink reports whether the character r at offset i of s would make some of s a link.
func makesLink(s string, i int, r rune) bool {
	return r == '@' || r == ':' && strings.HasPrefix(s[i:], "://") || r == '.' && i >= 3 && strings.EqualFold(s[i-3:i], "www")
}

// allDigits reports whether s is a number, which a stop or a bracket would make the marker of a list.
func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// Words returns a text for each of the words of a caller, which hold no markup.
func Words(words ...literal) []Inline {
	out := make([]Inline, len(words))
	for i, s := range words {
		out[i].markdown = string(s)
	}
	return out
}

// Strong returns the text in bold.
func (i Inline) Strong() Inline { return Inline{"**" + i.markdown + "**"} }

// In returns the text with something before and after it, nothing if it is nothing.
func (i Inline) In(before, after literal) Inline {
	if i.empty() {
		return i
	}
	return Inline{string(before) + i.markdown + string(after)}
}

// Joined joins the parts that are something.
func Joined(separator literal, parts ...Inline) Inline {
	var kept []string
	for _, p := range parts {
		if !p.empty() {
			kept = append(kept, p.markdown)
		}
	}
	return Inline{strings.Join(kept, string(separator))}
}

func (i Inline) empty() bool { return i.markdown == "" }
