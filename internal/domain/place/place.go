// Package place holds the places of the world that records refer to: countries, regions, cities, districts, venues.
// All offices share them.
package place

import (
	"regexp"
	"time"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/geo"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
)

// A Place is somewhere that a record refers to. What nobody refers to stays in the gazetteer.
type Place struct {
	record.Base
	Name     i18n.Text // as it is shown; the name on the spot under its own language
	Level    Level
	Country  string // ISO 3166-1 alpha-2
	Parent   record.ID
	Aliases  []Alias
	Lat, Lon record.Decimal // WGS 84, degrees
	Zone     string         // IANA time zone; empty where it is not known, and then no clock is shown
	Local    string         // the language of the place itself, in which Name has the native form
	Website  string
	Wikidata string // Q-number
	GeoNames string // number in GeoNames; unique
	AGS      string // official municipality key, Germany
	NUTS     string
	About    i18n.Text
}

// Level says what kind of place it is.
type Level string

// The levels of places.
const (
	Country  Level = "country"
	Region   Level = "region"
	City     Level = "city"
	District Level = "district"
	Venue    Level = "venue"
)

// An Alias is another name under which people look for the place.
type Alias struct {
	record.Part
	Name     string
	Lang     string // BCP 47; empty for none in particular
	Historic bool
}

// Fields names what is stored, shown, checked and exported.
func (p *Place) Fields(f *record.Fields) {
	record.Text(f, "name", &p.Name).Required().Max(200).Sorted()
	record.Enum(f, "level", &p.Level, Country, Region, City, District, Venue).Required()
	record.String(f, "country", &p.Country).Max(2).Facet("country")
	record.RefOne(f, "parent", &p.Parent, "place").Tree()
	record.List(f, "aliases", &p.Aliases)
	record.Number(f, "lat", &p.Lat)
	record.Number(f, "lon", &p.Lon)
	record.String(f, "zone", &p.Zone).Max(64)
	record.String(f, "local", &p.Local).Max(35)
	record.String(f, "website", &p.Website).Max(500).URL()
	record.String(f, "wikidata", &p.Wikidata).Max(20).Shape(wikidata)
	record.String(f, "geonames", &p.GeoNames).Max(12).Shape(number).Unique()
	record.String(f, "ags", &p.AGS).Max(12).Shape(ags)
	record.String(f, "nuts", &p.NUTS).Max(8).Shape(nuts)
	record.Markdown(f, "about", &p.About).Max(20000).Search(record.AsBody)
}

// Fields names what is kept of an alias.
func (a *Alias) Fields(f *record.Fields) {
	record.String(f, "name", &a.Name).Required().Max(200).Search(record.AsAlias)
	record.String(f, "lang", &a.Lang).Max(35)
	record.Bool(f, "historic", &a.Historic)
}

// How the numbers and codes of a place look.
var (
	wikidata = regexp.MustCompile(`^Q[1-9][0-9]*$`)
	number   = regexp.MustCompile(`^[1-9][0-9]*$`)
	ags      = regexp.MustCompile(`^[0-9]{2,12}$`)
	nuts     = regexp.MustCompile(`^[A-Z]{2}[0-9A-Z]{0,3}$`)
)

// Check refuses coordinates off the globe or half known, and time zones and countries that nobody knows.
func (p *Place) Check(v fault.Invalid) {
	if (p.Lat == "") != (p.Lon == "") {
		v.Add("lon", "place.half_a_point")
	}
	if _, known := p.Point(); p.Lat != "" && p.Lon != "" && !known {
		v.Add("lat", "place.off_the_globe")
	}
	if _, err := time.LoadLocation(p.Zone); err != nil || p.Zone == "Local" {
		v.Add("zone", "bad_value")
	}
	if p.Country != "" && !i18n.IsCountry(p.Country) {
		v.Add("country", "bad_value")
	}
}

// Point returns where the place lies; ok is false if that is not known.
func (p *Place) Point() (pt geo.Point, ok bool) { return PointOf(p.Lat, p.Lon) }

// PointOf reads a point from its two numbers; ok is false if one is missing or off the globe.
func PointOf(lat, lon record.Decimal) (pt geo.Point, ok bool) {
	return geo.Parse(string(lat), string(lon))
}

// A Store reads and writes places.
type Store = record.Store[Place, *Place]

// NewStore returns the store of places.
func NewStore(k *record.Kernel) *Store {
	return record.NewStore[Place](k, record.Kind{
		Name: "place", Plural: "places", Title: "name", Shared: true, Slugged: true, Policy: record.Common(),
		Filters: []record.Filter{
			{Name: "country", Where: `place.country IN (@)`, Expand: i18n.CountryOf, Facet: "country"},
			{Name: "continent", Where: `place.country IN (@)`, Expand: i18n.CountriesOf, Facet: "country"},
			{Name: "geonames", Where: `place.geonames IN (@)`},
		},
		Sorts: []string{"name", "changed_at"},
	})
}
