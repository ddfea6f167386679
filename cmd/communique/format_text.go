package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/communique-go/communique"
)

// textFormat writes summaries to read.
type textFormat struct {
	out   io.Writer
	paint palette
	width int
	n     int // documents written
}

func (f *textFormat) end() error { return nil }

func (f *textFormat) write(s *communique.Statement) error {
	var b strings.Builder
	if f.n > 0 {
		b.WriteByte('\n')
	}
	f.n++
	f.header(&b, s)
	f.quotes(&b, s.Quotes)
	f.stances(&b, s)
	f.commitments(&b, s)
	_, err := io.WriteString(f.out, b.String())
	return err
}

func (f *textFormat) header(b *strings.Builder, s *communique.Statement) {
	title := "── " + shorten(oneLine(s.ID), f.width-8) + " "
	title += strings.Repeat("─", max(0, f.width-columns(title)))
	fmt.Fprintln(b, f.paint.bold(title))
	for _, known := range []string{s.Title, s.Issuer, s.URL} {
		if known != "" {
			fmt.Fprintln(b, shorten(oneLine(known), f.width))
		}
	}
	fmt.Fprintln(b, f.paint.faint(strings.Join([]string{
		count(len(s.Entities), "entity", "entities"), count(len(s.Quotes), "quote", "quotes"),
		count(len(s.Stances), "stance", "stances"), count(len(s.Commitments), "commitment", "commitments"),
	}, ", ")))
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func (f *textFormat) section(b *strings.Builder, title string) {
	fmt.Fprintf(b, "\n%s\n", f.paint.bold(title))
}

// entry writes the line that a quote or a commitment begins with.
func (f *textFormat) entry(b *strings.Builder, who, facts string) {
	fmt.Fprintf(b, "  %s %s\n", f.paint.bold(oneLine(who)), f.paint.faint("· "+oneLine(facts)))
}

// paragraph writes s wrapped, every line indented.
func (f *textFormat) paragraph(b *strings.Builder, indent int, s string) {
	for _, l := range wrap(s, f.width-indent) {
		fmt.Fprintf(b, "%s%s\n", strings.Repeat(" ", indent), l)
	}
}

func (f *textFormat) quotes(b *strings.Builder, quotes []communique.Quote) {
	if len(quotes) == 0 {
		return
	}
	f.section(b, "Quotes")
	for _, q := range quotes {
		facts := []string{string(q.Kind)}
		if q.Mode != "" && q.Mode != communique.Assertion {
			facts = append(facts, string(q.Mode))
		}
		if q.Cue != nil {
			facts = append(facts, "“"+q.Cue.Text+"”")
		}
		f.entry(b, speaker(q), strings.Join(facts, " · "))
		f.paragraph(b, 4, content(q))
	}
}

// speaker returns who says the quote: the name, else the words that the text has for the source.
func speaker(q communique.Quote) string {
	switch {
	case q.Speaker != "":
		return q.Speaker
	case q.Source != nil:
		return "“" + q.Source.Text + "”"
	}
	return "unknown speaker"
}

// content returns the words of a quote, with an ellipsis where the attribution interrupts them.
func content(q communique.Quote) string {
	pieces := make([]string, len(q.Content))
	for i, p := range q.Content {
		pieces[i] = p.Text
	}
	words := strings.Join(pieces, " … ")
	if q.Kind == communique.Direct {
		return "“" + words + "”"
	}
	return words
}

// The widest that the columns of the stances get.
const (
	maxHolder    = 24
	labelColumn  = 9  // "cooperate"
	degreeColumn = 11 // "most severe"
)

func (f *textFormat) stances(b *strings.Builder, s *communique.Statement) {
	if len(s.Stances) == 0 {
		return
	}
	f.section(b, "Stances")
	holders, width := make([]string, len(s.Stances)), 0
	for i, st := range s.Stances {
		holders[i] = shorten(oneLine(names(st.Holders)), min(maxHolder, f.width/4))
		width = max(width, columns(holders[i]))
	}
	for i, st := range s.Stances {
		f.stance(b, st, pad(holders[i], width))
	}
}

func (f *textFormat) stance(b *strings.Builder, st communique.Stance, holder string) {
	sign, color := "·", f.paint.yellow
	switch st.Label.Polarity() {
	case communique.Cooperative:
		sign, color = "+", f.paint.green
	case communique.Conflictual:
		sign, color = "-", f.paint.red
	}
	words := "“" + st.Phrase.Text + "”"
	if st.Negated {
		words = "not " + words
	}
	if len(st.Targets) > 0 {
		words += " → " + strings.Join(st.Targets, ", ")
	}
	label, degree := pad(oneLine(string(st.Label)), labelColumn), pad(oneLine(st.Intensity.String()), degreeColumn)
	indent := 2 + 2 + columns(holder) + 2 + columns(label) + 2 + columns(degree) + 2
	first, rest := hanging(words, f.width-indent)
	fmt.Fprintf(b, "  %s %s  %s  %s  %s\n", color(sign), holder, color(label), degree, first)
	for _, l := range rest {
		fmt.Fprintf(b, "%s%s\n", strings.Repeat(" ", indent), l)
	}
}

// hanging wraps s and splits off the first line.
func hanging(s string, width int) (first string, rest []string) {
	lines := wrap(s, width)
	if len(lines) == 0 {
		return "", nil
	}
	return lines[0], lines[1:]
}

func names(list []string) string {
	if len(list) == 0 {
		return "?"
	}
	return strings.Join(list, ", ")
}

func (f *textFormat) commitments(b *strings.Builder, s *communique.Statement) {
	if len(s.Commitments) == 0 {
		return
	}
	f.section(b, "Commitments")
	for _, c := range s.Commitments {
		status := string(c.Status)
		if len(c.Claimants) > 0 {
			status += " according to " + strings.Join(c.Claimants, ", ")
		}
		f.entry(b, names(c.Parties), status)
		f.paragraph(b, 4, c.Action.Text)
		f.detail(b, "instrument", c.Instrument)
		f.detail(b, "deadline", c.Deadline)
		f.detail(b, "condition", c.Condition)
	}
}

// detail writes a part of a commitment, if there is one.
func (f *textFormat) detail(b *strings.Builder, name string, p *communique.Passage) {
	if p == nil {
		return
	}
	first, rest := hanging(p.Text, f.width-18)
	fmt.Fprintf(b, "      %s%s\n", f.paint.faint(pad(name, 12)), first)
	for _, l := range rest {
		fmt.Fprintf(b, "%s%s\n", strings.Repeat(" ", 18), l)
	}
}
