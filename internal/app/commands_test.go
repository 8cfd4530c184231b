package app_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kontor.example/internal/app"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/kontortest"
)

// A mistake on the command line ends with 2, names the flag and what is allowed, and says where to read more; what could
// not be done ends with 1. Nothing that fails so leaves a folder.
func TestExitCodes(t *testing.T) {
	for _, c := range []struct {
		args string
		code int
		says []string
	}{
		{"token create", 2, []string{"--name is missing", "--role is missing: viewer, editor or admin", "See 'kontor token create --help'."}},
		{"token create --role admin", 2, []string{"--name is missing", "--help"}},
		{"token create --name x", 2, []string{"--role is missing: viewer, editor or admin", "--help"}},
		{"token create --name x --role wizard", 2, []string{`--role "wizard"`, "viewer, editor or admin", "--help"}},
		{"token create --name x --role editor", 2, []string{"--office is missing", "editor", "--help"}},
		{"token create --name x --role viewer", 2, []string{"--office is missing", "viewer", "--help"}},
		{"token create --name x --role admin --days 0", 2, []string{"--days", "1 to 365", "--help"}},
		{"token create --name x --role admin --days 9999", 2, []string{"--days", "1 to 365", "--help"}},
		{"token create --name x --role admin --days week", 2, []string{"--days", "1 to 365", "--help"}},
		{"token revoke", 2, []string{"PREFIX is missing", "See 'kontor token revoke --help'."}},
		{"token revoke a b", 2, []string{"one PREFIX", "--help"}},
		{"job retry", 2, []string{"ID is missing", "--help"}},
		{"token dance", 2, []string{`unknown command "dance"`, "See 'kontor token --help'."}},
		{"serve now", 2, []string{`unknown command "now"`, "See 'kontor serve --help'."}},
		{"serve --dance", 2, []string{"unknown flag: --dance", "See 'kontor serve --help'."}},
		{"serve --addr here", 2, []string{"--addr: addr must be HOST:PORT"}},
		{"token list", 1, []string{"there is no database in the folder"}},
		{"token revoke kontor_3fa9c", 1, []string{"there is no database in the folder"}},
		{"job list", 1, []string{"there is no database in the folder"}},
		{"job retry j1", 1, []string{"there is no database in the folder"}},
		{"doctor", 1, []string{"there is no database in the folder"}},
		{"doctor now", 2, []string{"--help"}},
	} {
		dir := filepath.Join(t.TempDir(), "data")
		var stdout, stderr bytes.Buffer
		args := strings.Fields(c.args)
		if args[0] != "serve" && !strings.HasSuffix(c.args, "dance") {
			args = append(args, "--data", dir)
		}
		if code := app.Run(t.Context(), args, nil, &stdout, &stderr); code != c.code {
			t.Errorf("%s: exit code %d, want %d", c.args, code, c.code)
		}
		for _, s := range c.says {
			if !strings.Contains(stderr.String(), s) {
				t.Errorf("%s: %q is missing in: %s", c.args, s, stderr.String())
			}
		}
		if strings.Contains(stderr.String(), "usage:") || stdout.Len() > 0 {
			t.Errorf("%s: %s%s", c.args, stdout.String(), stderr.String())
		}
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("%s left a folder", c.args)
		}
	}
}

// An address that the driver does not understand is a wrong setting, whatever command meets it.
func TestADatabaseAddressIsChecked(t *testing.T) {
	for _, url := range []string{"postgres://u:secret@h:99999/x?foo=1", "postgres://u:secret@h/x?sslmode=zz", "postgres://h/x?password=secret&connect_timeout=z"} {
		for _, command := range []string{"config check", "serve", "demo", "migrate", "token list"} {
			_, stderr, code := on(t, url, strings.Fields(command)...)
			if code != 2 || !strings.Contains(stderr, "KONTOR_DATABASE_URL: database_url is not understood: ") || strings.Contains(stderr, "secret") {
				t.Errorf("%s with %s: %d %s", command, url, code, stderr)
			}
		}
	}
}

func TestEveryHelpHasAnExample(t *testing.T) {
	for _, c := range []string{
		"", "demo", "serve", "migrate", "version", "config", "config check", "job", "job list", "job retry", "doctor",
		"token", "token create", "token list", "token revoke",
	} {
		var stdout, stderr bytes.Buffer
		code := app.Run(t.Context(), append(strings.Fields(c), "--help"), nil, &stdout, &stderr)
		if code != 0 || !strings.Contains(stdout.String(), "Examples:\n  kontor "+c) {
			t.Errorf("kontor %s --help: %d %s", c, code, stdout.String())
		}
	}
}

// on runs the command line on the database at url.
func on(t *testing.T, url string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	var out, problems bytes.Buffer
	environ := []string{"KONTOR_DATABASE_URL=" + url}
	if path, ok := strings.CutPrefix(url, "sqlite:"); ok {
		environ = []string{"KONTOR_DATA_DIR=" + filepath.Dir(path)}
	}
	code = app.Run(t.Context(), args, environ, &out, &problems)
	return out.String(), problems.String(), code
}

func TestTokensNameTheirOffice(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		newTown(t, url)
		for _, order := range [][]string{
			{"--role", "editor", "--office", "hannover", "--name", "of the desk", "--days", "365"},
			{"--role", "admin", "--name", "of all", "--days", "1"},
		} {
			if _, stderr, code := on(t, url, append([]string{"token", "create"}, order...)...); code != 0 {
				t.Fatalf("create %v: %d %s", order, code, stderr)
			}
		}
		list, stderr, code := on(t, url, "token", "list")
		if code != 0 || !strings.Contains(list, "\teditor\thannover\tof the desk\tvalid until ") || !strings.Contains(list, "\tadmin\t-\tof all\tvalid until ") {
			t.Errorf("list: %d %s%s", code, list, stderr)
		}
		_, stderr, code = on(t, url, "token", "create", "--name", "x", "--role", "editor", "--office", "atlantis")
		if code != 1 || !strings.Contains(stderr, `there is no office "atlantis"`) {
			t.Errorf("an office that is not there: %d %s", code, stderr)
		}
		_, stderr, code = on(t, url, "token", "create", "--name", strings.Repeat("x", 200), "--role", "admin")
		if code != 2 || !strings.Contains(stderr, "--name is too long: 120 bytes at most") {
			t.Errorf("a long name: %d %s", code, stderr)
		}
	})
}

// To look into an existing database changes nothing about who may.
func TestCommandsRunOnADatabaseThatIsThere(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		if _, stderr, code := on(t, url, "migrate"); code != 0 {
			t.Fatalf("migrate: %d %s", code, stderr)
		}
		if there, err := db.Exists(url); !there || err != nil {
			t.Fatalf("%t, %v", there, err)
		}
		for _, c := range []string{"token list", "job list"} {
			if out, stderr, code := on(t, url, strings.Fields(c)...); code != 0 || out != "" {
				t.Errorf("%s: %d %s%s", c, code, out, stderr)
			}
		}
	})
}
