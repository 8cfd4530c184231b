package job

import (
	"context"
	"fmt"
	"time"

	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A round is a job that comes up regularly.
type round struct {
	name  string
	every time.Duration
	do    func(ctx context.Context, tx *db.DB) error
}

// Every has do called once in each period, by whichever process comes first. A period that failed is tried again.
func (q *Queue) Every(name string, period time.Duration, do func(ctx context.Context, tx *db.DB) error) {
	q.rounds = append(q.rounds, round{name, period, do})
}

func (q *Queue) workRounds(ctx context.Context) error {
	for _, r := range q.rounds {
		if due, err := q.roundDue(ctx, r); err != nil {
			return err
		} else if !due {
			continue
		}
		if err := q.workRound(ctx, r); err != nil {
			return fmt.Errorf("regular job %s: %w", r.name, err)
		}
	}
	return nil
}

func (q *Queue) roundDue(ctx context.Context, r round) (bool, error) {
	var waiting int
	err := q.db.Row(ctx, []any{&waiting}, `SELECT COUNT(*) FROM job_round WHERE name = $1 AND due > $2`, r.name, q.stamp(0))
	return waiting == 0, err
}

func (q *Queue) workRound(ctx context.Context, r round) error {
	return q.db.Tx(ctx, func(tx *db.DB) error {
		next := string(record.At(q.now().Truncate(r.every).Add(r.every)))
		n, err := tx.Exec(ctx, `INSERT INTO job_round (name, due) VALUES ($1, $2)
			ON CONFLICT (name) DO UPDATE SET due = EXCLUDED.due WHERE job_round.due <= $3`, r.name, next, q.stamp(0))
		if err != nil || n == 0 { // another process was first
			return err
		}
		return r.do(ctx, tx)
	})
}
