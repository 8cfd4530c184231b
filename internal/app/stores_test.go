package app_test

import (
	"context"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"
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
		if n := carried(t, s); n < 100 {
			t.Errorf("%d records carry parts", n)
		}
		carriedWhole(t, s)
	})
}

// carriedWhole checks that what records carry is read as the same values that their tables have. Afterwards none carries
// anything.
func carriedWhole(t *testing.T, s *app.Stores) {
	t.Helper()
	admin := record.As(t.Context(), record.Actor{Name: "ada", Role: record.Admin})
	for _, c := range s.Collections() {
		if len(c.Tables()) == 1 {
			continue
		}
		all := func() (out []record.Record) {
			for q := (record.Query{Limit: record.MaxLimit}); q.Limit > 0; {
				p, err := c.List(admin, q)
				if err != nil {
					t.Fatal(err)
				}
				out = append(out, p.Items...)
				if q.Cursor = p.Next; p.Next == "" {
					q.Limit = 0
				}
			}
			return out
		}
		carry := all()
		if err := s.Kernel.DB.Tx(t.Context(), func(tx *db.DB) error {
			_, err := tx.Exec(t.Context(), `UPDATE `+c.Kind().Name+` SET parts = ''`)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		for i, stored := range all() {
			if !reflect.DeepEqual(carry[i], stored) {
				t.Errorf("a %s carries %+v, stored is %+v", c.Kind().Name, carry[i], stored)
			}
		}
	}
}

// carried checks that all records carry the parts that their tables have, and returns how many carry any.
func carried(t *testing.T, s *app.Stores) (carrying int) {
	t.Helper()
	for _, c := range s.Collections() {
		if n, err := c.Copies(t.Context(), false); err != nil || n != 0 {
			t.Errorf("%d %s carry other parts than their tables have, %v", n, c.Kind().Plural, err)
		}
		if len(c.Tables()) == 1 {
			continue
		}
		var n int
		if err := s.Kernel.DB.Row(t.Context(), []any{&n}, `SELECT COUNT(*) FROM `+c.Kind().Name+` WHERE parts <> ''`); err != nil {
			t.Fatal(err)
		}
		carrying += n
	}
	return carrying
}

// A database from before records carried their parts is opened, and they do.
func TestAStepPacksParts(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, at string) {
		d, err := db.Open(t.Context(), at)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = d.Close() })
		before := fstest.MapFS{}
		names, err := fs.Glob(migrations.FS, "000[1-8]_*.sql")
		if err != nil || len(names) != 8 {
			t.Fatal(names, err)
		}
		for _, name := range names {
			text, err := fs.ReadFile(migrations.FS, name)
			if err != nil {
				t.Fatal(err)
			}
			before[name] = &fstest.MapFile{Data: text}
		}
		if _, err := d.Migrate(t.Context(), before); err != nil {
			t.Fatal(err)
		}
		id := record.NewID()
		err = d.Tx(t.Context(), func(tx *db.DB) error {
			for _, q := range []string{
				`INSERT INTO record (id, kind, office, state, trashed, title, slug) VALUES ($1, 'theme', $2, 'published', '', '{}', '{}')`,
				`INSERT INTO theme (id, version, office, state, slug, confirmed_on, review_due, created_at, created_by, changed_at, changed_by,
					trashed, name, about, name_key_de, name_key_en) VALUES ($1, 1, $2, 'published', '{}', '', '', '', '', '', '', '', '{}', '{}', '', '')`,
			} {
				if _, err := tx.Exec(t.Context(), q, string(id), string(record.SharedOffice)); err != nil {
					return err
				}
			}
			_, err := tx.Exec(t.Context(), `INSERT INTO theme_goals (id, parent, position, number, target) VALUES ($1, $2, 0, '6', '')`, string(record.NewID()), string(id))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if out, problems, code := on(t, at, "migrate"); code != 0 {
			t.Fatalf("%d %s%s", code, out, problems)
		}
		s := app.NewStores(d, time.Now, []i18n.Lang{"de", "en"})
		if n := carried(t, s); n != 1 {
			t.Errorf("%d records carry parts", n)
		}
		if got, err := s.Themes.Get(t.Context(), id); err != nil || len(got.Goals) != 1 {
			t.Errorf("%+v, %v", got, err)
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
		carried(t, s)
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
