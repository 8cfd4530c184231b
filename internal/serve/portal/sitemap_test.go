package portal

import (
	"context"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
)

// A large sitemap is cut into parts, and together they lead to every page that a whole one leads to.
func TestTheSitemapIsCutIntoParts(t *testing.T) {
	w := hannoverPages(t, kontortest.SQLite(t))
	locations := func(path string) (out []string) {
		a := w.get(path)
		if a.Code != http.StatusOK {
			t.Errorf("%s: %d", path, a.Code)
		}
		for _, m := range regexp.MustCompile(`<loc>http://example\.com([^<]*)</loc>`).FindAllStringSubmatch(a.Body.String(), -1) {
			out = append(out, strings.ReplaceAll(m[1], "&amp;", "&"))
		}
		return out
	}
	whole := locations("/sitemap.xml")
	w.portal.mostMapped, w.portal.parts.by = 30, nil
	parts := locations("/sitemap.xml")
	var all []string
	for _, part := range parts {
		some := locations(part)
		if len(some) == 0 || len(some) > 30 {
			t.Errorf("%s has %d addresses", part, len(some))
		}
		all = append(all, some...)
	}
	slices.Sort(whole)
	slices.Sort(all)
	if len(parts) < 6 || !slices.Equal(all, whole) {
		t.Errorf("%d parts with %d addresses; the whole has %d", len(parts), len(all), len(whole))
	}
	if code := w.get("/sitemap/relations?after=rubbish").Code; code != http.StatusNotFound {
		t.Errorf("a part that is none: %d", code)
	}
}

// The home page counts all twin towns, and shows the first of them: not those that ended, and last those of which nobody
// knows since when.
func TestTheHomePageCountsWhatItDoesNotShow(t *testing.T) {
	w := hannoverPages(t, kontortest.SQLite(t))
	ctx := record.As(context.Background(), record.Actor{Name: "test", Role: record.Admin})
	count := func() int {
		n, _, err := relation.CountLasting(ctx, w.kernel.DB, demo.Office(), relation.Twinning, relation.OwnCity)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	town, err := w.stores.Places.BySlug(ctx, record.SharedOffice, "bristol")
	if err != nil {
		t.Fatal(err)
	}
	before := count()
	for i := range 30 {
		r := &relation.Relation{Title: i18n.Of("de", "Zwilling"), Form: relation.Twinning, OwnSide: relation.OwnCity}
		r.Office, r.State = demo.Office(), record.Published
		r.Sides = []relation.Side{{Party: record.Ref{Kind: "place", ID: town.ID}}}
		if i == 0 {
			r.History = []relation.Step{{Status: relation.Ended, On: "1999"}}
		}
		if err := w.stores.Relations.Create(ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	if n := count(); n != before+29 {
		t.Errorf("%d relations, then %d", before, n)
	}
	ties, err := relation.Lasting(ctx, w.kernel.DB, demo.Office(), relation.Twinning, relation.OwnCity, before+1)
	if err != nil || len(ties) != before+1 || ties[0].Since == "" || ties[before].Since != "" {
		t.Errorf("the first are %+v, %v", ties, err)
	}
	if body := w.get("/de/").Body.String(); !strings.Contains(body, "36") || before != 7 {
		t.Errorf("the page does not count %d", before+29)
	}
}
