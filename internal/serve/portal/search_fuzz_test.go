package portal_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"

	"kontor.example/internal/kontortest"
)

// No words, facets, cursors or offsets break the page of the search or a list: what makes no sense is passed over.
func FuzzSearchAddress(f *testing.F) {
	for _, seed := range []string{
		"q=posen", "q=%ff%00&kind=relation", "q=a&offset=20&country=DE&theme=kultur", "q=%E5%BA%83%E5%B3%B6&status=active&sort=since", "q=a;b&cursor=x", "q=%", "form=twinning&q=-", "",
	} {
		f.Add(seed)
	}
	s := hannover(f, kontortest.SQLite(f))
	if err := s.index.Rebuild(f.Context()); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for _, path := range []string{"/de/search", "/en/relations", "/de/networks", "/en/projects", "/de/places"} {
			r := httptest.NewRequest(http.MethodGet, "http://example.com"+path, nil)
			r.URL.RawQuery = raw
			w := httptest.NewRecorder()
			s.web.ServeHTTP(w, r)
			if w.Code >= 500 || w.Code >= 400 && path == "/de/search" {
				t.Errorf("%s?%s: %d", path, url.QueryEscape(raw), w.Code)
			}
		}
	})
}
