package demo

import (
	"slices"

	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/place"
)

// naturalEarth holds the points of cities, in the public domain.
const naturalEarth cite = "Natural Earth: Populated Places 1:10m | https://github.com/martynafford/natural-earth-geojson"

// pointFacts returns from where the points of places are that are not those of the gazetteer.
func pointFacts() []fact.Fact {
	all := places()
	var out []fact.Fact
	from := func(source cite, tag string, keys ...string) {
		for _, key := range keys {
			i := slices.IndexFunc(all, func(p place.Place) bool { return p.ID == id("place", key) })
			out = append(out, said("place", key, "coordinates", tag, fact.Fact{Text: alike(string(all[i].Lat + ", " + all[i].Lon)), Side: fact.Third}, source))
		}
	}
	from(naturalEarth, "natural-earth", "hannover", "bristol", "perpignan", "rouen", "blantyre", "poznan", "hiroshima", "leipzig", "changde",
		"shenzhen", "ivanovo", "yekaterinburg", "konya", "diyarbakir", "kansas-city", "ottawa", "mykolaiv", "bordeaux", "bollnaes")
	from(wikiPetit, "wikipedia", "petit-couronne")
	return out
}
