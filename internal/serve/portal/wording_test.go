package portal_test

import (
	"regexp"
	"strings"
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/network"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
)

// Where sources contradict each other, the heading is true whoever speaks, and counts what they name.
func TestHeadingsOfContestsNameNoSpeaker(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	for path, want := range map[string][]string{
		"/de/relations/shenzhen":    {"Ein Anfang, zwei Angaben"},
		"/de/relations/iwanowo":     {"Ein Anfang, zwei Angaben"},
		"/en/relations/hiroshima":   {"One beginning, two dates"},
		"/de/relations/bristol":     {"Ein Anfang, verschieden genau angegeben"},
		"/de/relations/mykolajiw":   {"Verschiedene Bezeichnungen"},
		"/en/relations/kansas-city": {"Different names for it"},
	} {
		body := s.get(path).Body.String()
		shows(t, body, want...)
		hides(t, text(body), "Die Seiten nennen", "The sides")
	}
}

// What leads to a part of a page bears the words of its heading, and no part is left out.
func TestContentsBearTheWordsOfTheHeadings(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	anchors := regexp.MustCompile(`<a href="#([^"]+)">([^<]*)</a>`)
	seen := 0
	for _, path := range hundred(s) {
		body := s.get(path).Body.String()
		_, nav, ok := strings.Cut(body, `<nav class="k-local"`)
		if !ok {
			continue
		}
		nav, _, _ = strings.Cut(nav, "</nav>")
		for _, a := range anchors.FindAllStringSubmatch(nav, -1) {
			seen++
			head := regexp.MustCompile(`<h[23][^>]* id="` + a[1] + `">([^<]*)<`).FindStringSubmatch(body)
			if head == nil || head[1] != a[2] {
				t.Errorf("%s: %q leads to #%s, headed %q", path, a[2], a[1], head)
			}
		}
		parts, _, _ := strings.Cut(body, "</main>") // with the list of addresses that is printed only
		for _, h := range regexp.MustCompile(`<h2[^>]* id="([^"]+)"`).FindAllStringSubmatch(parts, -1) {
			if h[1] != "noted" && !strings.Contains(nav, `href="#`+h[1]+`"`) {
				t.Errorf("%s: the contents leave out #%s", path, h[1])
			}
		}
	}
	if seen < 100 {
		t.Fatalf("only %d anchors", seen)
	}
}

// hundred lists the pages of relations, projects and networks in both languages.
func hundred(s *town) []string {
	var out []string
	for _, m := range regexp.MustCompile(`<loc>http://example\.com(/../(?:relations|projects|networks)/[^<]*)</loc>`).FindAllStringSubmatch(s.get("/sitemap.xml").Body.String(), -1) {
		out = append(out, m[1])
	}
	return out
}

// Without a golden thread, the sign of a relation says what is not known, and of what is known nothing.
func TestTheSignSaysWhatItLacks(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	shows(t, s.get("/de/relations/kansas-city").Body.String(), "Der goldene Faden fehlt: Hannover nennt kein Jahr des Beginns.")
	hides(t, s.get("/de/relations/kansas-city").Body.String(), "die Lage", "Die Lage")
	shows(t, s.get("/en/relations/hiroshima").Body.String(), "the golden one for the partner")
	shows(t, s.get("/de/relations/ring-misburg-anderten").Body.String(), "Jeder goldene Faden führt von Hannover")
	s.relation(t, relation.Relation{Title: i18n.Of("de", "Irgendwo"), Since: "2012"})
	shows(t, s.get("/de/relations/irgendwo").Body.String(), "Der goldene Faden fehlt: Die Lage des Partners ist nicht bekannt.")
	hides(t, s.get("/de/relations/irgendwo").Body.String(), "Jahr des Beginns")
	s.relation(t, relation.Relation{Title: i18n.Of("de", "Irgendwann")})
	shows(t, s.get("/de/relations/irgendwann").Body.String(), "Die Lage des Partners ist nicht bekannt, und Hannover nennt kein Jahr des Beginns.")
	far := found(t, kontortest.SQLite(t))
	far.open(t)
	far.relation(t, relation.Relation{Title: i18n.Of("de", "Anderswo"), Since: "2012"})
	shows(t, far.get("/de/relations/anderswo").Body.String(), "Die Lage von", "ist nicht bekannt.")
}

// The opening says once how a relation stands.
func TestASuggestionIsSaidOnce(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	for path, word := range map[string]string{"/de/relations/diyarbakir": "angeregt", "/en/relations/diyarbakir": "suggested"} {
		head := s.part(t, path, `class="k-hero__text"`, "<h1")
		if n := strings.Count(head, word); n != 1 {
			t.Errorf("%s: %d times in %q", path, n, head)
		}
	}
	shows(t, s.part(t, "/de/relations/konya", `class="k-hero__text"`, "<h1"), "angeregt", "in Anbahnung")
	poznan, err := s.Relations.BySlug(editor(), demo.Office(), "poznan")
	if err != nil {
		t.Fatal(err)
	}
	rough := fact.Fact{Subject: record.Ref{Kind: "relation", ID: poznan.ID}, Property: "founded", Day: "1921", Qualifier: fact.About}
	rough.Office, rough.State = demo.Office(), record.Published
	if err := s.Facts.Create(editor(), &rough); err != nil {
		t.Fatal(err)
	}
	shows(t, s.part(t, "/de/relations/poznan", `id="facts"`, "</aside>"), "um 1921")
	shows(t, s.get("/en/relations/blantyre").Body.String(), "CEMR kind", "CEMR: Council of European Municipalities and Regions")
}

// A list in which no day is known is no line in time; what has a beginning and an end stands there with both.
func TestNoLineInTimeWithoutDays(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	n := &network.Network{Name: i18n.Of("de", "Runde"), Form: network.Association}
	n.Office, n.State = demo.Office(), record.Published
	if err := s.Networks.Create(editor(), n); err != nil {
		t.Fatal(err)
	}
	m := &network.Membership{Network: n.ID, Roles: []network.Role{{Role: network.MemberRole}, {Role: network.Host}}}
	m.Office, m.State = demo.Office(), record.Published
	if err := s.Memberships.Create(editor(), m); err != nil {
		t.Fatal(err)
	}
	body := s.get("/de/networks/runde").Body.String()
	shows(t, body, "Mitglied", "Gastgeberin")
	hides(t, body, "k-timeline", "Ohne Datum")
	m.Roles[0].Since, m.Roles[0].Until = "2022-09-22", "2022-10-01"
	if err := s.Memberships.Update(editor(), m); err != nil {
		t.Fatal(err)
	}
	shows(t, s.get("/de/networks/runde").Body.String(), "22. September bis 1. Oktober 2022", "Mitglied", "Ohne Datum", "Gastgeberin")

	x := s.relation(t, relation.Relation{Title: i18n.Of("de", "Wochenstadt")})
	for _, d := range []relation.Agreement{
		{Title: i18n.Of("de", "Woche"), Signed: "2022-09-22", Ends: "2022-10-01"},
		{Title: i18n.Of("de", "Vorbei"), Ends: "2000"},
		{Title: i18n.Of("de", "Künftig"), Ends: "2040"},
	} {
		d.Relation, d.Office, d.State = x.ID, demo.Office(), record.Published
		if err := s.Agreements.Create(editor(), &d); err != nil {
			t.Fatal(err)
		}
	}
	shows(t, s.get("/de/relations/wochenstadt").Body.String(), "22. September bis 1. Oktober 2022", "Woche", "Ohne Datum", "Vorbei", "Endete: 2000", "Künftig", "Endet: 2040")
	shows(t, s.get("/en/relations/wochenstadt").Body.String(), "22 September to 1 October 2022")
}

// A day is soft text wherever it says as of when, and so is that there is none; a tag is for what is no day.
func TestDaysAreNoTags(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	tag := regexp.MustCompile(`<span class="k-tag[^"]*">([^<]*)</span>`)
	soft := 0
	for _, path := range append(hundred(s), "/de/places/hannover", "/en/places/blantyre", "/de/networks/mayors-for-peace") {
		body := s.get(path).Body.String()
		soft += strings.Count(body, `<span class="k-asof">`)
		for _, m := range tag.FindAllStringSubmatch(body, -1) {
			if regexp.MustCompile(`\b(19|20)\d\d$|ohne Datum|date not stated`).MatchString(m[1]) {
				t.Errorf("%s: the tag %q", path, m[1])
			}
		}
	}
	if soft < 50 {
		t.Fatalf("only %d days", soft)
	}
}

// Hours are written as clocks do, and the words of the map fit what it shows.
func TestHoursAndCounts(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	shows(t, s.get("/en/relations/blantyre").Body.String(), "Both at work: 8:00 to 18:00 in Hannover.")
	hides(t, s.get("/en/relations/blantyre").Body.String(), "o’clock")
	for path, want := range map[string]string{
		"/de/relations?form=town-twinning": "Die Karte zeigt alle 8 Beziehungen der Liste.",
		"/de/relations?form=ring":          "Die Karte zeigt die eine Beziehung der Liste.",
		"/de/relations":                    "Die Karte zeigt 19 der 20 Beziehungen der Liste; von einer ist der Ort nicht bekannt.",
		"/en/relations":                    "The map shows 19 of the 20 relations listed; one has no known location.",
	} {
		shows(t, s.get(path).Body.String(), want)
	}
	s.relation(t, relation.Relation{Title: i18n.Of("de", "Irgendwo")})
	shows(t, s.get("/de/relations").Body.String(), "19 der 21 Beziehungen der Liste; von 2 ist der Ort nicht bekannt.")
	shows(t, s.get("/en/relations").Body.String(), "19 of the 21 relations listed; 2 have no known location.")
}

// Every page that the footer leads to says in its head what it is about, as its lead does.
func TestSmallPagesSayWhatTheyAreAbout(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	lead := regexp.MustCompile(`(?s)<meta name="description" content="([^"]+)"/?>.*class="k-prose k-lead"><p>([^<]+)`)
	for _, lang := range []string{"de", "en"} {
		for _, page := range []string{"imprint", "privacy", "accessibility", "easy-language", "notices"} {
			m := lead.FindStringSubmatch(s.get("/" + lang + "/" + page).Body.String())
			if m == nil || !strings.HasPrefix(m[1], strings.TrimSpace(m[2])) {
				t.Errorf("%s/%s: %q", lang, page, m)
			}
		}
	}
}

// Where nobody can be reached, nobody is told to write; where nothing was aimed at, no heading says so; one bar compares nothing.
func TestNothingIsPromisedThatIsNotThere(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	hides(t, s.get("/de/easy-language").Body.String(), "Unsere Adresse", "Haben Sie Fragen?")
	shows(t, s.get("/de/easy-language").Body.String(), "noch nicht geprüft")
	hides(t, s.get("/en/relations/petit-couronne").Body.String(), "k-way")
	shows(t, s.get("/en/relations/petit-couronne").Body.String(), "Distance")
	empty := 0
	for _, path := range hundred(s) {
		body := s.get(path).Body.String()
		if strings.Contains(path, "/projects/") && !strings.Contains(body, `id="progress"`) {
			empty++
		}
	}
	if empty == 0 {
		t.Error("every project has targets or results")
	}
	o, err := s.Offices.Get(editor(), demo.Office())
	if err != nil {
		t.Fatal(err)
	}
	o.Email = "post@example.org"
	if err := s.Offices.Update(record.As(t.Context(), record.Actor{Name: "admin", Role: record.Admin}), o); err != nil {
		t.Fatal(err)
	}
	shows(t, s.get("/de/easy-language").Body.String(), "noch nicht geprüft", "Haben Sie Fragen?", "Unsere Adresse")
}
