// Package train learns the weights of package choice.
package train

import (
	"math"
	"math/rand"

	"github.com/communique-go/communique/internal/choice"
)

// Question is what the model is to decide: the features of each candidate, and which of them are right. Several may be, for a
// person and a description of him are one.
type Question struct {
	Document   string
	Candidates [][]choice.Feature
	Right      []bool
}

// answerable reports whether a question has a right candidate and a wrong one: from others nothing is to be learnt.
func (q Question) answerable() bool {
	right, wrong := false, false
	for _, r := range q.Right {
		right, wrong = right || r, wrong || !r
	}
	return right && wrong
}

// Options say how the weights are learnt. The zero value is not useful; see Defaults.
type Options struct {
	Epochs int
	Rate   float64 // of AdaGrad
	L2     float64 // pull towards zero, for each question
	Seed   int64
}

// Defaults are the options that were tuned by cross-validation.
var Defaults = Options{Epochs: 12, Rate: 0.03, L2: 0.1, Seed: 1}

// Learn returns the weights that make the right candidates of the questions most probable: the conditional likelihood of any
// right candidate, with AdaGrad (Duchi, Hazan and Singer 2011), averaged over the later half of the steps. The same questions
// in the same order give the same weights.
func Learn(questions []Question, opt Options) []float32 {
	l := &learner{opt: opt, w: make([]float64, 1<<choice.Bits), g2: make([]float64, 1<<choice.Bits), sum: make([]float64, 1<<choice.Bits)}
	var asked []Question
	for _, q := range questions {
		if q.answerable() {
			asked = append(asked, q)
		}
	}
	rng := rand.New(rand.NewSource(opt.Seed))
	for epoch := 0; epoch < opt.Epochs; epoch++ {
		for _, i := range rng.Perm(len(asked)) {
			l.step(asked[i])
		}
		for i, w := range l.w {
			l.w[i] = w * (1 - opt.L2)
			if 2*epoch >= opt.Epochs {
				l.sum[i] += l.w[i]
			}
		}
	}
	out := make([]float32, len(l.w))
	for i, s := range l.sum {
		out[i] = float32(s / float64(opt.Epochs-(opt.Epochs+1)/2))
	}
	return out
}

type learner struct {
	opt        Options
	w, g2, sum []float64
}

// step moves the weights towards the right candidates of a question.
func (l *learner) step(q Question) {
	p := make([]float64, len(q.Candidates))
	most := math.Inf(-1)
	for i, c := range q.Candidates {
		for _, f := range c {
			p[i] += l.w[f]
		}
		most = math.Max(most, p[i])
	}
	total, right := 0.0, 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - most)
		total += p[i]
		if q.Right[i] {
			right += p[i]
		}
	}
	for i, c := range q.Candidates {
		g := p[i] / total
		if q.Right[i] {
			g -= p[i] / right
		}
		if math.Abs(g) < 1e-6 {
			continue
		}
		for _, f := range c {
			l.g2[f] += g * g
			l.w[f] -= l.opt.Rate * g / (1e-2 + math.Sqrt(l.g2[f]))
		}
	}
}

// Accuracy returns the share of the questions that a model answers right, those that it cannot answer right included.
func Accuracy(m *choice.Model, questions []Question) float64 {
	right := 0
	for _, q := range questions {
		if best, _ := m.Best(q.Candidates); best >= 0 && q.Right[best] {
			right++
		}
	}
	return float64(right) / float64(max(len(questions), 1))
}
