package stance

import (
	"os"
	"strings"
	"testing"
)

// TestDocumented checks that the documentation of the package, which is all that those who add rows see, names every element of
// the language, and that it and the comment on top of the table explain them in the same words.
func TestDocumented(t *testing.T) {
	b, err := os.ReadFile("../../doc.go")
	if err != nil {
		t.Fatal(err)
	}
	doc := string(b)
	for _, line := range strings.Split(stanceTable, "\n") {
		if rest, ok := strings.CutPrefix(line, "#   "); ok && !strings.Contains(doc, "\n//\t"+rest+"\n") {
			t.Errorf("doc.go does not have the line %q of stances.tsv", rest)
		}
	}
	for _, name := range append(keywordNames(), "a:ready", "n:pledge", "...", "[claim|report]", "on|upon", "obj", "subj", "poss, adj", "to") {
		if !strings.Contains(doc, "\n//\t"+name+" ") {
			t.Errorf("doc.go does not explain %q", name)
		}
	}
}
