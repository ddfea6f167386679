package report

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/ontology"
	"github.com/communique-go/communique/internal/page"
)

// filter writes the form of filters. It is hidden until the script shows it, which is the only one to use it.
func (r *report) filter() {
	c := r.choices()
	r.Open("div", page.Class("r-bar"), page.Attr("id", "r-bar"), page.Flag("hidden")).Line()
	r.Open("form", page.Attr("id", "r-filter"), page.Class("r-filter"), page.Attr("aria-label", "Filter"), page.Attr("autocomplete", "off")).Line()
	r.speakerChoice(c)
	r.stanceChoice(c)
	r.statusChoice(c)
	r.Element("button", "Clear", page.Attr("type", "button"), page.Attr("id", "r-clear")).Line()
	r.Close("form").Line()
	r.Element("p", "", page.Attr("id", "r-shown"), page.Class("r-shown"), page.Attr("role", "status")).Line()
	r.Close("div").Line()
}

// openSelect begins a field in which one of several options is chosen. The first of them chooses nothing.
func (r *report) openSelect(name, label, nothing string) {
	id := "r-" + name
	r.Open("div", page.Class("r-field")).Element("label", label, page.Attr("for", id)).Line()
	r.Open("select", page.Attr("id", id), page.Attr("name", name)).Element("option", nothing, page.Attr("value", "")).Line()
}

// option writes an option, and how often what it chooses occurs.
func (r *report) option(value, text string, count int) *page.Writer {
	return r.Element("option", fmt.Sprintf("%s (%d)", text, count), page.Attr("value", value))
}

// speakerChoice writes the choice of a speaker or party.
func (r *report) speakerChoice(c choices) {
	r.openSelect("speaker", "Speaker or party", "anybody")
	for _, name := range c.speakers {
		r.option(name, markup.OneLine(name), c.spoken[name]).Line()
	}
	r.Close("div").Line()
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
func (r *report) choices() choices {
	c := choices{spoken: map[string]int{}, labels: map[communique.StanceLabel]int{}, status: map[communique.Status]int{}}
	for _, s := range r.statements {
		for _, q := range s.AllQuotes() {
			c.spoken[markup.Clip(speakerOf(s, q), maxName)]++
		}
		for _, st := range s.Stances {
			c.count(s.NamesOf(st.HolderIDs, st.Holders))
			c.labels[st.Label]++
		}
		for _, x := range s.Commitments {
			c.count(s.NamesOf(x.PartyIDs, x.Parties))
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

// stanceChoice writes the choice of a label or of all labels of a polarity. The value of the latter begins with a sign that no
// label has.
func (r *report) stanceChoice(c choices) {
	r.openSelect("stance", "Stance", "any")
	for _, polarity := range polarities {
		labels, sum := c.labelsOf(polarity)
		if sum == 0 {
			continue
		}
		r.Open("optgroup", page.Attr("label", string(polarity)))
		r.option("*"+string(polarity), "all "+string(polarity), sum)
		for _, l := range labels {
			r.option(l, markup.OneLine(l), c.labels[communique.StanceLabel(l)])
		}
		r.Close("optgroup").Line()
	}
	r.Close("div").Line()
}

// labelsOf returns the labels of a polarity in the order of the alphabet, and how often they occur together.
func (c choices) labelsOf(p communique.Polarity) (labels []string, sum int) {
	for l, n := range c.labels {
		if communique.Polarity(ontology.Label(l).Shown(false)) == p {
			labels, sum = append(labels, string(l)), sum+n
		}
	}
	sort.Strings(labels)
	return labels, sum
}

// polarities are the polarities in the order in which they are shown.
var polarities = []communique.Polarity{communique.Cooperative, communique.Neutral, communique.Conflictual}

// statusChoice writes the choice of statuses, those of the library first.
func (r *report) statusChoice(c choices) {
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
	r.Open("fieldset", page.Class("r-field")).Element("legend", "Commitment").Line()
	r.Open("div", page.Class("r-boxes"))
	for _, s := range list {
		r.Open("label").Empty("input", page.Attr("type", "checkbox"), page.Attr("name", "status"), page.Attr("value", s))
		r.Text(" "+markup.OneLine(s)+" ").Element("span", fmt.Sprintf("(%d)", c.status[communique.Status(s)]), page.Class("r-soft"))
		r.Close("label").Line()
	}
	r.Close("fieldset").Line()
}

// rank returns the place of a status in the life of a commitment.
func rank(status string) int {
	life := ontology.Statuses()
	if i := slices.Index(life, ontology.Status(status)); i >= 0 {
		return i
	}
	return len(life)
}

// speakerOf returns the name of a quote's speaker, "" if it is unknown.
func speakerOf(s *communique.Statement, q communique.Quote) string {
	if q.Speaker == "" && q.SpeakerID != nil {
		e, _ := s.Entity(*q.SpeakerID)
		return e.Name
	}
	return q.Speaker
}
