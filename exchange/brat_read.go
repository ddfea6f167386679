package exchange

import (
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/internal/ontology"
)

// bratFile is an annotation file as it stands: what refers to what is not resolved yet.
type bratFile struct {
	doc        *offsets
	lines      map[string]int // the line of each id, from 1
	bounds     map[string]*textBound
	order      []*textBound // bounds in the order of the file
	events     []*bratEvent
	eventByID  map[string]*bratEvent
	attributes map[string]map[string]string // values by id and name
	notes      map[string]*note
	relations  []relation
	equivs     []equiv

	breaks, blanks, marks runs  // of the text: where spans are cut, what edges of words may lack, quotation marks
	lineFeeds             []int // their places in the text
	left                  int   // how much of contents in pieces the quotes may still have, see spend
}

// textBound is a T line.
type textBound struct {
	id, typ string
	line    int
	parts   []communique.Span // in bytes, in the order of the text
	pieces  []communique.Span // what was annotated, without overlap; resolve finds it
	hull    communique.Span   // from the first piece to the last
	entity  int               // the entity that it mentions, -1 if none
}

// bratEvent is an E line.
type bratEvent struct {
	id, typ, trigger string
	line             int
	args             []argument // roles without their numbers
	quote            int        // the id of the quote that it is
}

// relation is an R line of a type that the library knows.
type relation struct {
	typ, from, to string
	line          int
}

// equiv is a line that says that several annotations are of one thing.
type equiv struct {
	ids  []string
	line int
}

// parseBrat reads the lines of an annotation file.
func parseBrat(doc *offsets, data string) (*bratFile, error) {
	f := &bratFile{doc: doc, lines: map[string]int{}, bounds: map[string]*textBound{}, eventByID: map[string]*bratEvent{},
		attributes: map[string]map[string]string{}, notes: map[string]*note{},
		breaks: newRuns(doc.text, breaksLine), blanks: newRuns(doc.text, isBlank), marks: newRuns(doc.text, isMark),
		left: 1<<20 + 4*(len(doc.text)+len(data))}
	for i := 0; i < len(doc.text); i++ {
		if doc.text[i] == '\n' {
			f.lineFeeds = append(f.lineFeeds, i)
		}
	}
	lines := strings.Split(strings.TrimPrefix(data, "\ufeff"), "\n")
	for i := 0; i < len(lines); i++ {
		line := strings.TrimSuffix(lines[i], "\r")
		if strings.TrimSpace(line) == "" {
			continue
		}
		more, err := f.parse(line, i+1, lines[i+1:])
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		i += more
	}
	f.resolve()
	return f, nil
}

// parse reads a line and returns how many of the lines behind it belong to it.
func (f *bratFile) parse(line string, n int, behind []string) (more int, err error) {
	id, rest, _ := strings.Cut(line, "\t")
	kind := kindOfID(id)
	if kind == 0 || rest == "" {
		return 0, fmt.Errorf("%q is no annotation: want an id such as T1, a tab and the annotation", shortened(line))
	}
	if before := f.lines[id]; before != 0 && kind != '*' {
		return 0, fmt.Errorf("the id %s is taken by line %d", id, before)
	}
	f.lines[id] = n
	data, field, _ := strings.Cut(rest, "\t")
	switch kind {
	case 'T':
		return f.parseTextBound(id, rest, n, behind)
	case 'E':
		return 0, f.parseEvent(id, data, n)
	case 'A', 'M':
		return 0, f.parseAttribute(data)
	case 'R':
		return 0, f.parseRelation(id, data, n)
	case '*':
		if words := strings.Fields(data); len(words) > 0 && words[0] == "Equiv" {
			f.equivs = append(f.equivs, equiv{words[1:], n})
		}
	case '#':
		f.parseNote(data, field)
	}
	return 0, nil
}

// kindOfID returns the letter of an id such as T1, 0 if it is none. N, a link to a data base, is known and passed over.
func kindOfID(id string) byte {
	if id == "*" {
		return '*'
	}
	if len(id) < 2 || !strings.ContainsRune("TEARMN#", rune(id[0])) || id[1] < '0' || id[1] > '9' {
		return 0
	}
	return id[0]
}

func (f *bratFile) parseTextBound(id, rest string, n int, behind []string) (more int, err error) {
	data, field, has := strings.Cut(rest, "\t")
	typ, places, ok := strings.Cut(data, " ")
	if !ok {
		return 0, fmt.Errorf("%s has no offsets: want a type and offsets such as \"Content 10 20;25 30\"", id)
	}
	parts, err := f.spans(places)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", id, err)
	}
	if has {
		if more, err = f.check(parts, field, behind); err != nil {
			return 0, fmt.Errorf("%s: %w", id, err)
		}
	}
	t := &textBound{id: id, typ: typ, line: n, parts: sorted(parts), entity: -1}
	f.bounds[id] = t
	f.order = append(f.order, t)
	return more, nil
}

// spans reads offsets in characters such as "10 20;25 30" and returns them in bytes, in their order.
func (f *bratFile) spans(places string) ([]communique.Span, error) {
	var out []communique.Span
	for _, place := range strings.Split(places, ";") {
		from, to, _ := strings.Cut(strings.TrimSpace(place), " ")
		start, err := strconv.Atoi(from)
		end, err2 := strconv.Atoi(to)
		if err != nil || err2 != nil {
			return nil, fmt.Errorf("%q are no offsets: want a start and an end such as \"10 20\"", shortened(place))
		}
		s, ok := f.doc.bytes(communique.Span{Start: start, End: end})
		if !ok {
			return nil, fmt.Errorf("the span %d %d is empty or lies outside the text: is it the text that was annotated?", start, end)
		}
		out = append(out, s)
	}
	return out, nil
}

// check compares the words that a line repeats with those in the text. It returns how many of the lines behind it they go
// on over: brat cuts a span at the ends of lines, but other programs copy a line break as it is.
func (f *bratFile) check(parts []communique.Span, field string, behind []string) (more int, err error) {
	words := f.blanks.trim(parts)
	if f.same(words, field) {
		return 0, nil
	}
	breaks := 0
	for _, p := range parts {
		breaks += sort.SearchInts(f.lineFeeds, p.End) - sort.SearchInts(f.lineFeeds, p.Start)
	}
	if breaks > 0 && breaks <= len(behind) && f.same(words, field+"\n"+strings.Join(behind[:breaks], "\n")) {
		return breaks, nil
	}
	return 0, fmt.Errorf("the words are %q, in the text they are %q: is it the text that was annotated?", shortened(field), f.beginning(words))
}

// same reports whether a field has the words of spans, but for what flat makes equal. It reads the words only if there are
// not far too many of them: flat makes a string at most three times as long or as short.
func (f *bratFile) same(spans []communique.Span, field string) bool {
	n := len(spans)
	for _, s := range spans {
		n += s.End - s.Start
	}
	if n > 9*len(field)+9 {
		return false
	}
	words := make([]string, len(spans))
	for i, s := range spans {
		words[i] = s.In(f.doc.text)
	}
	return flat(field) == flat(strings.Join(words, " "))
}

// beginning returns the beginning of the words of spans for a message.
func (f *bratFile) beginning(spans []communique.Span) string {
	var b strings.Builder
	for _, s := range spans {
		if b.Len() > 4*messageLen { // the longest characters have four bytes
			break
		}
		words := s.In(f.doc.text)
		b.WriteString(words[:min(len(words), 5*messageLen)] + " ")
	}
	return shortened(strings.TrimSuffix(b.String(), " "))
}

// flat returns s with white space and control characters as blanks, without those at the edges, in valid UTF-8.
func flat(s string) string {
	s = strings.ReplaceAll(valid(s), "\r\n", "\n")
	return strings.Trim(strings.Map(func(r rune) rune {
		if isBlank(r) {
			return ' '
		}
		return r
	}, s), " ")
}

// isBlank reports whether r is a blank or stands for one in the words that a line repeats.
func isBlank(r rune) bool { return r == ' ' || breaksLine(r) }

// messageLen is how many characters a message repeats.
const messageLen = 60

// shortened returns the beginning of s for a message.
func shortened(s string) string {
	if r := []rune(s[:min(len(s), 5*messageLen)]); len(r) > messageLen {
		return string(r[:messageLen]) + "..."
	}
	return s
}

func (f *bratFile) parseEvent(id, data string, n int) error {
	e := &bratEvent{id: id, line: n, quote: -1}
	for i, word := range strings.Fields(data) {
		role, ref, ok := strings.Cut(word, ":")
		if !ok || role == "" || ref == "" {
			return fmt.Errorf("%s: %q is no argument: want a role and an id such as Content:T3", id, word)
		}
		if i == 0 {
			e.typ, e.trigger = role, ref
			continue
		}
		e.args = append(e.args, argument{strings.TrimRight(role, "0123456789"), ref})
	}
	if e.typ == "" {
		return fmt.Errorf("%s has no type and trigger", id)
	}
	f.events = append(f.events, e)
	f.eventByID[id] = e
	return nil
}

func (f *bratFile) parseAttribute(data string) error {
	words := strings.Fields(data)
	if len(words) < 2 || len(words) > 3 {
		return fmt.Errorf("%q is no attribute: want a name, an id and perhaps a value", data)
	}
	value := ""
	if len(words) == 3 {
		value = words[2]
	}
	if f.attributes[words[1]] == nil {
		f.attributes[words[1]] = map[string]string{}
	}
	f.attributes[words[1]][words[0]] = value
	return nil
}

func (f *bratFile) parseRelation(id, data string, n int) error {
	words := strings.Fields(data)
	if len(words) == 0 || words[0] != "Speaker" && words[0] != "Member" {
		return nil
	}
	if len(words) != 3 || !strings.HasPrefix(words[1], "Arg1:") || !strings.HasPrefix(words[2], "Arg2:") {
		return fmt.Errorf("%s: want two arguments such as Arg1:T3 Arg2:T4", id)
	}
	f.relations = append(f.relations, relation{words[0], words[1][len("Arg1:"):], words[2][len("Arg2:"):], n})
	return nil
}

// parseNote reads a comment. One that is no note of WriteBrat is somebody's remark.
func (f *bratFile) parseNote(data, field string) {
	typ, target, _ := strings.Cut(data, " ")
	if typ != typeNote {
		return
	}
	n := f.notes[target]
	if n == nil {
		n = &note{}
	}
	if json.Unmarshal([]byte(field), n) == nil {
		f.notes[target] = n
	}
}

// note returns the note on an annotation, an empty one if there is none.
func (f *bratFile) note(id string) note {
	if n := f.notes[id]; n != nil {
		return *n
	}
	return note{}
}

// value returns the value of an attribute, "" if there is none.
func (f *bratFile) value(e *bratEvent, name string) (string, error) {
	v := f.attributes[e.id][name]
	if v == "" {
		return "", nil
	}
	if _, err := ontology.OneOf(v, values[name]); err != nil {
		return "", fmt.Errorf("line %d: %s has the %s %q: %w", e.line, e.id, name, v, err)
	}
	return v, nil
}

// bound returns the text-bound annotation that an argument of e refers to.
func (f *bratFile) bound(e *bratEvent, role, id string) (*textBound, error) {
	t := f.bounds[id]
	if t == nil {
		return nil, fmt.Errorf("line %d: the %s of %s is %s: there is no such text-bound annotation", e.line, role, e.id, id)
	}
	return t, nil
}

// resolve finds what was annotated, once for each text-bound annotation: the spans of the note if it tells of the parts that
// are there, or else the parts.
func (f *bratFile) resolve() {
	for _, t := range f.order {
		spans := restore(t.typ, t.parts)
		if n := f.note(t.id); n.Spans != "" {
			noted, err := f.spans(n.Spans)
			noted = sorted(noted)
			if err == nil && slices.Equal(f.breaks.cut(noted, len(t.parts)), t.parts) {
				spans = noted
			}
		}
		t.pieces, t.hull = disjoint(spans), hull(spans)
	}
}

// passage returns what an annotation covers, from the first piece to the last.
func (f *bratFile) passage(t *textBound) communique.Passage {
	return communique.Passage{Start: t.hull.Start, End: t.hull.End, Text: t.hull.In(f.doc.text)}
}
