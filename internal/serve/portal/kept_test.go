package portal_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
)

// A page is made once and goes out many times, until something changes; and it goes out just as it was made.
func TestAPageIsKeptUntilSomethingChanges(t *testing.T) {
	const path = "/de/relations/hiroshima"
	s := hannover(t, kontortest.SQLite(t))
	admin := record.As(t.Context(), record.Actor{Name: "test", Role: record.Admin})
	ask := func() (*httptest.ResponseRecorder, string) {
		w := s.get(path, "Accept-Encoding", "gzip")
		z, err := gzip.NewReader(w.Body)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		return w, string(body)
	}
	first, made := ask()
	err := s.kernel.DB.Tx(admin, func(tx *db.DB) error { // past the write path: no version tells of it
		_, err := tx.Exec(admin, `UPDATE relation SET summary = $1 WHERE slug LIKE '%hiroshima%'`, `{"de":"Heimlich geändert"}`)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	again, kept := ask()
	if kept != made || strings.Contains(kept, "Heimlich") {
		t.Error("the page was made anew although nothing had changed")
	}
	for name, values := range first.Header() {
		if got := again.Header()[name]; strings.Join(got, ", ") != strings.Join(values, ", ") {
			t.Errorf("%s: %q, and of the kept page %q", name, values, got)
		}
	}
	if plain := s.get(path).Body.String(); !strings.Contains(plain, "Heimlich") {
		t.Fatal("the control sees no difference")
	}

	found, err := s.Relations.BySlug(admin, demo.Office(), "hiroshima")
	if err != nil {
		t.Fatal(err)
	}
	found.Website = "https://hiroshima.example/"
	if err := s.Relations.Update(admin, found); err != nil {
		t.Fatal(err)
	}
	if _, fresh := ask(); !strings.Contains(fresh, "Heimlich") {
		t.Error("the kept page outlives a change")
	}
}

// What a search finds is made anew each time: the index follows the content, and no version tells when.
func TestWhatWasFoundIsNotKept(t *testing.T) {
	s := searched(t, kontortest.SQLite(t))
	for _, path := range []string{"/de/search?q=posn", "/de/relations?q=posn"} {
		for i := range 2 {
			h := s.get(path, "Accept-Encoding", "gzip").Header()
			if h.Get("Content-Encoding") != "gzip" || h.Get("Cache-Control") != "no-store" || h.Get("ETag") != "" {
				t.Errorf("%s, asked for %d times, comes with %v", path, i+1, h)
			}
		}
	}
}

// A kept page is that of its address and of its host, by which it calls itself.
func TestAKeptPageIsThatOfItsAddress(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	for _, address := range []string{
		"http://example.com/de/relations", "http://example.com/de/relations?continent=asia", "http://example.com/en/relations",
		"http://example.com/de/relations/bristol", "http://example.org/de/relations/bristol", "http://musterstadt.localhost/de/relations",
	} {
		w := s.ask(http.MethodGet, address, "Accept-Encoding", "gzip")
		z, err := gzip.NewReader(w.Body)
		if err != nil {
			t.Fatalf("%s: %d, %v", address, w.Code, err)
		}
		packed, err := io.ReadAll(z)
		if plain := s.ask(http.MethodGet, address).Body.String(); err != nil || string(packed) != plain {
			t.Errorf("%s: what goes out compressed is another page (%v)", address, err)
		}
	}
}
