package exchange

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"sort"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/text"
)

// WritePLOVER writes the stances that are events as PLOVER event records, a JSON object on a line each (JSONL). The fields
// are those of the PLOVER manual, draft 0.7b1 of 2021 (Open Event Data Alliance), chapter "JSON Data Fields"; cameo and
// intensity are added to them, as the manual allows.
//
// A stance is one record, with all its holders as source and all its targets as recipient. Left out are the positions that
// are no PLOVER events (affirm, concern, deny), negated stances, which report that something was not done, and stances
// without a holder, for a record needs a source. A statement without a date gives records without one, though the manual
// requires it; the caller has to add it. The id is that of the statement, or one made from the text if it has none, and the number of the stance from 1.
func WritePLOVER(w io.Writer, statements []*communique.Statement) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, s := range statements {
		d := newDocument(s)
		if len(d.Stances) == 0 {
			continue // spare the cutting into sentences
		}
		sentences, name := text.Cut(d.Text).Sentences, d.name()
		for i, st := range d.Stances {
			e, ok := d.event(fmt.Sprintf("%s-%04d", name, i+1), st, sentences)
			if !ok {
				continue
			}
			if err := enc.Encode(e); err != nil {
				return fmt.Errorf("exchange: write the PLOVER record %s: %w", e.ID, err)
			}
		}
	}
	return nil
}

// ploverEvent is an event record. The comments on a field say what the manual leaves open.
type ploverEvent struct {
	ID         string        `json:"id"`
	Date       string        `json:"date,omitempty"`
	Source     []ploverActor `json:"source"`
	Recipient  []ploverActor `json:"recipient,omitempty"`
	Event      []string      `json:"event"`
	EventText  []string      `json:"event_text"`
	QuadCode   int           `json:"quad_code,omitempty"`
	EventScale float64       `json:"event_scale"`
	Mode       string        `json:"mode,omitempty"`
	Context    []string      `json:"context,omitempty"`
	Text       string        `json:"text"` // the sentence of the event text
	TextInfo   ploverText    `json:"text_info"`
	CiteInfo   *ploverCite   `json:"cite_info,omitempty"`
	Coder      string        `json:"coder"`
	CAMEO      string        `json:"cameo,omitempty"`
	Intensity  int           `json:"intensity,omitempty"`
}

type ploverActor struct {
	Code      string `json:"code,omitempty"`   // the state or the kind of organisation
	Sector    string `json:"sector,omitempty"` // the rest of the CAMEO actor code
	ActorText string `json:"actor_text"`       // the fullest name in the text
	Office    string `json:"office,omitempty"`
}

// ploverText tells where the text of a record stands. Offsets are in characters; those of the event text are added.
type ploverText struct {
	Sequence   int `json:"sequence"`
	Start      int `json:"start"`
	End        int `json:"end"`
	EventStart int `json:"event_start"`
	EventEnd   int `json:"event_end"`
}

// ploverCite tells where the text comes from; the publication is the issuer.
type ploverCite struct {
	Citation    string `json:"citation,omitempty"`
	URL         string `json:"url,omitempty"`
	Title       string `json:"title,omitempty"`
	Publication string `json:"publication,omitempty"`
}

// quadCodes are the numbers of the quad categories.
var quadCodes = map[communique.QuadClass]int{
	communique.VerbalCooperation: 1, communique.MaterialCooperation: 2, communique.VerbalConflict: 3, communique.MaterialConflict: 4,
}

// event returns the record of a stance, and false if it is no event.
func (d *document) event(id string, s communique.Stance, sentences []text.Sentence) (ploverEvent, bool) {
	phrase := d.one(&s.Phrase)
	source := ploverActors(d.actors(s.HolderIDs, s.Holders))
	if s.Label.PLOVER() == "" || s.Negated || len(source) == 0 || len(phrase) == 0 {
		return ploverEvent{}, false
	}
	around, sequence := sentenceOf(phrase[0], sentences)
	where, _ := d.chars(around)
	event, _ := d.chars(phrase[0])
	e := ploverEvent{ID: id, Date: markup.Day(d.Date), Source: source,
		Recipient: ploverActors(d.actors(s.TargetIDs, s.Targets)), Event: []string{s.Label.PLOVER()}, EventText: []string{d.wording(phrase)},
		QuadCode: quadCodes[s.Label.Quad()], EventScale: s.Label.Score(), Mode: string(s.Mode), Context: s.Contexts,
		Text:     d.wording([]communique.Span{around}),
		TextInfo: ploverText{sequence, where.Start, where.End, event.Start, event.End},
		Coder:    "communique", CAMEO: s.CAMEO, Intensity: int(s.Intensity)}
	if cite := (ploverCite{d.ID, d.URL, d.Title, d.Issuer}); cite != (ploverCite{}) {
		e.CiteInfo = &cite
	}
	return e, true
}

// name returns the ID of the statement, or one made from its text.
func (d *document) name() string {
	if d.ID != "" {
		return d.ID
	}
	return fmt.Sprintf("communique-%x", sha256.Sum256([]byte(d.Text)))[:len("communique-")+16]
}

// sentenceOf returns the range of the sentences that a span touches, and the number of the first of them from 1. A span
// outside all sentences is its own range, with the number 0.
func sentenceOf(s communique.Span, sentences []text.Sentence) (communique.Span, int) {
	first := sort.Search(len(sentences), func(i int) bool { return sentences[i].End > s.Start })
	if first == len(sentences) || sentences[first].Start >= s.End {
		return s, 0
	}
	around := communique.Span{Start: min(s.Start, sentences[first].Start), End: max(s.End, sentences[first].End)}
	for i := first; i < len(sentences) && sentences[i].Start < s.End; i++ {
		around.End = max(around.End, sentences[i].End)
	}
	return around, first + 1
}

func ploverActors(entities []communique.Entity) []ploverActor {
	var out []ploverActor
	for _, e := range entities {
		a := ploverActor{Code: e.Country, ActorText: valid(e.Name), Office: valid(e.Role)}
		if code := []rune(e.Code); len(code) >= 3 { // a CAMEO actor code begins with the three letters of the state or kind
			a.Code, a.Sector = string(code[:3]), string(code[3:])
		}
		out = append(out, a)
	}
	return out
}
