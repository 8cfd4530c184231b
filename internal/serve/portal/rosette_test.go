package portal_test

import (
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"kontor.example/internal/serve/portal"
)

var redrawRosettes = flag.Bool("redraw-rosettes", false, "write the golden rosettes anew")

func TestRosetteStaysTheSame(t *testing.T) {
	for name, rosette := range map[string]portal.Rosette{
		"hiroshima": portal.NewRosette(8887, 44.8, 1983, 4),
		"bristol":   portal.NewRosette(849, 268, 1947, 7),
		"home":      portal.HomeRosette(),
	} {
		got := rosette.SVG(name)
		golden := filepath.Join("testdata", "rosette-"+name+".svg")
		if *redrawRosettes {
			if err := os.WriteFile(golden, []byte(got+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got+"\n" != string(want) {
			t.Errorf("%s is drawn differently; if that is meant, run the test with -redraw-rosettes", name)
		}
	}
}

func TestRosetteTellsOfTheRelation(t *testing.T) {
	base := portal.NewRosette(8887, 44.8, 1983, 4).SVG("x")
	for name, other := range map[string]portal.Rosette{
		"distance": portal.NewRosette(487, 44.8, 1983, 4),
		"bearing":  portal.NewRosette(8887, 90, 1983, 4),
		"year":     portal.NewRosette(8887, 44.8, 1984, 4),
		"decades":  portal.NewRosette(8887, 44.8, 1983, 5),
	} {
		if other.SVG("x") == base {
			t.Errorf("another %s makes no difference", name)
		}
	}
	for decades, strands := range map[int]int{-1: 1, 0: 1, 1: 1, 4: 4, 118: 24} {
		svg := portal.NewRosette(218, 120.7, 1987, decades).SVG("x")
		if got := 1 + strings.Count(svg, `href="#x-them"`); got != strands {
			t.Errorf("%d decades: %d strands, want %d", decades, got, strands)
		}
	}
}

func TestRosetteOfAnUnknownPlaceOrYear(t *testing.T) {
	home := portal.HomeRosette().SVG("x")
	if strings.Contains(home, "a-them") || !strings.Contains(home, "a-us") || !strings.Contains(home, "a-ring") {
		t.Errorf("want home thread and ring only: %s", home)
	}
	for name, r := range map[string]portal.Rosette{
		"no distance": portal.NewRosette(0, 0, 1983, 4),
		"no year":     portal.NewRosette(8887, 44.8, 0, 4),
		"no number":   portal.NewRosette(math.NaN(), math.NaN(), 1983, 4),
		"endless":     portal.NewRosette(math.Inf(1), 0, 1983, 4),
	} {
		if r.SVG("x") != home {
			t.Errorf("%s: want the home rosette", name)
		}
	}
}

// Every drawing is well-formed, small, within its box, and has ids of its own.
func TestRosetteFitsOnAPage(t *testing.T) {
	for _, km := range []float64{0.5, 20, 218, 8887, 20015} {
		for year := 1900; year < 2030; year++ {
			svg := portal.NewRosette(km, float64(year%360), year, (2030-year)/10).SVG("a-b")
			if len(svg) > 4096 {
				t.Errorf("%g km, %d: %d bytes", km, year, len(svg))
			}
			if strings.Contains(svg, "style=") || strings.Contains(svg, "NaN") || strings.Contains(svg, "-0 ") {
				t.Errorf("%g km, %d: %s", km, year, svg)
			}
			wellFormedSVG(t, svg)
		}
	}
	if svg := portal.NewRosette(218, 0, 1987, 1).SVG(`"><b>`); strings.Contains(svg, "<b>") {
		t.Errorf("id is not escaped: %s", svg)
	}
}

func TestMarkIsTheHomeThread(t *testing.T) {
	mark := portal.Mark()
	wellFormedSVG(t, mark)
	_, rest, _ := strings.Cut(portal.HomeRosette().SVG("x"), ` d="`)
	thread, _, _ := strings.Cut(rest, `"`)
	if !strings.Contains(mark, thread) || strings.Count(mark, "<use") != 2 {
		t.Errorf("want the home thread three times: %s", mark)
	}
}

func wellFormedSVG(t *testing.T, svg string) {
	t.Helper()
	ids := map[string]bool{}
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%v: %s", err, svg)
		}
		start, _ := token.(xml.StartElement)
		for _, a := range start.Attr {
			if a.Name.Local == "id" {
				if ids[a.Value] {
					t.Errorf("id %s twice", a.Value)
				}
				ids[a.Value] = true
			}
			if a.Name.Local == "href" && !ids[strings.TrimPrefix(a.Value, "#")] {
				t.Errorf("%s leads nowhere", a.Value)
			}
		}
	}
}

func TestCompassHasAThreadForEachKnownCity(t *testing.T) {
	bristol, hiroshima := portal.Spoke{Km: 849, Bearing: 268}, portal.Spoke{Km: 8887, Bearing: 44.8}
	svg := portal.Compass("home", []portal.Spoke{bristol, hiroshima, {}, {Km: math.NaN()}})
	wellFormedSVG(t, svg)
	if got := strings.Count(svg, `class="a-dot"`); got != 2 {
		t.Errorf("%d dots, want 2", got)
	}
	if !strings.Contains(svg, `cx="-148.1" cy="5.2"`) {
		t.Errorf("Bristol does not lie in the west, outside the ring of 100 km: %s", svg)
	}
	if portal.Compass("home", []portal.Spoke{hiroshima, bristol}) != svg {
		t.Error("the order of the cities changes the drawing")
	}
	empty := portal.Compass("home", nil)
	wellFormedSVG(t, empty)
	if strings.Contains(empty, "a-them") {
		t.Errorf("threads without cities: %s", empty)
	}
}

// Of few cities all are named, also where several lie in one direction.
func TestCompassNamesEveryTownOfARing(t *testing.T) {
	for name, bearing := range map[string]float64{"apart": 30, "close": 3, "on one line": 0} {
		towns := []string{"Bollnäs", "Kankaanpää", "Morsø", "Oissel-sur-Seine", "Shepton Mallet", "Flekkefjord"}
		var spokes []portal.Spoke
		for i, town := range towns {
			spokes = append(spokes, portal.Spoke{Name: town, Km: 600 + float64(50*i), Bearing: 350 + bearing*float64(i)})
		}
		svg := portal.Compass("ring", spokes)
		for _, town := range towns {
			if !strings.Contains(svg, ">"+town+"</text>") {
				t.Errorf("%s: %s is not named", name, town)
			}
		}
	}
}

// Of few cities no name covers another one or another city's dot, however near they lie.
func TestCompassNamesCoverNothing(t *testing.T) {
	var spokes []portal.Spoke
	for i, town := range []string{"Bollnäs", "Kankaanpää", "Morsø", "Oissel-sur-Seine", "Shepton Mallet", "Flekkefjord"} {
		spokes = append(spokes, portal.Spoke{Name: town, Km: 600 + float64(50*i), Bearing: 60 + 3*float64(i)})
	}
	svg := portal.Compass("ring", spokes)
	type mark struct {
		name       string
		x, y, half float64
	}
	var names []mark
	for _, m := range compassName.FindAllStringSubmatch(svg, -1) {
		names = append(names, mark{m[3], number(t, m[1]), number(t, m[2]), 4.3 * float64(utf8.RuneCountInString(m[3]))})
	}
	dots := compassDot.FindAllStringSubmatch(svg, -1)
	if len(names) != len(spokes) || len(dots) != len(spokes) {
		t.Fatalf("%d names and %d dots of %d cities", len(names), len(dots), len(spokes))
	}
	for i, a := range names {
		for _, b := range names[:i] {
			if math.Abs(a.x-b.x) < a.half+b.half && math.Abs(a.y-b.y) < 15 {
				t.Errorf("%s lies on %s", a.name, b.name)
			}
		}
		covered := 0
		for _, d := range dots {
			if x, y := number(t, d[1]), number(t, d[2]); math.Abs(a.x-x) < a.half && y > a.y-15 && y < a.y {
				covered++
			}
		}
		if covered > 0 {
			t.Errorf("%s covers %d dots", a.name, covered)
		}
	}
}

// The dot of a city next door stays clear of the home thread.
func TestCompassKeepsHomeFree(t *testing.T) {
	svg := portal.Compass("near", []portal.Spoke{{Name: "Laatzen", Km: 8, Bearing: 90}})
	dot := compassDot.FindStringSubmatch(svg)
	if dot == nil || number(t, dot[1]) < 100 {
		t.Errorf("the dot lies at %q", dot)
	}
}

// No name covers the tick for north: not those of a real ring, and not a far city's that lies exactly there.
func TestCompassKeepsNorthFree(t *testing.T) {
	for name, spokes := range map[string][]portal.Spoke{
		"ring": {
			{Name: "Bollnäs", Km: 1076, Bearing: 19.3},
			{Name: "Kankaanpää", Km: 1295, Bearing: 31},
			{Name: "Oissel-sur-Seine", Km: 692, Bearing: 244.2},
			{Name: "Shepton Mallet", Km: 853, Bearing: 266},
			{Name: "Flekkefjord", Km: 687, Bearing: 344.9},
			{Name: "Morsø (Nykøbing Mors)", Km: 495, Bearing: 353.9},
		},
		"due north": {{Name: "Anchorage", Km: 9000, Bearing: 0}},
	} {
		svg := portal.Compass("x", spokes)
		tick := compassNorth.FindStringSubmatch(svg)
		if tick == nil {
			t.Fatalf("%s: no tick for north", name)
		}
		foot := number(t, tick[1]) + number(t, tick[2])
		found := compassName.FindAllStringSubmatch(svg, -1)
		if len(found) != len(spokes) {
			t.Errorf("%s: %d names of %d", name, len(found), len(spokes))
		}
		for _, m := range found {
			x, y := number(t, m[1]), number(t, m[2])
			half := 4.3 * float64(utf8.RuneCountInString(m[3]))
			if math.Abs(x) < half && y-15 < foot {
				t.Errorf("%s: %s at %g %g lies on the tick for north", name, m[3], x, y)
			}
		}
	}
}

var (
	compassName  = regexp.MustCompile(`<text class="a-name" x="([^"]+)" y="([^"]+)">([^<]+)</text>`)
	compassDot   = regexp.MustCompile(`<circle class="a-dot" cx="([^"]+)" cy="([^"]+)"`)
	compassNorth = regexp.MustCompile(`class="a-north" d="M0([-0-9]+)v([0-9]+)"`)
)

func number(t *testing.T, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// A name does not stand right above or below another city's dot, as if it were its own.
func TestCompassNamesStandAtTheirOwnDot(t *testing.T) {
	svg := portal.Compass("x", []portal.Spoke{{Name: "Flekkefjord", Km: 687, Bearing: 344.9}, {Name: "Morsø (Nykøbing Mors)", Km: 495, Bearing: 353.9}})
	if !strings.Contains(svg, ">Morsø<") || strings.Contains(svg, "Nykøbing") {
		t.Error("a name has what stands in brackets behind it")
	}
	names, dots := compassName.FindAllStringSubmatch(svg, -1), compassDot.FindAllStringSubmatch(svg, -1)
	if len(names) != 2 || len(dots) != 2 {
		t.Fatalf("%d names and %d dots of two cities", len(names), len(dots))
	}
	for i, m := range names {
		x, y, half := number(t, m[1]), number(t, m[2]), 4.3*float64(utf8.RuneCountInString(m[3]))
		other := dots[1-i]
		if dx, dy := number(t, other[1]), number(t, other[2]); math.Abs(dx-x) < half && dy > y-26 && dy < y+15 {
			t.Errorf("%s at %g %g stands at the other city's dot, %g %g", m[3], x, y, dx, dy)
		}
	}
}
