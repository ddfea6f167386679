// Package cue holds the tables of the verbs and nouns that attribute a content to a source.
package cue

import _ "embed" // for the tables

//go:embed cues.tsv
var verbTable string

//go:embed nouns.tsv
var nounTable string

// Mode tells what a source does with a content.
type Mode string

// The modes. Cues have one of the first three; Mention is that of a content which the source is not told to have asserted,
// believed or intended.
const (
	Assertion Mode = "assertion"
	Belief    Mode = "belief"
	Intention Mode = "intention"
	Mention   Mode = "mention"
)

// Cue is what a cue says about its content.
type Cue struct {
	Mode   Mode
	Frames Frame
}

// Takes reports whether the cue takes one of the complements f.
func (c Cue) Takes(f Frame) bool { return c.Frames&f != 0 }

// Table maps lemmas to cues. It is not to be changed once texts are read with it.
type Table struct{ Verbs, Nouns map[string]Cue }

// Default returns the embedded table.
func Default() *Table {
	return &Table{Verbs: mustParse("cues.tsv", verbTable, true), Nouns: mustParse("nouns.tsv", nounTable, false)}
}

// mustParse is parse for the embedded tables, whose form a test has checked.
func mustParse(name, data string, verbs bool) map[string]Cue {
	cues, err := parse(name, data, verbs)
	if err != nil {
		panic(err)
	}
	return cues
}

// AddVerbs enters the rows of a table in the form of cues.tsv, or none of them if one is wrong: the error begins with the name of
// the table and the row's line. A row replaces that which the table had for its verb.
func (t *Table) AddVerbs(name, data string) error {
	cues, err := parse(name, data, true)
	for lemma, c := range cues {
		t.Verbs[lemma] = c
	}
	return err
}

// Reports reports whether a verb takes quotes or clauses of reported speech.
func (t *Table) Reports(lemma string) bool {
	c, ok := t.Verbs[lemma]
	return ok && c.Takes(Quote|That)
}
