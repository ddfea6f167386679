package alike

import (
	"slices"
	"strings"
	"unicode"

	"github.com/communique-go/communique/internal/lemma"
	"github.com/communique-go/communique/internal/lexicon"
)

// Name is the name of somebody or something with what it is compared by.
type Name struct {
	Text     string
	words    Set      // in the singular, without function words
	parts    []string // what blanks separate, in lower case
	initials string
}

// NewName returns a name that can be compared.
func NewName(text string) Name {
	var words []string
	for _, w := range Words(text) {
		if !lexicon.Function.Has(w) {
			words = append(words, lemma.Noun(w))
		}
	}
	return Name{Text: text, words: SetOf(words...), parts: strings.Fields(strings.ToLower(text)), initials: initials(text)}
}

// initials returns the capitals that begin the words of a name, in lower case, or the name itself if it is one word.
func initials(name string) string {
	parts := strings.Fields(name)
	if len(parts) == 1 {
		return strings.ToLower(strings.ReplaceAll(name, ".", ""))
	}
	var out []rune
	for _, w := range parts {
		if r := []rune(w)[0]; unicode.IsUpper(r) {
			out = append(out, unicode.ToLower(r))
		}
	}
	return string(out)
}

// Features are the words, the whole and the initials.
func (n Name) Features() []string {
	return append(n.words[:len(n.words):len(n.words)], strings.ToLower(n.Text), n.initials)
}

// Wordless reports whether a name has no words but function words. Such names are the same only if they are equal.
func (n Name) Wordless() bool { return len(n.words) == 0 }

// SameWords reports whether two names have the same words.
func (n Name) SameWords(m Name) bool { return slices.Equal(n.words, m.words) }

// Within reports whether a name has no words but those of m, as "Foreign Ministry" has none but those of "Ministry of Foreign
// Affairs".
func (n Name) Within(m Name) bool { return n.words.Within(m.words) }

// Overlap returns how many words two names have in common, as Set.Overlap does.
func (n Name) Overlap(m Name) float64 { return n.words.Overlap(m.words) }

// Abbreviates reports whether a name is made of the initials of m: "OSCE", "U.N.".
func (n Name) Abbreviates(m Name) bool {
	return len(n.initials) > 1 && !strings.Contains(n.Text, " ") && n.initials == m.initials
}

// SameSurname reports whether the last words of two names are the same.
func (n Name) SameSurname(m Name) bool {
	return len(n.parts) > 0 && len(m.parts) > 0 && n.parts[len(n.parts)-1] == m.parts[len(m.parts)-1]
}

// SameInitial reports whether the given name of one is the initial of that of the other: "B. Obama", "Barack Obama".
func (n Name) SameInitial(m Name) bool {
	if len(n.parts) == 0 || len(m.parts) == 0 {
		return false
	}
	x, y := n.parts[0], m.parts[0]
	return x[0] == y[0] && (isInitial(x) || isInitial(y))
}

func isInitial(s string) bool { return len(strings.Trim(s, ".")) == 1 }
