package stance

import (
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/ontology"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

// future handles what somebody will or will not do, after PLOVER: a future cooperative act is a promise (agree), a future
// hostile act a threat, a refusal of the first is reject, of the second a promise.
func (m *matcher) future(g int) bool {
	grp := m.Groups[g]
	if grp.Modal != "will" && grp.Modal != "would" && grp.Modal != "shall" || grp.Form != syntax.Finite {
		return false
	}
	if grp.Passive {
		label, _ := m.actOf(g)
		return label.Material() // "will not be intimidated" is no act of anybody's
	}
	doers := m.doers(g)
	if len(doers) == 0 || m.Lemma(grp.Head) == "stop" && m.Norm(grp.Last) == "short" {
		return false
	}
	s := Stance{Holders: doers, Intensity: ontology.Plain, Quote: m.QuoteAt[grp.Head], Group: g, Object: grp.Object, Inf: None, Pattern: grp.Modal}
	label, h := m.actOf(g)
	s.Inf = h.inf
	switch {
	case grp.Negated && m.Lemma(grp.Head) == "tolerate":
		s.Label, s.Intensity = ontology.Threaten, ontology.MostSevere
	case m.Lemma(grp.Head) == "stand" && label == ontology.Support:
		return false
	case grp.Negated && (label.Hostile() || label == ontology.Protest || label == ontology.Accuse || label == ontology.Reject):
		s.Label = ontology.Agree
	case grp.Negated && label == ontology.Affirm:
		return false
	case grp.Negated && (label.Cooperative() || lexicon.Promised.Has(m.Lemma(grp.Head))):
		s.Label = ontology.Reject
	case grp.Negated:
		return false
	case label.Hostile(), label == ontology.Protest && m.Lemma(grp.Head) != "protest":
		s.Label, s.Intensity = ontology.Threaten, ontology.Marked
	case label == ontology.Affirm && lexicon.Promised.Has(m.Lemma(grp.Head)):
		s.Label = ontology.Agree
	case label == ontology.Reject && m.Lemma(grp.Head) == "boycott":
		s.Label, s.Intensity = ontology.Threaten, ontology.Marked
	case label.Speech():
		return false // a speech act, will or not
	case label.Cooperative(), grp.Modal == "shall", lexicon.Promised.Has(m.Lemma(grp.Head)):
		s.Label = ontology.Agree
	default:
		return false
	}
	if h.pattern == nil {
		h.pattern = &pattern{targets: []string{"obj", "with", "to"}}
	}
	if h.object == None {
		h.object = grp.Object
	}
	s.Targets = m.without(m.targets(g, h), s.Holders)
	s.Phrase = m.phrase(g, h)
	m.consume(g, s.Label)
	m.add(s)
	return true
}

// actOf returns the label that the verb of a group, or the infinitive it governs ("will continue to provide"), has.
func (m *matcher) actOf(g int) (ontology.Label, hit) {
	grp := m.Groups[g]
	none := hit{object: None, inf: None, end: grp.Last}
	if h, ok := m.best(m.lexicon.verbs[m.Lemma(grp.Head)], grp.Last, g); ok {
		return h.pattern.label, h
	}
	if g+1 < len(m.Groups) && m.Groups[g+1].First == grp.Last && m.Groups[g+1].Form == syntax.Infinitive {
		inf := m.Groups[g+1]
		if h, ok := m.best(m.lexicon.verbs[m.Lemma(inf.Head)], inf.Last, g+1); ok {
			return h.pattern.label, h
		}
		if lexicon.Promised.Has(m.Lemma(inf.Head)) {
			none.inf, none.end = g+1, inf.Last
			return ontology.Agree, none
		}
	}
	return "", none
}

// obligation handles "should", "must" and "needs to" told of somebody else: who speaks asks for it.
func (m *matcher) obligation(g int) bool {
	grp := m.Groups[g]
	if grp.Form == syntax.Finite && grp.Passive && (grp.Modal == "should" || grp.Modal == "must") {
		return true // "should be rammed": what ought not to be is no act
	}
	if grp.Form != syntax.Finite || grp.Passive {
		return false
	}
	switch l := m.Lemma(grp.Head); {
	case grp.Modal == "should" || grp.Modal == "must":
	case (l == "need" || l == "have") && g+1 < len(m.Groups) && m.Groups[g+1].First == grp.Last && m.Groups[g+1].Form == syntax.Infinitive:
	default:
		return false
	}
	voice := m.Voice(grp.Head)
	targets := m.doers(g)
	if voice == None || len(targets) == 0 || m.sameSide(voice, targets) || m.underRequest(g) {
		return false
	}
	s := Stance{Label: ontology.Request, Holders: m.Members([]int{voice}), Targets: targets, Intensity: ontology.Plain, Quote: m.QuoteAt[grp.Head],
		Group: g, Object: grp.Object, Inf: None, Pattern: "should", Phrase: m.Cover(grp.First, grp.Last)}
	if grp.Modal == "" {
		s.Inf = g + 1
		s.Phrase = m.Cover(grp.First, m.Groups[g+1].Last)
	}
	m.consume(g, ontology.Request)
	m.add(s)
	return true
}

// underRequest reports whether a group stands in the clause of an affirmation or request that has become one request.
func (m *matcher) underRequest(g int) bool {
	for i := len(m.stances) - 1; i >= 0 && i >= len(m.stances)-4; i-- {
		s := m.stances[i]
		if s.Label == ontology.Request && s.Group != None && m.Tokens[m.Groups[s.Group].Head].Sent == m.Tokens[m.Groups[g].Head].Sent {
			return true
		}
	}
	return false
}

// becomesRequest makes one request of an affirmation whose clause says that an agent should or must act.
func (m *matcher) becomesRequest(g int, s *Stance, h hit) bool {
	grp := m.Groups[g]
	for k := g + 1; k < m.GroupsEnd(g); k++ {
		next := m.Groups[k]
		if next.Form != syntax.Finite || next.Relative {
			continue
		}
		if next.Modal != "should" && next.Modal != "must" || next.Passive {
			return false
		}
		targets := m.actors(next.Subject)
		holders := m.holders(g, ontology.Request)
		if len(targets) == 0 || len(holders) == 0 || !m.hasClause(grp.Last, next) {
			return false
		}
		s.Label, s.Holders, s.Targets = ontology.Request, holders, m.without(targets, holders)
		s.Inf = k
		s.Intensity = m.intensity(*s, g, h)
		s.Phrase = m.Cover(grp.First, grp.Last)
		m.consumed[k] = true
		m.add(*s)
		return true
	}
	return false
}

// hasClause reports whether a complement clause begins between token i and group next.
func (m *matcher) hasClause(i int, next syntax.Group) bool {
	for k := i; k < next.First && k < i+4; k++ {
		if m.Norm(k) == "that" {
			return true
		}
	}
	return next.Subject != None && m.Phrases[next.Subject].First >= i && m.Phrases[next.Subject].First <= i+2
}

// negators handles the verbs that deny the act they govern: "stopped short of condemning", "declined to endorse".
func (m *matcher) negators(g int, s *Stance) {
	grp := m.Groups[g]
	if grp.Form == syntax.Finite {
		return
	}
	if m.Norm(grp.First-1) == "of" && m.Norm(grp.First-2) == "short" || m.Norm(grp.First-1) == "yet" {
		s.Negated = true // "stopped short of condemning", "has yet to ratify"
	}
	if gov := grp.Governor; gov != None {
		l := m.Lemma(m.Groups[gov].Head)
		if lexicon.Negating.Has(l) || l == "stop" && m.Norm(m.Groups[gov].Last) == "short" || m.Groups[gov].Negated {
			s.Negated = true
		}
	}
}

// phrase returns the span of a stance: the verb group, what the pattern matched, the governed infinitive, and a short
// object that is no actor.
func (m *matcher) phrase(g int, h hit) text.Span {
	grp := m.Groups[g]
	first, last := grp.First, max(grp.Last, h.end)
	if gov := grp.Governor; gov != None && m.Norm(grp.First-1) == "of" && m.Norm(grp.First-2) == "short" {
		first = m.Groups[gov].First
	}
	if h.object != None {
		ph := m.Phrases[h.object]
		if ph.First >= grp.Last && (ph.Last-ph.First > 6 || m.IsActor(m.Of(h.object))) && h.end == ph.Last {
			last = max(grp.Last, min(h.end, ph.First))
		}
	} else if grp.Object != None && h.inf == None {
		ph := m.Phrases[grp.Object]
		if ph.First >= grp.Last && ph.Last-ph.First <= 4 && !m.IsActor(m.Of(grp.Object)) && !m.FirstPerson(grp.Object) {
			last = max(last, ph.Last)
		}
	}
	if m.Tag(first) == tagger.TO && first+1 < last {
		first++
	}
	for first > 0 && m.Tag(first-1) == tagger.RB && (lexicon.Strong.Has(m.Norm(first-1)) || lexicon.Severe.Has(m.Norm(first-1))) {
		first--
	}
	for last > first+1 && (text.IsMark(m.Tag(last-1)) || m.IsQuoteMark(last-1)) {
		last--
	}
	return m.Cover(first, last)
}

// intensity returns the rung of a stance: the pattern's, raised by adverbs, adjectives and formulas.
func (m *matcher) intensity(s Stance, g int, h hit) ontology.Intensity {
	n := h.pattern.intensity
	if s.Label.Material() {
		return ontology.Plain
	}
	grp := m.Groups[g]
	last := max(grp.Last, h.end)
	if h.object != None {
		last = max(last, m.Phrases[h.object].Last)
	}
	for i := max(grp.First-1, 0); i < last && i < len(m.Tokens); i++ {
		switch w := m.Norm(i); {
		case lexicon.Severe.Has(w):
			n = max(n, ontology.Severe)
		case lexicon.Strong.Has(w), lexicon.StrongAdjective.Has(w) && h.object != None && i >= m.Phrases[h.object].First:
			n = max(n, ontology.Marked)
		}
	}
	for i := grp.Last; i < last+8 && i+1 < len(m.Tokens) && m.Tokens[i].Sent == m.Tokens[grp.Head].Sent; i++ {
		if m.Norm(i) == "strongest" && (m.Norm(i+1) == "terms" || m.Norm(i+1) == "possible") {
			return ontology.MostSevere
		}
	}
	return n
}

// isHostile reports whether the verb of a group is one of force or pressure.
func (m *matcher) isHostile(g int) bool {
	for _, p := range m.lexicon.verbs[m.Lemma(m.Groups[g].Head)] {
		if p.label.Hostile() {
			return true
		}
	}
	return lexicon.Hostile.Has(m.Lemma(m.Groups[g].Head))
}

// nonCompliance handles what another side is said not to have done, though bound to: "Pristina has not delivered", "had
// never honoured a single clause".
func (m *matcher) nonCompliance(g int) bool {
	grp := m.Groups[g]
	voice := m.Voice(grp.Head)
	if !grp.Negated || grp.Modal != "" || grp.Form != syntax.Finite || voice == None || !lexicon.Owed.Has(m.Lemma(grp.Head)) {
		return false
	}
	s := Stance{Label: ontology.Accuse, Intensity: ontology.Plain, Quote: m.QuoteAt[grp.Head], Group: g, Object: grp.Object, Inf: None,
		Pattern: "not complied"}
	if !m.accuseOf(g, &s, voice) || len(s.Targets) == 0 {
		return false
	}
	for i := grp.First; i < grp.Last; i++ {
		if m.Norm(i) == "never" {
			s.Intensity = ontology.Marked
		}
	}
	s.Phrase = m.phrase(g, hit{object: None, inf: None, end: grp.Last})
	m.add(s)
	return true
}
