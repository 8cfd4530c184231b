package db

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"time"
)

// A transaction collects what is to be done last.
type transaction struct {
	q    querier
	last []step
}

// A step is done just before commit.
type step struct {
	key string
	do  func(tx *DB) error
}

// attempts is how often a transaction is tried that lost against another one.
const attempts = 10

// Tx runs f in a transaction, in d's own if it is one already. Where the database undid the transaction in favour of
// another one, f runs again, so it may do nothing that a second run would double outside of the database.
func (d *DB) Tx(ctx context.Context, f func(tx *DB) error) error {
	return d.transact(ctx, true, f)
}

// TxUnsynced is Tx for what can be made anew from what else is stored: its commit does not wait for the disk. With the power,
// though not with the process, the last of such transactions may be lost, each of them whole and none without those after
// it; whatever Tx commits later is on the disk, and they with it. In d's own transaction it is that one.
func (d *DB) TxUnsynced(ctx context.Context, f func(tx *DB) error) error {
	return d.transact(ctx, false, f)
}

func (d *DB) transact(ctx context.Context, synced bool, f func(tx *DB) error) error {
	if d.tx != nil {
		return f(d)
	}
	var err error
	for n := range attempts {
		err = d.engine.transact(ctx, synced, func(q querier) error {
			tx := &DB{engine: d.engine, tx: &transaction{q: q}}
			if err := f(tx); err != nil {
				return err
			}
			return tx.runLast()
		})
		if err == nil || !d.engine.retryable(err) || n == attempts-1 || !pause(ctx, 4<<n) {
			break
		}
	}
	return d.engine.translate(err)
}

// Snapshot runs f on the database as it stands at its first statement, whatever is written meanwhile; in d's own transaction
// if it is one. f only reads, and nobody waits for it.
func (d *DB) Snapshot(ctx context.Context, f func(tx *DB) error) error {
	if d.tx != nil {
		return f(d)
	}
	return d.engine.translate(d.engine.snapshot(ctx, func(q querier) error {
		return f(&DB{engine: d.engine, tx: &transaction{q: q}})
	}))
}

// pause waits for some of so many milliseconds; it returns false if ctx ended.
func pause(ctx context.Context, most int) bool {
	wait := time.Duration(rand.IntN(1+most)) * time.Millisecond // #nosec G404 -- only spreads retries in time
	select {
	case <-time.After(wait):
		return ctx.Err() == nil
	case <-ctx.Done():
		return false
	}
}

// BeforeCommit has do run last in the transaction, in the order of the keys. What many writers touch, such as the head
// of an office, is taken there: taken earlier, writers who take two of them in opposite order lock each other out. Steps
// with the same key run in the order in which they were asked for.
func (d *DB) BeforeCommit(key string, do func(tx *DB) error) error {
	if d.tx == nil {
		return errors.New("before commit outside of a transaction")
	}
	d.tx.last = append(d.tx.last, step{key, do})
	return nil
}

func (d *DB) runLast() error {
	slices.SortStableFunc(d.tx.last, func(a, b step) int { return strings.Compare(a.key, b.key) })
	for _, s := range d.tx.last {
		if err := s.do(d); err != nil {
			return err
		}
	}
	return nil
}
