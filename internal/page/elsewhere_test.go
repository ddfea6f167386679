package page

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// tag is what looks like a tag of HTML or SVG.
var tag = regexp.MustCompile(`</?[A-Za-z][a-z0-9]*[ />]|<!doctype`)

// TestNotElsewhere checks that no other code of the module writes tags, or turns a text into markup. Modules of their own, which
// only developers use, are left out.
func TestNotElsewhere(t *testing.T) {
	err := filepath.WalkDir("../..", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			switch filepath.ToSlash(path) {
			case "../../internal/page", "../../browser", "../../notebook":
				return filepath.SkipDir
			}
			return nil
		case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if markupIn(n) {
				t.Errorf("%v: markup outside of internal/page", files.Position(n.Pos()))
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// markupIn reports whether a node is a string with a tag in it, or a conversion to page.Raw.
func markupIn(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.BasicLit:
		return n.Kind == token.STRING && tag.MatchString(n.Value)
	case *ast.CallExpr:
		f, ok := n.Fun.(*ast.SelectorExpr)
		if !ok || f.Sel.Name != "Raw" {
			return false
		}
		in, ok := f.X.(*ast.Ident)
		return ok && in.Name == "page"
	}
	return false
}

func TestMarkupIn(t *testing.T) {
	tests := []struct {
		code string
		want bool
	}{
		{`"<b>"`, true}, {`"a</td>"`, true}, {"`<p class=\"%s\">`", true}, {`"<br/>"`, true}, {`"<!doctype html>"`, true}, {`page.Raw(s)`, true},
		{`"a < b > c"`, false}, {`"<!-- a comment of a dictionary"`, false}, {`w.Raw(s)`, false}, {`"div"`, false},
	}
	for _, tt := range tests {
		n, err := parser.ParseExpr(tt.code)
		if err != nil {
			t.Fatal(err)
		}
		if got := markupIn(n); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.code, got, tt.want)
		}
	}
}
