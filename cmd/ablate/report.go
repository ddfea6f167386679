package main

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"text/tabwriter"
)

// printTable writes what one trial changes: the figures of all sets and how many documents come out differently.
func printTable(w io.Writer, name string, changes []change) error {
	fmt.Fprintf(w, "\n%s: %s\n\n", name, summary(changes))
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "data\tmeasure\tbefore\tafter\tdifference")
	for _, c := range changes {
		for i, f := range c.before {
			after := number(c.after[i].value)
			if d := difference(f.value, c.after[i].value); d != "" {
				after += "\t" + d
			}
			fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", c.set.name, f.name, number(f.value), after)
		}
	}
	return t.Flush()
}

// printLine writes the same as one line, with the figures that change only.
func printLine(w io.Writer, name string, changes []change) {
	var moved []string
	for _, c := range changes {
		for i, f := range c.before {
			if d := difference(f.value, c.after[i].value); d != "" {
				moved = append(moved, fmt.Sprintf("%s %s %s", c.set.name, f.name, d))
			}
		}
	}
	line := name + ": " + summary(changes)
	if len(moved) > 0 {
		line += " | " + strings.Join(moved, "; ")
	}
	fmt.Fprintln(w, line)
}

// summary says how many documents change, in which sets, and how many of those that are counted get better and worse.
func summary(changes []change) string {
	total, missing := 0, 0
	var sets, gains []string
	for _, c := range changes {
		total += c.documents
		missing += c.missing
		if c.documents > 0 {
			sets = append(sets, fmt.Sprintf("%s %d", c.set.name, c.documents))
		}
	}
	if total == 0 {
		return "0 documents change"
	}
	for _, k := range kinds {
		better, worse := 0, 0
		for _, c := range changes {
			better += c.better[k]
			worse += c.worse[k]
		}
		if better+worse > 0 {
			gains = append(gains, fmt.Sprintf("%s %d better %d worse", k, better, worse))
		}
	}
	s := fmt.Sprintf("%d documents change (%s)", total, strings.Join(sets, ", "))
	if missing > 0 {
		s += fmt.Sprintf(", %d fail", missing)
	}
	if len(gains) > 0 {
		s += "; " + strings.Join(gains, ", ")
	}
	return s
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }

// difference returns "" if there is none.
func difference(before, after float64) string {
	d := after - before
	if math.Abs(d) < 0.05 {
		return ""
	}
	return fmt.Sprintf("%+.1f", d)
}
