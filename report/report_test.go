package report

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/communique-go/communique"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// series returns the statements of testdata, each with the date that its file's name begins with.
func series(t testing.TB) []*communique.Statement {
	t.Helper()
	a, err := communique.New(communique.WithActors(
		communique.Actor{Name: "Norland", Kind: communique.State, Country: "NRL"},
		communique.Actor{Name: "Sarvia", Kind: communique.State, Country: "SRV"}))
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	var out []*communique.Statement
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(f), ".txt")
		day, err := time.Parse(time.DateOnly, name[:len(time.DateOnly)])
		if err != nil {
			t.Fatal(err)
		}
		s, err := a.ParseDocument(communique.Document{ID: strings.TrimLeft(name[len(time.DateOnly):], "-"), Text: string(text), Date: day})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	return out
}

// write returns the report on statements.
func write(t testing.TB, statements []*communique.Statement, opt Options) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, statements, opt); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestGolden compares the body of a report; the style sheets and the script are files of their own.
func TestGolden(t *testing.T) {
	page := write(t, series(t)[:2], Options{Title: "The harbour of Pesk"})
	check(t, page)
	_, body, _ := strings.Cut(page, "<body")
	body, _, found := strings.Cut(body, "<script>")
	if !found {
		t.Fatal("no script after the body")
	}
	body = "<body" + body + "\n"
	const path = "testdata/body.html.golden"
	if *update {
		if err := os.WriteFile(path, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), body); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDeterministic(t *testing.T) {
	first, second := write(t, series(t), Options{}), write(t, series(t), Options{})
	if first != second {
		t.Error("two reports on the same texts differ")
	}
}

// hostile are texts that want to be more than text.
var hostile = []string{
	"</script><script>alert(1)</script>", "</style><style>*{display:none}</style>", `"><img src=x onerror=alert(1)>`, "' onmouseover='alert(1)",
	"<!-- --><![CDATA[ ]]> &amp; &lt;", "\u202e\u2066bidi\u2069", "nul \x00 and \xff broken \xe2\x80", "a; b; ; c", "a\r\nb\tc \u2028", "javascript:alert(1)",
	"__proto__", "*cooperative", "", " ", strings.Repeat("long ", 100), "%s%d{{.}}${x}",
}

// everywhere returns a statement that has s in all its fields.
func everywhere(s string) *communique.Statement {
	p := communique.Passage{End: len(s), Text: s}
	id := 0
	return &communique.Statement{
		ID: s, Title: s, URL: "javascript:" + s, Issuer: s, Text: s,
		Entities: []communique.Entity{{Kind: communique.EntityKind(s), Name: s, Role: s, Country: s, Code: s, Mentions: []communique.Passage{p}},
			{ID: 1, Kind: communique.State, Name: "Norland" + s, Country: "X" + s}},
		Quotes:       []communique.Quote{{Kind: communique.QuoteKind(s), Content: []communique.Passage{p}, Cue: &p, Source: &p, SpeakerID: &id, Mode: communique.QuoteMode(s), Text: s}},
		Attributions: []communique.Quote{{ID: 1, Speaker: s}},
		Stances: []communique.Stance{
			{Label: communique.StanceLabel(s), Phrase: p, HolderIDs: []int{0, 9}, TargetIDs: []int{1}, Intensity: 99, QuoteID: &id},
			{Label: communique.Accuse, Phrase: p, Holders: []string{s, s}, Targets: []string{s + "x", "y"}, Intensity: -5, Negated: true},
		},
		Commitments: []communique.Commitment{{PartyIDs: []int{0}, Action: p, Status: communique.Status(s), ClaimantIDs: []int{1}, Instrument: &p, Deadline: &p, Condition: &p}},
	}
}

func TestHostile(t *testing.T) {
	var all []*communique.Statement
	for _, h := range hostile {
		s, err := communique.Parse("Norland condemned Kenya for " + h + ". \"We " + h + ",\" said " + h + ". Kenya pledged to send " + h + ".")
		if err != nil {
			t.Fatal(err)
		}
		s.ID = h
		list := []*communique.Statement{everywhere(h), s, nil, everywhere(h), s}
		all = append(all, list...)
		check(t, write(t, list, Options{Title: h}))
	}
	check(t, write(t, all, Options{}))
}

func TestFew(t *testing.T) {
	day := time.Date(2031, 5, 2, 0, 0, 0, 0, time.UTC)
	one := series(t)[1]
	undated := *one
	undated.Date = time.Time{}
	for _, test := range []struct {
		name       string
		statements []*communique.Statement
		want       []string
	}{
		{"none", nil, []string{"0 statements", "There are no statements.", "Nobody speaks.", "Nobody takes a stance", "There are no commitments."}},
		{"nil", []*communique.Statement{nil}, []string{"0 statements"}},
		{"zero", []*communique.Statement{{}}, []string{"1 statement</p>", "<bdi>Statement 1</bdi>"}},
		{"one", []*communique.Statement{one}, []string{"1 statement of 2031-02-09", ">2031-02-09</text>"}},
		{"dated name", []*communique.Statement{{ID: "2031-05-02-talks", Date: day}, {ID: "2031-05-02", Date: day}, {ID: "2031-05-03-talks", Date: day}},
			[]string{"<bdi>talks</bdi></h3>", "<bdi>2031-05-02</bdi></h3>", "<bdi>2031-05-03-talks</bdi></h3>"}},
		{"undated", []*communique.Statement{&undated, &undated}, []string{"2 statements</p>", ">No. 1</text>", ">2</text>", "orban-press-statement (2)"}},
		{"mixed", []*communique.Statement{one, &undated, {Date: day}}, []string{"3 statements from 2031-02-09 to 2031-05-02, 1 without a date", ">No. 2</text>", ">Mar 2031</text>"}},
	} {
		page := write(t, test.statements, Options{})
		check(t, page)
		for _, w := range test.want {
			if !strings.Contains(page, w) {
				t.Errorf("%s: the page has no %q", test.name, w)
			}
		}
	}
}

// many returns n statements, a day each, that are alike but for their texts.
func many(t testing.TB, n int) []*communique.Statement {
	base := series(t)
	var out []*communique.Statement
	for i := 0; i < n; i++ {
		s := *base[i%len(base)]
		s.ID = fmt.Sprintf("statement %d", i)
		s.Date = time.Date(2031, 1, 1+i, 0, 0, 0, 0, time.UTC)
		out = append(out, &s)
	}
	return out
}

func TestMany(t *testing.T) {
	statements := many(t, 200)
	start := time.Now()
	page := write(t, statements, Options{})
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("200 statements took %v", took)
	}
	if len(page) > 200*64<<10 {
		t.Errorf("200 statements make a page of %d bytes", len(page))
	}
	check(t, page)
}

// TestNames checks what statements are called that are given several times.
func TestNames(t *testing.T) {
	day := time.Date(2031, 5, 2, 0, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		name string
		s    communique.Statement
		want []string
	}{
		{"no ID", communique.Statement{Text: "Norland protests."}, []string{"Statement 1", "Statement 2", "Statement 3"}},
		{"blank ID", communique.Statement{ID: " "}, []string{"Statement 1", "Statement 2", "Statement 3"}},
		{"ID", communique.Statement{ID: "talks"}, []string{"talks", "talks (2)", "talks (3)"}},
		{"date and name", communique.Statement{ID: "2031-05-02-talks", Date: day}, []string{"talks", "talks (2)", "talks (3)"}},
		{"date", communique.Statement{ID: "2031-05-02", Date: day}, []string{"2031-05-02", "2031-05-02 (2)", "2031-05-02 (3)"}},
	} {
		list := []*communique.Statement{&test.s, &test.s, nil, &test.s}
		if diff := cmp.Diff(test.want, newReport(list, "").names); diff != "" {
			t.Errorf("%s: (-want +got):\n%s", test.name, diff)
		}
		check(t, write(t, list, Options{}))
	}
}

// TestRepeated gives one statement so often that time in the square of it would be noticed, and another that has already the ID
// that a repetition would get.
func TestRepeated(t *testing.T) {
	s := &communique.Statement{ID: "talks", Text: strings.Repeat("Norland protests. ", 50)}
	second := *s
	second.ID = "talks (2)"
	list := []*communique.Statement{s, &second}
	for i := 0; i < 30000; i++ {
		list = append(list, s)
	}
	start := time.Now()
	p := newReport(list, "")
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("%d statements took %v", len(list), took)
	}
	seen := map[string]bool{}
	for _, s := range p.statements {
		if seen[s.ID] {
			t.Fatalf("two statements have the ID %q", s.ID)
		}
		seen[s.ID] = true
	}
}

// TestChoices checks that what names somebody twice counts once.
func TestChoices(t *testing.T) {
	s := &communique.Statement{
		Stances:     []communique.Stance{{Label: communique.Accuse, Holders: []string{"Norland", "Norland", "Sarvia"}}},
		Commitments: []communique.Commitment{{Parties: []string{"Norland", "Norland"}}},
	}
	want := map[string]int{"Norland": 2, "Sarvia": 1}
	if diff := cmp.Diff(want, newReport([]*communique.Statement{s}, "").choices().spoken); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestNegated checks that a stance that is denied counts as neutral.
func TestNegated(t *testing.T) {
	for _, test := range []struct {
		stance communique.Stance
		want   communique.Polarity
	}{
		{communique.Stance{Label: communique.Accuse}, communique.Conflictual},
		{communique.Stance{Label: communique.Accuse, Negated: true}, communique.Neutral},
		{communique.Stance{Label: "unheard of"}, communique.Neutral},
	} {
		test.stance.Holders = []string{"Norland"}
		v := newReport([]*communique.Statement{{Stances: []communique.Stance{test.stance}}}, "").voices()
		if len(v) != 1 || v[0].stances[test.want] != 1 {
			t.Errorf("%s, negated %v: not counted as %s", test.stance.Label, test.stance.Negated, test.want)
		}
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWriteError(t *testing.T) {
	if err := Write(failing{}, nil, Options{}); !errors.Is(err, io.ErrShortWrite) || !strings.HasPrefix(err.Error(), "report: ") {
		t.Errorf("got the error %v, want that of the writer", err)
	}
}

func BenchmarkWrite(b *testing.B) {
	statements := many(b, 200)
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		b.SetBytes(int64(len(write(b, statements, Options{}))))
	}
}
