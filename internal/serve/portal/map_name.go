package portal

import (
	"html"
	"slices"
	"strconv"
	"strings"

	"kontor.example/internal/base/geo"
)

// A sheet is shown in three sizes, and its style sheet keeps writing and marks readable in each (assets/css/map.css). A
// name that finds room in a size stays in all larger ones, where it takes less.
type size struct {
	font, mark float64 // height of the writing, half the width of a mark
	class      string
}

func sizes() [3]size {
	return [3]size{{40, 19, ""}, {29, 13, " m-mid"}, {20, 10, " m-wide"}}
}

// A box is a part of a sheet.
type box struct{ left, top, right, bottom float64 }

func (a box) meets(b box) bool {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

func around(at geo.XY, r float64) box { return box{at.X - r, at.Y - r, at.X + r, at.Y + r} }

// A name is writing beside a mark; without a place, it is left out.
type name struct {
	mark   geo.XY
	dx, dy float64 // from the mark, in heights of writing: where the writing is smaller, it comes nearer
	anchor string  // "start", "middle" or "end"
	width  float64 // in heights of writing
	size   int     // the smallest in which there is room
	placed bool
}

// box is what the name covers in a size, with a little air.
func (n name) box(font float64) box {
	x, y, w := n.mark.X+n.dx*font, n.mark.Y+n.dy*font, n.width*font
	switch n.anchor {
	case "middle":
		x -= w / 2
	case "end":
		x -= w
	}
	return box{x - 0.05*font, y - 0.8*font, x + w + 0.05*font, y + 0.28*font}
}

// write adds the name as an element.
func (n name) write(b *strings.Builder, class, text string) {
	if !n.placed {
		return
	}
	x, y := whole(n.mark)
	b.WriteString(`<text class="m-label` + class + sizes()[n.size].class + `" x="` + strconv.Itoa(x) + `" y="` + strconv.Itoa(y) + `"`)
	em(b, " dx", n.dx)
	em(b, " dy", n.dy)
	if n.anchor != "start" {
		b.WriteString(` text-anchor="` + n.anchor + `"`)
	}
	b.WriteString(`>` + html.EscapeString(text) + `</text>`)
}

// em writes a length in heights of writing.
func em(b *strings.Builder, attribute string, v float64) {
	if v != 0 {
		b.WriteString(attribute + `="` + strconv.FormatFloat(v, 'f', 2, 64) + `em"`)
	}
}

// brief is a name without what stands in brackets behind it: a drawing has no room for that, and the link or the list
// beside it has all.
func brief(name string) string {
	name, _, _ = strings.Cut(name, " (")
	return name
}

// names finds room for the names of the spots, in their order, and of home, which is the last. From the smallest size to
// the largest each name that has no room yet tries the places around its mark; the first is taken where it covers no
// other name, no mark and nothing that is enlarged, in this size and all larger ones, and stays on the sheet. What fits
// nowhere is left out: the mark has its name for those who point at it, and the list has them all.
func (d *drawing) names() []name {
	out := make([]name, len(d.spots)+1)
	for i, s := range d.spots {
		out[i].width = wordWidth(brief(d.Pins[s.pin].Name))
	}
	home := len(d.spots)
	out[home].width = 1.12 * wordWidth(d.Home) // heavier and a little larger
	taken := d.taken()
	for step := range taken {
		try := func(n *name, mark geo.XY, away float64) {
			if n.placed || n.width == 0 {
				return
			}
			if found, ok := d.room(*n, mark, away, step, &taken); ok {
				*n = found
				for i, s := range sizes() {
					taken[i] = append(taken[i], found.box(s.font))
				}
			}
		}
		if d.Known && d.inset == (box{}) {
			for _, away := range []float64{0, 0.7, 1.4, 2.1} { // its ring is known from afar
				try(&out[home], d.home, away)
			}
		}
		for i, s := range d.spots {
			try(&out[i], s.at, 0)
		}
	}
	return out
}

// taken returns where no name may be, in each size: marks, and what is enlarged.
func (d *drawing) taken() (out [3][]box) {
	for i, size := range sizes() {
		out[i] = make([]box, 0, 2*len(d.spots)+3)
		for _, s := range d.spots {
			out[i] = append(out[i], around(s.at, size.mark))
		}
		if d.Known {
			out[i] = append(out[i], around(d.home, size.mark+3))
		}
		if d.inset != (box{}) {
			out[i] = append(out[i], d.inset)
		}
	}
	return out
}

// room tries the places around a mark, away from it by so many heights of writing.
func (d *drawing) room(n name, mark geo.XY, away float64, step int, taken *[3][]box) (name, bool) {
	const half = 0.5 // of a mark, in any size
	side, up, down := away+half+0.25, -away-half-0.35, away+half+0.95
	near := away/2 + half/2 + 0.2
	font := sizes()[step].font
	wide, high := (side+n.width+0.1)*font, (down+1)*font // all places lie within
	few := d.among(taken[step], box{mark.X - wide, mark.Y - high, mark.X + wide, mark.Y + high})
	n.mark, n.size, n.placed = mark, step, true
	for _, t := range [...]struct {
		x, y   float64
		anchor string
	}{
		{side, 0.35, "start"},
		{-side, 0.35, "end"},
		{0, up, "middle"},
		{0, down, "middle"},
		{near, up + 0.2, "start"},
		{near, down - 0.1, "start"},
		{-near, up + 0.2, "end"},
		{-near, down - 0.1, "end"},
	} {
		n.dx, n.dy, n.anchor = t.x, t.y, t.anchor
		b := n.box(font)
		if b.left < 4 || b.top < 4 || b.right > d.chart.Width-4 || b.bottom > d.chart.Height-4 {
			continue
		}
		if !slices.ContainsFunc(few, b.meets) && n.clear(step+1, taken) {
			return n, true
		}
	}
	return name{width: n.width}, false
}

// clear tells whether the name covers nothing in the sizes from one on: as the writing gets smaller, it comes nearer.
func (n name) clear(from int, taken *[3][]box) bool {
	for i, s := range sizes() {
		if i >= from && slices.ContainsFunc(taken[i], n.box(s.font).meets) {
			return false
		}
	}
	return true
}

// among returns those of taken that meet an area, until the next call.
func (d *drawing) among(taken []box, area box) []box {
	d.few = d.few[:0]
	for _, b := range taken {
		if b.meets(area) {
			d.few = append(d.few, b)
		}
	}
	return d.few
}

// wordWidth estimates how wide a text is in heights of writing, rather too wide than too narrow: Fira Sans Medium, and for
// other scripts what their letters mostly take.
func wordWidth(s string) (w float64) {
	for _, r := range s {
		switch r {
		case ' ', '.', ',', '\'', '’', '·', '-', 'i', 'j', 'l', 'ı', 'í', 'ì', 'î', 'ï', 'ł', 'I', 'J', 'f', 't', 'r':
			w += 0.4
			continue
		case 'm', 'w', 'M', 'W', '@':
			w += 0.95
			continue
		}
		switch {
		case r >= 'A' && r <= 'Z', r >= 0xc0 && r <= 0xde:
			w += 0.68
		case r < 0x250:
			w += 0.6
		case r >= 0x2e80:
			w++
		default:
			w += 0.72
		}
	}
	return w
}
