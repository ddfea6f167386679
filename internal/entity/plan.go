package entity

import (
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/text"
)

// openingSentences is within how many sentences a report says who met; further on, others' meetings are told of.
const openingSentences = 6

// learnMet finds out who met, called or spoke with each other, from a sentence that opens the text: "they" and "the two
// leaders" of the sentences that follow are those. The first sentence that tells it holds; a title that names them does until
// then.
func (b *builder) learnMet(sent text.Sentence) {
	title := b.Paragraphs[sent.Para].Kind == text.Title
	if len(b.Met) > 0 && (title || !b.metByTitle) {
		return
	}
	met := b.metIn(sent)
	if title && len(met) < 2 {
		met = b.metInTitle(sent)
	}
	if len(met) > 1 {
		b.Met, b.metByTitle = met, title
	}
}

// metIn returns who met whom in a sentence: the subject of a verb of meeting and those whom it has for an object or behind
// "with", of persons and others the persons.
func (b *builder) metIn(sent text.Sentence) []int {
	for i := sent.First; i < sent.Last; i++ {
		g := b.GroupAt[i]
		if g == syntax.None || b.Groups[g].Head != i || b.InMarks(i) {
			continue
		}
		if met := b.metBy(b.Groups[g]); len(met) > 1 {
			return met
		}
	}
	return nil
}

// metBy returns the participants of a verb group that tells of a meeting or call, nil if it tells of none.
func (b *builder) metBy(g syntax.Group) []int {
	verb := b.Lemma(g.Head)
	holds := lexicon.Holding.Has(verb) && g.Object != syntax.None && lexicon.Encounter.Has(b.Lemma(b.Phrases[g.Object].Head))
	if !holds && !lexicon.MeetingVerb.Has(verb) {
		return nil
	}
	var met []int
	add := func(p int) {
		for _, id := range b.All(p) {
			if b.IsActor(id) {
				met = appendNew(met, id)
			}
		}
	}
	add(g.Subject)
	if !holds {
		add(g.Object)
	}
	for _, prep := range [...]string{"with", "by", "alongside"} {
		add(b.Argument(g, prep))
	}
	if lexicon.Speaking.Has(verb) {
		add(b.Argument(g, "to"))
	}
	return b.personsAmong(met)
}

// personsAmong returns the named persons among actors if they are several, else all of them but groups of unknown members.
func (b *builder) personsAmong(ids []int) []int {
	var persons, others []int
	for _, id := range b.Members(ids) {
		switch e := b.Entities[id]; {
		case e.Kind == Person && !e.plural:
			persons = append(persons, id)
		case e.Kind == State || e.Kind == Organization:
			others = append(others, id)
		}
	}
	if len(persons) > 1 {
		return persons
	}
	return append(persons, others...)
}

// metInTitle returns the persons whom the title of a report of a meeting names, else the states: "Readout of President X's Call
// with President Y".
func (b *builder) metInTitle(sent text.Sentence) []int {
	tells := false
	var persons, states []int
	put := func(id int) {
		if id == None {
			return
		}
		switch e := b.Entities[id]; {
		case e.Kind == Person && e.named:
			persons = appendNew(persons, id)
		case e.Kind == State:
			states = appendNew(states, id)
		}
	}
	for i := sent.First; i < sent.Last; i++ {
		tells = tells || lexicon.Encounter.Has(b.Norm(i)) || lexicon.Encounter.Has(b.Lemma(i))
		put(b.OwnerOf(i))
		if p := b.PhraseStarting(i); p != syntax.None {
			put(b.of[p])
		}
	}
	switch {
	case !tells:
		return nil
	case len(persons) > 1:
		return persons
	case len(persons) == 0:
		return states
	}
	return nil
}

// metGroup returns the group of those who met, as the text calls them ("the two leaders"; "" for a pronoun): of the persons, or of
// the states and bodies that they stand for. It is None where the text reports no meeting, or where one of them stands for no
// state.
func (b *builder) metGroup(kind Kind, name string) int {
	members := b.metAs(kind)
	if len(members) < 2 {
		return None
	}
	key := "met as " + string(kind)
	id, known := b.index[key]
	if !known {
		id = b.add(Entity{Kind: Group, Name: b.joinedNames(members), plural: true})
		b.index[key] = id
	}
	e := &b.Entities[id]
	e.Members = members
	if name != "" && !e.named {
		e.Name, e.named = name, true
	}
	return id
}

// metAs returns those who met as persons, or as the states and bodies that they stand for, nil if one stands for none.
func (b *builder) metAs(kind Kind) []int {
	var out []int
	for _, id := range b.Met {
		if e := b.Entities[id]; kind == State && e.Kind == Person {
			if e.Country == "" {
				return nil
			}
			id = b.state(e.Country)
		}
		out = appendNew(out, id)
	}
	return out
}

// continuesMet reports whether what was last the subject of a clause told by the narrator is of those who met, or all of them.
func (b *builder) continuesMet() bool {
	for i := len(b.recent) - 1; i >= 0 && i >= len(b.recent)-window; i-- {
		r := b.recent[i]
		if !r.main || !r.subject {
			continue
		}
		members := b.Members([]int{r.entity})
		for _, id := range members {
			if !b.isOfMet(id) {
				return false
			}
		}
		return len(members) > 0
	}
	return true
}

// isOfMet reports whether an entity is one of those who met, or the state of one.
func (b *builder) isOfMet(id int) bool {
	for _, m := range b.Met {
		if m == id || b.Entities[id].Kind == State && b.Entities[m].Country == b.Entities[id].Country {
			return true
		}
	}
	return false
}
