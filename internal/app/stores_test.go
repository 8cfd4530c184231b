package app_test

import (
	"context"
	"os"
	"slices"
	"testing"
	"time"

	"kontor.example/internal/app"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
	"kontor.example/migrations"
)

// newStores returns the rooms on a fresh database at url, with a cut of the gazetteer.
func newStores(t *testing.T, url string) *app.Stores {
	t.Helper()
	d, err := db.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	if _, err := d.Migrate(t.Context(), migrations.FS); err != nil {
		t.Fatal(err)
	}
	tsv, err := os.Open("../kontortest/testdata/gazetteer.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer tsv.Close()
	if _, err := place.LoadGazetteer(t.Context(), d, tsv); err != nil {
		t.Fatal(err)
	}
	return app.NewStores(d, time.Now, []i18n.Lang{"de", "en"})
}

// Every declared field has its column, and every column is declared, on both engines.
func TestFieldsMatchTables(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		s := newStores(t, url)
		for _, c := range s.Collections() {
			for table, want := range c.Tables() {
				rows, err := s.Kernel.DB.Query(t.Context(), `SELECT * FROM `+table+` LIMIT 1`)
				if err != nil {
					t.Fatal(err)
				}
				have, err := rows.Columns()
				if err != nil {
					t.Fatal(err)
				}
				if err := rows.Close(); err != nil {
					t.Fatal(err)
				}
				slices.Sort(want)
				slices.Sort(have)
				if !slices.Equal(want, have) {
					t.Errorf("%s: declared %v, stored %v", table, want, have)
				}
			}
		}
	})
}

func TestDemoLoadsTwiceAndDoublesNothing(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		s := newStores(t, url)
		count := func() (n int) {
			if err := s.Kernel.DB.Row(t.Context(), []any{&n}, `SELECT COUNT(*) FROM record`); err != nil {
				t.Fatal(err)
			}
			return n
		}
		if err := loadFull(t.Context(), s); err != nil {
			t.Fatal(err)
		}
		first := count()
		if err := demo.Load(t.Context(), s.Kernel.DB, s.Stores); err != nil {
			t.Fatal(err)
		}
		if second := count(); second != first || first < 100 {
			t.Fatalf("%d records after the first load, %d after the second", first, second)
		}
		if _, err := record.VerifyAudit(t.Context(), s.Kernel.DB, demo.Office(), 0); err != nil {
			t.Fatal(err)
		}
	})
}

// What somebody put into the trash stays there, and hinders no start.
func TestDemoLoadsAgainOverATrash(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		s := newStores(t, url)
		if err := loadFull(t.Context(), s); err != nil {
			t.Fatal(err)
		}
		admin := record.As(t.Context(), record.Actor{Name: "ada", Role: record.Admin})
		for _, c := range s.Collections() {
			if c.Kind().Name == "office" {
				continue
			}
			p, err := c.List(admin, record.Query{Limit: 20})
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range p.Items {
				if err := c.Trash(admin, r); err != nil {
					t.Fatalf("%s %s: %v", c.Kind().Name, record.BaseOf(r).ID, err)
				}
			}
		}
		stands := func() (all, trashed, changes int) {
			if err := s.Kernel.DB.Row(t.Context(), []any{&all, &trashed, &changes}, `SELECT COUNT(*),
				COUNT(CASE WHEN trashed <> '' THEN 1 END), (SELECT COUNT(*) FROM audit) FROM record`); err != nil {
				t.Fatal(err)
			}
			return all, trashed, changes
		}
		all, trashed, changes := stands()
		if err := demo.Load(t.Context(), s.Kernel.DB, s.Stores); err != nil {
			t.Fatal(err)
		}
		if a, b, c := stands(); a != all || b != trashed || c != changes || trashed < 100 {
			t.Errorf("%d records, %d in the trash, %d changes; before %d, %d, %d", a, b, c, all, trashed, changes)
		}
	})
}

// loadFull loads the demonstration, which refers to places beyond the cut of the gazetteer.
func loadFull(ctx context.Context, s *app.Stores) error {
	if err := s.Kernel.DB.Tx(ctx, func(tx *db.DB) error {
		_, err := tx.Exec(ctx, `DELETE FROM gazetteer`)
		return err
	}); err != nil {
		return err
	}
	tsv, err := place.OpenGazetteer()
	if err != nil {
		return err
	}
	defer tsv.Close()
	if _, err := place.LoadGazetteer(ctx, s.Kernel.DB, tsv); err != nil {
		return err
	}
	return demo.Load(ctx, s.Kernel.DB, s.Stores)
}

func TestWritePath(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		s := newStores(t, url)
		admin := record.As(t.Context(), record.Actor{Name: "ada", Role: record.Admin})
		r := &relation.Relation{
			Title: i18n.Of("de", "Hiroshima"), Form: relation.Twinning, OwnSide: relation.OwnCity,
			Sides: []relation.Side{{Party: record.Ref{Kind: "place", ID: record.GeoNames(1862415)}}},
		}
		r.Office = record.SharedOffice
		if err := s.Relations.Create(admin, r); err == nil {
			t.Fatal("a relation of the reserved office, whose time zone is unknown, but it passed", err)
		}
	})
}
