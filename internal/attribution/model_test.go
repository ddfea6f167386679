package attribution

import "testing"

func TestDecodeDamaged(t *testing.T) {
	for _, n := range []int{0, 3, 8, 12, 100, len(modelFile) / 2, len(modelFile) - 1} {
		if _, err := Decode(modelFile[:n]); err == nil {
			t.Errorf("no error for a model of %d bytes", n)
		}
	}
	other := append([]byte(nil), modelFile...)
	other[len(magic)] = Version + 1
	if _, err := Decode(other); err == nil {
		t.Error("no error for a model of another version")
	}
}

func BenchmarkLoad(b *testing.B) {
	for i := 0; i < b.N; i++ {
		if _, err := Decode(modelFile); err != nil {
			b.Fatal(err)
		}
	}
}
