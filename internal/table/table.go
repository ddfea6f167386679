// Package table reads the small tab-separated tables that hold the library's data: cue verbs, stance phrases, titles,
// organisations, classes of words. A table is a text file that a person edits: '#' opens a comment line, blank lines are
// skipped, columns are separated by one tab.
package table

import (
	"fmt"
	"strings"
)

// Row is one data line of a table.
type Row struct {
	Line  int // line number in the file, from 1
	Cells []string
}

// Parse returns the rows of data. Trailing empty columns may be left out: every row comes back with exactly cols cells.
// A row with more cells than cols is an error that names the line.
func Parse(name, data string, cols int) ([]Row, error) {
	var rows []Row
	for i, line := range strings.Split(data, "\n") {
		line = strings.TrimRight(line, "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) > cols {
			return nil, fmt.Errorf("%s:%d: %d columns, want at most %d", name, i+1, len(cells), cols)
		}
		for j := range cells {
			cells[j] = strings.TrimSpace(cells[j])
		}
		if cells[0] == "" {
			return nil, fmt.Errorf("%s:%d: the first column is empty", name, i+1)
		}
		for len(cells) < cols {
			cells = append(cells, "")
		}
		rows = append(rows, Row{Line: i + 1, Cells: cells})
	}
	return rows, nil
}

// MustParse is Parse for the tables that are embedded in the program, whose form a test has checked.
func MustParse(name, data string, cols int) []Row {
	rows, err := Parse(name, data, cols)
	if err != nil {
		panic(err)
	}
	return rows
}

// MustPairs returns the second column of an embedded table of two by the first; of rows with the same first cell the last counts.
func MustPairs(name, data string) map[string]string {
	rows := MustParse(name, data, 2)
	all := make(map[string]string, len(rows))
	for _, r := range rows {
		all[r.Cells[0]] = r.Cells[1]
	}
	return all
}

// List splits a cell of alternatives at '|'. An empty cell is an empty list.
func List(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

// Words returns the words of a text, separated by white space, as a set.
func Words(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(text) {
		set[w] = true
	}
	return set
}

// Set is List as a set.
func Set(cell string) map[string]bool {
	set := map[string]bool{}
	for _, s := range List(cell) {
		set[s] = true
	}
	return set
}
