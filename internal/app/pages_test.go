package app_test

import (
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"kontor.example/internal/kontortest"
)

// searches are pages of the search to which no link leads: with hits, by a word with a mistake, and without a hit.
func searches() []string {
	return []string{
		"/de/search?q=hiroshima", "/de/search?q=hirosxima", "/de/search?q=quxzyk", "/en/search?q=partnerschaft&kind=relation", "/en/search?q=quxzyk&kind=place",
		"/de/relations?q=posn",
	}
}

// walkTown returns every page that a visitor reaches from the two home pages and the search.
func walkTown(t *testing.T, w *town) *kontortest.Site {
	t.Helper()
	skip := func(u *url.URL) bool { return len(u.Query()) > 1 }
	site := kontortest.Walk(t, w.Handler, skip, append([]string{"/de/", "/en/"}, searches()...)...)
	if len(site.Pages) < 40 {
		t.Fatalf("the walk found %d pages only", len(site.Pages))
	}
	return site
}

// No link is broken, no page lacks a title, a language, a heading; and each is HTML as the standard wants it.
func TestEveryPageIsWhole(t *testing.T) {
	w := newSearchTown(t, kontortest.SQLite(t))
	site := walkTown(t, w)
	for _, b := range site.Broken {
		t.Errorf("broken link: %v", b)
	}
	for path, doc := range site.Docs {
		for _, p := range doc.Problems() {
			t.Errorf("%s: %s", path, p)
		}
		if want := path[1:3]; doc.Lang != want {
			t.Errorf("%s is in %q", path, doc.Lang)
		}
	}
	for path, body := range site.Pages {
		if m := missingWords.Find(body); m != nil {
			t.Errorf("%s shows %s", path, m)
		}
		if w := w.do("visitor", "GET", path, ""); w.Header().Get("Set-Cookie") != "" {
			t.Errorf("%s sets a cookie", path)
		}
	}
	kontortest.CheckHTML(t, site.Pages)
}

// missingWords matches a key of the catalog that has no words: the catalog shows it in brackets.
var missingWords = regexp.MustCompile(`\[[a-z_]+\.[a-z_.-]+\]`)

// Easy language explains every word of the menu, how to open it where it is folded, and where to search.
func TestEasyLanguageNamesTheMenu(t *testing.T) {
	w := newTown(t, kontortest.SQLite(t))
	for _, lang := range []string{"de", "en"} {
		body := string(w.file("/" + lang + "/easy-language"))
		menu, _, _ := strings.Cut(body[strings.Index(body, `class="k-nav__list"`):], "</ul>")
		names := regexp.MustCompile(`>([^<]+)</a></li>`).FindAllStringSubmatch(menu, -1)
		if len(names) < 5 {
			t.Fatalf("%s: the menu has %q", lang, names)
		}
		for _, m := range names {
			if !strings.Contains(body, "<strong>"+m[1]+":</strong>") {
				t.Errorf("%s: easy language does not say what %s is", lang, m[1])
			}
		}
		opener := regexp.MustCompile(`class="k-burger"[^>]*>([^<]+)<`).FindStringSubmatch(body)
		_, text, _ := strings.Cut(body, "<main")
		if opener == nil || !strings.Contains(text, "<strong>"+opener[1]+"</strong>") || !strings.Contains(text, `<a href="/`+lang+`/search">`) {
			t.Errorf("%s: easy language does not say how to open the menu %q, or how to search", lang, opener)
		}
	}
}

// both languages have the same pages.
func TestBothLanguagesHaveTheSamePages(t *testing.T) {
	w := newTown(t, kontortest.SQLite(t))
	count := map[string]int{}
	for path := range walkTown(t, w).Pages {
		u, err := url.Parse(path)
		if err != nil {
			t.Fatal(err)
		}
		if u.RawQuery == "" {
			count[path[:4]]++
		}
	}
	if count["/de/"] == 0 || count["/de/"] != count["/en/"] {
		t.Errorf("pages: %v", count)
	}
}

// In a real browser, at phone and desktop width, light and dark, nothing breaks the rules of accessibility or the content
// security policy, nothing scrolls sideways, and nothing comes from elsewhere.
func TestEveryPageInABrowser(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	w := newSearchTown(t, kontortest.SQLite(t))
	server := httptest.NewServer(w.Handler)
	defer server.Close()
	host := strings.TrimPrefix(server.URL, "http://")
	paths := append(searches(), "/de/places/geonames-524901", "/en/places/geonames-524901") // which only searches lead to
	for path := range walkTown(t, w).Pages {
		if !strings.Contains(path, "?") {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	tabs := make(chan *kontortest.Page, runtime.GOMAXPROCS(0)) // a page each at a time
	for range cap(tabs) {
		tabs <- browser.Open(t, server.URL+"/robots.txt", kontortest.View{})
	}
	t.Run("page", func(t *testing.T) { // the server stays until the last of them is through
		for _, path := range paths {
			t.Run(path, func(t *testing.T) {
				t.Parallel()
				tab := <-tabs
				defer func() { tabs <- tab }()
				lookAt(t, tab, host, path)
			})
		}
	})
}

// lookAt opens a page as a first visit and looks at it in each view.
func lookAt(t *testing.T, page *kontortest.Page, host, path string) {
	page.FirstVisit(t, "http://"+host+path)
	for _, view := range kontortest.Views() {
		page.Show(view)
		for _, v := range page.Axe(t, proven()...) {
			t.Errorf("%v: %v", view, v)
		}
		if page.HasSidewaysScroll() {
			t.Errorf("%v: scrolls sideways", view)
		}
		if small := page.SmallTargets(inLines); len(small) > 0 && !view.Dark {
			t.Errorf("%v: small targets: %q", view, small)
		}
	}
	for _, width := range []int{641, 683} { // the narrowest with tables in columns, and a usual laptop at twice the size
		if page.Show(kontortest.View{Width: width, Height: 800}); page.HasSidewaysScroll() {
			t.Errorf("%d: scrolls sideways", width)
		}
	}
	if bad := page.PolicyViolations(); len(bad) > 0 {
		t.Errorf("breaks the policy: %v", bad)
	}
	if bad := page.ConsoleErrors(); len(bad) > 0 {
		t.Errorf("errors: %v", bad)
	}
	for _, h := range page.Hosts() {
		if h != host {
			t.Errorf("asks %s", h)
		}
	}
	if n := page.Received(); n > 250_000 {
		t.Errorf("a first visit loads %d bytes", n)
	}
}

// inLines are links that a line of small print holds, and those of tiles: the whole tile can be pressed.
const inLines = ".k-src a, .k-city a"

// proven are the classes whose contrast axe cannot compute: it takes each copy within a drawing for as large as the box
// around it, and so believes these words to lie partly on the drawing; and labels below the suggestions. A test of the stylesheet computes their contrast
// on every ground instead.
func proven() []string {
	return []string{"a-name", "k-city__line", "k-city__name", "k-hero__caption", "k-keys__label", "k-keys__value", "k-label", "m-label"}
}

// Without script, a reader filters the list, opens a page, changes the language and comes back.
func TestThePortalWorksWithoutScript(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	w := newTown(t, kontortest.SQLite(t))
	server := httptest.NewServer(w.Handler)
	defer server.Close()
	page := browser.Open(t, server.URL+"/de/relations", kontortest.View{Width: 360, Height: 800, NoScript: true})
	if !page.Has(`a[href="/de/relations/hiroshima"]`) {
		t.Fatal("the list does not name Hiroshima")
	}
	page.Visit(server.URL + "/de/relations?continent=africa")
	if page.Has(`a[href="/de/relations/hiroshima"]`) || !page.Has(`a[href="/de/relations/blantyre"]`) {
		t.Error("the filter does nothing without script")
	}
	page.Follow(`a[href="/de/relations/blantyre"]`)
	page.Follow(`a[hreflang="en"]`)
	if !strings.HasSuffix(page.URL(), "/en/relations/blantyre") {
		t.Errorf("the language switch led to %s", page.URL())
	}
}

// Whoever was here before loads little more than words: what all pages share is in the browser's cache.
func TestALaterVisitIsLight(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	w := newTown(t, kontortest.SQLite(t))
	server := httptest.NewServer(w.Handler)
	defer server.Close()
	page := browser.Open(t, server.URL+"/de/", kontortest.View{})
	page.Visit(server.URL + "/de/relations/hiroshima")
	for _, path := range []string{
		"/de/relations", "/de/relations/bristol", "/de/networks", "/de/networks/buergermeister-fuer-den-frieden", "/de/projects",
		"/de/places", "/de/places/poznan", "/de/notices", "/en/", "/en/relations/blantyre",
	} {
		before := page.Received()
		page.Visit(server.URL + path)
		if n := page.Received() - before; n == 0 || n > 40_000 {
			t.Errorf("%s loads %d bytes", path, n)
		}
	}
}

// On paper there is what the page says, and once where each of its links outside leads; what only a screen can use is not.
func TestPagesPrint(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	w := newTown(t, kontortest.SQLite(t))
	server := httptest.NewServer(w.Handler)
	defer server.Close()
	page := browser.Open(t, server.URL+"/de/relations/hiroshima", kontortest.View{})
	display := func(selector string) (out string) {
		page.Eval(`getComputedStyle(document.querySelector("`+selector+`")).display`, &out)
		return out
	}
	if display("header nav") == "none" || display("main h1") == "none" {
		t.Fatal("on the screen there is no navigation or no heading")
	}
	if display(".k-notes") != "none" {
		t.Error("the addresses for paper stand on the screen")
	}
	page.Show(kontortest.View{Print: true})
	if display("header nav") != "none" {
		t.Error("the navigation is printed")
	}
	if display("main h1") == "none" {
		t.Error("the heading is not printed")
	}
	if display(".k-banner") == "none" {
		t.Error("that it is a demonstration is not printed")
	}
	var target, ground string
	page.Eval(`getComputedStyle(document.querySelector("main .k-src a"), "::after").content`, &target)
	if !strings.Contains(target, "1") || strings.Contains(target, "http") {
		t.Errorf("a source on paper ends with %s", target)
	}
	if display(".k-notes") == "none" {
		t.Error("the addresses of the sources are not printed")
	}
	var noted, wanted []string
	page.Eval(`[...document.querySelectorAll(".k-notes li")].map(li => li.innerText)`, &noted)
	page.Eval(`[...document.querySelectorAll("main a[data-noted]")].map(a => a.getAttribute("href"))`, &wanted)
	if once := slices.Compact(slices.Sorted(slices.Values(noted))); len(noted) < 5 || len(once) != len(noted) {
		t.Errorf("addresses on paper: %q", noted)
	}
	for _, address := range wanted {
		if !slices.Contains(noted, address) {
			t.Errorf("%s is not among the addresses on paper", address)
		}
	}
	page.Eval(`getComputedStyle(document.querySelector(".k-hero")).backgroundColor`, &ground)
	if ground != "rgba(0, 0, 0, 0)" && ground != "rgb(255, 255, 255)" {
		t.Errorf("the opening is printed on %s", ground)
	}
}

// KONTOR_TEST_SHOTS names a folder for pictures of the main pages, for those who want to look.
func TestPicturesOfThePages(t *testing.T) {
	dir := os.Getenv("KONTOR_TEST_SHOTS")
	if dir == "" {
		t.Skip("KONTOR_TEST_SHOTS names no folder")
	}
	browser := kontortest.StartBrowser(t)
	w := newSearchTown(t, kontortest.SQLite(t))
	server := httptest.NewServer(w.Handler)
	defer server.Close()
	for name, path := range map[string]string{
		"home-de": "/de/", "home-en": "/en/", "relations": "/de/relations", "hiroshima": "/de/relations/hiroshima",
		"ring": "/en/relations/ring-misburg-anderten", "empty": "/de/relations?continent=africa&form=ring",
		"networks": "/de/networks", "network": "/de/networks/mayors-for-peace", "projects": "/de/projects", "places": "/en/places",
		"search": "/de/search?q=stadt", "search-start": "/en/search", "search-nothing": "/de/search?q=quxzyk",
	} {
		for _, view := range kontortest.Views() {
			page := browser.Open(t, server.URL+path, view)
			file := dir + "/" + name + "-" + strings.ReplaceAll(view.String(), " ", "-") + ".png"
			if err := os.WriteFile(file, page.Screenshot(), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}
