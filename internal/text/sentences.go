package text

import (
	_ "embed"
	"strings"
	"unicode"

	"github.com/communique-go/communique/internal/table"
)

//go:embed abbreviations.tsv
var abbreviationTable string

// abbreviations maps a word to its class in abbreviations.tsv.
var abbreviations = table.MustPairs("abbreviations.tsv", abbreviationTable)

// sentenceEnds returns the lengths, in tokens, of the sentences of one paragraph.
func sentenceEnds(toks []Token) []int {
	var ends []int
	start := 0
	for i := 0; i < len(toks)-1; i++ {
		if !closesSentence(toks, i) {
			continue
		}
		end := i + 1
		for end < len(toks) && isCloser(toks, end) {
			end++
		}
		if end < len(toks) && opensSentence(toks, i, end) {
			ends = append(ends, end-start)
			start, i = end, end-1
		}
	}
	return append(ends, len(toks)-start)
}

// closesSentence reports whether token i is, or ends in, a mark that can end a sentence.
func closesSentence(toks []Token, i int) bool {
	switch w := toks[i].Norm; w {
	case ".", "!", "?", "…", "...":
		return true
	default:
		return len(w) > 1 && strings.HasSuffix(w, ".")
	}
}

// isCloser reports whether token i is a quotation mark or bracket that closes what stands before it. A straight mark
// closes when nothing separates it from its left neighbour.
func isCloser(toks []Token, i int) bool {
	switch toks[i].Norm {
	case ")", "]":
		return true
	case `"`, "'", "''":
		glued := toks[i].Start == toks[i-1].End
		gluedRight := i+1 < len(toks) && toks[i+1].Start == toks[i].End
		return glued && !gluedRight || glued && i+1 < len(toks) && isQuoteMark(toks[i+1].Norm)
	}
	return false
}

func isQuoteMark(w string) bool { return w == `"` || w == "'" || w == "''" }

// opensSentence reports whether the token at next begins a sentence after the mark at i.
func opensSentence(toks []Token, i, next int) bool {
	w := toks[i].Norm
	t := toks[next]
	first := t
	for k := next; k < len(toks)-1 && (isQuoteMark(first.Norm) || first.Norm == "(" || first.Norm == "["); k++ {
		first = toks[k+1]
	}
	capital := first.Upper || unicode.IsDigit(rune(first.Norm[0]))
	if w == "?" || w == "!" {
		return capital
	}
	if len(w) > 1 && w != "..." { // an abbreviation
		if next > i+1 || next < len(toks) && isQuoteMark(t.Norm) {
			return capital
		}
		if class := abbreviations[strings.TrimSuffix(w, ".")]; class != "" && class != "maybe" {
			return false
		}
		return first.Upper && starters.Has(first.Norm)
	}
	if w == "..." || w == "…" {
		return first.Upper
	}
	return capital || !unicode.IsLetter(rune(first.Norm[0])) && !strings.ContainsAny(first.Norm, ",;:-")
}
