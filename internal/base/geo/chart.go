package geo

import "math"

// A Chart maps the globe, or a part of it, to a sheet: x to the east and y to the south, in units of the sheet.
type Chart struct {
	Width, Height float64
	cone          *cone // nil for Equal Earth
	scale, dx, dy float64
}

// An XY is a point on a Chart.
type XY struct{ X, Y float64 }

// World is the whole world but for the ice in the south, in the Equal Earth projection: areas are true, Greenwich is in
// the middle, and the map is cut at ±180°. The land that belongs to it is assets/img/world.svg.
func World() *Chart { return &Chart{Width: 1000, Height: 446, scale: 184, dx: 500, dy: 247} }

// Europe is Europe with its surroundings, in the conformal conic projection on 40° N and 60° N, around 51.3° N 16.5° E.
// The land that belongs to it is assets/img/europe.svg.
func Europe() *Chart {
	c := &Chart{Width: 1000, Height: 730, cone: conic(40, 60, 16.5), scale: 1130}
	middle := c.At(Point{Lat: 51.3, Lon: 16.5})
	c.dx, c.dy = c.Width/2-middle.X, c.Height/2-middle.Y
	return c
}

// At returns where a point lies, perhaps outside of the sheet.
func (c *Chart) At(p Point) XY {
	project := equalEarth
	if c.cone != nil {
		project = c.cone.project
	}
	x, y := project(p)
	return XY{c.dx + c.scale*x, c.dy - c.scale*y}
}

// Holds reports whether a point of the chart lies on its sheet, at least margin away from the edge.
func (c *Chart) Holds(at XY, margin float64) bool {
	return at.X >= margin && at.X <= c.Width-margin && at.Y >= margin && at.Y <= c.Height-margin
}

// Arc returns the shortest way from a to b as far as it is seen: lines of straight pieces that stray from it by no more
// than within, in units of the sheet. There is none if no part of it lies on the sheet.
func (c *Chart) Arc(a, b Point, within float64) [][]XY {
	way := follow(a, b, c, func(p, mid, q stop) bool {
		from, half, to := p.on, mid.on, q.on
		if !c.near(from) && !c.near(half) && !c.near(to) {
			return true // nobody sees how straight it is
		}
		x, y := (from.X+to.X)/2-half.X, (from.Y+to.Y)/2-half.Y
		return x*x+y*y <= within*within
	})
	var out [][]XY
	for _, line := range cut(a, b, way) {
		out = append(out, c.seen(line)...)
	}
	return out
}

// near reports whether a point lies on the sheet or a little outside.
func (c *Chart) near(at XY) bool { return c.Holds(at, -max(c.Width, c.Height)/10) }

// seen projects a line and cuts off what lies outside of the sheet.
func (c *Chart) seen(line []Point) (out [][]XY) {
	var run []XY
	p := c.At(line[0])
	for _, next := range line[1:] {
		q := c.At(next)
		from, to, ok := c.clip(p, q)
		switch {
		case !ok:
		case run != nil && run[len(run)-1] == from:
			run = append(run, to)
		default:
			if run != nil {
				out = append(out, run)
			}
			run = append(make([]XY, 0, len(line)), from, to)
		}
		p = q
	}
	if run != nil {
		out = append(out, run)
	}
	return out
}

// clip returns the part of a straight piece that lies on the sheet or less than a unit outside; ok is false if there is none.
//
// Source: Y.-D. Liang, B. A. Barsky, "A New Concept and Method for Line Clipping", ACM Transactions on Graphics 3 (1984).
func (c *Chart) clip(p, q XY) (from, to XY, ok bool) {
	const margin = 1
	dx, dy := q.X-p.X, q.Y-p.Y
	enter, leave := 0.0, 1.0
	for _, side := range [...]struct{ towards, room float64 }{
		{-dx, p.X + margin}, {dx, c.Width + margin - p.X}, {-dy, p.Y + margin}, {dy, c.Height + margin - p.Y},
	} {
		switch at := side.room / side.towards; {
		case side.towards == 0 && side.room < 0:
			return p, q, false
		case side.towards < 0:
			enter = max(enter, at)
		case side.towards > 0:
			leave = min(leave, at)
		}
	}
	if enter > leave {
		return p, q, false
	}
	from, to = p, q
	if enter > 0 {
		from = XY{p.X + enter*dx, p.Y + enter*dy}
	}
	if leave < 1 {
		to = XY{p.X + leave*dx, p.Y + leave*dy}
	}
	return from, to, true
}

// equalEarth is the projection of the sphere with radius 1.
//
// Source: B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection", International Journal of Geographical
// Information Science 33 (2019), pp. 454–465, equations 4 to 6; published online in 2018.
func equalEarth(p Point) (x, y float64) {
	const a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
	sin := math.Sqrt(3) / 2 * math.Sin(radians(p.Lat))
	θ, cos := math.Asin(sin), math.Sqrt(1-sin*sin)
	s := θ * θ
	t := s * s * s
	x = 2 * math.Sqrt(3) * radians(p.Lon) * cos / (3 * (a1 + 3*a2*s + t*(7*a3+9*a4*s)))
	return x, θ * (a1 + a2*s + t*(a3+a4*s))
}

// A cone is what a conformal conic projection is made from.
type cone struct{ n, f, meridian float64 }

// conic returns the cone that cuts the globe at two parallels, with one meridian upright.
//
// Source: J. P. Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395 (1987), equations 15-1 to 15-3.
func conic(south, north, meridian float64) *cone {
	t := func(φ float64) float64 { return math.Tan(math.Pi/4 + radians(φ)/2) }
	n := math.Log(math.Cos(radians(south))/math.Cos(radians(north))) / math.Log(t(north)/t(south))
	return &cone{n: n, f: math.Cos(radians(south)) * math.Pow(t(south), n) / n, meridian: meridian}
}

// project maps the sphere with radius 1. The south pole, which is infinitely far, is drawn very far.
func (k *cone) project(p Point) (x, y float64) {
	φ := radians(max(p.Lat, -89.9))
	sin, cos := math.Sincos(k.n * radians(lonDiff(k.meridian, p.Lon)))
	r := k.f / math.Pow(math.Tan(math.Pi/4+φ/2), k.n)
	return r * sin, k.f - r*cos
}
