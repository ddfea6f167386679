package stance

import (
	"slices"
	"sort"

	"github.com/communique-go/communique/internal/choice"
	"github.com/communique-go/communique/internal/ontology"
	"github.com/communique-go/communique/internal/quote"
	"github.com/communique-go/communique/internal/text"
)

// Known is a stance as annotators have it.
type Known struct {
	Label  ontology.Label
	Phrase text.Span
}

// Asked is what the choice of holders or targets is made from: for each candidate its entities and its features.
type Asked struct {
	Candidates [][]int
	Features   [][]choice.Feature
}

// Ask returns the questions after holders and targets of the stances that are known to be in a text, for learning. What the rules
// have found of them is as it is when stances are sought; of others, the verb or noun of the phrase stands for it. Where a
// phrase has neither, the question has no candidates. The holders from which targets are told apart are those of the rules.
func Ask(d *quote.Doc, l *Lexicon, known []Known) (holders, targets []Asked) {
	m := rules(d, l)
	places := make([]Stance, len(known))
	taken := make([]bool, len(m.stances))
	var missed []int
	for k, x := range known {
		if i := m.foundAs(x, taken); i >= 0 {
			taken[i] = true
			places[k] = m.stances[i]
		} else {
			missed = append(missed, k)
		}
	}
	for _, k := range missed {
		if s, ok := m.standIn(known[k]); ok {
			places[k] = s
			m.stances = append(m.stances, s)
		}
	}
	sort.SliceStable(m.stances, func(i, j int) bool { return m.stances[i].Phrase.Start < m.stances[j].Phrase.Start })
	for k, x := range known {
		i := slices.IndexFunc(m.stances, func(s Stance) bool { return s.Label == x.Label && s.Phrase == places[k].Phrase })
		if i < 0 {
			holders, targets = append(holders, Asked{}), append(targets, Asked{})
			continue
		}
		holders = append(holders, m.holderQuestion(m.stances, i).asked())
		targets = append(targets, m.targetQuestion(m.stances, i, m.stances[i].Holders).asked())
	}
	return holders, targets
}

// foundAs returns the stance of the rules with the label of a known one and the most of its phrase, -1 if there is none that is
// not taken.
func (m *matcher) foundAs(x Known, taken []bool) int {
	best, most := -1, 0
	for i, s := range m.stances {
		if o := min(s.Phrase.End, x.Phrase.End) - max(s.Phrase.Start, x.Phrase.Start); s.Label == x.Label && !taken[i] && o > most {
			best, most = i, o
		}
	}
	return best
}

// standIn makes a stance of a known one that the rules did not find, at the first finite verb of its phrase, else its first verb, else
// its last noun.
func (m *matcher) standIn(x Known) (Stance, bool) {
	first, last := m.TokenRange(x.Phrase)
	s := Stance{Label: x.Label, Phrase: x.Phrase, Intensity: ontology.Plain, Group: None, Object: None, Inf: None}
	for i := first; i < last; i++ {
		if g := m.GroupAt[i]; g != None && (s.Group == None || m.Groups[s.Group].Form != 0 && m.Groups[g].Form == 0) {
			s.Group = g
		}
		if p := m.PhraseAt[i]; p != None && s.Group == None {
			s.Object = p
		}
	}
	switch {
	case s.Group != None:
		s.Quote, s.Object = m.QuoteAt[m.Groups[s.Group].Head], m.Groups[s.Group].Object
		s.Holders = m.holders(s.Group, x.Label)
	case s.Object != None:
		s.Quote = m.QuoteAt[m.Phrases[s.Object].Head]
		s.Holders = m.possessors(s.Object)
	default:
		return s, false
	}
	return s, true
}

func (q *question) asked() Asked {
	a := Asked{Features: q.features()}
	for _, c := range q.candidates {
		a.Candidates = append(a.Candidates, c.ids)
	}
	return a
}
