// Package calendar holds the words for times: days, months, seasons, units, and the numerals that count them.
package calendar

import (
	_ "embed" // for the table
	"fmt"
	"strconv"
	"sync"

	"github.com/communique-go/communique/internal/table"
)

//go:embed words.tsv
var wordTable string

// Kind is what a word is. The comment at the top of words.tsv says what the kinds are.
type Kind string

// The kinds.
const (
	None    Kind = "" // of a word that is none of a time
	Day     Kind = "day"
	Hour    Kind = "hour"
	Link    Kind = "link"
	Month   Kind = "month"
	Number  Kind = "number"
	Ordinal Kind = "ordinal"
	Season  Kind = "season"
	Time    Kind = "time"
	Unit    Kind = "unit"
	Weekday Kind = "weekday"
)

// Base is what a unit is a number of.
type Base string

// The bases.
const (
	Minutes Base = "minute"
	Hours   Base = "hour"
	Days    Base = "day"
	Months  Base = "month"
)

// Word is what the table says of a word.
type Word struct {
	Kind Kind
	N    int  // of a day, an hour, a month, a number, an ordinal, a season, a unit or a weekday
	Base Base // of a unit
}

var words = sync.OnceValue(func() map[string]Word {
	rows := table.MustParse("words.tsv", wordTable, 4)
	all := make(map[string]Word, len(rows))
	for _, r := range rows {
		w, err := parseWord(r.Cells)
		if err != nil {
			panic(fmt.Errorf("words.tsv:%d: %w", r.Line, err))
		}
		all[r.Cells[0]] = w
	}
	return all
})

func parseWord(cells []string) (Word, error) {
	w := Word{Kind: Kind(cells[1]), Base: Base(cells[3])}
	switch w.Kind {
	case Link, Time:
		return w, nil
	case Day, Hour, Month, Number, Ordinal, Season, Unit, Weekday:
	default:
		return w, fmt.Errorf("unknown kind %q", w.Kind)
	}
	switch w.Base {
	case Minutes, Hours, Days, Months:
	default:
		if w.Kind == Unit {
			return w, fmt.Errorf("unknown base %q", w.Base)
		}
	}
	var err error
	w.N, err = strconv.Atoi(cells[2])
	return w, err
}

// Lookup returns what a word in lower case is, abbreviations without their full stop included.
func Lookup(w string) Word {
	if x, ok := words()[w]; ok {
		return x
	}
	return words()[w+"."]
}

// IsDay reports whether a word in lower case names a day: a day of the week, or "today" and its like.
func IsDay(w string) bool {
	k := words()[w].Kind
	return k == Weekday || k == Day
}

// IsMonth reports whether a word in lower case names a month, in full or abbreviated with a full stop: "mar" and "dec" may be
// anything.
func IsMonth(w string) bool { return words()[w].Kind == Month }

// IsTime reports whether a word in lower case names a time of day, a length of time or a stretch of it: "noon", "week",
// "spring".
func IsTime(w string) bool {
	switch words()[w].Kind {
	case Hour, Season, Time, Unit:
		return true
	}
	return false
}
