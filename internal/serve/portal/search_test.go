package portal_test

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
)

// searched is a portal with the demonstration, and its index.
func searched(t *testing.T, url string) *town {
	t.Helper()
	s := hannover(t, url)
	s.reindex(t)
	return s
}

// reindex builds the index anew, as jobs would bring it up to date.
func (s *town) reindex(t *testing.T) {
	t.Helper()
	if err := s.index.Rebuild(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// search returns the page that answers to words; more are further parameters in pairs.
func (s *town) search(t *testing.T, lang, words string, more ...string) string {
	t.Helper()
	in := url.Values{"q": {words}}
	for i := 0; i < len(more); i += 2 {
		in.Add(more[i], more[i+1])
	}
	got := s.get("/" + lang + "/search?" + in.Encode())
	if got.Code != http.StatusOK {
		t.Fatalf("%q is answered with %d", words, got.Code)
	}
	for _, p := range kontortest.ParseHTML(t, got.Body.Bytes()).Problems() {
		t.Errorf("%q: %s", words, p)
	}
	return got.Body.String()
}

var (
	hitLink    = regexp.MustCompile(`(?s)<h3 class="k-h3">\s*<a href="([^"]*)"`)
	hitRow     = regexp.MustCompile(`<h3 class="k-h3">`)
	chosenHref = regexp.MustCompile(`(?s)<a class="k-chip" href="([^"]*)"[^>]*>\s*([^<]*?)\s*<span class="k-num">(\d+)</span>`)
	totalOf    = regexp.MustCompile(`<h2 class="k-h3">(\d+) (?:Treffer|result)`)
)

func hitsOf(body string) (out []string) {
	for _, m := range hitLink.FindAllStringSubmatch(body, -1) {
		out = append(out, m[1])
	}
	return out
}

func total(t *testing.T, body string) int {
	t.Helper()
	m := totalOf.FindStringSubmatch(body)
	if m == nil {
		t.Fatalf("the page tells no number:\n%s", text(body))
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// A relation and its place often share a name: what each is stands above it, so that nobody has to open both.
func TestHitsOfOneNameSayWhatTheyAre(t *testing.T) {
	s := searched(t, kontortest.SQLite(t))
	kickers := regexp.MustCompile(`<p class="k-kicker">([^<]*)</p><h3 class="k-h3"><a href="([^"]*)"`)
	for _, c := range []struct{ lang, words, href, want string }{
		{"de", "Poznań", "/de/relations/poznan", "Städtepartnerschaft · Polen"},
		{"de", "Poznań", "/de/places/poznan", "Ort · Polen"},
		{"en", "Poznań", "/en/relations/poznan", "Town twinning · Poland"},
		{"en", "Poznań", "/en/places/poznan", "Place · Poland"},
		{"de", "Konya", "/de/relations/konya", "Städtekooperation · Türkei"},
		{"de", "Misburg-Anderten", "/de/relations/ring-misburg-anderten", "Ringpartnerschaft"}, // of six countries
	} {
		var said []string
		for _, m := range kickers.FindAllStringSubmatch(s.search(t, c.lang, c.words), -1) {
			if m[2] == c.href {
				said = append(said, m[1]) // agreements lead there too
			}
		}
		if !slices.Contains(said, c.want) {
			t.Errorf("%s: %s is %q, want %q", c.words, c.href, said, c.want)
		}
	}
}

// The examples that were promised, by what a person types and what is found.
func TestSearchFindsInAnySpelling(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, at string) {
		s := searched(t, at)
		for words, found := range map[string][2]string{
			"posn": {"places/poznan", "places/poznan"}, "Posen": {"relations/poznan", "relations/poznan"}, "POZNAŃ": {"places/poznan", "places/poznan"},
			"Iwanowo": {"relations/iwanowo", "relations/ivanovo"}, "Ivanovo": {"places/iwanowo", "places/ivanovo"}, "Иваново": {"relations/iwanowo", "relations/ivanovo"},
			"Mykolajiw": {"relations/mykolajiw", "relations/mykolaiv"}, "Mykolaiv": {"relations/mykolajiw", "relations/mykolaiv"},
			"Ekaterinburg": {"relations/jekaterinburg", "relations/yekaterinburg"}, "Hiroschima": {"relations/hiroshima", "relations/hiroshima"},
		} {
			for i, lang := range []string{"de", "en"} {
				if got := hitsOf(s.search(t, lang, words)); !slices.Contains(got, "/"+lang+"/"+found[i]) {
					t.Errorf("%s in %s finds %q", words, lang, got)
				}
			}
		}
		shows(t, s.search(t, "de", "POZNAŃ"), "Treffer für „POZNAŃ“", "Ort · Polen", "Poznań")
		if body := s.search(t, "de", "Posen"); !strings.Contains(body, "<mark>Posen</mark>") {
			t.Error("the page does not say for which word it found Poznań")
		}
		shows(t, s.search(t, "de", "Posen"), "Auch: Posen", "Beteiligt: Posen")
		shows(t, s.search(t, "en", "Posen"), "Also: Posen", "Takes part: Posen")
		shows(t, s.search(t, "en", "Städtepartnerschaft"), "In the text:")
		shows(t, s.search(t, "de", "Zusatzvereinbarung Poznań"), "Nichts gefunden")
		shows(t, s.search(t, "de", "Partnerschaftsvertrag"), "Vereinbarung", "Steht auf der Seite:", "Poznań")
	})
}

// Where only other spellings are found, the page offers them.
func TestSearchAsksWhatWasMeant(t *testing.T) {
	s := searched(t, kontortest.SQLite(t))
	shows(t, s.search(t, "de", "Hirosxima"), "„Hirosxima“ kommt so nicht vor. Meinten Sie Hiroshima")
	body := s.search(t, "en", "Hirosxima")
	shows(t, body, "Did you mean Hiroshima")
	if !strings.Contains(body, `href="/en/search?q=Hiroshima"`) {
		t.Error("what was meant is no link")
	}

	s.relation(t, relation.Relation{Title: i18n.Of("de", "Szprotawa")})
	s.relation(t, relation.Relation{Title: i18n.Of("de", "Ottawa")})
	s.reindex(t)
	body = s.search(t, "de", "Otawa")
	shows(t, body, "Meinten Sie Ottawa", "Szprotawa") // what only ends so is found, but nobody meant it
}

// Each value of a facet tells how much there is with it, and there is as much; several of one facet are added up.
func TestFacetsCountWhatTheyLeave(t *testing.T) {
	s := searched(t, kontortest.SQLite(t))
	seen := 0
	for _, words := range []string{"hannover", "partnerschaft", "frieden"} {
		first := s.search(t, "de", words)
		for _, m := range chosenHref.FindAllStringSubmatch(first, -1) {
			seen++
			body := s.get(strings.ReplaceAll(m[1], "&amp;", "&")).Body.String()
			if want, _ := strconv.Atoi(m[3]); total(t, body) != want {
				t.Errorf("%s: %s promises %d and leaves %d", words, m[2], want, total(t, body))
			}
			if !strings.Contains(body, `aria-current="true"`) {
				t.Errorf("%s is not shown as chosen", m[1])
			}
		}
	}
	if seen < 30 {
		t.Errorf("only %d values are offered", seen)
	}
	one, other := total(t, s.search(t, "de", "hannover", "kind", "relation")), total(t, s.search(t, "de", "hannover", "kind", "network"))
	if both := total(t, s.search(t, "de", "hannover", "kind", "relation", "kind", "network")); one == 0 || other == 0 || both != one+other {
		t.Errorf("%d and %d are %d", one, other, both)
	}
}

// The kinds stand in the order of their importance, all else by how much there is; what is chosen stays to be put back, also where
// nothing has it, and the other values of its facet stay with what they would bring.
func TestFacetsStandInTheirOrder(t *testing.T) {
	s := searched(t, kontortest.SQLite(t))
	facet := func(body, name string) (labels []string, counts []int) {
		t.Helper()
		_, part, ok := strings.Cut(body, `aria-labelledby="facet-`+name+`"`)
		if !ok {
			t.Fatalf("no facet %s", name)
		}
		part, _, _ = strings.Cut(part, "</section>")
		for _, m := range chosenHref.FindAllStringSubmatch(part, -1) {
			n, _ := strconv.Atoi(m[3])
			labels, counts = append(labels, m[2]), append(counts, n)
		}
		return labels, counts
	}
	body := s.search(t, "de", "hannover")
	kinds, _ := facet(body, "kind")
	if !slices.Equal(kinds[:3], []string{"Beziehungen", "Projekte", "Netzwerke"}) {
		t.Errorf("the kinds are %q", kinds)
	}
	countries, counts := facet(body, "country")
	if !slices.IsSortedFunc(counts, func(a, b int) int { return b - a }) || len(counts) < 13 || !strings.Contains(body, " weitere") {
		t.Errorf("the countries are %q with %v", countries, counts)
	}
	if _, part, _ := strings.Cut(body, `aria-labelledby="facet-country"`); strings.Count(part[:strings.Index(part, "</ul>")], "<li>") != 12 {
		t.Error("more than twelve countries are shown at once")
	}
	standings, _ := facet(body, "status")
	if !slices.Contains(standings, "Aktiv") || !slices.Contains(standings, "Abgeschlossen") {
		t.Errorf("it stands %q", standings)
	}
	narrow, _ := facet(s.search(t, "de", "hannover", "kind", "network"), "kind")
	if !slices.Equal(narrow, kinds) {
		t.Errorf("beside networks there are %q, not %q", narrow, kinds)
	}
	body = s.search(t, "de", "hiroshima", "country", "FR")
	if !regexp.MustCompile(`<a class="k-chip" href="/de/search\?q=hiroshima" aria-current="true">\s*Frankreich\s*</a>`).MatchString(body) {
		t.Error("what nothing has cannot be put back, or is counted")
	}
	if body := s.search(t, "de", "Klima"); total(t, body) != 1 || strings.Contains(body, "facet-") {
		t.Error("what cannot be narrowed has facets")
	}
	if !strings.Contains(s.search(t, "de", "Klima", "kind", "project"), "facet-kind") {
		t.Error("what is chosen cannot be put back")
	}
	last := countries[len(countries)-1]
	for _, m := range chosenHref.FindAllStringSubmatch(s.search(t, "de", "hannover"), -1) {
		if m[2] == last && !regexp.MustCompile(`<details class="k-reveal" open>`).MatchString(s.get(strings.ReplaceAll(m[1], "&amp;", "&")).Body.String()) {
			t.Errorf("%s is chosen and folded away", last)
		}
	}
}

// Page by page every hit is shown, each once.
func TestPagesOfTheSearch(t *testing.T) {
	s := searched(t, kontortest.SQLite(t))
	body := s.search(t, "de", "hannover")
	all, seen, rows := total(t, body), map[string]bool{}, 0
	if all <= 20 {
		t.Fatalf("%d hits are too few to turn pages", all)
	}
	next := regexp.MustCompile(`href="([^"]*)" rel="next"`)
	for {
		rows += len(hitRow.FindAllString(body, -1))
		for _, h := range hitsOf(body) {
			seen[h] = true
		}
		m := next.FindStringSubmatch(body)
		if m == nil {
			break
		}
		body = s.get(strings.ReplaceAll(m[1], "&amp;", "&")).Body.String()
	}
	if rows != all || len(seen) < 20 {
		t.Errorf("%d rows on all pages, %d promised", rows, all)
	}
	shows(t, s.search(t, "de", "hannover", "offset", "980"), "Zurück", fmt.Sprint("von ", all)) // fewer than asked for: the last page
}

// The language switch keeps words and facets; a theme goes by the name that it has in each.
func TestSearchKeepsWhatWasAskedInTheOtherLanguage(t *testing.T) {
	s := searched(t, kontortest.SQLite(t))
	body := s.search(t, "de", "hannover", "kind", "relation", "theme", "kultur", "country", "PL", "status", "active")
	want := `/en/search?country=PL&amp;kind=relation&amp;q=hannover&amp;status=active&amp;theme=kultur`
	if !strings.Contains(body, `href="`+want+`" lang="en"`) {
		t.Error("the language switch forgets what was asked")
	}
	english := s.get(strings.ReplaceAll(want, "&amp;", "&")).Body.String()
	if total(t, english) != total(t, body) || !strings.Contains(english, "theme=culture") {
		t.Error("in English something else is found")
	}
}

// Without words, and without a hit, the page says what to do.
func TestSearchIsNeverABlankPage(t *testing.T) {
	s := searched(t, kontortest.SQLite(t))
	for _, address := range []string{"/de/search", "/de/search?q=", "/de/search?q=+&kind=relation&offset=7"} {
		shows(t, s.get(address).Body.String(), "Suche", "Wonach suchen Sie?", "Zum Beispiel", "Bristol", "So finden Sie mehr")
	}
	shows(t, s.search(t, "de", "quxzyk"), "Nichts gefunden zu „quxzyk“", "Prüfen Sie die Schreibweise")
	narrow := s.search(t, "en", "hiroshima", "country", "FR")
	shows(t, narrow, "No results for “hiroshima” under these filters", "Reset filters")
	if !strings.Contains(narrow, `href="/en/search?q=hiroshima"`) {
		t.Error("nothing leads out of the filters")
	}
	empty := found(t, kontortest.SQLite(t))
	for _, address := range []string{"/de/search", "/en/search?q=hiroshima"} { // no office, no record, no index
		if got := empty.get(address); got.Code != http.StatusOK || strings.Contains(text(got.Body.String()), "Zum Beispiel") {
			t.Errorf("%s on an empty portal: %d", address, got.Code)
		}
	}
}

// What one could ask for is the same on every engine, which may walk over the themes in any order, and of this office.
func TestSearchOffersTheSameExamples(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		s := hannover(t, url)
		place, err := s.Places.BySlug(editor(), record.SharedOffice, "bristol")
		if err != nil {
			t.Fatal(err)
		}
		older := &relation.Relation{Title: i18n.Of("de", "Fremdstadt"), Form: relation.Twinning, OwnSide: relation.OwnCity, Since: "1900"}
		older.Office, older.State = demo.Second(), record.Published
		older.Sides = []relation.Side{{Party: record.Ref{Kind: "place", ID: place.ID}}}
		if err := s.Relations.Create(record.As(t.Context(), record.Actor{Name: "admin", Role: record.Admin}), older); err != nil {
			t.Fatal(err)
		}
		shows(t, text(s.get("/de/search").Body.String()),
			"Zum Beispiel Bristol Perpignan Ring Misburg-Anderten Jugend und Schule Wissenschaft Stadtentwicklung So finden")
	})
}

// Whatever is asked for is answered, as text and no more; nobody keeps the answer, and search engines do not list it.
func TestSearchBearsAnything(t *testing.T) {
	s := searched(t, kontortest.SQLite(t))
	const attack = `<script>alert(1)</script>"'onfocus=x`
	body := s.search(t, "de", attack)
	if strings.Contains(body, "<script>alert") || !strings.Contains(body, "&lt;script&gt;alert(1)&lt;/script&gt;") {
		t.Error("what is asked for is not escaped")
	}
	long := strings.Repeat("ä", 300)
	shows(t, s.search(t, "de", long), "Ihre Suche war zu lang. Gesucht wurde nach den ersten 200 Zeichen.")
	for _, address := range []string{
		"/de/search?q=%ff%fe%00", "/de/search?q=%00", "/de/search?q=a&offset=-1", "/de/search?q=a&offset=99999999999999999999", "/de/search?q=a&offset=x",
		"/de/search?q=a&kind=secret&kind=office&theme=" + strings.Repeat("x", 400), "/de/search?q=a&theme=none&country=%22&status=%27%3B",
		"/de/search?q=a&q=b", "/de/search?q=" + url.QueryEscape(strings.Repeat("a b ", 60)), "/de/search?q=%E2%80%A6", "/de/search?q=%;",
		"/en/relations?q=%00", "/en/relations?q=%ff&sort=since", "/en/places?q=" + strings.Repeat("%C3%A4", 300), "/en/projects?q=!&cursor=x", "/en/networks?q=+",
	} {
		if got := s.get(address); got.Code != http.StatusOK {
			t.Errorf("%s: %d", address, got.Code)
		}
	}
	const passed = " ist nicht bekannt und bleibt unbeachtet."
	shows(t, s.get("/de/search?q=hiroshima&kind=secret&country=xx&status=%27&country=JP").Body.String(),
		"Art „secret“"+passed, "Land „xx“"+passed, "Status „'“"+passed)
	hides(t, s.get("/de/search?q=hiroshima&kind=relation&country=JP").Body.String(), passed)
	got := s.get("/de/search?q=hiroshima")
	if got.Header().Get("Cache-Control") != "no-store" || got.Header().Get("ETag") != "" {
		t.Errorf("what was found may be kept: %v", got.Header())
	}
	if !strings.Contains(got.Body.String(), `<meta name="robots" content="noindex">`) || strings.Contains(got.Body.String(), `rel="canonical"`) {
		t.Error("search engines may list what was found")
	}
}

// The page answers everyone as a visitor: drafts are found by nobody, staff included.
func TestSearchFindsNoDraft(t *testing.T) {
	s := searched(t, kontortest.SQLite(t))
	ctx := editor()
	page, err := s.Relations.List(ctx, record.Query{Filters: map[string][]string{}, Limit: 1})
	if err != nil || len(page.Items) == 0 {
		t.Fatal(err)
	}
	x, err := s.Relations.Get(ctx, page.Items[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	words := x.Title.Map()["de"]
	if len(hitsOf(s.search(t, "de", words))) == 0 {
		t.Fatalf("%q is not found while it is public", words)
	}
	before := total(t, s.search(t, "de", words, "kind", "relation"))
	x.State = record.Draft
	if err := s.Relations.Update(ctx, x); err != nil {
		t.Fatal(err)
	}
	for _, indexed := range []bool{false, true} { // before the index follows, and after
		if indexed {
			s.reindex(t)
		}
		for _, h := range hitsOf(s.search(t, "de", words)) {
			if strings.HasPrefix(h, "/de/relations/"+x.Slug.Map()["de"]) {
				t.Errorf("a draft is found; indexed: %v", indexed)
			}
		}
	}
	if body := s.search(t, "de", words, "kind", "relation"); totalOf.MatchString(body) && total(t, body) >= before {
		t.Error("a draft is counted")
	}
}

// Every list can be narrowed by words: the address says so, a chip takes them away, and they go by relevance.
func TestListsAreNarrowedByWords(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, at string) {
		s := searched(t, at)
		for _, c := range []struct{ address, shows, hides string }{
			{"/de/relations?q=posn", "/de/relations/poznan", "/de/relations/hiroshima"},
			{"/de/networks?q=frieden", "/de/networks/buergermeister-fuer-den-frieden", "/de/networks/agenda-2030-musterresolution"},
			{"/de/projects?q=brunnen", "/de/projects/brunnen-und-baeume-fuer-grundschulen-in-blantyre", "/de/projects/ehap-plus-projekt"},
			{"/de/places?q=posn", "/de/places/poznan", "/de/places/bristol"},
		} {
			got := s.get(c.address)
			body := got.Body.String()
			path, _, _ := strings.Cut(c.address, "?")
			_, results, _ := strings.Cut(body, `id="results"`)
			if !strings.Contains(results, `href="`+c.shows+`"`) || strings.Contains(results, `href="`+c.hides+`"`) {
				t.Errorf("%s is not narrowed", c.address)
			}
			if !strings.Contains(body, `<link rel="canonical" href="http://example.com`+c.address+`">`) || !strings.Contains(results, `<a class="k-chip" href="`+path+`">`) {
				t.Errorf("%s: the address or the chip is wrong", c.address)
			}
			if got.Header().Get("Cache-Control") != "no-store" {
				t.Errorf("%s may be kept", c.address)
			}
		}
		hits := s.get("/de/relations?q=partnerschaft").Body.String()
		if strings.Contains(hits, `aria-sort="ascending"`) || !strings.Contains(hits, `sort=title`) {
			t.Error("what was found claims to be in the order of a column")
		}
		sorted := s.get("/de/relations?q=partnerschaft&sort=title").Body.String()
		if !strings.Contains(sorted, `aria-sort="ascending"`) {
			t.Error("what was found cannot be sorted by name")
		}
		shows(t, hits, "Sortiert nach den besten Treffern")
		if !strings.Contains(sorted, `<a href="/de/relations?q=partnerschaft">Nach den besten Treffern sortieren</a>`) {
			t.Error("there is no way back to the order of the search")
		}
		hides(t, s.get("/de/relations?sort=-title").Body.String(), "besten Treffern")
		shows(t, s.get("/de/relations?q=quxzyk").Body.String(), "0 von 20", "Zu dieser Auswahl gibt es nichts", "Ohne „quxzyk“: 20 Beziehungen")
		shows(t, s.get("/de/places?q=stadt&country=PL").Body.String(), "von 51 Orten")
	})
}
