package app_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/engine/search"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
	"kontor.example/internal/serve/web"
)

// newSearchTown returns a town whose search knows the demonstration and a few bare places: to index all of the gazetteer
// would take each test some seconds.
func newSearchTown(t testing.TB, at string) *town {
	t.Helper()
	searchable.Fill(t, at, func() {
		stock(t, at)
		w := &town{App: open(t, at), t: t}
		err := w.DB.Tx(t.Context(), func(tx *db.DB) error {
			_, err := tx.Exec(t.Context(), `DELETE FROM gazetteer WHERE geonames NOT IN
				('4906527', '11592111', '2646979', '2643741', '2643743', '2988507', '524901', '3436448', '2759271') AND geonames NOT LIKE '31%'`)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Search.Rebuild(t.Context()); err != nil {
			t.Fatal(err)
		}
		w.settle()
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	})
	return openTown(t, at)
}

// searchable is what towns with a search begin with.
var searchable kontortest.Stock

// The search of one town, looked at from all sides: to make a town takes longer than to ask it. In the end, after all that
// was changed meanwhile, its index must be as if built anew.
func TestSearch(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, at string) {
		w := newSearchTown(t, at)
		for _, step := range []struct {
			name string
			do   func(*town)
		}{
			{"EverySpellingFindsTheCity", everySpellingFindsTheCity},
			{"ListsAreNarrowedByWords", listsAreNarrowedByWords},
			{"SearchesAreNarrowedAndCounted", searchesAreNarrowedAndCounted},
			{"WhatHasNoPageLeadsToOneThatTellsOfIt", whatHasNoPageLeadsToOneThatTellsOfIt},
			{"TheStaffAloneFindsWhatIsItsOwn", theStaffAloneFindsWhatIsItsOwn},
			{"AClaimedPlaceIsBareNoLonger", aClaimedPlaceIsBareNoLonger},
			{"PlacesOfOneNameAreToldApart", placesOfOneNameAreToldApart},
			{"WhatIsWithdrawnIsNotFound", whatIsWithdrawnIsNotFound},
			{"ANameChangesForAllWhoCarryIt", aNameChangesForAllWhoCarryIt},
			{"FiltersLetPassTheSameBesideWords", filtersLetPassTheSameBesideWords},
		} {
			t.Run(step.name, func(t *testing.T) {
				here := *w
				here.t = t
				step.do(&here)
			})
		}
		w.settle()
		report, err := w.Search.Check(t.Context(), func(context.Context, *db.DB) (bool, error) { return true, nil })
		if err != nil || len(report.Problems) > 0 {
			t.Errorf("in the end the index and the records differ: %q, %v", report.Problems, err)
		}
	})
}

// settle does all jobs that are due.
func (w *town) settle() {
	w.t.Helper()
	for {
		n, err := w.Queue.Work(w.t.Context())
		if err != nil {
			w.t.Fatal(err)
		}
		if n == 0 {
			return
		}
	}
}

// A foundPage is the answer to a search.
type foundPage struct {
	Items []struct {
		Kind, ID, Title, Summary, URL string
		Why                           struct{ Class, Field string }
		Countries                     []struct{ Code, Name string }
		Apart                         *string
	}
	Total  int
	Stage  string
	Counts map[string][]struct {
		Value, Title string
		Hits         int
	}
}

// hits lists what was found, as kind and title.
func (p foundPage) hits() (out []string) {
	for _, x := range p.Items {
		out = append(out, x.Kind+" "+x.Title)
	}
	return out
}

func (p foundPage) has(kind, id string) bool {
	for _, x := range p.Items {
		if x.Kind == kind && x.ID == id {
			return true
		}
	}
	return false
}

// find asks the search; more are further parameters in pairs.
func (w *town) find(actor, q string, more ...string) foundPage {
	w.t.Helper()
	return w.ask(actor, "/api/v1/search", q, more...)
}

func (w *town) ask(actor, path, q string, more ...string) (p foundPage) {
	w.t.Helper()
	in := url.Values{"q": {q}, "limit": {"20"}}
	for i := 0; i < len(more); i += 2 {
		in.Set(more[i], more[i+1])
	}
	res := w.do(actor, "GET", path+"?"+in.Encode(), "")
	w.expect(200, res)
	if err := json.Unmarshal(res.Body.Bytes(), &p); err != nil {
		w.t.Fatal(err)
	}
	if res.Header().Get("Cache-Control") != "no-store" || res.Header().Get("ETag") != "" {
		w.t.Errorf("what is found may be kept: %v", res.Header())
	}
	return p
}

// A saved is what is told of a record when it is written.
type saved struct {
	Kind, ID string
	Version  int
}

func (w *town) write(actor, method, path, body string, version int) (s saved) {
	w.t.Helper()
	res := w.do(actor, method, path, body, "If-Match", fmt.Sprintf(`"%d"`, version))
	if res.Code >= 300 {
		w.t.Fatalf("%s %s: %d %s", method, path, res.Code, res.Body)
	}
	if res.Code != 204 {
		if err := json.Unmarshal(res.Body.Bytes(), &s); err != nil {
			w.t.Fatal(err)
		}
	}
	return s
}

// record reads a record of the demonstration by its slug.
func (w *town) record(plural, slug string) (s saved) {
	w.t.Helper()
	res := w.do("admin", "GET", "/api/v1/"+plural+"/"+slug, "")
	w.expect(200, res)
	if err := json.Unmarshal(res.Body.Bytes(), &s); err != nil {
		w.t.Fatal(err)
	}
	return s
}

// However a city is spelled, it is found, and first.
func everySpellingFindsTheCity(w *town) {
	for title, spellings := range map[string][]string{
		"Poznań":        {"POZNAŃ", "Poznan", "Posen", "posn", "poznań"},
		"Iwanowo":       {"Iwanowo", "Ivanovo", "Иваново"},
		"Jekaterinburg": {"Jekaterinburg", "Ekaterinburg"},
		"Mykolajiw":     {"Mykolajiw", "Mykolaiv"},
		"Hiroshima":     {"Hiroshima", "HIROSHIMA"},
	} {
		for _, q := range spellings {
			got := w.find("visitor", q).hits()
			if len(got) < 2 || !slices.Contains(got[:2], "relation "+title) || !slices.Contains(got[:2], "place "+title) {
				w.t.Errorf("%s finds %q", q, got)
			}
		}
	}
	if got := w.find("visitor", "partnerschaft", "limit", "100"); got.Items[len(got.Items)-1].Why.Class != "tail" {
		w.t.Errorf("partnerschaft finds no end of a long word: %q", got.hits())
	}
	for _, q := range []string{"Poznam", "Hiroshma", "Brisotl"} { // a letter is wrong
		got := w.find("visitor", q)
		if got.Stage != "similar" || !slices.ContainsFunc(got.hits(), func(s string) bool { return strings.HasPrefix(s, "place ") }) {
			w.t.Errorf("%s finds %s %q", q, got.Stage, got.hits())
		}
	}
	for q, want := range map[string]string{ // what pages call the country and the form stands in no record
		"Japan": "relation Hiroshima", "japan Städtepartnerschaft": "relation Hiroshima", "Frankreich": "place Rouen", "France": "place Rouen", "declaration": "network Agenda 2030 resolution",
	} {
		if got := w.find("visitor", q, "lang", "en").hits(); !slices.Contains(got, want) {
			w.t.Errorf("%s finds %q, not %s", q, got, want)
		}
	}
	for q, want := range map[string]string{ // a country comes before bare places whose names resemble its
		"Polen": "relation Poznań", "Poland": "relation Poznań", "China": "relation Changde", "Russland": "relation Ivanovo", "Turkey": "relation Diyarbakır",
		"Großbritannien": "relation Bristol", "England": "relation Bristol", "USA": "relation Kansas City",
	} {
		if got := w.find("visitor", q, "lang", "en").hits(); len(got) == 0 || got[0] != want {
			w.t.Errorf("%s finds %q, not first %s", q, got, want)
		}
	}
	england := w.do("visitor", "GET", "/de/search?q=England", "") // is more than one country to those who live there
	w.expect(200, england)
	if body := england.Body.String(); !strings.Contains(body, "Land: </span><span>Vereinigtes Königreich</span>") || strings.Contains(body, "<mark>England") {
		w.t.Errorf("asked for England, the page says of all that they lie there: %s", body)
	}
	page := w.do("visitor", "GET", "/de/search?q=posn", "")
	w.expect(200, page)
	if asked := regexp.MustCompile(`(?s)Meinten Sie.*?</p>`).FindString(page.Body.String()); !strings.Contains(asked, ">Poznań</a>") || strings.Contains(asked, "Posse") {
		w.t.Errorf("asked for posn, the page offers what nobody entered: %s", asked) // Alba Posse lies in Argentina
	}
	page = w.do("visitor", "GET", "/de/search?q=Beilen", "") // which lies in the Netherlands
	w.expect(200, page)
	if body := page.Body.String(); !strings.Contains(body, "Niederlande") || !regexp.MustCompile(`Meinten Sie</strong>\s*<span[^>]*><a [^>]*>Belén de los Andaquíes</a>`).MatchString(body) || strings.Contains(body, "kommt so nicht vor") {
		w.t.Errorf("asked for Beilen, the page does not offer Belén beside it: %s", body)
	}
	blantyre := w.find("visitor", "Blantyre", "limit", "100")
	if got := blantyre.hits(); got[0] != "relation Blantyre" || got[1] != "place Blantyre" || !slices.Contains(got, "gazetteer Blantyre") || blantyre.Total != len(got) {
		w.t.Errorf("Blantyre finds %d: %q", blantyre.Total, got)
	}
	londons := map[string]string{} // the City is called so only sometimes
	for _, x := range w.find("visitor", "London").Items {
		londons[x.ID] = x.Why.Class
	}
	if londons["2643743"] != "alias" || londons["2643741"] != "name" {
		w.t.Errorf("London is found as %v", londons)
	}
	suggested := w.ask("visitor", "/api/v1/suggest", "Blanty")
	offered := suggested.hits()
	if at := suggested.Items[slices.Index(offered, "place Blantyre")].Countries; len(at) != 1 || at[0].Code != "MW" || at[0].Name != "Malawi" {
		w.t.Errorf("Blantyre lies in %v", at)
	}
	if malawi, scotland := slices.Index(offered, "place Blantyre"), slices.Index(offered, "gazetteer Blantyre"); malawi < 0 || scotland < malawi {
		w.t.Errorf("Blanty offers %q", offered)
	}
	posen := w.find("visitor", "posen", "lang", "en").Items
	for i, want := range []struct{ url, field string }{{"/en/relations/poznan", "sides.party"}, {"/en/places/poznan", "aliases.name"}} {
		if got := posen[i]; got.URL != want.url || got.Why.Class != "alias" || got.Why.Field != want.field {
			w.t.Errorf("Posen: %+v, want %v", got, want)
		}
	}
	if x := w.find("visitor", "poznan", "lang", "en", "kind", "relation").Items[0]; x.URL != "/en/relations/poznan" || !strings.Contains(x.Summary, "twinning treaty") {
		w.t.Errorf("the relation: %+v", x)
	}
}

// Places of one name in one country are told apart by as much as it takes, those of other names or countries by nothing.
func placesOfOneNameAreToldApart(w *town) {
	w.addToGazetteer(
		[7]string{"9900001", "Zwilling", "US", "IL", "39.8", "-89.6", "116250"}, [7]string{"9900002", "Zwilling", "US", "OH", "39.9", "-83.8", "116250"},
		[7]string{"9900003", "Zwilling", "US", "OH", "40.9", "-83.8", "7100"},
		[7]string{"9900004", "Zwilling", "DE", "08", "49.35009", "8.13886", "1000"}, [7]string{"9900005", "Zwilling", "DE", "04", "-53.55196", "9.98", "1000"},
		[7]string{"9900006", "Zwilling", "FR", "11", "48.1", "2.1", "5000"}, [7]string{"9900007", "Zwilling am See", "US", "IL", "39.8", "-89.6", "5"},
		[7]string{"9900008", "Zwilling", "AT", "01", "47.1", "14.1", "0"}, [7]string{"9900009", "Zwilling", "AT", "01", "47.2", "14.1", "2500"},
	)
	x := w.write("editor", "POST", "/api/v1/relations", `{"title":{"de":"Freundschaft"},"state":"published","form":"contact","own_side":"city",
		"sides":[{"party":{"geonames":9900009}}]}`, 0)
	w.settle()
	for lang, want := range map[string]map[string]string{
		"de": {
			"9900001": "IL", "9900002": "OH, 116.250 Einwohner", "9900003": "OH, 7.100 Einwohner", "9900004": "1.000 Einwohner, 49,35°\u00a0Nord, 8,14°\u00a0Ost",
			"9900005": "1.000 Einwohner, 53,55°\u00a0Süd, 9,98°\u00a0Ost", "9900006": "", "9900007": "", "9900008": "47,10°\u00a0Nord, 14,10°\u00a0Ost", "place": "2.500 Einwohner",
		},
		"en": {"9900001": "IL", "9900002": "OH, 116,250 inhabitants", "9900003": "OH, 7,100 inhabitants", "9900006": "", "place": "2,500 inhabitants"},
	} {
		for _, path := range []string{"/api/v1/search", "/api/v1/suggest"} {
			got := map[string]string{}
			for _, x := range w.ask("visitor", path, "zwilling", "lang", lang).Items {
				key := x.ID
				if x.Kind == "place" {
					key = x.Kind
				}
				if got[key] = ""; x.Apart != nil {
					got[key] = *x.Apart
				}
			}
			for id, apart := range want {
				if said, ok := got[id]; !ok || said != apart {
					w.t.Errorf("%s %s: %s is told apart by %q, not %q", lang, path, id, said, apart)
				}
			}
		}
	}
	res := w.do("visitor", "GET", "/de/search?q=zwilling", "")
	w.expect(200, res)
	for _, kicker := range []string{"Weiterer Ort · Vereinigte Staaten · IL<", "Weiterer Ort · Frankreich<", "Ort · Österreich · 2.500 Einwohner<"} {
		if !strings.Contains(res.Body.String(), kicker) {
			w.t.Errorf("the page does not say %s", kicker)
		}
	}
	if one := w.find("visitor", "zwilling", "country", "US", "limit", "1"); one.Items[0].Apart != nil {
		w.t.Errorf("alone on its page it is told apart by %q", *one.Items[0].Apart)
	}
	w.write("editor", "DELETE", "/api/v1/relations/"+x.ID, "", x.Version)
	w.settle()
}

// addToGazetteer adds bare places: number, name, country, region, latitude, longitude, inhabitants.
func (w *town) addToGazetteer(rows ...[7]string) {
	w.t.Helper()
	err := w.DB.Tx(w.t.Context(), func(tx *db.DB) error {
		var refs []record.Ref
		for _, r := range rows {
			_, err := tx.Exec(w.t.Context(), `INSERT INTO gazetteer (geonames, name, ascii, name_de, name_en, country, admin, lat, lon, population,
				zone, alternates) VALUES ($1, $2, '', '', '', $3, $4, $5, $6, $7, 'Europe/Berlin', '')`, r[0], r[1], r[2], r[3], r[4], r[5], r[6])
			if err != nil {
				return err
			}
			refs = append(refs, record.Ref{Kind: search.Bare, ID: record.ID(r[0])})
		}
		return w.Search.Apply(w.t.Context(), tx, refs)
	})
	if err != nil {
		w.t.Fatal(err)
	}
}

// Facets narrow and are counted among all hits; a theme includes those below it.
func searchesAreNarrowedAndCounted(w *town) {
	all := w.find("visitor", "stadt", "count", "kind,country,status,theme", "limit", "100")
	sum := 0
	for _, c := range all.Counts["kind"] {
		sum += c.Hits
		if got := w.find("visitor", "stadt", "kind", c.Value); got.Total != c.Hits {
			w.t.Errorf("%s: %d counted, %d found", c.Value, c.Hits, got.Total)
		}
	}
	if sum != all.Total || len(all.Counts["country"]) < 3 {
		w.t.Errorf("%d of %d have a kind; countries: %v", sum, all.Total, all.Counts["country"])
	}
	for _, name := range []string{"country", "status", "theme"} {
		for _, c := range all.Counts[name] {
			if got := w.find("visitor", "stadt", name, c.Value); got.Total != c.Hits {
				w.t.Errorf("%s %s: %d counted, %d found", name, c.Value, c.Hits, got.Total)
			}
			if name == "theme" && c.Title == "" {
				w.t.Errorf("theme %s has no title", c.Value)
			}
		}
	}
	top := w.write("admin", "POST", "/api/v1/themes", `{"name":{"de":"Oberthema"},"state":"published","slug":{"de":"oberthema"}}`, 0)
	low := w.write("admin", "POST", "/api/v1/themes", `{"name":{"de":"Unterthema"},"state":"published","parent":{"id":"`+top.ID+`"}}`, 0)
	x := w.write("editor", "POST", "/api/v1/relations", `{"title":{"de":"Wellensittich"},"state":"published","form":"contact","own_side":"city",
		"sides":[{"party":{"geonames":2643743}}],"themes":[{"theme":{"id":"`+low.ID+`"}}]}`, 0)
	w.settle()
	for _, theme := range []string{"oberthema", top.ID, low.ID} {
		if got := w.find("visitor", "wellensittich", "theme", theme); !got.has("relation", x.ID) {
			w.t.Errorf("theme %s: %q", theme, got.hits())
		}
	}
	if got := w.find("visitor", "wellensittich", "theme", "nirgends"); got.Total != 0 {
		w.t.Errorf("a theme that is not there: %q", got.hits())
	}
	if got := w.find("visitor", "wellensittich", "country", "GB"); got.Total != 1 {
		w.t.Errorf("by country: %q", got.hits())
	}
	if got := w.find("visitor", "unterthema"); !got.has("relation", x.ID) {
		w.t.Errorf("by its theme: %q", got.hits())
	}
	w.write("admin", "PATCH", "/api/v1/themes/"+low.ID, `{"parent":null}`, low.Version)
	w.settle()
	if got := w.find("visitor", "wellensittich", "theme", "oberthema"); got.Total != 0 {
		w.t.Errorf("the theme has left the other: %q", got.hits())
	}
}

// A program learns of the page to which the portal's own search leads.
func whatHasNoPageLeadsToOneThatTellsOfIt(w *town) {
	pages := map[string]int{}
	for q, kinds := range map[string][]string{"hannover": {"organisation", "agreement", "paper", "membership"}, "hiroshima": {"agreement", "organisation"}} {
		body := w.do("visitor", "GET", "/en/search?q="+q+"&kind="+strings.Join(kinds, "&kind="), "").Body.String()
		for _, kind := range kinds {
			for _, x := range w.find("visitor", q, "lang", "en", "kind", kind).Items {
				if x.URL == "" {
					continue
				}
				if pages[kind]++; len(kinds) < 3 && !strings.Contains(body, `href="`+x.URL+`"`) {
					w.t.Errorf("%s %s leads to %s, and on the page elsewhere", kind, x.Title, x.URL)
				}
				if res := w.do("visitor", "GET", x.URL, ""); res.Code != 200 {
					w.t.Errorf("%s %s leads to %s: %d", kind, x.Title, x.URL, res.Code)
				}
			}
		}
	}
	if pages["organisation"] < 10 || pages["agreement"] == 0 || pages["paper"] == 0 || pages["membership"] == 0 {
		w.t.Errorf("of what has no page these lead to one: %v", pages)
	}
}

// A draft, an internal field and the name of a draft are found by the staff of their office and by nobody else.
func theStaffAloneFindsWhatIsItsOwn(w *town) {
	where := w.write("editor", "POST", "/api/v1/organisations", `{"name":{"de":"Zaunkönigverein"},"form":"society"}`, 0)
	w.write("editor", "POST", "/api/v1/relations", `{"title":{"de":"Kanarienvogel"},"form":"contact","own_side":"city",
		"contact":"Papagei","sides":[{"party":{"geonames":2643743}}]}`, 0)
	w.write("editor", "POST", "/api/v1/relations", `{"title":{"de":"Amselstadt"},"state":"published","form":"contact","own_side":"city",
		"notes":{"de":"Der **Nymphensittich** darf [hinein](https://example.org/truthahn)."},"contact":"Papagei",
		"sides":[{"party":{"geonames":2643743}},{"party":{"kind":"organisation","id":"`+where.ID+`"}}]}`, 0)
	w.settle()
	for word, seers := range map[string]string{
		"kanarienvogel": "viewer editor admin", "nymphensittich": "viewer editor admin", "zaunkönigverein": "viewer editor admin",
		"papagei": "", "truthahn": "", "amselstadt": "visitor viewer editor other admin",
	} {
		for _, actor := range actors {
			sees := slices.Contains(strings.Fields(seers), actor)
			got := w.find(actor, word, "count", "kind")
			if (got.Total > 0) != sees || (len(got.Items) > 0) != sees || (len(got.Counts["kind"]) > 0) != sees {
				w.t.Errorf("%s finds %s: %d %q %v", actor, word, got.Total, got.hits(), got.Counts)
			}
			if offered := w.ask(actor, "/api/v1/suggest", strings.TrimSuffix(word, word[len(word)-1:])); offered.Total > 0 && !sees {
				w.t.Errorf("%s is offered %s: %q", actor, word, offered.hits())
			}
			if list := w.listed(actor, "relations", word); list != sees {
				w.t.Errorf("%s lists %s: %v", actor, word, list)
			}
		}
	}
}

// listed reports whether a list narrowed by words has anything; its total says the same.
func (w *town) listed(actor, plural, q string) bool {
	w.t.Helper()
	some := false
	for _, sort := range []string{"", "&sort=-changed_at"} {
		res := w.do(actor, "GET", "/api/v1/"+plural+"?total=true&q="+url.QueryEscape(q)+sort, "")
		w.expect(200, res)
		var page struct {
			Items []struct{ ID string }
			Total int
		}
		if err := json.Unmarshal(res.Body.Bytes(), &page); err != nil {
			w.t.Fatal(err)
		}
		if page.Total != len(page.Items) && len(page.Items) < 50 {
			w.t.Errorf("%s?q=%s%s: %d of %d", plural, q, sort, len(page.Items), page.Total)
		}
		some = len(page.Items) > 0
	}
	return some
}

// Who carries a name is found by the new one once it has changed, however many they are, and by the old one no longer.
func aNameChangesForAllWhoCarryIt(w *town) {
	place := w.record("places", "poznan")
	relation := w.record("relations", "poznan")
	for i := range 120 { // more than one step takes
		w.write("editor", "POST", "/api/v1/relations", fmt.Sprintf(`{"title":{"de":"Schwarm %d"},"state":"published","form":"contact","own_side":"city",
			"sides":[{"party":{"kind":"place","id":%q}}]}`, i, place.ID), 0)
	}
	w.settle()
	w.write("admin", "PATCH", "/api/v1/places/"+place.ID, `{"name":{"de":"Kranichstadt","en":"Craneville"}}`, place.Version)
	w.settle()
	got := w.find("visitor", "Kranichstadt", "kind", "relation")
	if got.Total != 121 || !w.find("visitor", "craneville", "limit", "100").has("place", place.ID) {
		w.t.Errorf("the new name finds %d relations", got.Total)
	}
	if !w.find("visitor", "Kranichstadt", "kind", "relation", "limit", "100", "offset", "100").has("relation", relation.ID) &&
		!w.find("visitor", "Kranichstadt", "kind", "relation", "limit", "100").has("relation", relation.ID) {
		w.t.Error("the relation of the demonstration is not found by the new name")
	}
	w.write("admin", "DELETE", "/api/v1/places/"+place.ID, "", place.Version+1)
	w.settle()
	if got := w.find("visitor", "Kranichstadt"); got.Total != 0 {
		w.t.Errorf("the place is in the trash: %q", got.hits())
	}
	w.write("admin", "POST", "/api/v1/places/"+place.ID+"/restore", "", place.Version+2)
	w.settle()
	if got := w.find("visitor", "Kranichstadt", "kind", "relation"); got.Total != 121 {
		w.t.Errorf("the place is back: %d", got.Total)
	}
}

// What belongs to a relation is found as long as the relation is.
func whatIsWithdrawnIsNotFound(w *town) {
	relation := w.record("relations", "poznan")
	agreement := w.write("editor", "POST", "/api/v1/agreements", `{"title":{"de":"Eisvogelvertrag"},"state":"published",
		"relation":{"id":"`+relation.ID+`"}}`, 0)
	fact := w.write("editor", "POST", "/api/v1/facts", `{"text":{"de":"Rohrdommel"},"property":"x","state":"published",
		"subject":{"kind":"agreement","id":"`+agreement.ID+`"}}`, 0)
	found := func(actor string) string {
		w.settle()
		return fmt.Sprint(w.find(actor, "eisvogelvertrag").has("agreement", agreement.ID), w.find(actor, "rohrdommel").has("fact", fact.ID),
			w.find(actor, "poznan", "limit", "100").has("relation", relation.ID))
	}
	at := "/api/v1/relations/" + relation.ID
	for _, step := range []struct{ method, path, body, visitor, viewer, admin string }{
		{"", "", "", "true true true", "true true true", "true true true"},
		{"PATCH", at, `{"state":"draft"}`, "false false false", "true true true", "true true true"},
		{"PATCH", at, `{"state":"published"}`, "true true true", "true true true", "true true true"},
		{"DELETE", at, "", "false false false", "false false false", "false false false"},
		{"POST", at + "/restore", "", "true true true", "true true true", "true true true"},
	} {
		if step.method != "" {
			w.write("editor", step.method, step.path, step.body, relation.Version)
			relation.Version++
		}
		for actor, want := range map[string]string{"visitor": step.visitor, "viewer": step.viewer, "admin": step.admin} {
			if got := found(actor); got != want {
				w.t.Errorf("%s %s: %s finds %s, not %s", step.method, step.body, actor, got, want)
			}
		}
	}
}

// A place of the gazetteer is found as the record that was made of it, and then only so.
func aClaimedPlaceIsBareNoLonger(w *town) {
	if got := w.find("visitor", "Paris"); !got.has("gazetteer", "2988507") {
		w.t.Fatalf("Paris: %q", got.hits())
	}
	w.write("editor", "POST", "/api/v1/relations", `{"title":{"de":"Seinestadt"},"state":"published","form":"contact","own_side":"city",
		"sides":[{"party":{"geonames":2988507}}]}`, 0)
	w.settle()
	got := w.find("visitor", "Paris")
	if got.has("gazetteer", "2988507") || got.hits()[0] != "place Paris" {
		w.t.Errorf("Paris: %q", got.hits())
	}
}

// Lists are narrowed by words beside their filters; their pages hold every hit once, in the order of the search or in
// another one.
func listsAreNarrowedByWords(w *town) {
	for _, words := range []string{"hiroshima", "Städtepartnerschaft", "posn", "quxzyk"} { // files have the rows of their page
		query := "?q=" + url.QueryEscape(words)
		shown, files := w.shown("/en/relations" + query)
		for _, file := range files {
			if got := w.idsIn(file); len(got) != len(shown) {
				w.t.Errorf("%s has %d rows, the page %d", file, len(got), len(shown))
			}
		}
		if len(shown) > 0 && len(files) != len(web.DataFormats()) || (len(shown) == 0) != (words == "quxzyk") {
			w.t.Errorf("%s shows %d rows and offers %v", words, len(shown), files)
		}
	}
	for _, sort := range []string{"", "&sort=title", "&sort=-since"} {
		var seen []string
		path := "/api/v1/relations?q=stadt&status=active&limit=3&total=true" + sort
		total := -1
		for next := ""; ; {
			at := path
			if next != "" {
				at += "&cursor=" + next
			}
			res := w.do("visitor", "GET", at, "")
			w.expect(200, res)
			var page struct {
				Items []struct{ ID, Status string }
				Next  string
				Total int
			}
			if err := json.Unmarshal(res.Body.Bytes(), &page); err != nil {
				w.t.Fatal(err)
			}
			for _, x := range page.Items {
				seen = append(seen, x.ID)
				if x.Status != "active" {
					w.t.Errorf("%s: status %s", at, x.Status)
				}
			}
			if total, next = page.Total, page.Next; next == "" {
				break
			}
		}
		want := w.find("visitor", "stadt", "kind", "relation", "status", "active").Total
		distinct := slices.Compact(slices.Sorted(slices.Values(seen)))
		if len(seen) != want || len(distinct) != want || total != want || want < 4 {
			w.t.Errorf("%s: %d records, %d of them different, a total of %d, but %d hits", sort, len(seen), len(distinct), total, want)
		}
	}
	res := w.do("visitor", "GET", "/api/v1/relations?q=posn", "")
	w.expect(200, res)
	if !strings.Contains(res.Body.String(), `"title":{"de":"Poznań"`) || res.Header().Get("ETag") != "" {
		w.t.Errorf("posn: %v %s", res.Header(), res.Body)
	}
}

// What a search narrows by its facets is what filters let pass in the tables, for visitors and for staff, also where what
// gives the facet is a draft.
func filtersLetPassTheSameBesideWords(w *town) {
	ctx := record.As(w.t.Context(), record.Actor{Name: "admin", Role: record.Admin})
	poznan, err := w.Stores.Places.BySlug(ctx, record.SharedOffice, "poznan")
	if err != nil {
		w.t.Fatal(err)
	}
	poznan.State = record.Draft
	if err := w.Stores.Places.Update(ctx, poznan); err != nil {
		w.t.Fatal(err)
	}
	themes, err := w.Stores.Themes.List(ctx, record.Query{Limit: record.MaxLimit})
	if err != nil {
		w.t.Fatal(err)
	}
	values := map[string][]string{"continent": {"europe", "asia", "africa", "north-america"}, "country": {"PL", "JP", "MW", "DE", "FR"}, "theme": {string(record.NoOffice)}}
	for i, x := range themes.Items {
		values["theme"] = append(values["theme"], string(x.ID))
		if i%4 == 0 {
			x.State = record.Draft
			if err := w.Stores.Themes.Update(ctx, x); err != nil {
				w.t.Fatal(err)
			}
		}
	}
	w.settle()
	both := record.Query{Text: "stadt", Filters: map[string][]string{"country": {"JP"}, "continent": {"europe"}}, Total: true}
	if page, err := w.Stores.Relations.List(w.t.Context(), both); err != nil || len(page.Items) != 0 || page.Total != 0 {
		w.t.Errorf("in Japan and in Europe lie %d of %d, %v", len(page.Items), page.Total, err)
	}
	for _, actor := range []record.Actor{{}, {Name: "viewer", Role: record.Viewer, Office: demo.Office()}, {Name: "admin", Role: record.Admin}} {
		filters, some := 0, 0
		for _, c := range w.Stores.Collections() {
			for _, name := range c.Kind().FilterNames() {
				f, _ := c.Kind().Filter(name)
				if f.Facet == "" {
					continue
				}
				filters++
				for _, v := range append(f.Choices, values[name]...) {
					some += w.filtered(record.As(w.t.Context(), actor), c, name, v)
				}
			}
		}
		if filters < 10 || some < 40 {
			w.t.Errorf("as %q only %d filters were asked, which let %d records pass", actor.Role, filters, some)
		}
	}
}

// filtered compares what a filter leaves of some words with what it leaves without them, and returns how much that is.
func (w *town) filtered(ctx context.Context, c record.Collection, name, value string) (n int) {
	w.t.Helper()
	list := func(q record.Query) (ids []record.ID, total int) {
		q.Limit, q.Total = record.MaxLimit, true
		page, err := c.List(ctx, q)
		if err != nil {
			w.t.Fatalf("%s of %s %s: %v", c.Kind().Plural, name, value, err)
		}
		for _, r := range page.Items {
			ids = append(ids, record.BaseOf(r).ID)
		}
		return ids, page.Total
	}
	narrow := map[string][]string{name: {value}}
	passing, _ := list(record.Query{Filters: narrow})
	for _, words := range []string{"stadt", "hannover", "klima"} {
		all, _ := list(record.Query{Text: words})
		want := slices.DeleteFunc(all, func(id record.ID) bool { return !slices.Contains(passing, id) })
		got, total := list(record.Query{Text: words, Filters: narrow})
		if !slices.Equal(got, want) || total != len(want) {
			w.t.Errorf("%s of %s %s with %s as %q: %d, a total of %d, not %d", c.Kind().Plural, name, value, words, record.ActorOf(ctx).Role, len(got), total, len(want))
		}
		n += len(got)
	}
	return n
}

// What no search can be asked is refused, and says what is wrong.
func TestSearchesThatAreRefused(t *testing.T) {
	w := newTown(t, kontortest.SQLite(t))
	long := strings.Repeat("ä", 201)
	for path, wrong := range map[string]string{
		"search": "q required", "search?q=": "q bad_value", "search?q=%20": "q bad_value", "search?q=" + long: "q too_long",
		"search?q=a&q=b": "q too_many", "search?q=a&colour=red": "colour unknown_parameter",
		"search?q=a&kind=unicorn": "kind unknown_choice", "search?q=a&country=pl": "country bad_value", "search?q=a&kind=": "kind bad_value", "search?q=a&status=odd": "status unknown_choice",
		"search?q=a&limit=0": "limit out_of_range", "search?q=a&limit=101": "limit out_of_range", "search?q=a&offset=-1": "offset out_of_range",
		"search?q=a&offset=10001": "offset out_of_range", "search?q=a&lang=fr": "lang unknown_choice", "search?q=a&count=colour": "count unknown_choice",
		"suggest": "q required", "suggest?q=a&offset=1": "offset unknown_parameter", "suggest?q=a&limit=21": "limit out_of_range",
		"suggest?q=a&count=kind": "count unknown_parameter", "suggest?q=a&country=PL": "country unknown_parameter", "suggest?q=a&theme=x": "theme unknown_parameter",
		"relations?q=": "q bad_value", "relations?q=" + long: "q too_long", "relations?q=%20": "q bad_value",
		"relations?q=a&cursor=e30": "cursor bad_cursor", "relations?q=a&q=b": "q too_many",
	} {
		res := w.do("visitor", "GET", "/api/v1/"+path, "")
		var p struct {
			Errors []struct{ Field, Code, Message string }
		}
		if err := json.Unmarshal(res.Body.Bytes(), &p); err != nil || res.Code != 422 || len(p.Errors) != 1 ||
			p.Errors[0].Field+" "+p.Errors[0].Code != wrong || strings.Contains(p.Errors[0].Message, "[") {
			t.Errorf("%s: %d %s", path, res.Code, res.Body)
		}
	}
	if res := w.do("visitor", "GET", "/api/v1/search?q=a&kind=unicorn", "", "Accept-Language", "en"); !strings.Contains(res.Body.String(), "relation, agreement") {
		t.Errorf("the kinds are not named: %s", res.Body)
	}
}

// Whatever is asked for, the answer is 200 or a clear refusal.
func FuzzSearch(f *testing.F) {
	for _, s := range [][2]string{
		{"posn", ""},
		{"zzzzzz", "eyJzIjoifiIsImsiOiIzIiwiaSI6IjAwMDAwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMCJ9"},
		{"広島", "x"},
		{"\x00", "e30"},
		{"ß ẞ ŉ ǆ", ""},
		{"%'\"();--", "-1"},
		{"a\u0301\u0301\u0301\u200d🙂", ""},
		{strings.Repeat("ab ", 66), ""},
	} {
		f.Add(s[0], s[1])
	}
	w := newSearchTown(f, kontortest.SQLite(f))
	f.Fuzz(func(t *testing.T, q, cursor string) {
		here := *w
		here.t = t
		for _, path := range []string{
			"/api/v1/search?" + url.Values{"q": {q}, "count": {"kind,country"}, "country": {cursor}}.Encode(),
			"/api/v1/suggest?" + url.Values{"q": {q}}.Encode(),
			"/api/v1/relations?" + url.Values{"q": {q}, "cursor": {cursor}}.Encode(),
			"/api/v1/facts?" + url.Values{"q": {q}, "sort": {"as_of"}, "total": {"true"}}.Encode(),
		} {
			if res := here.do("visitor", "GET", path, ""); res.Code != 200 && res.Code != 400 && res.Code != 422 {
				t.Errorf("%s: %d %s", path, res.Code, res.Body)
			}
		}
	})
}

// No kind hands a search what is kept from the staff.
func TestNothingConfidentialIsSearched(t *testing.T) {
	s := newStores(t, kontortest.SQLite(t))
	for _, c := range s.Collections() {
		if err := c.Kind().Searchable(); err != nil {
			t.Error(err)
		}
	}
}

// Doctor finds an index that differs from the records, says so, ends with 1, and repairs it if told to.
func TestDoctorFindsAndRepairs(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, at string) {
		w := newSearchTown(t, at)
		out, stderr, code := on(t, at, "doctor")
		if code != 0 || !strings.Contains(out, "search: the index and the records agree.") || !strings.Contains(out, "the tables agree.") {
			t.Fatalf("a whole database: %d %s%s", code, out, stderr)
		}
		err := w.DB.Tx(t.Context(), func(tx *db.DB) error {
			_, err := tx.Exec(t.Context(), `DELETE FROM search_doc WHERE kind = 'relation'`)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		out, stderr, code = on(t, at, "doctor")
		if code != 1 || !strings.Contains(out, " in the index, ") || !strings.Contains(out, "search: wrong:") || !strings.Contains(out, "--repair") ||
			!strings.Contains(stderr, "something is wrong") {
			t.Errorf("a broken index: %d %s%s", code, out, stderr)
		}
		w.exec(`UPDATE job_round SET due = '9999' WHERE name = 'search.index'`)
		out, stderr, code = on(t, at, "doctor", "--repair")
		if code != 0 || !strings.Contains(out, "built anew") || !strings.Contains(out, "agree") {
			t.Errorf("repaired: %d %s%s", code, out, stderr)
		}
		due := ""
		if err := w.DB.Row(t.Context(), []any{&due}, `SELECT due FROM job_round WHERE name = 'search.index'`); err != nil || due >= "9999" {
			t.Errorf("it was not done in the place of the regular rebuild: due %q, %v", due, err)
		}
		if out, stderr, code := on(t, at, "doctor", "--repair"); code != 0 || !strings.Contains(out, "built anew") {
			t.Errorf("repaired without need: %d %s%s", code, out, stderr)
		}
		if got := w.find("visitor", "poznan", "kind", "relation"); got.Total == 0 {
			t.Error("afterwards the relation is not found")
		}
	})
}

// Doctor finds records that carry other parts than their tables have, and packs them anew if told to.
func TestDoctorPacksParts(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, at string) {
		w := newSearchTown(t, at)
		err := w.DB.Tx(t.Context(), func(tx *db.DB) error {
			_, err := tx.Exec(t.Context(), `UPDATE relation SET parts = ''`)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		out, stderr, code := on(t, at, "doctor")
		if code != 1 || !strings.Contains(out, "parts: wrong:") || !strings.Contains(out, "--repair") || !strings.Contains(stderr, "something is wrong") {
			t.Errorf("without parts: %d %s%s", code, out, stderr)
		}
		out, stderr, code = on(t, at, "doctor", "--repair")
		if code != 0 || !strings.Contains(out, "packed anew") {
			t.Errorf("repaired: %d %s%s", code, out, stderr)
		}
		out, stderr, code = on(t, at, "doctor")
		if code != 0 || !strings.Contains(out, "parts: what the records carry and the tables agree.") {
			t.Errorf("afterwards: %d %s%s", code, out, stderr)
		}
	})
}

// exec does to the database what no program does.
func (w *town) exec(q string) {
	w.t.Helper()
	if err := w.DB.Tx(w.t.Context(), func(tx *db.DB) error { _, err := tx.Exec(w.t.Context(), q); return err }); err != nil {
		w.t.Fatal(err)
	}
}

// A search without the state of its index says that it will be there again, not that there is nothing. A server builds the
// index anew within a minute; where none runs, doctor says so, instead of how many documents there are, and does it.
func TestALostIndexIsBuiltAnew(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, at string) {
		w := newSearchTown(t, at)
		asked := []string{"/api/v1/search?q=poznan", "/api/v1/suggest?q=pozn", "/api/v1/relations?q=poznan", "/de/search?q=poznan", "/de/relations?q=poznan"}
		for _, way := range []string{"server", "doctor"} {
			w.exec(`DELETE FROM search_state`)
			for _, path := range asked {
				if res := w.do("visitor", "GET", path, ""); res.Code != 503 || res.Header().Get("Retry-After") == "" {
					t.Errorf("%s: %d %v", path, res.Code, res.Header())
				}
			}
			if way == "server" {
				w.exec(`UPDATE job_round SET due = '' WHERE name = 'search.index'`) // a minute later
				w.settle()
			} else {
				out, stderr, code := on(t, at, "doctor")
				if code != 1 || !strings.Contains(out, "the state of the index is lost") || strings.Contains(out, " in the index, ") ||
					!strings.Contains(out, "--repair") || !strings.Contains(stderr, "something is wrong") {
					t.Errorf("doctor: %d %s%s", code, out, stderr)
				}
				if out, stderr, code = on(t, at, "doctor", "--repair"); code != 0 || !strings.Contains(out, "built anew") || !strings.Contains(out, "agree") {
					t.Errorf("repaired: %d %s%s", code, out, stderr)
				}
			}
			for _, path := range asked {
				if res := w.do("visitor", "GET", path, ""); res.Code != 200 || !strings.Contains(res.Body.String(), "Poznań") {
					t.Errorf("%s: then %s: %d", way, path, res.Code)
				}
			}
		}
	})
}

// An index to which much was added is built anew at the next regular look, in pieces that the clock keeps short.
func TestAnIndexThatGrewMuchIsBuiltAnew(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, at string) {
		w := newSearchTown(t, at)
		state := func() (gen, young int) {
			t.Helper()
			if err := w.DB.Row(t.Context(), []any{&gen, &young}, `SELECT gen, next - base FROM search_state`); err != nil {
				t.Fatal(err)
			}
			return gen, young
		}
		w.exec(`UPDATE search_state SET base = base - 1000000`)
		w.exec(`UPDATE job_round SET due = '' WHERE name = 'search.index'`)
		before, _ := state()
		w.settle()
		if after, young := state(); after == before || young >= 1000000 {
			t.Errorf("it is still that of generation %d, with %d young documents", after, young)
		}
		if w.Search.Now == nil {
			t.Error("a rebuild has no clock by which its pieces get shorter")
		}
	})
}

// A rebuild that died leaves rows, and has every change noted for it: the next regular look begins another one.
func TestARebuildThatDiedIsTakenUp(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, at string) {
		w := newSearchTown(t, at)
		w.exec(`UPDATE search_state SET building = gen + 1`)
		w.exec(`INSERT INTO search_noted (kind, record) VALUES ('place', 'nowhere')`)
		w.exec(`UPDATE job_round SET due = '' WHERE name = 'search.index'`)
		w.settle()
		var building, noted int
		if err := w.DB.Row(t.Context(), []any{&building, &noted}, `SELECT building, (SELECT COUNT(*) FROM search_noted) FROM search_state`); err != nil {
			t.Fatal(err)
		}
		if building != 0 || noted != 0 {
			t.Errorf("building %d, %d noted", building, noted)
		}
		if res := w.do("visitor", "GET", "/api/v1/search?q=poznan", ""); res.Code != 200 || !strings.Contains(res.Body.String(), "Poznań") {
			t.Errorf("then %d %s", res.Code, res.Body)
		}
	})
}
