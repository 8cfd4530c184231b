package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/netip"
	"time"

	"kontor.example/internal/base/config"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/auth"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/job"
	"kontor.example/internal/engine/search"
	"kontor.example/internal/serve/web"
	"kontor.example/locales"
)

// languages are those in which pages and addresses are complete, the default first.
func languages() []i18n.Lang { return []i18n.Lang{"de", "en"} }

// An App is everything that runs: one database, its rooms, its jobs, and the handler of all doors.
type App struct {
	Config  config.Config
	Log     *slog.Logger
	DB      *db.DB
	Stores  *Stores
	Queue   *job.Queue
	Search  *search.Index
	Tokens  *auth.Tokens
	Doors   []web.Door
	Handler http.Handler

	StopWithin time.Duration // how long a stop waits for requests under way

	words    *i18n.Catalog
	now      func() time.Time
	reserved io.Closer // what keeps other servers from the folder; nil if nothing does
}

// OpenAlone opens the app for a server: as Open does, but before it touches a SQLite database it reserves its folder, for
// as long as the app is open. It returns db.ErrInUse if another server has it.
func OpenAlone(ctx context.Context, cfg config.Config, log *slog.Logger, now func() time.Time) (*App, error) {
	reserved, err := db.Reserve(ctx, cfg.Database())
	if err != nil {
		return nil, err
	}
	a, err := Open(ctx, cfg, log, now)
	if err != nil {
		return nil, errors.Join(err, reserved.Close())
	}
	a.reserved = reserved
	return a, nil
}

// Open opens the database that cfg names, brings it up to date and builds the app on it. Nothing listens or works yet.
func Open(ctx context.Context, cfg config.Config, log *slog.Logger, now func() time.Time) (*App, error) {
	words, err := i18n.NewCatalog(locales.FS)
	if err != nil {
		return nil, err
	}
	d, err := openDatabase(ctx, cfg)
	if err != nil {
		return nil, err
	}
	a := &App{
		Config: cfg, Log: log, DB: d, now: now, words: words, Stores: NewStores(d, now, languages()),
		Queue: job.NewQueue(d, now, log), Tokens: auth.NewTokens(d, now), StopWithin: 10 * time.Second,
	}
	a.Search = newSearch(d, a.Stores, words)
	startJobs(a.Queue, a.Stores, a.Search)
	if err := a.openDoors(ctx); err != nil {
		return nil, errors.Join(err, a.Close())
	}
	return a, nil
}

// Close closes the database, and then lets another server have its folder.
func (a *App) Close() error {
	err := a.DB.Close()
	if a.reserved != nil {
		err = errors.Join(err, a.reserved.Close())
	}
	return err
}

func (a *App) openDoors(ctx context.Context) error {
	doors, err := a.doors(ctx)
	if err != nil {
		return err
	}
	var proxy netip.Prefix
	if a.Config.TrustProxy != "" {
		if proxy, err = netip.ParsePrefix(a.Config.TrustProxy); err != nil {
			return fmt.Errorf("trust_proxy: %w", err)
		}
	}
	a.Doors = doors
	a.Handler = web.Chain{
		Doors: doors, Actor: a.Tokens.Actor, Now: a.now, Log: a.Log, Proxy: proxy,
		Limits: web.Limits{Reads: a.Config.ReadRate, Writes: a.Config.WriteRate},
	}.Handler()
	return nil
}
