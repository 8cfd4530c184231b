package portal_test

import (
	"net/http"
	"strings"
	"testing"

	"kontor.example/internal/kontortest"
)

// part returns what a page says from one mark to the next.
func (s *town) part(t *testing.T, path, from, to string) string {
	t.Helper()
	w := s.get(path)
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %d", path, w.Code)
	}
	_, rest, ok := strings.Cut(w.Body.String(), from)
	if !ok {
		t.Fatalf("%s has no %s", path, from)
	}
	rest, _, _ = strings.Cut(rest, to)
	return text("<p " + rest)
}

// A value is headed with the one who names it: a side, or else the source, and each speaks once.
func TestWhoSaysIt(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	claims := func(path string) string { return s.part(t, path, `id="claims"`, "<h2") }
	home := claims("/de/places/hannover")
	shows(t, home, "defus.de nennt", "535.000", "city.hiroshima.lg.jp nennt", "530.000")
	hides(t, home, "Angabe der Partnerseite", "Andere sagen")
	if n := strings.Count(home, "Hannover sagt"); n != 1 {
		t.Errorf("Hannover speaks %d times", n)
	}
	sister := claims("/en/relations/kansas-city")
	shows(t, sister, "Hannover says", "city cooperation", "used in lists", "friendship", "Kansas City says", "sister city", "since 1993", "KCtoday")
	if n := strings.Count(sister, "Hannover says"); n != 1 {
		t.Errorf("Hannover speaks %d times", n)
	}
}

// What the claims show large is not told again in the timeline and the facts.
func TestTheTwoDaysAreToldOnce(t *testing.T) {
	body := hannover(t, kontortest.SQLite(t)).get("/de/relations/hiroshima").Body.String()
	if !strings.Contains(body, `href="#claims"`) {
		t.Error("the agreement does not lead to the claims")
	}
	if n := strings.Count(text(body), "Hiroshima sagt"); n != 1 {
		t.Errorf("Hiroshima speaks %d times", n)
	}
}

// The timeline tells each thing once, with its date, and what has none first.
func TestTimelineTellsEachThingOnce(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	timeline := func(slug string) string { return s.part(t, "/de/relations/"+slug, `id="timeline"`, "</section>") }
	for _, slug := range []string{"hiroshima", "poznan", "rouen", "mykolajiw", "blantyre", "changde"} {
		hides(t, timeline(slug), "Aktiv", "Vereinbart ", "Memorandum Memorandum", "Vertrag Partnerschaftsvertrag")
	}
	shows(t, timeline("poznan"), "Ohne Datum", "Jährliche Annexe", "29. Oktober 1979", "2007")
	shows(t, timeline("rouen"), "12. November 2016", "12. November 2016")
}

// The page of a place tells of its own side; of a relation with one partner alone it says the same as the list.
func TestPlacesShowTheirOwnSide(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	for path, want := range map[string]string{
		"flekkefjord": "Seit 1970", "morso-nykobing-mors": "Seit 1970", "diyarbakir": "2014, angeregt", "shenzhen": "2015, Absichtserklärung",
		"kankaanpaeae": "Seit 1970 ruhend",
	} {
		shows(t, s.part(t, "/de/places/"+path, `id="relations"`, "</section>"), want)
	}
}

// The section of the actors says what sources say of each of them.
func TestActorsHaveTheirFacts(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, address string) {
		s := hannover(t, address)
		actors := s.part(t, "/de/relations/bristol", `id="actors"`, "</section>")
		shows(t, actors, "Hannover-Bristol-Gesellschaft", "Beginn: 1952", "gegründet vom Leiter der städtischen Schulverwaltung", "Quellen:",
			"Beginn: Juni 1976", "als Verein eingetragen", "30. Juni 2022: Oberbürgermeister")
		hides(t, s.part(t, "/de/relations/hiroshima", `id="actors"`, "</section>"), "1952")
	})
}
