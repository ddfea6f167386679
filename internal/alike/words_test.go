package alike

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWords(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{" — “…” ", ""},
		{"The Black-Sea ports, Türkiye's too: 40 of them.", "the black sea ports türkiye s too 40 of them"},
		{"cafe\u0301", "cafe\u0301"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(strings.Fields(tt.want), Words(tt.text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
	if diff := cmp.Diff([]string{"Black", "Sea"}, Split("Black-Sea")); diff != "" {
		t.Errorf("Split (-want +got):\n%s", diff)
	}
	for token, want := range map[string]bool{"": false, "--": false, "’s": true, "40": true, "U.N.": true} {
		if IsWord(token) != want {
			t.Errorf("IsWord(%q): %v, want %v", token, !want, want)
		}
	}
}

func TestContent(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{"it would not be there", ""},
		{"The withdrawal of forces", "withdr force"},
		{"They are withdrawing their Forces", "withdr force"},
		{"violations of the truce", "violat truce"},
		{"violating truces", "violat truce"},
		{"ПЕРЕГОВОРЫ", "перего"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(set(tt.want), Content(tt.text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
	for word, want := range map[string]string{"The": "", "Bridges": "bridge", "prisoners": "prison", "30": "30"} {
		if got := Root(word); got != want {
			t.Errorf("Root(%q): %q, want %q", word, got, want)
		}
	}
}
