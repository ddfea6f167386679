package communique

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/page"
)

// took returns a stance that entities take towards others.
func took(label StanceLabel, phrase string, holders, targets []int) Stance {
	return Stance{Label: label, Phrase: Passage{Text: phrase}, HolderIDs: holders, TargetIDs: targets}
}

func TestNewGraph(t *testing.T) {
	minister := Entity{Kind: Person, Name: "Ada Lindqvist", Role: "Foreign Minister", Country: "NRL"}
	norland, sarvia := Entity{ID: 1, Kind: State, Name: "Norland", Country: "NRL"}, Entity{ID: 2, Kind: State, Name: "Sarvia", Country: "SRV"}
	speech := func(entities []Entity, stances ...Stance) *Statement {
		return &Statement{Entities: entities, Stances: stances}
	}
	denied := took(Accuse, "did not condemn", []int{0}, []int{2})
	denied.Negated = true
	tests := []struct {
		name       string
		statements []*Statement
		nodes      []string
		edges      []string
	}{
		{"nothing", nil, nil, nil},
		{"nil", []*Statement{nil, {}}, nil, nil},
		{"no holder", []*Statement{speech([]Entity{minister}, took(Accuse, "condemned", nil, []int{0}))}, nil, nil},
		{"counted by polarity", []*Statement{speech([]Entity{minister, norland, sarvia}, took(Accuse, "condemned", []int{0}, []int{2}),
			took(Support, "thanked", []int{0}, []int{2}), took(Accuse, "blamed", []int{0}, []int{2}), took(Threaten, "warned", []int{0}, []int{2}))},
			[]string{"Ada Lindqvist person NRL 4 0", "Sarvia state SRV 0 4"},
			[]string{"0→1 conflictual 3: accuse ×2, threaten [condemned blamed warned]", "0→1 cooperative 1: support [thanked]"}},
		{"both ways", []*Statement{speech([]Entity{minister, norland, sarvia}, took(Accuse, "condemned", []int{1}, []int{2}), took(Deny, "denied", []int{2}, []int{1}))},
			[]string{"Norland state NRL 1 1", "Sarvia state SRV 1 1"},
			[]string{"0→1 conflictual 1: accuse [condemned]", "1→0 conflictual 1: deny [denied]"}},
		{"negated", []*Statement{speech([]Entity{minister, norland, sarvia}, denied)},
			[]string{"Ada Lindqvist person NRL 1 0", "Sarvia state SRV 0 1"}, []string{"0→1 neutral 1: not accuse [did not condemn]"}},
		{"nobody in particular", []*Statement{speech([]Entity{minister}, took(Concern, "regretted", []int{0}, nil))},
			[]string{"Ada Lindqvist person NRL 1 0"}, []string{"0→-1 conflictual 1: concern [regretted]"}},
		{"each with each, nobody with himself", []*Statement{speech([]Entity{minister, norland, sarvia}, took(Consult, "met", []int{1, 2}, []int{1, 2}))},
			[]string{"Norland state NRL 1 1", "Sarvia state SRV 1 1"}, []string{"0→1 cooperative 1: consult [met]", "1→0 cooperative 1: consult [met]"}},
		{"one actor in several statements", []*Statement{
			speech([]Entity{minister, norland, sarvia}, took(Accuse, "condemned", []int{0}, []int{2}), took(Request, "urged", []int{1}, []int{2})),
			speech([]Entity{{Kind: State, Name: "Republic of Sarvia", Country: "SRV"}, {ID: 1, Kind: Person, Name: "ADA LINDQVIST"}},
				took(Accuse, "criticised", []int{1}, []int{0}))},
			[]string{"Sarvia state SRV 0 3", "Ada Lindqvist person NRL 2 0", "Norland state NRL 1 0"},
			[]string{"1→0 conflictual 2: accuse ×2 [condemned criticised]", "2→0 neutral 1: request [urged]"}},
		{"namesakes", []*Statement{
			speech([]Entity{minister, {ID: 1, Kind: Person, Name: "Ada Lindqvist", Country: "SRV"}}, took(Support, "thanked", []int{0}, []int{1})),
			speech([]Entity{{Kind: Person, Name: "Ada Lindqvist"}}, took(Affirm, "noted", []int{0}, nil))},
			[]string{"Ada Lindqvist person NRL 1 0", "Ada Lindqvist person SRV 0 1", "Ada Lindqvist person  1 0"},
			[]string{"0→1 cooperative 1: support [thanked]", "2→-1 neutral 1: affirm [noted]"}},
		{"names without entities", []*Statement{{Stances: []Stance{{Label: Request, Phrase: Passage{Text: "urged"}, Holders: []string{"Oman"}, Targets: []string{"Iran"}}}}},
			[]string{"Iran   0 1", "Oman   1 0"}, []string{"1→0 neutral 1: request [urged]"}},
		{"ids of nobody", []*Statement{speech(nil, took(Request, "urged", []int{7, -1}, []int{9}))}, nil, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g := NewGraph(test.statements...)
			nodes, edges := told(g)
			if diff := cmp.Diff(test.nodes, nodes); diff != "" {
				t.Errorf("nodes (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.edges, edges); diff != "" {
				t.Errorf("edges (-want +got):\n%s", diff)
			}
			checkSVG(t, g)
		})
	}
}

// told returns the nodes and edges of a graph as strings.
func told(g *Graph) (nodes, edges []string) {
	for _, n := range g.Nodes {
		nodes = append(nodes, fmt.Sprintf("%s %s %s %d %d", n.Name, n.Kind, n.Country, n.Taken, n.Met))
	}
	for _, e := range g.Edges {
		edges = append(edges, fmt.Sprintf("%d→%d %s %d: %s %v", e.From, e.target(), e.Polarity, e.Count, e, e.Phrases))
	}
	return nodes, edges
}

// checkSVG checks that a picture is well-formed, has no element or attribute that was not meant, and comes out the same again.
// It returns the text in it.
func checkSVG(t *testing.T, g *Graph) string {
	t.Helper()
	svg := g.SVG()
	if svg != g.SVG() {
		t.Error("a second picture differs")
	}
	meant := map[string]string{"svg": "xmlns class role aria-label viewBox width height", "title": "", "desc": "", "style": "", "g": "class",
		"rect": "class x y width height rx", "path": "class d stroke-width", "text": "class x y text-anchor", "tspan": "class"}
	var text strings.Builder
	in := "" // the element
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return text.String()
		}
		if err != nil {
			t.Fatalf("%v in %.300s", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			in = token.Name.Local
			allowed, ok := meant[in]
			for _, a := range token.Attr {
				ok = ok && strings.Contains(" "+allowed+" ", " "+a.Name.Local+" ")
			}
			if !ok {
				t.Fatalf("%v was not meant", token)
			}
		case xml.CharData:
			if in == "style" && strings.TrimSpace(string(token)) != "" && string(token) != page.StyleSheet(graphCSS) {
				t.Fatal("the style sheet is not the one that was meant")
			}
			if in != "style" {
				text.Write(token)
			}
		case xml.EndElement:
			in = ""
		default:
			t.Fatalf("a %T was not meant", token)
		}
	}
}

func TestGraphEmpty(t *testing.T) {
	var none *Graph
	for _, g := range []*Graph{none, {}, NewGraph(), {Nodes: []GraphNode{}}} {
		if text := checkSVG(t, g); !strings.Contains(text, "There is no stance with a holder.") {
			t.Errorf("got %q", text)
		}
	}
	// what NewGraph never makes does not break the picture
	minus := -7
	broken := &Graph{Nodes: []GraphNode{{}}, Edges: []GraphEdge{{From: 3, To: optionalID(9)}, {From: -1}, {From: 0, To: optionalID(0), Count: -4}, {To: &minus, Labels: []GraphLabel{{}}}}}
	checkSVG(t, broken)
}

// TestGraphHostile has hostile texts for names, roles, countries and phrases.
func TestGraphHostile(t *testing.T) {
	for _, s := range hostileMarkup {
		st := everywhere(s)
		st.Stances = append(st.Stances, took(StanceLabel(s), s, []int{0}, []int{1}), took(Accuse, s, []int{1}, []int{0}), took(Agree, s, []int{0}, nil))
		text := checkSVG(t, NewGraph(st))
		if name := strings.TrimSpace(markup.OneLine(s)); len(name) > 0 && !strings.Contains(text, readBack(name)) {
			t.Errorf("%.80q is not in the text", name)
		}
	}
}

// readBack returns what an XML parser reads where s was written.
func readBack(s string) string {
	var out string
	if err := xml.Unmarshal([]byte(page.NewXML().Element("x", s).String()), &out); err != nil {
		return "not XML: " + err.Error()
	}
	return out
}

// TestGraphOrder checks that the order of the statements makes no difference but in the tooltips.
func TestGraphOrder(t *testing.T) {
	var statements, reversed []*Statement
	for _, s := range readTexts(t, "testdata/*.txt") {
		x, err := Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		statements, reversed = append(statements, x), append([]*Statement{x}, reversed...)
	}
	a, b := NewGraph(statements...), NewGraph(reversed...)
	if len(a.Nodes) < 10 || len(a.Edges) < 10 {
		t.Fatalf("%d nodes and %d edges are no test", len(a.Nodes), len(a.Edges))
	}
	if diff := cmp.Diff(a, b, cmpopts.IgnoreUnexported(Graph{}), cmpopts.IgnoreFields(GraphEdge{}, "Phrases")); diff != "" {
		t.Errorf("in another order (-first +second):\n%s", diff)
	}
	if x, y := strings.Count(a.SVG(), "<path"), strings.Count(b.SVG(), "<path"); x != y {
		t.Errorf("%d and %d paths", x, y)
	}
}

// assembly returns a statement of n actors, states with officials and organizations among them, who speak to the next one,
// to one farther off, and to the first.
func assembly(n int) *Statement {
	s := &Statement{ID: fmt.Sprintf("assembly of %d", n)}
	labels := Labels()
	for i := 0; i < n; i++ {
		e := Entity{ID: i, Kind: State, Name: fmt.Sprintf("State of the %dth Cape", i), Country: fmt.Sprintf("S%02d", i)}
		switch i % 5 {
		case 1:
			e = Entity{ID: i, Kind: Person, Name: fmt.Sprintf("Minister Number %d", i), Role: "Foreign Minister", Country: fmt.Sprintf("S%02d", i-1)}
		case 2:
			e = Entity{ID: i, Kind: Organization, Name: fmt.Sprintf("Organization for the Observation of Harbours, Section %d", i)}
		case 3:
			e = Entity{ID: i, Kind: Group, Name: fmt.Sprintf("Band %d", i)}
		case 4:
			e = Entity{ID: i, Kind: Person, Name: fmt.Sprintf("Captain %d", i), Country: fmt.Sprintf("S%02d", i/10*10)}
		}
		s.Entities = append(s.Entities, e)
		for k, to := range []int{(i + 1) % n, (i*7 + 3) % n, 0} {
			for c := 0; to != i && c <= (i+k)%3; c++ {
				l := labels[(i*5+k*3+c/2)%len(labels)]
				s.Stances = append(s.Stances, took(l, "what "+string(l)+" says", []int{i}, []int{to}))
			}
		}
		if i%4 == 0 {
			s.Stances = append(s.Stances, took(Concern, "regretted", []int{i}, nil))
		}
	}
	return s
}

func TestGraphCrowd(t *testing.T) {
	start := time.Now()
	g := NewGraph(assembly(1000))
	text := checkSVG(t, g)
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("1000 actors took %v", took)
	}
	if !strings.Contains(text, "960 actors with fewer stances not shown.") || !strings.Contains(text, "arrows not shown.") {
		t.Errorf("the picture does not say what it leaves out: %.300s", text)
	}
	if n := strings.Count(g.SVG(), "<rect"); n > 200 {
		t.Errorf("%d boxes", n)
	}
}

func TestGraphStates(t *testing.T) {
	s := &Statement{Entities: []Entity{{Kind: Person, Name: "Ada", Country: "NOR"}, {ID: 1, Kind: Person, Name: "Bo", Country: "ZZZ"},
		{ID: 2, Kind: Person, Name: "Cy", Country: "NRL"}, {ID: 3, Kind: State, Name: "Norland", Country: "NRL"}},
		Stances: []Stance{took(Request, "urged", []int{0}, []int{1, 2})}}
	text := checkSVG(t, NewGraph(s))
	for _, want := range []string{"Norway", "ZZZ", "Norland"} {
		if !strings.Contains(text, want) {
			t.Errorf("the state %s is not named in %q", want, text)
		}
	}
}

func TestGraphGolden(t *testing.T) {
	golden(t, "testdata/graph.svg.golden", NewGraph(dated(t, "Tallport 7")).SVG())
}

func BenchmarkGraphSVG(b *testing.B) {
	g := NewGraph(assembly(30))
	for i := 0; i < b.N; i++ {
		g.SVG()
	}
}
