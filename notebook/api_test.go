package notebook_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/communique-go/communique/notebook/internal/install"
)

// TestNames names, in a notebook, everything that the packages meant for notebooks export. The interpreter cannot import a
// package with a generic function or type, and what it does not see the users of notebooks do not have.
func TestNames(t *testing.T) {
	kernel(t)
	const root = "github.com/communique-go/communique"
	packages := []*goPackage{exported(t, root, "..")}
	if _, err := os.Stat("../exchange"); err == nil {
		packages = append(packages, exported(t, root+"/exchange", "../exchange"))
	}
	for _, p := range see(t, packages) {
		if len(p.names) == 0 {
			t.Errorf("%s exports nothing", p.path)
		}
		if diff := cmp.Diff(sortedNames(p.names), p.seen); diff != "" {
			t.Errorf("notebooks do not see all that %s exports (-exported +seen):\n%s\n%s", p.path, diff, p.failure)
		}
		t.Logf("%s: %d names seen", p.path, len(p.seen))
	}
}

// TestNamesNoticesGeneric makes sure that TestNames would notice a generic function.
func TestNamesNoticesGeneric(t *testing.T) {
	k := kernel(t)
	tree := t.TempDir()
	const path = "github.com/communique-go/communique/throwaway" // the kernel asks no checksum database for what is below ours
	write(t, filepath.Join(tree, "go.mod"), "module "+path+"\n\ngo 1.22\n")
	write(t, filepath.Join(tree, "plain.go"), `package throwaway

type T struct{}

func (T) Method() {}

func (*T) PointerMethod() {}

func Plain() int { return 1 }
`)
	check := func(want []string) {
		t.Helper()
		if _, err := install.WriteProxy(k.Proxy, tree); err != nil {
			t.Fatal(err)
		}
		p := see(t, []*goPackage{exported(t, path, tree)})[0]
		if diff := cmp.Diff(want, p.seen); diff != "" {
			t.Errorf("seen (-want +got):\n%s\n%s", diff, p.failure)
		}
	}
	check([]string{"Plain", "T", "T.Method", "T.PointerMethod"})
	write(t, filepath.Join(tree, "generic.go"), "package throwaway\n\nfunc Generic[X any](x X) X { return x }\n")
	check(nil)
}

// TestNamesNoticesAbsence makes sure that a name which the interpreter does not know counts as unseen.
func TestNamesNoticesAbsence(t *testing.T) {
	kernel(t)
	p := exported(t, "github.com/communique-go/communique", "..")
	p.names = map[string]string{"Parse": "communique.Parse", "Absent": "communique.Absent", "Statement.Absent": "new(communique.Statement).Absent"}
	if diff := cmp.Diff([]string{"Parse"}, see(t, []*goPackage{p})[0].seen); diff != "" {
		t.Errorf("seen (-want +got):\n%s", diff)
	}
}

func write(t *testing.T, file, content string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// goPackage is a package, the names that it exports, and those of them that a notebook sees.
type goPackage struct {
	path    string
	names   map[string]string // name or Type.Method to code that does nothing but name it
	seen    []string          // sorted
	failure string            // what the kernel and the compiler said, if the import failed
}

// exported returns the package in dir with its exported functions, types, constants, variables and methods.
func exported(t *testing.T, path, dir string) *goPackage {
	t.Helper()
	parsed, err := parser.ParseDir(token.NewFileSet(), dir, func(f fs.FileInfo) bool {
		return !strings.HasSuffix(f.Name(), "_test.go")
	}, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	p := &goPackage{path: path, names: map[string]string{}}
	for _, pkg := range parsed {
		for _, file := range pkg.Files {
			for _, d := range file.Decls {
				p.declare(pkg.Name, d)
			}
		}
	}
	return p
}

// declare adds what the declaration exports. pkg is the name by which notebooks know the package.
func (p *goPackage) declare(pkg string, d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			p.add(d.Name, pkg+"."+d.Name.Name)
		} else if recv := receiver(d.Recv.List[0].Type); ast.IsExported(recv) && d.Name.IsExported() {
			value := "new(" + pkg + "." + recv + ")"
			if _, pointer := d.Recv.List[0].Type.(*ast.StarExpr); !pointer {
				value = "(*" + value + ")"
			}
			p.names[recv+"."+d.Name.Name] = value + "." + d.Name.Name
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				p.add(s.Name, "new("+pkg+"."+s.Name.Name+")")
			case *ast.ValueSpec:
				for _, name := range s.Names {
					p.add(name, pkg+"."+name.Name)
				}
			}
		}
	}
}

func (p *goPackage) add(name *ast.Ident, code string) {
	if name.IsExported() {
		p.names[name.Name] = code
	}
}

// receiver returns the name of the type of a method's receiver.
func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr: // generic
		return receiver(e.X)
	case *ast.IndexListExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}

func sortedNames(m map[string]string) []string {
	var out []string
	for name := range m {
		out = append(out, name)
	}
	sort.Strings(out)
	return out
}

// see imports the packages into one notebook, names everything in them, and fills in what was seen.
func see(t *testing.T, packages []*goPackage) []*goPackage {
	t.Helper()
	var code []string
	for _, p := range packages {
		code = append(code, `import "`+p.path+`"`)
		for _, name := range sortedNames(p.names) {
			code = append(code, p.names[name])
		}
	}
	file := filepath.Join(t.TempDir(), "names.ipynb")
	write(t, file, newNotebook(t, code))
	executed, said, err := execute(t, file, "--allow-errors")
	if err != nil {
		t.Fatalf("jupyter nbconvert: %v\n%s", err, said)
	}
	cells := parseNotebook(t, executed).Cells
	for _, p := range packages {
		if f := cells[0].failure(); f != "" {
			p.failure = f + "\n" + said
		}
		for i, name := range sortedNames(p.names) {
			if cells[i+1].failure() == "" {
				p.seen = append(p.seen, name)
			}
		}
		cells = cells[len(p.names)+1:]
	}
	return packages
}

// newNotebook returns a notebook with a cell for each piece of code.
func newNotebook(t *testing.T, code []string) string {
	t.Helper()
	d := document{
		Format: 4, FormatMinor: 4, // the last that asks for no ids
		Metadata: map[string]any{"kernelspec": map[string]any{"name": install.KernelName, "display_name": install.KernelTitle}},
	}
	for _, c := range code {
		d.Cells = append(d.Cells, cell{Type: "code", Metadata: map[string]any{}, Source: text(c), Outputs: []cellOutput{}})
	}
	b, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// failure returns the error that the cell ended with, "" if it ended well.
func (c cell) failure() string {
	for _, o := range c.Outputs {
		if o.Type == "error" {
			return o.Error
		}
	}
	return ""
}
