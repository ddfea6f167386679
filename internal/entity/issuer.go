package entity

import (
	"strings"
	"unicode/utf8"

	"github.com/communique-go/communique/internal/lemma"
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

// longestIssuer is how many bytes of a given issuer are read.
const longestIssuer = 1 << 10

// What stands around the words of a given issuer when they are read, for tagger and grammar expect a sentence. Behind "by" a
// name that no table has is nobody in particular, while as a subject it would be a person.
const issuerLead, issuerEnd = "It was issued by ", "."

// issuer is what the words of a collector say of who issued a text: one entity, or a group with its members.
type issuer struct {
	one     Entity // Kind "" for no issuer
	members []Entity
}

// isPerson reports whether the issuer is one person who is named.
func (x issuer) isPerson() bool { return x.one.Kind == Person && x.one.named }

// readIssuer reads an issuer in the words of a collector: "Ministry of Foreign Affairs of Norway", "Governments of France and
// Australia", "Wikinews". They are read with the tables and the grammar of the text, but in a sentence of their own, so that
// they alter nothing that is found in it.
func (b *builder) readIssuer(given string) issuer {
	name := issuerName(given)
	if name == "" {
		return issuer{}
	}
	doc := text.Tag(text.Cut(issuerLead + name + issuerEnd))
	r := newBuilder(syntax.Parse(doc, b.reports), nil, b.names, b.reports, b.day)
	r.read()
	p := r.PhraseStarting(r.TokenAt(len(issuerLead)))
	name = withoutArticle(name)
	if p == syntax.None {
		return issuer{one: Entity{Kind: Organization, Name: name}}
	}
	ids := r.several(p)
	if len(ids) < 2 {
		return issuer{one: r.issuerAt(p, name)}
	}
	out := issuer{one: Entity{Kind: Group, Name: name, plural: true}}
	for _, id := range ids {
		out.members = append(out.members, r.Entities[id])
	}
	return out
}

// adoptIssuer returns the entity of an issuer, None for none: the one that the text names, of which what the text leaves open is
// filled in, else a new one without mentions.
func (b *builder) adoptIssuer(x issuer) int {
	if x.one.Kind == "" {
		return None
	}
	id := b.adopt(x.one)
	if len(x.members) == 0 || len(b.Entities[id].Mentions) > 0 {
		return id
	}
	var members []int
	for _, m := range x.members {
		members = appendNew(members, b.adopt(m))
	}
	b.Entities[id].Members = members
	return id
}

// issuerName returns a given issuer in one line, without what is too long for a name.
func issuerName(given string) string {
	return strings.Join(strings.Fields(clip(given, longestIssuer)), " ")
}

// clip returns the beginning of s, at most n bytes, up to a rune boundary where there is one.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for end := n; end > n-utf8.UTFMax; end-- {
		if utf8.RuneStart(s[end]) {
			return s[:end]
		}
	}
	return s[:n]
}

func withoutArticle(name string) string {
	if len(name) > 4 && strings.EqualFold(name[:4], "the ") {
		return name[4:]
	}
	return name
}

// several returns the members of the issuer whose words begin with phrase p, if it has several: the states and bodies behind
// a plural ("Foreign Ministers of ..."), else whom the words coordinate.
func (b *builder) several(p int) []int {
	ph := b.Phrases[p]
	if ids := b.bodiesAlone(ph.First); len(ids) > 1 {
		return ids
	}
	id := b.of[p]
	if b.isPluralOffice(ph) || id != None && b.Entities[id].Kind == State && b.Norm(ph.Last) == "of" {
		return b.bodiesBehind(ph.Last)
	}
	var ids []int
	for _, q := range b.abreast(p) {
		if !b.hasCapital(b.Phrases[q].First, b.Phrases[q].Last) {
			continue // "Norway and Chad, facilitators"
		}
		if !b.isEvident(q) {
			return nil
		}
		ids = appendNew(ids, b.of[q])
	}
	return ids
}

// abreast returns phrase p and those of its kind that are coordinated with it or with what belongs to it: "President of Chad
// and Prime Minister of Norway".
func (b *builder) abreast(p int) []int {
	if all := b.Coordinates(p); len(all) > 1 || b.of[p] == None {
		return all
	}
	out, last := []int{p}, p
	for n := 0; n < longestChain; n++ {
		prep := b.Norm(b.Phrases[last].Last)
		q := b.PhraseStarting(b.Phrases[last].Last + 1)
		if q == syntax.None || prep != "of" && prep != "for" {
			break
		}
		last = q
	}
	for _, q := range b.Coordinates(last)[1:] {
		if id := b.of[q]; last != p && id != None && b.Entities[id].Kind == b.Entities[b.of[p]].Kind && b.Entities[id].Kind != State {
			out = append(out, q)
		}
	}
	return out
}

// isEvident reports whether more than capitals says that a phrase denotes an actor.
func (b *builder) isEvident(p int) bool {
	id := b.of[p]
	if !b.IsActor(id) {
		return false
	}
	switch e := b.Entities[id]; e.Kind {
	case State:
		return true
	case Person: // an office alone may be the other office of the same person
		return e.named || e.Country != ""
	}
	ph := b.Phrases[p]
	return len(b.Entities[id].nouns) > 0 || b.isKnown(ph) || b.isPluralOffice(ph) || b.hasOrganizationNoun(ph.First, ph.Last)
}

// isKnown reports whether a phrase ends in a name of the tables.
func (b *builder) isKnown(ph syntax.Phrase) bool {
	at := b.matchAt[ph.Last-1]
	return at != None && !b.matches[at].sense.demonym
}

// isPluralOffice reports whether a phrase is headed by the plural of an office or a body of state: "Foreign Ministers",
// "Governments". The tagger takes many such heads for a name in the singular.
func (b *builder) isPluralOffice(ph syntax.Phrase) bool {
	noun := lemma.Noun(b.Norm(ph.Head))
	if noun == b.Norm(ph.Head) || b.isKnown(ph) {
		return false
	}
	for _, n := range lexicon.Nouns()[noun] {
		if k := Kind(n.Kind); k == State || k == Person {
			return true
		}
	}
	return b.isTitlePlural(ph)
}

// bodiesBehind returns the states and organisations of the tables that are named from token i on.
func (b *builder) bodiesBehind(i int) []int {
	var out []int
	for _, m := range b.matches {
		switch s := m.sense; {
		case m.first < i || s.demonym || s.capital:
		case s.kind == State:
			out = appendNew(out, b.state(s.country))
		case s.kind == Organization:
			out = appendNew(out, b.bySense(s))
		}
	}
	return out
}

// bodiesAlone returns the bodies named from token i to the end of the sentence if there is nothing else but marks and "and":
// "Chad; Mali; Niger".
func (b *builder) bodiesAlone(i int) []int {
	first := i
	for last := b.Sentence(i).Last; i < last; i++ {
		if at := b.matchAt[i]; at != None && !b.matches[at].sense.demonym {
			continue
		}
		if n := b.Norm(i); n != "and" && n != "&" && n != "the" && !text.IsMark(b.Tag(i)) {
			return nil
		}
	}
	return b.bodiesBehind(first)
}

// issuerAt returns the issuer that phrase p, the first of its words, denotes. One that no table names goes by all of them.
func (b *builder) issuerAt(p int, name string) Entity {
	ph, id := b.Phrases[p], b.of[p]
	unknown := Entity{Kind: Organization, Name: name}
	switch {
	case !b.IsActor(id):
		return unknown
	case b.isOffice(id):
		return b.holder(p, name)
	}
	e := b.Entities[id]
	switch {
	case e.Kind == State || e.Kind != Person && b.isKnown(ph):
		return e
	case e.Kind == Person && b.hasOrganizationNoun(ph.Head, ph.Last) && !b.hasFirstName(e):
		unknown.Country = e.Country // "Presidential Executive Office"
		return unknown
	case e.Kind == Person:
		return e
	case !b.isEvident(p) && b.isName(name):
		return person(name)
	}
	if e.Name = name; b.isPluralOffice(ph) {
		e.Kind, e.plural = Group, true
	}
	if e.Country == "" {
		e.Country = b.stateBehind(ph)
	}
	return e
}

// isName reports whether an issuer of two to four words, none of which a table knows, is the name of a person.
func (b *builder) isName(name string) bool {
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	for i := b.TokenAt(len(issuerLead)); i < len(b.Tokens)-1; i++ {
		if b.matchAt[i] != None || len(lexicon.Nouns()[b.Norm(i)]) > 0 || len(lexicon.Nouns()[lemma.Noun(b.Norm(i))]) > 0 || !b.Tokens[i].Upper {
			return false
		}
	}
	return true
}

// person returns a person of a name.
func person(name string) Entity {
	words := strings.Fields(name)
	return Entity{Kind: Person, Name: name, surname: strings.ToLower(words[len(words)-1]), gender: lexicon.FirstNames()[words[0]], named: true}
}

// stateOfIssuer makes the state that the given issuer belongs to an entity, though the text may not name it: it is what "we"
// binds.
func (b *builder) stateOfIssuer() {
	if b.IssuedBy == None || b.Entities[b.IssuedBy].Country == "" || b.Entities[b.IssuedBy].Kind == State {
		return
	}
	b.IssuerState = b.state(b.Entities[b.IssuedBy].Country)
}

// stateBehind returns the code of the state named behind a phrase, "" unless it is the only body named there: "Ministry of
// Foreign Affairs, Chad".
func (b *builder) stateBehind(ph syntax.Phrase) string {
	if bodies := b.bodiesBehind(ph.Last); len(bodies) == 1 && b.Entities[bodies[0]].Kind == State {
		return b.Entities[bodies[0]].Country
	}
	return ""
}

func (b *builder) hasFirstName(e Entity) bool {
	first, _, _ := strings.Cut(e.Name, " ")
	_, ok := lexicon.FirstNames()[first]
	return ok
}

// isOffice reports whether an entity is a person without a name.
func (b *builder) isOffice(id int) bool {
	return id != None && b.Entities[id].Kind == Person && !b.Entities[id].named
}

// holder returns the person who holds the office of phrase p: the one named right behind it or its state ("President of Chad
// Anton Belik"), else somebody who is called by the office.
func (b *builder) holder(p int, name string) Entity {
	e, ph := b.Entities[b.of[p]], b.Phrases[p]
	first := b.core(ph)
	_, end := b.titleAt(first, len(b.Tokens)) // "Minister for Foreign Affairs" is several phrases
	if end > ph.Last {
		e.Role = b.Slice(b.Cover(first, end))
	}
	if e.Country == "" {
		e.Country = b.stateBehind(ph)
	}
	if id := b.nameBehind(ph, end); id != None {
		x := &b.Entities[id]
		if b.giveRole(x, e.Role); x.Country == "" {
			x.Country = e.Country
		}
		return *x
	}
	e.Name = name
	return e
}

// nameBehind returns the person whose name stands in one phrase with the end of a title, or with the state or body of an
// office, or None.
func (b *builder) nameBehind(ph syntax.Phrase, title int) int {
	for n := 0; n < longestChain && (b.Norm(ph.Last) == "of" || b.Norm(ph.Last) == "for"); n++ {
		q := b.PhraseStarting(ph.Last + 1)
		if q == syntax.None {
			return None
		}
		ph = b.Phrases[q]
		name := title
		if at := b.matchAt[b.core(ph)]; at != None {
			name = b.matches[at].last
		}
		if name <= ph.First || name >= ph.Last || !b.allNameWords(name, ph.Last) || b.hasOrganizationNoun(name, ph.Last) {
			continue
		}
		if t, _ := b.titleAt(name, ph.Last); t == nil {
			return b.enroll(parts{title: name, name: name, last: ph.Last}, ph)
		}
	}
	return None
}

// adopt returns the entity of this text that one of the issuer's words is, a new one if the text does not name it. What the
// text leaves open of it is filled in.
func (b *builder) adopt(e Entity) int {
	if e.Kind == State {
		return b.state(e.Country)
	}
	id := b.sameAs(e)
	if id == None && e.Kind == Person && e.named {
		id = b.add(Entity{Kind: Person, Name: e.Name, surname: e.surname, gender: e.gender, named: true})
		b.byLast[e.surname] = append(b.byLast[e.surname], id)
	} else if id == None {
		id = b.keyed(e.Kind, e.Name, e.Country)
		b.Entities[id].named, b.Entities[id].Media, b.Entities[id].plural = e.named, e.Media, e.plural
	}
	x := &b.Entities[id]
	if x.Kind == Person && e.surname != "" && len(e.Name) > len(x.Name) {
		x.Name = e.Name
	}
	if e.Role != "" && x.Kind == Person {
		b.giveRole(x, e.Role)
	}
	if x.Country == "" {
		x.Country = e.Country
	}
	if x.Code == "" {
		x.Code = e.Code
	}
	return id
}

// sameAs returns the entity of this text that an issuer is: a person with the surname, or with the office and state, or
// whatever has the name and can act. It returns None if there is none.
func (b *builder) sameAs(e Entity) int {
	if e.surname != "" {
		if id := b.findPerson(strings.Fields(e.Name), e.surname, e.gender); id != None {
			return id
		}
	}
	if id, ok := b.index[indexKey(e.Kind, e.Name)]; ok {
		return id
	}
	for id, x := range b.Entities {
		if len(x.Mentions) == 0 || x.Kind == Place || x.Kind == Agreement {
			continue
		}
		if strings.EqualFold(x.Name, e.Name) || e.Kind == Person && !e.named && x.Kind == Person && e.Country != "" && x.Country == e.Country && strings.EqualFold(x.Role, e.Role) {
			return id
		}
	}
	return None
}

// useIssuer puts the given issuer and its members among the entities that are used. Those that have no mention come after the
// entities of the text, no phrase of which denotes them.
func (b *builder) useIssuer(used map[int]bool) {
	if b.IssuedBy == None {
		return
	}
	ids := append([]int{b.IssuedBy}, b.Entities[b.IssuedBy].Members...)
	if b.IssuerState != None {
		ids = append(ids, b.IssuerState)
	}
	for _, id := range ids {
		if e := &b.Entities[id]; len(e.Mentions) == 0 && !used[id] {
			used[id] = true
			e.Given, e.first = true, len(b.Tokens)
		}
	}
	for p, id := range b.of {
		if id != None && b.Entities[id].Given {
			b.of[p] = None
		}
	}
	for _, m := range []map[int]int{b.owners, b.adjectives} {
		for i, id := range m {
			if b.Entities[id].Given {
				delete(m, i)
			}
		}
	}
}

// findIssuer decides who "we" is outside quotation marks: the phrase in apposition to it ("We, the Heads of Government"),
// whom the title names ("Statement by ..."), else the state or body that the main clauses in the present tense have most for
// a subject: a statement tells its issuer's stance in the present, the conduct of others in the past.
func (b *builder) findIssuer() {
	if b.Issuer == None {
		b.Issuer = b.titleIssuer()
	}
	if b.Issuer == None {
		b.Issuer = b.presentSubject()
	}
}

// titleIssuer returns whom a title names as the issuer: "Joint Statement of the Foreign Ministers", "Remarks by ...".
func (b *builder) titleIssuer() int {
	for _, p := range b.Paragraphs {
		if p.Kind != text.Title {
			continue
		}
		spoken := false
		for i := b.Sentences[p.First].First; i < b.Sentences[p.Last-1].Last; i++ {
			spoken = spoken || lexicon.StatementNoun.Has(b.Norm(i))
			if q := b.Behind(i, "by", "of", "from"); spoken && q != syntax.None && b.of[q] != None && b.IsActor(b.of[q]) {
				return b.of[q]
			}
		}
	}
	return None
}

// presentSubject returns the state or body that is most often the subject of a main clause in the present tense.
func (b *builder) presentSubject() int {
	count := map[int]int{}
	best := None
	for _, r := range b.recent {
		e := b.Entities[r.entity]
		if !r.main || !r.subject || !(e.Kind == State || e.Kind == Organization || e.Kind == Group || e.Kind == Event) || !b.isPresent(r.token) {
			continue
		}
		count[r.entity]++
		if best == None || count[r.entity] > count[best] {
			best = r.entity
		}
	}
	return best
}

// isPresent reports whether the phrase at token i is the subject of a verb in the present or future, outside a condition.
func (b *builder) isPresent(i int) bool {
	if b.PhraseAt[i] == syntax.None {
		return false
	}
	g, ok := b.subject[b.PhraseAt[i]]
	if !ok || b.Groups[g].Perfect || b.Norm(i-1) == "if" || b.Norm(i-1) == "unless" {
		return false
	}
	switch b.Tag(b.Groups[g].First) {
	case tagger.VBZ, tagger.VBP, tagger.MD:
		return true
	}
	return false
}
