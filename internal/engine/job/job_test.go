package job_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/job"
	"kontor.example/internal/kontortest"
	"kontor.example/migrations"
)

// A clock that only moves when it is told to.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

type args struct{ N int }

func inQueues(t *testing.T, f func(t *testing.T, d *db.DB, c *clock, fresh func() *job.Queue)) {
	kontortest.Each(t, func(t *testing.T, url string) {
		d, err := db.Open(t.Context(), url)
		must(t, err)
		t.Cleanup(func() { _ = d.Close() })
		_, err = d.Migrate(t.Context(), migrations.FS)
		must(t, err)
		c := &clock{at: time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)}
		f(t, d, c, func() *job.Queue { return job.NewQueue(d, c.now, slog.New(slog.NewTextHandler(io.Discard, nil))) })
	})
}

func add(t *testing.T, d *db.DB, q *job.Queue, n int) {
	t.Helper()
	must(t, d.Tx(t.Context(), func(tx *db.DB) error { return q.Add(t.Context(), tx, "count", args{n}) }))
}

func TestEachJobIsDoneOnceByManyWorkers(t *testing.T) {
	inQueues(t, func(t *testing.T, d *db.DB, _ *clock, fresh func() *job.Queue) {
		const jobs, workers = 300, 6
		var mu sync.Mutex
		done := map[int]int{}
		queue := func() *job.Queue {
			q := fresh()
			job.Handle(q, "count", func(_ context.Context, _ *db.DB, all []args) error {
				mu.Lock()
				defer mu.Unlock()
				for _, a := range all {
					done[a.N]++
				}
				return nil
			})
			return q
		}
		q := queue()
		for n := range jobs {
			add(t, d, q, n)
		}
		var all sync.WaitGroup
		for range workers {
			w := queue()
			all.Go(func() {
				for {
					n, err := w.Work(t.Context())
					if err != nil {
						t.Error(err)
					}
					if n == 0 {
						return
					}
				}
			})
		}
		all.Wait()
		for n := range jobs {
			if done[n] != 1 {
				t.Errorf("job %d was done %d times", n, done[n])
			}
		}
	})
}

func TestAJobOfAFailedTransactionIsNotThere(t *testing.T) {
	inQueues(t, func(t *testing.T, d *db.DB, _ *clock, fresh func() *job.Queue) {
		q := fresh()
		job.Handle(q, "count", func(context.Context, *db.DB, []args) error { return nil })
		stop := errors.New("stop")
		err := d.Tx(t.Context(), func(tx *db.DB) error {
			return errors.Join(q.Add(t.Context(), tx, "count", args{1}), stop)
		})
		if !errors.Is(err, stop) {
			t.Fatal(err)
		}
		if n, err := q.Work(t.Context()); n != 0 || err != nil {
			t.Errorf("worked %d jobs, %v", n, err)
		}
	})
}

// One bad job neither stops the others nor is tried for ever.
func TestABadJobEndsOnTheDeadList(t *testing.T) {
	inQueues(t, func(t *testing.T, d *db.DB, c *clock, fresh func() *job.Queue) {
		q := fresh()
		done := map[int]int{}
		broken := true
		job.Handle(q, "count", func(_ context.Context, _ *db.DB, all []args) error {
			for _, a := range all {
				if a.N == 1 && broken {
					return fmt.Errorf("job %d is bad", a.N)
				}
			}
			for _, a := range all {
				done[a.N]++
			}
			return nil
		})
		for n := range 3 {
			add(t, d, q, n)
		}
		tries := 0
		for range 20 {
			n, err := q.Work(t.Context())
			must(t, err)
			if n > 0 {
				tries++
			}
			if n, err := q.Work(t.Context()); n != 0 || err != nil {
				t.Fatalf("tried again at once: %d, %v", n, err)
			}
			c.advance(2 * time.Hour)
		}
		if done[0] != 1 || done[2] != 1 || tries != 10 {
			t.Errorf("done %v in %d tries", done, tries)
		}
		dead, err := q.DeadList(t.Context())
		must(t, err)
		if len(dead) != 1 || dead[0].Problem != "job 1 is bad" {
			t.Fatalf("dead list %+v", dead)
		}
		broken = false
		must(t, q.Retry(t.Context(), dead[0].ID))
		if _, err := q.Work(t.Context()); err != nil || done[1] != 1 {
			t.Errorf("after the retry: %v, %v", done, err)
		}
	})
}

// A job whose worker died is taken by another when its lease has ended, not before.
func TestALeaseEnds(t *testing.T) {
	inQueues(t, func(t *testing.T, d *db.DB, c *clock, fresh func() *job.Queue) {
		q := fresh()
		done := 0
		job.Handle(q, "count", func(context.Context, *db.DB, []args) error { done++; return nil })
		add(t, d, q, 1)
		must(t, d.Tx(t.Context(), func(tx *db.DB) error { // as a worker would have left it that died
			_, err := tx.Exec(t.Context(), `UPDATE job SET lease = 'dead', leased_until = $1`, c.now().Add(time.Minute).Format("2006-01-02T15:04:05.000Z"))
			return err
		}))
		if n, err := q.Work(t.Context()); n != 0 || err != nil {
			t.Fatalf("took a leased job: %d, %v", n, err)
		}
		c.advance(2 * time.Minute)
		if n, err := q.Work(t.Context()); n != 1 || err != nil || done != 1 {
			t.Fatalf("took %d jobs, did %d, %v", n, done, err)
		}
	})
}

// A worker that dies in the middle of a job keeps its lease for a minute, and not longer.
func TestTheLeaseOfAWorkerLastsAMinute(t *testing.T) {
	inQueues(t, func(t *testing.T, d *db.DB, c *clock, fresh func() *job.Queue) {
		add(t, d, dies(fresh), killer)
		die(t, dies(fresh))
		q, done := fresh(), 0
		job.Handle(q, "count", func(context.Context, *db.DB, []args) error { done++; return nil })
		for _, step := range []struct {
			wait time.Duration
			want int
		}{{59 * time.Second, 0}, {2 * time.Second, 1}} {
			c.advance(step.wait)
			if n, err := q.Work(t.Context()); n != step.want || err != nil || done != step.want {
				t.Fatalf("took %d jobs, did %d, %v; want %d", n, done, err, step.want)
			}
		}
	})
}

// A job that ends the program each time is given up, and takes none of the others with it.
func TestAJobThatEndsTheProgramIsGivenUp(t *testing.T) {
	inQueues(t, func(t *testing.T, d *db.DB, c *clock, fresh func() *job.Queue) {
		for n := range 5 {
			add(t, d, dies(fresh), n)
		}
		deaths := 0
		for range 16 {
			deaths += die(t, dies(fresh))
			c.advance(2 * time.Minute)
		}
		dead, err := fresh().DeadList(t.Context())
		must(t, err)
		if len(dead) != 1 || dead[0].Args != `{"N":2}` || dead[0].Problem == "" || deaths != dead[0].Attempts {
			t.Errorf("after %d deaths dead: %+v", deaths, dead)
		}
		var left int
		must(t, d.Row(t.Context(), []any{&left}, `SELECT COUNT(*) FROM job WHERE NOT dead`))
		if left != 0 {
			t.Errorf("%d jobs are left", left)
		}
	})
}

// killer is the job that ends the program.
const killer = 2

// dies is the queue of a program that the killer ends.
func dies(fresh func() *job.Queue) *job.Queue {
	q := fresh()
	job.Handle(q, "count", func(_ context.Context, _ *db.DB, all []args) error {
		for _, a := range all {
			if a.N == killer {
				runtime.Goexit()
			}
		}
		return nil
	})
	return q
}

// die works until the program ends, and returns how often it did: at most once.
func die(t *testing.T, q *job.Queue) (died int) {
	ended := make(chan int)
	go func() {
		died := 1
		defer func() { ended <- died }()
		for {
			n, err := q.Work(t.Context())
			if err != nil {
				t.Error(err)
			}
			if n == 0 || err != nil {
				died = 0
				return
			}
		}
	}()
	return <-ended
}

// A thief takes over all other leases when a job fails, as another worker does when leases have ended.
type thief struct {
	slog.Handler
	steal func(failed string)
}

func (h thief) Handle(_ context.Context, r slog.Record) error {
	r.Attrs(func(a slog.Attr) bool {
		if a.Key == "job" {
			h.steal(a.Value.String())
		}
		return true
	})
	return nil
}

// Who lost the lease of a job leaves it to whoever has it now.
func TestALostLeaseIsRespected(t *testing.T) {
	inQueues(t, func(t *testing.T, d *db.DB, c *clock, _ func() *job.Queue) {
		steal := func(failed string) {
			must(t, d.Tx(t.Context(), func(tx *db.DB) error {
				_, err := tx.Exec(t.Context(), `UPDATE job SET lease = 'another' WHERE id <> $1`, failed)
				return err
			}))
		}
		q := job.NewQueue(d, c.now, slog.New(thief{slog.NewTextHandler(io.Discard, nil), steal}))
		calls, done := 0, 0
		job.Handle(q, "count", func(_ context.Context, _ *db.DB, all []args) error {
			if calls++; calls <= 2 { // both together, and then the first one alone
				return errors.New("not yet")
			}
			done += len(all)
			return nil
		})
		add(t, d, q, 1)
		add(t, d, q, 2)
		_, err := q.Work(t.Context())
		must(t, err)
		var left int
		must(t, d.Row(t.Context(), []any{&left}, `SELECT COUNT(*) FROM job WHERE lease = 'another'`))
		if done != 0 || left != 1 {
			t.Errorf("did %d jobs of another worker, left it %d", done, left)
		}
	})
}

// What happens to a job between two steps of a worker counts: one that another has by now is neither put off nor given up.
func TestWhatAnotherHasIsLeftAlone(t *testing.T) {
	inQueues(t, func(t *testing.T, d *db.DB, c *clock, fresh func() *job.Queue) {
		steal := func(failed string) { // while the log is told, before the list is
			must(t, d.Tx(t.Context(), func(tx *db.DB) error {
				_, err := tx.Exec(t.Context(), `UPDATE job SET lease = 'another', leased_until = '9999' WHERE id = $1`, failed)
				return err
			}))
		}
		kept := func(what string) {
			t.Helper()
			var n int
			must(t, d.Row(t.Context(), []any{&n}, `SELECT COUNT(*) FROM job WHERE lease = 'another' AND NOT dead`))
			if n != 1 {
				t.Errorf("%s: the other worker has %d jobs", what, n)
			}
		}
		q := job.NewQueue(d, c.now, slog.New(thief{slog.NewTextHandler(io.Discard, nil), steal}))
		job.Handle(q, "count", func(context.Context, *db.DB, []args) error { return errors.New("not yet") })
		add(t, d, q, 1)
		_, err := q.Work(t.Context())
		must(t, err)
		kept("put off")

		must(t, d.Tx(t.Context(), func(tx *db.DB) error { // as the tenth worker would leave it that died
			_, err := tx.Exec(t.Context(), `UPDATE job SET lease = 'dead', leased_until = '2000', run_at = '2000', attempts = 10`)
			return err
		}))
		_, err = q.Work(t.Context())
		must(t, err)
		kept("given up")
	})
}

// What goes on failing is tried less and less often.
func TestEachWaitIsTwiceTheOneBefore(t *testing.T) {
	inQueues(t, func(t *testing.T, d *db.DB, c *clock, fresh func() *job.Queue) {
		q := fresh()
		job.Handle(q, "count", func(context.Context, *db.DB, []args) error { return errors.New("not yet") })
		add(t, d, q, 1)
		wait := 2 * time.Second
		for range 9 {
			_, err := q.Work(t.Context())
			must(t, err)
			var due string
			must(t, d.Row(t.Context(), []any{&due}, `SELECT run_at FROM job`))
			if want := c.now().Add(wait).Format("2006-01-02T15:04:05.000Z"); due != want {
				t.Fatalf("put off until %s, want %s", due, want)
			}
			c.advance(wait)
			wait *= 2
		}
	})
}

func TestATopicIsTakenInBatches(t *testing.T) {
	inQueues(t, func(t *testing.T, d *db.DB, _ *clock, fresh func() *job.Queue) {
		q := fresh()
		var sizes []int
		job.Handle(q, "count", func(_ context.Context, _ *db.DB, all []args) error { sizes = append(sizes, len(all)); return nil })
		q.AtMost("count", 2)
		for n := range 5 {
			add(t, d, q, n)
		}
		for range 4 {
			_, err := q.Work(t.Context())
			must(t, err)
		}
		if !slices.Equal(sizes, []int{2, 2, 1}) {
			t.Errorf("taken at once: %v", sizes)
		}
	})
}

// A job that is still to be tried is not the list's to try again: its attempts go on being counted.
func TestOnlyADeadJobIsRetried(t *testing.T) {
	inQueues(t, func(t *testing.T, d *db.DB, _ *clock, fresh func() *job.Queue) {
		q := fresh()
		job.Handle(q, "count", func(context.Context, *db.DB, []args) error { return errors.New("not yet") })
		add(t, d, q, 1)
		_, err := q.Work(t.Context())
		must(t, err)
		var id string
		must(t, d.Row(t.Context(), []any{&id}, `SELECT id FROM job`))
		if err := q.Retry(t.Context(), id); !errors.Is(err, fault.NotFound) {
			t.Errorf("retried: %v", err)
		}
	})
}

// A regular job that a stop cut short is due at once for whoever starts next.
func TestARegularJobThatWasStoppedIsTakenUp(t *testing.T) {
	inQueues(t, func(t *testing.T, _ *db.DB, _ *clock, fresh func() *job.Queue) {
		ctx, stop := context.WithCancel(t.Context())
		ran := 0
		queue := func() *job.Queue {
			q := fresh()
			q.Every("tick", time.Hour, func(ctx context.Context) error { ran++; stop(); return ctx.Err() })
			return q
		}
		_, err := queue().Work(ctx)
		must(t, err)
		_, err = queue().Work(t.Context())
		must(t, err)
		if ran != 2 {
			t.Errorf("ran %d times", ran)
		}
	})
}

// A job that a stop cut short has not failed, and nobody is told that it did.
func TestAStopIsNoFailure(t *testing.T) {
	inQueues(t, func(t *testing.T, d *db.DB, c *clock, _ func() *job.Queue) {
		var log strings.Builder
		q := job.NewQueue(d, c.now, slog.New(slog.NewTextHandler(&log, nil)))
		ctx, stop := context.WithCancel(t.Context())
		job.Handle(q, "count", func(ctx context.Context, _ *db.DB, _ []args) error { stop(); return ctx.Err() })
		add(t, d, q, 1)
		if _, err := q.Work(ctx); err != nil || log.Len() > 0 {
			t.Errorf("%v, log: %s", err, &log)
		}
	})
}

func TestARegularJobRunsOnceAPeriod(t *testing.T) {
	inQueues(t, func(t *testing.T, _ *db.DB, c *clock, fresh func() *job.Queue) {
		ran := 0
		queues := []*job.Queue{fresh(), fresh()}
		for _, q := range queues {
			q.Every("tick", time.Hour, func(context.Context) error { ran++; return nil })
		}
		for range 3 {
			for _, q := range queues {
				_, err := q.Work(t.Context())
				must(t, err)
			}
			c.advance(time.Hour)
		}
		if ran != 3 {
			t.Errorf("ran %d times in 3 periods", ran)
		}
	})
}

// Where many come by at the same moment, one of them does it.
func TestARegularJobIsDoneByOneOfMany(t *testing.T) {
	inQueues(t, func(t *testing.T, _ *db.DB, c *clock, fresh func() *job.Queue) {
		var ran atomic.Int32
		for period := range int32(10) {
			var all sync.WaitGroup
			for range 8 {
				q := fresh()
				q.Every("tick", time.Hour, func(context.Context) error { ran.Add(1); return nil })
				all.Go(func() {
					if _, err := q.Work(t.Context()); err != nil {
						t.Error(err)
					}
				})
			}
			if all.Wait(); ran.Load() != period+1 {
				t.Fatalf("ran %d times in %d periods", ran.Load(), period+1)
			}
			c.advance(time.Hour)
		}
	})
}

// A regular job comes up with its period, at the full hour say, and not as long after as it took somebody to come by.
func TestARegularJobComesUpWithItsPeriod(t *testing.T) {
	inQueues(t, func(t *testing.T, _ *db.DB, c *clock, fresh func() *job.Queue) {
		ran := 0
		q := fresh()
		q.Every("tick", time.Hour, func(context.Context) error { ran++; return nil })
		c.advance(c.now().Truncate(time.Hour).Add(time.Hour + 50*time.Minute).Sub(c.now()))
		for _, step := range []struct {
			after time.Duration
			want  int
		}{{0, 1}, {9 * time.Minute, 1}, {time.Minute, 2}, {59 * time.Minute, 2}, {time.Minute, 3}} {
			c.advance(step.after)
			_, err := q.Work(t.Context())
			must(t, err)
			if ran != step.want {
				t.Errorf("after %v it ran %d times, not %d", step.after, ran, step.want)
			}
		}
	})
}

// What is done instead of a regular job keeps all processes from that, and has it come up at once when it is done.
func TestARegularJobWaitsForWhatIsDoneInstead(t *testing.T) {
	inQueues(t, func(t *testing.T, _ *db.DB, c *clock, fresh func() *job.Queue) {
		ran := 0
		q := fresh()
		q.Every("tick", time.Hour, func(context.Context) error { ran++; return nil })
		work := func(when string, want int) {
			t.Helper()
			_, err := q.Work(t.Context())
			must(t, err)
			if ran != want {
				t.Errorf("%s: ran %d times, not %d", when, ran, want)
			}
		}
		broken := errors.New("broken")
		for n, fails := range []error{nil, broken} {
			err := fresh().Instead(t.Context(), "tick", func(context.Context) error {
				c.advance(50 * time.Second)
				work("meanwhile", n)
				return fails
			})
			if !errors.Is(err, fails) {
				t.Errorf("done with %v", err)
			}
			work("afterwards", n+1)
			c.advance(2 * time.Hour)
		}
	})
}

// A regular job whose turn was taken has no say in when it comes up again, whether it ends well or not; and what is done in its
// place gives the turn back even if it is stopped.
func TestATurnThatWasTakenIsNotGivenBack(t *testing.T) {
	inQueues(t, func(t *testing.T, d *db.DB, c *clock, fresh func() *job.Queue) {
		for _, ends := range []error{nil, errors.New("overtaken")} {
			c.advance(c.now().Truncate(time.Hour).Add(2*time.Hour - 10*time.Second).Sub(c.now())) // the next hour is near
			begun, end, ended, ran := make(chan bool), make(chan bool), make(chan error), 0
			first, second := fresh(), fresh()
			first.Every("tick", time.Hour, func(context.Context) error { begun <- true; <-end; return ends })
			second.Every("tick", time.Hour, func(context.Context) error { ran++; return nil })
			work := func(when string, want int) {
				t.Helper()
				_, err := second.Work(t.Context())
				must(t, err)
				if ran != want {
					t.Errorf("%s: ran %d times, not %d", when, ran, want)
				}
			}
			go func() { _, err := first.Work(t.Context()); ended <- err }()
			<-begun
			ctx, stop := context.WithCancel(t.Context())
			err := fresh().Instead(ctx, "tick", func(ctx context.Context) error {
				end <- true
				must(t, <-ended)
				c.advance(30 * time.Second)
				work("meanwhile", 0)
				stop()
				return ctx.Err()
			})
			if !errors.Is(err, context.Canceled) {
				t.Errorf("stopped with %v", err)
			}
			work("afterwards", 1)
		}
	})
}

// A regular job that fails, or panics, holds up no other one and is tried again a little later.
func TestARegularJobThatFailsIsTriedAgain(t *testing.T) {
	inQueues(t, func(t *testing.T, _ *db.DB, c *clock, fresh func() *job.Queue) {
		bad, good := 0, 0
		q := fresh()
		q.Every("bad", 24*time.Hour, func(context.Context) error {
			switch bad++; bad {
			case 1:
				return errors.New("not today")
			case 2:
				panic("not like this")
			}
			return nil
		})
		q.Every("good", 24*time.Hour, func(context.Context) error { good++; return nil })
		for _, step := range []struct {
			after time.Duration
			want  int
		}{{0, 1}, {4 * time.Minute, 1}, {2 * time.Minute, 2}, {6 * time.Minute, 3}, {6 * time.Minute, 3}} {
			c.advance(step.after)
			_, err := q.Work(t.Context())
			must(t, err)
			if bad != step.want || good != 1 {
				t.Fatalf("tried %d times, want %d; the other one ran %d times", bad, step.want, good)
			}
		}
	})
}

// A job that panics counts as one that failed; the others of its batch are done.
func TestAJobThatPanicsFails(t *testing.T) {
	inQueues(t, func(t *testing.T, d *db.DB, _ *clock, fresh func() *job.Queue) {
		q := fresh()
		done := 0
		job.Handle(q, "count", func(_ context.Context, _ *db.DB, all []args) error {
			for _, a := range all {
				if a.N == 1 {
					panic("one is too many")
				}
			}
			done += len(all)
			return nil
		})
		for n := range 3 {
			add(t, d, q, n)
		}
		if n, err := q.Work(t.Context()); n != 3 || err != nil || done != 2 {
			t.Errorf("took %d, did %d, %v", n, done, err)
		}
	})
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
