package report

import (
	"sort"
	"strconv"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/page"
)

// voice is somebody who speaks, takes a stance or is bound.
type voice struct {
	name                string
	quotes, commitments int
	stances             map[communique.Polarity]int
	statements, last    int // in how many statements; the one counted last
	stanceSum           int
}

// voices returns who is heard in the statements, those with the most quotes, stances and commitments first.
func (r *report) voices() []*voice {
	known := map[string]*voice{}
	var list []*voice
	for i, s := range r.statements {
		heard := func(name string) *voice {
			v := known[name]
			if v == nil {
				v = &voice{name: name, stances: map[communique.Polarity]int{}, last: -1}
				known[name] = v
				if name != "" {
					list = append(list, v)
				}
			}
			if v.last != i {
				v.last = i
				v.statements++
			}
			return v
		}
		for _, q := range s.AllQuotes() {
			heard(speakerOf(s, q)).quotes++
		}
		for _, st := range s.Stances {
			for _, name := range unique(s.NamesOf(st.HolderIDs, st.Holders)) {
				v := heard(name)
				v.stances[shownPolarity(st)]++
				v.stanceSum++
			}
		}
		for _, c := range s.Commitments {
			for _, name := range unique(s.NamesOf(c.PartyIDs, c.Parties)) {
				heard(name).commitments++
			}
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].before(list[j]) })
	return list
}

func (v *voice) before(w *voice) bool {
	if a, b := v.quotes+v.stanceSum+v.commitments, w.quotes+w.stanceSum+w.commitments; a != b {
		return a > b
	}
	if v.quotes != w.quotes {
		return v.quotes > w.quotes
	}
	return v.name < w.name
}

// maxVoices is how many actors the table of speakers has. The form of filters names all.
const maxVoices = 20

// speakers writes the table of who speaks and how often.
func (r *report) speakers() {
	all := r.voices()
	r.Element("h3", "Who speaks").Line()
	if len(all) == 0 {
		r.Element("p", "Nobody speaks.").Line()
		return
	}
	shown := all[:min(len(all), maxVoices)]
	most := 1
	for _, v := range shown {
		most = max(most, v.quotes, v.stanceSum)
	}
	r.Region("r-scroll", "Who speaks").Line()
	r.Open("table", page.Class("r-table")).Line()
	r.TableHead([]page.Column{{Title: "Actor"}, {Title: "Statements", Class: "r-n"}, {Title: "Quotes", Span: 2}, {Title: "Stances", Span: 2},
		{Title: "Commitments", Class: "r-n"}})
	for _, v := range shown {
		r.speaker(v, most)
	}
	r.Close("tbody").Line().Close("table").Line().Close("div").Line()
	if rest := len(all) - len(shown); rest > 0 {
		r.Element("p", plural(rest, "actor", "actors")+" with fewer not shown.", page.Class("r-note")).Line()
	}
}

// speaker writes the row of somebody. A bar that stands for most is as long as there is room.
func (r *report) speaker(v *voice, most int) {
	r.Open("tr").Open("th", page.Attr("scope", "row")).Element("bdi", markup.OneLine(markup.Clip(v.name, maxName))).Close("th")
	r.Element("td", strconv.Itoa(v.statements), page.Class("r-n"))
	r.Element("td", number(v.quotes), page.Class("r-n")).Open("td")
	r.bar(most, part{v.quotes, "r-quote"})
	r.Close("td").Element("td", number(v.stanceSum), page.Class("r-n")).Open("td")
	r.bar(most, part{v.stances[communique.Cooperative], "r-coop"}, part{v.stances[communique.Neutral], "r-neut"},
		part{v.stances[communique.Conflictual], "r-conf"})
	r.tally(v.stances)
	r.Close("td").Element("td", number(v.commitments), page.Class("r-n")).Close("tr").Line()
}

// number returns n, an en dash for 0, which is easier to pass over.
func number(n int) string {
	if n == 0 {
		return "–"
	}
	return strconv.Itoa(n)
}

// signs stand for the polarities where there is no room for a word.
var signs = map[communique.Polarity]string{communique.Cooperative: "+", communique.Neutral: "·", communique.Conflictual: "−"}

// tally writes the counts of stances by polarity.
func (r *report) tally(stances map[communique.Polarity]int) {
	for _, p := range polarities {
		if n := stances[p]; n > 0 {
			r.Text(" ").Open("span", page.Class("r-sign", polarityClass(p)), page.Attr("title", string(p)))
			r.Text(signs[p]).Raw(page.NarrowSpace).Text(strconv.Itoa(n)).Close("span")
		}
	}
}

// part is a part of a bar.
type part struct {
	n     int
	class string
}

// bar draws a bar of the parts. One of most is 90 pixels wide. It repeats numbers that stand beside it.
func (r *report) bar(most int, parts ...part) {
	const width, height = 90, 10
	r.Open("svg", page.Class("r-bars"), page.Int("width", width), page.Int("height", height), page.ViewBox(width, height), page.Attr("aria-hidden", "true"))
	x := 0.0
	for _, p := range parts {
		w := width * float64(p.n) / float64(most)
		if p.n > 0 {
			r.Empty("rect", page.Class(p.class), page.Px("x", x), page.Int("y", 0), page.Px("width", w), page.Int("height", height))
		}
		x += w
	}
	r.Close("svg")
}
