package portal

import (
	"fmt"
	"html"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Spoke is one city on the Compass.
type Spoke struct {
	Name    string  // written near its dot; may be empty
	Km      float64 // from the home city
	Bearing float64 // degrees clockwise from north, as seen from the home city
}

// Compass is the drawing that opens the home page: the home thread in the middle, and a golden thread to each city in
// its direction, with its name. The farther the city, the longer the thread, on a logarithmic scale; the three rings stand for 100,
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
	known := inOrder(spokes)
	var lines svgPath
	var dots strings.Builder
	for _, s := range known {
		x, y := s.at()
		lines.command('M', 0, 0)
		lines.command('L', x, y)
		fmt.Fprintf(&dots, `<circle class="a-dot" cx="%s" cy="%s" r="4.5"/>`, svgNumber(x), svgNumber(y))
	}
	if lines.Len() > 0 {
		fmt.Fprintf(&b, `<path class="a-ray" d="%s"/>`, lines.String())
	}
	fmt.Fprintf(&b, `<path id="%s-us" class="a-us" d="%s"/>`, id, threadPath(homeRadius, homeAmplitude, homeLobes))
	turnedCopies(&b, id+"-us", 3, 20)
	b.WriteString(dots.String())
	fmt.Fprintf(&b, `<path class="a-north" d="M0%dv%d"/><circle class="a-home" r="5"/>`, northTop, northFoot-northTop)
	for _, l := range labels(known) { // last, so that they lie above all lines
		fmt.Fprintf(&b, `<text class="a-name" x="%s" y="%s">%s</text>`, svgNumber(l.x), svgNumber(l.y), html.EscapeString(l.name))
	}
	b.WriteString("</svg>")
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
		case a.Bearing == b.Bearing && a.Km == b.Km:
			return strings.Compare(a.Name, b.Name)
		}
		return 1
	})
	return known
}

// at is where the city's dot lies, seen from the middle of the drawing.
func (s Spoke) at() (x, y float64) {
	sin, cos := math.Sincos(s.Bearing * math.Pi / 180)
	r := compassRadius(s.Km)
	return r * sin, -r * cos
}

// A label is a city's name, centred at x on a line of writing at y.
type label struct {
	name string
	x, y float64
	half float64 // of its width, as estimated
}

// northTop and northFoot are where the tick for north begins and ends: it stands on the outermost ring, where it leaves
// the most room for names.
const northTop, northFoot = -200, -190

// fewNames is how many names a drawing always has room for.
const fewNames = 8

// labels finds room for the names: outside the dot as seen from the middle, or else on its other side, or else beside
// it. A name that would cover another, another city's dot or the tick for north, or stand on another's dot as if it were its
// own, moves to the nearest free room where the cities are few;
// where they are many it is left out, as the list beside the drawing holds all.
func labels(spokes []Spoke) []label {
	const size, glyph, edge = 17, 8.6, 198 // a line of writing, half a letter's room on both sides, the drawing's border
	const tall, aside = 15, 4              // the highest letters, and what stays free beside a name
	const above, under = 26, 15            // a dot so near a name would be taken for its own
	var out []label
	free := func(l label, own int) bool {
		if math.Abs(l.x) < l.half+aside && l.y-tall < northFoot {
			return false
		}
		for _, o := range out {
			if math.Abs(o.x-l.x) < o.half+l.half+aside && math.Abs(o.y-l.y) < size {
				return false
			}
		}
		for i, s := range spokes {
			if x, y := s.at(); i != own && math.Abs(x-l.x) < l.half+6 && y > l.y-above && y < l.y+under {
				return false
			}
		}
		return true
	}
	for i, s := range spokes {
		name := brief(s.Name)
		if name == "" {
			continue
		}
		x, y := s.at()
		half := glyph * float64(utf8.RuneCountInString(name)) / 2
		within := max(-edge+half, min(edge-half, x))
		places := []label{{name, within, y - 11, half}, {name, within, y + 21, half}}
		if y > 0 {
			slices.Reverse(places)
		}
		outward := math.Copysign(half+10, x)
		if l := (label{name, x + outward, y + 5, half}); math.Abs(l.x)+half <= edge {
			places = append(places, l)
		}
		own := func(l label) bool { return free(l, i) }
		switch at := slices.IndexFunc(places, own); {
		case at >= 0:
			out = append(out, places[at])
		case len(spokes) <= fewNames:
			out = append(out, nearestRoom(places[0], edge, own))
		}
	}
	return out
}

// nearestRoom returns the free place in the drawing that is nearest to where the label would be, or the label itself where
// there is none.
func nearestRoom(l label, edge float64, free func(label) bool) label {
	const step = 6
	best, least := l, math.Inf(1)
	for y := -edge + 17; y <= edge-6; y += step {
		for x := -edge + l.half; x <= edge-l.half; x += step {
			o := label{l.name, x, y, l.half}
			if far := math.Hypot(x-l.x, y-l.y); far < least && free(o) {
				best, least = o, far
			}
		}
	}
	return best
}

// compassRadius places a distance on the drawing: 100 km at 112, then 39 more for each tenfold. What is nearer than
// 60 km stays clear of the home thread.
func compassRadius(km float64) float64 {
	return 112 + 39*(math.Log10(max(km, 60))-2)
}
