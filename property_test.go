package communique

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// hostile are texts that have broken tokenizers, segmenters and offset arithmetic.
var hostile = []string{
	"", " ", "\n\n\n", "\ufeff", "\"", "“", "””””", "'", "\"\"\"\"\"\"", "...", "—", ".", "a", "\x00", "\xff\xfe\xfd", "He said \xc3\x28.",
	"İİİİ said the İ.", "He said: \"", "“He said “she said “they said", "\"A,\" \"B,\" \"C,\" said.", "said said said said said",
	"U.S. U.N. Gen. Dr. a.m. p.m. No. Art.", "according to", "According to , he", ", he said, he said, he said.", "We, the",
	"both sides both parties the two leaders they it he she we", "will not will not will not", "12. 13. (a) • text",
	"GENEVA, 4 May (Reuters) -", "MS. X:", "QUESTION: ?\n\nMS. X: No.", "He’s “said’ that ‘it” is’.", "\r\r\n\r\n\n\r", "\u2028\u2029\u0085",
	"“Hello there we go on\n\n'\u200b", "He urged", "We demand", "Belik said: “We have nothing to add.", "They agreed to", "It will", "X pledged to honour the", "under the",
	strings.Repeat("(", 5000), strings.Repeat("\"", 3000), strings.Repeat("a", 9000), strings.Repeat("he said, ", 800),
	strings.Repeat("Russia, ", 700), strings.Repeat("\"a\n\n", 300), "👩‍👩‍👧‍👦 said 🇺🇳 will 👍.", "x'x'x'x''''``''``",
}

func TestInvariants(t *testing.T) {
	texts := append([]string(nil), hostile...)
	for _, s := range readTexts(t, "testdata/*.txt") {
		texts = append(texts, s, strings.ReplaceAll(s, "\n", "\r\n"), strings.ReplaceAll(s, "\n\n", " "), strings.ToUpper(s), strings.ToLower(s),
			strings.ReplaceAll(s, " ", "\u00a0"), s[len(s)/3:], s[1:])
	}
	for _, s := range texts {
		checkInvariants(t, s)
	}
}

// TestInvariantsTruncated reads texts cut off anywhere: what follows a verb, a mark or a preposition may be missing.
func TestInvariantsTruncated(t *testing.T) {
	for _, s := range readTexts(t, "testdata/*.txt") {
		for i := 1; i < len(s); i += 17 {
			checkInvariants(t, s[:i])
			checkInvariants(t, strings.TrimSpace(s[i:min(len(s), i+120)]))
		}
	}
}

// TestInvariantsShared checks the invariants on the evaluation texts, where they are at hand, and with the race detector on one in
// sharedStep.
func TestInvariantsShared(t *testing.T) {
	texts := readTexts(t, "../shared/*/*.txt", "../shared/polnear/dev/text/*.txt")
	if len(texts) == 0 {
		t.Skip("no evaluation texts beside the repository")
	}
	for i := 0; i < len(texts); i += sharedStep {
		if s := texts[i]; len(s) < 1<<20 {
			checkInvariants(t, s)
		}
	}
}

func readTexts(t *testing.T, patterns ...string) []string {
	t.Helper()
	var texts []string
	for _, p := range patterns {
		paths, err := filepath.Glob(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, string(b))
		}
	}
	return texts
}

func FuzzParse(f *testing.F) {
	for _, s := range hostile {
		if len(s) < 200 {
			f.Add(s)
		}
	}
	f.Add("GENEVA, 4 May — “We condemn the attack,” Foreign Minister Ana Lund said. She urged both sides to honour the truce by Friday.")
	f.Fuzz(func(t *testing.T, s string) { checkInvariants(t, s) })
}

// checkInvariants checks what must hold for every text: spans lie within it on rune boundaries, lists are in order, ids
// stand for something, and the same text gives the same result.
func checkInvariants(t *testing.T, s string) {
	t.Helper()
	st, err := Parse(s)
	if err != nil {
		t.Fatalf("Parse(%.40q): %v", s, err)
	}
	c := invariants{t: t, s: st}
	c.entities()
	c.quotes()
	c.stances()
	c.commitments()
	again, err := Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(st, again) { // cmp takes many times as long to say that they are equal
		t.Errorf("Parse(%.40q) differs from call to call: %s", s, cmp.Diff(st, again))
	}
	_ = st.String()
	checkJSON(t, st)
}

type invariants struct {
	t *testing.T
	s *Statement
}

func (c invariants) passage(what string, p Passage) {
	c.t.Helper()
	text := c.s.Text
	if p.Start < 0 || p.End > len(text) || p.Start >= p.End {
		c.t.Fatalf("%.40q: %s %v is empty or out of range", text, what, p.Span())
	}
	if p.Text != text[p.Start:p.End] {
		c.t.Errorf("%.40q: %s %v holds %q, not the text there", text, what, p.Span(), p.Text)
	}
	if !onBoundary(text, p.Start) || !onBoundary(text, p.End) {
		c.t.Errorf("%.40q: %s %v is not on rune boundaries", text, what, p.Span())
	}
	if strings.TrimSpace(p.Text) != p.Text {
		c.t.Errorf("%.40q: %s %q has white space at its edge", text, what, p.Text)
	}
}

// onBoundary reports whether no rune of text spans offset i. Bytes that are no UTF-8 are runes of their own.
func onBoundary(text string, i int) bool {
	for back := 1; back < utf8.UTFMax && i-back >= 0 && i < len(text); back++ {
		if r, n := utf8.DecodeRuneInString(text[i-back:]); r != utf8.RuneError && n > back {
			return false
		}
	}
	return true
}

func (c invariants) id(what string, id int) {
	if id < 0 || id >= len(c.s.Entities) {
		c.t.Errorf("%.40q: %s id %d is no entity", c.s.Text, what, id)
	}
}

func (c invariants) ids(what string, ids []int) {
	seen := map[int]bool{}
	for _, id := range ids {
		c.id(what, id)
		if seen[id] {
			c.t.Errorf("%.40q: %s id %d stands twice", c.s.Text, what, id)
		}
		seen[id] = true
	}
}

func (c invariants) entities() {
	for i, e := range c.s.Entities {
		if e.ID != i {
			c.t.Errorf("entity %d has id %d", i, e.ID)
		}
		if e.Name == "" || e.Kind == "" {
			c.t.Errorf("%.40q: entity %d lacks a name or kind: %+v", c.s.Text, i, e)
		}
		for _, m := range e.Mentions {
			c.passage("mention", m)
		}
		c.ids("member", e.Members)
	}
}

func (c invariants) quotes() {
	c.attributions(c.s.Quotes, 0)
	c.attributions(c.s.Attributions, len(c.s.Quotes))
	for _, q := range c.s.Quotes {
		if q.Mode != Assertion {
			c.t.Errorf("%.40q: a %s among the quotes", c.s.Text, q.Mode)
		}
	}
}

func (c invariants) attributions(list []Quote, firstID int) {
	last := 0
	for i, q := range list {
		if q.ID != firstID+i {
			c.t.Errorf("attribution %d has id %d", firstID+i, q.ID)
		}
		start := 0
		switch {
		case len(q.Content) > 0:
			start = q.Content[0].Start
		case q.Mode == BareMention && q.Cue != nil:
			start = q.Cue.Start
		default:
			c.t.Fatalf("%.40q: quote %d has neither content nor, as a mention, a cue", c.s.Text, i)
		}
		if start < last {
			c.t.Errorf("%.40q: quote %d begins before the one in front of it", c.s.Text, i)
		}
		last = start
		end := 0
		for _, p := range q.Content {
			c.passage("content", p)
			if p.Start < end {
				c.t.Errorf("%.40q: the pieces of quote %d overlap or are out of order", c.s.Text, i)
			}
			end = p.End
		}
		for _, p := range []*Passage{q.Cue, q.Source} {
			if p != nil {
				c.passage("cue or source", *p)
			}
		}
		if q.SpeakerID != nil {
			c.id("speaker", *q.SpeakerID)
		}
	}
}

func (c invariants) stances() {
	last := 0
	for _, s := range c.s.Stances {
		c.passage("phrase", s.Phrase)
		if s.Phrase.Start < last {
			c.t.Errorf("%.40q: stances out of order", c.s.Text)
		}
		last = s.Phrase.Start
		c.ids("holder", s.HolderIDs)
		c.ids("target", s.TargetIDs)
		if s.Label.Polarity() == "" || s.Intensity < 1 || s.Intensity > 5 || s.CAMEO == "" {
			c.t.Errorf("%.40q: malformed stance %+v", c.s.Text, s)
		}
		if s.QuoteID != nil && (*s.QuoteID < 0 || *s.QuoteID >= len(c.s.Quotes)) {
			c.t.Errorf("%.40q: stance in quote %d, which there is not", c.s.Text, *s.QuoteID)
		}
	}
}

func (c invariants) commitments() {
	last := 0
	for _, m := range c.s.Commitments {
		c.passage("action", m.Action)
		if m.Action.Start < last {
			c.t.Errorf("%.40q: commitments out of order", c.s.Text)
		}
		last = m.Action.Start
		c.ids("party", m.PartyIDs)
		c.ids("claimant", m.ClaimantIDs)
		for _, p := range []*Passage{m.Instrument, m.Deadline, m.Condition} {
			if p != nil {
				c.passage("instrument, deadline or condition", *p)
			}
		}
	}
}
