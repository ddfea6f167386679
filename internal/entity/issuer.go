package entity

import (
	"strings"
	"unicode/utf8"

	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

// The bounds of an issuer that is given with a text.
const (
	longestIssuer = 1 << 10 // bytes that are read of it
	mostIssuers   = 8       // of more, the group stands for all
)

// issuedBy returns the entity of an issuer in the words of a collector: "Ministry of Foreign Affairs of Norway", "Governments
// of France and Australia", "Wikinews". They are read as a text of their own; what they name is an entity of this one, a
// new one that has no mention yet. It returns None for no issuer.
func (b *builder) issuedBy(name string) int {
	name = strings.Join(strings.Fields(clip(name, longestIssuer)), " ")
	if name == "" {
		return None
	}
	d := Find(syntax.Parse(text.Tag(text.Cut(name)), b.reports), nil, b.names, b.reports, Given{Day: b.day})
	several := d.issuers()
	if len(several) > 1 {
		id := b.keyed(Group, name, "")
		b.Entities[id].plural = true
		for i := 0; i < len(several) && len(several) <= mostIssuers; i++ {
			b.Entities[id].Members = append(b.Entities[id].Members, b.adopt(d.Entities[several[i]], name))
		}
		return id
	}
	if len(several) == 1 {
		return b.adopt(d.Entities[several[0]], name)
	}
	return b.keyed(Organization, name, "")
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

// issuers returns whom an issuer's text names: the members of a plural ("Governments of ..."), a coordination, or the first
// actor.
func (d *Doc) issuers() []int {
	for p, ph := range d.Phrases {
		if d.isPluralOffice(ph) {
			if ids := d.bodiesBehind(ph); len(ids) > 1 {
				return ids
			}
		}
		if id := d.Of(p); d.IsActor(id) {
			if ids := d.All(p); len(ids) > 1 && d.allActors(ids) {
				return ids
			}
			return []int{id}
		}
	}
	return nil
}

// isPluralOffice reports whether a phrase is headed by the plural of an office or a body of state: "Foreign Ministers",
// "Governments".
func (d *Doc) isPluralOffice(ph syntax.Phrase) bool {
	if t := d.Tag(ph.Head); t != tagger.NNS && t != tagger.NNPS {
		return false
	}
	for _, n := range lexicon.Nouns()[d.Lemma(ph.Head)] {
		if k := Kind(n.Kind); k == State || k == Person {
			return true
		}
	}
	return false
}

// bodiesBehind returns the states and organisations that are named behind the head of a phrase.
func (d *Doc) bodiesBehind(ph syntax.Phrase) []int {
	var out []int
	for p, q := range d.Phrases {
		if q.First <= ph.Head {
			continue
		}
		if id := d.Of(p); id != None && (d.Entities[id].Kind == State || d.Entities[id].Kind == Organization) {
			out = appendNew(out, id)
		} else if id := d.StateIn(q.First, q.Last); id != None { // "the EU High Representative"
			out = appendNew(out, id)
		}
	}
	return out
}

// adopt returns the entity of this text that one of the issuer's text is, a new one if need be. It is called as it is there;
// an actor with an office for a name is called as the issuer is.
func (b *builder) adopt(e Entity, issuer string) int {
	switch {
	case e.Kind == State:
		return b.state(e.Country)
	case e.Kind == Person && e.named:
		return b.adoptPerson(e)
	case e.Kind == Person:
		e.Name = issuer
	}
	id := b.keyed(e.Kind, e.Name, e.Country)
	x := &b.Entities[id]
	x.Code, x.Media, x.Role, x.gender, x.plural = e.Code, e.Media, e.Role, e.gender, e.plural
	for noun := range e.nouns {
		x.nouns[noun] = true
	}
	return id
}

// adoptPerson is adopt for a person who is named.
func (b *builder) adoptPerson(e Entity) int {
	id := b.findPerson(strings.Fields(e.Name), e.surname, e.gender)
	if id == None {
		id = b.add(Entity{Kind: Person, Name: e.Name, surname: e.surname, gender: e.gender, named: true})
		b.byLast[e.surname] = append(b.byLast[e.surname], id)
	}
	x := &b.Entities[id]
	x.Role, x.Country, x.Code = e.Role, e.Country, e.Code
	for noun := range e.nouns {
		x.nouns[noun] = true
	}
	return id
}

// findIssuer decides who "we" is outside quotation marks: the phrase in apposition to it ("We, the Heads of Government"),
// the body that stands alone above the clauses of a resolution ("The Security Council,"), whom the title names ("Statement
// by ..."), the state of the dateline, else the state or body that the main clauses in the present tense have most for a
// subject: a statement tells its issuer's stance in the present, the conduct of others in the past.
func (b *builder) findIssuer() {
	for _, find := range []func() int{b.loneBody, b.titleIssuer, b.datelineIssuer, b.presentSubject} {
		if b.Issuer != None {
			return
		}
		b.Issuer = find()
	}
}

// loneBody returns the organisation whose name is a paragraph of its own that ends in a comma.
func (b *builder) loneBody() int {
	for _, p := range b.Paragraphs {
		first, last := b.Sentences[p.First].First, b.Sentences[p.Last-1].Last
		if b.Norm(last-1) != "," || last-first > 8 {
			continue
		}
		if q := b.PhraseEnding(last - 2); q != syntax.None && b.of[q] != None && b.Phrases[q].First == first {
			return b.of[q]
		}
	}
	return None
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
			if n := b.Norm(i); !spoken || n != "by" && n != "of" && n != "from" {
				continue
			}
			if q := b.PhraseStarting(i + 1); q != syntax.None && b.of[q] != None && b.IsActor(b.of[q]) {
				return b.of[q]
			}
		}
	}
	return None
}

// datelineIssuer returns the state of a date line that stands alone ("Jakarta, 17 February").
func (b *builder) datelineIssuer() int {
	for _, p := range b.Paragraphs {
		if p.Dateline.Len() > 0 && p.Kind == text.Byline {
			first, last := b.TokenRange(p.Dateline)
			if c := b.countryIn(first, last); c != "" {
				return b.state(c)
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
