package search

import (
	"errors"
	"reflect"
	"testing"
)

func TestPackedIsUnpacked(t *testing.T) {
	fields := []Field{
		{Name: "title", Class: Title, Lang: "de", Text: "Poznań"},
		{Name: "note", Class: Body, Internal: true, Text: "3:a\n:4:ab 広島"},
		{Name: "", Class: Alias, Text: ""},
		{Name: "name", Class: Byname, Text: "Posen"},
	}
	if got, err := unpackFields(packFields(fields)); err != nil || !reflect.DeepEqual(got, fields) {
		t.Errorf("%+v, %v", got, err)
	}
	facets := []Facet{{"country", "PL"}, {"theme", ""}}
	if got, err := unpackFacets(packFacets(facets)); err != nil || !reflect.DeepEqual(got, facets) {
		t.Errorf("%+v, %v", got, err)
	}
	if got, err := unpackFields(""); got != nil || err != nil {
		t.Errorf("of nothing: %+v, %v", got, err)
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add(packFields([]Field{{Name: "title", Class: Title, Lang: "de", Text: "Poznań"}}))
	for _, s := range []string{"", ":", "5:a", "-1:", "1:a1:b", "[{}]", "99999999999999999999:", "1:a1:x1:c1:d"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fields, err := unpackFields(s)
		if err != nil && !errors.Is(err, errPacked) {
			t.Error(err)
		}
		if again, err := unpackFields(packFields(fields)); err != nil || !reflect.DeepEqual(again, fields) {
			t.Errorf("%q: %+v, then %+v, %v", s, fields, again, err)
		}
		if facets, err := unpackFacets(s); err == nil {
			if again, err := unpackFacets(packFacets(facets)); err != nil || !reflect.DeepEqual(again, facets) {
				t.Errorf("%q: %+v, then %+v, %v", s, facets, again, err)
			}
		}
	})
}
