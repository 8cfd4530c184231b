package house_test

import (
	"path"
	"slices"
	"strings"
	"testing"
)

// room is a part of the house. Imports go from a higher floor to a lower one.
type room struct {
	dir   string
	floor int
	// apart: the packages in this room do not import one another. A package
	// with those below it is one: domain/relation and domain/relation/x.
	apart bool
}

// rooms from the roof down. What people edit who need not know Go lies at the
// bottom: it is embedded by packages that import nothing of the house.
var rooms = []room{
	{"cmd", 7, true},
	{"internal/app", 6, false},
	{"internal/serve", 5, true},
	{"internal/flow", 4, false},
	{"internal/domain", 3, true},
	{"internal/engine", 2, false},
	{"internal/base", 1, false},
	{"assets", 0, true},
	{"locales", 0, true},
	{"migrations", 0, true},
	{"docs", 0, true},
}

// shared are packages in a room of its kind that the others there may import.
var shared = []string{"internal/serve/web"}

// only lists packages from outside that one file or folder alone may import.
var only = map[string]string{
	"github.com/chromedp":                 "internal/kontortest/browser.go",
	"modernc.org/sqlite":                  "internal/engine/db",
	"github.com/jackc/pgx":                "internal/engine/db",
	"github.com/pressly/goose":            "internal/engine/db",
	"github.com/spf13/cobra":              "internal/app",
	"golang.org/x/text/language/display":  "nowhere", // names of CLDR 32: Swasiland, Turkey
	"golang.org/x/text/currency":          "nowhere", // the same
	"golang.org/x/text/message":           "nowhere",
	"html/template":                       "nowhere", // pages are templ
	"log":                                 "nowhere", // slog, handed down
	"unsafe":                              "nowhere",
	"github.com/prometheus/client_golang": "internal/app",
}

// imports holds the direction of imports, and packages from outside in their rooms.
func imports(files []*file) (found []finding) {
	for _, f := range files {
		for _, spec := range f.ast.Imports {
			target := importPath(spec)
			if reason := refused(f, target); reason != "" {
				found = append(found, f.at(spec, "imports %s: %s", target, reason))
			}
		}
	}
	return found
}

// refused tells why a file may not import a package; "" when it may.
func refused(f *file, target string) string {
	own, isOwn := strings.CutPrefix(target, module+"/")
	if !isOwn {
		return refusedOutside(f, target)
	}
	if within(own, "internal/house") {
		return "nothing is to be had from the house's own tests"
	}
	if within(own, "internal/kontortest") {
		if f.test() {
			return ""
		}
		return "only tests use the tests' workbench"
	}
	if within(f.dir(), "internal/kontortest") || within(f.dir(), own) && f.test() {
		return ""
	}
	from, to := roomOf(f.dir()), roomOf(own)
	switch {
	case from == nil:
		return "the importing package stands in no room"
	case to == nil:
		return "it stands in no room"
	case from.floor == 7 && to.floor != 6:
		return "a command knows the roof only"
	case from.dir == "internal/engine" && to.dir == "internal/domain" && f.test():
		return "" // the engine is proven on the real rooms
	case from.floor < to.floor:
		return "imports go down only"
	case from.dir == to.dir && from.apart && member(f.dir(), from) != member(own, to) && !slices.Contains(shared, member(own, to)):
		return "rooms side by side do not know one another"
	case from.dir != to.dir && from.floor == to.floor:
		return "rooms side by side do not know one another"
	}
	return ""
}

func refusedOutside(f *file, target string) string {
	for pkg, place := range only {
		if target == "log/slog" {
			continue
		}
		if within(target, pkg) && !within(f.path, place) && !f.test() && !f.program() {
			return "it belongs in " + place
		}
	}
	if within(target, "github.com/chromedp") && f.path != only["github.com/chromedp"] {
		return "it belongs in " + only["github.com/chromedp"] // also among tests
	}
	return ""
}

func roomOf(dir string) *room {
	for i, r := range rooms {
		if within(dir, r.dir) {
			return &rooms[i]
		}
	}
	return nil
}

// member is the package within its room: "internal/domain/place" for what lies in it.
func member(dir string, r *room) string {
	first, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(dir, r.dir), "/"), "/")
	return path.Join(r.dir, first)
}

// names holds that every package stands in a room and has a name that says what it is.
func names(files []*file) (found []finding) {
	for _, f := range files {
		if f.dir() != "." && roomOf(f.dir()) == nil && !within(f.dir(), "internal/kontortest") && !within(f.dir(), "internal/house") {
			found = append(found, f.at(f.ast.Name, "%s is no room of the house", f.dir()))
		}
		switch name := strings.TrimSuffix(f.ast.Name.Name, "_test"); name {
		case "util", "utils", "common", "helper", "helpers", "model", "models", "misc", "shared", "lib":
			found = append(found, f.at(f.ast.Name, "package %s says nothing", name))
		}
	}
	return found
}

func TestControlsOfImports(t *testing.T) {
	importing := func(p string) string { return "package x\nimport _ \"" + p + "\"\n" }
	own := func(p string) string { return importing(module + "/" + p) }
	controls(t, imports, []control{
		{"command knows the roof", "cmd/kontor/main.go", own("internal/app"), nil},
		{"command reaches past it", "cmd/kontor/main.go", own("internal/engine/db"), []string{"imports kontor.example/internal/engine/db: a command knows the roof only"}},
		{"the roof knows all", "internal/app/x.go", own("internal/serve/portal"), nil},
		{"a door looks down", "internal/serve/portal/x.go", own("internal/domain/place"), nil},
		{"a door knows web", "internal/serve/api/x.go", own("internal/serve/web"), nil},
		{"web knows no door", "internal/serve/web/x.go", own("internal/serve/api"), []string{"imports kontor.example/internal/serve/api: rooms side by side do not know one another"}},
		{"a door knows no other", "internal/serve/api/x.go", own("internal/serve/portal"), []string{"imports kontor.example/internal/serve/portal: rooms side by side do not know one another"}},
		{"flow crosses rooms", "internal/flow/x.go", own("internal/domain/place"), nil},
		{"flow looks up", "internal/flow/x.go", own("internal/serve/web"), []string{"imports kontor.example/internal/serve/web: imports go down only"}},
		{"a room knows no other", "internal/domain/place/x.go", own("internal/domain/relation"), []string{"imports kontor.example/internal/domain/relation: rooms side by side do not know one another"}},
		{"nor do its tests", "internal/domain/place/x_test.go", own("internal/domain/relation"), []string{"imports kontor.example/internal/domain/relation: rooms side by side do not know one another"}},
		{"a room knows itself", "internal/domain/place/x.go", own("internal/domain/place/inner"), nil},
		{"a black-box test knows its package", "internal/domain/place/x_test.go", own("internal/domain/place"), nil},
		{"machines know one another", "internal/engine/record/x.go", own("internal/engine/db"), nil},
		{"a machine knows no room", "internal/engine/record/x.go", own("internal/domain/place"), []string{"imports kontor.example/internal/domain/place: imports go down only"}},
		{"the base knows no machine", "internal/base/date/x.go", own("internal/engine/db"), []string{"imports kontor.example/internal/engine/db: imports go down only"}},
		{"the base knows itself", "internal/base/date/x.go", own("internal/base/fault"), nil},
		{"SQL is embedded below", "internal/engine/db/x.go", own("migrations"), nil},
		{"tests use the workbench", "internal/engine/db/x_test.go", own("internal/kontortest"), nil},
		{"nothing else does", "internal/engine/db/x.go", own("internal/kontortest"), []string{"imports kontor.example/internal/kontortest: only tests use the tests' workbench"}},
		{"the workbench knows all", "internal/kontortest/app.go", own("internal/app"), nil},
		{"an unknown room", "internal/base/x.go", own("internal/cellar"), []string{"imports kontor.example/internal/cellar: it stands in no room"}},
		{"a driver at home", "internal/engine/db/x.go", importing("modernc.org/sqlite"), nil},
		{"a driver astray", "internal/domain/place/x.go", importing("github.com/jackc/pgx/v5"), []string{"imports github.com/jackc/pgx/v5: it belongs in internal/engine/db"}},
		{"chromedp astray in a test", "internal/serve/portal/x_test.go", importing("github.com/chromedp/chromedp"), []string{"imports github.com/chromedp/chromedp: it belongs in internal/kontortest/browser.go"}},
		{"old names", "internal/serve/portal/x.go", importing("golang.org/x/text/language/display"), []string{"imports golang.org/x/text/language/display: it belongs in nowhere"}},
		{"languages are matched", "internal/base/i18n/x.go", importing("golang.org/x/text/language"), nil},
	})
}

func TestControlsOfNames(t *testing.T) {
	controls(t, names, []control{
		{"a room", "internal/engine/db/x.go", "package db", nil},
		{"no room", "internal/cellar/x.go", "package cellar", []string{"internal/cellar is no room of the house"}},
		{"an empty name", "internal/base/util/x.go", "package util", []string{"package util says nothing"}},
	})
}
