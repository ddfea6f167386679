package exchange

import (
	"sort"
	"unicode/utf8"

	"github.com/communique-go/communique"
)

// stride is the distance in characters between two marks of offsets: a mark for each character would take eight times the
// memory of the text.
const stride = 64

// offsets converts between byte and character offsets of a text.
type offsets struct {
	text  string
	marks []int // marks[i] is the byte offset of character i*stride
}

func newOffsets(text string) *offsets {
	o := &offsets{text: text, marks: make([]int, 0, len(text)/stride+1)}
	n := 0
	for i := range text {
		if n%stride == 0 {
			o.marks = append(o.marks, i)
		}
		n++
	}
	if n%stride == 0 { // the end of the text is a place too
		o.marks = append(o.marks, len(text))
	}
	return o
}

// char returns the character offset of a byte offset, and false if it lies outside the text or within a character.
func (o *offsets) char(at int) (int, bool) {
	if at < 0 || at > len(o.text) {
		return 0, false
	}
	mark := sort.SearchInts(o.marks, at+1) - 1
	n := mark * stride
	for pos := o.marks[mark]; pos < at; n++ {
		_, size := utf8.DecodeRuneInString(o.text[pos:])
		if pos += size; pos > at {
			return 0, false
		}
	}
	return n, true
}

// byte returns the byte offset of a character offset, and false if it lies outside the text.
func (o *offsets) byte(n int) (int, bool) {
	if n < 0 || n/stride >= len(o.marks) {
		return 0, false
	}
	pos := o.marks[n/stride]
	for i := n % stride; i > 0; i-- {
		if pos == len(o.text) {
			return 0, false
		}
		_, size := utf8.DecodeRuneInString(o.text[pos:])
		pos += size
	}
	return pos, true
}

// chars returns a span in characters, and false if it is empty, lies outside the text or cuts a character.
func (o *offsets) chars(s communique.Span) (communique.Span, bool) {
	start, ok := o.char(s.Start)
	end, ok2 := o.char(s.End)
	return communique.Span{Start: start, End: end}, ok && ok2 && start < end
}

// bytes returns the span of bytes of a span of characters, and false if it is empty or lies outside the text.
func (o *offsets) bytes(s communique.Span) (communique.Span, bool) {
	start, ok := o.byte(s.Start)
	end, ok2 := o.byte(s.End)
	return communique.Span{Start: start, End: end}, ok && ok2 && start < end
}

// valid returns s with each byte that is not part of valid UTF-8 replaced by U+FFFD, so that a character stays one.
// (strings.ToValidUTF8 makes one of several.)
func valid(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return string([]rune(s))
}
