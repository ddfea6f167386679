package cue

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/communique-go/communique/internal/lemma"
	"github.com/communique-go/communique/internal/table"
)

// This file reads the rows of cues.tsv and nouns.tsv, whose columns the documentation of package communique explains to those who
// add rows of their own. Errors read `frame "whether": want ...`: the column, what stands there, what is allowed.

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

// frames are the complements by name, in the order of the documentation.
var frames = []struct {
	name  string
	frame Frame
}{{"quote", Quote}, {"that", That}, {"bare", Bare}, {"addressee", Addressee}, {"fragment", Fragment}, {"inf", Inf}}

// aMode and aFrame are what errors say is allowed.
const aMode = "assertion, belief or intention"

func aFrame() string {
	var names []string
	for _, f := range frames {
		names = append(names, f.name)
	}
	return "one of " + strings.Join(names, ", ") + ", several with blanks between them"
}

// parse reads a table in the form of cues.tsv: the cues by lemma, which have to be those of verbs or of nouns.
func parse(name, data string, verbs bool) (map[string]Cue, error) {
	rows, err := table.Parse(name, data, 3)
	if err != nil {
		return nil, err
	}
	cues, lines := map[string]Cue{}, map[string]int{}
	for _, r := range rows {
		word := r.Cells[0]
		c, err := parseCue(r.Cells, verbs)
		if err == nil && lines[word] > 0 {
			err = fmt.Errorf("lemma %q: want one row for it, line %d has it already", word, lines[word])
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, r.Line, err)
		}
		cues[word], lines[word] = c, r.Line
	}
	return cues, nil
}

// parseCue reads the columns of a row.
func parseCue(cells []string, verb bool) (Cue, error) {
	c := Cue{Mode: Mode(cells[1])}
	switch c.Mode {
	case Assertion, Belief, Intention:
	case "": // also where blanks stand for tabs, or two tabs for one
		return c, errors.New(`mode "": want ` + aMode + ", in the second column, behind one tab")
	default:
		return c, fmt.Errorf("mode %q: want %s", c.Mode, aMode)
	}
	if err := checkLemma(cells[0], verb); err != nil {
		return c, fmt.Errorf("lemma %q: %w", cells[0], err)
	}
	var err error
	c.Frames, err = parseFrames(cells[2])
	return c, err
}

// checkLemma returns an error for what cannot be the lemma of a word in a text.
func checkLemma(s string, verb bool) error {
	notLetter := func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }
	switch lower := strings.ToLower(s); {
	case strings.ContainsFunc(s, notLetter):
		return errors.New("want a single word")
	case s != lower:
		return fmt.Errorf("want %q", lower)
	case verb && !lemma.IsVerbLemma(s):
		return fmt.Errorf("want the lemma, %q", lemma.Verb(s))
	}
	return nil
}

// parseFrames reads the complements of a cue, of which there has to be one. What takes a clause without "that" takes one with it.
func parseFrames(cell string) (Frame, error) {
	var all Frame
	for _, name := range strings.Fields(cell) {
		var f Frame
		for _, x := range frames {
			if x.name == name {
				f = x.frame
			}
		}
		if f == 0 {
			return 0, fmt.Errorf("frame %q: want %s", name, aFrame())
		}
		if all&f != 0 {
			return 0, fmt.Errorf("frame %q: want it once", name)
		}
		all |= f
	}
	switch {
	case all == 0:
		return 0, errors.New(`frame "": want ` + aFrame())
	case all&(Bare|That) == Bare:
		return 0, errors.New(`frame "bare": want that beside it`)
	case all == Addressee:
		return 0, errors.New(`frame "addressee": want quote, that or fragment beside it`)
	}
	return all, nil
}
