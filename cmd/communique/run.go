package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"syscall"
	"unicode/utf8"

	"github.com/communique-go/communique"
)

// analyze is the command "analyze".
func (c *cli) analyze(ctx context.Context, args []string) int {
	o, names, err := parseOptions("analyze", args)
	if err != nil {
		return c.usageError("analyze", err)
	}
	if o.help {
		return c.print(analyzeHelp)
	}
	return c.process(ctx, "analyze", o, names, c.newFormatter)
}

// process analyses what the names stand for, and writes it with the formatter that make returns.
func (c *cli) process(ctx context.Context, command string, o options, names []string, make func(out sink, o options, list []source) (formatter, error)) int {
	list := sources(names, o.jsonl)
	out, err := c.openOutput(o, list)
	if err != nil {
		return c.usageError(command, err)
	}
	parse, err := c.newAnalyzer(o, func(err error) { fmt.Fprintf(c.err, "communique: %s\n", visible(err.Error())) })
	if err != nil {
		out.close(false)
		fmt.Fprintf(c.err, "communique: cannot load the analyzer: %s\n", visible(err.Error()))
		return exitProblem
	}
	format, err := make(out, o, list) // after the analyzer: it may make a directory
	if err != nil {
		out.close(false)
		return c.usageError(command, err)
	}
	r := &reporter{
		format:   format,
		out:      out,
		broken:   brokenNote(o.format),
		progress: c.newProgress(list, out.tty),
		status:   exitOK,
	}
	feed := func(yield func(item) bool) {
		each(list, c.in, func(it item) bool {
			it.Date = o.day(it.document)
			return yield(it)
		})
	}
	err = inOrder(ctx, o.jobs, feed, parse, r.report)
	return c.finish(r, err)
}

// finish ends the output and returns the exit status.
func (c *cli) finish(r *reporter, err error) int {
	r.progress.end()
	interrupted := errors.Is(err, context.Canceled)
	if err == nil && r.out.path != "" && r.written == 0 && r.status != exitOK { // what the file has is better than nothing
		fmt.Fprintf(c.err, "communique: no document was analysed: %s is left as it was\n", visible(r.out.name))
		r.out.close(false)
		return r.status
	}
	_, whole := r.format.(*reportFormat)     // half a report would look like all of it
	if err == nil || interrupted && !whole { // an interrupted array is closed too: what was written can be read
		if e := r.format.end(); e != nil {
			err = e
		}
	}
	if e := r.out.close(err == nil); err == nil {
		err = e
	}
	if interrupted {
		fmt.Fprintln(c.err, "communique: interrupted")
		return exitInterrupted
	}
	return max(r.status, c.writeStatus(err))
}

// reporter writes the results to the output and what is wrong with them to standard error.
type reporter struct {
	format   formatter
	out      sink
	broken   string // what to say about a text with broken UTF-8, "" for nothing
	progress *progress
	written  int // statements
	status   int
}

// brokenNote returns what to say about a text with broken UTF-8 that is written in the format: the output is not what it seems.
func brokenNote(format string) string {
	switch format {
	case "text": // shows the bytes as escapes
		return ""
	case "json", "jsonl":
		return `the text has broken UTF-8, which JSON cannot hold: "text" has U+FFFD in its place, ` +
			`while offsets count bytes of the text as given, which stands in "raw" in base64`
	case "quotes-csv", "stances-csv", "commitments-csv":
		return "the text has broken UTF-8: what the table quotes of it has U+FFFD in its place, " +
			"while offsets in bytes count those of the text as given"
	}
	return "the text has broken UTF-8: the output has U+FFFD in place of each byte of it"
}

// report reports one result. An error is one of the output, and ends the run.
func (r *reporter) report(res result) error {
	defer r.progress.step()
	if res.note != "" {
		r.progress.message(res.name, res.note)
	}
	if res.err != nil {
		r.progress.message(res.name, res.err.Error())
		r.status = exitProblem
		return nil
	}
	if r.broken != "" && !utf8.ValidString(res.statement.Text) {
		r.progress.message(res.name, r.broken)
	}
	err := r.format.write(res.statement)
	var refused refusal
	if errors.As(err, &refused) {
		r.progress.message(res.name, refused.Error())
		r.status = exitProblem
		return nil
	}
	if err == nil {
		r.written++
	}
	return err
}

// refusal says why a formatter does not write a statement, while the others are written; or, at the end, why it writes nothing.
type refusal string

func (r refusal) Error() string { return string(r) }

// result is the outcome for one item of the input: a statement unless err is set.
type result struct {
	item
	statement *communique.Statement
}

// inOrder analyses the documents of feed, jobs at a time, and gives the results to report in the order of feed. It
// reads ahead by a few documents only, so that memory does not grow with the input. It ends early when ctx is done or
// report returns an error, and returns that; an analysis in progress is then left to itself.
func inOrder(ctx context.Context, jobs int, feed func(yield func(item) bool), parse analyzeFunc, report func(result) error) error {
	type task struct {
		item item
		slot chan result
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	tasks := make(chan task)
	// The slots of the documents under way, in order. While the first is slow, the others can be ahead by this many.
	slots := make(chan chan result, 4*jobs)
	for range jobs {
		go func() {
			for t := range tasks {
				t.slot <- analyzeItem(t.item, parse)
			}
		}()
	}
	go func() {
		defer close(slots)
		defer close(tasks)
		feed(func(it item) bool {
			slot := make(chan result, 1) // buffered, so that a worker never waits for its turn
			select {
			case slots <- slot:
			case <-ctx.Done():
				return false
			}
			select {
			case tasks <- task{it, slot}:
				return true
			case <-ctx.Done():
				return false
			}
		})
	}()
	for {
		res, ok, err := next(ctx, slots)
		if err != nil || !ok {
			return err
		}
		if err := report(res); err != nil {
			return err
		}
	}
}

// next waits for the next result in order; ok is false after the last one.
func next(ctx context.Context, slots <-chan chan result) (res result, ok bool, err error) {
	if err := ctx.Err(); err != nil { // select would choose at random if both were ready
		return res, false, err
	}
	select {
	case <-ctx.Done():
		return res, false, ctx.Err()
	case slot, ok := <-slots:
		if !ok {
			return res, false, nil
		}
		select {
		case <-ctx.Done():
			return res, false, ctx.Err()
		case res = <-slot:
			return res, true, nil
		}
	}
}

// analyzeItem analyses a document of the input. A panic becomes an error of the document: hundreds of others may wait.
func analyzeItem(it item, parse analyzeFunc) (res result) {
	res.item = it
	if it.err != nil {
		return res
	}
	defer func() {
		if p := recover(); p != nil {
			res.err = fmt.Errorf("the analysis failed: %v; please report this with the text", p)
		}
	}()
	res.statement, res.err = parse(it.Document)
	res.Text = "" // the statement has it
	return res
}

// closedPipe tells whether err says that nobody reads the output any more.
func closedPipe(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}
