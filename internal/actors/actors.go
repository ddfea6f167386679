// Package actors reads the actors a user brings along: persons, states,
// organizations and groups with their names and the offices they held.
//
// Three formats are read.
//
//   - CSV after RFC 4180, for lists kept in a spreadsheet, see [ReadCSV].
//   - The actor dictionaries of TABARI and PETRARCH2, see [ReadPetrarch].
//   - The agent dictionaries of PETRARCH2, see [ReadAgents].
//
// Dictionaries kept by hand over years are full of irregular lines. A reader
// reports each of them as a [Problem] with file, line and reason and goes on
// with the next line. The reason says what became of the line if some of it was
// used. No line gets lost without a report but blank ones and comments.
//
// The names are written as in a text, "United States" for UNITED_STATES_, but
// the capitals are a guess: compare without regard to case.
package actors

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// The kinds of actors.
const (
	Person       = "person"
	State        = "state"
	Organization = "organization"
	Group        = "group"
)

// NullCode is the code of a role in which the name stands for no actor at all,
// as [--- <950630] says in an actor dictionary.
const NullCode = "---"

// Role is an office, a membership or just a country, held for some time.
type Role struct {
	// Code is the CAMEO code in capitals, such as USAGOV, and empty for an
	// actor from a CSV file. A code with '/' joins several actors.
	Code string

	// Country is the ISO 3166-1 alpha-3 code of the state, or empty.
	Country string

	// Title is the name of the office, and empty for an actor from a
	// dictionary.
	Title string

	// From and To are the first and the last day, at midnight UTC. The zero
	// time leaves that end open.
	From, To time.Time
}

// Actor is one actor with all its names.
type Actor struct {
	Name    string
	Aliases []string
	Kind    string // Person, State, Organization or Group
	Roles   []Role // in the order of the file
	Line    int    // where its entry begins
}

// Agent is a noun for a role, such as "foreign minister", that gets its country
// from the words around it.
type Agent struct {
	// Noun and Plural are in lower case. Plural is empty if the noun has none.
	Noun, Plural string

	// Code is what the noun adds to the code of a country: "~GOV" goes behind
	// it, "NGO~" before.
	Code string

	Line int
}

// Problem is an irregular line.
type Problem struct {
	File   string
	Line   int
	Text   string // the line, shortened if long; empty for broken quotes in CSV
	Reason string
}

// Error gives the problem in one line, "file:line: reason: text".
func (p Problem) Error() string {
	if p.Text == "" {
		return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Reason)
	}
	return fmt.Sprintf("%s:%d: %s: %s", p.File, p.Line, p.Reason, p.Text)
}

// RoleAt returns the role that holds at the day of t, in the time zone of t.
// A role with dates goes before one without, which is the default for the rest
// of the time, then the role that began last, then the one listed last. That
// is not quite the rule of PETRARCH2, where the first in the list wins, but
// lists where the terms overlap by a day are common, and so are lists that
// begin with a role without end.
//
// For the zero time it returns the role that began last, or of several that
// did the one listed last, whether it has ended or not. There is none if the
// [NullCode] holds.
func (a Actor) RoleAt(t time.Time) (Role, bool) {
	yields := Role.yields
	if t.IsZero() {
		yields = func(r, other Role) bool { return r.From.Before(other.From) }
	}
	best := -1
	for i, r := range a.Roles {
		if (t.IsZero() || r.holds(t)) && (best < 0 || !yields(r, a.Roles[best])) {
			best = i
		}
	}
	if best < 0 || a.Roles[best].Code == NullCode {
		return Role{}, false
	}
	return a.Roles[best], true
}

// holds reports whether the role holds at the day of t.
func (r Role) holds(t time.Time) bool {
	year, month, day := t.Date()
	t = time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return !t.Before(r.From) && (r.To.IsZero() || !t.After(r.To))
}

// yields reports whether the role gives way to other when both hold.
func (r Role) yields(other Role) bool {
	if r.dated() != other.dated() {
		return other.dated()
	}
	return r.From.Before(other.From)
}

// dated reports whether the role has a first or a last day.
func (r Role) dated() bool { return !r.From.IsZero() || !r.To.IsZero() }

// maxText is the number of bytes of a line that a problem repeats.
const maxText = 160

// problems collects the irregular lines of a file.
type problems struct {
	file string
	all  []Problem
}

// add reports a line.
func (p *problems) add(line int, text, reason string, args ...any) {
	if len(args) > 0 {
		reason = fmt.Sprintf(reason, args...)
	}
	p.all = append(p.all, Problem{File: p.file, Line: line, Text: excerpt(text), Reason: clean(reason)})
}

// sorted returns the problems by line.
func (p *problems) sorted() []Problem {
	slices.SortStableFunc(p.all, func(a, b Problem) int { return a.Line - b.Line })
	return p.all
}

// excerpt makes a line fit to print: one line, valid UTF-8, not too long.
func excerpt(s string) string {
	s, cut := strings.TrimSpace(s), false
	if len(s) > maxText {
		s, cut = s[:maxText], true
		for len(s) > 0 && !utf8.RuneStart(s[len(s)-1]) {
			s = s[:len(s)-1]
		}
		if r, _ := utf8.DecodeLastRuneInString(s); r == utf8.RuneError && len(s) > 0 {
			s = s[:len(s)-1]
		}
	}
	s = clean(s)
	if cut {
		s += " ..."
	}
	return s
}

// clean makes a text one line of valid UTF-8 without control characters.
func clean(s string) string {
	return strings.Map(printable, strings.ToValidUTF8(s, string(utf8.RuneError)))
}
