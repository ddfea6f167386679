package report

import (
	"slices"
	"sort"
	"strings"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/ontology"
)

// filter writes the form of filters. It is hidden until the script shows it, which is the only one to use it.
func (p *page) filter(b *builder) {
	c := p.choices()
	b.put("<div class=\"r-bar\" id=\"r-bar\" hidden>\n<form id=\"r-filter\" class=\"r-filter\" aria-label=\"Filter\" autocomplete=\"off\">\n")
	b.put("<div class=\"r-field\"><label for=\"r-speaker\">Speaker or party</label>\n<select id=\"r-speaker\" name=\"speaker\"><option value=\"\">anybody</option>\n")
	for _, name := range c.speakers {
		b.put("<option value=\"%s\">%s (%d)</option>\n", name, markup.OneLine(name), c.spoken[name])
	}
	b.put("</select></div>\n")
	c.stances(b)
	c.statuses(b)
	b.put("<button type=\"button\" id=\"r-clear\">Clear</button>\n</form>\n<p id=\"r-shown\" class=\"r-shown\" role=\"status\"></p>\n</div>\n")
}

// choices are what can be filtered by, and how often each occurs.
type choices struct {
	speakers []string // in the order of the alphabet
	spoken   map[string]int
	labels   map[communique.StanceLabel]int
	status   map[communique.Status]int
}

// maxName is the length in bytes that Statement.HTML cuts names to.
const maxName = 200

// choices counts what the rows of the statements' tables can be chosen by.
func (p *page) choices() choices {
	c := choices{spoken: map[string]int{}, labels: map[communique.StanceLabel]int{}, status: map[communique.Status]int{}}
	for _, s := range p.statements {
		for _, q := range allQuotes(s) {
			c.spoken[markup.Clip(speakerOf(s, q), maxName)]++
		}
		for _, st := range s.Stances {
			c.count(namesOf(s, st.HolderIDs, st.Holders))
			c.labels[st.Label]++
		}
		for _, x := range s.Commitments {
			c.count(namesOf(s, x.PartyIDs, x.Parties))
			c.status[x.Status]++
		}
	}
	delete(c.spoken, "")
	delete(c.labels, "")
	delete(c.status, "")
	for name := range c.spoken {
		c.speakers = append(c.speakers, name)
	}
	sort.Slice(c.speakers, func(i, j int) bool {
		x, y := c.speakers[i], c.speakers[j]
		if a, b := strings.ToLower(x), strings.ToLower(y); a != b {
			return a < b
		}
		return x < y
	})
	return c
}

// count counts each of the names once.
func (c choices) count(names []string) {
	seen := map[string]bool{}
	for _, n := range names {
		if n = markup.Clip(n, maxName); !seen[n] {
			seen[n] = true
			c.spoken[n]++
		}
	}
}

// stances writes the choice of a label or of all labels of a polarity. The value of the latter begins with a sign that no
// label has.
func (c choices) stances(b *builder) {
	b.put("<div class=\"r-field\"><label for=\"r-stance\">Stance</label>\n<select id=\"r-stance\" name=\"stance\"><option value=\"\">any</option>\n")
	for _, polarity := range polarities {
		var labels []communique.StanceLabel
		sum := 0
		for l, n := range c.labels {
			if polarityOf(l) == polarity {
				labels, sum = append(labels, l), sum+n
			}
		}
		if sum == 0 {
			continue
		}
		sort.Slice(labels, func(i, j int) bool { return labels[i] < labels[j] })
		b.put("<optgroup label=\"%s\"><option value=\"*%s\">all %s (%d)</option>", string(polarity), string(polarity), string(polarity), sum)
		for _, l := range labels {
			b.put("<option value=\"%s\">%s (%d)</option>", string(l), markup.OneLine(string(l)), c.labels[l])
		}
		b.put("</optgroup>\n")
	}
	b.put("</select></div>\n")
}

// polarities are the polarities in the order in which they are shown.
var polarities = []communique.Polarity{communique.Cooperative, communique.Neutral, communique.Conflictual}

// polarityOf returns the polarity of a label, neutral for an unknown one.
func polarityOf(l communique.StanceLabel) communique.Polarity {
	if p := l.Polarity(); p != "" {
		return p
	}
	return communique.Neutral
}

// statuses writes the choice of statuses, those of the library first.
func (c choices) statuses(b *builder) {
	if len(c.status) == 0 {
		return
	}
	var list []string
	for s := range c.status {
		list = append(list, string(s))
	}
	sort.Slice(list, func(i, j int) bool {
		if a, b := rank(list[i]), rank(list[j]); a != b {
			return a < b
		}
		return list[i] < list[j]
	})
	b.put("<fieldset class=\"r-field\"><legend>Commitment</legend>\n<div class=\"r-boxes\">")
	for _, s := range list {
		b.put("<label><input type=\"checkbox\" name=\"status\" value=\"%s\"> %s <span class=\"r-soft\">(%d)</span></label>\n", s, markup.OneLine(s), c.status[communique.Status(s)])
	}
	b.put("</div></fieldset>\n")
}

// rank returns the place of a status in the life of a commitment.
func rank(status string) int {
	life := ontology.Statuses()
	if i := slices.Index(life, ontology.Status(status)); i >= 0 {
		return i
	}
	return len(life)
}

// allQuotes returns the quotes and the attributions of a statement.
func allQuotes(s *communique.Statement) []communique.Quote {
	return append(append(make([]communique.Quote, 0, len(s.Quotes)+len(s.Attributions)), s.Quotes...), s.Attributions...)
}

// speakerOf returns the name of a quote's speaker, "" if it is unknown.
func speakerOf(s *communique.Statement, q communique.Quote) string {
	if q.Speaker == "" && q.SpeakerID != nil {
		e, _ := s.Entity(*q.SpeakerID)
		return e.Name
	}
	return q.Speaker
}

// namesOf returns the names given, or where there are none those of the ids.
func namesOf(s *communique.Statement, ids []int, names []string) []string {
	if len(names) > 0 {
		return names
	}
	var out []string
	for _, id := range ids {
		if e, ok := s.Entity(id); ok {
			out = append(out, e.Name)
		}
	}
	return out
}
