package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/communique-go/communique"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// fixture is the program with made-up surroundings. Its analyzer knows nothing of language: see fake.
type fixture struct {
	cli
	stdout, stderr bytes.Buffer
}

func newFixture(stdin string) *fixture {
	f := &fixture{}
	f.cli = cli{
		in: strings.NewReader(stdin), out: &f.stdout, err: &f.stderr, width: defaultWidth,
		getenv:      func(string) string { return "" },
		newAnalyzer: func(options, func(error)) (analyzeFunc, error) { return fake, nil },
	}
	return f
}

func (f *fixture) run(args ...string) int { return f.cli.run(context.Background(), args) }

// fake finds in every text the same things: it takes the text as one quote of Ana Veld.
func fake(d communique.Document) (*communique.Statement, error) {
	return &communique.Statement{
		ID:       d.ID,
		Text:     d.Text,
		Date:     d.Date,
		Entities: []communique.Entity{},
		Quotes: []communique.Quote{{
			Kind: communique.Direct, Speaker: "Ana Veld", Mode: communique.Assertion,
			Content: []communique.Passage{{End: len(d.Text), Text: d.Text}},
		}},
		Stances:     []communique.Stance{},
		Commitments: []communique.Commitment{},
	}, nil
}

// write makes files with the contents in a new directory and changes to it, so that messages have no varying paths.
func write(t *testing.T, files map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	old, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chdir(dir); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.Chdir(old); err != nil {
			t.Fatal(err)
		}
	})
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func TestHelp(t *testing.T) {
	for _, test := range []struct {
		args []string
		file string
	}{
		{[]string{"--help"}, "help.golden"},
		{[]string{"-h"}, "help.golden"},
		{[]string{"help"}, "help.golden"},
		{[]string{"analyze", "--help"}, "help_analyze.golden"},
		{[]string{"analyze", "-h"}, "help_analyze.golden"},
		{[]string{"help", "analyze"}, "help_analyze.golden"},
		{[]string{"report", "--help"}, "help_report.golden"},
		{[]string{"help", "report"}, "help_report.golden"},
	} {
		f := newFixture("")
		if status := f.run(test.args...); status != exitOK {
			t.Errorf("%q: exit status %d", test.args, status)
		}
		golden(t, test.file, f.stdout.String())
		if f.stderr.Len() > 0 {
			t.Errorf("%q: standard error has %q", test.args, f.stderr.String())
		}
		for _, l := range strings.Split(f.stdout.String(), "\n") {
			if columns(l) > defaultWidth {
				t.Errorf("%q: line of %d columns: %q", test.args, columns(l), l)
			}
		}
	}
}

func TestVersion(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if status := run(context.Background(), []string{"version"}, strings.NewReader(""), &stdout, &stderr); status != exitOK {
		t.Errorf("exit status %d, %s", status, &stderr)
	}
	if got := stdout.String(); !strings.HasPrefix(got, "communique ") || strings.Count(got, "\n") != 1 {
		t.Errorf("got %q, want one line", got)
	}
}

func TestUsageErrors(t *testing.T) {
	for _, test := range []struct {
		args []string
		want string // on standard error
	}{
		{nil, "name a command"},
		{[]string{"analyse"}, `unknown command "analyse"`},
		{[]string{"analyze"}, "name a file"},
		{[]string{"analyze", "--nonsense", "-"}, "unknown flag: --nonsense"},
		{[]string{"analyze", "--format", "xml", "-"}, `unknown format "xml": choose text, json, jsonl, html, markdown, brat, `},
		{[]string{"analyze", "--color", "blue", "-"}, `unknown value "blue" of --color`},
		{[]string{"analyze", "-j", "0", "-"}, "--jobs 0: choose a number from 1 to 1024"},
		{[]string{"analyze", "-j", "many", "-"}, "invalid argument"},
		{[]string{"analyze", "-", "-"}, "only once"},
		{[]string{"analyze", "--jsonl", "a.txt"}, "--jsonl is about standard input"},
		{[]string{"analyze", "--format", "\x1b[31m", "-"}, `\x1b[31m`},
		{[]string{"analyze", "--format", "brat", "-"}, "name a directory for them with --output"},
		{[]string{"analyze", "--format", "brat", "-", "-o", "-"}, "name a directory for them with --output"},
		{[]string{"analyze", "-o", "testdata", "-"}, "--output testdata is a directory: name a file in it"},
		{[]string{"analyze", "-o", "none/x.json", "-"}, "--output none/x.json: there is no directory none; make it first"},
		{[]string{"analyze", "-o", "help.txt", "help.txt"}, "--output help.txt is a file to read: name another"},
		{[]string{"analyze", "-o", "help.txt", "-", "--actors", "./help.txt"}, "--output help.txt is a file to read: name another"},
		{[]string{"report"}, "name a file"},
		{[]string{"report", "--format", "json", "-"}, "unknown flag: --format"},
		{[]string{"report", "--date", "May", "-"}, `--date "May": write the day as YYYY-MM-DD`},
	} {
		f := newFixture("")
		if status := f.run(test.args...); status != exitUsage {
			t.Errorf("%q: exit status %d, want %d", test.args, status, exitUsage)
		}
		if got := f.stderr.String(); !strings.Contains(got, test.want) || !strings.Contains(got, "--help'") {
			t.Errorf("%q: standard error is %q, want %q and where to find help", test.args, got, test.want)
		}
		if f.stdout.Len() > 0 {
			t.Errorf("%q: output %q", test.args, f.stdout.String())
		}
	}
}
