package actors

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// acronyms are kept in capitals, as are all words of up to four letters without
// a vowel. The list has those often met in dictionaries, no more.
var acronyms = wordSet("ANC ASEAN AU CIA CIS EC ECOWAS EEC EU FBI IAEA IMF IRA ISIL ISIS NATO OAS OAU OECD OPEC OSCE PLO UAE UK UN UNESCO UNHCR UNICEF US USA USSR WHO WTO" +
	// numbers of monarchs
	" II III IV VI VII VIII IX")

// abbreviations have no vowel, but are no acronyms.
var abbreviations = wordSet("DR JR LT MR MRS MS NG SR ST")

// particles are in lower case between two other words.
var particles = wordSet("AND BIN DE DEL DES DOS FOR IBN OF THE VON")

// wordSet makes a set of the words of a string.
func wordSet(s string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// marks are the characters that a name may hold besides letters and digits.
const marks = " -'’`\".,&/()"

// phrase turns the underscores of a dictionary into blanks. An underscore at
// the end, which stops the search for further letters, goes.
func phrase(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "_", " ")), " ")
}

// checkName returns what is wrong with a phrase as a name.
func checkName(s string) string {
	if !utf8.ValidString(s) || strings.ContainsRune(s, utf8.RuneError) {
		return "broken character: save the file as UTF-8"
	}
	letter := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			letter = true
		case unicode.IsMark(r) || strings.ContainsRune(marks, r):
		case unicode.IsControl(r):
			return "control character in a name"
		default:
			return "unexpected " + string(r) + " in a name"
		}
	}
	if !letter {
		return "no name"
	}
	return ""
}

// printable is a mapping that makes control characters visible.
func printable(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return ' '
	case unicode.IsControl(r):
		return utf8.RuneError
	}
	return r
}

// title writes a phrase as in a text. Words that have lower-case letters
// already are left alone.
//
//   - Acronyms, words with digits and initials ("U.S.") keep their capitals.
//   - "of", "and", "the" and such are in lower case, but not at the ends.
//   - Of any other word the first letter is a capital, and so are those after
//     hyphens and the like and the one in "O'Brien", not in "People's".
func title(s string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		switch {
		case strings.IndexFunc(w, unicode.IsLower) >= 0 || isAcronym(w):
		case i > 0 && i < len(words)-1 && particles[w]:
			words[i] = strings.ToLower(w)
		default:
			words[i] = titleWord(w)
		}
	}
	return strings.Join(words, " ")
}

// isAcronym reports whether a word keeps its capitals.
func isAcronym(w string) bool {
	switch {
	case acronyms[w] || strings.ContainsAny(w, "0123456789"):
		return true
	case abbreviations[strings.TrimSuffix(w, ".")]:
		return false
	case isInitials(w):
		return true
	}
	for _, r := range w {
		if r > unicode.MaxASCII || !unicode.IsLetter(r) || strings.ContainsRune("AEIOUY", r) {
			return false
		}
	}
	return len(w) <= 4
}

// isInitials reports whether a word is made of single letters with full stops.
func isInitials(w string) bool {
	if !strings.HasSuffix(w, ".") {
		return false
	}
	for _, part := range strings.Split(strings.TrimSuffix(w, "."), ".") {
		if utf8.RuneCountInString(part) != 1 {
			return false
		}
	}
	return true
}

// titleWord puts all letters in lower case but the first of each part.
func titleWord(w string) string {
	out := []rune(w)
	start := 0 // of the part
	for i, r := range out {
		switch {
		case strings.ContainsRune("-/(\".,&", r):
			start = i + 1
		case strings.ContainsRune("'’`", r):
			if i == start || i == start+1 && len(out)-i > 3 {
				start = i + 1 // `Isa, O'Brien
			}
		case i > start:
			out[i] = unicode.ToLower(r)
		case i > 0 && i < len(out)-1 && out[i-1] == '-' && out[i+1] == '-':
			out[i] = unicode.ToLower(r) // Mazar-i-Sharif
		}
	}
	return string(out)
}
