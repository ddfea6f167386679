package layout

import (
	"math"
	"sort"
)

// measure finds the widths of the columns and of the gutter, which is never narrower than the whole has to be wide.
func (l *layout) measure(whole float64) {
	widest := 0.0
	for _, e := range l.edges {
		widest = max(widest, e.W)
	}
	for s, column := range l.columns {
		for _, b := range column {
			l.width[s] = max(l.width[s], l.blocks[b].width)
		}
	}
	switch {
	case len(l.edges) == 0:
		l.gutter = 40
	case len(l.columns[0]) == 0 || len(l.columns[1]) == 0:
		l.gutter = widest + 120
	default:
		l.gutter = max(200, widest+90) + min(4*float64(len(l.edges)), 260)
	}
	l.gutter = max(l.gutter, whole-2*margin-l.width[0]-l.width[1])
}

// draw returns the layout.
func (l *layout) draw() *Layout {
	out := &Layout{Nodes: make([]Rect, len(l.nodes)), Groups: make([]Rect, len(l.groups)), Curves: make([]Curve, len(l.edges))}
	out.W = 2*margin + l.width[0] + l.gutter + l.width[1]
	for s, column := range l.columns {
		x := margin + float64(s)*(l.width[0]+l.gutter)
		for _, i := range column {
			b := l.blocks[i]
			if b.group >= 0 {
				out.Groups[b.group] = Rect{x, b.top, l.width[s], b.height}
			}
			for _, n := range b.nodes {
				in := 0.0
				if b.group >= 0 && !l.nodes[n].Head {
					in = pad
				}
				out.Nodes[n] = Rect{x + in, l.mid[n] - l.height[n]/2, l.width[s] - 2*in, l.height[n]}
			}
			out.H = max(out.H, b.top+b.height)
		}
	}
	out.H += margin
	from, to := l.ports()
	for i, e := range l.edges {
		out.Curves[i] = l.curve(out, e, from[i], to[i])
	}
	l.placeLabels(out)
	return out
}

// port is an end of an edge.
type port struct {
	edge  int
	end   bool
	class int     // where it goes: upwards in its column, across, downwards in its column, back to its node
	key   float64 // its order within the class
	tie   int
}

// ports returns the heights at which the edges leave and enter their nodes. Arcs to the nodes above leave at the top, the
// shortest first, those to the nodes below at the bottom, the shortest last, so that arcs of one column do not cross.
func (l *layout) ports() (from, to []float64) {
	of := make([][]port, len(l.nodes))
	for i, e := range l.edges {
		of[e.From] = append(of[e.From], l.port(i, false, e.From, e.To))
		of[e.To] = append(of[e.To], l.port(i, true, e.To, e.From))
	}
	from, to = make([]float64, len(l.edges)), make([]float64, len(l.edges))
	for n, list := range of {
		sort.SliceStable(list, func(i, j int) bool {
			a, b := list[i], list[j]
			if a.class != b.class {
				return a.class < b.class
			}
			if a.key != b.key {
				return a.key < b.key
			}
			return a.tie < b.tie
		})
		for k, p := range list {
			y := l.mid[n] + (float64(k)-float64(len(list)-1)/2)*l.portGap
			if p.end {
				to[p.edge] = y
			} else {
				from[p.edge] = y
			}
		}
	}
	return from, to
}

// port returns the end at node n of an edge that has its other end at node other.
func (l *layout) port(edge int, end bool, n, other int) port {
	p := port{edge: edge, end: end, class: 1, key: l.mid[other], tie: edge}
	switch same := l.side[l.blockOf[n]] == l.side[l.blockOf[other]]; {
	case n == other:
		p.class, p.key = 3, float64(edge)
	case same && l.mid[other] < l.mid[n]:
		p.class, p.key = 0, -l.mid[other]
	case same:
		p.class, p.key, p.tie = 2, -l.mid[other], -edge // outer arcs are the inner ones of the other end
	}
	return p
}

func (l *layout) curve(out *Layout, e Edge, y1, y2 float64) Curve {
	x1, way1 := l.border(out, e.From)
	x2, way2 := l.border(out, e.To)
	reach := 0.42 * l.gutter
	if way1 == way2 {
		reach = min(0.8*l.gutter, 40+0.5*math.Abs(y1-y2))
	}
	return Curve{Start: Point{x1, y1}, C1: Point{x1 + way1*reach, y1}, C2: Point{x2 + way2*reach, y2}, End: Point{x2, y2}}
}

// border returns where the arrows of a node begin and end, and the direction of the gutter from there.
func (l *layout) border(out *Layout, n int) (x, way float64) {
	r := out.Nodes[n]
	if l.side[l.blockOf[n]] == 0 {
		return r.X + r.W, 1
	}
	return r.X, -1
}

// samples is by how many points a curve is judged.
const samples = 24

// A dense graph has more arrows than can all have a label. Then only the heaviest have one, which covers fewer other arrows.
const (
	dense      = 40 // arrows
	fewLabels  = 24
	fewCovered = 2
	covering   = 5
)

// placeLabels puts the labels on their curves, the heaviest first: where they cover no other label and as few other curves
// as may be. One that finds no place is left out.
func (l *layout) placeLabels(out *Layout) {
	order := make([]int, len(l.edges))
	points := make([][samples + 1]Point, len(l.edges))
	for i, c := range out.Curves {
		order[i] = i
		for k := range points[i] {
			points[i][k] = c.At(float64(k) / samples)
		}
	}
	sort.SliceStable(order, func(i, j int) bool { return l.edges[order[i]].Weight > l.edges[order[j]].Weight })
	most := covering
	if len(order) > dense {
		order, most = order[:fewLabels], fewCovered
	}
	var placed []Rect
	for _, i := range order {
		if r, ok := l.labelAt(out, i, most, points, placed); ok {
			out.Curves[i].Label = r
			placed = append(placed, r)
		}
	}
}

// labelAt returns the best place for the label of edge i, one where it covers at most so many other curves.
func (l *layout) labelAt(out *Layout, i, most int, points [][samples + 1]Point, placed []Rect) (best Rect, ok bool) {
	least := most + 1
	e := l.edges[i]
	left, right := margin+l.width[0], out.W-margin-l.width[1]
	for _, t := range []float64{0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74} {
		p := out.Curves[i].At(t)
		r := Rect{p.X - e.W/2, p.Y - e.H/2, e.W, e.H}
		if a, b := l.side[l.blockOf[e.From]], l.side[l.blockOf[e.To]]; a == b { // an arc has its label before it
			r.X = p.X - 10 + float64(a)*(20-e.W)
		}
		if r.X < left+4 || r.X+r.W > right-4 || r.Y < 2 || r.Y+r.H > out.H-2 || overlapsAny(r, placed) {
			continue
		}
		if n := covered(r, i, points); n < least {
			best, least, ok = r, n, true
		}
	}
	return best, ok
}

func overlapsAny(r Rect, others []Rect) bool {
	r = Rect{r.X - 2, r.Y - 1, r.W + 4, r.H + 2}
	for _, o := range others {
		if r.Overlaps(o) {
			return true
		}
	}
	return false
}

// covered returns how many curves but the i-th run through a rectangle.
func covered(r Rect, i int, points [][samples + 1]Point) int {
	n := 0
	for j := range points {
		if j == i {
			continue
		}
		for _, p := range points[j] {
			if r.contains(p) {
				n++
				break
			}
		}
	}
	return n
}
