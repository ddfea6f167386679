// Package attribution finds attributions: who (the source) is said, by which word (the cue), to have said or thought what (the
// content).
//
// It is learnt. A linear-chain model gives every token a probability to be in a segment, a semi-Markov model chooses
// the best sequence of segments of a paragraph, and a third one links them. MODEL.md says what it was learnt from and
// how good it is. The same text always gives the same attributions, and everything here may be used from several
// goroutines at once.
package attribution

import (
	"sync"

	"github.com/communique-go/communique/internal/text"
)

// Range is the tokens [First, Last) of a document. It is empty where there is nothing.
type Range struct{ First, Last int }

// Empty reports whether r has no tokens.
func (r Range) Empty() bool { return r.First >= r.Last }

// Kind tells how a content lies to quotation marks.
type Kind uint8

// The kinds of content.
const (
	Indirect Kind = iota // without marks
	Mixed                // partly between marks
	Direct               // wholly between marks
)

// Attribution is a content with its cue and source. Where the content is wholly between quotation marks, its ranges are
// what lies inside them. A content that its cue interrupts has several ranges. Content is empty for a cue to which no
// content was found; Cue may be a mark of punctuation (the colon of "NAME: text", an opening quotation mark).
type Attribution struct {
	Source, Cue Range
	Content     []Range
	Outer       []Range // the ranges of Content with the quotation marks around them
	Kind        Kind
	Score       float64 // probability of the content's segments after the first stage, the least of them
}

// worker holds the buffers of one call.
type worker struct {
	prep prepared
	unit Unit
	lat  Lattice
	dec  Decoder
	link linker
	cue  []int32 // of each segment the index of its attribution
}

var workers = sync.Pool{New: func() any { return new(worker) }}

// Find returns the attributions of a text, paragraph by paragraph in the order of their first tokens. bias moves the
// balance: above zero more is found, below zero what is found is more often right; 1 is a large step.
func Find(in *Input, bias float64) []Attribution { return Default().Find(in, bias) }

// Find is the function Find with another model.
func (m *Model) Find(in *Input, bias float64) []Attribution {
	d := in.Doc.Doc
	w := workers.Get().(*worker)
	defer workers.Put(w)
	w.prep.prepare(in)
	var out []Attribution
	units(d, func(first, last int) {
		m.segments(w, d, first, last, float32(bias))
		out = w.attributions(m, out)
	})
	return out
}

// segments fills w.link with the segments of a unit.
func (m *Model) segments(w *worker, d *text.Doc, first, last int, bias float32) {
	u := &w.unit
	u.reset(d, &w.prep, m.lex, first, last)
	m.fill(u, &w.lat)
	w.lat.Run()
	marg := Marginals{w.lat.Prob, w.lat.Cont}
	w.dec.W, w.dec.Add = m.seg, nil
	w.dec.Prepare(u, marg)
	w.link.u, w.link.segs = u, w.link.segs[:0]
	for _, i := range w.dec.Decode(u, bias) {
		w.link.segs = append(w.link.segs, w.dec.Cands[i])
	}
}

// attributions links the segments of a unit and appends the attributions to out.
func (w *worker) attributions(m *Model, out []Attribution) []Attribution {
	l := &w.link
	base := len(out)
	w.cue = grow(w.cue, len(l.segs))
	for i := range l.segs {
		if l.segs[i].Type != Cue {
			continue
		}
		w.cue[i] = int32(len(out))
		a := Attribution{Cue: l.rangeOf(i)}
		if s := l.choose(m.link, i, Source); s >= 0 {
			a.Source = l.rangeOf(s)
		}
		out = append(out, a)
	}
	for i := range l.segs {
		if l.segs[i].Type != Content {
			continue
		}
		if c := l.choose(m.link, i, Cue); c >= 0 {
			l.addContent(&out[w.cue[c]], i)
		} else {
			out = append(out, Attribution{})
			l.addContent(&out[len(out)-1], i)
		}
	}
	l.orphans(out[base:])
	sortAttributions(out[base:])
	for i := base; i < len(out); i++ {
		l.finish(&out[i])
	}
	return out
}
