package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

// dialect is how migrations are written for one engine.
type dialect struct {
	goose  goose.Dialect
	render func(sql string) string
	locks  bool // several processes may migrate at once
}

func sqliteDialect() dialect {
	return dialect{goose: goose.DialectSQLite3, render: func(s string) string { return s }}
}

func postgresDialect() dialect {
	return dialect{goose: goose.DialectPostgres, render: renderPostgres, locks: true}
}

var (
	textType = regexp.MustCompile(`\bTEXT\b`)
	blobType = regexp.MustCompile(`\bBLOB\b`)
	noRowid  = regexp.MustCompile(`\) WITHOUT ROWID\b`)
)

// renderPostgres turns the one set of migrations into PostgreSQL's: every text sorts by its bytes, as on SQLite, whatever
// the collation of the database; bytes have another name; every table is kept apart from its primary key. A step may take
// longer than a statement of a request may.
func renderPostgres(s string) string {
	s = textType.ReplaceAllString(s, `TEXT COLLATE "C"`)
	s = blobType.ReplaceAllString(s, "BYTEA")
	return "SET LOCAL statement_timeout = 0;\n" + noRowid.ReplaceAllString(s, ")")
}

// Schema tells how far the database's schema is, and how far this program's is.
type Schema struct{ Stored, Program int64 }

// Migrate brings the schema up to this program's, and returns how far it was before. The files of migrations are named 0001_what.sql; each runs in a
// transaction of its own. It returns ErrTooNew, with both versions, if a newer program was here before, and ErrForeign,
// before it writes anything, if the tables are another program's.
func (d *DB) Migrate(ctx context.Context, migrations fs.FS) (Schema, error) {
	if _, err := d.Fresh(ctx); err != nil {
		return Schema{}, fmt.Errorf("migrate: %w", err)
	}
	p, err := d.provider(migrations)
	if err != nil {
		return Schema{}, err
	}
	s, err := schemaOf(ctx, p)
	if err != nil || s.Stored == s.Program {
		return s, err
	}
	if _, err := p.Up(ctx); err != nil {
		return s, fmt.Errorf("migrate: %w", err)
	}
	return s, nil
}

// Schema reports how far the schema is without changing it. Like Migrate it refuses a newer one.
func (d *DB) Schema(ctx context.Context, migrations fs.FS) (Schema, error) {
	p, err := d.provider(migrations)
	if err != nil {
		return Schema{}, err
	}
	return schemaOf(ctx, p)
}

func schemaOf(ctx context.Context, p *goose.Provider) (Schema, error) {
	stored, err := p.GetDBVersion(ctx)
	if err != nil {
		return Schema{}, fmt.Errorf("read version of schema: %w", err)
	}
	s := Schema{Stored: stored}
	for _, m := range p.ListSources() {
		s.Program = max(s.Program, m.Version)
	}
	if s.Stored > s.Program {
		return s, fmt.Errorf("%w: stored %d, program %d", ErrTooNew, s.Stored, s.Program)
	}
	return s, nil
}

func (d *DB) provider(migrations fs.FS) (*goose.Provider, error) {
	dia, pool, err := d.engine.migrator()
	if err != nil {
		return nil, err
	}
	steps, err := readMigrations(migrations, dia.render)
	if err != nil {
		return nil, err
	}
	opts := []goose.ProviderOption{goose.WithDisableGlobalRegistry(true), goose.WithGoMigrations(steps...)}
	if dia.locks {
		l, err := lock.NewPostgresSessionLocker()
		if err != nil {
			return nil, err
		}
		opts = append(opts, goose.WithSessionLocker(l))
	}
	return goose.NewProvider(dia.goose, pool, nil, opts...)
}

var migrationName = regexp.MustCompile(`^(\d{4})_[a-z_]+\.sql$`)

func readMigrations(fsys fs.FS, render func(string) string) ([]*goose.Migration, error) {
	names, err := fs.Glob(fsys, "*.sql")
	if err != nil || len(names) == 0 {
		return nil, errors.Join(errors.New("no migrations"), err)
	}
	var steps []*goose.Migration
	for _, name := range names {
		m := migrationName.FindStringSubmatch(name)
		if m == nil {
			return nil, fmt.Errorf("migration %s is not named 0001_what.sql", name)
		}
		version, err := strconv.ParseInt(m[1], 10, 64)
		if err != nil {
			return nil, err
		}
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		steps = append(steps, goose.NewGoMigration(version, &goose.GoFunc{RunTx: run(render(string(text)))}, nil))
	}
	return steps, nil
}

// run executes the statements of one file, one after the other.
func run(text string) func(context.Context, *sql.Tx) error {
	return func(ctx context.Context, tx *sql.Tx) error {
		for _, s := range strings.Split(text, ";\n") {
			if strings.TrimSpace(s) == "" {
				continue
			}
			if _, err := tx.ExecContext(ctx, s); err != nil {
				return fmt.Errorf("%w in: %s", err, strings.TrimSpace(s))
			}
		}
		return nil
	}
}
