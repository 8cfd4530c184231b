// Command bench measures what a request costs Kontor, beside a handler written by hand over the same tables.
//
// It fills a database with 100,000 relations, opens Kontor and the raw handler on it in this one process, makes sure that
// both answer with the same records, and then sends requests to each in turn, without a network between. What it prints
// is explained in docs/performance.md.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"
	"time"

	"kontor.example/internal/app"
	"kontor.example/internal/base/config"
)

// options are the flags.
type options struct {
	n       int
	url     string
	dir     string
	rounds  int
	length  time.Duration
	only    string
	profile string
	idle    bool
}

func main() {
	var o options
	flag.IntVar(&o.n, "n", 100_000, "how many relations")
	flag.StringVar(&o.url, "url", "", "postgres://… of an empty database; without it SQLite in a folder")
	flag.StringVar(&o.dir, "dir", "", "folder to keep the SQLite database in, and to find it filled next time; without it a temporary one")
	flag.IntVar(&o.rounds, "rounds", 9, "how many rounds of each path")
	flag.DurationVar(&o.length, "length", 300*time.Millisecond, "how much CPU time a round takes, about")
	flag.StringVar(&o.only, "only", "", "measure only this path: get, list, page, 304, search, suggest, words, map or create; or index, the index of the search alone")
	flag.StringVar(&o.profile, "profile", "", "write CPU profiles of Kontor, PATH.cpu, into this folder instead of measuring")
	flag.BoolVar(&o.idle, "idle", false, "open the database, serve nothing, and print the memory that it takes: the benchmark calls itself so")
	flag.Parse()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	do := run
	switch {
	case o.idle:
		do = printIdle
	case o.only == "index":
		do = searches
	}
	if err := do(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		cancel()
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) (err error) {
	if o.dir == "" && o.url == "" {
		if o.dir, err = os.MkdirTemp("", "kontor-bench-"); err != nil {
			return err
		}
		defer os.RemoveAll(o.dir)
	}
	b, err := o.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.raw.Close(), b.app.Close()) }()
	if o.profile == "" {
		if err := o.reportIdle(ctx); err != nil { // before relations are created, which leaves work for the jobs
			return err
		}
	}
	defer app.CollectLess()()
	if err := errors.Join(b.verify(), b.verifyCreates()); err != nil {
		return err
	}
	paths, err := b.paths(ctx)
	if err != nil {
		return err
	}
	if o.profile != "" {
		return o.profiles(paths)
	}
	return o.report(paths)
}

// config returns settings without limits, the rest as they are by default.
func (o options) config() config.Config {
	c := config.Default()
	c.DataDir, c.DatabaseURL, c.ReadRate, c.WriteRate = o.dir, o.url, 0, 0
	return c
}

// open opens Kontor on the database, fills that if it is empty, and opens the raw handler beside it. Kontor writes its
// access log, as it does by default, to nowhere. Its clock stands still, because pages that show the time change by the
// minute.
func (o options) open(ctx context.Context) (*bench, error) {
	began := time.Now()
	a, err := app.Open(ctx, o.config(), slog.New(slog.NewJSONHandler(io.Discard, nil)), func() time.Time { return began })
	if err != nil {
		return nil, err
	}
	w := newWorld()
	b := &bench{ctx: ctx, app: a, w: w, n: o.n, run: time.Now().UnixNano()}
	err = b.fill(ctx)
	if err == nil {
		err = b.index(ctx)
	}
	if err == nil {
		err = b.editor(ctx)
	}
	if err == nil {
		b.raw, err = openRaw(ctx, o.config().Database(), w)
	}
	if err != nil {
		return nil, errors.Join(err, a.Close())
	}
	return b, nil
}

func (b *bench) fill(ctx context.Context) error {
	full, err := filled(ctx, b.app.DB, b.n)
	if err != nil || full {
		return err
	}
	began := time.Now()
	if err := fill(ctx, b.app.DB, b.w, b.n); err != nil {
		return err
	}
	for _, c := range b.app.Stores.Collections() {
		if _, err := c.Copies(ctx, true); err != nil {
			return err
		}
	}
	fmt.Printf("filled with %d relations in %.0f s\n", b.n, time.Since(began).Seconds())
	return nil
}

// index has the search know all of it.
func (b *bench) index(ctx context.Context) error {
	ready, err := b.app.Search.Ready(ctx)
	if err != nil || ready {
		return err
	}
	began := time.Now()
	if err := b.app.Search.Rebuild(ctx); err != nil {
		return err
	}
	fmt.Printf("indexed in %.0f s\n", time.Since(began).Seconds())
	return nil
}

// report measures the paths and prints a line for each.
func (o options) report(paths []path) error {
	out := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, "path\traw µs\tleast\tKontor µs\tleast\tratio\twall µs\tallocs raw\tallocs\tkB alloc\tkB sent\tothers\t")
	for _, p := range paths {
		if o.only != "" && o.only != p.name {
			continue
		}
		before := busy()
		raw, kontor, err := measure(p, o.rounds, o.length)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		line(out, p.name, raw, kontor, before.othersUntil(busy()))
	}
	return out.Flush()
}

// line prints the figures of a path; others is how many cores other programs used meanwhile.
func line(out io.Writer, name string, raw, kontor *series, others float64) {
	k, least := kontor.median()
	rawFigures, ratio, rawAllocs := "–\t–", "–", "–"
	if r, rawLeast := raw.median(); r.cpu > 0 {
		rawFigures, rawAllocs = micro(r.cpu)+"\t"+micro(rawLeast), fmt.Sprintf("%.0f", r.allocs)
		ratio = fmt.Sprintf("%.2f", float64(k.cpu)/float64(r.cpu))
	}
	fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%.0f\t%.1f\t%.1f\t%.1f\t\n", name, rawFigures, micro(k.cpu), micro(least), ratio,
		micro(k.wall), rawAllocs, k.allocs, k.bytes/1000, k.sent/1000, others)
}

func micro(d time.Duration) string { return fmt.Sprintf("%.0f", float64(d)/float64(time.Microsecond)) }

// profiles writes a profile of each path.
func (o options) profiles(paths []path) error {
	if err := os.MkdirAll(o.profile, 0o700); err != nil {
		return err
	}
	for _, p := range paths {
		if o.only != "" && o.only != p.name {
			continue
		}
		file := filepath.Join(o.profile, strings.ReplaceAll(p.name, "/", "-")+".cpu")
		if err := profile(p, time.Duration(o.rounds)*o.length, file); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return nil
}
