package portal_test

import (
	"net/http"
	"strings"
	"testing"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
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
	shows(t, home, "Angabe: defus.de", "535.000", "Angabe: city.hiroshima.lg.jp", "530.000")
	hides(t, home, "Angabe der Partnerseite", "Andere sagen")
	if n := strings.Count(home, "Hannover sagt"); n != 1 {
		t.Errorf("Hannover speaks %d times", n)
	}
	sister := claims("/en/relations/kansas-city")
	shows(t, sister, "Hannover says", "city cooperation", "preferred", "friendship", "Kansas City says", "sister city", "since 1993", "KCtoday")
	if n := strings.Count(sister, "Hannover says"); n != 1 {
		t.Errorf("Hannover speaks %d times", n)
	}
}

// The timeline has the days of both sides; what the claims say of them besides, it does not say again, but leads there.
func TestTheTwoDaysAreToldOnce(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	body := s.get("/de/relations/hiroshima").Body.String()
	_, days, _ := strings.Cut(body[strings.Index(body, `id="timeline"`):], "<dl")
	days, after, _ := strings.Cut(days, "</dl>")
	shows(t, text("<dl "+days), "27. Mai 1983", "Hiroshima", "27. Juni 1983")
	hides(t, days, "Quelle", "k-line")
	for _, day := range []string{"1983-05-27", "1983-06-27"} {
		if !strings.Contains(days, `<time datetime="`+day+`">`) {
			t.Errorf("no machine can read %s: %s", day, days)
		}
	}
	if !strings.HasPrefix(strings.TrimSpace(after), `<p class="k-meta">Mehr zu diesen Zeitangaben: <a href="#claims">`) {
		t.Errorf("the agreement does not lead to the claims: %.200s", after)
	}
	if n := strings.Count(text(body), "Hiroshima sagt"); n != 2 {
		t.Errorf("Hiroshima speaks %d times", n)
	}
}

// The timeline tells each thing once, with its date, and what has none last.
func TestTimelineTellsEachThingOnce(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	timeline := func(slug string) string { return s.part(t, "/de/relations/"+slug, `id="timeline"`, "</section>") }
	for _, slug := range []string{"hiroshima", "poznan", "rouen", "mykolajiw", "blantyre", "changde"} {
		hides(t, timeline(slug), "Aktiv", "Vereinbart ", "Memorandum Memorandum", "Vertrag Partnerschaftsvertrag")
	}
	shows(t, timeline("poznan"), "29. Oktober 1979", "Partnerschaftsvertrag", "Jährliche Annexe", "2007")
	shows(t, timeline("petit-couronne"), "1967", "Ohne Datum", "Charta der Partnerschaft")
	shows(t, timeline("rouen"), "12. November 2016", "12. November 2016")
	konya := timeline("konya")
	shows(t, konya, "6. Mai 2014", "Oberbürgermeister Stefan Schostok", "Hannover prüft eine engere Zusammenarbeit")
	if n := strings.Count(text(konya), "6. Mai 2014"); n != 1 {
		t.Errorf("Konya's 6 May stands there %d times", n)
	}
}

// A step that an agreement of its day tells is not told twice: neither what it says, nor a source that stands beside one of the
// days. What happened that day besides keeps an entry of its own.
func TestASignedStepIsToldOnce(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	x := s.relation(t, relation.Relation{Title: i18n.Of("de", "Neustadt")})
	const read, other = "https://a.example/vertrag", "https://b.example/chronik"
	x.History = []relation.Step{
		{Status: relation.Agreed, On: "1990-05-01", Wording: i18n.Of("de", "Vertrag über die Zusammenarbeit unterzeichnet"), Source: read},
		{Status: relation.Active, On: "1990-05-01", Wording: i18n.Of("de", "Beide Räte pflanzen Linden"), Source: other},
		{Status: relation.Ended, On: "2001-03-01", Source: other},
		{Status: relation.Active, On: "2001-03-01", Wording: i18n.Of("de", "Neuer Anfang"), Source: other},
	}
	if err := s.Relations.Update(editor(), x); err != nil {
		t.Fatal(err)
	}
	deed := &relation.Agreement{
		Relation: x.ID, Title: i18n.Of("de", "Vertrag über die Zusammenarbeit"), Form: relation.Treaty, Signed: "1990-05-01", Source: read,
		Dates: []relation.SideDate{{Side: relation.Own, On: "1990-05-01", Source: read}, {Side: relation.Partner, On: "1990-06-01", Source: read}},
	}
	deed.Office, deed.State = demo.Office(), record.Published
	if err := s.Agreements.Create(editor(), deed); err != nil {
		t.Fatal(err)
	}
	timeline := s.part(t, "/de/relations/neustadt", `id="timeline"`, "</section>")
	shows(t, timeline, "Vertrag über die Zusammenarbeit", "Beide Räte pflanzen Linden", "1. Juni 1990", "Neuer Anfang")
	hides(t, timeline, "unterzeichnet")
	for what, want := range map[string]int{"a.example": 2, "1. Mai 1990": 2, "1. März 2001": 2} { // at each of the two days; the entry and its day; two entries
		if n := strings.Count(timeline, what); n != want {
			t.Errorf("%s stands there %d times, not %d: %s", what, n, want, timeline)
		}
	}
}

// A project whose end nobody names does not run still for that reason: only its status may say so. Where nobody names its beginning
// either, no period is told.
func TestAProjectOfUnknownEndHasBegun(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	for _, page := range []string{"/en/projects/aware-fair", "/en/projects", "/en/relations/poznan"} {
		body := text(s.get(page).Body.String())
		hides(t, strings.ToLower(body), "since 2010")
		if !strings.Contains(strings.ToLower(body), "started 2010") {
			t.Errorf("%s does not say when AWARE & FAIR began", page)
		}
	}
	x, err := s.Projects.BySlug(editor(), demo.Office(), "aware-fair")
	if err != nil {
		t.Fatal(err)
	}
	told := func(status project.Status, starts date.Partial) string {
		t.Helper()
		x.Status, x.Starts = status, starts
		if err := s.Projects.Update(editor(), x); err != nil {
			t.Fatal(err)
		}
		return s.part(t, "/en/projects/aware-fair", "<h1", "</dl>")
	}
	for _, status := range []project.Status{project.Running, project.Finalising} {
		shows(t, told(status, "2010"), "Duration", "Since 2010")
	}
	for _, status := range []project.Status{project.Closed, ""} {
		shows(t, told(status, "2010"), "Duration", "Started 2010")
		unknown := told(status, "")
		shows(t, unknown, "Programme")
		hides(t, unknown, "Duration", "Started")
	}
}

// Every entry of a timeline says where it is stated: a step of the history by its own source, also
// where an agreement of its day tells it.
func TestTimelinesNameTheirSources(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	seen := 0
	for _, slug := range []string{"kansas-city", "ottawa", "bordeaux", "ring-misburg-anderten", "konya", "hiroshima", "mykolajiw"} {
		_, timeline, _ := strings.Cut(s.get("/de/relations/"+slug).Body.String(), `id="timeline"`)
		timeline, _, _ = strings.Cut(timeline, "</section>")
		for _, moment := range strings.Split(timeline, "<li")[1:] {
			seen++
			if !strings.Contains(moment, "Quelle") && !strings.Contains(moment, `href="#claims"`) {
				t.Errorf("%s: no source: %s", slug, text(moment))
			}
		}
	}
	if seen < 15 {
		t.Errorf("%d entries, want those of seven relations", seen)
	}
	shows(t, s.part(t, "/de/relations/poznan", `id="timeline"`, "</section>"),
		"Quellen: poznan.pl: Umowa z Hanowerem ; hannover.de: Geschichte der", // the treaty tells the step, and has its source too
		"Quelle: poznan.pl: Umowa z Hanowerem 2007")                           // an address
	shows(t, s.part(t, "/de/relations/kansas-city", `id="timeline"`, "</section>"), "Städtekooperationen. Quelle: hannover.de: Internationale Beziehungen (Stand November 2019)")
	konya, err := s.Relations.BySlug(editor(), demo.Office(), "konya")
	if err != nil {
		t.Fatal(err)
	}
	konya.History[1].Source = "https://www.konya.example/haber"
	if err := s.Relations.Update(editor(), konya); err != nil {
		t.Fatal(err)
	}
	shows(t, s.part(t, "/de/relations/konya", `id="timeline"`, "</section>"), "Quellen: hannover.de: Hannover prüft engere Kooperation mit Konya ; konya.example")
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
			"Beginn: Juni 1976", "als Verein eingetragen", "30. Juni 2022: Der Verein erhält die Stadtplakette")
		hides(t, s.part(t, "/de/relations/hiroshima", `id="actors"`, "</section>"), "1952")
	})
}

// A town is no point: its coordinates are rounded, and name their source, which is the gazetteer only if that has them. A name that is the same in all languages
// is in none.
func TestPlacesSayWhatIsKnownOfThem(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	shows(t, s.part(t, "/de/places/hiroshima", `id="facts"`, "</aside>"), "34,39° Nord, 132,44° Ost", "Quelle: Natural Earth")
	hides(t, s.part(t, "/de/places/hiroshima", `id="facts"`, "</aside>"), "Quelle: GeoNames", "34.38978")
	shows(t, s.part(t, "/de/places/gent", `id="facts"`, "</aside>"), "51,05° Nord, 3,72° Ost", "Quelle: GeoNames")
	hides(t, s.get("/de/relations/hiroshima").Body.String(), "Natural Earth: Populated")
	shows(t, s.part(t, "/de/places/hiroshima", `id="names"`, "</section>"), "広島市", "Japanisch")
	shows(t, s.get("/de/places/poznan").Body.String(), "10:00 Uhr, gleiche Uhrzeit wie in Hannover")
	names := s.part(t, "/de/places/diyarbakir", `id="names"`, "</section>")
	shows(t, names, "Diyarbakır", "Türkisch")
	hides(t, names, "Deutsch", "Englisch")
	alike := placeOf(i18n.Of("de", "Gleichstadt", "en", "Gleichstadt"))
	alike.Lat, alike.Lon, alike.GeoNames = "51.2", "3.7", "999" // somebody's own point
	if err := s.Places.Create(record.As(t.Context(), record.Actor{Name: "admin", Role: record.Admin}), &alike); err != nil {
		t.Fatal(err)
	}
	body := s.get("/de/places/gleichstadt").Body.String()
	hides(t, s.part(t, "/de/places/gleichstadt", `id="facts"`, "</aside>"), "Quelle: GeoNames")
	shows(t, body, "51,20°")
	_, table, _ := strings.Cut(body, `id="names"`)
	table, _, _ = strings.Cut(table, "</section>")
	if strings.Count(table, "Gleichstadt") != 1 || strings.Contains(table, "Deutsch") {
		t.Errorf("a name in no language is shown as %s", text("<p "+table))
	}
	hides(t, text(s.get("/de/relations/ring-misburg-anderten").Body.String()), "Andere Schreibweisen")
}

// What links a network to a member, or to a relation with one, is told with that member and nowhere else on the page.
func TestNetworksNameEachMemberOnce(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, address string) {
		s := hannover(t, address)
		const peace, music = "/de/networks/buergermeister-fuer-den-frieden", "/de/networks/unesco-creative-cities-network-city-of-music"
		shows(t, s.part(t, peace, `id="members"`, "</section>"), "Hiroshima", "gehörte die Bundeskonferenz der Mayors for Peace.", "im November 2023", "Verbunden mit Hannover")
		shows(t, s.part(t, peace, `id="members"`, "</section>"), "Verbunden mit Hannover: Städtepartnerschaft seit 27. Mai 1983") // the name leads to the place
		shows(t, s.part(t, "/en/networks/mayors-for-peace", `id="members"`, "</section>"), "Tied to Hannover: Town twinning since 27 May 1983")
		shows(t, s.part(t, peace, `class="k-local"`, "</nav>"), "Die Rolle von Hannover", "Weitere Mitglieder", "Siehe auch")
		links := s.part(t, peace, `id="links"`, "</section>")
		shows(t, links, "Büro für internationale Angelegenheiten")
		hides(t, links, "Hiroshima")
		shows(t, s.part(t, music, `id="members"`, "</section>"), "Kansas City", "Beide Städte sind UNESCO Cities of Music.")
		links = s.part(t, music, `id="links"`, "</section>")
		shows(t, links, "Getragen von", "UNESCO")
		hides(t, links, "Kansas City")
	})
}

// Percentages are written as the language does, and the list of what is on a page is in its order.
func TestPagesReadInTheirOrder(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	const wells = "/projects/brunnen-und-baeume-fuer-grundschulen-in-blantyre"
	shows(t, text(s.get("/de"+wells).Body.String()), "84 %")
	shows(t, text(s.part(t, "/en/projects/wells-and-trees-for-primary-schools-in-blantyre", `id="facts"`, "</section>")), "84%")
	body := s.get("/de/relations/hiroshima").Body.String()
	if facts, way := strings.Index(body, `href="#facts"`), strings.Index(body, `href="#way"`); facts < 0 || way < facts {
		t.Errorf("facts are listed at %d, the way at %d", facts, way)
	}
}
