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

// A turn is a round that this process alone does, until another takes its lease.
type turn struct {
	round
	lease string
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
// One that is under way loses its turn: what it does in the end is no longer its own.
func (q *Queue) Instead(ctx context.Context, name string, do func(ctx context.Context) error) error {
	t := turn{round{name: name, do: do}, string(record.NewID())}
	err := q.db.Tx(ctx, func(tx *db.DB) error {
		_, err := tx.Exec(ctx, `INSERT INTO job_round (name, due, lease) VALUES ($1, $2, $3)
			ON CONFLICT (name) DO UPDATE SET due = EXCLUDED.due, lease = EXCLUDED.lease`, t.name, q.stamp(roundLease), t.lease)
		return err
	})
	if err != nil {
		return fmt.Errorf("in the place of %s: %w", name, err)
	}
	err = q.doRound(ctx, t)
	return errors.Join(err, q.setDue(context.WithoutCancel(ctx), t, q.stamp(0)))
}

func (q *Queue) workRounds(ctx context.Context) error {
	for _, r := range q.rounds {
		t := turn{r, string(record.NewID())}
		mine, err := q.claimRound(ctx, t)
		if err != nil {
			return fmt.Errorf("regular job %s: %w", r.name, err)
		}
		if !mine {
			continue
		}
		err = q.doRound(ctx, t)
		if ctx.Err() != nil { // stopped, not failed: whoever starts next takes it up
			return q.setDue(context.WithoutCancel(ctx), t, q.stamp(0))
		}
		if err != nil {
			q.log.Error("regular job failed", "job", r.name, "error", err)
			if err := q.setDue(ctx, t, q.stamp(roundPause)); err != nil {
				return fmt.Errorf("regular job %s: %w", r.name, err)
			}
			continue
		}
		if err := q.endRound(ctx, t); err != nil {
			return fmt.Errorf("regular job %s: %w", r.name, err)
		}
	}
	return nil
}

// claimRound takes up a round that is due, for as long as its lease; mine is false if it is not due or another process has
// it.
func (q *Queue) claimRound(ctx context.Context, t turn) (mine bool, err error) {
	var waiting int
	err = q.db.Row(ctx, []any{&waiting}, `SELECT COUNT(*) FROM job_round WHERE name = $1 AND due > $2`, t.name, q.stamp(0))
	if err != nil || waiting > 0 {
		return false, err
	}
	err = q.db.Tx(ctx, func(tx *db.DB) error {
		n, err := tx.Exec(ctx, `INSERT INTO job_round (name, due, lease) VALUES ($1, $2, $3)
			ON CONFLICT (name) DO UPDATE SET due = EXCLUDED.due, lease = EXCLUDED.lease WHERE job_round.due <= $4`,
			t.name, q.stamp(roundLease), t.lease, q.stamp(0))
		mine = n > 0
		return err
	})
	return mine, err
}

// doRound does a round and prolongs its lease meanwhile.
func (q *Queue) doRound(ctx context.Context, t turn) error {
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
			if err := q.setDue(ctx, t, q.stamp(roundLease)); err != nil && ctx.Err() == nil {
				q.log.Error("regular job is not prolonged", "job", t.name, "error", err)
			}
		}
	})
	return safely(func() error { return t.do(ctx) })
}

// endRound notes when the round comes up again.
func (q *Queue) endRound(ctx context.Context, t turn) error {
	return q.setDue(ctx, t, string(record.At(q.now().Truncate(t.every).Add(t.every))))
}

// setDue says when a round comes up again, unless another process has taken the turn.
func (q *Queue) setDue(ctx context.Context, t turn, due string) error {
	return q.db.Tx(ctx, func(tx *db.DB) error {
		_, err := tx.Exec(ctx, `UPDATE job_round SET due = $1 WHERE name = $2 AND lease = $3`, due, t.name, t.lease)
		return err
	})
}
