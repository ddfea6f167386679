package attribution

import (
	"math"
	"slices"

	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

// limits choose the candidates among the segments that the marginals hold possible.
type limits struct {
	post  float32 // probability that a candidate needs
	share float32 // the same, as a part of that of the likeliest with the same beginning and type
	ends  int     // candidates with the same beginning and type
}

// Learning sees more candidates than use does, where the unlikely ones cost more time than they are worth.
var (
	narrow = limits{post: 0.02, share: 0.05, ends: 10}
	wide   = limits{post: 0.005, share: 0, ends: 15}
)

// maxLen bounds the length of segments by type, in tokens.
var maxLen = [NumTypes]int{60, 30, 500}

// Candidate is a possible segment, the tokens [First, Last) of its unit.
type Candidate struct {
	First, Last int32
	Type        Type
	Post        float32 // probability after the first stage
	rank        uint8   // among those with the same beginning and type
	quote       uint8   // how it lies to quotation marks
	place       uint8   // how it lies to its sentence
	length      uint8
	head        uint32 // lemma that stands for it
	score       float32
}

// Marginals are what the first stage says about a unit.
type Marginals struct {
	Prob [][NumLabels]float32
	Cont [][2 * NumTypes]float32
}

// candidates appends the candidates of u in the order of their beginnings.
func (u *Unit) candidates(m Marginals, lim limits, dst []Candidate) []Candidate {
	for t := 0; t < u.N; t++ {
		for k := Type(0); k < NumTypes; k++ {
			if p := m.Prob[t][k.Begin()]; p >= lim.post {
				dst = u.ends(m, lim, k, t, p, dst)
			}
		}
	}
	return dst
}

// ends appends the best candidates of one type that begin at t, given the probability that one does.
func (u *Unit) ends(m Marginals, lim limits, k Type, t int, alive float32, dst []Candidate) []Candidate {
	from := len(dst)
	last := min(u.N, t+maxLen[k])
	for end := t + 1; end <= last && alive >= lim.post; end++ {
		on := float32(0)
		if end < u.N {
			on = m.Cont[end][k]
			if end > t+1 {
				on = m.Cont[end][NumTypes+k]
			}
		}
		if p := alive * (1 - on); p >= lim.post {
			dst = insert(dst, from, lim.ends, Candidate{First: int32(t), Last: int32(end), Type: k, Post: p})
		}
		alive *= on
	}
	for len(dst) > from && dst[len(dst)-1].Post < dst[from].Post*lim.share {
		dst = dst[:len(dst)-1]
	}
	for i := from; i < len(dst); i++ {
		dst[i].rank = uint8(i - from)
		u.describe(&dst[i])
	}
	return dst
}

// insert puts c among those from index from on, the most likely first, and keeps the best.
func insert(dst []Candidate, from, most int, c Candidate) []Candidate {
	if len(dst)-from < most {
		dst = append(dst, c)
	} else if dst[len(dst)-1].Post >= c.Post {
		return dst
	} else {
		dst[len(dst)-1] = c
	}
	for i := len(dst) - 1; i > from && dst[i].Post > dst[i-1].Post; i-- {
		dst[i], dst[i-1] = dst[i-1], dst[i]
	}
	return dst
}

// describe fills what the features of c have in common.
func (u *Unit) describe(c *Candidate) {
	i, j := int(c.First), int(c.Last)
	c.length = uint8(distance(j - i))
	c.quote = u.quoteRelation(i, j)
	c.place = u.placeOf(i, j)
	c.head = u.headOf(c)
}

// quoteRelation tells how [i, j) lies to quotation marks.
func (u *Unit) quoteRelation(i, j int) uint8 {
	a, b := u.at(i), u.at(j-1)
	samePair := u.quoteFirst[i] == u.quoteFirst[j-1]
	in := u.quoteFirst[i] >= 0
	switch {
	case in && samePair && a.q == openMark && b.q == closeMark:
		return 1
	case in && samePair && a.q == openMark && int(u.quoteLast[i]) == u.N && j == u.N:
		return 2
	case in && samePair && a.q == openMark:
		return 3
	case in && samePair && b.q == closeMark:
		return 4
	case in && samePair:
		return 5
	case a.q == strayMark || b.q == strayMark:
		return 6
	case b.q == closeMark:
		return 7
	case a.q == openMark:
		return 8
	case in || u.quoteFirst[j-1] >= 0:
		return 9
	}
	for t := i; t < j; t++ {
		if u.at(t).q != outside {
			return 10
		}
	}
	return 0
}

// placeOf tells whether [i, j) begins and ends with a sentence, and whether it goes over several.
func (u *Unit) placeOf(i, j int) uint8 {
	var p uint8
	if int(u.sentFirst[i]) == i {
		p++
	}
	end := int(u.sentLast[j-1])
	switch {
	case end == j:
		p += 2
	case end == j+1 && isPunct(u.at(j)):
		p += 4
	}
	if n := u.sentNo[j-1] - u.sentNo[i]; n > 0 {
		p += 8 * uint8(min(n, 3))
	}
	return p
}

// headOf returns the lemma that stands for a segment: the best cue word or last verb of a cue, the last noun of a
// source's first phrase, the first word of a content.
func (u *Unit) headOf(c *Candidate) uint32 {
	i, j := int(c.First), int(c.Last)
	head := u.at(i).l
	switch c.Type {
	case Cue:
		best := uint32(0)
		for t := i; t < j; t++ {
			a := u.at(t)
			rank := a.cue*2 + bit(isVerb(a))
			if rank >= best && rank > 0 {
				head, best = a.l, rank
			}
		}
	case Source:
		for t := i; t < j; t++ {
			a := u.at(t)
			if t > i && (isPunct(a) || isLink(a)) {
				break
			}
			if tag := tagger.Tag(a.tag - 1); text.IsNoun(tag) || tag == tagger.PRP {
				head = a.l
				if text.IsName(tag) {
					head = 1
				}
			}
		}
	}
	return head
}

// postClass puts a probability into a class, fine at both ends.
func postClass(p float32) uint32 {
	p = min(max(p, 1e-4), 1-1e-4)
	return uint32(math.Round(1.5*math.Log(float64(p/(1-p)))) + 20)
}

// segFeatures appends the rows of a candidate.
func (u *Unit) segFeatures(m Marginals, c *Candidate, rows []uint32) []uint32 {
	f := feats{rows: rows, shift: 32 - SegBits, kind: 1000 + 200*uint32(c.Type)}
	post := postClass(c.Post)
	f.one(0)
	f.one(post)
	f.two(post, uint32(c.length))
	f.one(uint32(c.length))
	f.two(post, postClass(m.Prob[c.First][c.Type.Begin()]))
	f.two(uint32(c.rank), post)
	u.borderFeatures(&f, c, post)
	q, p := uint32(c.quote), uint32(c.place)
	f.kind = 1080 + 200*uint32(c.Type)
	f.one(q)
	f.two(q, post)
	f.two(q, uint32(c.length))
	f.two(q, p)
	f.one(p)
	f.two(p, post)
	f.two(p, uint32(c.length))
	f.one(c.head)
	f.two(c.head, post)
	f.two(c.head, uint32(c.length))
	f.three(u.headline, p, q)
	f.two(u.headline, post)
	u.insideFeatures(&f, c)
	u.contextSegment(&f, c, post)
	return f.rows
}

// borderFeatures adds what stands at both ends.
func (u *Unit) borderFeatures(f *feats, c *Candidate, post uint32) {
	f.kind = 1020 + 200*uint32(c.Type)
	i, j := int(c.First), int(c.Last)
	b, s, s2 := u.at(i-1), u.at(i), u.at(i+1)
	e2, e, n, n2 := u.at(j-2), u.at(j-1), u.at(j), u.at(j+1)
	f.one(b.w)
	f.one(s.w)
	f.one(e.w)
	f.one(n.w)
	f.two(b.w, s.w)
	f.two(e.w, n.w)
	f.two(n.w, n2.w)
	f.two(b.tag, s.tag)
	f.two(e.tag, n.tag)
	f.three(b.tag, s.tag, s2.tag)
	f.three(e2.tag, e.tag, n.tag)
	f.three(e.tag, n.tag, n2.tag)
	f.three(u.at(i-2).tag, b.tag, s.tag)
	f.two(s.tag, e.tag)
	f.two(s.w, uint32(c.length))
	f.two(n.w, post)
	f.two(b.w, post)
	f.two(e.w, post)
	f.two(b.l, s.tag)
	f.two(b.w, n.w)
	f.two(b.tag, n.tag)
	f.two(n.tag, pair(n2.tag, n.cue))
	f.three(e.tag, n.w, n2.tag)
	f.two(b.cue, s.w)
	f.two(s.l, e.l)
	f.three(b.cue, s.tag, n.cue)
}

// insideFeatures adds what stands in between.
func (u *Unit) insideFeatures(f *feats, c *Candidate) {
	f.kind = 1120 + 200*uint32(c.Type)
	i, j := int(c.First), int(c.Last)
	if j-i <= 4 {
		words, tags := uint32(0), uint32(0)
		for t := i; t < j; t++ {
			words, tags = pair(words, u.at(t).l), pair(tags, u.at(t).tag)
		}
		f.one(words)
		f.one(tags)
		f.two(tags, u.at(i-1).tag)
		f.two(tags, u.at(j).tag)
	}
	f.kind = 1130 + 200*uint32(c.Type)
	verb := bit(int(u.nextVerb[i]) < j || isVerb(u.at(i)))
	cue := bit(int(u.rightCue[i]) < j)
	stop := bit(int(u.nextStop[i]) < j-1)
	f.three(verb, cue, stop)
	f.three(verb, uint32(c.length), cue)
	f.two(verb, u.at(i).w)
	if t := int(u.leftCue[i]); t >= 0 && u.sentNo[t] == u.sentNo[i] {
		f.two(u.at(t).l, distance(i-t))
		f.two(u.at(t).l, uint32(c.quote))
		f.two(u.at(t).l, u.at(i).w)
	} else {
		f.skip(3)
	}
	r := int(u.rightCue[j-1])
	if r < u.N && u.sentNo[r] == u.sentNo[j-1] {
		f.two(u.at(r).l, distance(r-j))
		f.two(u.at(r).l, uint32(c.quote))
		f.two(u.at(r).l, u.at(j).w)
	}
}

// near reports whether b, which follows a, begins in the sentence in which a ends (0), in the next (1) or later (2).
func (u *Unit) gap(a, b *Candidate) uint32 {
	return uint32(min(u.sentNo[b.First]-u.sentNo[a.Last-1], 2))
}

// pairFeatures appends the rows of two segments that follow each other.
func (u *Unit) pairFeatures(a, b *Candidate, rows []uint32) []uint32 {
	types := uint32(a.Type)*NumTypes + uint32(b.Type)
	f := feats{rows: rows, shift: 32 - SegBits, kind: 2000 + 50*types}
	sg := u.gap(a, b)
	n := int(b.First - a.Last)
	d := distance(n)
	f.one(sg)
	f.two(d, sg)
	f.two(uint32(a.quote)*16+uint32(b.quote), sg)
	f.three(uint32(a.place), uint32(b.place), sg)
	f.three(uint32(a.length), uint32(b.length), sg)
	f.two(a.head, d)
	f.two(b.head, d)
	f.two(a.head, b.head)
	f.two(a.head, u.at(int(b.First)).w)
	f.three(a.head, uint32(b.quote), sg)
	f.three(b.head, uint32(a.quote), sg)
	f.three(b.head, uint32(b.place), sg)
	f.two(u.at(int(a.Last)).w, u.at(int(b.First)-1).w)
	f.two(u.at(int(a.Last)-1).w, u.at(int(b.First)).w)
	f.kind = 2020 + 50*types
	f.three(u.at(int(a.Last)-1).tag, d, u.at(int(b.First)).tag)
	words, tags := uint32(0), uint32(0)
	for t := int(a.Last); t < int(b.First) && n <= 5; t++ {
		words, tags = pair(words, u.at(t).w), pair(tags, u.at(t).tag)
	}
	f.kind = 2030 + 50*types
	if n <= 5 {
		f.one(tags)
		f.two(tags, u.at(int(b.First)).tag)
		f.two(tags, a.head)
	}
	f.kind = 2034 + 50*types
	if n <= 3 {
		f.one(words)
	}
	f.kind = 2036 + 50*types
	stop := bit(int(u.nextStop[a.Last-1]) < int(b.First))
	verb := bit(int(u.nextVerb[a.Last-1]) < int(b.First))
	cue := bit(int(u.rightCue[a.Last-1]) < int(b.First))
	f.three(stop, verb*2+cue, sg)
	f.three(stop*4+verb*2+cue, a.head, sg)
	u.contextPair(&f, a, b, sg, d, types)
	return f.rows
}

// Sets of types that stand together in one sentence.
const numRelations = 2

var (
	setRows [8][NumTypes][numRelations]uint32
	endRows [8]uint32
	farRows [NumTypes]uint32
)

func init() {
	row := func(kind, a uint32) uint32 { return mix(kind, a) >> (32 - SegBits) }
	for s := range setRows {
		for k := range setRows[s] {
			for r := range setRows[s][k] {
				setRows[s][k][r] = row(3000, uint32(s*16+k*4+r))
			}
		}
		endRows[s] = row(3001, uint32(s))
	}
	for k := range farRows {
		farRows[k] = row(3002, uint32(k))
	}
}

// maxNear is the number of segments before one that are considered as its neighbour in a path.
const maxNear = 32

// state is the best path that ends with a candidate and a set of types.
type state struct {
	score float32
	back  int32 // candidate before, -1 if none
	set   uint8 // its set
	ok    bool
}

// Decoder finds the best sequence of segments of a unit.
type Decoder struct {
	W      []float32   // weights of the segment table
	Cands  []Candidate // of the unit
	Wide   bool        // consider more candidates, for learning
	Add    []float32   // what is added to the score of each candidate, or nil
	byLast []int32
	states [][8]state
	rows   []uint32
	path   []int32
}

// Prepare makes the candidates of u and scores them.
func (d *Decoder) Prepare(u *Unit, m Marginals) {
	lim := narrow
	if d.Wide {
		lim = wide
	}
	d.Cands = u.candidates(m, lim, d.Cands[:0])
	for i := range d.Cands {
		d.rows = u.segFeatures(m, &d.Cands[i], d.rows[:0])
		d.Cands[i].score = d.sum(d.rows)
	}
}

func (d *Decoder) sum(rows []uint32) float32 {
	var s float32
	for _, r := range rows {
		s += d.W[r]
	}
	return s
}

// far is the best path so far whose last segment is too far away to be a neighbour.
type far struct {
	score float32
	back  int32
	set   uint8
}

// Decode returns the indexes of the candidates of the best path. bias is added to the score of every candidate.
func (d *Decoder) Decode(u *Unit, bias float32) []int32 {
	d.order()
	best := far{back: -1}
	lo, hi := 0, 0
	for i := range d.Cands {
		b := &d.Cands[i]
		for hi < len(d.byLast) && d.Cands[d.byLast[hi]].Last <= b.First {
			hi++
		}
		for lo < hi && (hi-lo > maxNear || u.gap(&d.Cands[d.byLast[lo]], b) > 1) {
			best = d.close(best, d.byLast[lo])
			lo++
		}
		own := b.score + bias
		if d.Add != nil {
			own += d.Add[i]
		}
		d.states[i] = [8]state{}
		d.arrive(i, 1<<b.Type, state{best.score + own + d.W[farRows[b.Type]], best.back, best.set, true})
		for _, a := range d.byLast[lo:hi] {
			d.connect(u, int(a), i, own)
		}
	}
	for ; lo < len(d.byLast); lo++ {
		best = d.close(best, d.byLast[lo])
	}
	return d.trace(best)
}

func (d *Decoder) order() {
	d.byLast = grow(d.byLast, len(d.Cands))
	d.states = grow(d.states, len(d.Cands))
	for i := range d.byLast {
		d.byLast[i] = int32(i)
	}
	slices.SortFunc(d.byLast, func(x, y int32) int {
		if a, b := d.Cands[x].Last, d.Cands[y].Last; a != b {
			return int(a - b)
		}
		return int(x - y)
	})
}

// close ends the paths to candidate a, and returns the best of them and of best.
func (d *Decoder) close(best far, a int32) far {
	for s := range d.states[a] {
		if st := &d.states[a][s]; st.ok && st.score+d.W[endRows[s]] > best.score {
			best = far{st.score + d.W[endRows[s]], a, uint8(s)}
		}
	}
	return best
}

func (d *Decoder) arrive(i int, set uint8, s state) {
	if old := &d.states[i][set]; !old.ok || s.score > old.score {
		*old = s
	}
}

// connect extends the paths to candidate a by candidate b.
func (d *Decoder) connect(u *Unit, a, b int, own float32) {
	x, y := &d.Cands[a], &d.Cands[b]
	d.rows = u.pairFeatures(x, y, d.rows[:0])
	own += d.sum(d.rows)
	same := u.gap(x, y) == 0
	r := relation(x, y)
	for s := range d.states[a] {
		st := &d.states[a][s]
		if !st.ok {
			continue
		}
		set, score := uint8(1<<y.Type), st.score+own
		if same {
			score += d.W[setRows[s][y.Type][r]]
			set |= uint8(s)
		} else {
			score += d.W[endRows[s]]
		}
		d.arrive(b, set, state{score, int32(a), uint8(s), true})
	}
}

func relation(a, b *Candidate) int {
	return int(bit(a.quote != 0 || b.quote != 0))
}

func (d *Decoder) trace(end far) []int32 {
	d.path = d.path[:0]
	for i, set := end.back, end.set; i >= 0; {
		d.path = append(d.path, i)
		st := &d.states[i][set]
		i, set = st.back, st.set
	}
	slices.Reverse(d.path)
	return d.path
}

// PathRows calls f with the rows of everything that a path is scored by.
func (d *Decoder) PathRows(u *Unit, m Marginals, path []int32, f func(rows []uint32)) {
	set := uint8(0)
	for n, i := range path {
		b := &d.Cands[i]
		d.rows = u.segFeatures(m, b, d.rows[:0])
		next := uint8(1 << b.Type)
		switch {
		case n == 0:
			d.rows = append(d.rows, farRows[b.Type])
		case u.gap(&d.Cands[path[n-1]], b) > 1:
			d.rows = append(d.rows, endRows[set], farRows[b.Type])
		default:
			a := &d.Cands[path[n-1]]
			d.rows = u.pairFeatures(a, b, d.rows)
			if u.gap(a, b) == 0 {
				d.rows = append(d.rows, setRows[set][b.Type][relation(a, b)])
				next |= set
			} else {
				d.rows = append(d.rows, endRows[set])
			}
		}
		set = next
		f(d.rows)
	}
	if len(path) > 0 {
		d.rows = append(d.rows[:0], endRows[set])
		f(d.rows)
	}
}
