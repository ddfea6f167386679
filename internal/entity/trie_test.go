package entity

import (
	"strings"
	"testing"
)

func TestTrie(t *testing.T) {
	var tr trie[string]
	enter := func(phrase, value string, override bool) { tr.put(strings.Fields(phrase), &value, override) }
	enter("new york", "city", false)
	enter("new york times", "paper", false)
	enter("york", "town", false)
	enter("york", "again", false)
	enter("times", "hours", false)
	enter("times", "paper of London", true)
	tests := []struct {
		text string
		want string
		end  int
	}{
		{"new york times today", "paper", 3},
		{"new york today", "city", 2},
		{"new today", "", 0},
		{"york", "town", 1},
		{"times", "paper of London", 1},
		{"today", "", 0},
	}
	for _, tt := range tests {
		words := strings.Fields(tt.text)
		v, end := tr.longest(0, len(words), func(i int) string { return words[i] })
		if got := valueOf(v); got != tt.want || end != tt.end {
			t.Errorf("longest in %q: %q up to %d, want %q up to %d", tt.text, got, end, tt.want, tt.end)
		}
	}
	if v, end := tr.longest(0, 2, func(i int) string { return []string{"new", "york", "times"}[i] }); valueOf(v) != "city" || end != 2 {
		t.Errorf("longest before the limit: %q up to %d", valueOf(v), end)
	}
	for word, want := range map[string]string{"york": "town", "new": "", "today": ""} {
		if got := valueOf(tr.get(word)); got != want {
			t.Errorf("get(%q): %q, want %q", word, got, want)
		}
	}
	if !tr.begins("new") || tr.begins("today") {
		t.Errorf("begins: %v for new, %v for today", tr.begins("new"), tr.begins("today"))
	}
}

func valueOf(v *string) string {
	if v == nil {
		return ""
	}
	return *v
}
