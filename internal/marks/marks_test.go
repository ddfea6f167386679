package marks

import (
	"strings"
	"testing"

	"github.com/communique-go/communique/internal/text"
	"github.com/google/go-cmp/cmp"
)

// pairsOf renders the pairs of a text: a "> " for each pair around it, the text within, and what is special.
func pairsOf(t *testing.T, s string) []string {
	t.Helper()
	d := text.Tag(text.Cut(s))
	pairs := Find(d)
	var out []string
	for _, q := range pairs {
		out = append(out, render(t, d, pairs, q))
	}
	return out
}

func render(t *testing.T, d *text.Doc, pairs []Pair, q Pair) string {
	t.Helper()
	if !q.Outer.Contains(q.Inner) || d.Cover(q.First, q.Last) != q.Inner {
		t.Errorf("pair of %q: inner %v, outer %v, tokens [%d, %d)", d.Text, q.Inner, q.Outer, q.First, q.Last)
	}
	s := d.Slice(q.Inner)
	for p := q.Parent; p >= 0; p = pairs[p].Parent {
		s = "> " + s
	}
	if q.Single {
		s += " [single]"
	}
	if !q.Closed {
		s += " [unclosed]"
	}
	if q.Continues {
		s += " [continues]"
	}
	return s
}

func TestFind(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"straight", `"We agreed," he said, "and we meant it."`, []string{"We agreed,", "and we meant it."}},
		{"curly", "“We agreed,” he said, “and we meant it.”", []string{"We agreed,", "and we meant it."}},
		{"guillemets", "He spoke of «a new page» in the talks.", []string{"a new page"}},
		{"low opening mark", "He spoke of „a new page” in the talks.", []string{"a new page"}},
		{"single curly", "He spoke of ‘a new page’ in the talks.", []string{"a new page [single]"}},
		{"single straight", "He spoke of 'a new page' in the talks.", []string{"a new page [single]"}},
		{"nested single in double", "“They told us ‘never again’ twice,” he said.", []string{"They told us ‘never again’ twice,", "> never again [single]"}},
		{"nested straight", `"They told us 'never again' twice," he said.`, []string{"They told us 'never again' twice,", "> never again [single]"}},
		{"both close together", "“They told us ‘never again.’”", []string{"They told us ‘never again.’", "> never again. [single]"}},
		{"double in double", "“They told us “never again” twice.”", []string{"They told us", "never again"}},
		{"possessive of a plural", "The envoys' cars and the states' flags stayed.", nil},
		{"curly apostrophes", "The envoys’ cars and Chad’s flag don’t matter.", nil},
		{"apostrophe within a quote", "“It is the envoys’ right,” he said.", []string{"It is the envoys’ right,"}},
		{"clipped word", "He left in the '90s for good.", nil},
		{"unclosed at the end", "He said: “We agreed.", []string{"We agreed. [unclosed]"}},
		{"unclosed in a paragraph that is followed by prose", "He said: “We agreed.\n\nThey left.", []string{"We agreed. [unclosed]"}},
		{"closing mark alone", "We agreed,” he said.", nil},
		{"nothing between the marks", "He said “” and left.", nil},
		{"several paragraphs", "“We agreed.\n\n“We meant it.\n\n“We signed,” he said.", []string{"We agreed. [unclosed] [continues]", "We meant it. [unclosed] [continues]", "We signed,"}},
		{"several paragraphs with straight marks", "\"We agreed.\n\n\"We signed,\" he said.", []string{"We agreed. [unclosed] [continues]", "We signed,"}},
		{"behind a bracket and a dash", `(“a page”) and —"a chapter"— more`, []string{"a page", "a chapter"}},
		{"no marks", "They left.", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, pairsOf(t, tt.text)); diff != "" {
				t.Errorf("pairs of %q (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestOffsets(t *testing.T) {
	got := Find(text.Tag(text.Cut("Il dit « été ».")))
	want := []Pair{{Inner: text.Span{Start: 10, End: 15}, Outer: text.Span{Start: 7, End: 18}, First: 3, Last: 4, Closed: true, Parent: -1}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("pairs (-want +got):\n%s", diff)
	}
}

func TestManyMarks(t *testing.T) {
	for _, s := range []string{"“", "””””", "''''''", strings.Repeat("“", 2000), strings.Repeat("\"a\n\n", 200), "‘’‘’“”\"\"'"} {
		d := text.Tag(text.Cut(s))
		for _, q := range Find(d) {
			if q.Inner.Len() <= 0 || q.Outer.End > len(s) {
				t.Errorf("pair %+v of %.20q", q, s)
			}
		}
	}
}
