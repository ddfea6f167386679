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

	"github.com/communique-go/communique"
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
	//go:embed help_report.txt
	reportHelp string
)

// analyzeFunc analyses one document. It has to be safe for concurrent use.
type analyzeFunc func(communique.Document) (*communique.Statement, error)

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
	case "report":
		return c.report(ctx, rest)
	case "version", "--version":
		return c.print(versionLine())
	case "help", "--help", "-h":
		return c.help(rest)
	default:
		return c.usageError("", fmt.Errorf("unknown command %q", name))
	}
}

// help prints the help of a command, that of the program if there is no such.
func (c *cli) help(names []string) int {
	if len(names) > 0 && names[0] == "analyze" {
		return c.print(analyzeHelp)
	}
	if len(names) > 0 && names[0] == "report" {
		return c.print(reportHelp)
	}
	return c.print(mainHelp)
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
	var refused refusal
	if errors.As(err, &refused) {
		fmt.Fprintf(c.err, "communique: %s\n", visible(refused.Error()))
		return exitProblem
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
