package stance

import (
	_ "embed" // for the tables
	"sync"

	"github.com/communique-go/communique/internal/ontology"
	"github.com/communique-go/communique/internal/table"
	"github.com/communique-go/communique/internal/text"
)

//go:embed modes.tsv
var modeTable string

//go:embed contexts.tsv
var contextTable string

// mode is a row of modes.tsv.
type mode struct {
	name, cameo string
	words       map[string]bool
}

var modes = sync.OnceValue(func() map[ontology.Label][]mode {
	m := map[ontology.Label][]mode{}
	for _, r := range table.MustParse("modes.tsv", modeTable, 4) {
		l := ontology.Label(r.Cells[0])
		m[l] = append(m[l], mode{r.Cells[1], r.Cells[2], table.Set(r.Cells[3])})
	}
	return m
})

var contexts = sync.OnceValue(func() []table.Row { return table.MustParse("contexts.tsv", contextTable, 2) })

var contextOf = sync.OnceValue(func() map[string][]int {
	m := map[string][]int{}
	for i, r := range contexts() {
		for _, w := range table.List(r.Cells[1]) {
			m[w] = append(m[w], i)
		}
	}
	return m
})

// classify gives a stance its PLOVER mode and contexts and its CAMEO code.
func (m *matcher) classify(s *Stance) {
	first, last := m.TokenRange(s.Phrase)
	if s.Object != None && m.Phrases[s.Object].First >= first && m.Phrases[s.Object].First < last+8 {
		last = max(last, m.Phrases[s.Object].Last)
	}
	if s.Inf != None && m.Groups[s.Inf].Head >= last {
		last = m.Groups[s.Inf].Last
	}
	s.CAMEO = s.Label.CAMEO()
	for _, x := range modes()[s.Label] {
		if m.hasLemma(first, last, x.words) {
			s.Mode, s.CAMEO = x.name, x.cameo
			break
		}
	}
	s.Contexts = m.contextsAt(first, last)
}

func (m *matcher) hasLemma(first, last int, words map[string]bool) bool {
	for i := first; i < last; i++ {
		if words[m.Lemma(i)] {
			return true
		}
	}
	return false
}

// contextsAt returns the contexts that the words of a phrase, and those right behind it in its clause, speak for.
func (m *matcher) contextsAt(first, last int) []string {
	limit := min(m.Sentence(first).Last, last+12)
	found := make([]bool, len(contexts()))
	for i := first; i < limit; i++ {
		if i >= last && text.IsMark(m.Tag(i)) {
			break
		}
		for _, c := range contextOf()[m.Lemma(i)] {
			found[c] = true
		}
	}
	var out []string
	for i, ok := range found {
		if ok {
			out = append(out, contexts()[i].Cells[0])
		}
	}
	return out
}
