package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
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
	name  string             // "stance.matcher.isVerbalAttack", "stance/stances.tsv:label=accuse"
	value string             // what stands in its place, as Go source, for people to read
	file  string             // the file that it changes, relative to the repository, with slashes
	edits func(n int) []edit // what is put into a Go file for rule number n
	lines map[int]bool       // the lines left out of a table, from 1
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
	dir    string // relative to the repository, with slashes
	name   string
	fset   *token.FileSet
	files  []*ast.File
	consts map[string]bool
}

func openPackage(root, name string) (*goPackage, error) {
	p := &goPackage{fset: token.NewFileSet(), consts: map[string]bool{}}
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
		p.name = f.Name.Name
		p.files = append(p.files, f)
		for _, d := range f.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.CONST {
				for _, s := range g.Specs {
					for _, id := range s.(*ast.ValueSpec).Names {
						p.consts[id.Name] = true
					}
				}
			}
		}
	}
	if len(p.files) == 0 {
		return nil, fmt.Errorf("no Go files in %s", p.dir)
	}
	return p, nil
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
// A pattern with a "*" gives each condition, a function that returns a bool and nothing else, twice: false and true.
func (p *goPackage) rules(pattern, value string, forced bool) []rule {
	var rules []rule
	wild := strings.Contains(pattern, "*")
	for _, f := range p.files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				name := d.Name.Name
				if t := receiver(d); t != "" {
					name = t + "." + name
				}
				if !fits(pattern, name) || d.Body == nil || name == "main" || name == "init" || wild && d.Name.Name == "String" {
					continue
				}
				switch {
				case forced:
					rules = append(rules, p.function(d, name, "", value))
				case wild && isCondition(d):
					rules = append(rules, p.function(d, name, "", "false"), p.function(d, name, "", "true"))
				default:
					lead, value := p.off(d)
					rules = append(rules, p.function(d, name, lead, value))
				}
			case *ast.GenDecl:
				for _, s := range d.Specs {
					v, ok := s.(*ast.ValueSpec)
					if ok && d.Tok == token.VAR && !forced && len(v.Names) == 1 && len(v.Values) == 1 && isData(v.Values[0]) && fits(pattern, v.Names[0].Name) {
						rules = append(rules, p.variable(v))
					}
				}
			}
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

// isData reports whether a variable holds a set of words, a map or a list, which can be empty. What else a variable holds
// the program may not do without.
func isData(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.CompositeLit:
		switch e.Type.(type) {
		case *ast.MapType, *ast.ArrayType:
			return true
		}
	case *ast.CallExpr:
		s, ok := e.Fun.(*ast.SelectorExpr)
		return ok && isIdent(s.X, "table") && (s.Sel.Name == "Words" || s.Sel.Name == "Set" || s.Sel.Name == "List")
	}
	return false
}

// function returns the rule that a function is; when off, it runs the statements of lead and returns value.
func (p *goPackage) function(d *ast.FuncDecl, name, lead, value string) rule {
	at := p.offset(d.Body.Lbrace) + 1
	return rule{name: p.name + "." + name, value: value, file: p.file(d), edits: func(n int) []edit {
		return []edit{{at, fmt.Sprintf(" if %s[%d] { %sreturn %s };", switchName, n, lead, value)}}
	}}
}

func (p *goPackage) variable(v *ast.ValueSpec) rule {
	first, last := p.offset(v.Values[0].Pos()), p.offset(v.Values[0].End())
	return rule{name: p.name + "." + v.Names[0].Name, value: "nil", file: p.file(v), edits: func(n int) []edit {
		return []edit{{first, fmt.Sprintf("%sUnless(%d, ", switchName, n)}, {last, ")"}}
	}}
}

func (p *goPackage) file(n ast.Node) string { return p.fset.Position(n.Pos()).Filename }

func (p *goPackage) offset(pos token.Pos) int { return p.fset.Position(pos).Offset }

// off returns what a function returns when its rule is turned off, "" if it has no result, and the statements that have to
// come before: what its own last return says, if that is a constant, a parameter, or a variable that a constant was put into
// where it was declared; else the last return of constants in it; else, where a zero value would mean something, what the
// last return says if all between it and the declarations at the function's beginning is left out; else zero values. "true"
// is taken for a match rather than for the lack of one.
func (p *goPackage) off(d *ast.FuncDecl) (lead, value string) {
	types := resultTypes(d)
	if len(types) == 0 {
		return "", ""
	}
	returns := returnsOf(d.Body)
	for i := len(returns) - 1; i >= 0; i-- {
		var list []string
		for k, e := range returns[i] {
			var s string
			switch {
			case p.isConstant(d, e):
				s = p.source(e)
			case i == len(returns)-1:
				s = p.initial(d, e, types[min(k, len(types)-1)])
			}
			if s == "" || s == "true" {
				break
			}
			list = append(list, s)
		}
		if len(list) == len(types) {
			return "", strings.Join(list, ", ")
		}
	}
	var zeros []string
	natural := true
	for _, t := range types {
		z := p.zero(t)
		zeros = append(zeros, z)
		natural = natural && (z == "nil" || z == "false")
	}
	if !natural {
		if lead, value = p.shortcut(d); value != "" {
			return lead, value
		}
	}
	return "", strings.Join(zeros, ", ")
}

// shortcut returns the statements at the beginning of a function that its last return needs, and what it then returns, or ""
// if it needs others or nothing would be left out.
func (p *goPackage) shortcut(d *ast.FuncDecl) (lead, value string) {
	stmts := d.Body.List
	last, ok := stmts[len(stmts)-1].(*ast.ReturnStmt)
	if !ok || len(last.Results) == 0 {
		return "", ""
	}
	first := 0
	for ; first < len(stmts)-1 && len(declared(stmts[first])) > 0; first++ {
	}
	if first == len(stmts)-1 {
		return "", ""
	}
	needed := usedIn(last)
	var list []string
	for i := first - 1; i >= 0; i-- {
		names := declared(stmts[i])
		if !slices.ContainsFunc(names, func(n string) bool { return needed[n] }) {
			continue
		}
		text := p.source(stmts[i]) + "; "
		for _, n := range names {
			if n != "_" {
				text += "_ = " + n + "; "
			}
			delete(needed, n)
		}
		for n := range usedIn(stmts[i]) {
			if !slices.Contains(names, n) {
				needed[n] = true
			}
		}
		list = append([]string{text}, list...)
	}
	for n := range needed {
		if isLocal(d, n) && !isParameter(d, n) {
			return "", ""
		}
	}
	var values []string
	for _, e := range last.Results {
		if isIdent(e, "true") {
			return "", ""
		}
		values = append(values, p.source(e))
	}
	return strings.Join(list, ""), strings.Join(values, ", ")
}

// declared returns the names of the variables that a statement declares, if it does nothing else.
func declared(s ast.Stmt) []string {
	var names []string
	switch s := s.(type) {
	case *ast.AssignStmt:
		if s.Tok == token.DEFINE {
			for _, e := range s.Lhs {
				if id, ok := e.(*ast.Ident); ok {
					names = append(names, id.Name)
				}
			}
		}
	case *ast.DeclStmt:
		if g, ok := s.Decl.(*ast.GenDecl); ok && g.Tok == token.VAR {
			for _, v := range g.Specs {
				for _, id := range v.(*ast.ValueSpec).Names {
					names = append(names, id.Name)
				}
			}
		}
	}
	return names
}

// usedIn returns the names in a statement, those of fields and methods left out.
func usedIn(s ast.Stmt) map[string]bool {
	used := map[string]bool{}
	var visit func(n ast.Node) bool
	visit = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			ast.Inspect(n.X, visit)
			return false
		case *ast.Ident:
			used[n.Name] = true
		}
		return true
	}
	ast.Inspect(s, visit)
	return used
}

// resultTypes returns one type for each result.
func resultTypes(d *ast.FuncDecl) []ast.Expr {
	var types []ast.Expr
	if d.Type.Results == nil {
		return nil
	}
	for _, f := range d.Type.Results.List {
		for range max(1, len(f.Names)) {
			types = append(types, f.Type)
		}
	}
	return types
}

// returnsOf returns the expressions of each return in a body, functions inside it left out.
func returnsOf(body *ast.BlockStmt) [][]ast.Expr {
	var list [][]ast.Expr
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			list = append(list, n.Results)
		}
		return true
	})
	return list
}

// isConstant reports whether an expression means the same at the beginning of the function: a literal, a constant of this
// package, a name of another package, or a composite of such.
func (p *goPackage) isConstant(d *ast.FuncDecl, e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BasicLit:
		return true
	case *ast.Ident:
		return (e.Name == "nil" || e.Name == "false" || e.Name == "true" || p.consts[e.Name]) && !isLocal(d, e.Name)
	case *ast.SelectorExpr:
		x, ok := e.X.(*ast.Ident)
		return ok && ast.IsExported(e.Sel.Name) && !isLocal(d, x.Name) && !p.declares(x.Name)
	case *ast.UnaryExpr:
		return e.Op == token.SUB && p.isConstant(d, e.X)
	case *ast.KeyValueExpr:
		return p.isConstant(d, e.Value)
	case *ast.CompositeLit:
		return !slices.ContainsFunc(e.Elts, func(e ast.Expr) bool { return !p.isConstant(d, e) })
	}
	return false
}

// isLocal reports whether a function gives a name a meaning of its own.
func isLocal(d *ast.FuncDecl, name string) bool {
	found := isParameter(d, name)
	ast.Inspect(d.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			found = found || n.Tok == token.DEFINE && slices.ContainsFunc(n.Lhs, func(e ast.Expr) bool { return isIdent(e, name) })
		case *ast.RangeStmt:
			found = found || n.Tok == token.DEFINE && (isIdent(n.Key, name) || isIdent(n.Value, name))
		case *ast.ValueSpec:
			found = found || slices.ContainsFunc(n.Names, func(id *ast.Ident) bool { return id.Name == name })
		}
		return !found
	})
	return found
}

func isParameter(d *ast.FuncDecl, name string) bool {
	for _, list := range []*ast.FieldList{d.Recv, d.Type.Params, d.Type.Results} {
		if list == nil {
			continue
		}
		for _, f := range list.List {
			if slices.ContainsFunc(f.Names, func(id *ast.Ident) bool { return id.Name == name }) {
				return true
			}
		}
	}
	return false
}

// declares reports whether a name is a variable, function or type of the package, so that what follows its dot is a field.
func (p *goPackage) declares(name string) bool {
	for _, f := range p.files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil && d.Name.Name == name {
					return true
				}
			case *ast.GenDecl:
				for _, s := range d.Specs {
					switch s := s.(type) {
					case *ast.ValueSpec:
						if slices.ContainsFunc(s.Names, func(id *ast.Ident) bool { return id.Name == name }) {
							return true
						}
					case *ast.TypeSpec:
						if s.Name.Name == name {
							return true
						}
					}
				}
			}
		}
	}
	return false
}

// initial returns what a variable that a function returns holds at first: the name of a parameter, the constant in the
// variable's declaration, or the zero value. It returns "" for other expressions.
func (p *goPackage) initial(d *ast.FuncDecl, e, typ ast.Expr) string {
	id, ok := e.(*ast.Ident)
	if !ok {
		return ""
	}
	for _, f := range d.Type.Params.List {
		if slices.ContainsFunc(f.Names, func(n *ast.Ident) bool { return n.Name == id.Name }) {
			return id.Name
		}
	}
	first, seen := "", false
	ast.Inspect(d.Body, func(n ast.Node) bool {
		if seen {
			return false
		}
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, l := range n.Lhs {
				if n.Tok == token.DEFINE && isIdent(l, id.Name) {
					seen = true
					if len(n.Lhs) == len(n.Rhs) && p.isConstant(d, n.Rhs[i]) {
						first = p.source(n.Rhs[i])
					}
				}
			}
		case *ast.ValueSpec:
			for i, l := range n.Names {
				if l.Name == id.Name {
					seen = true
					switch {
					case len(n.Values) == 0:
						first = p.zero(typ)
					case len(n.Values) == len(n.Names) && p.isConstant(d, n.Values[i]):
						first = p.source(n.Values[i])
					}
				}
			}
		}
		return true
	})
	return first
}

// zero returns the zero value of a type, of whatever kind it is.
func (p *goPackage) zero(t ast.Expr) string {
	switch t := t.(type) {
	case *ast.ArrayType:
		if t.Len == nil {
			return "nil"
		}
	case *ast.MapType, *ast.StarExpr, *ast.FuncType, *ast.InterfaceType, *ast.ChanType:
		return "nil"
	case *ast.Ident:
		switch t.Name {
		case "bool":
			return "false"
		case "string":
			return `""`
		case "int", "byte", "rune", "int64", "uint64", "float64":
			return "0"
		case "error":
			return "nil"
		}
	}
	return "*new(" + p.source(t) + ")"
}

// source returns a part of a file as Go source.
func (p *goPackage) source(e ast.Node) string {
	var b bytes.Buffer
	if err := format.Node(&b, p.fset, e); err != nil {
		return ""
	}
	return b.String()
}
