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
	"strings"
	"sync"
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

var (
	countriesOnce sync.Once
	countriesAll  []Country

	metonymsOnce sync.Once
	metonymsAll  []Metonym
)

// Countries returns all states and territories, sorted by alpha-3 code. The
// slice and the slices in it are shared: callers must not modify them.
func Countries() []Country {
	countriesOnce.Do(func() {
		for _, f := range mustRows("countries.tsv", countriesTSV, 7) {
			countriesAll = append(countriesAll, Country{
				Code3:    f[0],
				Code2:    f[1],
				Name:     f[2],
				Official: f[3],
				Other:    list(f[4]),
				Demonyms: list(f[5]),
				Capitals: list(f[6]),
			})
		}
	})
	return countriesAll
}

// Metonyms returns the metonyms, sorted by phrase. The slice is shared:
// callers must not modify it.
func Metonyms() []Metonym {
	metonymsOnce.Do(func() {
		// The third column is a comment for those who keep the table.
		for _, f := range mustRows("metonyms.tsv", metonymsTSV, 3) {
			metonymsAll = append(metonymsAll, Metonym{Phrase: f[0], Code3: f[1]})
		}
	})
	return metonymsAll
}

// list splits a column with several values; an empty one has none, where
// strings.Split would find one.
func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}
