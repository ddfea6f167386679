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
	tables                   int // how many have been entered
}

// Default returns the lexicon of the embedded table.
func Default() *Lexicon {
	l := empty()
	if err := l.Add("stances.tsv", stanceTable); err != nil {
		panic(err)
	}
	return l
}

func empty() *Lexicon {
	return &Lexicon{verbs: map[string][]*pattern{}, adjectives: map[string][]*pattern{}, nouns: map[string][]*pattern{}}
}

// Add enters the rows of a table in the form of stances.tsv, or none of them if one is wrong: the error begins with the name of
// the table and the row's line. Where an old and a new pattern fit equally well, the new one wins.
func (l *Lexicon) Add(name, data string) error {
	rows, err := table.Parse(name, data, 4)
	if err != nil {
		return err
	}
	var patterns []*pattern
	lines := map[string]int{} // of each pattern
	for _, r := range rows {
		p, err := parsePattern(r.Cells)
		if err != nil {
			return fmt.Errorf("%s:%d: %w", name, r.Line, err)
		}
		key := strings.Join(strings.Fields(p.source), " ")
		if at := lines[key]; at > 0 {
			return fmt.Errorf("%s:%d: pattern %q: want one row for it, line %d has it already", name, r.Line, p.source, at)
		}
		lines[key] = r.Line
		patterns = append(patterns, p)
	}
	for _, p := range patterns {
		l.enter(p)
	}
	l.tables++
	return nil
}

// enter adds a pattern behind those with the same trigger.
func (l *Lexicon) enter(p *pattern) {
	p.table = l.tables
	by := [...]map[string][]*pattern{verb: l.verbs, adjective: l.adjectives, noun: l.nouns}[p.class]
	for _, t := range p.triggers {
		by[t] = append(by[t], p)
	}
}
