package train

import (
	"math"
	"math/rand"
	"sort"

	"github.com/communique-go/communique/internal/attribution"
)

// instance is a unit with what learning needs.
type instance struct {
	unit   *attribution.Unit
	labels []uint8
	gold   []Segment // tokens of the unit
	fold   int
	view   int // the form of the text, -1 if it has only one
	parity int // decides in which epochs a form is used
	weight float32
	rows   []uint32 // node features of all tokens
	start  []uint32 // where those of each token begin, and the end
	edges  []uint32
	estart []uint32
	marg   attribution.Marginals
}

// makeInstances cuts texts into units and computes their features.
func makeInstances(texts []*Text, lex *attribution.Lexicon, folds, view int) []*instance {
	var out []*instance
	for _, t := range texts {
		g := 0
		for _, u := range attribution.Units(t.In, lex) {
			in := &instance{unit: u, fold: fold(t.Group, folds), view: view, parity: fold(t.Group+"*", 2), labels: make([]uint8, u.N), weight: 1}
			for g < len(t.Gold) && t.Gold[g].Last <= u.First {
				g++
			}
			for k := g; k < len(t.Gold) && t.Gold[k].First < u.First+u.N; k++ {
				s := t.Gold[k]
				first, last := max(s.First-u.First, 0), min(s.Last-u.First, u.N)
				in.gold = append(in.gold, Segment{Type: s.Type, First: first, Last: last})
				in.labels[first] = uint8(s.Type.Begin())
				for i := first + 1; i < last; i++ {
					in.labels[i] = uint8(s.Type.Inside())
				}
			}
			in.features()
			out = append(out, in)
		}
	}
	return out
}

func (in *instance) features() {
	for t := 0; t < in.unit.N; t++ {
		in.start = append(in.start, uint32(len(in.rows)))
		in.rows = in.unit.NodeFeatures(t, in.rows)
		in.estart = append(in.estart, uint32(len(in.edges)))
		if t > 0 {
			in.edges = in.unit.EdgeFeatures(t, in.edges)
		}
	}
	in.start = append(in.start, uint32(len(in.rows)))
	in.estart = append(in.estart, uint32(len(in.edges)))
}

// MakeLexicon learns which lemmas are cues.
func MakeLexicon(texts []*Text) *attribution.Lexicon {
	all, cue := map[uint32]int{}, map[uint32]int{}
	for _, t := range texts {
		in := make([]bool, len(t.Doc.Tokens))
		for _, s := range t.Gold {
			for i := s.First; s.Type == attribution.Cue && i < s.Last; i++ {
				in[i] = true
			}
		}
		for i, tok := range t.Doc.Tokens {
			k := attribution.LexKey(attribution.LemmaHash(&tok), tok.Tag)
			all[k]++
			if in[i] {
				cue[k]++
			}
		}
	}
	return attribution.NewLexicon(classes(all, cue))
}

func classes(all, cue map[uint32]int) (keys []uint32, class []uint8) {
	for k, n := range cue {
		if n < 3 {
			continue
		}
		p := float64(n) / (float64(all[k]) + 2)
		c := uint8(1)
		for _, step := range []float64{.03, .1, .25, .45, .7} {
			if p >= step {
				c++
			}
		}
		if c > 1 {
			keys, class = append(keys, k), append(class, c-1)
		}
	}
	sortLexicon(keys, class)
	return keys, class
}

// crfOptions are the settings of the first stage.
type crfOptions struct {
	Epochs  int
	Dropout float64
	L2      float32
	Rate    float32
	Damp    float32 // added to the sums of squared gradients: holds rare features back
	Seed    int64
}

const points = 6 // averaging points in an epoch

// crf is the first stage while it is learnt.
type crf struct {
	node, edge   []float32
	node2, edge2 []float32 // sums of squared gradients
	nodeA, edgeA []float32 // sums of weights at the averaging points
	averaged     int
	lat          attribution.Lattice
	kept         []uint32
	kstart       []uint32
	opt          crfOptions
	rng          uint64
}

const (
	nl    = attribution.NumLabels
	nodeW = 8 // a row has one weight more than there are labels, so that it does not cross a cache line
)

func newCRF(opt crfOptions) *crf {
	return &crf{
		node: make([]float32, nodeW<<attribution.NodeBits), node2: make([]float32, nodeW<<attribution.NodeBits), nodeA: make([]float32, nodeW<<attribution.NodeBits),
		edge: make([]float32, nl*nl<<attribution.EdgeBits), edge2: make([]float32, nl*nl<<attribution.EdgeBits), edgeA: make([]float32, nl*nl<<attribution.EdgeBits),
		opt: opt, rng: uint64(opt.Seed)*0x9E3779B97F4A7C15 + 0x1234567,
	}
}

func (c *crf) next() uint64 {
	c.rng ^= c.rng << 13
	c.rng ^= c.rng >> 7
	c.rng ^= c.rng << 17
	return c.rng
}

// train learns from the instances, in an order of its own in every epoch.
func (c *crf) train(data []*instance, progress func(epoch int, loss float64)) {
	order := make([]int, len(data))
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewSource(c.opt.Seed))
	for ep := 0; ep < c.opt.Epochs; ep++ {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss := 0.0
		for i, k := range order {
			if in := data[k]; in.view < 0 || (in.parity+in.view+ep)%2 == 0 {
				loss += c.learn(in)
			}
			if ep > 0 && (i+1)*points/len(order) != i*points/len(order) {
				c.average()
			}
		}
		progress(ep, loss)
	}
	n := 1 / float32(max(c.averaged, 1))
	for i := range c.node {
		c.node[i] = c.nodeA[i] * n
	}
	for i := range c.edge {
		c.edge[i] = c.edgeA[i] * n
	}
}

func (c *crf) average() {
	c.averaged++
	for i, w := range c.node {
		c.nodeA[i] += w
	}
	for i, w := range c.edge {
		c.edgeA[i] += w
	}
}

// drop chooses the features that take part this time.
func (c *crf) drop(in *instance) {
	c.kept, c.kstart = c.kept[:0], c.kstart[:0]
	limit := uint64(c.opt.Dropout * 65536)
	var bits uint64
	left := 0
	for t := 0; t < in.unit.N; t++ {
		c.kstart = append(c.kstart, uint32(len(c.kept)))
		for _, r := range in.rows[in.start[t]:in.start[t+1]] {
			if left == 0 {
				bits, left = c.next(), 4
			}
			if bits&0xffff >= limit {
				c.kept = append(c.kept, r)
			}
			bits >>= 16
			left--
		}
	}
	c.kstart = append(c.kstart, uint32(len(c.kept)))
}

// fill computes the scores of a unit from the rows given, each times factor.
func (c *crf) fill(in *instance, rows, start []uint32, factor float32) {
	l := &c.lat
	l.Reset(in.unit.N)
	for t := 0; t < in.unit.N; t++ {
		var s [nl]float32
		for _, r := range rows[start[t]:start[t+1]] {
			w := c.node[r*nodeW : r*nodeW+nodeW]
			for j := range s {
				s[j] += w[j]
			}
		}
		for j := range s {
			l.Node[t][j] = s[j] * factor
		}
		if t == 0 {
			continue
		}
		e := &l.Edge[t]
		*e = [nl * nl]float32{}
		for _, r := range in.edges[in.estart[t]:in.estart[t+1]] {
			w := c.edge[r*nl*nl : (r+1)*nl*nl]
			for j := range e {
				e[j] += w[j]
			}
		}
	}
}

// learn makes one step and returns the summed token log-loss.
func (c *crf) learn(in *instance) float64 {
	c.drop(in)
	factor := float32(1 / (1 - c.opt.Dropout))
	c.fill(in, c.kept, c.kstart, factor)
	c.lat.Run()
	loss := 0.0
	var p [nl * nl]float32
	for t := 0; t < in.unit.N; t++ {
		g := c.lat.Prob[t]
		loss -= math.Log(max(float64(g[in.labels[t]]), 1e-9))
		g[in.labels[t]]--
		for j := range g {
			g[j] *= factor * in.weight
		}
		for _, r := range c.kept[c.kstart[t]:c.kstart[t+1]] {
			c.step(c.node[r*nodeW:r*nodeW+nl], c.node2[r*nodeW:r*nodeW+nl], g[:])
		}
		if t > 0 {
			c.lat.EdgeProb(t, &p)
			p[int(in.labels[t-1])*nl+int(in.labels[t])]--
			for _, r := range in.edges[in.estart[t]:in.estart[t+1]] {
				c.step(c.edge[r*nl*nl:(r+1)*nl*nl], c.edge2[r*nl*nl:(r+1)*nl*nl], p[:])
			}
		}
	}
	return loss
}

// step moves weights against the gradient g, each at its own rate.
func (c *crf) step(w, sq, g []float32) {
	w, sq = w[:len(g)], sq[:len(g)]
	for j, x := range g {
		x += c.opt.L2 * w[j]
		if x > -1e-4 && x < 1e-4 {
			continue
		}
		sq[j] += x * x
		w[j] -= c.opt.Rate * x / float32(math.Sqrt(float64(sq[j]+c.opt.Damp)))
	}
}

// marginals computes and keeps the marginals of an instance.
func (c *crf) marginals(in *instance) {
	l := c.predict(in)
	in.marg.Prob = append(in.marg.Prob[:0], l.Prob...)
	in.marg.Cont = append(in.marg.Cont[:0], l.Cont...)
}

// loss is the summed token log-loss on instances.
func (c *crf) loss(data []*instance) float64 {
	loss := 0.0
	for _, in := range data {
		l := c.predict(in)
		for t, y := range in.labels {
			loss -= math.Log(max(float64(l.Prob[t][y]), 1e-9))
		}
	}
	return loss
}

// predict computes the marginals of an instance.
func (c *crf) predict(in *instance) *attribution.Lattice {
	c.fill(in, in.rows, in.start, 1)
	c.lat.Run()
	return &c.lat
}

// sortLexicon brings keys into order, and the classes with them.
func sortLexicon(keys []uint32, class []uint8) {
	order := make([]int, len(keys))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(i, j int) bool { return keys[order[i]] < keys[order[j]] })
	k, c := append([]uint32(nil), keys...), append([]uint8(nil), class...)
	for to, from := range order {
		keys[to], class[to] = k[from], c[from]
	}
}
