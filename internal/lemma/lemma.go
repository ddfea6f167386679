// Package lemma finds the dictionary form of English words: WordNet's Morphy method, a list of verbs, suffix rules and
// tables of exceptions (Miller et al., WordNet 3.0).
package lemma

import (
	_ "embed" // for the tables
	"strings"
	"sync"

	"github.com/communique-go/communique/internal/table"
)

//go:generate go run ./gen /usr/share/wordnet .

var (
	//go:embed verbs.txt
	verbTable string
	//go:embed verb-exceptions.txt
	verbExceptionTable string
	//go:embed noun-exceptions.txt
	nounExceptionTable string
	//go:embed closed.tsv
	closedTable string
)

type tables struct {
	verbs          map[string]bool
	verbExceptions map[string]string
	nounExceptions map[string]string
}

var load = sync.OnceValue(func() *tables {
	t := &tables{verbs: map[string]bool{}, verbExceptions: table.MustPairs("verb-exceptions.txt", verbExceptionTable),
		nounExceptions: table.MustPairs("noun-exceptions.txt", nounExceptionTable)}
	for _, r := range table.MustParse("verbs.txt", verbTable, 1) {
		t.verbs[r.Cells[0]] = true
	}
	for form, base := range table.MustPairs("closed.tsv", closedTable) {
		t.verbExceptions[form] = base
	}
	return t
})

// IsVerb reports whether w is the base form of a verb.
func IsVerb(w string) bool { return load().verbs[w] }

// IsVerbLemma reports whether there is a word of which Verb returns w: a base form does, and a word that Verb leaves as it is.
func IsVerbLemma(w string) bool {
	t := load()
	if t.verbs[w] || Verb(w) == w {
		return true
	}
	for _, base := range t.verbExceptions {
		if base == w {
			return true
		}
	}
	i := strings.LastIndexByte(w, '-')
	return i > 0 && IsVerbLemma(w[i+1:])
}

var verbRules = []struct{ suffix, ending string }{
	{"ies", "y"}, {"es", "e"}, {"es", ""}, {"s", ""}, {"ied", "y"}, {"ed", "e"}, {"ed", ""}, {"ing", "e"}, {"ing", ""},
}

// Verb returns the base form of a verb given in lower case.
func Verb(w string) string {
	t := load()
	if base, ok := t.verbExceptions[w]; ok {
		return base
	}
	if t.verbs[w] {
		return w
	}
	for _, r := range verbRules {
		if stem, ok := strings.CutSuffix(w, r.suffix); ok && t.verbs[stem+r.ending] {
			return stem + r.ending
		}
	}
	if i := strings.LastIndexByte(w, '-'); i > 0 && i < len(w)-1 { // "co-hosted", "re-opened"
		return w[:i+1] + Verb(w[i+1:])
	}
	return w
}

// Noun returns the singular of a plural noun given in lower case.
func Noun(w string) string {
	if base, ok := load().nounExceptions[w]; ok {
		return base
	}
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case hasSuffix(w, "sses", "shes", "ches", "xes", "zzes", "oes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !hasSuffix(w, "ss", "us", "is") && len(w) > 3:
		return w[:len(w)-1]
	}
	return w
}

func hasSuffix(w string, suffixes ...string) bool {
	for _, s := range suffixes {
		if strings.HasSuffix(w, s) {
			return true
		}
	}
	return false
}
