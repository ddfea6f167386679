package attribution

// Version is the version of the features and of the model file. A model learnt with another one is refused.
const Version = 2

// Sizes of the hashed tables.
const (
	NodeBits = 18 // features of a token, each a row of NumLabels weights
	EdgeBits = 12 // features of two neighbours, each a row of NumLabels*NumLabels weights
	SegBits  = 18 // features of segments and of pairs of segments, one weight each
	LinkBits = 14 // features of links between segments
)

// NumLabels is the number of labels: O, then B and I of source, cue and content.
const NumLabels = 7

// Type is the type of a segment.
type Type uint8

// The types of segments.
const (
	Source Type = iota
	Cue
	Content
	NumTypes = 3
)

// Begin and Inside are the labels of a segment's first token and of the others.
func (k Type) Begin() int  { return 1 + 2*int(k) }
func (k Type) Inside() int { return 2 + 2*int(k) }

// mix hashes a kind of feature and its value.
func mix(kind, a uint32) uint32 {
	h := (uint64(kind)<<32 | uint64(a)) * 0x9E3779B97F4A7C15
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	return uint32(h >> 32)
}

// pair combines two values.
func pair(a, b uint32) uint32 {
	h := uint64(a)*0x94D049BB133111EB + (uint64(b)+0x632BE5AB)*0xD6E8FEB86659FD93
	return uint32(h >> 32)
}

func pair3(a, b, c uint32) uint32 { return pair(pair(a, b), c) }

// feats collects the rows of one token's features.
type feats struct {
	rows  []uint32
	kind  uint32
	shift uint32
}

// one adds a feature. Its kind is its place in the order of calls, so a feature that is left out has to be skipped.
func (f *feats) one(a uint32) {
	f.kind++
	f.rows = append(f.rows, mix(f.kind, a)>>f.shift)
}

func (f *feats) two(a, b uint32)      { f.one(pair(a, b)) }
func (f *feats) three(a, b, c uint32) { f.one(pair3(a, b, c)) }

// skip leaves out n features.
func (f *feats) skip(n uint32) { f.kind += n }

// distance puts a number of tokens into a class.
func distance(n int) uint32 {
	switch {
	case n < 0:
		return 0
	case n <= 4:
		return uint32(n) + 1
	case n <= 6:
		return 6
	case n <= 9:
		return 7
	case n <= 14:
		return 8
	case n <= 24:
		return 9
	case n <= 49:
		return 10
	}
	return 11
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// nodeFeatures appends the rows of token t to rows.
func (u *Unit) nodeFeatures(t int, rows []uint32) []uint32 {
	f := feats{rows: rows, shift: 32 - NodeBits}
	f.one(0)
	u.wordFeatures(&f, t)
	u.cueFeatures(&f, t)
	u.quoteFeatures(&f, t)
	u.placeFeatures(&f, t)
	u.clauseFeatures(&f, t)
	u.contextFeatures(&f, t)
	return f.rows
}

func (u *Unit) wordFeatures(f *feats, t int) {
	f.kind = 10
	a, b, c, p, q := u.at(t-2), u.at(t-1), u.at(t), u.at(t+1), u.at(t+2)
	f.one(c.w)
	f.one(b.w)
	f.one(p.w)
	f.one(a.w)
	f.one(q.w)
	f.two(b.w, c.w)
	f.two(c.w, p.w)
	f.two(b.w, p.w)
	f.one(c.l)
	f.one(b.l)
	f.one(p.l)
	f.two(b.l, c.l)
	f.two(c.l, p.l)
	f.one(c.s3)
	f.one(c.s2)
	f.one(c.shape)
	f.three(b.shape, c.shape, p.shape)
	f.one(c.tag)
	f.one(b.tag)
	f.one(p.tag)
	f.one(a.tag)
	f.one(q.tag)
	f.two(b.tag, c.tag)
	f.two(c.tag, p.tag)
	f.three(a.tag, b.tag, c.tag)
	f.three(b.tag, c.tag, p.tag)
	f.three(c.tag, p.tag, q.tag)
	f.two(c.w, p.tag)
	f.two(b.tag, c.w)
	f.two(b.w, c.tag)
	f.two(c.tag, p.w)
	f.two(c.tag, p.l)
	f.two(u.at(t-3).tag, a.tag)
	f.two(q.tag, u.at(t+3).tag)
	f.three(a.w, b.w, c.tag)
	f.three(c.tag, p.w, q.w)
}

func (u *Unit) cueFeatures(f *feats, t int) {
	f.kind = 60
	b, c, p := u.at(t-1), u.at(t), u.at(t+1)
	f.one(c.cue)
	f.three(b.cue, c.cue, p.cue)
	f.two(c.cue, c.tag)
	f.three(c.cue, c.tag, p.tag)
	f.three(c.cue, b.tag, c.tag)
	f.two(c.cue, p.w)
	f.two(b.cue, c.w)
	f.three(b.cue, c.tag, p.tag)
	f.three(p.cue, c.tag, b.tag)
	f.two(u.at(t-2).cue, u.at(t+2).cue)
	f.two(c.cue, uint32(c.q)*8+uint32(p.q))
	f.kind = 80
	if i := int(u.leftCue[t]); i >= 0 {
		u.nearCue(f, t, i, i+1)
	}
	f.kind = 100
	if i := int(u.rightCue[t]); i < u.N {
		u.nearCue(f, t, i, i-1)
	}
	f.kind = 120
	f.three(u.cueClass(t, int(u.leftCue[t])), u.cueClass(t, int(u.rightCue[t])), uint32(c.q))
	f.three(u.cueClass(t, int(u.leftCue[t])), u.cueClass(t, int(u.rightCue[t])), c.tag)
}

// cueClass is the class of a likely cue as seen from token t: how good it is and whether it stands in t's sentence.
func (u *Unit) cueClass(t, i int) uint32 {
	if i < 0 || i >= u.N {
		return 0
	}
	return 1 + u.at(i).cue*4 + u.sentGap(t, i)
}

// sentGap is the number of sentences between two tokens, at most 2.
func (u *Unit) sentGap(a, b int) uint32 {
	d := u.sentNo[a] - u.sentNo[b]
	if d < 0 {
		d = -d
	}
	return uint32(min(d, 2))
}

// nearCue adds what relates token t to the likely cue at i, whose neighbour on t's side is at next.
func (u *Unit) nearCue(f *feats, t, i, next int) {
	cue, n, c := u.at(i), u.at(next), u.at(t)
	dist := distance(abs(t - i))
	gap := u.sentGap(t, i)
	between := bit(u.prevPunct[t] > int32(i) || i > t && u.nextStop[t] < int32(i))
	f.two(dist, gap)
	f.two(cue.l, gap)
	f.three(cue.l, gap, between)
	f.three(cue.l, dist, c.tag)
	f.three(gap, between, c.tag)
	f.three(cue.cue, gap*2+between, uint32(c.q))
	f.three(n.w, dist, gap)
	f.three(n.w, cue.l, gap)
	f.three(cue.tag, n.tag, dist)
	f.three(n.w, c.tag, between)
	f.three(cue.l, c.l, gap)
	f.three(cue.l, uint32(c.q), gap)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

func (u *Unit) quoteFeatures(f *feats, t int) {
	f.kind = 130
	b, c, p := u.at(t-1), u.at(t), u.at(t+1)
	qs := uint32(b.q)*64 + uint32(c.q)*8 + uint32(p.q)
	f.one(qs)
	f.two(uint32(c.q), c.w)
	f.two(qs, c.tag)
	f.three(uint32(c.q), b.w, p.w)
	has := bit(u.sentQuote[t])
	f.two(has, uint32(c.q))
	f.three(has, uint32(c.q), c.tag)
	f.kind = 140
	if u.quoteFirst[t] < 0 {
		return
	}
	from, to := int(u.quoteFirst[t]), int(u.quoteLast[t])
	f.two(distance(t-from), distance(to-1-t))
	f.one(distance(to - from))
	before := u.at(from - 1)
	f.two(before.w, distance(t-from))
	f.three(before.tag, distance(to-from), u.at(from+1).tag)
	if to < u.N {
		f.three(u.at(to).w, u.at(to).tag, u.at(to+1).tag)
	} else {
		f.one(1)
	}
	f.three(distance(to-from), bit(int32(from) == u.sentFirst[from]), before.cue)
	f.two(u.at(to-2).w, distance(to-from))
	f.two(u.at(from+1).shape, distance(to-from))
}

func (u *Unit) placeFeatures(f *feats, t int) {
	f.kind = 150
	c := u.at(t)
	from, to := int(u.sentFirst[t]), int(u.sentLast[t])
	start, end := distance(t-from), distance(to-1-t)
	f.two(start, end)
	f.two(start, c.tag)
	f.two(end, c.tag)
	f.two(end, c.w)
	f.one(u.at(from).w)
	f.two(u.at(from).w, c.tag)
	f.three(u.at(from).w, u.at(from+1).w, start)
	f.two(u.at(to-1).w, uint32(c.q))
	f.two(distance(int(u.sentNo[t])), distance(u.sents))
	f.two(u.headline, start)
	f.two(u.headline, c.tag)
	f.two(u.headline, c.w)
	f.three(u.headline, c.cue, start)
}

func (u *Unit) clauseFeatures(f *feats, t int) {
	f.kind = 170
	c := u.at(t)
	from, to := int(u.sentFirst[t]), int(u.sentLast[t])
	var pv, nv atom
	if i := int(u.prevVerb[t]); i >= from {
		pv = *u.at(i)
	}
	if i := int(u.nextVerb[t]); i < to {
		nv = *u.at(i)
	}
	f.one(pv.l)
	f.two(pv.l, c.tag)
	f.one(nv.l)
	f.two(nv.l, c.tag)
	f.three(pv.tag, nv.tag, c.tag)
	f.three(pv.cue, nv.cue, c.tag)
	f.three(pv.l, nv.l, uint32(c.q))
	left := from - 1
	if i := int(u.prevPunct[t]); i >= from {
		left = i
	}
	mark := u.at(left).w
	if left < from {
		mark = 0
	}
	f.two(mark, distance(t-left))
	f.two(mark, u.at(left+1).w)
	f.three(mark, u.at(left+1).w, u.at(left+2).w)
	f.two(u.at(left+1).w, c.tag)
	f.two(u.at(left+1).tag, pair(c.tag, pv.tag))
	f.kind = 190
	right := int(u.nextStop[t])
	if right >= to {
		right = to - 1
	}
	a, b, d := u.at(right), u.at(right+1), u.at(right+2)
	f.two(a.w, distance(right-t))
	f.two(a.w, b.w)
	f.three(b.w, d.w, uint32(c.q))
	f.three(a.w, b.cue, d.cue)
	f.three(b.tag, d.tag, distance(right-t))
	f.three(b.cue, d.cue, c.tag)
	f.kind = 200
	if i := int(u.lastLink[t]); i >= from {
		l := u.at(i)
		f.two(l.w, distance(t-i))
		f.three(l.w, u.at(i-1).cue, u.at(i-1).tag)
		f.two(l.w, c.tag)
		f.three(l.w, u.at(i-1).l, bit(left > i))
	}
}

// edgeFeatures appends the rows of the edge from token t-1 to t.
func (u *Unit) edgeFeatures(t int, rows []uint32) []uint32 {
	f := feats{rows: rows, shift: 32 - EdgeBits, kind: 300}
	b, c := u.at(t-1), u.at(t)
	f.one(0)
	f.one(c.tag)
	f.one(b.tag)
	f.two(b.tag, c.tag)
	f.two(b.cue, c.cue)
	f.three(uint32(b.q), uint32(c.q), bit(int(u.sentFirst[t]) == t))
	f.kind = 310
	if isPunct(c) || isLink(c) {
		f.one(c.w)
	}
	f.kind = 311
	if isPunct(b) || isLink(b) {
		f.one(b.w)
	}
	f.kind = 312
	f.three(uint32(b.q), uint32(c.q), uint32(u.at(t+1).q))
	return f.rows
}
