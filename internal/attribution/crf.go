package attribution

import "math"

// Lattice is the linear-chain model of one unit: the scores of labels and of neighbouring labels, and after Run the
// marginal probabilities.
type Lattice struct {
	N    int
	Node [][NumLabels]float32             // score of each label
	Edge [][NumLabels * NumLabels]float32 // Edge[t][i*NumLabels+j]: score of label i at t-1 before j at t; Edge[0] is not used

	// Prob are the label marginals, Cont the chances that the segment around t-1 goes on at t: Cont[t][k] after its
	// first token, Cont[t][3+k] after a later one.
	Prob        [][NumLabels]float32
	Cont        [][2 * NumTypes]float32
	alpha, beta [][NumLabels]float32
}

// Reset makes room for n tokens.
func (l *Lattice) Reset(n int) {
	l.N = n
	l.Node, l.Edge = grow(l.Node, n), grow(l.Edge, n)
	l.Prob, l.Cont = grow(l.Prob, n), grow(l.Cont, n)
	l.alpha, l.beta = grow(l.alpha, n), grow(l.beta, n)
}

// Allowed reports whether label j may follow label i: the inside of a segment follows its beginning or its inside.
func Allowed(i, j int) bool {
	return j == 0 || j%2 == 1 || i == j || i == j-1
}

// exp is the exponential function to about six digits, which is enough for probabilities and several times as fast as
// math.Exp.
func exp(x float32) float32 {
	const log2e = 1.44269504
	x = min(max(x, -60), 60) * log2e
	i := int32(x + 127.5)
	f := x - float32(i-127)
	p := float32(1 + f*(0.6931472+f*(0.2402265+f*(0.0555041+f*(0.0096181+f*0.0013333)))))
	return math.Float32frombits(uint32(i)<<23) * p
}

// Run computes the marginals. It replaces the scores by their exponentials.
func (l *Lattice) Run() {
	for t := 0; t < l.N; t++ {
		l.expNode(t)
		if t > 0 {
			l.expEdge(t)
		}
	}
	l.forward()
	l.backward()
	l.marginals()
}

func (l *Lattice) expNode(t int) {
	n := &l.Node[t]
	top := n[0]
	for _, s := range n[1:] {
		top = max(top, s)
	}
	for j := range n {
		n[j] = exp(n[j] - top)
	}
}

func (l *Lattice) expEdge(t int) {
	e := &l.Edge[t]
	for i := 0; i < NumLabels; i++ {
		for j := 0; j < NumLabels; j++ {
			if Allowed(i, j) {
				e[i*NumLabels+j] = exp(e[i*NumLabels+j])
			} else {
				e[i*NumLabels+j] = 0
			}
		}
	}
}

func (l *Lattice) forward() {
	a := &l.alpha[0]
	*a = l.Node[0]
	for k := Type(0); k < NumTypes; k++ {
		a[k.Inside()] = 0
	}
	normalize(a)
	for t := 1; t < l.N; t++ {
		p, e, c := &l.alpha[t-1], &l.Edge[t], &l.alpha[t]
		var s [NumLabels]float32
		for i := 0; i < NumLabels; i++ {
			x := p[i]
			row := e[i*NumLabels : i*NumLabels+NumLabels]
			for j := range s {
				s[j] += x * row[j]
			}
		}
		for j := range s {
			s[j] *= l.Node[t][j]
		}
		*c = s
		normalize(c)
	}
}

func normalize(a *[NumLabels]float32) {
	var sum float32
	for _, x := range a {
		sum += x
	}
	if sum < 1e-30 { // every path is as good as impossible
		*a = [NumLabels]float32{1}
		return
	}
	sum = 1 / sum
	for j := range a {
		a[j] *= sum
	}
}

func (l *Lattice) backward() {
	b := &l.beta[l.N-1]
	for j := range b {
		b[j] = 1
	}
	for t := l.N - 1; t > 0; t-- {
		c, e, p := &l.beta[t], &l.Edge[t], &l.beta[t-1]
		var s [NumLabels]float32
		for j := range s {
			s[j] = c[j] * l.Node[t][j]
		}
		for i := 0; i < NumLabels; i++ {
			row := e[i*NumLabels : i*NumLabels+NumLabels]
			var x float32
			for j := range s {
				x += row[j] * s[j]
			}
			p[i] = x
		}
		normalize(p)
	}
}

func (l *Lattice) marginals() {
	for t := 0; t < l.N; t++ {
		p := &l.Prob[t]
		for j := range p {
			p[j] = l.alpha[t][j] * l.beta[t][j]
		}
		normalize(p)
		l.Cont[t] = [2 * NumTypes]float32{}
		if t == 0 {
			continue
		}
		for k := Type(0); k < NumTypes; k++ {
			l.Cont[t][k] = l.goesOn(t, k.Begin(), k.Inside())
			l.Cont[t][NumTypes+k] = l.goesOn(t, k.Inside(), k.Inside())
		}
	}
}

// goesOn is the chance of label j at t after label i.
func (l *Lattice) goesOn(t, i, j int) float32 {
	var all, on float32
	for to := 0; to < NumLabels; to++ {
		x := l.Edge[t][i*NumLabels+to] * l.Node[t][to] * l.beta[t][to]
		all += x
		if to == j {
			on = x
		}
	}
	if all <= 0 {
		return 0
	}
	return on / all
}

// EdgeProb writes the chances of all pairs of labels at t-1 and t.
func (l *Lattice) EdgeProb(t int, p *[NumLabels * NumLabels]float32) {
	var sum float32
	for i := 0; i < NumLabels; i++ {
		for j := 0; j < NumLabels; j++ {
			x := l.alpha[t-1][i] * l.Edge[t][i*NumLabels+j] * l.Node[t][j] * l.beta[t][j]
			p[i*NumLabels+j] = x
			sum += x
		}
	}
	if sum <= 0 {
		return
	}
	for i := range p {
		p[i] /= sum
	}
}
