package deadline

import (
	"strconv"
	"strings"
	"time"

	"github.com/communique-go/communique/internal/calendar"
)

// today returns the midnight that begins the day of the statement.
func (p *parser) today() time.Time {
	y, m, d := p.on.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, p.on.Location())
}

func (p *parser) days(from time.Time, n int) window {
	return window{from: from, to: from.AddDate(0, 0, n)}
}

// monthsFrom is the window of n months from the first of a month.
func (p *parser) monthsFrom(y int, m time.Month, n int) window {
	from := time.Date(y, m, 1, 0, 0, 0, 0, p.on.Location())
	return window{from: from, to: from.AddDate(0, n, 0)}
}

// date reads a day: "30 November", "November 30, 2025", "Friday, 30 November", "2025-11-30", "Friday", "tomorrow".
func (p *parser) date() (window, bool) {
	if t, err := time.ParseInLocation("2006-01-02", p.peek(), p.on.Location()); err == nil {
		p.i++
		return p.days(t, 1), true
	}
	if n, ok := p.word(calendar.Day); ok || p.take("the day") {
		return p.days(p.today().AddDate(0, 0, n), 1), true
	}
	wd, named := p.weekday()
	at := p.i
	if w, ok := p.dayOfMonth(); ok {
		return w, true
	}
	p.i = at
	return wd, named
}

// weekday reads "Friday", "next Friday", "Friday of next week". The same day of the week is today; "next Friday" is the one
// of the next calendar week.
func (p *parser) weekday() (window, bool) {
	next := p.take("next")
	if !next && !p.take("this coming") && !p.take("this") {
		p.take("the coming")
	}
	wd, ok := p.word(calendar.Weekday)
	if !ok {
		return window{}, false
	}
	inWeek := (wd + 6) % 7
	if next || p.take("next week") || p.take("of next week") {
		return p.days(p.monday().AddDate(0, 0, 7+inWeek), 1), true
	}
	ahead := (wd - int(p.on.Weekday()) + 7) % 7
	return p.days(p.today().AddDate(0, 0, ahead), 1), true
}

// monday returns the Monday of the statement's week.
func (p *parser) monday() time.Time {
	return p.today().AddDate(0, 0, -(int(p.on.Weekday())+6)%7)
}

// dayOfMonth reads "30 November", "the 30th of November 2025", "November 30, 2025".
func (p *parser) dayOfMonth() (window, bool) {
	p.take("the")
	m, monthFirst := p.month()
	p.take("the")
	d, ok := ordinal(p.peek())
	if !ok || d < 1 || d > 31 {
		return window{}, false
	}
	p.i++
	p.take("of")
	if !monthFirst {
		if m, ok = p.month(); !ok {
			return window{}, false
		}
	}
	if y, ok := p.year(); ok {
		return p.day(y, m, d)
	}
	for y := p.on.Year(); y <= p.on.Year()+8; y++ { // 29 February can be eight years off
		if w, ok := p.day(y, m, d); ok && !w.from.Before(p.today()) {
			return w, true
		}
	}
	return window{}, false
}

// day is a day of the calendar, false if there is none such.
func (p *parser) day(y int, m time.Month, d int) (window, bool) {
	t := time.Date(y, m, d, 0, 0, 0, 0, p.on.Location())
	return p.days(t, 1), t.Day() == d
}

func (p *parser) month() (time.Month, bool) {
	m, ok := p.word(calendar.Month)
	return time.Month(m), ok
}

// year reads the four figures of a year, with "of" or "in" before them.
func (p *parser) year() (int, bool) {
	at := p.i
	if !p.take("of") {
		p.take("in")
	}
	p.take("the year")
	p.take("year")
	w := p.peek()
	if n, err := strconv.Atoi(w); err == nil && len(w) == 4 && n >= 1500 && n < 3000 {
		p.i++
		return n, true
	}
	p.i = at
	for i, which := range []string{"this year", "next year"} {
		if p.take(which) || p.take("of "+which) {
			return p.on.Year() + i, true
		}
	}
	return 0, false
}

// clock reads a time of day, with its day: "midnight on Friday", "6 p.m. on 5 June", "18:00 GMT", "noon". Without a day it
// is the next such time.
func (p *parser) clock() (window, bool) {
	c, ok := p.hours()
	if !ok {
		return window{}, false
	}
	at := p.i
	if !p.take("on") {
		p.take("of")
	}
	if d, named := p.date(); named {
		return c.on(d.from, p.on.Location()), true
	}
	p.i = at
	w := c.on(p.today(), p.on.Location())
	if w.from.Before(p.on) {
		w = c.on(p.today().AddDate(0, 0, 1), p.on.Location())
	}
	return w, true
}

// dayAndClock reads a day with a time of day behind it: "Friday at noon".
func (p *parser) dayAndClock() (window, bool) {
	d, ok := p.date()
	if !ok {
		return window{}, false
	}
	at := p.i
	p.take("at")
	if c, ok := p.hours(); ok {
		return c.on(d.from, p.on.Location()), true
	}
	p.i = at
	return d, true
}

// clockTime is a time of day.
type clockTime struct {
	h, m int
	utc  bool
}

// on returns the time on the day that begins at t, in location loc.
func (c clockTime) on(t time.Time, loc *time.Location) window {
	y, m, d := t.Date()
	zone := loc
	if c.utc {
		zone = time.UTC
	}
	t = time.Date(y, m, d, c.h, c.m, 0, 0, zone).In(loc)
	return window{from: t, to: t}
}

// hours reads the time of day alone, with GMT or UTC behind it. Midnight is the end of the day.
func (p *parser) hours() (clockTime, bool) {
	h, ok := p.word(calendar.Hour)
	c := clockTime{h: h}
	if !ok {
		c, ok = p.figures()
	}
	if c.utc = p.take("gmt") || p.take("utc"); !c.utc {
		p.take("local time")
	}
	return c, ok
}

// figures reads "18:00", "6 pm", "6:30am".
func (p *parser) figures() (clockTime, bool) {
	w, half := p.peek(), ""
	p.i++
	for _, x := range []string{"am", "pm"} {
		if s, cut := strings.CutSuffix(w, x); cut {
			w, half = s, x
		} else if p.take(x) {
			half = x
		}
	}
	hours, minutes, colon := strings.Cut(w, ":")
	if !colon {
		minutes = "0"
	}
	h, err := strconv.Atoi(hours)
	m, err2 := strconv.Atoi(minutes)
	switch {
	case err != nil || err2 != nil, h < 0 || h > 24, m < 0 || m > 59, !colon && half == "", half != "" && (h < 1 || h > 12):
		return clockTime{}, false
	case half == "am":
		h %= 12
	case half == "pm":
		h = h%12 + 12
	}
	return clockTime{h: h, m: m}, true
}

// period reads a stretch of the calendar: "June 2025", "next week", "the spring", "the third quarter of 2025", "2030".
func (p *parser) period() (window, bool) {
	for _, read := range []func() (window, bool){p.named, p.quarter, p.relative} {
		at := p.i
		if w, ok := read(); ok {
			return w, true
		}
		p.i = at
	}
	return p.date()
}

// named reads a month, a season or a year. One that is running counts as the next.
func (p *parser) named() (window, bool) {
	shift := 0
	if p.take("next") {
		shift = 1
	} else if !p.take("this") && !p.take("the coming") {
		p.take("the")
	}
	if y, ok := p.year(); ok && shift == 0 {
		return p.monthsFrom(y, time.January, 12), true
	}
	m, isMonth := p.month()
	length := 1
	if !isMonth {
		first, isSeason := p.word(calendar.Season)
		if !isSeason {
			return window{}, false
		}
		m, length = time.Month(first), 3
	} else if _, err := strconv.Atoi(strings.TrimRight(p.peek(), "sthndr")); err == nil && len(p.peek()) < 4 {
		return window{}, false // "June 5" is a day
	}
	if y, ok := p.year(); ok {
		return p.monthsFrom(y, m, length), true
	}
	w := p.monthsFrom(p.on.Year()-1, m, length)
	for !w.to.After(p.on) || shift > 0 && !w.from.After(p.on) {
		w = p.monthsFrom(w.from.Year()+1, m, length)
	}
	return w, true
}

// quarter reads "the third quarter of 2025", "Q3 2025".
func (p *parser) quarter() (window, bool) {
	n, ok := 0, false
	if w := p.peek(); len(w) == 2 && w[0] == 'q' {
		n, ok = ordinal(w[1:])
		p.i++
	} else {
		p.take("the")
		n, ok = ordinal(p.peek())
		p.i++
		ok = ok && p.take("quarter")
	}
	if !ok || n < 1 || n > 4 {
		return window{}, false
	}
	m := time.Month(3*n - 2)
	if y, ok := p.year(); ok {
		return p.monthsFrom(y, m, 3), true
	}
	w := p.monthsFrom(p.on.Year(), m, 3)
	if !w.to.After(p.on) {
		w = p.monthsFrom(p.on.Year()+1, m, 3)
	}
	return w, true
}

// relative reads a unit counted from the statement: "this week", "next month", "the end of the year" without its end.
func (p *parser) relative() (window, bool) {
	shift := 0
	switch {
	case p.take("the next"), p.take("next"), p.take("the coming"), p.take("the following"), p.take("coming"):
		shift = 1
	case p.take("the last"), p.take("last"), p.take("the previous"):
		shift = -1
	case p.take("the current calendar"), p.take("the current"), p.take("the calendar"), p.take("the"), p.take("this calendar"), p.take("this"):
	default:
		return window{}, false
	}
	if shift == 0 && p.take("weekend") || shift == 1 && p.take("weekend") {
		return p.days(p.monday().AddDate(0, 0, 5+7*shift), 2), true
	}
	u := calendar.Lookup(p.peek())
	p.i++
	return p.unit(u, shift)
}

// unit is the unit of the calendar that the statement falls into, or one shift units off.
func (p *parser) unit(u calendar.Word, shift int) (window, bool) {
	switch {
	case u.Kind != calendar.Unit:
	case u.Base == calendar.Days && u.N == 1:
		return p.days(p.today().AddDate(0, 0, shift), 1), true
	case u.Base == calendar.Days && u.N == 7:
		return p.days(p.monday().AddDate(0, 0, 7*shift), 7), true
	case u.Base == calendar.Months:
		y, m, _ := p.on.Date()
		now := 12*y + int(m-time.January)
		return p.monthsFrom(0, time.January+time.Month(now/u.N*u.N+u.N*shift), u.N), true
	}
	return window{}, false
}
