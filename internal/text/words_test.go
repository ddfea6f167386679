package text

import "testing"

func TestWordTable(t *testing.T) {
	if err := classes.Check(); err != nil {
		t.Error(err)
	}
}
