package table_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// most is how many words a set in the code may have: the few prepositions or auxiliaries that a rule of grammar names.
const most = 8

// allowed are the sets that may be larger, by package and declaration, with the reason.
var allowed = map[string]string{
	"deadline.inversions": "the grammar of deadlines",
	"lemma.verbRules":     "the suffixes of the method, in the order in which they are tried",
	"page.void":           "the elements that HTML defines without an end",
	"stance.keywords":     "the language of the patterns, which the code reads",
	"tagger.tagNames":     "the names of the tags, one for each constant",
}

// TestNoWordLists keeps what is known of language and world in tables: no code below internal has a set of more than a few
// words, be it a literal of strings or of a map, the strings of a case, of a chain of comparisons or of a call, or one string
// that lists them. Generators, training and tests are exempt, and so are regular expressions and messages. A word is a
// string with a letter, so that marks of punctuation do not count.
func TestNoWordLists(t *testing.T) {
	used := map[string]bool{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "gen" || d.Name() == "train" || strings.HasSuffix(d.Name(), "test") || d.Name() == "testdata"):
			return filepath.SkipDir
		case filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, decl := range file.Decls {
			for name, node := range declared(decl) {
				name = file.Name.Name + "." + name
				for _, s := range wordSets(node) {
					if used[name] = true; allowed[name] == "" {
						t.Errorf("%s: %s has a set of %d words: make a table of it", files.Position(s.at.Pos()), name, s.words)
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range allowed {
		if !used[name] {
			t.Errorf("%s is allowed a set of words and has none", name)
		}
	}
}

// declared returns what a declaration declares, by name.
func declared(decl ast.Decl) map[string]ast.Node {
	nodes := map[string]ast.Node{}
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		nodes[decl.Name.Name] = decl
	case *ast.GenDecl:
		for _, spec := range decl.Specs {
			if v, ok := spec.(*ast.ValueSpec); ok {
				nodes[v.Names[0].Name] = v
			}
		}
	}
	return nodes
}

// wordSet is a place in the code that lists words.
type wordSet struct {
	at    ast.Node
	words int
}

// wordSets returns the sets of more than a few words below a node.
func wordSets(node ast.Node) []wordSet {
	var sets []wordSet
	ast.Inspect(node, func(n ast.Node) bool {
		words := 0
		switch n := n.(type) {
		case *ast.CompositeLit:
			words = wordsAmong(n.Elts)
		case *ast.CaseClause:
			words = wordsAmong(n.List)
		case *ast.CallExpr:
			if isMessage(n) {
				return false
			}
			words = wordsAmong(n.Args)
		case *ast.BinaryExpr:
			if n.Op == token.LOR {
				words = wordsAmong(alternatives(n))
			}
			if s, ok := stringOf(n); ok {
				words = len(listed(s))
			}
		case *ast.BasicLit:
			if s, ok := stringOf(n); ok {
				words = len(listed(s))
			}
		}
		if words > most {
			sets = append(sets, wordSet{n, words})
			return false
		}
		return true
	})
	return sets
}

// wordsAmong counts the expressions that are words, or whose key or first member is one.
func wordsAmong(list []ast.Expr) int {
	words := 0
	for _, e := range list {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if _, ok := kv.Key.(*ast.Ident); ok {
				e = kv.Value
			} else {
				e = kv.Key
			}
		}
		if row, ok := e.(*ast.CompositeLit); ok && len(row.Elts) > 0 {
			e = row.Elts[0]
		}
		if s, ok := stringOf(e); ok && strings.IndexFunc(s, unicode.IsLetter) >= 0 {
			words++
		}
	}
	return words
}

// alternatives returns what a chain of comparisons compares with: a and b of x == a || x == b.
func alternatives(e ast.Expr) []ast.Expr {
	b, ok := e.(*ast.BinaryExpr)
	switch {
	case ok && b.Op == token.LOR:
		return append(alternatives(b.X), alternatives(b.Y)...)
	case ok && b.Op == token.EQL:
		return []ast.Expr{b.Y}
	}
	return nil
}

// stringOf returns the value of a string literal or of several that are joined.
func stringOf(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		x, okX := stringOf(e.X)
		y, okY := stringOf(e.Y)
		return x + y, okX && okY && e.Op == token.ADD
	}
	return "", false
}

// listed returns the words of a string that lists words in lower case, parted by blanks, commas or bars, and nothing else.
func listed(s string) []string {
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '|' })
	for _, w := range words {
		if strings.TrimFunc(w, func(r rune) bool { return unicode.IsLower(r) || r == '-' || r == '\'' || r == '.' }) != "" {
			return nil
		}
	}
	return words
}

// isMessage reports whether a call makes an error or a message of its strings, or compiles a regular expression.
func isMessage(call *ast.CallExpr) bool {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name == "panic"
	case *ast.SelectorExpr:
		x, ok := f.X.(*ast.Ident)
		return ok && (x.Name == "errors" || x.Name == "fmt" || x.Name == "regexp")
	}
	return false
}

func TestWordSets(t *testing.T) {
	nine := []string{`"a"`, `"b"`, `"c"`, `"d"`, `"e"`, `"f"`, `"g"`, `"h"`, `"i"`}
	tests := []struct {
		name, code string // %s is nine words
		sep        string
		words      int
	}{
		{"slice", `[]string{%s}`, ", ", 9},
		{"map", `map[string]bool{%s: true}`, ": true, ", 9},
		{"rows", `[]row{{%s, 1}}`, ", 1}, {", 9},
		{"case", `func() { switch x { case %s: } }`, ", ", 9},
		{"comparisons", `x == %s`, " || x == ", 9},
		{"arguments", `set(%s)`, ", ", 9},
		{"string", `set(` + "`a b c\nd e-f g h i j`)", "", 9},
		{"joined strings", `"a b c d " + "e f g h i"`, "", 9},
		{"list with bars", `"a|b|c|d|e|f|g|h|i"`, "", 9},
		{"cases of their own", `func() { switch x { case %s: } }`, ": case ", 0},
		{"marks", `[]string{".", ",", ";", ":", "!", "?", "-", "(", ")"}`, "", 0},
		{"error", `fmt.Errorf("a b c d e f g h i j k")`, "", 0},
		{"prose", `write("It has been a long day, and the talks are over.")`, "", 0},
		{"eight", `[]string{"a", "b", "c", "d", "e", "f", "g", "h"}`, "", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e, err := parser.ParseExpr(strings.ReplaceAll(tt.code, "%s", strings.Join(nine, tt.sep)))
			if err != nil {
				t.Fatal(err)
			}
			words := 0
			for _, s := range wordSets(e) {
				words += s.words
			}
			if words != tt.words {
				t.Errorf("%d words, want %d", words, tt.words)
			}
		})
	}
}
