package portal

import (
	"strings"
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/office"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/serve/web"
	"kontor.example/locales"
)

// A place of the gazetteer shows what is known of it: not that it has no inhabitants, nor where it lies if nobody knows; of its
// names no more than can be read; and the way back to the places.
func TestAPlaceOfTheGazetteerShowsWhatIsKnown(t *testing.T) {
	words, err := i18n.NewCatalog(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	compose := func(b place.Unclaimed) barePage {
		return composeBare(&web.Page{Localizer: words.Localizer("de"), Site: &web.Site{}, Office: &office.Office{}}, place.Spot{}, nil, b)
	}
	told := func(v barePage) (labels string) {
		for _, f := range v.Facts {
			labels += f.Label + "; "
		}
		return labels
	}
	v := compose(place.Unclaimed{Number: "1", Name: "Musterdorf", Population: "0", Others: strings.Fields(strings.Repeat("x ", 20))})
	if v.Map != nil || len(v.Keys) > 0 || told(v) != "Kennungen; Andere Schreibweisen; " || len(v.Facts[1].Values) != 16 {
		t.Errorf("of what nobody knows: %s%+v", told(v), v)
	}
	if len(v.Crumbs) != 1 || v.Crumbs[0].Href != "/de/places" {
		t.Errorf("it leads back to %+v", v.Crumbs)
	}
	v = compose(place.Unclaimed{Number: "1", Name: "Musterdorf", Population: "1", Lat: "50", Lon: "10"})
	if v.Map == nil || told(v) != "Einwohnerzahl; Koordinaten; Kennungen; " {
		t.Errorf("of what is known: %s%+v", told(v), v)
	}
}
