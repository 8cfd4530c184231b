package db_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kontor.example/internal/engine/db"
	"kontor.example/internal/kontortest"
)

// Only what can be made anew does not wait for the disk, and nothing of that stays behind for those who write next, however
// it ended.
func TestUnsyncedEndsWithItsTransaction(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		d := open(t, url)
		setting, synced, not := "SHOW synchronous_commit", "on", "off"
		if strings.HasPrefix(url, "sqlite:") {
			setting, synced, not = "PRAGMA synchronous", "2", "1"
		}
		stop := errors.New("stop")
		for round, end := range []func() error{func() error { return nil }, func() error { return stop }, func() error { panic(stop) }, func() error { return nil }} {
			during, after := "", ""
			func() {
				defer func() { _ = recover() }()
				err := d.TxUnsynced(t.Context(), func(tx *db.DB) error {
					if err := tx.Row(t.Context(), []any{&during}, setting); err != nil {
						return err
					}
					return end()
				})
				if err != nil && !errors.Is(err, stop) {
					t.Error(err)
				}
			}()
			err := d.Tx(t.Context(), func(tx *db.DB) error {
				return errors.Join(tx.Row(t.Context(), []any{&after}, setting), tx.TxUnsynced(t.Context(), func(inner *db.DB) error {
					if inner != tx {
						t.Error("another transaction within one")
					}
					return nil
				}))
			})
			if err != nil || during != not || after != synced {
				t.Errorf("round %d: %s during, %s after, %v", round, during, after, err)
			}
		}
	})
}

// What is written unsynced moves into the file of SQLite beside those who write, not in a commit for which they wait: after
// some such transactions it stands there, while the log is far from as long as makes a commit move it.
func TestUnsyncedMovesIntoTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kontor.db")
	d := open(t, "sqlite:"+path)
	exec := func(tx func(f func(*db.DB) error) error, q string) {
		t.Helper()
		if err := tx(func(tx *db.DB) error { _, err := tx.Exec(t.Context(), q); return err }); err != nil {
			t.Fatal(err)
		}
	}
	synced := func(f func(*db.DB) error) error { return d.Tx(t.Context(), f) }
	unsynced := func(f func(*db.DB) error) error { return d.TxUnsynced(t.Context(), f) }
	inFile := func(want string) bool { // the log is not looked at
		t.Helper()
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Contains(string(file), want)
	}
	exec(synced, `CREATE TABLE a (x TEXT)`)
	for range 20 {
		exec(synced, `INSERT INTO a VALUES ('written as ever')`)
	}
	if inFile("written as ever") {
		t.Fatal("a commit moved the log already")
	}
	for n := range 8 {
		if n == 7 && inFile("written") {
			t.Error("the log was moved into the file before there was much in it")
		}
		exec(unsynced, `INSERT INTO a VALUES ('written anew')`)
	}
	if !inFile("written as ever") || !inFile("written anew") {
		t.Error("the log was not moved into the file")
	}
}

// Who is gone when a transaction is through has it committed by SQLite all the same, and is told so; the next one waits for the
// disk again. PostgreSQL undoes what is cancelled before its commit.
func TestAnUnsyncedTransactionIsCommittedThoughNobodyWaits(t *testing.T) {
	d := open(t, kontortest.SQLite(t))
	ctx, cancel := context.WithCancel(t.Context())
	if err := d.TxUnsynced(ctx, func(*db.DB) error { cancel(); return nil }); err != nil {
		t.Errorf("committed, and told %v", err)
	}
	level := ""
	err := d.Tx(t.Context(), func(tx *db.DB) error { return tx.Row(t.Context(), []any{&level}, "PRAGMA synchronous") })
	if err != nil || level != "2" {
		t.Errorf("then synchronous is %s, %v", level, err)
	}
}
