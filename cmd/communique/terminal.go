package main

import (
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/communique-go/communique/internal/markup"
	"golang.org/x/term"
)

const (
	defaultWidth = 80  // where the output is no terminal
	maxTextWidth = 100 // longer lines are tiring to read
	minTextWidth = 40  // shorter ones leave no room for the columns
)

func isTerminal(v any) bool {
	f, ok := v.(interface{ Fd() uintptr })
	return ok && term.IsTerminal(int(f.Fd()))
}

// terminalWidth returns the number of columns of the terminal that w writes to, a usual one if it is none.
func terminalWidth(w io.Writer) int {
	if f, ok := w.(interface{ Fd() uintptr }); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			return max(width, minTextWidth)
		}
	}
	return defaultWidth
}

// colored decides on colours: --color first, then NO_COLOR (https://no-color.org), then what the output is.
func (c *cli) colored(when string, tty bool) bool {
	switch when {
	case "always":
		return true
	case "never":
		return false
	}
	return tty && c.getenv("NO_COLOR") == "" && c.getenv("TERM") != "dumb"
}

// palette sets text in colours, or leaves it as it is.
type palette bool

func (p palette) sgr(code, s string) string {
	if !p || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (p palette) bold(s string) string   { return p.sgr("1", s) }
func (p palette) faint(s string) string  { return p.sgr("2", s) }
func (p palette) red(s string) string    { return p.sgr("31", s) }
func (p palette) green(s string) string  { return p.sgr("32", s) }
func (p palette) yellow(s string) string { return p.sgr("33", s) }

// visible returns s with everything that is not a printable character as an escape. Texts come from anywhere: they must
// not send commands to the terminal, nor reverse the direction of what stands around them.
func visible(s string) string {
	var b strings.Builder
	for i, size := 0, 0; i < len(s); i += size {
		var r rune
		r, size = utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			b.WriteString(`\x` + strconv.FormatUint(uint64(s[i]), 16))
		case invisible(r):
		case unicode.IsPrint(r) || harmlessFormat(r):
			b.WriteRune(r)
		case unicode.Is(unicode.Zs, r):
			b.WriteByte(' ')
		default:
			q := strconv.QuoteRune(r)
			b.WriteString(q[1 : len(q)-1])
		}
	}
	return b.String()
}

// clip returns what a message shows of s: what stands in the input can be of any length.
func clip(s string) string { return markup.Clip(s, 80) }

// invisible tells whether r is a soft hyphen, a zero-width space, a word joiner or a byte order mark: web pages are full
// of them, and nothing is lost without.
func invisible(r rune) bool { return r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff' }

// harmlessFormat tells whether r is a joiner or mark that scripts such as Persian and Hebrew need. It has no effect
// beyond its neighbours.
func harmlessFormat(r rune) bool { return r >= '\u200c' && r <= '\u200f' || r == '\u061c' }

// oneLine returns s on one line, with single spaces, fit for the terminal.
func oneLine(s string) string { return visible(strings.Join(strings.Fields(s), " ")) }

// columns returns how many columns s takes. Wide characters count as one: statements hardly have any, and the price is
// a line that is a little too long.
func columns(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			n++
		}
	}
	return n
}

// pad fills s with blanks up to width columns.
func pad(s string, width int) string { return s + strings.Repeat(" ", max(0, width-columns(s))) }

// shorten returns s cut to width columns, with an ellipsis where something is missing.
func shorten(s string, width int) string {
	if columns(s) <= width {
		return s
	}
	runes := []rune(s)
	for columns(string(runes)) >= width {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " ") + "…"
}

// wrap breaks s, fit for the terminal, into lines of at most width columns. A longer word has a line of its own.
func wrap(s string, width int) []string {
	var lines []string
	current, used := "", 0
	for _, word := range strings.Fields(s) {
		word = visible(word)
		n := columns(word)
		switch {
		case word == "": // it was made of invisible characters
		case current == "":
			current, used = word, n
		case used+1+n > width:
			lines = append(lines, current)
			current, used = word, n
		default:
			current, used = current+" "+word, used+1+n
		}
	}
	if current != "" {
		lines = append(lines, current)
	}
	return lines
}
