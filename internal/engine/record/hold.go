package record

import (
	"context"
	"fmt"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/db"
)

// Hold gives f a record as it stands, and the store bound to a transaction in which nobody else can change that record: for
// changes to whatever version there is. f may run twice, as every transaction may. It returns fault.NotFound if there is
// no such record that the actor may see.
func (s *Store[T, P]) Hold(ctx context.Context, id ID, f func(s *Store[T, P], r P) error) error {
	return s.db.Tx(ctx, func(tx *db.DB) error {
		n, err := tx.Exec(ctx, "UPDATE "+s.kind.Name+" SET version = version WHERE id = $1", string(id)) // the row that all changes write
		if err != nil {
			return fmt.Errorf("hold %s: %w", s.kind.Name, err)
		}
		if n == 0 {
			return fault.NotFound
		}
		in := s.In(tx)
		r, err := in.Get(ctx, id)
		if err != nil {
			return err
		}
		return f(in, r)
	})
}
