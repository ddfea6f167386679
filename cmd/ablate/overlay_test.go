package main

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestOverlay builds a small program with rules and runs it with each of them off.
func TestOverlay(t *testing.T) {
	root := writeFiles(t, map[string]string{
		"go.mod": "module example.org/product\n\ngo 1.22\n",
		"cmd/communique/main.go": `package main

import (
	"fmt"

	"example.org/product/internal/stance"
)

func main() { fmt.Println(stance.Find("condemn", 4)) }
`,
		"internal/table/table.go": `package table

func Words(words ...string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}
`,
		"internal/stance/stance.go": `package stance

import (
	_ "embed"
	"strings"

	"example.org/product/internal/table"
)

//go:embed stances.tsv
var data string

var (
	hostile = table.Words("condemn", "blame")
	severe  = words.Class("severe")
)

var words classes

type classes struct{}

func (classes) Class(name string) []byte { return []byte(name) }

const none = -1

type matcher struct{ text string }

func Find(text string, n int) (int, bool, string, int, int) {
	m := matcher{text}
	return m.row(), m.isHostile(), m.label(), double(n), len(hostile) + len(severe)
}

func (m matcher) row() int {
	for i, line := range strings.Split(data, "\n") {
		if strings.Contains(line, m.text) {
			return i + 1
		}
	}
	return none
}

func (m matcher) isHostile() bool { return hostile[strings.ToLower(m.text)] }

func (m *matcher) label() (label string) {
	if m.isHostile() {
		label = "accuse"
	}
	return
}

func double(n int) int {
	n *= 2
	return n
}
`,
		"internal/stance/stances.tsv": tableData,
	})
	const code = "stance.row stance.row=7 stance.isHostile stance.isHostile=true stance.double stance.label=strings.ToUpper(m.text) stance.hostile stance.severe"
	tests := []struct{ words, off, want string }{
		{code, "", "5 true accuse 8 8"},
		{code, "0", "-1 true accuse 8 8"},
		{code, "1", "7 true accuse 8 8"},
		{code, "2", "5 false  8 8"},
		{code, "3", "5 true accuse 8 8"},
		{code, "4", "5 true accuse 4 8"},
		{code, "5", "5 true CONDEMN 8 8"},
		{code, "6", "5 false  8 6"},
		{code, "0,2,4", "-1 false  4 8"},
		{code, "7", "5 true accuse 8 2"},
		{code, "8,x,", "5 true accuse 8 8"},
		{"stance/stances.tsv:pattern=condemn stance/stances.tsv:pattern=urge", "", "-1 true accuse 8 8"},
		{"stance.double stance/stances.tsv:label=accuse", "0", "-1 true accuse 4 8"},
	}
	dir := t.TempDir()
	for _, tt := range tests {
		t.Run(tt.words+" "+tt.off, func(t *testing.T) {
			var rules []rule
			for _, w := range strings.Fields(tt.words) {
				found, err := find(root, w)
				if err != nil {
					t.Fatal(err)
				}
				rules = append(rules, found...)
			}
			bin, err := build(context.Background(), root, dir, "program", rules)
			if err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command(bin)
			cmd.Env = append(os.Environ(), switchVariable+"="+tt.off)
			out, err := cmd.CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			if diff := cmp.Diff(tt.want, strings.TrimSpace(string(out))); diff != "" {
				t.Errorf("output without %s (-want +got):\n%s", tt.words, diff)
			}
		})
	}
}
