// Package lexicon holds the tables of names and nouns by which actors are known: organisations, armed and other groups,
// titles, common nouns, given names. It also holds the classes of words by which the stages read what actors say and do:
// verbs that promise, verbs of motion, nouns of violence, adjectives that judge.
//
// All tables are parsed once, at the first use. What the functions return is shared: callers must not modify it.
package lexicon

import (
	_ "embed" // for the tables
	"sort"
	"strings"
	"sync"

	"github.com/communique-go/communique/internal/table"
)

//go:embed organizations.tsv
var organizationTable string

//go:embed groups.tsv
var groupTable string

//go:embed titles.tsv
var titleTable string

//go:embed nouns.tsv
var nounTable string

//go:embed firstnames.tsv
var firstNameTable string

//go:embed agents.tsv
var agentTable string

// Named is an organisation or a group that has a name.
type Named struct {
	Name    string
	Aliases []string
	Country string // ISO 3166-1 alpha-3 code of the state that it belongs to or is at home in, or empty
	Code    string // in the manner of CAMEO, or empty: an organisation's actor code ("IGOUNO", "USAGOV"), a group's role ("REB", "OPP")
}

// Title is a title or designation that stands before the name of a person or instead of it.
type Title struct {
	Words  string // in lower case, separated by single spaces
	Class  string // head, minister, diplomat, official, military, honorific or civil
	Gender string // m, f or empty
}

// Noun is what a common noun denotes.
type Noun struct {
	Kind       string // person, state, organization, group, place, agreement or event
	PluralOnly bool   // it does so in the plural only
}

// Organizations returns international organisations, bodies of a state that speak for themselves, and media, sorted by name.
func Organizations() []Named { return organizations() }

// Groups returns armed groups, movements and peoples, sorted by name.
func Groups() []Named { return groups() }

// Titles returns the titles, sorted by their words.
func Titles() []Title { return titles() }

// TitleHeads has the words that head titles, in lower case: "secretary" for "deputy secretary of state".
func TitleHeads() map[string]bool { return titleHeads() }

// Honorifics has the honorifics of one word, in lower case: "mr.", "dr".
func Honorifics() map[string]bool { return honorifics() }

// Nouns returns the common nouns by their singular. If a noun means something else in the plural ("authority", "party"),
// it has two entries and the one for the plural comes first: the first entry that fits the number of a form is the right
// one.
func Nouns() map[string][]Noun { return nouns() }

// FirstNames maps names that come first, capitalised, to the gender of their bearers: m, f or, if it is open, empty.
func FirstNames() map[string]string { return firstNames() }

// Agents returns the part of a CAMEO actor code that a noun or title in lower case stands for: "minister" is GOV.
func Agents() map[string]string { return agents() }

var agents = sync.OnceValue(func() map[string]string { return table.MustPairs("agents.tsv", agentTable) })

var (
	organizations = sync.OnceValue(func() []Named { return readNamed("organizations.tsv", organizationTable) })
	groups        = sync.OnceValue(func() []Named { return readNamed("groups.tsv", groupTable) })
)

func readNamed(name, data string) []Named {
	rows := table.MustParse(name, data, 4)
	all := make([]Named, 0, len(rows))
	for _, r := range rows {
		all = append(all, Named{Name: r.Cells[0], Aliases: table.List(r.Cells[1]), Country: r.Cells[2], Code: r.Cells[3]})
	}
	return all
}

var titles = sync.OnceValue(func() []Title {
	rows := table.MustParse("titles.tsv", titleTable, 4)
	all := make([]Title, 0, len(rows))
	for _, r := range rows {
		all = append(all, Title{Words: r.Cells[0], Class: r.Cells[1], Gender: r.Cells[2]})
	}
	return all
})

var honorifics = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, t := range titles() {
		if t.Class == "honorific" && !strings.Contains(t.Words, " ") {
			all[t.Words] = true
		}
	}
	return all
})

var titleHeads = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, t := range titles() {
		if t.Class == "honorific" {
			continue
		}
		words := t.Words
		for _, prep := range []string{" of ", " for "} {
			if i := strings.Index(words, prep); i >= 0 {
				words = words[:i]
			}
		}
		all[words[strings.LastIndexByte(words, ' ')+1:]] = true
	}
	return all
})

var nouns = sync.OnceValue(func() map[string][]Noun {
	rows := table.MustParse("nouns.tsv", nounTable, 3)
	all := make(map[string][]Noun, len(rows))
	for _, r := range rows {
		all[r.Cells[0]] = append(all[r.Cells[0]], Noun{Kind: r.Cells[1], PluralOnly: r.Cells[2] == "plural"})
	}
	for _, list := range all {
		sort.SliceStable(list, func(i, j int) bool { return list[i].PluralOnly && !list[j].PluralOnly })
	}
	return all
})

var firstNames = sync.OnceValue(func() map[string]string { return table.MustPairs("firstnames.tsv", firstNameTable) })
