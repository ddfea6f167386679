package stance

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/communique-go/communique/internal/lemma"
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/ontology"
	"github.com/communique-go/communique/internal/table"
	"github.com/communique-go/communique/internal/text"
)

// This file reads the rows of stances.tsv, whose language the documentation of package communique explains to those who add
// rows of their own. Whatever could never match, or only by accident, is an error, for its author would not notice. Errors read
// `target "object": want ...`: the column or element, what stands there, what is allowed.

// pattern is a row of the table.
type pattern struct {
	label     ontology.Label
	source    string
	class     class
	triggers  []string // any of them
	elements  []element
	intensity ontology.Intensity
	targets   []string
	weight    int
	table     int // how many tables were entered before its own
}

// class is the part of speech of a trigger.
type class int

const (
	verb class = iota
	adjective
	noun
)

// element is a part of a pattern behind the trigger.
type element struct {
	want  want
	words map[string]bool
	gap   bool // may stand further on
}

// want is what an element of a pattern asks for.
type want int

const (
	word want = iota
	object
	anyObject
	actor
	place
	infinitive
	hostile
	clause
	gerund
	anyVerb
	reflexive
	willed
)

// keywords are the elements that have a name, in the order of the documentation.
var keywords = []struct {
	name string
	want want
}{
	{"NP", anyObject}, {"ACTOR", actor}, {"PLACE", place}, {"INF", infinitive}, {"INF-HOSTILE", hostile},
	{"THAT", clause}, {"ING", gerund}, {"VERB", anyVerb}, {"REFL", reflexive}, {"WILL", willed},
}

// keyword returns what the element of a name asks for, and whether there is one.
func keyword(name string) (want, bool) {
	for _, k := range keywords {
		if k.name == name {
			return k.want, true
		}
	}
	return word, false
}

// weights make the more specific of two patterns win.
var weights = map[want]int{word: 4, object: 5, anyObject: 1, actor: 2, place: 2, infinitive: 3, hostile: 4, clause: 3, gerund: 3, anyVerb: 1, reflexive: 4, willed: 1}

// overrules reports whether p wins over q, which stands before it, where both fit: the more specific one does, and of two that
// are equal that of the later table.
func (p *pattern) overrules(q *pattern) bool {
	return p.weight > q.weight || p.weight == q.weight && p.table >= q.table
}

// conduct reports whether the pattern holds the subject's conduct against it.
func (p *pattern) conduct() bool { return len(p.targets) > 0 && p.targets[0] == "subj" }

// What errors say is allowed.
const (
	aTrigger = "a verb, a:adjective or n:noun"
	aWord    = "a word" + more
	anObject = `nouns in brackets without blanks, like "[claim|report]"`
	more     = `, several with "|" between them`
	aTarget  = `obj, subj, poss, adj or a preposition such as "to"`
)

// parsePattern reads the columns of a row.
func parsePattern(cells []string) (*pattern, error) {
	parts := strings.Fields(cells[1])
	if len(parts) == 0 { // also where blanks stand for tabs, or two tabs for one
		return nil, errors.New(`pattern "": want ` + aTrigger + ", in the second column, behind one tab")
	}
	label, err := ontology.ParseLabel(cells[0])
	if err != nil {
		return nil, fmt.Errorf("label %q: %w", cells[0], err)
	}
	p := &pattern{label: label, source: cells[1]}
	if err := p.parseTrigger(parts[0]); err != nil {
		return nil, err
	}
	if err := p.parseElements(parts[1:]); err != nil {
		return nil, err
	}
	if n := cells[2]; len(n) != 1 || n < "1" || n > "5" {
		return nil, fmt.Errorf("intensity %q: want 1 to 5", n)
	}
	p.intensity = ontology.Intensity(cells[2][0] - '0')
	return p, p.parseTargets(cells[3])
}

// parseTrigger reads what opens a pattern: a verb, "a:" and an adjective, "n:" and a noun, or several of a kind.
func (p *pattern) parseTrigger(s string) error {
	rest := s
	switch {
	case strings.HasPrefix(s, "a:"):
		rest, p.class = s[2:], adjective
	case strings.HasPrefix(s, "n:"):
		rest, p.class = s[2:], noun
	}
	if _, ok := keyword(s); ok {
		return fmt.Errorf("trigger %q: want %s", s, aTrigger)
	}
	var err error
	if p.triggers, err = parseWords(rest, aTrigger+more); err != nil {
		return fmt.Errorf("trigger %q: %w", s, err)
	}
	for _, w := range p.triggers {
		if p.class == verb && !lemma.IsVerbLemma(w) {
			return fmt.Errorf("trigger %q: want the lemma, %q, or \"a:%s\" for an adjective", s, lemma.Verb(w), w)
		}
	}
	return nil
}

// parseElements reads what follows the trigger.
func (p *pattern) parseElements(parts []string) error {
	gap, blind := false, "" // blind is the element right before if it looks at words without taking them
	for i, s := range parts {
		if s == "..." {
			if gap || i+1 == len(parts) {
				return errors.New(`element "...": want another element behind it`)
			}
			gap = true
			continue
		}
		e, err := parseElement(s)
		switch {
		case err != nil:
			return fmt.Errorf("element %q: %w", s, err)
		case e.want == willed && (i > 0 || p.class != verb):
			return fmt.Errorf("element %q: want it right behind a verb", s)
		case blind != "" && !gap:
			return fmt.Errorf("element %q: want \"...\" between %s and it", s, blind)
		}
		e.gap, gap, blind = gap, false, ""
		if e.want == clause || e.want == gerund || e.want == anyVerb {
			blind = s
		}
		p.elements = append(p.elements, e)
		p.weight += weights[e.want]
	}
	return nil
}

func parseElement(s string) (element, error) {
	if k, ok := keyword(s); ok {
		return element{want: k}, nil
	}
	for _, w := range strings.Split(strings.Trim(s, "[]"), "|") {
		if _, ok := keyword(w); ok {
			return element{}, fmt.Errorf("want %s alone, in a row of its own", w)
		}
	}
	if s == strings.ToUpper(s) && s != strings.ToLower(s) {
		return element{}, fmt.Errorf("want one of %s, or words in lower case", strings.Join(keywordNames(), ", "))
	}
	e, inner, allowed := element{want: word}, s, aWord
	if strings.ContainsAny(s, "[]") {
		e.want, allowed = object, anObject
		if len(s) > 2 && s[0] == '[' && s[len(s)-1] == ']' {
			inner = s[1 : len(s)-1]
		}
	}
	e.words = table.Set(inner)
	_, err := parseWords(inner, allowed)
	return e, err
}

// parseWords splits alternatives. The error for what is no word names what is allowed.
func parseWords(s, allowed string) ([]string, error) {
	words := strings.Split(s, "|")
	for _, w := range words {
		if norm := text.Normalize(w); w != norm {
			return nil, fmt.Errorf("want %q", norm)
		}
		if !isWord(w) {
			return nil, errors.New("want " + allowed)
		}
		if strings.Contains(w, "'") {
			if cut := text.Words(w); len(cut) > 1 {
				return nil, fmt.Errorf("want a single word, which %q is not", strings.Join(cut, " "))
			}
		}
	}
	return words, nil
}

// isWord reports whether a text may have w as a word.
func isWord(w string) bool {
	for _, r := range w {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-'.&/", r) {
			return false
		}
	}
	return strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

func keywordNames() []string {
	var names []string
	for _, k := range keywords {
		names = append(names, k.name)
	}
	return names
}

// parseTargets reads where the target is sought, in this order.
func (p *pattern) parseTargets(cell string) error {
	if cell == "" {
		return nil
	}
	for _, t := range strings.Split(cell, ",") {
		t = strings.TrimSpace(t)
		switch {
		case t != "obj" && t != "subj" && t != "poss" && t != "adj" && !lexicon.Preposition.Has(t):
			return fmt.Errorf("target %q: want %s", t, aTarget)
		case slices.Contains(p.targets, t):
			return fmt.Errorf("target %q: want it once", t)
		}
		p.targets = append(p.targets, t)
	}
	if slices.Contains(p.targets, "subj") && len(p.targets) > 1 {
		return errors.New(`target "subj": want it alone`)
	}
	if p.conduct() && p.class == noun {
		return errors.New(`target "subj": want poss, adj or a preposition, for a noun has no subject`)
	}
	return nil
}
