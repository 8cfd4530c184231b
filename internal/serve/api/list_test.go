package api_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// However a list is sorted, its pages hold every record once, and going forward ends.
func TestPaging(t *testing.T) {
	inWorlds(t, func(w *world) {
		const all = 123
		for i := range all {
			body := fmt.Sprintf(`{"state":"published","office":{"id":%q},"title":{"de":"%s %d"},"form":"contact","own_side":"city",
				"since":"%s","sides":[{"party":{"geonames":1862415}}]}`, w.a, []string{"Ärmel", "arm", "Zebra"}[i%3], i/9,
				[]string{"", "1950", "1951-02", "1951", "1953", "1953-12-01", "1955"}[i%7])
			w.create("admin", "/api/v1/relations", body)
		}
		for _, sort := range []string{"title", "-title", "since", "-since", "changed_at", "-changed_at"} {
			for _, lang := range []string{"de", "en"} {
				var seen []string
				var last thing
				path := "/api/v1/relations?limit=50&lang=" + lang + "&sort=" + sort
				next, pages := "", 0
				for ; pages == 0 || next != ""; pages++ {
					cursor := ""
					if next != "" {
						cursor = "&cursor=" + next
					}
					var items []thing
					items, next = w.get("visitor", path+cursor).items()
					for _, x := range items {
						seen, last = append(seen, x.id()), x
					}
				}
				if strings.HasSuffix(sort, "since") && last["since"] != nil {
					w.t.Errorf("%s: an unknown day comes before %v", sort, last["since"])
				}
				distinct := slices.Compact(slices.Sorted(slices.Values(seen)))
				if len(seen) != all || len(distinct) != all || pages != 3 {
					w.t.Errorf("%s, %s: %d records, %d of them different, on %d pages", sort, lang, len(seen), len(distinct), pages)
				}
			}
		}
		oldest, _ := w.get("visitor", "/api/v1/relations?sort=since&limit=1").items()
		oldest[0].is(w.t, "since", `"1950"`)
		newest, _ := w.get("visitor", "/api/v1/relations?sort=-changed_at&limit=1").items()
		newest[0].is(w.t, "title", `{"de":"Zebra 13"}`)
		titles, _ := w.get("visitor", "/api/v1/relations?sort=title&limit=200").items()
		order := ""
		for _, x := range titles {
			order += text(x["title"])[7:8]
		}
		if strings.Index(order, "Z") != all*2/3 { // Ä stands with a, before Z
			w.t.Errorf("titles are in the order %s", order)
		}
		if got := w.get("visitor", "/api/v1/relations?total=true&limit=1").thing(); text(got["total"]) != "123" {
			w.t.Errorf("the total is %v", got["total"])
		}
		if _, sent := w.get("visitor", "/api/v1/relations?limit=1").thing()["total"]; sent {
			w.t.Error("a total that nobody asked for")
		}
	})
}

func TestFilters(t *testing.T) {
	inWorlds(t, func(w *world) {
		make := func(title, form string, place int) thing {
			return w.create("editor", "/api/v1/relations", fmt.Sprintf(`{"state":"published","title":{"de":%q},"form":%q,
				"own_side":"city","sides":[{"party":{"geonames":%d}}]}`, title, form, place))
		}
		make("Hiroshima", "town-twinning", hiroshima)
		make("Posen", "town-twinning", poznan)
		make("Malmö", "cooperation", poznan)
		for query, want := range map[string]int{
			"form=town-twinning": 2, "form=town-twinning&form=cooperation": 3, "form=town-twinning&country=PL": 1,
			"country=PL&country=JP": 3, "continent=asia": 1, "continent=africa": 0, "place=nowhere": 0, "place=hiroshima-shi": 1,
			"own_side=city": 3, "rgre_inferred=false": 3, "status=active": 0, "state=published": 3,
		} {
			if items, _ := w.get("visitor", "/api/v1/relations?"+query).items(); len(items) != want {
				w.t.Errorf("%s: %d, want %d", query, len(items), want)
			}
		}
		for query, wrong := range map[string]string{
			"colour=red": "colour unknown_filter", "title=x": "title unknown_filter", "contact=x": "contact unknown_filter",
			"form=marriage": "form unknown_choice", "form=": "form bad_value", "continent=atlantis": "continent bad_value",
			"sort=colour": "sort unknown_sort", "sort=contact": "sort unknown_sort", "sort=": "sort bad_value", "sort=--since": "sort unknown_sort",
			"limit=0": "limit out_of_range", "limit=201": "limit out_of_range", "limit=-1": "limit out_of_range",
			"limit=x": "limit out_of_range", "limit=99999999999999999999": "limit out_of_range", "limit=1&limit=2": "limit too_many",
			strings.Repeat("country=PL&", 51) + "form=ring": "country too_many",
			"lang=fr": "lang unknown_choice", "total=1": "total unknown_choice", "cursor=x": "cursor bad_cursor",
			"cursor=e30": "cursor bad_cursor", "office=a&office=b": "office too_many",
			"x=1&limit=0&lang=fr":                           "lang unknown_choice limit out_of_range x unknown_filter",
			"x=1&limit=0&lang=fr&sort=bad&form=zz&cursor=x": "cursor bad_cursor form unknown_choice lang unknown_choice limit out_of_range sort unknown_sort x unknown_filter",
		} {
			w.get("visitor", "/api/v1/relations?"+query).wrong(422, strings.Fields(wrong)...)
		}
		many := strings.Repeat("status=active&", 40) + strings.Repeat("form=ring&", 40) + strings.Repeat("country=PL&", 40)
		for range 10 { // of all filters together the one is named that is too much by the alphabet, whatever comes first
			w.get("visitor", "/api/v1/relations?"+many).wrong(422, "status", "too_many")
		}
		_, next := w.get("visitor", "/api/v1/relations?limit=1&sort=title").items()
		for _, other := range []string{"/api/v1/relations?sort=since", "/api/v1/relations?sort=-title", "/api/v1/relations?sort=title&lang=en"} {
			w.get("visitor", other+"&cursor="+next).wrong(422, "cursor", "bad_cursor")
		}
		w.get("visitor", "/api/v1/relations?sort=bad&cursor="+next).wrong(422, "sort", "unknown_sort")
		w.get("visitor", "/api/v1/relations/x?colour=red").wrong(422, "colour", "unknown_parameter")
		w.ask("editor", "POST", "/api/v1/relations?office=x", "{}").wrong(422, "office", "unknown_parameter")
	})
}

// What a visitor may not see is neither listed nor counted, nor does it tell of itself by a filter.
func TestListsShowWhatIsSeen(t *testing.T) {
	inWorlds(t, func(w *world) {
		draft := w.create("editor", "/api/v1/relations", twinning("Hiroshima"))
		fact := w.create("editor", "/api/v1/facts", `{"state":"published","subject":{"kind":"relation","id":"`+draft.id()+`"},"property":"since","day":"1983"}`)
		for actor, want := range map[string]string{"visitor": "0", "other": "0", "viewer": "1", "editor": "1", "admin": "1"} {
			for _, path := range []string{"/api/v1/relations", "/api/v1/facts", "/api/v1/facts?subject=" + draft.id(), "/api/v1/relations?form=town-twinning"} {
				sep := "?"
				if strings.Contains(path, "?") {
					sep = "&"
				}
				if got := text(w.get(actor, path+sep+"total=true").want(200).thing()["total"]); got != want {
					w.t.Errorf("%s sees %s at %s, want %s", actor, got, path, want)
				}
			}
		}
		w.get("visitor", fact.path()).wrong(404)
		w.patch("editor", draft, `{"state":"published"}`)
		w.get("visitor", fact.path()).want(200)
		titled := w.get("visitor", fact.path()+"?lang=de").want(200).thing()
		titled.is(w.t, "subject", `{"id":"`+draft.id()+`","kind":"relation","title":"Hiroshima"}`)
	})
}

// The title of a record that the reader may not see is not told by those that refer to it.
func TestTitlesAreNotTold(t *testing.T) {
	inWorlds(t, func(w *world) {
		unit := w.create("editor", "/api/v1/organisations", `{"name":{"de":"Geheime Stelle"},"form":"unit"}`)
		x := w.create("editor", "/api/v1/relations", strings.Replace(twinning("Hiroshima"), "{",
			`{"state":"published","units":[{"unit":{"id":"`+unit.id()+`"},"role":"lead"}],`, 1))
		for actor, told := range map[string]bool{"visitor": false, "other": false, "viewer": true} {
			for _, path := range []string{x.path() + "?lang=de", "/api/v1/relations?lang=de"} {
				if got := strings.Contains(string(w.get(actor, path).want(200).text), "Geheime Stelle"); got != told {
					w.t.Errorf("%s at %s: told %v", actor, path, got)
				}
			}
		}
	})
}
