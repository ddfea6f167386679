package communique

import (
	"sort"
	"strconv"
	"strings"

	"github.com/communique-go/communique/internal/page"
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
	for _, q := range s.AllQuotes() {
		all = append(all, first{q.begins(len(s.Text)), s.speaker(q)})
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
func (v *view) legend() {
	var has [markKinds]bool
	statuses := map[Status]bool{}
	for _, m := range v.marks {
		has[m.kind] = true
		statuses[Status(m.status)] = true
	}
	quotes := has[quoteMark] || has[attributionMark] || has[sourceMark] || has[cueMark]
	commitments := has[actionMark] || has[deadlineMark] || has[conditionMark] || has[instrumentMark]
	if !quotes && !has[stanceMark] && !commitments {
		return
	}
	v.Open("div", page.Class("cq-legend"), page.Attr("role", "note"), page.Attr("aria-label", "Legend"))
	if quotes {
		v.speakerLegend()
		v.quoteLegend(has)
	}
	if has[stanceMark] {
		v.stanceLegend()
	}
	if commitments {
		v.commitmentLegend(has, statuses)
	}
	v.Close("div").Line()
}

func (v *view) speakerLegend() {
	v.key("Speakers")
	for _, name := range v.speakers.names {
		v.Open("span", page.Class("cq-item"))
		v.badge(name)
		v.Element("bdi", name).Close("span").Text(" ")
	}
	if v.speakers.unknown(v.s) {
		v.Open("span", page.Class("cq-item"))
		v.badge("")
		v.Text("not known").Close("span")
	}
	v.Close("p")
}

// unknown reports whether somebody speaks of whom the name is not known.
func (s speakers) unknown(st *Statement) bool {
	for _, q := range st.AllQuotes() {
		if st.speaker(q) == "" {
			return true
		}
	}
	return false
}

// badge writes the number of a speaker, tinted.
func (v *view) badge(name string) {
	v.Element("span", "", page.Class("cq-badge", v.speakers.tint(name)), page.Attr("data-label", v.speakers.badge(name)))
}

// key begins a line of the legend, which ends with its paragraph.
func (v *view) key(title string) {
	v.Open("p").Element("b", title).Text(" ").Open("span")
}

// sample writes an entry of the legend that looks as what it explains.
func (v *view) sample(shown bool, class, text string) {
	if shown {
		v.Open("span", page.Class("cq-item")).Element("span", text, page.Class(class)).Close("span").Text(" ")
	}
}

func (v *view) quoteLegend(has [markKinds]bool) {
	v.key("Quotes")
	v.sample(has[quoteMark], "cq-q cq-t0 cq-q-start cq-q-end", "said")
	v.sample(has[attributionMark], "cq-a cq-u0", "thought, intended or mentioned")
	v.sample(has[sourceMark], "cq-source", "source")
	v.sample(has[cueMark], "cq-cue", "cue")
	v.Close("p")
}

func (v *view) stanceLegend() {
	const chip = "cq-s cq-s-start cq-s-end "
	used, negated := map[string]bool{}, false
	for _, st := range v.s.Stances {
		_, sign := st.look()
		used[sign], negated = true, negated || st.Negated
	}
	v.key("Stances")
	for _, polarity := range []Polarity{Cooperative, Neutral, Conflictual} {
		class, sign := look(polarity, 0, false)
		v.sample(used[sign], chip+class, sign+" "+string(polarity))
	}
	for i := Hedged; i <= MostSevere; i++ {
		class, _ := look(Neutral, i, false)
		v.sample(true, chip+class, Stance{Intensity: i}.rung())
	}
	class, _ := look(Neutral, Plain, true)
	v.sample(negated, chip+class, "not: negated")
	v.Close("p")
}

func (v *view) commitmentLegend(has [markKinds]bool, statuses map[Status]bool) {
	v.key("Commitments")
	v.sample(has[actionMark], "cq-c cq-c-start cq-c-end", "action")
	v.sample(has[deadlineMark] || has[conditionMark] || has[instrumentMark], "cq-c cq-part cq-c-start cq-c-end", "deadline, condition, instrument")
	for _, m := range statusMeaning {
		v.sample(statuses[m.status], "", "§ "+string(m.status)+": "+m.meaning)
	}
	v.Close("p")
}
