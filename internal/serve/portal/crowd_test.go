package portal_test

import (
	"fmt"
	"net/http"
	"sync"
	"testing"

	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
)

// What pages keep and remember is shared by all who ask: many at once get whole pages, also while somebody writes. The race
// detector watches.
func TestManyAskAtOnce(t *testing.T) {
	s := searched(t, kontortest.SQLite(t))
	paths := []string{
		"/de/", "/en/", "/de/relations", "/en/relations?country=JP", "/de/relations/hiroshima", "/en/relations/poznan", "/de/networks", "/de/projects",
		"/de/places", "/en/places/poznan", "/de/search?q=posn", "/de/relations?q=musik", "/sitemap.xml",
	}
	const askers, rounds = 6, 20
	var all sync.WaitGroup
	for i := range askers {
		all.Go(func() {
			for k := range rounds {
				path := paths[(k+i*i)%len(paths)]
				if w := s.get(path); w.Code != http.StatusOK || w.Body.Len() < 1000 {
					t.Errorf("%s: %d, %d bytes", path, w.Code, w.Body.Len())
				}
			}
		})
	}
	all.Go(func() {
		for i := range rounds {
			x, err := s.Relations.BySlug(editor(), demo.Office(), "hiroshima")
			if err != nil {
				t.Error(err)
				return
			}
			x.Website = fmt.Sprintf("https://%d.example", i)
			if err := s.Relations.Update(editor(), x); err != nil {
				t.Error(err)
			}
		}
	})
	all.Wait()
	shows(t, s.get("/de/relations/hiroshima").Body.String(), "19.example")
}
