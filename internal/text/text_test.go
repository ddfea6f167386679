package text

import "testing"

func TestIsProse(t *testing.T) {
	const said = "The crew of the northern light was set free on Monday."
	d := Cut("The crew is free\n\n" + said + "\n\n" + said)
	for i, want := range []bool{false, true, false} { // a title, prose, and its copy
		if got := d.IsProse(d.Sentences[i].First); got != want {
			t.Errorf("IsProse in %q: %v, want %v", d.Slice(d.Sentences[i].Span), got, want)
		}
	}
}

func TestIsQuestion(t *testing.T) {
	for s, want := range map[string]bool{"Who left?": true, "“Who left?”": true, "Who? They left.": true, "They left.": false, "?": true, ".": false} {
		if d := Cut(s); d.IsQuestion(d.Sentences[0]) != want {
			t.Errorf("IsQuestion(%q): %v, want %v", d.Slice(d.Sentences[0].Span), !want, want)
		}
	}
}
