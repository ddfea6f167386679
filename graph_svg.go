package communique

import (
	_ "embed" // for the style sheet
	"fmt"
	"math"
	"strings"

	"github.com/communique-go/communique/internal/layout"
	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/page"
)

//go:embed graph.css
var graphCSS string

// The limits of what is drawn, so that a picture can be read. What is left out is told below it.
const (
	maxActors = 40
	maxArrows = 120
)

// SVG returns the graph as a picture that stands alone: well-formed XML with its own style sheet for light and dark, without
// script, as wide as its parent allows.
//
// Actors are boxes. The box of a state holds those of its officials and organs. An arrow goes from holder to target; it is
// solid for cooperative, dashed for conflictual and dotted for neutral stances, and the wider the more there are. Its label
// says what they are; where there is no room, and with the phrases, a tooltip does. Stances towards nobody in particular are
// counted in the box of the holder: + cooperative, − conflictual, · neutral.
//
// Of more than 40 actors the first of Nodes are drawn, and of more than 120 arrows between them the widest; a line
// below says how many are not shown. The layout is deterministic. Without actors, and for nil, the picture says so.
func (g *Graph) SVG() string {
	if g == nil || len(g.Nodes) == 0 {
		d := drawing{Writer: page.NewXML(), width: 420, height: 60}
		d.Element("text", "There is no stance with a holder.", page.Class("cq-g-small"), page.Int("x", 20), page.Int("y", 34))
		return d.svg("No stance with a holder")
	}
	d := drawing{Writer: page.NewXML(), graph: g, nodes: min(len(g.Nodes), maxActors)}
	d.choose()
	d.place()
	d.drawGroups()
	d.drawArrows()
	d.drawNodes()
	d.drawLegend()
	return d.svg(fmt.Sprintf("%s, %s", plural(len(g.Nodes), "actor", "actors"), plural(g.stances(), "stance", "stances")))
}

// stances returns how many stances the edges count.
func (g *Graph) stances() int {
	n := 0
	for _, e := range g.Edges {
		n += e.Count
	}
	return n
}

// drawing is a picture in the making.
type drawing struct {
	*page.Writer
	graph         *Graph
	nodes         int             // how many of the nodes are drawn
	arrows        []GraphEdge     // that are drawn
	alone         [][]GraphEdge   // for each node its stances towards nobody in particular
	countries     []string        // of the groups
	groups        map[string]int  // by country
	heads         map[string]bool // the countries of which the state is drawn
	layout        *layout.Layout
	width, height float64
}

// choose picks what is drawn, and groups the actors of a state if there are several or one is not the state.
func (d *drawing) choose() {
	d.alone = make([][]GraphEdge, d.nodes)
	for _, e := range d.graph.Edges {
		switch {
		case e.From < 0 || e.From >= d.nodes || e.target() >= d.nodes:
		case e.target() < 0:
			d.alone[e.From] = append(d.alone[e.From], e)
		case len(d.arrows) < maxArrows:
			d.arrows = append(d.arrows, e)
		}
	}
	d.groups, d.heads = map[string]int{}, map[string]bool{}
	for _, n := range d.graph.Nodes[:d.nodes] {
		if n.Country != "" && n.Kind == State {
			d.heads[n.Country] = true
		}
	}
	for _, n := range d.graph.Nodes[:d.nodes] {
		if _, known := d.groups[n.Country]; n.Country != "" && n.Kind != State && !known {
			d.groups[n.Country] = len(d.countries)
			d.countries = append(d.countries, n.Country)
		}
	}
}

// The sizes of text and boxes in pixels.
const (
	nameSize, smallSize, wordSize = 14.0, 11.0, 12.0 // names are bold: 13 pixels as wide as 14
	nameWidth, wordWidth          = 200.0, 190.0
	lineHeight                    = 15.0
)

// place measures texts and asks for a layout.
func (d *drawing) place() {
	nodes := make([]layout.Node, d.nodes)
	for i := range nodes {
		nodes[i] = d.measure(i)
	}
	groups := make([]layout.Group, len(d.countries))
	for i, c := range d.countries {
		if !d.heads[c] {
			groups[i] = layout.Group{W: widthOf(d.graph.stateName(c), nameSize, nameWidth) + 24, H: 24}
		}
	}
	edges := make([]layout.Edge, len(d.arrows))
	for i, e := range d.arrows {
		edges[i] = layout.Edge{From: e.From, To: e.target(), Weight: math.Sqrt(float64(e.Count)), W: widthOf(e.String(), wordSize, wordWidth) + 14, H: 20}
	}
	const least = 560 // the legend is as wide
	d.layout = layout.Place(nodes, groups, edges, least)
	d.width, d.height = d.layout.W, d.layout.H
}

// measure returns the size of an actor's box, and what it stands in.
func (d *drawing) measure(node int) layout.Node {
	n := d.graph.Nodes[node]
	w, beneath := widthOf(n.Name, nameSize, nameWidth), d.beneath(node)
	for _, s := range beneath {
		w = max(w, widthOf(s, smallSize, nameWidth))
	}
	group, grouped := d.groups[n.Country]
	if !grouped || n.Country == "" {
		group = -1
	}
	return layout.Node{W: w + 24, H: float64(1+len(beneath))*lineHeight + 13, Group: group, Head: group >= 0 && n.Kind == State}
}

// widthOf returns the width of a text that is cut where it is wider than most.
func widthOf(s string, size, most float64) float64 {
	return page.TextWidth(page.Shorten(s, size, most), size)
}

// svg returns the document around what was drawn.
func (d *drawing) svg(title string) string {
	const question = "Who says what to whom: "
	w := page.NewXML()
	width, height := math.Ceil(d.width), math.Ceil(d.height)
	w.Open("svg", page.Attr("xmlns", "http://www.w3.org/2000/svg"), page.Class("communique cq-graph"), page.Attr("role", "img"),
		page.Attr("aria-label", question+title), page.ViewBox(width, height), page.Whole("width", width), page.Whole("height", height)).Line()
	w.Element("title", question+title).Line()
	w.Element("desc", d.summary()).Line()
	w.Style(graphCSS).Line()
	w.Empty("rect", page.Class("cq-g-page"), page.Attr("width", "100%"), page.Attr("height", "100%")).Line()
	w.Raw(d.Markup()).Line()
	return w.Close("svg").Line().String()
}

// summary tells the picture in words: the widest arrows.
func (d *drawing) summary() string {
	const most = 20
	var lines []string
	for i, e := range d.arrows {
		if i == most {
			lines = append(lines, "and others")
			break
		}
		lines = append(lines, fmt.Sprintf("%s → %s: %s", markup.Clip(d.graph.Nodes[e.From].Name, maxName), markup.Clip(d.graph.Nodes[*e.To].Name, maxName), e))
	}
	return strings.Join(lines, "; ")
}
