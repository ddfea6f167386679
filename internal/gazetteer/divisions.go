package gazetteer

import (
	_ "embed" // for the table
	"sync"

	"github.com/communique-go/communique/internal/table"
)

//go:embed divisions.tsv
var divisionsTSV string

// Division is a first-level division of a federal state: "New Mexico".
type Division struct {
	Name  string
	Code3 string // ISO 3166 alpha-3 code of the state it belongs to
}

// Divisions returns the divisions, sorted by name. The slice is shared: callers must not modify it.
func Divisions() []Division { return divisions() }

var divisions = sync.OnceValue(func() []Division {
	rows := table.MustParse("divisions.tsv", divisionsTSV, 2)
	all := make([]Division, 0, len(rows))
	for _, r := range rows {
		all = append(all, Division{Name: r.Cells[0], Code3: r.Cells[1]})
	}
	return all
})
