package communique

import (
	"fmt"
	"sort"
	"strings"
	"time"

	"github.com/communique-go/communique/internal/markup"
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

// Passage is the half-open byte range [Start, End) of a text together with what the text has there.
type Passage struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Span returns where the passage stands.
func (p Passage) Span() Span { return Span{p.Start, p.End} }

// String returns the text of the passage.
func (p Passage) String() string { return p.Text }

// Document is a text with what its collector knows about it. Only the text is needed.
type Document struct {
	ID    string // the caller's name for the text
	Title string // its headline, where that is no part of the text
	URL   string // where it was published
	Text  string
	// Issuer is who issued it, in free words: "White House", "Ministry of Foreign Affairs of Norway", "Wikinews".
	Issuer string
	// Date is the day it was issued, of which the time of day and the zone do not count; the zero time if it is unknown. Actors
	// have the roles that they held on it (see Actor), and deadlines are resolved to days (see Commitment.Due).
	Date time.Time
}

// Statement is an analysed document: who said what, what stance they took towards whom, and what they are bound to do.
// Quotes, stances and commitments come in the order of the text. The zero value is the analysis of an empty text.
type Statement struct {
	// As in the Document. Text is the text as given.
	ID, Title, URL, Text, Issuer string
	Date                         time.Time
	// IssuerID is the id of the entity that the issuer given with the document is, nil if none was given. One that the text does
	// not name has no mentions and comes after the entities of the text.
	IssuerID *int

	Sentences []Span   // the sentences of the text, titles and other furniture among them, in its order
	Entities  []Entity // Entities[i].ID == i
	Quotes    []Quote  // what somebody is reported to have said; Quotes[i].ID == i
	// Attributions are what somebody is told to think, to intend or merely to mention ("stressed the need"), and cues of
	// which the content was not found. Their ids go on where those of the quotes end.
	Attributions []Quote
	Stances      []Stance
	Commitments  []Commitment
}

// Sentence returns the sentence that a span stands in: from the beginning of the first sentence it touches to the end of the
// last, and false if it touches none.
func (s *Statement) Sentence(of Span) (Span, bool) {
	first, last := s.sentences(of)
	if first == last {
		return Span{}, false
	}
	return Span{s.Sentences[first].Start, s.Sentences[last-1].End}, true
}

// sentences returns the sentences [first, last) that a span touches.
func (s *Statement) sentences(of Span) (first, last int) {
	if s == nil {
		return 0, 0
	}
	first = sort.Search(len(s.Sentences), func(i int) bool { return s.Sentences[i].End > of.Start })
	for last = first; last < len(s.Sentences) && s.Sentences[last].Start < of.End; last++ {
	}
	return first, last
}

// Entity returns the entity with the given id, and false if there is none.
func (s *Statement) Entity(id int) (Entity, bool) {
	if s == nil || id < 0 || id >= len(s.Entities) {
		return Entity{}, false
	}
	return s.Entities[id], true
}

// NamesOf returns names given beside ids, as those of Stance.Holders are beside Stance.HolderIDs, or where there are none the
// names of the entities with the ids. The list is new.
func (s *Statement) NamesOf(ids []int, given []string) []string {
	out := append(make([]string, 0, len(given)+len(ids)), given...)
	if len(given) > 0 {
		return out
	}
	for _, id := range ids {
		if e, ok := s.Entity(id); ok {
			out = append(out, e.Name)
		}
	}
	return out
}

// AllQuotes returns the quotes and behind them the attributions, so that each stands at its id. The list is new.
func (s *Statement) AllQuotes() []Quote {
	if s == nil {
		return nil
	}
	return append(append(make([]Quote, 0, len(s.Quotes)+len(s.Attributions)), s.Quotes...), s.Attributions...)
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

// quoted puts a passage, on one line, between quotation marks.
func quoted(s string) string { return "“" + markup.OneLine(s) + "”" }
