package markup

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRecord(t *testing.T) {
	tests := []struct {
		in   []string
		want string
	}{
		{nil, "\r\n"},
		{[]string{"a", "", "b c"}, "a,,b c\r\n"},
		{[]string{`said "no"`, "a,b", " edge"}, `"said ""no""","a,b"," edge"` + "\r\n"},
		{[]string{"two\nlines", "\r\n", "lone\rreturn"}, "\"two\nlines\",\"\r\n\",\"lone\rreturn\"\r\n"},
		{[]string{"=1+1", "a\x00b", "\xff\xfe"}, "=1+1,a\uFFFDb,\uFFFD\uFFFD\r\n"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, Record(tt.in...)); diff != "" {
			t.Errorf("Record(%q) (-want +got):\n%s", tt.in, diff)
		}
	}
}

func TestClip(t *testing.T) {
	tests := []struct {
		in   string
		n    int
		want string
	}{
		{"", 3, ""},
		{"abc", 3, "abc"},
		{"abcd", 3, "abc…"},
		{"aéé", 2, "a…"},
		{"é", 1, "…"},
	}
	for _, tt := range tests {
		if got := Clip(tt.in, tt.n); got != tt.want {
			t.Errorf("Clip(%q, %d) = %q, want %q", tt.in, tt.n, got, tt.want)
		}
	}
}
