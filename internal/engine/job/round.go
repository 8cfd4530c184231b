package job

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A round is a job that comes up regularly.
type round struct {
	name  string
	every time.Duration
	do    func(ctx context.Context) error
}

// roundLease is how long a process that died keeps others from a round: while it is under way, its lease is prolonged. One
// that failed is tried again after roundPause.
const (
	roundLease = time.Minute
	roundPause = 5 * time.Minute
)

// Every has do called once in each period, by whichever process comes first. What failed is tried again some minutes
// later, so doing it twice must be as good as doing it once. It opens its own transactions.
func (q *Queue) Every(name string, period time.Duration, do func(ctx context.Context) error) {
	q.rounds = append(q.rounds, round{name, period, do})
}

// Instead does something in the place of a regular job, which no process begins meanwhile, and comes up at once when it is done.
func (q *Queue) Instead(ctx context.Context, name string, do func(ctx context.Context) error) error {
	r := round{name: name, do: do}
	err := q.db.Tx(ctx, func(tx *db.DB) error {
		_, err := tx.Exec(ctx, `INSERT INTO job_round (name, due) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET due = EXCLUDED.due`,
			name, q.stamp(roundLease))
		return err
	})
	if err != nil {
		return fmt.Errorf("in the place of %s: %w", name, err)
	}
	err = q.doRound(ctx, r)
	return errors.Join(err, q.setDue(context.WithoutCancel(ctx), r, q.stamp(0)))
}

func (q *Queue) workRounds(ctx context.Context) error {
	for _, r := range q.rounds {
		mine, err := q.claimRound(ctx, r)
		if err != nil {
			return fmt.Errorf("regular job %s: %w", r.name, err)
		}
		if !mine {
			continue
		}
		err = q.doRound(ctx, r)
		if ctx.Err() != nil { // stopped, not failed: whoever starts next takes it up
			return q.setDue(context.WithoutCancel(ctx), r, q.stamp(0))
		}
		if err != nil {
			q.log.Error("regular job failed", "job", r.name, "error", err)
			if err := q.setDue(ctx, r, q.stamp(roundPause)); err != nil {
				return fmt.Errorf("regular job %s: %w", r.name, err)
			}
			continue
		}
		if err := q.endRound(ctx, r); err != nil {
			return fmt.Errorf("regular job %s: %w", r.name, err)
		}
	}
	return nil
}

// claimRound takes up a round that is due, for as long as its lease; mine is false if it is not due or another process has
// it.
func (q *Queue) claimRound(ctx context.Context, r round) (mine bool, err error) {
	var waiting int
	err = q.db.Row(ctx, []any{&waiting}, `SELECT COUNT(*) FROM job_round WHERE name = $1 AND due > $2`, r.name, q.stamp(0))
	if err != nil || waiting > 0 {
		return false, err
	}
	err = q.db.Tx(ctx, func(tx *db.DB) error {
		n, err := tx.Exec(ctx, `INSERT INTO job_round (name, due) VALUES ($1, $2)
			ON CONFLICT (name) DO UPDATE SET due = EXCLUDED.due WHERE job_round.due <= $3`, r.name, q.stamp(roundLease), q.stamp(0))
		mine = n > 0
		return err
	})
	return mine, err
}

// doRound does a round and prolongs its lease meanwhile.
func (q *Queue) doRound(ctx context.Context, r round) error {
	ctx, done := context.WithCancel(ctx)
	var prolonging sync.WaitGroup
	defer prolonging.Wait()
	defer done()
	prolonging.Go(func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(roundLease / 3):
			}
			if err := q.setDue(ctx, r, q.stamp(roundLease)); err != nil && ctx.Err() == nil {
				q.log.Error("regular job is not prolonged", "job", r.name, "error", err)
			}
		}
	})
	return safely(func() error { return r.do(ctx) })
}

// endRound notes when the round comes up again.
func (q *Queue) endRound(ctx context.Context, r round) error {
	return q.setDue(ctx, r, string(record.At(q.now().Truncate(r.every).Add(r.every))))
}

func (q *Queue) setDue(ctx context.Context, r round, due string) error {
	return q.db.Tx(ctx, func(tx *db.DB) error {
		_, err := tx.Exec(ctx, `UPDATE job_round SET due = $1 WHERE name = $2`, due, r.name)
		return err
	})
}
