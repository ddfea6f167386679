// Command train-choices learns the models of package choice from annotated statements, and measures them by cross-validation.
//
//	go run ./cmd/train-choices -data /path/to/shared -out internal/choice
package main

import (
	"flag"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"

	"github.com/communique-go/communique/internal/choice"
	"github.com/communique-go/communique/internal/choice/train"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "train-choices:", err)
		os.Exit(1)
	}
}

func run() error {
	opt := train.Defaults
	var (
		data  = flag.String("data", "", "folder with field/train, gold and plv")
		out   = flag.String("out", "", "folder to write holders.bin and targets.bin to; measures only if empty")
		folds = flag.Int("folds", 5, "parts of the cross-validation, by document; 0 for none")
	)
	flag.IntVar(&opt.Epochs, "epochs", opt.Epochs, "rounds")
	flag.Float64Var(&opt.Rate, "rate", opt.Rate, "rate")
	flag.Float64Var(&opt.L2, "l2", opt.L2, "pull towards zero after each round")
	flag.Parse()
	holders, targets, err := train.Read(filepath.Join(*data, "field", "train"), filepath.Join(*data, "gold"))
	if err != nil {
		return err
	}
	h, t, err := train.ReadPLV(filepath.Join(*data, "plv", "train.tsv"))
	if err != nil {
		return err
	}
	n := len(holders) // those of whole statements, on which alone the models are measured
	holders, targets = append(holders, h...), append(targets, t...)
	for _, x := range []struct {
		name      string
		questions []train.Question
	}{{"holders", holders}, {"targets", targets}} {
		if *folds > 0 {
			measure(x.name, x.questions[:n], x.questions[n:], *folds, opt)
		}
		if *out == "" {
			continue
		}
		if err := os.WriteFile(filepath.Join(*out, x.name+".bin"), choice.Encode(train.Learn(x.questions, opt)), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// measure prints how many questions of whole statements are answered right that were not learnt from, and how many have a right candidate at all. More questions
// are learnt from in each fold.
func measure(name string, questions, more []train.Question, folds int, opt train.Options) {
	right, possible := 0.0, 0
	for f := 0; f < folds; f++ {
		var ask []train.Question
		learn := append([]train.Question(nil), more...)
		for _, q := range questions {
			if part(q.Document, folds) == f {
				ask = append(ask, q)
			} else {
				learn = append(learn, q)
			}
		}
		m, err := choice.Decode(choice.Encode(train.Learn(learn, opt)))
		if err != nil {
			panic(err) // Encode writes what Decode reads
		}
		right += train.Accuracy(m, ask) * float64(len(ask))
	}
	rule := 0
	for _, q := range questions {
		for i, r := range q.Right {
			if r {
				possible++
				if i == 0 {
					rule++ // the first candidate is that of the rules
				}
				break
			}
		}
	}
	n := float64(len(questions))
	fmt.Printf("%s: %d questions; right %.1f %%, by the rules %.1f %%, possible %.1f %%\n", name, len(questions), 100*right/n, 100*float64(rule)/n, 100*float64(possible)/n)
}

// part returns the fold of a document.
func part(document string, folds int) int {
	h := fnv.New32a()
	h.Write([]byte(document))
	return int(h.Sum32() % uint32(folds))
}
