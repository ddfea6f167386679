package text

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/communique-go/communique/internal/lemma"
	"github.com/communique-go/communique/internal/lexicon"
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

// correct overrules the tagger where the word alone decides, or the words around it.
func correct(words []string, tags []tagger.Tag) {
	for i := range tags {
		tags[i] = byWord(words, i, tags[i])
	}
	for i := 1; i < len(tags); i++ {
		if (tags[i] == tagger.NN || tags[i] == tagger.NNS) && afterVerbOpener(words, tags, i) {
			tags[i] = tagger.VB
		}
	}
	if verb := lostVerb(words, tags); verb >= 0 {
		tags[verb] = tagger.VBD
		if tags[verb-1] == tagger.JJ {
			tags[verb-1] = tagger.NN // "Her rival accused India"
		}
	}
	if opensWithName(words, tags) {
		tags[0] = tagger.NNP
	}
	verbBeforeName(words, tags)
}

// verbBeforeName retags what the tagger glues to a name: the verb of "and urge Iran to comply" and "Many fear Russia", the
// conjunction of "Neither Kenya nor Peru".
func verbBeforeName(words []string, tags []tagger.Tag) {
	verb := false
	for i := 0; i+1 < len(tags); i++ {
		w := Normalize(words[i])
		switch {
		case IsVerb(tags[i]):
			verb = true
		case !IsName(tags[i+1]) || !capitalized(words[i+1]) && strings.ToUpper(words[i+1]) != words[i+1]:
		case tags[i] == tagger.DT && (w == "neither" || w == "either"):
			tags[i] = tagger.CC
		case i == 0 || words[i] != w || tags[i] != tagger.NN && tags[i] != tagger.JJ || !lemma.IsVerb(w) || isPersonNoun(w):
		case tags[i-1] == tagger.TO:
			tags[i] = tagger.VB
		case verb && (tags[i-1] == tagger.CC || words[i-1] == ","):
			tags[i], verb = tagger.VBP, true
		case lexicon.Pronoun.Has(Normalize(words[i-1])) && (i == 1 || opensSpeech(words[i-2])) && tags[i] == tagger.NN:
			tags[i-1], tags[i], verb = tagger.DT, tagger.VBP, true
		}
	}
}

// isPersonNoun reports whether a noun may stand before a name: "ally Iran", "host Qatar".
func isPersonNoun(w string) bool {
	for _, n := range lexicon.Nouns()[w] {
		if n.Kind == "person" || n.Kind == "group" {
			return true
		}
	}
	return lexicon.TitleHeads()[w]
}

// opensWithName reports whether the first word, taken for an adverb, is the subject of the verb right behind it: "Italy
// announced".
func opensWithName(words []string, tags []tagger.Tag) bool {
	if len(tags) < 3 || tags[0] != tagger.RB && tags[0] != tagger.JJ || !capitalized(words[0]) {
		return false
	}
	switch lemma.Verb(Normalize(words[1])) {
	case "be", "have", "do":
		return false
	}
	return tags[1] == tagger.VBD || tags[1] == tagger.VBZ
}

// afterVerbOpener reports whether the noun at i stands where a verb must: behind a modal ("would boycott"), or between
// "to" and a particle or determiner ("to hand over").
func afterVerbOpener(words []string, tags []tagger.Tag, i int) bool {
	if !lemma.IsVerb(Normalize(words[i])) {
		return false
	}
	prev := i - 1
	if prev > 0 && tags[prev] == tagger.RB && tags[prev-1] == tagger.MD {
		prev--
	}
	if tags[prev] == tagger.MD {
		return true
	}
	if tags[prev] != tagger.TO || i+1 >= len(tags) {
		return false
	}
	next := tags[i+1]
	return IsName(next) || next == tagger.DT || next == tagger.PRPS || next == tagger.PRP || next == tagger.RP || Normalize(words[i+1]) == "over"
}

// lostVerb returns the past tense that the tagger took for an adjective in a sentence that has no other finite verb, or -1:
// "tanks shelled positions".
func lostVerb(words []string, tags []tagger.Tag) int {
	found := -1
	for i, tag := range tags {
		switch tag {
		case tagger.VBD, tagger.VBZ, tagger.VBP, tagger.MD:
			return -1
		case tagger.JJ, tagger.VBN:
			if found < 0 && i > 0 && i+1 < len(tags) && strings.HasSuffix(words[i], "ed") && (tags[i-1] == tagger.NNS || IsName(tags[i-1]) || i > 1 && tags[i-2] == tagger.PRPS && IsName(tags[i+1])) &&
				(IsNoun(tags[i+1]) || tags[i+1] == tagger.DT || tags[i+1] == tagger.CD || tags[i+1] == tagger.PRPS) {
				found = i
			}
		}
	}
	return found
}

// byWord returns the tag of word i where the word alone decides it, else tag.
func byWord(words []string, i int, tag tagger.Tag) tagger.Tag {
	switch w := Normalize(words[i]); {
	case strings.Trim(w, `"'`) == "":
		return tagger.CloseQuote
	case w == "n't" || w == "not":
		return tagger.RB
	case w == "to":
		return tagger.TO
	case tag == tagger.NN && len(w) > 5 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") &&
		!strings.HasSuffix(w, "is") && !strings.HasSuffix(w, "ics") && !singularS.Has(w):
		return tagger.NNS
	case w == "shall" || w == "should" || w == "would" || w == "could":
		return tagger.MD
	case i > 0 && i+1 < len(words) && capitalized(words[i-1]) && capitalized(words[i+1]) && nameParticles.Has(words[i]):
		return tagger.NNP
	case i > 0 && (tag == tagger.NN || tag == tagger.NNS) && capitalized(words[i]) && capitalized(words[i-1]) && !opensSpeech(words[i-1]):
		return tagger.NNP + tag - tagger.NN
	case i > 0 && tag == tagger.JJ && strings.Contains(words[i], "-") && capitalized(words[i]) && capitalized(words[i-1]) && (i+1 == len(words) || !isLetter(words[i+1]) || words[i+1] == "of"):
		return tagger.NNP // "Cho Tae-yong"
	case i > 0 && capitalized(words[i]) && !isUsuallyPlain(tag) && !opensSpeech(words[i-1]):
		return tagger.NNP
	}
	return tag
}

// opensSpeech reports whether what follows w is capitalised because a sentence begins there.
func opensSpeech(w string) bool {
	return strings.Trim(Normalize(w), "\"'([-–—") == "" || w == ":" || w == "."
}

// capitalized reports whether w begins like a name: upper case followed by lower case.
func capitalized(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) {
		return strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "el-")
	}
	r, _ = utf8.DecodeRuneInString(w[n:])
	return unicode.IsLower(r)
}

// isLetter reports whether a word begins with a letter.
func isLetter(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLetter(r)
}

// isUsuallyPlain reports whether a capitalised word in mid-sentence may keep tag: the tagger mistakes unknown names for
// verbs and adverbs, seldom for these.
func isUsuallyPlain(tag tagger.Tag) bool {
	return tag <= tagger.NNPS || tag == tagger.JJ || tag == tagger.CD || tag == tagger.MD ||
		tag >= tagger.IN && tag <= tagger.CC || tag >= tagger.PRP && tag <= tagger.PRPS || tag >= tagger.WDT
}

var clauseRE = regexp.MustCompile(`^(?:\d{1,3}[.)]\s+)?(?:\*?\p{Lu}\p{Ll}+(?:s|ing)\b).*[;,.]$`)

// isOperative reports whether a paragraph has the form of a resolution's: it opens with a verb of its own subject, the
// body, with or without a number, and is one clause ("3. Condemns in the strongest terms ...;").
func isOperative(s string) bool {
	return clauseRE.MatchString(strings.Join(strings.Fields(s), " "))
}

// operativeVerb retags the verb that opens a paragraph of a resolution: the tagger takes "Demands that" for a noun.
func operativeVerb(words []string, tags []tagger.Tag) {
	i := 0
	for i < len(tags)-1 && (tags[i] == tagger.CD || tags[i] == tagger.LS || tags[i] == tagger.Period) {
		i++
	}
	w := Normalize(words[i])
	if i+1 >= len(tags) || !capitalized(words[i]) || !IsNoun(tags[i]) && tags[i] != tagger.VBZ {
		return
	}
	base := lemma.Verb(w)
	if base == w || !strings.HasSuffix(w, "s") || !lemma.IsVerb(base) {
		return
	}
	switch next := tags[i+1]; {
	case next == tagger.DT || next == tagger.TO || next == tagger.IN || next == tagger.PRPS || next == tagger.RB || next == tagger.PDT || next == tagger.JJ,
		IsName(next), next == tagger.RP, next == tagger.WDT:
		tags[i] = tagger.VBZ
	}
}
