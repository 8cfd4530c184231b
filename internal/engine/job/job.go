// Package job does what changes bring about: later than the change, but never without it. A change leaves a row in its
// own transaction (the outbox); a worker leases rows, hands them to whoever handles their topic, and tries again later
// what failed, until it gives up and puts the row on the dead list.
package job

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A Queue hands jobs from those who leave them to those who do them.
type Queue struct {
	db       *db.DB
	now      func() time.Time
	log      *slog.Logger
	handlers map[string]handler
	most     map[string]int // jobs that one transaction takes, by topic
	rounds   []round
}

// handler does a batch of jobs in a transaction. It may run again after a failure, so doing a job twice must be as good
// as doing it once.
type handler func(ctx context.Context, tx *db.DB, args []json.RawMessage) error

// How jobs are done.
const (
	batch       = 50               // jobs that one lease takes at most, unless AtMost says less
	lease       = 60 * time.Second // after which a job whose worker died is taken by another
	maxAttempts = 10               // before a job is dead
	pause       = 500 * time.Millisecond
)

// NewQueue returns the queue of the jobs in d.
func NewQueue(d *db.DB, now func() time.Time, log *slog.Logger) *Queue {
	return &Queue{db: d, now: now, log: log, handlers: map[string]handler{}, most: map[string]int{}}
}

// Handle has do called for the jobs of a topic. It is to be called before Run and before the first Add.
func Handle[A any](q *Queue, topic string, do func(ctx context.Context, tx *db.DB, args []A) error) {
	q.handlers[topic] = func(ctx context.Context, tx *db.DB, raw []json.RawMessage) error {
		args := make([]A, len(raw))
		for i, r := range raw {
			if err := json.Unmarshal(r, &args[i]); err != nil {
				return fmt.Errorf("args of %s: %w", topic, err)
			}
		}
		return do(ctx, tx, args)
	}
}

// AtMost bounds how many jobs of a topic are done in one transaction, where each takes long: on SQLite nobody else writes
// meanwhile.
func (q *Queue) AtMost(topic string, n int) { q.most[topic] = n }

// Add leaves a job in the transaction tx. A topic that nobody handles leaves none.
func (q *Queue) Add(ctx context.Context, tx *db.DB, topic string, args any) error {
	if q.handlers[topic] == nil {
		return nil
	}
	raw, err := json.Marshal(args)
	if err != nil {
		return fmt.Errorf("args of %s: %w", topic, err)
	}
	_, err = tx.Exec(ctx, `INSERT INTO job (id, topic, args, run_at, leased_until, lease, attempts, dead, problem)
		VALUES ($1, $2, $3, $4, '', '', 0, FALSE, '')`, string(record.NewID()), topic, string(raw), q.stamp(0))
	if err != nil {
		return fmt.Errorf("leave job %s: %w", topic, err)
	}
	return nil
}

func (q *Queue) stamp(in time.Duration) string { return string(record.At(q.now().Add(in))) }

// Run does jobs until ctx ends, and beside them what comes up regularly: that may take minutes.
func (q *Queue) Run(ctx context.Context) {
	var both sync.WaitGroup
	defer both.Wait()
	both.Go(func() { q.repeat(ctx, func(ctx context.Context) (int, error) { return 0, q.workRounds(ctx) }) })
	q.repeat(ctx, q.workTopics)
}

// repeat calls work until ctx ends, with a pause where there was nothing to do.
func (q *Queue) repeat(ctx context.Context, work func(context.Context) (int, error)) {
	for ctx.Err() == nil {
		n, err := work(ctx)
		if err != nil && ctx.Err() == nil {
			q.log.Error("jobs", "error", err)
		}
		if n > 0 && err == nil {
			continue
		}
		select {
		case <-ctx.Done():
		case <-time.After(pause):
		}
	}
}

// Work does what is due now, one batch of each topic and the regular jobs, and returns how many it took up.
func (q *Queue) Work(ctx context.Context) (n int, err error) {
	n, err = q.workTopics(ctx)
	return n, errors.Join(err, q.workRounds(ctx))
}

func (q *Queue) workTopics(ctx context.Context) (n int, err error) {
	for topic := range q.handlers {
		took, terr := q.workTopic(ctx, topic)
		n += took
		err = errors.Join(err, terr)
	}
	return n, err
}

// A leased job is one that this worker alone may do until its lease ends.
type leased struct {
	id, args string
	attempts int
}

func (q *Queue) workTopic(ctx context.Context, topic string) (int, error) {
	token := string(record.NewID())
	jobs, err := q.claim(ctx, topic, token)
	if err != nil || len(jobs) == 0 {
		return 0, err
	}
	if err := q.do(ctx, topic, token, jobs); err == nil {
		return len(jobs), nil
	}
	for _, j := range jobs { // one of them fails: find out which
		if err := q.do(ctx, topic, token, []leased{j}); err != nil {
			if err := q.fail(ctx, topic, token, j, err); err != nil {
				return len(jobs), err
			}
		}
	}
	return len(jobs), nil
}

// claim leases jobs that are due. Two workers who see the same rows do not both get them: the second finds the lease of
// the first when the row is its turn. Jobs whose worker never came back are taken one at a time, and buried after so many
// attempts: one of them may be what ends the program.
func (q *Queue) claim(ctx context.Context, topic, token string) (jobs []leased, err error) {
	now := q.stamp(0)
	first, before, err := q.due(ctx, topic, now)
	for err == nil && before != "" && first.attempts >= maxAttempts {
		if err = q.bury(ctx, topic, first, before, now); err == nil {
			first, before, err = q.due(ctx, topic, now)
		}
	}
	if errors.Is(err, fault.NotFound) {
		return nil, nil
	} else if err != nil {
		return nil, fmt.Errorf("find jobs %s: %w", topic, err)
	}
	most := batch
	if n := q.most[topic]; n > 0 {
		most = n
	}
	if before != "" {
		most = 1
	}
	err = q.db.Tx(ctx, func(tx *db.DB) error {
		jobs, err = db.Collect(ctx, tx, func(j *leased) []any { return []any{&j.id, &j.args, &j.attempts} }, `
			UPDATE job SET lease = $1, leased_until = $2, attempts = attempts + 1
			WHERE leased_until < $3 AND NOT dead AND id IN (SELECT id FROM job WHERE topic = $4 AND NOT dead
				AND run_at <= $5 AND leased_until < $6 AND lease = $7 ORDER BY run_at, id LIMIT $8 + 0)
			RETURNING id, args, attempts`, token, q.stamp(lease), now, topic, now, now, before, most)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("lease jobs %s: %w", topic, err)
	}
	return jobs, nil
}

// due returns the job that is due first, and the lease of the worker that left it, if one did.
func (q *Queue) due(ctx context.Context, topic, now string) (j leased, before string, err error) {
	err = q.db.Row(ctx, []any{&j.id, &j.attempts, &before}, `SELECT id, attempts, lease FROM job WHERE topic = $1 AND NOT dead
		AND run_at <= $2 AND leased_until < $3 ORDER BY run_at, id LIMIT 1`, topic, now, now)
	return j, before, err
}

// bury puts a job on the dead list whose workers did not come back from it.
func (q *Queue) bury(ctx context.Context, topic string, j leased, before, now string) error {
	q.log.Error("job failed", "topic", topic, "job", j.id, "attempt", j.attempts, "dead", true, "error", errNoReturn)
	return q.db.Tx(ctx, func(tx *db.DB) error {
		_, err := tx.Exec(ctx, `UPDATE job SET lease = '', leased_until = '', dead = TRUE, problem = $1
			WHERE id = $2 AND lease = $3 AND leased_until < $4`, errNoReturn.Error(), j.id, before, now)
		return err
	})
}

// errNoReturn says of a job that neither success nor failure was heard of it.
var errNoReturn = errors.New("its worker did not come back")

var errLeaseLost = errors.New("lease lost")

// do hands jobs to their handler and takes them off the list in one transaction, which does not hold if the lease was
// lost meanwhile.
func (q *Queue) do(ctx context.Context, topic, token string, jobs []leased) error {
	return q.db.Tx(ctx, func(tx *db.DB) error {
		args := make([]json.RawMessage, len(jobs))
		for i, j := range jobs {
			n, err := tx.Exec(ctx, `DELETE FROM job WHERE id = $1 AND lease = $2`, j.id, token)
			if err != nil {
				return err
			}
			if n == 0 {
				return errLeaseLost
			}
			args[i] = json.RawMessage(j.args)
		}
		return safely(func() error { return q.handlers[topic](ctx, tx, args) })
	})
}

// safely turns a panic of do into an error, so that one bad job does not end the program.
func safely(do func() error) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("panic: %v\n%s", cause, debug.Stack())
		}
	}()
	return do()
}

// fail puts a job off, twice as long each time, or gives it up.
func (q *Queue) fail(ctx context.Context, topic, token string, j leased, cause error) error {
	if errors.Is(cause, errLeaseLost) || ctx.Err() != nil {
		return nil
	}
	dead := j.attempts >= maxAttempts
	q.log.Error("job failed", "topic", topic, "job", j.id, "attempt", j.attempts, "dead", dead, "error", cause)
	wait := time.Second << min(j.attempts, 12)
	return q.db.Tx(ctx, func(tx *db.DB) error {
		_, err := tx.Exec(ctx, `UPDATE job SET lease = '', leased_until = '', run_at = $1, dead = $2, problem = $3
			WHERE id = $4 AND lease = $5`, q.stamp(wait), dead, cause.Error(), j.id, token)
		return err
	})
}

// A Dead job failed too often to be tried again by itself.
type Dead struct {
	ID, Topic, Args, Problem string
	Attempts                 int
}

// DeadList lists the jobs that were given up, the oldest first.
func (q *Queue) DeadList(ctx context.Context) ([]Dead, error) {
	return db.Collect(ctx, q.db, func(d *Dead) []any { return []any{&d.ID, &d.Topic, &d.Args, &d.Problem, &d.Attempts} },
		`SELECT id, topic, args, problem, attempts FROM job WHERE dead ORDER BY id`)
}

// A Tally counts the jobs of a topic.
type Tally struct{ Waiting, Dead int }

// Tallies counts the jobs in a database that are still to be done, and those that were given up, by topic.
func Tallies(ctx context.Context, d *db.DB) (map[string]Tally, error) {
	out := map[string]Tally{}
	err := d.Each(ctx, func(scan func(...any) error) error {
		var topic string
		var dead bool
		var n int
		err := scan(&topic, &dead, &n)
		t := out[topic]
		if dead {
			t.Dead = n
		} else {
			t.Waiting = n
		}
		out[topic] = t
		return err
	}, `SELECT topic, dead, COUNT(*) FROM job GROUP BY topic, dead`)
	if err != nil {
		return nil, fmt.Errorf("count jobs: %w", err)
	}
	return out, nil
}

// Retry has a dead job tried again from the start. It returns fault.NotFound if no dead job has this id.
func (q *Queue) Retry(ctx context.Context, id string) error {
	return q.db.Tx(ctx, func(tx *db.DB) error {
		n, err := tx.Exec(ctx, `UPDATE job SET dead = FALSE, attempts = 0, run_at = $1 WHERE id = $2 AND dead`, q.stamp(0), id)
		if err == nil && n == 0 {
			err = fault.NotFound
		}
		if err != nil {
			return fmt.Errorf("retry job: %w", err)
		}
		return nil
	})
}
