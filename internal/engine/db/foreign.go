package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"github.com/pressly/goose/v3"
)

// ErrForeign: the database holds tables of another program. Kontor keeps to a database of its own.
var ErrForeign = errors.New("it holds tables that are not Kontor's: choose an empty database")

// Fresh reports whether nothing of Kontor's is in the database yet, and changes nothing. It returns ErrForeign, with what the
// tables are called, if others are.
func (d *DB) Fresh(ctx context.Context) (bool, error) {
	_, pool, err := d.engine.migrator()
	if err != nil {
		return false, err
	}
	return fresh(ctx, pool, d.engine.tables())
}

func fresh(ctx context.Context, pool *sql.DB, query string) (bool, error) {
	rows, err := pool.QueryContext(ctx, query)
	if err != nil {
		return false, fmt.Errorf("look at tables: %w", err)
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return false, fmt.Errorf("look at tables: %w", err)
		}
		names = append(names, name)
	}
	if err := rows.Err(); err != nil {
		return false, fmt.Errorf("look at tables: %w", err)
	}
	switch {
	case slices.Contains(names, goose.DefaultTablename):
		return false, nil
	case len(names) > 0:
		return false, fmt.Errorf("%w (found %q)", ErrForeign, names[:min(len(names), 3)])
	}
	return true, nil
}

// sqliteTables are all tables of a file but SQLite's own.
const sqliteTables = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY name`

// postgresTables are all tables in the schema where new ones are made, but those that an extension brought.
const postgresTables = `SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
	WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
		WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
	ORDER BY c.relname`

// checkFile refuses a file that is not a database, or another program's, before anything is written to it: to open it for
// writing already changes its header.
func checkFile(path string) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	if info.IsDir() {
		return errors.New("it is a folder")
	}
	pool, err := sql.Open("sqlite", fileDSN(path, "busy_timeout(5000)", "query_only(ON)"))
	if err != nil {
		return err
	}
	_, err = fresh(context.Background(), pool, sqliteTables)
	return errors.Join(err, pool.Close())
}
