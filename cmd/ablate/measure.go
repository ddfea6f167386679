package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// dataSet is a part of the evaluation data.
type dataSet struct {
	name    string
	measure string // of score.py, or "" if only the documents that change are counted
	gold    string // what it measures against
	input   string // a pattern of the texts' names, or "" where score.py makes them
}

var dataSets = []dataSet{
	{"seed", "statements", "seed", "seed/*.txt"},
	{"gold", "statements", "gold", "gold/*.txt"},
	{"field", "statements", "field/train", ""},
	{"polnear", "brat", "polnear/dev", "polnear/dev/text/*.txt"},
	{"gsr", "gsr", "plover/gsr_dev.json", ""},
	{"cases", "cases", "cases/cases.jsonl", ""},
	{"plv", "plv", "plv/train.tsv", ""},
	{"directed", "directed", "directed/dev.txt", ""},
}

// counted names the sets whose documents are counted as better or worse.
var counted = []string{"gold", "field"}

// kinds are what a document is better or worse in.
var kinds = []string{"quotes", "stances", "commitments"}

// bench measures programs on the evaluation data.
type bench struct {
	python  string // the interpreter
	scripts string // the directory of measures.py
	shared  string // the directory of the data
	dir     string // for files of its own
	sets    []dataSet
	input   map[string][]string // for each set the files to be analysed
	base    map[string]result
	limit   time.Duration // for one set; 0 is no limit
}

// result is what a program makes of a set.
type result struct {
	file    string            // of the output
	ids     []string          // in the order of the output
	lines   map[string]string // the output for each document
	figures []figure          // in the order of the headlines
}

type figure struct {
	name  string
	value float64
}

// change is what a trial does to a set.
type change struct {
	set       dataSet
	documents int // with another output
	missing   int // without output, though they had one
	before    []figure
	after     []figure
	better    map[string]int // documents by kind
	worse     map[string]int
}

// prepare makes the inputs and measures the program at bin as it is.
func (b *bench) prepare(ctx context.Context, bin string) error {
	b.input, b.base, b.limit = map[string][]string{}, map[string]result{}, 0
	for _, s := range b.sets {
		files, err := b.files(ctx, s)
		if err != nil {
			return err
		}
		b.input[s.name] = files
	}
	start := time.Now()
	for _, s := range b.sets {
		r, err := b.analyze(ctx, bin, "base", "", s)
		if err != nil {
			return err
		}
		if s.measure != "" {
			out, err := b.output(ctx, b.measures(), "figures", b.scorer(), s.measure, b.gold(s), r.file)
			if err != nil {
				return err
			}
			if r.figures, _, err = parseFigures(out); err != nil {
				return err
			}
		}
		b.base[s.name] = r
	}
	// A rule that keeps a loop from its end would go on for ever.
	b.limit = max(20*time.Second, 10*time.Since(start))
	return nil
}

// files returns the files of a set that are analysed. What score.py has to make it makes.
func (b *bench) files(ctx context.Context, s dataSet) ([]string, error) {
	if s.input != "" {
		pattern := filepath.FromSlash(s.input)
		if s.measure != "" {
			pattern = filepath.Join(b.shared, pattern)
		}
		files, err := filepath.Glob(pattern)
		if err == nil && len(files) == 0 {
			err = fmt.Errorf("no texts %s", pattern)
		}
		return files, err
	}
	args := []string{b.scorer(), "input", s.measure, b.gold(s)}
	if s.measure == "statements" {
		args = []string{b.scorer(), "input-statements", "-", b.gold(s)}
	}
	out, err := b.output(ctx, args...)
	if err != nil {
		return nil, err
	}
	file := filepath.Join(b.dir, s.name+"-input.jsonl")
	return []string{file}, os.WriteFile(file, out, 0o644)
}

func (b *bench) measures() string      { return filepath.Join(b.scripts, "measures.py") }
func (b *bench) scorer() string        { return filepath.Join(b.shared, "score", "score.py") }
func (b *bench) gold(s dataSet) string { return filepath.Join(b.shared, filepath.FromSlash(s.gold)) }

func (b *bench) output(ctx context.Context, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, b.python, args...)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w\n%s", b.python, strings.Join(args[:min(3, len(args))], " "), err, stderr.String())
	}
	return out, nil
}

// analyze runs the program at bin on a set with rules off.
func (b *bench) analyze(ctx context.Context, bin, name, off string, s dataSet) (result, error) {
	r := result{file: filepath.Join(b.dir, name+"-"+s.name+".jsonl"), lines: map[string]string{}}
	if b.limit > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeoutCause(ctx, b.limit, errors.New("does not end"))
		defer cancel()
	}
	cmd := exec.CommandContext(ctx, bin, append([]string{"analyze", "--format", "jsonl"}, b.input[s.name]...)...)
	cmd.Env = append(os.Environ(), switchVariable+"="+off)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	var exit *exec.ExitError
	// Exit status 1 means that some documents failed.
	if err := cmd.Run(); err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
		if cause := context.Cause(ctx); cause != nil {
			return r, cause
		}
		last, _, _ := strings.Cut(stderr.String(), "\n")
		return r, fmt.Errorf("%w: %s", err, last)
	}
	for _, line := range strings.SplitAfter(stdout.String(), "\n") {
		var d struct{ ID string }
		if line == "" {
			continue
		}
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			return r, fmt.Errorf("output of %s: %w", s.name, err)
		}
		r.ids = append(r.ids, d.ID)
		r.lines[d.ID] = line
	}
	return r, os.WriteFile(r.file, stdout.Bytes(), 0o644)
}

// try returns what the program at bin does with rules off, a change for each set.
func (b *bench) try(ctx context.Context, bin, off string) ([]change, error) {
	var changes []change
	for _, s := range b.sets {
		base := b.base[s.name]
		r, err := b.analyze(ctx, bin, "trial", off, s)
		if err != nil {
			return nil, err
		}
		c := change{set: s, before: base.figures, after: base.figures, better: map[string]int{}, worse: map[string]int{}}
		var changed []string
		for _, id := range base.ids {
			line, ok := r.lines[id]
			if !ok {
				c.missing++
			}
			if line != base.lines[id] {
				changed = append(changed, id)
			}
		}
		if c.documents = len(changed); c.documents > 0 && s.measure != "" {
			if err := b.compare(ctx, &c, base, r, changed); err != nil {
				return nil, err
			}
		}
		changes = append(changes, c)
	}
	return changes, nil
}

// compare fills in the figures after a change and the documents that are better or worse for it.
func (b *bench) compare(ctx context.Context, c *change, before, after result, changed []string) error {
	args := []string{b.measures(), "compare", b.scorer(), c.set.measure, b.gold(c.set), before.file, after.file}
	if slices.Contains(counted, c.set.name) {
		args = append(args, changed...)
	}
	out, err := b.output(ctx, args...)
	if err != nil {
		return err
	}
	var documents map[string][2]int
	if c.after, documents, err = parseFigures(out); err != nil {
		return err
	}
	for kind, n := range documents {
		c.better[kind], c.worse[kind] = n[0], n[1]
	}
	return nil
}

// parseFigures reads what scripts/measures.py prints. The order of the figures, which a map would lose, is kept.
func parseFigures(data []byte) (figures []figure, documents map[string][2]int, err error) {
	var out struct {
		Figures   json.RawMessage
		Documents map[string][2]int
	}
	if err := json.Unmarshal(data, &out); err != nil {
		return nil, nil, err
	}
	d := json.NewDecoder(bytes.NewReader(out.Figures))
	for {
		t, err := d.Token()
		if err == io.EOF {
			return figures, out.Documents, nil
		}
		if err != nil {
			return nil, nil, err
		}
		if name, ok := t.(string); ok {
			f := figure{name: name}
			if err := d.Decode(&f.value); err != nil {
				return nil, nil, err
			}
			figures = append(figures, f)
		}
	}
}
