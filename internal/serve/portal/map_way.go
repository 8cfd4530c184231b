package portal

import (
	"strconv"
	"strings"
	"sync"

	"kontor.example/internal/base/geo"
)

// ways remembers how arcs are drawn. The way between two points never changes, and the map of a list has a hundred of
// them, which take longer to work out than anything else on it. The zero value is empty and ready; a nil one remembers nothing.
type ways struct {
	mu    sync.RWMutex
	drawn map[way]string
}

// A way leads from one point to another on one sheet, which its width and height tell.
type way struct {
	sheet    geo.XY
	from, to geo.Point
}

// mostWays bounds the ways remembered, each of some hundred bytes; when there are so many, all are forgotten.
const mostWays = 8192

// path returns the way as the path of an svg; empty if no part of it lies on the sheet.
func (w *ways) path(chart *geo.Chart, from, to geo.Point) string {
	if w == nil {
		return pathOf(chart.Arc(from, to, straightEnough))
	}
	at := way{geo.XY{X: chart.Width, Y: chart.Height}, from, to}
	w.mu.RLock()
	known, ok := w.drawn[at]
	w.mu.RUnlock()
	if ok {
		return known
	}
	fresh := pathOf(chart.Arc(from, to, straightEnough))
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.drawn == nil || len(w.drawn) >= mostWays {
		w.drawn = map[way]string{}
	}
	w.drawn[at] = fresh
	return fresh
}

// straightEnough is how far the straight pieces of an arc may stray from it, in units of the sheet.
const straightEnough = 0.8

// pathOf writes lines as one path in whole units, each step from the point before.
func pathOf(lines [][]geo.XY) string {
	var b strings.Builder
	for _, line := range lines {
		relative(&b, line)
	}
	return b.String()
}

func relative(b *strings.Builder, line []geo.XY) {
	var digits [24]byte
	number := func(n int, parted bool) {
		if n >= 0 && parted {
			b.WriteByte(' ')
		}
		b.Write(strconv.AppendInt(digits[:0], int64(n), 10))
	}
	x, y := whole(line[0])
	b.WriteByte('M')
	number(x, false)
	number(y, true)
	b.WriteByte('l')
	first := true
	for i, at := range line[1:] {
		nx, ny := whole(at)
		if nx == x && ny == y && !(first && i == len(line)-2) {
			continue
		}
		number(nx-x, !first)
		number(ny-y, true)
		x, y, first = nx, ny, false
	}
}
