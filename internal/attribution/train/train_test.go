package train

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/communique-go/communique/internal/attribution"
)

func TestBioSpans(t *testing.T) {
	got := bioSpans([]string{"B-source", "O", "B-cue", "I-cue", "B-content", "I-content", "B-content", "I-source"})
	want := []BenchSpan{{attribution.Source, 0, 1}, {attribution.Cue, 2, 4}, {attribution.Content, 4, 6}, {attribution.Content, 6, 7}, {attribution.Source, 7, 8}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// corpus writes a small corpus of our own sentences in all the forms that Train reads.
func corpus(t *testing.T) string {
	dir := t.TempDir()
	write := func(name, data string) {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("polnear/train/text/a.txt", "The “envoy” said the talks go on.\n\nShe added that they were “frank,” and left.\n")
	write("polnear/train/attributions/a_1.ann", "T1\tSource 0 11\tThe “envoy”\nT2\tCue 12 16\tsaid\nT3\tContent 17 32\tthe talks go on\n"+
		"T4\tAttribution 12 16\tsaid\nE1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"+
		"T5\tSource 35 38\tShe\nT6\tCue 39 44\tadded\nT7\tContent 45 68\tthat they were “frank,”\nE2\tSource:T5 Cue:T6 Content:T7\n")
	row := `{"tokens":["He","said","` + "``" + `","No",".","''"],"labels":["B-source","B-cue","B-content","I-content","I-content","I-content"],"id":"a_1"}` + "\n"
	write("cofenet/polnear_train.jsonl", row)
	write("cofenet/riqua_train.txt", row)
	return dir
}

func TestReadStandoff(t *testing.T) {
	texts, err := ReadStandoff(filepath.Join(corpus(t), "polnear", "train"))
	if err != nil || len(texts) != 1 {
		t.Fatal(len(texts), err)
	}
	d := texts[0]
	var got []string
	for _, s := range d.Gold {
		got = append(got, d.Doc.Slice(d.Doc.Cover(s.First, s.Last)))
	}
	want := []string{"The “envoy”", "said", "the talks go on", "She", "added", "that they were “frank,”"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if d.Gold[1].Source != 0 || d.Gold[4].Source != 3 || d.Gold[5].Event != d.Gold[4].Event {
		t.Errorf("wrong links: %+v", d.Gold)
	}
}

// TestSameSeedSameModel also shows that it does not matter how many folds are learnt at the same time.
func TestSameSeedSameModel(t *testing.T) {
	if testing.Short() {
		t.Skip("allocates several hundred megabytes")
	}
	dir := corpus(t)
	o := Options{Seed: 3, Epochs: 2, Folds: 2, Dropout: .5, L2: .1, Rate: .05, Damp: 1, SegEpochs: 2, SegSeeds: 1, Miss: 3, Fiction: true, Procs: 1, Log: io.Discard}
	a, err := Train(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	o.Procs = 2
	b, err := Train(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(attribution.Encode(a), attribution.Encode(b)) {
		t.Error("two models from one seed")
	}
}
