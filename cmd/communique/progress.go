package main

import (
	"fmt"
	"io"
	"time"
)

const (
	progressAfter = time.Second            // shorter work needs no comment
	progressEvery = 100 * time.Millisecond // more often than that nobody reads
)

// progress keeps standard error: messages, and on a terminal a line that tells how many documents are done. It is used
// by one goroutine.
type progress struct {
	out   io.Writer
	on    bool // show the line
	list  []source
	now   func() time.Time
	start time.Time
	last  time.Time // when the line was written
	done  int
	total string // "/919", "" while or where it is not known
	shown bool   // the line stands on the terminal
}

// newProgress returns the progress of the work on the sources. If the output goes to the terminal, it tells by itself
// how far the work is, and a line of progress would only stand between.
func (c *cli) newProgress(list []source, outTTY bool) *progress {
	return &progress{out: c.err, on: c.errTTY && !outTTY, list: list, now: time.Now, start: time.Now()}
}

// step counts a document.
func (p *progress) step() {
	p.done++
	if !p.on {
		return
	}
	now := p.now()
	if now.Sub(p.start) < progressAfter || now.Sub(p.last) < progressEvery {
		return
	}
	if p.last.IsZero() {
		p.total = totalOf(p.list)
	}
	p.last, p.shown = now, true
	fmt.Fprintf(p.out, "\r%d%s documents\x1b[K", p.done, p.total)
}

// totalOf counts the documents of the sources. It reads .jsonl files for that, and so is left until it is needed.
func totalOf(list []source) string {
	total := 0
	for _, s := range list {
		n, ok := s.count()
		if !ok {
			return ""
		}
		total += n
	}
	return fmt.Sprintf("/%d", total)
}

// message writes what is to be said about the document or file with the name.
func (p *progress) message(name, text string) {
	p.clear()
	fmt.Fprintf(p.out, "communique: %s: %s\n", visible(name), visible(text))
}

func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.out, "\r\x1b[K")
		p.shown = false
	}
}

// end takes the line of progress away.
func (p *progress) end() { p.clear() }
