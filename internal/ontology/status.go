package ontology

import (
	_ "embed" // for the table
	"sync"

	"github.com/communique-go/communique/internal/table"
)

//go:embed statuses.tsv
var statusTable string

// Status is what has become of a commitment.
type Status string

// The statuses.
const (
	Undertaken Status = "undertaken"
	Reaffirmed Status = "reaffirmed"
	Invoked    Status = "invoked"
	Breached   Status = "breached"
	Fulfilled  Status = "fulfilled"
	Withdrawn  Status = "withdrawn"
)

// fate is what the table says of a status.
type fate struct{ strength, outcome int }

var statuses = sync.OnceValues(func() (order []Status, of map[Status]fate) {
	of = map[Status]fate{}
	for _, r := range table.MustParse("statuses.tsv", statusTable, 3) {
		s := Status(r.Cells[0])
		order = append(order, s)
		of[s] = fate{int(number("statuses.tsv", r, 1)), int(number("statuses.tsv", r, 2))}
	}
	return order, of
})

func (s Status) fate() fate {
	_, of := statuses()
	return of[s]
}

// Statuses returns all statuses in the order of a commitment's life. The list is not to be changed.
func Statuses() []Status {
	order, _ := statuses()
	return order
}

// Strength returns the rank of the status among the others, 0 for the weakest and for an unknown one.
func (s Status) Strength() int { return s.fate().strength }

// Outcome returns how far the status has taken a commitment: 0 made, 1 asked for, 2 over.
func (s Status) Outcome() int { return s.fate().outcome }
