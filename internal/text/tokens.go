package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"
)

// maxWord is the longest run without white space, in bytes, that prose sees in one piece: its tokenizer takes time
// quadratic in the length of a word, and what is longer is no word.
const maxWord = 256

// tokenize cuts a paragraph into tokens on top of prose's tokenizer. Prose normalises quotes, keeps no offsets and splits
// by bytes, so it is given a shadow of the text with one ASCII byte for each rune; where a token begins and ends in the
// shadow tells where it does in the text.
func tokenize(s string) []Span {
	shadow, off := shadowOf(s)
	doc, err := prose.NewDocument(shadow, prose.UsingModel(&prose.Model{}), prose.WithTagging(false),
		prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil { // prose v2.0.0 returns none; whitespace tokens would still be right
		return words(s)
	}
	var pieces []Span
	pos := 0
	for _, t := range doc.Tokens() {
		i := strings.Index(shadow[pos:], t.Text)
		if i < 0 {
			continue
		}
		pieces = append(pieces, Span{pos + i, pos + i + len(t.Text)})
		pos += i + len(t.Text)
	}
	pieces = refine(shadow, pieces)
	out := make([]Span, len(pieces))
	for i, p := range pieces {
		out[i] = Span{off[p.Start], off[p.End-1] + runeLen(s, off[p.End-1])}
	}
	return out
}

func runeLen(s string, at int) int {
	_, n := utf8.DecodeRuneInString(s[at:])
	return n
}

// words is the tokenizer of last resort.
func words(s string) []Span {
	var out []Span
	start := -1
	for i, r := range s {
		switch {
		case unicode.IsSpace(r) && start >= 0:
			out = append(out, Span{start, i})
			start = -1
		case !unicode.IsSpace(r) && start < 0:
			start = i
		}
	}
	if start >= 0 {
		out = append(out, Span{start, len(s)})
	}
	return out
}

// shadowOf returns an ASCII copy of s, one byte a rune, and for each of its bytes the offset of the rune in s. Dashes
// that stand for punctuation get blanks around them, which stand for no rune and carry the dash's offset.
func shadowOf(s string) (string, []int) {
	b := make([]byte, 0, len(s)+8)
	off := make([]int, 0, len(s)+8)
	run := 0
	put := func(c byte, at int) {
		if c == ' ' {
			run = 0
		} else if run++; run > maxWord {
			b, off, run = append(b, ' '), append(off, at), 1
		}
		b, off = append(b, c), append(off, at)
	}
	for i, r := range s {
		c := shadowByte(r)
		dash := c == '-' && isBreakingDash(s, i, r)
		if c == '\'' && (len(b) == 0 || !isWordByte(b[len(b)-1])) {
			c = opening
		}
		if dash && (len(b) == 0 || b[len(b)-1] != '-') {
			put(' ', i)
		}
		put(c, i)
		if dash && !strings.HasPrefix(s[i+runeLen(s, i):], "-") {
			put(' ', i)
		}
	}
	return string(b), off
}

// opening stands in the shadow for an apostrophe that no letter touches on its left. Prose takes "'re" and "'s" for
// contractions wherever they stand, and loses words such as "'red".
const opening = '^'

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == ',' || c == '!' || c == '?' || c == '\''
}

func shadowByte(r rune) byte {
	switch r {
	case '“', '”', '„', '«', '»', '″', '‟':
		return '"'
	case '‘', '’', '‚', '′', '`', '´', '‹', '›':
		return '\''
	case '–', '—', '―':
		return '-'
	case '…':
		return '!' // prose takes it off the end of a word
	case '&', opening: // prose would replace "&rsquo;"
		return 'n'
	}
	switch {
	case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
		return ' '
	case r < utf8.RuneSelf && r > ' ':
		return byte(r)
	case r < ' ' || r == 0x7f:
		return ' '
	case unicode.IsUpper(r):
		return 'X'
	}
	return 'x'
}

// isBreakingDash tells the dash between clauses from the hyphen and from the en dash of "Goma–Gisenyi".
func isBreakingDash(s string, i int, r rune) bool {
	if r == '—' || r == '―' {
		return true
	}
	return r == '-' && (strings.HasPrefix(s[i+1:], "-") || i > 0 && s[i-1] == '-')
}

// refine mends what prose's tokenizer does to abbreviations, initials, ellipses and single quotation marks.
func refine(shadow string, in []Span) []Span {
	out := make([]Span, 0, len(in)+8)
	for i := 0; i < len(in); i++ {
		p := in[i]
		w := shadow[p.Start:p.End]
		joined := len(out) > 0 && out[len(out)-1].End == p.Start
		switch {
		case w == "." && joined && absorbsPeriod(shadow, out[len(out)-1], i, in):
			out[len(out)-1].End = p.End
		case (w == "." || w == "-" || w == "'") && joined && strings.HasSuffix(shadow[out[len(out)-1].Start:out[len(out)-1].End], w) &&
			strings.Trim(shadow[out[len(out)-1].Start:out[len(out)-1].End], w) == "":
			out[len(out)-1].End = p.End // "...", "--" and the quotation marks "``" and "''" are one token
		default:
			out = appendSplit(out, shadow, p)
		}
	}
	return out
}

// absorbsPeriod reports whether the full stop at in[i] belongs to the word prev: to an abbreviation or an initial.
func absorbsPeriod(shadow string, prev Span, i int, in []Span) bool {
	w, next := shadow[prev.Start:prev.End], byte(0)
	if i+1 < len(in) {
		next = shadow[in[i+1].Start]
	}
	switch abbreviations[strings.ToLower(w)] {
	case "name":
		return isUpper(w[0]) && isUpper(next)
	case "number":
		return next >= '0' && next <= '9'
	case "never", "maybe":
		return true
	}
	return len(w) == 1 && isUpper(w[0]) && w != "I" && isUpper(next)
}

// appendSplit appends p, cut where a single quotation mark opens it, where a contraction ends it ("they've"), and where
// a full stop that is no abbreviation's closes it ("War.").
func appendSplit(out []Span, shadow string, p Span) []Span {
	w := shadow[p.Start:p.End]
	lower := strings.ToLower(w)
	if len(w) > 1 && w[0] == opening && !clitics.Has(lower[1:]) {
		n := 1
		for n < len(w) && w[n] == opening { // "``We"
			n++
		}
		out = append(out, Span{p.Start, p.Start + n})
		if n == len(w) {
			return out
		}
		return appendSplit(out, shadow, Span{p.Start + n, p.End})
	}
	for _, c := range []string{"'ve", "'d"} {
		if strings.HasSuffix(lower, c) && len(w) > len(c) {
			cut := p.End - len(c)
			return append(out, Span{p.Start, cut}, Span{cut, p.End})
		}
	}
	if n := len(w) - 1; n > 0 && w[n] == '.' && strings.Count(w, ".") == 1 && n > 1 && abbreviations[lower[:n]] == "" {
		return append(out, Span{p.Start, p.End - 1}, Span{p.End - 1, p.End})
	}
	return append(out, p)
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }

func newToken(s string, sp Span) Token {
	w := s[sp.Start:sp.End]
	r, _ := utf8.DecodeRuneInString(w)
	return Token{Span: sp, Norm: Normalize(w), Upper: unicode.IsUpper(r)}
}

var quoteNormalizer = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "‟", `"`,
	"‘", "'", "’", "'", "‚", "'", "`", "'", "´", "'", "\u00a0", " ", "\u202f", " ")

// Normalize returns the form in which words are compared: lower case with ASCII quotation marks.
func Normalize(w string) string {
	for i := 0; i < len(w); i++ {
		if w[i] >= utf8.RuneSelf {
			return strings.ToLower(quoteNormalizer.Replace(w))
		}
	}
	return strings.ToLower(w)
}

// Words returns the words of s as the tokenizer cuts them, with ASCII quotation marks and apostrophes.
func Words(s string) []string {
	spans := tokenize(s)
	out := make([]string, len(spans))
	for i, sp := range spans {
		out[i] = quoteNormalizer.Replace(s[sp.Start:sp.End])
	}
	return out
}
