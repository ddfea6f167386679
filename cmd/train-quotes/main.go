// Command train-quotes learns the model of package attribution, measures it, and
// writes what it finds in texts.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/communique-go/communique/internal/attribution"
	"github.com/communique-go/communique/internal/attribution/train"
	"github.com/communique-go/communique/internal/text"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "train-quotes:", err)
		os.Exit(1)
	}
}

func run() error {
	opt := train.Options{Log: os.Stderr}
	var (
		data    = flag.String("data", "", "folder with polnear/ and cofenet/")
		out     = flag.String("out", "", "model file to write, or to read with -eval and -predict; the embedded model if empty")
		eval    = flag.Bool("eval", false, "learn nothing, measure the model")
		predict = flag.String("predict", "", "learn nothing, write the attributions of this JSON Lines file")
		outer   = flag.Bool("outer", false, "write contents with their quotation marks, as kind indirect, so that score.py adds none")
		bias    = flag.Float64("bias", 0, "balance of the measured model: above zero finds more")
	)
	flag.Int64Var(&opt.Seed, "seed", 1, "seed of all random choices")
	flag.IntVar(&opt.Epochs, "epochs", 5, "rounds of the first stage")
	flag.IntVar(&opt.Folds, "folds", 4, "folds of the jackknife")
	flag.Float64Var(&opt.Dropout, "dropout", .7, "part of the features left out in a step")
	flag.Float64Var(&opt.L2, "l2", .2, "pull of the first stage's weights towards zero")
	flag.Float64Var(&opt.Rate, "rate", .05, "rate of the first stage")
	flag.Float64Var(&opt.Damp, "damp", 200, "holds rare features of the first stage back")
	flag.IntVar(&opt.SegEpochs, "seg-epochs", 6, "rounds of the second stage")
	flag.IntVar(&opt.SegSeeds, "seg-seeds", 4, "models of the second stage that are averaged")
	flag.Float64Var(&opt.Miss, "miss", 3, "cost of a missed segment")
	flag.BoolVar(&opt.Fiction, "fiction", true, "learn from Riqua too")
	flag.BoolVar(&opt.Watch, "watch", false, "print the log-loss of the first stage on the development part")
	flag.IntVar(&opt.Procs, "procs", 1, "folds learnt at the same time")
	flag.Parse()
	if !*eval && *predict == "" {
		return learn(*data, *out, opt)
	}
	m := attribution.Default
	if *out != "" {
		file, err := os.ReadFile(*out)
		if err != nil {
			return err
		}
		own, err := attribution.Decode(file)
		if err != nil {
			return err
		}
		m = func() *attribution.Model { return own }
	}
	if *eval {
		return measure(m(), *data, *bias)
	}
	return write(m(), *predict, *bias, *outer)
}

func learn(data, out string, opt train.Options) error {
	w, err := train.Train(data, opt)
	if err != nil {
		return err
	}
	file := attribution.Encode(w)
	m, err := attribution.Decode(file)
	if err != nil {
		return err
	}
	if out != "" {
		if err := os.WriteFile(out, file, 0o644); err != nil {
			return err
		}
	}
	return measure(m, data, 0)
}

// measure prints exact F1 on the development parts.
func measure(m *attribution.Model, data string, bias float64) error {
	for _, name := range []string{"polnear_valid.txt", "riqua_valid.txt"} {
		texts, err := train.ReadBench(filepath.Join(data, "cofenet", name))
		if err != nil {
			return err
		}
		print(name, train.EvalBench(m, texts, bias))
	}
	texts, err := train.ReadStandoff(filepath.Join(data, "polnear", "dev"))
	if err != nil {
		return err
	}
	tokens, start := 0, time.Now()
	for _, t := range texts {
		tokens += len(t.Doc.Tokens)
		m.Find(t.In, bias)
	}
	fmt.Printf("%.0f tokens a second\n", float64(tokens)/time.Since(start).Seconds())
	return nil
}

func print(name string, r train.Report) {
	fmt.Println(name)
	for k, n := range []string{"source", "cue", "content"} {
		fmt.Printf("  %-8s %v\n", n, r.Score[k])
	}
	for k, n := range []string{"indirect", "mixed", "direct"} {
		fmt.Printf("    %-8s %v\n", n, r.Kinds[k])
	}
}

type jsonSpan struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type jsonQuote struct {
	Kind    string     `json:"kind"`
	Content []jsonSpan `json:"content"`
	Cue     *jsonSpan  `json:"cue,omitempty"`
	Source  *jsonSpan  `json:"source,omitempty"`
}

type jsonDoc struct {
	ID     string      `json:"id"`
	Text   string      `json:"text,omitempty"`
	Quotes []jsonQuote `json:"quotes"`
}

// write prints the attributions of all documents of a JSON Lines file, in the form that the score scripts read.
func write(m *attribution.Model, file string, bias float64, outer bool) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	w := bufio.NewWriter(os.Stdout)
	enc := json.NewEncoder(w)
	for lines.Scan() {
		var d jsonDoc
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return err
		}
		in := train.Read(d.Text)
		doc := in.Doc.Doc
		d.Text = ""
		for _, a := range m.Find(in, bias) {
			if outer {
				a.Content, a.Kind = a.Outer, attribution.Indirect
			}
			d.Quotes = append(d.Quotes, quote(doc, a))
		}
		if err := enc.Encode(d); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	return w.Flush()
}

func quote(d *text.Doc, a attribution.Attribution) jsonQuote {
	q := jsonQuote{Kind: [...]string{"indirect", "mixed", "direct"}[a.Kind], Source: spanOf(d, a.Source), Cue: spanOf(d, a.Cue)}
	for _, r := range a.Content {
		if s := spanOf(d, r); s != nil {
			q.Content = append(q.Content, *s)
		}
	}
	return q
}

func spanOf(d *text.Doc, r attribution.Range) *jsonSpan {
	if r.Empty() {
		return nil
	}
	s := d.Cover(r.First, r.Last)
	return &jsonSpan{s.Start, s.End}
}
