package exchange

import (
	"strings"
	"testing"

	"github.com/communique-go/communique"
)

// hostile are texts that conversions of offsets go wrong on.
var hostile = []string{
	"",
	"plain",
	"„Grüße“, sagte Žofia — 😀 👩‍👩‍👧 e\u0301.",
	"one\r\ntwo\nthree\rfour\u2028five\u0085six\vseven\teight",
	"bad \xff\xfe bytes \xe2\x82 and \xc3",
	"\xe2\x82\xc3\xa9\xf0\x9f\x98",
	"nul \x00 and \u202ebidi\u202c and \ufeff",
	strings.Repeat("é", 63) + "x",
	strings.Repeat("é", 64),
	strings.Repeat("aé😀\xff", 100),
}

// TestOffsets compares with the conversion that Go has.
func TestOffsets(t *testing.T) {
	for _, text := range hostile {
		o := newOffsets(text)
		starts := map[int]int{len(text): len([]rune(text))} // characters by bytes
		n := 0
		for i := range text {
			starts[i] = n
			n++
		}
		for i := -2; i <= len(text)+2; i++ {
			want, ok := starts[i]
			if got, gotOK := o.char(i); gotOK != ok || got != want {
				t.Errorf("%.20q: byte %d is character %d, %v; want %d, %v", text, i, got, gotOK, want, ok)
			}
			if back, backOK := o.byte(want); ok && (!backOK || back != i) {
				t.Errorf("%.20q: character %d is byte %d, %v; want %d", text, want, back, backOK, i)
			}
		}
		for _, n := range []int{-1, n + 1, n + 64, n + 1000} {
			if i, ok := o.byte(n); ok {
				t.Errorf("%.20q: character %d is byte %d; want none", text, n, i)
			}
		}
		if got := len([]rune(valid(text))); got != n {
			t.Errorf("%.20q: %d characters in valid UTF-8, want %d", text, got, n)
		}
	}
}

func TestOffsetsSpans(t *testing.T) {
	o := newOffsets("aé😀")
	for _, s := range []communique.Span{{Start: 1, End: 1}, {Start: 1, End: 2}, {Start: 2, End: 3}, {Start: 3, End: 1}, {Start: 0, End: 8}, {Start: -1, End: 1}} {
		if got, ok := o.chars(s); ok {
			t.Errorf("%v is %v in characters, want none", s, got)
		}
	}
	if got, ok := o.chars(communique.Span{Start: 1, End: 7}); !ok || got != (communique.Span{Start: 1, End: 3}) {
		t.Errorf("[1:7] is %v, %v in characters, want [1:3]", got, ok)
	}
	if got, ok := o.bytes(communique.Span{Start: 1, End: 3}); !ok || got != (communique.Span{Start: 1, End: 7}) {
		t.Errorf("[1:3] is %v, %v in bytes, want [1:7]", got, ok)
	}
}
