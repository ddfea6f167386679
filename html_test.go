package communique

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/communique-go/communique/internal/page"
	"github.com/communique-go/communique/internal/page/pagetest"
)

// meant are the elements that HTML writes, each with its attributes.
var meant = map[string]string{
	"div":     "class id role aria-label tabindex dir",
	"style":   "",
	"p":       "class",
	"b":       "",
	"u":       "class",
	"bdi":     "class dir",
	"time":    "datetime",
	"span":    "class title data-label data-speaker data-stance data-status",
	"a":       "class id href title rel data-label aria-label",
	"table":   "class",
	"caption": "",
	"thead":   "",
	"tbody":   "",
	"tr":      "id data-speaker data-stance data-status",
	"th":      "scope",
	"td":      "",
}

// classes are what class attributes are made of, anchors what ids and links are.
var (
	classes = regexp.MustCompile(`^(communique cq-statement|cq-[a-z]+[0-9]?(-start|-end)?( cq-[a-z]+[0-9]?(-start|-end)?)*)$`)
	anchors = regexp.MustCompile(`^#?cq[0-9a-f]{12}-[qsc][0-9]+t?$`)
	// webAddress is where a link out of the page may lead.
	webAddress = regexp.MustCompile(`^(?i:https?)://`)
)

// parsed is what a parser makes of a statement's HTML.
type parsed struct {
	t       *testing.T
	root    *html.Node
	ids     map[string]int
	targets []string
}

// checkHTML checks what must hold of the HTML of every statement: a parser finds the text as given, nothing that was not
// meant, ids that stand once, and links that lead somewhere.
func checkHTML(t *testing.T, s *Statement) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader("<!doctype html><html><head></head><body>" + s.HTML() + "</body></html>"))
	if err != nil {
		t.Fatal(err)
	}
	body := doc.LastChild.LastChild
	p := parsed{t: t, root: body.FirstChild, ids: map[string]int{}}
	if p.root == nil || attribute(p.root, "class") != "communique cq-statement" || !blank(p.root.NextSibling) {
		t.Fatalf("%.80q: the fragment is not one element", s.Text)
	}
	p.walk(p.root)
	for id, n := range p.ids {
		if n > 1 {
			t.Errorf("%.80q: %d elements have the id %s", s.Text, n, id)
		}
	}
	for _, id := range p.targets {
		if p.ids[id] == 0 {
			t.Errorf("%.80q: no element has the id %s", s.Text, id)
		}
	}
	want := strings.ReplaceAll(string([]rune(s.Text)), "\x00", "\uFFFD")
	if got := visible(p.find("cq-text")); got != want {
		t.Fatalf("the visible text differs (-want +got):\n%s", cmp.Diff(want, got))
	}
	if got, want := p.count("tr", "id"), len(s.Quotes)+len(s.Attributions)+len(s.Stances)+len(s.Commitments); got != want {
		t.Errorf("%.80q: %d rows, want %d", s.Text, got, want)
	}
}

// walk checks a node and what is in it.
func (p *parsed) walk(n *html.Node) {
	p.t.Helper()
	switch n.Type {
	case html.TextNode:
	case html.ElementNode:
		p.element(n)
	default:
		p.t.Fatalf("a node %q of type %d was not meant", n.Data, n.Type)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.walk(c)
	}
}

func (p *parsed) element(n *html.Node) {
	p.t.Helper()
	allowed, ok := meant[n.Data]
	if !ok {
		p.t.Fatalf("an element %s was not meant", n.Data)
	}
	if n.Data == "style" && visible(n) != page.StyleSheet(statementCSS) {
		p.t.Fatal("the style sheet is not the one that was meant")
	}
	for _, a := range n.Attr {
		if !strings.Contains(" "+allowed+" ", " "+a.Key+" ") {
			p.t.Fatalf("an attribute %s of %s was not meant", a.Key, n.Data)
		}
		switch a.Key {
		case "class":
			if !classes.MatchString(a.Val) {
				p.t.Fatalf("a class %q was not meant", a.Val)
			}
		case "rel":
			if a.Val != "noopener noreferrer" {
				p.t.Fatalf("rel=%q was not meant", a.Val)
			}
		case "id", "href":
			if a.Key == "href" && webAddress.MatchString(a.Val) {
				continue
			}
			if !anchors.MatchString(a.Val) || (a.Key == "href") != strings.HasPrefix(a.Val, "#") {
				p.t.Fatalf("%s=%q was not meant", a.Key, a.Val)
			}
			if a.Key == "id" {
				p.ids[a.Val]++
			} else {
				p.targets = append(p.targets, a.Val[1:])
			}
		}
	}
}

// find returns the element of a class.
func (p *parsed) find(class string) *html.Node {
	p.t.Helper()
	for c := p.root.FirstChild; c != nil; c = c.NextSibling {
		if attribute(c, "class") == class {
			return c
		}
	}
	p.t.Fatalf("no element of class %s", class)
	return nil
}

// count counts the elements of a name that have an attribute.
func (p *parsed) count(name, key string) int {
	n := 0
	var walk func(*html.Node)
	walk = func(x *html.Node) {
		if x.Type == html.ElementNode && x.Data == name && attribute(x, key) != "" {
			n++
		}
		for c := x.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(p.root)
	return n
}

// blank reports whether a node, which may be nil, is white space alone with nothing after it.
func blank(n *html.Node) bool {
	return n == nil || n.Type == html.TextNode && strings.TrimSpace(n.Data) == "" && n.NextSibling == nil
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// visible returns the text in a node.
func visible(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return b.String()
}

// hostileMarkup are texts that have broken renderers.
var hostileMarkup = pagetest.Hostile

func TestHTMLHostile(t *testing.T) {
	texts := append(append([]string(nil), hostile...), hostileMarkup...)
	texts = append(texts, readTexts(t, "testdata/*.txt")...)
	for _, s := range hostileMarkup {
		if len(s) < 1000 {
			texts = append(texts, "“"+s+"”, Foreign Minister Ada Lindqvist of Kenya said. She strongly condemned "+s+" and pledged to send "+s+" by Friday.")
		}
	}
	for _, s := range texts {
		st, err := Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		checkHTML(t, st)
		checkMarkdown(t, st)
	}
}

// TestHTMLHostileFields has the hostile texts in every field of a statement.
func TestHTMLHostileFields(t *testing.T) {
	for _, s := range hostileMarkup {
		st := everywhere(s)
		checkHTML(t, st)
		checkMarkdown(t, st)
	}
}

// everywhere returns a statement that has s for its text and in all its fields.
func everywhere(s string) *Statement {
	whole := Passage{0, len(s), s}
	one := 1
	q := Quote{Kind: QuoteKind(s), Content: []Passage{whole, whole}, Cue: &whole, Source: &whole, SpeakerID: &one, Mode: QuoteMode(s), Speaker: s, Text: s}
	unnamed := q
	unnamed.Speaker, unnamed.Text, unnamed.ID = "", "", -7
	return &Statement{
		ID: s, Title: s, URL: "https://" + s, Issuer: s, Text: s, Date: date(2026, 5, 4),
		Entities: []Entity{{Kind: EntityKind(s), Name: s, Role: s, Country: s, Code: s, Mentions: []Passage{whole}},
			{Kind: Person, Name: "x" + s, Mentions: []Passage{whole, whole}}},
		Quotes: []Quote{q, unnamed}, Attributions: []Quote{unnamed, q},
		Stances: []Stance{{Label: StanceLabel(s), Phrase: whole, CAMEO: s, Mode: EventMode(s), Contexts: []string{s},
			Pattern: s, Holders: []string{s, s}, Targets: []string{s}, Intensity: 3, Negated: true}},
		Commitments: []Commitment{{Action: whole, Status: Status(s), Instrument: &whole, Deadline: &whole, Condition: &whole, Parties: []string{s},
			Claimants: []string{s}}},
	}
}

// shards is in how many parts the evaluation texts are rendered, at the same time where there are processors.
const shards = 8

// TestHTMLShared renders every text among the evaluation data, where it is at hand, and with the race detector one in sharedStep.
func TestHTMLShared(t *testing.T) {
	texts := sharedTexts(t)
	if len(texts) == 0 {
		t.Skip("no evaluation texts beside the repository")
	}
	for i := 0; i < shards; i++ {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			for j := i * sharedStep; j < len(texts); j += shards * sharedStep {
				st, err := Parse(texts[j])
				if err != nil {
					t.Fatal(err)
				}
				checkHTML(t, st)
				checkMarkdown(t, st)
			}
		})
	}
}

// sharedTexts returns the text files of the evaluation data and the fields named text of its JSON files. Corpora that are
// one file of tokens are no texts.
func sharedTexts(t *testing.T) []string {
	t.Helper()
	var texts []string
	err := filepath.WalkDir("../shared", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		ext := filepath.Ext(path)
		if info, err := entry.Info(); err != nil || info.Size() > 300_000 || ext != ".txt" && ext != ".json" {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if ext == ".txt" {
			texts = append(texts, string(b))
			return nil
		}
		var v any
		if err := json.Unmarshal(b, &v); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		texts = append(texts, textFields(v)...)
		return nil
	})
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	sort.Strings(texts)
	return texts
}

// textFields returns the fields named text of JSON objects, however deep.
func textFields(v any) []string {
	var out []string
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			out = append(out, textFields(x)...)
		}
	case map[string]any:
		for key, x := range v {
			if s, ok := x.(string); ok && key == "text" {
				out = append(out, s)
			}
			out = append(out, textFields(x)...)
		}
	}
	return out
}

func TestHTMLEmpty(t *testing.T) {
	var none *Statement
	if got := none.HTML(); got != "" {
		t.Errorf("HTML of nil = %q", got)
	}
	checkHTML(t, &Statement{})
	checkHTML(t, &Statement{Quotes: make([]Quote, 2), Attributions: make([]Quote, 1), Entities: make([]Entity, 2), Stances: make([]Stance, 2), Commitments: make([]Commitment, 2)})
	if strings.Contains((&Statement{Text: "a"}).HTML(), "<table") {
		t.Error("an empty table is shown")
	}
}

// spans returns the passages of a text with these spans.
func spans(text string, spans ...Span) []Passage {
	out := make([]Passage, 0, len(spans))
	for _, s := range spans {
		out = append(out, Passage{s.Start, s.End, s.In(text)})
	}
	return out
}

func TestHTMLSpans(t *testing.T) {
	const text = "abc dé ghi"
	quote := func(speaker string, s ...Span) Quote {
		return Quote{Speaker: speaker, Kind: Direct, Mode: Assertion, Content: spans(text, s...)}
	}
	stance := func(l StanceLabel, s Span) Stance {
		return Stance{Label: l, Intensity: Plain, Holders: []string{string(l)}, Phrase: spans(text, s)[0]}
	}
	tests := []struct {
		name string
		s    Statement
		want []string // the segments: classes, data-speaker, text, labels
	}{
		{"plain", Statement{}, []string{"abc dé ghi"}},
		{"one", Statement{Quotes: []Quote{quote("A", Span{4, 7})}},
			[]string{"abc ", "cq-q cq-t0 cq-q-start cq-q-end|A|[1]dé", " ghi"}},
		{"nested", Statement{Quotes: []Quote{quote("A", Span{0, 11}), quote("B", Span{4, 7})}},
			[]string{"cq-q cq-t0 cq-q-start|A|[1]abc ", "cq-q cq-t1 cq-q-start cq-q-end|B; A|[2]dé", "cq-q cq-t0 cq-q-end|A| ghi"}},
		{"crossing", Statement{Stances: []Stance{stance(Agree, Span{0, 7}), stance(Accuse, Span{4, 11})}},
			[]string{"cq-s cq-coop cq-i2 cq-s-start|agree|abc ", "cq-s cq-conf cq-i2 cq-s-start cq-s-end|accuse; agree|dé[+ agree 2]", "cq-s cq-conf cq-i2 cq-s-end|accuse| ghi[− accuse 2]"}},
		{"touching", Statement{Quotes: []Quote{quote("A", Span{0, 4}), quote("B", Span{4, 7})}},
			[]string{"cq-q cq-t0 cq-q-start cq-q-end|A|[1]abc ", "cq-q cq-t1 cq-q-start cq-q-end|B|[2]dé", " ghi"}},
		{"the same twice", Statement{Stances: []Stance{stance(Agree, Span{0, 3}), stance(Deny, Span{0, 3})}},
			[]string{"cq-s cq-conf cq-i2 cq-s-start cq-s-end|deny; agree|abc[+ agree 2][− deny 2]", " dé ghi"}},
		{"pieces", Statement{Quotes: []Quote{quote("A", Span{0, 3}, Span{8, 11})}},
			[]string{"cq-q cq-t0 cq-q-start cq-q-end|A|[1]abc", " dé ", "cq-q cq-t0 cq-q-start cq-q-end|A|ghi"}},
		{"a quote across the end of a stance", Statement{Quotes: []Quote{quote("A", Span{4, 11})}, Stances: []Stance{stance(Request, Span{0, 7})}},
			[]string{"cq-s cq-neut cq-i2 cq-s-start|request|abc ", "cq-q cq-t0 cq-s cq-neut cq-i2 cq-q-start cq-s-end|A; request|[1]dé[· request 2]", "cq-q cq-t0 cq-q-end|A| ghi"}},
		{"out of range", Statement{Quotes: []Quote{quote("A", Span{-1, 3}, Span{4, 12}, Span{7, 4}, Span{100, 200}, Span{3, 3})}}, []string{text}},
		{"in a character", Statement{Quotes: []Quote{quote("A", Span{0, 6}, Span{6, 11})}}, []string{text}},
		{"largest offsets", Statement{Stances: []Stance{stance(Aid, Span{-1 << 63, 1<<63 - 1})}}, []string{text}},
		{"no names", Statement{Quotes: []Quote{{Content: spans(text, Span{0, 3})}}}, []string{"cq-q cq-tx cq-q-start cq-q-end||[?]abc", " dé ghi"}},
		{"an attribution in a quote", Statement{Quotes: []Quote{quote("A", Span{0, 11})}, Attributions: []Quote{quote("B", Span{4, 11})}},
			[]string{"cq-q cq-t0 cq-q-start|A|[1]abc ", "cq-q cq-t0 cq-a cq-u1 cq-q-end|A; B|[2]dé ghi"}},
		{"bare mention", Statement{Attributions: []Quote{{Speaker: "A", Cue: &Passage{Start: 0, End: 3}}}}, []string{"|A|[1]abc", " dé ghi"}},
		{"content that cannot be marked", Statement{Quotes: []Quote{{Speaker: "A", Content: spans(text, Span{9, 90}), Source: &Passage{Start: 0, End: 3}}}}, []string{"|A|[1]abc", " dé ghi"}},
		{"beyond the ladder", Statement{Stances: []Stance{{Label: "x", Intensity: 9, Phrase: spans(text, Span{0, 3})[0]}}}, []string{"cq-s cq-neut cq-s-start cq-s-end||abc[· x]", " dé ghi"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.s.Text = text
			checkHTML(t, &tt.s)
			if diff := cmp.Diff(tt.want, segments(t, &tt.s)); diff != "" {
				t.Errorf("segments (-want +got):\n%s", diff)
			}
		})
	}
}

// segments returns the segments of the text of a statement: those marked as classes|speakers|text, with labels in brackets.
func segments(t *testing.T, s *Statement) []string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(s.HTML()))
	if err != nil {
		t.Fatal(err)
	}
	p := parsed{t: t, root: doc.LastChild.LastChild.FirstChild}
	var out []string
	for n := p.find("cq-text").FirstChild; n != nil; n = n.NextSibling {
		if n.Type == html.TextNode {
			out = append(out, n.Data)
			continue
		}
		text := ""
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Data == "a" {
				text += "[" + attribute(c, "data-label") + "]"
			} else {
				text += visible(c)
			}
		}
		out = append(out, attribute(n, "class")+"|"+attribute(n, "data-speaker")+"|"+text)
	}
	return out
}

// TestHTMLSpeakers checks that the tints come in the order of speaking and begin anew after the last.
func TestHTMLSpeakers(t *testing.T) {
	s := &Statement{Text: "abcdefghij"}
	for i := 7; i >= 0; i-- {
		name := string(rune('A' + i))
		s.Quotes = append(s.Quotes, Quote{Speaker: name, Content: spans(s.Text, Span{i, i + 1})})
	}
	who := s.speakers()
	var got []string
	for _, name := range append(who.names, "nobody") {
		got = append(got, name+" "+who.badge(name)+" "+who.tint(name))
	}
	want := []string{"A 1 cq-t0", "B 2 cq-t1", "C 3 cq-t2", "D 4 cq-t3", "E 5 cq-t4", "F 6 cq-t5", "G 7 cq-t0", "H 8 cq-t1", "nobody ? cq-tx"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestHTMLUnique checks that the ids of two statements on one page differ, and those of one are always the same.
func TestHTMLUnique(t *testing.T) {
	day := time.Date(2026, 5, 4, 0, 0, 0, 0, time.UTC)
	seen := map[string]bool{}
	for _, s := range []*Statement{{}, {Text: "a"}, {ID: "a"}, {ID: "a", Text: "a"}, {ID: "a", Text: "a", Date: day}} {
		if a := s.anchor(); seen[a] || a != s.anchor() {
			t.Errorf("%q %q %v has the prefix %s like another", s.ID, s.Text, s.Date, a)
		}
		seen[s.anchor()] = true
	}
}

func TestRuneBoundary(t *testing.T) {
	for _, s := range []string{"", "abc", "é€😀", "a\xe2\x82b", "\x80\x80\x80\x80\x80", "\xf0\x9f\x98é", "\xed\xa0\x80x", "\xff😀\xff"} {
		want := map[int]bool{len(s): true}
		for i := range s {
			want[i] = true
		}
		for i := 0; i <= len(s); i++ {
			if got := runeBoundary(s, i); got != want[i] {
				t.Errorf("runeBoundary(%q, %d) = %v", s, i, got)
			}
		}
	}
}

// TestHTMLOverlaid checks that thousands of marks over one another neither take long nor make a page too large to show.
func TestHTMLOverlaid(t *testing.T) {
	s := overlaid(1000)
	checkHTML(t, s)
	if n := len(s.HTML()); n > 5<<20 {
		t.Errorf("%d bytes of HTML", n)
	}
}

// overlaid returns a statement with n quotes and n mentions within one another, of speakers with long names.
func overlaid(n int) *Statement {
	s := &Statement{Text: strings.Repeat("x", 2*n+2)}
	for i := 0; i < n; i++ {
		p := spans(s.Text, Span{i, 2*n - i})
		name := fmt.Sprint(i) + strings.Repeat("n", 5000)
		s.Quotes = append(s.Quotes, Quote{Speaker: name, Content: p, Text: p[0].Text})
		s.Entities = append(s.Entities, Entity{Name: name, Mentions: p})
	}
	return s
}

func TestHTMLGolden(t *testing.T) {
	golden(t, "testdata/statement.html.golden", "<!doctype html><meta charset=\"utf-8\"><title>A statement</title>\n"+dated(t, "Tallport 7").HTML())
}

// dated returns the analysis of a statement with every kind of mark.
func dated(t *testing.T, id string) *Statement {
	t.Helper()
	b, err := os.ReadFile("testdata/statement.txt")
	if err != nil {
		t.Fatal(err)
	}
	s, err := ParseDocument(Document{Text: string(b), Date: date(2026, 5, 4), Title: "Readout of the talks in Tallport", Issuer: "Ministry of Foreign Affairs of Norland",
		URL: "https://norland.example/readouts/7?lang=en&full"})
	if err != nil {
		t.Fatal(err)
	}
	s.ID = id
	return s
}

// golden compares with a golden file, or writes it.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; write it with -update", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

// FuzzHTML renders the analysis of any text, and any marks upon it.
func FuzzHTML(f *testing.F) {
	for _, s := range hostileMarkup {
		if len(s) < 200 {
			f.Add(s, []byte("\x00\x00\x05\x01\x02\x03\x02\x01\x09\x03\x00\x02"))
		}
	}
	f.Fuzz(func(t *testing.T, text string, layout []byte) {
		st, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		checkHTML(t, st)
		checkMarkdown(t, st)
		made := laidOut(text, layout)
		checkHTML(t, made)
		checkMarkdown(t, made)
	})
}

// laidOut returns a statement with marks upon a text, three bytes of the layout for each: what, from where, how long. Names
// and labels are parts of the text.
func laidOut(text string, layout []byte) *Statement {
	s := &Statement{ID: text, Text: text}
	for ; len(layout) >= 3; layout = layout[3:] {
		span := Span{int(layout[1]) - 2, int(layout[1]) - 2 + int(int8(layout[2]))}
		p := Passage{span.Start, span.End, span.In(text)}
		id := int(layout[1])
		switch layout[0] % 6 {
		case 0:
			s.Quotes = append(s.Quotes, Quote{Kind: Direct, Mode: Assertion, Speaker: p.Text, Content: []Passage{p}, Text: p.Text, Cue: &p})
		case 1:
			s.Attributions = append(s.Attributions, Quote{Mode: QuoteMode(p.Text), SpeakerID: &id, Content: []Passage{p}, Source: &p})
		case 2:
			s.Stances = append(s.Stances, Stance{Label: StanceLabel(p.Text), Phrase: p, Intensity: Intensity(id), Holders: []string{p.Text}, TargetIDs: []int{id}})
		case 3:
			s.Commitments = append(s.Commitments, Commitment{Status: Status(p.Text), Action: p, PartyIDs: []int{id}, Instrument: &p, Due: date(2026, 5, id)})
		case 4:
			s.Commitments = append(s.Commitments, Commitment{Status: Breached, Condition: &p, Deadline: &p, Parties: []string{p.Text}})
		case 5:
			s.Entities = append(s.Entities, Entity{Name: p.Text, Kind: EntityKind(p.Text), Mentions: []Passage{p}})
		}
	}
	return s
}

// BenchmarkHTML renders a text of a megabyte with 20,000 annotations.
func BenchmarkHTML(b *testing.B) {
	s := annotated(1<<20, 20_000)
	b.SetBytes(int64(len(s.Text)))
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		s.HTML()
	}
}

// annotated returns a text of n bytes with as many annotations as asked for, half of them crossing another.
func annotated(n, annotations int) *Statement {
	s := &Statement{Text: strings.Repeat("Both sides met. ", n/16), Entities: []Entity{{Kind: State, Name: "Norland"}}}
	step := n / annotations
	for i := 0; i < annotations; i++ {
		p := spans(s.Text, Span{i * step, min(n, i*step+step+step/2)})
		switch i % 4 {
		case 0:
			s.Quotes = append(s.Quotes, Quote{Kind: Direct, Mode: Assertion, Speaker: fmt.Sprint("Speaker ", i%50), Content: p, Text: p[0].Text})
		case 1:
			s.Stances = append(s.Stances, Stance{Label: Accuse, Intensity: Severe, Phrase: p[0], Holders: []string{"Norland"}})
		case 2:
			s.Commitments = append(s.Commitments, Commitment{Status: Undertaken, Action: p[0], Parties: []string{"Norland"}})
		default:
			s.Entities[0].Mentions = append(s.Entities[0].Mentions, p[0])
		}
	}
	return s
}

// Rendering reads the statement only: names are not put where the caller's slice has room.
func TestHTMLWritesNothing(t *testing.T) {
	room := []string{"A", "B"}
	s := &Statement{Text: "Norway objects.", Entities: []Entity{{Name: "Norway"}},
		Stances: []Stance{{Label: Reject, HolderIDs: []int{0}, Holders: room[:0]}}}
	s.HTML()
	s.Markdown()
	if diff := cmp.Diff([]string{"A", "B"}, room); diff != "" {
		t.Errorf("the caller's slice (-want +got):\n%s", diff)
	}
}

// A page is in proportion to its statement, however many names stand over every word.
func TestHTMLBounded(t *testing.T) {
	s := &Statement{Text: strings.Repeat("word ", 2000)}
	c := Commitment{Action: Passage{End: len(s.Text)}}
	for i := 0; i < 256; i++ {
		c.Parties = append(c.Parties, fmt.Sprint(strings.Repeat("n", 190), i))
	}
	s.Commitments = []Commitment{c}
	for i := 0; i < 2000; i++ {
		s.Entities = append(s.Entities, Entity{Name: "E", Mentions: []Passage{{Start: 5 * i, End: 5*i + 4}}})
	}
	if n := len(s.HTML()); n > 20<<20 {
		t.Errorf("%d bytes for a text of %d", n, len(s.Text))
	}
}
