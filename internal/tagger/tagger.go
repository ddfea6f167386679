package tagger

import (
	"bytes"
	"compress/flate"
	_ "embed" // for the model
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sync"
)

//go:embed model.bin
var modelFile []byte

// Version is the version of the features. A model learnt with another one is
// refused.
const Version = 1

const magic = "CQTG"

var (
	embedded     *Model
	embeddedOnce sync.Once
)

// TagWords writes the tag of every word of one sentence into dst, which is
// grown as needed, and returns it. The words are tokens in the manner of the
// Penn Treebank ("ca" "n't", "Russia" "'s", "U.S."), with quotes, dashes and
// brackets as they stand in the text or as the treebank writes them.
func TagWords(words []string, dst []Tag) []Tag {
	embeddedOnce.Do(func() {
		m, err := Decode(modelFile)
		if err != nil {
			panic("tagger: embedded model: " + err.Error())
		}
		embedded = m
	})
	return embedded.Tag(words, dst)
}

// Model is a set of weights. It does not change and may be shared.
type Model struct {
	slots   []slot // open-addressed, its length a power of two
	mask    uint32
	weights []weight
	words   map[uint32]Tag // words that always have the same tag
}

type slot struct {
	key uint32
	at  uint32 // first weight <<8 | number of weights; none if zero
}

type weight struct {
	tag Tag
	w   int8
}

// Weights are the contents of a model while they are written or read.
type Weights struct {
	Words    []uint32 // sorted hashes of the dictionary
	WordTags []Tag
	Keys     []uint32 // sorted feature hashes
	Counts   []uint8  // number of weights of each feature
	Tags     []Tag    // of all weights
	Values   []int8
}

// Encode writes the model file.
func Encode(w *Weights) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(magic)
	out.WriteByte(Version)
	out.WriteByte(uint8(numTags))
	for _, n := range []int{len(w.Words), len(w.Keys), len(w.Values)} {
		out.Write(binary.LittleEndian.AppendUint32(nil, uint32(n)))
	}
	// The hashes are as good as random, so they are not compressed.
	for _, keys := range [][]uint32{w.Words, w.Keys} {
		col := packKeys(keys)
		out.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(col))))
		out.Write(col)
	}
	z, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	// One column after the other, because alike bytes compress together.
	var col []byte
	for _, t := range w.WordTags {
		col = append(col, byte(t))
	}
	col = append(col, w.Counts...)
	for _, t := range w.Tags {
		col = append(col, byte(t))
	}
	for _, v := range w.Values {
		col = append(col, byte(v))
	}
	if _, err := z.Write(col); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

var errShort = errors.New("model file is damaged")

// Decode reads a model file.
func Decode(file []byte) (*Model, error) {
	const head = len(magic) + 2 + 3*4
	if len(file) < head || string(file[:len(magic)]) != magic {
		return nil, errors.New("not a tagger model")
	}
	if file[4] != Version || file[5] != uint8(numTags) {
		return nil, fmt.Errorf("model version %d with %d tags, want %d with %d", file[4], file[5], Version, numTags)
	}
	nWords := int(binary.LittleEndian.Uint32(file[6:]))
	nKeys := int(binary.LittleEndian.Uint32(file[10:]))
	nValues := int(binary.LittleEndian.Uint32(file[14:]))
	const most = 1 << 22
	if nWords > most || nKeys > most || nValues > most {
		return nil, errShort
	}
	words, file, err := unpackKeys(file[head:], nWords)
	if err != nil {
		return nil, err
	}
	keys, file, err := unpackKeys(file, nKeys)
	if err != nil {
		return nil, err
	}
	z := flate.NewReader(bytes.NewReader(file))
	rest := make([]byte, nWords+nKeys+2*nValues)
	if _, err := io.ReadFull(z, rest); err != nil {
		return nil, errShort
	}
	wordTags := rest[:nWords]
	counts := rest[nWords : nWords+nKeys]
	tags := rest[nWords+nKeys : nWords+nKeys+nValues]
	values := rest[nWords+nKeys+nValues:]

	m := &Model{words: make(map[uint32]Tag, nWords), weights: make([]weight, nValues)}
	for i, h := range words {
		if int(wordTags[i]) >= numTags {
			return nil, errShort
		}
		m.words[h] = Tag(wordTags[i])
	}
	for i := range m.weights {
		if int(tags[i]) >= numTags {
			return nil, errShort
		}
		m.weights[i] = weight{Tag(tags[i]), int8(values[i])}
	}
	size := 1
	for size < 2*nKeys+1 {
		size *= 2
	}
	m.slots = make([]slot, size)
	m.mask = uint32(size - 1)
	at := 0
	for i, k := range keys {
		n := int(counts[i])
		if n == 0 || at+n > nValues {
			return nil, errShort
		}
		j := k & m.mask
		for m.slots[j].at != 0 {
			j = (j + 1) & m.mask
		}
		m.slots[j] = slot{k, uint32(at)<<8 | uint32(n)}
		at += n
	}
	return m, nil
}

// more is the difference between two keys that stands for itself and another
// difference behind it.
const more = 1<<16 - 1

// packKeys writes the differences of sorted keys, two bytes each where they
// fit.
func packKeys(keys []uint32) []byte {
	var col []byte
	var prev uint32
	for _, k := range keys {
		d := k - prev
		for ; d >= more; d -= more {
			col = binary.LittleEndian.AppendUint16(col, more)
		}
		col = binary.LittleEndian.AppendUint16(col, uint16(d))
		prev = k
	}
	return col
}

// unpackKeys reads n keys from the beginning of file and returns what comes
// behind them as well.
func unpackKeys(file []byte, n int) (keys []uint32, rest []byte, err error) {
	if len(file) < 4 {
		return nil, nil, errShort
	}
	size := binary.LittleEndian.Uint32(file)
	file = file[4:]
	if uint64(size) > uint64(len(file)) {
		return nil, nil, errShort
	}
	col, rest := file[:size], file[size:]
	keys = make([]uint32, 0, n)
	var k uint32
	for ; len(col) >= 2; col = col[2:] {
		d := binary.LittleEndian.Uint16(col)
		k += uint32(d)
		if d != more {
			keys = append(keys, k)
		}
	}
	if len(keys) != n {
		return nil, nil, errShort
	}
	return keys, rest, nil
}

var sentences = sync.Pool{New: func() any { return new(Sentence) }}

// Tag writes the tag of every word of one sentence into dst, which is grown as
// needed, and returns it.
func (m *Model) Tag(words []string, dst []Tag) []Tag {
	if cap(dst) < len(words) {
		dst = make([]Tag, len(words))
	}
	dst = dst[:len(words)]
	s := sentences.Get().(*Sentence)
	m.tag(s, words, dst)
	sentences.Put(s)
	return dst
}

// tag writes the tags of the words into dst, which is as long, with the help
// of s.
func (m *Model) tag(s *Sentence, words []string, dst []Tag) {
	s.Reset(words)
	var f Features
	for i := range dst {
		t := m.next(s, i, &f)
		s.Push(i, t)
		dst[i] = t
	}
}

// next returns the tag of word i, given those before it.
func (m *Model) next(s *Sentence, i int, f *Features) Tag {
	if t, ok := s.Fixed(i); ok {
		return t
	}
	if h, ok := s.WordHash(i); ok {
		if t, ok := m.words[h]; ok {
			return t
		}
	}
	f.N = 0
	s.Static(i, f)
	s.Dynamic(i, f)
	var score [numTags]int32
	for _, h := range f.H[:f.N] {
		for j := h & m.mask; ; j = (j + 1) & m.mask {
			sl := m.slots[j]
			if sl.at == 0 {
				break
			}
			if sl.key == h {
				from := sl.at >> 8
				for _, w := range m.weights[from : from+sl.at&255] {
					score[w.tag] += int32(w.w)
				}
				break
			}
		}
	}
	return Best(&score)
}

// Best returns the tag with the highest score among those that the model may
// give, and of equals the first.
func Best(score *[NumTags]int32) Tag {
	best := Tag(0)
	for t := 1; t < int(Other); t++ {
		if score[t] > score[best] {
			best = Tag(t)
		}
	}
	return best
}
