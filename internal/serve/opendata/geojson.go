package opendata

import (
	"io"
	"math"
	"strconv"

	"kontor.example/internal/base/geo"
	"kontor.example/internal/serve/web"
)

// A shape is where a row lies: at points, or along lines. One that has neither lies nowhere that is known.
type shape struct {
	points []geo.Point
	lines  [][]geo.Point
}

// geoWriter writes a FeatureCollection as RFC 7946 has it: longitude before latitude, WGS 84, no line across ±180°.
type geoWriter struct {
	to      io.Writer
	columns []web.DataColumn
	buf     []byte
	n       int
}

func beginGeoJSON(w io.Writer, t table, _ *inquiry) (writer, error) {
	_, err := io.WriteString(w, `{"type":"FeatureCollection","name":"`+t.Name+`","features":[`)
	return &geoWriter{to: w, columns: t.Columns}, err
}

func (g *geoWriter) row(r row) error {
	g.buf = append(appendSeparator(g.buf[:0], g.n), '\n')
	g.buf = appendString(append(g.buf, `{"type":"Feature","id":`...), string(r.id))
	g.buf = r.shape.appendGeometry(append(g.buf, `,"geometry":`...))
	g.buf = append(appendObject(append(g.buf, `,"properties":`...), g.columns, r.values), '}')
	g.n++
	_, err := g.to.Write(g.buf)
	return err
}

func (g *geoWriter) end() error {
	_, err := io.WriteString(g.to, "\n]}\n")
	return err
}

func (s shape) appendGeometry(dst []byte) []byte {
	switch {
	case len(s.lines) == 1:
		dst = appendPoints(append(dst, `{"type":"LineString","coordinates":`...), s.lines[0])
	case len(s.lines) > 1:
		dst = append(dst, `{"type":"MultiLineString","coordinates":[`...)
		for i, line := range s.lines {
			dst = appendPoints(appendSeparator(dst, i), line)
		}
		dst = append(dst, ']')
	case len(s.points) == 1:
		dst = appendPoint(append(dst, `{"type":"Point","coordinates":`...), s.points[0])
	case len(s.points) > 1:
		dst = appendPoints(append(dst, `{"type":"MultiPoint","coordinates":`...), s.points)
	default:
		return append(dst, "null"...)
	}
	return append(dst, '}')
}

func appendPoints(dst []byte, points []geo.Point) []byte {
	dst = append(dst, '[')
	for i, p := range points {
		dst = appendPoint(appendSeparator(dst, i), p)
	}
	return append(dst, ']')
}

func appendPoint(dst []byte, p geo.Point) []byte {
	dst = appendDegrees(append(dst, '['), p.Lon)
	return append(appendDegrees(append(dst, ','), p.Lat), ']')
}

// appendDegrees keeps six decimals, a tenth of a metre.
func appendDegrees(dst []byte, degrees float64) []byte {
	const millionth = 1e6
	return strconv.AppendFloat(dst, math.Round(degrees*millionth)/millionth+0, 'f', -1, 64) // + 0: no minus nought
}
