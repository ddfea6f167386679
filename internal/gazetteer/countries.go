// Package gazetteer holds the tables that tell which state a word in a text
// stands for: the names, demonyms and capitals of all states and territories,
// and the metonyms by which governments go.
//
// The package only keeps the tables. How a text is searched, which of two
// overlapping finds counts and what a name means in its context ("America" in
// "Latin America") is left to the caller, who should prefer the longest match
// and compare with regard to case.
//
// The table of countries is a derivative of the world-countries database and
// under the Open Database License, see LICENSE-countries.md.
package gazetteer

import (
	_ "embed" // the tables
	"sort"
	"sync"

	"github.com/communique-go/communique/internal/table"
)

//go:generate go run ./gen $COUNTRIES_JSON

//go:embed countries.tsv
var countriesTSV string

//go:embed metonyms.tsv
var metonymsTSV string

// Country is one row of the table of states and territories: those of ISO
// 3166-1, Kosovo, and a few former states of ISO 3166-3 such as the Soviet
// Union. A row says nothing on the status of a territory.
type Country struct {
	// Code3 and Code2 are the ISO 3166 codes, alpha-3 and alpha-2. Kosovo,
	// which has none, has the usual XKX and XK.
	Code3, Code2 string

	// Name is the common English name, Official the full one. They are equal
	// for some states.
	Name, Official string

	// Other lists further English names and abbreviations found in texts,
	// former names among them. Name and Official are not repeated.
	Other []string

	// Demonyms lists adjectives and nouns, the nouns in singular and plural.
	Demonyms []string

	// Capitals lists the capital and other seats of government in their
	// spellings.
	Capitals []string
}

// Metonym is a phrase that stands for the government of a state, such as the
// name of the building it sits in.
type Metonym struct {
	// Phrase is written without the article: "Kremlin".
	Phrase string

	// Code3 is the ISO 3166 alpha-3 code of the state.
	Code3 string
}

// Countries returns all states and territories, sorted by alpha-3 code. The
// slice and the slices in it are shared: callers must not modify them.
func Countries() []Country { return countries() }

// Metonyms returns the metonyms, sorted by phrase. The slice is shared:
// callers must not modify it.
func Metonyms() []Metonym { return metonyms() }

// Name returns the common name of the state with an alpha-3 code, or the code if
// it is of none.
func Name(code3 string) string {
	all := countries()
	i := sort.Search(len(all), func(i int) bool { return all[i].Code3 >= code3 })
	if i < len(all) && all[i].Code3 == code3 {
		return all[i].Name
	}
	return code3
}

var countries = sync.OnceValue(func() []Country {
	rows := table.MustParse("countries.tsv", countriesTSV, 7)
	all := make([]Country, 0, len(rows))
	for _, r := range rows {
		all = append(all, Country{
			Code3:    r.Cells[0],
			Code2:    r.Cells[1],
			Name:     r.Cells[2],
			Official: r.Cells[3],
			Other:    table.List(r.Cells[4]),
			Demonyms: table.List(r.Cells[5]),
			Capitals: table.List(r.Cells[6]),
		})
	}
	return all
})

var metonyms = sync.OnceValue(func() []Metonym {
	rows := table.MustParse("metonyms.tsv", metonymsTSV, 3)
	all := make([]Metonym, 0, len(rows))
	for _, r := range rows { // the third column is a comment for those who keep the table
		all = append(all, Metonym{Phrase: r.Cells[0], Code3: r.Cells[1]})
	}
	return all
})
