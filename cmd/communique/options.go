package main

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"
)

// maxJobs bounds --jobs: every one takes memory, and more than there are processors gain nothing.
const maxJobs = 1024

// formats are the values of --format.
var formats = []string{"text", "json", "jsonl", "html", "markdown", "brat", "quotes-csv", "stances-csv", "commitments-csv",
	"plover", "web-annotation"}

// options are the flags of "analyze" and "report".
type options struct {
	format string // of "analyze"
	color  string // of "analyze"
	title  string // of "report"
	output string // the file to write, or the directory; "" or "-" for standard output
	jobs   int
	jsonl  bool // standard input is JSON Lines
	help   bool
	date   string   // the day of the statements, YYYY-MM-DD
	actors []string // files of actors
}

// parseOptions returns the flags of a command and the remaining arguments, or what is wrong with them.
func parseOptions(command string, args []string) (options, []string, error) {
	var o options
	flags := pflag.NewFlagSet(command, pflag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	if command == "report" {
		flags.StringVar(&o.title, "title", "", "")
	} else {
		flags.StringVarP(&o.format, "format", "f", "text", "")
		flags.StringVar(&o.color, "color", "auto", "")
	}
	flags.StringVarP(&o.output, "output", "o", "", "")
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
	if command != "report" {
		if err := o.checkFormat(); err != nil {
			return o, nil, err
		}
	}
	return o, flags.Args(), o.check(flags.Args())
}

// checkFormat checks the flags that "analyze" alone has.
func (o options) checkFormat() error {
	if !slices.Contains(formats, o.format) {
		last := len(formats) - 1
		return fmt.Errorf("unknown format %q: choose %s or %s", o.format, strings.Join(formats[:last], ", "), formats[last])
	}
	if !slices.Contains([]string{"auto", "always", "never"}, o.color) {
		return fmt.Errorf("unknown value %q of --color: choose auto, always or never", o.color)
	}
	if o.format == "brat" && o.toStdout() {
		return errors.New("the format brat is several files: name a directory for them with --output")
	}
	return nil
}

func (o options) check(names []string) error {
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

// toStdout reports whether the output goes to standard output.
func (o options) toStdout() bool { return o.output == "" || o.output == "-" }

// day returns the day of a document: the one that comes with it, else that of --date, else the one in the name of its file. It
// is the zero time if there is none.
func (o options) day(d document) time.Time {
	if day, err := time.Parse(time.DateOnly, o.date); err == nil && (d.Date.IsZero() || d.dayByName) {
		return day
	}
	return d.Date
}
