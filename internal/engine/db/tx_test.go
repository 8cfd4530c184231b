package db_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"kontor.example/internal/engine/db"
	"kontor.example/internal/kontortest"
)

// What many writers touch is taken in one order by all of them, whatever the order in which they came to it.
func TestLastStepsRunInTheOrderOfTheirKeys(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		d := open(t, url)
		var done []string
		step := func(tx *db.DB, key, name string) error {
			return tx.BeforeCommit(key, func(*db.DB) error { done = append(done, name); return nil })
		}
		err := d.Tx(t.Context(), func(tx *db.DB) error {
			done = nil
			return errors.Join(step(tx, "b", "b1"), step(tx, "c", "c"), step(tx, "a", "a"), step(tx, "b", "b2"))
		})
		if want := []string{"a", "b1", "b2", "c"}; err != nil || !slices.Equal(done, want) {
			t.Errorf("ran %v, %v, want %v", done, err, want)
		}
		done = nil
		stop := errors.New("stop")
		err = d.Tx(t.Context(), func(tx *db.DB) error { return errors.Join(step(tx, "a", "a"), stop) })
		if !errors.Is(err, stop) || len(done) > 0 {
			t.Errorf("of a transaction that failed ran %v, %v", done, err)
		}
	})
}

// What an acknowledged commit, a reference and a statement without end rest on are settings of each connection.
func TestConnectionsAreSetAsPromised(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		d := open(t, url)
		ask := func(d *db.DB, q string) (v string) {
			t.Helper()
			if err := d.Row(t.Context(), []any{&v}, q); err != nil {
				t.Fatal(err)
			}
			return v
		}
		check := func(where string, d *db.DB, want map[string]string) {
			t.Helper()
			for q, v := range want {
				if got := ask(d, q); got != v {
					t.Errorf("%s: %s is %s, not %s", where, q, got, v)
				}
			}
		}
		reader, writer := map[string]string{
			"SHOW statement_timeout": "5s", "SHOW lock_timeout": "5s", "SHOW idle_in_transaction_session_timeout": "15s", "SHOW timezone": "UTC", "SHOW synchronous_commit": "on",
		}, map[string]string{"SHOW statement_timeout": "5s"}
		if strings.HasPrefix(url, "sqlite:") {
			reader = map[string]string{"PRAGMA query_only": "1", "PRAGMA foreign_keys": "1", "PRAGMA trusted_schema": "0", "PRAGMA busy_timeout": "5000", "PRAGMA mmap_size": "2147418112"}
			writer = map[string]string{
				"PRAGMA synchronous": "2", "PRAGMA journal_mode": "wal", "PRAGMA foreign_keys": "1", "PRAGMA secure_delete": "1",
				"PRAGMA trusted_schema": "0", "PRAGMA busy_timeout": "5000", "PRAGMA mmap_size": "0",
			}
		}
		check("reader", d, reader)
		if err := d.Tx(t.Context(), func(tx *db.DB) error { check("writer", tx, writer); return nil }); err != nil {
			t.Fatal(err)
		}
	})
}

// Two transactions that wait for each other: the database undoes one of them, and it runs again.
func TestATransactionThatWasUndoneRunsAgain(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		d := open(t, url)
		tables := fstest.MapFS{"0001_a.sql": {Data: []byte("CREATE TABLE a (x TEXT NOT NULL, n INTEGER NOT NULL);\nINSERT INTO a VALUES ('one', 0), ('two', 0);\n")}}
		if _, err := d.Migrate(t.Context(), tables); err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(url, "sqlite:") {
			return // it has one writer, and nothing to undo
		}
		var mu sync.Mutex
		runs := 0
		var met, done sync.WaitGroup
		met.Add(2)
		raise := func(first, second string) {
			began := false
			err := d.Tx(t.Context(), func(tx *db.DB) error {
				mu.Lock()
				runs++
				mu.Unlock()
				if err := add(t.Context(), tx, first); err != nil {
					return err
				}
				if !began { // each holds its first row before it wants the other's
					began = true
					met.Done()
					met.Wait()
				}
				return add(t.Context(), tx, second)
			})
			if err != nil {
				t.Error(err)
			}
		}
		done.Go(func() { raise("one", "two") })
		done.Go(func() { raise("two", "one") })
		done.Wait()
		var sum int
		if err := d.Row(t.Context(), []any{&sum}, `SELECT CAST(SUM(n) AS INTEGER) FROM a`); err != nil || sum != 4 || runs < 3 {
			t.Errorf("sum %d after %d runs, %v", sum, runs, err)
		}
	})
}

func add(ctx context.Context, tx *db.DB, x string) error {
	_, err := tx.Exec(ctx, `UPDATE a SET n = n + 1 WHERE x = $1`, x)
	return err
}
