package stance

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/communique-go/communique/internal/ontology"
	"github.com/communique-go/communique/internal/table"
)

// class is the part of speech of a trigger.
type class int

const (
	verb class = iota
	adjective
	noun
)

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

var keywords = map[string]want{"NP": anyObject, "ACTOR": actor, "PLACE": place, "INF": infinitive, "INF-HOSTILE": hostile,
	"THAT": clause, "ING": gerund, "VERB": anyVerb, "REFL": reflexive, "WILL": willed}

// weights make the more specific of two patterns win.
var weights = map[want]int{word: 4, object: 5, anyObject: 1, actor: 2, place: 2, infinitive: 3, hostile: 4, clause: 3, gerund: 3, anyVerb: 1, reflexive: 4, willed: 1}

type element struct {
	want  want
	words map[string]bool
	gap   bool // may stand further on
}

// pattern is a row of the table.
type pattern struct {
	label     ontology.Label
	source    string
	trigger   string
	class     class
	elements  []element
	intensity ontology.Intensity
	targets   []string
	weight    int
}

// conduct reports whether the pattern holds the subject's conduct against it.
func (p *pattern) conduct() bool { return len(p.targets) > 0 && p.targets[0] == "subj" }

// willed reports whether the pattern asks for a modal of the future.
func (p *pattern) willed() bool { return len(p.elements) > 0 && p.elements[0].want == willed }

func parsePattern(cells []string) (*pattern, error) {
	label, err := ontology.ParseLabel(cells[0])
	if err != nil {
		return nil, fmt.Errorf("unknown label %q, %w", cells[0], err)
	}
	p := &pattern{label: label, source: cells[1]}
	n, err := strconv.Atoi(cells[2])
	if err != nil || n < 1 || n > 5 {
		return nil, fmt.Errorf("intensity %q, want 1 to 5", cells[2])
	}
	p.intensity = ontology.Intensity(n)
	if cells[3] != "" {
		p.targets = strings.Split(cells[3], ",")
	}
	f := strings.Fields(cells[1])
	if len(f) == 0 {
		return nil, fmt.Errorf("the pattern is empty")
	}
	p.trigger = f[0]
	for prefix, c := range map[string]class{"a:": adjective, "n:": noun} {
		if rest, ok := strings.CutPrefix(f[0], prefix); ok {
			p.trigger, p.class = rest, c
		}
	}
	gap := false
	for _, w := range f[1:] {
		if w == "..." {
			gap = true
			continue
		}
		e := element{gap: gap}
		gap = false
		if k, ok := keywords[w]; ok {
			e.want = k
		} else if strings.HasPrefix(w, "[") && strings.HasSuffix(w, "]") {
			e.want, e.words = object, table.Set(strings.Trim(w, "[]"))
		} else {
			e.words = table.Set(w)
		}
		p.elements = append(p.elements, e)
		p.weight += weights[e.want]
	}
	if gap {
		return nil, fmt.Errorf("pattern %q ends in a gap, want a word behind it", cells[1])
	}
	return p, nil
}
