package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/communique-go/communique"
	"github.com/google/go-cmp/cmp"
)

// ids returns the ids of the statements in JSON Lines.
func ids(t *testing.T, jsonl string) []string {
	t.Helper()
	var got []string
	for dec := json.NewDecoder(strings.NewReader(jsonl)); dec.More(); {
		var s communique.Statement
		if err := dec.Decode(&s); err != nil {
			t.Fatal(err)
		}
		got = append(got, s.ID)
	}
	return got
}

func TestAnalyze(t *testing.T) {
	write(t, map[string]string{
		"a.txt":     "A <b>.",
		"nul.txt":   "\x00",
		"cut.txt":   "Cut off \xe2\x80",
		"dir/b.txt": "B.",
		"c.jsonl":   "{\"id\":\"c1\",\"text\":\"C1.\"}\nno JSON\n{\"id\":\"c3\",\"text\":\"C3.\"}\n",
	})
	const nul = "communique: nul.txt: not a text: byte 0 is NUL; if it is UTF-16, convert it first: iconv -f UTF-16 -t UTF-8\n"
	for _, test := range []struct {
		name   string
		args   []string
		status int
		ids    []string
		stderr string
	}{
		{"one file", []string{"a.txt"}, exitOK, []string{"a"}, ""},
		{"flags after files", []string{"a.txt", "-j", "3", "dir"}, exitOK, []string{"a", "b"}, ""},
		{"standard input", []string{"-"}, exitOK, []string{"stdin"}, ""},
		{"bad file", []string{"a.txt", "nul.txt", "dir"}, exitProblem, []string{"a", "b"}, nul},
		{"missing file", []string{"none.txt", "a.txt"}, exitProblem, []string{"a"},
			"communique: none.txt: no such file or directory; check the name\n"},
		{"bad line", []string{"c.jsonl"}, exitProblem, []string{"c1", "c3"},
			"communique: c.jsonl:2: no valid JSON at byte 2 of the line: invalid character 'o' in literal null (expecting 'u')\n"},
		{"broken UTF-8", []string{"cut.txt"}, exitOK, []string{"cut"},
			"communique: cut.txt: " + brokenNote("jsonl") + "\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := newFixture("S.")
			if status := f.run(append([]string{"analyze", "--format=jsonl"}, test.args...)...); status != test.status {
				t.Errorf("exit status %d, want %d", status, test.status)
			}
			if diff := cmp.Diff(test.ids, ids(t, f.stdout.String())); diff != "" {
				t.Errorf("ids: -want +got:\n%s", diff)
			}
			if diff := cmp.Diff(test.stderr, f.stderr.String()); diff != "" {
				t.Errorf("standard error: -want +got:\n%s", diff)
			}
		})
	}
}

// TestBrokenUTF8 wants every format but one to announce the broken UTF-8 that it replaces.
func TestBrokenUTF8(t *testing.T) {
	write(t, map[string]string{"cut.txt": "Cut off \xe2\x80"})
	for _, test := range []struct{ format, want string }{
		{"text", ""},
		{"json", `which JSON cannot hold: "text" has U+FFFD in its place, while offsets count bytes of the text as given`},
		{"jsonl", `which JSON cannot hold: "text" has U+FFFD in its place, while offsets count bytes of the text as given`},
		{"quotes-csv", "while offsets in bytes count those of the text as given"},
		{"stances-csv", "while offsets in bytes count those of the text as given"},
		{"commitments-csv", "while offsets in bytes count those of the text as given"},
		{"html", "the output has U+FFFD in place of each byte of it"},
		{"markdown", "the output has U+FFFD in place of each byte of it"},
		{"brat", "the output has U+FFFD in place of each byte of it"},
		{"plover", "the output has U+FFFD in place of each byte of it"},
		{"web-annotation", "the output has U+FFFD in place of each byte of it"},
		{"report", "the output has U+FFFD in place of each byte of it"},
	} {
		args := []string{"analyze", "-f", test.format, "cut.txt", "-o", "out-" + test.format}
		if test.format == "report" {
			args = []string{"report", "cut.txt", "-o", "out-report"}
		}
		f := newFixture("")
		if status := f.run(args...); status != exitOK {
			t.Errorf("%s: exit status %d: %s", test.format, status, &f.stderr)
		}
		got := f.stderr.String()
		if (got == "") != (test.want == "") || !strings.Contains(got, test.want) || strings.Count(got, "\n") > 1 {
			t.Errorf("%s: standard error is %q, want %q", test.format, got, test.want)
		}
	}
}

// numbered returns n documents with the ids "0", "1" ... as JSON Lines.
func numbered(n int) (jsonl string, want []string) {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "{\"id\":\"%d\",\"text\":\"Text %d.\"}\n", i, i)
		want = append(want, fmt.Sprint(i))
	}
	return b.String(), want
}

func TestOrder(t *testing.T) {
	input, want := numbered(300)
	for _, jobs := range []string{"1", "2", "16"} {
		f := newFixture(input)
		f.newAnalyzer = func(options, func(error)) (analyzeFunc, error) {
			return func(d communique.Document) (*communique.Statement, error) {
				time.Sleep(time.Duration(rand.Intn(500)) * time.Microsecond)
				return fake(d)
			}, nil
		}
		if status := f.run("analyze", "-f", "jsonl", "--jsonl", "-j", jobs, "-"); status != exitOK {
			t.Errorf("%s jobs: exit status %d: %s", jobs, status, &f.stderr)
		}
		if diff := cmp.Diff(want, ids(t, f.stdout.String())); diff != "" {
			t.Errorf("%s jobs: -want +got:\n%s", jobs, diff)
		}
	}
}

func TestJobsAndWindow(t *testing.T) {
	const jobs = 4
	var running, most, fed, ahead, reported atomic.Int32
	feed := func(yield func(item) bool) {
		for range 200 {
			n := fed.Add(1) - reported.Load()
			ahead.Store(max(ahead.Load(), n))
			if !yield(item{}) {
				return
			}
		}
	}
	var mu sync.Mutex
	parse := func(d communique.Document) (*communique.Statement, error) {
		n := running.Add(1)
		defer running.Add(-1)
		mu.Lock()
		most.Store(max(most.Load(), n))
		mu.Unlock()
		time.Sleep(100 * time.Microsecond)
		return fake(d)
	}
	report := func(result) error {
		reported.Add(1)
		time.Sleep(200 * time.Microsecond) // slow output, so that reading gets ahead as far as it can
		return nil
	}
	if err := inOrder(context.Background(), jobs, feed, parse, report); err != nil {
		t.Fatal(err)
	}
	if reported.Load() != 200 {
		t.Errorf("%d results, want 200", reported.Load())
	}
	if most.Load() > jobs {
		t.Errorf("%d analyses at the same time, want at most %d", most.Load(), jobs)
	}
	// The window, the one that waits for a place in it, and the one being reported.
	if got, limit := ahead.Load(), int32(4*jobs+2); got > limit {
		t.Errorf("read %d documents ahead, want at most %d", got, limit)
	}
}

func TestFailingAnalysis(t *testing.T) {
	input, _ := numbered(4)
	f := newFixture(input)
	f.newAnalyzer = func(options, func(error)) (analyzeFunc, error) {
		return func(d communique.Document) (*communique.Statement, error) {
			switch d.Text {
			case "Text 1.":
				return nil, errors.New("too hard")
			case "Text 2.":
				panic("index out of range")
			}
			return fake(d)
		}, nil
	}
	if status := f.run("analyze", "-f", "jsonl", "--jsonl", "-"); status != exitProblem {
		t.Errorf("exit status %d, want %d", status, exitProblem)
	}
	if diff := cmp.Diff([]string{"0", "3"}, ids(t, f.stdout.String())); diff != "" {
		t.Errorf("ids: -want +got:\n%s", diff)
	}
	want := "communique: standard input:2: too hard\n" +
		"communique: standard input:3: the analysis failed: index out of range; please report this with the text\n"
	if diff := cmp.Diff(want, f.stderr.String()); diff != "" {
		t.Errorf("standard error: -want +got:\n%s", diff)
	}
}

func TestNoAnalyzer(t *testing.T) {
	f := newFixture("")
	f.newAnalyzer = func(options, func(error)) (analyzeFunc, error) { return nil, errors.New("no model") }
	if status := f.run("analyze", "-"); status != exitProblem {
		t.Errorf("exit status %d, want %d", status, exitProblem)
	}
	if got, want := f.stderr.String(), "communique: cannot load the analyzer: no model\n"; got != want {
		t.Errorf("standard error is %q, want %q", got, want)
	}
}

// TestInterrupt interrupts while the input keeps the program waiting.
func TestInterrupt(t *testing.T) {
	r, w := io.Pipe()
	defer w.Close()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	f := newFixture("")
	f.in = r
	f.out = writeFunc(func(p []byte) (int, error) {
		cancel() // after the first document
		return f.stdout.Write(p)
	})
	go io.WriteString(w, "{\"id\":\"1\",\"text\":\"One.\"}\n")
	if status := f.cli.run(ctx, []string{"analyze", "-f", "json", "--jsonl", "-"}); status != exitInterrupted {
		t.Errorf("exit status %d, want %d", status, exitInterrupted)
	}
	if got, want := f.stderr.String(), "communique: interrupted\n"; got != want {
		t.Errorf("standard error is %q, want %q", got, want)
	}
	var list []communique.Statement
	if err := json.Unmarshal(f.stdout.Bytes(), &list); err != nil || len(list) != 1 {
		t.Errorf("%d statements, %v, want an array of one: %s", len(list), err, &f.stdout)
	}
}

type writeFunc func([]byte) (int, error)

func (f writeFunc) Write(p []byte) (int, error) { return f(p) }

func TestOutputErrors(t *testing.T) {
	input, _ := numbered(50)
	for _, test := range []struct {
		err    error
		status int
		stderr string
	}{
		{fmt.Errorf("write |1: %w", syscall.EPIPE), exitOK, ""},
		{io.ErrClosedPipe, exitOK, ""},
		{syscall.ENOSPC, exitProblem, "communique: cannot write the output: no space left on device\n"},
	} {
		for _, format := range []string{"text", "json", "jsonl"} {
			f := newFixture(input)
			writes := 0
			f.out = writeFunc(func(p []byte) (int, error) {
				if writes++; writes > 2 {
					return 0, test.err
				}
				return len(p), nil
			})
			if status := f.run("analyze", "-f", format, "--jsonl", "-"); status != test.status {
				t.Errorf("%v, %s: exit status %d, want %d", test.err, format, status, test.status)
			}
			if got := f.stderr.String(); got != test.stderr {
				t.Errorf("%v, %s: standard error is %q, want %q", test.err, format, got, test.stderr)
			}
			if writes != 3 {
				t.Errorf("%v, %s: %d writes, want none after the one that failed", test.err, format, writes-1)
			}
		}
	}
}

func TestProgress(t *testing.T) {
	var out bytes.Buffer
	clock := time.Unix(0, 0)
	p := &progress{out: &out, on: true, list: make([]source, 3), now: func() time.Time { return clock }, start: clock}
	p.step() // too early
	clock = clock.Add(2 * time.Second)
	p.step()
	clock = clock.Add(time.Millisecond) // too soon after the last
	p.step()
	p.message("a\x1b.txt", "bad")
	clock = clock.Add(time.Second)
	p.step()
	p.end()
	const erase = "\r\x1b[K"
	want := "\r2/3 documents\x1b[K" + erase + "communique: a\\x1b.txt: bad\n" + "\r4/3 documents\x1b[K" + erase
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestProgressOnlyOnTerminal(t *testing.T) {
	for _, test := range []struct{ errTTY, outTTY, want bool }{
		{false, false, false}, {true, false, true}, {true, true, false},
	} {
		c := cli{errTTY: test.errTTY, outTTY: test.outTTY}
		if got := c.newProgress(nil, c.outTTY).on; got != test.want {
			t.Errorf("%+v: %v", test, got)
		}
	}
}
