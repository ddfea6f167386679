package communique

import (
	"fmt"
	"strings"
	"time"
)

// Span is the half-open byte range [Start, End) of a text. Offsets are UTF-8 byte offsets into the text exactly as it was
// given; they stand on rune boundaries.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// In returns the part of text that the span covers, or "" if the span does not lie within it.
func (s Span) In(text string) string {
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		return ""
	}
	return text[s.Start:s.End]
}

// Len returns the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// String returns the span as "[start:end]".
func (s Span) String() string { return fmt.Sprintf("[%d:%d]", s.Start, s.End) }

// Passage is a span together with the text it covers.
type Passage struct {
	Span
	Text string `json:"text"`
}

// String returns the text of the passage.
func (p Passage) String() string { return p.Text }

// Statement is an analysed text: who said what, what stance they took towards whom, and what they are bound to do.
// Quotes, stances and commitments come in the order of the text. The zero value is the analysis of an empty text.
type Statement struct {
	ID   string `json:"id"`   // the caller's name for the text, "" from Parse
	Text string `json:"text"` // the text as given
	// Date is the day of the statement, the zero time unless it was given to ParseDated.
	Date time.Time `json:"-"`

	Entities    []Entity     `json:"entities"` // Entities[i].ID == i
	Quotes      []Quote      `json:"quotes"`
	Stances     []Stance     `json:"stances"`
	Commitments []Commitment `json:"commitments"`
}

// Entity returns the entity with the given id, and false if there is none.
func (s *Statement) Entity(id int) (Entity, bool) {
	if s == nil || id < 0 || id >= len(s.Entities) {
		return Entity{}, false
	}
	return s.Entities[id], true
}

// String returns a readable summary: the quotes, stances and commitments, a line each.
func (s *Statement) String() string {
	if s == nil {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s, %s, %s\n", plural(len(s.Entities), "entity", "entities"), plural(len(s.Quotes), "quote", "quotes"),
		plural(len(s.Stances), "stance", "stances"), plural(len(s.Commitments), "commitment", "commitments"))
	for _, q := range s.Quotes {
		fmt.Fprintln(&b, q)
	}
	for _, st := range s.Stances {
		fmt.Fprintln(&b, st)
	}
	for _, c := range s.Commitments {
		fmt.Fprintln(&b, c)
	}
	return b.String()
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
