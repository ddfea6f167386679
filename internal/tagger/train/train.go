package train

import (
	"fmt"
	"io"
	"math"
	"math/rand"
	"sort"

	"github.com/communique-go/communique/internal/tagger"
)

// Options say how to learn.
type Options struct {
	Seed     int64
	Epochs   int // with all features
	Refine   int // with those that are kept
	MinCount int // features seen less often are left out
	Weights  int // weights to keep
	Log      io.Writer
}

// index numbers the features that are learnt, by open addressing.
type index struct {
	keys []uint32
	ids  []int32 // number+1
	n    int
}

func newIndex(bits uint) *index {
	return &index{keys: make([]uint32, 1<<bits), ids: make([]int32, 1<<bits)}
}

// find returns the slot of the key.
func (x *index) find(key uint32) uint32 {
	mask := uint32(len(x.keys) - 1)
	j := key & mask
	for x.ids[j] != 0 && x.keys[j] != key {
		j = (j + 1) & mask
	}
	return j
}

func (x *index) add(key uint32) int32 {
	j := x.find(key)
	if x.ids[j] == 0 {
		if x.n*4 > len(x.keys)*3 {
			y := newIndex(1)
			y.keys = make([]uint32, 2*len(x.keys))
			y.ids = make([]int32, 2*len(x.keys))
			y.n = x.n
			for k, id := range x.ids {
				if id != 0 {
					j := y.find(x.keys[k])
					y.keys[j], y.ids[j] = x.keys[k], id
				}
			}
			*x = *y
			j = x.find(key)
		}
		x.n++
		x.keys[j], x.ids[j] = key, int32(x.n)
	}
	return x.ids[j] - 1
}

// get returns the number of the key, or -1.
func (x *index) get(key uint32) int32 { return x.ids[x.find(key)] - 1 }

// cell is a weight of a feature: its value, and the sum of the values that it
// had at all words up to the last change. A correction of whole is one step of
// the perceptron.
const whole = 1000

type cell struct {
	tag   tagger.Tag
	w     int32
	at    int32
	total int64
}

type trainer struct {
	opt     Options
	sents   []Sentence
	x       *index
	keys    []uint32
	count   []int32
	cells   [][]cell
	static  [][]int32 // per sentence, per word a run of ids
	offsets [][]int32
	frozen  bool // no new cells
	words   map[uint32]tagger.Tag
	now     int32
	step    int32 // size of a correction
}

// Train learns the weights of a model from the sentences.
func Train(sents []Sentence, opt Options) *tagger.Weights {
	t := &trainer{opt: opt, sents: sents, step: whole}
	t.dictionary()
	t.count1()
	rng := rand.New(rand.NewSource(opt.Seed))
	for e := 0; e < opt.Epochs; e++ {
		wrong, all := t.epoch(rng)
		fmt.Fprintf(opt.Log, "epoch %d: %.2f%% of %d words right\n", e+1, 100-100*float64(wrong)/float64(all), all)
	}
	t.average()
	if opt.Refine > 0 {
		t.prune(opt.Weights)
		t.frozen = true
		t.now = 0
		t.step = whole / 2
		for e := 0; e < opt.Refine; e++ {
			wrong, all := t.epoch(rng)
			fmt.Fprintf(opt.Log, "refinement %d: %.2f%% of %d words right\n", e+1, 100-100*float64(wrong)/float64(all), all)
		}
		t.average()
	}
	t.prune(opt.Weights)
	return t.weights()
}

// closed are the tags of which the dictionary holds words.
var closed = map[tagger.Tag]bool{
	tagger.CC: true, tagger.DT: true, tagger.EX: true, tagger.IN: true, tagger.MD: true,
	tagger.PRP: true, tagger.PRPS: true, tagger.TO: true, tagger.WDT: true, tagger.WP: true,
	tagger.WPS: true, tagger.WRB: true, tagger.CD: true, tagger.RB: true,
}

// dictionary collects the words of closed classes that have a single tag.
func (t *trainer) dictionary() {
	seen := map[uint32]*[tagger.NumTags]int{}
	var s tagger.Sentence
	for _, x := range t.sents {
		s.Reset(x.Words)
		for i, tag := range x.Tags {
			if _, ok := s.Fixed(i); ok {
				continue
			}
			h, ok := s.WordHash(i)
			if !ok {
				continue
			}
			if seen[h] == nil {
				seen[h] = new([tagger.NumTags]int)
			}
			seen[h][tag]++
		}
	}
	t.words = map[uint32]tagger.Tag{}
	for h, tags := range seen {
		best, sum := 0, 0
		for tag, n := range tags {
			sum += n
			if n > tags[best] {
				best = tag
			}
		}
		if closed[tagger.Tag(best)] && sum >= 20 && float64(tags[best]) >= 0.997*float64(sum) {
			t.words[h] = tagger.Tag(best)
		}
	}
}

// known returns the tag that a word gets without the weights.
func (t *trainer) known(s *tagger.Sentence, i int) (tagger.Tag, bool) {
	if tag, ok := s.Fixed(i); ok {
		return tag, true
	}
	if h, ok := s.WordHash(i); ok {
		tag, ok := t.words[h]
		return tag, ok
	}
	return 0, false
}

// count1 numbers the features that are frequent enough, with the right tags as
// context, and stores those of every word that need no tags.
func (t *trainer) count1() {
	x := newIndex(20)
	var count []int32
	var s tagger.Sentence
	var f tagger.Features
	each := func(do func(j, i int)) {
		for j, sent := range t.sents {
			s.Reset(sent.Words)
			for i := range sent.Words {
				if _, ok := t.known(&s, i); !ok {
					f.N = 0
					do(j, i)
				}
				s.Push(i, sent.Tags[i])
			}
		}
	}
	each(func(_, i int) {
		s.Static(i, &f)
		s.Dynamic(i, &f)
		for _, h := range f.H[:f.N] {
			id := x.add(h)
			if int(id) == len(count) {
				count = append(count, 0)
			}
			count[id]++
		}
	})
	keep := newIndex(20)
	for j, id := range x.ids {
		if id != 0 && int(count[id-1]) >= t.opt.MinCount {
			keep.add(x.keys[j])
			t.keys = append(t.keys, x.keys[j])
			t.count = append(t.count, count[id-1])
		}
	}
	fmt.Fprintf(t.opt.Log, "%d features, %d of them frequent enough; %d words in the dictionary\n", x.n, keep.n, len(t.words))
	t.x = keep
	t.cells = make([][]cell, keep.n)
	t.static = make([][]int32, len(t.sents))
	t.offsets = make([][]int32, len(t.sents))
	for j, sent := range t.sents {
		t.offsets[j] = make([]int32, 0, len(sent.Words)+1)
		s.Reset(sent.Words)
		for i := range sent.Words {
			t.offsets[j] = append(t.offsets[j], int32(len(t.static[j])))
			if _, ok := t.known(&s, i); ok {
				continue
			}
			f.N = 0
			s.Static(i, &f)
			for _, h := range f.H[:f.N] {
				if id := t.x.get(h); id >= 0 {
					t.static[j] = append(t.static[j], id)
				}
			}
		}
		t.offsets[j] = append(t.offsets[j], int32(len(t.static[j])))
	}
}

// epoch goes once through the sentences and corrects the weights wherever they
// choose a wrong tag.
func (t *trainer) epoch(rng *rand.Rand) (wrong, all int) {
	var s tagger.Sentence
	var f tagger.Features
	var ids []int32
	for _, j := range rng.Perm(len(t.sents)) {
		sent := t.sents[j]
		s.Reset(sent.Words)
		for i, want := range sent.Tags {
			if tag, ok := t.known(&s, i); ok {
				s.Push(i, tag)
				continue
			}
			t.now++
			all++
			ids = append(ids[:0], t.static[j][t.offsets[j][i]:t.offsets[j][i+1]]...)
			f.N = 0
			s.Dynamic(i, &f)
			for _, h := range f.H[:f.N] {
				if id := t.x.get(h); id >= 0 {
					ids = append(ids, id)
				}
			}
			var score [tagger.NumTags]int32
			for _, id := range ids {
				for k := range t.cells[id] {
					c := &t.cells[id][k]
					score[c.tag] += c.w
				}
			}
			got := tagger.Best(&score)
			if got != want {
				wrong++
				for _, id := range ids {
					t.update(id, want, t.step)
					t.update(id, got, -t.step)
				}
			}
			s.Push(i, got)
		}
	}
	return wrong, all
}

func (t *trainer) update(id int32, tag tagger.Tag, by int32) {
	cells := t.cells[id]
	for k := range cells {
		c := &cells[k]
		if c.tag == tag {
			c.total += int64(c.w) * int64(t.now-c.at)
			c.at = t.now
			c.w += by
			return
		}
	}
	if !t.frozen {
		t.cells[id] = append(cells, cell{tag: tag, w: by, at: t.now})
	}
}

// average replaces every weight by its mean over all words seen.
func (t *trainer) average() {
	for _, cells := range t.cells {
		for k := range cells {
			c := &cells[k]
			c.total += int64(c.w) * int64(t.now-c.at)
			c.w = int32(math.Round(float64(c.total) / float64(t.now)))
			c.at, c.total = 0, 0
		}
	}
}

// prune keeps the given number of weights that matter most.
func (t *trainer) prune(keep int) {
	value := func(id int, c cell) float64 {
		return math.Abs(float64(c.w)) * math.Sqrt(float64(min(t.count[id], 1000)))
	}
	var values []float64
	for id, cells := range t.cells {
		for _, c := range cells {
			if v := value(id, c); v > 0 {
				values = append(values, v)
			}
		}
	}
	fmt.Fprintf(t.opt.Log, "%d weights\n", len(values))
	limit := 0.0
	if len(values) > keep {
		sort.Float64s(values)
		limit = values[len(values)-keep]
	}
	for id, cells := range t.cells {
		out := cells[:0]
		for _, c := range cells {
			if v := value(id, c); v > 0 && v >= limit {
				out = append(out, c)
			}
		}
		t.cells[id] = out
	}
}

// unit is the size of the steps of the stored weights.
const unit = whole / 4

// weights rounds the weights to steps that fit a byte.
func (t *trainer) weights() *tagger.Weights {
	w := &tagger.Weights{}
	for h := range t.words {
		w.Words = append(w.Words, h)
	}
	sort.Slice(w.Words, func(i, j int) bool { return w.Words[i] < w.Words[j] })
	for _, h := range w.Words {
		w.WordTags = append(w.WordTags, t.words[h])
	}
	order := make([]int, 0, len(t.cells))
	for id := range t.cells {
		order = append(order, id)
	}
	sort.Slice(order, func(i, j int) bool { return t.keys[order[i]] < t.keys[order[j]] })
	for _, id := range order {
		cells := t.cells[id]
		sort.Slice(cells, func(i, j int) bool { return cells[i].tag < cells[j].tag })
		n := 0
		for _, c := range cells {
			v := math.Round(float64(c.w) / unit)
			if v == 0 {
				continue
			}
			w.Tags = append(w.Tags, c.tag)
			w.Values = append(w.Values, int8(max(-127, min(127, v))))
			n++
		}
		if n > 0 {
			w.Keys = append(w.Keys, t.keys[id])
			w.Counts = append(w.Counts, uint8(n))
		}
	}
	return w
}
