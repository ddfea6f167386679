package communique

import (
	"sort"
	"strconv"
	"strings"
)

// tints is how many tints the palette has.
const tints = 6

// speakers numbers the speakers in the order of their first speaking.
type speakers struct {
	names  []string
	number map[string]int // from 0
}

// speakers returns the speakers of the quotes and attributions.
func (s *Statement) speakers() speakers {
	type first struct {
		at   int
		name string
	}
	var all []first
	for _, list := range [][]Quote{s.Quotes, s.Attributions} {
		for _, q := range list {
			all = append(all, first{q.begins(len(s.Text)), s.speaker(q)})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].at < all[j].at })
	out := speakers{number: map[string]int{}}
	for _, f := range all {
		if _, known := out.number[f.name]; !known && f.name != "" {
			out.number[f.name] = len(out.names)
			out.names = append(out.names, f.name)
		}
	}
	return out
}

// begins returns where in a text of length n the quote's first part begins, n for one without a place.
func (q Quote) begins(n int) int {
	spans := make([]Span, 0, len(q.Content)+2)
	for _, p := range q.Content {
		spans = append(spans, p.Span())
	}
	for _, p := range []*Passage{q.Cue, q.Source} {
		if p != nil {
			spans = append(spans, p.Span())
		}
	}
	at := n
	for _, s := range spans {
		if s.Start >= 0 && s.Start < s.End && s.End <= n {
			at = min(at, s.Start)
		}
	}
	return at
}

// badge returns the number that stands for a speaker, "?" for an unknown one.
func (s speakers) badge(name string) string {
	if n, ok := s.number[name]; ok {
		return strconv.Itoa(n + 1)
	}
	return "?"
}

// tint returns the class of a speaker's tint. The tints begin anew after the last.
func (s speakers) tint(name string) string {
	if n, ok := s.number[name]; ok {
		return "cq-t" + strconv.Itoa(n%tints)
	}
	return "cq-tx"
}

// stripe returns the class of the tint as a stripe, for what the speaker is told to think, intend or mention. It is a class of
// its own since an attribution may lie within a quote of somebody else.
func (s speakers) stripe(name string) string { return strings.Replace(s.tint(name), "cq-t", "cq-u", 1) }

// statusMeaning tells in the legend what a status says.
var statusMeaning = []struct {
	status  Status
	meaning string
}{
	{Undertaken, "newly made"}, {Reaffirmed, "made before, and again"}, {Invoked, "asked to be honoured"},
	{Breached, "said to be violated"}, {Fulfilled, "said to be met"}, {Withdrawn, "taken back"},
}

// legend explains the marks that the text has.
func (p *page) legend() {
	var has [markKinds]bool
	statuses := map[Status]bool{}
	for _, m := range p.marks {
		has[m.kind] = true
		statuses[Status(m.status)] = true
	}
	quotes := has[quoteMark] || has[attributionMark] || has[sourceMark] || has[cueMark]
	commitments := has[actionMark] || has[deadlineMark] || has[conditionMark] || has[instrumentMark]
	if !quotes && !has[stanceMark] && !commitments {
		return
	}
	p.open("div", "class", "cq-legend", "role", "note", "aria-label", "Legend")
	if quotes {
		p.speakerLegend()
		p.quoteLegend(has)
	}
	if has[stanceMark] {
		p.stanceLegend()
	}
	if commitments {
		p.commitmentLegend(has, statuses)
	}
	p.b.WriteString("</div>\n")
}

func (p *page) speakerLegend() {
	p.key("Speakers")
	for _, name := range p.speakers.names {
		p.open("span", "class", "cq-item")
		p.badge(name)
		p.element("bdi", name)
		p.b.WriteString("</span> ")
	}
	if p.speakers.unknown(p.s) {
		p.open("span", "class", "cq-item")
		p.badge("")
		p.b.WriteString("not known</span>")
	}
	p.b.WriteString("</span></p>")
}

// unknown reports whether somebody speaks of whom the name is not known.
func (s speakers) unknown(st *Statement) bool {
	for _, list := range [][]Quote{st.Quotes, st.Attributions} {
		for _, q := range list {
			if st.speaker(q) == "" {
				return true
			}
		}
	}
	return false
}

// badge writes the number of a speaker, tinted.
func (p *page) badge(name string) {
	p.element("span", "", "class", "cq-badge "+p.speakers.tint(name), "data-label", p.speakers.badge(name))
}

// key begins a line of the legend.
func (p *page) key(title string) {
	p.open("p")
	p.element("b", title)
	p.b.WriteString(" <span>")
}

// sample writes an entry of the legend that looks as what it explains.
func (p *page) sample(shown bool, class, text string) {
	if shown {
		p.open("span", "class", "cq-item")
		p.element("span", text, "class", class)
		p.b.WriteString("</span> ")
	}
}

func (p *page) quoteLegend(has [markKinds]bool) {
	p.key("Quotes")
	p.sample(has[quoteMark], "cq-q cq-t0 cq-q-start cq-q-end", "said")
	p.sample(has[attributionMark], "cq-a cq-u0", "thought, intended or mentioned")
	p.sample(has[sourceMark], "cq-source", "source")
	p.sample(has[cueMark], "cq-cue", "cue")
	p.b.WriteString("</span></p>")
}

func (p *page) stanceLegend() {
	const chip = "cq-s cq-s-start cq-s-end "
	used, negated := map[string]bool{}, false
	for _, st := range p.s.Stances {
		_, sign := st.look()
		used[sign], negated = true, negated || st.Negated
	}
	p.key("Stances")
	for _, polarity := range []Polarity{Cooperative, Neutral, Conflictual} {
		class, sign := look(polarity, 0, false)
		p.sample(used[sign], chip+class, sign+" "+string(polarity))
	}
	for i := Hedged; i <= MostSevere; i++ {
		class, _ := look(Neutral, i, false)
		p.sample(true, chip+class, Stance{Intensity: i}.rung())
	}
	class, _ := look(Neutral, Plain, true)
	p.sample(negated, chip+class, "not: negated")
	p.b.WriteString("</span></p>")
}

func (p *page) commitmentLegend(has [markKinds]bool, statuses map[Status]bool) {
	p.key("Commitments")
	p.sample(has[actionMark], "cq-c cq-c-start cq-c-end", "action")
	p.sample(has[deadlineMark] || has[conditionMark] || has[instrumentMark], "cq-c cq-part cq-c-start cq-c-end", "deadline, condition, instrument")
	for _, m := range statusMeaning {
		p.sample(statuses[m.status], "", "§ "+string(m.status)+": "+m.meaning)
	}
	p.b.WriteString("</span></p>")
}
