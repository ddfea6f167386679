package train

import (
	"bytes"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/communique-go/communique/internal/tagger"
)

// What is learnt from made sentences must be good for others, and be the same
// every time.
func TestTrain(t *testing.T) {
	opt := Options{Seed: 1, Epochs: 3, Refine: 2, MinCount: 1, Weights: 30000, Log: io.Discard}
	learn := func() []byte {
		rng := rand.New(rand.NewSource(1))
		file, err := tagger.Encode(Train(Augment(Made(600, rng), rng), opt))
		if err != nil {
			t.Fatal(err)
		}
		return file
	}
	file := learn()
	if !bytes.Equal(file, learn()) {
		t.Error("another model from the same sentences")
	}
	m, err := tagger.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	r := Evaluate(m, nil, Made(200, rand.New(rand.NewSource(2))))
	if r.All.Percent() < 95 {
		t.Errorf("%.2f%% of %d words right", r.All.Percent(), r.All.All)
	}
}

func TestRead(t *testing.T) {
	name := filepath.Join(t.TempDir(), "x.txt")
	const line = `{"tokens":["Stop","!","''","He","left","."],"pos":["VB",".","''","PRP","VBD","."]}` + "\n"
	if err := os.WriteFile(name, []byte(line), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := Read(name)
	if err != nil {
		t.Fatal(err)
	}
	want := []Sentence{
		{[]string{"Stop", "!", "''"}, []tagger.Tag{tagger.VB, tagger.Period, tagger.CloseQuote}},
		{[]string{"He", "left", "."}, []tagger.Tag{tagger.PRP, tagger.VBD, tagger.Period}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	for _, bad := range []string{"{", `{"tokens":["a"],"pos":[]}`, `{"tokens":["a"],"pos":["?!"]}`} {
		if err := os.WriteFile(name, []byte(bad), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Read(name); err == nil {
			t.Errorf("%s is read", bad)
		}
	}
}
