package communique

import (
	"fmt"
	"strings"

	"github.com/communique-go/communique/internal/layout"
	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/page"
)

// drawGroups draws the boxes of the states that have officials or organs in the picture.
func (d *drawing) drawGroups() {
	for i, c := range d.countries {
		r := d.layout.Groups[i]
		d.rect("cq-g-group", r, 6)
		if !d.heads[c] {
			name := d.graph.stateName(c)
			d.Open("g").Element("title", name)
			d.TextAt("cq-g-name", r.X+12, r.Y+18, page.Shorten(name, nameSize, nameWidth))
			d.Close("g").Line()
		}
	}
}

func (d *drawing) rect(class string, r layout.Rect, radius float64) {
	d.Empty("rect", page.Class(class), page.Px("x", r.X), page.Px("y", r.Y), page.Px("width", r.W), page.Px("height", r.H), page.Px("rx", radius))
}

// drawNodes draws the boxes of the actors.
func (d *drawing) drawNodes() {
	for i, n := range d.graph.Nodes[:d.nodes] {
		d.Open("g").Element("title", d.describe(i))
		r := d.layout.Nodes[i]
		class, radius := n.shape(r.H)
		d.rect(class, r, radius)
		d.drawWords(i, r)
		d.Close("g").Line()
	}
}

// drawWords writes what stands in the box of an actor: up to three lines, in the middle of its height.
func (d *drawing) drawWords(node int, r layout.Rect) {
	n, x := d.graph.Nodes[node], r.X+12
	y := r.Y + r.H/2 - float64(len(d.beneath(node)))*lineHeight/2 + 4.5
	d.TextAt("cq-g-name", x, y, page.Shorten(n.Name, nameSize, nameWidth))
	if s := n.note(); s != "" {
		y += lineHeight
		d.TextAt("cq-g-small", x, y, page.Shorten(s, smallSize, nameWidth))
	}
	if len(d.alone[node]) > 0 {
		d.drawTally(x, y+lineHeight, d.alone[node])
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

// beneath returns the lines below an actor's name.
func (d *drawing) beneath(node int) []string {
	var lines []string
	for _, s := range []string{d.graph.Nodes[node].note(), d.tally(node)} {
		if s != "" {
			lines = append(lines, s)
		}
	}
	return lines
}

// tally returns the counts of an actor's stances towards nobody in particular.
func (d *drawing) tally(node int) string {
	var parts []string
	for _, e := range d.alone[node] {
		parts = append(parts, fmt.Sprintf("%s%d", e.Polarity.sign(), e.Count))
	}
	return strings.Join(parts, "  ")
}

// drawTally writes the counts of stances towards nobody in particular.
func (d *drawing) drawTally(x, y float64, edges []GraphEdge) {
	d.Open("text", page.Class("cq-g-count"), page.Px("x", x), page.Px("y", y))
	for i, e := range edges {
		if i > 0 {
			d.Text("  ")
		}
		d.Element("tspan", fmt.Sprint(e.Polarity.sign(), e.Count), page.Class("cq-g-count", e.Polarity.class()))
	}
	d.Close("text")
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
