package record

import (
	"context"
	"errors"
	"fmt"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/db"
)

// InstanceID returns the id of the database, made at its first start. It is part of what browsers know a page by, so
// that two databases at one address are not mistaken for each other.
func InstanceID(ctx context.Context, d *db.DB) (id string, err error) {
	err = d.Tx(ctx, func(tx *db.DB) error {
		return tx.Row(ctx, []any{&id}, `INSERT INTO instance (name, value) VALUES ('id', $1)
			ON CONFLICT (name) DO UPDATE SET value = instance.value RETURNING value`, string(NewID()))
	})
	if err != nil {
		return "", fmt.Errorf("id of database: %w", err)
	}
	return id, nil
}

// Marked reports whether the database carries a mark with this value, and whether it holds records beside the reserved
// office. It only reads.
func Marked(ctx context.Context, d *db.DB, name, value string) (marked, used bool, err error) {
	var v string
	switch err := d.Row(ctx, []any{&v}, `SELECT value FROM instance WHERE name = $1`, name); {
	case err == nil:
		marked = v == value
	case !errors.Is(err, fault.NotFound):
		return false, false, fmt.Errorf("mark of database: %w", err)
	}
	var n int
	if err := d.Row(ctx, []any{&n}, `SELECT COUNT(*) FROM (SELECT id FROM record WHERE id <> $1 LIMIT 1) AS few`,
		string(SharedOffice)); err != nil {
		return false, false, fmt.Errorf("mark of database: %w", err)
	}
	return marked, n > 0, nil
}

// Mark reports what Marked does; a database without records and without the mark gets it.
func Mark(ctx context.Context, tx *db.DB, name, value string) (marked, used bool, err error) {
	marked, used, err = Marked(ctx, tx, name, value)
	if err != nil || used || marked {
		return marked, used, err
	}
	_, err = tx.Exec(ctx, `INSERT INTO instance (name, value) VALUES ($1, $2)`, name, value)
	return true, false, err
}
