package report

import (
	"sort"
	"strconv"
	"time"

	"github.com/communique-go/communique"
)

// scale places the statements along the axis of the timeline: those with a date by their day, those without before them, in
// the order given.
type scale struct {
	columns []float64 // the x of the columns of marks
	column  []int     // of each statement
	ticks   []tick
}

// tick is a label on the axis.
type tick struct {
	x     float64
	label string
}

// newScale returns the places of the statements. Statements too close for marks of their own share a column.
func newScale(statements []*communique.Statement) scale {
	var dated, undated []int
	for i, s := range statements {
		if s.Date.IsZero() {
			undated = append(undated, i)
		} else {
			dated = append(dated, i)
		}
	}
	sc := scale{column: make([]int, len(statements))}
	from, to := labelWidth+markWidth/2, chartWidth-chartRight-markWidth/2
	if len(undated) > 0 {
		end := to
		if len(dated) > 0 { // share the axis, at most half of it
			end = from + (to-from)*min(0.5, float64(len(undated))/float64(len(statements)))
		}
		sc.inOrder(undated, from, end-markWidth/2)
		from = end + markWidth/2
	}
	if len(dated) > 0 {
		sc.byDay(statements, dated, from, to)
	}
	return sc
}

// place puts statements, which come by their x, into columns. A column stands where its first statement does, so that columns
// are never closer than their marks are wide.
func (sc *scale) place(indexes []int, xs []float64) {
	for i := 0; i < len(indexes); {
		last := i
		for last+1 < len(indexes) && xs[last+1]-xs[i] < markWidth {
			last++
		}
		sc.columns = append(sc.columns, round(xs[i]))
		for ; i <= last; i++ {
			sc.column[indexes[i]] = len(sc.columns) - 1
		}
	}
}

// inOrder places statements without a date at equal distances.
func (sc *scale) inOrder(indexes []int, from, to float64) {
	xs := make([]float64, len(indexes))
	step := (to - from) / float64(len(indexes))
	every := 1
	for step*float64(every) < 40 {
		every++
	}
	for i, index := range indexes {
		xs[i] = from + step*(float64(i)+0.5)
		if i%every == 0 {
			label := strconv.Itoa(index + 1)
			if i == 0 {
				label = "No. " + label
			}
			sc.ticks = append(sc.ticks, tick{round(xs[i]), label})
		}
	}
	sc.place(indexes, xs)
}

// byDay places statements by their dates.
func (sc *scale) byDay(statements []*communique.Statement, indexes []int, from, to float64) {
	day := func(i int) time.Time {
		y, m, d := statements[i].Date.Date()
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	}
	sort.SliceStable(indexes, func(i, j int) bool { return day(indexes[i]).Before(day(indexes[j])) })
	first, last := day(indexes[0]), day(indexes[len(indexes)-1])
	place := func(t time.Time) float64 {
		if first.Equal(last) {
			return (from + to) / 2
		}
		return from + (to-from)*float64(t.Unix()-first.Unix())/float64(last.Unix()-first.Unix())
	}
	xs := make([]float64, len(indexes))
	for i, index := range indexes {
		xs[i] = place(day(index))
	}
	sc.place(indexes, xs)
	for _, t := range datesBetween(first, last, int((to-from)/90)) {
		sc.ticks = append(sc.ticks, tick{round(place(t.day)), t.label})
	}
}

// date is a day with its label on the axis.
type date struct {
	day   time.Time
	label string
}

// datesBetween returns round dates from the first to the last, at most as many as given or one more: days, or else first
// days of months, or of years. Between dates so close or so far apart that there are fewer than two it returns the ends.
func datesBetween(first, last time.Time, most int) []date {
	var out []date
	add := func(t time.Time, layout string) {
		if !t.Before(first) && !t.After(last) {
			out = append(out, date{t, t.Format(layout)})
		}
	}
	days := int((last.Unix() - first.Unix()) / 86400)
	months := (last.Year()-first.Year())*12 + int(last.Month()) - int(first.Month())
	switch {
	case days <= 7*most && days < 80:
		step := 1
		for _, step = range []int{1, 2, 7, 14} {
			if days/step <= most {
				break
			}
		}
		for n := 0; n <= days; n += step {
			add(first.AddDate(0, 0, n), "2 Jan 2006")
		}
	case months <= 12*most:
		step := 1
		for _, step = range []int{1, 2, 3, 6, 12} {
			if months/step <= most {
				break
			}
		}
		for m := time.Date(first.Year(), time.January, 1, 0, 0, 0, 0, time.UTC); !m.After(last); m = m.AddDate(0, step, 0) {
			add(m, "Jan 2006")
		}
	default:
		step := 1 + (last.Year()-first.Year())/max(most, 1)
		for y := first.Year() + 1; y <= last.Year(); y += step {
			add(time.Date(y, time.January, 1, 0, 0, 0, 0, time.UTC), "2006")
		}
	}
	if len(out) < 2 {
		out = nil
		add(first, time.DateOnly)
		if !last.Equal(first) {
			add(last, time.DateOnly)
		}
	}
	return out
}
