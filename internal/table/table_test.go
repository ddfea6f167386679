package table

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	tests := []struct {
		name, data string
		want       []Row
	}{
		{"empty", "", nil},
		{"comments and blank lines", "# a comment\n\n \t \nurge\trequest\n", []Row{{4, []string{"urge", "request"}}}},
		{"a comment sign later in a line", "rule #4\tx", []Row{{1, []string{"rule #4", "x"}}}},
		{"windows line ends", "urge\trequest\r\nhail\tsupport\r\n", []Row{{1, []string{"urge", "request"}}, {2, []string{"hail", "support"}}}},
		{"no line end after the last row", "urge\trequest", []Row{{1, []string{"urge", "request"}}}},
		{"missing columns are empty", "urge\n", []Row{{1, []string{"urge", ""}}}},
		{"an empty column in the middle of a row", "urge\t\n", []Row{{1, []string{"urge", ""}}}},
		{"blanks around a cell", " call on \t request ", []Row{{1, []string{"call on", "request"}}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Parse("verbs.tsv", tt.data, 2)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Parse(%q) (-want +got):\n%s", tt.data, diff)
			}
		})
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"too many columns", "# verbs\nurge\trequest\nhail\tsupport\t2\n", "verbs.tsv:3: 3 columns, want at most 2"},
		{"first column empty", "\n\n\trequest\n", "verbs.tsv:3: the first column is empty"},
		{"counted with windows line ends", "urge\r\n\r\nhail\ta\tb\r\n", "verbs.tsv:3: 3 columns, want at most 2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rows, err := Parse("verbs.tsv", tt.data, 2)
			if err == nil {
				t.Fatalf("Parse(%q) = %v, want an error", tt.data, rows)
			}
			if got := err.Error(); got != tt.want {
				t.Errorf("Parse(%q): %q, want %q", tt.data, got, tt.want)
			}
		})
	}
}

func TestMustParse(t *testing.T) {
	if rows := MustParse("verbs.tsv", "urge\n", 1); len(rows) != 1 {
		t.Errorf("MustParse: %d rows, want 1", len(rows))
	}
	defer func() {
		if recover() == nil {
			t.Error("MustParse does not panic on a bad table")
		}
	}()
	MustParse("verbs.tsv", "urge\trequest\n", 1)
}

func TestMustPairs(t *testing.T) {
	want := map[string]string{"urge": "request", "hail": ""}
	if diff := cmp.Diff(want, MustPairs("verbs.tsv", "hail\turge\nurge\trequest\nhail\n")); diff != "" {
		t.Errorf("pairs (-want +got):\n%s", diff)
	}
}

func TestList(t *testing.T) {
	tests := []struct {
		cell string
		list []string
		set  map[string]bool
	}{
		{"", nil, map[string]bool{}},
		{"on", []string{"on"}, map[string]bool{"on": true}},
		{"on|upon", []string{"on", "upon"}, map[string]bool{"on": true, "upon": true}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.list, List(tt.cell)); diff != "" {
			t.Errorf("List(%q) (-want +got):\n%s", tt.cell, diff)
		}
		if diff := cmp.Diff(tt.set, Set(tt.cell)); diff != "" {
			t.Errorf("Set(%q) (-want +got):\n%s", tt.cell, diff)
		}
	}
}
