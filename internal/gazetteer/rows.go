package gazetteer

import (
	"fmt"
	"strings"
)

// rows splits an embedded table into its lines and columns. It skips blank
// lines and those that start with '#', and an error names the number of the
// line, counted with the lines skipped so that an editor finds it. A row may
// have no other number of columns than cols.
func rows(data string, cols int) ([][]string, error) {
	var all [][]string
	for i, line := range strings.Split(data, "\n") {
		// A checkout on Windows may have turned the line ends.
		line = strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != cols {
			return nil, fmt.Errorf("line %d: %d columns, want %d", i+1, len(fields), cols)
		}
		all = append(all, fields)
	}
	return all, nil
}

// mustRows is rows for the embedded tables. They are part of the program, so a
// defect in one is a defect of the program and not an error for a caller to
// handle; the tests read every table.
func mustRows(file, data string, cols int) [][]string {
	all, err := rows(data, cols)
	if err != nil {
		panic("gazetteer: " + file + ": " + err.Error())
	}
	return all
}
