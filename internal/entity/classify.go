package entity

import (
	"sort"
	"strings"

	"github.com/communique-go/communique/internal/calendar"
	"github.com/communique-go/communique/internal/lemma"
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

// known returns the entity of a phrase that ends in a known name.
func (b *builder) known(ph syntax.Phrase) int {
	at := b.matchAt[ph.Last-1]
	if at == None {
		return None
	}
	m := b.matches[at]
	switch {
	case m.sense.demonym:
		return b.demonym(ph, m)
	case m.sense.capital && b.isLocation(ph):
		return b.keyed(Place, m.sense.placeName(b, m), m.sense.country)
	case m.sense.capital && m.sense.country == "BEL" && !b.hasState("Belgium"):
		return b.keyed(Organization, "European Union", "") // the seat of the Union, unless Belgium is in the text
	case m.sense.kind == State:
		if b.Norm(m.first-1) == "new" && b.Tokens[m.first-1].Upper && m.first > ph.First { // "New Guinea"
			return b.keyed(Place, b.Slice(b.Cover(m.first-1, ph.Last)), "")
		}
		if i := m.first - 1; i >= ph.First && lexicon.Direction.Has(b.Norm(i)) {
			return b.keyed(Place, b.Slice(b.Cover(i, ph.Last)), m.sense.country)
		}
		return b.state(m.sense.country)
	}
	id := b.bySense(m.sense)
	b.called(id, m)
	return id
}

// called keeps the longest form in which the text has the name of an organisation or group that a table knows.
func (b *builder) called(id int, m match) {
	e := &b.Entities[id]
	if e.Kind != Organization && e.Kind != Group || m.sense.own {
		return
	}
	if form := strings.Join(strings.Fields(b.Slice(b.Cover(m.first, m.last))), " "); len(form) > len(e.form) {
		e.form = form
	}
}

// hasState reports whether the text has spoken of a state so far.
func (b *builder) hasState(name string) bool {
	_, ok := b.index[string(State)+"\x00"+strings.ToLower(name)]
	return ok
}

// bySense returns the entity that a known name stands for.
func (b *builder) bySense(s *sense) int {
	if s.kind == Person {
		return b.knownPerson(s)
	}
	id := b.keyed(s.kind, s.name, s.country)
	b.Entities[id].Media, b.Entities[id].Code = s.media(), s.code
	return id
}

// knownPerson returns the person that a name of the user's stands for.
func (b *builder) knownPerson(s *sense) int {
	words := strings.Fields(s.name)
	surname := surnameOf(words)
	id := b.findPerson(words, surname, "")
	if id == None {
		id = b.add(Entity{Kind: Person, Name: s.name, surname: surname, gender: lexicon.FirstNames()[words[0]], named: true})
		b.byLast[surname] = append(b.byLast[surname], id)
	}
	e := &b.Entities[id]
	e.Country, e.Code = s.country, s.code
	if s.role != "" {
		b.giveRole(e, s.role)
	}
	return id
}

// placeName returns the name of the place that a match names.
func (s *sense) placeName(b *builder, m match) string {
	return b.Slice(b.Cover(m.first, m.last))
}

// demonym returns the people that a phrase ending in a demonym denotes: "the Armenians", "the Russians".
func (b *builder) demonym(ph syntax.Phrase, m match) int {
	if m.last-m.first < ph.Last-ph.First && b.Tag(ph.Last-1) == tagger.JJ {
		return None
	}
	return b.keyed(Group, b.Slice(b.Cover(b.core(ph), ph.Last)), m.sense.country)
}

// isLocation reports whether a phrase stands behind a preposition of place: a capital there is a place, elsewhere it is
// its government.
func (b *builder) isLocation(ph syntax.Phrase) bool {
	if w := b.Norm(ph.First - 1); w != "to" {
		return lexicon.Place.Has(w)
	}
	before := max(ph.First-2, 0) // "travel to Moscow", but "conveyed to Moscow"
	return b.GroupAt[before] != syntax.None && lexicon.Motion.Has(b.Lemma(before)) || b.PhraseAt[before] != syntax.None
}

// description returns the entity of a phrase headed by a common noun that stands for an actor, an agreement or an event:
// a new one, or with a definite article the one mentioned before.
func (b *builder) description(ph syntax.Phrase) int {
	if id := b.quantityOf(ph); id != None {
		return id
	}
	if b.Tag(ph.Head) == tagger.CD || b.Tag(ph.Head) == tagger.DT {
		return b.quantified(ph)
	}
	plural := b.Tag(ph.Head) == tagger.NNS || b.Tag(ph.Head) == tagger.NNPS
	if !plural {
		if role := b.roleOf(ph); role != "" {
			return b.role(ph, role)
		}
	}
	if plural {
		if id := b.namedGroup(ph); id != None {
			return id
		}
	}
	if plural {
		if t, end := b.titleAt(ph.Head, ph.Last); t == nil && end == ph.Head && b.isTitlePlural(ph) && !isPair(b, ph) {
			return b.group(ph)
		}
	}
	if plural && isPair(b, ph) {
		if id := b.pair(ph); id != None {
			return id
		}
	}
	for _, n := range lexicon.Nouns()[b.Lemma(ph.Head)] {
		if n.PluralOnly && !plural {
			continue
		}
		switch kind := Kind(n.Kind); kind {
		case State:
			return b.stateNoun(ph)
		case Person:
			if plural {
				return b.group(ph)
			}
			return b.role(ph, b.Lemma(ph.Head))
		case Group:
			return b.group(ph)
		case Organization:
			if plural && !b.Tokens[ph.Head].Upper { // "the ethnic armed organisations"
				return b.group(ph)
			}
			return b.common(kind, ph)
		case Place, Agreement, Event:
			return b.common(kind, ph)
		}
	}
	return None
}

// namedGroup returns the group whose members are named right behind it: "Presidents NAME and NAME", "its friends India and
// Pakistan". A single name is the only member.
func (b *builder) namedGroup(ph syntax.Phrase) int {
	q := b.PhraseStarting(ph.Last)
	if q == syntax.None || b.Norm(b.Phrases[q].First) != strings.ToLower(b.Word(b.Phrases[q].First)) || !b.Tokens[b.Phrases[q].First].Upper {
		return None
	}
	for _, k := range b.Coordinates(q) {
		if b.of[k] == None {
			b.of[k] = b.denotes(k, b.Phrases[k])
		}
	}
	ids := b.All(q)
	if len(ids) == 0 || !b.allActors(ids) {
		return None
	}
	if len(ids) == 1 {
		return ids[0]
	}
	return b.groupOf(ids)
}

// quantityOf returns the entity behind a measure: "thousands of Iraqi Kurds", "a group of refugees".
func (b *builder) quantityOf(ph syntax.Phrase) int {
	if !lexicon.Measure.Has(b.Lemma(ph.Head)) && !lexicon.Measure.Has(b.Norm(ph.Head)) {
		return None
	}
	q := b.Behind(ph.Last, "of")
	if q == syntax.None || b.Tag(b.Phrases[q].First) == tagger.PRP || b.chain == longestChain {
		return None
	}
	if b.of[q] == None {
		b.chain++
		b.of[q] = b.denotes(q, b.Phrases[q])
		b.chain--
	}
	return b.of[q]
}

// longestChain is the number of phrases tied by "of" that are looked at behind one, so that a text that has nothing else
// takes no longer than others.
const longestChain = 4

// isTitlePlural reports whether a phrase is headed by the plural of a title: "Heads of State", "ministers".
func (b *builder) isTitlePlural(ph syntax.Phrase) bool {
	return titles().get(lemma.Noun(b.Norm(ph.Head))) != nil // the tagger takes many a plural for a name in the singular
}

// stateNoun resolves "the Syrian regime", "Turkish forces", "the Government of Mali", "his government", "the authorities".
func (b *builder) stateNoun(ph syntax.Phrase) int {
	noun := b.Lemma(ph.Head)
	if noun == "administration" && b.Tokens[ph.Head].Upper {
		return b.keyed(Organization, b.Slice(b.Cover(b.core(ph), ph.Last)), b.countryOf(ph))
	}
	if c := b.countryOf(ph); c != "" {
		id := b.state(c)
		b.Entities[id].nouns[noun] = true
		return id
	}
	if b.Tag(ph.First) == tagger.PRPS || b.hasCapital(b.core(ph), ph.Head) { // "the Sarvian navy", of no state we know
		return b.unresolvedState(ph)
	}
	best := None
	for i := len(b.recent) - 1; i >= 0 && i >= len(b.recent)-60; i-- {
		id := b.recent[i].entity
		if e := &b.Entities[id]; e.Kind == State && e.nouns[noun] {
			return id
		} else if e.Kind == State && best == None {
			best = id
		}
	}
	if best == None || ph.Last-b.core(ph) > 2 {
		return b.unresolvedState(ph)
	}
	b.Entities[best].nouns[noun] = true
	return best
}

// unresolvedState makes a group of a government or army that the text ties to no state.
func (b *builder) unresolvedState(ph syntax.Phrase) int {
	kind := Group
	if b.Tag(ph.Head) == tagger.NN || b.Tag(ph.Head) == tagger.NNP {
		kind = Organization
	}
	return b.keyed(kind, b.Slice(b.Cover(b.core(ph), ph.Last)), "")
}

// common resolves a phrase headed by a common noun for an organisation, agreement, event or place. A short definite
// description goes to the last entity of the kind that has the noun in its name.
func (b *builder) common(kind Kind, ph syntax.Phrase) int {
	noun := b.Lemma(ph.Head)
	first := b.core(ph)
	if ph.Last-first == 1 && (b.isDefinite(ph) || b.Tokens[ph.Head].Upper) {
		if id := b.lastWithNoun(noun, kind); id != None {
			return id
		}
	}
	name := b.fullName(ph, first)
	country := b.countryOf(ph)
	if kind == Agreement || kind == Event {
		country = "" // the Paris Agreement is not France's
	}
	if w := b.Norm(ph.First); kind == Organization && country == "" && !b.hasCapital(first, ph.Last) &&
		(first == ph.Last-1 || w == "a" || w == "an" || b.Tag(ph.First) == tagger.CD) {
		if w != "the" || !lexicon.Body.Has(noun) || b.Norm(ph.Last) == "of" {
			return None // "a company", "the office", "one special unit"
		}
	}
	if b.Tag(ph.First) == tagger.PRPS && country != "" {
		name += " of " + b.names.official[country]
	}
	id := b.keyed(kind, name, country)
	b.Entities[id].nouns[noun] = true
	return id
}

// fullName returns a phrase from token first on with the possessor that it may have, and with "of X" or "on X" behind it.
func (b *builder) fullName(ph syntax.Phrase, first int) string {
	last := ph.Last
	for n := 0; n < 3; n++ {
		q := b.Behind(last, "of", "on", "for")
		if q == syntax.None || !b.Tokens[b.Phrases[q].Last-1].Upper {
			break
		}
		last = b.Phrases[q].Last
	}
	for i := ph.First; i < first; i++ {
		if b.Tag(i) == tagger.POS {
			first = b.BehindArticle(ph)
			break
		}
	}
	return strings.Join(strings.Fields(b.Slice(b.Cover(first, last))), " ")
}

func (b *builder) hasCapital(first, last int) bool {
	for i := first; i < last; i++ {
		if b.Tokens[i].Upper {
			return true
		}
	}
	return false
}

func (b *builder) isDefinite(ph syntax.Phrase) bool {
	switch b.Norm(ph.First) {
	case "the", "this", "that", "these", "those", "both":
		return true
	}
	return b.Tag(ph.First) == tagger.PRPS
}

// lastWithNoun returns the entity of a kind mentioned last that is known under a noun, or whose name contains it.
func (b *builder) lastWithNoun(noun string, kind Kind) int {
	for i := len(b.recent) - 1; i >= 0 && i >= len(b.recent)-memory; i-- {
		id := b.recent[i].entity
		e := &b.Entities[id]
		if e.Kind == kind && (e.nouns[noun] || containsWord(e.Name, noun)) {
			e.nouns[noun] = true
			return id
		}
	}
	return None
}

func containsWord(name, word string) bool {
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if w == word {
			return true
		}
	}
	return false
}

// role resolves a phrase headed by a role: "the minister" to the person who has it, "the Iranian ambassador" to somebody
// new.
func (b *builder) role(ph syntax.Phrase, role string) int {
	country := b.countryOf(ph)
	full := strings.ToLower(b.fullName(ph, b.core(ph)))
	ofBody := country == "" && full != "head of state" && b.Norm(ph.Last) == "of" && strings.Contains(full, " of ")
	if w := b.Norm(ph.First); w == "our" || w == "my" { // the speaker's own, of whom the text has not spoken
		return b.keyed(Person, w+" "+b.Slice(b.Cover(b.core(ph), ph.Last)), country)
	}
	if b.isDefinite(ph) || b.Tokens[ph.Head].Upper && b.Tag(ph.First) != tagger.DT {
		head := role
		if i := strings.LastIndexByte(role, ' '); i >= 0 {
			head = role[i+1:]
		}
		for i := len(b.recent) - 1; i >= 0 && i >= len(b.recent)-memory; i-- {
			e := &b.Entities[b.recent[i].entity]
			if ofBody && !strings.HasPrefix(strings.ToLower(e.Role)+" ", full+" ") && !e.nouns[full] { // "the President of the European Council"
				continue
			}
			if e.Kind == Person && (e.nouns[role] || role == head && e.nouns[head] || (head == "leader" || full == "head of state") && e.leads()) && (country == "" || e.Country == "" || e.Country == country) {
				return b.recent[i].entity
			}
		}
	}
	core := b.core(ph)
	name := strings.Join(strings.Fields(b.Slice(b.Cover(core, ph.Last))), " ")
	if country == "" {
		country = b.countryOf(ph)
	}
	if b.Norm(ph.Last) == "of" {
		name = b.fullName(ph, core)
	}
	var id int
	if b.Norm(ph.First) == "a" || b.Norm(ph.First) == "an" || b.Tag(ph.First) == tagger.CD {
		id = b.add(Entity{Kind: Person, Name: name, Country: country})
	} else {
		id = b.keyed(Person, name, country)
		b.Entities[id].named = false
	}
	b.giveRole(&b.Entities[id], b.Slice(b.Cover(core, ph.Last)))
	return id
}

// leads reports whether a person heads a state or a government: "the US leader" is its president.
func (e *Entity) leads() bool {
	for noun := range e.nouns {
		if lexicon.Head.Has(noun) {
			return true
		}
	}
	return false
}

// group makes or finds the group that a plural phrase denotes.
func (b *builder) group(ph syntax.Phrase) int {
	noun := b.Lemma(ph.Head)
	first := b.core(ph)
	if ph.Last-first == 1 && b.isDefinite(ph) {
		if id := b.lastWithNoun(noun, Group); id != None {
			return id
		}
	}
	if q := b.Behind(ph.Last, "of"); q != syntax.None && noun == "member" { // "the members of the Security Council" is the Council
		if id := b.organizationAt(q); id != None {
			b.Entities[id].plural = true
			return id
		}
	}
	if w := b.Norm(ph.First); first > ph.First && (w == "all" || w == "some" || w == "every" || w == "many" || w == "several") {
		first = ph.First
	}
	name := strings.Join(strings.Fields(b.Slice(b.Cover(first, ph.Last))), " ")
	if noun == "head" { // "the Heads of State and Government"
		name = b.fullNameOfHeads(ph)
	}
	id := b.keyed(Group, name, b.countryOf(ph))
	e := &b.Entities[id]
	e.nouns[noun], e.plural = true, true
	if len(e.Members) == 0 {
		e.Members = b.actingAs(ph)
	}
	if len(e.Members) == 0 {
		e.Members = b.holdersOf(ph)
	}
	return id
}

// mostHolders is how many persons a plural title stands for; it stands for more as a group.
const mostHolders = 8

// holdersOf returns the persons named so far who have the title whose plural a definite phrase is, in the order of their last
// mention: "the two foreign ministers". One person is none.
func (b *builder) holdersOf(ph syntax.Phrase) []int {
	if !b.isDefinite(ph) && !b.Tokens[ph.Head].Upper || b.Norm(ph.Last) == "of" || !b.isPluralTitle(ph) || b.countryIn(ph.First, ph.Last) != "" {
		return nil
	}
	first := b.core(ph)
	for first < ph.Head && (b.Tag(first) == tagger.CD || b.Tag(first) == tagger.DT) {
		first++
	}
	words := make([]string, 0, 4)
	for i := first; i < ph.Head; i++ {
		words = append(words, b.Norm(i))
	}
	title := strings.Join(append(words, b.Lemma(ph.Head)), " ")
	var ids []int
	for i := len(b.recent) - 1; i >= 0 && i >= len(b.recent)-memory && len(ids) <= mostHolders; i-- {
		if e := &b.Entities[b.recent[i].entity]; e.Kind == Person && e.named && e.nouns[title] {
			ids = appendNew(ids, b.recent[i].entity)
		}
	}
	if len(ids) < 2 || len(ids) > mostHolders {
		return nil
	}
	sort.Ints(ids)
	return ids
}

// actingAs returns the members of "Algeria and Mauritania, as facilitators".
func (b *builder) actingAs(ph syntax.Phrase) []int {
	i := ph.First - 1
	if b.Norm(i) != "as" {
		return nil
	}
	if i--; b.Norm(i) == "," {
		i--
	}
	p := b.PhraseEnding(i)
	if p == syntax.None {
		return nil
	}
	for b.Phrases[p].Joined {
		p--
	}
	if ids := b.All(p); len(ids) > 1 && b.allActors(ids) {
		return ids
	}
	return nil
}

// organizationAt returns the organisation that a phrase further on denotes, or None.
func (b *builder) organizationAt(q int) int {
	ph := b.Phrases[q]
	if at := b.matchAt[ph.Last-1]; at != None && b.matches[at].sense.kind == Organization {
		return b.bySense(b.matches[at].sense)
	}
	for _, n := range lexicon.Nouns()[b.Lemma(ph.Head)] {
		if Kind(n.Kind) == Organization && b.Tokens[ph.Head].Upper {
			return b.common(Organization, ph)
		}
	}
	return None
}

// quantified resolves "one of the officials".
func (b *builder) quantified(ph syntax.Phrase) int {
	if b.Norm(ph.Last-1) != "one" {
		return None
	}
	if q := b.Behind(ph.Last, "of"); q != syntax.None && b.isPeople(b.Phrases[q]) {
		return b.keyed(Person, b.Slice(b.Cover(ph.First, b.Phrases[q].Last)), b.countryOf(b.Phrases[q]))
	}
	return None
}

// isPeople reports whether the head of a phrase is a plural noun for persons.
func (b *builder) isPeople(ph syntax.Phrase) bool {
	for _, n := range lexicon.Nouns()[b.Lemma(ph.Head)] {
		if n.Kind == string(Person) || n.Kind == string(Group) {
			return true
		}
	}
	t, _ := b.titleAt(ph.Head, ph.Last)
	return t != nil
}

// properName classifies what is left: capitalised phrases that no table knows.
func (b *builder) properName(p int, ph syntax.Phrase) int {
	first := b.core(ph)
	for first < ph.Last && (!b.Tokens[first].Upper || text.IsAdverb(b.Tag(first))) {
		first++
	}
	if first >= ph.Last || !text.IsName(b.Tag(ph.Head)) || isNoName(b.Norm(ph.Head)) {
		return b.hardware(ph)
	}
	name := strings.Join(strings.Fields(b.Slice(b.Cover(first, ph.Last))), " ")
	if ph.Last-first == 1 && b.isDefinite(ph) {
		for _, kind := range []Kind{Organization, Group, Agreement, Event} {
			if id := b.lastWithNoun(b.Norm(ph.Head), kind); id != None {
				return id
			}
		}
	}
	if id := b.acronym(b.Word(ph.Head)); id != None && ph.Last-first == 1 {
		return id
	}
	for i := ph.Last - 1; i >= first; i-- {
		for _, n := range lexicon.Nouns()[b.Lemma(i)] {
			if kind := Kind(n.Kind); b.Tokens[i].Upper && (kind == Organization || kind == Agreement || kind == Event || kind == Group || kind == Place) && (i == ph.Head || kind != Place) {
				if kind == Agreement || kind == Event {
					return b.keyed(kind, name, "")
				}
				return b.keyed(kind, name, b.countryOf(ph))
			}
		}
	}
	switch {
	case b.isTitleLine(ph.First):
		return None // a headline capitalises what is no name
	case b.isLocation(ph) || b.Norm(ph.First-1) == "of" || b.Norm(ph.First-1) == "on" && b.GroupOf(ph.First-2) == syntax.None:
		return b.keyed(Place, name, "")
	case b.actsAsPerson(p, ph):
		return b.enroll(parts{title: first, name: first, last: ph.Last}, ph)
	}
	if _, ok := b.subject[p]; ok && b.Norm(ph.First) != "the" && ph.Last-first <= 3 {
		return b.enroll(parts{title: first, name: first, last: ph.Last}, ph)
	}
	if b.looksLikePerson(p, first, ph) {
		return b.enroll(parts{title: first, name: first, last: ph.Last}, ph)
	}
	return b.keyed(Organization, name, b.countryOf(ph))
}

// looksLikePerson reports whether two or three capitalised words that no table knows, without an article, are a person: the
// object of a verb that is not one of motion, and none of them a word that the text or the tables have in lower case.
func (b *builder) looksLikePerson(p, first int, ph syntax.Phrase) bool {
	if n := ph.Last - first; n < 2 || n > 3 || first > ph.First || b.matchAt[ph.Last-1] != None {
		return false
	}
	for q := p; b.Phrases[q].Joined && q > 0; q-- {
		ph.First = b.Phrases[q-1].First
	}
	g := b.GroupOf(ph.First - 1)
	if g == syntax.None || lexicon.Motion.Has(b.Lemma(b.Groups[g].Head)) {
		return false
	}
	for i := first; i < ph.Last; i++ {
		w := b.Norm(i)
		if lemma.IsVerb(w) || lexicon.Portfolio.Has(w) || lexicon.TitleHeads()[w] || len(lexicon.Nouns()[lemma.Noun(w)]) > 0 ||
			strings.ToUpper(b.Word(i)) == b.Word(i) && len(w) > 2 || !b.Tokens[i].Upper {
			return false
		}
	}
	return true
}

func (d *Doc) isTitleLine(i int) bool {
	return d.Paragraphs[d.Sentence(i).Para].Kind == text.Title
}

// acronym returns the entity whose name's capitals are w: "(EDF)" after "the Eastern Defence Front".
func (b *builder) acronym(w string) int {
	if len(w) < 2 || len(w) > 7 || strings.ToUpper(w) != w {
		return None
	}
	for i := len(b.recent) - 1; i >= 0 && i >= len(b.recent)-memory; i-- {
		id := b.recent[i].entity
		var initials strings.Builder
		for _, f := range strings.Fields(b.Entities[id].Name) {
			if f[0] >= 'A' && f[0] <= 'Z' {
				initials.WriteByte(f[0])
			}
		}
		if initials.String() == w {
			return id
		}
	}
	return None
}

// hardware lets ships, aircraft and arms with a state's adjective stand for the state: "a Chinese vessel".
func (b *builder) hardware(ph syntax.Phrase) int {
	if lexicon.Hardware.Has(b.Lemma(ph.Head)) {
		if c := b.countryIn(ph.First, ph.Last); c != "" {
			return b.state(c)
		}
	}
	return None
}

// isNoName reports whether a word is capitalised without being a name: a day, a month, a greeting.
func isNoName(w string) bool {
	return lexicon.NoName.Has(w) || calendar.IsDay(w) || calendar.IsMonth(w)
}

// hasOrganizationNoun reports whether a capitalised word among the tokens heads organisations, agreements, events or places.
func (b *builder) hasOrganizationNoun(first, last int) bool {
	for i := first; i < last; i++ {
		for _, n := range lexicon.Nouns()[b.Norm(i)] {
			switch Kind(n.Kind) {
			case Organization, Agreement, Event, Place, Group, State:
				return true
			}
		}
	}
	return false
}
