package communique

import (
	"strconv"
	"strings"
	"unicode"
)

// matchEntities gives every entity of b the key of the entity of a that it most probably is, or one of its own.
func (c *comparer) matchEntities() {
	var r registry
	c.a.key = r.keys(c.a.Entities)
	c.b.key = r.keys(c.b.Entities)
}

// registry knows the entities of the statements read so far. The zero value knows none.
type registry struct {
	known []Entity
	index index
}

// keys returns a key for every entity of one more statement: that of the known entity that it most probably is, or a new one.
func (r *registry) keys(es []Entity) []string {
	out := make([]string, len(es))
	features := entityFeatures(es)
	ls := r.index.links(features, func(i, j int) float64 { return sameEntity(r.known[i], es[j]) })
	for i := len(ls) - 1; i >= 0; i-- { // the best comes last and stays
		out[ls[i].b] = key(ls[i].a)
	}
	pairs, _, _ := pairOff(ls, len(r.known), len(es), nil)
	for _, l := range pairs { // one to one where possible
		out[l.b] = key(l.a)
	}
	for j, e := range es {
		if out[j] == "" {
			out[j] = key(len(r.known))
			r.index.add(len(r.known), features[j])
			r.known = append(r.known, e)
		}
	}
	return out
}

func key(known int) string { return "entity " + strconv.Itoa(known) }

func entityFeatures(es []Entity) [][]string {
	out := make([][]string, len(es))
	for i, e := range es {
		name := nameWords(e.Name)
		out[i] = append(name.list(), strings.ToLower(e.Name), initials(e.Name))
		if e.Kind == State && e.Country != "" {
			out[i] = append(out[i], "state "+e.Country)
		}
	}
	return out
}

// sameEntity returns how sure it is that two entities are one, 0 if they are not.
func sameEntity(x, y Entity) float64 {
	switch {
	case x.Country != "" && y.Country != "" && x.Country != y.Country:
		return 0
	case x.Kind == State && y.Kind == State && x.Country != "" && x.Country == y.Country:
		return 1
	}
	return sameName(x, y)
}

// sameName compares the names of entities whose countries do not exclude each other.
func sameName(x, y Entity) float64 {
	nx, ny := nameWords(x.Name), nameWords(y.Name)
	common := nx.overlap(ny)
	switch {
	case x.Name == y.Name && x.Name != "" && x.Kind == y.Kind:
		return 1
	case len(nx) == 0 || len(ny) == 0:
		return 0
	case common == 1 && x.Kind == y.Kind:
		return 0.9
	case common == 1:
		return 0.5
	case x.Kind != y.Kind:
		return 0
	case x.Kind == Person:
		return samePerson(nx, ny, x.Name, y.Name)
	case isAcronym(x.Name, y.Name) || isAcronym(y.Name, x.Name):
		return 0.8
	case common >= 0.6 && x.Country == y.Country && (nx.within(ny) || ny.within(nx)):
		return 0.6 // "Foreign Ministry", "Ministry of Foreign Affairs"
	}
	return 0
}

// samePerson compares a full name with a surname, or names that write a given name and its initial.
func samePerson(nx, ny wordSet, x, y string) float64 {
	if nx.within(ny) || ny.within(nx) {
		return 0.7
	}
	fx, fy := strings.Fields(strings.ToLower(x)), strings.Fields(strings.ToLower(y))
	sameSurname := fx[len(fx)-1] == fy[len(fy)-1]
	if sameSurname && fx[0][0] == fy[0][0] && (len(strings.Trim(fx[0], ".")) == 1 || len(strings.Trim(fy[0], ".")) == 1) {
		return 0.6
	}
	return 0
}

// isAcronym reports whether short is made of the initials of long.
func isAcronym(short, long string) bool {
	s := initials(short)
	return len(s) > 1 && !strings.Contains(short, " ") && s == initials(long)
}

// initials returns the capitals that begin the words of a name, in lower case, or the name itself if it is one word.
func initials(name string) string {
	parts := strings.Fields(name)
	if len(parts) == 1 {
		return strings.ToLower(strings.ReplaceAll(name, ".", ""))
	}
	var out []rune
	for _, w := range parts {
		if r := []rune(w)[0]; unicode.IsUpper(r) {
			out = append(out, unicode.ToLower(r))
		}
	}
	return string(out)
}
