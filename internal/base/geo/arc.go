package geo

import "math"

// Arc returns the shortest way from a to b over the globe as lines of straight pieces: one line or, where it crosses the
// meridian of ±180°, two, of which the first ends and the second begins on that meridian (RFC 7946, section 3.1.9).
//
// Each line has at least two points, the first is a and the last b. A piece strays from the great circle by no more than
// about ten kilometres, and is at most thirty degrees long. Between antipodes every way is as short; it leads over the
// north pole, from pole to pole along the meridian of Greenwich.
func Arc(a, b Point) [][]Point {
	return cut(a, b, follow(a, b, nil, func(p, mid, q stop) bool {
		const within = 0.1 // degrees
		half := lonDiff(p.Lon, q.Lon) / 2
		east := lonDiff(p.Lon+half, mid.Lon) * math.Cos(radians(mid.Lat))
		north := (p.Lat+q.Lat)/2 - mid.Lat
		return east*east+north*north <= within*within
	}))
}

// deepest is how often a great circle is halved at most: to pieces shorter than five kilometres.
const deepest = 12

// A stop is a point on the way, by all its names.
type stop struct {
	Point
	vector
	on XY // where it lies on a chart, if there is one
}

// follow returns points on the great circle from a to b, both included, so near to each other that flat holds: that the
// way from p to q over mid, which lies in the middle, may be drawn as one straight piece. Flat sees them on chart, which
// may be nil.
func follow(a, b Point, chart *Chart, flat func(p, mid, q stop) bool) []Point {
	const longest = 0.866 // cosine of 30°; a longer way may bend to both sides, and mid would not tell
	at := func(p Point, v vector) stop {
		s := stop{Point: p, vector: v}
		if chart != nil {
			s.on = chart.At(p)
		}
		return s
	}
	out := append(make([]Point, 0, 32), a)
	var halve func(p, q stop, depth int)
	halve = func(p, q stop, depth int) {
		if depth < deepest && p.vector != q.vector {
			v := between(p.vector, q.vector)
			if mid := at(v.point(), v); p.dot(q.vector) < longest || !flat(p, mid, q) {
				halve(p, mid, depth+1)
				halve(mid, q, depth+1)
				return
			}
		}
		out = append(out, q.Point)
	}
	from, to := at(a, a.vector()), at(b, b.vector())
	halve(from, to, 0)
	return out
}

// cut parts a way from a to b, given by points on it, where it crosses ±180°.
func cut(a, b Point, way []Point) [][]Point {
	line := append(make([]Point, 0, len(way)+1), way[0])
	var out [][]Point
	normal := a.vector().cross(b.vector())
	for _, q := range way[1:] {
		last := &line[len(line)-1]
		crosses := math.Abs(q.Lon-last.Lon) > 180
		switch {
		case crosses && math.Abs(q.Lon) == 180: // the same meridian by its other name
			q.Lon = -q.Lon
		case crosses && math.Abs(last.Lon) == 180 && len(line) == 1:
			last.Lon = -last.Lon
		case crosses && math.Abs(last.Lon) == 180:
			out, line = append(out, line), []Point{{last.Lat, -last.Lon}}
		case crosses:
			edge := Point{Lat: (last.Lat + q.Lat) / 2, Lon: math.Copysign(180, last.Lon)}
			if normal.z != 0 { // it is where the plane of the great circle meets y = 0, x < 0
				edge.Lat = math.Atan(normal.x/normal.z) * 180 / math.Pi
			}
			out, line = append(out, append(line, edge)), []Point{{edge.Lat, -edge.Lon}}
		}
		line = append(line, q)
	}
	return append(out, line)
}

// A vector points from the middle of the globe to a point on it.
type vector struct{ x, y, z float64 }

func (p Point) vector() vector {
	sinφ, cosφ := math.Sincos(radians(p.Lat))
	sinλ, cosλ := math.Sincos(radians(p.Lon))
	return vector{cosφ * cosλ, cosφ * sinλ, sinφ}
}

func (v vector) point() Point {
	return Point{Lat: math.Atan2(v.z, math.Sqrt(v.x*v.x+v.y*v.y)) * 180 / math.Pi, Lon: math.Atan2(v.y, v.x) * 180 / math.Pi}
}

func (v vector) dot(w vector) float64 { return v.x*w.x + v.y*w.y + v.z*w.z }

func (v vector) cross(w vector) vector {
	return vector{v.y*w.z - v.z*w.y, v.z*w.x - v.x*w.z, v.x*w.y - v.y*w.x}
}

// between is the middle of the shortest way from u to v.
func between(u, v vector) vector {
	m := vector{u.x + v.x, u.y + v.y, u.z + v.z}
	n := math.Sqrt(m.dot(m))
	switch {
	case n > 1e-9:
		return vector{m.x / n, m.y / n, m.z / n}
	case math.Abs(u.z) > 1-1e-9:
		return vector{1, 0, 0}
	}
	return vector{0, 0, 1}
}

// lonDiff is how far it is eastwards from one longitude to another, -180 to 180 degrees.
func lonDiff(from, to float64) float64 {
	d := turn(to - from)
	if d > 180 {
		d -= 360
	}
	return d
}
