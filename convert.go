package communique

import (
	"strings"

	"github.com/communique-go/communique/internal/commitment"
	"github.com/communique-go/communique/internal/cue"
	"github.com/communique-go/communique/internal/quote"
	"github.com/communique-go/communique/internal/stance"
	"github.com/communique-go/communique/internal/text"
)

// converter makes the public values of what the stages found.
type converter struct {
	doc *quote.Doc
	ids []int // for each quote of the quote stage its public id
}

func newConverter(d *quote.Doc) *converter {
	c := &converter{doc: d, ids: make([]int, len(d.Quotes))}
	said := 0
	for _, q := range d.Quotes {
		if q.Mode == cue.Assertion {
			said++
		}
	}
	quotes, others := 0, said
	for i, q := range d.Quotes {
		next := &others
		if q.Mode == cue.Assertion {
			next = &quotes
		}
		c.ids[i] = *next
		*next++
	}
	return c
}

// statement returns what was found up to the quotes.
func (c *converter) statement(d Document) *Statement {
	s := &Statement{ID: d.ID, Title: d.Title, URL: d.URL, Text: d.Text, Issuer: d.Issuer, Date: day(d.Date), IssuerID: optionalID(c.doc.IssuedBy), Entities: c.entities(),
		Sentences: make([]Span, 0, len(c.doc.Sentences))}
	for _, x := range c.doc.Sentences {
		s.Sentences = append(s.Sentences, Span(x.Span))
	}
	s.Quotes, s.Attributions = c.quotes()
	return s
}

func (c *converter) passage(s text.Span) Passage {
	return Passage{s.Start, s.End, c.doc.Slice(s)}
}

// optional returns nil for an empty span.
func (c *converter) optional(s text.Span) *Passage {
	if s.Len() == 0 {
		return nil
	}
	p := c.passage(s)
	return &p
}

func (c *converter) passages(spans []text.Span) []Passage {
	out := make([]Passage, 0, len(spans))
	for _, s := range spans {
		out = append(out, c.passage(s))
	}
	return out
}

// optionalID returns nil for no entity or quote.
func optionalID(id int) *int {
	if id < 0 {
		return nil
	}
	return &id
}

func (c *converter) names(ids []int) []string {
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		out = append(out, c.doc.Entities[id].Name)
	}
	return out
}

// list returns ids as a list that is never nil, so that JSON has [] rather than null.
func list(ids []int) []int { return append(make([]int, 0, len(ids)), ids...) }

func (c *converter) entities() []Entity {
	out := make([]Entity, 0, len(c.doc.Entities))
	for id, e := range c.doc.Entities {
		x := Entity{ID: id, Kind: EntityKind(e.Kind), Name: e.Name, Role: e.Role, Country: e.Country, Code: e.Code, Mentions: c.passages(e.Mentions)}
		if len(e.Members) > 0 {
			x.Members = list(e.Members)
		}
		out = append(out, x)
	}
	return out
}

// quotes returns the assertions and the other attributions.
func (c *converter) quotes() (quotes, others []Quote) {
	quotes, others = make([]Quote, 0, len(c.doc.Quotes)), []Quote{}
	for i, q := range c.doc.Quotes {
		x := c.quote(c.ids[i], q)
		if x.Mode == Assertion {
			quotes = append(quotes, x)
		} else {
			others = append(others, x)
		}
	}
	return quotes, others
}

func (c *converter) quote(id int, q quote.Quote) Quote {
	x := Quote{ID: id, Kind: QuoteKind(q.Kind), Content: c.passages(q.Content), Cue: c.optional(q.Cue), Source: c.optional(q.Source),
		SpeakerID: optionalID(q.Speaker), Mode: QuoteMode(q.Mode)}
	if q.Speaker >= 0 {
		x.Speaker = c.doc.Entities[q.Speaker].Name
	}
	pieces := make([]string, len(x.Content))
	for i, p := range x.Content {
		pieces[i] = p.Text
	}
	x.Text = strings.Join(pieces, " ")
	return x
}

// quoteID returns the public id of a quote, nil for none.
func (c *converter) quoteID(i int) *int {
	if i < 0 {
		return nil
	}
	return optionalID(c.ids[i])
}

func (c *converter) stances(stances []stance.Stance) []Stance {
	out := make([]Stance, 0, len(stances))
	for _, s := range stances {
		out = append(out, Stance{Label: StanceLabel(s.Label), Phrase: c.passage(s.Phrase), HolderIDs: list(s.Holders), TargetIDs: list(s.Targets),
			Negated: s.Negated, Intensity: Intensity(s.Intensity), CAMEO: s.CAMEO, Mode: EventMode(s.Mode), Contexts: s.Contexts, Pattern: s.Pattern, QuoteID: c.quoteID(s.Quote), Holders: c.names(s.Holders), Targets: c.names(s.Targets)})
	}
	return out
}

func (c *converter) commitments(found []commitment.Commitment) []Commitment {
	out := make([]Commitment, 0, len(found))
	for _, m := range found {
		out = append(out, Commitment{PartyIDs: list(m.Parties), Action: c.passage(m.Action), Status: Status(m.Status),
			ClaimantIDs: list(m.Claimants), Instrument: c.optional(m.Instrument), Deadline: c.optional(m.Deadline),
			Condition: c.optional(m.Condition), Parties: c.names(m.Parties), Claimants: c.names(m.Claimants)})
	}
	return out
}
