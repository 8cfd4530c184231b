package geo_test

import (
	"math"
	"testing"

	"kontor.example/internal/base/geo"
)

var hannover = geo.Point{Lat: 52.36697, Lon: 9.71666}

func TestFromHannoverToItsPartners(t *testing.T) {
	for _, to := range []struct {
		city  string
		point geo.Point
		km    float64
		wind  string
	}{
		{"Bristol", geo.Point{Lat: 51.45, Lon: -2.58332}, 849, "w"},
		{"Perpignan", geo.Point{Lat: 42.69999, Lon: 2.89997}, 1189, "ssw"},
		{"Rouen", geo.Point{Lat: 49.43041, Lon: 1.07998}, 687, "wsw"},
		{"Blantyre", geo.Point{Lat: -15.79001, Lon: 34.98995}, 7960, "sse"},
		{"Poznań", geo.Point{Lat: 52.40575, Lon: 16.89994}, 487, "e"},
		{"Hiroshima", geo.Point{Lat: 34.38978, Lon: 132.44097}, 8887, "ne"},
		{"Leipzig", geo.Point{Lat: 51.33541, Lon: 12.40998}, 218, "ese"},
	} {
		if km := math.Round(geo.Distance(hannover, to.point)); km != to.km {
			t.Errorf("Hannover to %s: %g km, want %g", to.city, km, to.km)
		}
		if wind := geo.Wind(geo.Bearing(hannover, to.point)); wind != to.wind {
			t.Errorf("Hannover to %s: wind %s, want %s", to.city, wind, to.wind)
		}
	}
}

func TestDistance(t *testing.T) {
	quarter := 6371.0088 * math.Pi / 2
	for _, c := range []struct {
		name string
		a, b geo.Point
		km   float64
	}{
		{"nowhere", hannover, hannover, 0},
		{"equator to pole", geo.Point{}, geo.Point{Lat: 90}, quarter},
		{"across the date line", geo.Point{Lon: 179}, geo.Point{Lon: -179}, quarter / 45},
		{"to the antipode", geo.Point{Lat: 52, Lon: 9}, geo.Point{Lat: -52, Lon: -171}, 2 * quarter},
	} {
		there, back := geo.Distance(c.a, c.b), geo.Distance(c.b, c.a)
		if math.Abs(there-c.km) > 1e-6 || there != back {
			t.Errorf("%s: %g km there, %g back, want %g", c.name, there, back, c.km)
		}
	}
}

func TestBearing(t *testing.T) {
	for _, c := range []struct {
		name    string
		a, b    geo.Point
		degrees float64
	}{
		{"north", geo.Point{}, geo.Point{Lat: 1}, 0},
		{"east", geo.Point{}, geo.Point{Lon: 1}, 90},
		{"south", geo.Point{Lat: 1}, geo.Point{}, 180},
		{"west", geo.Point{}, geo.Point{Lon: -1}, 270},
		{"east over the date line", geo.Point{Lon: 179}, geo.Point{Lon: -179}, 90},
		{"to itself", hannover, hannover, 0},
		{"a hair's breadth west of north", geo.Point{}, geo.Point{Lat: 1, Lon: -1e-20}, 0},
		{"Hannover to Hiroshima", hannover, geo.Point{Lat: 34.38978, Lon: 132.44097}, 44.8},
	} {
		if got := geo.Bearing(c.a, c.b); math.Abs(got-c.degrees) > 0.05 {
			t.Errorf("%s: %g°, want %g°", c.name, got, c.degrees)
		}
	}
}

func TestWindChangesInTheMiddleBetweenTwoWinds(t *testing.T) {
	for bearing, want := range map[float64]string{
		0: "n", 11.2: "n", 11.3: "nne", 45: "ne", 90: "e", 168.8: "s", 180: "s", 270: "w", 348.7: "nnw", 348.8: "n", 359.9: "n",
		360: "n", -90: "w", 725: "n", -1e-20: "n",
	} {
		if got := geo.Wind(bearing); got != want {
			t.Errorf("%g° is %s, want %s", bearing, got, want)
		}
	}
}

// A point off the globe, or of which a number is missing, is none.
func TestParse(t *testing.T) {
	for _, c := range []struct {
		lat, lon string
		ok       bool
	}{
		{"52.4", "9.7", true},
		{"-90", "180", true},
		{"90", "-180", true},
		{"90.1", "0", false},
		{"-90.1", "0", false},
		{"0", "180.1", false},
		{"0", "-180.1", false},
		{"", "9.7", false},
		{"52.4", "", false},
		{"NaN", "0", false},
		{"0", "NaN", false},
	} {
		if p, ok := geo.Parse(c.lat, c.lon); ok != c.ok {
			t.Errorf("%q, %q: %v, %v", c.lat, c.lon, p, ok)
		}
	}
}
