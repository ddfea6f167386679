package main

import (
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
		want  map[int]string
	}{
		{"label=accuse", map[int]string{5: "", 6: ""}},
		{"1=accuse", map[int]string{5: "", 6: ""}},
		{"pattern=condemn", map[int]string{5: "accuse\tblame\t3\tobj"}},
		{"pattern=blame|condemn", map[int]string{5: ""}},
		{"pattern=say NP", map[int]string{6: ""}},
		{"where=obj", map[int]string{5: "", 7: ""}},
		{"4=", map[int]string{6: ""}},
		{"/^a.*NP/", map[int]string{6: ""}},
		{"/e/", map[int]string{5: "", 6: "", 7: ""}},
		{"6-9", map[int]string{6: "", 7: ""}},
		{"1-5", map[int]string{5: ""}},
		{"7", map[int]string{7: ""}},
	}
	for _, tt := range tests {
		t.Run(tt.group, func(t *testing.T) {
			r, err := findRows(root, "stance/stances.tsv", tt.group)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, r.lines); diff != "" {
				t.Errorf("lines of %s (-want +got):\n%s", tt.group, diff)
			}
		})
	}
}

func TestRowsOfClasses(t *testing.T) {
	root := writeFiles(t, map[string]string{"internal/lexicon/words.tsv": "# Columns: word, or a phrase; classes, separated\n# by blanks.\n" +
		"at last\tsoft\nbody\tsoft strong vague\nwell\tstrong\n"})
	tests := []struct {
		group string
		want  map[int]string
	}{
		{"classes=soft", map[int]string{3: "", 4: "body\tstrong vague"}},
		{"classes=strong", map[int]string{4: "body\tsoft vague", 5: ""}},
		{"word=at last", map[int]string{3: ""}},
		{"/soft/", map[int]string{3: "", 4: ""}},
	}
	for _, tt := range tests {
		t.Run(tt.group, func(t *testing.T) {
			r, err := findRows(root, "lexicon/words.tsv", tt.group)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, r.lines); diff != "" {
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
