package exchange

import (
	"crypto/sha1"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/internal/markup"
)

// WriteWebAnnotations writes a statement as an annotation collection of the W3C Web Annotation Data Model (2017), in
// JSON-LD. The source of the targets is the statement's URL; if it has none, a urn:uuid made from the text stands for it.
//
// Each entity, quote, stance and commitment is an annotation of the passages that show it, a target each, and so is each
// cue and source. A target has a TextPositionSelector, in characters, and a TextQuoteSelector with up to 32 characters
// before and behind; both select the same range of the text, in which each byte of broken UTF-8 reads as U+FFFD. Bodies
// say what it is in words; a body with the purpose linking has the id of another annotation of the collection. Ids are
// urn:uuid of version 5, made from the source, the text and the number of the annotation, so that they stay the same.
func WriteWebAnnotations(w io.Writer, s *communique.Statement) error {
	c := newCollector(newDocument(s))
	c.statement()
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(c.collection()); err != nil {
		return fmt.Errorf("exchange: write web annotations: %w", err)
	}
	return nil
}

type webCollection struct {
	Context string  `json:"@context"`
	ID      string  `json:"id"`
	Type    string  `json:"type"`
	Label   string  `json:"label,omitempty"`
	Total   int     `json:"total"`
	First   webPage `json:"first"`
}

type webPage struct {
	ID         string          `json:"id"`
	Type       string          `json:"type"`
	PartOf     string          `json:"partOf"`
	StartIndex int             `json:"startIndex"`
	Items      []webAnnotation `json:"items"`
}

type webAnnotation struct {
	ID         string      `json:"id"`
	Type       string      `json:"type"`
	Motivation string      `json:"motivation"`
	Body       []webBody   `json:"body,omitempty"`
	Target     []webTarget `json:"target"`
}

// webBody is a TextualBody, or with the purpose linking a SpecificResource.
type webBody struct {
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
	Value   string `json:"value,omitempty"`
	Format  string `json:"format,omitempty"`
	Source  string `json:"source,omitempty"`
}

type webTarget struct {
	Type     string        `json:"type"`
	Source   string        `json:"source"`
	Selector []webSelector `json:"selector"`
}

// webSelector is a TextPositionSelector or a TextQuoteSelector.
type webSelector struct {
	Type   string  `json:"type"`
	Start  *int    `json:"start,omitempty"`
	End    *int    `json:"end,omitempty"`
	Exact  *string `json:"exact,omitempty"`
	Prefix *string `json:"prefix,omitempty"`
	Suffix *string `json:"suffix,omitempty"`
}

// collector collects the annotations of a statement.
type collector struct {
	doc    *document
	source string
	digest [sha256.Size]byte // of the text
	items  []webAnnotation
	ids    map[string]bool // the annotations that there are
}

func newCollector(d *document) *collector {
	c := &collector{doc: d, source: d.URL, digest: sha256.Sum256([]byte(d.Text)), items: []webAnnotation{}, ids: map[string]bool{}}
	if c.source == "" {
		c.source = c.id("text")
	}
	return c
}

// urlNamespace is the name space of version 5 UUIDs that are made from addresses (RFC 9562).
var urlNamespace = []byte{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}

// id returns the IRI of a thing in the statement, such as "quote 3".
func (c *collector) id(thing string) string {
	h := sha1.New()
	h.Write(urlNamespace)
	fmt.Fprintf(h, "https://github.com/communique-go/communique/%x/%q/%q", c.digest, c.source, thing)
	u := h.Sum(nil)
	u[6], u[8] = u[6]&0x0f|0x50, u[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:16])
}

func (c *collector) collection() webCollection {
	id, label := c.id("collection"), c.doc.Title
	if label == "" {
		label = c.doc.ID
	}
	return webCollection{Context: "http://www.w3.org/ns/anno.jsonld", ID: id, Type: "AnnotationCollection", Label: valid(label),
		Total: len(c.items), First: webPage{ID: c.id("page 1"), Type: "AnnotationPage", PartOf: id, Items: c.items}}
}

func (c *collector) statement() {
	for i, e := range c.doc.Entities {
		c.entity(i, e)
	}
	for i, q := range c.doc.AllQuotes() {
		c.quote(i, q)
	}
	for i, s := range c.doc.Stances {
		c.stance(i, s)
	}
	for i, x := range c.doc.Commitments {
		c.commitment(i, x)
	}
}

func (c *collector) entity(i int, e communique.Entity) {
	body := []webBody{textual("identifying", e.Name), textual("tagging", string(e.Kind)), textual("tagging", e.Country), textual("tagging", e.Code),
		textual("describing", e.Role)}
	c.add(entityName(i), "identifying", body, c.doc.within(e.Mentions))
}

func (c *collector) quote(i int, q communique.Quote) {
	name := quoteName(i)
	who := c.doc.speaker(q).Name
	body := []webBody{textual("classifying", "quote"), textual("tagging", string(q.Kind)), textual("tagging", string(q.Mode)), named("speaker", who)}
	if q.SpeakerID != nil {
		body = append(body, c.link(entityName(*q.SpeakerID)))
	}
	c.add(name, "classifying", body, c.doc.within(q.Content))
	c.add(name+" cue", "classifying", []webBody{textual("classifying", "cue"), c.link(name)}, c.doc.one(q.Cue))
	c.add(name+" source", "classifying", []webBody{textual("classifying", "source"), named("speaker", who), c.link(name)}, c.doc.one(q.Source))
}

func (c *collector) stance(i int, s communique.Stance) {
	holders, targets := c.doc.actors(s.HolderIDs, s.Holders), c.doc.actors(s.TargetIDs, s.Targets)
	body := []webBody{textual("classifying", string(s.Label)), textual("tagging", string(s.Label.Polarity())), textual("tagging", s.Intensity.String())}
	if s.Negated {
		body = append(body, textual("tagging", "negated"))
	}
	body = append(body, named("holder", namesOf(holders)), named("target", namesOf(targets)), named("CAMEO", s.CAMEO), named("PLOVER", s.Label.PLOVER()))
	body = append(body, c.links(s.HolderIDs, s.TargetIDs)...)
	if s.QuoteID != nil {
		body = append(body, c.link(quoteName(*s.QuoteID)))
	}
	c.add(fmt.Sprintf("stance %d", i), "classifying", body, c.doc.one(&s.Phrase))
}

func (c *collector) commitment(i int, x communique.Commitment) {
	body := []webBody{textual("classifying", "commitment"), textual("tagging", string(x.Status)),
		named("party", namesOf(c.doc.actors(x.PartyIDs, x.Parties))), named("claimant", namesOf(c.doc.actors(x.ClaimantIDs, x.Claimants))),
		named("instrument", c.doc.wording(c.doc.one(x.Instrument))), named("deadline", c.doc.wording(c.doc.one(x.Deadline))),
		named("due", markup.Day(x.Due)), named("condition", c.doc.wording(c.doc.one(x.Condition)))}
	c.add(fmt.Sprintf("commitment %d", i), "classifying", append(body, c.links(x.PartyIDs, x.ClaimantIDs)...), c.doc.one(&x.Action))
}

func entityName(id int) string { return fmt.Sprintf("entity %d", id) }
func quoteName(id int) string  { return fmt.Sprintf("quote %d", id) }

func textual(purpose, value string) webBody {
	return webBody{Type: "TextualBody", Purpose: purpose, Value: valid(value), Format: "text/plain"}
}

// named returns a description such as "holder: Ada Lindqvist", without a value if there is none.
func named(name, value string) webBody {
	if value == "" {
		return webBody{}
	}
	return textual("describing", name+": "+value)
}

// link returns a body that refers to an annotation, an empty one if there is no such.
func (c *collector) link(name string) webBody {
	if !c.ids[name] {
		return webBody{}
	}
	return webBody{Type: "SpecificResource", Purpose: "linking", Source: c.id(name)}
}

// links returns a link to each of the entities.
func (c *collector) links(lists ...[]int) []webBody {
	var out []webBody
	seen := map[int]bool{}
	for _, ids := range lists {
		for _, id := range ids {
			if !seen[id] {
				out = append(out, c.link(entityName(id)))
			}
			seen[id] = true
		}
	}
	return out
}

// add adds an annotation of the spans, with those of the bodies that say something, if there are spans.
func (c *collector) add(name, motivation string, bodies []webBody, spans []communique.Span) {
	if len(spans) == 0 {
		return
	}
	a := webAnnotation{ID: c.id(name), Type: "Annotation", Motivation: motivation}
	for _, b := range bodies {
		if b.Value != "" || b.Source != "" {
			a.Body = append(a.Body, b)
		}
	}
	for _, s := range spans {
		a.Target = append(a.Target, c.target(s))
	}
	c.items = append(c.items, a)
	c.ids[name] = true
}

// around is how many characters before and behind a passage its TextQuoteSelector has.
const around = 32

func (c *collector) target(s communique.Span) webTarget {
	chars, _ := c.doc.chars(s)
	before, behind := s.Start, s.End
	for n := 0; n < around && before > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(c.doc.Text[:before])
		before -= size
	}
	for n := 0; n < around && behind < len(c.doc.Text); n++ {
		_, size := utf8.DecodeRuneInString(c.doc.Text[behind:])
		behind += size
	}
	exact, prefix, suffix := valid(s.In(c.doc.Text)), valid(c.doc.Text[before:s.Start]), valid(c.doc.Text[s.End:behind])
	return webTarget{Type: "SpecificResource", Source: c.source, Selector: []webSelector{
		{Type: "TextPositionSelector", Start: &chars.Start, End: &chars.End},
		{Type: "TextQuoteSelector", Exact: &exact, Prefix: &prefix, Suffix: &suffix},
	}}
}
