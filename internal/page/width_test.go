package page

import (
	"strings"
	"testing"
)

func TestShorten(t *testing.T) {
	const size, width = 14, 200
	tests := []struct{ in, want string }{
		{"Oman", "Oman"},
		{"Organization for the Observation of Harbours", "Organization for the O…"},
		{strings.Repeat("W", 50), strings.Repeat("W", 13) + "…"},
		{strings.Repeat("\u0301", 500), strings.Repeat("\u0301", 500)},
	}
	for _, test := range tests {
		got := Shorten(test.in, size, width)
		if got != test.want || TextWidth(got, size) > width {
			t.Errorf("Shorten(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}
