package api_test

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"testing"

	"kontor.example/internal/domain/relation"
)

// found wants a list to hold n records for an actor.
func (w *world) found(actor, path string, n int) {
	w.t.Helper()
	if items, _ := w.get(actor, path).items(); len(items) != n {
		w.t.Errorf("%s finds %d records at %s, want %d", actor, len(items), path, n)
	}
}

// A filter finds nothing by what a draft says, for those who do not see the draft.
func TestFiltersTellNothingOfDrafts(t *testing.T) {
	inWorlds(t, func(w *world) {
		chile := w.create("editor", "/api/v1/places", `{"name":{"de":"Chile"},"level":"country","country":"CL","state":"published"}`)
		peru := w.create("editor", "/api/v1/places", `{"name":{"de":"Peru"},"level":"country","country":"PE"}`)
		club := w.create("editor", "/api/v1/organisations", `{"name":{"de":"Verein"},"form":"society","place":{"id":"`+chile.id()+`"}}`)
		above := w.create("editor", "/api/v1/themes", `{"name":{"de":"Umwelt"},"state":"published"}`)
		below := w.create("editor", "/api/v1/themes", `{"name":{"de":"Geheimes"},"parent":{"id":"`+above.id()+`"}}`)
		dept := w.create("editor", "/api/v1/organisations", `{"name":{"de":"Dezernat"},"form":"unit","state":"published"}`)
		team := w.create("editor", "/api/v1/organisations", `{"name":{"de":"Team"},"form":"unit","parent":{"id":"`+dept.id()+`"}}`)
		w.create("editor", "/api/v1/relations", fmt.Sprintf(`{"title":{"de":"Bund"},"form":"contact","own_side":"city","state":"published",
			"sides":[{"party":{"kind":"organisation","id":%q}},{"party":{"kind":"place","id":%q}}],
			"themes":[{"theme":{"id":%q}}],"units":[{"unit":{"id":%q},"role":"lead"}]}`, club.id(), peru.id(), below.id(), team.id()))
		lists := map[string]thing{
			"/api/v1/relations?country=CL":                club,
			"/api/v1/relations?country=PE":                peru,
			"/api/v1/relations?theme=" + above.id():       below,
			"/api/v1/relations?unit=" + dept.id():         team,
			"/api/v1/relations?organisation=" + club.id(): club,
		}
		for path := range lists {
			w.found("visitor", path, 0)
			w.found("editor", path, 1)
		}
		w.found("other", "/api/v1/relations?country=CL", 0)
		facets, err := relation.Facets(w.t.Context(), w.db, w.a)
		w.must(err)
		for _, f := range facets {
			if f.Filter == "country" || f.Filter == "unit" {
				w.t.Errorf("a page offers %s=%s", f.Filter, f.Value)
			}
		}
		for path, x := range lists {
			if x = w.get("editor", x.path()).thing(); text(x["state"]) != `"published"` {
				w.patch("editor", x, `{"state":"published"}`)
			}
			w.found("visitor", path, 1)
		}
	})
}

// A place of the gazetteer is public from when something public refers to it.
func TestAClaimedPlaceIsAsPublicAsWhatRefersToIt(t *testing.T) {
	inWorlds(t, func(w *world) {
		places := "/api/v1/places?geonames=" + strconv.Itoa(hiroshima)
		draft := w.create("editor", "/api/v1/relations", twinning("Geheim"))
		w.found("visitor", places, 0)
		w.found("editor", places, 1)
		w.found("other", places, 1) // they may refer to it
		draft = w.patch("editor", draft, `{"state":"published"}`)
		w.found("visitor", places, 1)
		items, _ := w.get("visitor", places).items()
		items[0].is(w.t, "version", "2")
		w.patch("editor", draft, `{"state":"draft"}`)
		w.found("visitor", places, 1) // what was public once stays known
		var n int
		w.must(w.db.Row(w.t.Context(), []any{&n}, `SELECT COUNT(*) FROM audit WHERE record = $1`, items[0].id()))
		if n != 2 {
			w.t.Errorf("%d changes of the place are in the audit", n)
		}
		w.create("editor", "/api/v1/relations", strings.Replace(strings.Replace(twinning("Posen"), strconv.Itoa(hiroshima), strconv.Itoa(poznan), 1),
			`{"title"`, `{"state":"published","title"`, 1))
		w.found("visitor", "/api/v1/places?geonames="+strconv.Itoa(poznan), 1)
	})
}

// Many who publish what refers to one and the same place do so without hindering each other.
func TestManyPublishOnePlace(t *testing.T) {
	inWorlds(t, func(w *world) {
		var drafts []thing
		for i := range 8 {
			drafts = append(drafts, w.create([]string{"editor", "other"}[i%2], "/api/v1/relations", twinning("Hiroshima "+strconv.Itoa(i))))
		}
		var all sync.WaitGroup
		for i, x := range drafts {
			all.Go(func() {
				got := w.ask([]string{"editor", "other"}[i%2], "PATCH", x.path(), `{"state":"published"}`, "If-Match", x.tag())
				if got.StatusCode != 200 {
					w.t.Errorf("%d %s", got.StatusCode, got.text)
				}
			})
		}
		all.Wait()
		items, _ := w.get("visitor", "/api/v1/places?geonames="+strconv.Itoa(hiroshima)).items()
		if len(items) != 1 {
			w.t.Fatalf("%d places", len(items))
		}
		items[0].is(w.t, "version", "2")
	})
}

// Whose host a name is does not depend on who asked first: an office that is a draft has none yet, though its admin sees it.
func TestADraftOfAnOfficeHasNoHost(t *testing.T) {
	inWorlds(t, func(w *world) {
		x := w.create("editor", "/api/v1/relations", twinning("Hiroshima"))
		w.patch("editor", x, `{"state":"published"}`)
		w.create("admin", "/api/v1/offices", `{"name":{"de":"Gammastadt"},"zone":"Europe/Berlin","host":"c.example"}`)
		for _, actor := range []string{"admin", "visitor"} {
			w.get(actor, "/api/v1/relations/hiroshima", "Host", "c.example").want(200)
		}
	})
}
