package main

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/token"
	"slices"
	"strings"
)

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
		if value = p.constants(d, returns[i], types, i == len(returns)-1); value != "" {
			return "", value
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

// constants returns the expressions of a return if they are constants, of the last return if they hold constants at first, and
// one for each result; else "".
func (p *goPackage) constants(d *ast.FuncDecl, results, types []ast.Expr, last bool) string {
	if len(results) != len(types) {
		return ""
	}
	var list []string
	for i, e := range results {
		s := ""
		if p.isConstant(d, e) {
			s = p.source(e)
		} else if last {
			s = p.initial(d, e, types[i])
		}
		if s == "" || s == "true" {
			return ""
		}
		list = append(list, s)
	}
	return strings.Join(list, ", ")
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
		return ok && ast.IsExported(e.Sel.Name) && !isLocal(d, x.Name) && !p.declared[x.Name]
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
