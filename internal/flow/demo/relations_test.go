package demo

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/geo"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/engine/record"
)

// The kilometres were computed from the same points by another program.
func TestPlacesLieWhereTheyShould(t *testing.T) {
	km := map[string]int{
		"bristol": 849, "perpignan": 1189, "rouen": 687, "blantyre": 7960, "poznan": 487, "hiroshima": 8887, "leipzig": 218,
		"changde": 8241, "shenzhen": 8961, "ivanovo": 2057, "yekaterinburg": 3237, "konya": 2386, "diyarbakir": 2849,
		"kansas-city": 7508, "ottawa": 5921, "mykolaiv": 1703, "petit-couronne": 693, "shepton-mallet": 853,
		"bollnaes": 1076, "oissel": 692, "flekkefjord": 687, "kankaanpaa": 1295, "morso": 495, "bordeaux": 1126,
		"belfast": 1062, "daegu": 8561, "gent": 438, "katowice": 688, "liverpool": 858, "london-ontario": 6430,
		"nantes": 989, "koszalin": 475, "malmoe": 419,
	}
	byID := map[record.ID]place.Place{}
	for _, p := range places() {
		byID[p.ID] = p
	}
	home := byID[id("place", "hannover")]
	from, known := home.Point()
	if !known {
		t.Fatal("nobody knows where Hannover lies")
	}
	for key, want := range km {
		p, there := byID[id("place", key)]
		to, known := p.Point()
		if !there || !known {
			t.Errorf("%s has no point", key)
		} else if got := int(math.Round(geo.Distance(from, to))); got != want {
			t.Errorf("%s is %d km away, not %d", key, got, want)
		}
	}
	for _, key := range []string{"belen", "newcastle", "misburg-anderten", "ahlem-badenstedt-davenstedt"} {
		if p := byID[id("place", key)]; p.ID == "" || p.Lat != "" || p.Lon != "" {
			t.Errorf("%s should be a place without a point", key)
		}
	}
}

func TestRelationsOfTheSeed(t *testing.T) {
	if n := len(twinnings()); n != 7 {
		t.Errorf("%d twinnings", n)
	}
	if n := len(cooperations()); n != 10 {
		t.Errorf("%d cooperations", n)
	}
	if n := len(otherRelations()); n != 3 {
		t.Errorf("%d other relations", n)
	}
	resting := 0
	for _, r := range otherRelations() {
		for _, s := range r.Sides {
			if s.Status == "resting" {
				resting++
			}
		}
	}
	if resting != 2 {
		t.Errorf("%d sides of the ring rest", resting)
	}
}

// A relation begins on the day that the preferred one of its facts says.
func TestRelationsBeginAsTheirFactsSay(t *testing.T) {
	begins := map[record.ID]date.Partial{}
	for _, f := range relationFacts() {
		if f.Property == "since" && f.Preferred {
			begins[f.Subject.ID] = f.Day
		}
	}
	compared := 0
	for _, r := range slices.Concat(twinnings(), cooperations(), otherRelations()) {
		day, told := begins[r.ID]
		if !told {
			continue
		}
		if compared++; r.Since != day {
			t.Errorf("%s begins on %s, its fact says %s", r.Title, r.Since, day)
		}
	}
	if compared == 0 {
		t.Error("no relation has a preferred fact about its beginning")
	}
}

// Of values that compete, at most one is preferred: it is the one that lists use.
func TestAtMostOneFactIsPreferred(t *testing.T) {
	preferred := map[string]record.ID{}
	for _, f := range relationFacts() {
		if !f.Preferred {
			continue
		}
		about := fmt.Sprint(f.Subject, f.Property, f.Label)
		if other, twice := preferred[about]; twice {
			t.Errorf("%s and %s are both preferred", other, f.ID)
		}
		preferred[about] = f.ID
	}
}

func TestFactsOfRelationsNameASource(t *testing.T) {
	for _, f := range relationFacts() {
		if len(f.Sources) == 0 {
			t.Errorf("%s %s has no source", f.Property, f.Text)
		}
		for _, s := range f.Sources {
			if s.Title == "" {
				t.Errorf("%s %s has a source without a name", f.Property, f.Text)
			}
		}
	}
}

// Whatever people read is there in German and English; dates are dates and numbers are numbers.
func TestRelationsAreCompleteInBothLanguages(t *testing.T) {
	eachText(t, places())
	eachText(t, societies())
	eachText(t, twinnings())
	eachText(t, cooperations())
	eachText(t, otherRelations())
	eachText(t, agreements())
	eachText(t, relationFacts())
	eachText(t, relationLinks())
}

func eachText[T any](t *testing.T, all []T) {
	t.Helper()
	seen := map[record.ID]bool{}
	for i := range all {
		v := reflect.ValueOf(all[i])
		key, _ := v.FieldByName("ID").Interface().(record.ID)
		if seen[key] {
			t.Errorf("%s comes twice: %v", key, all[i])
		}
		seen[key] = true
		inspect(t, v)
	}
}

func inspect(t *testing.T, v reflect.Value) {
	t.Helper()
	switch x := v.Interface().(type) {
	case i18n.Text:
		if m := x.Map(); !x.Empty() && (m["de"] == "" || m["en"] == "") {
			t.Errorf("%s lacks a language", x)
		}
		return
	case date.Partial:
		if _, ok := date.Parse(string(x)); !ok {
			t.Errorf("%s is no date", x)
		}
		return
	case record.Decimal:
		if x != "" && !x.Valid() {
			t.Errorf("%s is no number", x)
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			inspect(t, v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			inspect(t, v.Index(i))
		}
	}
}
