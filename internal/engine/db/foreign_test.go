package db_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kontor.example/internal/engine/db"
	"kontor.example/internal/kontortest"
	"kontor.example/migrations"
)

// A file of another program is refused by name, and not a byte of it changes; so is one that is no database.
func TestAForeignFileIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kontor.db")
	foreign, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := foreign.ExecContext(t.Context(), "CREATE TABLE record (id TEXT); INSERT INTO record VALUES ('theirs')"); err != nil {
		t.Fatal(err)
	}
	if err := foreign.Close(); err != nil {
		t.Fatal(err)
	}
	refused := func(want error) {
		t.Helper()
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, err = db.Open(t.Context(), "sqlite:"+path)
		if err == nil || want != nil && !errors.Is(err, want) || !strings.Contains(err.Error(), path) {
			t.Errorf("got %v", err)
		}
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
			t.Errorf("the file changed, %v", err)
		}
		if files, err := os.ReadDir(filepath.Dir(path)); err != nil || len(files) != 1 {
			t.Errorf("beside it: %v, %v", files, err)
		}
	}
	refused(db.ErrForeign)
	if err := os.WriteFile(path, []byte(strings.Repeat("no database", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	refused(nil)
}

// On a server the schema where Kontor would make its tables must hold none of others.
func TestAForeignSchemaIsRefused(t *testing.T) {
	d := open(t, kontortest.Postgres(t))
	if fresh, err := d.Fresh(t.Context()); !fresh || err != nil {
		t.Errorf("at first: %t, %v", fresh, err)
	}
	if err := d.Tx(t.Context(), func(tx *db.DB) error {
		_, err := tx.Exec(t.Context(), `CREATE TABLE record (id TEXT)`)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Migrate(t.Context(), migrations.FS); !errors.Is(err, db.ErrForeign) || !strings.Contains(err.Error(), "record") {
		t.Errorf("got %v", err)
	}
	var n int
	if err := d.Row(context.Background(), []any{&n}, `SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema()`); err != nil || n != 1 {
		t.Errorf("%d tables, %v", n, err)
	}
}

func TestADatabaseIsFreshUntilItIsMigrated(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		d := open(t, url)
		for _, want := range []bool{true, false} {
			if fresh, err := d.Fresh(t.Context()); fresh != want || err != nil {
				t.Errorf("%t, %v; want %t", fresh, err, want)
			}
			if _, err := d.Migrate(t.Context(), migrations.FS); err != nil {
				t.Fatal(err)
			}
		}
	})
}
