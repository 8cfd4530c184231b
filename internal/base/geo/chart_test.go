package geo_test

import (
	"bufio"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"kontor.example/internal/base/geo"
)

// The land of the maps was drawn by d3. Its numbers for some cities (assets/build/map.mjs writes them) are ours.
func TestChartsAgreeWithTheirLand(t *testing.T) {
	f, err := os.Open("testdata/charts.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	world, europe, cities := geo.World(), geo.Europe(), 0
	lines := bufio.NewScanner(f)
	for lines.Scan(); lines.Scan(); cities++ {
		cells := strings.Split(lines.Text(), "\t")
		var n [6]float64
		for i := range n {
			if n[i], err = strconv.ParseFloat(cells[i+1], 64); err != nil {
				t.Fatal(err)
			}
		}
		at := geo.Point{Lat: n[0], Lon: n[1]}
		for name, c := range map[string]struct{ got, want geo.XY }{
			"world": {world.At(at), geo.XY{X: n[2], Y: n[3]}}, "europe": {europe.At(at), geo.XY{X: n[4], Y: n[5]}},
		} {
			if math.Hypot(c.got.X-c.want.X, c.got.Y-c.want.Y) > 0.001 {
				t.Errorf("%s on %s: %v, d3 says %v", cells[0], name, c.got, c.want)
			}
		}
		if !world.Holds(world.At(at), 0) {
			t.Errorf("%s is not on the map of the world", cells[0])
		}
	}
	if cities < 10 {
		t.Errorf("%d cities", cities)
	}
}

// An arc is drawn where it is seen, from home on, and parted at the edge of the world.
func TestArcsOnCharts(t *testing.T) {
	world, europe := geo.World(), geo.Europe()
	hiroshima, fiji, alaska := geo.Point{Lat: 34.4, Lon: 132.5}, geo.Point{Lat: -18, Lon: 178}, geo.Point{Lat: 61, Lon: -150}
	for name, c := range map[string]struct {
		chart *geo.Chart
		a, b  geo.Point
		lines int
	}{
		"to Japan":              {world, hannover, hiroshima, 1},
		"to Japan, near home":   {europe, hannover, hiroshima, 1},
		"across the date line":  {world, fiji, alaska, 2},
		"far from Europe":       {europe, fiji, alaska, 0},
		"beside the pole":       {world, hannover, geo.Point{Lat: 60, Lon: -170.3}, 2},
		"far away, to itself":   {europe, fiji, fiji, 0},
		"within Europe":         {europe, hannover, geo.Point{Lat: 51.45, Lon: -2.59}, 1},
		"to the other side":     {world, hannover, geo.Point{Lat: -40, Lon: 175}, 1},
		"over Europe, both far": {europe, geo.Point{Lat: 40, Lon: -75}, geo.Point{Lat: 25, Lon: 55}, 1},
	} {
		lines := c.chart.Arc(c.a, c.b, 0.5)
		if len(lines) != c.lines {
			t.Errorf("%s: %d lines, want %d: %v", name, len(lines), c.lines, lines)
			continue
		}
		points := 0
		for _, line := range lines {
			points += len(line)
			for _, at := range line {
				if !c.chart.Holds(at, -1.001) {
					t.Errorf("%s: %v is outside of the sheet", name, at)
				}
			}
			for i := range line[1:] {
				if d := math.Hypot(line[i].X-line[i+1].X, line[i].Y-line[i+1].Y); d > 700 {
					t.Errorf("%s: a jump of %v from %v to %v", name, d, line[i], line[i+1])
				}
			}
		}
		if points > 60 {
			t.Errorf("%s: %d points", name, points)
		}
	}
}

// Of the shortest way all that lies on a sheet is drawn, and no part of it far from where it is.
func TestWhatIsSeenOfAnArcIsDrawn(t *testing.T) {
	const within = 0.8
	rng := rand.New(rand.NewPCG(3, 4))
	for name, chart := range map[string]*geo.Chart{"world": geo.World(), "europe": geo.Europe()} {
		seen := 0
		for range 300 {
			a, b := anywhere(rng), anywhere(rng)
			lines := chart.Arc(a, b, within)
			for i := range 401 {
				p := along(a, b, float64(i)/400)
				at := chart.At(p)
				if !chart.Holds(at, 0) || math.Abs(p.Lon) > 179.9 {
					continue
				}
				seen++
				if d := away(at, lines); d > 2*within {
					t.Fatalf("%s, from %v to %v: %v is %v away from what is drawn", name, a, b, at, d)
				}
			}
		}
		if seen < 1000 {
			t.Errorf("%s: only %d points are seen", name, seen)
		}
	}
}

// along returns where one is after a part of the shortest way.
func along(a, b geo.Point, part float64) geo.Point {
	vector := func(p geo.Point) [3]float64 {
		lat, lon := p.Lat*math.Pi/180, p.Lon*math.Pi/180
		return [3]float64{math.Cos(lat) * math.Cos(lon), math.Cos(lat) * math.Sin(lon), math.Sin(lat)}
	}
	u, v := vector(a), vector(b)
	angle := math.Acos(max(-1, min(1, u[0]*v[0]+u[1]*v[1]+u[2]*v[2])))
	var p [3]float64
	for i := range p {
		p[i] = (math.Sin((1-part)*angle)*u[i] + math.Sin(part*angle)*v[i]) / math.Sin(angle)
	}
	return geo.Point{Lat: math.Asin(max(-1, min(1, p[2]))) * 180 / math.Pi, Lon: math.Atan2(p[1], p[0]) * 180 / math.Pi}
}

// away is how far a point is from lines.
func away(at geo.XY, lines [][]geo.XY) float64 {
	nearest := math.Inf(1)
	for _, line := range lines {
		for i := range line[1:] {
			p, q := line[i], line[i+1]
			dx, dy := q.X-p.X, q.Y-p.Y
			part := 0.0
			if long := dx*dx + dy*dy; long > 0 {
				part = max(0, min(1, ((at.X-p.X)*dx+(at.Y-p.Y)*dy)/long))
			}
			nearest = min(nearest, math.Hypot(p.X+part*dx-at.X, p.Y+part*dy-at.Y))
		}
	}
	return nearest
}
