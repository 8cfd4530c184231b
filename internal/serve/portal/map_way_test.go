package portal

import (
	"testing"

	"kontor.example/internal/base/geo"
)

// A way that is remembered is drawn as one that is not: each from its home, on its own sheet.
func TestWaysAreRememberedAsTheyAre(t *testing.T) {
	var known ways
	hannover, suva, hiroshima := geo.Point{Lat: 52.37, Lon: 9.72}, geo.Point{Lat: -18.1, Lon: 178.4}, geo.Point{Lat: 34.4, Lon: 132.5}
	drawn := map[string]bool{}
	for range 2 {
		for _, chart := range []*geo.Chart{geo.World(), geo.Europe()} {
			for _, w := range [][2]geo.Point{{hannover, hiroshima}, {suva, hiroshima}, {hannover, suva}} {
				got, want := known.path(chart, w[0], w[1]), (*ways)(nil).path(chart, w[0], w[1])
				if got != want {
					t.Errorf("from %v to %v on a sheet %v high: %s, want %s", w[0], w[1], chart.Height, got, want)
				}
				drawn[want] = true
			}
		}
	}
	if len(drawn) < 5 {
		t.Errorf("only %d ways differ", len(drawn))
	}
}

// However many ways are drawn, no more than so many are remembered.
func TestOnlySoManyWaysAreRemembered(t *testing.T) {
	var known ways
	chart := geo.World()
	for i := range mostWays + 10 {
		known.path(chart, geo.Point{Lat: 1}, geo.Point{Lat: 1, Lon: float64(i) / mostWays})
		if len(known.drawn) > mostWays {
			t.Fatalf("%d ways", len(known.drawn))
		}
	}
	if len(known.drawn) != 10 {
		t.Errorf("%d ways are left", len(known.drawn))
	}
}
