package communique

import (
	"github.com/communique-go/communique/internal/layout"
	"github.com/communique-go/communique/internal/page"
)

// drawLegend explains the lines, the counts, and what is left out, below the picture.
func (d *drawing) drawLegend() {
	x, y := 16.0, d.height+12
	for _, p := range []Polarity{Cooperative, Conflictual, Neutral} {
		d.Open("g", page.Class(p.class()))
		d.arrow(layout.Curve{Start: layout.Point{X: x, Y: y}, C1: layout.Point{X: x + 15, Y: y}, C2: layout.Point{X: x + 30, Y: y}, End: layout.Point{X: x + 42, Y: y}}, 1)
		d.Close("g").TextAt("cq-g-small", x+50, y+4, string(p))
		x += 62 + page.TextWidth(string(p), smallSize)
	}
	d.TextAt("cq-g-small", x, y+4, "wider: more stances")
	y += 20
	for _, n := range d.notes() {
		d.TextAt("cq-g-small", 16, y+4, n).Line()
		y += 18
	}
	d.height = y
}

// notes are the lines of the legend: what the counts in the boxes are, if there are any, and what is not drawn.
func (d *drawing) notes() []string {
	for _, a := range d.alone {
		if len(a) > 0 {
			return append([]string{"In a box: stances towards nobody in particular, + cooperative, − conflictual, · neutral."}, d.leftOut()...)
		}
	}
	return d.leftOut()
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
