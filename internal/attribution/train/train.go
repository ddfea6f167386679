package train

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/communique-go/communique/internal/attribution"
)

// Options are the settings of learning.
type Options struct {
	Seed      int64
	Epochs    int     // of the first stage
	Folds     int     // of the jackknife; the models of the folds are averaged
	Dropout   float64 // part of the features that is left out at each step
	L2        float64
	Rate      float64
	Damp      float64 // holds rare features of the first stage back
	SegEpochs int
	SegSeeds  int     // models of the second stage that are averaged
	Miss      float64 // cost of a missed segment in the second stage
	Fiction   bool    // learn from Riqua too
	Procs     int     // folds learnt at the same time
	Watch     bool    // print the log-loss of the first stage on the development part
	Log       io.Writer
}

// Train learns from the data below dir.
func Train(dir string, opt Options) (*attribution.Weights, error) {
	raw, err := ReadStandoff(filepath.Join(dir, "polnear", "train"))
	if err != nil {
		return nil, err
	}
	file := filepath.Join(dir, "cofenet", "polnear_train.jsonl")
	if _, err := os.Stat(file); err != nil {
		file += ".gz"
	}
	bench, err := ReadBench(file)
	if err != nil {
		return nil, err
	}
	var fiction []*Text
	if opt.Fiction {
		if fiction, err = ReadBench(filepath.Join(dir, "cofenet", "riqua_train.txt")); err != nil {
			return nil, err
		}
		for i, t := range fiction {
			t.Group = fmt.Sprint("riqua", i/8) // neighbours are from one book
		}
	}
	lex := MakeLexicon(raw)
	tr := &trainer{opt: opt, start: time.Now()}
	tr.logf("%d cue lemmas", len(lex.Keys))
	w := attribution.NewWeights(lex)
	w.Link = trainLinks(choices(raw, lex), 6, opt.Seed, func(ep int, acc float64) { tr.logf("links, epoch %d: %.2f %% right", ep+1, 100*acc) })
	data := makeInstances(raw, lex, opt.Folds, 0)
	data = append(data, makeInstances(bench, lex, opt.Folds, 1)...)
	data = append(data, makeInstances(fiction, lex, opt.Folds, -1)...)
	tr.logf("%d paragraphs", len(data))
	if opt.Watch {
		dev, err := ReadBench(filepath.Join(dir, "cofenet", "polnear_valid.txt"))
		if err != nil {
			return nil, err
		}
		tr.dev = makeInstances(dev, lex, 1, -1)
	}
	tr.spans(w, data)
	tr.segments(w, data)
	return w, nil
}

type trainer struct {
	opt   Options
	start time.Time
	dev   []*instance // to watch
	mu    sync.Mutex
}

func (tr *trainer) logf(format string, args ...any) {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	fmt.Fprintf(tr.opt.Log, "%4.0f s  %s\n", time.Since(tr.start).Seconds(), fmt.Sprintf(format, args...))
}

// spans learns the first stage: one model for each fold, from the data outside it. Their average is the model; the
// marginals of each fold come from the model that has not seen it.
func (tr *trainer) spans(w *attribution.Weights, data []*instance) {
	models := make([]*crf, tr.opt.Folds)
	gate := make(chan struct{}, max(tr.opt.Procs, 1))
	var wg sync.WaitGroup
	for k := range models {
		wg.Add(1)
		gate <- struct{}{}
		go func() {
			defer func() { <-gate; wg.Done() }()
			models[k] = tr.fold(k, data)
		}()
	}
	wg.Wait()
	for _, m := range models { // in order, so that the sums are the same each time
		for i := range w.Node {
			w.Node[i] += m.node[i/nl*nodeW+i%nl] / float32(len(models))
		}
		for i := range w.Edge {
			w.Edge[i] += m.edge[i] / float32(len(models))
		}
	}
}

func (tr *trainer) fold(k int, data []*instance) *crf {
	var own, rest []*instance
	for _, in := range data {
		if in.fold == k && tr.opt.Folds > 1 {
			own = append(own, in)
		} else {
			rest = append(rest, in)
		}
	}
	o := tr.opt
	c := newCRF(crfOptions{Epochs: o.Epochs, Dropout: o.Dropout, L2: float32(o.L2), Rate: float32(o.Rate), Damp: float32(o.Damp), Seed: o.Seed*100 + int64(k)})
	c.train(rest, func(ep int, loss float64) { tr.logf("fold %d, epoch %d: loss %.0f", k+1, ep+1, loss) })
	if tr.dev != nil {
		tr.logf("fold %d: loss on the development part %.0f", k+1, c.loss(tr.dev))
	}
	for _, in := range own {
		c.marginals(in)
	}
	return c
}

// segments learns the second stage.
func (tr *trainer) segments(w *attribution.Weights, data []*instance) {
	for i := 0; i < tr.opt.SegSeeds; i++ {
		o := segOptions{Epochs: tr.opt.SegEpochs, Miss: float32(tr.opt.Miss), Step: .05, Seed: tr.opt.Seed*100 + int64(i)}
		one := trainSegments(data, o, func(ep, wrong int) { tr.logf("segments %d, epoch %d: %d wrong", i+1, ep+1, wrong) })
		for j, x := range one {
			w.Seg[j] += x / float32(tr.opt.SegSeeds)
		}
	}
}
