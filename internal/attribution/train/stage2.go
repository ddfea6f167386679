package train

import (
	"math/rand"

	"github.com/communique-go/communique/internal/attribution"
)

// segOptions are the settings of the second stage.
type segOptions struct {
	Epochs int
	Miss   float32 // cost of a gold segment that is not found; one that is found wrongly costs 1
	Step   float32 // largest step
	Seed   int64
}

// learner learns the weights of the second stage by MIRA, averaged over all steps.
type learner struct {
	opt     segOptions
	w, sum  []float32
	steps   float32
	dec     attribution.Decoder
	delta   []float32
	touched []uint32
	path    []int32
}

// trainSegments learns the second stage from instances with marginals.
func trainSegments(data []*instance, opt segOptions, progress func(epoch, wrong int)) []float32 {
	s := &learner{opt: opt, w: make([]float32, 1<<attribution.SegBits), sum: make([]float32, 1<<attribution.SegBits), delta: make([]float32, 1<<attribution.SegBits)}
	s.dec.W, s.dec.Wide = s.w, true
	rng := rand.New(rand.NewSource(opt.Seed))
	order := rng.Perm(len(data))
	for ep := 0; ep < opt.Epochs; ep++ {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		wrong := 0
		for _, k := range order {
			if in := data[k]; in.view < 0 || (in.parity+in.view+ep)%2 == 0 {
				s.steps++
				wrong += s.learn(in)
			}
		}
		progress(ep, wrong)
	}
	for i := range s.w {
		s.w[i] -= s.sum[i] / s.steps
	}
	return s.w
}

// learn makes one step and returns 1 if the weights had to change.
func (s *learner) learn(in *instance) int {
	d := &s.dec
	d.Prepare(in.unit, in.marg)
	if len(d.Cands) == 0 {
		return 0
	}
	gold := s.gold(in)
	loss := s.costs(gold)
	path := append(s.path[:0], d.Decode(in.unit, 0)...)
	s.path = path
	for _, i := range path {
		loss += d.Add[i]
	}
	if loss <= 1e-6 {
		return 0
	}
	diff := float32(0) // score of the path less that of gold, costs included
	diff += s.collect(in, path, 1)
	diff -= s.collect(in, gold, -1)
	norm := float32(0)
	for _, r := range s.touched {
		norm += s.delta[r] * s.delta[r]
	}
	if step := min(s.opt.Step, (diff+loss)/max(norm, 1)); step > 0 {
		for _, r := range s.touched {
			s.w[r] -= step * s.delta[r]
			s.sum[r] -= step * s.delta[r] * (s.steps - 1)
			s.delta[r] = 0
		}
	}
	for _, r := range s.touched {
		s.delta[r] = 0
	}
	s.touched = s.touched[:0]
	return 1
}

// gold returns the candidates that are gold segments.
func (s *learner) gold(in *instance) []int32 {
	var out []int32
	g := 0
	for i := range s.dec.Cands {
		c := &s.dec.Cands[i]
		for g < len(in.gold) && in.gold[g].First < int(c.First) {
			g++
		}
		if g < len(in.gold) && in.gold[g].First == int(c.First) && in.gold[g].Last == int(c.Last) && in.gold[g].Type == c.Type {
			out = append(out, int32(i))
		}
	}
	return out
}

// costs fills what each candidate costs and returns what the empty path does.
func (s *learner) costs(gold []int32) float32 {
	d := &s.dec
	d.Add = d.Add[:0]
	for range d.Cands {
		d.Add = append(d.Add, 1)
	}
	for _, i := range gold {
		d.Add[i] = -s.opt.Miss
	}
	return s.opt.Miss * float32(len(gold))
}

// collect adds the features of a path times sign to delta and returns the path's score.
func (s *learner) collect(in *instance, path []int32, sign float32) float32 {
	score := float32(0)
	s.dec.PathRows(in.unit, in.marg, path, func(rows []uint32) {
		for _, r := range rows {
			if s.delta[r] == 0 {
				s.touched = append(s.touched, r)
			}
			s.delta[r] += sign
			score += s.w[r]
		}
	})
	return score
}
