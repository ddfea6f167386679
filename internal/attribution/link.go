package attribution

// Segment is a segment of the best path, ready to be linked.
type Segment = Candidate

// maxLinks is the number of partners on either side among which a segment chooses.
const maxLinks = 4

// linker links the segments of one unit.
type linker struct {
	u    *Unit
	segs []Segment
	rows []uint32
	opts []int32
}

// options returns the segments of type k near segment x, those before it first.
func (l *linker) options(x int, k Type) []int32 {
	l.opts = l.opts[:0]
	for i, n := x-1, 0; i >= 0 && n < maxLinks; i-- {
		if l.segs[i].Type == k {
			l.opts = append(l.opts, int32(i))
			n++
		}
	}
	for i, n := x+1, 0; i < len(l.segs) && n < maxLinks; i++ {
		if l.segs[i].Type == k {
			l.opts = append(l.opts, int32(i))
			n++
		}
	}
	return l.opts
}

// noneFeatures appends the rows for segment x having no partner of type k.
func (l *linker) noneFeatures(x int, k Type, rows []uint32) []uint32 {
	c := &l.segs[x]
	f := feats{rows: rows, shift: 32 - LinkBits, kind: 4000 + 100*uint32(k)}
	f.one(0)
	f.one(uint32(c.quote))
	f.one(uint32(c.place))
	f.one(c.head)
	near := uint32(0)
	for _, d := range []int{-2, -1, 1, 2} {
		near *= 4
		if x+d >= 0 && x+d < len(l.segs) {
			near += 1 + uint32(l.segs[x+d].Type)
		}
	}
	f.one(near)
	f.two(near, c.head)
	f.two(c.head, l.u.at(int(c.First)-1).tag)
	return f.rows
}

// linkFeatures appends the rows for a link from segment x to its possible partner y.
func (l *linker) linkFeatures(x, y int, rows []uint32) []uint32 {
	a, b := &l.segs[x], &l.segs[y]
	f := feats{rows: rows, shift: 32 - LinkBits, kind: 4040 + 100*uint32(b.Type)}
	lo, hi, before := x, y, uint32(0)
	if y < x {
		lo, hi, before = y, x, 1
	}
	p, q := &l.segs[lo], &l.segs[hi]
	sg := l.u.gap(p, q)
	d := distance(int(q.First - p.Last))
	seq, n, rank := uint32(0), uint32(0), uint32(0)
	for i := lo + 1; i < hi; i++ {
		if n < 5 {
			seq = seq*4 + uint32(l.segs[i].Type) + 1
		}
		if l.segs[i].Type == b.Type {
			rank++
		}
		n++
	}
	place := before*4 + sg
	f.one(place)
	f.two(place, rank)
	f.two(place, seq)
	f.two(place, d)
	f.three(place, seq, d)
	f.three(place, seq, uint32(a.quote))
	f.three(place, rank, uint32(a.quote)*16+uint32(b.quote))
	f.three(place, b.head, min(n, 2))
	f.three(place, a.head, min(n, 2))
	f.three(place, uint32(a.place), rank)
	f.three(place, uint32(b.place), rank)
	f.three(place, a.head, b.head)
	f.two(place, pair(l.sides(y), seq))
	f.two(place, pair(l.sides(x), seq))
	f.three(place, l.samePair(a, b), seq)
	f.three(place, l.u.at(int(p.Last)).w, min(n, 1))
	f.three(place, l.u.at(int(q.First)-1).w, min(n, 1))
	f.two(place, pair(l.sides(y), l.sides(x)))
	return f.rows
}

// sides tells what stands on both sides of a segment, and how close.
func (l *linker) sides(x int) uint32 {
	s := uint32(0)
	for _, y := range []int{x - 1, x + 1} {
		s *= 16
		if y < 0 || y >= len(l.segs) {
			continue
		}
		p, q := &l.segs[min(x, y)], &l.segs[max(x, y)]
		s += 1 + uint32(l.segs[y].Type)*4 + bit(q.First-p.Last <= 1) + 2*bit(l.u.gap(p, q) == 0)
	}
	return s
}

// samePair tells whether two segments lie between the same marks.
func (l *linker) samePair(a, b *Segment) uint32 {
	i, j := l.u.quoteFirst[a.First], l.u.quoteFirst[b.First]
	return bit(i >= 0)*4 + bit(j >= 0)*2 + bit(i == j)
}

// choose returns the best partner of type k for segment x, or -1.
func (l *linker) choose(w []float32, x int, k Type) int {
	best := -1
	l.rows = l.noneFeatures(x, k, l.rows[:0])
	top := sumRows(w, l.rows)
	for _, y := range l.options(x, k) {
		l.rows = l.linkFeatures(x, int(y), l.rows[:0])
		if s := sumRows(w, l.rows); s > top {
			best, top = int(y), s
		}
	}
	return best
}

func sumRows(w []float32, rows []uint32) float32 {
	var s float32
	for _, r := range rows {
		s += w[r]
	}
	return s
}
