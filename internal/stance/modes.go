package stance

import (
	_ "embed" // for the tables
	"fmt"
	"regexp"
	"slices"
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

var modes = sync.OnceValue(func() map[ontology.Label][]mode { return must(parseModes("modes.tsv", modeTable)) })

// parseModes reads a table in the form of modes.tsv: the modes by label, in its order.
func parseModes(name, data string) (map[ontology.Label][]mode, error) {
	rows, err := table.Parse(name, data, 4)
	if err != nil {
		return nil, err
	}
	m := map[ontology.Label][]mode{}
	for _, r := range rows {
		l, err := ontology.ParseLabel(r.Cells[0])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: label %q: %w", name, r.Line, r.Cells[0], err)
		}
		x, err := parseMode(r.Cells, m[l])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, r.Line, err)
		}
		m[l] = append(m[l], x)
	}
	return m, nil
}

var (
	modeName  = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	cameoCode = regexp.MustCompile(`^[0-9]{2,4}$`)
)

// parseMode reads a row of modes.tsv that stands behind others of its label.
func parseMode(cells []string, before []mode) (mode, error) {
	if !modeName.MatchString(cells[1]) {
		return mode{}, fmt.Errorf("mode %q: want a word in lower case, or several with hyphens", cells[1])
	}
	if !cameoCode.MatchString(cells[2]) {
		return mode{}, fmt.Errorf("code %q: want two to four digits", cells[2])
	}
	words, err := parseWords(cells[3], aWord)
	if err != nil {
		return mode{}, fmt.Errorf("words %q: %w", cells[3], err)
	}
	for _, b := range before {
		if b.name == cells[1] {
			return mode{}, fmt.Errorf("mode %q: want one row for it", b.name)
		}
		for _, w := range words {
			if b.words[w] {
				return mode{}, fmt.Errorf("word %q: want it once, %q above has it already", w, b.name)
			}
		}
	}
	return mode{cells[1], cells[2], table.Set(cells[3])}, nil
}

// contexts is the table contexts.tsv: the names, and for each word the indices of those that it speaks for.
type contexts struct {
	names []string
	of    map[string][]int
}

var allContexts = sync.OnceValue(func() contexts { return must(parseContexts("contexts.tsv", contextTable)) })

// parseContexts reads a table in the form of contexts.tsv.
func parseContexts(name, data string) (contexts, error) {
	rows, err := table.Parse(name, data, 2)
	if err != nil {
		return contexts{}, err
	}
	c := contexts{of: map[string][]int{}}
	for i, r := range rows {
		words, err := parseWords(r.Cells[1], aWord)
		if err != nil {
			return contexts{}, fmt.Errorf("%s:%d: words %q: %w", name, r.Line, r.Cells[1], err)
		}
		if slices.Contains(c.names, r.Cells[0]) {
			return contexts{}, fmt.Errorf("%s:%d: context %q: want one row for it", name, r.Line, r.Cells[0])
		}
		c.names = append(c.names, r.Cells[0])
		for _, w := range words {
			c.of[w] = append(c.of[w], i)
		}
	}
	return c, nil
}

// must returns what was read from an embedded table, whose form a test has checked.
func must[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}

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
	all := allContexts()
	found := make([]bool, len(all.names))
	for i := first; i < limit; i++ {
		if i >= last && text.IsMark(m.Tag(i)) {
			break
		}
		for _, c := range all.of[m.Lemma(i)] {
			found[c] = true
		}
	}
	var out []string
	for i, ok := range found {
		if ok {
			out = append(out, all.names[i])
		}
	}
	return out
}
