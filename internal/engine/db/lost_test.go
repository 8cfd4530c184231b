package db_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/kontortest"
)

// A connection that broke passes: those who had it are told to come again, and the next one holds.
func TestALostConnectionIsNobodysFault(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		if strings.HasPrefix(url, "sqlite:") {
			return // it has no connection to lose
		}
		d, other := open(t, url), open(t, url)
		for i, later := range []int{0, 1} { // as the server says so, and as nobody says anything more
			err := d.Tx(t.Context(), func(tx *db.DB) error {
				var pid int
				if err := tx.Row(t.Context(), []any{&pid}, `SELECT pg_backend_pid()`); err != nil {
					return err
				}
				var done bool
				if err := other.Row(t.Context(), []any{&done}, `SELECT pg_terminate_backend($1, 5000)`, pid); err != nil || !done {
					return fmt.Errorf("not ended: %v, %w", done, err)
				}
				var err error
				for range later + 1 {
					err = tx.Row(t.Context(), []any{&pid}, `SELECT pg_backend_pid()`)
				}
				return err
			})
			if !errors.Is(err, fault.Unavailable) {
				t.Errorf("round %d: %T %v", i, err, err)
			}
		}
		var one int
		if err := d.Row(t.Context(), []any{&one}, `SELECT 1`); err != nil {
			t.Errorf("the next connection: %v", err)
		}
	})
}

// A server or a disk that cannot do now what it could do a moment ago is no fault of the program: those who ask are told to
// come again.
func TestWhatTheDatabaseCannotDoNow(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		d := open(t, url)
		cases := map[string][]string{ // what fails with the last statement
			"a lock takes too long":      {`DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '55P03'; END $$`},
			"a statement takes too long": {`DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '57014'; END $$`},
			"the disk is full":           {`DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '53100'; END $$`},
		}
		if strings.HasPrefix(url, "sqlite:") {
			cases = map[string][]string{"the disk is full": {`PRAGMA max_page_count = 2`, `CREATE TABLE a (x TEXT)`, `INSERT INTO a VALUES (zeroblob(100000))`}}
		}
		for name, statements := range cases {
			err := d.Tx(t.Context(), func(tx *db.DB) error {
				var err error
				for _, q := range statements {
					_, err = tx.Exec(t.Context(), q)
				}
				return err
			})
			if !errors.Is(err, fault.Unavailable) {
				t.Errorf("%s: %T %v", name, err, err)
			}
		}
	})
}

// A panic in a transaction leaves none open.
func TestAPanicUndoesTheTransaction(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		d := open(t, url)
		func() {
			defer func() { _ = recover() }()
			_ = d.Tx(t.Context(), func(tx *db.DB) error {
				_, _ = tx.Exec(t.Context(), `CREATE TABLE half (x TEXT)`)
				panic("boom")
			})
		}()
		err := d.Tx(t.Context(), func(tx *db.DB) error {
			_, err := tx.Exec(t.Context(), `CREATE TABLE half (x TEXT)`)
			return err
		})
		if err != nil {
			t.Errorf("after a panic: %v", err)
		}
		if strings.HasPrefix(url, "sqlite:") {
			return
		}
		var open int
		if err := d.Row(t.Context(), []any{&open}, `SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()
			AND state LIKE 'idle in transaction%'`); err != nil || open != 0 {
			t.Errorf("%d transactions are open, %v", open, err)
		}
	})
}

// Whoever comes too late to begin costs the writer of SQLite nothing: its connection and its statements stay.
func TestATransactionThatNeverBeganBreaksNothing(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		if !strings.HasPrefix(url, "sqlite:") {
			return
		}
		d := open(t, url)
		exec := func(q string) error {
			return d.Tx(t.Context(), func(tx *db.DB) error { _, err := tx.Exec(t.Context(), q); return err })
		}
		if err := exec(`CREATE TEMP TABLE mine (x TEXT)`); err != nil { // lives as long as the connection
			t.Fatal(err)
		}
		over, cancel := context.WithCancel(t.Context())
		cancel()
		for range 20 {
			if err := d.Tx(over, func(*db.DB) error { return nil }); !errors.Is(err, context.Canceled) {
				t.Fatal(err)
			}
		}
		if err := exec(`INSERT INTO mine VALUES ('x')`); err != nil {
			t.Errorf("the connection was replaced: %v", err)
		}
	})
}

// However many different statements come, those that come often stay prepared and all are answered.
func TestManyStatements(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		d := open(t, url)
		done := make(chan error, 4)
		for n := range cap(done) {
			go func() {
				var err error
				for i := range 600 {
					var got int
					if e := d.Row(t.Context(), []any{&got}, fmt.Sprintf(`SELECT %d`, i)); e != nil || got != i {
						err = fmt.Errorf("worker %d: %d, %w", n, got, e)
					}
				}
				done <- err
			}()
		}
		for range cap(done) {
			if err := <-done; err != nil {
				t.Error(err)
			}
		}
	})
}
