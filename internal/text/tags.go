package text

import (
	"strings"

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
	}
	return tag
}
