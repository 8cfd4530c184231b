package house_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the path of the project's module.
const module = "kontor.example"

// excused lists what breaks a rule for a reason. The key is the rule and the
// finding without its line, as the test prints it.
var excused = map[string]string{
	"state: internal/kontortest/golden.go: update": "go test's own way to take a flag; only tests see it",
	"state: internal/kontortest/engines.go: left":  "databases that outlive a test, which only the end of TestMain can take away",
}

// rules are all that a Go file is held to.
var rules = []rule{
	{"imports", imports},
	{"names", names},
	{"init", inits},
	{"state", state},
	{"calls", calls},
	{"sql", sql},
	{"machine paths", machinePaths},
	{"generated", generated},
	{"package comment", packageComments},
}

// rule reports what is wrong with a set of files.
type rule struct {
	name  string
	check func(files []*file) []finding
}

// finding is one fault: where, and what. What is stable while lines move.
type finding struct {
	path string
	line int
	what string
}

func TestTheHouseStands(t *testing.T) {
	files := project(t)
	used := map[string]bool{}
	for _, r := range rules {
		for _, f := range r.check(files) {
			key := fmt.Sprintf("%s: %s: %s", r.name, f.path, f.what)
			if _, ok := excused[key]; ok {
				used[key] = true
				continue
			}
			t.Errorf("%s:%d: %s: %s", f.path, f.line, r.name, f.what)
		}
	}
	for key := range excused {
		if !used[key] {
			t.Errorf("nothing needs this excuse any more: %s", key)
		}
	}
}

// The walk must see the project, or every rule would be kept by nobody.
func TestTheWholeProjectIsRead(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range project(t) {
		seen[f.path] = true
	}
	for _, want := range []string{"internal/house/house_test.go", "internal/kontortest/browser.go", "internal/base/fault/fault.go"} {
		if !seen[want] {
			t.Errorf("%s was not read", want)
		}
	}
}

// file is one parsed Go file.
type file struct {
	path string // from the project's root, with slashes
	set  *token.FileSet
	ast  *ast.File
}

// dir is the folder of the file, which is its package in this project.
func (f *file) dir() string { return path.Dir(f.path) }

// test tells whether only tests see the file: rules about what runs in a
// city's office do not bind it.
func (f *file) test() bool {
	return strings.HasSuffix(f.path, "_test.go") || within(f.dir(), "internal/kontortest")
}

// program tells whether the file is of a command: kontor itself, or a
// generator that a developer runs.
func (f *file) program() bool { return f.ast.Name.Name == "main" }

func (f *file) at(n ast.Node, format string, args ...any) finding {
	return finding{f.path, f.set.Position(n.Pos()).Line, fmt.Sprintf(format, args...)}
}

// imported is the path that a name before a dot stands for; "" when the name
// is no import of the file.
func (f *file) imported(x ast.Expr) string {
	id, ok := x.(*ast.Ident)
	if !ok {
		return ""
	}
	for _, spec := range f.ast.Imports {
		if importName(spec) == id.Name {
			return importPath(spec)
		}
	}
	return ""
}

// calls to pkg.Name: the import path and the name; "", "" for anything else.
func (f *file) selected(x ast.Expr) (pkg, name string) {
	s, ok := ast.Unparen(x).(*ast.SelectorExpr)
	if !ok {
		return "", ""
	}
	if pkg = f.imported(s.X); pkg == "" {
		return "", ""
	}
	return pkg, s.Sel.Name
}

func importPath(spec *ast.ImportSpec) string {
	p, err := strconv.Unquote(spec.Path.Value)
	if err != nil { // the parser has read it as a string
		panic(err)
	}
	return p
}

// importName is the name in the file: the last element of the path, but for a version.
func importName(spec *ast.ImportSpec) string {
	if spec.Name != nil {
		return spec.Name.Name
	}
	dir, base := path.Split(importPath(spec))
	if len(base) > 1 && base[0] == 'v' && strings.Trim(base[1:], "0123456789") == "" {
		base = path.Base(dir)
	}
	return base
}

// within tells whether a folder is another or lies in it.
func within(dir, room string) bool { return dir == room || strings.HasPrefix(dir, room+"/") }

// project parses every Go file of the module. Folders that the go command
// leaves out, and modules of their own (bench), are none of it.
func project(t *testing.T) []*file {
	t.Helper()
	set := token.NewFileSet()
	var files []*file
	walk(t, func(name string, d fs.DirEntry) {
		if path.Ext(name) != ".go" {
			return
		}
		parsed, err := parser.ParseFile(set, filepath.Join(root, name), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, &file{name, set, parsed})
	})
	return files
}

// root is the project's folder, seen from this package's.
const root = "../.."

// walk calls f for each file of the project by its path from the root.
func walk(t *testing.T, f func(name string, d fs.DirEntry)) {
	t.Helper()
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, p)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		if d.IsDir() {
			if name != "." && (d.Name()[0] == '.' && d.Name() != ".ci" || d.Name()[0] == '_' || d.Name() == "testdata" || nested(p)) {
				return filepath.SkipDir
			}
			return nil
		}
		f(name, d)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func nested(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}

// planted parses sources written into a test, path by path.
func planted(t *testing.T, sources map[string]string) []*file {
	t.Helper()
	set := token.NewFileSet()
	var files []*file
	for name, source := range sources {
		parsed, err := parser.ParseFile(set, name, source, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, &file{name, set, parsed})
	}
	return files
}

// control is one planted file and what a rule must find in it: its findings'
// texts, sorted; none for a source that must pass.
type control struct {
	name, path, source string
	want               []string
}

func controls(t *testing.T, check func([]*file) []finding, cases []control) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range check(planted(t, map[string]string{c.path: c.source})) {
				got = append(got, f.what)
			}
			slices.Sort(got)
			if !slices.Equal(got, c.want) {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}
