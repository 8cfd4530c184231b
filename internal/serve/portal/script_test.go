package portal_test

import (
	"net/http/httptest"
	"strings"
	"testing"

	"kontor.example/internal/kontortest"
)

// With script, choosing a filter swaps the results in place and keeps the address in step, in every list.
func TestFilterSwapsTheResults(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	s := hannover(t, kontortest.SQLite(t))
	server := httptest.NewServer(s.web)
	defer server.Close()
	for _, c := range []struct{ list, choose, address, shows, hides string }{
		{"/de/relations", `input[value="climate"]`, "form=climate", "/de/relations/belen-de-los-andaquies", "/de/relations/hiroshima"},
		{"/de/networks", `input[value="charter"]`, "form=charter", "/de/networks/agenda-2030-musterresolution", "/de/networks/buergermeister-fuer-den-frieden"},
		{"/de/projects", `input[value="eu-project"]`, "form=eu-project", "/de/projects/ehap-plus-projekt", "/de/projects/brunnen-und-baeume-fuer-grundschulen-in-blantyre"},
		{"/de/places", `select[name="continent"]`, "continent=africa", "/de/places/blantyre", "/de/places/bristol"},
	} {
		page := browser.Open(t, server.URL+c.list, kontortest.Views()[0])
		var done bool
		page.Eval(`window.stays = true`, &done)
		if strings.HasPrefix(c.choose, "select") {
			page.Eval(`(() => { const s = document.querySelector('`+c.choose+`'); s.value = "africa"; s.dispatchEvent(new Event("change", {bubbles: true})); return true })()`, &done)
		} else {
			page.Click(".k-fold > summary")
			page.Click(c.choose)
		}
		page.WaitFor(`#results a[href="` + c.list + `"]`) // the way back to all of them
		if !page.Has(`a[href="`+c.shows+`"]`) || page.Has(`a[href="`+c.hides+`"]`) {
			t.Errorf("%s is not narrowed", c.list)
		}
		page.Eval(`window.stays === true`, &done)
		if !done {
			t.Errorf("%s was loaded anew", c.list)
		}
		_, address, _ := strings.Cut(page.URL(), c.list)
		if !strings.Contains(address, c.address) || strings.Contains(address, "=&") || strings.HasSuffix(address, "=") {
			t.Errorf("the address is %s", page.URL())
		}
		english := strings.Replace(c.list, "/de/", "/en/", 1) + address
		page.WaitFor(`#languages a[hreflang="en"][href="` + english + `"]`)
		for _, link := range []string{`[rel="canonical"][href$="` + c.list + address + `"]`, `[rel="alternate"][hreflang="en"][href$="` + english + `"]`} {
			if !page.Has(`head link` + link) {
				t.Errorf("%s: no link %s", page.URL(), link)
			}
		}
		if bad := page.PolicyViolations(); len(bad) > 0 {
			t.Error(bad)
		}
	}
}

// On a phone chips are folded until somebody opens them or one is chosen; where there is room, they are there at once.
func TestChipsAreFoldedWhereRoomIsScarce(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	s := hannover(t, kontortest.SQLite(t))
	server := httptest.NewServer(s.web)
	defer server.Close()
	for _, view := range kontortest.Views() {
		for query, unfolded := range map[string]bool{"": view.Width > 640, "?form=climate": true} {
			page := browser.Open(t, server.URL+"/de/relations"+query, view)
			var chips, summary bool
			page.Eval(`document.querySelector('input[value="climate"]').checkVisibility({contentVisibilityAuto: true})`, &chips)
			page.Eval(`document.querySelector('.k-fold > summary').checkVisibility()`, &summary)
			if chips != unfolded || summary != (view.Width <= 640) {
				t.Errorf("%d px, %q: chips %t, their summary %t", view.Width, query, chips, summary)
			}
		}
	}
}

// Words do too: Enter in the field narrows the list in place.
func TestWordsSwapTheResults(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	s := searched(t, kontortest.SQLite(t))
	server := httptest.NewServer(s.web)
	defer server.Close()
	page := browser.Open(t, server.URL+"/de/relations", kontortest.Views()[0])
	page.Eval(`window.stays = true`, nil)
	page.Fill("#words", "posn")
	page.Press(kontortest.Enter)
	page.WaitFor(`#results a[href="/de/relations"]`) // the way back to all of them
	if !page.Has(`#results a[href="/de/relations/poznan"]`) || page.Has(`#results a[href="/de/relations/hiroshima"]`) {
		t.Error("the list is not narrowed")
	}
	var stays bool
	if page.Eval(`window.stays === true`, &stays); !stays || !strings.Contains(page.URL(), "q=posn") {
		t.Errorf("the page was loaded anew, at %s", page.URL())
	}
}
