package main

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/communique-go/communique"
	"github.com/google/go-cmp/cmp"
)

func passage(s string) *communique.Passage { return &communique.Passage{Text: s} }

// rich is a statement with everything that the text format shows.
var rich = communique.Statement{
	Entities: make([]communique.Entity, 3),
	Quotes: []communique.Quote{
		{Kind: communique.Direct, Speaker: "Ana Veld", Cue: passage("told reporters"), Mode: communique.Assertion,
			Content: []communique.Passage{{Text: "We will keep the strait open to every ship,"}, {Text: "whatever flag it flies."}}},
		{Kind: communique.Indirect, Source: passage("a senior official"), Cue: passage("believes"), Mode: communique.Belief,
			Content: []communique.Passage{{Text: "the talks\r\n  would resume"}}},
		{Kind: communique.Mixed, Content: []communique.Passage{{Text: "it was a “grave mistake”"}}},
	},
	Stances: []communique.Stance{
		{Label: communique.Agree, Intensity: communique.Plain, Holders: []string{"Norland"},
			Targets: []string{"Ostmark"}, Phrase: *passage("agreed to extend")},
		{Label: communique.Accuse, Intensity: communique.MostSevere, Negated: true,
			Holders: []string{"the Parliamentary Assembly of the Northern Seas"}, Targets: []string{"Ostmark", "the Southern Isles"},
			Phrase: *passage("condemn in the strongest possible terms")},
		{Label: communique.Affirm, Intensity: communique.Hedged, Phrase: *passage("noted")},
	},
	Commitments: []communique.Commitment{
		{Parties: []string{"Norland", "Ostmark"}, Status: communique.Breached, Claimants: []string{"Ana Veld"},
			Action:     *passage("withdraw all patrol boats from the disputed waters and to let inspectors verify that they have left"),
			Instrument: passage("the Halden Accord"), Deadline: passage("by 30 June"), Condition: passage("if the weather allows")},
		{Status: communique.Undertaken, Action: *passage("meet again")},
	},
}

func richAnalyzer(options, func(error)) (analyzeFunc, error) {
	return func(d communique.Document) (*communique.Statement, error) {
		s := rich
		s.ID, s.Text = d.ID, d.Text
		return &s, nil
	}, nil
}

func TestTextFormat(t *testing.T) {
	for _, test := range []struct {
		file  string
		width int
		args  []string
	}{
		{"text.golden", 80, nil},
		{"text_narrow.golden", 60, nil},
		{"text_color.golden", 80, []string{"--color=always"}},
	} {
		f := newFixture("")
		f.width, f.newAnalyzer = test.width, richAnalyzer
		if status := f.run(append([]string{"analyze", "-"}, test.args...)...); status != exitOK {
			t.Errorf("%s: exit status %d: %s", test.file, status, &f.stderr)
		}
		golden(t, test.file, f.stdout.String())
	}
}

func TestTextFormatSeparatesDocuments(t *testing.T) {
	write(t, map[string]string{"a.txt": "A.", "b.txt": "B."})
	f := newFixture("")
	f.newAnalyzer = func(options, func(error)) (analyzeFunc, error) {
		return func(d communique.Document) (*communique.Statement, error) {
			return &communique.Statement{ID: d.ID, Text: d.Text}, nil
		}, nil
	}
	f.width = 40
	f.run("analyze", ".")
	const none = "0 entities, 0 quotes, 0 stances, 0 commitments\n"
	want := "── a " + strings.Repeat("─", 35) + "\n" + none + "\n── b " + strings.Repeat("─", 35) + "\n" + none
	if diff := cmp.Diff(want, f.stdout.String()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestColor(t *testing.T) {
	for _, test := range []struct {
		when, noColor, term string
		tty, want           bool
	}{
		{when: "auto", tty: true, want: true},
		{when: "auto", tty: false, want: false},
		{when: "auto", tty: true, noColor: "1", want: false},
		{when: "auto", tty: true, term: "dumb", want: false},
		{when: "always", tty: false, noColor: "1", want: true},
		{when: "never", tty: true, want: false},
	} {
		c := cli{getenv: func(name string) string {
			return map[string]string{"NO_COLOR": test.noColor, "TERM": test.term}[name]
		}}
		if got := c.colored(test.when, test.tty); got != test.want {
			t.Errorf("%+v: %v", test, got)
		}
	}
}

// TestControlCharacters puts control characters in every string of a statement: none may reach the terminal.
func TestControlCharacters(t *testing.T) {
	const evil = "\x1b]0;owned\a \x9b31m \u009b31m \u202edetrever \r\b\x7f \xff\u2028"
	p := passage(evil)
	names := []string{evil}
	statement := communique.Statement{
		Quotes: []communique.Quote{
			{Kind: evil, Mode: evil, Speaker: evil, Cue: p, Content: []communique.Passage{*p}}, {Source: p}},
		Stances: []communique.Stance{{Label: evil, Phrase: *p, Holders: names, Targets: names}},
		Commitments: []communique.Commitment{
			{Parties: names, Claimants: names, Status: evil, Action: *p, Instrument: p, Deadline: p, Condition: p}},
	}
	id, err := json.Marshal(evil)
	if err != nil {
		t.Fatal(err)
	}
	f := newFixture(`{"id":` + string(id) + `,"text":""}`)
	f.newAnalyzer = func(options, func(error)) (analyzeFunc, error) {
		return func(communique.Document) (*communique.Statement, error) { s := statement; return &s, nil }, nil
	}
	if status := f.run("analyze", "--jsonl", "-"); status != exitOK {
		t.Fatalf("exit status %d: %s", status, &f.stderr)
	}
	out := f.stdout.String()
	raw := func(r rune) bool {
		return r != '\n' && r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u202e' || r == '\u2028'
	}
	if i := strings.IndexFunc(out, raw); i >= 0 {
		t.Errorf("raw character at %d of %q", i, out)
	}
	if !utf8.ValidString(out) {
		t.Errorf("invalid UTF-8 in %q", out)
	}
	if !strings.Contains(out, `\x1b]0;owned\a \x9b31m`) {
		t.Errorf("no escape in %q", out)
	}
}

func TestVisible(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"plain, “quoted”, naïve", "plain, “quoted”, naïve"},
		{"a\x1b[2Jb", `a\x1b[2Jb`},
		{"a\nb\tc", `a\nb\tc`},
		{"a\u00a0b\u2009c", "a b c"},
		{"co\u00adop\u200berate\ufeff", "cooperate"},
		{"\u202eabc\u2066", `\u202eabc\u2066`},
		{"\xe2\x80 cut", `\xe2\x80 cut`},
		{"می\u200cخواهم", "می\u200cخواهم"},
		{"\U000e0041", `\U000e0041`},
	} {
		if got := visible(test.in); got != test.want {
			t.Errorf("visible(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		in   string
		want []string
	}{
		{"", nil},
		{" \u200b \n", nil},
		{"one two three", []string{"one two", "three"}},
		{"incomprehensibly long", []string{"incomprehensibly", "long"}},
		{"a \u00ad b", []string{"a b"}},
		{"e\u0301e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301", []string{"e\u0301e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301"}},
	} {
		if diff := cmp.Diff(test.want, wrap(test.in, 8)); diff != "" {
			t.Errorf("wrap(%q): -want +got:\n%s", test.in, diff)
		}
	}
}

func TestShorten(t *testing.T) {
	for _, test := range []struct {
		in    string
		width int
		want  string
	}{
		{"Norland", 7, "Norland"},
		{"Norland", 6, "Norla…"},
		{"the Assembly", 5, "the…"},
	} {
		if got := shorten(test.in, test.width); got != test.want {
			t.Errorf("shorten(%q, %d) = %q, want %q", test.in, test.width, got, test.want)
		}
	}
}

func TestJSONFormats(t *testing.T) {
	write(t, map[string]string{"a.txt": "A <b> & c.", "one/b.txt": "B.", "c.jsonl": "{\"id\":\"c\",\"text\":\"C.\"}\n", "e.jsonl": ""})
	for _, test := range []struct {
		args []string
		form string // how the output begins
		ids  []string
	}{
		{[]string{"-f", "json", "a.txt"}, "{\n  \"id\": \"a\",\n", []string{"a"}},
		{[]string{"-f", "json", "-"}, "{\n  \"id\": \"stdin\",\n", []string{"stdin"}},
		{[]string{"-f", "json", "a.txt", "one/b.txt"}, "[\n  {\n    \"id\": \"a\",\n", []string{"a", "b"}},
		{[]string{"-f", "json", "one"}, "[\n  {\n    \"id\": \"b\",\n", []string{"b"}},
		{[]string{"-f", "json", "c.jsonl"}, "[\n  {\n    \"id\": \"c\",\n", []string{"c"}},
		{[]string{"-f", "json", "e.jsonl"}, "[]\n", nil},
		{[]string{"-f", "jsonl", "a.txt", "one"}, `{"id":"a",`, []string{"a", "b"}},
	} {
		f := newFixture("S.")
		if status := f.run(append([]string{"analyze"}, test.args...)...); status != exitOK {
			t.Errorf("%q: exit status %d: %s", test.args, status, &f.stderr)
		}
		out := f.stdout.String()
		if !strings.HasPrefix(out, test.form) || !strings.HasSuffix(out, "\n") {
			t.Errorf("%q: output begins otherwise than %q:\n%s", test.args, test.form, out)
		}
		if strings.Contains(out, `\u003c`) {
			t.Errorf("%q: escaped for HTML:\n%s", test.args, out)
		}
		if strings.HasPrefix(test.form, "{") {
			if diff := cmp.Diff(test.ids, ids(t, out)); diff != "" {
				t.Errorf("%q: -want +got:\n%s", test.args, diff)
			}
			continue
		}
		var list []communique.Statement
		if err := json.Unmarshal([]byte(out), &list); err != nil || len(list) != len(test.ids) {
			t.Errorf("%q: %d statements, %v, want %d", test.args, len(list), err, len(test.ids))
		}
	}
}
