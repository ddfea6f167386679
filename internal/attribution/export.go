package attribution

import "github.com/communique-go/communique/internal/text"

// What package train needs beyond the above.

// Units returns the units of a document.
func Units(in *Input, lex *Lexicon) []*Unit {
	d := in.Doc.Doc
	var p prepared
	p.prepare(in)
	var out []*Unit
	units(d, func(first, last int) {
		u := new(Unit)
		u.reset(d, &p, lex, first, last)
		out = append(out, u)
	})
	return out
}

// LemmaHash is the hash of a token's lemma, as the lexicon knows it.
func LemmaHash(t *text.Token) uint32 {
	if t.Lemma == t.Norm {
		return wordHash(t.Norm)
	}
	return fnv(t.Lemma)
}

// NodeFeatures appends the rows of token t.
func (u *Unit) NodeFeatures(t int, rows []uint32) []uint32 { return u.nodeFeatures(t, rows) }

// EdgeFeatures appends the rows of the edge before token t.
func (u *Unit) EdgeFeatures(t int, rows []uint32) []uint32 { return u.edgeFeatures(t, rows) }

// Linker makes what links the given segments of a unit.
func (u *Unit) Linker(segs []Segment) *Linker {
	for i := range segs {
		u.describe(&segs[i])
	}
	return &Linker{linker{u: u, segs: segs}}
}

// Linker gives package train access to the features of links.
type Linker struct{ l linker }

// Options returns the possible partners of type k for segment x.
func (l *Linker) Options(x int, k Type) []int32 { return l.l.options(x, k) }

// None and Link return the rows for having no partner and for having y.
func (l *Linker) None(x int, k Type, rows []uint32) []uint32 { return l.l.noneFeatures(x, k, rows) }
func (l *Linker) Link(x, y int, rows []uint32) []uint32      { return l.l.linkFeatures(x, y, rows) }
