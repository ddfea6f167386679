package text

import (
	"testing"
)

// tagOf returns the tag and the lemma of the first token of s that is the given word.
func tagOf(t *testing.T, s, word string) (tag, lemma string) {
	t.Helper()
	d := Tag(Cut(s))
	for i := range d.Tokens {
		if d.Word(i) == word {
			return d.Tokens[i].Tag.String(), d.Tokens[i].Lemma
		}
	}
	t.Fatalf("%q has no token %q", s, word)
	return "", ""
}

func TestTags(t *testing.T) {
	tests := []struct{ name, text, word, tag, lemma string }{
		{"noun behind a modal is a verb", "Both sides would boycott the summit.", "boycott", "VB", "boycott"},
		{"and over an adverb", "Both sides would not boycott the summit.", "boycott", "VB", "boycott"},
		{"noun behind to and before a particle", "They agreed to hand over the files.", "hand", "VB", "hand"},
		{"past tense taken for an adjective", "Tanks shelled positions near the river.", "shelled", "VBD", "shell"},
		{"not", "They did not sign.", "not", "RB", "not"},
		{"n't", "They didn’t sign.", "n’t", "RB", "n't"},
		{"to", "They went to Zalesk.", "to", "TO", "to"},
		{"shall", "The Parties shall meet.", "shall", "MD", "shall"},
		{"unknown name in mid-sentence", "On Monday Velikov Garting resigned.", "Garting", "NNP", "garting"},
		{"particle within a name", "Pieter van Oosten resigned.", "van", "NNP", "van"},
		{"van as a noun", "The van stopped.", "van", "NN", "van"},
		{"typographic quotation mark", "“We agreed,” he said.", "“", "''", `"`},
		{"lemma of a past tense", "They agreed.", "agreed", "VBD", "agree"},
		{"lemma of a plural", "The treaties lapsed.", "treaties", "NNS", "treaty"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tag, lemma := tagOf(t, tt.text, tt.word)
			if tag != tt.tag || lemma != tt.lemma {
				t.Errorf("%q in %q: %s %q, want %s %q", tt.word, tt.text, tag, lemma, tt.tag, tt.lemma)
			}
		})
	}
}
