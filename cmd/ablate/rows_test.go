package main

import (
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const tableData = `# Phrases. Columns: label, pattern, intensity (1 to 5, or 0), where the target is sought.
#   INF  an infinitive
# e.g. nothing.

accuse	blame|condemn	3	obj
accuse	say NP	2
request	urge	2	obj
`

func TestRows(t *testing.T) {
	root := writeFiles(t, map[string]string{"internal/stance/stances.tsv": tableData})
	tests := []struct {
		group string
		want  []int
	}{
		{"label=accuse", []int{5, 6}},
		{"1=accuse", []int{5, 6}},
		{"pattern=condemn", []int{5}},
		{"pattern=blame|condemn", []int{5}},
		{"pattern=say NP", []int{6}},
		{"where=obj", []int{5, 7}},
		{"4=", []int{6}},
		{"/^a.*NP/", []int{6}},
		{"/e/", []int{5, 6, 7}},
		{"6-9", []int{6, 7}},
		{"1-5", []int{5}},
		{"7", []int{7}},
	}
	for _, tt := range tests {
		t.Run(tt.group, func(t *testing.T) {
			r, err := findRows(root, "stance/stances.tsv", tt.group)
			if err != nil {
				t.Fatal(err)
			}
			var got []int
			for n := range r.lines {
				got = append(got, n)
			}
			sort.Ints(got)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("lines of %s (-want +got):\n%s", tt.group, diff)
			}
		})
	}
}

func TestColumns(t *testing.T) {
	tests := []struct {
		comment string
		want    []string
	}{
		{"# Words. Columns: label, pattern, intensity (1 to 5, or 0), where sought.\n# More, of it.", []string{"label", "pattern", "intensity", "where"}},
		{"# Columns: name; aliases, a list separated by '|'; code or empty; role.", []string{"name", "aliases", "code", "role"}},
		{"# Columns: noun or title in lower case, code.", []string{"noun", "code"}},
		{"# Columns: name, code of one of\n# the states, note\nFrance\tFRA", []string{"name", "code", "note"}},
		{"# A list of words.\nFrance", nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, columns(strings.Split(tt.comment, "\n"))); diff != "" {
			t.Errorf("columns(%q) (-want +got):\n%s", tt.comment, diff)
		}
	}
}
