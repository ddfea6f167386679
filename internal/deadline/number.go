package deadline

import (
	"strconv"
	"strings"
	"time"
)

// numbers are the numerals that statements spell out.
var numbers = map[string]float64{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
	"nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	"hundred": 100, "dozen": 12,
}

// maxNumber keeps a length of time within what time.Time can count.
const maxNumber = 10000

// number returns the value of a numeral in figures or words, "twenty-four" included.
func number(w string) (float64, bool) {
	if n, ok := numbers[w]; ok {
		return n, true
	}
	if tens, unit, ok := strings.Cut(w, "-"); ok {
		t, u := numbers[tens], numbers[unit]
		return t + u, t >= 20 && t < 100 && u > 0 && u < 10 && unit != "a" && unit != "an"
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
	for i, name := range []string{"first", "second", "third", "fourth"} {
		if w == name {
			return i + 1, true
		}
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

// unit is a unit of time.
type unit int

const (
	noUnit unit = iota
	minute
	hour
	day
	week
	month
	quarter
	year
	decade
)

var units = map[string]unit{"minute": minute, "hour": hour, "day": day, "week": week, "fortnight": week, "month": month, "quarter": quarter,
	"year": year, "decade": decade}

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
	u := units[strings.TrimSuffix(w, "s")]
	if u == noUnit {
		return window{}, false
	}
	p.i++
	if strings.HasPrefix(w, "fortnight") {
		n *= 2
	}
	if !p.take("from now") && !p.take("from today") {
		p.take("time")
	}
	return window{from: p.on, to: add(p.on, n, u), span: true}, true
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
		n = numbers[p.peek()]
		p.i++
	}
	if p.take("and a half") {
		n += 0.5
	}
	return n, true
}

// add returns t n units later. The fraction of a number of years is counted in months, that of months in days of a month
// of thirty, that of weeks and days in hours.
func add(t time.Time, n float64, u unit) time.Time {
	whole := int(n)
	rest := n - float64(whole)
	switch u {
	case decade:
		return add(t, min(n*10, maxNumber), year)
	case year:
		return add(t, n*12, month)
	case quarter:
		return add(t, n*3, month)
	case month:
		return addMonths(t, whole).AddDate(0, 0, int(rest*30+0.5))
	case week:
		return add(t, n*7, day)
	case day:
		return t.AddDate(0, 0, whole).Add(time.Duration(rest * 24 * float64(time.Hour)))
	case hour:
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
