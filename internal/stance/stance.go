// Package stance is the stage that labels phrases by the stance they take: who takes it towards whom, how strongly, and
// whether it is denied. The phrases are a table of patterns over lemmas (stances.tsv); this package fits them to the
// verb groups, predicate adjectives and nouns of a text, and finds holders and targets.
package stance

import (
	"sort"

	"github.com/communique-go/communique/internal/entity"
	"github.com/communique-go/communique/internal/ontology"
	"github.com/communique-go/communique/internal/quote"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

// Stance is one speech act or characterisation.
type Stance struct {
	Label     ontology.Label
	Phrase    text.Span
	Holders   []int
	Targets   []int
	Negated   bool
	Intensity ontology.Intensity
	Quote     int      // the innermost quote that holds the phrase, or None
	Added     bool     // by a row of the user's
	Pattern   string   // the row of the table that fitted, or the rule
	Mode      string   // PLOVER mode, ""
	CAMEO     string   // CAMEO code, as deep as is safe
	Contexts  []string // PLOVER contexts

	Group  int // the verb group of the trigger, or None
	Object int // the object phrase, or None
	Inf    int // the governed infinitive, or None
}

// Doc is a text with its stances.
type Doc struct {
	*quote.Doc
	Stances []Stance // in the order of their phrases
}

// None stands for no group, phrase, entity or quote.
const None = syntax.None

// matcher finds the stances of one text.
type matcher struct {
	*quote.Doc
	lexicon  *Lexicon
	consumed []bool
	stances  []Stance
	inSent   map[int][]int // for each sentence the stances found in it so far

	// Persons whom the document is about, as lists of candidates: see survey.
	leads, ownPersons, firstTwo []int
}

// Find returns a text with its stances.
func Find(d *quote.Doc, l *Lexicon) *Doc {
	m := rules(d, l)
	m.choose()
	for i := range m.stances {
		m.classify(&m.stances[i])
	}
	return &Doc{Doc: d, Stances: m.stances}
}

// rules finds the stances, with the holders and targets that the rules give them.
func rules(d *quote.Doc, l *Lexicon) *matcher {
	m := &matcher{Doc: d, lexicon: l, consumed: make([]bool, len(d.Groups)), inSent: map[int][]int{}}
	for g := range d.Groups {
		if !m.isSkipped(d.Groups[g].Head) {
			m.group(g)
		}
	}
	for p := range d.Phrases {
		if !m.isSkipped(d.Phrases[p].Head) {
			m.noun(p)
		}
	}
	sort.SliceStable(m.stances, func(i, j int) bool { return m.stances[i].Phrase.Start < m.stances[j].Phrase.Start })
	m.adversaries()
	m.survey()
	return m
}

// adversaries gives a conflictual stance without a target that of the conflictual stance its holder took last: in a
// statement that condemns Iran, "We demand the release of the vessel" is addressed to Iran.
func (m *matcher) adversaries() {
	last := map[int][]int{}
	for i := range m.stances {
		s := &m.stances[i]
		if len(s.Holders) == 0 || !s.Label.Adverse() {
			continue
		}
		if len(s.Targets) > 0 {
			last[s.Holders[0]] = s.Targets
		} else {
			s.Targets = m.without(last[s.Holders[0]], s.Holders)
		}
	}
}

// isSkipped reports whether token i stands where nobody takes a stance: outside the prose, in what opens a paragraph, or in a
// question.
func (m *matcher) isSkipped(i int) bool {
	s := m.Sentence(i)
	return !m.IsProse(i) || i < m.Paragraphs[s.Para].Lead || m.IsAsked(i) || m.IsQuestion(s)
}

// group fits the patterns to a verb group.
func (m *matcher) group(g int) {
	grp := m.Groups[g]
	if m.consumed[g] || m.inCondition(g) || grp.Form == syntax.Gerund && m.Norm(grp.First-1) == "of" && m.Norm(grp.First-2) != "short" {
		return
	}
	if m.future(g) || m.obligation(g) {
		return
	}
	if m.nonCompliance(g) {
		return
	}
	h, ok := m.best(m.lexicon.verbs[m.Lemma(grp.Head)], grp.Last, g)
	if grp.Passive && ok && h.pattern.class == verb && grp.Form == syntax.Participle && len(h.pattern.elements) == 0 {
		ok = false
	}
	if a, fits := m.predicate(g); fits && (!ok || a.pattern.overrules(h.pattern)) {
		h, ok = a, true
	}
	if !ok || m.isUncertain(grp) || m.isAgentless(g, h) {
		return
	}
	m.enter(g, h)
}

// isAgentless leaves out passives that name nobody who acts: "was asked"; of violence only the participles, which tell a state
// rather than an act ("the occupied town").
func (m *matcher) isAgentless(g int, h hit) bool {
	grp := m.Groups[g]
	needs := h.pattern.label.NeedsAgent() || h.pattern.label == ontology.Assault && grp.Form == syntax.Participle
	return grp.Passive && h.pattern.class == verb && needs && len(m.doers(g)) == 0
}

// predicate fits the adjective patterns to a copula's predicate or to a passive participle ("was gravely concerned").
func (m *matcher) predicate(g int) (hit, bool) {
	grp := m.Groups[g]
	at := grp.Predicate
	if at == None && grp.Passive && grp.Form == syntax.Finite {
		at = grp.Head
	}
	if at == None {
		return hit{}, false
	}
	return m.best(m.lexicon.adjectives[m.Norm(at)], at+1, None)
}

// isUncertain reports whether a modal makes an act a mere possibility.
func (m *matcher) isUncertain(g syntax.Group) bool {
	switch g.Modal {
	case "may", "might", "could", "can":
		return true
	}
	return false
}

// inCondition reports whether a group stands inside a condition.
func (m *matcher) inCondition(g int) bool {
	const reach = 60 // words between a conjunction and its verb
	grp := m.Groups[g]
	first := max(m.Sentence(grp.Head).First, grp.First-reach)
	for i := grp.First - 1; i >= first; i-- {
		switch m.Norm(i) {
		case "if", "unless", "whether", "provided", "until", "lest", "should":
			return true
		case ",", ";", ":", ".", "that", "and":
			return false
		}
		if h := m.GroupAt[i]; h != None && m.Groups[h].Form == syntax.Finite {
			return false
		}
	}
	return false
}

// enter makes the stance of a hit on a group.
func (m *matcher) enter(g int, h hit) {
	grp := m.Groups[g]
	label := h.pattern.label
	s := Stance{Label: label, Negated: grp.Negated, Intensity: h.pattern.intensity, Quote: m.QuoteAt[grp.Head], Pattern: h.pattern.source, Added: h.pattern.table > 0,
		Group: g, Object: h.object, Inf: h.inf}
	if label == ontology.Affirm && m.becomesRequest(g, &s, h) {
		return
	}
	switch voice := m.Voice(grp.Head); {
	case h.pattern.conduct() && (grp.Modal == "would" || grp.Modal == "will"):
		return // what would be a violation is none
	case h.pattern.conduct():
		if !m.accuseOf(g, &s, voice) {
			return
		}
	case label.Hostile() && m.accuses(voice, m.doers(g)):
		s.Label = ontology.Accuse
		if !m.accuseOf(g, &s, voice) {
			return
		}
	default:
		s.Holders = m.holders(g, label)
		s.Targets = m.without(m.targets(g, h), s.Holders)
		if len(s.Holders) > 1 && (label == ontology.Consult || label == ontology.Agree) && h.object == None {
			s.Targets = nil // a joint act
		}
	}
	m.negators(g, &s)
	s.Intensity = m.intensity(s, g, h)
	s.Phrase = m.phrase(g, h)
	m.consume(g, label)
	m.add(s)
}

// accuses reports whether a hostile act of the doers is an accusation in this voice: a state, a state's body or a person of
// a state tells it of another side. Others and the media report it.
func (m *matcher) accuses(voice int, doers []int) bool {
	if voice == None || len(doers) == 0 || m.sameSide(voice, doers) {
		return false
	}
	e := m.Entities[voice]
	if e.Media || e.Kind == entity.Group || e.Kind != entity.State && e.Country == "" {
		return false
	}
	for _, d := range doers {
		if x := m.Entities[d]; x.Country != "" || x.Kind == entity.Group {
			return true
		}
	}
	return false
}

// add enters a stance.
func (m *matcher) add(s Stance) {
	sent := m.Tokens[m.TokenAt(s.Phrase.Start)].Sent
	m.inSent[sent] = append(m.inSent[sent], len(m.stances))
	m.stances = append(m.stances, s)
}

// consume keeps the infinitives that a promise, request or refusal governs from being taken for acts of their own.
func (m *matcher) consume(g int, label ontology.Label) {
	if !label.Governs() {
		return
	}
	for k := g + 1; k < m.GroupsEnd(g); k++ {
		switch m.Groups[k].Form {
		case syntax.Infinitive:
			m.consumed[k] = true
		case syntax.Gerund: // "to stop arming"
			m.consumed[k] = m.consumed[k-1] && m.Groups[k].First == m.Groups[k-1].Last
		case syntax.Finite:
			m.consumed[k] = m.consumed[k] || label == ontology.Request && m.hasClause(m.Groups[g].Last, m.Groups[k]) // "hopes that Latvia will sign"
			return
		}
	}
}

// accuseOf makes a stance an accusation by whoever speaks against the doers of a group. Without a speaker there is none.
func (m *matcher) accuseOf(g int, s *Stance, voice int) bool {
	if voice == None {
		return false
	}
	s.Holders = m.Members([]int{voice})
	s.Targets = m.doers(g)
	return !m.sameSide(voice, s.Targets)
}

// doers returns who does the act of a group.
func (m *matcher) doers(g int) []int {
	grp := m.Groups[g]
	if grp.Passive {
		return m.actors(m.Argument(grp, "by"))
	}
	return m.actors(grp.Subject)
}

// holders returns who takes the stance of a group.
func (m *matcher) holders(g int, label ontology.Label) []int {
	ids := m.doers(g)
	if p := m.Groups[g].Subject; label.Material() && p != None && m.FirstPerson(p) && len(ids) == 1 {
		ids = []int{m.Body(ids[0])}
	}
	if len(ids) == 0 && m.Groups[g].Passive && m.Groups[g].Predicate == None {
		if a := m.actors(m.Groups[g].Subject); !label.Material() && label != ontology.Accuse {
			return a
		}
		return nil
	}
	if len(ids) == 0 {
		if v := m.Voice(m.Groups[g].Head); v != None && !label.Material() {
			return m.Members([]int{v})
		}
	}
	return ids
}

// actors returns the actors of a phrase and of those coordinated with it, groups as their members; "we" and "I" are
// whoever speaks.
func (m *matcher) actors(p int) []int {
	if p == None {
		return nil
	}
	var ids []int
	for _, c := range m.Coordinates(p) {
		if m.FirstPerson(c) {
			if v := m.We(m.Phrases[c].First); v != None {
				if n := m.Norm(m.Phrases[c].First); n == "us" {
					v = m.Body(v)
				}
				ids = append(ids, v)
			}
			continue
		}
		if id := m.Of(c); m.IsActor(id) {
			ids = append(ids, id)
		}
	}
	return m.Members(ids)
}

// targets looks for the target where the pattern says.
func (m *matcher) targets(g int, h hit) []int {
	grp := m.Groups[g]
	if h.inf != None && (h.pattern.label == ontology.Agree || h.pattern.label == ontology.Threaten) {
		inf := m.Groups[h.inf]
		if ids := m.named(m.actors(inf.Object)); len(ids) > 0 {
			return ids
		}
		for _, prep := range []string{"with", "to", "from", "against"} {
			if ids := m.named(m.actors(m.Argument(inf, prep))); len(ids) > 0 {
				return ids
			}
		}
	}
	if h.pattern.label == ontology.Request {
		if ids := m.clauseSubject(g); len(ids) > 0 {
			return ids
		}
	}
	for _, where := range h.pattern.targets {
		var ids []int
		switch where {
		case "obj":
			if h.object != None {
				ids = m.actors(h.object)
			} else if grp.Passive {
				ids = m.actors(m.acted(g))
			} else {
				ids = m.actors(grp.Object)
			}
		case "poss", "adj":
			ids = m.possessors(h.object)
		default:
			ids = m.argument(grp, h, where)
		}
		if len(ids) > 0 {
			return ids
		}
	}
	return nil
}

// clauseSubject returns the subject of the clause with "that" right behind a group: who is to act in "demanded that the US
// cancel its plans".
func (m *matcher) clauseSubject(g int) []int {
	limit := m.Sentence(m.Groups[g].Head).Last
	for i := m.Groups[g].Last; i < limit && i < m.Groups[g].Last+6; i++ {
		if m.Norm(i) == "that" {
			return m.actors(m.PhraseStarting(i + 1))
		}
	}
	return nil
}

// named leaves out the groups among actors: prisoners and engineers are what a promise is about, not whom it is made to.
func (m *matcher) named(ids []int) []int {
	var out []int
	for _, id := range ids {
		if m.Entities[id].Kind != entity.Group {
			out = append(out, id)
		}
	}
	return out
}

// argument returns the actors of the phrase behind a preposition, first of the one behind the object.
func (m *matcher) argument(grp syntax.Group, h hit, prep string) []int {
	if h.object != None {
		if q := m.Behind(m.Phrases[h.object].Last, prep); q != None {
			if ids := m.actors(q); len(ids) > 0 {
				return ids
			}
			return m.possessors(q)
		}
	}
	q := m.Argument(grp, prep)
	if q == None {
		return nil
	}
	return m.actors(q)
}

// possessors returns the actors that a phrase names before its head: "Baku's promise", "their claim", "Syrian violations".
func (m *matcher) possessors(p int) []int {
	if p == None {
		return nil
	}
	ph := m.Phrases[p]
	for i := ph.First; i < ph.Last; i++ {
		if m.Tag(i) == tagger.POS {
			if id := m.OwnerOf(ph.First); m.IsActor(id) {
				return m.Members([]int{id})
			}
		}
		if m.Tag(i) == tagger.PRPS {
			if id := m.OwnerOf(i); m.IsActor(id) {
				return m.Members([]int{id})
			}
		}
	}
	if id := m.StateIn(ph.First, ph.Head); id != None {
		return []int{id}
	}
	return nil
}

func (m *matcher) without(ids, not []int) []int {
	var out []int
	for _, id := range ids {
		keep := true
		for _, n := range not {
			keep = keep && n != id
		}
		if keep {
			out = append(out, id)
		}
	}
	return out
}

// sameSide reports whether an entity and one of the others are the same or belong to the same state.
func (m *matcher) sameSide(id int, others []int) bool {
	if id == None {
		return false
	}
	for _, o := range others {
		armed := m.Entities[o].Kind == entity.Group || m.Entities[id].Kind == entity.Group
		if o == id || !armed && m.Entities[o].Country != "" && m.Entities[o].Country == m.Entities[id].Country {
			return true
		}
		for _, k := range m.Entities[id].Members {
			if k == o {
				return true
			}
		}
	}
	return false
}
