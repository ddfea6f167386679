package entity

import (
	"strings"

	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/tagger"
)

// window is how many mentions back the antecedent of a pronoun is sought.
const window = 80

// memory is how many mentions back a description or an acronym finds what it stands for. It keeps the time linear in the
// text.
const memory = 600

// pronoun resolves a personal pronoun. The rules, after the salience factors of Lappin and Leass (1994):
//   - a pronoun that is the subject of a clause told by the narrator continues the subject of the last such clause;
//   - a pronoun that opens a reported clause is the one who reports, if number, kind and gender allow;
//   - elsewhere "he" and "she" are the last person mentioned whose gender does not contradict;
//   - "it" is the last state, organisation or armed group;
//   - "they" is the last group or coordination, else the last organisation or state;
//   - "I" and "we" are left to whoever speaks.
func (b *builder) pronoun(p int, ph syntax.Phrase) int {
	w := b.Norm(ph.First)
	if id := b.sameSubject(ph); id != None {
		return id
	}
	b.barred = b.coArgument(p, ph)
	main := b.isMainSubject(p, ph)
	switch w {
	case "i", "we", "us", "me":
		b.first[p] = true
		b.issuerInApposition(p, ph)
		return None
	case "he", "him":
		return b.antecedent(main, func(e *Entity) bool { return e.Kind == Person && !e.plural && e.gender != "f" })
	case "she", "her":
		return b.antecedent(main, func(e *Entity) bool { return e.Kind == Person && !e.plural && e.gender != "m" })
	case "it":
		return b.antecedent(main, isBody)
	case "they", "them":
		return b.plural(main)
	}
	return None
}

func isBody(e *Entity) bool {
	return e.Kind == State || e.Kind == Organization || e.Kind == Group && !e.plural
}

// sameSubject returns the subject of the reporting verb whose clause begins with a pronoun: in "X promised that it would
// ..." the pronoun is X, if number, kind and gender allow.
func (b *builder) sameSubject(ph syntax.Phrase) int {
	sent := b.Sentence(ph.First)
	for i := ph.First - 1; i >= sent.First && i > ph.First-9; i-- {
		g := b.GroupAt[i]
		if g == syntax.None {
			if n := b.Norm(i); n == "," || n == ";" || n == "and" {
				return None
			}
			continue
		}
		grp := b.Groups[g]
		if grp.Head != i || !b.reports(b.Lemma(i)) || grp.Subject == syntax.None || b.of[grp.Subject] == None || b.Phrases[grp.Subject].First > i {
			return None
		}
		e := &b.Entities[b.of[grp.Subject]]
		switch b.Norm(ph.First) {
		case "he":
			return matches(b.of[grp.Subject], e.Kind == Person && !e.plural && e.gender != "f")
		case "she":
			return matches(b.of[grp.Subject], e.Kind == Person && !e.plural && e.gender != "m")
		case "it":
			return matches(b.of[grp.Subject], isBody(e))
		case "they":
			return matches(b.of[grp.Subject], e.Kind == Group || e.plural)
		}
		return None
	}
	return None
}

func matches(id int, ok bool) int {
	if ok {
		return id
	}
	return None
}

// coArgument returns the entity that a pronoun cannot be: the subject of the verb whose object it is ("Mali blamed it").
func (b *builder) coArgument(p int, ph syntax.Phrase) int {
	g := b.GroupOf(ph.First - 1)
	if g == syntax.None || b.Groups[g].Object != p || b.Groups[g].Subject == syntax.None {
		return None
	}
	return b.of[b.Groups[g].Subject]
}

// isMainSubject reports whether a pronoun is the subject of a clause told by the narrator, before its verb or, behind a
// quotation, after it.
func (b *builder) isMainSubject(p int, ph syntax.Phrase) bool {
	if b.InMarks(ph.First) {
		return false
	}
	if g, ok := b.subject[p]; ok {
		prev := b.Norm(ph.First - 1)
		return !b.isReported(ph.First) || b.reports(b.Lemma(b.Groups[g].Head)) && (prev == "," || prev == "and" || prev == "but")
	}
	g := b.GroupOf(ph.First - 1)
	if g == syntax.None || !b.reports(b.Lemma(b.Groups[g].Head)) {
		return false
	}
	open := b.Groups[g].First - 1
	return open >= 0 && (b.IsQuoteMark(open) || b.Norm(open) == ",")
}

// antecedent returns the last mention that is wanted; with main set, preferably the subject of a main clause.
func (b *builder) antecedent(main bool, wanted func(*Entity) bool) int {
	last := None
	for i := len(b.recent) - 1; i >= 0 && i >= len(b.recent)-window; i-- {
		r := b.recent[i]
		if r.entity == b.barred || !wanted(&b.Entities[r.entity]) {
			continue
		}
		if !main || r.main && r.subject {
			return r.entity
		}
		if last == None {
			last = r.entity
		}
	}
	return last
}

// plural resolves "they".
func (b *builder) plural(main bool) int {
	if id := b.coordination(); id != None {
		return id
	}
	if main && b.continuesMet() {
		if id := b.metGroup(Person, ""); id != None {
			return id
		}
	}
	if id := b.antecedent(main, func(e *Entity) bool { return e.Kind == Group || e.plural || main && e.Kind == Organization }); id != None {
		return id
	}
	return b.antecedent(main, func(e *Entity) bool { return e.Kind == Organization || e.Kind == State })
}

// coordination returns the group of the actors last coordinated as a subject ("Algeria and Mauritania ... They"), if no
// group was mentioned since.
func (b *builder) coordination() int {
	for i := len(b.recent) - 1; i >= 0 && i >= len(b.recent)-window/4; i-- {
		r := b.recent[i]
		if b.Entities[r.entity].Kind == Group {
			return None
		}
		p := b.PhraseAt[r.token]
		if p == syntax.None || b.Phrases[p].Joined || b.Phrases[p].Next == syntax.None || !r.subject {
			continue
		}
		if ids := b.All(p); len(ids) > 1 && b.allActors(ids) {
			return b.groupOf(ids)
		}
	}
	return None
}

// joinedNames returns the names of entities joined by "and".
func (b *builder) joinedNames(ids []int) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = b.Entities[id].Name
	}
	return strings.Join(names, " and ")
}

func (b *builder) allActors(ids []int) bool {
	for _, id := range ids {
		if !b.IsActor(id) {
			return false
		}
	}
	return true
}

// groupOf returns the group with exactly these members.
func (b *builder) groupOf(ids []int) int {
	id := b.keyed(Group, b.joinedNames(ids), "")
	b.Entities[id].Members, b.Entities[id].plural = ids, true
	return id
}

// possessor returns the entity that the possessive pronoun at token i stands for, or None.
func (b *builder) possessor(i int) int {
	b.barred = None
	switch b.Norm(i) {
	case "his":
		return b.antecedent(false, func(e *Entity) bool { return e.Kind == Person && e.gender != "f" })
	case "her":
		return b.antecedent(false, func(e *Entity) bool { return e.Kind == Person && e.gender != "m" })
	case "its":
		return b.antecedent(false, isBody)
	case "their":
		return b.plural(false)
	}
	return None
}

// isPair reports whether a plural phrase stands for two or more parties named elsewhere: "the two leaders", "both sides".
func isPair(b *builder, ph syntax.Phrase) bool {
	if l := b.Lemma(ph.Head); !lexicon.Pair.Has(l) && !lexicon.PairOfPersons.Has(l) {
		return false
	}
	first := b.Norm(ph.First)
	switch n := ph.Last - ph.First; {
	case n == 2 && (first == "both" || first == "two"), n == 3 && first == "the" && b.Norm(ph.First+1) == "two":
		return true
	case n == 2 && first == "the":
		return b.pairKind(ph) == Person || b.Lemma(ph.Head) == "side" || b.Lemma(ph.Head) == "party"
	}
	return false
}

// pairKind returns what the members of a pair are.
func (b *builder) pairKind(ph syntax.Phrase) Kind {
	if lexicon.PairOfPersons.Has(b.Lemma(ph.Head)) {
		return Person
	}
	return State
}

// pair resolves "the two leaders" to the last two persons named, "both sides" to the two states, organisations or armed
// groups that the text has spoken of most recently. Its mentions are one group.
func (b *builder) pair(ph syntax.Phrase) int {
	kind := b.pairKind(ph)
	if id := b.metGroup(kind, b.Slice(b.Cover(ph.First, ph.Last))); id != None {
		b.Entities[id].nouns[b.Lemma(ph.Head)] = true
		return id
	}
	key := "pair of " + string(kind) + "s"
	if id, ok := b.index[key]; ok {
		return id
	}
	var members []int
	for i := len(b.recent) - 1; i >= max(0, len(b.recent)-memory) && len(members) < 2; i-- {
		id := b.recent[i].entity
		e := b.Entities[id]
		if kind == Person && e.Kind == Person && e.named || kind != Person && isParty(e) {
			members = appendNew(members, id)
		}
	}
	if len(members) < 2 {
		return None
	}
	members[0], members[1] = members[1], members[0]
	id := b.add(Entity{Kind: Group, Name: b.Slice(b.Cover(ph.First, ph.Last)), Members: members, plural: true})
	b.index[key] = id
	b.Entities[id].nouns[b.Lemma(ph.Head)] = true
	return id
}

// isParty reports whether an entity can be a side of a conflict or talks.
func isParty(e Entity) bool {
	return e.Kind == State || e.Kind == Group && e.named && !e.plural && len(e.Members) == 0
}

// issuerInApposition makes the phrase after "We," the issuer: "We, the Heads of Government of ..., met".
func (b *builder) issuerInApposition(p int, ph syntax.Phrase) {
	if b.Issuer != None || b.Norm(ph.First) != "we" || b.InMarks(ph.First) {
		return
	}
	q := b.Behind(ph.Last, ",")
	if q == syntax.None || b.Tag(b.Phrases[q].First) != tagger.DT {
		return
	}
	name := b.fullNameOfHeads(b.Phrases[q])
	b.Issuer = b.keyed(Group, name, "")
	b.Entities[b.Issuer].plural = true
	b.of[p] = b.Issuer
}

// fullNameOfHeads returns "Heads of State and Government" without the states.
func (b *builder) fullNameOfHeads(ph syntax.Phrase) string {
	last := ph.Last
	for {
		q := b.Behind(last, "of", "and")
		if q == syntax.None || b.matchAt[b.Phrases[q].Last-1] != None {
			break
		}
		last = b.Phrases[q].Last
	}
	return b.Slice(b.Cover(b.core(ph), last))
}
