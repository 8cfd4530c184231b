package db

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
)

// postgresEngine is one pool; pgx prepares each statement once per connection by itself.
type postgresEngine struct{ db *sql.DB }

// maxPostgres bounds the connections that one process opens.
const maxPostgres = 16

func openPostgres(url string) (*postgresEngine, error) {
	c, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, err
	}
	c.RuntimeParams["synchronous_commit"] = "on" // what is acknowledged is on the disk, whatever the server or the URL says
	for key, value := range map[string]string{
		"timezone": "UTC", "statement_timeout": "5000", "idle_in_transaction_session_timeout": "15000",
		"lock_timeout": "5000", "application_name": "kontor",
	} {
		if _, set := c.RuntimeParams[key]; !set {
			c.RuntimeParams[key] = value
		}
	}
	d := stdlib.OpenDB(*c)
	d.SetMaxOpenConns(maxPostgres)
	d.SetMaxIdleConns(maxPostgres)
	return &postgresEngine{db: d}, nil
}

// CheckPostgres reports what is wrong with the address of a PostgreSQL database, as far as it shows without asking anybody.
// It names a wrong value at most, never the whole address, in which there may be a password. Parameters that only the server knows
// pass.
func CheckPostgres(url string) error {
	_, err := pgx.ParseConfig(url)
	var pe *pgconn.ParseConfigError
	if !errors.As(err, &pe) {
		return err
	}
	pe.ConnString = ""
	return errors.New(strings.TrimPrefix(pe.Error(), "cannot parse ``: "))
}

func (e *postgresEngine) query(ctx context.Context, q string, args []any) (*sql.Rows, error) {
	return e.db.QueryContext(ctx, q, args...)
}

func (e *postgresEngine) exec(ctx context.Context, q string, args []any) (sql.Result, error) {
	return e.db.ExecContext(ctx, q, args...)
}

func (e *postgresEngine) transact(ctx context.Context, synced bool, f func(querier) error) error {
	if synced {
		return e.within(ctx, nil, f)
	}
	return e.within(ctx, nil, func(q querier) error {
		if _, err := q.exec(ctx, `SET LOCAL synchronous_commit = off`, nil); err != nil {
			return err
		}
		return f(q)
	})
}

func (e *postgresEngine) snapshot(ctx context.Context, f func(querier) error) error {
	return e.within(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}, f)
}

func (e *postgresEngine) within(ctx context.Context, how *sql.TxOptions, f func(querier) error) error {
	tx, err := e.db.BeginTx(ctx, how)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // after a panic of f, too; after Commit it does nothing
	if err := f(postgresTx{tx}); err != nil {
		return errors.Join(err, ignoreDone(tx.Rollback()))
	}
	return tx.Commit()
}

// Careless names the settings of the server by which it may lose what it has acknowledged. SQLite has none: there they are
// ours.
func (d *DB) Careless(ctx context.Context) ([]string, error) {
	if _, ok := d.engine.(*postgresEngine); !ok {
		return nil, nil
	}
	return Collect(ctx, d, func(name *string) []any { return []any{name} },
		`SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes') AND setting = 'off' ORDER BY name`)
}

func ignoreDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}

type postgresTx struct{ tx *sql.Tx }

func (t postgresTx) query(ctx context.Context, q string, args []any) (*sql.Rows, error) {
	return t.tx.QueryContext(ctx, q, args...)
}

func (t postgresTx) exec(ctx context.Context, q string, args []any) (sql.Result, error) {
	return t.tx.ExecContext(ctx, q, args...)
}

// brief keeps what cancels ctx: a server may be far away, and watching for it costs little beside asking it.
func (e *postgresEngine) brief(ctx context.Context) context.Context { return ctx }

func (e *postgresEngine) ping(ctx context.Context) error      { return e.db.PingContext(ctx) }
func (e *postgresEngine) close() error                        { return e.db.Close() }
func (e *postgresEngine) migrator() (dialect, *sql.DB, error) { return postgresDialect(), e.db, nil }

func (e *postgresEngine) tables() string { return postgresTables }

// retryable reports whether the server undid a transaction in favour of another one: serialization failure (40001) or
// deadlock (40P01).
func (e *postgresEngine) retryable(err error) bool {
	var pe *pgconn.PgError
	return errors.As(err, &pe) && (pe.Code == "40001" || pe.Code == "40P01")
}

// translate says once, for all, what the server's SQLSTATE codes mean.
func (e *postgresEngine) translate(err error) error {
	var pe *pgconn.PgError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, context.DeadlineExceeded), pgconn.Timeout(err), lost(err):
		return away(err)
	case !errors.As(err, &pe):
		return err
	}
	switch {
	case pe.Code == "23505":
		return as(ErrUnique, err)
	case pe.Code == "23503":
		return as(ErrForeignKey, err)
	case pe.Code == "23514", pe.Code == "23502":
		return as(ErrCheck, err)
	case strings.HasPrefix(pe.Code, "08"), strings.HasPrefix(pe.Code, "53"), strings.HasPrefix(pe.Code, "57"),
		pe.Code == "40001", pe.Code == "40P01", pe.Code == "55P03":
		return away(err)
	}
	return err
}

// lost reports whether a connection could not be made, or broke: the next one may hold.
func lost(err error) bool {
	var connect *pgconn.ConnectError
	var network net.Error
	return errors.As(err, &connect) || errors.As(err, &network) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, driver.ErrBadConn) || errors.Is(err, net.ErrClosed) || errors.Is(err, pgconn.ErrConnClosed)
}
