// Package ontology has what the stages and the formats agree on about stances and commitments: the labels with what follows
// from each (labels.tsv), the degrees of intensity, and the statuses of commitments (statuses.tsv).
package ontology

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/communique-go/communique/internal/table"
)

// Intensity is the strength of a stance on the ladder of diplomatic language.
type Intensity int

// The intensities, from 1 to 5.
const (
	Hedged Intensity = iota + 1
	Plain
	Marked
	Severe
	MostSevere
)

var intensityNames = [...]string{Hedged: "hedged", Plain: "plain", Marked: "marked", Severe: "severe", MostSevere: "most severe"}

// String returns the name of the intensity, "" for one that there is not.
func (i Intensity) String() string {
	if i < 0 || int(i) >= len(intensityNames) {
		return ""
	}
	return intensityNames[i]
}

// OneOf returns the name that s is. The error says which there are: "want one of agree, consult".
func OneOf[T ~string](s string, names []T) (T, error) {
	if slices.Contains(names, T(s)) {
		return T(s), nil
	}
	list := make([]string, len(names))
	for i, n := range names {
		list[i] = string(n)
	}
	return "", fmt.Errorf("want one of %s", strings.Join(list, ", "))
}

// number returns the number in a cell of an embedded table, whose form a test has checked.
func number(name string, r table.Row, cell int) float64 {
	x, err := strconv.ParseFloat(r.Cells[cell], 64)
	if err != nil {
		panic(fmt.Errorf("%s:%d: %w", name, r.Line, err))
	}
	return x
}
