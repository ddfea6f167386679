package layout

import (
	"math"
	"sort"
)

// part puts each block into a column: few arrows within a column, columns as high as each other, and arrows rather from left
// to right. It moves one block or swaps two as long as that helps.
func (l *layout) part() {
	l.side = make([]int, len(l.blocks))
	net := make([]float64, len(l.blocks))
	for _, e := range l.edges {
		net[l.blockOf[e.From]] += e.Weight
		net[l.blockOf[e.To]] -= e.Weight
	}
	for b, n := range net {
		if n < 0 {
			l.side[b] = 1
		}
	}
	best := l.parting()
	try := func(flip ...int) bool {
		for _, b := range flip {
			l.side[b] = 1 - l.side[b]
		}
		if cost := l.parting(); cost < best-1e-9 {
			best = cost
			return true
		}
		for _, b := range flip {
			l.side[b] = 1 - l.side[b]
		}
		return false
	}
	for improved, rounds := true, 0; improved && rounds < 20; rounds++ {
		improved = false
		for a := range l.blocks {
			improved = try(a) || improved
			for b := 0; b < a; b++ {
				if l.side[a] != l.side[b] {
					improved = try(a, b) || improved
				}
			}
		}
	}
	for b, s := range l.side {
		l.columns[s] = append(l.columns[s], b)
	}
}

// parting returns how bad the columns are.
func (l *layout) parting() float64 {
	var within, back, total, gap, all float64
	for _, e := range l.edges {
		a, b := l.blockOf[e.From], l.blockOf[e.To]
		total += e.Weight
		if a != b && l.side[a] == l.side[b] {
			within += e.Weight
		} else if l.side[a] > l.side[b] {
			back += e.Weight
		}
	}
	for i, b := range l.blocks {
		h := b.height + blockGap
		all += h
		if l.side[i] == 0 {
			gap += h
		} else {
			gap -= h
		}
	}
	return within/max(total, 1) + 0.2*back/max(total, 1) + 0.8*math.Abs(gap)/max(all, 1)
}

// order puts the blocks of each column, and the nodes of each block, near the middle of what they are joined to, and keeps
// the best order met.
func (l *layout) order() {
	const sweeps = 12
	l.stack()
	best, kept := l.tangle(), l.snapshot()
	for i := 0; i < sweeps; i++ {
		l.sweep(i % 2)
		l.stack()
		if t := l.tangle(); t < best-1e-9 {
			best, kept = t, l.snapshot()
		}
	}
	l.restore(kept)
	for i, improved := 0, true; improved && i < sweeps; i++ {
		improved = false
		for s := range l.columns {
			for k := 1; k < len(l.columns[s]); k++ {
				improved = l.swap(l.columns[s], k, &best) || improved
			}
		}
	}
	l.sink()
}

// sink moves the blocks without arrows to the foot of their columns.
func (l *layout) sink() {
	joined := make([]bool, len(l.blocks))
	for _, e := range l.edges {
		joined[l.blockOf[e.From]], joined[l.blockOf[e.To]] = true, true
	}
	for _, column := range l.columns {
		sort.SliceStable(column, func(i, j int) bool { return joined[column[i]] && !joined[column[j]] })
	}
	l.stack()
}

// swap changes a block with the one above it, if that helps.
func (l *layout) swap(column []int, k int, best *float64) bool {
	column[k-1], column[k] = column[k], column[k-1]
	l.stack()
	if t := l.tangle(); t < *best-1e-9 {
		*best = t
		return true
	}
	column[k-1], column[k] = column[k], column[k-1]
	l.stack()
	return false
}

// snapshot returns the order of everything.
func (l *layout) snapshot() [][]int {
	out := [][]int{append([]int(nil), l.columns[0]...), append([]int(nil), l.columns[1]...)}
	for _, b := range l.blocks {
		out = append(out, append([]int(nil), b.nodes...))
	}
	return out
}

func (l *layout) restore(s [][]int) {
	l.columns[0], l.columns[1] = s[0], s[1]
	for i := range l.blocks {
		l.blocks[i].nodes = s[i+2]
	}
	l.stack()
}

// sweep orders a column.
func (l *layout) sweep(side int) {
	sum, weight := make([]float64, len(l.nodes)), make([]float64, len(l.nodes))
	for _, e := range l.edges {
		if l.blockOf[e.From] != l.blockOf[e.To] {
			sum[e.From] += e.Weight * l.mid[e.To]
			sum[e.To] += e.Weight * l.mid[e.From]
			weight[e.From] += e.Weight
			weight[e.To] += e.Weight
		}
	}
	column := l.columns[side]
	centre := make([]float64, len(l.blocks))
	for _, b := range column {
		var s, w float64
		for _, n := range l.blocks[b].nodes {
			s, w = s+sum[n], w+weight[n]
		}
		centre[b] = s / w
		if w == 0 {
			centre[b] = math.Inf(1) // what is joined to nothing stands at the foot
		}
		nodes := l.blocks[b].nodes
		sort.SliceStable(nodes, func(i, j int) bool {
			x, y := nodes[i], nodes[j]
			if l.nodes[x].Head || l.nodes[y].Head {
				return l.nodes[x].Head && !l.nodes[y].Head
			}
			return weight[x] > 0 && (weight[y] == 0 || sum[x]/weight[x] < sum[y]/weight[y]-1e-6)
		})
	}
	sort.SliceStable(column, func(i, j int) bool { return centre[column[i]] < centre[column[j]]-1e-6 })
}

// stack puts the blocks of each column under each other, the lower column's spread out to the height of the other.
func (l *layout) stack() {
	var sum [2]float64
	for s, column := range l.columns {
		for _, b := range column {
			sum[s] += l.blocks[b].height
		}
		sum[s] += blockGap * float64(max(len(column)-1, 0))
	}
	whole := max(sum[0], sum[1])
	for s, column := range l.columns {
		const most = 2.5 * blockGap
		spread := min((whole-sum[s])/float64(len(column)+1), most)
		y := margin + (whole-sum[s]-spread*float64(max(len(column)-1, 0)))/2
		for _, b := range column {
			l.blocks[b].top = y
			l.fill(l.blocks[b])
			y += l.blocks[b].height + blockGap + spread
		}
	}
}

// fill notes the middles of the nodes of a block.
func (l *layout) fill(b block) {
	y := b.top
	if b.group >= 0 && !l.nodes[b.nodes[0]].Head {
		y += l.groups[b.group].H + pad
	}
	for _, n := range b.nodes {
		l.mid[n] = y + l.height[n]/2
		y += l.height[n] + nodeGap
		if l.nodes[n].Head {
			y += pad - nodeGap
		}
	}
}

// tangle returns how hard the arrows are to follow: their crossings, and a little for their length.
func (l *layout) tangle() float64 {
	type line struct{ left, right, weight float64 }
	var lines []line
	length := 0.0
	for _, e := range l.edges {
		length += math.Abs(l.mid[e.From]-l.mid[e.To]) * e.Weight
		switch from, to := l.side[l.blockOf[e.From]], l.side[l.blockOf[e.To]]; {
		case from < to:
			lines = append(lines, line{l.mid[e.From], l.mid[e.To], e.Weight})
		case from > to:
			lines = append(lines, line{l.mid[e.To], l.mid[e.From], e.Weight})
		}
	}
	crossings := 0.0
	for i, x := range lines {
		for _, y := range lines[:i] {
			if (x.left-y.left)*(x.right-y.right) < 0 {
				crossings += math.Sqrt(x.weight * y.weight)
			}
		}
	}
	return crossings + length/400
}
