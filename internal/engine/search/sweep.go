package search

import (
	"context"
	"database/sql"
	"errors"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/db"
)

// A heap is a table of the index, and how to take rows of a generation from it piece by piece: next is the generation
// after another, last the last of all, end the last key of a piece, take removes all up to there, and rest what is left. A
// piece has as many rows at most.
type heap struct {
	next, last, end, take, rest string
	rows                        int
}

var heaps = []heap{
	{
		`SELECT MIN(gen) FROM search_posting WHERE gen > $1`,
		`SELECT MAX(gen) FROM search_posting`,
		`SELECT class, word FROM search_posting WHERE gen = $1 ORDER BY class, word LIMIT 1 OFFSET $2 + 0`,
		`DELETE FROM search_posting WHERE gen = $1 AND (class, word) <= ($2, $3)`,
		`DELETE FROM search_posting WHERE gen = $1`,
		1000,
	},
	{
		`SELECT MIN(gen) FROM search_form WHERE gen > $1`,
		`SELECT MAX(gen) FROM search_form`,
		`SELECT form, word FROM search_form WHERE gen = $1 ORDER BY form, word LIMIT 1 OFFSET $2 + 0`,
		`DELETE FROM search_form WHERE gen = $1 AND (form, word) <= ($2, $3)`,
		`DELETE FROM search_form WHERE gen = $1`,
		1000,
	},
	{
		`SELECT MIN(gen) FROM search_doc WHERE gen > $1`,
		`SELECT MAX(gen) FROM search_doc`,
		`SELECT gen, num FROM search_doc WHERE gen = $1 ORDER BY num LIMIT 1 OFFSET $2 + 0`,
		`DELETE FROM search_doc WHERE gen = $1 AND (gen, num) <= ($2, $3)`,
		`DELETE FROM search_doc WHERE gen = $1`,
		200,
	},
}

// sweep removes the generations that neither answer nor are being written, in short transactions.
func (b *build) sweep(ctx context.Context) error {
	s, err := readState(ctx, b.x.db)
	if err != nil {
		return err
	}
	return b.sweepBut(ctx, s)
}

// sweepBut leaves what a state names, and all that is newer: another rebuild may have begun since it was read.
func (b *build) sweepBut(ctx context.Context, s state) error {
	for _, h := range heaps {
		for gen := int64(-1); ; {
			var next sql.NullInt64
			if err := b.x.db.Row(ctx, []any{&next}, h.next, gen); err != nil {
				return err
			}
			if !next.Valid {
				break
			}
			if gen = next.Int64; gen == s.gen || gen >= max(s.gen, s.building) {
				continue
			}
			if err := b.clear(ctx, h, gen); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *build) clear(ctx context.Context, h heap, gen int64) error {
	for done := false; !done; {
		err := b.x.db.TxUnsynced(ctx, func(tx *db.DB) error {
			return b.pace.time(func() (err error) {
				done, err = h.remove(ctx, tx, gen, b.pace.of(h.rows))
				return err
			})
		})
		if err != nil {
			return err
		}
		pause(ctx, b.x.Rest)
	}
	return nil
}

// remove takes a piece of some rows off; last says that it was the last one.
func (h heap) remove(ctx context.Context, tx *db.DB, gen int64, rows int) (last bool, err error) {
	var a, b any
	err = tx.Row(ctx, []any{&a, &b}, h.end, gen, rows)
	if errors.Is(err, fault.NotFound) {
		_, err = tx.Exec(ctx, h.rest, gen)
		return true, err
	}
	if err != nil {
		return false, err
	}
	_, err = tx.Exec(ctx, h.take, gen, a, b)
	return false, err
}
