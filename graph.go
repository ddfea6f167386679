package communique

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"github.com/communique-go/communique/internal/alike"
	"github.com/communique-go/communique/internal/gazetteer"
	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/ontology"
)

// Graph is who says what to whom: the actors of one or more statements and the stances between them. The zero value is a
// graph without actors.
type Graph struct {
	Nodes []GraphNode `json:"nodes"` // those with the most stances from and to others come first
	Edges []GraphEdge `json:"edges"` // those with the most stances come first

	states map[string]string // the names that the statements give the states, by country code
}

// GraphNode is an actor who takes a stance or is the target of one.
type GraphNode struct {
	Name    string     `json:"name"`
	Kind    EntityKind `json:"kind,omitempty"` // "" where a stance has but a name
	Country string     `json:"country,omitempty"`
	Role    string     `json:"role,omitempty"` // the one given first
	Taken   int        `json:"taken"`          // how many stances the actor holds
	Met     int        `json:"met"`            // how many are taken towards the actor
}

// GraphEdge is the stances of one polarity that one actor takes towards another.
type GraphEdge struct {
	From int  `json:"from"` // index of the holder in Graph.Nodes
	To   *int `json:"to"`   // index of the target, nil for the stances towards nobody in particular
	// Polarity is that of the label, but neutral for negated stances: who "did not condemn" neither cooperates nor clashes.
	Polarity Polarity     `json:"polarity"`
	Count    int          `json:"count"`
	Labels   []GraphLabel `json:"labels"`  // the most frequent first
	Phrases  []string     `json:"phrases"` // of each stance, in the order of the statements
}

// GraphLabel is how often a label occurs on an edge.
type GraphLabel struct {
	Label string `json:"label"` // a stance label, "not accuse" where it is negated
	Count int    `json:"count"`
}

// NewGraph returns the graph of the stances of the statements. Stances without a holder are left out, nil statements too.
//
// An actor of several statements is one node: a state by its country code, others by kind, country and name without regard
// to case; an actor without country is the one of his name and kind who has one, if only one has. A stance with several
// holders or targets counts for each pair of them, but for nobody towards himself. But for the phrases and for the spelling
// of names and roles, of which the first counts, the order of the statements makes no difference.
func NewGraph(statements ...*Statement) *Graph {
	b := graphBuilder{graph: Graph{states: map[string]string{}}, countries: map[string]alike.Set{}, nodes: map[string]int{}, edges: map[edgeKey]int{}}
	for _, s := range statements {
		if s != nil {
			b.learn(s)
		}
	}
	for _, s := range statements {
		if s == nil {
			continue
		}
		for _, st := range s.Stances {
			b.add(s, st)
		}
	}
	return b.sorted()
}

// String returns the numbers of actors and arrows, and each arrow on a line: `holder → target: label ×count, label`.
func (g *Graph) String() string {
	if g == nil {
		g = &Graph{}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s\n", plural(len(g.Nodes), "actor", "actors"), plural(len(g.Edges), "arrow", "arrows"))
	for _, e := range g.Edges {
		fmt.Fprintf(&b, "%s → %s: %s\n", g.name(e.From), g.name(e.target()), e)
	}
	return b.String()
}

// name returns the name of a node, "nobody in particular" where there is none.
func (g *Graph) name(node int) string {
	if node < 0 || node >= len(g.Nodes) {
		return "nobody in particular"
	}
	return g.Nodes[node].Name
}

// graphBuilder collects nodes and edges.
type graphBuilder struct {
	countries map[string]alike.Set // the countries that the actors of a kind and name have
	nodes     map[string]int
	edges     map[edgeKey]int
	keys      []string // of the nodes
	graph     Graph
}

type edgeKey struct {
	from, to int
	polarity Polarity
}

// learn notes the countries of the entities of a statement.
func (b *graphBuilder) learn(s *Statement) {
	for _, e := range s.Entities {
		if e.Kind == State && b.graph.states[e.Country] == "" {
			b.graph.states[e.Country] = markup.OneLine(e.Name)
		}
		if e.Country != "" {
			k := namesake(e)
			b.countries[k] = b.countries[k].With(e.Country)
		}
	}
}

func namesake(e Entity) string { return string(e.Kind) + "\x00" + fold(e.Name) }

// node returns the index of the node of an entity.
func (b *graphBuilder) node(e Entity) int {
	if known := b.countries[namesake(e)]; e.Country == "" && len(known) == 1 {
		e.Country = known[0]
	}
	key := namesake(e) + "\x00" + e.Country
	if e.Kind == State && e.Country != "" {
		key = string(State) + "\x00\x00" + e.Country
	}
	i, known := b.nodes[key]
	if !known {
		i = len(b.keys)
		b.nodes[key] = i
		b.keys = append(b.keys, key)
		b.graph.Nodes = append(b.graph.Nodes, GraphNode{Name: markup.OneLine(e.Name), Kind: e.Kind, Country: e.Country})
	}
	if n := &b.graph.Nodes[i]; n.Role == "" {
		n.Role = markup.OneLine(e.Role)
	}
	return i
}

// actors returns the nodes of entities given by their ids, or where there are none by their names.
func (b *graphBuilder) actors(s *Statement, ids []int, names []string) []int {
	var out []int
	seen := map[int]bool{}
	put := func(e Entity) {
		if n := b.node(e); !seen[n] {
			seen[n] = true
			out = append(out, n)
		}
	}
	for _, id := range ids {
		if e, ok := s.Entity(id); ok {
			put(e)
		}
	}
	for i := 0; len(ids) == 0 && i < len(names); i++ {
		put(Entity{Name: names[i]})
	}
	return out
}

func (b *graphBuilder) add(s *Statement, st Stance) {
	holders := b.actors(s, st.HolderIDs, st.Holders)
	if len(holders) == 0 {
		return
	}
	targets := b.actors(s, st.TargetIDs, st.Targets)
	for _, t := range targets {
		b.graph.Nodes[t].Met++
	}
	for _, h := range holders {
		b.graph.Nodes[h].Taken++
		if len(targets) == 0 {
			b.edge(h, -1, st)
		}
		for _, t := range targets {
			if t != h {
				b.edge(h, t, st)
			}
		}
	}
}

func (b *graphBuilder) edge(from, to int, st Stance) {
	key := edgeKey{from, to, st.shownPolarity()}
	i, known := b.edges[key]
	if !known {
		i = len(b.graph.Edges)
		b.edges[key] = i
		b.graph.Edges = append(b.graph.Edges, GraphEdge{From: from, To: optionalID(to), Polarity: key.polarity})
	}
	e := &b.graph.Edges[i]
	e.Count++
	e.Phrases = append(e.Phrases, markup.OneLine(st.Phrase.Text))
	name := string(st.Label)
	if st.Negated {
		name = "not " + name
	}
	for k := range e.Labels {
		if e.Labels[k].Label == name {
			e.Labels[k].Count++
			return
		}
	}
	e.Labels = append(e.Labels, GraphLabel{name, 1})
}

// shownPolarity returns the polarity that a stance has in a graph.
func (s Stance) shownPolarity() Polarity { return Polarity(ontology.Label(s.Label).Shown(s.Negated)) }

// sorted returns the graph in an order that does not hang on the order of the statements.
func (b *graphBuilder) sorted() *Graph {
	g := &Graph{Nodes: []GraphNode{}, Edges: append([]GraphEdge{}, b.graph.Edges...), states: b.graph.states}
	order := make([]int, len(b.keys))
	for i := range order {
		order[i] = i
	}
	linked := make([]int, len(order)) // by how many stances each is joined to others
	for _, e := range g.Edges {
		if e.To != nil {
			linked[e.From] += e.Count
			linked[*e.To] += e.Count
		}
	}
	sort.Slice(order, func(i, j int) bool {
		x, y := b.graph.Nodes[order[i]], b.graph.Nodes[order[j]]
		if linked[order[i]] != linked[order[j]] {
			return linked[order[i]] > linked[order[j]]
		}
		if x.Taken+x.Met != y.Taken+y.Met {
			return x.Taken+x.Met > y.Taken+y.Met
		}
		return b.keys[order[i]] < b.keys[order[j]]
	})
	place := make([]int, len(order))
	for i, n := range order {
		place[n] = i
		g.Nodes = append(g.Nodes, b.graph.Nodes[n])
	}
	for i := range g.Edges {
		g.Edges[i].settle(place)
	}
	sort.Slice(g.Edges, func(i, j int) bool { return g.Edges[i].precedes(g.Edges[j]) })
	return g
}

// settle gives the edge the final numbers of its nodes and sorts its labels.
func (e *GraphEdge) settle(place []int) {
	e.From = place[e.From]
	if e.To != nil {
		e.To = optionalID(place[*e.To])
	}
	sort.Slice(e.Labels, func(i, j int) bool {
		if e.Labels[i].Count != e.Labels[j].Count {
			return e.Labels[i].Count > e.Labels[j].Count
		}
		return e.Labels[i].Label < e.Labels[j].Label
	})
}

// target returns the index of the target, -1 if there is none.
func (e GraphEdge) target() int {
	if e.To == nil {
		return -1
	}
	return *e.To
}

// precedes orders edges by count, then by their nodes and the polarity.
func (e GraphEdge) precedes(f GraphEdge) bool {
	switch {
	case e.Count != f.Count:
		return e.Count > f.Count
	case e.From != f.From:
		return e.From < f.From
	case e.target() != f.target():
		return e.target() < f.target()
	}
	return e.Polarity < f.Polarity
}

// String returns the labels with their counts: "accuse ×3, request".
func (e GraphEdge) String() string {
	var parts []string
	for _, l := range e.Labels {
		parts = append(parts, l.String())
	}
	return strings.Join(parts, ", ")
}

// String returns the label with its count, if it is more than one: "accuse ×3".
func (l GraphLabel) String() string {
	if l.Count == 1 {
		return l.Label
	}
	return l.Label + " ×" + strconv.Itoa(l.Count)
}

// stateName returns the name of the state with a country code: that of its node, else the one that the statements give it,
// else the common one, else the code.
func (g *Graph) stateName(code string) string {
	for _, n := range g.Nodes {
		if n.Kind == State && n.Country == code {
			return n.Name
		}
	}
	if name := g.states[code]; name != "" {
		return name
	}
	return gazetteer.Name(code)
}
