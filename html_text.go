package communique

import (
	linked "container/list"
	"sort"
	"strings"

	"github.com/communique-go/communique/internal/page"
)

const (
	// maxNearest is of how many marks of one kind a segment tells, the innermost first. It bounds the page where a statement
	// made by hand lays thousands over one another.
	maxNearest = 3
	// maxSegmentNames is how many speakers a segment names, maxName how many bytes of a name, maxCell of other text in tables.
	maxSegmentNames = 16
	maxName         = 200
	maxCell         = 600
)

// kindClass are the classes of the segments that marks of a kind cover, and family what marks are rounded at their ends together.
var (
	kindClass = [markKinds]string{"cq-q", "cq-a", "", "", "cq-s", "cq-c", "cq-c cq-part", "cq-c cq-part", "cq-c cq-part", "cq-e"}
	family    = [markKinds]string{quoteMark: "cq-q", stanceMark: "cq-s", actionMark: "cq-c", deadlineMark: "cq-c", conditionMark: "cq-c", instrumentMark: "cq-c"}
)

// cover are the marks that cover the current segment: of each kind those that began last come first.
type cover [markKinds]linked.List

func (c *cover) put(m *mark)  { m.at = c[m.kind].PushFront(m) }
func (c *cover) take(m *mark) { c[m.kind].Remove(m.at) }

// nearest returns the innermost marks of a kind.
func (c *cover) nearest(k markKind) []*mark {
	var out []*mark
	for e := c[k].Front(); e != nil && len(out) < maxNearest; e = e.Next() {
		out = append(out, e.Value.(*mark))
	}
	return out
}

// flatten writes the text, cut where any mark begins or ends: a segment is one element with the classes of all marks that
// cover it, so that marks may cross as they like.
func (v *view) flatten() {
	opening, closing := v.inOrder()
	var covering cover
	text := v.s.Text
	for pos, o, c := 0, 0, 0; pos < len(text); {
		first, next := o, len(text)
		for ; o < len(opening) && opening[o].Start == pos; o++ {
			covering.put(opening[o])
		}
		if o < len(opening) {
			next = opening[o].Start
		}
		if c < len(closing) {
			next = min(next, closing[c].End)
		}
		last := c
		for c < len(closing) && closing[c].End == next {
			c++
		}
		v.segment(text[pos:next], &covering, opening[first:o], closing[last:c])
		for _, m := range closing[last:c] {
			covering.take(m)
		}
		pos = next
	}
}

// inOrder returns the marks as they begin, outer ones first, and as they end, inner ones first.
func (v *view) inOrder() (opening, closing []*mark) {
	for i := range v.marks {
		opening = append(opening, &v.marks[i])
	}
	closing = append(closing, opening...)
	sort.SliceStable(opening, func(i, j int) bool {
		a, b := opening[i], opening[j]
		return a.Start < b.Start || a.Start == b.Start && a.End > b.End
	})
	sort.SliceStable(closing, func(i, j int) bool {
		a, b := closing[i], closing[j]
		return a.End < b.End || a.End == b.End && a.Start > b.Start
	})
	return opening, closing
}

// segment writes a part of the text that all covering marks cover wholly, with the labels of those that begin and end here.
func (v *view) segment(text string, covering *cover, begin, end []*mark) {
	classes, attributes := covering.describe()
	if len(classes) == 0 {
		v.Text(text)
		return
	}
	classes = append(append(classes, edges(begin, "-start")...), edges(end, "-end")...)
	v.Open("span", append([]page.Attribute{page.Class(classes...)}, attributes...)...)
	for _, m := range begin {
		if m.leads() {
			v.label(m)
		}
	}
	v.underlined(text, covering)
	for _, m := range end {
		if !m.leads() {
			v.label(m)
		}
	}
	v.Close("span")
}

// underlined writes the text of a segment, in an element of its own where a source or a cue covers it: what underlines the
// segment would underline its labels too.
func (v *view) underlined(text string, covering *cover) {
	switch {
	case covering[sourceMark].Len() > 0:
		v.Element("u", text, page.Class("cq-source"))
	case covering[cueMark].Len() > 0:
		v.Element("u", text, page.Class("cq-cue"))
	default:
		v.Text(text)
	}
}

// leads reports whether the mark's label stands before it: the number of a speaker does, the tag of a stance or commitment
// stands behind.
func (m *mark) leads() bool { return m.kind <= cueMark }

// describe returns the classes, none if nothing covers it, and the attributes of a segment.
func (c *cover) describe() (classes []string, attributes []page.Attribute) {
	var speakers, stances, statuses, titles []string
	for k := markKind(0); k < markKinds; k++ {
		near := c.nearest(k)
		if len(near) == 0 {
			continue
		}
		classes = append(classes, kindClass[k], near[0].class)
		for _, m := range near {
			speakers = append(speakers, m.speakers[:min(len(m.speakers), maxSegmentNames)]...)
			stances, statuses, titles = append(stances, m.stance), append(statuses, m.status), append(titles, m.title)
		}
	}
	return classes, []page.Attribute{page.Some("title", distinct(titles)), page.Some("data-speaker", distinct(speakers)),
		page.Some("data-stance", distinct(stances)), page.Some("data-status", distinct(statuses))}
}

// distinct joins what is not empty by "; ", each once.
func distinct(parts []string) string {
	seen := map[string]bool{"": true}
	var out []string
	for _, s := range parts {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return strings.Join(out[:min(len(out), maxSegmentNames)], "; ")
}

// edges returns the classes that say which families of marks begin or end at a segment.
func edges(marks []*mark, suffix string) []string {
	var out []string
	seen := map[string]bool{"": true}
	for _, m := range marks {
		if f := family[m.kind]; !seen[f] {
			seen[f] = true
			out = append(out, f+suffix)
		}
	}
	return out
}

// label writes the label of a mark. Its text is generated by the style sheet: it is no part of the text that a reader copies.
func (v *view) label(m *mark) {
	l := m.label
	if l == nil {
		return
	}
	id := ""
	if l.target {
		id = v.prefix + "-" + l.key + "t"
	}
	v.Element("a", "", page.Class(l.class), page.Some("id", id), page.Attr("href", "#"+v.prefix+"-"+l.key), page.Some("data-label", l.text),
		page.Some("title", l.title))
}
