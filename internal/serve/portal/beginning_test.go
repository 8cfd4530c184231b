package portal_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
)

// When a relation began stands in the column of facts with all its sources, once; what the sources contradict each other
// about stands among the claims alone.
func TestTheBeginningHasItsSources(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	facts := func(slug string) string {
		return s.part(t, "/de/relations/"+slug, `id="facts"`, "</aside>")
	}
	shows(t, facts("petit-couronne"), "Beginn 1967", "Quelle: Wikipedia, Kopie auf wiki.li: Petit-Couronne")
	shows(t, facts("belen-de-los-andaquies"), "Beginn 2012", "Klimapartnerschaft", "Quelle: corpsolano.org")
	shows(t, facts("diyarbakir"), "Beginn 2014", "angeregt", "Quellen: hannover.de: Internationale Beziehungen")
	shows(t, facts("blantyre"), "Beginn 1968", "Quellen:", "Nachhaltigkeitsbericht 2020", "hannover.de")
	poznan := facts("poznan")
	shows(t, poznan, "Beginn 29. Oktober 1979", "Quellen: hannover.de: Geschichte", "poznan.pl: Umowa z Hanowerem")
	if n := strings.Count(poznan, "29. Oktober 1979"); n != 1 {
		t.Errorf("the day both sides name stands there %d times:\n%s", n, poznan)
	}
	shows(t, s.part(t, "/de/relations/petit-couronne", `id="timeline"`, "</section>"), "1967", "Die Partnerschaft beginnt.", "Quelle: Wikipedia", "1981")
	for _, slug := range []string{"hiroshima", "bristol", "kansas-city", "ottawa"} {
		hides(t, facts(slug), "Beginn")
	}
	shows(t, s.get("/en/relations/petit-couronne").Body.String(), "Start 1967", "Source: Wikipedia")
}

// A page on which a notice stands, such as that it is no publication of the city, does not tell machines otherwise.
func TestNobodyIsSaidToPublishADemonstration(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	block := regexp.MustCompile(`<script type="application/ld\+json">(.*?)</script>`)
	read := func(path string) (publisher any, all string) {
		t.Helper()
		found := block.FindStringSubmatch(s.get(path).Body.String())
		if found == nil {
			t.Fatalf("%s says nothing to machines", path)
		}
		var page map[string]any
		if err := json.Unmarshal([]byte(found[1]), &page); err != nil {
			t.Fatal(err)
		}
		return page["publisher"], found[1]
	}
	paths := []string{"/en/", "/en/relations", "/en/relations/hiroshima", "/en/networks/mayors-for-peace", "/en/places/hiroshima"}
	for _, path := range paths {
		if p, all := read(path); p != nil || strings.Contains(all, `"City of Hannover","url"`) {
			t.Errorf("%s: the city is said to publish it: %s", path, all)
		}
	}
	o, err := s.Offices.Get(editor(), demo.Office())
	if err != nil {
		t.Fatal(err)
	}
	o.Notice = i18n.Text("")
	if err := s.Offices.Update(record.As(t.Context(), record.Actor{Name: "admin", Role: record.Admin}), o); err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		p, _ := read(path)
		if who, ok := p.(map[string]any); !ok || who["name"] != "City of Hannover" || who["url"] != "http://example.com/en/" {
			t.Errorf("%s: published by %v", path, p)
		}
	}
}
