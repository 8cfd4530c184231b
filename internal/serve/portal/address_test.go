package portal_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"kontor.example/internal/kontortest"
)

// A filter value that cannot be narrows nothing, whatever the filter, and the list says so; one that nothing has is kept.
func TestFiltersThatCannotBeAreNamed(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	all := rowsOf(s.get("/de/relations").Body.String())
	for query, name := range map[string]string{
		"form=xyz": "„xyz“", "country=de": "Land „de“", "country=Polen": "Land „Polen“", "continent=atlantis": "Kontinent „atlantis“",
		"form=%3Cb%3E": "Form", "country=%20%20": "Land",
	} {
		body := s.get("/de/relations?" + query).Body.String()
		shows(t, body, "ist nicht bekannt und bleibt unbeachtet", "Beziehungen")
		if got := rowsOf(body); !slices.Equal(got, all) {
			t.Errorf("%s: %v", query, got)
		}
		if name[0] != 'F' {
			shows(t, body, name)
		}
	}
	for path, name := range map[string]string{
		"/en/projects?status=xyz": "Status “xyz”", "/en/networks?form=xyz": "Form “xyz”", "/en/places?country=xyz": "Country “xyz”",
	} {
		shows(t, s.get(path).Body.String(), name+" is not known and is ignored.")
	}
	forty := strings.Repeat("ä", 40) // as many letters are shown of what somebody made up
	for made, shown := range map[string]string{forty: "„" + forty + "“", forty + "ä": "„" + forty + "…“"} {
		shows(t, s.get("/de/relations?form="+url.QueryEscape(made)).Body.String(), shown+" ist nicht bekannt")
		shows(t, s.get("/de/search?q=hiroshima&kind="+url.QueryEscape(made)).Body.String(), shown+" ist nicht bekannt")
	}
	for _, query := range []string{"", "?form=&colour=red", "?country=VA", "?country=AQ", "?form=climate"} {
		hides(t, text(s.get("/de/relations"+query).Body.String()), "ist nicht bekannt")
	}
	if rows := rowsOf(s.get("/de/relations?country=VA").Body.String()); len(rows) > 0 {
		t.Errorf("%v are in the Vatican", rows)
	}
}

// Addresses that people write by hand lead to the page meant, and nowhere else.
func TestAlmostRightAddressesLeadToThePage(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	for path, want := range map[string]string{
		"/de/relations/":                    "/de/relations",
		"/en/projects/?form=x":              "/en/projects?form=x",
		"/de/imprint/":                      "/de/imprint",
		"/de/relations/poznan/":             "/de/relations/poznan",
		"/de/relations/Poznan":              "/de/relations/poznan",
		"/de/relations/Pozna%C5%84":         "/de/relations/poznan",
		"/de/places/Kankaanp%C3%A4%C3%A4":   "/de/places/kankaanpaeae",
		"/en/networks/Mayors%20for%20Peace": "/en/networks/mayors-for-peace",
	} {
		w := s.get(path)
		if to := w.Header().Get("Location"); w.Code != http.StatusMovedPermanently || to != want {
			t.Errorf("%s: %d to %q, want %q", path, w.Code, to, want)
		}
	}
	for _, path := range []string{"/de/relations/Posen", "/de/relations/poznan/x/", "/de/relations/%D0%AC", "/de/nonsense/"} {
		if code := s.get(path).Code; code != http.StatusNotFound {
			t.Errorf("%s: %d", path, code)
		}
	}
}
