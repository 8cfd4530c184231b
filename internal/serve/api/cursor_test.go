package api_test

import (
	"net/url"
	"testing"
)

// A cursor goes on with the list that it came from, and with no other.
func TestACursorBelongsToItsList(t *testing.T) {
	inWorlds(t, func(w *world) {
		for _, name := range []string{"A", "B", "C"} {
			w.create("editor", "/api/v1/themes", `{"name":{"de":"`+name+`"},"state":"published"}`)
			w.create("editor", "/api/v1/relations", twinning(name))
		}
		_, next := w.get("editor", "/api/v1/relations?limit=1&form=town-twinning").items()
		next = url.QueryEscape(next)
		for _, other := range []string{"/api/v1/relations?", "/api/v1/relations?form=cooperation", "/api/v1/relations?form=town-twinning&office=" + string(w.a), "/api/v1/projects?"} {
			w.get("editor", other+"&limit=1&cursor="+next).wrong(422, "cursor", "bad_cursor")
		}
		_, plain := w.get("editor", "/api/v1/relations?limit=1").items()
		w.get("editor", "/api/v1/projects?limit=1&cursor="+url.QueryEscape(plain)).wrong(422, "cursor", "bad_cursor")
		if items, _ := w.get("editor", "/api/v1/relations?limit=2&form=town-twinning&cursor="+next).items(); len(items) != 2 {
			w.t.Errorf("%d more", len(items))
		}
	})
}
