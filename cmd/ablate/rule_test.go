package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// writeFiles puts files into a new directory, which it returns.
func writeFiles(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, content := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestOff(t *testing.T) {
	const constants = "package rules\n\nconst None = -1\n\ntype span struct{ a, b int }\n\ntype finder struct{}\n\nvar limits span\n\n"
	tests := []struct{ name, code, want string }{
		{"no result", "func f() { println() }", ""},
		{"condition", "func f(n int) bool { if n > 1 { return true }; return false }", "false"},
		{"condition that ends in true", "func f(n int) bool { if n > 1 { return false }; return true }", "false"},
		{"condition without a constant", "func f(n int) bool { return n > 1 }", "false"},
		{"constant of the package", "func f(n int) int { if n > 1 { return n }; return None }", "None"},
		{"constant of another package", "func f(n int) int { if n > 1 { return n }; return syntax.None }", "syntax.None"},
		{"negative number", "func f(n int) int { if n > 1 { return n }; return -1 }", "-1"},
		{"empty composite", "func f(s span) span { if s.a > 1 { return s }; return span{} }", "span{}"},
		{"composite of constants", "func f(s span) span { if s.a > 1 { return s }; return span{a: None} }", "span{a: None}"},
		{"last return before others", "func f(n int) int { if n > 1 { return 0 }; return None }", "None"},
		{"other return if the last is none", "func f(n int) int { if n > 1 { return None }; return g(n) }", "None"},
		{"two results", "func f(n int) (span, bool) { s := g(n); if n > 1 { return s, true }; return span{}, false }", "span{}, false"},
		{"match at the end", "func f(n int) (span, bool) { if n > 1 { return span{}, false }; s := g(n); return s, true }", "span{}, false"},
		{"parameter", "func f(n int) int { for n > 9 { n-- }; return n }", "n"},
		{"variable with a constant", "func f(n int) int { best := None; for n > 9 { best = n }; return best }", "None"},
		{"variable without a value", "func f(n int) []int { var out []int; for n > 9 { out = append(out, n) }; return out }", "nil"},
		{"variable with another value", "func f(n int) []int { out := g(n); for n > 9 { out = append(out, n) }; return out }", "nil"},
		{"declarations and the last return", "func f(n int) int { s := g(n); for n > 9 { return s.a }; return s.b }", "s := g(n); _ = s; return s.b"},
		{"declarations that are not needed", "func f(n int) int { x := n; s := g(x); u := g(x); for n > u { return s.a }; return s.b }", "x := n; _ = x; s := g(x); _ = s; return s.b"},
		{"last return that needs more", "func f(n int) int { for n > 9 { n-- }; x := g(n); return x.a }", "0"},
		{"nothing before the last return", "func f(n int) int { return g(n) }", "0"},
		{"local variable that hides a constant", "func f(n int) string { None := g(n); if n > 1 { return None }; return None.a }", "None := g(n); _ = None; return None.a"},
		{"field of a variable of the package", "func f(n int) []int { if n > 1 { return nil }; return limits.A }", "nil"},
		{"return of a function inside", "func f(n int) int { g(func() int { return None }); return h(n) }", "return h(n)"},
		{"struct of another package", "func f(n int) text.Span { return g(n) }", "*new(text.Span)"},
		{"named results", "func f(n int) (a, b int) { a = n; return }", "0, 0"},
		{"pointer, map, error, string", "func f(n int) (*span, map[int]bool, error, string) { return g(n) }", `nil, nil, nil, ""`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			root := writeFiles(t, map[string]string{"internal/rules/rules.go": constants + tt.code + "\n"})
			rules, err := find(root, "rules.f")
			if err != nil {
				t.Fatal(err)
			}
			got := rules[0].edits(0)[0].text
			got = strings.TrimSuffix(strings.TrimPrefix(got, " if ablationOff[0] { "), " };")
			want := tt.want
			if !strings.Contains(want, "return ") {
				want = "return " + want
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.code, diff)
			}
		})
	}
}

func TestFind(t *testing.T) {
	root := writeFiles(t, map[string]string{
		"root.go": "package product\n\nfunc Analyze() bool { return false }\n",
		"internal/stance/stance.go": `package stance

type matcher struct{}

func (m *matcher) isHostile() bool { return m.voice() > 0 }
func (m matcher) voice() int       { return 1 }
func (m *matcher) String() string  { return "" }
func isHostile() bool              { return false }
func both() (bool, bool)           { return false, false }
func twice[T any](x T) T           { return x }
func init()                        {}
`,
		"internal/stance/words.go": `package stance

var (
	violence = table.Words("attack raid")
	weights  = map[string]int{"a": 1}
	table    = once(func() int { return 1 })
	count    = 3
	severe   = words.Class("severe")
)

func (l *list[T]) isHostile() bool { return false }
`,
		"internal/stance/stance_test.go": "package stance\n\nfunc isTested() bool { return true }\n",
		"internal/stance/stances.tsv":    tableData,
	})
	tests := []struct {
		words string
		want  []string
	}{
		{"stance.isHostile", []string{"stance.isHostile=false"}},
		{"stance.matcher.isHostile", []string{"stance.matcher.isHostile=false"}},
		{"internal/stance.list.isHostile", []string{"stance.list.isHostile=false"}},
		{"stance.voice", []string{"stance.matcher.voice=1"}},
		{"stance.voice=m.count+1", []string{"stance.matcher.voice=m.count+1"}},
		{"stance.both=true,false", []string{"stance.both=true,false"}},
		{"stance.twice", []string{"stance.twice=x"}},
		{"stance.violence", []string{"stance.violence=empty"}},
		{"stance.weights", []string{"stance.weights=empty"}},
		{"stance.matcher.*", []string{"stance.matcher.isHostile=false", "stance.matcher.isHostile=true", "stance.matcher.voice=1"}},
		{"internal/stance.*", []string{"stance.matcher.isHostile=false", "stance.matcher.isHostile=true", "stance.matcher.voice=1",
			"stance.isHostile=false", "stance.isHostile=true", "stance.both=false, false", "stance.twice=x", "stance.violence=empty",
			"stance.weights=empty", "stance.severe=empty", "stance.list.isHostile=false", "stance.list.isHostile=true"}},
		{"product.Analyze", []string{"product.Analyze=false"}},
		{"stance/stances.tsv:label=accuse", []string{"stance/stances.tsv:label=accuse (2 rows)"}},
		{"internal/stance/stances.tsv:/=|urge/", []string{"stance/stances.tsv:/=|urge/ (1 rows)"}},
	}
	for _, tt := range tests {
		t.Run(tt.words, func(t *testing.T) {
			rules, err := find(root, tt.words)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, r := range rules {
				got = append(got, r.String())
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("find(%q) (-want +got):\n%s", tt.words, diff)
			}
		})
	}
}

func TestFindErrors(t *testing.T) {
	root := writeFiles(t, map[string]string{
		"internal/stance/stance.go": `package stance

func (m *matcher) voice() int { return 1 }
func (l *list) voice() int    { return 1 }

var count = 3
`,
		"internal/stance/stances.tsv": tableData,
	})
	tests := []struct{ words, want string }{
		{"voice", "voice: neither PACKAGE.NAME nor TABLE.tsv:ROWS"},
		{"stance.voice", "stance.voice: which of stance.matcher.voice, stance.list.voice?"},
		{"stance.isHostile", "stance.isHostile: package internal/stance has no function, method or variable isHostile that can be turned off"},
		{"stance.count", "stance.count: package internal/stance has no function, method or variable count that can be turned off"},
		{"stance.matcher.voice=)", `stance.matcher.voice=): ")" is no list of Go expressions`},
		{"quote.voice", "quote.voice: no quote, neither in internal/ nor in the repository"},
		{"stance/stances.tsv:colour=red", `stance/stances.tsv:colour=red: no column "colour" among ["label" "pattern" "intensity" "where"]; a column may be named by its number`},
		{"stance/stances.tsv:label=hope", "stance/stances.tsv:label=hope: no such row"},
		{"stance/stances.tsv:1-4", "stance/stances.tsv:1-4: no such row"},
		{"stance/stances.tsv:x", "stance/stances.tsv:x: neither COLUMN=CELL nor /REGEXP/ nor line numbers"},
		{"stance/modes.tsv:1", "no stance/modes.tsv, neither in internal/ nor in the repository"},
	}
	for _, tt := range tests {
		rules, err := find(root, tt.words)
		if err == nil {
			t.Errorf("find(%q) = %v, want an error", tt.words, rules)
			continue
		}
		if diff := cmp.Diff(tt.want, err.Error()); diff != "" {
			t.Errorf("find(%q) (-want +got):\n%s", tt.words, diff)
		}
	}
}
