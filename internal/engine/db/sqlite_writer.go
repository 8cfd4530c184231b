package db

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
)

// A writer is one connection with its prepared statements, that of the one who writes or, for a snapshot, of a reader. They
// are prepared on the connection itself, so that preparing one in the middle of a transaction does not wait for that
// transaction. A cancelled context ends a transaction between two statements, never within one: to watch for it there costs
// two goroutines a statement, more than most statements.
type writer struct {
	conn   *sql.Conn
	stmts  map[string]*sql.Stmt
	broken bool
}

func (w *writer) prepare(ctx context.Context, q string) (*sql.Stmt, error) {
	if s, ok := w.stmts[q]; ok {
		return s, nil
	}
	s, err := w.conn.PrepareContext(ctx, positional(q))
	if err != nil {
		return nil, err
	}
	if len(w.stmts) >= maxStatements {
		for old, s := range w.stmts {
			_ = s.Close()
			delete(w.stmts, old)
			break
		}
	}
	w.stmts[q] = s
	return s, nil
}

// ready returns a statement, and the context that does not end it halfway; an error if ctx has ended already.
func (w *writer) ready(ctx context.Context, q string) (context.Context, *sql.Stmt, error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	ctx = context.WithoutCancel(ctx)
	s, err := w.prepare(ctx, q)
	return ctx, s, err
}

func (w *writer) query(ctx context.Context, q string, args []any) (*sql.Rows, error) {
	ctx, s, err := w.ready(ctx, q)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

func (w *writer) exec(ctx context.Context, q string, args []any) (sql.Result, error) {
	ctx, s, err := w.ready(ctx, q)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

func (w *writer) transact(ctx context.Context, begin string, f func(querier) error) (err error) {
	if err := ctx.Err(); err != nil { // nothing has begun
		return err
	}
	always := context.WithoutCancel(ctx)
	if _, err := w.exec(always, begin, nil); err != nil {
		w.broken = true
		return err
	}
	done := false
	defer func() {
		if done {
			return
		}
		if _, rerr := w.exec(always, "ROLLBACK", nil); rerr != nil {
			w.broken = true
			err = errors.Join(err, rerr)
		}
	}()
	if err := f(w); err != nil {
		return err
	}
	if _, err := w.exec(always, "COMMIT", nil); err != nil {
		return err
	}
	done = true
	return nil
}

// unsynced runs f with commits that do not wait for the disk. Its statements are not kept prepared: by the documentation of
// SQLite some pragmas take effect as they are read, not as they are run.
func (w *writer) unsynced(ctx context.Context, f func() error) (err error) {
	set := func(level string) error {
		_, err := w.conn.ExecContext(context.WithoutCancel(ctx), "PRAGMA synchronous = "+level)
		w.broken = w.broken || err != nil
		return err
	}
	if err := set("NORMAL"); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, set("FULL")) }()
	return f()
}

func (w *writer) close() {
	for _, s := range w.stmts {
		_ = s.Close()
	}
	if w.broken { // do not hand a connection back that may be in the middle of something
		_ = w.conn.Raw(func(any) error { return driver.ErrBadConn })
	}
	_ = w.conn.Close()
}
