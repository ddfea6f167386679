package communique

import "fmt"

// QuoteKind tells how much of a quote stands between quotation marks (Pareti 2012).
type QuoteKind string

// The kinds of quote.
const (
	Direct   QuoteKind = "direct"   // the content is wholly between quotation marks
	Mixed    QuoteKind = "mixed"    // part of the content is
	Indirect QuoteKind = "indirect" // none of it is
)

// QuoteMode tells what the source does with the content (after the attribution types of PARC and PolNeAR).
type QuoteMode string

// The modes of an attribution.
const (
	Assertion   QuoteMode = "assertion" // reported words or a finite reported clause
	Belief      QuoteMode = "belief"    // "believes that"
	Intention   QuoteMode = "intention" // "plans to", "vowed to"
	BareMention QuoteMode = "mention"   // a noun phrase or infinitive: "stressed the need"
)

// Quote is a content that the text attributes to a source by a cue, the three parts of an attribution in PARC and
// PolNeAR (Pareti 2012; Newell, Margolin and Ruths 2018).
type Quote struct {
	ID   int       `json:"id"` // index in Statement.Quotes, or behind it for an attribution
	Kind QuoteKind `json:"kind"`
	// Content is what is said, in the order of the text: a span for each piece where the attribution interrupts it or a new
	// paragraph begins. The spans of a direct quote lie inside its quotation marks. It is empty for a bare mention of which
	// the text tells only that somebody spoke or thought.
	Content []Passage `json:"content"`
	// Cue is the reporting verb, phrase or noun ("said", "according to", "assurance"), nil where a quote stands without one.
	Cue *Passage `json:"cue"`
	// Source is the mention in the text that the content is attributed to ("he"), nil where there is none.
	Source *Passage `json:"source"`
	// SpeakerID is the id of the entity that the source resolves to, nil if it is unknown.
	SpeakerID *int      `json:"speaker"`
	Mode      QuoteMode `json:"mode"`

	// Speaker is the name of the speaker, "" if it is unknown.
	Speaker string `json:"-"`
	// Text is the content's pieces joined by a blank.
	Text string `json:"-"`
}

// String returns the quote as `Speaker (kind): content`.
func (q Quote) String() string {
	who := q.Speaker
	if who == "" {
		who = "?"
	}
	if q.Kind == Direct {
		return fmt.Sprintf("%s (%s): “%s”", who, q.Kind, q.Text)
	}
	return fmt.Sprintf("%s (%s): %s", who, q.Kind, q.Text)
}
