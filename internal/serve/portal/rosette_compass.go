package portal

import (
	"fmt"
	"html"
	"math"
	"slices"
	"strings"
)

// A Spoke is one city on the Compass.
type Spoke struct {
	Km      float64 // from the home city
	Bearing float64 // degrees clockwise from north, as seen from the home city
}

// Compass is the drawing that opens the home page: the home thread in the middle, and a golden thread to each city in
// its direction. The farther the city, the longer the thread, on a logarithmic scale; the three rings stand for 100,
// 1,000 and 10,000 kilometres.
//
// The element is hidden from assistive technology, as the same cities are listed on the page. id must be unique there.
// Cities in any order give the same drawing; one without a distance is left out.
func Compass(id string, spokes []Spoke) string {
	id = html.EscapeString(id)
	var b strings.Builder
	b.WriteString(`<svg class="k-art" viewBox="-200 -200 400 400" aria-hidden="true">`)
	for _, km := range []float64{100, 1000, 10000} {
		fmt.Fprintf(&b, `<circle class="a-ring" r="%s"/>`, svgNumber(compassRadius(km)))
	}
	var lines svgPath
	var dots strings.Builder
	for _, s := range inOrder(spokes) {
		sin, cos := math.Sincos(s.Bearing * math.Pi / 180)
		outer := compassRadius(s.Km)
		lines.command('M', 0, 0)
		lines.command('L', outer*sin, -outer*cos)
		fmt.Fprintf(&dots, `<circle class="a-dot" cx="%s" cy="%s" r="4.5"/>`, svgNumber(outer*sin), svgNumber(-outer*cos))
	}
	if lines.Len() > 0 {
		fmt.Fprintf(&b, `<path class="a-them" d="%s"/>`, lines.String())
	}
	fmt.Fprintf(&b, `<path id="%s-us" class="a-us" d="%s"/>`, id, threadPath(homeRadius, homeAmplitude, homeLobes))
	turnedCopies(&b, id+"-us", 3, 20)
	b.WriteString(dots.String())
	b.WriteString(`<path class="a-north" d="M0-196v12"/><circle class="a-home" r="5"/></svg>`)
	return b.String()
}

// inOrder returns the spokes that can be drawn, sorted by bearing and distance.
func inOrder(spokes []Spoke) []Spoke {
	known := slices.DeleteFunc(slices.Clone(spokes), func(s Spoke) bool {
		return !(s.Km > 0) || math.IsInf(s.Km, 0) || math.IsNaN(s.Bearing) || math.IsInf(s.Bearing, 0)
	})
	slices.SortFunc(known, func(a, b Spoke) int {
		switch {
		case a.Bearing != b.Bearing && a.Bearing < b.Bearing, a.Bearing == b.Bearing && a.Km < b.Km:
			return -1
		case a == b:
			return 0
		}
		return 1
	})
	return known
}

// compassRadius places a distance on the drawing: 100 km at 112, then 39 more for each tenfold. What is nearer than
// 60 km stays clear of the home thread.
func compassRadius(km float64) float64 {
	return 112 + 39*(math.Log10(max(km, 60))-2)
}
