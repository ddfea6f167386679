package communique

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/communique-go/communique/internal/markup"
)

// record is the JSON form of a statement: quotes and attributions are one list, each with its mode.
type record struct {
	ID       string `json:"id"`
	Title    string `json:"title,omitempty"`
	URL      string `json:"url,omitempty"`
	Issuer   string `json:"issuer,omitempty"`
	IssuerID *int   `json:"issuer_id,omitempty"`
	Date     string `json:"date,omitempty"`
	Text     string `json:"text"`
	// Raw is the text where it has broken UTF-8, which a JSON string cannot hold.
	Raw         []byte       `json:"raw,omitempty"`
	Entities    []Entity     `json:"entities"`
	Quotes      []Quote      `json:"quotes"`
	Stances     []Stance     `json:"stances"`
	Commitments []Commitment `json:"commitments"`
	Sentences   []Span       `json:"sentences"`
}

// MarshalJSON returns the statement as an object with id, title, url, issuer, issuer_id and date (left out where they are
// unknown; the date is YYYY-MM-DD), text, entities, quotes, stances, commitments and sentences. The quotes are followed by the
// attributions. A text with broken UTF-8 stands in "raw" too, in base64, for JSON strings have U+FFFD in place of broken bytes,
// while offsets count those of the text as given.
func (s Statement) MarshalJSON() ([]byte, error) {
	r := record{s.ID, s.Title, s.URL, s.Issuer, s.IssuerID, s.day(), s.Text, nil, s.Entities, s.AllQuotes(), s.Stances, s.Commitments, s.Sentences}
	if !utf8.ValidString(s.Text) {
		r.Raw = []byte(s.Text)
	}
	return encodeJSON(r)
}

// UnmarshalJSON reads what MarshalJSON wrote: the statement comes out as it was, names of speakers, holders and parties included. Of
// one with broken UTF-8, names and roles keep the U+FFFD. Members that are not known are passed over. An error says which part
// refers to an entity, or to a range of the text, that is not there; the statement is left as it was.
func (s *Statement) UnmarshalJSON(data []byte) error {
	var r record
	if err := json.Unmarshal(data, &r); err != nil {
		return err
	}
	out := Statement{ID: r.ID, Title: r.Title, URL: r.URL, Issuer: r.Issuer, IssuerID: r.IssuerID, Text: r.Text, Sentences: r.Sentences,
		Entities: r.Entities, Attributions: []Quote{}, Stances: r.Stances, Commitments: r.Commitments}
	if r.Raw != nil {
		out.Text = string(r.Raw)
	}
	out.Quotes = make([]Quote, 0, len(r.Quotes))
	for _, q := range r.Quotes {
		if q.Mode == Assertion || q.Mode == "" {
			out.Quotes = append(out.Quotes, q)
		} else {
			out.Attributions = append(out.Attributions, q)
		}
	}
	var err error
	if out.Date, err = parseDay(r.Date); err == nil {
		err = (&restorer{Statement: &out}).restore()
	}
	if err != nil {
		return fmt.Errorf("communique: read the statement %q: %w", r.ID, err)
	}
	*s = out
	return nil
}

// restorer fills in what JSON leaves out because it follows from the rest, and checks the rest by the way.
type restorer struct {
	*Statement
	err error // the first
}

func (r *restorer) restore() error {
	r.id("the issuer", r.IssuerID)
	for i, s := range r.Sentences {
		r.span(fmt.Sprintf("sentence %d", i), s)
	}
	for i := range r.Entities {
		r.entity(i)
	}
	for _, list := range [][]Quote{r.Quotes, r.Attributions} {
		for i := range list {
			r.quote(&list[i])
		}
	}
	for i := range r.Stances {
		r.stance(i)
	}
	for i := range r.Commitments {
		r.commitment(i)
	}
	return r.err
}

func (r *restorer) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf(format, args...)
	}
}

func (r *restorer) entity(i int) {
	e, what := &r.Entities[i], fmt.Sprintf("entity %d", i)
	if e.ID != i {
		r.fail("%s has the id %d; entities stand in the order of their ids, from 0", what, e.ID)
	}
	for k := range e.Mentions {
		r.passage(what, &e.Mentions[k])
	}
	r.ids(what, "member", e.Members)
}

func (r *restorer) quote(q *Quote) {
	what := fmt.Sprintf("quote %d", q.ID)
	pieces := make([]string, len(q.Content))
	for i := range q.Content {
		r.passage(what, &q.Content[i])
		pieces[i] = q.Content[i].Text
	}
	q.Text = strings.Join(pieces, " ")
	r.passage(what, q.Cue)
	r.passage(what, q.Source)
	if r.id(what+": the speaker", q.SpeakerID); q.SpeakerID != nil && r.err == nil {
		q.Speaker = r.Entities[*q.SpeakerID].Name
	}
}

func (r *restorer) stance(i int) {
	s, what := &r.Stances[i], fmt.Sprintf("stance %d", i)
	r.passage(what, &s.Phrase)
	s.Holders = r.named(what, "holder", s.HolderIDs, s.Holders)
	s.Targets = r.named(what, "target", s.TargetIDs, s.Targets)
	if n := len(r.Quotes) + len(r.Attributions); s.QuoteID != nil && (*s.QuoteID < 0 || *s.QuoteID >= n) {
		r.fail("%s: quote %d: the statement has %d", what, *s.QuoteID, n)
	}
}

func (r *restorer) commitment(i int) {
	c, what := &r.Commitments[i], fmt.Sprintf("commitment %d", i)
	r.passage(what, &c.Action)
	for _, p := range []*Passage{c.Instrument, c.Deadline, c.Condition} {
		r.passage(what, p)
	}
	c.Parties = r.named(what, "party", c.PartyIDs, c.Parties)
	c.Claimants = r.named(what, "claimant", c.ClaimantIDs, c.Claimants)
}

// passage gives a passage, which may be nil, the words that the text has there.
func (r *restorer) passage(what string, p *Passage) {
	if p == nil {
		return
	}
	if r.span(what, p.Span()); p.Start < p.End && r.err == nil {
		p.Text = p.Span().In(r.Text)
	}
}

func (r *restorer) span(what string, s Span) {
	if s.Start < 0 || s.End < s.Start || s.End > len(r.Text) {
		r.fail("%s: the span %v does not lie within the text, which has %d bytes", what, s, len(r.Text))
	}
}

func (r *restorer) id(what string, id *int) {
	if id != nil && (*id < 0 || *id >= len(r.Entities)) {
		r.fail("%s is entity %d: the statement has %d", what, *id, len(r.Entities))
	}
}

func (r *restorer) ids(what, role string, ids []int) {
	for i := range ids {
		r.id(what+": a "+role, &ids[i])
	}
}

// named returns the names of the entities, or the names given where there are no ids.
func (r *restorer) named(what, role string, ids []int, names []string) []string {
	if r.ids(what, role, ids); r.err != nil || len(ids) == 0 && len(names) > 0 {
		return names
	}
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		out = append(out, r.Entities[id].Name)
	}
	return out
}

// Types without the methods of those they are made of, so that encoding/json sees the fields.
type (
	plainQuote      Quote
	plainCommitment Commitment
)

// quoteJSON is a quote in JSON, with the name of a speaker who is no entity.
type quoteJSON struct {
	plainQuote
	Name string `json:"speaker_name,omitempty"`
}

// MarshalJSON returns the quote as an object; speaker_name is there only where the speaker is no entity.
func (q Quote) MarshalJSON() ([]byte, error) {
	out := quoteJSON{plainQuote: plainQuote(q)}
	if q.SpeakerID == nil {
		out.Name = q.Speaker
	}
	return encodeJSON(out)
}

// UnmarshalJSON reads what MarshalJSON wrote. Of a quote alone, which is not part of a statement, only the speaker's id is known.
func (q *Quote) UnmarshalJSON(data []byte) error {
	var in quoteJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	*q = Quote(in.plainQuote)
	q.Speaker = in.Name
	return nil
}

// stanceJSON is a stance in JSON: with what follows from its label, and the names of holders and targets that are no entities.
type stanceJSON struct {
	Label       StanceLabel `json:"label"`
	Phrase      Passage     `json:"phrase"`
	HolderIDs   []int       `json:"holders"`
	TargetIDs   []int       `json:"targets"`
	Negated     bool        `json:"negated"`
	Intensity   Intensity   `json:"intensity"`
	Polarity    Polarity    `json:"polarity"`
	PLOVER      string      `json:"plover,omitempty"`
	Score       float64     `json:"score"`
	CAMEO       string      `json:"cameo"`
	Quad        QuadClass   `json:"quad,omitempty"`
	Mode        EventMode   `json:"mode,omitempty"`
	Contexts    []string    `json:"contexts,omitempty"`
	Pattern     string      `json:"pattern,omitempty"`
	QuoteID     *int        `json:"quote,omitempty"`
	HolderNames []string    `json:"holder_names,omitempty"`
	TargetNames []string    `json:"target_names,omitempty"`
}

// MarshalJSON returns the stance as an object, with polarity, plover, score and quad of its label; holder_names and target_names
// are there only where the actors are no entities.
func (s Stance) MarshalJSON() ([]byte, error) {
	return encodeJSON(stanceJSON{s.Label, s.Phrase, s.HolderIDs, s.TargetIDs, s.Negated, s.Intensity, s.Label.Polarity(), s.Label.PLOVER(),
		s.Label.Score(), s.CAMEO, s.Label.Quad(), s.Mode, s.Contexts, s.Pattern, s.QuoteID, namesAlone(s.HolderIDs, s.Holders), namesAlone(s.TargetIDs, s.Targets)})
}

// UnmarshalJSON reads what MarshalJSON wrote. Of a stance alone, which is not part of a statement, only the ids of its holders
// and targets are known.
func (s *Stance) UnmarshalJSON(data []byte) error {
	var in stanceJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	*s = Stance{Label: in.Label, Phrase: in.Phrase, HolderIDs: in.HolderIDs, TargetIDs: in.TargetIDs, Negated: in.Negated, Intensity: in.Intensity,
		CAMEO: in.CAMEO, Mode: in.Mode, Contexts: in.Contexts, Pattern: in.Pattern, QuoteID: in.QuoteID, Holders: in.HolderNames, Targets: in.TargetNames}
	return nil
}

// commitmentJSON is a commitment in JSON, with the day it is due and the names of parties and claimants that are no entities.
type commitmentJSON struct {
	plainCommitment
	Due           string   `json:"due,omitempty"`
	PartyNames    []string `json:"party_names,omitempty"`
	ClaimantNames []string `json:"claimant_names,omitempty"`
}

// MarshalJSON returns the commitment as an object; party_names and claimant_names are there only where those are no entities.
func (c Commitment) MarshalJSON() ([]byte, error) {
	return encodeJSON(commitmentJSON{plainCommitment(c), markup.Day(c.Due), namesAlone(c.PartyIDs, c.Parties), namesAlone(c.ClaimantIDs, c.Claimants)})
}

// UnmarshalJSON reads what MarshalJSON wrote. Of a commitment alone, which is not part of a statement, only the ids of its
// parties and claimants are known.
func (c *Commitment) UnmarshalJSON(data []byte) error {
	var in commitmentJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	due, err := parseDay(in.Due)
	if err != nil {
		return err
	}
	*c = Commitment(in.plainCommitment)
	c.Due, c.Parties, c.Claimants = due, in.PartyNames, in.ClaimantNames
	return nil
}

// namesAlone returns the names where there are no ids.
func namesAlone(ids []int, names []string) []string {
	if len(ids) > 0 {
		return nil
	}
	return names
}

// parseDay reads a day as YYYY-MM-DD, the zero time of "".
func parseDay(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	day, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return time.Time{}, fmt.Errorf("the date %q: write the day as YYYY-MM-DD", s)
	}
	return day, nil
}

// encodeJSON returns v as JSON in which <, > and & stand as they are: the caller's encoder escapes them if it is to.
func encodeJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimRight(b.Bytes(), "\n"), err
}
