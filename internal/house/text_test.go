package house_test

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// statement recognises SQL: a literal that begins as a statement does.
var statement = regexp.MustCompile(`^\s*(SELECT|INSERT|UPDATE|DELETE|WITH|CREATE|ALTER|DROP|TRUNCATE|PRAGMA)\s`)

// sql holds that SQL stands where the tables are known, in the engine and the
// rooms, and that in the rooms nothing but constants is put together to it:
// values are bound by the driver.
func sql(files []*file) (found []finding) {
	constants := constantNames(files)
	for _, f := range files {
		if f.test() {
			continue
		}
		inEngine, inRoom := within(f.dir(), "internal/engine"), within(f.dir(), "internal/domain")
		ast.Inspect(f.ast, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if isSQL(n) && !inEngine && !inRoom {
					found = append(found, f.at(n, "SQL outside engine and domain: %s", firstWords(n)))
				}
			case *ast.BinaryExpr:
				if n.Op == token.ADD && inRoom && isSQL(leftmost(n)) {
					if !f.constant(n, constants) {
						found = append(found, f.at(n, "SQL put together from more than constants: %s", firstWords(leftmost(n))))
					}
					return false // its left part is the same statement
				}
			case *ast.CallExpr:
				if pkg, name := f.selected(n.Fun); inRoom && pkg == "fmt" && strings.HasPrefix(name, "Sprint") && len(n.Args) > 0 && isSQL(leftmost(n.Args[0])) {
					found = append(found, f.at(n, "SQL formatted: %s", firstWords(leftmost(n.Args[0]))))
				}
			}
			return true
		})
	}
	return found
}

func isSQL(x ast.Expr) bool {
	lit, ok := x.(*ast.BasicLit)
	return ok && lit.Kind == token.STRING && statement.MatchString(unquoted(lit))
}

func unquoted(lit *ast.BasicLit) string {
	s, err := strconv.Unquote(lit.Value)
	if err != nil { // the parser has read it as a string
		panic(err)
	}
	return s
}

// firstWords are enough to find a statement by, and change less than its line.
func firstWords(x ast.Expr) string {
	words := strings.Fields(unquoted(x.(*ast.BasicLit)))
	return strings.Join(words[:min(4, len(words))], " ")
}

func leftmost(x ast.Expr) ast.Expr {
	for {
		sum, ok := ast.Unparen(x).(*ast.BinaryExpr)
		if !ok {
			return ast.Unparen(x)
		}
		x = sum.X
	}
}

// constant tells whether a sum is made of literals and constants of its package.
func (f *file) constant(x ast.Expr, constants map[string]bool) bool {
	switch x := ast.Unparen(x).(type) {
	case *ast.BasicLit:
		return true
	case *ast.BinaryExpr:
		return f.constant(x.X, constants) && f.constant(x.Y, constants)
	case *ast.Ident:
		return constants[f.dir()+"."+x.Name]
	case *ast.SelectorExpr:
		dir, ok := strings.CutPrefix(f.imported(x.X), module+"/")
		return ok && constants[dir+"."+x.Sel.Name]
	}
	return false
}

// constantNames are all constants as "folder.name".
func constantNames(files []*file) map[string]bool {
	names := map[string]bool{}
	for _, f := range files {
		ast.Inspect(f.ast, func(n ast.Node) bool {
			if gen, ok := n.(*ast.GenDecl); ok && gen.Tok == token.CONST {
				for _, s := range gen.Specs {
					for _, id := range s.(*ast.ValueSpec).Names {
						names[f.dir()+"."+id.Name] = true
					}
				}
			}
			return true
		})
	}
	return names
}

// machine recognises folders of somebody's machine, where a path begins.
// It is put together so that this file does not hold what it looks for.
var machine = regexp.MustCompile(`(^|[^\w.)}-])/(` + strings.Join([]string{"work", "root", "tmp", "home", "Users"}, "|") + `)/`)

// machinePaths holds that no source knows where it was written.
func machinePaths(files []*file) (found []finding) {
	for _, f := range files {
		if within(f.dir(), "internal/house") {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && !strings.HasSuffix(f.path, "_test.go") && machine.MatchString(unquoted(lit)) {
				found = append(found, f.at(n, "a path of one machine: %s", machine.FindString(unquoted(lit))))
			}
			return true
		})
	}
	return found
}

// marker is the line by which tools know generated code.
var marker = regexp.MustCompile(`^// Code generated .* DO NOT EDIT\.$`)

// generated holds that generated files are known by their names, and only they.
func generated(files []*file) (found []finding) {
	for _, f := range files {
		marked := slices.ContainsFunc(f.ast.Comments, func(g *ast.CommentGroup) bool {
			return g.Pos() < f.ast.Package && slices.ContainsFunc(g.List, func(c *ast.Comment) bool { return marker.MatchString(c.Text) })
		})
		named := strings.HasSuffix(f.path, "_gen.go") || strings.HasSuffix(f.path, "_templ.go")
		switch {
		case marked && !named:
			found = append(found, f.at(f.ast.Name, "generated, but not named _gen.go or _templ.go"))
		case named && !marked:
			found = append(found, f.at(f.ast.Name, "named as if generated, without the line that says so"))
		}
	}
	return found
}

// packageComments holds that each package begins with a comment, once, in the
// form that go doc shows: "Package name …", or any for a command. What stands
// above the package of a generated file is the generator's.
func packageComments(files []*file) (found []finding) {
	packages := map[string][]*file{}
	for _, f := range files {
		if !strings.HasSuffix(f.path, "_test.go") && !strings.HasSuffix(f.path, "_templ.go") && !strings.HasSuffix(f.path, "_gen.go") {
			packages[f.dir()] = append(packages[f.dir()], f)
		}
	}
	for dir, members := range packages {
		documented := 0
		for _, f := range members {
			if f.ast.Doc == nil {
				continue
			}
			if documented++; !f.program() && !strings.HasPrefix(f.ast.Doc.Text(), "Package "+f.ast.Name.Name+" ") {
				found = append(found, f.at(f.ast.Name, "the comment does not begin with Package %s", f.ast.Name.Name))
			}
		}
		if documented != 1 {
			found = append(found, finding{dir, 0, "has " + strconv.Itoa(documented) + " package comments, want one"})
		}
	}
	return found
}

func TestControlsOfSQL(t *testing.T) {
	const door, room = "internal/serve/api/x.go", "internal/domain/place/x.go"
	controls(t, sql, []control{
		{"in a door", door, "package x\nconst q = `\n\tSELECT id FROM place WHERE a = 1`", []string{"SQL outside engine and domain: SELECT id FROM place"}},
		{"in the app", "internal/app/x.go", "package x\nconst q = `WITH x AS (SELECT 1)`", []string{"SQL outside engine and domain: WITH x AS (SELECT"}},
		{"in a room", room, "package x\nconst q = `DELETE FROM place`", nil},
		{"in the engine", "internal/engine/job/x.go", "package x\nconst q = `UPDATE job SET a = 1`", nil},
		{"a word", door, "package x\nconst a = `SELECT`\nconst b = `Select one`\nconst c = `WITHOUT x`", nil},
		{"constants added", room, "package x\nconst cols = `id`\nconst q = `SELECT ` + cols + ` FROM place`", nil},
		{"a variable added", room, "package x\nfunc f(s string) string { return `SELECT ` + s + ` FROM place` }", []string{"SQL put together from more than constants: SELECT"}},
		{"formatted", room, "package x\nimport \"fmt\"\nfunc f(s string) string { return fmt.Sprintf(`SELECT %s FROM place`, s) }", []string{"SQL formatted: SELECT %s FROM place"}},
		{"a test", "internal/serve/api/x_test.go", "package x\nconst q = `SELECT 1`", nil},
	})
}

func TestControlsOfMachinePaths(t *testing.T) {
	quoted := func(s string) string { return "package x\nconst p = " + strconv.Quote(s) }
	controls(t, machinePaths, []control{
		{"a folder", "internal/app/x.go", quoted("/" + "work/main"), []string{"a path of one machine: /" + "work/"}},
		{"in a sentence", "internal/app/x.go", quoted("see /" + "tmp/x"), []string{"a path of one machine:  /" + "tmp/"}},
		{"a URL", "internal/app/x.go", quoted("/de/work/7"), nil},
	})
}

func TestControlsOfGenerated(t *testing.T) {
	const line = "// Code generated by templ - DO NOT EDIT.\n\n"
	controls(t, generated, []control{
		{"named right", "internal/serve/web/page_templ.go", line + "package web", nil},
		{"named wrong", "internal/serve/web/page.go", line + "package web", []string{"generated, but not named _gen.go or _templ.go"}},
		{"written by hand", "internal/base/i18n/names_gen.go", "package i18n", []string{"named as if generated, without the line that says so"}},
		{"quoted by a generator", "internal/base/i18n/gen/main.go", "package main\n\n" + line + "func main() {}", nil},
	})
}

func TestControlsOfPackageComments(t *testing.T) {
	controls(t, packageComments, []control{
		{"one", "internal/base/date/date.go", "// Package date counts days.\npackage date", nil},
		{"none", "internal/base/date/date.go", "package date", []string{"has 0 package comments, want one"}},
		{"another name", "internal/base/date/date.go", "// Package day counts.\npackage date", []string{"the comment does not begin with Package date"}},
		{"a command", "cmd/kontor/main.go", "// Kontor is a desk.\npackage main", nil},
		{"a generated file has another", "internal/serve/web/page_templ.go", "// templ: version: v1\npackage web", nil},
		{"a test needs none", "internal/base/date/date_test.go", "package date_test", nil},
	})
	t.Run("two", func(t *testing.T) {
		found := packageComments(planted(t, map[string]string{
			"internal/base/date/a.go": "// Package date counts.\npackage date",
			"internal/base/date/b.go": "// Package date counts too.\npackage date",
		}))
		if len(found) != 1 {
			t.Errorf("found %v, want one", found)
		}
	})
}
