package exchange

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/communique-go/communique"
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
}

// textBound is a T line.
type textBound struct {
	id, typ string
	line    int
	parts   []communique.Span // in bytes, in the order of the text
	whole   []communique.Span // the spans that were annotated, once pieces has found them
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
		attributes: map[string]map[string]string{}, notes: map[string]*note{}}
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
	return f, nil
}

// parse reads a line and returns how many of the lines behind it belong to it.
func (f *bratFile) parse(line string, n int, behind []string) (more int, err error) {
	id, rest, _ := strings.Cut(line, "\t")
	kind := kindOfID(id)
	if kind == 0 || rest == "" {
		return 0, fmt.Errorf("%q is no annotation: want an id such as T1, a tab and the annotation", line)
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
			return nil, fmt.Errorf("%q are no offsets: want a start and an end such as \"10 20\"", place)
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
	words := make([]string, len(parts))
	for i, p := range parts {
		words[i] = p.In(f.doc.text)
	}
	want := strings.Join(words, " ")
	if flat(field) == flat(want) {
		return 0, nil
	}
	breaks := strings.Count(want, "\n")
	if breaks > 0 && breaks <= len(behind) && flat(field+"\n"+strings.Join(behind[:breaks], "\n")) == flat(want) {
		return breaks, nil
	}
	return 0, fmt.Errorf("the words are %q, in the text they are %q: is it the text that was annotated?", shortened(field), shortened(want))
}

// flat returns s with white space and control characters as blanks, without those at the edges, in valid UTF-8.
func flat(s string) string {
	s = strings.ReplaceAll(valid(s), "\r\n", "\n")
	return strings.Trim(strings.Map(func(r rune) rune {
		if breaksLine(r) {
			return ' '
		}
		return r
	}, s), " ")
}

// shortened returns the beginning of s for a message.
func shortened(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "..."
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
	if v != "" && !slices.Contains(values[name], v) {
		return "", fmt.Errorf("line %d: %s has the %s %q: want one of %s", e.line, e.id, name, v, strings.Join(values[name], ", "))
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

// pieces returns the spans that were annotated: those of the note if it tells of the parts that are there, or else the parts.
func (f *bratFile) pieces(t *textBound) []communique.Span {
	if t.whole == nil {
		t.whole = restore(t.typ, t.parts)
		if n := f.note(t.id); n.Spans != "" {
			spans, err := f.spans(n.Spans)
			if err == nil && notation(cut(f.doc.text, sorted(spans))) == notation(t.parts) {
				t.whole = sorted(spans)
			}
		}
	}
	return t.whole
}

// passages returns what an annotation covers.
func (f *bratFile) passages(t *textBound) []communique.Passage {
	var out []communique.Passage
	for _, s := range f.pieces(t) {
		out = append(out, communique.Passage{Span: s, Text: s.In(f.doc.text)})
	}
	return out
}

// passage returns what an annotation covers, from the first piece to the last.
func (f *bratFile) passage(t *textBound) communique.Passage {
	s := hull(f.pieces(t))
	return communique.Passage{Span: s, Text: s.In(f.doc.text)}
}
