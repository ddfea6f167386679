package page

import (
	"strings"
	"unicode"
)

// TextWidth estimates the width of a text in pixels, rather too much than too little: by the widths of DejaVu Sans, which is
// wide as such fonts go.
func TextWidth(s string, size float64) float64 {
	w := 0.0
	for _, r := range s {
		w += runeWidth(r)
	}
	return w * size
}

// runeWidth returns the width of a character in ems.
func runeWidth(r rune) float64 {
	switch {
	case strings.ContainsRune("ijl.,;:'!|I ()[]/-’·", r):
		return 0.4
	case strings.ContainsRune("mMwW@%—…", r):
		return 1
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		return 0
	case unicode.IsUpper(r):
		return 0.76
	case r < 0x1100:
		return 0.65
	}
	return 1.1
}

// Shorten cuts a text to a width in pixels, with an ellipsis at its end.
func Shorten(s string, size, width float64) string {
	if TextWidth(s, size) <= width {
		return s
	}
	w := TextWidth("…", size)
	for i, r := range s {
		if w += runeWidth(r) * size; w > width {
			return strings.TrimRight(s[:i], " ,") + "…"
		}
	}
	return s
}
