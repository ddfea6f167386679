// Command train-tagger learns the model of package tagger from paragraphs with
// part-of-speech tags, as JSON objects with the fields tokens and pos, one a
// line.
package main

import (
	"flag"
	"fmt"
	"math/rand"
	"os"
	"time"

	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/tagger/train"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "train-tagger:", err)
		os.Exit(1)
	}
}

func run() error {
	var (
		opt  train.Options
		from = flag.String("train", "", "training data")
		dev  = flag.String("dev", "", "data to measure on")
		out  = flag.String("out", "", "model file to write; none if empty")
		only = flag.Bool("eval", false, "learn nothing, measure the model that -out names")
	)
	flag.Int64Var(&opt.Seed, "seed", 1, "seed of the random order")
	flag.IntVar(&opt.Epochs, "epochs", 8, "rounds with all features")
	flag.IntVar(&opt.Refine, "refine", 5, "rounds with the weights that are kept")
	flag.IntVar(&opt.MinCount, "mincount", 3, "occurrences that a feature needs")
	flag.IntVar(&opt.Weights, "weights", 400000, "weights to keep")
	made := flag.Int("made", 10000, "sentences to make from patterns")
	flag.Parse()
	opt.Log = os.Stderr
	start := time.Now()
	sents, err := train.Read(*from)
	if err != nil {
		return err
	}
	devSents, err := train.Read(*dev)
	if err != nil {
		return err
	}
	var file []byte
	if *only {
		if file, err = os.ReadFile(*out); err != nil {
			return err
		}
	} else {
		rng := rand.New(rand.NewSource(opt.Seed))
		data := train.Augment(append(train.Made(*made, rng), sents...), rng)
		fmt.Fprintf(os.Stderr, "%d sentences, %d to learn from, read in %.1f s\n", len(sents), len(data), time.Since(start).Seconds())
		w := train.Train(data, opt)
		if file, err = tagger.Encode(w); err != nil {
			return err
		}
		fmt.Fprintf(os.Stderr, "%d features with %d weights, after %.0f s\n", len(w.Keys), len(w.Values), time.Since(start).Seconds())
	}
	m, err := tagger.Decode(file)
	if err != nil {
		return err
	}
	r := train.Evaluate(m, sents, devSents)
	for _, x := range []struct {
		what  string
		score train.Score
	}{
		{"all words", r.All},
		{"without headlines", r.Prose},
		{"  without punctuation", r.Words},
		{"  noun or verb", r.NounVerb},
		{"  unknown", r.Unknown},
	} {
		fmt.Printf("%-24s %6.2f%% of %d\n", x.what, x.score.Percent(), x.score.All)
	}
	fmt.Printf("%-24s %d bytes\n", "model", len(file))
	if *out != "" && !*only {
		return os.WriteFile(*out, file, 0o644)
	}
	return nil
}
