package attribution

import (
	_ "embed" // for the model
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sort"
	"sync"

	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

//go:embed model.bin
var modelFile []byte

const magic = "CQSP"

// Weights are the contents of a model while it is learnt.
type Weights struct {
	Lex  *Lexicon
	Node []float32 // (1<<NodeBits) * NumLabels
	Edge []float32 // (1<<EdgeBits) * NumLabels * NumLabels
	Seg  []float32 // 1<<SegBits
	Link []float32 // 1<<LinkBits
}

// NewWeights returns weights that are all zero.
func NewWeights(lex *Lexicon) *Weights {
	return &Weights{
		Lex:  lex,
		Node: make([]float32, NumLabels<<NodeBits),
		Edge: make([]float32, NumLabels*NumLabels<<EdgeBits),
		Seg:  make([]float32, 1<<SegBits),
		Link: make([]float32, 1<<LinkBits),
	}
}

// Model is a set of weights made ready for use. It does not change and may be shared.
type Model struct {
	lex       *Lexicon
	nodeScale float32
	edgeScale float32
	node      []uint64    // the weights of a row plus 128, a byte each
	edge      [][7]uint64 // the same, a word for each label before
	seg, link []float32
}

// Lexicon tells how often a lemma is a cue, as a class from 0 (seldom or unknown) to 6 (nearly always).
type Lexicon struct {
	slots   []uint64 // open-addressed: key<<8 | class
	mask    uint32
	Keys    []uint32
	Classes []uint8
}

// NewLexicon returns the lexicon that gives the keys their classes, which must not be zero.
func NewLexicon(keys []uint32, classes []uint8) *Lexicon {
	size := 16
	for size < 3*len(keys) {
		size *= 2
	}
	l := &Lexicon{slots: make([]uint64, size), mask: uint32(size - 1), Keys: keys, Classes: classes}
	for i, k := range keys {
		j := k & l.mask
		for l.slots[j] != 0 {
			j = (j + 1) & l.mask
		}
		l.slots[j] = uint64(k)<<8 | uint64(classes[i])
	}
	return l
}

// LexKey is the key of a lemma, given its hash, and the class of its tag.
func LexKey(lemma uint32, tag tagger.Tag) uint32 {
	switch {
	case text.IsVerb(tag):
		return pair(lemma, 1)
	case text.IsNoun(tag):
		return pair(lemma, 2)
	}
	return pair(lemma, 3)
}

// Class returns the class of a key.
func (l *Lexicon) Class(key uint32) uint8 {
	for j := key & l.mask; l.slots[j] != 0; j = (j + 1) & l.mask {
		if uint32(l.slots[j]>>8) == key {
			return uint8(l.slots[j])
		}
	}
	return 0
}

// Encode writes the model file: a byte for each weight, with one scale for a table, and the few weights that are too
// large for it in full.
func Encode(w *Weights) []byte {
	out := append([]byte(magic), Version, NodeBits, EdgeBits, SegBits, LinkBits)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(w.Lex.Keys)))
	for i, k := range w.Lex.Keys {
		out = append(binary.LittleEndian.AppendUint32(out, k), w.Lex.Classes[i])
	}
	out = appendTable(out, w.Node, false)
	out = appendTable(out, w.Edge, false)
	out = appendTable(out, w.Seg, true)
	return appendTable(out, w.Link, true)
}

// appendTable writes the scale, the number of outliers, the outliers, and the bytes.
func appendTable(out []byte, w []float32, exact bool) []byte {
	sizes := make([]float64, 0, len(w))
	for _, x := range w {
		if x != 0 {
			sizes = append(sizes, math.Abs(float64(x)))
		}
	}
	sort.Float64s(sizes)
	top := 1.0
	if n := len(sizes); n > 0 {
		top = sizes[n-1-n/5000]
	}
	scale := float32(top / 127)
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(scale))
	var large []uint32
	for i, x := range w {
		if exact && math.Abs(float64(x)) > top*1.01 {
			large = append(large, uint32(i))
		}
	}
	out = binary.LittleEndian.AppendUint32(out, uint32(len(large)))
	for _, i := range large {
		out = binary.LittleEndian.AppendUint32(out, i)
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(w[i]))
	}
	for _, x := range w {
		q := math.Round(float64(x / scale))
		out = append(out, byte(int8(min(max(q, -127), 127))))
	}
	return out
}

var errShort = errors.New("model file is damaged")

// reader takes a model file apart.
type reader struct {
	file []byte
	err  error
}

func (r *reader) take(n int) []byte {
	if r.err != nil || n < 0 || n > len(r.file) {
		r.err = errShort
		return nil
	}
	b := r.file[:n]
	r.file = r.file[n:]
	return b
}

func (r *reader) uint32() uint32 {
	if b := r.take(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

func (r *reader) lexicon() *Lexicon {
	n := int(r.uint32())
	b := r.take(5 * n)
	if b == nil {
		return nil
	}
	keys, classes := make([]uint32, n), make([]uint8, n)
	for i := range keys {
		keys[i], classes[i] = binary.LittleEndian.Uint32(b[5*i:]), b[5*i+4]
		if classes[i] == 0 {
			r.err = errShort
		}
	}
	return NewLexicon(keys, classes)
}

// table reads n bytes with their scale and outliers.
func (r *reader) table(n int) (scale float32, q []byte, large map[uint32]float32) {
	scale = math.Float32frombits(r.uint32())
	m := int(r.uint32())
	if m > n {
		r.err = errShort
		return 0, nil, nil
	}
	large = make(map[uint32]float32, m)
	for ; m > 0 && r.err == nil; m-- {
		i := r.uint32()
		if int(i) >= n {
			r.err = errShort
			return 0, nil, nil
		}
		large[i] = math.Float32frombits(r.uint32())
	}
	return scale, r.take(n), large
}

func (r *reader) floats(n int) []float32 {
	scale, q, large := r.table(n)
	if q == nil {
		return nil
	}
	w := make([]float32, n)
	for i, b := range q {
		w[i] = float32(int8(b)) * scale
	}
	for i, x := range large {
		w[i] = x
	}
	return w
}

// Decode reads a model file.
func Decode(file []byte) (*Model, error) {
	const head = len(magic) + 5
	if len(file) < head || string(file[:len(magic)]) != magic {
		return nil, errors.New("not an attribution model")
	}
	if got, want := [5]byte(file[len(magic):head]), [5]byte{Version, NodeBits, EdgeBits, SegBits, LinkBits}; got != want {
		return nil, fmt.Errorf("model version and sizes %v, want %v", got, want)
	}
	r := &reader{file: file[head:]}
	m := &Model{lex: r.lexicon()}
	m.readNodes(r)
	m.readEdges(r)
	m.seg, m.link = r.floats(1<<SegBits), r.floats(1<<LinkBits)
	if r.err != nil {
		return nil, r.err
	}
	if len(r.file) != 0 {
		return nil, errShort
	}
	return m, nil
}

func (m *Model) readNodes(r *reader) {
	scale, q, _ := r.table(NumLabels << NodeBits)
	if q == nil {
		return
	}
	m.nodeScale = scale
	m.node = make([]uint64, 1<<NodeBits)
	for i := range m.node {
		m.node[i] = packRow(q[i*NumLabels:])
	}
}

func (m *Model) readEdges(r *reader) {
	scale, q, _ := r.table(NumLabels * NumLabels << EdgeBits)
	if q == nil {
		return
	}
	m.edgeScale = scale
	m.edge = make([][7]uint64, 1<<EdgeBits)
	for i := range m.edge {
		for j := range m.edge[i] {
			m.edge[i][j] = packRow(q[(i*NumLabels+j)*NumLabels:])
		}
	}
}

// packRow puts seven signed bytes into one word, 128 added to each, so that rows can be summed several weights at a time.
func packRow(q []byte) uint64 {
	return uint64(q[0]^128) | uint64(q[1]^128)<<8 | uint64(q[2]^128)<<16 | uint64(q[3]^128)<<24 |
		uint64(q[4]^128)<<32 | uint64(q[5]^128)<<40 | uint64(q[6]^128)<<48
}

const lanes = 0x00ff00ff00ff00ff

// unpack writes the sums of n packed rows, given those of the even and of the odd bytes.
func unpack(even, odd uint64, n int, scale float32, out []float32) {
	_ = out[6]
	zero := float32(128 * n)
	out[0] = (float32(even&0xffff) - zero) * scale
	out[1] = (float32(odd&0xffff) - zero) * scale
	out[2] = (float32(even>>16&0xffff) - zero) * scale
	out[3] = (float32(odd>>16&0xffff) - zero) * scale
	out[4] = (float32(even>>32&0xffff) - zero) * scale
	out[5] = (float32(odd>>32&0xffff) - zero) * scale
	out[6] = (float32(even>>48&0xffff) - zero) * scale
}

// fill computes the scores of a unit.
func (m *Model) fill(u *Unit, l *Lattice) {
	l.Reset(u.N)
	for t := 0; t < u.N; t++ {
		u.feats = u.nodeFeatures(t, u.feats[:0])
		var even, odd uint64
		for _, r := range u.feats {
			w := m.node[r]
			even += w & lanes
			odd += w >> 8 & lanes
		}
		unpack(even, odd, len(u.feats), m.nodeScale, l.Node[t][:])
		if t > 0 {
			m.fillEdge(u, l, t)
		}
	}
}

func (m *Model) fillEdge(u *Unit, l *Lattice, t int) {
	u.feats = u.edgeFeatures(t, u.feats[:0])
	var even, odd [NumLabels]uint64
	for _, r := range u.feats {
		w := &m.edge[r]
		for i, x := range w {
			even[i] += x & lanes
			odd[i] += x >> 8 & lanes
		}
	}
	for i := range even {
		unpack(even[i], odd[i], len(u.feats), m.edgeScale, l.Edge[t][i*NumLabels:])
	}
}

var (
	embedded     *Model
	embeddedOnce sync.Once
)

// Default returns the embedded model.
func Default() *Model {
	embeddedOnce.Do(func() {
		m, err := Decode(modelFile)
		if err != nil {
			panic("attribution: embedded model: " + err.Error())
		}
		embedded = m
	})
	return embedded
}
