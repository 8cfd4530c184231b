package house_test

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"
	"testing"
)

// inits holds that no package does anything by being imported.
func inits(files []*file) (found []finding) {
	for _, f := range files {
		for _, d := range f.ast.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				found = append(found, f.at(fn, "func init"))
			}
		}
	}
	return found
}

// state holds that no package keeps anything that can change. A variable of a
// package may be
//   - `_`, an assertion at compile time;
//   - embedded;
//   - made by one of the constructors in unchanging;
//   - a sentinel: errors.New, or anything of package fault;
//   - a table: a composite literal or a conversion of one that no line in the
//     project assigns to, takes the address of, deletes from or sorts.
//
// Test files may do as they like.
func state(files []*file) (found []finding) {
	written := writtenNames(files)
	for _, f := range files {
		if strings.HasSuffix(f.path, "_test.go") {
			continue
		}
		for _, d := range f.ast.Decls {
			gen, ok := d.(*ast.GenDecl)
			if !ok || gen.Tok != token.VAR {
				continue
			}
			for _, s := range gen.Specs {
				spec := s.(*ast.ValueSpec)
				if embedded(gen.Doc) || embedded(spec.Doc) {
					continue
				}
				for i, name := range spec.Names {
					if name.Name == "_" || len(spec.Values) == len(spec.Names) && f.fixed(spec.Values[i]) && !written[f.dir()+"."+name.Name] {
						continue
					}
					found = append(found, f.at(name, "%s", name.Name))
				}
			}
		}
	}
	return found
}

// unchanging are functions whose results never change once made.
var unchanging = []string{
	"errors.New", "fmt.Errorf", "regexp.MustCompile", "strings.NewReplacer",
	"sync.OnceValue", "sync.OnceValues", // computed at first use, the same ever after
	"golang.org/x/text/language.MustParse", "golang.org/x/text/language.NewMatcher",
	"encoding/base32.NewEncoding", "encoding/base64.NewEncoding",
}

// fixed tells whether an initial value is of those that stay as they are.
func (f *file) fixed(x ast.Expr) bool {
	switch x := ast.Unparen(x).(type) {
	case *ast.CompositeLit:
		pkg, name := f.selected(x.Type)
		return pkg != "sync" && pkg != "sync/atomic" || pkg == "sync" && name == "Pool" // a pool holds nothing that could be missed
	case *ast.CallExpr:
		if _, conversion := x.Fun.(*ast.ArrayType); conversion {
			return true
		}
		fun := x.Fun
		if generic, ok := fun.(*ast.IndexExpr); ok {
			fun = generic.X
		}
		pkg, name := f.selected(fun)
		return pkg == module+"/internal/base/fault" || slices.Contains(unchanging, pkg+"."+name) ||
			f.dir() == "internal/base/fault" && sentinel(x)
	case *ast.SelectorExpr:
		pkg, _ := f.selected(x)
		return pkg != "" // another package's, which is held to the same
	}
	return false
}

// sentinel tells whether a call in package fault makes one of its kinds from constants.
func sentinel(call *ast.CallExpr) bool {
	return !slices.ContainsFunc(call.Args, func(x ast.Expr) bool { _, ok := x.(*ast.BasicLit); return !ok })
}

func embedded(doc *ast.CommentGroup) bool {
	return doc != nil && slices.ContainsFunc(doc.List, func(c *ast.Comment) bool { return strings.HasPrefix(c.Text, "//go:embed ") })
}

// writtenNames are the variables, as "folder.name", that some line changes. A
// local variable of the same name counts too: it would hide the table anyway.
func writtenNames(files []*file) map[string]bool {
	written := map[string]bool{}
	for _, f := range files {
		note := func(x ast.Expr) {
			if name := f.rootName(x); name != "" {
				written[name] = true
			}
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				if n.Tok != token.DEFINE {
					for _, x := range n.Lhs {
						note(x)
					}
				}
			case *ast.IncDecStmt:
				note(n.X)
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					note(n.X)
				}
			case *ast.RangeStmt:
				if n.Tok == token.ASSIGN {
					note(n.Key)
					note(n.Value)
				}
			case *ast.CallExpr:
				if f.changes(n.Fun) && len(n.Args) > 0 {
					note(n.Args[0])
				}
			}
			return true
		})
	}
	return written
}

// changes tells whether a function changes its first argument.
func (f *file) changes(fun ast.Expr) bool {
	if id, ok := fun.(*ast.Ident); ok {
		return slices.Contains([]string{"delete", "clear", "copy"}, id.Name)
	}
	pkg, name := f.selected(fun)
	switch pkg {
	case "sort":
		return true
	case "slices":
		return strings.HasPrefix(name, "Sort") && !strings.HasPrefix(name, "Sorted") || slices.Contains([]string{"Reverse", "Delete", "DeleteFunc", "Compact", "Insert", "Replace"}, name)
	case "maps":
		return slices.Contains([]string{"Copy", "Insert", "DeleteFunc"}, name)
	}
	return false
}

// rootName is the variable at the root of x.y[i].z as "folder.name", of this
// package or of another of the project; "" when there is none.
func (f *file) rootName(x ast.Expr) string {
	for {
		switch e := x.(type) {
		case *ast.Ident:
			return f.dir() + "." + e.Name
		case *ast.SelectorExpr:
			if dir, ok := strings.CutPrefix(f.imported(e.X), module+"/"); ok {
				return dir + "." + e.Sel.Name
			}
			x = e.X
		case *ast.IndexExpr:
			x = e.X
		case *ast.SliceExpr:
			x = e.X
		case *ast.StarExpr:
			x = e.X
		case *ast.ParenExpr:
			x = e.X
		default:
			return ""
		}
	}
}

func TestControlsOfInit(t *testing.T) {
	controls(t, inits, []control{
		{"init", "internal/base/x.go", "package x\nfunc init() {}", []string{"func init"}},
		{"a method of that name", "internal/base/x.go", "package x\ntype t int\nfunc (t) init() {}", nil},
	})
}

func TestControlsOfState(t *testing.T) {
	const p = "internal/engine/job/x.go"
	controls(t, state, []control{
		{"nothing given", p, "package x\nvar count int", []string{"count"}},
		{"a number", p, "package x\nvar limit = 5", []string{"limit"}},
		{"a map to fill", p, "package x\nvar cache = make(map[string]int)", []string{"cache"}},
		{"a pointer", p, "package x\nvar one = &struct{}{}", []string{"one"}},
		{"a function", p, "package x\nvar now = func() int { return 1 }", []string{"now"}},
		{"a lock", p, "package x\nimport \"sync\"\nvar lock = sync.Mutex{}", []string{"lock"}},
		{"any call", p, "package x\nimport \"time\"\nvar start = time.Now()", []string{"start"}},
		{"a pool", p, "package x\nimport \"sync\"\nvar pool = sync.Pool{New: func() any { return nil }}", nil},
		{"a sentinel", p, "package x\nimport \"errors\"\nvar ErrGone = errors.New(\"gone\")", nil},
		{"a sentinel of fault", p, "package x\nimport \"kontor.example/internal/base/fault\"\nvar gone = fault.New(\"x\")\nvar also = fault.NotFound", nil},
		{"an expression", p, "package x\nimport re \"regexp\"\nvar word = re.MustCompile(`a`)", nil},
		{"an assertion", p, "package x\nvar _ error = (*t)(nil)\ntype t struct{ error }", nil},
		{"an embed", p, "package x\nimport _ \"embed\"\n//go:embed a.txt\nvar text string", nil},
		{"an embed in a group", p, "package x\nimport _ \"embed\"\nvar (\n//go:embed a.txt\ntext string\n)", nil},
		{"computed once", p, "package x\nimport \"sync\"\nvar table = sync.OnceValue(func() int { return 1 })", nil},
		{"a table", p, "package x\nvar days = [...]string{\"Mo\"}\nfunc f() string { return days[0] }", nil},
		{"a table of bytes", p, "package x\nvar head = []byte(\"<\")", nil},
		{"a table written to", p, "package x\nvar days = []string{\"Mo\"}\nfunc f() { days[0] = \"Tu\" }", []string{"days"}},
		{"a table appended to", p, "package x\nvar days = []string{}\nfunc f() { days = append(days, \"\") }", []string{"days"}},
		{"a map deleted from", p, "package x\nvar days = map[int]int{}\nfunc f() { delete(days, 1) }", []string{"days"}},
		{"a table sorted", p, "package x\nimport \"slices\"\nvar days = []int{}\nfunc f() { slices.Sort(days) }", []string{"days"}},
		{"a table whose address is taken", p, "package x\nvar day = struct{ a int }{}\nfunc f() *int { return &day.a }", []string{"day"}},
		{"a counter", p, "package x\nvar day = struct{ a int }{}\nfunc f() { day.a++ }", []string{"day"}},
		{"a test", "internal/engine/job/x_test.go", "package x\nvar count int", nil},
	})

	t.Run("a table written to from another package", func(t *testing.T) {
		found := state(planted(t, map[string]string{
			"internal/base/date/x.go":  "package date\nvar Days = []string{\"Mo\"}",
			"internal/engine/job/x.go": "package job\nimport \"kontor.example/internal/base/date\"\nfunc f() { date.Days[0] = \"\" }",
		}))
		if len(found) != 1 || found[0].what != "Days" {
			t.Errorf("found %v, want Days", found)
		}
	})
}
