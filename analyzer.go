package communique

// Analyzer reads statements. Build it once with New; it is safe for concurrent use.
type Analyzer struct{}

// Option configures an Analyzer.
type Option func(*Analyzer) error

// New returns an Analyzer.
func New(opts ...Option) (*Analyzer, error) { return &Analyzer{}, nil }

// Parse analyses a text.
func (a *Analyzer) Parse(text string) (*Statement, error) { return &Statement{Text: text}, nil }

// Parse analyses a text with the default Analyzer.
func Parse(text string) (*Statement, error) { return (&Analyzer{}).Parse(text) }
