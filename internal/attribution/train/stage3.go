package train

import (
	"math"
	"math/rand"

	"github.com/communique-go/communique/internal/attribution"
)

// choice is a segment with the rows of its possible partners, of which the first is none.
type choice struct {
	rows  [][]uint32
	right int
}

// choices makes what the third stage learns from: to which cue a content belongs, and which source a cue has.
func choices(texts []*Text, lex *attribution.Lexicon) []choice {
	var out []choice
	for _, t := range texts {
		g := 0
		for _, u := range attribution.Units(t.In, lex) {
			var gold []Segment
			var segs []attribution.Segment
			first := 0
			for ; g < len(t.Gold) && t.Gold[g].First < u.First+u.N; g++ {
				s := t.Gold[g]
				if len(gold) == 0 {
					first = g
				}
				gold = append(gold, s)
				segs = append(segs, attribution.Segment{Type: s.Type, First: int32(max(s.First-u.First, 0)), Last: int32(min(s.Last-u.First, u.N)), Post: .9})
			}
			out = unitChoices(out, gold, first, u.Linker(segs))
		}
	}
	return out
}

func unitChoices(out []choice, gold []Segment, first int, l *attribution.Linker) []choice {
	for i, s := range gold {
		var k attribution.Type
		var right func(j int) bool
		switch s.Type {
		case attribution.Content:
			k, right = attribution.Cue, func(j int) bool { return gold[j].Event == s.Event }
		case attribution.Cue:
			k, right = attribution.Source, func(j int) bool { return j+first == s.Source }
		default:
			continue
		}
		c := choice{rows: [][]uint32{l.None(i, k, nil)}}
		for _, j := range l.Options(i, k) {
			if right(int(j)) {
				c.right = len(c.rows)
			}
			c.rows = append(c.rows, l.Link(i, int(j), nil))
		}
		out = append(out, c)
	}
	return out
}

// trainLinks learns the third stage: a softmax over the partners.
func trainLinks(data []choice, epochs int, seed int64, progress func(epoch int, accuracy float64)) []float32 {
	n := 1 << attribution.LinkBits
	w, sq, sum := make([]float32, n), make([]float32, n), make([]float32, n)
	rng := rand.New(rand.NewSource(seed))
	order := rng.Perm(len(data))
	for ep := 0; ep < epochs; ep++ {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		right := 0
		for _, k := range order {
			p := softmax(w, data[k].rows)
			if best(p) == data[k].right {
				right++
			}
			p[data[k].right]--
			for o, rows := range data[k].rows {
				for _, r := range rows {
					g := p[o] + 1e-4*w[r]
					sq[r] += g * g
					w[r] -= .1 * g / (1e-3 + float32(math.Sqrt(float64(sq[r]))))
				}
			}
		}
		for i := range w {
			sum[i] += w[i] / float32(epochs)
		}
		progress(ep, float64(right)/float64(max(len(data), 1)))
	}
	return sum
}

func softmax(w []float32, options [][]uint32) []float32 {
	p := make([]float32, len(options))
	top := float32(math.Inf(-1))
	for o, rows := range options {
		for _, r := range rows {
			p[o] += w[r]
		}
		top = max(top, p[o])
	}
	sum := float32(0)
	for o := range p {
		p[o] = float32(math.Exp(float64(p[o] - top)))
		sum += p[o]
	}
	for o := range p {
		p[o] /= sum
	}
	return p
}

func best(p []float32) int {
	b := 0
	for i := range p {
		if p[i] > p[b] {
			b = i
		}
	}
	return b
}
