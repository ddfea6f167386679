package main

import (
	"context"
	"errors"
	"io"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/report"
)

// report is the command "report".
func (c *cli) report(ctx context.Context, args []string) int {
	o, names, err := parseOptions("report", args)
	if err == nil && !o.help && o.toStdout() && c.outTTY {
		err = errors.New("a report is a page for a browser: name a file for it with --output")
	}
	if err != nil {
		return c.usageError("report", err)
	}
	if o.help {
		return c.print(reportHelp)
	}
	return c.process(ctx, "report", o, names, func(out sink, o options, _ []source) (formatter, error) {
		return &reportFormat{out: out, options: report.Options{Title: o.title}}, nil
	})
}

// reportFormat collects the statements and writes the page at the end.
type reportFormat struct {
	out        io.Writer
	options    report.Options
	statements []*communique.Statement
}

func (f *reportFormat) write(s *communique.Statement) error {
	f.statements = append(f.statements, s)
	return nil
}

func (f *reportFormat) end() error {
	if len(f.statements) == 0 {
		return refusal("there is no statement to report on")
	}
	return report.Write(f.out, f.statements, f.options)
}
