package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// rule is a part of the program that can be turned off: a function or method, a package's variable, or rows of a table.
type rule struct {
	name  string             // "stance.matcher.isUncertain", "stance/stances.tsv:label=accuse"
	value string             // what stands in its place, as Go source, for people to read
	file  string             // the file that it changes, relative to the repository, with slashes
	edits func(n int) []edit // what is put into a Go file for rule number n
	lines map[int]string     // what is left of the lines of a table that it changes, from 1
}

// edit is a text that is put into a file at a byte offset.
type edit struct {
	at   int
	text string
}

func (r rule) isTable() bool { return r.lines != nil }

func (r rule) String() string {
	switch {
	case r.isTable():
		return fmt.Sprintf("%s (%d rows)", r.name, len(r.lines))
	case r.value == "":
		return r.name
	}
	return r.name + "=" + r.value
}

// find returns the rules that a user's words name in the repository at root: one, or with a "*" in the name of a function
// any number. There are three forms:
//
//	[DIR/]PACKAGE.[TYPE.]NAME[=VALUE]    a function, method or variable; DIR is "internal" if left out
//	[DIR/]TABLE.tsv:COLUMN=CELL          the rows with this cell, or one in a list of alternatives
//	[DIR/]TABLE.tsv:/REGEXP/ or :12-20   the rows that match, or stand on these lines
//
// It is an error if they name nothing, or more than one function without a "*".
func find(root, words string) ([]rule, error) {
	if table, group, ok := strings.Cut(words, ".tsv:"); ok {
		r, err := findRows(root, table+".tsv", group)
		return []rule{r}, err
	}
	name, value, forced := strings.Cut(words, "=")
	dir, base := path.Split(name)
	pkg, name, ok := strings.Cut(base, ".")
	if !ok || name == "" {
		return nil, fmt.Errorf("%s: neither PACKAGE.NAME nor TABLE.tsv:ROWS", words)
	}
	if forced {
		if _, err := parser.ParseExpr("f(" + value + ")"); err != nil {
			return nil, fmt.Errorf("%s: %q is no list of Go expressions", words, value)
		}
	}
	p, err := openPackage(root, dir+pkg)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", words, err)
	}
	rules := p.rules(name, value, forced)
	if i := slices.IndexFunc(rules, func(r rule) bool { return r.name == p.name+"."+name }); i >= 0 {
		rules = rules[i : i+1] // a function, and methods of the same name
	}
	switch {
	case len(rules) == 0:
		return nil, fmt.Errorf("%s: package %s has no function, method or variable %s that can be turned off", words, p.dir, name)
	case len(rules) > 1 && !strings.Contains(name, "*"):
		var names []string
		for _, r := range rules {
			names = append(names, r.name)
		}
		return nil, fmt.Errorf("%s: which of %s?", words, strings.Join(names, ", "))
	}
	return rules, nil
}

// located returns the path relative to root of a file or directory, which may be given without its "internal".
func located(root, name string) (string, error) {
	for _, p := range []string{path.Join("internal", name), name} {
		if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(p))); err == nil {
			return path.Clean(p), nil
		}
	}
	return "", fmt.Errorf("no %s, neither in internal/ nor in the repository", name)
}

// goPackage is the source of a package.
type goPackage struct {
	dir      string // relative to the repository, with slashes
	name     string
	fset     *token.FileSet
	files    []*ast.File
	consts   map[string]bool // the names of its constants
	declared map[string]bool // the names of its variables and constants
}

// openPackage reads the package of a directory, or the one at the root of the repository by its name. Its tests are left out.
func openPackage(root, name string) (*goPackage, error) {
	p := &goPackage{fset: token.NewFileSet(), consts: map[string]bool{}, declared: map[string]bool{}}
	var err error
	if p.dir, err = located(root, name); err != nil {
		if p.dir = "."; !rootPackage(root, name) {
			return nil, err
		}
	}
	entries, err := os.ReadDir(filepath.Join(root, p.dir))
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if e.IsDir() || !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		src, err := os.ReadFile(filepath.Join(root, p.dir, e.Name()))
		if err != nil {
			return nil, err
		}
		f, err := parser.ParseFile(p.fset, path.Join(p.dir, e.Name()), src, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		p.add(f)
	}
	if len(p.files) == 0 {
		return nil, fmt.Errorf("no Go files in %s", p.dir)
	}
	return p, nil
}

func (p *goPackage) add(f *ast.File) {
	p.name = f.Name.Name
	p.files = append(p.files, f)
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, s := range g.Specs {
			if v, ok := s.(*ast.ValueSpec); ok {
				for _, id := range v.Names {
					p.declared[id.Name] = true
					p.consts[id.Name] = g.Tok == token.CONST
				}
			}
		}
	}
}

// rootPackage reports whether the package at the root of the repository has this name.
func rootPackage(root, name string) bool {
	files, _ := filepath.Glob(filepath.Join(root, "*.go"))
	for _, file := range files {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.PackageClauseOnly)
		if err == nil && f.Name.Name == name {
			return true
		}
	}
	return false
}

// rules returns the rules whose names fit a pattern, with or without the type of their receiver, in the order of the files.
func (p *goPackage) rules(pattern, value string, forced bool) []rule {
	var rules []rule
	for _, f := range p.files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				rules = append(rules, p.functionRules(d, pattern, value, forced)...)
			case *ast.GenDecl:
				if d.Tok == token.VAR && !forced {
					rules = append(rules, p.variableRules(d, pattern)...)
				}
			}
		}
	}
	return rules
}

// functionRules returns the rule that a function is. A pattern with a "*" gives a condition, a function that returns a bool
// and nothing else, twice: false and true.
func (p *goPackage) functionRules(d *ast.FuncDecl, pattern, value string, forced bool) []rule {
	name := d.Name.Name
	if t := receiver(d); t != "" {
		name = t + "." + name
	}
	wild := strings.Contains(pattern, "*")
	switch {
	case !fits(pattern, name) || d.Body == nil || name == "main" || name == "init" || wild && d.Name.Name == "String":
		return nil
	case forced:
		return []rule{p.function(d, name, "", value)}
	case wild && isCondition(d):
		return []rule{p.function(d, name, "", "false"), p.function(d, name, "", "true")}
	}
	lead, value := p.off(d)
	return []rule{p.function(d, name, lead, value)}
}

// variableRules returns the rules for variables that hold words, maps or lists.
func (p *goPackage) variableRules(d *ast.GenDecl, pattern string) []rule {
	var rules []rule
	for _, s := range d.Specs {
		v := s.(*ast.ValueSpec)
		if len(v.Names) != 1 || len(v.Values) != 1 || !fits(pattern, v.Names[0].Name) {
			continue
		}
		if data, ok := dataOf(v.Values[0]); ok {
			rules = append(rules, p.variable(v.Names[0], data))
		}
	}
	return rules
}

func fits(pattern, name string) bool {
	for _, n := range []string{name, name[strings.LastIndexByte(name, '.')+1:]} {
		if ok, _ := path.Match(pattern, n); ok {
			return true
		}
	}
	return false
}

// receiver returns the name of the type that a method belongs to, or "".
func receiver(d *ast.FuncDecl) string {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return ""
	}
	t := d.Recv.List[0].Type
	for {
		switch x := t.(type) {
		case *ast.StarExpr:
			t = x.X
		case *ast.IndexExpr:
			t = x.X
		case *ast.IndexListExpr:
			t = x.X
		case *ast.Ident:
			return x.Name
		default:
			return ""
		}
	}
}

func isCondition(d *ast.FuncDecl) bool {
	types := resultTypes(d)
	return len(types) == 1 && isIdent(types[0], "bool")
}

func isIdent(e ast.Expr, name string) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}

// dataOf returns the expression that has to be a zero value for a variable to be empty, if it holds a set of words, a map or a
// list: the initial value, or the name of a class of words. What else a variable holds the program may not do without.
func dataOf(e ast.Expr) (data ast.Expr, ok bool) {
	switch x := e.(type) {
	case *ast.CompositeLit:
		switch x.Type.(type) {
		case *ast.MapType, *ast.ArrayType:
			return e, true
		}
	case *ast.CallExpr:
		s, ok := x.Fun.(*ast.SelectorExpr)
		if !ok {
			return nil, false
		}
		switch {
		case isIdent(s.X, "table"):
			return e, s.Sel.Name == "Words" || s.Sel.Name == "Set" || s.Sel.Name == "List"
		case s.Sel.Name == "Class" && len(x.Args) == 1:
			return x.Args[0], true
		}
	}
	return nil, false
}

// function returns the rule that a function is; when off, it runs the statements of lead and returns value.
func (p *goPackage) function(d *ast.FuncDecl, name, lead, value string) rule {
	at := p.offset(d.Body.Lbrace) + 1
	return rule{name: p.name + "." + name, value: value, file: p.file(d), edits: func(n int) []edit {
		return []edit{{at, fmt.Sprintf(" if %s[%d] { %sreturn %s };", switchName, n, lead, value)}}
	}}
}

// variable returns the rule that a variable is, which is empty if data is a zero value.
func (p *goPackage) variable(name *ast.Ident, data ast.Expr) rule {
	first, last := p.offset(data.Pos()), p.offset(data.End())
	return rule{name: p.name + "." + name.Name, value: "empty", file: p.file(name), edits: func(n int) []edit {
		return []edit{{first, fmt.Sprintf("%sUnless(%d, ", switchName, n)}, {last, ")"}}
	}}
}

func (p *goPackage) file(n ast.Node) string { return p.fset.Position(n.Pos()).Filename }

func (p *goPackage) offset(pos token.Pos) int { return p.fset.Position(pos).Offset }
