package api_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
	"testing"

	"kontor.example/internal/engine/record"
	"kontor.example/internal/kontortest"
)

func TestLifeOfARelation(t *testing.T) {
	inWorlds(t, func(w *world) {
		made := w.ask("editor", "POST", "/api/v1/relations", twinning("Hiroshima")).want(201)
		x := made.thing()
		if made.Header.Get("Location") != x.path() || !strings.HasPrefix(made.Header.Get("ETag"), `"1-`) {
			w.t.Errorf("made at %q with the tag %q", made.Header.Get("Location"), made.Header.Get("ETag"))
		}
		x.is(w.t, "state", `"draft"`)
		x.is(w.t, "office", `{"id":"`+string(w.a)+`","kind":"office"}`)

		w.get("visitor", x.path()).wrong(404)
		w.get("other", x.path()).wrong(404)
		w.get("viewer", x.path()).want(200)
		x = w.patch("editor", x, `{"state":"published"}`)
		x.is(w.t, "slug", `{"de":"hiroshima","en":"hiroshima"}`)
		w.get("visitor", x.path()).want(200)
		w.get("visitor", "/api/v1/relations/hiroshima").want(200)
		if items, _ := w.get("visitor", "/api/v1/relations").items(); len(items) != 1 || items[0].id() != x.id() {
			w.t.Errorf("listed are %v", items)
		}

		gone := w.ask("editor", "DELETE", x.path(), "", "If-Match", x.tag()).want(204)
		if len(gone.text) > 0 {
			w.t.Errorf("204 with %q", gone.text)
		}
		w.get("visitor", x.path()).wrong(404)
		w.get("visitor", "/api/v1/relations/hiroshima").wrong(404)
		if items, _ := w.get("editor", "/api/v1/relations").items(); len(items) != 0 {
			w.t.Errorf("listed are %v", items)
		}
		trashed := w.get("editor", x.path()).want(200).thing()
		if trashed["trashed"] == nil {
			w.t.Errorf("in the trash it is %v", trashed)
		}
		w.ask("editor", "PATCH", x.path(), `{"since":"1983"}`, "If-Match", trashed.tag()).wrong(409)
		w.ask("editor", "DELETE", x.path(), "", "If-Match", trashed.tag()).wrong(409)

		w.ask("editor", "POST", x.path()+"/restore", "", "If-Match", x.tag()).wrong(412)
		back := w.ask("editor", "POST", x.path()+"/restore", "").want(200).thing()
		back.is(w.t, "version", "4")
		w.ask("editor", "POST", x.path()+"/restore", "").wrong(409)
		w.get("visitor", x.path()).want(200)
	})
}

func TestVersions(t *testing.T) {
	inWorlds(t, func(w *world) {
		x := w.create("editor", "/api/v1/relations", twinning("Hiroshima"))
		before := w.state()
		for _, method := range []string{"PATCH", "DELETE"} {
			w.ask("editor", method, x.path(), `{"since":"1983"}`).wrong(428)
			for _, tag := range []string{`"2"`, `"11"`, `"0-1"`, `W/"1"`, `""`, `"-1"`, `"1x"`, `"2", "3"`} {
				w.ask("editor", method, x.path(), `{"since":"1983"}`, "If-Match", tag).wrong(412)
			}
			for _, tag := range []string{"1", `"1`, "x", `1"`, "*,*", `"1", *`, `"1", x`} {
				w.ask("editor", method, x.path(), `{"since":"1983"}`, "If-Match", tag).wrong(400)
			}
		}
		if after := w.state(); after != before {
			w.t.Errorf("before:\n%s\nafter:\n%s", before, after)
		}
		for i, tag := range []string{"1-anything", "2"} {
			w.ask("editor", "PATCH", x.path(), `{"since":"`+[]string{"1983", "1984"}[i]+`"}`, "If-Match", `"9", "`+tag+`"`).want(200)
		}
		w.ask("editor", "PATCH", x.path(), `{"since":"1985"}`, "If-Match", "*").want(200)
		same := w.ask("editor", "PATCH", x.path(), `{"since":"1985"}`, "If-Match", `"4"`).want(200).thing()
		same.is(w.t, "version", "4") // nothing changed, so nothing was written
	})
}

// A star means whatever version there is, also among many who write at once: each change is made, each in a version of its
// own, and none undoes another.
func TestAStarMeansAnyVersion(t *testing.T) {
	inWorlds(t, func(w *world) {
		x := w.create("editor", "/api/v1/relations", twinning("Hiroshima"))
		const writers, rounds = 8, 5
		langs := []string{"de", "en", "fr", "es", "it", "pt", "nl", "pl"}
		var all sync.WaitGroup
		for i := range writers {
			all.Go(func() {
				for n := range rounds {
					body := fmt.Sprintf(`{"summary":{"%s":"%d"}}`, langs[i], n)
					if got := w.ask("editor", "PATCH", x.path(), body, "If-Match", "*"); got.StatusCode != 200 {
						w.t.Errorf("%s: %d %s", body, got.StatusCode, got.text)
					}
				}
			})
		}
		all.Wait()
		now := w.get("editor", x.path()).want(200).thing()
		now.is(w.t, "version", strconv.Itoa(1+writers*rounds))
		for _, l := range langs {
			if got := now["summary"].(map[string]any)[l]; got != strconv.Itoa(rounds-1) {
				w.t.Errorf("%s: %v", l, got)
			}
		}
		w.ask("editor", "DELETE", x.path(), "", "If-Match", "*").want(204)
		w.ask("editor", "DELETE", x.path(), "", "If-Match", "*").wrong(409)
		w.ask("editor", "PATCH", x.path(), `{"since":"x"}`, "If-Match", "*").wrong(409)
	})
}

// What all offices share is for every editor to improve, but to hide it is to take it away.
func TestEditorsDoNotHideWhatAllShare(t *testing.T) {
	inWorlds(t, func(w *world) {
		for path, body := range map[string]string{
			"/api/v1/networks": `{"name":{"de":"Netz"},"form":"network","state":"published"}`,
			"/api/v1/places":   `{"name":{"de":"Ort"},"level":"city","state":"published"}`,
			"/api/v1/themes":   `{"name":{"de":"Thema"},"state":"published"}`,
		} {
			x := w.create("editor", path, body)
			for _, actor := range []string{"editor", "other"} {
				for _, state := range []string{"draft", "archived"} {
					w.ask(actor, "PATCH", x.path(), `{"state":"`+state+`"}`, "If-Match", "*").wrong(403)
				}
			}
			x = w.patch("other", x, `{"name":{"en":"Better"}}`)
			x = w.patch("admin", x, `{"state":"draft"}`)
			x = w.patch("other", x, `{"name":{"en":"A draft"}}`)
			w.patch("other", x, `{"state":"published"}`)
		}
	})
}

// A long answer is compressed for those who take it so, under a tag of its own that does all that the plain one does.
func TestLongAnswersAreCompressed(t *testing.T) {
	w := newWorld(t, kontortest.SQLite(t))
	x := w.create("editor", "/api/v1/relations", twinning("Hiroshima"))
	x = w.patch("editor", x, `{"state":"published","about":{"de":"`+strings.Repeat("Ein Gespräch über den Frieden. ", 50)+`"}}`)
	plain := w.get("visitor", x.path(), "Accept-Encoding", "identity").want(200)
	packed := w.get("visitor", x.path(), "Accept-Encoding", "gzip").want(200)
	if plain.Header.Get("Content-Encoding") != "" || packed.Header.Get("Content-Encoding") != "gzip" || len(packed.text)*2 > len(plain.text) {
		t.Fatalf("%d and %d bytes, %v", len(plain.text), len(packed.text), packed.Header)
	}
	z, err := gzip.NewReader(bytes.NewReader(packed.text))
	w.must(err)
	if body, err := io.ReadAll(z); err != nil || !bytes.Equal(body, plain.text) {
		t.Errorf("compressed it says something else: %v", err)
	}
	tag := packed.Header.Get("ETag")
	if tag == plain.Header.Get("ETag") || packed.Header.Get("Vary") != plain.Header.Get("Vary") {
		t.Errorf("plain %v, compressed %v", plain.Header, packed.Header)
	}
	if again := w.get("visitor", x.path(), "If-None-Match", tag).want(304); again.Header.Get("ETag") != tag {
		t.Errorf("304 with the tag %q", again.Header.Get("ETag"))
	}
	w.ask("editor", "PATCH", x.path(), `{"since":"1983"}`, "If-Match", w.get("editor", x.path(), "Accept-Encoding", "gzip").Header.Get("ETag")).want(200)
}

func TestWhatIsKnownIsNotSentAgain(t *testing.T) {
	inWorlds(t, func(w *world) {
		x := w.create("editor", "/api/v1/relations", twinning("Hiroshima"))
		x = w.patch("editor", x, `{"state":"published"}`)
		for _, path := range []string{
			x.path(), x.path() + "?lang=de", "/api/v1/relations/hiroshima", "/api/v1/relations", "/api/v1/relations?lang=en",
			"/api/v1/openapi.json",
		} {
			first := w.get("visitor", path).want(200)
			tag := first.Header.Get("ETag")
			if first.Header.Get("Cache-Control") != "public, no-cache" {
				w.t.Errorf("%s: Cache-Control is %q", path, first.Header.Get("Cache-Control"))
			}
			again := w.get("visitor", path, "If-None-Match", `"x", W/`+tag).want(304)
			if len(again.text) > 0 || again.Header.Get("ETag") != tag {
				w.t.Errorf("%s: 304 with the tag %q and %q", path, again.Header.Get("ETag"), again.text)
			}
			if path == "/api/v1/openapi.json" {
				continue
			}
			staff := w.get("viewer", path, "If-None-Match", tag).want(200)
			if staff.Header.Get("Cache-Control") != "no-store" || staff.Header.Get("ETag") == tag {
				w.t.Errorf("%s: to a token %v", path, staff.Header)
			}
		}
		record := w.get("visitor", x.path()).Header.Get("ETag")
		titled := w.get("visitor", x.path()+"?lang=de").Header.Get("ETag")
		list := w.get("visitor", "/api/v1/relations").Header.Get("ETag")
		place := w.get("editor", "/api/v1/places/"+x.part("sides", 0)["party"].(map[string]any)["id"].(string)).want(200).thing()
		w.patch("editor", place, `{"name":{"de":"Hiroschima"}}`)
		w.get("visitor", x.path(), "If-None-Match", record).want(304) // it holds nothing of the place but its id
		got := w.get("visitor", x.path()+"?lang=de", "If-None-Match", titled).want(200).thing()
		if title := got.part("sides", 0)["party"].(map[string]any)["title"]; title != "Hiroschima" {
			w.t.Errorf("the place is called %v", title)
		}
		w.get("visitor", "/api/v1/relations", "If-None-Match", list).want(200)
	})
}

// What all offices share has internal fields too, for the staff of any office.
func TestStaffSeeWhoChangedWhatAllShare(t *testing.T) {
	inWorlds(t, func(w *world) {
		x := w.create("editor", "/api/v1/themes", `{"name":{"de":"Umwelt"},"state":"published"}`)
		for actor, want := range map[string]bool{"visitor": false, "viewer": true, "editor": true, "other": true, "admin": true} {
			if _, told := w.get(actor, x.path()).want(200).thing()["created_by"]; told != want {
				w.t.Errorf("%s is told who made it: %v", actor, told)
			}
		}
	})
}

// A tag is good for one reader: who may see more or other things than another, or reads titles in another language, never
// takes the other's copy for his own, nor does a cache between them.
func TestATagIsOfWhoAsks(t *testing.T) {
	inWorlds(t, func(w *world) {
		x := w.create("editor", "/api/v1/relations", twinning("Hiroshima"))
		x = w.patch("editor", x, `{"state":"published"}`)
		for _, path := range []string{x.path() + "?lang=de", "/api/v1/relations?lang=de"} {
			tags := map[string]string{}
			for _, actor := range []string{"visitor", "viewer", "editor", "other", "admin"} {
				got := w.get(actor, path).want(200)
				tag := got.Header.Get("ETag")
				if tags[tag] != "" {
					w.t.Errorf("%s: %s and %s share a tag", path, actor, tags[tag])
				}
				tags[tag] = actor
				if vary := strings.Join(got.Header.Values("Vary"), ", "); !strings.Contains(vary, "Authorization") {
					w.t.Errorf("%s: to %s it varies with %q", path, actor, vary)
				}
			}
			english := w.get("visitor", strings.Replace(path, "=de", "=en", 1)).want(200).Header.Get("ETag")
			if tags[english] != "" {
				w.t.Errorf("%s: in English it has the tag of the German titles", path)
			}
		}
		tag := w.get("visitor", x.path()).want(200).Header.Get("ETag")
		w.get("visitor", x.path()+"?office=betastadt", "If-None-Match", tag).want(404)
	})
}

func TestMergePatch(t *testing.T) {
	inWorlds(t, func(w *world) {
		x := w.create("editor", "/api/v1/relations", `{"title":{"de":"Posen","en":"Poznań"},"form":"town-twinning","own_side":"city",
			"since":"1979","website":"https://poznan.example/","rgre_kind":"partnership",
			"sides":[{"party":{"geonames":3088171},"since":"1979"}],
			"history":[{"status":"agreed","on_date":"1978"},{"status":"active","on_date":"1979-05"}]}`)
		x.is(w.t, "status", `"active"`)
		first, second := x.part("history", 0), x.part("history", 1)

		// What is not sent stays; a language set, a language removed, a value removed.
		x = w.patch("editor", x, `{"title":{"de":"Poznań","fr":"Poznan","en":null},"website":null}`)
		x.is(w.t, "title", `{"de":"Poznań","fr":"Poznan"}`)
		x.is(w.t, "website", "null")
		x.is(w.t, "since", `"1979"`)
		x.is(w.t, "rgre_kind", `"partnership"`)

		// A list is replaced: an entry with its id stays that entry, one without is new, one left out goes.
		x = w.patch("editor", x, `{"history":[{"status":"resting","on_date":"2022"},{"id":"`+second.id()+`","status":"active","on_date":"1979-06"}]}`)
		if n := len(x["history"].([]any)); n != 2 || x.part("history", 1).id() != second.id() || x.part("history", 0).id() == first.id() {
			w.t.Errorf("the history is %s", text(x["history"]))
		}
		x.part("history", 1).is(w.t, "on_date", `"1979-06"`)
		x.is(w.t, "status", `"resting"`)

		// What was read can be sent back, titles of references included.
		whole := w.get("editor", x.path()+"?lang=en").want(200)
		same := w.ask("editor", "PATCH", x.path(), string(whole.text), "If-Match", whole.Header.Get("ETag")).want(200).thing()
		same.is(w.t, "version", text(x["version"]))

		x = w.patch("editor", x, `{"history":[]}`)
		x.is(w.t, "history", "[]")
		x.is(w.t, "status", "null")
	})
}

func TestWhatIsRefused(t *testing.T) {
	inWorlds(t, func(w *world) {
		x := w.create("editor", "/api/v1/relations", twinning("Hiroshima"))
		other := w.create("editor", "/api/v1/relations", `{"title":{"de":"X"},"form":"contact","own_side":"city","sides":[{"party":{"geonames":1862415}}]}`)
		sides := func(entries string) string { return `{"sides":[` + entries + `]}` }
		twice := `{"id":"` + x.part("sides", 0).id() + `","party":{"geonames":1862415}}`
		before := w.state()
		for body, fields := range map[string]string{
			`{"colour":"red"}`:                                      "colour unknown_field",
			`{"Title":{"de":"x"}}`:                                  "Title unknown_field",
			`{"title":"x"}`:                                         "title not_a_language_map",
			`{"title":{"de":1}}`:                                    "title not_a_language_map",
			`{"title":{"german":"x"}}`:                              "title not_a_language_map",
			`{"title":null}`:                                        "title required",
			`{"form":"marriage"}`:                                   "form unknown_choice",
			`{"form":1}`:                                            "form bad_value",
			`{"since":"1968-13"}`:                                   "since bad_date",
			`{"since":1968}`:                                        "since bad_date",
			`{"since":"1990","until":"1980"}`:                       "until ends_before_it_begins",
			`{"website":"javascript:alert(1)"}`:                     "website bad_url",
			`{"website":"a\u0000b"}`:                                "website not_a_string",
			`{"website":{"de":"https://a.example"}}`:                "website not_a_string",
			`{"rgre_inferred":"yes"}`:                               "rgre_inferred bad_value",
			`{"own_place":"hannover"}`:                              "own_place bad_reference",
			`{"own_place":{"kind":"theme","id":"x"}}`:               "own_place bad_reference",
			`{"own_place":{"id":"` + string(record.NewID()) + `"}}`: "own_place unknown_reference",
			`{"own_place":{"geonames":999999999}}`:                  "own_place unknown_reference",
			`{"sides":{}}`:                                          "sides not_a_list",
			`{"sides":[1]}`:                                         "sides not_a_list",
			`{"sides":[null]}`:                                      "sides not_a_list",
			`{"sides":[]}`:                                          "sides required",
			`{"sides":[{"since":"1983"}]}`:                          "sides/1.party required",
			`{"sides":[{"party":{"geonames":1862415},"x":1}]}`:      "sides/1.x unknown_field",
			sides(`{"id":"` + other.part("sides", 0).id() + `","party":{"geonames":1862415}}`): "sides/1.id unknown_part",
			sides(twice + "," + twice): "sides/2.id unknown_part sides/2.party duplicate",
			`{"sides":[{"party":{"geonames":1862415}},{"party":{"geonames":1862415}}]}`: "sides/2.party duplicate",

			`{"version":7}`:       "version read_only",
			`{"id":"x"}`:          "id read_only",
			`{"kind":"place"}`:    "kind read_only",
			`{"status":"ended"}`:  "status read_only",
			`{"created_by":"me"}`: "created_by read_only",

			`{"office":{"id":"` + string(w.b) + `"}}`: "office read_only",
			`{"since":"x","form":"y","colour":1}`:     "colour unknown_field form unknown_choice since bad_date",
			`{"website":"ftp://a","own_place":{"geonames":999999999},"own_unit":{"id":"` + string(record.NewID()) + `"}}`: "own_place unknown_reference own_unit unknown_reference website bad_url",
			sides(`{"party":{"geonames":999999999},"status":"gone"}`):                                                     "sides/1.party unknown_reference sides/1.status unknown_choice",
			`{"since":"1983","since":"1984"}`:                                                                             "since duplicate",
			`{"sides":[{"party":{"id":"a","id":"b"}}]}`:                                                                   "sides/1.party.id duplicate",
		} {
			w.ask("editor", "PATCH", x.path(), body, "If-Match", "*").wrong(422, strings.Fields(fields)...)
		}
		w.ask("editor", "POST", "/api/v1/relations", `{}`).wrong(422, "form", "required", "own_side", "required", "sides", "required", "title", "required")
		if after := w.state(); after != before {
			w.t.Errorf("before:\n%s\nafter:\n%s", before, after)
		}
	})
}

func TestTwoOffices(t *testing.T) {
	inWorlds(t, func(w *world) {
		ours := w.create("editor", "/api/v1/relations", strings.Replace(twinning("Hiroshima"), "{", `{"state":"published","contact":"somebody","notes":{"de":"Notiz"},`, 1))
		theirs := w.create("other", "/api/v1/relations", strings.Replace(twinning("Hiroshima"), "{", `{"state":"published",`, 1))
		ours.is(w.t, "contact", `"somebody"`)
		for actor, sees := range map[string][2]bool{ // internal, personal
			"visitor": {}, "other": {}, "viewer": {true, false}, "editor": {true, true}, "admin": {true, true},
		} {
			got := w.get(actor, ours.path()).want(200).thing()
			if _, internal := got["notes"]; internal != sees[0] {
				w.t.Errorf("%s sees the notes: %v", actor, internal)
			}
			if _, personal := got["contact"]; personal != sees[1] {
				w.t.Errorf("%s sees the contact: %v", actor, personal)
			}
		}

		// Both have the slug, each in its office; which is meant is in the address, or in the host.
		for query, want := range map[string]thing{
			"": ours, "?office=alphastadt": ours, "?office=betastadt": theirs, "?office=" + string(w.b): theirs,
		} {
			if got := w.get("visitor", "/api/v1/relations/hiroshima"+query).want(200).thing(); got.id() != want.id() {
				w.t.Errorf("%q finds the relation of another office", query)
			}
		}
		if got := w.get("visitor", "/api/v1/relations/hiroshima", "Host", "b.example:80").want(200).thing(); got.id() != theirs.id() {
			w.t.Error("the host b.example finds the relation of another office")
		}
		w.get("visitor", "/api/v1/relations/hiroshima?office=nowhere").wrong(404)
		w.get("visitor", ours.path()+"?office=betastadt").wrong(404)
		for query, want := range map[string]int{"": 2, "?office=alphastadt": 1, "?office=" + string(w.b): 1, "?office=nowhere": 0} {
			if items, _ := w.get("visitor", "/api/v1/relations"+query).items(); len(items) != want {
				w.t.Errorf("%q lists %d relations, want %d", query, len(items), want)
			}
		}

		// What is shared, every editor improves and only an admin takes away.
		place := w.get("other", "/api/v1/places/"+ours.part("sides", 0)["party"].(map[string]any)["id"].(string)).thing()
		place = w.patch("other", place, `{"about":{"de":"Stadt am Meer"}}`)
		w.ask("editor", "DELETE", place.path(), "", "If-Match", "*").wrong(403)
		theme := w.create("editor", "/api/v1/themes", `{"name":{"de":"Frieden"}}`)
		for actor, status := range map[string]int{"visitor": 404, "viewer": 200, "editor": 200, "other": 200, "admin": 200} {
			w.get(actor, theme.path()).want(status) // a shared draft is for all who may improve it
		}
		w.patch("other", theme, `{"state":"published"}`)
		w.get("visitor", theme.path()).want(200)
		w.get("visitor", "/api/v1/places?office=alphastadt").wrong(422, "office", "unknown_filter")
	})
}

// Whoever may not do a thing learns that before anything of the body is looked at, and nothing has changed.
func TestDenialLeavesNoTrace(t *testing.T) {
	inWorlds(t, func(w *world) {
		public := w.create("editor", "/api/v1/relations", strings.Replace(twinning("Hiroshima"), "{", `{"state":"published",`, 1))
		draft := w.create("editor", "/api/v1/relations", twinning("Posen"))
		trashed := w.create("editor", "/api/v1/relations", twinning("Perpignan"))
		w.ask("editor", "DELETE", trashed.path(), "", "If-Match", "*").want(204)
		before := w.state()
		for _, c := range []struct {
			actor, method, path string
			status              int
		}{
			{"visitor", "POST", "/api/v1/relations", 401},
			{"visitor", "PATCH", public.path(), 401},
			{"visitor", "DELETE", public.path(), 401},
			{"visitor", "DELETE", draft.path(), 401},
			{"visitor", "POST", trashed.path() + "/restore", 401},
			{"viewer", "POST", "/api/v1/relations", 403},
			{"viewer", "PATCH", public.path(), 403},
			{"viewer", "DELETE", draft.path(), 403},
			{"viewer", "POST", trashed.path() + "/restore", 403},
			{"other", "PATCH", public.path(), 403},
			{"other", "DELETE", public.path(), 403},
			{"other", "PATCH", draft.path(), 404},
			{"other", "DELETE", draft.path(), 404},
			{"other", "POST", trashed.path() + "/restore", 404},
			{"editor", "POST", "/api/v1/offices", 403},
			{"editor", "PATCH", "/api/v1/offices/alphastadt", 403},
			{"editor", "DELETE", "/api/v1/offices/alphastadt", 403},
		} {
			for _, body := range []string{`{"since":"1983"}`, "rubbish", ""} {
				w.ask(c.actor, c.method, c.path, body, "If-Match", "*").wrong(c.status)
			}
		}
		own := strings.Replace(twinning("X"), "{", `{"office":{"kind":"office","id":"`+string(w.a)+`"},`, 1)
		w.ask("other", "POST", "/api/v1/relations", own).wrong(403)
		w.ask("admin", "POST", "/api/v1/relations", twinning("X")).wrong(422, "office", "required")
		if after := w.state(); after != before {
			w.t.Errorf("before:\n%s\nafter:\n%s", before, after)
		}
		w.create("admin", "/api/v1/relations", own)
	})
}

func TestGolden(t *testing.T) {
	w := newWorld(t, kontortest.SQLite(t))
	w.stands.Store(true)
	paper := w.create("editor", "/api/v1/papers", `{"number":"1234/1983","title":{"de":"Partnerschaft mit Hiroshima"},"state":"published"}`)
	theme := w.create("editor", "/api/v1/themes", `{"name":{"de":"Frieden","en":"Peace"},"state":"published"}`)
	unit := w.create("editor", "/api/v1/organisations", `{"name":{"de":"Büro für Internationales","en":"International Office"},"form":"unit","state":"published"}`)
	x := w.create("editor", "/api/v1/relations", `{"title":{"de":"Hiroshima","en":"Hiroshima","ja":"広島"},
		"summary":{"de":"Eine Freundschaft für den Frieden.","en":"A friendship for peace."},
		"about":{"de":"Seit 1983 <b>\"verbunden\"</b>."},"form":"town-twinning","rgre_kind":"partnership","own_side":"city","state":"published",
		"sides":[{"party":{"geonames":1862415},"label":{"en":"sister city"},"since":"1983-06-27","status":"active","document":"https://hiroshima.example/a"}],
		"since":"1983-05-27","since_note":{"de":"nach eigener Zählung"},"confirmed_on":"2026-02",
		"history":[{"status":"active","on_date":"1983-05-27","wording":{"de":"Geschlossen"},"reason":{"de":"Ratsbeschluss"},"resolution":{"id":"`+paper.id()+`"}}],
		"themes":[{"theme":{"kind":"theme","id":"`+theme.id()+`"},"since":"1983"}],
		"units":[{"unit":{"id":"`+unit.id()+`"},"role":"lead"}],"website":"https://hannover.example/","contact":"Frau Muster","notes":{"de":"Termin klären"}}`)
	kontortest.Golden(t, "relation.golden.json", readable(t, w.get("visitor", x.path()+"?lang=en").want(200).text))
	kontortest.Golden(t, "relation-editor.golden.json", readable(t, w.get("editor", x.path()).want(200).text))
	kontortest.Golden(t, "relations.golden.json", readable(t, w.get("visitor", "/api/v1/relations?limit=1&total=true").want(200).text))
	bad := `{"title":{"de":"` + strings.Repeat("ä", 201) + `"},"form":"marriage","since":"1983-02-30","sides":[{"status":"active"}]}`
	problem := w.ask("editor", "PATCH", x.path(), bad, "If-Match", "*", "Accept-Language", "de-AT")
	problem.wrong(422, "form", "unknown_choice", "sides/1.party", "required", "since", "bad_date", "title", "too_long")
	kontortest.Golden(t, "problem.golden.json", readable(t, problem.text))
	kontortest.Golden(t, "problem-en.golden.json", readable(t, w.get("visitor", "/api/v1/relations/nothing?lang=en").want(404).text))
}
