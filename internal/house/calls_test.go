package house_test

import (
	"go/ast"
	"slices"
	"testing"
)

// ban is a function that belongs to some rooms only.
type ban struct {
	pkg     string
	names   []string
	allowed []string // rooms; a command (package main) and tests are free
	instead string
}

var bans = []ban{
	{"time", []string{"Now", "Since", "Until"}, []string{"internal/app"}, "take the clock that is handed in"},
	{"os", []string{"Getenv", "LookupEnv", "Environ", "ExpandEnv"}, []string{"internal/app", "internal/base/config"}, "take what config has read"},
	{"fmt", []string{"Print", "Printf", "Println"}, []string{"internal/app"}, "write to the writer that is handed in"},
	{"os", []string{"Exit"}, []string{}, "return an error"},
	{"log/slog", []string{"Debug", "Info", "Warn", "Error", "Log", "SetDefault", "Default", "DebugContext", "InfoContext", "WarnContext", "ErrorContext"}, []string{"internal/app"}, "take the logger that is handed in"},
	{"net/http", []string{"Error"}, []string{}, "return a fault; the door renders it"},
	{"net/http", []string{"NotFound", "NotFoundHandler"}, []string{"internal/serve/web"}, "return a fault; the door renders it"},
	{"net/http", []string{"Handle", "HandleFunc", "DefaultServeMux", "DefaultClient", "Get", "Post", "ListenAndServe"}, []string{}, "a value of our own, with limits"},
	{"database/sql", []string{"Open", "OpenDB"}, []string{"internal/engine/db"}, "engine/db opens databases"},
}

// calls holds what reaches for the world outside in the rooms that may. A
// mention counts like a call: `now := time.Now` would be one way around.
func calls(files []*file) (found []finding) {
	for _, f := range files {
		if f.test() || f.program() {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				if pkg, name := f.selected(n); pkg != "" {
					found = append(found, f.banned(n, pkg, name)...)
				}
			case *ast.CallExpr:
				if id, ok := n.Fun.(*ast.Ident); ok && (id.Name == "println" || id.Name == "print") {
					found = append(found, f.at(n, "%s: write to the writer that is handed in", id.Name))
				}
			}
			return true
		})
	}
	return found
}

func (f *file) banned(n ast.Node, pkg, name string) (found []finding) {
	for _, b := range bans {
		in := func(room string) bool { return within(f.dir(), room) }
		if b.pkg == pkg && slices.Contains(b.names, name) && !slices.ContainsFunc(b.allowed, in) {
			found = append(found, f.at(n, "%s.%s: %s", pkg, name, b.instead))
		}
	}
	return found
}

func TestControlsOfCalls(t *testing.T) {
	const room, roof = "internal/domain/place/x.go", "internal/app/x.go"
	use := func(pkg, x string) string { return "package x\nimport \"" + pkg + "\"\nvar _ = " + x }
	controls(t, calls, []control{
		{"now", room, use("time", "time.Now()"), []string{"time.Now: take the clock that is handed in"}},
		{"now by another name", room, "package x\nimport zeit \"time\"\nvar _ = zeit.Now", []string{"time.Now: take the clock that is handed in"}},
		{"since", room, use("time", "time.Since(t)"), []string{"time.Since: take the clock that is handed in"}},
		{"now on the roof", roof, use("time", "time.Now()"), nil},
		{"now in a test", "internal/domain/place/x_test.go", use("time", "time.Now()"), nil},
		{"a duration", room, use("time", "time.Second"), nil},
		{"a method of that name", room, "package x\nfunc f(time struct{ Now func() }) { time.Now() }", nil},
		{"environment", room, use("os", "os.Getenv(\"X\")"), []string{"os.Getenv: take what config has read"}},
		{"environment in config", "internal/base/config/x.go", use("os", "os.LookupEnv"), nil},
		{"environment elsewhere in base", "internal/base/i18n/x.go", use("os", "os.LookupEnv"), []string{"os.LookupEnv: take what config has read"}},
		{"print", room, "package x\nimport \"fmt\"\nfunc f() { fmt.Println(1) }", []string{"fmt.Println: write to the writer that is handed in"}},
		{"print builtin", room, "package x\nfunc f() { println(1) }", []string{"println: write to the writer that is handed in"}},
		{"print in a command", "cmd/kontor/main.go", "package main\nimport \"fmt\"\nfunc main() { fmt.Println(1) }", nil},
		{"format", room, use("fmt", "fmt.Sprint(1)"), nil},
		{"the status is the door's", "internal/serve/api/x.go", use("net/http", "http.Error"), []string{"net/http.Error: return a fault; the door renders it"}},
		{"a handler is ours", roof, use("net/http", "http.DefaultServeMux"), []string{"net/http.DefaultServeMux: a value of our own, with limits"}},
		{"a database by itself", "internal/engine/record/x.go", use("database/sql", "sql.Open"), []string{"database/sql.Open: engine/db opens databases"}},
	})
}
