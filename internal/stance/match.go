package stance

import (
	"strings"

	"github.com/communique-go/communique/internal/calendar"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

// hit is a pattern that fits.
type hit struct {
	pattern *pattern
	end     int // end of what the pattern matched
	object  int // the object it matched, or None
	inf     int // the infinitive it matched, or None
}

// best returns the most specific of the patterns that fit behind token i, for a verb group g (or None for a noun).
func (m *matcher) best(patterns []*pattern, i, g int) (hit, bool) {
	var b hit
	found := false
	for _, p := range patterns {
		h, ok := m.fits(p, i, g)
		if ok && (!found || p.overrules(b.pattern)) {
			b, found = h, true
		}
	}
	return b, found
}

// reach is how far a word after "..." may stand from the trigger.
const reach = 14

// fits matches a pattern's elements against what follows token i.
func (m *matcher) fits(p *pattern, i, g int) (hit, bool) {
	h := hit{pattern: p, end: i, object: syntax.None, inf: syntax.None}
	passive := g != syntax.None && m.Groups[g].Passive && p.class == verb
	limit := len(m.Tokens)
	if i > 0 {
		limit = m.Sentence(i - 1).Last
	}
	for _, e := range p.elements {
		if e.want == willed {
			if g == syntax.None || m.Groups[g].Modal != "will" && m.Groups[g].Modal != "would" && m.Groups[g].Modal != "shall" {
				return h, false
			}
			continue
		}
		if passive && (e.want == object || e.want == anyObject || e.want == actor) {
			q := m.acted(g)
			if q == syntax.None || !m.objectFits(e, q) {
				return h, false
			}
			h.object = q
			continue
		}
		ok := false
		for k, n := h.end, 0; k < limit && n <= reach; k, n = k+1, n+1 {
			k = m.skipAside(k, limit)
			if k >= limit {
				break
			}
			if ok = m.element(e, k, &h); ok || !e.gap && !m.skippable(k, e) {
				break
			}
		}
		if !ok {
			return h, false
		}
	}
	return h, true
}

// acted returns the phrase that a passive group is about: its subject, or the noun that a participle modifies.
func (m *matcher) acted(g int) int {
	if m.Groups[g].Form == syntax.Participle {
		return m.Groups[g].Object
	}
	return m.Groups[g].Subject
}

// skipAside steps over a time or an approximation that stands between a verb and its complement: "threatened on Monday
// to", "arrested more than 100".
func (m *matcher) skipAside(k, limit int) int {
	for k < limit {
		w, next := m.Norm(k), m.Norm(k+1)
		switch {
		case calendar.IsDay(w):
			k++
		case (w == "on" || w == "last" || w == "this" || w == "next") && (calendar.IsDay(next) || next == "week" || next == "month"):
			k += 2
		case w == "more" && next == "than", w == "up" && next == "to" && m.Tag(k+2) == tagger.CD, w == "at" && (next == "least" || next == "most"):
			k += 2
		default:
			return k
		}
	}
	return k
}

// skippable reports whether token k may stand between a trigger and what must follow right behind it.
func (m *matcher) skippable(k int, e element) bool {
	tag := m.Tag(k)
	if text.IsAdverb(tag) || m.IsQuoteMark(k) || m.Norm(k) == "also" {
		return true
	}
	return e.want == word && tag == tagger.RP
}

// element reports whether an element fits at token k, and moves the end of the hit behind it.
func (m *matcher) element(e element, k int, h *hit) bool {
	switch e.want {
	case word:
		if e.words[m.Norm(k)] || e.words[m.Lemma(k)] {
			h.end = k + 1
			return true
		}
		return false
	case infinitive, hostile:
		g := m.GroupStarting(k)
		if g == syntax.None || m.Groups[g].Form != syntax.Infinitive {
			return false
		}
		if e.want == hostile && !m.isHostile(g) {
			return false
		}
		h.inf, h.end = g, m.Groups[g].Last
		return true
	case gerund:
		g := m.GroupStarting(k)
		return g != syntax.None && m.Groups[g].Form == syntax.Gerund
	case clause:
		return m.Norm(k) == "that" || m.startsWithSubject(k)
	case anyVerb:
		return m.GroupAt[k] != syntax.None
	case reflexive:
		n := m.Norm(k)
		if strings.HasSuffix(n, "self") || strings.HasSuffix(n, "selves") {
			h.end = k + 1
			return true
		}
		return false
	}
	q := m.PhraseStarting(k)
	if q == syntax.None || !m.objectFits(e, q) {
		return false
	}
	h.object, h.end = q, m.Phrases[q].Last
	return true
}

// objectFits reports whether phrase q, one coordinated with it or "of X" behind it is the object that e asks for.
func (m *matcher) objectFits(e element, q int) bool {
	switch e.want {
	case anyObject:
		return true
	case actor:
		for _, c := range m.Coordinates(q) {
			if m.FirstPerson(c) || m.IsActor(m.Of(c)) {
				return true
			}
		}
		return false
	case place:
		id := m.Of(q)
		return id >= 0 && (m.Entities[id].Kind == "place" || m.Entities[id].Kind == "state" || m.Entities[id].Country != "")
	}
	for _, c := range m.Coordinates(q) {
		ph := m.Phrases[c]
		for i := ph.First; i < ph.Last; i++ {
			if e.words[m.Lemma(i)] && text.IsNoun(m.Tag(i)) || i == ph.Head && e.words[m.Norm(i)] {
				return true
			}
		}
		if r := m.Behind(ph.Last, "of"); r != syntax.None && e.words[m.Lemma(m.Phrases[r].Head)] {
			return true
		}
	}
	return false
}

// startsWithSubject reports whether the phrase at token k is the subject of the next verb, close by. It asks for less than
// syntax.Doc.ClauseStarts, which is for verbs of speech: the patterns name the verbs that take a clause without "that".
func (m *matcher) startsWithSubject(k int) bool {
	p := m.PhraseStarting(k)
	if p == syntax.None {
		return false
	}
	for i := m.Phrases[p].Last; i < len(m.GroupAt) && i < m.Phrases[p].Last+12; i++ {
		if g := m.GroupAt[i]; g != syntax.None {
			return m.Groups[g].Form == syntax.Finite && m.Groups[g].Subject >= p
		}
	}
	return false
}
