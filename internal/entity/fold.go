package entity

import (
	"strings"
	"unicode/utf8"
)

// The letters with diacritics of names in Latin script, in lower case, and what texts write for them without.
const (
	accented = "àáâãäåāăąçćčďđèéêëēėęěğģìíîïīįıķłļñńņňòóôõöøőŕřśşšșţťțùúûüūůűųýÿźżž"
	plain    = "aaaaaaaaacccddeeeeeeeeggiiiiiiikllnnnnooooooorrsssstttuuuuuuuuyyzzz"
)

var foldOf = func() map[rune]byte {
	all := map[rune]byte{}
	i := 0
	for _, r := range accented {
		all[r] = plain[i]
		i++
	}
	return all
}()

// fold returns a word in lower case without diacritics.
func fold(w string) string {
	w = strings.ToLower(w)
	for i := 0; i < len(w); i++ {
		if w[i] >= utf8.RuneSelf {
			return strings.Map(func(r rune) rune {
				if c, ok := foldOf[r]; ok {
					return rune(c)
				}
				return r
			}, w)
		}
	}
	return w
}

// surnameKey returns the form under which a surname is found: without diacritics, the Arabic article and what
// transliterations differ in. It is "sisi" for "El-Sisi" and "al-Sisi", "zelensk" for "Zelensky" and "Zelenskyy".
func surnameKey(w string) string {
	w = fold(w)
	if len(w) > 5 && (strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "el-")) {
		w = w[3:]
	}
	if bare := strings.TrimRight(w, "yi"); len(bare) < len(w) && strings.HasSuffix(bare, "sk") {
		return bare
	}
	return w
}

// surnameOf returns the key of the last of a person's names.
func surnameOf(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return surnameKey(words[len(words)-1])
}
