package stance

import (
	_ "embed" // for the table
	"fmt"
	"strings"

	"github.com/communique-go/communique/internal/table"
)

//go:embed stances.tsv
var stanceTable string

// Lexicon holds the patterns by trigger. It is not to be changed once texts are read with it.
type Lexicon struct {
	verbs, adjectives, nouns map[string][]*pattern
}

// Default returns the lexicon of the embedded table.
func Default() *Lexicon {
	l := &Lexicon{verbs: map[string][]*pattern{}, adjectives: map[string][]*pattern{}, nouns: map[string][]*pattern{}}
	if err := l.Add("stances.tsv", stanceTable); err != nil {
		panic(err)
	}
	return l
}

// Add enters the rows of a table in the form of stances.tsv. Where an old and a new pattern fit equally well, the new one
// wins.
func (l *Lexicon) Add(name, data string) error {
	rows, err := table.Parse(name, data, 4)
	if err != nil {
		return err
	}
	for _, r := range rows {
		p, err := parsePattern(r.Cells)
		if err != nil {
			return fmt.Errorf("%s:%d: %w", name, r.Line, err)
		}
		by := [...]map[string][]*pattern{verb: l.verbs, adjective: l.adjectives, noun: l.nouns}[p.class]
		for _, t := range strings.Split(p.trigger, "|") {
			by[t] = append(by[t], p)
		}
	}
	return nil
}
