package db_test

import (
	"context"
	"errors"
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
		if err != nil || first != second || first.Stored != first.Program || first.Stored == 0 {
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
