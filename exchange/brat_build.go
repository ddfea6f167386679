package exchange

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/communique-go/communique"
)

// statement makes a statement of the annotations.
func (f *bratFile) statement() (*communique.Statement, error) {
	s := &communique.Statement{Text: f.doc.text, Entities: []communique.Entity{}, Quotes: []communique.Quote{},
		Attributions: []communique.Quote{}, Stances: []communique.Stance{}, Commitments: []communique.Commitment{}}
	for _, build := range []func(*communique.Statement) error{f.entities, f.relate, f.quotes, f.stancesAndCommitments} {
		if err := build(s); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// entities makes an entity of each mention or chain of mentions that Equiv joins, in the order of the first ones.
func (f *bratFile) entities(s *communique.Statement) error {
	chain := map[*textBound]*textBound{} // a forest: the way from a mention to the one that stands for its chain
	root := func(t *textBound) *textBound {
		for chain[t] != nil {
			if up := chain[chain[t]]; up != nil {
				chain[t] = up
			}
			t = chain[t]
		}
		return t
	}
	for _, e := range f.equivs {
		var first *textBound
		for _, id := range e.ids {
			t := f.bounds[id]
			if t == nil {
				return fmt.Errorf("line %d: Equiv names %s: there is no such text-bound annotation", e.line, id)
			}
			if entityKinds[t.typ] == "" {
				continue
			}
			if first == nil {
				first = root(t)
			} else if r := root(t); r != first {
				chain[r] = first
			}
		}
	}
	ids := map[*textBound]int{}
	for _, t := range f.order {
		if entityKinds[t.typ] == "" {
			continue
		}
		id, known := ids[root(t)]
		if !known {
			id = len(s.Entities)
			ids[root(t)] = id
			s.Entities = append(s.Entities, communique.Entity{ID: id, Kind: entityKinds[t.typ]})
		}
		t.entity = id
		f.mention(&s.Entities[id], t)
	}
	for i := range s.Entities {
		e := &s.Entities[i]
		if e.Name == "" {
			e.Name = e.Mentions[0].Text
		}
		sort.SliceStable(e.Mentions, func(i, j int) bool { return e.Mentions[i].Start < e.Mentions[j].Start })
	}
	return nil
}

// mention adds a mention to an entity, and what is noted on it.
func (f *bratFile) mention(e *communique.Entity, t *textBound) {
	e.Mentions = append(e.Mentions, f.passage(t))
	if n := f.note(t.id); e.Name == "" && n.Name != "" {
		e.Name, e.Role, e.Country, e.Code = n.Name, n.Role, n.Country, n.Code
	}
}

// entity returns the id of the entity that an annotation mentions.
func (f *bratFile) entity(line int, role, id string) (int, error) {
	t := f.bounds[id]
	if t == nil {
		return 0, fmt.Errorf("line %d: the %s is %s: there is no such text-bound annotation", line, role, id)
	}
	if t.entity < 0 {
		return 0, fmt.Errorf("line %d: the %s is %s, a %s: want a Person, State, Organization, Group, Place, Agreement or Event",
			line, role, id, t.typ)
	}
	return t.entity, nil
}

// relate adds the members of groups.
func (f *bratFile) relate(s *communique.Statement) error {
	for _, r := range f.relations {
		if r.typ != "Member" {
			continue
		}
		group, err := f.entity(r.line, "group", r.from)
		if err != nil {
			return err
		}
		member, err := f.entity(r.line, "member", r.to)
		if err != nil {
			return err
		}
		s.Entities[group].Members = append(s.Entities[group].Members, member)
	}
	return nil
}

// quotes adds quotes and attributions, with their speakers.
func (f *bratFile) quotes(s *communique.Statement) error {
	type found struct {
		event *bratEvent
		quote communique.Quote
	}
	var said, others []found
	for _, e := range f.events {
		if e.typ != typeAttribution && e.typ != typeNoSource {
			continue
		}
		q, err := f.quote(e)
		if err != nil {
			return err
		}
		if q.Mode == communique.Assertion {
			said = append(said, found{e, q})
		} else {
			others = append(others, found{e, q})
		}
	}
	speakers, err := f.speakers()
	if err != nil {
		return err
	}
	for _, list := range [][]found{said, others} {
		sort.SliceStable(list, func(i, j int) bool {
			a, b := place(list[i].quote), place(list[j].quote)
			return a.Start < b.Start || a.Start == b.Start && a.End > b.End
		})
	}
	for i, x := range append(said, others...) {
		x.quote.ID, x.event.quote = i, i
		if id, ok := speakers[x.event.id]; ok {
			x.quote.SpeakerID, x.quote.Speaker = &id, s.Entities[id].Name
		}
		if i < len(said) {
			s.Quotes = append(s.Quotes, x.quote)
		} else {
			s.Attributions = append(s.Attributions, x.quote)
		}
	}
	return nil
}

// place returns the span by which quotes are sorted: that of the content, without one that of the cue or the source.
func place(q communique.Quote) communique.Span {
	switch {
	case len(q.Content) > 0:
		return communique.Span{Start: q.Content[0].Start, End: q.Content[len(q.Content)-1].End}
	case q.Cue != nil:
		return q.Cue.Span()
	case q.Source != nil:
		return q.Source.Span()
	}
	return communique.Span{}
}

// speakers returns the speaker of each quote by the id of its event.
func (f *bratFile) speakers() (map[string]int, error) {
	out := map[string]int{}
	for _, r := range f.relations {
		if r.typ != "Speaker" {
			continue
		}
		if e := f.eventByID[r.from]; e == nil || e.typ != typeAttribution && e.typ != typeNoSource {
			return nil, fmt.Errorf("line %d: Speaker relates %s: there is no such quote", r.line, r.from)
		}
		id, err := f.entity(r.line, "speaker", r.to)
		if err != nil {
			return nil, err
		}
		out[r.from] = id
	}
	return out, nil
}

// quote makes a quote of an event.
func (f *bratFile) quote(e *bratEvent) (communique.Quote, error) {
	q := communique.Quote{Content: []communique.Passage{}, Speaker: f.note(e.id).Speaker}
	trigger, err := f.bound(e, "trigger", e.trigger)
	if err != nil {
		return q, err
	}
	var contents []*textBound
	for _, a := range e.args {
		t, err := f.bound(e, a.role, a.id)
		if err != nil {
			return q, err
		}
		switch {
		case a.role == typeContent:
			contents = append(contents, t)
		case a.role == typeCue && q.Cue == nil:
			p := f.passage(t)
			q.Cue = &p
		case a.role == typeSource && q.Source == nil:
			p := f.passage(t)
			q.Source = &p
		}
	}
	if len(contents) == 0 && q.Cue == nil && q.Source == nil {
		p := f.passage(trigger)
		q.Cue = &p
	}
	if err := f.content(e, contents, &q); err != nil {
		return q, err
	}
	return q, f.describe(e, &q)
}

// content sets the content of a quote and its text: the pieces of the annotations in the order of the text, each word once.
func (f *bratFile) content(e *bratEvent, annotations []*textBound, q *communique.Quote) error {
	var spans []communique.Span
	seen := map[*textBound]bool{}
	for _, t := range annotations {
		if seen[t] {
			continue
		}
		seen[t] = true
		if len(t.pieces) > 1 && !f.spend(8*len(t.pieces)) {
			return tooMuch(e)
		}
		spans = append(spans, t.pieces...)
	}
	if len(seen) > 1 {
		spans = disjoint(sorted(spans))
	}
	size := 0
	words := make([]string, len(spans))
	for i, s := range spans {
		words[i] = s.In(f.doc.text)
		q.Content = append(q.Content, communique.Passage{Start: s.Start, End: s.End, Text: words[i]})
		size += len(words[i])
	}
	if len(spans) > 1 && !f.spend(size) {
		return tooMuch(e)
	}
	q.Text = strings.Join(words, " ")
	return nil
}

// spend takes n bytes from what contents in pieces may have, and reports whether so many were left. A content in one piece is
// free, for it shares the memory of the text; the words of others are copied, and each of their pieces counts as eight bytes.
func (f *bratFile) spend(n int) bool {
	f.left -= n
	return f.left >= 0
}

func tooMuch(e *bratEvent) error {
	return fmt.Errorf("line %d: with %s the quotes have too much content in pieces for a file of this size: "+
		"do many share the same annotations?", e.line, e.id)
}

// describe sets the kind and mode of a quote.
func (f *bratFile) describe(e *bratEvent, q *communique.Quote) error {
	kind, err := f.value(e, "Kind")
	if err != nil {
		return err
	}
	mode, err := f.value(e, "Mode")
	if err != nil {
		return err
	}
	q.Kind, q.Mode = communique.QuoteKind(kind), communique.QuoteMode(mode)
	if q.Kind == "" {
		q.Kind = f.kind(q.Content)
	}
	if q.Mode == "" && len(q.Content) == 0 {
		q.Mode = communique.BareMention
	} else if q.Mode == "" {
		q.Mode = communique.Assertion
	}
	return nil
}

// quotationMarks are the marks by which the kind of a quote is told. Single ones are left out: most are apostrophes.
const quotationMarks = "\"“”„«»"

// kind tells the kind of a content, the marks of which may lie in it, as in PolNeAR, or around it.
func (f *bratFile) kind(content []communique.Passage) communique.QuoteKind {
	marked, within := 0, false
	for _, p := range content {
		first, _ := utf8.DecodeRuneInString(p.Text)
		last, _ := utf8.DecodeLastRuneInString(p.Text)
		before, _ := utf8.DecodeLastRuneInString(f.doc.text[:p.Start])
		behind, _ := utf8.DecodeRuneInString(f.doc.text[p.End:])
		if isMark(first) && isMark(last) || isMark(before) && isMark(behind) {
			marked++
		}
		within = within || f.marks.in(p.Span())
	}
	switch {
	case marked > 0 && marked == len(content):
		return communique.Direct
	case marked > 0 || within:
		return communique.Mixed
	}
	return communique.Indirect
}

func isMark(r rune) bool { return strings.ContainsRune(quotationMarks, r) }

// stancesAndCommitments adds them in the order of the text.
func (f *bratFile) stancesAndCommitments(s *communique.Statement) error {
	for _, e := range f.events {
		switch e.typ {
		case typeStance:
			x, err := f.stance(s, e)
			if err != nil {
				return err
			}
			s.Stances = append(s.Stances, x)
		case typeCommitment:
			x, err := f.commitment(s, e)
			if err != nil {
				return err
			}
			s.Commitments = append(s.Commitments, x)
		}
	}
	sort.SliceStable(s.Stances, func(i, j int) bool { return s.Stances[i].Phrase.Start < s.Stances[j].Phrase.Start })
	sort.SliceStable(s.Commitments, func(i, j int) bool { return s.Commitments[i].Action.Start < s.Commitments[j].Action.Start })
	return nil
}

func (f *bratFile) stance(s *communique.Statement, e *bratEvent) (communique.Stance, error) {
	st := communique.Stance{HolderIDs: []int{}, TargetIDs: []int{}, Holders: []string{}, Targets: []string{}}
	trigger, err := f.bound(e, "trigger", e.trigger)
	if err != nil {
		return st, err
	}
	st.Phrase = f.passage(trigger)
	label, err := f.value(e, "Label")
	if err != nil {
		return st, err
	}
	intensity, err := f.value(e, "Intensity")
	if err != nil {
		return st, err
	}
	rung, _ := strconv.Atoi(intensity) // checked by value; 0 if there is none
	l, n := communique.StanceLabel(label), f.note(e.id)
	st.Label, st.Intensity, st.CAMEO = l, communique.Intensity(rung), l.CAMEO()
	_, st.Negated = f.attributes[e.id]["Negated"]
	if n.CAMEO != "" {
		st.CAMEO = n.CAMEO
	}
	st.Mode, st.Contexts, st.Pattern = communique.EventMode(n.Mode), n.Contexts, n.Pattern
	for _, a := range e.args {
		switch a.role {
		case "Holder":
			err = f.add(s, e.line, a, &st.HolderIDs, &st.Holders)
		case "Target":
			err = f.add(s, e.line, a, &st.TargetIDs, &st.Targets)
		case "Quote":
			quote := f.eventByID[a.id]
			if quote == nil || quote.quote < 0 {
				return st, fmt.Errorf("line %d: the Quote of %s is %s: there is no such quote", e.line, e.id, a.id)
			}
			id := quote.quote
			st.QuoteID = &id
		}
		if err != nil {
			return st, err
		}
	}
	return st, nil
}

// add adds the entity that an argument names to a list of ids and one of names.
func (f *bratFile) add(s *communique.Statement, line int, a argument, ids *[]int, names *[]string) error {
	id, err := f.entity(line, a.role, a.id)
	if err != nil {
		return err
	}
	*ids, *names = append(*ids, id), append(*names, s.Entities[id].Name)
	return nil
}

func (f *bratFile) commitment(s *communique.Statement, e *bratEvent) (communique.Commitment, error) {
	c := communique.Commitment{PartyIDs: []int{}, ClaimantIDs: []int{}, Parties: []string{}, Claimants: []string{}}
	trigger, err := f.bound(e, "trigger", e.trigger)
	if err != nil {
		return c, err
	}
	c.Action = f.passage(trigger)
	status, err := f.value(e, "Status")
	if err != nil {
		return c, err
	}
	c.Status = communique.Status(status)
	if due := f.note(e.id).Due; due != "" {
		if c.Due, err = time.Parse(time.DateOnly, due); err != nil {
			return c, fmt.Errorf("line %d: %s is due %q: want a day as YYYY-MM-DD", e.line, e.id, due)
		}
	}
	parts := map[string]**communique.Passage{"Instrument": &c.Instrument, "Deadline": &c.Deadline, "Condition": &c.Condition}
	for _, a := range e.args {
		switch {
		case a.role == "Party":
			err = f.add(s, e.line, a, &c.PartyIDs, &c.Parties)
		case a.role == "Claimant":
			err = f.add(s, e.line, a, &c.ClaimantIDs, &c.Claimants)
		case parts[a.role] != nil:
			var t *textBound
			if t, err = f.bound(e, a.role, a.id); err == nil {
				p := f.passage(t)
				*parts[a.role] = &p
			}
		}
		if err != nil {
			return c, err
		}
	}
	return c, nil
}
