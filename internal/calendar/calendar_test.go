package calendar

import (
	"strings"
	"testing"
	"time"

	"github.com/communique-go/communique/internal/table"
)

func TestForm(t *testing.T) {
	if !strings.HasPrefix(wordTable, "# ") {
		t.Error("words.tsv has no comment on top")
	}
	previous := ""
	for _, r := range table.MustParse("words.tsv", wordTable, 4) {
		w := r.Cells[0]
		if w <= previous || w != strings.ToLower(w) {
			t.Errorf("words.tsv:%d: %q behind %q", r.Line, w, previous)
		}
		previous = w
		if _, err := parseWord(r.Cells); err != nil {
			t.Errorf("words.tsv:%d: %v", r.Line, err)
		}
		if (r.Cells[3] != "") != (r.Cells[1] == string(Unit)) {
			t.Errorf("words.tsv:%d: %q is a number of %q", r.Line, w, r.Cells[3])
		}
	}
}

func TestMonths(t *testing.T) {
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		for _, w := range []string{name, name[:3], name[:3] + "."} {
			if len(name) == 3 && w != name { // May is not abbreviated
				continue
			}
			if got := Lookup(w); got.Kind != Month || got.N != int(m) {
				t.Errorf("Lookup(%q): %v", w, got)
			}
			if got, want := IsMonth(w), w == name || strings.HasSuffix(w, "."); got != want {
				t.Errorf("IsMonth(%q): %v, want %v", w, got, want)
			}
		}
	}
}

func TestWeekdays(t *testing.T) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if got := Lookup(strings.ToLower(d.String())); got.Kind != Weekday || got.N != int(d) {
			t.Errorf("Lookup(%s): %v", d, got)
		}
	}
}

func TestIs(t *testing.T) {
	tests := []struct {
		word             string
		day, month, time bool
	}{
		{"friday", true, false, false}, {"tonight", true, false, false}, {"may", false, true, false}, {"sept.", false, true, false}, {"sept", false, false, false},
		{"week", false, false, true}, {"noon", false, false, true}, {"weekend", false, false, true}, {"spring", false, false, true},
		{"seven", false, false, false}, {"end", false, false, false}, {"bridge", false, false, false}, {"", false, false, false},
	}
	for _, tt := range tests {
		if d, m, at := IsDay(tt.word), IsMonth(tt.word), IsTime(tt.word); d != tt.day || m != tt.month || at != tt.time {
			t.Errorf("%q: day %v, month %v, time %v, want %v, %v, %v", tt.word, d, m, at, tt.day, tt.month, tt.time)
		}
	}
}

func TestParseWord(t *testing.T) {
	for _, row := range []string{"x\tdecade\t1\t", "x\tunit\t1\t", "x\tunit\t1\tfurlong", "x\tmonth\t\t"} {
		if w, err := parseWord(strings.Split(row, "\t")); err == nil {
			t.Errorf("%q is read as %v", row, w)
		}
	}
}
