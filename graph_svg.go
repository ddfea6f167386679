package communique

import (
	_ "embed" // for the style sheet
	"fmt"
	"math"
	"strings"

	"github.com/communique-go/communique/internal/layout"
	"github.com/communique-go/communique/internal/markup"
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
		d := drawing{width: 420, height: 60}
		d.printf(`<text class="cq-g-small" x="20" y="34">There is no stance with a holder.</text>`)
		return d.svg("No stance with a holder")
	}
	d := drawing{graph: g, nodes: min(len(g.Nodes), maxActors)}
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
	strings.Builder
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

func (d *drawing) printf(format string, args ...any) { fmt.Fprintf(d, format, args...) }

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
	for i, n := range d.graph.Nodes[:d.nodes] {
		w, lines := markup.TextWidth(markup.Shorten(n.Name, nameSize, nameWidth), nameSize), 1
		for _, s := range []string{n.note(), d.tally(i)} {
			if s != "" {
				w = max(w, markup.TextWidth(markup.Shorten(s, smallSize, nameWidth), smallSize))
				lines++
			}
		}
		group, grouped := d.groups[n.Country]
		if !grouped || n.Country == "" {
			group = -1
		}
		nodes[i] = layout.Node{W: w + 24, H: float64(lines)*lineHeight + 13, Group: group, Head: group >= 0 && n.Kind == State}
	}
	groups := make([]layout.Group, len(d.countries))
	for i, c := range d.countries {
		if !d.heads[c] {
			groups[i] = layout.Group{W: markup.TextWidth(markup.Shorten(d.graph.stateName(c), nameSize, nameWidth), nameSize) + 24, H: 24}
		}
	}
	edges := make([]layout.Edge, len(d.arrows))
	for i, e := range d.arrows {
		edges[i] = layout.Edge{From: e.From, To: e.target(), Weight: math.Sqrt(float64(e.Count)), W: markup.TextWidth(markup.Shorten(e.String(), wordSize, wordWidth), wordSize) + 14, H: 20}
	}
	const least = 560 // the legend is as wide
	d.layout = layout.Place(nodes, groups, edges, least)
	d.width, d.height = d.layout.W, d.layout.H
}

// note is the second line of an actor's box: the role of a person, else the kind of what is no state.
func (n GraphNode) note() string {
	switch {
	case n.Role != "" && !strings.EqualFold(n.Role, n.Name):
		return n.Role
	case n.Kind == State || n.Kind == Person:
		return ""
	}
	return string(n.Kind)
}

// tally returns the counts of an actor's stances towards nobody in particular.
func (d *drawing) tally(node int) string {
	var parts []string
	for _, e := range d.alone[node] {
		parts = append(parts, fmt.Sprintf("%s%d", e.Polarity.sign(), e.Count))
	}
	return strings.Join(parts, "  ")
}

func (p Polarity) sign() string {
	switch p {
	case Cooperative:
		return "+"
	case Conflictual:
		return "−"
	}
	return "· "
}

// class returns the class of what has the colour of a polarity.
func (p Polarity) class() string {
	switch p {
	case Cooperative:
		return "cq-g-coop"
	case Conflictual:
		return "cq-g-conf"
	}
	return "cq-g-neut"
}

// drawGroups draws the boxes of the states that have officials or organs in the picture.
func (d *drawing) drawGroups() {
	for i, c := range d.countries {
		r := d.layout.Groups[i]
		d.rect("cq-g-group", r, 6)
		if !d.heads[c] {
			name := d.graph.stateName(c)
			d.printf("<g><title>%s</title>", markup.XML(name))
			d.text("cq-g-name", r.X+12, r.Y+18, markup.Shorten(name, nameSize, nameWidth))
			d.printf("</g>\n")
		}
	}
}

func (d *drawing) rect(class string, r layout.Rect, radius float64) {
	d.printf(`<rect class="%s" x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="%.1f"/>`, class, r.X, r.Y, r.W, r.H, radius)
}

func (d *drawing) text(class string, x, y float64, s string) {
	d.printf(`<text class="%s" x="%.1f" y="%.1f">%s</text>`, class, x, y, markup.XML(s))
}

// drawArrows draws the arrows, then their labels above all of them.
func (d *drawing) drawArrows() {
	for i, e := range d.arrows {
		d.printf(`<g class="cq-g-edge %s"><title>%s</title>`, e.Polarity.class(), markup.XML(d.explain(e)))
		d.arrow(d.layout.Curves[i], e.Count)
		d.printf("</g>\n")
	}
	for i, e := range d.arrows {
		r := d.layout.Curves[i].Label
		if r.W == 0 {
			continue
		}
		d.printf(`<g class="cq-g-edge %s"><title>%s</title>`, e.Polarity.class(), markup.XML(d.explain(e)))
		d.rect("cq-g-pill", r, 9)
		d.printf(`<text class="cq-g-word" x="%.1f" y="%.1f" text-anchor="middle">%s</text></g>`+"\n", r.X+r.W/2, r.Y+14.5,
			markup.XML(markup.Shorten(e.String(), wordSize, wordWidth)))
	}
}

// arrow draws a curve that ends in a head. The line stops within the head, so that its end does not show.
func (d *drawing) arrow(c layout.Curve, count int) {
	width := min(1.8+1.1*math.Log2(float64(max(count, 1))), 7)
	head := 6 + 1.6*width
	way := math.Copysign(1, c.End.X-c.C2.X)
	end := c.End.X - way*(head-2)
	line := fmt.Sprintf("M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f", c.Start.X, c.Start.Y, c.C1.X, c.C1.Y, c.C2.X-way*(head-2), c.C2.Y, end, c.End.Y)
	d.printf(`<path class="cq-g-reach" d="%s"/><path class="cq-g-line" stroke-width="%.1f" d="%s"/>`, line, width, line)
	d.printf(`<path class="cq-g-tip" d="M%.1f %.1fl%.1f %.1fv%.1fz"/>`, c.End.X, c.End.Y, -way*head, -head*0.45, head*0.9)
}

// explain returns the tooltip of an edge: who, to whom, what, and some of the phrases.
func (d *drawing) explain(e GraphEdge) string {
	const most = 8
	to := markup.Clip(d.graph.name(e.target()), maxName)
	var b strings.Builder
	fmt.Fprintf(&b, "%s → %s\n%s: %s", markup.Clip(d.graph.Nodes[e.From].Name, maxName), to, e.Polarity, e)
	for i, p := range e.Phrases {
		if i == most {
			fmt.Fprintf(&b, "\nand %d more", len(e.Phrases)-most)
			break
		}
		b.WriteString("\n" + quoted(markup.Clip(p, 120)))
	}
	return b.String()
}

// drawNodes draws the boxes of the actors.
func (d *drawing) drawNodes() {
	for i, n := range d.graph.Nodes[:d.nodes] {
		r := d.layout.Nodes[i]
		class, radius := n.shape(r.H)
		d.printf("<g><title>%s</title>", markup.XML(d.describe(i)))
		d.rect(class, r, radius)
		lines := 1.0
		for _, s := range []string{n.note(), d.tally(i)} {
			if s != "" {
				lines++
			}
		}
		y := r.Y + r.H/2 - (lines-1)*lineHeight/2 + 4.5
		d.text("cq-g-name", r.X+12, y, markup.Shorten(n.Name, nameSize, nameWidth))
		if s := n.note(); s != "" {
			y += lineHeight
			d.text("cq-g-small", r.X+12, y, markup.Shorten(s, smallSize, nameWidth))
		}
		if len(d.alone[i]) > 0 {
			d.drawTally(r.X+12, y+lineHeight, d.alone[i])
		}
		d.printf("</g>\n")
	}
}

// shape returns the class and the radius of the corners of an actor's box of height h.
func (n GraphNode) shape(h float64) (class string, radius float64) {
	switch n.Kind {
	case State:
		return "cq-g-node cq-g-state", 6
	case Person:
		return "cq-g-node", min(h/2, 16)
	case Group:
		return "cq-g-node cq-g-crowd", 2
	}
	return "cq-g-node", 2
}

// drawTally writes the counts of stances towards nobody in particular.
func (d *drawing) drawTally(x, y float64, edges []GraphEdge) {
	d.printf(`<text class="cq-g-count" x="%.1f" y="%.1f">`, x, y)
	for i, e := range edges {
		if i > 0 {
			d.printf("  ")
		}
		d.printf(`<tspan class="cq-g-count %s">%s%d</tspan>`, e.Polarity.class(), e.Polarity.sign(), e.Count)
	}
	d.printf("</text>")
}

// describe returns the tooltip of a node: who, and the stances towards nobody in particular.
func (d *drawing) describe(node int) string {
	n := d.graph.Nodes[node]
	var b strings.Builder
	b.WriteString(joined(", ", markup.Clip(n.Name, maxName), markup.Clip(n.Role, maxName), string(n.Kind), n.Country))
	fmt.Fprintf(&b, "\ntakes %s, meets %d", plural(n.Taken, "stance", "stances"), n.Met)
	for _, e := range d.alone[node] {
		b.WriteString("\n" + d.explain(e))
	}
	return b.String()
}

// drawLegend explains the lines, the counts, and what is left out, below the picture.
func (d *drawing) drawLegend() {
	x, y := 16.0, d.height+12
	for _, p := range []Polarity{Cooperative, Conflictual, Neutral} {
		d.printf(`<g class="%s">`, p.class())
		d.arrow(layout.Curve{Start: layout.Point{X: x, Y: y}, C1: layout.Point{X: x + 15, Y: y}, C2: layout.Point{X: x + 30, Y: y}, End: layout.Point{X: x + 42, Y: y}}, 1)
		d.printf("</g>")
		d.text("cq-g-small", x+50, y+4, string(p))
		x += 62 + markup.TextWidth(string(p), smallSize)
	}
	d.text("cq-g-small", x, y+4, "wider: more stances")
	y += 20
	var notes []string
	for _, a := range d.alone {
		if len(a) > 0 {
			notes = append(notes, "In a box: stances towards nobody in particular, + cooperative, − conflictual, · neutral.")
			break
		}
	}
	notes = append(notes, d.leftOut()...)
	for _, n := range notes {
		d.text("cq-g-small", 16, y+4, n)
		d.printf("\n")
		y += 18
	}
	d.height = y
}

// leftOut says what is not drawn.
func (d *drawing) leftOut() []string {
	arrows, unlabelled := 0, false
	for _, e := range d.graph.Edges {
		if e.To != nil {
			arrows++
		}
	}
	for _, c := range d.layout.Curves {
		unlabelled = unlabelled || c.Label.W == 0
	}
	var out []string
	if unlabelled {
		out = append(out, "Arrows without a label have it in their tooltip.")
	}
	if n := len(d.graph.Nodes) - d.nodes; n > 0 {
		out = append(out, plural(n, "actor", "actors")+" with fewer stances not shown.")
	}
	if n := arrows - len(d.arrows); n > 0 {
		out = append(out, plural(n, "arrow", "arrows")+" not shown.")
	}
	return out
}

// svg returns the document around what was drawn.
func (d *drawing) svg(title string) string {
	const head = `<svg xmlns="http://www.w3.org/2000/svg" class="communique cq-graph" role="img" aria-label="Who says what to whom: %s" viewBox="0 0 %.0f %.0f" width="%.0f" height="%.0f">
<title>Who says what to whom: %s</title>
<desc>%s</desc>
<style>
%s</style>
<rect class="cq-g-page" width="100%%" height="100%%"/>
%s
</svg>
`
	w, h := math.Ceil(d.width), math.Ceil(d.height)
	return fmt.Sprintf(head, title, w, h, w, h, title, markup.XML(d.summary()), markup.Palette+graphCSS, strings.TrimSuffix(d.String(), "\n"))
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
