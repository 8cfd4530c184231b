package api

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
)

type note struct {
	record.Base
	About i18n.Text
}

func (n *note) Fields(f *record.Fields) { record.Text(f, "about", &n.About).Max(100_000) }

// A large record that comes first asks for no such room for each of the others.
func TestAPageTakesTheRoomItNeeds(t *testing.T) {
	k := record.NewKernel(nil, time.Now, []i18n.Lang{"de"})
	notes := record.NewStore[note](k, record.Kind{Name: "note", Plural: "notes", Title: "about", Policy: record.Common()}).Collection()
	page := record.Page[record.Record]{Items: []record.Record{&note{About: i18n.Of("de", strings.Repeat("x", 100_000))}}}
	for range record.MaxLimit - 1 {
		page.Items = append(page.Items, &note{About: i18n.Of("de", "y")})
	}
	body := pageJSON(httptest.NewRequest(http.MethodGet, "/api/v1/notes", nil), notes, page, false, nil)
	if n := bytes.Count(body, []byte(`"y"`)); n != record.MaxLimit-1 || len(body) < 100_000 {
		t.Fatalf("%d small records in %d bytes", n, len(body))
	}
	if cap(body) > 8*len(body) {
		t.Errorf("a page of %d bytes takes %d", len(body), cap(body))
	}
}
