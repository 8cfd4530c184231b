package portal_test

import (
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

// sheetsOf returns what the sheets of the maps of a page are called.
func sheetsOf(body string) (out []string) {
	for _, m := range regexp.MustCompile(`<svg viewBox="[^"]*" role="group" aria-label="([^"]*)"`).FindAllStringSubmatch(body, -1) {
		out = append(out, m[1])
	}
	return out
}

// A relation shows its way on the sheet that its partners need, and its table leads wherever a mark does.
func TestRelationShowsTheWayOnAMap(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	ring := []string{"bollnaes", "flekkefjord", "kankaanpaeae", "morso-nykobing-mors", "oissel-sur-seine", "shepton-mallet"}
	for path, want := range map[string]struct {
		sheet, says, shape string
		places             []string
	}{
		"hiroshima":             {"Weltkarte", "Die Karte zeigt Hiroshima und den Weg von Hannover.", `<circle class="m-dot"`, []string{"hiroshima"}},
		"poznan":                {"Europa, vergrößert", "Die Karte zeigt Poznań und den Weg von Hannover.", `<circle class="m-dot"`, []string{"poznan"}},
		"ring-misburg-anderten": {"Europa, vergrößert", "Die Karte zeigt 6 Orte der Beziehung und die Wege von Hannover.", "m-dot--district", ring},
	} {
		body := s.get("/de/relations/" + path).Body.String()
		shows(t, body, want.says, "Luftlinie ab Hannover")
		if got := sheetsOf(body); !slices.Equal(got, []string{want.sheet}) {
			t.Errorf("%s: sheets %v, want %s", path, got, want.sheet)
		}
		got := marksOf(body)
		slices.Sort(got)
		for i := range want.places {
			want.places[i] = "/de/places/" + strings.TrimPrefix(want.places[i], "/de/places/")
		}
		if !slices.Equal(got, want.places) || !strings.Contains(body, want.shape) {
			t.Errorf("%s: marks %v, want %v as %s", path, got, want.places, want.shape)
		}
		if n := strings.Count(body, `<path class="m-arc`); n != len(want.places) {
			t.Errorf("%s: %d arcs", path, n)
		}
		for _, m := range got {
			if !strings.Contains(body, `<th scope="row"><b><a href="`+m+`">`) {
				t.Errorf("%s: the table does not lead to %s", path, m)
			}
		}
	}
}

// Where nobody knows where a partner lies there is no map; of several it shows those that are known, and each place once.
func TestWayOfPartnersThatAreNotAllKnown(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	var hidden *place.Place
	for _, name := range []string{"Nirgendwo", "Verborgen"} {
		x := place.Place{Name: i18n.Of("de", name), Level: place.City}
		x.Office, x.State = record.SharedOffice, record.Published
		if err := s.Places.Create(editor(), &x); err != nil {
			t.Fatal(err)
		}
		hidden = &x
	}
	side := func(slug string) relation.Side {
		x, err := s.Places.BySlug(editor(), record.SharedOffice, slug)
		if err != nil {
			t.Fatal(err)
		}
		return relation.Side{Party: record.Ref{Kind: "place", ID: x.ID}}
	}
	for title, c := range map[string]struct {
		sides []string
		marks int
		says  string
	}{
		"Ungewiss":  {[]string{"nirgendwo"}, 0, ""},
		"Daheim":    {[]string{"hannover"}, 0, ""},
		"Teilweise": {[]string{"nirgendwo", "verborgen", "poznan", "hiroshima", "hannover"}, 2, "Die Karte zeigt 2 Orte der Beziehung und die Wege von Hannover. Von einer weiteren Seite sind keine Koordinaten bekannt."},
	} {
		x := relation.Relation{Title: i18n.Of("de", title), Form: relation.MusicCity, OwnSide: relation.OwnCity}
		for _, slug := range c.sides {
			x.Sides = append(x.Sides, side(slug))
		}
		x.Office, x.State = demo.Office(), record.Published
		if err := s.Relations.Create(editor(), &x); err != nil {
			t.Fatal(err)
		}
		if len(c.sides) > 1 { // by now its relation names it
			hidden.State = record.Archived
			if err := s.Places.Update(record.As(t.Context(), record.Actor{Name: "admin", Role: record.Admin}), hidden); err != nil {
				t.Fatal(err)
			}
		}
		body := s.get("/de/relations/" + strings.ToLower(title)).Body.String()
		if got := marksOf(body); len(got) != c.marks || strings.Contains(body, `class="k-map"`) != (c.marks > 0) || strings.Contains(body, "NaN") {
			t.Errorf("%s: marks %v", title, got)
		}
		shows(t, body, c.says)
	}
}
