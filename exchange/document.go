package exchange

import (
	"strings"

	"github.com/communique-go/communique"
)

// document is a statement as the writers see it: only what lies within the text and refers to something that is there.
type document struct {
	*communique.Statement
	*offsets
}

func newDocument(s *communique.Statement) *document {
	if s == nil {
		s = &communique.Statement{}
	}
	return &document{s, newOffsets(s.Text)}
}

// within returns the passages whose spans are valid.
func (d *document) within(passages []communique.Passage) []communique.Span {
	var out []communique.Span
	for _, p := range passages {
		if _, ok := d.chars(p.Span()); ok {
			out = append(out, p.Span())
		}
	}
	return out
}

// one returns the span of an optional passage as a list of at most one.
func (d *document) one(p *communique.Passage) []communique.Span {
	if p == nil {
		return nil
	}
	return d.within([]communique.Passage{*p})
}

// wording returns what the spans cover, joined by a blank, in valid UTF-8.
func (d *document) wording(spans []communique.Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = valid(s.In(d.Text))
	}
	return strings.Join(parts, " ")
}

// speaker returns the speaker of a quote; of one who is no entity it knows the name only.
func (d *document) speaker(q communique.Quote) communique.Entity {
	if q.SpeakerID != nil {
		if e, ok := d.Entity(*q.SpeakerID); ok {
			return e
		}
	}
	return communique.Entity{ID: -1, Name: q.Speaker}
}

// actors returns the entities with the given ids; where there are none, entities that have only the given names.
func (d *document) actors(ids []int, names []string) []communique.Entity {
	var out []communique.Entity
	for _, id := range ids {
		if e, ok := d.Entity(id); ok {
			out = append(out, e)
		}
	}
	if out == nil {
		for _, n := range names {
			out = append(out, communique.Entity{ID: -1, Name: n})
		}
	}
	return out
}

// namesOf returns the names of the entities joined by "; ".
func namesOf(entities []communique.Entity) string {
	return joined(entities, func(e communique.Entity) string { return e.Name })
}

// joined returns something of each entity joined by "; ". What is missing leaves its place empty, so that the nth of one
// list belongs to the nth of another; a list of which all is missing is empty.
func joined(entities []communique.Entity, of func(communique.Entity) string) string {
	parts, some := make([]string, len(entities)), false
	for i, e := range entities {
		parts[i] = of(e)
		some = some || parts[i] != ""
	}
	if !some {
		return ""
	}
	return strings.Join(parts, "; ")
}
