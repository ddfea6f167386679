package communique

import (
	linked "container/list"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/communique-go/communique/internal/markup"
)

// markKind is what is marked in the text.
type markKind int

const (
	quoteMark       markKind = iota // a piece of what a quote says
	attributionMark                 // a piece of what another attribution says
	sourceMark
	cueMark
	stanceMark
	actionMark // the four of commitments
	deadlineMark
	conditionMark
	instrumentMark
	entityMark

	markKinds = iota
)

// mark is a span of the text that is shown in a way of its own.
type mark struct {
	Span
	kind           markKind
	class          string   // tint of a quote; polarity, intensity and negation of a stance
	title          string   // what is told on hover
	speakers       []string // who speaks, holds the stance or is bound
	stance, status string
	label          *textLabel      // nil for none
	at             *linked.Element // its place among the marks that cover the current segment
}

// textLabel is a word or number that is shown in the text but is no part of it. It links to a row of the tables.
type textLabel struct {
	key    string // of the row
	target bool   // whether the row links back to it
	class  string
	text   string
	title  string // what is told on hover
}

// add appends a mark if its span can be marked, and reports whether it could.
func (v *view) add(m mark) bool {
	t := v.s.Text
	if m.Start < 0 || m.End > len(t) || m.Start >= m.End || !runeBoundary(t, m.Start) || !runeBoundary(t, m.End) {
		return false
	}
	v.marks = append(v.marks, m)
	if m.label != nil && m.label.target {
		v.marked[m.label.key] = true
	}
	return true
}

// runeBoundary reports whether no character of s lies across offset i. A broken byte is a character of its own.
func runeBoundary(s string, i int) bool {
	for start := i - 1; start >= 0 && start > i-utf8.UTFMax; start-- {
		if _, size := utf8.DecodeRuneInString(s[start:]); size > i-start {
			return false
		}
	}
	return true
}

// collect finds all marks.
func (v *view) collect() {
	for i, q := range v.s.Quotes {
		v.markQuote(q, quoteMark, quoteKey(i))
	}
	for i, q := range v.s.Attributions {
		v.markQuote(q, attributionMark, quoteKey(len(v.s.Quotes)+i))
	}
	for i, st := range v.s.Stances {
		v.markStance(st, stanceKey(i))
	}
	for i, c := range v.s.Commitments {
		v.markCommitment(c, commitmentKey(i))
	}
	for _, e := range v.s.Entities {
		e.Name, e.Role = markup.Clip(e.Name, maxName), markup.Clip(e.Role, maxName)
		title := e.String()
		for _, m := range e.Mentions {
			v.add(mark{Span: m.Span(), kind: entityMark, title: title})
		}
	}
}

// The keys of what has a row in the tables; with the prefix of the page they are ids.
func quoteKey(i int) string      { return "q" + strconv.Itoa(i) }
func stanceKey(i int) string     { return "s" + strconv.Itoa(i) }
func commitmentKey(i int) string { return "c" + strconv.Itoa(i) }

// markQuote marks the parts of a quote. Its number stands before the first piece of the content, or else before the cue or
// the source.
func (v *view) markQuote(q Quote, kind markKind, key string) {
	name := v.s.speaker(q)
	m := mark{kind: kind, class: v.speakers.tint(name), speakers: someNames(name)}
	m.label = &textLabel{key: key, target: true, class: "cq-badge " + m.class, text: v.speakers.badge(name), title: joined(", ", orUnknown(name), string(q.Mode))}
	if kind == attributionMark {
		m.class, m.label.class = v.speakers.stripe(name), "cq-number"
	}
	put := func(s Span) {
		m.Span = s
		if v.add(m) {
			m.label = nil
		}
	}
	for _, piece := range q.Content {
		put(piece.Span())
	}
	m.kind, m.class = cueMark, ""
	if q.Cue != nil {
		put(q.Cue.Span())
	}
	m.kind = sourceMark
	if q.Source != nil {
		put(q.Source.Span())
	}
}

func (v *view) markStance(st Stance, key string) {
	class, sign := st.look()
	text := sign + " " + st.name()
	if rung := st.Intensity.String(); rung != "" {
		text += " " + strconv.Itoa(int(st.Intensity))
	}
	holders := v.s.names(st.HolderIDs, st.Holders)
	title := joined(" → ", strings.Join(holders, ", "), strings.Join(v.s.names(st.TargetIDs, st.Targets), ", "))
	v.add(mark{Span: st.Phrase.Span(), kind: stanceMark, class: class, speakers: holders, stance: string(st.Label),
		label: &textLabel{key: key, target: true, class: "cq-tag " + class, text: text, title: markup.Clip(title, maxCell)}})
}

func (v *view) markCommitment(c Commitment, key string) {
	m := mark{speakers: v.s.names(c.PartyIDs, c.Parties), status: string(c.Status)}
	title := markup.Clip(joined(": ", strings.Join(m.speakers, ", "), string(c.Status)), maxCell)
	for _, part := range []struct {
		kind markKind
		name string
		*Passage
	}{
		{actionMark, string(c.Status), &c.Action},
		{deadlineMark, "deadline", c.Deadline},
		{conditionMark, "condition", c.Condition},
		{instrumentMark, "instrument", c.Instrument},
	} {
		if part.Passage == nil {
			continue
		}
		m.Span, m.kind = part.Span(), part.kind
		m.label = &textLabel{key: key, target: part.kind == actionMark, class: "cq-status", text: "§ " + part.name, title: title}
		v.add(m)
	}
}

// name returns the label of the stance, with "not" if it is negated.
func (s Stance) name() string {
	if s.Negated {
		return "not " + string(s.Label)
	}
	return string(s.Label)
}

// look returns the classes of a stance's polarity, intensity and negation, and a sign for the polarity.
func (s Stance) look() (class, sign string) { return look(s.Label.Polarity(), s.Intensity, s.Negated) }

func look(p Polarity, i Intensity, negated bool) (class, sign string) {
	switch p {
	case Cooperative:
		class, sign = "cq-coop", "+"
	case Conflictual:
		class, sign = "cq-conf", "−"
	default:
		class, sign = "cq-neut", "·"
	}
	if i.String() != "" {
		class += " cq-i" + strconv.Itoa(int(i))
	}
	if negated {
		class += " cq-not"
	}
	return class, sign
}

// joined joins the parts that are not empty.
func joined(separator string, parts ...string) string {
	var kept []string
	for _, s := range parts {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, separator)
}
