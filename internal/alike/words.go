package alike

import (
	"strings"
	"unicode"

	"github.com/communique-go/communique/internal/lemma"
	"github.com/communique-go/communique/internal/lexicon"
)

// IsWord reports whether a token is more than punctuation: whether it has a letter, a digit or a mark.
func IsWord(token string) bool { return strings.IndexFunc(token, isWordRune) >= 0 }

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// Split returns the words of a text as they stand there.
func Split(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !isWordRune(r) })
}

// Words returns the words of a text in lower case.
func Words(s string) []string { return Split(strings.ToLower(s)) }

// Root returns the dictionary form of a word cut to six letters, so that "withdraw" and "withdrawal", "violations" and
// "violating" are one, or "" if the word carries no content.
func Root(word string) string {
	const letters = 6
	w := strings.ToLower(word)
	if lexicon.Function.Has(w) {
		return ""
	}
	base := lemma.Verb(w)
	if base == w && !lemma.IsVerb(w) {
		base = lemma.Noun(w)
	}
	if r := []rune(base); len(r) > letters {
		base = string(r[:letters])
	}
	return base
}

// Content returns the roots of the words of a text that carry content.
func Content(s string) Set {
	var roots []string
	for _, w := range Words(s) {
		if r := Root(w); r != "" {
			roots = append(roots, r)
		}
	}
	return SetOf(roots...)
}
