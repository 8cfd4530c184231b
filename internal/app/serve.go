package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"slices"
	"sync"
	"time"
	_ "time/tzdata" // the clocks of partner cities, wherever the program runs

	"github.com/spf13/cobra"

	"kontor.example/internal/base/config"
	"kontor.example/internal/engine/auth"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/engine/search"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/serve/web"
	"kontor.example/migrations"
)

func newServe(c *command) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the portal and the API",
		Long: `Serve the portal and the API. Without settings it keeps its records in the folder data, in a database of its own, which
it makes if it is not there. With KONTOR_DATABASE_URL=postgres://… it uses PostgreSQL instead.`,
		Example: "  kontor serve --data /var/lib/kontor --addr 127.0.0.1:8080",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := c.settings()
			if err != nil {
				return err
			}
			a, err := OpenAlone(cmd.Context(), cfg, c.logger(cfg), time.Now)
			if err != nil {
				return err
			}
			return a.Serve(cmd.Context(), func(addr string) error {
				c.say("Kontor listens on http://%s/\n", addr)
				return c.out.err
			})
		},
	}
	c.dataFlag(cmd, "folder of the database (default data)")
	c.addrFlag(cmd)
	return cmd
}

func newDemo(c *command) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Load the public facts of Hannover and serve them",
		Long: `Load the public facts of Hannover's international relations and serve them. The records go when the program stops, unless
--data names a folder to keep them in. It prints the address, and a token for each role.`,
		Example: "  kontor demo\n  kontor demo --data ./demo --addr 127.0.0.1:9000",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := c.settings()
			if err != nil {
				return err
			}
			cfg.ReadRate, cfg.WriteRate = 0, 0
			if c.data.value == nil && cfg.DatabaseURL == "" {
				dir, err := os.MkdirTemp("", "kontor-demo-")
				if err != nil {
					return err
				}
				defer os.RemoveAll(dir)
				cfg.DataDir = dir
			}
			return c.demo(cmd.Context(), cfg)
		},
	}
	c.dataFlag(cmd, "folder to keep the demonstration in (default: a temporary one)")
	c.addrFlag(cmd)
	return cmd
}

func (c *command) demo(ctx context.Context, cfg config.Config) error {
	if err := lookForDemo(ctx, cfg); err != nil {
		return err
	}
	a, err := OpenAlone(ctx, cfg, c.logger(cfg), time.Now)
	if err != nil {
		return err
	}
	if err := demo.Load(ctx, a.DB, a.Stores.Stores); err != nil {
		return errors.Join(err, a.Close())
	}
	return a.Serve(ctx, func(addr string) error {
		c.say("Kontor listens on http://%s/\n", addr)
		return c.printTokens(ctx, a.Tokens)
	})
}

// lookForDemo refuses a database that is not the demonstration's before anything is done to it.
func lookForDemo(ctx context.Context, cfg config.Config) error {
	there, err := db.Exists(cfg.Database())
	if err != nil || !there {
		return err
	}
	d, err := db.Open(ctx, cfg.Database())
	if err != nil {
		return err
	}
	fresh, err := d.Fresh(ctx)
	if err == nil && !fresh { // of a newer schema nobody knows what its tables mean
		_, err = d.Schema(ctx, migrations.FS)
	}
	if err == nil {
		err = demo.Look(ctx, d)
	}
	return errors.Join(err, d.Close())
}

// A demoToken is one that the demonstration prints.
type demoToken struct {
	label  string
	role   record.Role
	office record.ID
}

func demoTokens() []demoToken {
	return []demoToken{
		{"viewer", record.Viewer, demo.Office()},
		{"editor", record.Editor, demo.Office()},
		{"admin", record.Admin, ""},
		{"other-editor", record.Editor, demo.Second()},
	}
}

// name is how the token is listed.
func (t demoToken) name() string { return "demo " + t.label }

// printTokens makes one token per role for the demonstration and prints each on a line. Those of earlier starts are taken
// back: nobody is left who needs them.
func (c *command) printTokens(ctx context.Context, tokens *auth.Tokens) error {
	if err := revokeDemoTokens(ctx, tokens); err != nil {
		return err
	}
	for _, t := range demoTokens() {
		secret, _, err := tokens.Create(ctx, auth.Token{
			Name: t.name(), Role: t.role, Office: t.office, Expires: time.Now().AddDate(0, 0, 30),
		})
		if err != nil {
			return fmt.Errorf("token of %s: %w", t.label, err)
		}
		c.say("token %s %s\n", t.label, secret)
	}
	return c.out.err
}

func revokeDemoTokens(ctx context.Context, tokens *auth.Tokens) error {
	all, err := tokens.List(ctx)
	if err != nil {
		return err
	}
	for _, t := range all {
		ours := slices.ContainsFunc(demoTokens(), func(d demoToken) bool { return d.name() == t.Name })
		if ours && t.Revoked.IsZero() {
			if err := tokens.Revoke(ctx, string(t.ID)); err != nil {
				return err
			}
		}
	}
	return nil
}

// Serve listens, tells ready at which address, and then serves until ctx ends: who has an answer finds all that ready said,
// in the search too, and who asks earlier waits; places of the gazetteer may follow there. In the end it finishes the
// requests under way and closes the app. What is still under way after StopWithin is cut off, and the log says so: to stop
// then is what was asked for, and no error.
func (a *App) Serve(ctx context.Context, ready func(addr string) error) error {
	l, err := net.Listen("tcp", a.Config.Addr)
	if err != nil {
		return errors.Join(err, a.Close())
	}
	if err := a.Search.Fill(ctx, search.Records{Kernel: a.Stores.Kernel}); err != nil {
		return errors.Join(err, l.Close(), a.Close())
	}
	a.settle()
	defer CollectLess()()
	a.warn(ctx)
	if err := ready(l.Addr().String()); err != nil {
		return errors.Join(err, l.Close(), a.Close())
	}
	srv := a.server()
	jobs, stopJobs := context.WithCancel(context.WithoutCancel(ctx))
	var working sync.WaitGroup
	working.Go(func() { a.Queue.Run(jobs) })
	served := make(chan error, 1)
	go func() { served <- srv.Serve(web.Unread(l)) }()
	select {
	case <-ctx.Done():
	case err = <-served:
	}
	err = errors.Join(err, a.stop(context.WithoutCancel(ctx), srv))
	stopJobs()
	working.Wait()
	return errors.Join(err, a.Close())
}

// server returns the server of the doors. Nobody holds a connection for long by sending or reading slowly; who is too slow
// in sending can still be told so.
func (a *App) server() *http.Server {
	return &http.Server{
		Handler:                      a.Handler,
		ReadHeaderTimeout:            5 * time.Second,
		ReadTimeout:                  30 * time.Second,
		WriteTimeout:                 60 * time.Second,
		IdleTimeout:                  2 * time.Minute,
		MaxHeaderBytes:               32 << 10,
		DisableGeneralOptionsHandler: true, // OPTIONS * is refused by the chain, as any path that is none
		ErrorLog:                     slog.NewLogLogger(a.Log.Handler(), slog.LevelWarn),
	}
}

// warn tells of a server of databases that may lose what it has acknowledged.
func (a *App) warn(ctx context.Context) {
	careless, err := a.DB.Careless(ctx)
	if err != nil || len(careless) > 0 {
		a.Log.WarnContext(ctx, "the database may lose acknowledged changes when its machine fails", "off", careless, "error", err)
	}
}

// stop ends the server once the requests under way are done, or StopWithin has passed.
func (a *App) stop(ctx context.Context, srv *http.Server) error {
	waiting, cancel := context.WithTimeout(ctx, a.StopWithin)
	defer cancel()
	err := srv.Shutdown(waiting)
	if !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	a.Log.Warn("stopped before all requests were done", "waited", a.StopWithin.String())
	return srv.Close()
}

// hidePassword returns the address of a database as it may be printed.
func hidePassword(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "(not an address)"
	}
	if q := u.Query(); q.Has("password") {
		q.Set("password", "xxxxx")
		u.RawQuery = q.Encode()
	}
	return u.Redacted()
}
