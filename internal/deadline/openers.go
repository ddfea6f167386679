package deadline

import (
	_ "embed" // for the table
	"sort"
	"strings"
	"sync"

	"github.com/communique-go/communique/internal/table"
)

//go:embed openers.tsv
var openerTable string

// opener is a row of openers.tsv.
type opener struct {
	words   []string
	meaning string
	found   bool // whether it opens a deadline where one is sought in a text
}

// role is what a preposition does with the time behind it.
type role string

const (
	frame  role = "frame"  // in, during, on: that time
	limit  role = "limit"  // by, until: up to its end
	before role = "before" // up to its beginning
	start  role = "start"  // from its beginning, with no end
	after  role = "after"  // from its end, with no end
)

// cuts are the ways to name a part of a period.
var cuts = map[string]func(window) window{"first-day": firstDay, "last-day": lastDay, "first-half": firstHalf, "second-half": secondHalf,
	"first-third": firstThird, "second-third": secondThird, "last-third": lastThird}

// openers are prepositions and parts of periods, the longer before the shorter.
var openers = sync.OnceValue(func() (all struct{ prepositions, parts []opener }) {
	for _, r := range table.MustParse("openers.tsv", openerTable, 3) {
		o := opener{strings.Fields(r.Cells[0]), r.Cells[1], r.Cells[2] == "found"}
		if cuts[o.meaning] != nil {
			all.parts = append(all.parts, o)
		} else {
			all.prepositions = append(all.prepositions, o)
		}
	}
	for _, list := range [][]opener{all.prepositions, all.parts} {
		sort.SliceStable(list, func(i, j int) bool { return len(list[i].words) > len(list[j].words) })
	}
	return all
})
