// Package db opens the database, SQLite or PostgreSQL, and runs statements and transactions on it. The same SQL text,
// with $1 for its first argument, runs on both; arguments are bound by the driver.
package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"kontor.example/internal/base/fault"
)

// A DB is the database, or one transaction on it.
type DB struct {
	engine engine
	tx     *transaction // nil outside of a transaction
}

// querier runs statements, prepared where that pays.
type querier interface {
	query(ctx context.Context, q string, args []any) (*sql.Rows, error)
	exec(ctx context.Context, q string, args []any) (sql.Result, error)
}

// engine is what differs between SQLite and PostgreSQL.
type engine interface {
	querier // reads outside of a transaction

	// transact returns once what f wrote is committed and, if synced, on the disk.
	transact(ctx context.Context, synced bool, f func(querier) error) error
	snapshot(ctx context.Context, f func(querier) error) error
	translate(error) error
	retryable(error) bool
	brief(ctx context.Context) context.Context
	migrator() (dialect, *sql.DB, error)
	tables() string // the statement that lists the tables there are
	ping(ctx context.Context) error
	close() error
}

// Open opens the database at url: "sqlite:PATH" for a file, "postgres://…" for a server. It does not migrate it.
func Open(ctx context.Context, url string) (*DB, error) {
	var e engine
	var err error
	switch scheme, rest, _ := strings.Cut(url, ":"); scheme {
	case "sqlite":
		e, err = openSQLite(rest)
	case "postgres", "postgresql":
		e, err = openPostgres(url)
	default:
		return nil, fmt.Errorf("database address begins with %q, neither sqlite nor postgres", scheme)
	}
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	d := &DB{engine: e}
	if err := e.ping(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open database: %w", err), e.close())
	}
	return d, nil
}

// Close closes the database once the statements under way are done.
func (d *DB) Close() error { return d.engine.close() }

// Ping reports whether the database answers.
func (d *DB) Ping(ctx context.Context) error { return d.engine.translate(d.engine.ping(ctx)) }

// Brief returns the context for statements that find a few rows by their keys. On SQLite such a statement ends before
// anybody could cancel it, and watching out for that would take longer than the statement; on PostgreSQL it is ctx. What
// may read many rows takes ctx itself.
func (d *DB) Brief(ctx context.Context) context.Context { return d.engine.brief(ctx) }

func (d *DB) querier() querier {
	if d.tx != nil {
		return d.tx.q
	}
	return d.engine
}

// Query runs a statement that returns rows. Outside of a transaction it only reads.
func (d *DB) Query(ctx context.Context, q string, args ...any) (*sql.Rows, error) {
	rows, err := d.querier().query(ctx, q, args)
	return rows, d.engine.translate(err)
}

// Exec runs a statement and returns how many rows it changed. It needs a transaction.
func (d *DB) Exec(ctx context.Context, q string, args ...any) (int64, error) {
	if d.tx == nil {
		return 0, errors.New("exec outside of a transaction")
	}
	res, err := d.tx.q.exec(ctx, q, args)
	if err != nil {
		return 0, d.engine.translate(err)
	}
	return res.RowsAffected()
}

// Row runs a statement and scans its first row into dest. It returns fault.NotFound if there is none.
func (d *DB) Row(ctx context.Context, dest []any, q string, args ...any) error {
	rows, err := d.Query(ctx, q, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	if !rows.Next() {
		if err := rows.Err(); err != nil {
			return d.engine.translate(err)
		}
		return fault.NotFound
	}
	if err := rows.Scan(dest...); err != nil {
		return fmt.Errorf("scan: %w", err)
	}
	return d.engine.translate(rows.Close())
}

// Each runs a statement and calls f for each of its rows.
func (d *DB) Each(ctx context.Context, f func(scan func(...any) error) error, q string, args ...any) error {
	rows, err := d.Query(ctx, q, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return err
		}
	}
	return d.engine.translate(rows.Err())
}

// Collect runs a statement and returns its rows; fields names the variables of one that a row fills.
func Collect[T any](ctx context.Context, d *DB, fields func(*T) []any, q string, args ...any) ([]T, error) {
	var out []T
	err := d.Each(ctx, func(scan func(...any) error) error {
		var t T
		if err := scan(fields(&t)...); err != nil {
			return fmt.Errorf("scan: %w", err)
		}
		out = append(out, t)
		return nil
	}, q, args...)
	return out, err
}
