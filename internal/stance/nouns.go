package stance

import (
	"github.com/communique-go/communique/internal/entity"
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/ontology"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/text"
)

// noun fits the noun patterns to a phrase: "Moscow's pledge to", "continued violations by the regime".
func (m *matcher) noun(p int) {
	ph := m.Phrases[p]
	patterns := m.lexicon.nouns[m.Lemma(ph.Head)]
	if len(patterns) == 0 || m.isTold(ph.Head, patterns[0].label) || m.Of(p) != None && m.Entities[m.Of(p)].Kind != entity.Event {
		return
	}
	h, ok := m.best(patterns, ph.Last, None)
	if !ok {
		return
	}
	s := Stance{Label: h.pattern.label, Intensity: h.pattern.intensity, Quote: m.QuoteAt[ph.Head], Pattern: h.pattern.source, Added: h.pattern.table > 0, Group: None, Object: p, Inf: h.inf}
	voice := m.Voice(ph.Head)
	if voice == None {
		voice = m.teller(ph)
	}
	owners := m.owners(p)
	switch {
	case s.Label == ontology.Accuse || s.Label.Hostile() && voice != None:
		s.Label = ontology.Accuse
		if voice == None || len(owners) == 0 && !m.isEvaluative(ph) || m.sameSide(voice, owners) {
			return
		}
		s.Holders, s.Targets = m.blamer(ph, voice), owners
		if m.isEvaluative(ph) {
			s.Intensity = ontology.Marked
		}
	case len(owners) > 0:
		s.Holders = owners
		s.Targets = m.without(m.nounTarget(ph, h), owners)
	default:
		return
	}
	s.Phrase = m.Cover(m.Core(ph, nil), max(ph.Last, h.end))
	m.add(s)
}

// isTold reports whether the noun at token i is told already by the phrase around it. A promise within a welcome or a
// request is a stance of its own ("welcomed the Prime Minister's assurance"); within an affirmation or an accusation it is
// not ("reaffirm our commitment", "condemned the attack").
func (m *matcher) isTold(i int, label ontology.Label) bool {
	for _, k := range m.inSent[m.Tokens[i].Sent] {
		s := m.stances[k]
		if s.Phrase.Contains(m.Tokens[i].Span) && (s.Label == label || label != ontology.Agree ||
			s.Label == ontology.Affirm && s.Intensity > ontology.Hedged || s.Label == ontology.Sanction) {
			return true
		}
		if s.Label == ontology.Accuse && s.Object != None && s.Group != None && label != ontology.Agree &&
			m.Phrases[s.Object].First <= i && i < m.Phrases[s.Object].Last {
			return true
		}
	}
	return false
}

// teller returns the one holder of the speech act in whose clause a phrase stands, or None: what Obama is told to have
// called offensive attacks, he accuses.
func (m *matcher) teller(ph syntax.Phrase) int {
	sent := m.Sentence(ph.Head)
	for _, i := range m.inSent[m.Tokens[sent.First].Sent] {
		s := m.stances[i]
		if s.Group == None || m.Groups[s.Group].Head > ph.First || len(s.Holders) == 0 {
			continue
		}
		if s.Label.Speech() {
			return s.Holders[0]
		}
	}
	return None
}

// owners returns whose act a noun is: its possessor, the phrase behind "by", the state in its adjective, or for a promise
// the subject of the clause.
func (m *matcher) owners(p int) []int {
	ph := m.Phrases[p]
	if ids := m.actors(m.Behind(ph.Last, "by")); len(ids) > 0 {
		return ids
	}
	return m.possessors(p)
}

// blamer returns who makes the accusation: the holder of the stance in whose clause the noun stands ("expressed concern
// over continued violations"), else whoever speaks.
func (m *matcher) blamer(ph syntax.Phrase, voice int) []int {
	sent := m.Sentence(ph.Head)
	for k := ph.First - 1; k >= sent.First; k-- {
		g := m.GroupAt[k]
		if g == None || m.Groups[g].Form != syntax.Finite {
			continue
		}
		for _, k := range m.inSent[m.Tokens[sent.First].Sent] {
			s := m.stances[k]
			if s.Group == g && len(s.Holders) > 0 {
				return s.Holders
			}
		}
		break
	}
	return m.Members([]int{voice})
}

func (m *matcher) nounTarget(ph syntax.Phrase, h hit) []int {
	for _, where := range h.pattern.targets {
		if q := m.Behind(ph.Last, where); q != None {
			return m.actors(q)
		}
	}
	return nil
}

// isEvaluative reports whether a phrase judges what it names.
func (m *matcher) isEvaluative(ph syntax.Phrase) bool {
	for i := ph.First; i < ph.Head; i++ {
		if lexicon.Evaluative.Has(m.Norm(i)) {
			return true
		}
	}
	return lexicon.Judgement.Has(m.Lemma(ph.Head)) && !text.IsName(m.Tag(ph.Head))
}
