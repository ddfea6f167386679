package report

import (
	"fmt"
	"sort"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/internal/markup"
)

// overview writes what is in the statements, who speaks, and the stances along time.
func (p *page) overview(b *builder) {
	section(b, 0)
	p.numbers(b)
	p.speakers(b)
	p.timeline(b)
	b.put("</section>\n")
}

// numbers writes how much was found.
func (p *page) numbers(b *builder) {
	var quotes, stances, commitments int
	for _, s := range p.statements {
		quotes += len(s.Quotes) + len(s.Attributions)
		stances += len(s.Stances)
		commitments += len(s.Commitments)
	}
	b.put("<dl class=\"r-numbers\">\n")
	for _, n := range []struct {
		count     int
		one, many string
	}{{len(p.statements), "statement", "statements"}, {len(p.voices()), "actor heard", "actors heard"}, {quotes, "quote", "quotes"},
		{stances, "stance", "stances"}, {commitments, "commitment", "commitments"}} {
		name := n.many
		if n.count == 1 {
			name = n.one
		}
		b.put("<div><dt>%s</dt><dd>%d</dd></div>\n", name, n.count)
	}
	b.put("</dl>\n")
}

// voice is somebody who speaks, takes a stance or is bound.
type voice struct {
	name                string
	quotes, commitments int
	stances             map[communique.Polarity]int
	statements, last    int // in how many statements; the one counted last
	stanceSum           int
}

// voices returns who is heard in the statements, those with the most quotes, stances and commitments first.
func (p *page) voices() []*voice {
	known := map[string]*voice{}
	var list []*voice
	for i, s := range p.statements {
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
		for _, q := range allQuotes(s) {
			heard(speakerOf(s, q)).quotes++
		}
		for _, st := range s.Stances {
			for _, name := range unique(namesOf(s, st.HolderIDs, st.Holders)) {
				v := heard(name)
				v.stances[shownPolarity(st)]++
				v.stanceSum++
			}
		}
		for _, c := range s.Commitments {
			for _, name := range unique(namesOf(s, c.PartyIDs, c.Parties)) {
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

// shownPolarity returns the polarity that a stance is shown with: neutral where it is negated, as in a graph, for who "did not
// condemn" neither cooperates nor clashes.
func shownPolarity(st communique.Stance) communique.Polarity {
	if st.Negated {
		return communique.Neutral
	}
	return polarityOf(st.Label)
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

// maxVoices is how many actors the table of speakers has. The form of filters names all.
const maxVoices = 20

// speakers writes the table of who speaks and how often.
func (p *page) speakers(b *builder) {
	all := p.voices()
	b.put("<h3>Who speaks</h3>\n")
	if len(all) == 0 {
		b.put("<p>Nobody speaks.</p>\n")
		return
	}
	shown := all[:min(len(all), maxVoices)]
	most := 1
	for _, v := range shown {
		most = max(most, v.quotes, v.stanceSum)
	}
	b.put("<div class=\"r-scroll\" role=\"region\" aria-label=\"Who speaks\" tabindex=\"0\">\n<table class=\"r-table\">\n<thead><tr><th scope=\"col\">Actor</th>" +
		"<th scope=\"col\" class=\"r-n\">Statements</th><th scope=\"col\" colspan=\"2\">Quotes</th><th scope=\"col\" colspan=\"2\">Stances</th>" +
		"<th scope=\"col\" class=\"r-n\">Commitments</th></tr></thead>\n<tbody>\n")
	for _, v := range shown {
		b.put("<tr><th scope=\"row\"><bdi>%s</bdi></th><td class=\"r-n\">%d</td>", markup.OneLine(markup.Clip(v.name, maxName)), v.statements)
		b.put("<td class=\"r-n\">%s</td><td>%s</td>", number(v.quotes), bar(most, part{v.quotes, "r-quote"}))
		b.put("<td class=\"r-n\">%s</td><td>%s%s</td>", number(v.stanceSum), bar(most, part{v.stances[communique.Cooperative], "r-coop"},
			part{v.stances[communique.Neutral], "r-neut"}, part{v.stances[communique.Conflictual], "r-conf"}), v.tally())
		b.put("<td class=\"r-n\">%s</td></tr>\n", number(v.commitments))
	}
	b.put("</tbody>\n</table>\n</div>\n")
	if rest := len(all) - len(shown); rest > 0 {
		b.put("<p class=\"r-note\">%s with fewer not shown.</p>\n", plural(rest, "actor", "actors"))
	}
}

// number returns n, an en dash for 0, which is easier to pass over.
func number(n int) string {
	if n == 0 {
		return "–"
	}
	return fmt.Sprint(n)
}

// signs stand for the polarities where there is no room for a word.
var signs = map[communique.Polarity]string{communique.Cooperative: "+", communique.Neutral: "·", communique.Conflictual: "−"}

// tally returns the counts of a voice's stances by polarity.
func (v *voice) tally() raw {
	var b builder
	for _, p := range polarities {
		if n := v.stances[p]; n > 0 {
			b.put(` <span class="r-sign %s" title="%s">%s&#8239;%d</span>`, polarityClass(p), string(p), signs[p], n)
		}
	}
	return raw(b.String())
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

// part is a part of a bar.
type part struct {
	n     int
	class string
}

// bar returns a bar of the parts. One of most is 90 pixels wide. It repeats numbers that stand beside it.
func bar(most int, parts ...part) raw {
	const width, height = 90.0, 10
	var b builder
	b.put(`<svg class="r-bars" width="%.0f" height="%d" viewBox="0 0 %.0f %d" aria-hidden="true">`, width, height, width, height)
	x := 0.0
	for _, p := range parts {
		w := width * float64(p.n) / float64(most)
		if p.n > 0 {
			b.put(`<rect class="%s" x="%.1f" y="0" width="%.1f" height="%d"/>`, p.class, x, w, height)
		}
		x += w
	}
	b.put("</svg>")
	return raw(b.String())
}
