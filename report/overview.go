package report

import (
	"strconv"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/internal/ontology"
	"github.com/communique-go/communique/internal/page"
)

// overview writes what is in the statements, who speaks, and the stances along time.
func (r *report) overview() {
	r.section(0)
	r.numbers()
	r.speakers()
	r.timeline()
	r.Close("section").Line()
}

// numbers writes how much was found.
func (r *report) numbers() {
	var quotes, stances, commitments int
	for _, s := range r.statements {
		quotes += len(s.Quotes) + len(s.Attributions)
		stances += len(s.Stances)
		commitments += len(s.Commitments)
	}
	r.Open("dl", page.Class("r-numbers")).Line()
	for _, n := range []struct {
		count     int
		one, many string
	}{{len(r.statements), "statement", "statements"}, {len(r.voices()), "actor heard", "actors heard"}, {quotes, "quote", "quotes"},
		{stances, "stance", "stances"}, {commitments, "commitment", "commitments"}} {
		name := n.many
		if n.count == 1 {
			name = n.one
		}
		r.Open("div").Element("dt", name).Element("dd", strconv.Itoa(n.count)).Close("div").Line()
	}
	r.Close("dl").Line()
}

// shownPolarity returns the polarity that a stance is shown with, as in a graph.
func shownPolarity(st communique.Stance) communique.Polarity {
	return communique.Polarity(ontology.Label(st.Label).Shown(st.Negated))
}

// unique returns the names without repetitions.
func unique(names []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, n := range names {
		if !seen[n] {
			seen[n] = true
			out = append(out, n)
		}
	}
	return out
}

// polarityClass returns the class of what has the colour of a polarity.
func polarityClass(p communique.Polarity) string {
	switch p {
	case communique.Cooperative:
		return "r-coop"
	case communique.Conflictual:
		return "r-conf"
	}
	return "r-neut"
}
