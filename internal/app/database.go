package app

import (
	"context"
	"errors"
	"fmt"
	"time"

	"kontor.example/internal/base/config"
	"kontor.example/internal/engine/db"
	"kontor.example/migrations"
)

// openDatabase opens the database, makes it if it is not there, and brings its schema up to date.
func openDatabase(ctx context.Context, cfg config.Config) (*db.DB, error) {
	d, err := db.Open(ctx, cfg.Database())
	if err != nil {
		return nil, err
	}
	if err := prepare(ctx, d); err != nil {
		_ = d.Close()
		return nil, err
	}
	return d, nil
}

// openExisting opens the database as openDatabase does, unless there is none: to look into one, none is made.
func openExisting(ctx context.Context, cfg config.Config) (*db.DB, error) {
	there, err := db.Exists(cfg.Database())
	if err != nil {
		return nil, err
	}
	if !there {
		return nil, fmt.Errorf("there is no database in the folder %s: --data or --config says where it is", cfg.DataDir)
	}
	d, err := db.Open(ctx, cfg.Database())
	if err != nil {
		return nil, err
	}
	fresh, err := d.Fresh(ctx)
	if err == nil && fresh {
		err = fmt.Errorf("there is nothing of Kontor's in the database %s yet", hidePassword(cfg.Database()))
	}
	if err == nil {
		err = prepare(ctx, d)
	}
	if err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return d, nil
}

// prepare brings the schema up to date and, after a step, packs the parts of all records anew: a step may have changed of
// what they consist.
func prepare(ctx context.Context, d *db.DB) error {
	was, err := d.Migrate(ctx, migrations.FS)
	if err != nil {
		return err
	}
	if was.Stored != 0 && was.Stored < was.Program {
		if _, err := copies(ctx, NewStores(d, time.Now, languages()), true); err != nil {
			return err
		}
	}
	return loadGazetteer(ctx, d)
}

// copies compares the packed parts of all kinds with the tables.
func copies(ctx context.Context, s *Stores, repair bool) (differ int, err error) {
	for _, c := range s.Collections() {
		n, err := c.Copies(ctx, repair)
		if err != nil {
			return 0, err
		}
		differ += n
	}
	return differ, nil
}
