package search

import (
	"context"
	"errors"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A state says which generation of the index answers, and what is being written.
type state struct {
	gen      int64 // 0 until the first rebuild
	base     int64 // numbers below are in the order of answers
	next     int64 // the first number that was never given
	analyser int64
	building int64 // the generation that a rebuild is writing, or 0
}

func (s *state) columns() []any {
	return []any{&s.gen, &s.base, &s.next, &s.analyser, &s.building}
}

// noAnalyser is that of a state that was lost: no program takes what is left in the tables for its own, and only a rebuild
// leads out of it.
const noAnalyser = -1

// lost tells whether the row of the state was deleted, so that nobody knows which of the rows in the tables are whole.
func (s *state) lost() bool { return s.analyser == noAnalyser }

// ours tells whether our analyser made the words of the index. One that nobody has built or written to will be ours.
func (s *state) ours() bool {
	return s.analyser == analyserVersion || s.gen == 0 && s.analyser == 0
}

// firstReadable is the oldest analyser whose index answers while ours is being built: since then the numbers of classes mean what
// they mean.
const firstReadable = 7

// answers tells whether what stands in the tables can be read. From an index that is lost, or whose classes are others, every
// answer would be a lie; and what a newer program means by them nobody knows.
func (s *state) answers() bool {
	return s.analyser == 0 || firstReadable <= s.analyser && s.analyser <= analyserVersion
}

func readState(ctx context.Context, d *db.DB) (s state, err error) {
	err = d.Row(d.Brief(ctx), s.columns(), `SELECT gen, base, next, analyser, building FROM search_state WHERE id = 1`)
	if errors.Is(err, fault.NotFound) {
		return state{analyser: noAnalyser}, nil
	}
	return s, err
}

// lockState reads the state for writing: who writes has the row of the state until the transaction ends, so that no two
// change the same sets at once. A row that was deleted is made anew, as that of a lost state.
func lockState(ctx context.Context, tx *db.DB) (s state, err error) {
	if n, err := tx.Exec(ctx, `UPDATE search_state SET next = next WHERE id = 1`); err != nil {
		return s, err
	} else if n == 0 {
		_, err = tx.Exec(ctx, `INSERT INTO search_state (id, gen, base, next, analyser, building) VALUES (1, 0, 0, 0, $1, 0)
			ON CONFLICT (id) DO UPDATE SET next = search_state.next`, noAnalyser)
		if err != nil {
			return s, err
		}
	}
	return readState(ctx, tx)
}

func (s *state) save(ctx context.Context, tx *db.DB) error {
	_, err := tx.Exec(ctx, `UPDATE search_state SET gen = $1, base = $2, next = $3, analyser = $4, building = $5 WHERE id = 1`,
		s.gen, s.base, s.next, s.analyser, s.building)
	return err
}

// note keeps documents in mind for the rebuild that is under way or to come.
func note(ctx context.Context, tx *db.DB, refs []record.Ref) error {
	values := make([]any, 0, 2*len(refs))
	for _, r := range refs {
		values = append(values, r.Kind, string(r.ID))
	}
	return insert(ctx, tx, `INSERT INTO search_noted (kind, record) VALUES `, 2, ` ON CONFLICT DO NOTHING`, values)
}

// takeNoted returns some of the documents that were noted, and forgets them.
func takeNoted(ctx context.Context, tx *db.DB, atMost int) ([]record.Ref, error) {
	refs, err := db.Collect(ctx, tx, func(r *record.Ref) []any { return []any{&r.Kind, &r.ID} },
		`SELECT kind, record FROM search_noted LIMIT $1`, atMost)
	for _, r := range refs {
		if _, err := tx.Exec(ctx, `DELETE FROM search_noted WHERE kind = $1 AND record = $2`, r.Kind, string(r.ID)); err != nil {
			return nil, err
		}
	}
	return refs, err
}
