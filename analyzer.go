package communique

import (
	"fmt"
	"math"
	"sync"
	"time"

	"github.com/communique-go/communique/internal/commitment"
	"github.com/communique-go/communique/internal/cue"
	"github.com/communique-go/communique/internal/entity"
	"github.com/communique-go/communique/internal/marks"
	"github.com/communique-go/communique/internal/quote"
	"github.com/communique-go/communique/internal/stance"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/text"
)

// Analyzer reads statements. Build it once with New and use it for many texts: it does not change after construction and
// is safe for concurrent use. The zero value, and a nil Analyzer, work with the embedded tables.
type Analyzer struct {
	once    sync.Once
	names   *entity.Names
	bias    float64
	dated   map[string]Actor // by name, the actors whose role depends on the date
	cues    *cue.Table
	lexicon *stance.Lexicon
}

// Option extends the tables of an Analyzer.
type Option func(*Analyzer) error

// WithStances adds rows to the lexicon of stances. The rows are tab-separated, in the form of internal/stance/stances.tsv:
// label, pattern, intensity, where the target is sought. Where an old and a new pattern fit equally well, the new one wins.
func WithStances(rows string) Option {
	return func(a *Analyzer) error { return a.lexicon.Add("stances", rows) }
}

// WithCues adds rows to the table of reporting verbs, in the form of internal/cue/cues.tsv: lemma, mode, frames.
func WithCues(rows string) Option {
	return func(a *Analyzer) error { return a.cues.AddVerbs("cues", rows) }
}

// WithRecall moves the balance of the learnt model of attributions (see internal/attribution/MODEL.md): above zero it finds more
// of them, below zero what it finds is more often right. 1 is a large step, 0 the balance it was tuned to.
func WithRecall(bias float64) Option {
	return func(a *Analyzer) error {
		if math.IsNaN(bias) || bias < -100 || bias > 100 {
			return fmt.Errorf("recall %v, want a number from -100 to 100", bias)
		}
		a.bias = bias
		return nil
	}
}

// New returns an Analyzer with the embedded tables, extended by the options. It fails on the first option that does not
// hold, naming the row.
func New(options ...Option) (*Analyzer, error) {
	a := &Analyzer{}
	a.init()
	for _, o := range options {
		if err := o(a); err != nil {
			return nil, fmt.Errorf("communique: %w", err)
		}
	}
	return a, nil
}

// init loads the embedded tables.
func (a *Analyzer) init() {
	a.once.Do(func() {
		a.names, a.cues, a.lexicon = entity.NewNames(), cue.Default(), stance.Default()
		a.dated = map[string]Actor{}
	})
}

var shared Analyzer

// Parse analyses a text with a shared Analyzer that has the embedded tables.
func Parse(text string) (*Statement, error) { return shared.Parse(text) }

// Attribute returns only the quotes of a text, with their speakers.
func Attribute(text string) ([]Quote, error) { return shared.Attribute(text) }

// Label returns the stances of a phrase or sentence that stands alone ("committed to intensify"). Without a text around
// it, holders and targets are often unknown.
func Label(phrase string) []Stance { return shared.Label(phrase) }

// ErrTooLong is returned for a text of more than MaxLength bytes.
var ErrTooLong = fmt.Errorf("communique: the text is longer than %d bytes; cut it into its statements", MaxLength)

// MaxLength is the longest text, in bytes, that is analysed.
const MaxLength = 64 << 20

// Parse analyses a text. Every span of the result is a byte range of the text as given, on rune boundaries, whatever the
// bytes: broken UTF-8 is no error. The error is ErrTooLong for a text of more than MaxLength bytes, else nil.
func (a *Analyzer) Parse(s string) (*Statement, error) {
	d, err := a.read(s)
	if err != nil {
		return nil, err
	}
	stances := stance.Find(d.Doc, d.quotes, d.a.lexicon)
	c := newConverter(d)
	quotes, attributions := c.quotes(d.quotes)
	return &Statement{
		Text:         s,
		Entities:     c.entities(),
		Quotes:       quotes,
		Attributions: attributions,
		Stances:      c.stances(stances),
		Commitments:  c.commitments(commitment.Find(d.Doc, d.quotes, stances)),
	}, nil
}

// ParseDated is Parse for a statement of a known day: actors have the roles that they held on it, and the deadlines of
// commitments are resolved to dates where their wording allows.
func (a *Analyzer) ParseDated(s string, day time.Time) (*Statement, error) {
	st, err := a.Parse(s)
	if err != nil {
		return nil, err
	}
	if a == nil {
		a = &shared
	}
	st.Date = day
	a.rolesOn(st.Entities, day)
	for i := range st.Commitments {
		st.Commitments[i].resolve(day)
	}
	return st, nil
}

// Attribute returns only the quotes of a text, with their speakers. Errors are those of Parse.
func (a *Analyzer) Attribute(s string) ([]Quote, error) {
	d, err := a.read(s)
	if err != nil {
		return nil, err
	}
	quotes, _ := newConverter(d).quotes(d.quotes)
	return quotes, nil
}

// Label returns the stances of a phrase that stands alone.
func (a *Analyzer) Label(phrase string) []Stance {
	s, err := a.Parse(phrase)
	if err != nil {
		return nil
	}
	return s.Stances
}

// reading is a text with what the stages up to the quotes found.
type reading struct {
	*entity.Doc
	quotes []quote.Quote
	a      *Analyzer
}

// read takes a text through the stages up to the quotes.
func (a *Analyzer) read(s string) (*reading, error) {
	if a == nil {
		a = &shared
	}
	a.init()
	if len(s) > MaxLength {
		return nil, ErrTooLong
	}
	doc := text.Tag(text.Cut(s))
	tree := syntax.Parse(doc, a.cues.Reports)
	entities := entity.Find(tree, marks.Find(doc), a.names, a.cues.Reports)
	return &reading{Doc: entities, quotes: quote.Find(entities, a.cues, a.bias), a: a}, nil
}
