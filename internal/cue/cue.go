// Package cue holds the tables of the verbs and nouns that attribute a content to a source.
package cue

import (
	_ "embed" // for the tables
	"fmt"
	"strings"

	"github.com/communique-go/communique/internal/table"
)

//go:embed cues.tsv
var verbTable string

//go:embed nouns.tsv
var nounTable string

// Frame is a set of the complements that a cue takes.
type Frame uint8

// The complements.
const (
	Quote     Frame = 1 << iota // words between quotation marks
	That                        // a clause with "that"
	Bare                        // a clause without it
	Addressee                   // the one spoken to, as an object
	Fragment                    // part of a sentence between quotation marks
	Inf                         // an infinitive
)

var frameNames = map[string]Frame{"quote": Quote, "that": That, "bare": Bare, "addressee": Addressee, "fragment": Fragment, "inf": Inf}

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
	t := &Table{Verbs: map[string]Cue{}, Nouns: map[string]Cue{}}
	for _, err := range []error{t.read(t.Verbs, "cues.tsv", verbTable), t.read(t.Nouns, "nouns.tsv", nounTable)} {
		if err != nil {
			panic(err)
		}
	}
	return t
}

// AddVerbs enters the rows of a table in the form of cues.tsv.
func (t *Table) AddVerbs(name, data string) error { return t.read(t.Verbs, name, data) }

func (t *Table) read(into map[string]Cue, name, data string) error {
	rows, err := table.Parse(name, data, 3)
	if err != nil {
		return err
	}
	for _, r := range rows {
		c := Cue{Mode: Mode(r.Cells[1])}
		switch c.Mode {
		case Assertion, Belief, Intention:
		default:
			return fmt.Errorf("%s:%d: mode %q, want assertion, belief or intention", name, r.Line, c.Mode)
		}
		for _, f := range strings.Fields(r.Cells[2]) {
			if frameNames[f] == 0 {
				return fmt.Errorf("%s:%d: unknown frame %q, want one of quote, that, bare, addressee, fragment, inf", name, r.Line, f)
			}
			c.Frames |= frameNames[f]
		}
		into[r.Cells[0]] = c
	}
	return nil
}

// Reports reports whether a verb takes quotes or clauses of reported speech.
func (t *Table) Reports(lemma string) bool {
	c, ok := t.Verbs[lemma]
	return ok && c.Takes(Quote|That)
}
