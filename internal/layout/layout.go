// Package layout lays out a directed graph for a picture: boxes in two columns, and between them a gutter in which all arrows
// and their labels run, so that no arrow crosses a box. It knows sizes and places, nothing of text or colour.
//
// The steps are those of layered drawing (Sugiyama, Tagawa and Toda 1981) with two layers: the boxes are parted into the
// columns, ordered within them by the barycentres of their neighbours, and the arrows given ports in the order of their other
// ends. An arrow within a column is an arc into the gutter. Nothing is left to chance, and equal cases are decided by the
// order of the input.
package layout

// Node is a box to be placed.
type Node struct {
	W, H  float64 // the least size
	Group int     // the index of its group, -1 for none
	Head  bool    // it is the title of its group: it stands first and is as wide as the group
}

// Group is a frame around its nodes.
type Group struct {
	W, H float64 // the least size of its title; H is 0 if a node is the title
}

// Edge is an arrow from a node to another or the same.
type Edge struct {
	From, To int // indexes of nodes
	Weight   float64
	W, H     float64 // the size of the label
}

// Point is a place in the picture; y grows downwards.
type Point struct{ X, Y float64 }

// Rect is a rectangle given by its upper left corner and its size.
type Rect struct{ X, Y, W, H float64 }

// Overlaps reports whether the insides of two rectangles meet.
func (r Rect) Overlaps(s Rect) bool {
	return r.X < s.X+s.W && s.X < r.X+r.W && r.Y < s.Y+s.H && s.Y < r.Y+r.H
}

// contains reports whether a point lies in the rectangle.
func (r Rect) contains(p Point) bool {
	return r.X <= p.X && p.X <= r.X+r.W && r.Y <= p.Y && p.Y <= r.Y+r.H
}

// Curve is a cubic Bézier curve that leaves the border of a node and ends at one, both ends horizontal.
type Curve struct {
	Start, C1, C2, End Point
	Label              Rect // empty if there is no room for it
}

// At returns the point of the curve at t from 0 to 1.
func (c Curve) At(t float64) Point {
	u := 1 - t
	a, b, d, e := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return Point{a*c.Start.X + b*c.C1.X + d*c.C2.X + e*c.End.X, a*c.Start.Y + b*c.C1.Y + d*c.C2.Y + e*c.End.Y}
}

// Layout is where everything is.
type Layout struct {
	W, H   float64
	Nodes  []Rect
	Groups []Rect // empty for a group without nodes
	Curves []Curve
}

// The distances, in the unit of the sizes.
const (
	margin   = 16 // around the picture
	pad      = 8  // between a group and its nodes
	blockGap = 18 // between boxes of a column
	nodeGap  = 6  // between the nodes of a group
)

// Place lays the graph out, at least as wide as told. Edges have to be between nodes that exist.
func Place(nodes []Node, groups []Group, edges []Edge, width float64) *Layout {
	l := &layout{nodes: nodes, groups: groups, edges: edges}
	l.portGap = 10
	if len(edges) <= 12 {
		l.portGap = 26 // room for labels one above the other
	} else if len(edges) <= 40 {
		l.portGap = 15
	}
	l.makeBlocks()
	l.part()
	l.order()
	l.measure(width)
	return l.draw()
}

// layout is a layout in the making.
type layout struct {
	nodes   []Node
	groups  []Group
	edges   []Edge
	portGap float64

	blocks  []block
	blockOf []int     // for each node
	side    []int     // of each block: 0 is left, 1 is right
	columns [2][]int  // the blocks of each side, from the top
	height  []float64 // of each node
	mid     []float64 // the middle of each node, as the columns stand
	width   [2]float64
	gutter  float64
}

// block is what is moved as one: a group with its nodes, or a node alone.
type block struct {
	group  int   // -1 for a node alone
	nodes  []int // from the top
	top    float64
	height float64
	width  float64
}

// makeBlocks parts the nodes into blocks and measures them. A node is as high as its arrows need.
func (l *layout) makeBlocks() {
	ends := make([]int, len(l.nodes))
	for _, e := range l.edges {
		ends[e.From]++
		ends[e.To]++
	}
	l.height, l.mid, l.blockOf = make([]float64, len(l.nodes)), make([]float64, len(l.nodes)), make([]int, len(l.nodes))
	ofGroup := map[int]int{}
	for i, n := range l.nodes {
		l.height[i] = max(n.H, float64(ends[i])*l.portGap+4)
		b, known := ofGroup[n.Group]
		if n.Group < 0 || !known {
			b = len(l.blocks)
			l.blocks = append(l.blocks, block{group: n.Group})
			if n.Group >= 0 {
				ofGroup[n.Group] = b
			}
		}
		l.blockOf[i] = b
		if n.Head {
			l.blocks[b].nodes = append([]int{i}, l.blocks[b].nodes...)
		} else {
			l.blocks[b].nodes = append(l.blocks[b].nodes, i)
		}
	}
	for i := range l.blocks {
		l.size(&l.blocks[i])
	}
}

// size measures a block: a title, or the node that is one, and the other nodes below it.
func (l *layout) size(b *block) {
	if b.group < 0 {
		b.width, b.height = l.nodes[b.nodes[0]].W, l.height[b.nodes[0]]
		return
	}
	g := l.groups[b.group]
	b.width, b.height = g.W, g.H
	inner := 0.0
	for _, n := range b.nodes {
		if l.nodes[n].Head {
			b.width, b.height = max(b.width, l.nodes[n].W), l.height[n]
			continue
		}
		b.width = max(b.width, l.nodes[n].W+2*pad)
		inner += l.height[n] + nodeGap
	}
	if inner > 0 {
		b.height += inner - nodeGap + 2*pad
	}
}
