// Package deadline finds the time limits and time frames of commitments ("by the end of June", "within 72 hours", "in the
// spring") and resolves them against the date of the statement.
//
// It has a small grammar of its own. Date libraries were measured on 26 such phrases: github.com/markusmobius/go-dateparser
// v1.2.3, the last version that builds with Go 1.22 (v1.2.4 asks for 1.24, v1.4 for 1.26), parses 7 of them and finds dates
// in parts of others, some of them wrong ("before" is read as a month, "over 3.5 years" as five years); it brings some
// fifty modules and adds 5 MB to a program. github.com/olebedev/when v1.1.0 resolves 7. Neither knows "the end of",
// seasons, or what a preposition says of the side on which a time is open, and that is most of the work.
package deadline

import (
	"strings"
	"time"

	"github.com/communique-go/communique/internal/calendar"
)

// Resolve returns the time [from, to) that a phrase leaves for what is to be done, said on the date on, in its location.
//
// A limit ("by Friday", "until 31 March", "within 72 hours") runs from the date of the statement to its end, which is the
// end of the day, week or month named; "before 1 March" ends where that day begins. A frame ("next week", "in the spring")
// is itself, a time of day has no length ("at noon on Friday"). The zero time stands for a side that is open: to of
// "as of Friday", from of a limit that had passed.
// Without a year, the next such date counts, today included; weeks begin on Monday, seasons are those of meteorologists in
// the northern hemisphere, midnight ends the day.
//
// ok is false if any part of the phrase is not understood ("within 30 days of signature"), or on is the zero time.
func Resolve(phrase string, on time.Time) (from, to time.Time, ok bool) {
	words := split(phrase)
	if on.IsZero() || len(words) == 0 || len(words) > maxWords {
		return time.Time{}, time.Time{}, false
	}
	p := parser{words: words, on: on}
	w, ok := p.phrase()
	if !ok || p.i != len(p.words) {
		return time.Time{}, time.Time{}, false
	}
	return w.from, w.to, true
}

// maxWords is far more than the longest phrase that can be resolved has.
const maxWords = 16

// window is a stretch of time.
type window struct {
	from, to time.Time
	due      time.Time // where a limit named so lies, if neither at the window's end ("by") nor at its beginning ("before")
	span     bool      // a length of time, counted from the statement
}

// parser reads the words from left to right.
type parser struct {
	words []string
	i     int
	on    time.Time
}

// phrase reads a whole phrase.
func (p *parser) phrase() (window, bool) {
	if p.take("between") {
		return p.through("and")
	}
	r := frame
	for _, o := range openers().prepositions {
		if p.takeAll(o.words) {
			r = role(o.meaning)
			break
		}
	}
	w, ok := p.time()
	if !ok {
		return w, false
	}
	p.take("at the latest")
	if r == start && (p.peek() == "to" || p.peek() == "until" || p.peek() == "through") {
		p.i++
		return p.close(w)
	}
	return p.apply(r, w), true
}

// through reads the two ends of a range, with the word between them.
func (p *parser) through(word string) (window, bool) {
	w, ok := p.time()
	if !ok || !p.take(word) {
		return w, false
	}
	return p.close(w)
}

// close reads the end of a range that begins with w. The year of the end counts for both.
func (p *parser) close(w window) (window, bool) {
	saved := p.on
	p.on = w.from
	end, ok := p.time()
	p.on = saved
	return window{from: w.from, to: end.to}, ok && end.to.After(w.from)
}

// apply gives a time the meaning that its preposition has.
func (p *parser) apply(r role, w window) window {
	switch {
	case r == after:
		return window{from: w.to}
	case r == start && !w.span:
		return window{from: w.from}
	case (r == before || r == limit) && !w.due.IsZero():
		return p.upTo(w.due)
	case r == before && !w.span:
		return p.upTo(w.from)
	case r == before, r == limit:
		return p.upTo(w.to)
	}
	return w
}

// upTo is the time from the statement up to t.
func (p *parser) upTo(t time.Time) window {
	if t.Before(p.on) {
		return window{to: t}
	}
	return window{from: p.on, to: t}
}

// time reads a time: a part of a period, a length, a clock time, a date or a period.
func (p *parser) time() (window, bool) {
	for _, read := range []func() (window, bool){p.part, p.length, p.clock, p.dayAndClock, p.period} {
		at := p.i
		if w, ok := read(); ok {
			return w, true
		}
		p.i = at
	}
	return window{}, false
}

// part reads "the end of June".
func (p *parser) part() (window, bool) {
	for _, o := range openers().parts {
		at := p.i
		if !p.takeAll(o.words) {
			continue
		}
		if w, ok := p.period(); ok {
			return cuts[o.meaning](w), true
		}
		p.i = at
	}
	return window{}, false
}

// lastDay is the last day of a period; a limit ends with it.
func lastDay(w window) window { return window{from: w.to.AddDate(0, 0, -1), to: w.to, due: w.to} }

// firstDay is the first day of a period.
func firstDay(w window) window { return window{from: w.from, to: w.from.AddDate(0, 0, 1)} }

// secondThird is the third in the middle of a period; a limit ends halfway.
func secondThird(w window) window {
	return window{from: w.share(1, 3), to: w.share(2, 3), due: w.share(1, 2)}
}

func firstThird(w window) window { return window{from: w.from, to: w.share(1, 3)} }
func lastThird(w window) window  { return window{from: w.share(2, 3), to: w.to} }
func firstHalf(w window) window  { return window{from: w.from, to: w.half()} }
func secondHalf(w window) window { return window{from: w.half(), to: w.to} }

// share returns the midnight at or before n/of of a window.
func (w window) share(n, of int) time.Time {
	days := int(w.to.Sub(w.from).Hours()+12) / 24
	return w.from.AddDate(0, 0, days*n/of)
}

// half returns the middle of a window, between months where it has an even number of them.
func (w window) half() time.Time {
	months := (w.to.Year()-w.from.Year())*12 + int(w.to.Month()-w.from.Month())
	if months > 1 && months%2 == 0 {
		return w.from.AddDate(0, months/2, 0)
	}
	return w.share(1, 2)
}

// take moves past the words if they come next.
func (p *parser) take(words string) bool { return p.takeAll(strings.Fields(words)) }

func (p *parser) takeAll(words []string) bool {
	i := p.i
	for _, w := range words {
		if i >= len(p.words) || p.words[i] != w {
			return false
		}
		i++
	}
	p.i = i
	return true
}

// peek returns the next word, "" at the end.
func (p *parser) peek() string {
	if p.i < len(p.words) {
		return p.words[p.i]
	}
	return ""
}

// word moves past the next word if it is of a kind, and returns its number.
func (p *parser) word(k calendar.Kind) (int, bool) {
	x := calendar.Lookup(p.peek())
	if x.Kind != k {
		return 0, false
	}
	p.i++
	return x.N, true
}

// joiners part what the grammar reads as words of their own.
var joiners = strings.NewReplacer("mid-", "mid ", "end-", "end ")

// inversions bring what stands the other way round into the order that the grammar reads.
var inversions = strings.NewReplacer("the year's end", "the end of the year", "year's end", "the end of the year", "the month's end",
	"the end of the month", "month's end", "the end of the month", "the week's end", "the end of the week", "week's end", "the end of the week",
	"year-end", "the end of the year", "month-end", "the end of the month")

// split returns the words of a phrase in lower case, without commas and the full stops of abbreviations.
func split(phrase string) []string {
	if len(phrase) > 40*maxWords {
		return nil
	}
	words := strings.Fields(joiners.Replace(inversions.Replace(strings.ToLower(strings.ReplaceAll(phrase, "’", "'")))))
	out := words[:0:0]
	for _, w := range words {
		switch w = strings.Trim(w, ",;()\"“”"); w {
		case "a.m.", "p.m.":
			w = w[:1] + "m"
		default:
			w = strings.TrimSuffix(w, ".")
		}
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}
