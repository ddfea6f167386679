package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// findRows returns the rule for the rows of a table that a group names: COLUMN=CELL, /REGEXP/, 12 or 12-20. A row that has
// the cell among others in a list keeps the others.
func findRows(root, table, group string) (rule, error) {
	file, err := located(root, table)
	if err != nil {
		return rule{}, err
	}
	data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(file)))
	if err != nil {
		return rule{}, err
	}
	lines := strings.Split(string(data), "\n")
	match, err := rowMatcher(group, lines)
	if err != nil {
		return rule{}, fmt.Errorf("%s:%s: %w", table, group, err)
	}
	r := rule{name: strings.TrimPrefix(file, "internal/") + ":" + group, file: file, lines: map[int]string{}}
	for i, line := range lines {
		if isRow(line) {
			if rest, ok := match(i+1, line); ok {
				r.lines[i+1] = rest
			}
		}
	}
	if len(r.lines) == 0 {
		return rule{}, fmt.Errorf("%s:%s: no such row", table, group)
	}
	return r, nil
}

func isRow(line string) bool { return strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "#") }

// rowMatcher returns the condition that a group of rows stands for. It also gives what is left of a row.
func rowMatcher(group string, lines []string) (func(n int, line string) (rest string, ok bool), error) {
	if len(group) > 1 && group[0] == '/' && group[len(group)-1] == '/' {
		re, err := regexp.Compile(group[1 : len(group)-1])
		if err != nil {
			return nil, err
		}
		return func(_ int, line string) (string, bool) { return "", re.MatchString(line) }, nil
	}
	if name, cell, ok := strings.Cut(group, "="); ok {
		col, err := column(name, lines)
		if err != nil {
			return nil, err
		}
		separator := "|"
		if strings.Contains(strings.Join(strings.Fields(comment(lines)), " "), name+", separated by blanks") {
			separator = " "
		}
		return func(_ int, line string) (string, bool) { return withoutCell(line, col, cell, separator) }, nil
	}
	from, to, ok := strings.Cut(group, "-")
	if !ok {
		to = from
	}
	first, err1 := strconv.Atoi(from)
	last, err2 := strconv.Atoi(to)
	if err1 != nil || err2 != nil {
		return nil, fmt.Errorf("neither COLUMN=CELL nor /REGEXP/ nor line numbers")
	}
	return func(n int, _ string) (string, bool) { return "", first <= n && n <= last }, nil
}

// withoutCell returns a row without one member of the list in a column, "" if it is all there is, and whether it is there.
func withoutCell(row string, col int, cell, separator string) (rest string, ok bool) {
	cells := strings.Split(row, "\t")
	if col >= len(cells) {
		return "", cell == ""
	}
	has := strings.TrimSpace(cells[col])
	if has == cell {
		return "", true
	}
	list := strings.Split(has, separator)
	i := slices.Index(list, cell)
	if i < 0 {
		return "", false
	}
	cells[col] = strings.Join(slices.Delete(list, i, i+1), separator)
	return strings.Join(cells, "\t"), true
}

// column returns the index of a column that is named by its number, from 1, or by the first word that the comment at the
// top of the table has for it: "Columns: label, pattern, intensity (1 to 5), where the target is sought."
func column(name string, lines []string) (int, error) {
	if n, err := strconv.Atoi(name); err == nil && n > 0 {
		return n - 1, nil
	}
	names := columns(lines)
	if i := slices.Index(names, name); i >= 0 {
		return i, nil
	}
	return 0, fmt.Errorf("no column %q among %q; a column may be named by its number", name, names)
}

// columns returns the first words of the columns as the comment at the top of a table has them.
func columns(lines []string) []string {
	_, list, _ := strings.Cut(comment(lines), "Columns:")
	separator, depth, end := byte(','), 0, len(list)
	for i := range len(list) {
		switch c := list[i]; {
		case c == '(':
			depth++
		case c == ')':
			depth--
		case depth == 0 && c == '.' && i+1 < len(list) && (list[i+1] == '\n' || list[i+1] == ' '):
			end = min(end, i)
		case depth == 0 && c == ';' && i < end:
			separator = ';' // commas explain
		}
	}
	var names []string
	depth = 0
	for _, part := range strings.FieldsFunc(list[:end], func(r rune) bool {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		}
		return depth == 0 && r == rune(separator)
	}) {
		if f := strings.FieldsFunc(part, func(r rune) bool { return strings.ContainsRune(" \n,", r) }); len(f) > 0 {
			names = append(names, f[0])
		}
	}
	return names
}

// comment returns the comment lines of a table without their signs.
func comment(lines []string) string {
	var b strings.Builder
	for _, line := range lines {
		if strings.HasPrefix(line, "#") {
			b.WriteString(strings.TrimPrefix(line, "#") + "\n")
		}
	}
	return b.String()
}
