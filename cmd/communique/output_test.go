package main

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/exchange"
	"github.com/google/go-cmp/cmp"
)

// contents returns the files of a directory with what they hold.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		got[e.Name()] = string(data)
	}
	return got
}

func TestOutput(t *testing.T) {
	for _, test := range []struct {
		name   string
		args   []string
		status int
		want   []string // the files in out afterwards
	}{
		{"new file", []string{"a.txt", "-o", "out/new.json", "-f", "jsonl"}, exitOK, []string{"new.json", "old.json"}},
		{"old file", []string{"a.txt", "--output=out/old.json", "-f", "jsonl"}, exitOK, []string{"old.json"}},
		{"some documents fail", []string{"none.txt", "a.txt", "-o", "out/old.json", "-f", "jsonl"}, exitProblem, []string{"old.json"}},
		{"standard output", []string{"a.txt", "-o", "-", "-f", "jsonl"}, exitOK, []string{"old.json"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			write(t, map[string]string{"a.txt": "A.", "out/old.json": "old"})
			if err := os.Chmod("out/old.json", 0o640); err != nil {
				t.Fatal(err)
			}
			f := newFixture("")
			if status := f.run(append([]string{"analyze"}, test.args...)...); status != test.status {
				t.Errorf("exit status %d, want %d: %s", status, test.status, &f.stderr)
			}
			got := contents(t, "out")
			var names []string
			for name := range got {
				names = append(names, name)
			}
			sort.Strings(names)
			if diff := cmp.Diff(test.want, names); diff != "" {
				t.Fatalf("files: -want +got:\n%s", diff)
			}
			out := got[test.want[0]]
			if test.args[len(test.args)-3] == "-" {
				out = f.stdout.String()
			} else if f.stdout.Len() > 0 {
				t.Errorf("standard output has %q", &f.stdout)
			}
			if diff := cmp.Diff([]string{"a"}, ids(t, out)); diff != "" {
				t.Errorf("ids: -want +got:\n%s", diff)
			}
			if info, err := os.Stat("out/old.json"); err != nil || info.Mode().Perm() != 0o640 {
				t.Errorf("the mode of the old file changed: %v, %v", info.Mode(), err)
			}
		})
	}
}

// TestOutputInterrupted checks that a file stays as it was if the work on it is not completed.
func TestOutputInterrupted(t *testing.T) {
	write(t, map[string]string{"old.json": "old"})
	r, w := io.Pipe()
	defer w.Close()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	f := newFixture("")
	f.in = r
	f.newAnalyzer = func(options, func(error)) (analyzeFunc, error) {
		return func(text string, day time.Time) (*communique.Statement, error) {
			cancel()
			return fake(text, day)
		}, nil
	}
	go io.WriteString(w, "{\"id\":\"1\",\"text\":\"One.\"}\n")
	if status := f.cli.run(ctx, []string{"analyze", "-f", "json", "--jsonl", "-", "-o", "old.json"}); status != exitInterrupted {
		t.Errorf("exit status %d, want %d", status, exitInterrupted)
	}
	if diff := cmp.Diff(map[string]string{"old.json": "old"}, contents(t, ".")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestOutputLinksAndDevices(t *testing.T) {
	write(t, map[string]string{"a.txt": "A.", "real": "old"})
	if err := os.Symlink("real", "link"); err != nil {
		t.Skip(err)
	}
	for _, out := range []string{"link", os.DevNull} {
		f := newFixture("")
		if status := f.run("analyze", "a.txt", "-o", out); status != exitOK {
			t.Errorf("%s: exit status %d: %s", out, status, &f.stderr)
		}
	}
	if info, err := os.Lstat("link"); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link was replaced: %v, %v", info, err)
	}
	if got := contents(t, ".")["real"]; !strings.Contains(got, "Ana Veld") {
		t.Errorf("the file that the link leads to has %q", got)
	}
	if err := os.Link("a.txt", "hard.txt"); err != nil {
		t.Skip(err)
	}
	f := newFixture("")
	if status := f.run("analyze", ".", "-o", "hard.txt"); status != exitUsage || !strings.Contains(f.stderr.String(), "is a file to read") {
		t.Errorf("exit status %d for an input by another name: %s", status, &f.stderr)
	}
}

func TestBrat(t *testing.T) {
	lines := `{"id":"a/1","text":"One."}` + "\n" + `{"id":"A_1","text":"Two."}` + "\n" + `{"id":"..","text":"Three."}` + "\n" +
		`{"id":"` + strings.Repeat("é", 200) + `","text":"Four."}` + "\n"
	write(t, map[string]string{"in.jsonl": lines, "texts/b.txt": "B."})
	f := newFixture("")
	if status := f.run("analyze", "-f", "brat", "in.jsonl", "-o", "new/brat"); status != exitProblem {
		t.Errorf("exit status %d: %s", status, &f.stderr)
	}
	want := "communique: in.jsonl:2: the files of this document would have the names of those of \"a/1\"; give the documents different ids\n"
	if diff := cmp.Diff(want, f.stderr.String()); diff != "" {
		t.Errorf("standard error: -want +got:\n%s", diff)
	}
	got := contents(t, "new/brat")
	if len(got) != 2*3+2 || got["a_1.txt"] != "One." || got["_...txt"] != "Three." || got["annotation.conf"] != exchange.BratAnnotationConf {
		t.Errorf("files %q", got)
	}
	s, err := exchange.ReadBrat("One.", strings.NewReader(got["a_1.ann"]))
	if err != nil || len(s.Quotes) != 1 {
		t.Errorf("read back: %v, %v", s, err)
	}
}

// TestBratOverwritesNothing annotates texts where they lie, and then again.
func TestBratOverwritesNothing(t *testing.T) {
	write(t, map[string]string{"texts/b.txt": "B.", "texts/annotation.conf": "mine", "other/b.txt": "Another."})
	f := newFixture("")
	if status := f.run("analyze", "-f", "brat", "texts", "-o", "texts"); status != exitOK {
		t.Fatalf("exit status %d: %s", status, &f.stderr)
	}
	first := contents(t, "texts")
	if first["b.txt"] != "B." || first["b.ann"] == "" || first["annotation.conf"] != "mine" {
		t.Errorf("files %q", first)
	}
	for _, test := range []struct{ in, want string }{
		{"texts/b.txt", "communique: texts/b.txt: texts/b.ann is there already, and may have been mended by hand; remove it or name another directory\n"},
		{"other/b.txt", "communique: other/b.txt: texts/b.txt is there already, with another text; name another directory\n"},
	} {
		f := newFixture("")
		if status := f.run("analyze", "-f", "brat", test.in, "-o", "texts"); status != exitProblem {
			t.Errorf("%s: exit status %d, want %d", test.in, status, exitProblem)
		}
		if diff := cmp.Diff(test.want, f.stderr.String()); diff != "" {
			t.Errorf("%s: standard error: -want +got:\n%s", test.in, diff)
		}
	}
	if diff := cmp.Diff(first, contents(t, "texts")); diff != "" {
		t.Errorf("files: -want +got:\n%s", diff)
	}
	f = newFixture("")
	if status := f.run("analyze", "-f", "brat", "other", "-o", "other/b.txt"); status != exitUsage {
		t.Errorf("exit status %d for a directory that is a file: %s", status, &f.stderr)
	}
}

// TestExchangeFormats has one golden file for each format, of two documents. Of HTML, which is long and tested elsewhere, it
// wants the frame of the page alone.
func TestExchangeFormats(t *testing.T) {
	input := `{"id":"one","text":"Norland accused Sarvia of a breach. \"We <will> not pay,\" said Ada Veld.","date":"2031-05-02"}` + "\n" +
		`{"id":"*two*","text":"Kenya pledged to send 40 engineers by Friday.","date":"2031-05-05T10:00:00Z"}` + "\n"
	for _, format := range []string{"html", "markdown", "quotes-csv", "stances-csv", "commitments-csv", "plover", "web-annotation"} {
		f := newFixture(input)
		f.newAnalyzer = newAnalyzer
		if status := f.run("analyze", "--jsonl", "-", "-f", format); status != exitOK || f.stderr.Len() > 0 {
			t.Errorf("%s: exit status %d: %s", format, status, &f.stderr)
		}
		out := f.stdout.String()
		if format == "html" {
			if !strings.HasPrefix(out, pageHead+"<div ") || !strings.HasSuffix(out, "</div>\n"+pageFoot) || strings.Count(out, "cq-statement\">") != 2 {
				t.Errorf("not a page of two statements:\n%s", out)
			}
			continue
		}
		golden(t, "format_"+format+".golden", out)
		if strings.HasSuffix(format, "-csv") {
			if _, err := csv.NewReader(strings.NewReader(out)).ReadAll(); err != nil {
				t.Errorf("%s: %v", format, err)
			}
		}
	}
}

func TestExchangeFormatsEmpty(t *testing.T) {
	write(t, map[string]string{"empty.jsonl": "", "a.txt": "A."})
	for _, test := range []struct{ format, file, want string }{
		{"html", "empty.jsonl", pageHead + pageFoot},
		{"markdown", "empty.jsonl", ""},
		{"plover", "empty.jsonl", ""},
		{"web-annotation", "empty.jsonl", "[]\n"},
	} {
		f := newFixture("")
		if status := f.run("analyze", "-f", test.format, test.file); status != exitOK {
			t.Errorf("%s: exit status %d: %s", test.format, status, &f.stderr)
		}
		if diff := cmp.Diff(test.want, f.stdout.String()); diff != "" {
			t.Errorf("%s: -want +got:\n%s", test.format, diff)
		}
	}
	f := newFixture("")
	f.run("analyze", "-f", "quotes-csv", "empty.jsonl")
	if got := f.stdout.String(); !strings.HasPrefix(got, "statement,") || strings.Count(got, "\n") != 1 {
		t.Errorf("the table of nothing is %q, want a header", got)
	}
	f = newFixture("")
	f.run("analyze", "-f", "web-annotation", "a.txt")
	if !json.Valid(f.stdout.Bytes()) || !strings.HasPrefix(f.stdout.String(), "{") {
		t.Errorf("the annotations of one text are no object: %s", &f.stdout)
	}
}

func TestReport(t *testing.T) {
	write(t, map[string]string{"2031-05-02-talks.txt": "“A <b>,” said one.", "z.txt": "Z."})
	f := newFixture("")
	if status := f.run("report", "--title", "Talks & more", ".", "none.txt", "-o", "r.html"); status != exitProblem {
		t.Errorf("exit status %d: %s", status, &f.stderr)
	}
	if got, want := f.stderr.String(), "communique: none.txt: no such file or directory; check the name\n"; got != want {
		t.Errorf("standard error is %q, want %q", got, want)
	}
	page := contents(t, ".")["r.html"]
	for _, want := range []string{"<!doctype html>", "<title>Talks &amp; more</title>", "2 statements of 2031-05-02, 1 without a date", "A &lt;b&gt;"} {
		if !strings.Contains(page, want) {
			t.Errorf("the report has no %q", want)
		}
	}
	f = newFixture("S.")
	if status := f.run("report", "-"); status != exitOK || !strings.HasSuffix(f.stdout.String(), "</html>\n") {
		t.Errorf("exit status %d to standard output: %s", status, &f.stderr)
	}
	f = newFixture("")
	if status := f.run("report", "none.txt", "-o", "none.html"); status != exitProblem || !strings.Contains(f.stderr.String(), "no statement to report on") {
		t.Errorf("exit status %d without a document: %s", status, &f.stderr)
	}
	if _, err := os.Stat("none.html"); err == nil {
		t.Error("a report on nothing was written")
	}
	f = newFixture("")
	f.outTTY = true
	if status := f.run("report", "z.txt"); status != exitUsage || !strings.Contains(f.stderr.String(), "name a file for it with --output") {
		t.Errorf("exit status %d on a terminal: %s", status, &f.stderr)
	}
}
