package portal_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
)

// A linked thing is what a page says to machines, as far as tests ask.
type linked struct {
	Type      string   `json:"@type"`
	ID        string   `json:"@id"`
	Name, URL string   // of the thing
	Other     []string `json:"alternateName"`
	SameAs    []string
	Period    string `json:"temporalCoverage"`
	Keywords  []string
	About     []linked
	Member    []linked
	Publisher *linked
	Location  *linked
	Within    *linked `json:"containedInPlace"`
	Funder    *linked
	Main      *linked `json:"mainEntity"`
}

func (s *town) linked(t *testing.T, path string) linked {
	t.Helper()
	var out linked
	block := regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`).FindStringSubmatch(s.get(path).Body.String())
	if block == nil {
		t.Fatalf("%s says nothing", path)
	}
	if err := json.Unmarshal([]byte(block[1]), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// To machines a page says what it says to people: what holds today, each name once, and where else the same thing is known.
func TestPagesSayToMachinesWhatTheyShow(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	admin := record.As(t.Context(), record.Actor{Name: "admin", Role: record.Admin})
	x, err := s.Relations.BySlug(editor(), demo.Office(), "hiroshima")
	if err != nil {
		t.Fatal(err)
	}
	x.Themes[1].Until = "2020"
	if err := s.Relations.Update(editor(), x); err != nil {
		t.Fatal(err)
	}
	page := s.linked(t, "/de/relations/hiroshima")
	if want := []string{"Städtepartnerschaft", "Frieden und Solidarität", "Wissenschaft", "Wirtschaft", "Stadtentwicklung"}; !slices.Equal(page.Keywords, want) {
		t.Errorf("keywords %q", page.Keywords)
	}
	there := page.About[0]
	if page.Period != "1983-05-27/.." || there.ID != "http://example.com/de/places/hiroshima#place" || there.Within.Name != "Japan" ||
		!slices.Equal(there.SameAs, []string{"https://www.wikidata.org/entity/Q34664", "https://sws.geonames.org/1862415/"}) {
		t.Errorf("of %+v, since %s", there, page.Period)
	}
	s.relation(t, relation.Relation{Title: i18n.Of("de", "Ohne Jahr")})
	if since := s.linked(t, "/de/relations/ohne-jahr").Period; since != "" {
		t.Errorf("of a time that nobody knows: %s", since)
	}

	poznan := s.linked(t, "/de/places/poznan").Main
	if once := slices.Compact(slices.Sorted(slices.Values(poznan.Other))); len(once) != len(poznan.Other) || !slices.Contains(once, "Posen") {
		t.Errorf("Poznań is also called %q", poznan.Other)
	}
	land := &place.Place{
		Name: i18n.FromMap(map[i18n.Lang]string{"de": "Musterland", "en": "Musterland"}), Level: place.Country, Country: "PL",
		Aliases: []place.Alias{{Name: "Altland", Historic: true}, {Name: "Musterlant"}, {Name: "Musterland", Lang: "fr"}},
	}
	land.Office, land.State = record.SharedOffice, record.Published
	if err := s.Places.Create(admin, land); err != nil {
		t.Fatal(err)
	}
	if main := s.linked(t, "/de/places/musterland").Main; main.Type != "Country" || main.Within != nil || !slices.Equal(main.Other, []string{"Altland"}) {
		t.Errorf("of a country: %+v", main)
	}

	const wells = "brunnen-und-baeume-fuer-grundschulen-in-blantyre"
	p, err := s.Projects.BySlug(editor(), demo.Office(), wells)
	if err != nil {
		t.Fatal(err)
	}
	p.Acronym = "WELLS"
	if err := s.Projects.Update(editor(), p); err != nil {
		t.Fatal(err)
	}
	project := s.linked(t, "/de/projects/"+wells).Main
	if !slices.Contains(project.Other, "WELLS") || project.Member[0].Location == nil || project.Member[1].Location != nil || project.Funder == nil || project.Funder.Name == "" {
		t.Errorf("of a project: %+v", project)
	}
}

// What is a demonstration is published by nobody, and its pages are not those of the city; without such a notice they are. Who has
// left a network is no member.
func TestMachinesAreToldWhoPublishes(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	const music = "/de/networks/unesco-creative-cities-network-city-of-music"
	city := func() (publisher, member *linked) {
		page := s.linked(t, music)
		for _, m := range page.Main.Member {
			if m.Type == "GovernmentOrganization" {
				member = &m
			}
		}
		return page.Publisher, member
	}
	if publisher, member := city(); publisher != nil || member == nil || member.URL != "" {
		t.Errorf("a demonstration is published by %v, and the member is %v", publisher, member)
	}
	admin := record.As(t.Context(), record.Actor{Name: "admin", Role: record.Admin})
	o, err := s.Offices.Get(admin, demo.Office())
	if err != nil {
		t.Fatal(err)
	}
	o.Notice = ""
	if err := s.Offices.Update(admin, o); err != nil {
		t.Fatal(err)
	}
	if publisher, member := city(); publisher == nil || publisher.URL != "http://example.com/de/" || member == nil || member.URL != publisher.URL {
		t.Errorf("published by %v, and the member is %v", publisher, member)
	}
	all, err := s.Memberships.List(editor(), record.Query{Filters: map[string][]string{}, Limit: record.MaxLimit, Office: demo.Office()})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range all.Items {
		if m.Until == "" {
			m.Until = "2020"
			if err := s.Memberships.Update(editor(), m); err != nil && !strings.Contains(err.Error(), "until") {
				t.Fatal(err)
			}
		}
	}
	if _, member := city(); member != nil {
		t.Errorf("who left is still a member: %v", member)
	}
}

// Members are organisations to machines, of a place the one that lies there: its id is that of the place's own page.
func TestAPlaceThatTakesPartLiesWhereItsPageSays(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	place := s.linked(t, "/en/places/poznan").Main
	there := func(path string) (out []string) {
		for _, m := range s.linked(t, path).Main.Member {
			if !strings.HasSuffix(m.Type, "Organization") {
				t.Errorf("%s: %s is a %s", path, m.Name, m.Type)
			}
			if m.Location != nil {
				out = append(out, m.Location.ID)
			}
		}
		return out
	}
	if ids := there("/en/projects/aware-fair"); place.ID == "" || !slices.Contains(ids, place.ID) {
		t.Errorf("%q among %q", place.ID, ids)
	}
	if ids := there("/en/networks/mayors-for-peace"); len(ids) != 1 || !strings.HasSuffix(ids[0], "/en/places/hiroshima#place") {
		t.Errorf("of a network: %q", ids)
	}
}
