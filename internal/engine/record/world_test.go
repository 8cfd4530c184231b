package record_test

import (
	"context"
	"os"
	"sync"
	"testing"
	"time"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/office"
	"kontor.example/internal/domain/paper"
	"kontor.example/internal/domain/party"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/domain/theme"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/kontortest"
	"kontor.example/migrations"
)

// A world is a database with two offices, A and B, and the rooms that these tests use.
type world struct {
	t         *testing.T
	k         *record.Kernel
	offices   *office.Store
	places    *place.Store
	themes    *theme.Store
	parties   *party.Store
	relations *relation.Store
	facts     *fact.Store
	a, b      record.ID
	mu        sync.Mutex
	changes   []record.Change
}

// inWorlds runs f in a fresh world on each engine.
func inWorlds(t *testing.T, f func(w *world)) {
	kontortest.Each(t, func(t *testing.T, url string) { f(worldAt(t, url)) })
}

// onPostgres returns a fresh world there, for what happens only where several write at once.
func onPostgres(t *testing.T) *world { return worldAt(t, kontortest.Postgres(t)) }

// onSQLite returns one there, for how statements are planned: PostgreSQL walks through tables as small as those of a test.
func onSQLite(t *testing.T) *world { return worldAt(t, kontortest.SQLite(t)) }

// explained returns the steps by which SQLite would run a statement.
func (w *world) explained(q string, args ...any) []string {
	w.t.Helper()
	var ignored [3]int
	steps, err := db.Collect(w.t.Context(), w.k.DB, func(detail *string) []any {
		return []any{&ignored[0], &ignored[1], &ignored[2], detail}
	}, "EXPLAIN QUERY PLAN "+q, args...)
	must(w.t, err)
	return steps
}

func worldAt(t *testing.T, url string) *world {
	d, err := db.Open(t.Context(), url)
	must(t, err)
	t.Cleanup(func() { _ = d.Close() })
	_, err = d.Migrate(t.Context(), migrations.FS)
	must(t, err)
	return newWorld(t, d)
}

func newWorld(t *testing.T, d *db.DB) *world {
	tsv, err := os.Open("../../kontortest/testdata/gazetteer.tsv")
	must(t, err)
	defer tsv.Close()
	_, err = place.LoadGazetteer(t.Context(), d, tsv)
	must(t, err)
	k := record.NewKernel(d, time.Now, []i18n.Lang{"de", "en"})
	w := &world{
		t: t, k: k, offices: office.NewStore(k), places: place.NewStore(k), themes: theme.NewStore(k),
		parties: party.NewStore(k), relations: relation.NewStore(k), facts: fact.NewStore(k),
	}
	paper.NewStore(k)
	k.ClaimWith("place", place.Claimer{Store: w.places})
	k.Announce = func(_ context.Context, _ *db.DB, c record.Change) error {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.changes = append(w.changes, c)
		return nil
	}
	w.a, w.b = w.office("Alphastadt", "alpha.example"), w.office("Betastadt", "beta.example")
	return w
}

func (w *world) office(name, host string) record.ID {
	o := &office.Office{Name: i18n.Of("de", name), Zone: "Europe/Berlin", Host: host}
	o.State = record.Published
	must(w.t, w.offices.Create(w.as(record.Admin, ""), o))
	return o.ID
}

func (w *world) as(role record.Role, office record.ID) context.Context {
	return record.As(w.t.Context(), record.Actor{Name: string(role), Role: role, Office: office})
}

// hiroshima returns a relation of office A that is not stored yet.
func (w *world) hiroshima() *relation.Relation {
	r := &relation.Relation{
		Title: i18n.Of("de", "Hiroshima", "en", "Hiroshima"), Form: relation.Twinning,
		OwnSide: relation.OwnCity, Since: "1983-05-27", Contact: "somebody",
		Sides:   []relation.Side{{Party: record.Ref{Kind: "place", ID: record.GeoNames(1862415)}, Since: "1983-06-27"}},
		History: []relation.Step{{Status: relation.Active, On: "1983"}},
	}
	r.State = record.Published
	return r
}

func (w *world) count(q string, args ...any) (n int) {
	w.t.Helper()
	must(w.t, w.k.DB.Row(w.t.Context(), []any{&n}, q, args...))
	return n
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
