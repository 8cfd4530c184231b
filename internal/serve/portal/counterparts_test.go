package portal

import (
	"context"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/kontortest"
)

var kilometresOf = regexp.MustCompile(`(?s)<th scope="row">\s*<a href="/de/relations/hiroshima".*?([\d.,]+)\x{a0}km`)

// Lists remember where partners lie until a place moves: then every list has its new distance, also one that was not asked for.
func TestListsKnowWhenAPlaceMoves(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, address string) {
		w := hannoverPages(t, address)
		distance := func(path string) string {
			t.Helper()
			m := kilometresOf.FindStringSubmatch(w.page(path))
			if m == nil {
				t.Fatalf("%s: no distance of Hiroshima", path)
			}
			return m[1]
		}
		for _, path := range []string{"/de/relations?country=JP", "/de/relations?form=town-twinning", "/de/relations?country=JP"} {
			if km := distance(path); km != "8.887" {
				t.Errorf("%s: %s km", path, km)
			}
		}
		ctx := record.As(context.Background(), record.Actor{Name: "test", Role: record.Admin})
		there, err := w.stores.Places.BySlug(ctx, record.SharedOffice, "hiroshima")
		if err != nil {
			t.Fatal(err)
		}
		there.Lat, there.Lon = "52.5", "13.4"
		if err := w.stores.Places.Update(ctx, there); err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{"/de/relations?country=JP", "/de/relations?form=town-twinning", "/de/relations?country=JP&sort=since"} {
			if km := distance(path); km != "250" {
				t.Errorf("%s: %s km from where it was moved", path, km)
			}
		}
	})
}

// A list of which some relations were seen before shows the same as one of which none was.
func TestListsKnownInPartAreWhole(t *testing.T) {
	const all = "/de/relations"
	fresh, used := hannoverPages(t, kontortest.SQLite(t)), hannoverPages(t, kontortest.SQLite(t))
	used.page("/de/relations?country=JP")
	used.page("/de/relations?form=cooperation")
	if want := fresh.page(all); used.page(all) != want || strings.Count(want, "data-pin") < 20 {
		t.Error("the list is another one once a part of it was asked for")
	}
}

// What was read of relations is known, also that one has no place; only of so many.
func TestOnlySoManyCounterpartsAreRemembered(t *testing.T) {
	var c counterparts
	lie := func(id record.ID) map[record.ID][]relation.Counterpart {
		return map[record.ID][]relation.Counterpart{id: {{Relation: id, Country: "PL"}, {Relation: id, Country: "MW"}}}
	}
	c.add([]record.ID{"poznan", "nowhere"}, lie("poznan"))
	known, missing := c.some([]record.ID{"poznan", "nowhere", "malmo"})
	if !slices.Equal(missing, []record.ID{"malmo"}) || len(known["nowhere"]) != 0 || len(known["poznan"]) != 2 || known["poznan"][0].Country != "PL" {
		t.Errorf("known are %v, missing %v", slices.Collect(maps.Keys(known)), missing)
	}
	most := 0
	for i := range 3 * mostCounterparts {
		id := record.ID(strconv.Itoa(i))
		c.add([]record.ID{id}, lie(id))
		if _, missing := c.some([]record.ID{id}); len(missing) > 0 {
			t.Fatalf("%v is not remembered", missing)
		}
		most = max(most, len(c.of))
	}
	if most != mostCounterparts/2 {
		t.Errorf("%d relations with two partners are remembered", most)
	}
}
