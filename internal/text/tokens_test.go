package text

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// wordsOf returns the tokens of s as given, separated by blanks.
func wordsOf(t *testing.T, s string) string {
	t.Helper()
	d := Tag(Cut(s))
	checkSpans(t, d)
	words := make([]string, len(d.Tokens))
	for i := range d.Tokens {
		words[i] = d.Word(i)
	}
	return strings.Join(words, " ")
}

// checkSpans checks that the spans of tokens are in order, not empty, and on rune boundaries.
func checkSpans(t *testing.T, d *Doc) {
	t.Helper()
	end := 0
	for i, tok := range d.Tokens {
		if tok.Start < end || tok.End <= tok.Start || tok.End > len(d.Text) {
			t.Fatalf("token %d of %q: span %v behind %d", i, d.Text, tok.Span, end)
		}
		if tok.Start > 0 && !utf8.RuneStart(d.Text[tok.Start]) && utf8.ValidString(d.Text) {
			t.Fatalf("token %d of %q: span %v begins within a rune", i, d.Text, tok.Span)
		}
		end = tok.End
	}
}

func TestTokens(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"straight quotes", `"We signed," he said.`, `" We signed , " he said .`},
		{"curly quotes", "“We signed,” he said.", "“ We signed , ” he said ."},
		{"guillemets", "«We signed», he said.", "« We signed » , he said ."},
		{"nested single quotes", "“They told us ‘never’ again,” he said.", "“ They told us ‘ never ’ again , ” he said ."},
		{"straight single quotes", "the 'thin line' holds", "the ' thin line ' holds"},
		{"contraction", "They don't trust it.", "They do n't trust it ."},
		{"contraction with a curly apostrophe", "They don’t trust it.", "They do n’t trust it ."},
		{"they've", "Now they’ve left.", "Now they ’ve left ."},
		{"they'd", "They'd agreed.", "They 'd agreed ."},
		{"we'll and we're", "We'll see whether we’re heard.", "We 'll see whether we ’re heard ."},
		{"possessive", "Chad's envoy", "Chad 's envoy"},
		{"possessive with a curly apostrophe", "Chad’s envoy", "Chad ’s envoy"},
		{"three full stops", "The talks ... went on.", "The talks ... went on ."},
		{"ellipsis behind a word", "The talks… went on.", "The talks … went on ."},
		{"two hyphens between blanks", "The talks -- the third -- failed.", "The talks -- the third -- failed ."},
		{"two hyphens between words", "The talks--all three--failed.", "The talks -- all three -- failed ."},
		{"em dash between words", "The talks—all three—failed.", "The talks — all three — failed ."},
		{"en dash within a name", "the Gorna–Vesk road", "the Gorna–Vesk road"},
		{"hyphen", "a cease-fire", "a cease-fire"},
		{"initial of a person", "Gareth P. Whitlock left.", "Gareth P. Whitlock left ."},
		{"title before a name", "Gen. Whitlock and Mrs. Adaeze left.", "Gen. Whitlock and Mrs. Adaeze left ."},
		{"title that ends the sentence", "He spoke to the gen.", "He spoke to the gen ."},
		{"U.S.", "the U.S. envoy", "the U.S. envoy"},
		{"a.m.", "at 9 a.m. local time", "at 9 a.m. local time"},
		{"decimals and thousands", "some 3.5 percent of 12,400 votes", "some 3.5 percent of 12,400 votes"},
		{"approx. before a number", "approx. 100 trucks", "approx. 100 trucks"},
		{"Art. before a number", "under Art. 94 of the Charter", "under Art. 94 of the Charter"},
		{"art at the end of a sentence", "He loves art.", "He loves art ."},
		{"No. before a number", "Protocol No. 7 applies.", "Protocol No. 7 applies ."},
		{"a short word before the full stop", "They won the war.", "They won the war ."},
		{"brackets", "the Front (EDF) left", "the Front ( EDF ) left"},
		{"no-break space", "9\u00a0May in\u202fParis", "9 May in Paris"},
		{"byte order mark and zero width space", "\ufeffThe\u200btalks", "The talks"},
		{"ampersand", "Trade & Industry", "Trade & Industry"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, wordsOf(t, tt.text)); diff != "" {
				t.Errorf("tokens of %q (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestTokenOffsets(t *testing.T) {
	d := Tag(Cut("“Été”—non…"))
	var got []Span
	for _, tok := range d.Tokens {
		got = append(got, tok.Span)
	}
	want := []Span{{0, 3}, {3, 8}, {8, 11}, {11, 14}, {14, 17}, {17, 20}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("spans (-want +got):\n%s", diff)
	}
}

func TestBrokenUTF8(t *testing.T) {
	for _, s := range []string{"\xff", "He said \xc3\x28 no.", "\xe2\x80", "ok\x80\x80ok", "\x00\x01", "“\xe2\x80no\x9d”"} {
		checkSpans(t, Tag(Cut(s)))
	}
}

func TestLongWord(t *testing.T) {
	s := "The " + strings.Repeat("ä'.", 40_000) + " ended."
	start := time.Now()
	d := Tag(Cut(s))
	checkSpans(t, d)
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("a word of %d bytes took %v", len(s), took)
	}
	if w := d.Word(0); w != "The" {
		t.Errorf("the first word is %q", w)
	}
	if w := d.Word(len(d.Tokens) - 2); w != "ended" {
		t.Errorf("the last word is %q", w)
	}
}

func TestNormalize(t *testing.T) {
	tests := []struct{ word, want string }{
		{"Minister", "minister"}, {"’s", "'s"}, {"“", `"`}, {"«", `"`}, {"‘", "'"}, {"Élysée", "élysée"}, {"p.\u00a0m.", "p. m."},
	}
	for _, tt := range tests {
		if got := Normalize(tt.word); got != tt.want {
			t.Errorf("Normalize(%q) = %q, want %q", tt.word, got, tt.want)
		}
	}
}

func TestWords(t *testing.T) {
	want := []string{"Chad", "'s", `"`, "red", `"`, "line"}
	if diff := cmp.Diff(want, Words("Chad’s “red” line")); diff != "" {
		t.Errorf("Words (-want +got):\n%s", diff)
	}
}

func TestTokenAt(t *testing.T) {
	d := Tag(Cut("They agreed, again."))
	tests := []struct {
		span        Span
		first, last int
	}{
		{Span{0, 4}, 0, 1}, {Span{3, 6}, 0, 2}, {Span{4, 5}, 1, 1}, {Span{5, 12}, 1, 3}, {Span{0, 19}, 0, 5}, {Span{19, 19}, 5, 5},
	}
	for _, tt := range tests {
		if first, last := d.TokenRange(tt.span); first != tt.first || last != tt.last {
			t.Errorf("TokenRange(%v) = %d, %d, want %d, %d", tt.span, first, last, tt.first, tt.last)
		}
	}
	if got, want := d.Cover(1, 3), (Span{5, 12}); got != want {
		t.Errorf("Cover(1, 3) = %v, want %v", got, want)
	}
}
