package report

import (
	"sort"
	"strings"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/internal/gazetteer"
	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/page"
)

// maxPairs is how many pairs of actors the timeline has, a row each.
const maxPairs = 12

// timeline writes the stances of the most frequent pairs of actors along time, as a picture.
func (r *report) timeline() {
	pairs := r.pairs()
	r.Element("h3", "Stances over time").Line()
	if len(pairs) == 0 {
		r.Element("p", "Nobody takes a stance towards somebody else.").Line()
		return
	}
	c := chart{report: r, scale: newScale(r.statements), pairs: pairs[:min(len(pairs), maxPairs)]}
	r.Region("r-scroll r-wide", "Stances over time").Line()
	c.draw()
	r.Close("div").Line()
	note := "Officials, organs and forces count with their state. Stances towards nobody in particular are not shown."
	if rest := len(pairs) - len(c.pairs); rest > 0 {
		note += " Nor are " + plural(rest, "pair", "pairs") + " of actors with fewer stances."
	}
	r.Element("p", note, page.Class("r-note")).Line()
}

// pair is a holder and a target with the stances that the one takes towards the other.
type pair struct {
	holder, target string // names
	key            string // tells the pair from others
	stances        []timed
}

// timed is a stance in its statement.
type timed struct {
	communique.Stance
	statement int
}

// pairs returns the pairs of actors, those with the most stances first.
func (r *report) pairs() []*pair {
	sides := newSides(r.statements)
	known := map[string]*pair{}
	var list []*pair
	for i, s := range r.statements {
		for _, st := range s.Stances {
			for _, h := range sides.of(s, st.HolderIDs, st.Holders) {
				for _, t := range sides.of(s, st.TargetIDs, st.Targets) {
					key := h + "\x00" + t
					if h == t {
						continue
					}
					if known[key] == nil {
						known[key] = &pair{holder: sides.names[h], target: sides.names[t], key: key}
						list = append(list, known[key])
					}
					known[key].stances = append(known[key].stances, timed{st, i})
				}
			}
		}
	}
	sort.Slice(list, func(i, j int) bool {
		if a, b := len(list[i].stances), len(list[j].stances); a != b {
			return a > b
		}
		return list[i].key < list[j].key
	})
	return list
}

// sides are the actors of the timeline: states with all that belongs to them, and others.
type sides struct {
	names map[string]string // by key
}

// newSides notes the names that the statements give the states.
func newSides(statements []*communique.Statement) sides {
	x := sides{names: map[string]string{}}
	for _, s := range statements {
		for _, e := range s.Entities {
			if key := stateKey(e.Country); e.Kind == communique.State && e.Country != "" && x.names[key] == "" {
				x.names[key] = markup.OneLine(e.Name)
			}
		}
	}
	return x
}

func stateKey(code string) string { return "state " + code }

// of returns the keys of the sides that entities, or actors of whom there is but a name, belong to.
func (x sides) of(s *communique.Statement, ids []int, names []string) []string {
	var keys []string
	for _, id := range ids {
		if e, ok := s.Entity(id); ok {
			keys = append(keys, x.key(e))
		}
	}
	for i := 0; len(ids) == 0 && i < len(names); i++ {
		keys = append(keys, x.key(communique.Entity{Name: names[i]}))
	}
	return unique(keys)
}

// key returns the key of the side of an entity.
func (x sides) key(e communique.Entity) string {
	if e.Country != "" {
		key := stateKey(e.Country)
		if x.names[key] == "" {
			x.names[key] = gazetteer.Name(e.Country)
		}
		return key
	}
	name := markup.OneLine(e.Name)
	key := "name " + strings.ToLower(name)
	if x.names[key] == "" {
		x.names[key] = name
	}
	return key
}
