package portal_test

import (
	"fmt"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/office"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
)

func officeOf(id record.ID, host string) office.Office {
	return office.Office{
		Base: record.Base{ID: id, Office: record.SharedOffice, State: record.Published}, Name: i18n.Of("de", "Amt "+host, "en", "Office "+host),
		City: i18n.Of("de", "Stadt "+host), Host: host, Zone: "Europe/Berlin", Accent: office.Plum,
	}
}

func placeOf(name i18n.Text) place.Place {
	return place.Place{Base: record.Base{Office: record.SharedOffice, State: record.Published}, Name: name, Level: place.City}
}

// rowsOf returns the addresses of the relations in a list, in order.
func rowsOf(body string) []string {
	var out []string
	for _, m := range regexp.MustCompile(`(?s)<th scope="row">\s*<a href="/(?:de|en)/relations/([^"]+)"`).FindAllStringSubmatch(body, -1) {
		out = append(out, m[1])
	}
	return out
}

func TestListIsNarrowedByItsAddress(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, address string) {
		s := hannover(t, address)
		all := rowsOf(s.get("/de/relations").Body.String())
		for query, want := range map[string][]string{
			"form=climate":                      {"belen-de-los-andaquies"},
			"country=JP":                        {"hiroshima"},
			"country=JP&country=PL":             {"hiroshima", "poznan"},
			"country=JP&form=cooperation":       nil,
			"own_side=district&sort=-title":     {"ring-misburg-anderten", "petit-couronne"},
			"continent=africa":                  {"blantyre"},
			"continent=asia&form=town-twinning": {"hiroshima"},
			"place=poznan":                      {"poznan"},
			"theme=wasserwirtschaft":            {"changde"},
			"form=nonsense&colour=red&limit=1":  all,
			"continent=atlantis&theme=":         all,
		} {
			w := s.get("/de/relations?" + query)
			if got := rowsOf(w.Body.String()); w.Code != http.StatusOK || !slices.Equal(got, want) {
				t.Errorf("%s: %d %v, want %v", query, w.Code, got, want)
			}
		}
		since := rowsOf(s.get("/de/relations?sort=since&form=town-twinning&own_side=city").Body.String())
		if want := []string{"bristol", "perpignan", "rouen", "blantyre", "poznan", "hiroshima", "leipzig"}; !slices.Equal(since, want) {
			t.Errorf("by date: %v", since)
		}
	})
}

func TestListShowsItsStateAndTheWayOut(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	w := s.get("/de/relations?country=JP&form=cooperation&sort=since&junk=1")
	body := w.Body.String()
	shows(t, body, "0 von", "Filter zurücksetzen", "Städtekooperation", "Japan", "Zu dieser Auswahl gibt es nichts",
		"Ohne „Städtekooperation“: 1 Beziehung", "Ohne „Japan“: 7 Beziehungen", "Alle anzeigen")
	for _, want := range []string{
		`href="/de/relations?form=cooperation&amp;sort=since"`, `href="/de/relations?country=JP&amp;sort=since"`,
		`href="/en/relations?country=JP&amp;form=cooperation&amp;sort=since" lang="en"`,
		`<input type="checkbox" name="form" value="cooperation" checked>`, `<option value="JP" selected>Japan</option>`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s", want)
		}
	}
	if got := kontortest.ParseHTML(t, w.Body.Bytes()).Canonical; got != "http://example.com/de/relations?country=JP&form=cooperation&sort=since" {
		t.Errorf("canonical %s", got)
	}
	shows(t, s.get("/en/relations?country=JP").Body.String(), "1 of", "relations", "Hiroshima", "Town twinning", "1983", "8,887 km")
}

func TestListOfSlugsOfAnotherLanguage(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	german := rowsOf(s.get("/de/relations?theme=wasserwirtschaft").Body.String())
	w := s.get("/en/relations?theme=wasserwirtschaft").Body.String()
	if english := rowsOf(w); len(german) == 0 || !slices.Equal(german, english) {
		t.Errorf("%v, %v", german, english)
	}
	if strings.Contains(w, `value="wasserwirtschaft" selected`) || !strings.Contains(w, " selected>") {
		t.Error("the theme is not shown as chosen by its English address")
	}
}

func TestHomeOpensWithWhatIsThere(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, address string) {
		s := hannover(t, address)
		body := s.get("/de/").Body.String()
		shows(t, body, "Sieben Partnerstädte.", "Ein Gespräch seit 1947.", "Alle Beziehungen ansehen", "Partnerstädte", "In 6 Ländern", "1. August 2023",
			"Staatsangehörigkeiten", "Stand 30. Juni 2013", "Quelle:", "178", "Bristol", "seit 1947", "849 km nach Westen", "Leipzig")
		shows(t, s.get("/en/").Body.String(), "Seven twin towns.", "One conversation since 1947.")
		if n := strings.Count(body, `class="k-city k-deep"`); n != 7 {
			t.Errorf("%d tiles", n)
		}
	})
}

func TestAnEmptyPortalTeaches(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, address string) {
		s := found(t, address)
		for _, home := range []string{"kontor token create", "Hier stehen die Beziehungen der Stadt"} { // before there is an office, and with one that keeps nothing
			for _, path := range []string{"/de/", "/en/", "/de/relations", "/en/relations", "/de/relations?form=ring"} {
				w := s.get(path)
				if w.Code != http.StatusOK {
					t.Fatalf("%s: %d", path, w.Code)
				}
				if p := kontortest.ParseHTML(t, w.Body.Bytes()).Problems(); len(p) > 0 {
					t.Errorf("%s: %v", path, p)
				}
			}
			body := s.get("/de/").Body.String()
			shows(t, body, home)
			if n := strings.Count(body, ">Kontor<"); n > 2 {
				t.Errorf("header and footer name the product %d times", n)
			}
			shows(t, s.get("/de/relations").Body.String(), "Hier stehen die Beziehungen der Stadt")
			if s.get("/de/relations").Code == http.StatusOK && s.offices(t) == 0 {
				s.open(t)
			}
		}
	})
}

func (s *town) offices(t *testing.T) int {
	t.Helper()
	n, err := s.Offices.Count(t.Context(), record.Query{})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// The page of the first run sends to the address at which it was asked, and an office made as it shows has a home page
// that does not call the city one twice.
func TestTheFirstRunShowsWhatWorks(t *testing.T) {
	for lang, twice := range map[string]string{"de": "Stadt Stadt", "en": "City of City"} {
		s := found(t, kontortest.SQLite(t))
		body := html.UnescapeString(strings.ReplaceAll(s.at("kontor.example.org", "/"+lang+"/"), "<wbr>", ""))
		city := regexp.MustCompile(`"city": \{"(..)": "([^"]+)"\}`).FindStringSubmatch(body)
		if !strings.Contains(body, "curl http://kontor.example.org/api/v1/offices ") || city == nil || city[1] != lang {
			t.Fatalf("%s: it shows\n%s", lang, body)
		}
		o := officeOf(demo.Office(), "")
		o.City = i18n.Of(lang, city[2])
		if err := s.Offices.Create(record.As(t.Context(), record.Actor{Name: "admin", Role: record.Admin}), &o); err != nil {
			t.Fatal(err)
		}
		home := text(s.get("/" + lang + "/").Body.String())
		shows(t, home, city[2])
		hides(t, home, twice)
	}
}

func TestHostDecidesWhosePortalIsShown(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	for host, want := range map[string]string{"example.com": "Hannover international", "musterstadt.localhost:8080": "Musterstadt international", "MUSTERSTADT.localhost": "Musterstadt international"} {
		if got := s.at(host, "/de/relations"); !strings.Contains(got, "<b>"+want+"</b>") {
			t.Errorf("%s shows another office than %s", host, want)
		}
	}
	shows(t, s.at("musterstadt.localhost", "/de/relations"), "Hier stehen die Beziehungen der Stadt")
	s.openAt(t, record.NewID(), "neu.localhost")
	shows(t, s.at("neu.localhost", "/de/"), "Amt neu.localhost") // seen at once, though offices are remembered
}

// However many offices there are, each is found by its host.
func TestTheLastOfManyOfficesIsFound(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	for i := range record.MaxLimit + 1 {
		s.openAt(t, record.NewID(), fmt.Sprintf("%03d.localhost", i))
	}
	last := fmt.Sprintf("%03d.localhost", record.MaxLimit)
	shows(t, s.at(last, "/de/"), "Amt "+last)
}

// What is remembered of one office is not shown at another.
func TestNothingIsRememberedOfAnotherOffice(t *testing.T) {
	paths := []string{"/de/", "/de/relations", "/de/networks", "/de/projects", "/de/places", "/sitemap.xml"}
	fresh, used := hannover(t, kontortest.SQLite(t)), hannover(t, kontortest.SQLite(t))
	for _, path := range paths {
		used.get(path)
	}
	for _, path := range paths {
		if got, want := used.at("musterstadt.localhost", path), fresh.at("musterstadt.localhost", path); got != want {
			t.Errorf("%s of one office is another page once the other office's was asked for", path)
		}
	}
}

func (s *town) at(host, path string) string {
	w := s.ask(http.MethodGet, "http://"+host+path)
	return w.Body.String()
}

func TestAddressesBesideThePages(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	for accept, want := range map[string]string{"": "/de/", "en-GB,en;q=0.9": "/en/", "de-AT": "/de/", "fr": "/de/"} {
		w := s.get("/", "Accept-Language", accept)
		if w.Code != http.StatusFound || w.Header().Get("Location") != want || w.Header().Get("Vary") != "Accept-Language" || w.Header().Get("Set-Cookie") != "" {
			t.Errorf("%q: %d %v", accept, w.Code, w.Header())
		}
	}
	shows(t, s.get("/robots.txt").Body.String(), "Sitemap: http://example.com/sitemap.xml")
	sitemap := s.get("/sitemap.xml").Body.String()
	for _, want := range []string{
		"<loc>http://example.com/en/</loc>", "<loc>http://example.com/de/relations/hiroshima</loc>",
		`hreflang="en" href="http://example.com/en/relations/misburg-anderten-ring"`,
	} {
		if !strings.Contains(sitemap, want) {
			t.Errorf("the sitemap lacks %s", want)
		}
	}
	missing := s.get("/en/relations/atlantis")
	if missing.Code != http.StatusNotFound || !strings.Contains(missing.Body.String(), "noindex") || missing.Header().Get("ETag") != "" {
		t.Errorf("%d %v", missing.Code, missing.Header())
	}
	shows(t, missing.Body.String(), "This page does not exist", "Go to the home page")
	shows(t, s.get("/nowhere", "Accept-Language", "de").Body.String(), "Diese Seite gibt es nicht")
}

// Every link leads somewhere, and every page is whole. API addresses are another door's.
func TestPagesAreWhole(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one thing after the other")
	}
	s := hannover(t, kontortest.SQLite(t))
	site := kontortest.Walk(t, s.web, func(u *url.URL) bool { return strings.HasPrefix(u.Path, "/api/") || len(u.Query()) > 1 }, "/de/", "/en/")
	for _, b := range site.Broken {
		t.Error(b)
	}
	for path, doc := range site.Docs {
		for _, p := range doc.Problems() {
			t.Errorf("%s: %s", path, p)
		}
	}
	for path, body := range site.Pages {
		if m := regexp.MustCompile(`\[[a-z_]+\.[a-z0-9_.-]+\]`).Find(body); m != nil {
			t.Errorf("%s shows %s", path, m)
		}
		hides(t, string(body), " style=", "<style", "onclick=")
	}
}

// Counts are of the whole list: beside another filter or words there are none, since they would promise what is not left.
func TestCountsPromiseNothingBesideOtherFilters(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	chip := regexp.MustCompile(`value="town-twinning"[^>]*>(?s:.*?)Städtepartnerschaft\s*(?:<span class="k-num">(\d+)</span>)?\s*</label>`)
	for path, want := range map[string]string{
		"/de/relations": "8", "/de/relations?form=town-twinning": "8", "/de/relations?continent=asia": "", "/de/relations?form=ring&country=JP": "",
	} {
		got := chip.FindStringSubmatch(s.get(path).Body.String())
		if got == nil || got[1] != want {
			t.Errorf("%s: %v, not %q", path, got, want)
		}
	}
}

// Each row names the countries of its partners, and the themes that it still has and that are no drafts.
func TestRowsNameCountriesAndThemes(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	ctx := record.As(t.Context(), record.Actor{Name: "admin", Role: record.Admin})
	tie, err := s.Relations.BySlug(ctx, demo.Office(), "changde")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]record.ID{}
	for _, x := range tie.Themes {
		about, err := s.Themes.Get(ctx, x.Theme)
		if err != nil {
			t.Fatal(err)
		}
		named[about.Name.Map()["de"]] = x.Theme
	}
	const ended, draft = "Kreativwirtschaft", "Wasserwirtschaft"
	for i := range tie.Themes {
		if tie.Themes[i].Theme == named[ended] {
			tie.Themes[i].Until = "2020"
		}
	}
	if err := s.Relations.Update(ctx, tie); err != nil {
		t.Fatal(err)
	}
	hidden, err := s.Themes.Get(ctx, named[draft])
	if err != nil {
		t.Fatal(err)
	}
	hidden.State = record.Draft
	if err := s.Themes.Update(ctx, hidden); err != nil {
		t.Fatal(err)
	}
	body := s.get("/de/relations").Body.String()
	shows(t, body, "Changde", "China · Gesundheitswirtschaft, Stadtentwicklung, Jugend und Schule", "Städtekooperation", "Hiroshima", "Japan", "Städtepartnerschaft", "Poznań", "Polen")
	_, row, _ := strings.Cut(body, `<th scope="row">`)
	row, _, _ = strings.Cut(row[strings.Index(row, `/de/relations/changde"`):], "</tr>")
	hides(t, text("<p "+row), ended, draft)
}
