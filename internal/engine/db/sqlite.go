package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// sqliteEngine has two pools: one connection that writes, with a lock of its own before SQLite's, and several that can
// only read. In WAL mode readers never wait for the writer, nor the writer for them.
type sqliteEngine struct {
	reads  *pool
	writes *sql.DB

	lock chan struct{} // held by the writer; a channel, so that waiting can be cancelled
	conn *writer

	unsynced atomic.Int64 // transactions so far that did not wait for the disk
}

// These bound the page cache of each connection, in KiB.
const (
	writerCache = 8 << 10
	readerCache = 4 << 10
)

// mapped is how many bytes of the file a reader looks at where the system has them in memory, instead of copying each page
// into its own cache; what lies behind it reads as before. It is the most that SQLite maps. The writer maps nothing.
const mapped = 1<<31 - 1<<16

func openSQLite(path string) (*sqliteEngine, error) {
	if err := makeFolder(filepath.Dir(path)); err != nil {
		return nil, err
	}
	if err := checkFile(path); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	writes, err := sql.Open("sqlite", sqliteDSN(path, writerCache, "journal_mode(WAL)", "synchronous(FULL)", "secure_delete(ON)"))
	if err != nil {
		return nil, err
	}
	writes.SetMaxOpenConns(1)
	if err := writes.Ping(); err != nil { // makes the file and sets WAL before the first reader comes
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), writes.Close())
	}
	if err := os.Chmod(path, 0o600); err != nil {
		return nil, errors.Join(err, writes.Close())
	}
	reads, err := sql.Open("sqlite", sqliteDSN(path, readerCache, "query_only(ON)", fmt.Sprintf("mmap_size(%d)", mapped)))
	if err != nil {
		return nil, errors.Join(err, writes.Close())
	}
	n := max(4, runtime.NumCPU())
	reads.SetMaxOpenConns(n)
	reads.SetMaxIdleConns(n)
	e := &sqliteEngine{reads: &pool{db: reads}, writes: writes, lock: make(chan struct{}, 1)}
	return e, nil
}

func sqliteDSN(path string, cacheKiB int, pragmas ...string) string {
	return fileDSN(path, append([]string{
		"busy_timeout(5000)", "foreign_keys(ON)", "trusted_schema(OFF)", fmt.Sprintf("cache_size(-%d)", cacheKiB),
	}, pragmas...)...)
}

func fileDSN(path string, pragmas ...string) string {
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + url.Values{"_pragma": pragmas}.Encode()
}

func (e *sqliteEngine) query(ctx context.Context, q string, args []any) (*sql.Rows, error) {
	return e.reads.query(ctx, q, args)
}

func (e *sqliteEngine) exec(context.Context, string, []any) (sql.Result, error) {
	return nil, errors.New("the readers of SQLite do not write")
}

func (e *sqliteEngine) transact(ctx context.Context, synced bool, f func(querier) error) error {
	if synced {
		return e.write(ctx, func(w *writer) error { return w.transact(ctx, "BEGIN IMMEDIATE", f) })
	}
	err := e.write(ctx, func(w *writer) error {
		return w.unsynced(ctx, func() error { return w.transact(ctx, "BEGIN IMMEDIATE", f) })
	})
	if err == nil && e.unsynced.Add(1)%settleAfter == 0 {
		e.settle(ctx)
	}
	return err
}

// write lends f the one connection that writes, which everybody else waits for meanwhile.
func (e *sqliteEngine) write(ctx context.Context, f func(*writer) error) error {
	select {
	case e.lock <- struct{}{}:
		defer func() { <-e.lock }()
	case <-ctx.Done():
		return ctx.Err()
	}
	w, err := e.writer(ctx)
	if err != nil {
		return err
	}
	return f(w)
}

// settleAfter is after how many unsynced transactions the log is moved into the file. After each would be too often: whoever
// writes to an empty log waits for its first page to be on the disk.
const settleAfter = 8

// settle moves the log into the file. Else the commit does so that finds a thousand pages in the log, and all who want to
// write wait for the disk; here nobody waits but who asked for it. What it cannot do now, that commit does, so that its
// error says nothing new.
func (e *sqliteEngine) settle(ctx context.Context) {
	_, _ = e.reads.db.ExecContext(ctx, "PRAGMA wal_checkpoint(PASSIVE)")
}

// snapshot takes one of the readers for itself: a transaction on it keeps to what was there at its first statement.
func (e *sqliteEngine) snapshot(ctx context.Context, f func(querier) error) error {
	c, err := e.reads.db.Conn(ctx)
	if err != nil {
		return err
	}
	w := &writer{conn: c, stmts: map[string]*sql.Stmt{}}
	defer w.close()
	return w.transact(ctx, "BEGIN", f)
}

// writer returns the one connection that writes; it keeps its prepared statements, and is replaced once it broke.
func (e *sqliteEngine) writer(ctx context.Context) (*writer, error) {
	if e.conn != nil && !e.conn.broken {
		return e.conn, nil
	}
	if e.conn != nil {
		e.conn.close()
		e.conn = nil
	}
	c, err := e.writes.Conn(ctx)
	if err != nil {
		return nil, err
	}
	e.conn = &writer{conn: c, stmts: map[string]*sql.Stmt{}}
	return e.conn, nil
}

// brief lets statements run that cannot be cancelled: see writer.
func (e *sqliteEngine) brief(ctx context.Context) context.Context { return context.WithoutCancel(ctx) }

func (e *sqliteEngine) ping(ctx context.Context) error { return e.reads.db.PingContext(ctx) }

func (e *sqliteEngine) close() error {
	e.lock <- struct{}{}
	defer func() { <-e.lock }()
	if e.conn != nil {
		e.conn.close()
		e.conn = nil
	}
	return errors.Join(e.reads.close(), e.writes.Close())
}

// Refresh replaces the connection that writes to SQLite, and with it the pages and statements that it keeps. After much was
// loaded those are megabytes that nobody will ask for again. On PostgreSQL it does nothing: there such memory is the
// server's.
func (d *DB) Refresh() {
	e, ok := d.engine.(*sqliteEngine)
	if !ok {
		return
	}
	e.lock <- struct{}{}
	defer func() { <-e.lock }()
	if e.conn != nil {
		e.conn.broken = true // so that it is closed, not given back
		e.conn.close()
		e.conn = nil
	}
}

// migrator lends the writing pool; the connection of the writer is given back first.
func (e *sqliteEngine) migrator() (dialect, *sql.DB, error) {
	e.lock <- struct{}{}
	defer func() { <-e.lock }()
	if e.conn != nil {
		e.conn.close()
		e.conn = nil
	}
	return sqliteDialect(), e.writes, nil
}

func (e *sqliteEngine) tables() string { return sqliteTables }

func (e *sqliteEngine) retryable(error) bool { return false }

// translate says once, for all, what SQLite's result codes mean.
func (e *sqliteEngine) translate(err error) error {
	var se *sqlite.Error
	switch {
	case err == nil:
		return nil
	case errors.Is(err, context.DeadlineExceeded):
		return away(err)
	case !errors.As(err, &se):
		return err
	}
	switch code := se.Code(); code {
	case lib.SQLITE_CONSTRAINT_UNIQUE, lib.SQLITE_CONSTRAINT_PRIMARYKEY:
		return as(ErrUnique, err)
	case lib.SQLITE_CONSTRAINT_FOREIGNKEY:
		return as(ErrForeignKey, err)
	case lib.SQLITE_CONSTRAINT_CHECK, lib.SQLITE_CONSTRAINT_NOTNULL:
		return as(ErrCheck, err)
	default:
		switch code & 0xff {
		case lib.SQLITE_BUSY, lib.SQLITE_LOCKED, lib.SQLITE_FULL, lib.SQLITE_IOERR, lib.SQLITE_READONLY, lib.SQLITE_INTERRUPT:
			return away(err)
		}
		return err
	}
}

// maxStatements bounds the prepared statements kept for one pool or connection: filters make many different texts.
const maxStatements = 400

// A pool prepares each statement once and keeps it for all of its connections.
type pool struct {
	db    *sql.DB
	mu    sync.RWMutex
	stmts map[string]*kept
}

// A kept statement is read-locked by those who run it, so that it is not closed under their hands.
type kept struct {
	*sql.Stmt
	using sync.RWMutex
}

func (p *pool) query(ctx context.Context, q string, args []any) (*sql.Rows, error) {
	p.mu.RLock()
	s := p.stmts[q]
	if s != nil {
		s.using.RLock()
	}
	p.mu.RUnlock()
	if s == nil {
		var err error
		if s, err = p.prepare(ctx, q); err != nil {
			return nil, err
		}
	}
	defer s.using.RUnlock()
	return s.QueryContext(ctx, args...)
}

// prepare returns the statement read-locked.
func (p *pool) prepare(ctx context.Context, q string) (*kept, error) {
	fresh, err := p.db.PrepareContext(ctx, positional(q))
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if other, ok := p.stmts[q]; ok {
		other.using.RLock()
		_ = fresh.Close()
		return other, nil
	}
	if p.stmts == nil {
		p.stmts = map[string]*kept{}
	}
	if len(p.stmts) >= maxStatements {
		p.forgetOne()
	}
	s := &kept{Stmt: fresh}
	s.using.RLock()
	p.stmts[q] = s
	return s, nil
}

// forgetOne closes some statement that nobody runs just now.
func (p *pool) forgetOne() {
	for q, s := range p.stmts {
		if s.using.TryLock() {
			_ = s.Close()
			delete(p.stmts, q)
			return
		}
	}
}

func (p *pool) close() error { return p.db.Close() }

var placeholder = regexp.MustCompile(`\$[0-9]+`)

// positional turns $1, $2, … into plain question marks where they stand in this order, each once. For a parameter with a
// name the driver asks SQLite for that name at every binding, which searches the list of all names: of six thousand
// parameters, two thirds of the time of the statement went there.
func positional(q string) string {
	n := 0
	for _, p := range placeholder.FindAllString(q, -1) {
		if n++; p != "$"+strconv.Itoa(n) {
			return q
		}
	}
	return placeholder.ReplaceAllString(q, "?")
}
