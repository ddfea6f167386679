package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/page"
)

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
	*report
	scale scale
	pairs []*pair
}

// draw draws the picture.
func (c *chart) draw() {
	bottom := chartTop + rowHeight*float64(len(c.pairs))
	height := bottom + 68
	c.Open("svg", page.Class("r-time"), page.ViewBox(chartWidth, height), page.Whole("width", chartWidth), page.Whole("height", height),
		page.Attr("role", "img"), page.Attr("aria-label", c.describe())).Line()
	for i := 0; i < len(c.pairs); i += 2 {
		c.Empty("rect", page.Class("r-band"), page.Int("x", 0), page.Px("y", chartTop+rowHeight*float64(i)), page.Whole("width", chartWidth),
			page.Whole("height", rowHeight)).Line()
	}
	c.axis(bottom)
	for i, p := range c.pairs {
		c.row(p, chartTop+rowHeight*(float64(i)+0.5))
	}
	c.legend(bottom + 50)
	c.Close("svg").Line()
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
		c.Empty("line", page.Class("r-tick"), page.Px("x1", t.x), page.Px("x2", t.x), page.Px("y1", chartTop), page.Px("y2", bottom+5))
		c.TextAt("r-axis", t.x, bottom+19, t.label, page.Centred).Line()
	}
}

// row draws a pair: its names, and its marks.
func (c *chart) row(p *pair, y float64) {
	c.Open("g").Element("title", p.holder+" → "+p.target)
	c.Element("text", page.Shorten(p.holder, holderSize, labelRoom), page.Class("r-holder"), page.Int("x", 12), page.Px("y", y-3))
	c.Open("text", page.Class("r-target"), page.Int("x", 12), page.Px("y", y+15)).Element("tspan", "→ ")
	c.Text(page.Shorten(p.target, targetSize, labelRoom-arrowRoom)).Close("g").Line()
	c.Empty("line", page.Class("r-lane"), page.Whole("x1", labelWidth), page.Whole("x2", chartWidth-8), page.Px("y1", y), page.Px("y2", y)).Line()
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
		for _, name := range c.statements[st.statement].NamesOf(st.HolderIDs, st.Holders) {
			speakers = append(speakers, markup.Clip(name, maxName))
		}
		labels = append(labels, string(st.Label))
	}
	switch polarity {
	case communique.Cooperative:
		y -= laneHeight
	case communique.Conflictual:
		y += laneHeight
	}
	c.Open("g", page.Class("r-mark", polarityClass(polarity)), page.Attr("data-speaker", strings.Join(unique(speakers), "; ")),
		page.Attr("data-stance", strings.Join(unique(labels), "; "))).Element("title", c.tell(p, stances))
	c.shape(polarity, strongest, x, y)
	if len(stances) > 1 {
		c.TextAt("r-count", x+radius(strongest)+1.5, y+3.5, strconv.Itoa(len(stances)))
	}
	c.Close("g").Line()
}

// radius returns the size of a mark of an intensity.
func radius(i communique.Intensity) float64 { return 3.6 + 0.9*float64(i) }

// shape draws a triangle upwards for cooperation, a disc for neither, a triangle downwards for conflict.
func (c *chart) shape(polarity communique.Polarity, i communique.Intensity, x, y float64) {
	r := radius(i)
	switch polarity {
	case communique.Cooperative:
		c.Empty("path", page.Path{}.To('M', x, y-r).To('L', x+r, y+0.8*r).To('L', x-r, y+0.8*r).To('Z').Data())
	case communique.Conflictual:
		c.Empty("path", page.Path{}.To('M', x, y+r).To('L', x+r, y-0.8*r).To('L', x-r, y-0.8*r).To('Z').Data())
	default:
		c.Empty("circle", page.Px("cx", x), page.Px("cy", y), page.Px("r", 0.85*r))
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
		who := strings.Join(c.statements[st.statement].NamesOf(st.HolderIDs, st.Holders), ", ")
		lines = append(lines, fmt.Sprintf("%s, %s: %s (%s) “%s”", markup.Clip(when, 80), markup.Clip(who, 120), label, st.Intensity, markup.Clip(markup.OneLine(st.Phrase.Text), 120)))
	}
	return strings.Join(lines, "\n")
}

// legend explains the marks.
func (c *chart) legend(y float64) {
	x := labelWidth
	for _, p := range polarities {
		c.Open("g", page.Class("r-mark", polarityClass(p)))
		c.shape(p, communique.Marked, x, y-4)
		c.Close("g").TextAt("r-axis", x+11, y, string(p)).Line()
		x += 34 + 6.6*float64(len(p))
	}
	x += 20
	c.Open("g", page.Class("r-mark r-neut"))
	for i := communique.Hedged; i <= communique.MostSevere; i++ {
		c.shape(communique.Neutral, i, x, y-4)
		x += 2*radius(i) + 3
	}
	c.Close("g").TextAt("r-axis", x, y, "hedged to most severe").Line()
	x += 175
	c.TextAt("r-count", x, y-0.5, "2").TextAt("r-axis", x+12, y, "so many stances").Line()
}

// round returns x to a tenth of a pixel, so that what is close enough is the same on all machines.
func round(x float64) float64 { return math.Round(x*10) / 10 }
