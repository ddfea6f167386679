package page

import "unicode/utf8"

// escapes are what a language writes instead of a character.
type escapes struct {
	ascii         [utf8.RuneSelf]string // "" for what stands for itself
	noncharacters bool                  // whether U+FFFE and U+FFFF are barred
}

var (
	htmlEscapes = newEscapes("\x00", false)
	xmlEscapes  = newEscapes("\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f"+
		"\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f", true)
)

// replacement stands for what a language cannot hold.
const replacement = string(utf8.RuneError)

// newEscapes returns the escapes of a language that cannot hold some characters. They serve for elements and for attributes
// in double quotes alike.
func newEscapes(barred string, noncharacters bool) *escapes {
	e := &escapes{noncharacters: noncharacters}
	e.ascii['<'], e.ascii['>'], e.ascii['&'] = "&lt;", "&gt;", "&amp;"
	e.ascii['"'], e.ascii['\''] = "&#34;", "&#39;"
	e.ascii['\r'] = "&#13;" // a parser would read a bare one as a line feed
	for _, r := range barred {
		e.ascii[r] = replacement
	}
	return e
}

// escape writes s so that a parser reads it back as the same text.
func (w *Writer) escape(s string) {
	from := 0
	for i := 0; i < len(s); {
		instead, size := w.escapes.next(s[i:])
		if instead != "" {
			w.b.WriteString(s[from:i])
			w.b.WriteString(instead)
			from = i + size
		}
		i += size
	}
	w.b.WriteString(s[from:])
}

// next returns what stands for the first character of s, "" for itself, and the character's length in bytes. A broken byte
// is a character.
func (e *escapes) next(s string) (instead string, size int) {
	if s[0] < utf8.RuneSelf {
		return e.ascii[s[0]], 1
	}
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError || e.noncharacters && (r == 0xfffe || r == 0xffff) {
		return replacement, size
	}
	return "", size
}
