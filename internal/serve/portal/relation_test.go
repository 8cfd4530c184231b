package portal_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/party"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
)

// text returns what a reader sees of a page, spaces collapsed.
func text(body string) string {
	body = regexp.MustCompile(`(?s)<(script|svg|head)\b.*?</(script|svg|head)>`).ReplaceAllString(body, " ")
	body = regexp.MustCompile(`<[^>]*>`).ReplaceAllString(body, " ")
	body = strings.NewReplacer("\u00a0", " ", "\u00ad", "", "&amp;", "&", "&#34;", `"`, "&#39;", "'").Replace(body)
	return strings.Join(strings.Fields(body), " ")
}

// shows fails unless the page says all of these, in this order.
func shows(t *testing.T, body string, want ...string) {
	t.Helper()
	rest := text(body)
	for _, w := range want {
		_, after, ok := strings.Cut(rest, w)
		if !ok {
			t.Errorf("the page does not say %q where it should:\n%s", w, text(body))
			return
		}
		rest = after
	}
}

func hides(t *testing.T, body string, unwanted ...string) {
	t.Helper()
	for _, w := range unwanted {
		if strings.Contains(body, w) {
			t.Errorf("the page says %q", w)
		}
	}
}

func editor() context.Context {
	return record.As(context.Background(), record.Actor{Name: "editor", Role: record.Editor, Office: demo.Office()})
}

func TestRelationTellsItsWholeStory(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		s := hannover(t, url)
		w := s.get("/de/relations/hiroshima")
		if w.Code != http.StatusOK {
			t.Fatalf("status %d", w.Code)
		}
		body := w.Body.String()
		shows(t, body, "Städtepartnerschaft seit 1983", "Hiroshima", "広島市", "8.887 km", "17:00 Uhr", "Kulturbüro")
		shows(t, body, "Hannover sagt", "27. Mai 1983", "Hauptangabe", "Hiroshima sagt", "27. Juni 1983")
		shows(t, body, "Vereinbarungen und Wegmarken", "1968", "27. Mai 1983", "Partnerschaftsurkunde", "Ein Anfang, zwei Angaben", "2013", "Memorandum", "31. März 2014")
		shows(t, body, "Luftlinie ab Hannover", "Leipzig", "218 km", "Poznań", "487 km", "Hiroshima", "8.887 km")
		shows(t, body, "10:00 in Hannover, 17:00 in Hiroshima", "am selben Tag, 7 Stunden voraus")
		shows(t, s.get("/de/relations/poznan").Body.String(), "10:00 Poznań gleiche Uhrzeit wie in Hannover") // so it is the same day
		shows(t, body, "Einwohnerzahl", "1.196.274", "2016", "mehr als 1.100.000", "ohne Datum")
		shows(t, body, "Andere Schreibweisen", "Hiroszima", "Wikidata Q34664", "noch nicht bestätigt", "Gemeinsame Netzwerke")
		doc := kontortest.ParseHTML(t, w.Body.Bytes())
		if p := doc.Problems(); len(p) > 0 {
			t.Error(p)
		}
		if doc.Canonical != "http://example.com/de/relations/hiroshima" || doc.Title != "Hiroshima – Hannover international" {
			t.Errorf("canonical %s, title %s", doc.Canonical, doc.Title)
		}
		if !strings.Contains(body, `data-wind="ne"`) || strings.Contains(body, "style=") {
			t.Error("want the ground of the north-east, and no inline style")
		}
	})
}

func TestRelationWithSeveralPartners(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	body := s.get("/en/relations/misburg-anderten-ring").Body.String()
	shows(t, body, "Ring of towns", "Misburg-Anderten ring", "The towns of the ring", "Bollnäs", "Sweden", "Kankaanpää", "resting", "Great-circle distance from Hannover")
	hides(t, body, "a-them", "Now in", "Distance and time")
}

func TestUnknownIsSaidAloud(t *testing.T) {
	s := found(t, kontortest.SQLite(t))
	s.open(t)
	s.relation(t, relation.Relation{Title: i18n.Of("en", "Nowhere"), About: i18n.Of("en", "Some <script>alert(1)</script> *words*.")})
	body := s.get("/de/relations/nowhere").Body.String()
	shows(t, body, "Städtekooperation", "Nowhere", "Noch nicht übersetzt. Diesen Text gibt es bisher nur auf Englisch.", "noch keine Vereinbarung erfasst", "noch nicht bestätigt")
	hides(t, body, "<script>alert", "a-them", "Luftlinie ab")
	if !strings.Contains(body, `<div class="k-prose" lang="en"><p>Some `) || !strings.Contains(body, "<em>words</em>") {
		t.Errorf("the text in another language is not marked as such: %s", body)
	}
	row := s.get("/de/relations").Body.String()
	shows(t, row, "Nowhere", "Städtekooperation", "nicht bekannt", "nicht bekannt")
}

func TestSlugsLeadToTheAddressOfToday(t *testing.T) {
	s := found(t, kontortest.SQLite(t))
	s.open(t)
	x := s.relation(t, relation.Relation{Title: i18n.Of("de", "Mailand", "en", "Milan")})
	x.Slug = i18n.Of("de", "milano", "en", "milan")
	if err := s.Relations.Update(editor(), x); err != nil {
		t.Fatal(err)
	}
	for from, to := range map[string]string{
		"/de/relations/mailand": "/de/relations/milano", "/de/relations/milan": "/de/relations/milano",
		"/en/relations/mailand?x=1": "/en/relations/milan?x=1", "/en/relations/" + string(x.ID): "/en/relations/milan",
	} {
		if w := s.get(from); w.Code != http.StatusMovedPermanently || w.Header().Get("Location") != to {
			t.Errorf("%s: %d %s, want %s", from, w.Code, w.Header().Get("Location"), to)
		} else if kept := w.Header().Get("Cache-Control"); kept != "public, max-age=0, must-revalidate" {
			t.Errorf("%s: the way may be kept (%s), though the name may come back", from, kept)
		}
	}
	body := s.get("/de/relations/milano").Body.String()
	for _, want := range []string{`hreflang="en" href="http://example.com/en/relations/milan"`, `hreflang="x-default" href="http://example.com/de/relations/milano"`} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s", want)
		}
	}
}

func TestOnlyWhatIsPublishedIsShown(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		s := hannover(t, url)
		x, err := s.Relations.BySlug(context.Background(), demo.Office(), "hiroshima")
		if err != nil {
			t.Fatal(err)
		}
		secret := relation.Agreement{Base: record.Base{Office: demo.Office(), State: record.Draft}, Relation: x.ID, Title: i18n.Of("de", "Geheimes Papier")}
		if err := s.Agreements.Create(editor(), &secret); err != nil {
			t.Fatal(err)
		}
		hides(t, s.get("/de/relations/hiroshima").Body.String(), "Geheimes Papier")
		x.State = record.Draft
		if err := s.Relations.Update(editor(), x); err != nil {
			t.Fatal(err)
		}
		if w := s.get("/de/relations/hiroshima"); w.Code != http.StatusNotFound {
			t.Errorf("a draft answers %d", w.Code)
		}
		for _, path := range []string{"/de/relations", "/de/", "/de/relations/bristol", "/sitemap.xml"} {
			hides(t, s.get(path).Body.String(), "relations/hiroshima")
		}
	})
}

func TestPagesAreKnownAgain(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	for path, minute := range map[string]bool{"/de/": false, "/de/relations?form=ring": false, "/de/relations/hiroshima": true, "/en/relations/misburg-anderten-ring": false, "/sitemap.xml": false} {
		*s.now = noon
		first := s.get(path)
		tag := first.Header().Get("ETag")
		if first.Code != http.StatusOK || !strings.HasPrefix(tag, `W/"`) || first.Header().Get("Cache-Control") != "public, max-age=0, must-revalidate" {
			t.Fatalf("%s: %d, %q", path, first.Code, tag)
		}
		again := func() int { return s.get(path, "If-None-Match", tag).Code }
		if again() != http.StatusNotModified {
			t.Errorf("%s is not known again", path)
		}
		*s.now = noon.Add(time.Minute)
		if fresh := again() == http.StatusOK; fresh != minute {
			t.Errorf("%s a minute later: new %v, want %v", path, fresh, minute)
		}
		*s.now = noon.Add(24 * time.Hour)
		if again() != http.StatusOK {
			t.Errorf("%s on the next day is the same", path)
		}
		if other := s.get("/en/relations", "If-None-Match", tag); other.Code != http.StatusOK {
			t.Errorf("the tag of %s holds for another page", path)
		}
	}
	*s.now = noon
	tag := s.get("/de/").Header().Get("ETag")
	x, err := s.Relations.BySlug(context.Background(), demo.Office(), "bristol")
	if err != nil {
		t.Fatal(err)
	}
	x.Summary = i18n.Of("de", "Neu.")
	if err := s.Relations.Update(editor(), x); err != nil {
		t.Fatal(err)
	}
	if s.get("/de/", "If-None-Match", tag).Code != http.StatusOK {
		t.Error("a change does not make the page new")
	}
}

func TestPagesGoOutCompressed(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	plain, packed := s.get("/de/relations"), s.get("/de/relations", "Accept-Encoding", "br, gzip")
	if packed.Header().Get("Content-Encoding") != "gzip" || packed.Header().Get("Vary") != "Accept-Encoding" || packed.Body.Len() > plain.Body.Len()/3 {
		t.Fatalf("%v, %d of %d bytes", packed.Header(), packed.Body.Len(), plain.Body.Len())
	}
	z, err := gzip.NewReader(packed.Body)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(z)
	if err != nil || !bytes.Equal(got, plain.Body.Bytes()) {
		t.Errorf("unpacked it is another page (%v)", err)
	}
	if packed.Header().Get("ETag") != plain.Header().Get("ETag") {
		t.Error("the same page has two weak tags")
	}
}

// open makes the office of the tests, without a place of its own.
func (s *town) open(t *testing.T) {
	t.Helper()
	s.openAt(t, demo.Office(), "")
}

func (s *town) openAt(t *testing.T, id record.ID, host string) {
	t.Helper()
	o := officeOf(id, host)
	if err := s.Offices.Create(record.As(context.Background(), record.Actor{Name: "admin", Role: record.Admin}), &o); err != nil {
		t.Fatal(err)
	}
}

// relation publishes a relation with a place of which only the name is known.
func (s *town) relation(t *testing.T, x relation.Relation) *relation.Relation {
	t.Helper()
	p := placeOf(x.Title)
	if err := s.Places.Create(editor(), &p); err != nil {
		t.Fatal(err)
	}
	x.Office, x.State = demo.Office(), record.Published
	x.Form, x.OwnSide = relation.Cooperation, relation.OwnCity
	x.Sides = []relation.Side{{Party: record.Ref{Kind: "place", ID: p.ID}}}
	if err := s.Relations.Create(editor(), &x); err != nil {
		t.Fatal(err)
	}
	return &x
}

// A relation that leads to a place in two ways, to itself and to whom has its seat there, counts once in the list of places.
func TestAPlaceCountsARelationOnce(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, address string) {
		s := found(t, address)
		s.open(t)
		x := s.relation(t, relation.Relation{Title: i18n.Of("de", "Doppelstadt")})
		seated := &party.Organisation{Name: i18n.Of("de", "Partneramt"), Form: party.PartnerOffice, Place: x.Sides[0].Party.ID}
		seated.Office, seated.State = demo.Office(), record.Published
		if err := s.Organisations.Create(editor(), seated); err != nil {
			t.Fatal(err)
		}
		x.Sides = append(x.Sides, relation.Side{Party: record.Ref{Kind: "organisation", ID: seated.ID}})
		if err := s.Relations.Update(editor(), x); err != nil {
			t.Fatal(err)
		}
		body := s.get("/de/places").Body.String()
		shows(t, body, "Doppelstadt", "1 Beziehung")
		hides(t, body, "2 Beziehungen")
	})
}

// What the only partner states is on the page beside what the sources contradict each other about, and nothing of it twice.
func TestThePartnerIsHeardBesideTheClaims(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	x, err := s.Relations.BySlug(editor(), demo.Office(), "hiroshima")
	if err != nil {
		t.Fatal(err)
	}
	const says = "Hiroshima sagt"
	before := text(s.get("/de/relations/hiroshima").Body.String())
	if !strings.Contains(before, says) {
		t.Fatalf("the sides of Hiroshima claim nothing:\n%s", before)
	}
	for _, c := range []struct {
		change func(*relation.Side)
		want   string
	}{
		{func(s *relation.Side) { s.Status = relation.Resting }, "ruhend"},
		{func(s *relation.Side) { s.Since = "1983-06-28" }, "28. Juni 1983"},
		{func(s *relation.Side) { s.Until = "2031" }, "2031"},
		{func(s *relation.Side) { s.Label = i18n.Of("de", "Freundschaftsstadt") }, "Freundschaftsstadt"},
		{func(s *relation.Side) { s.Document = "https://www.example.org/urkunde" }, "example.org"},
	} {
		if strings.Contains(before, c.want) {
			t.Fatalf("%s stands there already", c.want)
		}
		c.change(&x.Sides[0])
		if err := s.Relations.Update(editor(), x); err != nil {
			t.Fatal(err)
		}
		after := text(s.get("/de/relations/hiroshima").Body.String())
		if !strings.Contains(after, c.want) {
			t.Errorf("%s is not on the page", c.want)
		}
		if a, b := strings.Count(after, says), strings.Count(before, says); a != b+1 {
			t.Errorf("%s: %q stands there %d times, not %d", c.want, says, a, b+1)
		}
	}
	x.Sides[0].Since = "1983-05-27" // what Hannover says, and Hiroshima did not
	if err := s.Relations.Update(editor(), x); err != nil {
		t.Fatal(err)
	}
	if after := text(s.get("/de/relations/hiroshima").Body.String()); !strings.Contains(after, "Freundschaftsstadt · 27. Mai 1983") {
		t.Error("the day of the partner is taken for that of the city")
	}
	for lang, there := range map[string]string{"de": "dort seit 1993", "en": "there since 1993"} { // Hannover itself names no year
		if n := strings.Count(text(s.get("/"+lang+"/relations").Body.String()), there); n != 1 {
			t.Errorf("the list says %q %d times", there, n)
		}
		if n := strings.Count(text(s.get("/"+lang+"/").Body.String()), there); n != 1 {
			t.Errorf("the home page says %q %d times", there, n)
		}
	}
	noted := s.relation(t, relation.Relation{Title: i18n.Of("de", "Notiert"), SinceNote: i18n.Of("de", "seit langem")})
	both := s.relation(t, relation.Relation{Title: i18n.Of("de", "Zu zweit")})
	noted.Sides[0].Since, both.Sides[0].Since = "1901", "1902"
	seatless := &party.Organisation{Name: i18n.Of("de", "Verein ohne Sitz"), Form: party.Society}
	seatless.Office, seatless.State = demo.Office(), record.Published
	if err := s.Organisations.Create(editor(), seatless); err != nil {
		t.Fatal(err)
	}
	both.Sides = append(both.Sides, relation.Side{Party: record.Ref{Kind: "organisation", ID: seatless.ID}})
	for _, x := range []*relation.Relation{noted, both} {
		if err := s.Relations.Update(editor(), x); err != nil {
			t.Fatal(err)
		}
	}
	hides(t, text(s.get("/de/relations").Body.String()), "dort seit 1901", "dort seit 1902") // a note is there, and of two none stands for both
	kansas := text(s.get("/de/relations/kansas-city").Body.String())
	if n := strings.Count(kansas, "Schwesterstadt (sister city)"); n != 1 {
		t.Errorf("what Kansas City calls it stands there %d times", n)
	}
}

// What is chosen on one page is not chosen on the next, though both offer the same.
func TestWhatIsChosenStaysWithItsPage(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	chosen := regexp.MustCompile(`<option value="JP" selected>|name="form" value="cooperation" checked`)
	if n := len(chosen.FindAllString(s.get("/de/relations?country=JP&form=cooperation").Body.String(), -1)); n != 2 {
		t.Errorf("%d of two choices are made", n)
	}
	if still := chosen.FindAllString(s.get("/de/relations").Body.String(), -1); len(still) > 0 {
		t.Errorf("chosen on the next page: %q", still)
	}
}

// A relation that has ended is named on the home page, and is not on its map.
func TestTheMapOfTheHomePageShowsWhatLasts(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	const changde = "/de/relations/changde"
	if !slices.Contains(marksOf(s.get("/de/").Body.String()), changde) {
		t.Fatal("no mark leads to Changde")
	}
	x, err := s.Relations.BySlug(editor(), demo.Office(), "changde")
	if err != nil {
		t.Fatal(err)
	}
	x.History = append(x.History, relation.Step{Status: relation.Ended, On: "2020"})
	if err := s.Relations.Update(editor(), x); err != nil {
		t.Fatal(err)
	}
	body := s.get("/de/").Body.String()
	shows(t, body, "Changde", "beendet")
	if slices.Contains(marksOf(body), changde) {
		t.Error("a mark leads to what has ended")
	}
}

func TestListPagesByCursor(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, address string) {
		s := found(t, address)
		s.open(t)
		for i := range 60 {
			s.relation(t, relation.Relation{Title: i18n.Of("de", fmt.Sprintf("Ort %02d", i)), Since: date.Partial(fmt.Sprint(1950 + i))})
		}
		first := s.get("/de/relations?sort=-since&unknown=1").Body.String()
		shows(t, first, "60 Beziehungen", "Ort 59", "Ort 58", "Ort 10", "Weiter")
		hides(t, first, "Ort 09")
		next := regexp.MustCompile(`href="([^"]*cursor=[^"]*)"`).FindStringSubmatch(first)
		if next == nil {
			t.Fatal("no next page")
		}
		link, err := url.Parse(strings.ReplaceAll(next[1], "&amp;", "&"))
		if err != nil {
			t.Fatal(err)
		}
		second := s.get(link.String()).Body.String()
		shows(t, second, "60 Beziehungen", "Ort 09", "Ort 00", "Zum Anfang")
		hides(t, second, "Ort 10")
		if !strings.Contains(second, `"numberOfItems":60`) { // of the list, not of its second page
			t.Error("the second page counts other relations than the list has")
		}
		shows(t, s.get("/de/relations?cursor="+url.QueryEscape(link.Query().Get("cursor"))).Body.String(), "Ort 00", "Ort 01") // of another order
		shows(t, s.get("/de/relations?cursor=rubbish").Body.String(), "Ort 00")
	})
}
