package record

import (
	"context"
	"fmt"

	"kontor.example/internal/base/fault"
)

// checkTrees refuses a record that would come to stand above itself by one of its tree references. Whoever changes a tree
// has it to himself until his transaction ends: two that each hang one record under the other's would both find nothing
// wrong.
func (s *Store[T, P]) checkTrees(ctx context.Context, act Action, stored, sent P) error {
	is := s.kind.Values(sent)
	var was []Value
	if act != Create {
		was = s.kind.Values(stored)
	}
	for i, v := range is {
		if !v.tree || v.Text() == "" || was != nil && was[i].Text() == v.Text() {
			continue
		}
		ring, err := s.closesRing(ctx, v, sent.base().ID)
		if err != nil {
			return fmt.Errorf("tree of %s: %w", s.kind.Plural, err)
		}
		if ring {
			return fault.Invalid{v.Name: {Key: "above_itself"}}
		}
	}
	return nil
}

// closesRing reports whether id is v's record or above it.
func (s *Store[T, P]) closesRing(ctx context.Context, v Value, id ID) (bool, error) {
	_, err := s.db.Exec(ctx, `INSERT INTO claim (kind, field, value, record) VALUES ($1, $2, '', $3)
		ON CONFLICT (kind, field, value) DO UPDATE SET record = EXCLUDED.record`, s.kind.Name, v.Name, string(id))
	if err != nil {
		return false, err
	}
	kind, above := s.kind.Name, v.columns[0]
	var n int
	err = s.db.Row(ctx, []any{&n}, `WITH RECURSIVE above(id) AS (SELECT id FROM `+kind+` WHERE id = $1
		UNION SELECT t.`+above+` FROM `+kind+` t JOIN above a ON t.id = a.id WHERE t.`+above+` IS NOT NULL)
		SELECT COUNT(*) FROM above WHERE id = $2`, string(v.Ref().ID), string(id))
	return n > 0, err
}
