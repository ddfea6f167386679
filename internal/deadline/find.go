package deadline

import (
	"github.com/communique-go/communique/internal/calendar"
	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

// longestTime is the number of tokens behind the preposition of a deadline in which its end is sought.
const longestTime = 10

// Find returns how many tokens the deadline has that begins at token i and ends before limit, 0 if none does: "by the end of
// June", "within 72 hours", "no later than 30 November", "next week", "tomorrow".
func Find(tokens []text.Token, i, limit int) int {
	f := finder(tokens)
	switch w := f.at(i).Norm; w {
	case "tomorrow", "tonight":
		return 1
	case "next", "this":
		if calendar.IsTime(f.at(i + 1).Lemma) {
			return min(2, limit-i)
		}
		return 0
	}
	n := f.opener(i)
	if n == 0 {
		return 0
	}
	end, timed := f.time(i+n, min(limit, i+n+longestTime))
	for end > i && f.hangs(end-1) {
		end--
	}
	if end-i < 2 || !timed && !f.isYear(end) {
		return 0
	}
	return end - i
}

// finder are the tokens of a text.
type finder []text.Token

// at returns token i, the zero token outside the text.
func (f finder) at(i int) text.Token {
	if i < 0 || i >= len(f) {
		return text.Token{}
	}
	return f[i]
}

// opener returns the number of tokens of the preposition at token i that opens a deadline, 0 if there is none.
func (f finder) opener(i int) int {
	for _, o := range openers().prepositions {
		if o.found && f.has(i, o.words) {
			return len(o.words)
		}
	}
	return 0
}

// has reports whether the words stand at token i.
func (f finder) has(i int, words []string) bool {
	for k, w := range words {
		if f.at(i+k).Norm != w {
			return false
		}
	}
	return true
}

// time returns the end of the words for a time that begin at token i, and whether one of them names a time, rather than a mere
// number.
func (f finder) time(i, limit int) (end int, timed bool) {
	for ; i < limit; i++ {
		switch t := f.at(i); {
		case calendar.IsDay(t.Norm), calendar.IsMonth(t.Norm), calendar.IsTime(t.Lemma):
			timed = true
		case t.Tag == tagger.CD, t.Tag == tagger.DT, calendar.Lookup(t.Norm).Kind == calendar.Link:
		default:
			return i, timed
		}
	}
	return i, timed
}

// hangs reports whether token i says nothing without what follows it.
func (f finder) hangs(i int) bool {
	t := f.at(i)
	return t.Norm == "of" || t.Norm == "on" || t.Tag == tagger.DT
}

// isYear reports whether the tokens before end are a number of four figures, which may be a year.
func (f finder) isYear(end int) bool {
	t := f.at(end - 1)
	return t.Tag == tagger.CD && len(t.Norm) == 4
}
