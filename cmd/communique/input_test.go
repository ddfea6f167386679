package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/communique-go/communique/internal/markup"
)

// read is what a test sees of an item.
type read struct{ ID, Text, Name, Problem, Note string }

func readAll(list []source, stdin string) []read {
	var got []read
	each(list, strings.NewReader(stdin), func(it item) bool {
		r := read{ID: it.ID, Text: it.Text, Name: it.name, Note: it.note}
		if it.err != nil {
			r.ID, r.Problem = "", it.err.Error()
		}
		got = append(got, r)
		return true
	})
	return got
}

func TestInput(t *testing.T) {
	write(t, map[string]string{
		"a.txt":          "A.",
		"two.parts.txt":  "\ufeffTwo\r\nparts.", // offsets count the byte order mark and the carriage return
		"press/z.txt":    "Z.",
		"press/B.TXT":    "B.",
		"press/notes.md": "no text",
		"press/y/c.txt":  "C.",
		"press/d.jsonl":  "\ufeff{\"id\":\"d1\",\"text\":\"D1.\"}\n\n{\"id\":2,\"text\":\"\"}",
		"empty/readme":   "",
		"nul.txt":        "a\x00b",
		"latin.txt":      "\xcf\xf0\xe8\xe2\xe5\xf2",
		"broken.txt":     "The cut-off text \xe2\x80",
		"odd.jsonl": strings.Join([]string{
			`{"id":"o1","text":"One."}`,
			`{"id":"o2","text":`,
			`{"text":"Three."}`,
			`{"id":"o4"}`,
			`{"id":["o5"],"text":"Five."}`,
			`{"id":"o6","text":6}`,
			`["o7","Seven."]`,
			"{\"id\":\"o8\",\"text\":\"Eight\xff.\"}",
			`{"id":"o9","text":"Nine.","more":true}`,
		}, "\r\n") + "\r\n",
	})
	const form = `; a line has the form {"id": "...", "text": "..."}`
	for _, test := range []struct {
		name  string
		args  []string
		stdin string
		lines bool
		want  []read
	}{
		{name: "file", args: []string{"a.txt"}, want: []read{{ID: "a", Text: "A.", Name: "a.txt"}}},
		{name: "as given", args: []string{"two.parts.txt"}, want: []read{
			{ID: "two.parts", Text: "\ufeffTwo\r\nparts.", Name: "two.parts.txt"}}},
		{name: "any extension", args: []string{"press/notes.md"}, want: []read{{ID: "notes", Text: "no text", Name: "press/notes.md"}}},
		{name: "directory", args: []string{"press"}, want: []read{
			{ID: "B", Text: "B.", Name: "press/B.TXT"},
			{ID: "d1", Text: "D1.", Name: "press/d.jsonl:1"},
			{ID: "2", Name: "press/d.jsonl:3"},
			{ID: "c", Text: "C.", Name: "press/y/c.txt"},
			{ID: "z", Text: "Z.", Name: "press/z.txt"},
		}},
		{name: "directory without texts", args: []string{"empty"}, want: []read{
			{Name: "empty", Problem: "no .txt or .jsonl file in this directory; name files of other kinds one by one"}}},
		{name: "standard input", args: []string{"a.txt", "-"}, stdin: "S.", want: []read{
			{ID: "a", Text: "A.", Name: "a.txt"}, {ID: "stdin", Text: "S.", Name: "standard input"}}},
		{name: "standard input of lines", args: []string{"-"}, lines: true, stdin: `{"id":"s","text":"S."}`, want: []read{
			{ID: "s", Text: "S.", Name: "standard input:1"}}},
		{name: "order of the arguments", args: []string{"press/z.txt", "a.txt"}, want: []read{
			{ID: "z", Text: "Z.", Name: "press/z.txt"}, {ID: "a", Text: "A.", Name: "a.txt"}}},
		{name: "bad files", args: []string{"none.txt", "nul.txt", "latin.txt", "broken.txt"}, want: []read{
			{Name: "none.txt", Problem: "no such file or directory; check the name"},
			{Name: "nul.txt", Problem: "not a text: byte 1 is NUL; if it is UTF-16, convert it first: iconv -f UTF-16 -t UTF-8"},
			{Name: "latin.txt", Problem: "not a text in UTF-8: 6 of its 6 bytes are invalid; " +
				"if it is in another encoding, convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8"},
			{ID: "broken", Text: "The cut-off text \xe2\x80", Name: "broken.txt"},
		}},
		{name: "bad lines", args: []string{"odd.jsonl"}, want: []read{
			{ID: "o1", Text: "One.", Name: "odd.jsonl:1"},
			{Name: "odd.jsonl:2", Problem: "no valid JSON at byte 20 of the line: unexpected end of JSON input"},
			{Name: "odd.jsonl:3", Problem: `no "id"` + form},
			{Name: "odd.jsonl:4", Problem: `no "text"` + form},
			{Name: "odd.jsonl:5", Problem: `"id" is neither a string nor a number`},
			{Name: "odd.jsonl:6", Problem: `"text" is a JSON number, want a string`},
			{Name: "odd.jsonl:7", Problem: "a JSON array" + form},
			{ID: "o8", Text: "Eight\ufffd.", Name: "odd.jsonl:8",
				Note: "broken UTF-8 was replaced by U+FFFD; offsets count bytes of the text with the replacements"},
			{ID: "o9", Text: "Nine.", Name: "odd.jsonl:9"},
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := readAll(sources(test.args, test.lines), test.stdin)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestInputStops(t *testing.T) {
	write(t, map[string]string{"a.txt": "A.", "b.jsonl": "{\"id\":\"1\",\"text\":\"\"}\n{\"id\":\"2\",\"text\":\"\"}\n", "c.txt": "C."})
	for stop := 1; stop <= 4; stop++ {
		n := 0
		each(sources([]string{"."}, false), nil, func(item) bool { n++; return n < stop })
		if n != stop {
			t.Errorf("%d documents after a stop at %d", n, stop)
		}
	}
}

func TestInputTooLong(t *testing.T) {
	long := strings.Repeat("a", maxDocument+1)
	lines := `{"id":"1","text":"` + long + long + "\"}\n" + `{"id":"2","text":"Short."}`
	for _, test := range []struct {
		name  string
		lines bool
		stdin string
		want  []read
	}{
		{"text", false, long, []read{{Name: "standard input", Problem: "longer than 16 MiB; split it into documents"}}},
		{"line", true, lines, []read{
			{Name: "standard input:1", Problem: "longer than 32 MiB; split the document"},
			{ID: "2", Text: "Short.", Name: "standard input:2"},
		}},
	} {
		if diff := cmp.Diff(test.want, readAll(sources([]string{"-"}, test.lines), test.stdin)); diff != "" {
			t.Errorf("%s: -want +got:\n%s", test.name, diff)
		}
	}
}

func TestReadLine(t *testing.T) {
	long := strings.Repeat("x", 40)
	r := bufio.NewReaderSize(strings.NewReader("one\n"+long+"\n\nfour\n"+long), 16)
	type line struct {
		Text    string
		TooLong bool
	}
	var got []line
	for {
		text, err := readLine(r, 20)
		if len(text) > 0 || errors.Is(err, errLineTooLong) {
			got = append(got, line{strings.TrimSpace(string(text)), errors.Is(err, errLineTooLong)})
		}
		if err == io.EOF {
			break
		}
	}
	want := []line{{"one", false}, {"", true}, {"", false}, {"four", false}, {"", true}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestSymbolicLinks(t *testing.T) {
	write(t, map[string]string{"real/a.txt": "A."})
	if err := os.Symlink("real", "link"); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink("a.txt", "real/b.txt"); err != nil {
		t.Skip(err)
	}
	want := []read{{ID: "a", Text: "A.", Name: "link/a.txt"}, {ID: "b", Text: "A.", Name: "link/b.txt"}}
	if diff := cmp.Diff(want, readAll(sources([]string{"link"}, false), "")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestCount(t *testing.T) {
	write(t, map[string]string{"a.txt": "A.", "b.jsonl": "{}\n\n{}\n{}", "c/d.txt": ""})
	for _, test := range []struct {
		args []string
		want string
	}{
		{[]string{"a.txt", "b.jsonl", "c"}, "/5"},
		{[]string{"a.txt", "none.txt"}, "/2"}, // a missing file is a document that fails
		{[]string{"a.txt", "-"}, ""},
	} {
		if got := totalOf(sources(test.args, false)); got != test.want {
			t.Errorf("%q: %q, want %q", test.args, got, test.want)
		}
	}
}

func TestDays(t *testing.T) {
	const passed = `; write the day as "YYYY-MM-DD"`
	write(t, map[string]string{
		"2031-05-02-talks.txt": "A.", "2031-05-03.txt": "B.", "2031-13-01-x.txt": "C.", "2031-05-031.txt": "D.", "2031-05-02.jsonl": strings.Join([]string{
			`{"id":"1","text":"","date":"2031-06-01"}`, `{"id":"2","text":"","date":"2031-06-02T23:00:00+02:00"}`, `{"id":"3","text":"","date":null}`,
			`{"id":"4","text":"","date":""}`, `{"id":"5","text":"","date":"1 June"}`, `{"id":"6","text":"","date":20310601}`,
			`{"id":"7","text":"","date":"` + strings.Repeat("é", 1000) + `"}`,
		}, "\n")})
	type day struct{ Name, Day, Given, Note string } // Given: with --date
	var got []day
	each(sources([]string{"."}, false), nil, func(it item) bool {
		day := day{Name: it.name, Note: it.note, Given: options{date: "2031-01-01"}.day(it.document).Format(time.DateOnly)}
		if d := (options{}).day(it.document); !d.IsZero() {
			day.Day = d.Format(time.DateOnly)
		}
		got = append(got, day)
		return true
	})
	want := []day{
		{"2031-05-02-talks.txt", "2031-05-02", "2031-01-01", ""},
		{"2031-05-02.jsonl:1", "2031-06-01", "2031-06-01", ""},
		{"2031-05-02.jsonl:2", "2031-06-02", "2031-06-02", ""},
		{"2031-05-02.jsonl:3", "", "2031-01-01", ""},
		{"2031-05-02.jsonl:4", "", "2031-01-01", ""},
		{"2031-05-02.jsonl:5", "", "2031-01-01", `the "date" "1 June" is passed over` + passed},
		{"2031-05-02.jsonl:6", "", "2031-01-01", `the "date" 20310601 is passed over` + passed},
		{"2031-05-02.jsonl:7", "", "2031-01-01", `the "date" "` + strings.Repeat("é", 39) + "… is passed over" + passed},
		{"2031-05-03.txt", "2031-05-03", "2031-01-01", ""},
		{"2031-05-031.txt", "", "2031-01-01", ""},
		{"2031-13-01-x.txt", "", "2031-01-01", ""},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// What is known of a document goes to the analyzer and from there to the output; what cannot be read is passed over with a note.
func TestLineMembers(t *testing.T) {
	type known struct{ Issuer, Title, URL, Date, Note string }
	for _, tt := range []struct {
		line string
		want known
	}{
		{`{"id":1,"text":"A.","issuer":"White House","title":"A readout","url":"https://norland.example","date":"2031-05-02"}`,
			known{"White House", "A readout", "https://norland.example", "2031-05-02", ""}},
		{`{"id":1,"text":"A.","issuer":null,"title":"","date":"2031-05-02T10:00:00Z"}`, known{Date: "2031-05-02"}},
		{`{"id":1,"text":"A.","issuer":["x"],"title":7,"url":{}}`, known{Note: `the "issuer" ["x"] is passed over; write it as a string; ` +
			`the "title" 7 is passed over; write it as a string; the "url" {} is passed over; write it as a string`}},
	} {
		it := parseLine("x.jsonl:1", []byte(tt.line))
		if it.err != nil {
			t.Fatal(it.err)
		}
		got := known{it.Issuer, it.Title, it.URL, markup.Day(it.Date), it.note}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.line, diff)
		}
	}
	f := newFixture("")
	f.newAnalyzer = newAnalyzer
	for _, format := range []string{"text", "json", "jsonl", "html", "markdown", "quotes-csv", "stances-csv", "commitments-csv", "plover", "web-annotation"} {
		f.stdout.Reset()
		f.in = strings.NewReader(`{"id":1,"text":"“We will meet Chad by May,” Norway said. Norway pledged to send ships.","issuer":"White House","title":"A readout","url":"https://norland.example"}`)
		if status := f.run("analyze", "-f", format, "--jsonl", "-"); status != exitOK {
			t.Fatalf("%s: exit status %d: %s", format, status, &f.stderr)
		}
		for _, want := range []string{"White House", "A readout", "https://norland.example"} {
			if format == "web-annotation" && want == "White House" {
				continue // has no place there
			}
			if !strings.Contains(f.stdout.String(), want) {
				t.Errorf("%s: no %q in %s", format, want, &f.stdout)
			}
		}
	}
}
