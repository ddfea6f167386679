package syntax

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tokenOf returns the first token that is the given word.
func tokenOf(t *testing.T, d *Doc, word string) int {
	t.Helper()
	for i := range d.Tokens {
		if d.Word(i) == word {
			return i
		}
	}
	t.Fatalf("%q has no word %q", d.Text, word)
	return None
}

func TestBehindAndBefore(t *testing.T) {
	d := parse(t, "The head of the mission, an envoy, left.")
	tests := []struct {
		word           string
		words          []string
		behind, before string
	}{
		{"of", []string{"of", "for"}, "the mission", "The head"},
		{"of", []string{"for"}, "", ""},
		{",", []string{","}, "an envoy", "the mission"},
		{"left", []string{"left"}, "", ""},
	}
	for _, tt := range tests {
		i := tokenOf(t, d, tt.word)
		if got := phraseText(d, d.Behind(i, tt.words...)); got != tt.behind {
			t.Errorf("Behind(%s, %q): %q, want %q", tt.word, tt.words, got, tt.behind)
		}
		if got := phraseText(d, d.Before(i, tt.words...)); got != tt.before {
			t.Errorf("Before(%s, %q): %q, want %q", tt.word, tt.words, got, tt.before)
		}
	}
}

func TestChainEnd(t *testing.T) {
	d := parse(t, "The head of the Authority for the Protection of Minorities in Zalesk left.")
	from := d.Phrases[0].Last
	tests := []struct {
		n, limit int
		words    []string
		want     string
	}{
		{3, len(d.Tokens), []string{"of", "for"}, "The head of the Authority for the Protection of Minorities"},
		{2, len(d.Tokens), []string{"of", "for"}, "The head of the Authority for the Protection"},
		{3, from + 3, []string{"of", "for"}, "The head of the Authority"},
		{3, len(d.Tokens), []string{"of"}, "The head of the Authority"},
		{3, len(d.Tokens), []string{"for"}, "The head"},
	}
	for _, tt := range tests {
		if got := d.Slice(d.Cover(0, d.ChainEnd(from, tt.n, tt.limit, tt.words...))); got != tt.want {
			t.Errorf("%d up to token %d, %q: %q, want %q", tt.n, tt.limit, tt.words, got, tt.want)
		}
	}
}

func TestCore(t *testing.T) {
	tests := []struct{ text, core, behindArticle string }{
		{"The two ministers left.", "two", "two"},
		{"Their ministers left.", "ministers", "Their"},
		{"Chad's foreign minister left.", "foreign", "Chad"},
		{"All the ministers left.", "ministers", "All"},
		{"This left Chad.", "This", "This"},
		{"Ministers left.", "Ministers", "Ministers"},
	}
	for _, tt := range tests {
		d := parse(t, tt.text)
		if got := d.Word(d.Core(d.Phrases[0], nil)); got != tt.core {
			t.Errorf("Core of %q: %q, want %q", tt.text, got, tt.core)
		}
		if got := d.Word(d.BehindArticle(d.Phrases[0])); got != tt.behindArticle {
			t.Errorf("BehindArticle of %q: %q, want %q", tt.text, got, tt.behindArticle)
		}
	}
	d := parse(t, "The Hague left.")
	if got := d.Word(d.Core(d.Phrases[0], func(i int) bool { return i < 2 })); got != "The" {
		t.Errorf("Core of a name: %q, want The", got)
	}
}

func TestAct(t *testing.T) {
	tests := []struct{ text, verb, act string }{
		{"Chad will soon disarm.", "disarm", "disarm"},
		{"Chad will not soon disarm.", "disarm", "not"},
		{"Chad would never disarm.", "disarm", "never"},
		{"Chad has promised to disarm.", "disarm", "disarm"},
		{"Chad has promised to fully disarm.", "disarm", "fully"},
		{"Chad has promised not to disarm.", "disarm", "not"},
		{"Chad disarmed.", "disarmed", "disarmed"},
	}
	for _, tt := range tests {
		d := parse(t, tt.text)
		if got := d.Word(d.Act(d.GroupHeaded(tokenOf(t, d, tt.verb)))); got != tt.act {
			t.Errorf("Act of %s in %q: %q, want %q", tt.verb, tt.text, got, tt.act)
		}
	}
}

func TestGroupsAround(t *testing.T) {
	d := parse(t, "Chad, which had left, will return. Mali left.")
	word := func(g int) string {
		if g == None {
			return ""
		}
		return d.Word(d.Groups[g].Head)
	}
	had, left, chad := tokenOf(t, d, "had"), tokenOf(t, d, "left"), d.PhraseStarting(0)
	got := []string{word(d.GroupOf(had)), word(d.GroupOf(0)), word(d.GroupOf(-1)), word(d.GroupOf(len(d.Tokens))),
		word(d.GroupStarting(had)), word(d.GroupStarting(left)), word(d.GroupHeaded(had)), word(d.GroupHeaded(left)),
		word(d.FiniteIn(0, had)), word(d.FiniteIn(-1, left)), word(d.FiniteIn(left+1, len(d.Tokens)+1)),
		word(d.VerbOf(chad, len(d.Tokens))), word(d.VerbOf(chad, had)), word(d.VerbOf(d.PhraseStarting(tokenOf(t, d, "Mali")), len(d.Tokens)))}
	want := []string{"left", "", "", "", "left", "", "", "left", "", "left", "return", "left", "", "left"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("groups (-want +got):\n%s", diff)
	}
	if end := d.GroupsEnd(0); end != 2 {
		t.Errorf("GroupsEnd of the first group: %d, want 2", end)
	}
	if end := d.GroupsEnd(2); end != 3 {
		t.Errorf("GroupsEnd of the last group: %d, want 3", end)
	}
}

func TestClauseStarts(t *testing.T) {
	tests := []struct {
		text, at string
		want     bool
	}{
		{"Chad said Mali had left.", "Mali", true},
		{"Chad said the head of the mission had left.", "the", true},
		{"Chad said if it rained Mali would leave.", "if", true},
		{"Chad demanded that it withdraw.", "it", true},
		{"Chad urged Mali to leave.", "Mali", false},
		{"Chad blamed Mali.", "Mali", false},
	}
	for _, tt := range tests {
		d := parse(t, tt.text)
		if got := d.ClauseStarts(tokenOf(t, d, tt.at), len(d.Tokens)); got != tt.want {
			t.Errorf("%s in %q: %v, want %v", tt.at, tt.text, got, tt.want)
		}
	}
}
