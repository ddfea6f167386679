package report

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/internal/gazetteer"
	"github.com/communique-go/communique/internal/markup"
)

// maxPairs is how many pairs of actors the timeline has, a row each.
const maxPairs = 12

// timeline writes the stances of the most frequent pairs of actors along time, as a picture.
func (p *page) timeline(b *builder) {
	pairs := p.pairs()
	b.put("<h3>Stances over time</h3>\n")
	if len(pairs) == 0 {
		b.put("<p>Nobody takes a stance towards somebody else.</p>\n")
		return
	}
	c := chart{page: p, scale: newScale(p.statements), pairs: pairs[:min(len(pairs), maxPairs)]}
	b.put("<div class=\"r-scroll r-wide\" role=\"region\" aria-label=\"Stances over time\" tabindex=\"0\">\n%s</div>\n", c.svg())
	note := "Officials, organs and forces count with their state. Stances towards nobody in particular are not shown."
	if rest := len(pairs) - len(c.pairs); rest > 0 {
		note += " Nor are " + plural(rest, "pair", "pairs") + " of actors with fewer stances."
	}
	b.put("<p class=\"r-note\">%s</p>\n", note)
}

// pair is a holder and a target with the stances that the one takes towards the other.
type pair struct {
	holder, target string // names
	key            string // tells the pair from others
	stances        []timed
}

// timed is a stance in its statement.
type timed struct {
	communique.Stance
	statement int
}

// pairs returns the pairs of actors, those with the most stances first.
func (p *page) pairs() []*pair {
	sides := newSides(p.statements)
	known := map[string]*pair{}
	var list []*pair
	for i, s := range p.statements {
		for _, st := range s.Stances {
			for _, h := range sides.of(s, st.HolderIDs, st.Holders) {
				for _, t := range sides.of(s, st.TargetIDs, st.Targets) {
					key := h + "\x00" + t
					if h == t {
						continue
					}
					if known[key] == nil {
						known[key] = &pair{holder: sides.names[h], target: sides.names[t], key: key}
						list = append(list, known[key])
					}
					known[key].stances = append(known[key].stances, timed{st, i})
				}
			}
		}
	}
	sort.Slice(list, func(i, j int) bool {
		if a, b := len(list[i].stances), len(list[j].stances); a != b {
			return a > b
		}
		return list[i].key < list[j].key
	})
	return list
}

// sides are the actors of the timeline: states with all that belongs to them, and others.
type sides struct {
	names map[string]string // by key
}

// newSides notes the names that the statements give the states.
func newSides(statements []*communique.Statement) sides {
	x := sides{names: map[string]string{}}
	for _, s := range statements {
		for _, e := range s.Entities {
			if key := stateKey(e.Country); e.Kind == communique.State && e.Country != "" && x.names[key] == "" {
				x.names[key] = markup.OneLine(e.Name)
			}
		}
	}
	return x
}

func stateKey(code string) string { return "state " + code }

// of returns the keys of the sides that entities, or actors of whom there is but a name, belong to.
func (x sides) of(s *communique.Statement, ids []int, names []string) []string {
	var keys []string
	for _, id := range ids {
		if e, ok := s.Entity(id); ok {
			keys = append(keys, x.key(e))
		}
	}
	for i := 0; len(ids) == 0 && i < len(names); i++ {
		keys = append(keys, x.key(communique.Entity{Name: names[i]}))
	}
	return unique(keys)
}

// key returns the key of the side of an entity.
func (x sides) key(e communique.Entity) string {
	if e.Country != "" {
		key := stateKey(e.Country)
		if x.names[key] == "" {
			x.names[key] = stateName(e.Country)
		}
		return key
	}
	name := markup.OneLine(e.Name)
	key := "name " + strings.ToLower(name)
	if x.names[key] == "" {
		x.names[key] = name
	}
	return key
}

// stateName returns the common name of the state with a code, or the code.
func stateName(code string) string {
	for _, c := range gazetteer.Countries() {
		if c.Code3 == code {
			return c.Name
		}
	}
	return code
}

// The measures of the picture in pixels. A row has a lane for each polarity.
const (
	chartWidth = 1000.0
	labelWidth = 210.0
	chartRight = 24.0
	chartTop   = 8.0
	rowHeight  = 54.0
	laneHeight = 15.0
	markWidth  = 40.0 // with a number of three digits beside it; marks that would stand closer are drawn as one
)

// The names of a row, in pixels. What is cut there stands in the title of the row.
const (
	holderSize = 14.0 // the text has 13 but is bold
	targetSize = 13.0
	arrowRoom  = 20.0                // of the arrow before the target
	labelRoom  = labelWidth - 12 - 8 // between the edge of the picture and the axis
)

// chart is the timeline as a picture.
type chart struct {
	builder
	*page
	scale scale
	pairs []*pair
}

// svg returns the picture.
func (c *chart) svg() raw {
	bottom := chartTop + rowHeight*float64(len(c.pairs))
	height := bottom + 68
	c.put(`<svg class="r-time" viewBox="0 0 %.0f %.0f" width="%.0f" height="%.0f" role="img" aria-label="%s">`+"\n", chartWidth, height, chartWidth, height, c.describe())
	for i := range c.pairs {
		y := chartTop + rowHeight*float64(i)
		if i%2 == 0 {
			c.put(`<rect class="r-band" x="0" y="%.1f" width="%.0f" height="%.0f"/>`+"\n", y, chartWidth, rowHeight)
		}
	}
	c.axis(bottom)
	for i, p := range c.pairs {
		c.row(p, chartTop+rowHeight*(float64(i)+0.5))
	}
	c.legend(bottom + 50)
	c.put("</svg>\n")
	return raw(c.String())
}

// describe returns the picture in words.
func (c *chart) describe() string {
	var words []string
	for _, p := range c.pairs {
		counts := map[communique.Polarity]int{}
		for _, st := range p.stances {
			counts[shownPolarity(st.Stance)]++
		}
		var parts []string
		for _, x := range polarities {
			if counts[x] > 0 {
				parts = append(parts, fmt.Sprintf("%d %s", counts[x], x))
			}
		}
		words = append(words, markup.Clip(p.holder, maxName)+" towards "+markup.Clip(p.target, maxName)+": "+strings.Join(parts, ", "))
	}
	return "Stances over time. " + strings.Join(words, "; ") + "."
}

// axis draws the dates, or the numbers of the statements, and their lines.
func (c *chart) axis(bottom float64) {
	for _, t := range c.scale.ticks {
		c.put(`<line class="r-tick" x1="%.1f" x2="%.1f" y1="%.1f" y2="%.1f"/><text class="r-axis" x="%.1f" y="%.1f" text-anchor="middle">%s</text>`+"\n",
			t.x, t.x, chartTop, bottom+5, t.x, bottom+19, t.label)
	}
}

// row draws a pair: its names, and its marks.
func (c *chart) row(p *pair, y float64) {
	c.put(`<g><title>%s → %s</title><text class="r-holder" x="12" y="%.1f">%s</text><text class="r-target" x="12" y="%.1f"><tspan>→ </tspan>%s</text></g>`+"\n",
		p.holder, p.target, y-3, markup.Shorten(p.holder, holderSize, labelRoom), y+15, markup.Shorten(p.target, targetSize, labelRoom-arrowRoom))
	c.put(`<line class="r-lane" x1="%.0f" x2="%.0f" y1="%.1f" y2="%.1f"/>`+"\n", labelWidth, chartWidth-8, y, y)
	for _, polarity := range polarities {
		byColumn := map[int][]timed{}
		for _, st := range p.stances {
			if column := c.scale.column[st.statement]; shownPolarity(st.Stance) == polarity {
				byColumn[column] = append(byColumn[column], st)
			}
		}
		for column, x := range c.scale.columns {
			if stances := byColumn[column]; len(stances) > 0 {
				c.mark(p, polarity, stances, x, y)
			}
		}
	}
}

// mark draws stances of one polarity that are close in time: a shape for the polarity, as large as the strongest of them is
// intense, with their number if there are several.
func (c *chart) mark(p *pair, polarity communique.Polarity, stances []timed, x, y float64) {
	strongest := communique.Hedged
	var speakers, labels []string
	for _, st := range stances {
		strongest = max(strongest, min(st.Intensity, communique.MostSevere))
		speakers = append(speakers, namesOf(c.statements[st.statement], st.HolderIDs, st.Holders)...)
		labels = append(labels, string(st.Label))
	}
	switch polarity {
	case communique.Cooperative:
		y -= laneHeight
	case communique.Conflictual:
		y += laneHeight
	}
	for i, name := range speakers {
		speakers[i] = markup.Clip(name, maxName)
	}
	c.put(`<g class="r-mark %s" data-speaker="%s" data-stance="%s"><title>%s</title>`, polarityClass(polarity), strings.Join(unique(speakers), "; "),
		strings.Join(unique(labels), "; "), c.tell(p, stances))
	c.shape(polarity, strongest, x, y)
	if len(stances) > 1 {
		c.put(`<text class="r-count" x="%.1f" y="%.1f">%d</text>`, x+radius(strongest)+1.5, y+3.5, len(stances))
	}
	c.put("</g>\n")
}

// radius returns the size of a mark of an intensity.
func radius(i communique.Intensity) float64 { return 3.6 + 0.9*float64(i) }

// shape draws a triangle upwards for cooperation, a disc for neither, a triangle downwards for conflict.
func (c *chart) shape(polarity communique.Polarity, i communique.Intensity, x, y float64) {
	r := radius(i)
	switch polarity {
	case communique.Cooperative:
		c.put(`<path d="M%.1f %.1fL%.1f %.1fL%.1f %.1fZ"/>`, x, y-r, x+r, y+0.8*r, x-r, y+0.8*r)
	case communique.Conflictual:
		c.put(`<path d="M%.1f %.1fL%.1f %.1fL%.1f %.1fZ"/>`, x, y+r, x+r, y-0.8*r, x-r, y-0.8*r)
	default:
		c.put(`<circle cx="%.1f" cy="%.1f" r="%.1f"/>`, x, y, 0.85*r)
	}
}

// tell returns the tooltip of a mark: when, who, what.
func (c *chart) tell(p *pair, stances []timed) string {
	const most = 8
	lines := []string{markup.Clip(p.holder, maxName) + " → " + markup.Clip(p.target, maxName)}
	for i, st := range stances {
		if i == most {
			lines = append(lines, fmt.Sprintf("and %d more", len(stances)-most))
			break
		}
		when := markup.Day(c.statements[st.statement].Date)
		if when == "" {
			when = c.names[st.statement]
		}
		label := string(st.Label)
		if st.Negated {
			label = "not " + label
		}
		who := strings.Join(namesOf(c.statements[st.statement], st.HolderIDs, st.Holders), ", ")
		lines = append(lines, fmt.Sprintf("%s, %s: %s (%s) “%s”", markup.Clip(when, 80), markup.Clip(who, 120), label, st.Intensity, markup.Clip(markup.OneLine(st.Phrase.Text), 120)))
	}
	return strings.Join(lines, "\n")
}

// legend explains the marks.
func (c *chart) legend(y float64) {
	x := labelWidth
	for _, p := range polarities {
		c.put(`<g class="r-mark %s">`, polarityClass(p))
		c.shape(p, communique.Marked, x, y-4)
		c.put(`</g><text class="r-axis" x="%.1f" y="%.1f">%s</text>`+"\n", x+11, y, string(p))
		x += 34 + 6.6*float64(len(p))
	}
	x += 20
	c.put(`<g class="r-mark r-neut">`)
	for i := communique.Hedged; i <= communique.MostSevere; i++ {
		c.shape(communique.Neutral, i, x, y-4)
		x += 2*radius(i) + 3
	}
	c.put(`</g><text class="r-axis" x="%.1f" y="%.1f">hedged to most severe</text>`+"\n", x, y)
	x += 175
	c.put(`<text class="r-count" x="%.1f" y="%.1f">2</text><text class="r-axis" x="%.1f" y="%.1f">so many stances</text>`+"\n", x, y-0.5, x+12, y)
}

// round returns x to a tenth of a pixel, so that what is close enough is the same on all machines.
func round(x float64) float64 { return math.Round(x*10) / 10 }
