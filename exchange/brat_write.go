package exchange

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/ontology"
)

// bratWriter collects the lines of an annotation file.
type bratWriter struct {
	doc      *document
	breaks   runs // the characters at which spans are cut
	out      bytes.Buffer
	last     map[string]int    // the last number of an id, by its letter
	shared   map[string]string // the text-bound annotations that several events may refer to, by type and spans
	events   []string          // the events of the quotes, "" where one has none
	mentions []string          // the first mention of each entity, "" where it has none
}

func newBratWriter(d *document) *bratWriter {
	return &bratWriter{doc: d, breaks: newRuns(d.Text, breaksLine), last: map[string]int{}, shared: map[string]string{},
		events: make([]string, len(d.Quotes)+len(d.Attributions)), mentions: make([]string, len(d.Entities))}
}

// statement writes quotes, entities, stances and commitments. The quotes come first, numbered as in PolNeAR.
func (w *bratWriter) statement() {
	quotes := w.doc.AllQuotes()
	for i, q := range quotes {
		w.events[i] = w.quote(q)
	}
	for i, e := range w.doc.Entities {
		w.entity(i, e)
	}
	for i, e := range w.doc.Entities {
		for _, m := range w.referred(e.Members) {
			w.relation("Member", w.mentions[i], m)
		}
	}
	for i, q := range quotes {
		w.speaker(w.events[i], q)
	}
	for _, s := range w.doc.Stances {
		w.stance(s)
	}
	for _, c := range w.doc.Commitments {
		w.commitment(c)
	}
}

// quote writes a quote and returns the id of its event, "" if it has no valid span.
func (w *bratWriter) quote(q communique.Quote) string {
	content, cue, source := w.doc.within(q.Content), w.doc.one(q.Cue), w.doc.one(q.Source)
	var args []argument
	typ := typeNoSource
	if id := w.textBound(typeSource, source, true); id != "" {
		args, typ = append(args, argument{"Source", id}), typeAttribution
	}
	if id := w.textBound(typeCue, cue, true); id != "" {
		args = append(args, argument{"Cue", id})
	}
	if id := w.textBound(typeContent, content, true); id != "" {
		args = append(args, argument{"Content", id})
	}
	for i, j := 0, len(args)-1; i < j; i, j = i+1, j-1 { // PolNeAR names the content first
		args[i], args[j] = args[j], args[i]
	}
	for _, spans := range [][]communique.Span{cue, content, source} {
		if trigger := w.textBound(typ, spans, false); trigger != "" {
			event := w.event(typ, trigger, args)
			w.attribute("Kind", event, string(q.Kind))
			w.attribute("Mode", event, string(q.Mode))
			return event
		}
	}
	return ""
}

// speaker relates a quote to its speaker, or notes the name of one who is not mentioned.
func (w *bratWriter) speaker(event string, q communique.Quote) {
	if event == "" {
		return
	}
	if q.SpeakerID != nil {
		for _, m := range w.referred([]int{*q.SpeakerID}) {
			w.relation("Speaker", event, m)
			return
		}
	}
	w.note(event, note{Speaker: w.doc.speaker(q).Name})
}

func (w *bratWriter) entity(id int, e communique.Entity) {
	var mentions []string
	for _, s := range w.doc.within(e.Mentions) {
		if m := w.textBound(entityTypes[e.Kind], []communique.Span{s}, false); m != "" {
			mentions = append(mentions, m)
		}
	}
	if len(mentions) == 0 {
		return
	}
	w.mentions[id] = mentions[0]
	if len(mentions) > 1 {
		w.out.WriteString("*\tEquiv")
		for _, m := range mentions {
			w.out.WriteString(" " + m)
		}
		w.out.WriteByte('\n')
	}
	w.note(mentions[0], note{Name: e.Name, Role: e.Role, Country: e.Country, Code: e.Code})
}

func (w *bratWriter) stance(s communique.Stance) {
	trigger := w.textBound(typeStance, w.doc.one(&s.Phrase), false)
	if trigger == "" {
		return
	}
	args := append(w.arguments("Holder", s.HolderIDs), w.arguments("Target", s.TargetIDs)...)
	if id := s.QuoteID; id != nil && *id >= 0 && *id < len(w.events) && w.events[*id] != "" {
		args = append(args, argument{"Quote", w.events[*id]})
	}
	event := w.event(typeStance, trigger, args)
	w.attribute("Label", event, string(s.Label))
	w.attribute("Intensity", event, strconv.Itoa(int(s.Intensity)))
	if s.Negated {
		fmt.Fprintf(&w.out, "%s\tNegated %s\n", w.id("A"), event)
	}
	n := note{CAMEO: s.CAMEO, Mode: string(s.Mode), Contexts: s.Contexts, Pattern: s.Pattern}
	if n.CAMEO == s.Label.CAMEO() {
		n.CAMEO = "" // follows from the label
	}
	w.note(event, n)
}

func (w *bratWriter) commitment(c communique.Commitment) {
	trigger := w.textBound(typeCommitment, w.doc.one(&c.Action), false)
	if trigger == "" {
		return
	}
	args := append(w.arguments("Party", c.PartyIDs), w.arguments("Claimant", c.ClaimantIDs)...)
	for _, part := range []struct {
		role    string
		passage *communique.Passage
	}{{"Instrument", c.Instrument}, {"Deadline", c.Deadline}, {"Condition", c.Condition}} {
		if id := w.textBound(part.role, w.doc.one(part.passage), true); id != "" {
			args = append(args, argument{part.role, id})
		}
	}
	event := w.event(typeCommitment, trigger, args)
	w.attribute("Status", event, string(c.Status))
	w.note(event, note{Due: markup.Day(c.Due)})
}

// argument is the role that an annotation plays in an event.
type argument struct{ role, id string }

// arguments returns entities as arguments; the second of a role is numbered, as brat does it.
func (w *bratWriter) arguments(role string, ids []int) []argument {
	var args []argument
	for _, id := range w.referred(ids) {
		name := role
		if len(args) > 0 {
			name += strconv.Itoa(len(args) + 1)
		}
		args = append(args, argument{name, id})
	}
	return args
}

// referred returns the first mentions of entities.
func (w *bratWriter) referred(ids []int) []string {
	var out []string
	for _, id := range ids {
		if id >= 0 && id < len(w.mentions) && w.mentions[id] != "" {
			out = append(out, w.mentions[id])
		}
	}
	return out
}

// id returns the next id that begins with a letter.
func (w *bratWriter) id(letter string) string {
	w.last[letter]++
	return letter + strconv.Itoa(w.last[letter])
}

// textBound writes spans as an annotation of a type, with a note if they cannot be told from what is written, and returns
// its id, "" if there is no type or nothing to write. With share it returns that of the same annotation written before.
func (w *bratWriter) textBound(typ string, spans []communique.Span, share bool) string {
	spans = sorted(spans)
	parts := w.breaks.cut(spans, len(w.doc.Text))
	if len(parts) == 0 || typ == "" {
		return ""
	}
	key := typ + "\t" + notation(spans)
	if id := w.shared[key]; share && id != "" {
		return id
	}
	id := w.id("T")
	if share {
		w.shared[key] = id
	}
	fmt.Fprintf(&w.out, "%s\t%s %s\t%s\n", id, typ, notation(w.inChars(parts)), w.doc.wording(parts))
	if isQuote := typ == typeAttribution || typ == typeNoSource; !isQuote && notation(restore(typ, parts)) != notation(spans) {
		w.note(id, note{Spans: notation(w.inChars(spans))})
	}
	return id
}

// restore returns the pieces of an annotation of a type that was written, or annotated by hand, as parts: only a content
// has more than one.
func restore(typ string, parts []communique.Span) []communique.Span {
	if typ == typeContent {
		return parts
	}
	return []communique.Span{hull(parts)}
}

func (w *bratWriter) inChars(spans []communique.Span) []communique.Span {
	out := make([]communique.Span, len(spans))
	for i, s := range spans {
		out[i], _ = w.doc.chars(s)
	}
	return out
}

func (w *bratWriter) event(typ, trigger string, args []argument) string {
	id := w.id("E")
	fmt.Fprintf(&w.out, "%s\t%s:%s", id, typ, trigger)
	for _, a := range args {
		fmt.Fprintf(&w.out, " %s:%s", a.role, a.id)
	}
	w.out.WriteByte('\n')
	return id
}

// attribute writes an attribute if the value is one that the library knows.
func (w *bratWriter) attribute(name, target, value string) {
	if _, err := ontology.OneOf(value, values[name]); err == nil {
		fmt.Fprintf(&w.out, "%s\t%s %s %s\n", w.id("A"), name, target, value)
	}
}

func (w *bratWriter) note(target string, n note) {
	if line := n.line(); line != "" {
		fmt.Fprintf(&w.out, "%s\t%s %s\t%s\n", w.id("#"), typeNote, target, line)
	}
}

func (w *bratWriter) relation(typ, from, to string) {
	if from != "" {
		fmt.Fprintf(&w.out, "%s\t%s Arg1:%s Arg2:%s\n", w.id("R"), typ, from, to)
	}
}
