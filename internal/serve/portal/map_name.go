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

// A name is writing on a sheet; without a place, it is left out.
type name struct {
	x, y   int
	anchor string  // "start", "middle" or "end"
	width  float64 // in heights of writing
	size   int     // the smallest in which there is room
	placed bool
}

// box is what the name covers in a size, with a little air.
func (n name) box(font float64) box {
	x, y, w := float64(n.x), float64(n.y), n.width*font
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
	b.WriteString(`<text class="m-label` + class + sizes()[n.size].class + `" x="` + strconv.Itoa(n.x) + `" y="` + strconv.Itoa(n.y) + `"`)
	if n.anchor != "start" {
		b.WriteString(` text-anchor="` + n.anchor + `"`)
	}
	b.WriteString(`>` + html.EscapeString(text) + `</text>`)
}

// names finds room for the names of the spots, in their order, and of home, which is the last. From the smallest size to
// the largest each name that has no room yet tries the places around its mark; the first is taken where it covers no
// other name, no mark and nothing that is enlarged, and stays on the sheet. What fits nowhere is left out: the mark has
// its name for those who point at it, and the list has them all.
func (d *drawing) names() []name {
	out := make([]name, len(d.spots)+1)
	order := slices.Clone(d.spots)
	slices.SortFunc(order, d.firstNamed)
	at := map[int]int{} // pin → spot
	for i, s := range d.spots {
		at[s.pin], out[i].width = i, wordWidth(d.Pins[s.pin].Name)
	}
	home := len(d.spots)
	out[home].width = 1.12 * wordWidth(d.Home) // heavier and a little larger
	var taken []box
	for step, size := range sizes() {
		taken = taken[:0]
		for _, s := range d.spots {
			taken = append(taken, around(s.at, size.mark))
		}
		if d.Known {
			taken = append(taken, around(d.home, size.mark+3))
		}
		if d.inset != (box{}) {
			taken = append(taken, d.inset)
		}
		for _, n := range out {
			if n.placed {
				taken = append(taken, n.box(size.font))
			}
		}
		try := func(n *name, around geo.XY, away float64) {
			if n.placed || n.width == 0 {
				return
			}
			if found, ok := d.room(*n, around, away, size, taken); ok {
				found.size = step
				*n = found
				taken = append(taken, found.box(size.font))
			}
		}
		if d.Known && d.inset == (box{}) {
			for _, away := range []float64{0, 0.7, 1.4, 2.1} { // its ring is known from afar
				try(&out[home], d.home, away*size.font)
			}
		}
		for _, s := range order {
			try(&out[at[s.pin]], s.at, 0)
		}
	}
	return out
}

// room tries the places around a mark, away from it by a little or by more.
func (d *drawing) room(n name, mark geo.XY, away float64, s size, taken []box) (name, bool) {
	side, up, down := away+s.mark+0.25*s.font, -away-s.mark-0.35*s.font, away+s.mark+0.95*s.font
	near := away/2 + 0.5*s.mark + 0.2*s.font
	wide, high := side+(n.width+0.1)*s.font, down+s.font // all places lie within
	taken = d.among(taken, box{mark.X - wide, mark.Y - high, mark.X + wide, mark.Y + high})
	for _, t := range [...]struct {
		x, y   float64
		anchor string
	}{
		{side, 0.35 * s.font, "start"},
		{-side, 0.35 * s.font, "end"},
		{0, up, "middle"},
		{0, down, "middle"},
		{near, up + 0.2*s.font, "start"},
		{near, down - 0.1*s.font, "start"},
		{-near, up + 0.2*s.font, "end"},
		{-near, down - 0.1*s.font, "end"},
	} {
		n.x, n.y = whole(geo.XY{X: mark.X + t.x, Y: mark.Y + t.y})
		n.anchor = t.anchor
		b := n.box(s.font)
		if b.left < 4 || b.top < 4 || b.right > d.chart.Width-4 || b.bottom > d.chart.Height-4 {
			continue
		}
		if !slices.ContainsFunc(taken, b.meets) {
			n.placed = true
			return n, true
		}
	}
	return n, false
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
