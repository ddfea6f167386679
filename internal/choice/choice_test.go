package choice

import (
	"math"
	"testing"
)

func TestBest(t *testing.T) {
	w := make([]float32, 1<<Bits)
	w[KeyOf("subject").Feature()] = 1
	w[KeyOf("subject").With(KeyOf("passive"))] = -3
	w[KeyOf("by").With(KeyOf("passive"))] = 2
	m, err := Decode(Encode(w))
	if err != nil {
		t.Fatal(err)
	}
	active := [][]Feature{{KeyOf("by").Feature()}, {KeyOf("subject").Feature()}}
	if best, p := m.Best(active); best != 1 || math.Abs(p-1/(1+math.Exp(-1))) > 0.02 {
		t.Errorf("active: %d with %.2f, want the subject with 0.73", best, p)
	}
	passive := [][]Feature{{KeyOf("by").Feature(), KeyOf("by").With(KeyOf("passive"))}, {KeyOf("subject").Feature(), KeyOf("subject").With(KeyOf("passive"))}}
	if best, _ := m.Best(passive); best != 0 {
		t.Errorf("passive: %d, want what stands behind \"by\"", best)
	}
	if best, _ := m.Best(nil); best != -1 {
		t.Errorf("no candidates: %d, want -1", best)
	}
}

// A damaged file is an error, not another model.
func TestDecodeDamage(t *testing.T) {
	file := Encode(make([]float32, 1<<Bits))
	for name, bad := range map[string][]byte{
		"empty": nil, "cut": file[:len(file)-1], "longer": append(append([]byte{}, file...), 0), "other": append([]byte("x"), file[1:]...),
		"scale": append(append(append([]byte{}, file[:len(magic)]...), 0, 0, 0xc0, 0x7f), file[len(magic)+4:]...),
	} {
		if _, err := Decode(bad); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// The embedded models decode and hold something.
func TestEmbedded(t *testing.T) {
	for name, m := range map[string]*Model{"holders": Holders(), "targets": Targets()} {
		used := 0
		for _, w := range m.weights {
			if w != 0 {
				used++
			}
		}
		if used < 1000 {
			t.Errorf("%s: %d weights", name, used)
		}
	}
}
