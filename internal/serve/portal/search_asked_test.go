package portal

import (
	"context"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/office"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/engine/search"
	"kontor.example/internal/kontortest"
	"kontor.example/internal/serve/web"
	"kontor.example/locales"
)

// Whoever asks, the page asks as a visitor, and for its own office; behind a thousand hits it turns no further; what was meant it
// offers also where only one of the hits is spelt otherwise.
func TestWhatThePageOfTheSearchAsks(t *testing.T) {
	w := newPageWorld(t, kontortest.SQLite(t))
	staff := record.As(context.Background(), record.Actor{Name: "test", Role: record.Admin})
	o := &office.Office{Name: i18n.Of("de", "Amt"), Zone: "Europe/Berlin", Base: record.Base{State: record.Published}}
	if err := w.stores.Offices.Create(staff, o); err != nil {
		t.Fatal(err)
	}
	var asked search.Query
	hits := []search.Hit{{Kind: search.Bare, ID: "1", Title: i18n.Of("de", "Bristol"), Class: search.Title}, {Kind: "place", Title: i18n.Of("de", "Bristel"), Class: search.Similar}}
	w.portal.finder = func(ctx context.Context, q search.Query) (search.Answer, error) {
		if a := record.ActorOf(ctx); a.Role != "" || a.Office != "" || a.Name != "" {
			t.Errorf("it asks as %+v", a)
		}
		asked = q
		return search.Answer{Total: 5000, Stage: search.ByWord, Hits: hits}, nil
	}
	w.portal.site.Search = &web.Seek{Path: searchPath, Longest: record.MaxText}
	mux := http.NewServeMux()
	for _, r := range w.portal.Routes() {
		mux.HandleFunc(r.Pattern, func(w http.ResponseWriter, q *http.Request) {
			if err := r.Handle(w, q); err != nil {
				t.Error(err)
			}
		})
	}
	page := func(query string) string {
		rec := httptest.NewRecorder()
		mux.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, "http://example.com/de/search?q=bristol"+query, nil).WithContext(staff))
		if rec.Code != http.StatusOK {
			t.Fatalf("%s: %d", query, rec.Code)
		}
		return rec.Body.String()
	}
	for query, c := range map[string]struct {
		offset int
		on     bool
	}{"": {0, true}, "&offset=990": {980, true}, "&offset=1000": {1000, false}, "&offset=1020": {1000, false}} {
		body := page(query)
		if asked.Offset != c.offset || strings.Contains(body, ` rel="next"`) != c.on || asked.Office != o.ID {
			t.Errorf("%s: asked from %d on, of %s; goes on: %v", query, asked.Offset, asked.Office, !c.on)
		}
	}
	if !strings.Contains(page(""), `href="/de/search?q=Bristel"`) {
		t.Error("beside what was found it does not offer what else could be meant")
	}
	if hits = hits[:1]; strings.Contains(page(""), "Meinten Sie") {
		t.Error("it asks what was meant where all was found as it is spelt")
	}
}

// A hit says for which passage it was found: marked in its title, in place of its summary, or under the name of the field; in its
// language only where that is not the page's; and nothing twice.
func TestAHitSaysItsReasonOnce(t *testing.T) {
	words, err := i18n.NewCatalog(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	pg := &web.Page{Localizer: words.Localizer("de"), Site: &web.Site{}}
	x := record.Abstract{Card: record.Card{Ref: record.Ref{Kind: "place"}, Title: i18n.Of("de", "Bristol")}, Summary: i18n.Of("de", "Ein Hafen")}
	for _, c := range []struct {
		field    string
		lang     i18n.Lang
		passage  string
		marked   bool
		summary  string
		says, in string // the reason, and its language
	}{
		{"name", "de", "Bristol", true, "Ein Hafen", "", ""},
		{"name", "de", "…Brist…", false, "Ein Hafen", "", ""},
		{"summary", "de", "Ein …", false, "", ": Ein …", ""},
		{"name", "de", "Ein Hafen", false, "", ": Ein Hafen", ""},
		{"aliases.name", "de", "Bristow", false, "Ein Hafen", "Auch: Bristow", ""},
		{"aliases.name", "en", "Bristow", false, "Ein Hafen", "Auch: Bristow", "en"},
		{"country", "", "England", false, "Ein Hafen", "Land: Vereinigtes Königreich", ""},
		{"country", "", "Vereinigtes Königreich", false, "Ein Hafen", "Land: Vereinigtes Königreich", ""},
		{"", "", "", false, "Ein Hafen", "", ""},
	} {
		h := search.Hit{Kind: "place", Facets: []search.Facet{{Name: "country", Value: "GB"}}, Why: search.Why{Field: c.field, Lang: c.lang}}
		if c.passage != "" {
			h.Why.Passage = []search.Piece{{Text: c.passage, Marked: true}}
		}
		got := hitOf(pg, h, x, record.Card{})
		says, in := "", ""
		if got.Why != nil {
			says, in = got.Why.Field+": "+got.Why.Pieces[0].Text, string(got.Why.Lang)
		}
		if says != c.says || in != c.in || got.Summary.Text != c.summary || slices.Equal(got.Marked, h.Why.Passage) != (c.marked || c.passage == "") {
			t.Errorf("%+v: %+v says %q in %q", c, got, says, in)
		}
	}
}
