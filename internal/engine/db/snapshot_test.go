package db_test

import (
	"testing"
	"testing/fstest"

	"kontor.example/internal/engine/db"
	"kontor.example/internal/kontortest"
)

// A snapshot stands still from its first statement on, nobody waits for it, and nothing is written in it.
func TestASnapshotStandsStill(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		d := open(t, url)
		if _, err := d.Migrate(t.Context(), fstest.MapFS{"0001_a.sql": {Data: []byte("CREATE TABLE a (x TEXT NOT NULL);\n")}}); err != nil {
			t.Fatal(err)
		}
		add := func(d *db.DB) error {
			return d.Tx(t.Context(), func(tx *db.DB) error {
				_, err := tx.Exec(t.Context(), `INSERT INTO a (x) VALUES ('x')`)
				return err
			})
		}
		rows := func(d *db.DB) (n int) {
			if err := d.Row(t.Context(), []any{&n}, `SELECT COUNT(*) FROM a`); err != nil {
				t.Fatal(err)
			}
			return n
		}
		err := d.Snapshot(t.Context(), func(tx *db.DB) error {
			if n := rows(tx); n != 0 {
				t.Errorf("%d rows before anything was written", n)
			}
			if err := add(d); err != nil { // another connection
				return err
			}
			if in, out := rows(tx), rows(d); in != 0 || out != 1 {
				t.Errorf("%d rows in the snapshot and %d outside, want 0 and 1", in, out)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
		if err := d.Snapshot(t.Context(), add); err == nil {
			t.Error("a snapshot took something down")
		}
		if n := rows(d); n != 1 {
			t.Errorf("%d rows in the end, want 1", n)
		}
	})
}
