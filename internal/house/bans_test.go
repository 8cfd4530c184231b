package house_test

import (
	"slices"
	"strings"
	"testing"
)

// Each ban by name: one that falls out of the list of bans is missed here.
func TestEveryBanIsKept(t *testing.T) {
	for _, call := range []string{
		"time.Now", "time.Since", "time.Until", "os.Getenv", "os.LookupEnv", "os.Environ", "os.ExpandEnv", "os.Exit",
		"fmt.Print", "fmt.Printf", "fmt.Println",
		"log/slog.Info", "log/slog.Error", "log/slog.SetDefault", "log/slog.Default", "log/slog.InfoContext",
		"net/http.Error", "net/http.NotFound", "net/http.Handle", "net/http.HandleFunc", "net/http.DefaultServeMux",
		"net/http.DefaultClient", "net/http.Get", "net/http.Post", "net/http.ListenAndServe",
		"database/sql.Open", "database/sql.OpenDB",
	} {
		pkg, name := call[:strings.LastIndex(call, ".")], call[strings.LastIndex(call, ".")+1:]
		source := "package x\nimport \"" + pkg + "\"\nvar _ = " + pkg[strings.LastIndex(pkg, "/")+1:] + "." + name
		found := calls(planted(t, map[string]string{"internal/domain/place/x.go": source}))
		if len(found) != 1 || !strings.HasPrefix(found[0].what, call+":") {
			t.Errorf("%s in a room: found %v", call, found)
		}
	}
}

func TestEveryForeignPackageKeepsToItsRoom(t *testing.T) {
	for pkg, room := range map[string]string{
		"modernc.org/sqlite":                 "internal/engine/db",
		"github.com/jackc/pgx/v5/stdlib":     "internal/engine/db",
		"github.com/pressly/goose/v3":        "internal/engine/db",
		"github.com/spf13/cobra":             "internal/app",
		"github.com/chromedp/cdproto/page":   "internal/kontortest/browser.go",
		"golang.org/x/text/language/display": "nowhere",
		"golang.org/x/text/currency":         "nowhere",
		"golang.org/x/text/message":          "nowhere",
		"html/template":                      "nowhere",
		"log":                                "nowhere",
		"unsafe":                             "nowhere",
	} {
		found := imports(planted(t, map[string]string{"internal/engine/record/x.go": "package x\nimport _ \"" + pkg + "\"\n"}))
		want := "imports " + pkg + ": it belongs in " + room
		if !slices.ContainsFunc(found, func(f finding) bool { return f.what == want }) {
			t.Errorf("%s in a machine: found %v", pkg, found)
		}
	}
}

func TestEveryStatementIsRecognised(t *testing.T) {
	for _, q := range []string{
		"SELECT 1 FROM a", "INSERT INTO a VALUES (1)", "UPDATE a SET x = 1", "DELETE FROM a", "WITH b AS (SELECT 1) SELECT 1",
		"CREATE TABLE a (x TEXT)", "ALTER TABLE a ADD x TEXT", "DROP TABLE a", "PRAGMA user_version", "TRUNCATE a",
	} {
		if found := sql(planted(t, map[string]string{"internal/serve/api/x.go": "package x\nconst q = `" + q + "`"})); len(found) != 1 {
			t.Errorf("%s in a door: found %v", q, found)
		}
	}
}
