package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"time"

	"github.com/communique-go/communique"
	"github.com/spf13/pflag"
)

// The exit statuses, as the help names them.
const (
	exitOK          = 0
	exitProblem     = 1
	exitUsage       = 2
	exitInterrupted = 130 // 128 + SIGINT, as shells have it
)

var (
	//go:embed help.txt
	mainHelp string
	//go:embed help_analyze.txt
	analyzeHelp string
)

// analyzeFunc analyses one text. It has to be safe for concurrent use.
type analyzeFunc func(text string) (*communique.Statement, error)

// cli is the program with its surroundings, so that tests can stand in for them.
type cli struct {
	in       io.Reader
	out, err io.Writer
	outTTY   bool // out is a terminal
	errTTY   bool // err is a terminal
	width    int  // columns of the terminal
	getenv   func(string) string
	// newAnalyzer loads the analyzer; it is called only when there is something to analyse.
	newAnalyzer func(o options, warn func(error)) (analyzeFunc, error)
}

// run runs the program with the arguments that follow its name and returns the exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	c := cli{
		in: stdin, out: stdout, err: stderr,
		outTTY: isTerminal(stdout), errTTY: isTerminal(stderr), width: terminalWidth(stdout),
		getenv: os.Getenv, newAnalyzer: newAnalyzer,
	}
	return c.run(ctx, args)
}

func (c *cli) run(ctx context.Context, args []string) int {
	if len(args) == 0 {
		return c.usageError("", errors.New("name a command"))
	}
	switch name, rest := args[0], args[1:]; name {
	case "analyze":
		return c.analyze(ctx, rest)
	case "version", "--version":
		return c.print(versionLine())
	case "help", "--help", "-h":
		if len(rest) > 0 && rest[0] == "analyze" {
			return c.print(analyzeHelp)
		}
		return c.print(mainHelp)
	default:
		return c.usageError("", fmt.Errorf("unknown command %q", name))
	}
}

func (c *cli) print(s string) int {
	_, err := io.WriteString(c.out, s)
	return c.writeStatus(err)
}

// writeStatus returns the exit status after writing to the output. A reader that has seen enough, as in "| head", is
// no reason to complain.
func (c *cli) writeStatus(err error) int {
	if err == nil || closedPipe(err) {
		return exitOK
	}
	fmt.Fprintf(c.err, "communique: cannot write the output: %s\n", visible(err.Error()))
	return exitProblem
}

// usageError reports a wrong call of a command ("" for the program itself) and where to read how to do it.
func (c *cli) usageError(command string, err error) int {
	help := "communique --help"
	if command != "" {
		help = "communique " + command + " --help"
	}
	fmt.Fprintf(c.err, "communique: %s\nRun '%s' to see how it is called.\n", visible(err.Error()), help)
	return exitUsage
}

// versionLine returns what the Go toolchain has recorded about the build.
func versionLine() string {
	version := "(unknown version)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		version = info.Main.Version
	}
	return fmt.Sprintf("communique %s %s %s/%s\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// maxJobs bounds --jobs: every one takes memory, and more than there are processors gain nothing.
const maxJobs = 1024

// options are the flags of "analyze".
type options struct {
	format string
	color  string
	jobs   int
	jsonl  bool // standard input is JSON Lines
	help   bool
	date   string   // the day of the statements, YYYY-MM-DD
	actors []string // files of actors
}

// parseOptions returns the flags and the remaining arguments, or what is wrong with them.
func parseOptions(args []string) (options, []string, error) {
	var o options
	flags := pflag.NewFlagSet("analyze", pflag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	flags.StringVarP(&o.format, "format", "f", "text", "")
	flags.StringVar(&o.color, "color", "auto", "")
	flags.IntVarP(&o.jobs, "jobs", "j", min(runtime.GOMAXPROCS(0), maxJobs), "")
	flags.BoolVar(&o.jsonl, "jsonl", false, "")
	flags.StringVar(&o.date, "date", "", "")
	flags.StringArrayVar(&o.actors, "actors", nil, "")
	flags.BoolVarP(&o.help, "help", "h", false, "")
	if err := flags.Parse(args); err != nil {
		return o, nil, err
	}
	if o.help {
		return o, nil, nil
	}
	return o, flags.Args(), o.check(flags.Args())
}

func (o options) check(names []string) error {
	if !slices.Contains([]string{"text", "json", "jsonl"}, o.format) {
		return fmt.Errorf("unknown format %q: choose text, json or jsonl", o.format)
	}
	if !slices.Contains([]string{"auto", "always", "never"}, o.color) {
		return fmt.Errorf("unknown value %q of --color: choose auto, always or never", o.color)
	}
	if o.jobs < 1 || o.jobs > maxJobs {
		return fmt.Errorf("--jobs %d: choose a number from 1 to %d", o.jobs, maxJobs)
	}
	if _, err := time.Parse(time.DateOnly, o.date); o.date != "" && err != nil {
		return fmt.Errorf("--date %q: write the day as YYYY-MM-DD", o.date)
	}
	if len(names) == 0 {
		return errors.New("name a file or a directory to analyse, or - for standard input")
	}
	stdin := 0
	for _, n := range names {
		if n == "-" {
			stdin++
		}
	}
	if stdin > 1 {
		return errors.New("standard input (-) can be read only once")
	}
	if o.jsonl && stdin == 0 {
		return errors.New("--jsonl is about standard input: name it with -")
	}
	return nil
}
