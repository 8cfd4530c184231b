package api_test

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// Of the facts of an office about one property of one thing one may be preferred.
func TestOneFactIsPreferred(t *testing.T) {
	inWorlds(t, func(w *world) {
		place := w.create("editor", "/api/v1/places", `{"name":{"de":"Blantyre"},"level":"city","state":"published"}`)
		fact := func(property string, preferred bool) string {
			return fmt.Sprintf(`{"subject":{"kind":"place","id":%q},"property":%q,"number":1,"preferred":%t}`, place.id(), property, preferred)
		}
		first := w.create("editor", "/api/v1/facts", fact("population", true))
		w.create("editor", "/api/v1/facts", fact("area", true))
		var label []string
		for _, l := range []string{"de", "en", "fr", "es", "it", "pt", "nl", "pl", "cs", "da", "sv", "fi"} {
			label = append(label, fmt.Sprintf("%q:%q", l, strings.Repeat("ü", 120)))
		}
		long := strings.Replace(fact("population", true), "{", `{"label":{`+strings.Join(label, ",")+`},`, 1)
		w.create("editor", "/api/v1/facts", long)
		w.ask("editor", "POST", "/api/v1/facts", long).wrong(422, "preferred", "taken")
		w.create("other", "/api/v1/facts", fact("population", true)) // another office judges for itself
		second := w.create("editor", "/api/v1/facts", fact("population", false))
		before := w.state()
		w.ask("editor", "POST", "/api/v1/facts", fact("population", true)).wrong(422, "preferred", "taken")
		w.ask("editor", "PATCH", second.path(), `{"preferred":true}`, "If-Match", second.tag()).wrong(422, "preferred", "taken")
		if after := w.state(); after != before {
			w.t.Errorf("before:\n%s\nafter:\n%s", before, after)
		}
		first = w.patch("editor", first, `{"note":{"de":"Noch einmal nachgesehen"}}`)

		w.ask("editor", "DELETE", first.path(), "", "If-Match", first.tag()).want(204)
		second = w.patch("editor", second, `{"preferred":true}`)
		w.ask("editor", "POST", first.path()+"/restore", "").wrong(422, "preferred", "taken")
		second = w.patch("editor", second, `{"preferred":false}`)
		w.ask("editor", "POST", first.path()+"/restore", "").want(200)
		w.ask("editor", "PATCH", second.path(), `{"preferred":true}`, "If-Match", second.tag()).wrong(422, "preferred", "taken")
		w.patch("editor", second, `{"preferred":true,"property":"households"}`)

		var made atomic.Int64
		var all sync.WaitGroup
		for range 8 {
			all.Go(func() {
				if w.ask("editor", "POST", "/api/v1/facts", fact("founded", true)).StatusCode == 201 {
					made.Add(1)
				}
			})
		}
		all.Wait()
		if n := made.Load(); n != 1 {
			w.t.Errorf("of eight at once %d are preferred", n)
		}
	})
}

// A council paper has its number to itself, and a unit stands under one of its own office.
func TestWhatAnOfficeHasOnce(t *testing.T) {
	inWorlds(t, func(w *world) {
		paper := `{"number":"1234/2014","title":{"de":"Beschluss"},"state":"published"}`
		w.create("editor", "/api/v1/papers", paper)
		w.create("other", "/api/v1/papers", paper)
		w.ask("editor", "POST", "/api/v1/papers", paper).wrong(422, "number", "taken")

		unit := w.create("other", "/api/v1/organisations", `{"name":{"de":"Amt"},"form":"unit","state":"published"}`)
		w.ask("editor", "POST", "/api/v1/organisations", `{"name":{"de":"Team"},"form":"unit","parent":{"id":"`+unit.id()+`"}}`).
			wrong(422, "parent", "other_office")
	})
}

// What nobody could read, or what is no such code, does not come in.
func TestWhatCannotBeReadIsRefused(t *testing.T) {
	inWorlds(t, func(w *world) {
		before := w.state()
		for body, field := range map[string]string{
			`"name":{"de":"a\u202eb"}`:                   "name",
			`"name":{"de":"a\u0007b"}`:                   "name",
			`"name":{"de":"a\nb"}`:                       "name",
			`"name":{"de":"\u200b"}`:                     "name",
			`"name":{"de":"a"},"about":{"de":"a\u0007"}`: "about",
			`"name":{"de":"a"},"wikidata":"1234"`:        "wikidata",
			`"name":{"de":"a"},"country":"XX"`:           "country",
			`"name":{"de":"a"},"country":"de"`:           "country",
			`"name":{"de":"a"},"ags":"3241x"`:            "ags",
			`"name":{"de":"a"},"nuts":"de929"`:           "nuts",
			`"name":{"de":"a"},"zone":"Europe/Berlin x"`: "zone",
		} {
			w.ask("editor", "POST", "/api/v1/places", `{"level":"city",`+body+`}`).wrong(422, field, "bad_value")
		}
		for _, l := range []string{"DE", "und", "de-at"} {
			w.ask("editor", "POST", "/api/v1/places", `{"level":"city","name":{"`+l+`":"a"}}`).wrong(422, "name", "unknown_language")
		}
		w.ask("editor", "POST", "/api/v1/organisations", `{"form":"unit","name":{"de":"a"},"email":"a@b"}`).wrong(422, "email", "bad_value")
		if after := w.state(); after != before {
			w.t.Errorf("before:\n%s\nafter:\n%s", before, after)
		}
		w.create("editor", "/api/v1/places", `{"level":"city","name":{"de":"a","de-x-ls":"b"},"about":{"de":"a\n\n\tb"},"country":"AQ","nuts":"DE929","wikidata":"Q1715"}`)
		for _, path := range []string{"/api/v1/relations", "/api/v1/places"} {
			for _, country := range []string{"XX", "de", "DEU"} {
				w.get("visitor", path+"?country="+country).wrong(422, "country", "bad_value")
			}
		}
	})
}
