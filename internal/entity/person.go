package entity

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

var titles = sync.OnceValue(func() *trie[lexicon.Title] {
	t := &trie[lexicon.Title]{}
	for _, x := range lexicon.Titles() {
		x := x
		t.put(strings.Fields(x.Words), &x, true)
	}
	return t
})

// titleAt returns the longest title that begins at token i, and its end.
func (b *builder) titleAt(i, limit int) (*lexicon.Title, int) {
	t := titles()
	return t.longest(i, limit, func(j int) string {
		if w := b.Norm(j); j > i || t.begins(w) {
			return w
		}
		return strings.TrimSuffix(b.Norm(j), ".") // an abbreviation
	})
}

// parts is a phrase that names a person: title words [Title, Name), name words [Name, Last).
type parts struct {
	title, name, last int
	gender            string
	role              string
}

// split finds the name in a phrase, and the title before it. Without a title, ok says whether there is other evidence of
// a person: a first name, or an apposition.
func (b *builder) split(ph syntax.Phrase) (parts, bool) {
	first := b.core(ph)
	p := parts{title: first, name: first, last: ph.Last}
	if ph.Name > 0 { // "Minister of Foreign Affairs NAME"
		return b.withoutHonours(b.titledParts(p, ph)), true
	}
	titled := false
	for i := first; i < ph.Last; {
		t, end := b.titleAt(i, ph.Last)
		if t == nil {
			i++
			continue
		}
		if end < ph.Last || titled && b.matchAt[i] == None && end < ph.Last {
			if !titled {
				p.title = i
			}
			titled, p.name = true, end
			if t.Gender != "" {
				p.gender = t.Gender
			}
		}
		i = end
	}
	if role := b.sharedTitle(ph); role != "" && !titled && b.allNameWords(first, ph.Last) && !b.isKnownOther(first, ph.Last) {
		p.name, p.role = first, role
		return p, true
	}
	if p.name >= ph.Last || !b.allNameWords(p.name, ph.Last) && b.lastRoleNoun(first, ph.Last) < 0 && !text.IsAdjective(b.Tag(p.name)) {
		return p, false
	}
	if titled {
		p.role = b.roleText(p.title, p.name)
		return b.withoutHonours(p), b.allNameWords(p.name, ph.Last) && !b.isKnownOther(p.name, ph.Last)
	}
	for p.name < ph.Last-1 && !b.Tokens[p.name].Upper && text.IsAdjective(b.Tag(p.name)) {
		p.name++ // "the late John Hume"
	}
	for p.name < ph.Last-1 && b.matchAt[p.name] != None && b.matches[b.matchAt[p.name]].sense.demonym {
		p.name++ // "Russian Vladimir Putin"
	}
	if i := b.lastRoleNoun(first, ph.Last); i >= 0 { // "his Russian counterpart Vladimir Putin"
		p.name, p.role = i+1, b.Slice(b.Cover(i, i+1))
		return p, b.allNameWords(p.name, ph.Last) && !b.isKnownOther(p.name, ph.Last)
	}
	gender, isFirst := lexicon.FirstNames()[b.Word(p.name)]
	if isFirst && ph.Last-p.name >= 2 && ph.Last-p.name <= 5 && !b.isKnownOther(p.name, ph.Last) && !b.hasOrganizationNoun(p.name, ph.Last) {
		p.gender = gender
		return p, b.allNameWords(p.name, ph.Last)
	}
	return p, false
}

// beforeState returns the end of a role without the state that is told last: "President" for "President of Ukraine".
func (b *builder) beforeState(end int) int {
	m := b.matchAt[end-1]
	if m == None || b.matches[m].sense.kind != State || b.matches[m].last != end {
		return end
	}
	i := b.matches[m].first - 1
	if b.Norm(i) == "the" {
		i--
	}
	if b.Norm(i) == "of" {
		return i
	}
	return end
}

// sharedTitle returns the title that a name shares with others, in the singular: "President" for each of "Presidents NAME and
// NAME". It is "" if there is none.
func (b *builder) sharedTitle(ph syntax.Phrase) string {
	for n := 0; ph.Joined && n < longestChain; n++ {
		p := b.PhraseAt[ph.First] - 1
		if p < 0 {
			return ""
		}
		ph = b.Phrases[p]
	}
	q := b.PhraseEnding(ph.First - 1)
	if q == syntax.None || !b.isPluralTitle(b.Phrases[q]) {
		return ""
	}
	words := strings.Fields(b.Slice(b.Cover(b.core(b.Phrases[q]), b.Phrases[q].Head)))
	head := b.Lemma(b.Phrases[q].Head)
	if b.Tokens[b.Phrases[q].Head].Upper {
		head = titleCase(head)
	}
	return strings.Join(append(words, head), " ")
}

// isPluralTitle reports whether a phrase ends in the plural of a title.
func (b *builder) isPluralTitle(ph syntax.Phrase) bool {
	t := b.Tag(ph.Head)
	return (t == tagger.NNS || t == tagger.NNPS) && ph.Head == ph.Last-1 && b.isTitlePlural(ph)
}

// withoutHonours takes the letters of orders and offices off the end of a name: "Peter Hale AO".
func (b *builder) withoutHonours(p parts) parts {
	for p.last-p.name >= 2 && lexicon.Honours.Has(b.Norm(p.last-1)) && strings.ToUpper(b.Word(p.last-1)) == b.Word(p.last-1) {
		p.last--
	}
	return p
}

// titledParts returns the parts of a phrase whose title runs over prepositions up to the name.
func (b *builder) titledParts(p parts, ph syntax.Phrase) parts {
	p.name = ph.Name
	for i := p.title; i < ph.Name; i++ {
		if t, _ := b.titleAt(i, ph.Name); t != nil {
			p.title = i
			p.gender = t.Gender
			break
		}
	}
	p.role = b.roleText(p.title, b.beforeState(p.name))
	if g, ok := lexicon.FirstNames()[b.Word(p.name)]; ok && p.gender == "" && ph.Last-p.name > 1 {
		p.gender = g
	}
	return p
}

// lastRoleNoun returns the last common noun for a person that stands before a capitalised word, or -1.
func (b *builder) lastRoleNoun(first, last int) int {
	for i := last - 2; i >= first; i-- {
		if b.Tokens[i].Upper {
			continue
		}
		for _, n := range lexicon.Nouns()[b.Lemma(i)] {
			if n.Kind == string(Person) && !n.PluralOnly && b.Tag(i) == tagger.NN {
				return i
			}
		}
		return -1
	}
	return -1
}

// roleText returns the title as it stands, without honorifics.
func (b *builder) roleText(first, last int) string {
	for first < last {
		t, end := b.titleAt(first, last)
		if t == nil || t.Class != "honorific" {
			break
		}
		first = end
	}
	if first >= last {
		return ""
	}
	return b.Slice(b.Cover(first, last))
}

// allNameWords reports whether the tokens look like a person's name: capitalised words, initials and particles.
func (b *builder) allNameWords(first, last int) bool {
	upper := false
	for i := first; i < last; i++ {
		w := b.Word(i)
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r) && b.Tag(i) != tagger.CD:
			upper = true
		case strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "el-"):
			upper = true
		case i > first && i < last-1 && text.IsName(b.Tag(i)) && len(w) <= 5:
		case i > first && i == last-2 && w == ",": // "Joseph R. Biden, Jr."
		default:
			return false
		}
	}
	return upper
}

// isKnownOther reports whether the tokens are a known name: of a state, an organisation, or an actor of the user's.
func (b *builder) isKnownOther(first, last int) bool {
	m := b.matchAt[first]
	return m != None && b.matches[m].last >= last
}

// fullNames is a first pass that collects the persons whom the text names in full, so that a surname before the full
// name is chained too.
func (b *builder) fullNames() {
	for i, ph := range b.Phrases {
		if b.InMarks(ph.First) && ph.Last-ph.First < 2 || b.inLabel(ph.First) {
			continue
		}
		parts, ok := b.split(ph)
		if !ok && parts.name < ph.Last && ph.Last-parts.name >= 2 && ph.Last-parts.name <= 4 && b.allNameWords(parts.name, ph.Last) &&
			!b.hasOrganizationNoun(parts.name, ph.Last) && b.matchAt[parts.name] == None {
			ok = b.actsAsPerson(i, ph)
		}
		if ok && ph.Last-parts.name >= 2 {
			b.of[i] = b.enroll(parts, ph)
		}
	}
}

// inLabel reports whether token i stands in the label of a turn, which is read by itself.
func (b *builder) inLabel(i int) bool {
	p := b.Paragraphs[b.Sentence(i).Para]
	return p.Turn && i < p.Lead
}

// actsAsPerson reports whether the words around a capitalised phrase say that it is a person: it reports something, or a
// role stands beside it between commas.
func (b *builder) actsAsPerson(p int, ph syntax.Phrase) bool {
	if g, ok := b.subject[p]; ok && b.reports(b.Lemma(b.Groups[g].Head)) {
		return true
	}
	if g := b.GroupOf(ph.First - 1); g != syntax.None && b.reports(b.Lemma(b.Groups[g].Head)) && b.Norm(ph.First-2) != "that" {
		return b.IsQuoteMark(b.Groups[g].First-1) || b.Norm(b.Groups[g].First-1) == ","
	}
	if b.Norm(ph.Last) == "," {
		q := b.Behind(ph.Last, ",")
		if q != syntax.None && b.Norm(b.Phrases[q].First) != "and" && b.isRole(b.Phrases[q]) {
			return true
		}
		if n := b.Norm(ph.Last + 1); n == "who" || n == "whose" {
			return true
		}
	}
	if b.Norm(ph.First-1) == "," {
		if q := b.roleBefore(ph.First - 2); q != syntax.None {
			return true
		}
	}
	return false
}

// roleBefore returns the phrase that describes a person by a role and ends at token i, climbing over "of" and "for".
func (b *builder) roleBefore(i int) int {
	q := b.PhraseEnding(i)
	for n := 0; n < longestChain && q != syntax.None; n++ {
		if b.isRole(b.Phrases[q]) {
			return q
		}
		q = b.Before(b.Phrases[q].First-1, "of", "for", "to", "in", "on")
	}
	return syntax.None
}

// isRole reports whether the head of a phrase is a title or a person noun: "the commander", "a doctor".
func (b *builder) isRole(ph syntax.Phrase) bool { return b.roleOf(ph) != "" }

// roleOf returns the title or person noun that ends a phrase, in lower case, "" if none does.
func (b *builder) roleOf(ph syntax.Phrase) string {
	for i := ph.First; i < ph.Last; i++ {
		if t, end := b.titleAt(i, ph.Last); t != nil && end == ph.Last {
			return t.Words
		}
	}
	for _, n := range lexicon.Nouns()[b.Lemma(ph.Head)] {
		if n.Kind == string(Person) && !n.PluralOnly {
			return b.Lemma(ph.Head)
		}
	}
	return ""
}

// enroll returns the person that a named phrase denotes, a new one if the text has not named him yet.
func (b *builder) enroll(p parts, ph syntax.Phrase) int {
	words := make([]string, 0, 4)
	for i := p.name; i < p.last; i++ {
		if !lexicon.NameSuffix.Has(b.Norm(i)) && b.Norm(i) != "," || i == p.name {
			words = append(words, b.Word(i))
		}
	}
	surname := surnameOf(words)
	id := b.findPerson(words, surname, p.gender)
	if id == None && len(words) == 1 {
		id = b.findByFirst(words[0], lastWord(strings.ToLower(p.role)), p.gender)
	}
	if id == None {
		id = b.add(Entity{Kind: Person, surname: surname, gender: p.gender, named: true, first: ph.First})
		b.byLast[surname] = append(b.byLast[surname], id)
	}
	if len(words) > 1 {
		b.byFirst[fold(words[0])] = appendNew(b.byFirst[fold(words[0])], id)
	}
	e := &b.Entities[id]
	if name := strings.Join(strings.Fields(b.Slice(b.Cover(p.name, p.last))), " "); len(name) > len(e.Name) {
		e.Name = name
	}
	if e.gender == "" {
		e.gender = p.gender
	}
	if e.gender == "" && len(words) > 1 {
		e.gender = lexicon.FirstNames()[words[0]]
	}
	if p.role != "" {
		b.giveRole(e, p.role)
	} else if p.title < p.name { // "Pope Leo ... the pope"
		e.nouns[strings.ToLower(b.Slice(b.Cover(p.title, p.name)))] = true
	}
	if e.Country == "" {
		e.Country = b.personCountry(p, ph)
	}
	return id
}

// personCountry returns the state that the words around a name give a person: before the title ("Russian President"), or
// in "of X" right behind the name.
func (b *builder) personCountry(p parts, ph syntax.Phrase) string {
	if c := b.countryIn(ph.First, p.name); c != "" {
		return c
	}
	if b.Norm(ph.Last) == "of" {
		return b.countryOf(syntax.Phrase{First: ph.Last, Last: ph.Last})
	}
	return ""
}

// longestTitle is the number of words of a role by which it is taken up again.
const longestTitle = 12

// giveRole gives a person a role, and the descriptions that take it up again: "the foreign minister", "the minister".
func (b *builder) giveRole(e *Entity, role string) {
	if e.Role == "" {
		e.Role = role
	}
	words := strings.Fields(strings.ToLower(role))
	for i := max(0, len(words)-longestTitle); i < len(words); i++ {
		if i > 0 && isUnder(words[:i]) {
			break // the vice president is not the president
		}
		e.nouns[strings.Join(words[i:], " ")] = true
	}
	if i := officeEnd(words); i < len(words) { // "the minister" for the "minister of foreign affairs"
		b.giveRole(e, strings.Join(words[:i], " "))
	}
}

// isUnder reports whether the words of a title before its last ones make it that of another: "vice", "deputy".
func isUnder(before []string) bool {
	w := before[len(before)-1]
	return lexicon.Under.Has(w)
}

// officeEnd returns the number of words of a role before its first preposition.
func officeEnd(words []string) int {
	for i, w := range words {
		if i > 0 && (w == "of" || w == "for" || w == "to" || w == "on") {
			return i
		}
	}
	return len(words)
}

// findPerson returns the person with this surname, as surnameOf has it, whose other names do not contradict, the last
// mentioned first.
func (b *builder) findPerson(words []string, surname, gender string) int {
	best := None
	for _, id := range b.byLast[surname] {
		e := b.Entities[id]
		if gender != "" && e.gender != "" && gender != e.gender {
			continue
		}
		have := strings.Fields(e.Name)
		if len(words) > 1 && len(have) > 1 && !sameGiven(words[0], have[0]) && !hasName(have[:len(have)-1], words[0]) && !hasName(words[:len(words)-1], have[0]) {
			continue
		}
		if best == None || e.last > b.Entities[best].last {
			best = id
		}
	}
	return best
}

// findByFirst returns the person whose first name is w, which is the family name where that comes first, if it is one only.
// With a title, it must be one that he has.
func (b *builder) findByFirst(w, title, gender string) int {
	found := None
	for _, id := range b.byFirst[fold(w)] {
		e := b.Entities[id]
		if gender != "" && e.gender != "" && gender != e.gender || title != "" && len(e.nouns) > 0 && !e.nouns[title] {
			continue
		}
		if found != None && found != id {
			return None
		}
		found = id
	}
	return found
}

// hasName reports whether a name is among some, diacritics aside.
func hasName(names []string, w string) bool {
	for _, n := range names {
		if fold(n) == fold(w) {
			return true
		}
	}
	return false
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

func sameGiven(a, c string) bool {
	a, c = fold(strings.TrimSuffix(a, ".")), fold(strings.TrimSuffix(c, "."))
	return strings.HasPrefix(a, c) || strings.HasPrefix(c, a)
}

// person returns the person that a phrase names, or None.
func (b *builder) person(p int, ph syntax.Phrase) int {
	if b.of[p] != None {
		return b.of[p]
	}
	parts, ok := b.split(ph)
	if ok {
		return b.enroll(parts, ph)
	}
	if parts.name == ph.Last-1 && b.Tokens[parts.name].Upper { // a surname alone
		words := []string{b.Word(parts.name)}
		if b.Norm(ph.First) == "the" {
			return None
		}
		if id := b.findPerson(words, surnameOf(words), parts.gender); id != None {
			return id
		}
		if b.matchAt[parts.name] == None {
			return b.findByFirst(words[0], "", parts.gender)
		}
	}
	return None
}

// apposition chains a name and a role that stand beside each other: "Robert Mayhew, the commander of U.S. forces,", "the
// head of the authority, Almaz Bekele,".
func (b *builder) apposition(p, id int) {
	ph := b.Phrases[p]
	if b.Entities[id].Kind != Person || !b.Entities[id].named || ph.Next != syntax.None {
		return
	}
	if q := b.Behind(ph.Last, ","); q != syntax.None && b.Phrases[q].Next == syntax.None && b.isRole(b.Phrases[q]) && b.of[q] == None {
		b.describe(q, id)
	}
	if b.Norm(ph.First-1) == "," && !ph.Joined {
		if q := b.roleBefore(ph.First - 2); q != syntax.None && !b.hasName(b.of[q]) {
			b.describe(q, id)
		}
	}
}

func (b *builder) hasName(id int) bool { return id != None && b.Entities[id].named }

// describe makes phrase q a description of the person id.
func (b *builder) describe(q, id int) {
	e := &b.Entities[id]
	ph := b.Phrases[q]
	if old := b.of[q]; old != None && old != id { // it was taken for somebody new
		b.Entities[old].Mentions = nil
		for i := range b.recent {
			if b.recent[i].entity == old {
				b.recent[i].entity = id
			}
		}
	}
	b.of[q] = id
	e.Mentions = append(e.Mentions, b.Cover(ph.First, ph.Last))
	b.giveRole(e, b.Slice(b.Cover(b.core(ph), ph.Last)))
	e.nouns[strings.ToLower(b.fullName(ph, b.core(ph)))] = true
	if e.Country == "" {
		e.Country = b.countryOf(ph)
	}
}
