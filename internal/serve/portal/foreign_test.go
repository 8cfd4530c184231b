package portal

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/party"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
)

// A page may name what belongs to another office: once that one withdraws it, no copy holds, here or there.
func TestACopyDoesNotOutliveWhatAnotherOfficeWithdraws(t *testing.T) {
	w := hannoverPages(t, kontortest.SQLite(t))
	admin := record.As(context.Background(), record.Actor{Name: "test", Role: record.Admin})
	o := &party.Organisation{Name: i18n.Of("de", "Fremdamt", "en", "Foreign unit"), Form: party.Unit}
	o.Office, o.State = demo.Second(), record.Published
	if err := w.stores.Organisations.Create(admin, o); err != nil {
		t.Fatal(err)
	}
	bristol, err := w.stores.Relations.BySlug(admin, demo.Office(), "bristol")
	if err != nil {
		t.Fatal(err)
	}
	bristol.Units = append(bristol.Units, relation.Unit{Unit: o.ID, Role: relation.Lead})
	if err := w.stores.Relations.Update(admin, bristol); err != nil {
		t.Fatal(err)
	}
	pages := []string{"/de/relations/bristol", "/de/relations"}
	tags := map[string]string{}
	for _, path := range pages {
		a := w.get(path)
		if tags[path] = a.Header().Get("ETag"); !strings.Contains(a.Body.String(), "Fremdamt") {
			t.Fatalf("%s does not name the unit", path)
		}
	}
	o.State = record.Draft
	if err := w.stores.Organisations.Update(admin, o); err != nil {
		t.Fatal(err)
	}
	for _, path := range pages {
		if a := w.get(path, "If-None-Match", tags[path]); a.Code != http.StatusOK || strings.Contains(a.Body.String(), "Fremdamt") {
			t.Errorf("%s: %d, and it names the unit: %v", path, a.Code, strings.Contains(a.Body.String(), "Fremdamt"))
		}
	}
}

// When the time of a request is over, its reader still learns so on a page.
func TestTheErrorPageOutlivesTheDeadline(t *testing.T) {
	w := hannoverPages(t, kontortest.SQLite(t))
	ctx, cancel := context.WithDeadline(context.Background(), time.Now().Add(-time.Second))
	defer cancel()
	rec := httptest.NewRecorder()
	w.handler.ServeHTTP(rec, httptest.NewRequestWithContext(ctx, http.MethodGet, "http://example.com/de/relations", nil))
	if body := rec.Body.String(); rec.Code != http.StatusServiceUnavailable || !strings.Contains(body, "</html>") || !strings.Contains(body, `lang="de"`) {
		t.Errorf("%d %s %.200s", rec.Code, rec.Header().Get("Content-Type"), body)
	}
}
