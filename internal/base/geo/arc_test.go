package geo_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"kontor.example/internal/base/geo"
)

// Wherever it leads, an arc begins at a, ends at b, is as long as the shortest way, stays on the map and has no jumps.
func TestArcsAreShortestWays(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		a, b := anywhere(rng), anywhere(rng)
		lines := geo.Arc(a, b)
		if last := lines[len(lines)-1]; lines[0][0] != a || last[len(last)-1] != b {
			t.Fatalf("from %v to %v: %v", a, b, lines)
		}
		length := 0.0
		for i, line := range lines {
			if len(line) < 2 {
				t.Fatalf("from %v to %v: a line of one point", a, b)
			}
			for j := range line[1:] {
				p, q := line[j], line[j+1]
				if math.Abs(p.Lon-q.Lon) > 180 || math.Abs(q.Lon) > 180 || math.Abs(q.Lat) > 90 {
					t.Fatalf("from %v to %v: step from %v to %v", a, b, p, q)
				}
				length += geo.Distance(p, q)
			}
			if i > 0 {
				end, begin := lines[i-1][len(lines[i-1])-1], line[0]
				if math.Abs(end.Lon) != 180 || begin.Lon != -end.Lon || begin.Lat != end.Lat {
					t.Fatalf("from %v to %v: parted at %v and %v", a, b, end, begin)
				}
			}
		}
		if shortest := geo.Distance(a, b); math.Abs(length-shortest) > 1e-6*shortest+1e-6 {
			t.Fatalf("from %v to %v: %v km, shortest %v", a, b, length, shortest)
		}
		if len(lines) > 2 {
			t.Fatalf("from %v to %v: %d lines", a, b, len(lines))
		}
	}
}

func anywhere(rng *rand.Rand) geo.Point {
	return geo.Point{Lat: math.Asin(2*rng.Float64()-1) * 180 / math.Pi, Lon: 360*rng.Float64() - 180}
}

// A straight piece strays from the great circle by little: its middle is as near to the arc as the contract says.
func TestArcsAreSmooth(t *testing.T) {
	for _, line := range geo.Arc(hannover, geo.Point{Lat: 34.39, Lon: 132.45}) {
		for i := range line[1:] {
			p, q := line[i], line[i+1]
			mid := geo.Point{Lat: (p.Lat + q.Lat) / 2, Lon: (p.Lon + q.Lon) / 2}
			if d := geo.Distance(p, mid) + geo.Distance(mid, q) - geo.Distance(p, q); d > 1 {
				t.Errorf("%v to %v: a detour of %v km", p, q, d)
			}
		}
		if n := len(line); n < 8 || n > 60 {
			t.Errorf("%d points", n)
		}
	}
}

func TestArcsAcrossTheDateLine(t *testing.T) {
	tokyo, seattle, fiji := geo.Point{Lat: 35.69, Lon: 139.69}, geo.Point{Lat: 47.61, Lon: -122.33}, geo.Point{Lat: -17, Lon: 180}
	for name, c := range map[string]struct {
		a, b  geo.Point
		lines int
	}{
		"eastwards":            {tokyo, seattle, 2},
		"westwards":            {seattle, tokyo, 2},
		"from Hannover":        {hannover, geo.Point{Lat: 71.29, Lon: -156.79}, 1},
		"from the line, east":  {fiji, geo.Point{Lat: -14, Lon: -171}, 1},
		"from the line, west":  {fiji, geo.Point{Lat: -14, Lon: 171}, 1},
		"to the line, east":    {geo.Point{Lat: -14, Lon: -171}, fiji, 1},
		"along the line":       {fiji, geo.Point{Lat: 10, Lon: -180}, 1},
		"to itself":            {tokyo, tokyo, 1},
		"over the north pole":  {geo.Point{Lat: 60, Lon: 100}, geo.Point{Lat: 60, Lon: -80}, 1},
		"to the antipode":      {geo.Point{Lat: 10, Lon: 20}, geo.Point{Lat: -10, Lon: -160}, 1},
		"from pole to pole":    {geo.Point{Lat: 90}, geo.Point{Lat: -90}, 1},
		"over a stop on it":    {geo.Point{Lat: 40, Lon: 150}, geo.Point{Lat: 40, Lon: -150}, 2},
		"along the equator":    {geo.Point{Lon: 170}, geo.Point{Lon: -170}, 2},
		"a hair's breadth off": {geo.Point{Lat: 1, Lon: 179.9999999}, geo.Point{Lat: 1, Lon: -179.9999999}, 2},
	} {
		lines := geo.Arc(c.a, c.b)
		if len(lines) != c.lines {
			t.Errorf("%s: %d lines, want %d: %v", name, len(lines), c.lines, lines)
		}
		length := 0.0
		for _, line := range lines {
			for i := range line[1:] {
				if line[i] == line[i+1] && c.a != c.b {
					t.Errorf("%s: twice at %v", name, line[i])
				}
				length += geo.Distance(line[i], line[i+1])
			}
		}
		if want := geo.Distance(c.a, c.b); math.Abs(length-want) > 1e-3 {
			t.Errorf("%s: %v km, want %v", name, length, want)
		}
	}
}

// No piece is long, and none strays far from the arc, also where that bends to both sides: across the equator.
func TestPiecesOfArcsKeepToTheirBounds(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for n := range 500 {
		a, b := anywhere(rng), anywhere(rng)
		if n%2 == 0 { // its middle lies on the straight line
			b = geo.Point{Lat: -a.Lat, Lon: math.Mod(a.Lon+540+40+100*rng.Float64(), 360) - 180}
		}
		for _, line := range geo.Arc(a, b) {
			for i := range line[1:] {
				p, q := line[i], line[i+1]
				if d := geo.Distance(p, q); d > 30.1*111.2 {
					t.Fatalf("from %v to %v: %v km from %v to %v", a, b, d, p, q)
				}
				for _, part := range []float64{0.25, 0.5, 0.75} {
					on := geo.Point{Lat: p.Lat + part*(q.Lat-p.Lat), Lon: p.Lon + part*(q.Lon-p.Lon)}
					if d := strays(on, a, b); d > 15 {
						t.Fatalf("from %v to %v: %v is %v km off", a, b, on, d)
					}
				}
			}
		}
	}
}

// strays is how far a point lies from the great circle through a and b, in kilometres.
func strays(p, a, b geo.Point) float64 {
	turn := (geo.Bearing(a, p) - geo.Bearing(a, b)) * math.Pi / 180
	return math.Abs(math.Asin(math.Sin(geo.Distance(a, p)/6371.0088)*math.Sin(turn))) * 6371.0088
}
