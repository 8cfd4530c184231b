package search

import (
	"context"
	"database/sql"
	"errors"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/db"
)

// A heap is a table of the index, and how to take rows of a generation from it piece by piece: next is the generation
// after another, last the last of all, end the last key of a piece, take removes all up to there, and rest what is left.
type heap struct{ next, last, end, take, rest string }

var heaps = []heap{
	{
		`SELECT MIN(gen) FROM search_posting WHERE gen > $1`,
		`SELECT MAX(gen) FROM search_posting`,
		`SELECT class, word FROM search_posting WHERE gen = $1 ORDER BY class, word LIMIT 1 OFFSET 1000`,
		`DELETE FROM search_posting WHERE gen = $1 AND (class, word) <= ($2, $3)`,
		`DELETE FROM search_posting WHERE gen = $1`,
	},
	{
		`SELECT MIN(gen) FROM search_form WHERE gen > $1`,
		`SELECT MAX(gen) FROM search_form`,
		`SELECT form, word FROM search_form WHERE gen = $1 ORDER BY form, word LIMIT 1 OFFSET 1000`,
		`DELETE FROM search_form WHERE gen = $1 AND (form, word) <= ($2, $3)`,
		`DELETE FROM search_form WHERE gen = $1`,
	},
	{
		`SELECT MIN(gen) FROM search_doc WHERE gen > $1`,
		`SELECT MAX(gen) FROM search_doc`,
		`SELECT gen, num FROM search_doc WHERE gen = $1 ORDER BY num LIMIT 1 OFFSET 200`,
		`DELETE FROM search_doc WHERE gen = $1 AND (gen, num) <= ($2, $3)`,
		`DELETE FROM search_doc WHERE gen = $1`,
	},
}

// sweep removes the generations that neither answer nor are being written, in short transactions.
func (x *Index) sweep(ctx context.Context) error {
	s, err := readState(ctx, x.db)
	if err != nil {
		return err
	}
	for _, h := range heaps {
		for gen := int64(-1); ; {
			var next sql.NullInt64
			if err := x.db.Row(ctx, []any{&next}, h.next, gen); err != nil {
				return err
			}
			if !next.Valid {
				break
			}
			if gen = next.Int64; gen == s.gen || gen >= s.building && s.building > 0 {
				continue
			}
			if err := h.clear(ctx, x, gen); err != nil {
				return err
			}
		}
	}
	return nil
}

func (h heap) clear(ctx context.Context, x *Index, gen int64) error {
	for done := false; !done; {
		err := x.db.Tx(ctx, func(tx *db.DB) error {
			var a, b any
			err := tx.Row(ctx, []any{&a, &b}, h.end, gen)
			if done = errors.Is(err, fault.NotFound); done {
				_, err = tx.Exec(ctx, h.rest, gen)
				return err
			}
			if err != nil {
				return err
			}
			_, err = tx.Exec(ctx, h.take, gen, a, b)
			return err
		})
		if err != nil {
			return err
		}
		pause(ctx, x.Rest)
	}
	return nil
}
