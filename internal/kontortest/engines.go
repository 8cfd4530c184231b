package kontortest

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// Each runs f once per engine, as the subtests "sqlite" and "postgres", with
// the URL of a fresh, empty database that is gone when the subtest ends.
// SQLite always runs. PostgreSQL runs where KONTOR_TEST_DATABASE_URL names a
// cluster; without one it is skipped, or fails under KONTOR_TEST_ALL=1.
// The URL is all that f gets, so the engine itself can be tested with it.
func Each(t *testing.T, f func(t *testing.T, url string)) {
	t.Helper()
	only := os.Getenv("KONTOR_TEST_ENGINE")
	for _, engine := range []struct {
		name  string
		fresh func(testing.TB) string
	}{{"sqlite", SQLite}, {"postgres", Postgres}} {
		if only == "" || only == engine.name {
			t.Run(engine.name, func(t *testing.T) { f(t, engine.fresh(t)) })
		}
	}
}

// SQLite returns the URL, sqlite:PATH, of a database file that does not exist yet.
func SQLite(t testing.TB) string {
	return "sqlite:" + filepath.Join(t.TempDir(), "kontor.db")
}

// A Stock is what the databases of many tests hold alike.
type Stock struct {
	mu       sync.Mutex
	file     []byte // of SQLite, once it was filled
	database string // of PostgreSQL, once it was filled
}

// Fill has fill put the stock into the empty database at url, and close it
// again. On each engine that happens once: from then on the database is a copy
// of the first one, which takes milliseconds. A package that fills one on
// PostgreSQL has its TestMain call RunStocked.
func (s *Stock) Fill(t testing.TB, url string, fill func()) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	var err error
	if path, ok := strings.CutPrefix(url, "sqlite:"); ok {
		err = s.fillFile(path, fill)
	} else {
		err = s.fillDatabase(url, fill)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func (s *Stock) fillFile(path string, fill func()) (err error) {
	if s.file != nil {
		return os.WriteFile(path, s.file, 0o600)
	}
	fill()
	if _, err := os.Stat(path + "-wal"); err == nil {
		return fmt.Errorf("%s is not closed: what was last written is in its log alone", path)
	}
	s.file, err = os.ReadFile(path)
	return err
}

func (s *Stock) fillDatabase(at string, fill func()) error {
	u, err := url.Parse(at)
	if err != nil {
		return err
	}
	name := strings.TrimPrefix(u.Path, "/")
	if s.database == "" {
		if !left.cleared {
			return errors.New("a stock on PostgreSQL would stay for ever: TestMain does not call RunStocked")
		}
		fill()
		stock := "kontor_test_" + strings.ToLower(rand.Text()) // one stock may be filled by way of another
		if err := onCluster(cluster(), "CREATE DATABASE "+quote(stock)+" TEMPLATE "+quote(name)); err != nil {
			return err
		}
		s.database = stock
		left.mu.Lock()
		defer left.mu.Unlock()
		left.databases = append(left.databases, stock)
		return nil
	}
	if err := onCluster(cluster(), "DROP DATABASE "+quote(name)); err != nil {
		return err
	}
	return onCluster(cluster(), "CREATE DATABASE "+quote(name)+" TEMPLATE "+quote(s.database))
}

// left are the databases of all stocks.
var left struct {
	mu        sync.Mutex
	databases []string
	cleared   bool // in the end, by RunStocked
}

// RunStocked runs the tests of a package and takes its stocks away; it returns
// the exit code.
func RunStocked(m *testing.M) int {
	left.cleared = true
	code := m.Run()
	for _, name := range left.databases {
		if err := onCluster(cluster(), "DROP DATABASE "+quote(name)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = max(code, 1)
		}
	}
	return code
}

// cluster is the URL of the PostgreSQL cluster to test on, or empty.
func cluster() string { return os.Getenv("KONTOR_TEST_DATABASE_URL") }

// Postgres creates an empty database and returns its URL, postgres://…. The
// database is dropped when the test ends, whoever is still connected.
func Postgres(t testing.TB) string {
	t.Helper()
	cluster := cluster()
	if cluster == "" {
		missing(t, "KONTOR_TEST_DATABASE_URL names no PostgreSQL cluster to test on")
	}
	name := "kontor_test_" + strings.ToLower(rand.Text())
	fresh, err := withDatabase(cluster, name)
	if err != nil {
		t.Fatal(err)
	}
	create, err := createStatement(name, os.Getenv("KONTOR_TEST_DATABASE_LOCALE"))
	if err != nil {
		t.Fatal(err)
	}
	if err := onCluster(cluster, create); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := onCluster(cluster, "DROP DATABASE IF EXISTS "+quote(name)+" WITH (FORCE)"); err != nil {
			t.Error(err)
		}
	})
	return fresh
}

// createStatement is the SQL that makes the database. With a locale its text
// sorts as ICU does for that language, whatever locales the system has.
func createStatement(name, locale string) (string, error) {
	create := "CREATE DATABASE " + quote(name) + " TEMPLATE template0 ENCODING 'UTF8'"
	if locale == "" {
		return create, nil
	}
	if !regexp.MustCompile(`^[A-Za-z0-9-]+$`).MatchString(locale) {
		return "", fmt.Errorf("KONTOR_TEST_DATABASE_LOCALE: %q is no language tag", locale)
	}
	return create + " LOCALE_PROVIDER icu ICU_LOCALE '" + locale + "'", nil
}

// withDatabase is the URL of another database in the same cluster.
func withDatabase(cluster, name string) (string, error) {
	u, err := url.Parse(cluster)
	if err != nil || !strings.HasPrefix(u.Scheme, "postgres") {
		return "", fmt.Errorf("KONTOR_TEST_DATABASE_URL is not of the form postgres://…: %w", cmp.Or(err, os.ErrInvalid))
	}
	u.Path = "/" + name
	return u.String(), nil
}

// onCluster runs one statement on a connection of its own. A minute is far more
// than it takes; it ends a test whose cluster hangs.
func onCluster(cluster, statement string) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	conn, err := pgx.Connect(ctx, cluster)
	if err != nil {
		return fmt.Errorf("test cluster: %w", err)
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, statement); err != nil {
		return fmt.Errorf("test cluster: %s: %w", statement, err)
	}
	return nil
}

func quote(name string) string { return pgx.Identifier{name}.Sanitize() }
