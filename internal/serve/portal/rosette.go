package portal

import (
	"fmt"
	"html"
	"math"
	"strconv"
	"strings"
)

// A Rosette is the drawing that each relation gets, like the guilloche on an old deed. Nothing in it is chosen by hand:
// two threads of the form r(t) = R + A·cos(n·t) turn around one centre in a box of 400 × 400.
//
//   - The white home thread is the same in every drawing: R 72, A 30, six lobes, three copies at 0°, 20° and 40°.
//   - The golden partner thread tells of the relation: the farther the city, the deeper the lobes; their number follows
//     from the year of the first agreement; there is one strand for each full decade since.
//   - The ring is a compass with a tick for north and a dot where the city lies.
//
// The zero Rosette draws the home thread and the ring only.
type Rosette struct {
	amplitude float64 // of the partner thread, 0 without one
	lobes     int
	strands   int
	bearing   float64 // degrees clockwise from north
}

const (
	homeRadius, homeAmplitude, homeLobes = 72, 30, 6
	partnerRadius, leastAmplitude        = 120, 10
	ringRadius                           = 186
	mostStrands                          = 24 // some partnerships count in centuries; beyond this the strands would merge
)

// HomeRosette is the sign of a relation whose place or year is not known.
func HomeRosette() Rosette { return Rosette{} }

// NewRosette draws a relation with a city km kilometres away at bearing degrees, whose first agreement dates from year,
// decades full decades ago (less than one counts as one). Without a distance or a year it is HomeRosette.
func NewRosette(km, bearing float64, year, decades int) Rosette {
	if !(km > 0) || math.IsInf(km, 0) || math.IsNaN(bearing) || math.IsInf(bearing, 0) || year <= 0 {
		return HomeRosette()
	}
	return Rosette{
		amplitude: max(leastAmplitude, 200*(0.05+0.08*math.Log10(km/20))),
		lobes:     5 + year%10 + year/10%3,
		strands:   min(max(decades, 1), mostStrands),
		bearing:   math.Mod(math.Mod(bearing, 360)+360, 360),
	}
}

// SVG writes the drawing as an element for an HTML page, hidden from assistive technology: it stands beside the name it
// belongs to. Strokes and fills come from the stylesheet (a-them, a-us, a-ring, a-north, a-dot, a-home). id must be
// unique on the page, for instance the slug of the relation; the ids within the drawing begin with it.
func (r Rosette) SVG(id string) string {
	id = html.EscapeString(id)
	var b strings.Builder
	b.WriteString(`<svg class="k-art" viewBox="-200 -200 400 400" aria-hidden="true">`)
	if r.strands > 0 {
		strand := 360 / float64(r.strands*r.lobes)
		fmt.Fprintf(&b, `<path id="%s-them" class="a-them" transform="rotate(%s)" d="%s"/>`,
			id, svgNumber(r.bearing), threadPath(partnerRadius, r.amplitude, r.lobes))
		turnedCopies(&b, id+"-them", r.strands, strand)
	}
	fmt.Fprintf(&b, `<path id="%s-us" class="a-us" d="%s"/>`, id, threadPath(homeRadius, homeAmplitude, homeLobes))
	turnedCopies(&b, id+"-us", 3, 20)
	fmt.Fprintf(&b, `<circle class="a-ring" r="%d"/><path class="a-north" d="M0-192v12"/>`, ringRadius)
	if r.strands > 0 {
		sin, cos := math.Sincos(r.bearing * math.Pi / 180)
		fmt.Fprintf(&b, `<circle class="a-dot" cx="%s" cy="%s" r="7"/>`, svgNumber(ringRadius*sin), svgNumber(-ringRadius*cos))
	}
	b.WriteString(`<circle class="a-home" r="5"/></svg>`)
	return b.String()
}

// Mark is the sign in the header: the home thread alone, in the colour of the text around it.
func Mark() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg viewBox="-112 -112 224 224" aria-hidden="true"><g class="a-mark"><path id="mark" d="%s"/>`,
		threadPath(homeRadius, homeAmplitude, homeLobes))
	turnedCopies(&b, "mark", 3, 20)
	b.WriteString(`</g></svg>`)
	return b.String()
}

// turnedCopies repeats the element id until it stands there n times, each copy turned by step degrees more than the one before.
func turnedCopies(b *strings.Builder, id string, n int, step float64) {
	for k := 1; k < n; k++ {
		fmt.Fprintf(b, `<use href="#%s" transform="rotate(%s)"/>`, id, svgNumber(float64(k)*step))
	}
}

// threadPath returns the path of the closed curve r(t) = radius + amplitude·cos(lobes·t), x = r·sin t, y = −r·cos t.
//
// The curve is a uniform Catmull–Rom spline through a few points a lobe, written as cubic Béziers. As such a spline is
// smooth, the first handle of every piece mirrors the second handle of the piece before, which SVG's short command s
// takes for granted: four numbers a piece instead of six. Positions are tracked as rounded, so that errors never add up.
func threadPath(radius, amplitude float64, lobes int) string {
	perLobe := 10
	switch {
	case lobes > 12:
		perLobe = 6
	case lobes > 8:
		perLobe = 8
	}
	n := lobes * perLobe
	point := func(i int) (x, y float64) {
		t := 2 * math.Pi * float64(i) / float64(n)
		r := radius + amplitude*math.Cos(float64(lobes)*t)
		sin, cos := math.Sincos(t)
		return r * sin, -r * cos
	}
	// handle is a third of the tangent at point i: half the way between its neighbours, divided by three.
	handle := func(i int) (x, y float64) {
		ax, ay := point(i - 1)
		bx, by := point(i + 1)
		return (bx - ax) / 6, (by - ay) / 6
	}

	var p svgPath
	x, y := point(0)
	p.command('M', x, y)
	x, y = tenth(x), tenth(y)
	for i := 1; i <= n; i++ {
		px, py := point(i)
		hx, hy := handle(i)
		if i == 1 {
			sx, sy := handle(0)
			p.command('c', sx, sy, px-hx-x, py-hy-y, px-x, py-y)
		} else {
			p.command('s', px-hx-x, py-hy-y, px-x, py-y)
		}
		x, y = tenth(x+tenth(px-x)), tenth(y+tenth(py-y))
	}
	p.WriteByte('z')
	return p.String()
}

// An svgPath collects SVG path commands in as few characters as the grammar allows.
type svgPath struct {
	strings.Builder
	last byte // command written last; a repeated one need not be named again
}

func (p *svgPath) command(name byte, numbers ...float64) {
	named := name != p.last
	if named {
		p.WriteByte(name)
		p.last = name
	}
	for i, f := range numbers {
		var digits [24]byte
		s := appendNumber(digits[:0], f)
		if s[0] != '-' && (i > 0 || !named) { // a minus sign parts numbers as well as a space does
			p.WriteByte(' ')
		}
		p.Write(s)
	}
}

// svgNumber writes f to one decimal place: 12, -3.4, .5.
func svgNumber(f float64) string { return string(appendNumber(nil, f)) }

func appendNumber(dst []byte, f float64) []byte {
	n := int64(math.Round(f * 10))
	if n < 0 {
		dst, n = append(dst, '-'), -n
	}
	if n >= 10 || n == 0 {
		dst = strconv.AppendInt(dst, n/10, 10)
	}
	if n%10 != 0 {
		dst = append(dst, '.', byte('0'+n%10))
	}
	return dst
}

// tenth rounds to one decimal place; what rounds to nothing is a plain zero without sign.
func tenth(f float64) float64 {
	return math.Round(f*10)/10 + 0
}
