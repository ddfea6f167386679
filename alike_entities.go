package communique

import (
	"strconv"

	"github.com/communique-go/communique/internal/alike"
)

// registry knows the entities of the statements read so far. The zero value knows none.
type registry struct {
	known []*named
	index alike.Index
}

// named is an entity with its name as it is compared.
type named struct {
	Entity
	name alike.Name
}

func newNamed(e Entity) *named { return &named{e, alike.NewName(e.Name)} }

// Features are those of the name, and the country of a state.
func (e *named) Features() []string {
	out := e.name.Features()
	if e.Kind == State && e.Country != "" {
		out = append(out, "state "+e.Country)
	}
	return out
}

// keys returns a key for every entity of one more statement: that of the known entity that it most probably is, or a new one.
func (r *registry) keys(es []Entity) []string {
	out, found := make([]string, len(es)), make([]*named, len(es))
	for i, e := range es {
		found[i] = newNamed(e)
	}
	features := alike.Features(found)
	links := r.index.Links(features, func(i, j int) float64 { return sameEntity(r.known[i], found[j]) })
	for i := len(links) - 1; i >= 0; i-- { // the best comes last and stays
		out[links[i].B] = key(links[i].A)
	}
	for _, l := range alike.PairOff(links) { // one to one where possible
		out[l.B] = key(l.A)
	}
	for j, e := range found {
		if out[j] == "" {
			out[j] = key(len(r.known))
			r.index.Add(len(r.known), features[j])
			r.known = append(r.known, e)
		}
	}
	return out
}

func key(known int) string { return "entity " + strconv.Itoa(known) }

// sameEntity returns how sure it is that two entities are one, 0 if they are not.
func sameEntity(x, y *named) float64 {
	switch {
	case x.Country != "" && y.Country != "" && x.Country != y.Country:
		return 0
	case x.Kind == State && y.Kind == State && x.Country != "" && x.Country == y.Country:
		return 1
	}
	return sameName(x, y)
}

// sameName compares the names of entities whose countries do not exclude each other.
func sameName(x, y *named) float64 {
	switch {
	case x.Name == y.Name && x.Name != "" && x.Kind == y.Kind:
		return 1
	case x.name.Wordless() || y.name.Wordless():
		return 0
	case x.name.SameWords(y.name) && x.Kind == y.Kind:
		return 0.9
	case x.name.SameWords(y.name):
		return 0.5
	case x.Kind != y.Kind:
		return 0
	case x.Kind == Person:
		return samePerson(x.name, y.name)
	case x.name.Abbreviates(y.name) || y.name.Abbreviates(x.name):
		return 0.8
	case x.Country == y.Country && oneWithin(x.name, y.name) && x.name.Overlap(y.name) >= 0.6:
		return 0.6 // "Foreign Ministry", "Ministry of Foreign Affairs"
	}
	return 0
}

// samePerson compares a full name with a surname, or names that write a given name and its initial.
func samePerson(x, y alike.Name) float64 {
	switch {
	case oneWithin(x, y):
		return 0.7
	case x.SameSurname(y) && x.SameInitial(y):
		return 0.6
	}
	return 0
}

func oneWithin(x, y alike.Name) bool { return x.Within(y) || y.Within(x) }
