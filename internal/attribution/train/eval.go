package train

import (
	"fmt"
	"sort"

	"github.com/communique-go/communique/internal/attribution"
	"github.com/communique-go/communique/internal/text"
)

// Count is how many spans were right, given, and wanted.
type Count struct{ Right, Given, Gold int }

// F1 is the harmonic mean of precision and recall in percent.
func (c Count) F1() float64 {
	if c.Given+c.Gold == 0 {
		return 0
	}
	return 200 * float64(c.Right) / float64(c.Given+c.Gold)
}

func (c Count) String() string {
	p, r := 100*float64(c.Right)/float64(max(c.Given, 1)), 100*float64(c.Right)/float64(max(c.Gold, 1))
	return fmt.Sprintf("P %5.1f  R %5.1f  F1 %5.1f  (%d gold, %d given)", p, r, c.F1(), c.Gold, c.Given)
}

// Score is a count for each type of segment.
type Score [attribution.NumTypes]Count

// Report is the score of all segments, and that of the contents by kind: indirect, mixed, direct.
type Report struct {
	Score Score
	Kinds [3]Count
}

// EvalBench measures exact spans in the tokens of the benchmark.
func EvalBench(m *attribution.Model, texts []*Text, bias float64) Report {
	var s Report
	for _, t := range texts {
		got := map[BenchSpan]bool{}
		add := func(k attribution.Type, r attribution.Range) {
			if b, ok := t.Bench.cover(t.Doc, k, r); ok {
				got[b] = true
			}
		}
		for _, a := range m.Find(t.In, bias) {
			add(attribution.Source, a.Source)
			add(attribution.Cue, a.Cue)
			for _, r := range a.Outer {
				add(attribution.Content, r)
			}
		}
		for b := range got {
			s.count(t.Bench, b, Count{Given: 1})
			if t.Bench.Gold[b] {
				s.count(t.Bench, b, Count{Right: 1})
			}
		}
		for b := range t.Bench.Gold {
			s.count(t.Bench, b, Count{Gold: 1})
		}
	}
	return s
}

// cover turns a range of tokens into the benchmark's.
func (b *Bench) cover(d *text.Doc, k attribution.Type, r attribution.Range) (BenchSpan, bool) {
	if r.Empty() {
		return BenchSpan{}, false
	}
	sp := d.Cover(r.First, r.Last)
	first := sort.Search(len(b.Tokens), func(i int) bool { return b.Tokens[i].End > sp.Start })
	last := first
	for last < len(b.Tokens) && b.Tokens[last].Start < sp.End {
		last++
	}
	return BenchSpan{k, first, last}, last > first
}

func (c *Count) add(d Count) {
	c.Right += d.Right
	c.Given += d.Given
	c.Gold += d.Gold
}

func (s *Report) count(b *Bench, sp BenchSpan, c Count) {
	s.Score[sp.Type].add(c)
	if sp.Type == attribution.Content {
		s.Kinds[b.kind(sp)].add(c)
	}
}

// kind tells how a span lies to quotation marks, all of which are straight in the benchmark.
func (b *Bench) kind(sp BenchSpan) attribution.Kind {
	open, in, out := false, 0, 0
	for i := 0; i < sp.Last; i++ {
		switch mark := b.Quote[i]; {
		case mark:
			open = !open
		case i < sp.First:
		case open:
			in++
		default:
			out++
		}
	}
	switch {
	case in > 0 && out == 0:
		return attribution.Direct
	case in > 0:
		return attribution.Mixed
	}
	return attribution.Indirect
}
