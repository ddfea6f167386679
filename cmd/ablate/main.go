// Command ablate tells whether a rule is worth its lines: it turns a function, a set of words or rows of a table off in a
// copy of the program and prints what that changes on the evaluation data. It changes no file of the repository, from whose
// root it is to be called.
//
//	ablate [flags] RULE...
//
// A RULE is PACKAGE.FUNCTION or PACKAGE.TYPE.METHOD (stance.isUncertain), PACKAGE.VARIABLE, or rows of a table
// (stance/stances.tsv:label=accuse, stance/stances.tsv:/regexp/, stance/stances.tsv:12-20) or a class of words
// (lexicon/words.tsv:classes=soft, lexicon.Soft). A function that is off returns at once what it returns where it finds
// nothing, as its own return statements have it; PACKAGE.FUNCTION=VALUE chooses another value. A "*" in the name stands for any letters ("internal/commitment.*") and tries each condition with both values.
//
// One rule gives a table of all measures, several give a line each. Documents of the sets gold and field count as better or
// worse by their F1 together with that of stances and commitments whose holders, targets and parties are right, or with the
// part of the quotes whose speaker is. A program that fails, or takes ten times as long, is reported as such.
package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "ablate:", err)
		os.Exit(1)
	}
}

type options struct {
	shared, python string
	sets           string
	list, together bool
	file, more     string
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	var o options
	flags := flag.NewFlagSet("ablate", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&o.shared, "shared", "../shared", "`directory` of the evaluation data")
	flags.StringVar(&o.python, "python", "python3", "Python 3")
	flags.StringVar(&o.sets, "sets", setNames(), "`names` of the data sets to measure on")
	flags.StringVar(&o.file, "rules", "", "`file` with more rules, one a line")
	flags.StringVar(&o.more, "more", "", "`files` with more documents, a pattern; only those that change are counted")
	flags.BoolVar(&o.list, "list", false, "print the rules and measure nothing")
	flags.BoolVar(&o.together, "together", false, "turn all rules off at once")
	if err := flags.Parse(args); err != nil {
		return err
	}
	words := strings.Fields(strings.Join(flags.Args(), " "))
	if o.file != "" {
		more, err := readRules(o.file)
		if err != nil {
			return err
		}
		words = append(words, more...)
	}
	if len(words) == 0 {
		return errors.New(`no rule is named; "ablate -h" lists the flags`)
	}
	root, err := filepath.Abs(".")
	if err != nil {
		return err
	}
	var rules []rule
	for _, w := range words {
		found, err := find(root, w)
		if err != nil {
			return err
		}
		rules = append(rules, found...)
	}
	if o.list {
		for _, r := range rules {
			fmt.Fprintln(stdout, r)
		}
		return nil
	}
	sets, err := chosen(o.sets)
	if err != nil {
		return err
	}
	if o.more != "" {
		sets = append(sets, dataSet{name: "more", input: o.more})
	}
	return ablate(ctx, root, o, rules, sets, stdout)
}

func setNames() string {
	var names []string
	for _, s := range dataSets {
		names = append(names, s.name)
	}
	return strings.Join(names, ",")
}

func chosen(names string) ([]dataSet, error) {
	var sets []dataSet
	for _, n := range strings.Split(names, ",") {
		i := slices.IndexFunc(dataSets, func(s dataSet) bool { return s.name == n })
		if i < 0 {
			return nil, fmt.Errorf("no data set %q among %s", n, setNames())
		}
		sets = append(sets, dataSets[i])
	}
	return sets, nil
}

// readRules returns the lines of a file; '#' opens a comment line.
func readRules(name string) ([]string, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var words []string
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if s := strings.TrimSpace(lines.Text()); s != "" && s[0] != '#' {
			words = append(words, s)
		}
	}
	return words, lines.Err()
}

// ablate measures the program as it is and without each rule, or without all of them.
func ablate(ctx context.Context, root string, o options, rules []rule, sets []dataSet, stdout io.Writer) error {
	dir, err := os.MkdirTemp("", "ablate")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	code := slices.DeleteFunc(slices.Clone(rules), rule.isTable) // one program can do without each of them
	bin, err := build(ctx, root, dir, "all", code)
	if err != nil {
		return err
	}
	b := &bench{python: o.python, scripts: filepath.Join(root, "scripts"), shared: o.shared, dir: dir, sets: sets}
	if err := b.prepare(ctx, bin); err != nil {
		return err
	}
	next := 0 // the number of the next rule in code
	for _, trial := range trials(rules, o.together) {
		var names, off []string
		program, tables := bin, []rule{}
		for _, r := range trial {
			names = append(names, r.String())
			if r.isTable() {
				tables = append(tables, r)
				continue
			}
			off = append(off, strconv.Itoa(next))
			next++
		}
		if len(tables) > 0 {
			if program, err = build(ctx, root, dir, "table", append(slices.Clone(code), tables...)); err != nil {
				return err
			}
		}
		name := strings.Join(names, " + ")
		changes, err := b.try(ctx, program, strings.Join(off, ","))
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			fmt.Fprintf(stdout, "%s: fails: %v\n", name, err)
		case o.together || len(rules) == 1:
			if err := printTable(stdout, name, changes); err != nil {
				return err
			}
		default:
			printLine(stdout, name, changes)
		}
	}
	return nil
}

// trials returns the rules that are turned off at once: one after the other, or all together.
func trials(rules []rule, together bool) [][]rule {
	if together {
		return [][]rule{rules}
	}
	var list [][]rule
	for _, r := range rules {
		list = append(list, []rule{r})
	}
	return list
}

// build builds the command with rules that can be turned off and returns the program's name.
func build(ctx context.Context, root, dir, name string, rules []rule) (string, error) {
	sub := filepath.Join(dir, name)
	if err := os.MkdirAll(sub, 0o755); err != nil {
		return "", err
	}
	overlay, err := writeOverlay(root, sub, rules)
	if err != nil {
		return "", err
	}
	bin := filepath.Join(sub, "communique")
	cmd := exec.CommandContext(ctx, "go", "build", "-overlay", overlay, "-o", bin, "./cmd/communique")
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return bin, nil
}
