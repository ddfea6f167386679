package communique

import (
	"fmt"
	"math"
	"strings"

	"github.com/communique-go/communique/internal/layout"
	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/page"
)

// drawArrows draws the arrows, then their labels above all of them.
func (d *drawing) drawArrows() {
	for i, e := range d.arrows {
		d.openEdge(e)
		d.arrow(d.layout.Curves[i], e.Count)
		d.Close("g").Line()
	}
	for i, e := range d.arrows {
		r := d.layout.Curves[i].Label
		if r.W == 0 {
			continue
		}
		d.openEdge(e)
		d.rect("cq-g-pill", r, 9)
		d.TextAt("cq-g-word", r.X+r.W/2, r.Y+14.5, page.Shorten(e.String(), wordSize, wordWidth), page.Centred)
		d.Close("g").Line()
	}
}

// openEdge begins a group that has the colour and the tooltip of an edge.
func (d *drawing) openEdge(e GraphEdge) {
	d.Open("g", page.Class("cq-g-edge", e.Polarity.class())).Element("title", d.explain(e))
}

// arrow draws a curve that ends in a head. The line stops within the head, so that its end does not show.
func (d *drawing) arrow(c layout.Curve, count int) {
	width := min(1.8+1.1*math.Log2(float64(max(count, 1))), 7)
	head := 6 + 1.6*width
	way := math.Copysign(1, c.End.X-c.C2.X)
	back := way * (head - 2)
	line := page.Path{}.To('M', c.Start.X, c.Start.Y).To('C', c.C1.X, c.C1.Y, c.C2.X-back, c.C2.Y, c.End.X-back, c.End.Y).Data()
	d.Empty("path", page.Class("cq-g-reach"), line)
	d.Empty("path", page.Class("cq-g-line"), page.Px("stroke-width", width), line)
	tip := page.Path{}.To('M', c.End.X, c.End.Y).To('l', -way*head, -head*0.45).To('v', head*0.9).To('z').Data()
	d.Empty("path", page.Class("cq-g-tip"), tip)
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
