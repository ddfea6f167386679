package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/communique-go/communique/internal/lemma"
	"github.com/communique-go/communique/internal/tagger"
)

// lemmaOf returns the dictionary form of a normalised word.
func lemmaOf(norm string, tag tagger.Tag) string {
	switch {
	case IsVerb(tag) || tag == tagger.MD:
		return lemma.Verb(norm)
	case tag == tagger.NNS || tag == tagger.NNPS:
		return lemma.Noun(norm)
	}
	return norm
}

// IsVerb reports whether tag is a form of a verb, modals excepted.
func IsVerb(tag tagger.Tag) bool { return tag >= tagger.VB && tag <= tagger.VBZ }

// IsNoun reports whether tag is a common or proper noun.
func IsNoun(tag tagger.Tag) bool { return tag <= tagger.NNPS }

// IsName reports whether tag is a proper noun.
func IsName(tag tagger.Tag) bool { return tag == tagger.NNP || tag == tagger.NNPS }

// IsAdjective reports whether tag is an adjective.
func IsAdjective(tag tagger.Tag) bool { return tag >= tagger.JJ && tag <= tagger.JJS }

// IsAdverb reports whether tag is an adverb or a particle.
func IsAdverb(tag tagger.Tag) bool { return tag >= tagger.RB && tag <= tagger.RP }

// IsMark reports whether tag is punctuation.
func IsMark(tag tagger.Tag) bool { return tag >= tagger.Comma && tag <= tagger.RightBracket }

// correct overrules the tagger where the word alone decides.
func correct(words []string, i int, tag tagger.Tag) tagger.Tag {
	switch w := Normalize(words[i]); {
	case strings.Trim(w, `"'`) == "":
		return tagger.CloseQuote
	case w == "n't" || w == "not":
		return tagger.RB
	case w == "to":
		return tagger.TO
	case nameParticles[words[i]] && i > 0 && i+1 < len(words) && capitalized(words[i-1]) && capitalized(words[i+1]):
		return tagger.NNP
	case i > 0 && capitalized(words[i]) && !isUsuallyPlain(tag):
		return tagger.NNP
	}
	return tag
}

// nameParticles stand in lower case within the names of persons: "van Aalst", "ag Rhissa".
var nameParticles = map[string]bool{"van": true, "von": true, "de": true, "del": true, "della": true, "der": true, "den": true,
	"di": true, "da": true, "dos": true, "du": true, "el": true, "al": true, "bin": true, "ibn": true, "bint": true, "ag": true,
	"ben": true, "abu": true, "ould": true, "ter": true, "ten": true, "la": true, "le": true, "bar": true}

// capitalized reports whether w begins like a name: upper case followed by lower case.
func capitalized(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) {
		return strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "el-")
	}
	r, _ = utf8.DecodeRuneInString(w[n:])
	return unicode.IsLower(r)
}

// isUsuallyPlain reports whether a capitalised word in mid-sentence may keep tag: the tagger mistakes unknown names for
// verbs and adverbs, seldom for these.
func isUsuallyPlain(tag tagger.Tag) bool {
	return tag <= tagger.NNPS || tag == tagger.JJ || tag == tagger.CD || tag == tagger.MD ||
		tag >= tagger.IN && tag <= tagger.CC || tag >= tagger.PRP && tag <= tagger.PRPS || tag >= tagger.WDT
}
