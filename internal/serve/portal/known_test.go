package portal

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"kontor.example/assets"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
	"kontor.example/internal/serve/web"
	"kontor.example/locales"
)

// A reader's own copy holds until what its office or what all offices share has changed, and in no other program or
// database.
func TestACopyHoldsUntilWhatItShowsChanges(t *testing.T) {
	const path = "/de/relations/hiroshima"
	w := hannoverPages(t, kontortest.SQLite(t))
	ctx := record.As(context.Background(), record.Actor{Name: "test", Role: record.Admin})
	tag := func() string { return w.get(path).Header().Get("ETag") }
	holds := func(tag string) bool {
		return w.get(path, "If-None-Match", tag).Code == http.StatusNotModified
	}

	first := tag()
	if first == "" || !holds(first) {
		t.Fatalf("%s is not known again by %q", path, first)
	}
	place, err := w.stores.Places.BySlug(ctx, record.SharedOffice, "hiroshima")
	if err != nil {
		t.Fatal(err)
	}
	place.Name = place.Name.With("de", "Hiroschima")
	if err := w.stores.Places.Update(ctx, place); err != nil {
		t.Fatal(err)
	}
	if holds(first) {
		t.Error("the copy holds, though what all share has changed")
	}
	second := tag()
	relation, err := w.stores.Relations.BySlug(ctx, demo.Office(), "hiroshima")
	if err != nil {
		t.Fatal(err)
	}
	relation.Website = "https://example.org/"
	if err := w.stores.Relations.Update(ctx, relation); err != nil {
		t.Fatal(err)
	}
	if holds(second) {
		t.Error("the copy holds, though its office has changed something")
	}

	third := tag()
	for name, c := range map[string]struct{ build, database string }{
		"another program": {"other", "test"}, "another database": {"test", "other"},
	} {
		if w.again(c.build, c.database, path, third) == http.StatusNotModified {
			t.Errorf("the copy holds in %s", name)
		}
	}
	if w.again("test", "test", path, third) != http.StatusNotModified {
		t.Error("the copy does not hold after a restart")
	}
}

// again asks for a page of which one has a copy at a portal of this build and database over the same records.
func (w *pageWorld) again(build, database, path, tag string) int {
	w.t.Helper()
	words, err := i18n.NewCatalog(locales.FS)
	if err != nil {
		w.t.Fatal(err)
	}
	files, err := web.NewAssets(assets.FS)
	if err != nil {
		w.t.Fatal(err)
	}
	p := New(Config{
		Kernel: w.kernel, Offices: w.stores.Offices, Relations: w.stores.Relations, Words: words, Assets: files,
		Now:   func() time.Time { return time.Date(2023, time.August, 1, 8, 0, 0, 0, time.UTC) },
		Build: build, Database: database,
		Rooms: Rooms{Networks: w.stores.Networks, Memberships: w.stores.Memberships, Projects: w.stores.Projects, Places: w.stores.Places},
	})
	r := httptest.NewRequest(http.MethodGet, "http://example.com"+path, nil)
	r.Header.Set("If-None-Match", tag)
	r.SetPathValue("slug", "hiroshima")
	rec := httptest.NewRecorder()
	if err := p.page("de", p.relation)(rec, r); err != nil {
		w.t.Fatal(err)
	}
	return rec.Code
}

// A portal shows its own office's relations, by whatever address one asks.
func TestRelationsOfAnotherOfficeAreNotShown(t *testing.T) {
	w := hannoverPages(t, kontortest.SQLite(t))
	ctx := record.As(context.Background(), record.Actor{Name: "test", Role: record.Admin})
	ours, err := w.stores.Relations.BySlug(ctx, demo.Office(), "bristol")
	if err != nil {
		t.Fatal(err)
	}
	theirs := *ours
	theirs.ID, theirs.Office, theirs.Slug = "", demo.Second(), ""
	for i := range theirs.Sides {
		theirs.Sides[i].ID = ""
	}
	theirs.History, theirs.Themes, theirs.Units = nil, nil, nil
	theirs.Title = i18n.Of("de", "Fremdstadt", "en", "Foreigntown")
	if err := w.stores.Relations.Create(ctx, &theirs); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/de/relations/" + string(theirs.ID), "/de/relations/fremdstadt"} {
		if code := w.get(path).Code; code != http.StatusNotFound {
			t.Errorf("%s: %d", path, code)
		}
	}
	for _, path := range []string{"/de/relations", "/de/", "/sitemap.xml", "/de/places/bristol", "/de/relations/bristol"} {
		if strings.Contains(strings.ToLower(w.get(path).Body.String()), "fremdstadt") {
			t.Errorf("%s leads to it", path)
		}
	}
	r := httptest.NewRequest(http.MethodGet, "http://musterstadt.localhost/de/relations/fremdstadt", nil)
	rec := httptest.NewRecorder()
	if w.handler.ServeHTTP(rec, r); rec.Code != http.StatusOK {
		t.Errorf("at home it answers %d", rec.Code)
	}
}
