package layout

import (
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sample returns a graph of n nodes: alone, in groups with a head and in groups without one, with arrows that come and go in
// parallel, within groups, to the node itself, and from some nodes not at all.
func sample(n, arrows int) ([]Node, []Group, []Edge) {
	var nodes []Node
	var groups []Group
	for i := 0; i < n; i++ {
		node := Node{W: float64(60 + i*37%140), H: float64(28 + i%3*15), Group: -1}
		switch i % 7 {
		case 1:
			groups = append(groups, Group{})
			node.Group, node.Head = len(groups)-1, true
		case 2, 3:
			node.Group = len(groups) - 1
		case 5:
			groups = append(groups, Group{W: 90, H: 24})
			node.Group = len(groups) - 1
		}
		nodes = append(nodes, node)
	}
	var edges []Edge
	for i := 0; n > 0 && i < arrows; i++ {
		from, to := i*i%n, (i*5+i/3)%n
		edges = append(edges, Edge{From: from, To: to, Weight: 1 + float64(i%4), W: float64(40 + i*53%120), H: 20})
		if i%5 == 0 {
			edges = append(edges, Edge{From: to, To: from, Weight: 1, W: 50, H: 20}, Edge{From: from, To: to, Weight: 2, W: 70, H: 20})
		}
	}
	return nodes, groups, edges
}

func TestPlace(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 6, 7, 12, 30, 60} {
		for _, arrows := range []int{0, 1, 2, n, 4 * n} {
			t.Run(fmt.Sprintf("%d nodes, %d arrows", n, arrows), func(t *testing.T) {
				nodes, groups, edges := sample(n, arrows)
				l := Place(nodes, groups, edges, 300)
				checkBoxes(t, l, nodes, groups)
				checkCurves(t, l, edges)
				if diff := cmp.Diff(l, Place(nodes, groups, edges, 300)); diff != "" {
					t.Errorf("a second layout differs (-first +second):\n%s", diff)
				}
			})
		}
	}
}

// checkBoxes checks that boxes keep apart, are as large as they have to be, and stand in their groups and the picture.
func checkBoxes(t *testing.T, l *Layout, nodes []Node, groups []Group) {
	t.Helper()
	page := Rect{0, 0, l.W, l.H}
	for i, r := range l.Nodes {
		if !page.holds(r) || r.W < nodes[i].W || r.H < nodes[i].H {
			t.Errorf("node %d at %v on %v, at least %v×%v", i, r, page, nodes[i].W, nodes[i].H)
		}
		for j, s := range l.Nodes[:i] {
			if r.Overlaps(s) {
				t.Errorf("nodes %d and %d overlap: %v, %v", j, i, s, r)
			}
		}
		for g, s := range l.Groups {
			if g == nodes[i].Group && !s.holds(r) || g != nodes[i].Group && r.Overlaps(s) {
				t.Errorf("node %d at %v of group %d, and group %d at %v", i, r, nodes[i].Group, g, s)
			}
		}
	}
	for g, r := range l.Groups {
		title := Rect{r.X, r.Y, r.W, groups[g].H}
		for i, s := range l.Nodes {
			if title.Overlaps(s) {
				t.Errorf("node %d at %v covers the title of group %d at %v", i, s, g, r)
			}
		}
		for h, s := range l.Groups[:g] {
			if r.Overlaps(s) {
				t.Errorf("groups %d and %d overlap: %v, %v", h, g, s, r)
			}
		}
	}
}

func (r Rect) holds(s Rect) bool {
	const e = 1e-6
	return r.X-e <= s.X && s.X+s.W <= r.X+r.W+e && r.Y-e <= s.Y && s.Y+s.H <= r.Y+r.H+e
}

// checkCurves checks that arrows begin and end on the borders of their nodes, each in a place of its own, cross no node, and
// that labels cover neither nodes nor each other.
func checkCurves(t *testing.T, l *Layout, edges []Edge) {
	t.Helper()
	ends := map[Point]int{}
	for i, c := range l.Curves {
		ends[c.Start]++
		ends[c.End]++
		checkEnd(t, i, c.Start, l.Nodes[edges[i].From])
		checkEnd(t, i, c.End, l.Nodes[edges[i].To])
		for k := 1; k < 50; k++ {
			p := c.At(float64(k) / 50)
			for n, r := range l.Nodes {
				if inner := (Rect{r.X + 0.1, r.Y, r.W - 0.2, r.H}); inner.contains(p) {
					t.Errorf("arrow %d runs through node %d at %v", i, n, p)
				}
			}
			if !(Rect{0, 0, l.W, l.H}).contains(p) {
				t.Errorf("arrow %d leaves the picture at %v", i, p)
			}
		}
	}
	for p, n := range ends {
		if n > 1 {
			t.Errorf("%d arrows meet at %v", n, p)
		}
	}
	checkLabels(t, l, edges)
}

func checkEnd(t *testing.T, i int, p Point, r Rect) {
	t.Helper()
	if math.Min(math.Abs(p.X-r.X), math.Abs(p.X-r.X-r.W)) > 1e-6 || p.Y <= r.Y || p.Y >= r.Y+r.H {
		t.Errorf("arrow %d ends at %v, off the border of %v", i, p, r)
	}
}

func checkLabels(t *testing.T, l *Layout, edges []Edge) {
	t.Helper()
	placed := 0
	for i, c := range l.Curves {
		if c.Label.W == 0 {
			continue
		}
		placed++
		if c.Label.W != edges[i].W || c.Label.H != edges[i].H || !(Rect{0, 0, l.W, l.H}).holds(c.Label) {
			t.Errorf("label %d at %v", i, c.Label)
		}
		for n, r := range l.Nodes {
			if r.Overlaps(c.Label) {
				t.Errorf("label %d at %v covers node %d at %v", i, c.Label, n, r)
			}
		}
		for j, d := range l.Curves[:i] {
			if d.Label.W > 0 && d.Label.Overlaps(c.Label) {
				t.Errorf("labels %d and %d overlap: %v, %v", j, i, d.Label, c.Label)
			}
		}
	}
	if len(edges) > 0 && placed == 0 {
		t.Error("no label found a place")
	}
}

// Two actors who speak to each other face each other, and all that they say has its label.
func TestPlacePair(t *testing.T) {
	nodes := []Node{{W: 100, H: 30, Group: -1}, {W: 100, H: 30, Group: -1}}
	var edges []Edge
	for i := 0; i < 6; i++ {
		edges = append(edges, Edge{From: i % 2, To: 1 - i%2, Weight: 1, W: 150, H: 20})
	}
	l := Place(nodes, nil, edges, 0)
	if l.Nodes[0].X == l.Nodes[1].X || l.Nodes[0].Y != l.Nodes[1].Y {
		t.Errorf("the two stand at %v and %v", l.Nodes[0], l.Nodes[1])
	}
	for i, c := range l.Curves {
		if c.Label.W == 0 || c.Start.Y != c.End.Y {
			t.Errorf("arrow %d: %v", i, c)
		}
	}
}

// Arrows that could all run straight do not cross.
func TestPlaceStraight(t *testing.T) {
	var nodes []Node
	var edges []Edge
	for i := 0; i < 16; i++ {
		nodes = append(nodes, Node{W: 80, H: 30, Group: -1})
	}
	for i := 0; i < 8; i++ {
		edges = append(edges, Edge{From: i * 3 % 8, To: 8 + i*5%8, Weight: 1, W: 40, H: 20})
	}
	for i, c := range Place(nodes, nil, edges, 0).Curves {
		if math.Abs(c.Start.Y-c.End.Y) > 1e-6 {
			t.Errorf("arrow %d runs from %v to %v", i, c.Start, c.End)
		}
	}
}
