package api_test

import "testing"

// A place in the trash keeps its number in the gazetteer, and who names it by that number learns why it does not do.
func TestAPlaceInTheTrashIsNamedAsThat(t *testing.T) {
	inWorlds(t, func(w *world) {
		relation := `{"title":{"de":"Hiroshima"},"form":"contact","own_side":"city","state":"published","sides":[{"party":{"geonames":1862415}}],"website":"ftp://a"}`
		sound := `{"title":{"de":"Hiroshima"},"form":"contact","own_side":"city","state":"published","sides":[{"party":{"geonames":1862415}}]}`
		held := w.create("editor", "/api/v1/relations", sound)
		place := w.get("admin", "/api/v1/places/"+held.part("sides", 0)["party"].(map[string]any)["id"].(string)).want(200).thing()
		w.ask("admin", "DELETE", place.path(), "", "If-Match", place.tag()).want(204)
		for _, actor := range []string{"editor", "other"} {
			w.ask(actor, "POST", "/api/v1/relations", relation).wrong(422, "sides/1.party", "trashed_reference", "website", "bad_url")
		}
		w.ask("editor", "POST", "/api/v1/relations", `{"title":{"de":"H"},"form":"contact","own_side":"city","sides":[{"party":{"kind":"place","id":"`+place.id()+`"}}]}`).
			wrong(422, "sides/1.party", "unknown_reference")
		held = w.patch("editor", held, `{"sides":[{"party":{"geonames":1862415},"since":"1983"}]}`) // it has it already
		held.part("sides", 0).is(w.t, "since", `"1983"`)
		w.ask("admin", "POST", place.path()+"/restore", "").want(200)
		w.create("editor", "/api/v1/relations", sound)
	})
}
