package relation

import (
	"context"
	"fmt"

	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// TakeUpSteps gives each relation whose latest dated step has begun since it was last written the status of that step.
// It runs in the transaction tx. Steps older than any change of today's relations are not looked at: they were taken up
// when they were written.
func TakeUpSteps(ctx context.Context, tx *db.DB, s *Store) error {
	s = s.In(tx)
	ids, err := db.Collect(ctx, tx, func(id *record.ID) []any { return []any{id} }, `
		SELECT DISTINCT r.id FROM relation_history h JOIN relation r ON r.id = h.parent
		WHERE h.on_date >= (SELECT COALESCE(SUBSTR(MIN(changed_at), 1, 10), '') FROM relation WHERE trashed = '')
			AND r.trashed = '' AND h.on_date >= SUBSTR(r.changed_at, 1, 10) AND h.status <> r.status`)
	if err != nil {
		return fmt.Errorf("steps to take up: %w", err)
	}
	for _, id := range ids {
		r, err := s.Get(ctx, id)
		if err != nil {
			return err
		}
		if err := s.Update(ctx, r); err != nil { // Derive sets the status; without a difference nothing is written
			return err
		}
	}
	return nil
}
