package portal

import (
	"cmp"
	"html"
	"math"
	"slices"
	"strconv"
	"strings"

	"kontor.example/internal/base/geo"
)

// A Pin is a place on a map, and what ties the office to it.
type Pin struct {
	Name  string
	Lang  string // of the name, where it is not the page's
	About string // what it is, read out after the name: "city cooperation"
	Href  string // where the mark leads
	Mark  string // its shape and colour: one of marks()
	Loose bool   // no arc leads there
	At    geo.Point
}

// An Atlas is what a map shows: home, and the places around the world.
type Atlas struct {
	Home  string // its name
	At    geo.Point
	Known bool // where home lies; if not, there are no arcs
	Pins  []Pin
	ways  *ways // that were drawn before; may be nil
}

// A Sheet is one drawing of a map, to be laid over the land of its chart.
type Sheet struct {
	Chart         string // "world" or "europe": the name of the land
	Width, Height int
	Inset         bool   // a part of it is enlarged on the other sheet
	Body          string // elements of an svg
}

// Sheets draws the map. Where home lies in Europe, what lies there as well is drawn on a sheet of its own; the world is
// drawn where anything lies beyond. So every pin has one mark, which is a link, on one sheet. Where the marks lie does not
// depend on the order of the pins. Without pins there is no sheet.
func (a Atlas) Sheets() []Sheet {
	if len(a.Pins) == 0 {
		return nil
	}
	world, europe := geo.World(), geo.Europe()
	near := make([]bool, len(a.Pins)) // drawn on the sheet of Europe
	if a.Known && europe.Holds(europe.At(a.At), edge) {
		for i, p := range a.Pins {
			near[i] = europe.Holds(europe.At(p.At), edge)
		}
	}
	var out []Sheet
	inset := slices.Contains(near, true)
	if slices.Contains(near, false) {
		s := a.drawing(world, func(i int) bool { return !near[i] })
		if inset {
			s.frame()
		}
		out = append(out, Sheet{"world", int(world.Width), int(world.Height), inset, s.draw(inset)})
	}
	if inset {
		s := a.drawing(europe, func(i int) bool { return near[i] })
		out = append(out, Sheet{"europe", int(europe.Width), int(europe.Height), false, s.draw(false)})
	}
	return out
}

// edge is how far from the edge of a sheet the middle of a mark stays.
const edge = 14

// A drawing is a sheet in the making.
type drawing struct {
	Atlas
	chart *geo.Chart
	home  geo.XY
	spots []spot         // the pins whose marks are on this sheet
	moved map[int]geo.XY // where those are that another mark has pushed aside, by pin
	rest  []int          // the other pins
	inset box            // what is enlarged on another sheet; of no size if nothing is
	few   []box          // see among
}

// A spot is where the mark of a pin is drawn: at its place or, where another mark is already, beside it.
type spot struct {
	pin  int
	at   geo.XY
	km   float64 // from home
	room float64 // half the way to the nearest other mark
}

func (a Atlas) drawing(chart *geo.Chart, mine func(i int) bool) *drawing {
	d := &drawing{Atlas: a, chart: chart, home: chart.At(a.At), moved: map[int]geo.XY{}}
	for i, p := range a.Pins {
		if !mine(i) {
			d.rest = append(d.rest, i)
			continue
		}
		at := chart.At(p.At)
		at.X, at.Y = max(edge, min(chart.Width-edge, at.X)), max(edge, min(chart.Height-edge, at.Y))
		d.spots = append(d.spots, spot{pin: i, at: at, km: geo.Distance(a.At, p.At)})
	}
	slices.SortFunc(d.spots, d.before)
	for i := range d.spots {
		s := &d.spots[i]
		if at := d.free(s.at, d.spots[:i]); at != s.at {
			s.at = at
			d.moved[s.pin] = at
		}
	}
	for i := range d.spots {
		s := &d.spots[i]
		nearest := 4.0 * widest * widest
		for j, o := range d.spots {
			if i != j {
				nearest = min(nearest, apart(s.at, o.at))
			}
		}
		s.room = max(math.Sqrt(nearest)/2, narrowest)
	}
	return d
}

// The room around the middle of a mark that belongs to its link: 24 pixels across on a sheet of 450 pixels, where no
// other mark is near.
const widest, narrowest = 27, 10

// free returns where a mark can be drawn that belongs at a point: there or, where it would cover one of others or home,
// beside.
func (d *drawing) free(at geo.XY, others []spot) geo.XY {
	const step, fromHome, fromMark = 23, 21, 19
	taken := func(at geo.XY) bool {
		if d.Known && apart(at, d.home) < fromHome*fromHome {
			return true
		}
		return slices.ContainsFunc(others, func(o spot) bool { return apart(at, o.at) < fromMark*fromMark })
	}
	for ring := range 4 {
		for turn := range max(1, 6*ring) {
			sin, cos := math.Sincos(2 * math.Pi * float64(turn) / float64(max(1, 6*ring)))
			try := geo.XY{X: at.X + step*float64(ring)*cos, Y: at.Y + step*float64(ring)*sin}
			if d.chart.Holds(try, edge) && !taken(try) {
				return try
			}
		}
	}
	return at
}

// apart is the square of the distance between two points.
func apart(a, b geo.XY) float64 { return (a.X-b.X)*(a.X-b.X) + (a.Y-b.Y)*(a.Y-b.Y) }

// frame notes which part of the world is enlarged: the box around the frame that lies in assets/img/world.svg.
func (d *drawing) frame() { d.inset = box{418, 25, 652, 146} }

// draw writes the sheet: arcs first, then marks, those that weigh most last, so that nothing covers them; names last within
// each.
func (d *drawing) draw(inset bool) string {
	var b strings.Builder
	b.Grow(512 + 400*len(d.Pins))
	if d.Known {
		for i, p := range d.Pins {
			if !p.Loose && (!inset || !slices.Contains(d.rest, i)) {
				d.arc(&b, i)
			}
		}
	}
	if inset {
		d.dots(&b)
	}
	names := d.names()
	d.drawHome(&b, names)
	for i, s := range slices.Backward(d.spots) {
		d.mark(&b, s, names[i])
	}
	return b.String()
}

// arc draws the way from home to a pin, and from there to its mark.
func (d *drawing) arc(b *strings.Builder, pin int) {
	path := d.ways.path(d.chart, d.At, d.Pins[pin].At)
	if path == "" {
		return
	}
	b.WriteString(`<path class="m-arc`)
	modifier(b, " m-arc--", d.Pins[pin].Mark)
	b.WriteString(`" data-pin="` + strconv.Itoa(pin) + `" d="` + path)
	if at, ok := d.moved[pin]; ok {
		x, y := whole(at)
		b.WriteString("L" + strconv.Itoa(x) + " " + strconv.Itoa(y))
	}
	b.WriteString(`"/>`)
}

func whole(at geo.XY) (x, y int) { return int(math.Round(at.X)), int(math.Round(at.Y)) }

// modifier adds the class of a mark; that of a twinning is the plain one.
func modifier(b *strings.Builder, prefix, mark string) {
	if mark != "twinning" {
		b.WriteString(prefix + mark)
	}
}

// dots shows where the pins lie that another sheet enlarges: one path for each mark, of strokes without length.
func (d *drawing) dots(b *strings.Builder) {
	for _, mark := range marks() {
		var path strings.Builder
		for _, i := range d.rest {
			if d.Pins[i].Mark == mark {
				x, y := whole(d.chart.At(d.Pins[i].At))
				path.WriteString("M" + strconv.Itoa(x) + " " + strconv.Itoa(y) + "h0")
			}
		}
		if path.Len() > 0 {
			b.WriteString(`<path class="m-far`)
			modifier(b, " m-far--", mark)
			b.WriteString(`" d="` + path.String() + `"/>`)
		}
	}
}

// unbound is the mark of a place with which nobody has a relation.
const unbound = "unbound"

// marks lists the shapes in the order of the legend.
func marks() []string { return []string{"twinning", "coop", "district", "other", unbound} }

// drawHome draws the ringed dot and its name.
func (d *drawing) drawHome(b *strings.Builder, names []name) {
	if !d.Known {
		return
	}
	x, y := whole(d.home)
	b.WriteString(`<g transform="translate(` + strconv.Itoa(x) + " " + strconv.Itoa(y) + `)"><circle class="m-ring" r="13"/><circle class="m-home" r="6"/></g>`)
	names[len(names)-1].write(b, " m-label--home", d.Home)
}

// mark draws the link to what a pin stands for: the room that can be pressed, the mark, and its name if there is room.
func (d *drawing) mark(b *strings.Builder, s spot, n name) {
	p := d.Pins[s.pin]
	x, y := whole(s.at)
	title := html.EscapeString(joined(", ", p.Name, p.About))
	b.WriteString(`<a href="` + html.EscapeString(p.Href) + `" aria-label="` + title + `" data-pin="` + strconv.Itoa(s.pin) + `"`)
	if p.Lang != "" {
		b.WriteString(` lang="` + html.EscapeString(p.Lang) + `"`)
	}
	b.WriteString(`><title>` + title + `</title><g transform="translate(` + strconv.Itoa(x) + " " + strconv.Itoa(y) +
		`)"><circle class="m-hit" r="` + strconv.Itoa(int(s.room)) + `"/>`)
	switch p.Mark {
	case "twinning":
		b.WriteString(`<circle class="m-dot" r="11"/>`)
	case "coop":
		b.WriteString(`<path class="m-dot m-dot--coop" d="M0-14l14 14-14 14-14-14z"/>`)
	case "district":
		b.WriteString(`<path class="m-dot m-dot--district" d="M-10-10h20v20h-20z"/>`)
	case unbound:
		b.WriteString(`<circle class="m-dot m-dot--unbound" r="10"/>`)
	default:
		b.WriteString(`<path class="m-dot m-dot--other" d="M0-14l13 23h-26z"/>`)
	}
	b.WriteString(`</g>`)
	n.write(b, "", brief(p.Name))
	b.WriteString(`</a>`)
}

// before orders spots by what they weigh: where a way leads before what merely lies there, twinnings before other relations,
// and of each sort the farthest first, since what is far has room and tells most. Then comes what does not depend on the
// order of the pins.
func (d *drawing) before(a, b spot) int {
	loose := func(p Pin) int {
		if p.Loose {
			return 1
		}
		return 0
	}
	weight := func(s spot) int { return slices.Index(marks(), d.Pins[s.pin].Mark) }
	p, q := d.Pins[a.pin], d.Pins[b.pin]
	return cmp.Or(cmp.Compare(loose(p), loose(q)), cmp.Compare(weight(a), weight(b)), cmp.Compare(b.km, a.km), cmp.Compare(p.Href, q.Href), cmp.Compare(p.Name, q.Name),
		cmp.Compare(a.pin, b.pin))
}
