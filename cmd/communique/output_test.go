package main

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"
	"testing/iotest"
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

// TestOutputRefused checks calls that would destroy or lose something: nothing may change.
func TestOutputRefused(t *testing.T) {
	for _, test := range []struct {
		name, out string
		args      []string
		status    int
		stderr    string // how standard error ends
	}{
		{"standard input", "s.txt", []string{"analyze", "-"}, exitUsage,
			"communique: --output s.txt is a file to read: name another\nRun 'communique analyze --help' to see how it is called.\n"},
		{"standard input of another name", "link.txt", []string{"analyze", "-"}, exitUsage,
			"communique: --output link.txt is a file to read: name another\nRun 'communique analyze --help' to see how it is called.\n"},
		{"nothing analysed", "old.html", []string{"analyze", "-f", "html", "none.txt"}, exitProblem,
			"communique: no document was analysed: old.html is left as it was\n"},
		{"nothing analysed, new file", "new.json", []string{"analyze", "-f", "json", "none.txt"}, exitProblem,
			"communique: no document was analysed: new.json is left as it was\n"},
		{"nothing to report on", "old.html", []string{"report", "none.txt"}, exitProblem,
			"communique: no document was analysed: old.html is left as it was\n"},
		{"no document to report on", "old.html", []string{"report", "empty.jsonl"}, exitProblem,
			"communique: there is no statement to report on\n"},
		{"bad actors", "old.html", []string{"analyze", "s.txt", "--actors", "none.csv"}, exitProblem,
			"communique: cannot load the analyzer: open none.csv: no such file or directory\n"},
		{"bad actors for brat", "brat", []string{"analyze", "-f", "brat", "s.txt", "--actors", "none.csv"}, exitProblem,
			"communique: cannot load the analyzer: open none.csv: no such file or directory\n"},
		{"link into a directory that is not there", "lost", []string{"analyze", "s.txt"}, exitUsage,
			"communique: --output lost: there is no directory none; make it first\nRun 'communique analyze --help' to see how it is called.\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := map[string]string{"s.txt": "S.", "old.html": "old", "empty.jsonl": ""}
			write(t, files)
			for name, target := range map[string]string{"link.txt": "s.txt", "lost": "none/x"} {
				if err := os.Symlink(target, name); err != nil {
					t.Skip(err)
				}
			}
			f := newFixture("")
			stdin, err := os.Open("s.txt")
			if err != nil {
				t.Fatal(err)
			}
			defer stdin.Close()
			f.in = stdin
			f.newAnalyzer = newAnalyzer
			if status := f.run(append(test.args, "-o", test.out)...); status != test.status {
				t.Errorf("exit status %d, want %d", status, test.status)
			}
			if got := f.stderr.String(); !strings.HasSuffix(got, test.stderr) {
				t.Errorf("standard error is %q, want %q at its end", got, test.stderr)
			}
			for _, link := range []string{"link.txt", "lost"} {
				if err := os.Remove(link); err != nil {
					t.Error(err)
				}
			}
			if diff := cmp.Diff(files, contents(t, ".")); diff != "" {
				t.Errorf("files: -want +got:\n%s", diff)
			}
		})
	}
}

// TestOutputOfNothing writes the result of an input without documents: it is empty, and not a failure.
func TestOutputOfNothing(t *testing.T) {
	write(t, map[string]string{"empty.jsonl": "", "old.json": "old"})
	f := newFixture("")
	if status := f.run("analyze", "-f", "json", "empty.jsonl", "-o", "old.json"); status != exitOK || f.stderr.Len() > 0 {
		t.Errorf("exit status %d: %s", status, &f.stderr)
	}
	if got := contents(t, ".")["old.json"]; got != "[]\n" {
		t.Errorf("got %q, want an empty array", got)
	}
}

// TestOutputUnwritable runs into files and directories that are not to be written to.
func TestOutputUnwritable(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root writes everywhere")
	}
	write(t, map[string]string{"a.txt": "A.", "kept.txt": "kept", "dir/x": ""})
	for name, mode := range map[string]os.FileMode{"kept.txt": 0o444, "dir": 0o555} {
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { os.Chmod("dir", 0o755) })
	for _, test := range []struct{ out, format, want string }{
		{"kept.txt", "text", "--output kept.txt: permission denied; make it writable for you\n"},
		{"dir/new.txt", "text", "--output dir/new.txt: permission denied; make the directory dir writable for you\n"},
		{"dir", "brat", "--output dir: permission denied; make the directory writable for you\n"},
		{"dir/new", "brat", "--output dir/new: permission denied; name a directory that can be made or written to\n"},
	} {
		f := newFixture("")
		if status := f.run("analyze", "a.txt", "-f", test.format, "-o", test.out); status != exitUsage || !strings.Contains(f.stderr.String(), test.want) {
			t.Errorf("%s: exit status %d, standard error %q, want %q", test.out, status, &f.stderr, test.want)
		}
	}
	if got := contents(t, "dir"); len(got) != 1 {
		t.Errorf("files %q", got)
	}
}

// TestOutputNotRenamed checks that nothing is left of a file that cannot get its name.
func TestOutputNotRenamed(t *testing.T) {
	write(t, map[string]string{"a.txt": "A."})
	f := newFixture("")
	f.newAnalyzer = func(options, func(error)) (analyzeFunc, error) {
		return fake, os.MkdirAll("out/full", 0o755)
	}
	if status := f.run("analyze", "a.txt", "-o", "out"); status != exitProblem || !strings.Contains(f.stderr.String(), "cannot write the output: ") {
		t.Errorf("exit status %d: %s", status, &f.stderr)
	}
	entries, err := os.ReadDir(".")
	if err != nil || len(entries) != 2 {
		t.Errorf("%v, %v, want a.txt and out alone", entries, err)
	}
}

// TestCreateRemovesHalf checks that nothing is left of a file of brat that cannot be written to its end.
func TestCreateRemovesHalf(t *testing.T) {
	write(t, nil)
	full := errors.New("no space left on device")
	if err := create("half.txt", io.MultiReader(strings.NewReader("half"), iotest.ErrReader(full))); !errors.Is(err, full) {
		t.Errorf("error %v, want %v", err, full)
	}
	if got := contents(t, "."); len(got) > 0 {
		t.Errorf("files %q", got)
	}
}

// TestReportInterrupted wants no part of a report on standard output: it would look like the whole.
func TestReportInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	f := newFixture("")
	input, _ := numbered(3)
	f.in = io.MultiReader(strings.NewReader(input), readFunc(func([]byte) (int, error) {
		time.Sleep(50 * time.Millisecond) // the three are collected in the meantime
		cancel()
		select {}
	}))
	if status := f.cli.run(ctx, []string{"report", "--jsonl", "-"}); status != exitInterrupted {
		t.Errorf("exit status %d, want %d: %s", status, exitInterrupted, &f.stderr)
	}
	if f.stdout.Len() > 0 {
		t.Errorf("%d bytes of a report were written", f.stdout.Len())
	}
}

type readFunc func([]byte) (int, error)

func (f readFunc) Read(p []byte) (int, error) { return f(p) }

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
		return func(d communique.Document) (*communique.Statement, error) {
			cancel()
			return fake(d)
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
	if err := os.Symlink("new", "dangling"); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink("dangling", "twice"); err != nil {
		t.Skip(err)
	}
	long := strings.Repeat("n", 250)
	for _, out := range []string{"link", "twice", long, os.DevNull} {
		f := newFixture("")
		if status := f.run("analyze", "a.txt", "-o", out); status != exitOK {
			t.Errorf("%s: exit status %d: %s", out, status, &f.stderr)
		}
	}
	for _, link := range []string{"link", "dangling", "twice"} {
		if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("%s was replaced: %v, %v", link, info, err)
		}
	}
	got := contents(t, ".")
	for _, file := range []string{"real", "new", long} {
		if !strings.Contains(got[file], "Ana Veld") {
			t.Errorf("%s has %q", file, got[file])
		}
	}
	if err := os.Symlink("circle", "circle"); err != nil {
		t.Skip(err)
	}
	circle := newFixture("")
	if status := circle.run("analyze", "a.txt", "-o", "circle"); status != exitUsage {
		t.Errorf("exit status %d for a link to itself: %s", status, &circle.stderr)
	}
	if err := os.Remove("circle"); err != nil {
		t.Error(err)
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

// TestBratTextInTheWay has things of the name of the text that are no text: the document is refused, the others are written.
func TestBratTextInTheWay(t *testing.T) {
	const path = "out" + string(filepath.Separator) + "a.txt"
	for _, test := range []struct {
		name string
		make func() error
		want string
	}{
		{"directory", func() error { return os.Mkdir(path, 0o755) }, "is there already, and not a regular file; name another directory"},
		{"named pipe", func() error { return exec.Command("mkfifo", path).Run() }, "is there already, and not a regular file; name another directory"},
		{"dangling link", func() error { return os.Symlink("none", path) }, "cannot be read: no such file or directory; name another directory"},
		{"unreadable", func() error { return os.WriteFile(path, []byte("A."), 0o200) }, "cannot be read: permission denied; name another directory"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.name == "unreadable" && os.Geteuid() == 0 {
				t.Skip("root reads everything")
			}
			write(t, map[string]string{"a.txt": "A.", "b.txt": "B.", "out/x": ""})
			if err := test.make(); err != nil {
				t.Skip(err)
			}
			f := newFixture("")
			if status := f.run("analyze", "-f", "brat", "a.txt", "b.txt", "-o", "out"); status != exitProblem {
				t.Errorf("exit status %d, want %d", status, exitProblem)
			}
			if diff := cmp.Diff("communique: a.txt: "+path+" "+test.want+"\n", f.stderr.String()); diff != "" {
				t.Errorf("standard error: -want +got:\n%s", diff)
			}
			if _, err := os.Lstat("out/a.ann"); err == nil {
				t.Error("there are annotations without a text")
			}
			if _, err := os.Lstat("out/b.ann"); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestBratLinkedText annotates a text that is there by a link.
func TestBratLinkedText(t *testing.T) {
	write(t, map[string]string{"a.txt": "A.", "out/x": ""})
	if err := os.Symlink("../a.txt", "out/a.txt"); err != nil {
		t.Skip(err)
	}
	f := newFixture("")
	if status := f.run("analyze", "-f", "brat", "a.txt", "-o", "out"); status != exitOK || contents(t, "out")["a.ann"] == "" {
		t.Errorf("exit status %d: %s", status, &f.stderr)
	}
}

// TestBratTextFirst checks that a text which cannot be written leaves no annotations behind.
func TestBratTextFirst(t *testing.T) {
	write(t, nil)
	f := &bratFormat{dir: "none", names: map[string]string{}}
	if err := f.write(&communique.Statement{ID: "a"}); err == nil || !strings.Contains(err.Error(), "a.txt") {
		t.Errorf("error %v, want one of a.txt", err)
	}
}

func TestBratClashClipped(t *testing.T) {
	f := &bratFormat{names: map[string]string{fileName("a"): strings.Repeat("x", 1000)}}
	if err := f.write(&communique.Statement{ID: "a"}); err == nil || len(err.Error()) > 250 {
		t.Errorf("error %v", err)
	}
}

func TestFileName(t *testing.T) {
	for _, test := range []struct{ id, want string }{
		{"", "_"}, {".", "_."}, {".hidden", "_.hidden"}, {"-f", "_-f"}, {"a/b:c", "a_b_c"}, {"\xff", "_"},
		{"cafe\u0301", "cafe\u0301"}, {"हिन्दी", "हिन्दी"},
		{"nul", "_nul"}, {"CON.2031", "_CON.2031"}, {"com1", "_com1"}, {"LPT9", "_LPT9"},
		{"com", "com"}, {"com10", "com10"}, {"comm", "comm"}, {"console", "console"}, {"1", "1"},
		{strings.Repeat("é", 200), strings.Repeat("é", 100)},
	} {
		if got := fileName(test.id); got != test.want {
			t.Errorf("fileName(%q) = %q, want %q", test.id, got, test.want)
		}
	}
}

// TestHTMLIDs wants every id once on a page that has the same statement several times.
func TestHTMLIDs(t *testing.T) {
	const line = `{"id":"x","text":"X."}` + "\n"
	f := newFixture(line + line + `{"id":"x (3)","text":"X."}` + "\n" + line + `{"id":"x","text":"Y."}` + "\n" + `{"id":"x (2)","text":"X."}`)
	if status := f.run("analyze", "-f", "html", "--jsonl", "-"); status != exitOK {
		t.Errorf("exit status %d: %s", status, &f.stderr)
	}
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(f.stdout.String(), -1) {
		if seen[m[1]] {
			t.Errorf("the id %s stands there twice", m[1])
		}
		seen[m[1]] = true
	}
	if len(seen) == 0 {
		t.Error("the page has no ids")
	}
	var names []string
	for _, m := range regexp.MustCompile(`cq-id">([^<]*)<`).FindAllStringSubmatch(f.stdout.String(), -1) {
		names = append(names, m[1])
	}
	if diff := cmp.Diff([]string{"x", "x (2)", "x (3)", "x (4)", "x", "x (2) (2)"}, names); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
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
			if !strings.HasPrefix(out, string(frame.Begin())+"<div ") || !strings.HasSuffix(out, "</div>\n"+string(frame.End())) || strings.Count(out, "cq-statement\">") != 2 {
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
		{"html", "empty.jsonl", string(frame.Begin() + frame.End())},
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
	if status := f.run("report", "none.txt", "-o", "none.html"); status != exitProblem || !strings.Contains(f.stderr.String(), "none.html is left as it was") {
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
