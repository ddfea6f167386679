package stance

import (
	"slices"

	"github.com/communique-go/communique/internal/choice"
	"github.com/communique-go/communique/internal/entity"
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/ontology"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/text"
)

// question asks who holds a stance, or towards whom it is taken: the candidates are sets of actors, each known by the ways in
// which the text suggests it ("subject", "with", "who met"). What the rules found is one of the ways, nobody one of the candidates.
type question struct {
	m          *matcher
	context    []choice.Key // what is known of the stance, by which every way of a candidate is weighed
	candidates []candidate
}

type candidate struct {
	ids  []int
	ways []choice.Key
}

// offer enters actors as a candidate. A set that is one already is suggested in one more way.
func (q *question) offer(way string, ids []int) {
	if len(ids) == 0 && way != "nobody" && way != "rule" {
		return
	}
	key := choice.KeyOf(way)
	for i := range q.candidates {
		if sameSet(q.candidates[i].ids, ids) {
			q.candidates[i].ways = append(q.candidates[i].ways, key)
			return
		}
	}
	q.candidates = append(q.candidates, candidate{ids, []choice.Key{key}})
}

// offerOne enters an entity, groups as their members.
func (q *question) offerOne(way string, id int) {
	if id != None {
		q.offer(way, q.m.Members([]int{id}))
	}
}

func sameSet(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// features returns the features of every candidate: its ways and traits alone, and each with what is known of the stance.
func (q *question) features() [][]choice.Feature {
	out := make([][]choice.Feature, len(q.candidates))
	for i, c := range q.candidates {
		keys := append(c.ways, q.m.traits(c.ids)...)
		features := make([]choice.Feature, 0, len(keys)*(len(q.context)+1))
		for _, k := range keys {
			features = append(features, k.Feature())
			for _, x := range q.context {
				features = append(features, k.With(x))
			}
		}
		out[i] = features
	}
	return out
}

// best returns the actors of the candidate that a model takes for the most probable.
func (q *question) best(m *choice.Model) []int {
	i, _ := m.Best(q.features())
	return q.candidates[i].ids
}

// traits returns what kind of actors a set has, and how they stand to the document.
func (m *matcher) traits(ids []int) []choice.Key {
	if len(ids) == 0 {
		return []choice.Key{keyNobody}
	}
	out := make([]choice.Key, 0, 8)
	kind := m.Entities[ids[0]].Kind
	met, issues, sides := true, true, m.sameState(ids)
	for _, id := range ids {
		if m.Entities[id].Kind != kind {
			kind = "mixed"
		}
		met = met && slices.Contains(m.Met, id)
		issues = issues && m.issues(id)
	}
	out = append(out, choice.KeyOf("kind "+string(kind)+count(len(ids))))
	if met {
		out = append(out, keyMet)
	}
	if issues {
		out = append(out, keyIssues)
	}
	if sides {
		out = append(out, keySides)
	}
	if len(ids) == 1 {
		e := m.Entities[ids[0]]
		out = append(out, choice.KeyOf("mentions "+count(len(e.Mentions))))
		if e.Country == "" && e.Kind == entity.Person {
			out = append(out, keyStateless)
		}
		if e.Media {
			out = append(out, keyMedia)
		}
	}
	return out
}

// The traits of a set.
var (
	keyNobody    = choice.KeyOf("nobody at all")
	keyMet       = choice.KeyOf("all met")
	keyIssues    = choice.KeyOf("all issue")
	keySides     = choice.KeyOf("side of the issuer")
	keyStateless = choice.KeyOf("person without a state")
	keyMedia     = choice.KeyOf("medium")
)

// count returns a number up to two, and "3" for more.
func count(n int) string { return [...]string{"0", "1", "2", "3"}[min(n, 3)] }

// issues reports whether an entity issues the text: as it was given, or as the text tells.
func (m *matcher) issues(id int) bool {
	for _, issuer := range [...]int{m.IssuedBy, m.Issuer} {
		if issuer != None && (issuer == id || slices.Contains(m.Entities[issuer].Members, id)) {
			return true
		}
	}
	return false
}

// sameState reports whether all of a set belong to the state of the issuer.
func (m *matcher) sameState(ids []int) bool {
	issuer := m.IssuedBy
	if issuer == None {
		issuer = m.Issuer
	}
	if issuer == None || m.Entities[issuer].Country == "" {
		return false
	}
	for _, id := range ids {
		if m.Entities[id].Country != m.Entities[issuer].Country {
			return false
		}
	}
	return true
}

// anchor returns the token of the stance's verb or noun.
func (m *matcher) anchor(s *Stance) int {
	switch {
	case s.Group != None:
		return m.Groups[s.Group].Head
	case s.Object != None:
		return m.Phrases[s.Object].Head
	}
	first, _ := m.TokenRange(s.Phrase)
	return first
}

// know enters what is known of a stance: its label, its form, its subject, whether it is quoted, how the document is made.
func (q *question) know(s *Stance) {
	m := q.m
	at := m.anchor(s)
	add := func(name string) { q.context = append(q.context, choice.KeyOf(name)) }
	add("label " + string(s.Label))
	subject := "no subject"
	if s.Group != None {
		g := m.Groups[s.Group]
		subject = m.subjectClass(g.Subject)
		form := "form " + string(rune('0'+g.Form))
		if g.Passive {
			form += " passive"
		}
		if g.Modal != "" {
			form += " " + g.Modal
		}
		add(form)
		add("verb " + m.Lemma(g.Head))
	} else {
		add("noun " + m.Lemma(at))
	}
	add(subject)
	place := "told"
	switch {
	case m.QuoteAt[at] != None:
		place = "quoted"
	case m.Turns[m.Sentence(at).Para] != None:
		place = "turn"
	case m.Narrated():
		place = "news"
	}
	add(place)
	add(place + " " + string(s.Label))
	add(subject + " " + place)
}

// subjectClass returns what the subject of a verb is: the pronoun, the kind of what it denotes, or the noun.
func (m *matcher) subjectClass(p int) string {
	if p == None {
		return "no subject"
	}
	ph := m.Phrases[p]
	if n := m.Norm(ph.First); ph.Last-ph.First == 1 && (m.FirstPerson(p) || isPronoun(n)) {
		return "subject " + n
	}
	id := m.Of(p)
	if id == None {
		return "subject unknown " + m.Lemma(ph.Head)
	}
	e := m.Entities[id]
	if e.Kind == entity.Group {
		return "subject group " + m.Lemma(ph.Head)
	}
	return "subject " + string(e.Kind)
}

func isPronoun(n string) bool {
	switch n {
	case "he", "she", "it", "they", "who", "which", "this", "both":
		return true
	}
	return false
}

// choose gives the stances their holders and targets by the learnt choice among what rules, syntax and document suggest. Where a
// row of the user's fitted, its word holds.
func (m *matcher) choose() {
	rules := make([]Stance, len(m.stances))
	copy(rules, m.stances)
	for i := range m.stances {
		if !rules[i].Added && !m.isSettled(&rules[i]) {
			m.stances[i].Holders = m.holderQuestion(rules, i).best(choice.Holders())
		}
	}
	for i := range m.stances {
		if rules[i].Added || m.isConduct(&rules[i]) {
			continue
		}
		m.stances[i].Targets = m.targetQuestion(rules, i, m.stances[i].Holders).best(choice.Targets())
	}
}

// isSettled reports whether grammar leaves no choice of who holds a stance: he says "I", is named behind the "by" of a passive, or
// is told by name to have carried out a material act.
func (m *matcher) isSettled(s *Stance) bool {
	if s.Group == None || len(s.Holders) == 0 {
		return false
	}
	g := m.Groups[s.Group]
	if m.FirstPerson(g.Subject) && m.Norm(m.Phrases[g.Subject].First) == "i" && m.Speaker(g.Head) != None {
		return true
	}
	if g.Passive {
		return sameSet(s.Holders, m.actors(m.Argument(g, "by")))
	}
	return s.Label.Material() && !m.FirstPerson(g.Subject) && sameSet(s.Holders, m.actors(g.Subject))
}

// isSpokenFor reports whether the subject of a stance is "we" in the words of somebody who is known.
func (m *matcher) isSpokenFor(s *Stance, at int) bool {
	return s.Group != None && m.FirstPerson(m.Groups[s.Group].Subject) && m.Speaker(at) != None
}

// isConduct reports whether a stance is an accusation that tells what its target does: he is the subject, and it is not he who
// holds it.
func (m *matcher) isConduct(s *Stance) bool {
	return s.Label == ontology.Accuse && s.Group != None && len(s.Targets) > 0 && sameSet(s.Targets, m.doers(s.Group))
}

// bar takes those candidates away that have one of the actors among them.
func (q *question) bar(ids []int) {
	q.candidates = slices.DeleteFunc(q.candidates, func(c candidate) bool {
		return slices.ContainsFunc(c.ids, func(id int) bool { return slices.Contains(ids, id) })
	})
}

// holderQuestion asks who holds stance i of those that the rules found.
func (m *matcher) holderQuestion(rules []Stance, i int) *question {
	s := &rules[i]
	q := &question{m: m}
	q.know(s)
	q.offer("rule", s.Holders)
	q.offer("nobody", nil)
	at := m.anchor(s)
	voice := m.Voice(at)
	q.offerOne("voice", voice)
	if voice != None {
		q.offerOne("state of voice", m.Body(voice))
	}
	q.offerOne("turn", m.Turns[m.Sentence(at).Para])
	if m.QuoteAt[at] != None {
		q.offerOne("speaker", m.Quotes[m.QuoteAt[at]].Speaker)
	}
	q.offerDocument()
	if s.Group != None {
		g := m.Groups[s.Group]
		q.offer("subject", m.actors(g.Subject))
		q.offer("by", m.actors(m.Argument(g, "by")))
		if g.Governor != None {
			q.offer("subject of governor", m.actors(m.Groups[g.Governor].Subject))
		}
	}
	if s.Object != None {
		q.offer("owner", m.possessors(s.Object))
	}
	if m.isSpokenFor(s, at) {
		return q // "we" is none of those of whom the speaker has just told
	}
	q.offerSentence(s, at)
	for k := 1; k <= 2 && k <= i; k++ {
		x := rules[i-k]
		q.offer("holders before "+count(k), x.Holders)
		both := union(x.Holders, x.Targets)
		q.offer("both sides before "+count(k), both)
		q.offer("states of both sides before "+count(k), m.statesOf(both))
	}
	q.offerSubjects(at)
	q.offer("teller", m.tellerBefore(at))
	if m.isConduct(s) {
		q.bar(s.Targets)
	}
	return q
}

// offerDocument enters those who issue the document and those who met.
func (q *question) offerDocument() {
	m := q.m
	for _, x := range [...]struct {
		way string
		id  int
	}{{"issuer", m.Issuer}, {"issued by", m.IssuedBy}} {
		q.offerOne(x.way, x.id)
		if x.id != None {
			q.offerOne(x.way+" as a state", m.Body(x.id))
		}
	}
	q.offerOne("issuer's state", m.IssuerState)
	q.offer("met", m.Met)
	q.offer("states that met", m.statesOf(m.Met))
	q.offer("main person", m.leads)
	if len(m.leads) > 0 {
		q.offer("state of main person", m.statesOf(m.leads))
	}
	q.offer("persons of the issuer's state", m.ownPersons)
	q.offer("first two persons", m.firstTwo)
	q.offer("states of first two persons", m.statesOf(m.firstTwo))
}

// survey finds out which persons a document is about: the one mentioned most, the first two, and of the issuer's state the one
// mentioned most.
func (m *matcher) survey() {
	most, own := None, None
	for id, e := range m.Entities {
		if e.Kind != entity.Person || len(e.Mentions) == 0 {
			continue
		}
		if len(m.firstTwo) < 2 {
			m.firstTwo = append(m.firstTwo, id)
		}
		if most == None || len(e.Mentions) > len(m.Entities[most].Mentions) {
			most = id
		}
		if m.sameState([]int{id}) && (own == None || len(e.Mentions) > len(m.Entities[own].Mentions)) {
			own = id
		}
	}
	if most != None {
		m.leads = []int{most}
	}
	if own != None {
		m.ownPersons = []int{own}
	}
	if len(m.firstTwo) < 2 {
		m.firstTwo = nil
	}
}

// statesOf returns the states of persons, nil where one has none that the text names.
func (m *matcher) statesOf(ids []int) []int {
	var out []int
	for _, id := range ids {
		b := m.Body(id)
		if m.Entities[b].Kind != entity.State {
			return nil
		}
		if !slices.Contains(out, b) {
			out = append(out, b)
		}
	}
	return out
}

// offerSentence enters the actors of the sentence, by where they stand to the stance.
func (q *question) offerSentence(s *Stance, at int) {
	m := q.m
	sent := m.Sentence(at)
	seen := 0
	for i := at; i >= sent.First && seen < 3; i-- {
		if p := m.PhraseStarting(i); p != None && m.Phrases[p].Last <= at {
			if ids := m.actors(p); len(ids) > 0 {
				seen++
				q.offer("before "+count(seen), ids)
				if prep := m.Norm(i - 1); i > sent.First && m.PhraseAt[i-1] == None && m.GroupAt[i-1] == None {
					q.offer("before, behind "+prep, ids)
				}
			}
		}
	}
	for p := m.firstPhrase(sent.First); p < len(m.Phrases) && m.Phrases[p].First < at; p++ {
		if ids := m.actors(p); len(ids) > 0 {
			q.offer("first", ids)
			break
		}
	}
}

// firstPhrase returns the first phrase that begins at token i or behind it.
func (m *matcher) firstPhrase(i int) int {
	p, _ := slices.BinarySearchFunc(m.Phrases, i, func(ph syntax.Phrase, i int) int { return ph.First - i })
	return p
}

// union returns what is in either list.
func union(a, b []int) []int {
	out := slices.Clone(a)
	for _, x := range b {
		if !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}

// offerSubjects enters the subjects of the sentences before, and the first of the paragraph.
func (q *question) offerSubjects(at int) {
	m := q.m
	sent := m.Tokens[at].Sent
	para := m.Paragraphs[m.Sentences[sent].Para]
	for back := 1; back <= 2 && sent-back >= 0; back++ {
		if ids := m.mainSubject(m.Sentences[sent-back]); len(ids) > 0 {
			q.offer("subject before "+count(back), ids)
			q.offer("states of subject before "+count(back), m.statesOf(ids))
		}
	}
	if first := para.First; first < sent {
		q.offer("subject of paragraph", m.mainSubject(m.Sentences[first]))
	}
}

// mainSubject returns the actors that are the subject of the first finite verb of a sentence that has some.
func (m *matcher) mainSubject(sent text.Sentence) []int {
	for i := sent.First; i < sent.Last; i++ {
		if g := m.GroupAt[i]; g != None && m.Groups[g].Head == i && m.Groups[g].Form == syntax.Finite {
			if ids := m.actors(m.Groups[g].Subject); len(ids) > 0 {
				return ids
			}
		}
	}
	return nil
}

// tellerBefore returns the subject of the last reporting verb before token i in its sentence.
func (m *matcher) tellerBefore(i int) []int {
	sent := m.Sentence(i)
	for k := i - 1; k >= sent.First; k-- {
		if g := m.GroupAt[k]; g != None && m.Groups[g].Head == k && m.Groups[g].Form == syntax.Finite && m.Groups[g].Subject != None {
			if ids := m.actors(m.Groups[g].Subject); len(ids) > 0 {
				return ids
			}
		}
	}
	return nil
}

// targetQuestion asks towards whom stance i is taken, given who holds it.
func (m *matcher) targetQuestion(rules []Stance, i int, holders []int) *question {
	s := &rules[i]
	q := &question{m: m}
	q.know(s)
	others := func(way string, ids []int) { q.offer(way, m.without(ids, holders)) }
	q.offer("rule", m.without(s.Targets, holders))
	q.offer("nobody", nil)
	at := m.anchor(s)
	if s.Group != None {
		m.offerArguments("", others, m.Groups[s.Group])
		if s.Inf != None {
			m.offerArguments("infinitive: ", others, m.Groups[s.Inf])
		}
		others("clause", m.clauseSubject(s.Group))
	}
	if s.Object != None {
		others("owner", m.possessors(s.Object))
		others("in object", m.actors(s.Object))
		m.offerBehind("object ", others, m.Phrases[s.Object].Last)
	}
	m.offerAround(others, at, s.Label.Material())
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if len(rules[k].Targets) > 0 {
			others("target before", rules[k].Targets)
			break
		}
	}
	others("met", m.Met)
	others("states that met", m.statesOf(m.Met))
	return q
}

// offerArguments enters the object of a verb, what stands behind its prepositions, and who owns them.
func (m *matcher) offerArguments(way string, offer func(string, []int), g syntax.Group) {
	offer(way+"subject", m.actors(g.Subject))
	if g.Object != None {
		offer(way+"object", m.actors(g.Object))
		offer(way+"owner of object", m.possessors(g.Object))
		m.offerBehind(way+"object ", offer, m.Phrases[g.Object].Last)
	}
	for _, prep := range lexicon.TargetPreposition.Words() {
		p := m.Argument(g, prep)
		offer(way+prep, m.actors(p))
		offer(way+prep+", owner", m.possessors(p))
	}
}

// offerBehind enters what stands behind the preposition at token i.
func (m *matcher) offerBehind(way string, offer func(string, []int), i int) {
	prep := m.Norm(i)
	if !lexicon.TargetPreposition.Has(prep) {
		return
	}
	p := m.PhraseStarting(i + 1)
	offer(way+prep, m.actors(p))
	offer(way+prep+", owner", m.possessors(p))
}

// offerAround enters the actors of the sentence within reach, by side and by the word before them, and the states that adjectives
// name.
func (m *matcher) offerAround(offer func(string, []int), at int, material bool) {
	const reach, most = 30, 5
	sent := m.Sentence(at)
	seen := 0
	for p := m.firstPhrase(at + 1); p < len(m.Phrases) && m.Phrases[p].First < min(sent.Last, at+reach) && seen < most; p++ {
		if ids := m.actors(p); len(ids) > 0 {
			seen++
			offer("behind "+count(seen), ids)
			offer("behind "+m.Norm(m.Phrases[p].First-1), ids)
		}
		if ids := m.possessors(p); len(ids) > 0 {
			offer("owner behind "+count(seen+1), ids)
			offer("owner behind "+m.Norm(m.Phrases[p].First-1), ids)
		}
	}
	if material {
		return // who stands before it tells of the act
	}
	seen = 0
	for p := m.firstPhrase(at) - 1; p >= 0 && m.Phrases[p].First >= max(sent.First, at-reach) && seen < 3; p-- {
		if ids := m.actors(p); len(ids) > 0 {
			seen++
			offer("before "+count(seen), ids)
		}
		if ids := m.possessors(p); len(ids) > 0 {
			offer("owner before "+count(seen+1), ids)
		}
	}
}
