// Package geo does the few sums on the globe that Kontor needs: how far it is to a partner city, and in which direction.
package geo

import (
	"math"
	"strconv"
)

// earthRadius is the mean radius R₁ = (2a + b)/3 of the WGS 84 ellipsoid, in kilometres.
//
// Source: H. Moritz, Geodetic Reference System 1980, Journal of Geodesy 74 (2000), gives R₁ = 6371.0088 km. A sphere of
// this radius is at most about half a per cent off the ellipsoid, which is less than the width of a city at any distance
// where it matters.
const earthRadius = 6371.0088

// A Point is a place on the globe in degrees (WGS 84): latitude north, longitude east; south and west are negative.
type Point struct{ Lat, Lon float64 }

// Distance returns the length of the shortest way from a to b over the globe, in kilometres.
//
// It uses the haversine formula, which stays exact for near points (R. W. Sinnott, "Virtues of the Haversine",
// Sky and Telescope 68, 1984, p. 159).
func Distance(a, b Point) float64 {
	φa, φb := radians(a.Lat), radians(b.Lat)
	sinφ := math.Sin((φb - φa) / 2)
	sinλ := math.Sin(radians(b.Lon-a.Lon) / 2)
	h := sinφ*sinφ + math.Cos(φa)*math.Cos(φb)*sinλ*sinλ
	return 2 * earthRadius * math.Asin(math.Sqrt(min(h, 1)))
}

// Bearing returns the direction in which the shortest way from a to b sets out, in degrees clockwise from north:
// 0 ≤ bearing < 360. From a point to itself, or to its antipode, every direction is as good; the answer is then 0.
//
// Formula: forward azimuth on the sphere, for instance J. P. Snyder, Map Projections: A Working Manual, USGS
// Professional Paper 1395 (1987), equation 5-4b.
func Bearing(a, b Point) float64 {
	φa, φb, λ := radians(a.Lat), radians(b.Lat), radians(b.Lon-a.Lon)
	east := math.Sin(λ) * math.Cos(φb)
	north := math.Cos(φa)*math.Sin(φb) - math.Sin(φa)*math.Cos(φb)*math.Cos(λ)
	if math.Hypot(east, north) < 1e-12 {
		return 0
	}
	return turn(math.Atan2(east, north) * 180 / math.Pi)
}

// Wind names the sector of the sixteen-wind compass rose in which a bearing lies: "n", "nne", "ne", … clockwise to "nnw".
// Each sector is 22.5° wide with its wind in the middle. Any number of degrees will do, also a negative one.
func Wind(bearing float64) string {
	winds := [16]string{"n", "nne", "ne", "ene", "e", "ese", "se", "sse", "s", "ssw", "sw", "wsw", "w", "wnw", "nw", "nnw"}
	return winds[int(math.Floor(turn(bearing)/22.5+0.5))%16]
}

// turn brings an angle in degrees into 0 ≤ angle < 360.
func turn(angle float64) float64 {
	angle = math.Mod(angle, 360)
	if angle < 0 {
		angle += 360
	}
	if angle >= 360 { // a tiny negative angle plus 360 rounds up to 360
		return 0
	}
	return angle
}

func radians(degrees float64) float64 { return degrees * math.Pi / 180 }

// Parse reads a point from its two numbers as they are written; ok is false if one is missing or off the globe.
func Parse(lat, lon string) (p Point, ok bool) {
	la, err1 := strconv.ParseFloat(lat, 64)
	lo, err2 := strconv.ParseFloat(lon, 64)
	ok = err1 == nil && err2 == nil && la >= -90 && la <= 90 && lo >= -180 && lo <= 180
	return Point{Lat: la, Lon: lo}, ok
}
