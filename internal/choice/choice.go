// Package choice picks one of several candidates by a learnt score: who holds a stance, and towards whom it is taken. A
// candidate is a set of features; the score is the sum of their weights, and the candidates of one question compete
// (a conditional logit, as in the rankers of coreference: Denis and Baldridge 2008). MODEL.md says what the weights were
// learnt from and what they are worth.
package choice

import (
	_ "embed" // for the weights
	"encoding/binary"
	"errors"
	"math"
	"sync"
)

// Bits is the binary logarithm of the number of weights.
const Bits = 15

// Feature is a hashed feature, an index of the weights.
type Feature uint32

// Key is the hash of a name, of which features are made.
type Key uint32

// KeyOf returns the hash of a name.
func KeyOf(name string) Key {
	h := uint32(2166136261)
	for i := 0; i < len(name); i++ {
		h = (h ^ uint32(name[i])) * 16777619
	}
	return Key(h)
}

// Feature returns the feature of a name alone.
func (k Key) Feature() Feature { return Feature((k ^ k>>Bits) & (1<<Bits - 1)) }

// With returns the feature of a name in a context.
func (k Key) With(context Key) Feature {
	h := uint32(k)*0x9e3779b1 ^ uint32(context)*0x85ebca6b
	h ^= h >> 15
	return Key(h * 0xc2b2ae35).Feature()
}

// Model holds the weights. It does not change after Decode and is safe for concurrent use.
type Model struct {
	weights []int8
	scale   float32
}

// Score returns the score of a candidate; the highest is the most probable.
func (m *Model) Score(features []Feature) float32 {
	sum := int32(0)
	for _, f := range features {
		sum += int32(m.weights[f])
	}
	return float32(sum) * m.scale
}

// Best returns the index of the candidate with the highest score, the first of equals, and its probability among them. It
// returns -1 for no candidates.
func (m *Model) Best(candidates [][]Feature) (best int, probability float64) {
	best = -1
	scores := make([]float64, len(candidates))
	for i, c := range candidates {
		scores[i] = float64(m.Score(c))
		if best < 0 || scores[i] > scores[best] {
			best = i
		}
	}
	total := 0.0
	for _, s := range scores {
		total += math.Exp(s - scores[best])
	}
	return best, 1 / total
}

const magic = "communique choice 1\n"

// Encode returns weights as a model file: each a byte, with a scale for all.
func Encode(weights []float32) []byte {
	most := float32(1e-6)
	for _, w := range weights {
		most = max(most, w, -w)
	}
	scale := most / 127
	file := binary.LittleEndian.AppendUint32([]byte(magic), math.Float32bits(scale))
	for _, w := range weights {
		file = append(file, byte(int8(math.Round(float64(w/scale)))))
	}
	return file
}

// Decode reads a model file. The error says that it is none.
func Decode(file []byte) (*Model, error) {
	const head = len(magic) + 4
	if len(file) != head+1<<Bits || string(file[:len(magic)]) != magic {
		return nil, errors.New("no file of choices, or one of another version")
	}
	m := &Model{scale: math.Float32frombits(binary.LittleEndian.Uint32(file[len(magic):])), weights: make([]int8, 1<<Bits)}
	if math.IsNaN(float64(m.scale)) || math.IsInf(float64(m.scale), 0) {
		return nil, errors.New("a file of choices with a scale that is no number")
	}
	for i, b := range file[head:] {
		m.weights[i] = int8(b)
	}
	return m, nil
}

//go:embed holders.bin
var holderFile []byte

//go:embed targets.bin
var targetFile []byte

// Holders returns the embedded model of who holds a stance, Targets that of whom it is taken towards.
func Holders() *Model { return holders() }

// Targets returns the embedded model of whom a stance is taken towards.
func Targets() *Model { return targets() }

var (
	holders = sync.OnceValue(func() *Model { return mustDecode("holders.bin", holderFile) })
	targets = sync.OnceValue(func() *Model { return mustDecode("targets.bin", targetFile) })
)

func mustDecode(name string, file []byte) *Model {
	m, err := Decode(file)
	if err != nil {
		panic("choice: " + name + ": " + err.Error())
	}
	return m
}
