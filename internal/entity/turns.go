package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/text"
)

// IsAsked reports whether token i stands in the turn of a questioner, who takes no stance.
func (d *Doc) IsAsked(i int) bool { return d.asked[d.Sentence(i).Para] }

// takeTurns tells whose words each paragraph of a transcript gives: a turn lasts until the next one or the end of the text, a
// question its paragraph alone where the answers have no label. Turns whose label gives an office alone ("THE PRESIDENT:") or
// no name ("A:") wait in b.offices and b.answers for the issuer.
func (b *builder) takeTurns() {
	speaker, asks := None, false
	answered := false // by turns with a label
	for _, p := range b.Paragraphs {
		answered = answered || p.Turn && !p.Asks
	}
	for i, p := range b.Paragraphs {
		switch {
		case p.Turn:
			speaker, asks = b.turnSpeaker(i, p), p.Asks
		case p.Kind != text.Body || !answered:
			speaker, asks = None, false
		}
		b.Turns[i], b.asked[i] = speaker, asks
	}
}

// turnSpeaker returns the person whom the label of a turn names, or None for questions and the like.
func (b *builder) turnSpeaker(i int, p text.Paragraph) int {
	switch {
	case p.Asks:
		return None
	case p.Answers:
		b.answers = append(b.answers, i)
		return None
	}
	l := b.label(b.Slice(p.Speaker))
	if l.name == "" {
		return b.office(p, l)
	}
	return b.labelled(p, l)
}

// turnLabel is what the label of a turn says of whoever has it.
type turnLabel struct {
	name    string // as the label has it, "" for an office alone
	at      int    // offset of the name in the label
	gender  string
	role    string
	country string
}

// label reads the label of a turn, by itself: in the text, marks may be glued to it.
func (b *builder) label(s string) turnLabel {
	if l, ok := b.labels[s]; ok {
		return l
	}
	r := newBuilder(syntax.Parse(text.Tag(text.Cut(s)), b.reports), nil, b.names, b.reports, b.day)
	r.findMatches()
	var l turnLabel
	if p := r.labelParts(s); p.name < p.last {
		span := r.Cover(p.name, p.last)
		l = turnLabel{r.Slice(span), span.Start, p.gender, p.role, r.countryIn(p.title, p.name)}
	}
	b.labels[s] = l
	return l
}

// labelled returns the person with the name of a label.
func (b *builder) labelled(p text.Paragraph, l turnLabel) int {
	words := b.asNames(l.name)
	surname := surnameOf(words)
	span := text.Span{Start: p.Speaker.Start + l.at, End: p.Speaker.Start + l.at + len(l.name)}
	first := b.TokenAt(span.Start)
	id := b.findPerson(words, surname, l.gender)
	if id == None && len(words) == 1 {
		id = b.findByFirst(words[0], lastWord(strings.ToLower(l.role)), l.gender)
	}
	if id == None {
		id = b.add(Entity{Kind: Person, Name: strings.Join(words, " "), surname: surname, gender: l.gender, named: true, first: first})
		b.byLast[surname] = append(b.byLast[surname], id)
	}
	e := &b.Entities[id]
	if len(e.Mentions) == 0 {
		e.first = min(e.first, first)
	}
	e.Mentions = append(e.Mentions, span)
	if len(words) > len(strings.Fields(e.Name)) {
		e.Name = strings.Join(words, " ")
	} else if isUpper(e.Name) {
		e.Name = titleCase(e.Name)
	}
	if e.gender == "" {
		e.gender = l.gender
	}
	if l.role != "" {
		b.giveRole(e, l.role)
	}
	if e.Country == "" {
		e.Country = l.country
	}
	return id
}

// longestName is how many words behind the title of a label are taken for a name; of more, the first ones are a body:
// "Director of the Zalesk Trust Anton Belik".
const longestName = 3

// labelParts finds title and name in the label s of a turn, the whole text of the builder. Without a name the label is an
// office.
func (b *builder) labelParts(s string) parts {
	first, last := 0, len(b.Tokens)
	l := parts{title: first, name: first, last: last}
	titled, official := false, false // official: the label opens with what is no title, and has an official
	for i := first; i < last; {
		t, end := b.titleAt(i, last)
		at := b.matchAt[i]
		switch {
		case t != nil && (end < last || !titled):
			official = official || !titled && i > first && t.Class == "official"
			titled, l.name = true, end
			if t.Gender != "" {
				l.gender = t.Gender
			}
			i = end
		case titled && at != None && (b.matches[at].last < last || l.name == i && b.Norm(i-1) == "of") && b.matches[at].sense.kind == State:
			i = b.matches[at].last
			l.name = i
		case titled && (b.Norm(i) == "of" || b.Norm(i) == "the"):
			i++
			l.name = i
		default:
			i++
		}
	}
	if b.Norm(first) == "the" || isUpper(s) && official {
		l.name = last // "The PRESIDING OFFICER.", "SENIOR ADMINISTRATION OFFICIAL ONE:"
		return l
	}
	if l.name < last && titled {
		if l.role = b.roleText(l.title, l.name); isUpper(l.role) {
			l.role = titleCase(l.role)
		}
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

func isUpper(s string) bool { return s == strings.ToUpper(s) }

// asNames returns the words of a label as the names they are: those in capitals as the text writes them elsewhere, else with
// capitals at the beginning of each part.
func (b *builder) asNames(name string) []string {
	words := strings.Fields(name)
	for i, w := range words {
		if utf8.RuneCountInString(w) > 1 && isUpper(w) && !strings.HasSuffix(w, ".") {
			words[i] = b.spelling(w)
		}
	}
	return words
}

// spelling returns how the text writes a word where it is not in capitals: "McKeon" for "MCKEON".
func (b *builder) spelling(word string) string {
	if b.spelled == nil {
		b.spelled = map[string]string{}
		for k := range b.Tokens {
			if w := b.Word(k); b.Tokens[k].Upper && !isUpper(w) {
				b.spelled[strings.ToLower(w)] = w
			}
		}
	}
	if w, ok := b.spelled[strings.ToLower(word)]; ok {
		return w
	}
	return titleCase(word)
}

// office returns the holder of the office that a label gives without a name: whoever the text gives the office, or, until the
// issuer is known, somebody who is called by it.
func (b *builder) office(p text.Paragraph, l turnLabel) int {
	name := titleCase(b.Slice(p.Speaker))
	key := indexKey(Person, name)
	id, ok := b.index[key]
	if !ok {
		id = b.add(Entity{Kind: Person, Name: name, gender: l.gender, first: b.TokenAt(p.Speaker.Start)})
		b.index[key] = id
		b.offices = append(b.offices, id)
		b.giveRole(&b.Entities[id], withoutArticle(name))
	}
	b.Entities[id].Mentions = append(b.Entities[id].Mentions, p.Speaker)
	return id
}

// settleTurns gives the turns of offices and answers to persons: the issuer, whom the title names, or whoever has the office
// in the text.
func (b *builder) settleTurns() {
	for _, id := range b.offices {
		if who := b.holderOf(id); who != None {
			b.merge(id, who)
		} else if e := &b.Entities[id]; e.Country == "" && b.IssuedBy != None {
			e.Country = b.Entities[b.IssuedBy].Country
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

// holderOf returns the person who has the office that entity id is called by, the issuer first, then whom a title
// names, then the one most mentioned, or None.
func (b *builder) holderOf(id int) int {
	office := strings.ToLower(withoutArticle(b.Entities[id].Name))
	for _, who := range []int{b.IssuedBy, b.Issuer} {
		if who != None && who != id && b.Entities[who].Kind == Person && b.hasOffice(who, office) {
			return who
		}
	}
	best := None
	for who, e := range b.Entities {
		if who == id || e.Kind != Person || !e.named || len(e.Mentions) == 0 || !b.hasOffice(who, office) {
			continue
		}
		if b.inTitle(e.Mentions[0]) {
			return who
		}
		if best == None || len(e.Mentions) > len(b.Entities[best].Mentions) {
			best = who
		}
	}
	return best
}

// inTitle reports whether a mention stands in a title above the text.
func (b *builder) inTitle(m text.Span) bool {
	return b.Paragraphs[b.Sentence(b.TokenAt(m.Start)).Para].Kind == text.Title
}

// hasOffice reports whether a person's role, without what it is of, ends in an office that no word before it makes another:
// "U.S. President" but not "Vice President", nor the address "Mr. President".
func (b *builder) hasOffice(who int, office string) bool {
	role := strings.Fields(strings.ToLower(b.Entities[who].Role))
	before, ok := strings.CutSuffix(strings.Join(role[:officeEnd(role)], " "), office)
	words := strings.Fields(before)
	if !ok || len(words) == 0 {
		return ok
	}
	t := titles().get(words[len(words)-1])
	return !isUnder(words) && (t == nil || t.Class != "honorific")
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
		if e := &b.Entities[b.IssuedBy]; e.surname != "" || e.Kind == Organization && len(e.Mentions) == 0 && e.Country == "" && isFullName(e.Name) {
			e.Kind, e.named = Person, true // a name that no table has
		}
		return b.IssuedBy
	}
	return b.Issuer
}

// isFullName reports whether a name has the form of a person's: two or three capitalised words that name no body.
func isFullName(s string) bool {
	words := strings.Fields(s)
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) || isUpper(w) || len(lexicon.Nouns()[strings.ToLower(w)]) > 0 {
			return false
		}
	}
	return len(words) == 2 || len(words) == 3
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
