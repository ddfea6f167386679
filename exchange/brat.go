package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"sort"
	"strings"
	"unicode"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/internal/ontology"
)

// WriteBrat writes a statement in brat's standoff format: the text to txt, as valid UTF-8, and the annotations to ann. A
// nil writer leaves its part out.
//
// Quotes are events of the types Attribution and Attribution-no-source with the arguments Content, Cue and Source, as in
// PolNeAR; their kind and mode are attributes. Entities are text-bound annotations of a type for each kind, their mentions
// joined by Equiv; stances are events of the type Stance, commitments of the type Commitment. What brat has no place for
// stands in comments of the type Communique. [ReadBrat] reads all of it back. The ID and the date of the statement are
// lost, and so are values and kinds of entity that the library does not know, an entity without a mention (as the speaker
// of a quote it keeps its name), and a quote, stance or commitment without a span that brat can show.
func WriteBrat(txt, ann io.Writer, s *communique.Statement) error {
	w := newBratWriter(newDocument(s))
	w.statement()
	if txt != nil {
		if _, err := io.WriteString(txt, valid(w.doc.Text)); err != nil {
			return fmt.Errorf("exchange: write the text for brat: %w", err)
		}
	}
	if ann != nil {
		if _, err := ann.Write(w.out.Bytes()); err != nil {
			return fmt.Errorf("exchange: write brat annotations: %w", err)
		}
	}
	return nil
}

// ReadBrat reads brat annotations of a text: those of WriteBrat, those of PolNeAR, and what somebody has changed of either
// in brat. Spans are byte offsets into the text as given, which may be the statement's own or the file that WriteBrat wrote.
// Annotations of other types are passed over.
//
// A quote without a Kind is direct, mixed or indirect by the quotation marks at and in its content; without a Mode it is
// an assertion, or a mention if it has no content. What several contents of a quote, or several parts of one, have in common
// belongs to the first of them. A cue or source in several parts becomes the range from the first to the last. Quotes,
// stances and commitments are sorted by their place in the text.
//
// An error names the line and what is wrong with it: an annotation that cannot be read, a reference to one that is not
// there, a value that the library does not know, or words that differ from those in the text, which then is another text.
// It is an error too if quotes that share contents in pieces would have more than 1 MiB of them and four times what text and
// annotations have: a small file cannot make a large statement.
func ReadBrat(text string, ann io.Reader) (*communique.Statement, error) {
	data, err := io.ReadAll(ann)
	if err != nil {
		return nil, fmt.Errorf("exchange: read brat annotations: %w", err)
	}
	f, err := parseBrat(newOffsets(text), string(data))
	if err == nil {
		var s *communique.Statement
		if s, err = f.statement(); err == nil {
			return s, nil
		}
	}
	return nil, fmt.Errorf("exchange: read brat annotations: %w", err)
}

// BratAnnotationConf is the annotation.conf of a brat collection with the files of WriteBrat.
const BratAnnotationConf = `# The types that communique writes. Source, Cue, Content and the two Attributions are those of PolNeAR.

[entities]
Source
Cue
Content
Person
State
Organization
Group
Place
Agreement
Event
Instrument
Deadline
Condition

[relations]
Speaker	Arg1:Attribution|Attribution-no-source, Arg2:Person|State|Organization|Group|Place|Agreement|Event
Member	Arg1:Group, Arg2:Person|State|Organization|Group|Place|Agreement|Event
Equiv	Arg1:Person|State|Organization|Group|Place|Agreement|Event, Arg2:Person|State|Organization|Group|Place|Agreement|Event, <REL-TYPE>:symmetric-transitive
<OVERLAP>	Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>

[events]
Attribution	Content*:Content, Cue?:Cue, Source?:Source
Attribution-no-source	Content*:Content, Cue?:Cue
Stance	Holder*:Person|State|Organization|Group|Place|Agreement|Event, Target*:Person|State|Organization|Group|Place|Agreement|Event, Quote?:Attribution|Attribution-no-source
Commitment	Party*:Person|State|Organization|Group|Place|Agreement|Event, Claimant*:Person|State|Organization|Group|Place|Agreement|Event, Instrument?:Instrument, Deadline?:Deadline, Condition?:Condition

[attributes]
Kind	Arg:Attribution|Attribution-no-source, Value:direct|mixed|indirect
Mode	Arg:Attribution|Attribution-no-source, Value:assertion|belief|intention|mention
Label	Arg:Stance, Value:agree|consult|support|concede|cooperate|aid|retreat|request|accuse|reject|threaten|protest|sanction|mobilize|coerce|assault|affirm|concern|deny
Intensity	Arg:Stance, Value:1|2|3|4|5
Negated	Arg:Stance
Status	Arg:Commitment, Value:undertaken|reaffirmed|invoked|breached|fulfilled|withdrawn
`

// BratVisualConf is the visual.conf that goes with [BratAnnotationConf]: short labels and the colours of the types.
const BratVisualConf = `[labels]
Attribution | Attribution | Attr
Attribution-no-source | Attribution without source | Attr-
Organization | Organization | Org
Agreement | Agreement | Agr
Commitment | Commitment | Commit

[drawing]
SPAN_DEFAULT	fgColor:black, bgColor:#eeeeee, borderColor:darken
ARC_DEFAULT	color:black, arrowHead:triangle-5
Source	bgColor:#c9dcf5
Cue	bgColor:#e3d3f2
Content	bgColor:#fbf0c4
Attribution	bgColor:#e3d3f2
Attribution-no-source	bgColor:#e3d3f2
Stance	bgColor:#f6cfc4
Commitment	bgColor:#cfe8cf
Speaker	color:#2b5fa8
Member	color:#777777, dashArray:3-3
Negated	glyph:✗
`

// The types of annotation.
const (
	typeSource      = "Source"
	typeCue         = "Cue"
	typeContent     = "Content"
	typeAttribution = "Attribution"
	typeNoSource    = "Attribution-no-source"
	typeStance      = "Stance"
	typeCommitment  = "Commitment"
	typeNote        = "Communique"
)

// entityTypes are the types of the mentions by kind of entity.
var entityTypes = map[communique.EntityKind]string{
	communique.Person: "Person", communique.State: "State", communique.Organization: "Organization", communique.Group: "Group",
	communique.Place: "Place", communique.Agreement: "Agreement", communique.Event: "Event",
}

// entityKinds is the reverse of entityTypes.
var entityKinds = func() map[string]communique.EntityKind {
	kinds := map[string]communique.EntityKind{}
	for k, t := range entityTypes {
		kinds[t] = k
	}
	return kinds
}()

// values are the values that the attributes can have. Negated has none.
var values = map[string][]string{
	"Kind":      {string(communique.Direct), string(communique.Mixed), string(communique.Indirect)},
	"Mode":      {string(communique.Assertion), string(communique.Belief), string(communique.Intention), string(communique.BareMention)},
	"Label":     names(ontology.Labels()),
	"Intensity": {"1", "2", "3", "4", "5"},
	"Status":    names(ontology.Statuses()),
}

func names[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = string(x)
	}
	return out
}

// note is the comment on an annotation: what the format has no place for.
type note struct {
	// Spans are the pieces of a text-bound annotation before they were cut at the ends of lines, in its own notation.
	Spans string `json:"spans,omitempty"`

	// Of an entity, on its first mention.
	Name    string `json:"name,omitempty"`
	Role    string `json:"role,omitempty"`
	Country string `json:"country,omitempty"`
	Code    string `json:"code,omitempty"`

	Speaker string `json:"speaker,omitempty"` // of a quote, where the speaker is no entity

	// Of a stance.
	CAMEO    string   `json:"cameo,omitempty"`
	Mode     string   `json:"mode,omitempty"`
	Contexts []string `json:"contexts,omitempty"`
	Pattern  string   `json:"pattern,omitempty"`

	Due string `json:"due,omitempty"` // of a commitment
}

// line returns the note as JSON that no reader of lines breaks, "" if there is nothing to note.
func (n note) line() string {
	for _, s := range []*string{&n.Name, &n.Role, &n.Country, &n.Code, &n.Speaker, &n.CAMEO, &n.Mode, &n.Pattern, &n.Due} {
		*s = valid(*s) // the encoder would escape U+FFFD for a broken byte, but not the character itself
	}
	n.Contexts = append([]string(nil), n.Contexts...)
	for i, c := range n.Contexts {
		n.Contexts[i] = valid(c)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if enc.Encode(n) != nil { // cannot be: all fields are strings
		return ""
	}
	s := strings.TrimSuffix(b.String(), "\n")
	if s == "{}" {
		return ""
	}
	return strings.ReplaceAll(s, "\u0085", `\u0085`)
}

// sorted returns the spans in the order of the text.
func sorted(spans []communique.Span) []communique.Span {
	out := append([]communique.Span(nil), spans...)
	sort.Slice(out, func(i, j int) bool {
		if out[i].Start != out[j].Start {
			return out[i].Start < out[j].Start
		}
		return out[i].End < out[j].End
	})
	return out
}

// breaksLine reports whether a line of annotations cannot hold r, so that spans are cut there: a tab would end its field, and
// Python's readers of lines, brat's among them, end a line at some other control characters and separators.
func breaksLine(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }

// hull returns the span from the first of the spans to the last.
func hull(spans []communique.Span) communique.Span {
	h := spans[0]
	for _, s := range spans[1:] {
		h.Start, h.End = min(h.Start, s.Start), max(h.End, s.End)
	}
	return h
}

// notation returns spans of characters as brat writes them: "10 20;25 30".
func notation(spans []communique.Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = fmt.Sprintf("%d %d", s.Start, s.End)
	}
	return strings.Join(parts, ";")
}
