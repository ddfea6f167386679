package communique

import (
	"fmt"
	"math"
	"sync"

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
	cues    *cue.Table
	lexicon *stance.Lexicon
}

// Option extends the tables of an Analyzer that New is making, or sets how it reads.
type Option interface {
	apply(*Analyzer) error
}

type option func(*Analyzer) error

func (o option) apply(a *Analyzer) error { return o(a) }

// WithStances adds rows to the lexicon of stances: label, pattern, intensity, where the target is sought. The package
// documentation explains them under "Adding phrases and verbs". Where an old and a new pattern fit equally well, the new one wins.
func WithStances(rows string) Option {
	return option(func(a *Analyzer) error { return a.lexicon.Add("stances", rows) })
}

// WithCues adds rows to the table of reporting verbs: lemma, mode, frames. The package documentation explains them under "Adding
// phrases and verbs". A row replaces the one that the table has for its verb.
func WithCues(rows string) Option {
	return option(func(a *Analyzer) error { return a.cues.AddVerbs("cues", rows) })
}

// WithRecall moves the balance of the learnt model of attributions (see internal/attribution/MODEL.md): above zero it finds more
// of them, below zero what it finds is more often right. 1 is a large step, 0 the balance it was tuned to.
func WithRecall(bias float64) Option {
	return option(func(a *Analyzer) error {
		if math.IsNaN(bias) || bias < -100 || bias > 100 {
			return fmt.Errorf("recall %v, want a number from -100 to 100", bias)
		}
		a.bias = bias
		return nil
	})
}

// New returns an Analyzer with the embedded tables, extended by the options. It fails on the first option that does not
// hold, naming the row, and on a nil option.
func New(options ...Option) (*Analyzer, error) {
	a := new(Analyzer).loaded()
	for i, o := range options {
		if o == nil {
			return nil, fmt.Errorf("communique: option %d is nil; leave it out", i+1)
		}
		if err := o.apply(a); err != nil {
			return nil, fmt.Errorf("communique: %w", err)
		}
	}
	return a, nil
}

// loaded returns the analyzer, the shared one for nil, with the embedded tables loaded.
func (a *Analyzer) loaded() *Analyzer {
	if a == nil {
		a = &shared
	}
	a.once.Do(func() {
		a.names, a.cues, a.lexicon = entity.NewNames(), cue.Default(), stance.Default()
	})
	return a
}

var shared Analyzer

// Parse analyses a text with a shared Analyzer that has the embedded tables.
func Parse(text string) (*Statement, error) { return shared.Parse(text) }

// ParseDocument is Parse for a text of which more is known: its date, its issuer, where it comes from.
func ParseDocument(d Document) (*Statement, error) { return shared.ParseDocument(d) }

// Attribute reads a text only as far as the quotes, which takes half the time: the Statement has neither stances nor
// commitments.
func Attribute(text string) (*Statement, error) { return shared.Attribute(text) }

// Label returns the stances of a phrase or sentence that stands alone ("committed to intensify"). Without a text around
// it, holders and targets are often unknown.
func Label(phrase string) ([]Stance, error) { return shared.Label(phrase) }

// ErrTooLong is returned for a text of more than MaxLength bytes.
var ErrTooLong = fmt.Errorf("communique: the text is longer than %d bytes; cut it into its statements", MaxLength)

// MaxLength is the longest text, in bytes, that is analysed.
const MaxLength = 64 << 20

// Parse analyses a text. Every span of the result is a byte range of the text as given, on rune boundaries, whatever the
// bytes: broken UTF-8 is no error. The error is ErrTooLong for a text of more than MaxLength bytes, else nil.
func (a *Analyzer) Parse(text string) (*Statement, error) {
	return a.ParseDocument(Document{Text: text})
}

// ParseDocument is Parse for a text of which more is known: its date, its issuer, where it comes from. What the document says
// stands in the Statement. Errors are those of Parse.
func (a *Analyzer) ParseDocument(d Document) (*Statement, error) {
	a = a.loaded()
	quotes, err := a.read(d)
	if err != nil {
		return nil, err
	}
	stances := stance.Find(quotes, a.lexicon)
	commitments := commitment.Find(stances)
	c := newConverter(quotes)
	s := c.statement(d)
	s.Stances, s.Commitments = c.stances(stances.Stances), c.commitments(commitments)
	if !s.Date.IsZero() {
		for i := range s.Commitments {
			s.Commitments[i].resolve(s.Date)
		}
	}
	return s, nil
}

// Attribute reads a text only as far as the quotes, which takes half the time: the Statement has neither stances nor
// commitments. Errors are those of Parse.
func (a *Analyzer) Attribute(text string) (*Statement, error) {
	d := Document{Text: text}
	quotes, err := a.loaded().read(d)
	if err != nil {
		return nil, err
	}
	return newConverter(quotes).statement(d), nil
}

// Label returns the stances of a phrase that stands alone. Errors are those of Parse.
func (a *Analyzer) Label(phrase string) ([]Stance, error) {
	s, err := a.Parse(phrase)
	if err != nil {
		return nil, err
	}
	return s.Stances, nil
}

// read takes a text through the stages up to the quotes.
func (a *Analyzer) read(d Document) (*quote.Doc, error) {
	if len(d.Text) > MaxLength {
		return nil, ErrTooLong
	}
	doc := text.Tag(text.Cut(d.Text))
	tree := syntax.Parse(doc, a.cues.Reports)
	entities := entity.Find(tree, marks.Find(doc), a.names, a.cues.Reports, entity.Given{Day: d.Date, Issuer: d.Issuer})
	return quote.Find(entities, a.cues, a.bias), nil
}
