package relation

import (
	"context"
	"errors"
	"fmt"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// TakeUpSteps gives each relation whose latest dated step has begun since it was last written the status of that step,
// each in a transaction of its own: one that cannot be written does not hold up the others. Steps older than any change of
// today's relations are not looked at: they were taken up when they were written.
func TakeUpSteps(ctx context.Context, d *db.DB, s *Store) error {
	ids, err := db.Collect(ctx, d, func(id *record.ID) []any { return []any{id} }, `
		SELECT DISTINCT r.id FROM relation_history h JOIN relation r ON r.id = h.parent
		WHERE h.on_date >= (SELECT COALESCE(SUBSTR(MIN(changed_at), 1, 10), '') FROM relation WHERE trashed = '')
			AND r.trashed = '' AND h.on_date >= SUBSTR(r.changed_at, 1, 10) AND h.status <> r.status`)
	if err != nil {
		return fmt.Errorf("steps to take up: %w", err)
	}
	var failed error
	for _, id := range ids {
		r, err := s.Get(ctx, id)
		if err == nil {
			err = s.Update(ctx, r) // Derive sets the status; without a difference nothing is written
		}
		if err != nil && !errors.Is(err, fault.NotFound) && !errors.Is(err, fault.PreconditionFailed) { // somebody was faster
			failed = errors.Join(failed, fmt.Errorf("step of relation %s: %w", id, err))
		}
	}
	return failed
}
