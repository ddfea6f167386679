package deadline

import (
	"strconv"
	"strings"
	"time"

	"github.com/communique-go/communique/internal/calendar"
)

// maxNumber keeps a length of time within what time.Time can count.
const maxNumber = 10000

// number returns the value of a numeral in figures or words, "twenty-four" included.
func number(w string) (float64, bool) {
	if x := calendar.Lookup(w); x.Kind == calendar.Number {
		return float64(x.N), true
	}
	if a, b, ok := strings.Cut(w, "-"); ok {
		tens, ones := calendar.Lookup(a), calendar.Lookup(b)
		ok = tens.Kind == calendar.Number && tens.N >= 20 && tens.N < 100 && ones.Kind == calendar.Number && ones.N < 10 && b != "a" && b != "an"
		return float64(tens.N + ones.N), ok
	}
	if !isFigures(w) {
		return 0, false
	}
	n, err := strconv.ParseFloat(w, 64)
	return n, err == nil && n <= maxNumber
}

// isFigures reports whether w is digits with at most one decimal point inside, so that "inf" and "1e9" are no numbers.
func isFigures(w string) bool {
	return w != "" && w[0] != '.' && strings.Count(w, ".") <= 1 && strings.Trim(w, "0123456789.") == ""
}

// ordinal returns n for "1st", "first", or figures.
func ordinal(w string) (int, bool) {
	if x := calendar.Lookup(w); x.Kind == calendar.Ordinal {
		return x.N, true
	}
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, suffix)
	}
	if strings.Contains(w, ".") || !isFigures(w) {
		return 0, false
	}
	n, err := strconv.Atoi(w)
	return n, err == nil
}

// length reads "72 hours", "the next fourteen days", "two and a half years", "a period of 60 days".
func (p *parser) length() (window, bool) {
	for _, words := range []string{"the next", "the coming", "the following", "a period of", "the space of", "another"} {
		if p.take(words) {
			break
		}
	}
	n, ok := p.count()
	if !ok {
		return window{}, false
	}
	p.take("calendar")
	w := strings.TrimSuffix(p.peek(), "'")
	u := calendar.Lookup(strings.TrimSuffix(w, "s"))
	if u.Kind != calendar.Unit {
		return window{}, false
	}
	p.i++
	if !p.take("from now") && !p.take("from today") {
		p.take("time")
	}
	return window{from: p.on, to: add(p.on, n*float64(u.N), u.Base), span: true}, true
}

// count reads the number of a length.
func (p *parser) count() (float64, bool) {
	if p.take("half a") || p.take("half an") {
		return 0.5, true
	}
	n, ok := number(p.peek())
	if !ok {
		return 0, false
	}
	p.i++
	if n == 1 && (p.peek() == "hundred" || p.peek() == "dozen") {
		n, _ = number(p.peek())
		p.i++
	}
	if p.take("and a half") {
		n += 0.5
	}
	return n, true
}

// add returns t n minutes, hours, days or months later. The fraction of a number of months is counted in days of a month of
// thirty, that of days in hours.
func add(t time.Time, n float64, b calendar.Base) time.Time {
	whole := int(n)
	rest := n - float64(whole)
	switch b {
	case calendar.Months:
		whole = min(whole, 12*maxNumber)
		return addMonths(t, whole).AddDate(0, 0, int(rest*30+0.5))
	case calendar.Days:
		return t.AddDate(0, 0, whole).Add(time.Duration(rest * 24 * float64(time.Hour)))
	case calendar.Hours:
		return t.Add(time.Duration(n * float64(time.Hour)))
	}
	return t.Add(time.Duration(n * float64(time.Minute)))
}

// addMonths adds months without running over the end of a short month: a month from 31 January is the last of February.
func addMonths(t time.Time, n int) time.Time {
	u := t.AddDate(0, n, 0)
	if u.Day() != t.Day() {
		u = u.AddDate(0, 0, -u.Day())
	}
	return u
}
