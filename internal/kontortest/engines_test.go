package kontortest_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"kontor.example/internal/kontortest"
)

func TestEachHandsOutFreshDatabases(t *testing.T) {
	seen := map[string]bool{}
	kontortest.Each(t, func(t *testing.T, url string) {
		if seen[url] {
			t.Errorf("%s was handed out twice", url)
		}
		seen[url] = true
		if path, ok := strings.CutPrefix(url, "sqlite:"); ok {
			if _, err := os.Stat(path); !os.IsNotExist(err) {
				t.Errorf("%s is there already (%v)", path, err)
			}
		}
	})
	if len(seen) == 0 {
		t.Error("no engine ran")
	}
}

func TestPostgresIsEmptyDroppedAndSortsAsTold(t *testing.T) {
	if only := os.Getenv("KONTOR_TEST_ENGINE"); only == "sqlite" {
		t.Skip("KONTOR_TEST_ENGINE=sqlite")
	}
	for locale, want := range map[string]string{"": "Zebra zeit Äpfel", "de-DE": "Äpfel Zebra zeit"} {
		t.Run("locale "+locale, func(t *testing.T) {
			t.Setenv("KONTOR_TEST_DATABASE_LOCALE", locale)
			var fresh string
			t.Run("alive", func(t *testing.T) {
				fresh = kontortest.Postgres(t)
				if got := ask(t, fresh, `SELECT count(*)::text FROM pg_tables WHERE schemaname = 'public'`); got != "0" {
					t.Errorf("a fresh database has %s tables", got)
				}
				got := ask(t, fresh, `SELECT string_agg(w, ' ' ORDER BY w) FROM (VALUES ('Zebra'), ('zeit'), ('Äpfel')) AS v(w)`)
				if got != want {
					t.Errorf("sorted %q, want %q", got, want)
				}
			})
			if fresh == "" {
				t.Skip("no PostgreSQL")
			}
			if conn, err := pgx.Connect(context.Background(), fresh); err == nil {
				conn.Close(context.Background())
				t.Error("the database outlived its test")
			}
		})
	}
}

func ask(t *testing.T, url, query string) (answer string) {
	t.Helper()
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	if err := conn.QueryRow(ctx, query).Scan(&answer); err != nil {
		t.Fatal(err)
	}
	return answer
}
