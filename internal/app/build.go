package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/netip"
	"time"

	"kontor.example/internal/base/config"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/auth"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/job"
	"kontor.example/internal/serve/web"
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
	Tokens  *auth.Tokens
	Doors   []web.Door
	Handler http.Handler

	now func() time.Time
}

// Open opens the database that cfg names, brings it up to date and builds the app on it. Nothing listens or works yet.
func Open(ctx context.Context, cfg config.Config, log *slog.Logger, now func() time.Time) (*App, error) {
	d, err := openDatabase(ctx, cfg)
	if err != nil {
		return nil, err
	}
	a := &App{
		Config: cfg, Log: log, DB: d, now: now, Stores: NewStores(d, now, languages()),
		Queue: job.NewQueue(d, now, log), Tokens: auth.NewTokens(d, now),
	}
	startJobs(a.Queue, a.Stores)
	if err := a.openDoors(ctx); err != nil {
		return nil, errors.Join(err, a.Close())
	}
	return a, nil
}

// Close closes the database.
func (a *App) Close() error { return a.DB.Close() }

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
