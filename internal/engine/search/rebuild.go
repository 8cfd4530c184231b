package search

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"

	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A rebuild writes in transactions of this size at most, so that nobody waits long for the writer.
const (
	rebuildDocs  = 100 // documents; of their sets, what a batch holds
	rebuildNoted = 5   // documents that changed meanwhile
)

// errOvertaken says that another rebuild began while this one was under way.
var errOvertaken = errors.New("another rebuild of the search has begun")

// Rebuild writes the index anew beside the one that answers, and switches. What is applied meanwhile goes to the old
// index and is noted; before the switch, and in its transaction, the new one takes up what was noted. A rebuild that
// stops half-way leaves nothing that answers; the next one removes it.
func (x *Index) Rebuild(ctx context.Context) error {
	b := build{x: x, pace: pace{now: x.Now}}
	for _, step := range []func(context.Context) error{b.begin, b.sweep, b.number, b.write, b.catchUp, b.sweep} {
		if err := step(ctx); err != nil {
			return fmt.Errorf("rebuild search: %w", err)
		}
	}
	return nil
}

// A build is one rebuild under way.
type build struct {
	x    *Index
	gen  int64
	keys []string // of all documents, in the order of their numbers
	next int64
	pace pace
}

// begin takes a number for the generation; from now on changes are noted. What was noted before is among what the source
// will say.
func (b *build) begin(ctx context.Context) error {
	return b.x.db.TxUnsynced(ctx, func(tx *db.DB) error {
		s, err := lockState(ctx, tx)
		if err != nil {
			return err
		}
		if b.gen, err = unused(ctx, tx, max(s.gen, s.building)); err != nil {
			return err
		}
		s.building = b.gen
		if err := s.save(ctx, tx); err != nil {
			return err
		}
		_, err = tx.Exec(ctx, `DELETE FROM search_noted`)
		return err
	})
}

// unused returns a generation above one, of which no row is left: a state that was lost remembers none.
func unused(ctx context.Context, tx *db.DB, gen int64) (int64, error) {
	for _, h := range heaps {
		var last sql.NullInt64
		if err := tx.Row(ctx, []any{&last}, h.last); err != nil {
			return 0, err
		}
		gen = max(gen, last.Int64)
	}
	return gen + 1, nil
}

// number puts all documents in order.
func (b *build) number(ctx context.Context) error {
	err := b.x.source.Each(ctx, b.x.db, func(d Document) error {
		b.keys = append(b.keys, b.x.sortKey(&d))
		return ctx.Err()
	})
	slices.Sort(b.keys)
	b.keys = slices.Compact(b.keys)
	b.next = int64(len(b.keys))
	return err
}

// write writes the documents and their sets, one block of numbers after the other.
func (b *build) write(ctx context.Context) error {
	for first := 0; first < len(b.keys); first += blockSize {
		s := sheaf{gen: b.gen, block: blockOf(int64(first)), sets: map[wordFor]*ears{}, spread: newSpreader()}
		keys := b.keys[first:min(first+blockSize, len(b.keys))]
		for at := 0; at < len(keys); {
			end := min(at+b.pace.of(rebuildDocs), len(keys))
			if err := b.documents(ctx, &s, int64(first+at), keys[at:end]); err != nil {
				return err
			}
			at = end
		}
		if err := s.write(ctx, &b.pace, b.transact); err != nil {
			return err
		}
	}
	return nil
}

// documents reads some documents anew and writes them. One that has another place in the order by now, or is gone,
// leaves its number unused, and is noted.
func (b *build) documents(ctx context.Context, s *sheaf, first int64, keys []string) error {
	refs := make([]record.Ref, len(keys))
	nums := make(map[record.Ref]int64, len(keys))
	for i, k := range keys {
		refs[i] = refOf(k)
		nums[refs[i]] = first + int64(i)
	}
	documents, err := b.x.source.Documents(ctx, b.x.db, distinct(refs))
	if err != nil {
		return err
	}
	rows := make([]stored, 0, len(documents))
	numbered := make(map[int64]*Document, len(documents))
	var moved []record.Ref
	for i := range documents {
		row := b.x.store(&documents[i])
		num, planned := nums[row.ref]
		if !planned || keys[num-first] != string(row.sort) {
			moved = append(moved, row.ref)
			continue
		}
		row.num = num
		rows = append(rows, row)
		numbered[num] = &documents[i]
	}
	for _, num := range slices.Sorted(maps.Keys(numbered)) {
		s.add(numbered[num], offsetOf(num))
	}
	return b.transact(ctx, func(tx *db.DB) error {
		if err := insertStored(ctx, tx, b.gen, rows); err != nil {
			return err
		}
		return note(ctx, tx, moved)
	})
}

// transact runs f in a transaction, unless another rebuild has begun.
func (b *build) transact(ctx context.Context, f func(tx *db.DB) error) error {
	err := b.x.db.TxUnsynced(ctx, func(tx *db.DB) error {
		s, err := readState(ctx, tx)
		if err != nil {
			return err
		}
		if s.building != b.gen {
			return errOvertaken
		}
		return b.pace.time(func() error { return f(tx) })
	})
	pause(ctx, b.x.Rest)
	return err
}

// catchUp brings the new generation up to date with what changed since it was begun, and then lets it answer.
func (b *build) catchUp(ctx context.Context) error {
	base := b.next
	for done := false; !done; {
		next := b.next
		err := b.x.db.TxUnsynced(ctx, func(tx *db.DB) error {
			next = b.next
			s, err := lockState(ctx, tx)
			if err != nil {
				return err
			}
			if s.building != b.gen {
				return errOvertaken
			}
			refs, err := takeNoted(ctx, tx, b.pace.of(rebuildNoted))
			if err != nil {
				return err
			}
			if done = len(refs) == 0; !done {
				return b.pace.time(func() error { return b.x.bring(ctx, tx, b.gen, &next, refs) })
			}
			s = state{gen: b.gen, base: base, next: next, analyser: analyserVersion}
			return s.save(ctx, tx)
		})
		if err != nil {
			return err
		}
		b.next = next
		pause(ctx, b.x.Rest)
	}
	return nil
}
