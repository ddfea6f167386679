package entity

import (
	"sort"
	"strings"
	"time"

	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/marks"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

// match is a known name at the tokens [first, last).
type match struct {
	sense       *sense
	first, last int
}

// builder makes the entities of one text, from left to right.
type builder struct {
	*Doc
	names   *Names
	matches []match
	matchAt []int // for each token the match that covers it, or None
	index   map[string]int
	byLast  map[string][]int // surname, as surnameOf has it, to persons
	byFirst map[string][]int // first name, as fold has it, to persons with more names than that
	recent  []ref
	barred  int // the entity that the pronoun at hand cannot be, or None
	chain   int // how many measures of something lead to the phrase at hand
	reports func(lemma string) bool
	day     time.Time

	metByTitle bool        // only the title has told so far who met
	subject    map[int]int // phrase to the finite group it is the subject of
	// reporter is the first reporting verb of each sentence that was asked for.
	reporter map[int]int
	labels   map[string]turnLabel // of turns, as they were read
	answers  []int                // paragraphs that open a turn of whoever answers
	offices  []int                // persons whom labels of turns call by their office
	spelled  map[string]string    // words in lower case to how the text writes them, outside capitals; nil before it was asked for
}

// ref is one mention in the order of the text, as the rules of coreference see it.
type ref struct {
	entity, token int
	subject       bool // of a finite verb
	main          bool // told by the narrator: neither between marks nor after a reporting verb in its sentence
}

// Given is what a collector knows of a statement beside its text.
type Given struct {
	Day    time.Time // the day it was issued, on which actors have their roles; the zero time if it is unknown
	Issuer string    // who issued it, in free words; "" if it is unknown
}

// Find finds the entities of a text, and the one of its issuer if that is given.
func Find(s *syntax.Doc, pairs []marks.Pair, names *Names, reports func(lemma string) bool, given Given) *Doc {
	b := newBuilder(s, pairs, names, reports, given.Day)
	issuer := b.readIssuer(given.Issuer)
	if issuer.isPerson() { // before the text, so that what it calls by a surname or by "she" is known
		b.IssuedBy = b.adoptIssuer(issuer)
	}
	b.read()
	b.findIssuer()
	if !issuer.isPerson() {
		b.IssuedBy = b.adoptIssuer(issuer)
	}
	b.stateOfIssuer()
	b.settleTurns()
	b.finish()
	return b.Doc
}

func newBuilder(s *syntax.Doc, pairs []marks.Pair, names *Names, reports func(lemma string) bool, day time.Time) *builder {
	d := &Doc{Doc: s, Marks: pairs, Issuer: None, IssuedBy: None, IssuerState: None, of: make([]int, len(s.Phrases)), first: make([]bool, len(s.Phrases)),
		inMarks: make([]bool, len(s.Tokens)), Turns: make([]int, len(s.Paragraphs)), asked: make([]bool, len(s.Paragraphs)),
		opening: map[int]int{}, owners: map[int]int{}, adjectives: map[int]int{}}
	for i := range d.of {
		d.of[i] = None
	}
	for _, q := range pairs {
		for i := q.First; i < q.Last && !q.Single; i++ {
			d.inMarks[i] = true
		}
		d.opening[q.Last] = q.First - 1
	}
	b := &builder{Doc: d, names: names, index: map[string]int{}, byLast: map[string][]int{}, byFirst: map[string][]int{}, barred: None, reports: reports, day: day, subject: map[int]int{}, reporter: map[int]int{}, labels: map[string]turnLabel{}}
	for i, g := range s.Groups {
		if g.Form == syntax.Finite && g.Subject != syntax.None {
			if _, ok := b.subject[g.Subject]; !ok {
				b.subject[g.Subject] = i
			}
		}
	}
	return b
}

// read resolves the names, descriptions and pronouns of the text.
func (b *builder) read() {
	b.findMatches()
	b.fullNames()
	b.takeTurns()
	b.walk()
}

// findMatches looks up the known names of the text, longest first, from left to right.
func (b *builder) findMatches() {
	b.matchAt = make([]int, len(b.Tokens))
	for i := range b.matchAt {
		b.matchAt[i] = None
	}
	for _, sent := range b.Sentences {
		for i := sent.First; i < sent.Last; i++ {
			if !b.Tokens[i].Upper {
				continue
			}
			s, end := b.names.longest(b.Doc.Doc, i, sent.Last)
			if s == nil {
				continue
			}
			for k := i; k < end; k++ {
				b.matchAt[k] = len(b.matches)
			}
			if division := b.names.divisions[b.Word(i)]; division != nil && end == i+1 && s.kind == State && b.isDivision(i) {
				s = division // "Georgia Senator NAME"
			}
			b.matches = append(b.matches, match{s.on(b.day), i, end})
			i = end - 1
		}
	}
}

// isDivision reports whether the words around a name that a state and a division of another share say that it is the division.
func (b *builder) isDivision(i int) bool {
	if lexicon.StateOffice.Has(b.Norm(i+1)) || b.Norm(i+1) == "," && strings.HasPrefix(b.Norm(i+2), "u.s") {
		return true
	}
	if w := b.Norm(i - 1); w == "of" || w == "from" {
		return lexicon.StateOffice.Has(b.Norm(i - 2))
	}
	return false
}

// walk resolves every phrase in the order of the text.
func (b *builder) walk() {
	next := 0
	for _, p := range b.Paragraphs {
		for s := p.First; s < p.Last; s++ {
			sent := b.Sentences[s]
			for ; next < len(b.Phrases) && b.Phrases[next].First < sent.Last; next++ {
				if b.Phrases[next].First < p.Lead || p.Kind == text.Navigation || p.Kind == text.Byline {
					continue
				}
				b.resolve(next)
			}
			if s < openingSentences {
				b.learnMet(sent)
			}
		}
	}
}

func (b *builder) resolve(p int) {
	ph := b.Phrases[p]
	if b.of[p] != None {
		b.refer(p, b.of[p])
		b.apposition(p, b.of[p])
		return
	}
	b.findOwners(ph)
	id := b.denotes(p, ph)
	b.adjective(ph, id)
	if id == None {
		return
	}
	b.of[p] = id
	b.refer(p, id)
	b.apposition(p, id)
}

// findOwners resolves the possessors in a phrase.
func (b *builder) findOwners(ph syntax.Phrase) {
	for i := ph.First; i < ph.Last; i++ {
		switch b.Tag(i) {
		case tagger.PRPS:
			if id := b.possessor(i); id != None {
				b.owners[i] = id
			}
		case tagger.POS:
			owner := syntax.Phrase{First: ph.First, Last: i, Head: i - 1, Next: syntax.None}
			if i <= ph.First || b.hasOwner(ph.First) {
				continue
			}
			if id := b.denotesNamed(owner); id != None {
				b.owners[ph.First] = id
				b.mention(id, owner, false)
			}
		}
	}
}

// denotesNamed returns the entity of a possessor.
func (b *builder) denotesNamed(ph syntax.Phrase) int {
	if at := b.matchAt[ph.Last-1]; at != None {
		m := b.matches[at].sense
		if m.kind == State {
			return b.state(m.country)
		}
		id := b.bySense(m)
		b.called(id, b.matches[at])
		return id
	}
	if b.Tokens[ph.Last-1].Upper {
		if id := b.findPerson([]string{b.Word(ph.Last - 1)}, surnameKey(b.Word(ph.Last-1)), ""); id != None {
			return id
		}
	}
	if parts, ok := b.split(ph); ok { // "President NAME's war"
		return b.enroll(parts, ph)
	}
	return b.description(ph)
}

// adjective records the state that a phrase names in its adjective, as a mention where the phrase denotes no actor itself.
func (b *builder) adjective(ph syntax.Phrase, of int) {
	if lexicon.Geography.Has(b.Norm(ph.Head)) && b.Tokens[ph.Head].Upper {
		return // "the South China Sea"
	}
	for i := ph.First; i < ph.Head; i++ {
		at := b.matchAt[i]
		if at == None || b.matches[at].sense.capital {
			continue
		}
		if m := b.matches[at]; m.sense.kind != State && m.last <= ph.Head { // "a United Nations appeal"
			b.adjectives[i] = b.bySense(m.sense)
			b.mentionOnce(b.adjectives[i], m)
		} else if m.sense.kind == State {
			id := b.state(m.sense.country)
			b.adjectives[i] = id
			if b.IsActor(of) {
				continue
			}
			e := &b.Entities[id]
			if len(e.Mentions) == 0 {
				e.first = i
			}
			e.Mentions = append(e.Mentions, b.Tokens[i].Span)
		}
	}
}

// mentionOnce records the mention of a name within a phrase.
func (b *builder) mentionOnce(id int, m match) {
	b.called(id, m)
	e := &b.Entities[id]
	if len(e.Mentions) == 0 {
		e.first = m.first
	}
	e.Mentions = append(e.Mentions, b.Cover(m.first, m.last))
}

// mention records a mention; subject tells whether it is the subject of a finite verb.
func (b *builder) mention(id int, ph syntax.Phrase, subject bool) {
	e := &b.Entities[id]
	if len(e.Mentions) == 0 {
		e.first = ph.First
	}
	e.Mentions = append(e.Mentions, b.Cover(ph.First, ph.Last))
	e.last = ph.First
	b.recent = append(b.recent, ref{entity: id, token: ph.First, subject: subject, main: !b.InMarks(ph.Head) && !b.isReported(ph.First)})
}

// refer records the mention of phrase p.
func (b *builder) refer(p, id int) {
	_, isSubject := b.subject[p]
	b.mention(id, b.Phrases[p], isSubject)
}

// isReported reports whether a reporting verb stands before token i in its sentence.
func (b *builder) isReported(i int) bool {
	sent := b.Tokens[i].Sent
	first, known := b.reporter[sent]
	if !known {
		first = b.firstReporter(b.Sentences[sent])
		b.reporter[sent] = first
	}
	return first < i
}

// firstReporter returns the token of the first reporting verb of a sentence, or its end if it has none.
func (b *builder) firstReporter(s text.Sentence) int {
	for k := s.First; k < s.Last; k++ {
		if g := b.GroupAt[k]; g != syntax.None && b.Groups[g].Head == k && b.Groups[g].Form == syntax.Finite && b.reports(b.Lemma(k)) && !b.InMarks(k) {
			return k
		}
	}
	return s.Last
}

// denotes returns the entity that phrase p denotes, a new one if need be, or None.
func (b *builder) denotes(p int, ph syntax.Phrase) int {
	if ph.Last-ph.First == 1 && b.Tag(ph.First) == tagger.PRP {
		return b.pronoun(p, ph)
	}
	if id := b.person(p, ph); id != None {
		return id
	}
	if id := b.known(ph); id != None {
		return id
	}
	if id := b.description(ph); id != None {
		return id
	}
	return b.properName(p, ph)
}

// core returns the first token of a phrase behind determiner and possessor.
func (b *builder) core(ph syntax.Phrase) int {
	return b.Core(ph, func(i int) bool { return b.matchAt[i] != None })
}

// add makes a new entity and returns its id.
func (b *builder) add(e Entity) int {
	e.nouns = map[string]bool{}
	b.Entities = append(b.Entities, e)
	return len(b.Entities) - 1
}

// keyed returns the entity with this kind and name, a new one if there is none yet.
func (b *builder) keyed(kind Kind, name, country string) int {
	key := indexKey(kind, name)
	if id, ok := b.index[key]; ok {
		return id
	}
	id := b.add(Entity{Kind: kind, Name: name, Country: country, named: true})
	b.index[key] = id
	return id
}

func indexKey(kind Kind, name string) string { return string(kind) + "\x00" + strings.ToLower(name) }

// state returns the entity of a state, given its code.
func (b *builder) state(code string) int {
	name := b.names.official[code]
	if name == "" {
		name = code
	}
	return b.keyed(State, name, code)
}

// countryIn returns the code of the state that tokens [first, last) name or derive an adjective from, "" if none.
func (b *builder) countryIn(first, last int) string {
	for i := last - 1; i >= first; i-- {
		if m := b.matchAt[i]; m != None && b.matches[m].sense.country != "" {
			return b.matches[m].sense.country
		}
	}
	return ""
}

// countryOf returns the state a phrase is tied to: by an adjective, a possessor, or "of X" and "in X" behind it.
func (b *builder) countryOf(ph syntax.Phrase) string { return b.countryAlong(ph, longestChain) }

func (b *builder) countryAlong(ph syntax.Phrase, chain int) string {
	if c := b.countryIn(ph.First, ph.Last); c != "" {
		return c
	}
	if b.Tag(ph.First) == tagger.PRPS {
		if owner := b.possessor(ph.First); owner != None {
			return b.Entities[owner].Country
		}
	}
	switch b.Norm(ph.Last) {
	case "of", "in", "for", "to", "from":
		i := ph.Last + 1
		for b.Tag(i) == tagger.DT || b.Tag(i) == tagger.JJ {
			i++
		}
		if i < len(b.Tokens) && b.matchAt[i] != None {
			return b.matches[b.matchAt[i]].sense.country
		}
		if q := b.Behind(ph.Last, "of"); q != syntax.None {
			if c := b.countryIn(b.Phrases[q].First, b.Phrases[q].Last); c != "" || b.Norm(b.Phrases[q].Last) != "of" || chain == 0 {
				return c
			}
			return b.countryAlong(syntax.Phrase{First: b.Phrases[q].Last, Last: b.Phrases[q].Last}, chain-1) // "Ministry of Defence of Chad"
		}
	}
	return ""
}

// finish orders the entities by their first mention, drops those without one and rewrites the ids.
func (b *builder) finish() {
	b.countries()
	b.codes()
	for i := range b.Entities {
		if e := &b.Entities[i]; len(e.form) > len(e.Name) { // "U.S. Department of State" for the State Department
			e.Name = e.form
		}
	}
	order := make([]int, 0, len(b.Entities))
	used := b.usedAsMember()
	b.useIssuer(used)
	for id, e := range b.Entities {
		if len(e.Mentions) > 0 || used[id] {
			order = append(order, id)
		}
	}
	sort.SliceStable(order, func(i, j int) bool { return b.Entities[order[i]].first < b.Entities[order[j]].first })
	to := make([]int, len(b.Entities))
	for i := range to {
		to[i] = None
	}
	sorted := make([]Entity, len(order))
	for i, id := range order {
		to[id] = i
		sorted[i] = b.Entities[id]
		sorted[i].Mentions = inOrder(sorted[i].Mentions)
	}
	for i := range sorted {
		for j, m := range sorted[i].Members {
			sorted[i].Members[j] = to[m]
		}
	}
	b.Entities = sorted
	for p, id := range b.of {
		if id != None {
			b.of[p] = to[id]
		}
	}
	for i, id := range b.Turns {
		if id != None {
			b.Turns[i] = to[id]
		}
	}
	for _, m := range []map[int]int{b.owners, b.adjectives} {
		for i, id := range m {
			if m[i] = to[id]; m[i] == None {
				delete(m, i)
			}
		}
	}
	for i, id := range b.Met {
		b.Met[i] = to[id]
	}
	for _, id := range []*int{&b.Issuer, &b.IssuedBy, &b.IssuerState} {
		if *id != None {
			*id = to[*id]
		}
	}
}

// inOrder sorts mentions by their place in the text and drops repeats.
func inOrder(m []text.Span) []text.Span {
	sort.Slice(m, func(i, j int) bool { return m[i].Start < m[j].Start || m[i].Start == m[j].Start && m[i].End < m[j].End })
	kept := m[:0]
	for i, s := range m {
		if i == 0 || s != m[i-1] {
			kept = append(kept, s)
		}
	}
	return kept
}

// usedAsMember returns the entities without a mention of their own that stand for something all the same.
func (b *builder) usedAsMember() map[int]bool {
	used := map[int]bool{}
	for id, e := range b.Entities {
		if id == b.IssuedBy && len(e.Mentions) == 0 {
			continue // its members come after the entities of the text
		}
		for _, m := range e.Members {
			used[m] = true
		}
	}
	for _, id := range b.Met {
		used[id] = true
	}
	for _, id := range b.Turns {
		if id != None && id != b.IssuedBy {
			used[id] = true
		}
	}
	if b.Issuer != None {
		used[b.Issuer] = true
	}
	return used
}

// countries gives ministers and presidents whom the text gives no state that of the dateline, and groups that of their
// members.
func (b *builder) countries() {
	dateline := b.datelineCountry()
	for i := range b.Entities {
		e := &b.Entities[i]
		if e.Kind == Person && e.Country == "" && (e.nouns["minister"] || e.nouns["president"] || e.nouns["king"]) {
			e.Country = dateline
		}
		if e.Kind == Group && e.Country == "" && len(e.Members) > 0 {
			c := b.Entities[e.Members[0]].Country
			for _, m := range e.Members {
				if b.Entities[m].Country != c {
					c = ""
				}
			}
			e.Country = c
		}
	}
}

// datelineCountry returns the state of the city in the dateline, "" if there is none.
func (b *builder) datelineCountry() string {
	for _, p := range b.Paragraphs {
		if p.Dateline.Len() > 0 {
			first, last := b.TokenRange(p.Dateline)
			for i := first; i < last; i++ {
				if b.matchAt[i] != None {
					return b.matches[b.matchAt[i]].sense.country
				}
				if s := b.capitalIn(b.Word(i)); s != "" { // in capitals: "MANILA"
					return s
				}
			}
		}
	}
	return ""
}

// capitalIn returns the state of a capital written in capitals, "" if it is none.
func (b *builder) capitalIn(w string) string {
	if s := b.names.forms.get(titleCase(w)); s != nil {
		return s.on(b.day).country
	}
	return ""
}

func (b *builder) hasOwner(i int) bool {
	_, ok := b.owners[i]
	return ok
}
