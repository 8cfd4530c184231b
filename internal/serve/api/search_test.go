package api_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/engine/search"
)

// The index may lag behind: of its hits those are shown that the actor sees now, and an address only if the portal of this
// host shows them to everybody.
func TestHitsAreOfWhatIsSeenNow(t *testing.T) {
	inWorlds(t, func(w *world) {
		relation := func(actor, title, state string) record.ID {
			return record.ID(w.create(actor, "/api/v1/relations", fmt.Sprintf(`{"title":{"de":%q},"summary":{"de":"Zu %s"},"state":%q,"form":"contact","own_side":"city",
				"sides":[{"party":{"geonames":%d}}]}`, title, title, state, hiroshima)).id())
		}
		ids := []record.ID{relation("editor", "Unsere", "published"), relation("editor", "Entwurf", "draft"), relation("other", "Andere", "published")}
		w.api.Find = func(context.Context, search.Query) (search.Answer, error) {
			a := search.Answer{Total: len(ids), Stage: search.ByWord}
			for _, id := range ids {
				a.Hits = append(a.Hits, search.Hit{Kind: "relation", ID: id})
			}
			return a, nil
		}
		w.api.Where = func(_ i18n.Lang, c record.Card) string { return "/de/relations/" + string(c.ID) }
		for actor, want := range map[string]string{
			"visitor": "Unsere at home, Andere", "viewer": "Unsere at home, Entwurf, Andere", "other": "Unsere at home, Andere", "admin": "Unsere at home, Entwurf, Andere",
		} {
			for _, path := range []string{"search", "suggest"} {
				var page struct {
					Items []struct{ Title, Summary, URL string }
				}
				w.must(json.Unmarshal(w.get(actor, "/api/v1/"+path+"?q=x").want(200).text, &page))
				var got []string
				for _, x := range page.Items {
					if x.Summary != "Zu "+x.Title {
						t.Errorf("%s has the summary %q", x.Title, x.Summary)
					}
					if x.URL != "" {
						x.Title += " at home"
					}
					got = append(got, x.Title)
				}
				if all := strings.Join(got, ", "); all != want {
					t.Errorf("%s gets %s by %s, not %s", actor, all, path, want)
				}
			}
		}
	})
}

// An office that nobody has keeps nothing; it is not left out of the question.
func TestASearchIsNarrowedAsItSays(t *testing.T) {
	inWorlds(t, func(w *world) {
		var asked search.Query
		w.api.Find = func(_ context.Context, q search.Query) (search.Answer, error) { asked = q; return search.Answer{}, nil }
		for office, want := range map[string]record.ID{"": "", "office=nowhere": record.NoOffice, "office=" + string(w.b): w.b} {
			if w.get("visitor", "/api/v1/search?q=x&"+office).want(200); asked.Office != want {
				t.Errorf("%s asks for %q, not %q", office, asked.Office, want)
			}
		}
		fifty := strings.Repeat("&country=DE", 50)
		if w.get("visitor", "/api/v1/search?q=x"+fifty).want(200); len(asked.Facets["country"]) != 50 {
			t.Errorf("asked %v", asked.Facets)
		}
		w.get("visitor", "/api/v1/search?q=x&country=PL"+fifty).wrong(422, "country", "too_many")
		if w.get("visitor", "/api/v1/search?q=x&theme="+strings.Repeat("x", 200)).want(200); strings.Join(asked.Facets["theme"], " ") != string(record.NoOffice) {
			t.Errorf("a theme that nobody knows is asked for as %q", asked.Facets["theme"])
		}
		if got := w.get("visitor", "/api/v1/search?q=!").want(200); !strings.Contains(string(got.text), `"stage":"word"`) {
			t.Errorf("where there was nothing to look for: %s", got.text)
		}
		w.get("visitor", "/api/v1/search?q=x&country="+strings.Repeat("x", 201)).wrong(422, "country", "bad_value")
		if w.get("visitor", "/api/v1/search?q=x&count=kind,country,kind").want(200); strings.Join(asked.Count, " ") != "kind country" {
			t.Errorf("counts %v", asked.Count)
		}
	})
}
