package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/text"
)

// IsAsked reports whether token i stands in the turn of a questioner, who takes no stance.
func (d *Doc) IsAsked(i int) bool { return d.asked[d.Sentence(i).Para] }

// turns tells whose words each paragraph of a transcript gives: a turn lasts until the next one or the end of the text. Turns
// whose label gives an office alone ("THE PRESIDENT:") or no name ("A:") wait in b.offices and b.answers for the issuer.
func (b *builder) takeTurns() {
	speaker, asks := None, false
	for i, p := range b.Paragraphs {
		b.Turns[i] = None
		switch {
		case p.Turn:
			speaker, asks = b.turnSpeaker(i, p), p.Asks
		case p.Kind != text.Body:
			speaker, asks = None, false
		}
		b.Turns[i], b.asked[i] = speaker, asks
	}
}

// turnSpeaker returns the person whom the label of a turn names, or None for questions and the like.
func (b *builder) turnSpeaker(i int, p text.Paragraph) int {
	switch l := b.labelParts(p); {
	case p.Asks:
		return None
	case p.Answers:
		b.answers = append(b.answers, i)
		return None
	case l.name == l.last:
		return b.office(p, l)
	default:
		return b.labelled(l)
	}
}

// labelled returns the person with the name of a label.
func (b *builder) labelled(l parts) int {
	words := b.asNames(l.name, l.last)
	surname := strings.ToLower(words[len(words)-1])
	span := b.Cover(l.name, l.last)
	id := b.findPerson(words, surname, l.gender)
	if id == None {
		id = b.add(Entity{Kind: Person, Name: strings.Join(words, " "), surname: surname, gender: l.gender, named: true, first: l.name})
		b.byLast[surname] = append(b.byLast[surname], id)
	} else if e := &b.Entities[id]; len(e.Mentions) == 0 && l.name < e.first {
		e.first = l.name
	}
	e := &b.Entities[id]
	e.Mentions = append(e.Mentions, span)
	if name := strings.Join(words, " "); len(words) > len(strings.Fields(e.Name)) {
		e.Name = name
	}
	if e.gender == "" {
		e.gender = l.gender
	}
	if l.role != "" {
		b.giveRole(e, l.role)
	}
	if e.Country == "" {
		e.Country = b.countryIn(l.title, l.name)
	}
	return id
}

// longestName is how many words behind the title of a label are taken for a name; of more, the first ones are a body:
// "Director of the Zalesk Trust Anton Belik".
const longestName = 3

// labelParts finds title and name in the label of a turn. Without a name the label is an office.
func (b *builder) labelParts(p text.Paragraph) parts {
	first, last := b.TokenRange(p.Speaker)
	l := parts{title: first, name: first, last: last}
	titled, known := false, b.Norm(first) == "the"
	for i := first; i < last; {
		t, end := b.titleAt(i, last)
		at := b.matchAt[i]
		switch {
		case t != nil && (end < last || !titled):
			titled, l.name = true, end
			known = known || i == first
			if t.Gender != "" {
				l.gender = t.Gender
			}
			i = end
		case titled && at != None && b.matches[at].last < last && b.matches[at].sense.kind == State:
			i = b.matches[at].last
			l.name = i
		case titled && (b.Norm(i) == "of" || b.Norm(i) == "the"):
			i++
			l.name = i
		default:
			i++
		}
	}
	if b.Norm(first) == "the" || isUpper(b.Slice(p.Speaker)) && titled && !known {
		l.name = last // "The PRESIDING OFFICER.", "SENIOR ADMINISTRATION OFFICIAL ONE:"
		return l
	}
	if l.name < last && titled {
		l.role = strings.TrimSpace(b.roleText(l.title, l.name))
		l.role = b.lowered(l.role)
	}
	b.dropBody(&l)
	return l
}

// dropBody leaves the name of a body before that of the person out, and what repeats the surname.
func (b *builder) dropBody(l *parts) {
	for i := l.name + 1; i+1 < l.last; i++ {
		if b.Norm(i) == b.Norm(i+1) { // pages of the Kremlin print name and office twice
			l.last = i + 1
		}
	}
	if l.last-l.name <= longestName {
		return
	}
	for i := l.name; i < l.last-1; i++ {
		if _, ok := lexicon.FirstNames()[b.Word(i)]; ok {
			l.name = i
			return
		}
	}
	if !isUpper(b.Slice(b.Cover(l.name, l.last))) {
		l.name = l.last - 2
	}
}

// lowered returns a role in capitals as prose has it.
func (b *builder) lowered(role string) string {
	if isUpper(role) {
		return titleCase(role)
	}
	return role
}

func isUpper(s string) bool { return s == strings.ToUpper(s) }

// asNames returns tokens as the names they are: those in capitals as the text writes them elsewhere, else with capitals at the
// beginning of each part.
func (b *builder) asNames(first, last int) []string {
	var out []string
	for i := first; i < last; i++ {
		w := b.Word(i)
		if utf8.RuneCountInString(w) > 1 && isUpper(w) && !strings.HasSuffix(w, ".") {
			w = b.spelling(i)
		}
		out = append(out, w)
	}
	return out
}

// spelling returns how the text writes the word of token i where it is not in capitals: "McKeon" for "MCKEON".
func (b *builder) spelling(i int) string {
	if b.spelled == nil {
		b.spelled = map[string]string{}
		for k := range b.Tokens {
			if w := b.Word(k); b.Tokens[k].Upper && !isUpper(w) {
				b.spelled[b.Norm(k)] = w
			}
		}
	}
	if w, ok := b.spelled[b.Norm(i)]; ok {
		return w
	}
	return titleCase(b.Word(i))
}

// office returns the holder of the office that a label gives without a name: whoever the text gives the office, or, until the
// issuer is known, somebody who is called by it.
func (b *builder) office(p text.Paragraph, l parts) int {
	name := titleCase(b.Slice(p.Speaker))
	key := indexKey(Person, name)
	id, ok := b.index[key]
	if !ok {
		id = b.add(Entity{Kind: Person, Name: name, gender: l.gender, first: l.title})
		b.index[key] = id
		b.offices = append(b.offices, id)
		b.giveRole(&b.Entities[id], withoutArticle(name))
	}
	b.Entities[id].Mentions = append(b.Entities[id].Mentions, b.Cover(l.title, l.last))
	return id
}

// settleTurns gives the turns of offices and answers to persons: the issuer, whom the title names, or whoever has the office
// in the text.
func (b *builder) settleTurns() {
	for _, id := range b.offices {
		if who := b.holderOf(id); who != None {
			b.merge(id, who)
		}
	}
	if len(b.answers) == 0 {
		return
	}
	who := b.answerer()
	for _, i := range b.answers {
		b.Turns[i] = who
		for k := i + 1; k < len(b.Turns) && !b.Paragraphs[k].Turn && b.Paragraphs[k].Kind == text.Body; k++ {
			b.Turns[k] = who
		}
	}
}

// holderOf returns the person with a name who has the office that entity id is called by, the issuer first, or None.
func (b *builder) holderOf(id int) int {
	office := strings.ToLower(withoutArticle(b.Entities[id].Name))
	for _, who := range []int{b.IssuedBy, b.Issuer} {
		if who != None && who != id && b.Entities[who].Kind == Person && b.Entities[who].named && b.hasOffice(who, office) {
			return who
		}
	}
	best := None
	for who, e := range b.Entities {
		if who != id && e.Kind == Person && e.named && len(e.Mentions) > 0 && b.hasOffice(who, office) && (best == None || e.first < b.Entities[best].first) {
			best = who
		}
	}
	return best
}

// hasOffice reports whether a person's role ends in an office that no word before it makes another: "U.S. President" but not
// "Vice President".
func (b *builder) hasOffice(who int, office string) bool {
	role := strings.ToLower(b.Entities[who].Role)
	if !strings.HasSuffix(role, office) {
		return false
	}
	words := strings.Fields(strings.TrimSuffix(role, office))
	return len(words) == 0 || !isUnder(words)
}

// answerer returns who gives the answers: the issuer or whom the title names if that is a person, else a spokesperson, else
// whoever issues the text.
func (b *builder) answerer() int {
	for _, who := range []int{b.IssuedBy, b.Issuer} {
		if who != None && b.Entities[who].Kind == Person {
			return who
		}
	}
	for who, e := range b.Entities {
		if e.Kind != Person || len(e.Mentions) == 0 {
			continue
		}
		for noun := range e.nouns {
			if lexicon.Spokesperson.Has(noun) {
				return who
			}
		}
	}
	if b.IssuedBy != None {
		return b.IssuedBy
	}
	return b.Issuer
}

// merge makes one entity of two: what stands for id stands for who.
func (b *builder) merge(id, who int) {
	e := &b.Entities[who]
	e.Mentions = append(e.Mentions, b.Entities[id].Mentions...)
	e.first = min(e.first, b.Entities[id].first)
	b.Entities[id].Mentions = nil
	for _, ids := range [][]int{b.Turns, b.of} {
		for i, x := range ids {
			if x == id {
				ids[i] = who
			}
		}
	}
	for i := range b.recent {
		if b.recent[i].entity == id {
			b.recent[i].entity = who
		}
	}
	for _, m := range []map[int]int{b.owners, b.adjectives} {
		for i, x := range m {
			if x == id {
				m[i] = who
			}
		}
	}
	for i := range b.Entities {
		for j, m := range b.Entities[i].Members {
			if m == id {
				b.Entities[i].Members[j] = who
			}
		}
	}
	if b.Issuer == id {
		b.Issuer = who
	}
}

// titleCase returns words in capitals as names: "Jean-Pierre", "O'Brien".
func titleCase(s string) string {
	out := []rune(strings.Join(strings.Fields(strings.ToLower(s)), " "))
	for i, r := range out {
		if i == 0 || strings.ContainsRune(" -", out[i-1]) || i > 1 && strings.ContainsRune("'’", out[i-1]) && (i == 2 || out[i-3] == ' ') {
			out[i] = unicode.ToUpper(r)
		}
	}
	return string(out)
}
