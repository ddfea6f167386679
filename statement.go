package communique

import (
	"bytes"
	"encoding/json"
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
	ID   string // the caller's name for the text, "" from Parse
	Text string // the text as given
	// Date is the day of the statement, the zero time unless it was given to ParseDated.
	Date time.Time

	Entities []Entity // Entities[i].ID == i
	Quotes   []Quote  // what somebody is reported to have said; Quotes[i].ID == i
	// Attributions are what somebody is told to think, to intend or merely to mention ("stressed the need"), and cues of
	// which the content was not found. Their ids go on where those of the quotes end.
	Attributions []Quote
	Stances      []Stance
	Commitments  []Commitment
}

// record is the JSON form of a statement: quotes and attributions are one list, each with its mode.
type record struct {
	ID          string       `json:"id"`
	Date        string       `json:"date,omitempty"`
	Text        string       `json:"text"`
	Entities    []Entity     `json:"entities"`
	Quotes      []Quote      `json:"quotes"`
	Stances     []Stance     `json:"stances"`
	Commitments []Commitment `json:"commitments"`
}

// MarshalJSON returns the statement as an object with id, date (YYYY-MM-DD, left out if unknown), text, entities, quotes,
// stances and commitments; the quotes are followed by the attributions.
func (s Statement) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // the caller's encoder escapes if it is to
	err := enc.Encode(record{s.ID, s.day(), s.Text, s.Entities, append(append(make([]Quote, 0, len(s.Quotes)+len(s.Attributions)), s.Quotes...),
		s.Attributions...), s.Stances, s.Commitments})
	return b.Bytes(), err
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
