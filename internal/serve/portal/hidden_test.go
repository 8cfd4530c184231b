package portal

import (
	"cmp"
	"context"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
)

// What pages put together beyond one record is SQL in the rooms, each with its own condition. Here all records of some
// kinds get a telling title and become drafts or go into the trash, by turns, and no page may tell it.
func TestNoPageTellsOfWhatIsHidden(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one thing after the other")
	}
	const secret = "Geheimsache"
	words := `{"de":"` + secret + `","en":"` + secret + `"}`
	for _, c := range []struct {
		name   string
		hidden func(demo.Stores) []record.Collection
	}{
		{"all around relations", func(s demo.Stores) []record.Collection {
			return []record.Collection{
				s.Themes.Collection(), s.Organisations.Collection(), s.Papers.Collection(), s.Programmes.Collection(),
				s.Agreements.Collection(), s.Memberships.Collection(), s.Projects.Collection(), s.Links.Collection(), s.Facts.Collection(),
			}
		}},
		{"relations", func(s demo.Stores) []record.Collection { return []record.Collection{s.Relations.Collection()} }},
		{"networks", func(s demo.Stores) []record.Collection { return []record.Collection{s.Networks.Collection()} }},
		{"places", func(s demo.Stores) []record.Collection { return []record.Collection{s.Places.Collection()} }},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := hannoverPages(t, kontortest.SQLite(t))
			pages := w.mapped()
			if len(pages) < 50 {
				t.Fatalf("only %d pages on the map", len(pages))
			}
			admin := record.Actor{Name: "test", Role: record.Admin}
			for _, kind := range c.hidden(w.stores) {
				field := cmp.Or(kind.Kind().Title, kind.Kind().Summary, "note")
				for i, id := range everyID(t, kind, admin) {
					state := "draft"
					if i%2 == 1 {
						state = "published" // and put away below
					}
					ctx := record.As(context.Background(), admin)
					x, err := kind.Get(ctx, id)
					if err == nil {
						err = kind.Kind().Merge(x, []byte(`{"state":"`+state+`","`+field+`":`+words+`}`), admin, false)
					}
					if err == nil {
						err = kind.Update(ctx, x)
					}
					if err == nil && i%2 == 1 {
						err = kind.Trash(ctx, x)
					}
					if err != nil {
						t.Fatalf("%s %s: %v", kind.Kind().Name, id, err)
					}
				}
			}
			shown := 0
			for _, path := range append(pages, "/sitemap.xml") {
				answer := w.get(path)
				if answer.Code == http.StatusOK {
					shown++
				}
				if strings.Contains(answer.Body.String(), secret) {
					t.Errorf("%s (%d) tells what is hidden", path, answer.Code)
				}
			}
			if shown < 10 {
				t.Errorf("only %d pages are left to look at", shown)
			}
			if now := len(w.mapped()); now >= len(pages) {
				t.Errorf("the map still has %d of %d pages", now, len(pages))
			}
		})
	}
}

// mapped lists the German pages on the sitemap.
func (w *pageWorld) mapped() (paths []string) {
	for _, m := range regexp.MustCompile(`<loc>http://example\.com(/de/[^<]*)</loc>`).FindAllStringSubmatch(w.get("/sitemap.xml").Body.String(), -1) {
		paths = append(paths, m[1])
	}
	return paths
}

func everyID(t *testing.T, kind record.Collection, a record.Actor) (ids []record.ID) {
	t.Helper()
	for cursor := ""; ; {
		page, err := kind.List(record.As(context.Background(), a), record.Query{Limit: record.MaxLimit, Cursor: cursor})
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range page.Items {
			ids = append(ids, record.BaseOf(x).ID)
		}
		if cursor = page.Next; cursor == "" {
			return ids
		}
	}
}
