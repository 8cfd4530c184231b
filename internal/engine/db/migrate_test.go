package db_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"kontor.example/internal/engine/db"
	"kontor.example/internal/kontortest"
	"kontor.example/migrations"
)

func open(t *testing.T, url string) *db.DB {
	t.Helper()
	d, err := db.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return d
}

func TestMigrateTwiceChangesNothing(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		d := open(t, url)
		first, err := d.Migrate(t.Context(), migrations.FS)
		if err != nil {
			t.Fatal(err)
		}
		second, err := d.Migrate(t.Context(), migrations.FS)
		if err != nil || first.Stored != 0 || first.Program == 0 || second.Stored != first.Program || second.Program != first.Program {
			t.Fatalf("first %+v, second %+v, %v", first, second, err)
		}
	})
}

func TestNewerSchemaIsRefused(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		d := open(t, url)
		newer := fstest.MapFS{
			"0001_a.sql": {Data: []byte("CREATE TABLE a (x TEXT NOT NULL);\n")},
			"0002_b.sql": {Data: []byte("CREATE TABLE b (x TEXT NOT NULL);\n")},
		}
		if _, err := d.Migrate(t.Context(), newer); err != nil {
			t.Fatal(err)
		}
		delete(newer, "0002_b.sql")
		s, err := d.Migrate(t.Context(), newer)
		if !errors.Is(err, db.ErrTooNew) || s.Stored != 2 || s.Program != 1 {
			t.Fatalf("got %+v, %v", s, err)
		}
	})
}

func TestFailedMigrationLeavesNothing(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		d := open(t, url)
		broken := fstest.MapFS{"0001_a.sql": {Data: []byte("CREATE TABLE a (x TEXT NOT NULL);\nCREATE TABLE a (x TEXT NOT NULL);\n")}}
		if _, err := d.Migrate(t.Context(), broken); err == nil {
			t.Fatal("a broken migration passed")
		}
		err := d.Tx(context.Background(), func(tx *db.DB) error {
			_, err := tx.Exec(t.Context(), "SELECT x FROM a")
			return err
		})
		if err == nil {
			t.Fatal("table of a failed migration is there")
		}
	})
}

// A step of the schema may take longer than a statement of a request may; afterwards the limit holds again.
func TestAMigrationMayTakeItsTime(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		if strings.HasPrefix(url, "sqlite:") {
			return // no statement of it has a limit of its own
		}
		d := open(t, url)
		step := fstest.MapFS{"0001_a.sql": {Data: []byte("CREATE TABLE a AS SELECT current_setting('statement_timeout') AS x;\n")}}
		if _, err := d.Migrate(t.Context(), step); err != nil {
			t.Fatal(err)
		}
		var within, after string
		if err := d.Row(t.Context(), []any{&within, &after}, `SELECT x, current_setting('statement_timeout') FROM a`); err != nil || within != "0" || after == "0" {
			t.Errorf("limit %q in a step, %q after it, %v", within, after, err)
		}
	})
}
