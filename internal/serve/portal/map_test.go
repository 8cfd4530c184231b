package portal_test

import (
	"encoding/xml"
	"fmt"
	"maps"
	"math"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"kontor.example/internal/base/geo"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/network"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
	"kontor.example/internal/serve/portal"
)

// marksOf returns where the marks of the maps of a page lead, in order, each address once.
func marksOf(body string) (out []string) {
	for _, m := range regexp.MustCompile(`<a href="([^"]+)"[^>]* data-pin=`).FindAllStringSubmatch(body, -1) {
		if !slices.Contains(out, m[1]) {
			out = append(out, m[1])
		}
	}
	return out
}

// Under every filter map and list show the same: what has a known distance has a mark, and nothing else has.
func TestMapAndListShowTheSame(t *testing.T) {
	row := regexp.MustCompile(`(?s)<th scope="row">\s*<a href="([^"]+)".*?</tr>`)
	kontortest.Each(t, func(t *testing.T, address string) {
		s := hannover(t, address)
		for _, query := range []string{
			"", "form=town-twinning", "form=cooperation&form=climate", "continent=asia", "continent=europe&sort=-since", "own_side=district",
			"form=ring", "theme=wasserwirtschaft", "country=DE", "form=climate", "country=JP&form=cooperation",
		} {
			body := s.get("/de/relations?" + query).Body.String()
			var want []string
			for _, m := range row.FindAllStringSubmatch(body, -1) {
				if strings.Contains(m[0], "\u00a0km") {
					want = append(want, m[1])
				}
			}
			got := marksOf(body)
			slices.Sort(want)
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Errorf("%s: marks %v, rows %v", query, got, want)
			}
			if has := strings.Contains(body, `class="k-map"`); has != (len(want) > 0) {
				t.Errorf("%s: a map is there: %v", query, has)
			}
		}
	})
}

// A ring has a mark at each of its places, and each leads to the ring.
func TestRingHasAMarkAtEachPlace(t *testing.T) {
	body := hannover(t, kontortest.SQLite(t)).get("/de/relations?form=ring").Body.String()
	if n := strings.Count(body, `<a href="/de/relations/ring-misburg-anderten" aria-label=`); n < 4 {
		t.Errorf("%d marks", n)
	}
	if !strings.Contains(body, `aria-label="Bollnäs, Ring Misburg-Anderten, Ringpartnerschaft eines Stadtbezirks"`) || !strings.Contains(body, "Die Karte zeigt die eine Beziehung der Liste.") {
		t.Error("its places have no names, or it counts as several")
	}
}

// Maps are on the pages that have something to show, and only there.
func TestMapsOnOtherPages(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	for path, marks := range map[string]int{
		"/de/": 12, "/de/places/poznan": 1, "/de/places/hannover": 0, "/de/projects/aware-fair": 3,
		"/de/networks/unesco-creative-cities-network-city-of-music": 5, "/de/imprint": 0, "/de/places": 0,
	} {
		body := s.get(path).Body.String()
		if n := len(marksOf(body)); n < marks || marks == 0 && n > 0 {
			t.Errorf("%s: %d marks, want %d", path, n, marks)
		}
		for _, again := range []string{body, s.get(path + "?again").Body.String()} { // a map that is remembered needs it, too
			if has := strings.Contains(again, "/assets/js/map."); has != (marks > 0) {
				t.Errorf("%s: the script is there: %v", path, has)
			}
		}
	}
}

// Home has a mark of its own, so that it has no second one as a member of a network; sites close to a partner share its mark.
func TestNothingIsMarkedTwice(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	const music, wells = "/de/networks/unesco-creative-cities-network-city-of-music", "/de/projects/brunnen-und-baeume-fuer-grundschulen-in-blantyre"
	before := marksOf(s.get(music).Body.String())
	n, err := s.Networks.BySlug(editor(), demo.Office(), "unesco-creative-cities-network-city-of-music")
	if err != nil {
		t.Fatal(err)
	}
	o, err := s.Offices.Get(editor(), demo.Office())
	if err != nil {
		t.Fatal(err)
	}
	n.Members = append(n.Members, network.Member{Party: record.Ref{Kind: "place", ID: o.Home}})
	if err := s.Networks.Update(record.As(t.Context(), record.Actor{Name: "admin", Role: record.Admin}), n); err != nil {
		t.Fatal(err)
	}
	body := s.get(music).Body.String()
	shows(t, s.part(t, music, `id="members"`, "</section>"), "Hannover")
	if after := marksOf(body); len(before) == 0 || !slices.Equal(after, before) {
		t.Errorf("marks lead to %q, before to %q", after, before)
	}
	body = s.get(wells).Body.String()
	shows(t, body, "Bei Blantyre: Grundschule Chimwankhunda, Grundschule Mulunguzi.")
	if marks := marksOf(body); !slices.Equal(marks, []string{"/de/places/blantyre"}) {
		t.Errorf("marks lead to %q", marks)
	}
}

// On the page of a place its mark says what ties the city to it; what has ended ties nothing.
func TestAPlaceHasTheMarkOfItsRelation(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	marked := func(slug, want string) {
		t.Helper()
		got := regexp.MustCompile(`class="(m-dot[^"]*)"`).FindAllStringSubmatch(s.get("/de/places/"+slug).Body.String(), -1)
		if len(got) == 0 || slices.ContainsFunc(got, func(m []string) bool { return m[1] != want }) {
			t.Errorf("%s has the marks %q, not %s", slug, got, want)
		}
	}
	for slug, want := range map[string]string{
		"hiroshima": "m-dot", "kansas-city": "m-dot m-dot--coop", "petit-couronne": "m-dot m-dot--district", "mykolajiw": "m-dot m-dot--other", "gent": "m-dot m-dot--unbound",
	} {
		marked(slug, want)
	}
	ctx := record.As(t.Context(), record.Actor{Name: "admin", Role: record.Admin})
	tie, err := s.Relations.BySlug(ctx, demo.Office(), "hiroshima")
	if err != nil {
		t.Fatal(err)
	}
	tie.History = append(tie.History, relation.Step{Status: relation.Ended, On: "2020"})
	if err := s.Relations.Update(ctx, tie); err != nil {
		t.Fatal(err)
	}
	marked("hiroshima", "m-dot m-dot--unbound")
}

// What lies in the gazetteer has a page that search engines leave alone; what has become a record is found there.
func TestPlacesOfTheGazetteer(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, address string) {
		s := found(t, address)
		const bare = "3040051\tles Escaldes\tles Escaldes\tEscaldes-Engordany\t\tAD\t08\t42.50729\t1.53414\t15853\tEurope/Andorra\tEscaldes|les Escaldes\n" +
			"5391959\tSan Francisco\tSan Francisco\tSan Francisco\t\tUS\tCA\t37.77493\t-122.41942\t805235\tAmerica/Los_Angeles\t\n"
		if _, err := place.LoadGazetteer(t.Context(), s.kernel.DB, strings.NewReader(cut()+bare)); err != nil {
			t.Fatal(err)
		}
		if err := demo.Load(t.Context(), s.kernel.DB, s.Stores); err != nil {
			t.Fatal(err)
		}
		body := s.get("/de/places/geonames-3040051").Body.String()
		shows(t, body, "Andorra", "les Escaldes", "1.255 km nach Südsüdwesten", "Perpignan", "114 km entfernt", "15.853", "Escaldes-Engordany Escaldes")
		if !strings.Contains(body, `<meta name="robots" content="noindex">`) || strings.Contains(body, `rel="canonical"`) {
			t.Error("it asks to be listed")
		}
		if got := marksOf(body); !slices.Equal(got, []string{"/de/places/perpignan", "/de/places/geonames-3040051"}) {
			t.Errorf("its map shows %v, its own mark above others", got)
		}
		for number, mark := range map[string]string{"3040051": "twinning", "5391959": "coop"} { // Perpignan, Kansas City
			if body := s.get("/de/places/geonames-" + number).Body.String(); !strings.Contains(body, `k-mark--`+mark+`"`) {
				t.Errorf("%s: the mark of the nearest partner is not %s", number, mark)
			}
		}
		if w := s.get("/de/places/geonames-3088171"); w.Code != http.StatusMovedPermanently || w.Header().Get("Location") != "/de/places/poznan" {
			t.Errorf("Poznań: %d %s", w.Code, w.Header().Get("Location"))
		}
		for _, unknown := range []string{"geonames-1", "geonames-0", "geonames-", "geonames-99999999999999", "geonames-1x"} {
			if w := s.get("/de/places/" + unknown); w.Code != http.StatusNotFound {
				t.Errorf("%s: %d", unknown, w.Code)
			}
		}
		if strings.Contains(s.get("/sitemap.xml").Body.String(), "geonames-") {
			t.Error("the sitemap lists places of the gazetteer")
		}
	})
}

func pin(name string, lat, lon float64, mark string) portal.Pin {
	return portal.Pin{Name: name, Href: "/de/relations/" + strings.ToLower(name), Mark: mark, At: geo.Point{Lat: lat, Lon: lon}}
}

// world is an atlas with some places near and some far.
func world() portal.Atlas {
	return portal.Atlas{Home: "Hannover", At: geo.Point{Lat: 52.37, Lon: 9.72}, Known: true, Pins: []portal.Pin{
		pin("Bristol", 51.45, -2.59, "twinning"), pin("Hiroshima", 34.4, 132.45, "twinning"), pin("Apia", -13.8, -171.8, "coop"),
		pin("Suva", -18.1, 178.4, "district"), pin("Leipzig", 51.34, 12.37, "other"), pin("Leipzig II", 51.34, 12.37, "coop"),
	}}
}

// Each pin has one mark, on one sheet, what weighs most above the others; arcs lead everywhere and are parted at the edge of the world.
func TestSheetsOfAMap(t *testing.T) {
	sheets := world().Sheets()
	if len(sheets) != 2 || sheets[0].Chart != "world" || sheets[1].Chart != "europe" || !sheets[0].Inset {
		t.Fatalf("%d sheets", len(sheets))
	}
	for i, want := range [][]string{{"suva", "apia", "hiroshima"}, {"leipzig", "leipzig ii", "bristol"}} {
		var got []string
		for _, m := range marksOf(sheets[i].Body) {
			got = append(got, strings.TrimPrefix(m, "/de/relations/"))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s has %v, want %v", sheets[i].Chart, got, want)
		}
	}
	for to, parts := range map[string]int{"1": 1, "2": 1, "3": 1} {
		arc := regexp.MustCompile(`data-pin="` + to + `" d="([^"]+)"`).FindStringSubmatch(sheets[0].Body)
		if arc == nil || strings.Count(arc[1], "M") < parts {
			t.Errorf("the arc to %s: %v", to, arc)
		}
	}
	across := portal.Atlas{Home: "Suva", At: geo.Point{Lat: -18.1, Lon: 178.4}, Known: true, Pins: []portal.Pin{pin("Apia", -13.8, -171.8, "twinning"), pin("Lima", -12, -77, "twinning")}}
	body := across.Sheets()[0].Body
	for _, arc := range regexp.MustCompile(`class="m-arc" data-pin="\d" d="([^"]+)"`).FindAllStringSubmatch(body, -1) {
		if strings.Count(arc[1], "M") != 2 {
			t.Errorf("not parted: %s", arc[1])
		}
		for _, x := range steps(arc[1]) {
			if math.Abs(x) > 200 {
				t.Errorf("an arc jumps: %s", arc[1])
			}
		}
	}
	for _, s := range append(sheets, across.Sheets()...) {
		if err := xml.Unmarshal([]byte("<svg>"+s.Body+"</svg>"), new(struct{})); err != nil {
			t.Errorf("%s is not well-formed: %v", s.Chart, err)
		}
	}
}

// steps returns the steps to the east of a path.
func steps(path string) (out []float64) {
	for line := range strings.SplitSeq(path, "M") {
		_, rel, ok := strings.Cut(line, "l")
		if !ok {
			continue
		}
		numbers := regexp.MustCompile(`-?\d+`).FindAllString(rel, -1)
		for i := 0; i < len(numbers); i += 2 {
			x, _ := strconv.ParseFloat(numbers[i], 64)
			out = append(out, x)
		}
	}
	return out
}

// A map shows what there is to show: nothing without pins, the world alone where home lies elsewhere or nothing lies in
// Europe, Europe alone where all does; without a home no arcs.
func TestMapsOfSmallSets(t *testing.T) {
	for name, c := range map[string]struct {
		atlas portal.Atlas
		want  string
		arcs  bool
	}{
		"nothing":      {portal.Atlas{Home: "Hannover", At: geo.Point{Lat: 52.37, Lon: 9.72}, Known: true}, "", false},
		"all near":     {portal.Atlas{At: geo.Point{Lat: 52.37, Lon: 9.72}, Known: true, Pins: []portal.Pin{pin("Bristol", 51.45, -2.59, "twinning")}}, "europe", true},
		"all far":      {portal.Atlas{At: geo.Point{Lat: 52.37, Lon: 9.72}, Known: true, Pins: []portal.Pin{pin("Lima", -12, -77, "twinning")}}, "world", true},
		"no home":      {portal.Atlas{Pins: []portal.Pin{pin("Bristol", 51.45, -2.59, "twinning")}}, "world", false},
		"at the pole":  {portal.Atlas{At: geo.Point{Lat: 52.37, Lon: 9.72}, Known: true, Pins: []portal.Pin{pin("Pole", -90, 0, "twinning")}}, "world", true},
		"home abroad":  {portal.Atlas{At: geo.Point{Lat: -12, Lon: -77}, Known: true, Pins: []portal.Pin{pin("Bristol", 51.45, -2.59, "coop")}}, "world", true},
		"home is here": {portal.Atlas{At: geo.Point{Lat: 52.37, Lon: 9.72}, Known: true, Pins: []portal.Pin{pin("Linden", 52.37, 9.72, "other")}}, "europe", false},
	} {
		got, arcs := "", false
		for _, s := range c.atlas.Sheets() {
			got += s.Chart
			arcs = arcs || strings.Contains(s.Body, "m-arc")
			if strings.Contains(s.Body, "NaN") || strings.Contains(s.Body, "Inf") {
				t.Errorf("%s: %s", name, s.Body)
			}
		}
		if got != c.want || arcs != c.arcs && name != "home is here" {
			t.Errorf("%s: %q, arcs %v", name, got, arcs)
		}
	}
}

// A written name as a test measures it: with letters of half their height, which is what Fira Sans takes on average.
type written struct {
	text                     string
	left, top, right, bottom float64
}

// namesAt returns the names on a sheet that are shown with writing of this height.
func namesAt(body string, font float64) (out []written) {
	hidden := map[float64]string{40: "m-mid|m-wide", 29: "m-wide", 20: "none"}[font]
	for _, m := range regexp.MustCompile(`<text class="m-label([^"]*)" x="(-?\d+)" y="(-?\d+)"(?: dx="([\d.-]+)em")?(?: dy="([\d.-]+)em")?(?: text-anchor="(\w+)")?>([^<]*)<`).FindAllStringSubmatch(body, -1) {
		if regexp.MustCompile(hidden).MatchString(m[1]) {
			continue
		}
		x, _ := strconv.ParseFloat(m[2], 64)
		y, _ := strconv.ParseFloat(m[3], 64)
		dx, _ := strconv.ParseFloat(m[4], 64)
		dy, _ := strconv.ParseFloat(m[5], 64)
		x, y = x+dx*font, y+dy*font
		w := 0.5 * font * float64(utf8.RuneCountInString(m[7]))
		switch m[6] {
		case "middle":
			x -= w / 2
		case "end":
			x -= w
		}
		out = append(out, written{m[7], x, y - 0.7*font, x + w, y + 0.2*font})
	}
	return out
}

func collisions(names []written, marks []geo.XY) (out []string) {
	for i, a := range names {
		if a.left < 0 || a.right > 1000 {
			out = append(out, a.text+" leaves the sheet")
		}
		for _, b := range names[:i] {
			if a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom {
				out = append(out, a.text+" covers "+b.text)
			}
		}
		for _, m := range marks {
			if m.X > a.left && m.X < a.right && m.Y > a.top && m.Y < a.bottom {
				out = append(out, fmt.Sprintf("%s covers the mark at %v", a.text, m))
			}
		}
	}
	return out
}

func marksAt(body string) (out []geo.XY) {
	for _, m := range regexp.MustCompile(`translate\((\d+) (\d+)\)`).FindAllStringSubmatch(body, -1) {
		x, _ := strconv.ParseFloat(m[1], 64)
		y, _ := strconv.ParseFloat(m[2], 64)
		out = append(out, geo.XY{X: x, Y: y})
	}
	return out
}

// crowd is an atlas of fifty places that lie close together.
func crowd() portal.Atlas {
	a := world()
	for i := range 44 {
		a.Pins = append(a.Pins, pin(fmt.Sprintf("Ort %c%c am Fluss", 'A'+i%26, 'a'+i%7), 44+float64(i%9)*1.7, -4+float64(i*7%31), []string{"twinning", "coop", "district", "other"}[i%4]))
	}
	return a
}

// However many places there are, no name covers another name or a mark, in any of the three sizes; and more find room in a
// larger one.
func TestNamesDoNotCollide(t *testing.T) {
	for _, a := range []portal.Atlas{world(), crowd()} {
		for _, s := range a.Sheets() {
			last := 0
			for _, font := range []float64{40, 29, 20} {
				names := namesAt(s.Body, font)
				for _, c := range collisions(names, marksAt(s.Body)) {
					t.Errorf("%s at %v: %s", s.Chart, font, c)
				}
				if len(names) < max(last, 2) {
					t.Errorf("%s at %v: %d names", s.Chart, font, len(names))
				}
				last = len(names)
			}
		}
		if again := a.Sheets()[0].Body; again != a.Sheets()[0].Body {
			t.Error("drawn differently the second time")
		}
	}
}

// What stands in brackets behind a name is not drawn; whoever points at the mark, or hears it, has all.
func TestNamesAreDrawnWithoutBrackets(t *testing.T) {
	a := world()
	a.Pins = []portal.Pin{pin("Frankfurt (Oder)", 52.34, 14.55, "twinning")}
	body := a.Sheets()[0].Body
	if names := namesAt(body, 40); len(names) != 2 || names[0].text != "Hannover" || names[1].text != "Frankfurt" {
		t.Errorf("drawn are %v", names)
	}
	if !strings.Contains(body, `aria-label="Frankfurt (Oder)"`) || !strings.Contains(body, `<title>Frankfurt (Oder)</title>`) {
		t.Errorf("its mark does not bear the whole name: %s", body)
	}
}

// TestNamesDoNotCollide sees a name that was moved upon another, or upon a mark.
func TestCollidingNamesAreFound(t *testing.T) {
	body := world().Sheets()[1].Body
	names := namesAt(body, 20)
	moved := names[1]
	moved.left, moved.right, moved.top, moved.bottom = names[0].left+5, names[0].right+5, names[0].top+3, names[0].bottom+3
	if len(collisions([]written{names[0], moved}, nil)) != 1 {
		t.Error("a name upon another is not found")
	}
	mark := marksAt(body)[0]
	if len(collisions([]written{{"x", mark.X - 5, mark.Y - 5, mark.X + 5, mark.Y + 5}}, marksAt(body))) == 0 {
		t.Error("a name upon a mark is not found")
	}
}

// With script, whoever points at a row or comes to a mark sees both stand out, and the arc; also after a filter was
// chosen. The marks are reached in the order of the list, and each can be pressed and seen.
func TestScriptTiesMapAndList(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	s := hannover(t, kontortest.SQLite(t))
	s.relation(t, relation.Relation{Title: i18n.Of("de", "Nirgendwo")})
	server := httptest.NewServer(s.web)
	defer server.Close()
	page := browser.Open(t, server.URL+"/de/relations", kontortest.Views()[0])
	tied := func(act, href string) (out string) {
		page.Eval(`(() => { const e = document.querySelector('`+act+`'), tied = () => { const all = [...document.querySelectorAll(".is-tied")];
				return ["a", "path", "tr"].map((n) => n + all.filter((e) => e.localName === n && (n !== "tr" || e.querySelector('a[href="`+href+`"]'))).length).join(" ") };
			e.dispatchEvent(new PointerEvent("pointerover", {bubbles: true, clientX: Math.random()}));
			const pointed = tied();
			document.activeElement.blur();
			e.focus();
			if (document.activeElement !== e) return pointed;
			const focused = tied();
			e.blur();
			return focused === pointed && tied() === "a0 path0 tr0" ? focused : pointed + ", by keyboard " + focused + ", then " + tied() })()`, &out)
		return out
	}
	if got := tied(`tr a[href="/de/relations/hiroshima"]`, "/de/relations/hiroshima"); got != "a1 path2 tr1" {
		t.Errorf("from the row: %s", got)
	}
	if got := tied(`.k-map a[href="/de/relations/blantyre"]`, "/de/relations/blantyre"); got != "a1 path2 tr1" {
		t.Errorf("from the mark: %s", got)
	}
	if got := tied(`.k-map a[href="/de/relations/ring-misburg-anderten"]`, "/de/relations/ring-misburg-anderten"); got != "a6 path6 tr1" {
		t.Errorf("from a mark of a ring: %s", got)
	}
	if got := tied(`tr a[href="/de/relations/nirgendwo"]`, "/de/relations/nirgendwo"); got != "a0 path0 tr0" {
		t.Errorf("from a row without a mark: %s", got)
	}
	if got := tied(`h1`, ""); got != "a0 path0 tr0" {
		t.Errorf("from elsewhere: %s", got)
	}
	page.Click(`.k-fold > summary`)
	page.Click(`input[value="climate"]`)
	page.WaitFor(`#results a[href="/de/relations"]`)
	page.Click(`input[value="cooperation"]`)
	page.WaitFor(`.k-map a[href="/de/relations/konya"]`)
	if got := tied(`.k-map a[href="/de/relations/konya"]`, "/de/relations/konya"); !strings.HasPrefix(got, "a1") || !strings.HasSuffix(got, "tr1") {
		t.Errorf("after a filter: %s", got)
	}
	if bad := page.PolicyViolations(); len(bad) > 0 {
		t.Error(bad)
	}

	var grounds []string // of a tile, on which its words are set, before and while it is tied
	page = browser.Open(t, server.URL+"/de/", kontortest.Views()[0])
	page.Eval(`(() => { const tile = document.querySelector('.k-city:has(a[href="/de/relations/hiroshima"])'), ground = () => getComputedStyle(tile).backgroundColor;
		const before = ground();
		document.querySelector('.k-map a[href="/de/relations/hiroshima"]').dispatchEvent(new PointerEvent("pointerover", {bubbles: true, clientX: Math.random()}));
		return [before, ground(), String(tile.matches(".is-tied")), getComputedStyle(tile).outlineStyle] })()`, &grounds)
	if len(grounds) != 4 || grounds[0] != grounds[1] || grounds[2] != "true" || grounds[3] != "solid" {
		t.Errorf("a tile on home: %v", grounds)
	}
}

// Partners of a project stand in a list of facts: they are tied, too.
func TestScriptTiesPartnersOfAProject(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	s := hannover(t, kontortest.SQLite(t))
	server := httptest.NewServer(s.web)
	defer server.Close()
	page := browser.Open(t, server.URL+"/en/projects/aware-fair", kontortest.Views()[0])
	var tied []string
	page.Eval(`(() => { const mark = document.querySelector('.k-map a[href="/en/places/poznan"]'); mark.dispatchEvent(new PointerEvent("pointerover", {bubbles: true, clientX: 1}));
		return [...document.querySelectorAll("dd.is-tied")].map((e) => e.textContent.trim()) })()`, &tied)
	if len(tied) != 1 || !strings.Contains(tied[0], "Poznań") {
		t.Errorf("tied: %q", tied)
	}
}

// Who goes on by keyboard while the mouse rests scrolls the page below it: that does not tie what lies there by chance.
func TestARestingPointerTiesNothing(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	s := hannover(t, kontortest.SQLite(t))
	server := httptest.NewServer(s.web)
	defer server.Close()
	page := browser.Open(t, server.URL+"/de/relations", kontortest.Views()[0])
	var tied []string
	page.Eval(`(() => {
		const row = document.querySelector('tr:has(a[href="/de/relations/konya"])'), out = [];
		const send = (e, type, x) => { e.dispatchEvent(new PointerEvent(type, {bubbles: true, clientX: x, clientY: 9})); out.push(String(document.querySelector(".k-map a.is-tied")?.getAttribute("href"))); };
		send(document.body, "pointermove", 7);
		document.querySelector('tr a[href="/de/relations/hiroshima"]').focus();
		send(row, "pointerover", 7);
		send(row, "pointerover", 8);
		return out })()`, &tied)
	if want := []string{"undefined", "/de/relations/hiroshima", "/de/relations/konya"}; !slices.Equal(tied, want) {
		t.Errorf("tied in turn %q, want %q", tied, want)
	}
}

// Where a mark and its name lie does not depend on the order of the list.
func TestMarksLieWhereTheyLieInAnyOrder(t *testing.T) {
	lies := regexp.MustCompile(`href="([^"]+)"[^>]*><title>[^<]*</title><g transform="(translate\([^"]+\))">.*?</g>(<text[^>]*>)?`)
	at := func(a portal.Atlas) map[string]string {
		out := map[string]string{}
		for _, s := range a.Sheets() {
			for _, m := range lies.FindAllStringSubmatch(s.Body, -1) {
				out[m[1]] = m[2] + m[3]
			}
		}
		return out
	}
	a := crowd()
	first := at(a)
	slices.Reverse(a.Pins)
	if second := at(a); len(first) < 20 || !maps.Equal(first, second) {
		t.Errorf("%d marks lie elsewhere in another order:\n%v\n%v", len(first), first, second)
	}
}

// endOf returns where a path ends: its steps are relative, the way on to a mark is not.
func endOf(path string) (at geo.XY) {
	line, on, moved := strings.Cut(path[strings.LastIndex(path, "M")+1:], "L")
	start, rel, _ := strings.Cut(line, "l")
	numbers := func(s string) (out []float64) {
		for _, n := range regexp.MustCompile(`-?\d+`).FindAllString(s, -1) {
			x, _ := strconv.ParseFloat(n, 64)
			out = append(out, x)
		}
		return out
	}
	from := numbers(start)
	if moved {
		from, rel = numbers(on), ""
	}
	at = geo.XY{X: from[0], Y: from[1]}
	for i, n := range numbers(rel) {
		if i%2 == 0 {
			at.X += n
		} else {
			at.Y += n
		}
	}
	return at
}

// An arc ends at its mark, also where that lies beside its place because another one is there; and what an arc leads to is not
// pushed aside by what merely lies there.
func TestArcsEndAtTheirMarks(t *testing.T) {
	beside := world()
	lima := pin("Lima", -12, -77, "twinning")
	beside.Pins[0].Mark, lima.Loose, lima.At = "other", true, beside.Pins[0].At
	beside.Pins = append(beside.Pins[:1], lima)
	arcs, moved := 0, 0
	for _, a := range []portal.Atlas{crowd(), beside} {
		for _, s := range a.Sheets() {
			marks := map[string]geo.XY{}
			for _, m := range regexp.MustCompile(`href="([^"]+)"[^>]*><title>[^<]*</title>(<g transform="translate[^"]+")`).FindAllStringSubmatch(s.Body, -1) {
				marks[m[1]] = marksAt(m[2])[0]
			}
			for _, m := range regexp.MustCompile(`data-pin="(\d+)" d="(M[^"]+)"`).FindAllStringSubmatch(s.Body, -1) {
				n, _ := strconv.Atoi(m[1])
				mark, ok := marks[a.Pins[n].Href]
				if !ok {
					continue // on another sheet
				}
				arcs++
				if strings.Contains(m[2], "L") {
					moved++
				}
				if end := endOf(m[2]); math.Hypot(end.X-mark.X, end.Y-mark.Y) > 1.5 {
					t.Errorf("%s: the arc to %s ends at %v, its mark lies at %v", s.Chart, a.Pins[n].Name, end, mark)
				}
			}
			if len(a.Pins) == 2 && regexp.MustCompile(`m-arc[^>]*L`).MatchString(s.Body) {
				t.Errorf("%s: pushed aside by what no arc leads to: %s", s.Chart, s.Body)
			}
		}
	}
	if arcs < 40 || moved < 3 {
		t.Errorf("%d arcs, %d marks beside their places", arcs, moved)
	}
}

// As the browser sets them, names keep clear of each other too, from the narrowest phone to a wide screen.
func TestNamesDoNotCollideInABrowser(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	s := hannover(t, kontortest.SQLite(t))
	server := httptest.NewServer(s.web)
	defer server.Close()
	const covered = `(() => {
		const boxes = [...document.querySelectorAll(".m-label")].map((e) => [e.textContent, e.getBoundingClientRect(), e.ownerSVGElement])
			.filter(([, b]) => b.width > 0).map(([text, b, svg]) => ({text, svg, left: b.left, right: b.right, top: b.top + b.height / 5, bottom: b.bottom - b.height / 5}));
		const out = [];
		boxes.forEach((a, i) => boxes.slice(0, i).forEach((b) => {
			if (a.svg === b.svg && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) out.push(a.text + " on " + b.text);
		}));
		return boxes.length + " names" + out.map((o) => ", " + o).join("");
	})()`
	for _, width := range []int{320, 700, 1280} {
		page := browser.Open(t, server.URL+"/de/", kontortest.View{Width: width, Height: 800})
		for _, path := range []string{"/de/", "/en/relations", "/de/places/perpignan"} {
			page.Visit(server.URL + path)
			var got string
			page.Eval(covered, &got)
			if strings.Contains(got, ",") || strings.HasPrefix(got, "0") {
				t.Errorf("%s at %d: %s", path, width, got)
			}
		}
		var got string
		page.Eval(`(() => { const two = document.querySelectorAll(".m-label"); for (const a of ["x", "y", "dx", "dy", "text-anchor"]) two[1].setAttribute(a, two[0].getAttribute(a) || (a === "text-anchor" ? "start" : "0"));
			return `+covered+` })()`, &got)
		if !strings.Contains(got, " on ") {
			t.Errorf("a name upon another is not seen at %d: %s", width, got)
		}
	}
}

// What fifty relations cost: two sheets, a hundred arcs, the names.
func BenchmarkMapOfFifty(b *testing.B) {
	a := crowd()
	b.ReportAllocs()
	size := 0
	for b.Loop() {
		size = 0
		for _, s := range a.Sheets() {
			size += len(s.Body)
		}
	}
	b.ReportMetric(float64(size), "bytes")
}

// The map of the home page is a picture of what the page says in words.
func TestTheMapOfTheHomePageShowsWhatIsNamed(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	bristol, err := s.Places.BySlug(editor(), record.SharedOffice, "bristol")
	if err != nil {
		t.Fatal(err)
	}
	for i := range 30 { // more than the page names
		r := relation.Relation{Title: i18n.Of("en", fmt.Sprintf("Twin %d", i)), Form: relation.Twinning, OwnSide: relation.OwnCity}
		r.Office, r.State = demo.Office(), record.Published
		r.Sides = []relation.Side{{Party: record.Ref{Kind: "place", ID: bristol.ID}}}
		if err := s.Relations.Create(editor(), &r); err != nil {
			t.Fatal(err)
		}
	}
	body := s.get("/en/").Body.String()
	said := map[string]bool{}
	for _, link := range regexp.MustCompile(`<a [^>]*href="([^"]+)"[^>]*>`).FindAllStringSubmatch(body, -1) {
		said[link[1]] = said[link[1]] || !strings.Contains(link[0], "data-pin=")
	}
	marks := marksOf(body)
	if len(marks) < 15 {
		t.Errorf("%d marks", len(marks))
	}
	for _, m := range marks {
		if !said[m] {
			t.Errorf("%s is on the map and not in the text", m)
		}
	}
}

// What names and addresses hold is text on a map, however it looks.
func TestNamesOnAMapAreText(t *testing.T) {
	odd := pin(`<b>&"Ö'</b>`, 51.45, -2.59, "twinning")
	odd.About, odd.Href, odd.Lang = `<i>"`, `/de/relations?a=1&b="><script>`, `x"y`
	a := portal.Atlas{Home: `Haus & "Hof" <x>`, At: geo.Point{Lat: 52.37, Lon: 9.72}, Known: true, Pins: []portal.Pin{odd}}
	body := a.Sheets()[0].Body
	var svg struct {
		A struct {
			Href  string `xml:"href,attr"`
			Label string `xml:"aria-label,attr"`
			Lang  string `xml:"lang,attr"`
			Title string `xml:"title"`
			Text  string `xml:"text"`
		} `xml:"a"`
		Home string `xml:"text"`
	}
	if err := xml.Unmarshal([]byte("<svg>"+body+"</svg>"), &svg); err != nil {
		t.Fatalf("%v in %s", err, body)
	}
	if x := svg.A; x.Href != odd.Href || x.Label != odd.Name+", "+odd.About || x.Title != x.Label || x.Lang != odd.Lang || x.Text != odd.Name || svg.Home != a.Home {
		t.Errorf("%+v", svg)
	}
}

// No mark covers another, or home, and none leaves its sheet: not those of one place, nor that of the pole.
func TestMarksKeepApart(t *testing.T) {
	a := world()
	for i, mark := range []string{"twinning", "coop", "other"} {
		a.Pins = append(a.Pins, pin(fmt.Sprint("Linden ", i), 52.37, 9.72, mark), pin(fmt.Sprint("Pole ", i), -90, 0, mark))
	}
	for _, s := range a.Sheets() {
		marks := marksAt(s.Body)
		if len(marks) < 6 {
			t.Errorf("%s: only %d marks", s.Chart, len(marks))
		}
		for i, m := range marks {
			if m.X < 13 || m.Y < 13 || m.X > float64(s.Width)-13 || m.Y > float64(s.Height)-13 {
				t.Errorf("%s: the mark at %v leaves the sheet", s.Chart, m)
			}
			for _, o := range marks[:i] {
				if d := math.Hypot(m.X-o.X, m.Y-o.Y); d < 18 {
					t.Errorf("%s: the marks at %v and %v are %v apart", s.Chart, m, o, d)
				}
			}
		}
	}
}

// Each sort of mark has a shape of its own, so that nobody needs to see its colour, and its arc is drawn in a way of its own.
func TestMarksHaveTheirOwnShapes(t *testing.T) {
	seen := map[string]bool{}
	for mark, want := range map[string][2]string{
		"twinning": {`m-arc" data`, `<circle class="m-dot" r="11"/>`}, "coop": {`m-arc m-arc--coop"`, `m-dot--coop" d="M0-14l14 14-14 14-14-14z"/>`},
		"district": {`m-arc m-arc--district"`, `m-dot--district" d="M-10-10h20v20h-20z"/>`}, "other": {`m-arc m-arc--other"`, `m-dot--other" d="M0-14l13 23h-26z"/>`},
		"unbound": {`m-arc m-arc--unbound"`, `<circle class="m-dot m-dot--unbound" r="10"/>`},
	} {
		a := portal.Atlas{Home: "Hannover", At: geo.Point{Lat: 52.37, Lon: 9.72}, Known: true, Pins: []portal.Pin{pin("Lima", -12, -77, mark)}}
		body := a.Sheets()[0].Body
		if !strings.Contains(body, want[0]) || !strings.Contains(body, want[1]) || seen[want[1]] {
			t.Errorf("%s is drawn as %s", mark, body)
		}
		seen[want[1]] = true
	}
}

// What is enlarged on the sheet of Europe has no arc on that of the world, but a dot of its sort; no name lies upon that part, and
// home has its name where it is enlarged.
func TestTheSheetOfTheWorldLeavesEuropeToItsOwn(t *testing.T) {
	a := world()
	for i, at := range []geo.Point{{Lat: 15, Lon: 9}, {Lat: 30, Lon: 31}, {Lat: 20, Lon: -10}, {Lat: 60, Lon: -45}, {Lat: 45, Lon: 75}, {Lat: 27, Lon: 0}} {
		a.Pins = append(a.Pins, portal.Pin{Name: fmt.Sprintf("Ort am langen Fluss %d", i), Href: fmt.Sprint("/de/relations/", i), Mark: "coop", At: at})
	}
	s := a.Sheets()[0]
	arcs := regexp.MustCompile(`data-pin="(\d+)" d=`).FindAllStringSubmatch(s.Body, -1)
	if len(arcs) != 9 {
		t.Errorf("%d arcs", len(arcs))
	}
	for _, arc := range arcs {
		if slices.Contains([]string{"0", "4", "5"}, arc[1]) {
			t.Errorf("an arc leads to %s, which is enlarged", arc[1])
		}
	}
	for _, mark := range []string{`m-far"`, `m-far m-far--other"`, `m-far m-far--coop"`} {
		if n := len(regexp.MustCompile(mark+` d="(?:M\d+ \d+h0)+"/>`).FindAllString(s.Body, -1)); n != 1 {
			t.Errorf("%d paths of dots of %s", n, mark)
		}
	}
	if n := strings.Count(s.Body, "h0"); n != 3 {
		t.Errorf("%d dots", n)
	}
	for _, i := range []int{0, 4, 5} {
		at := geo.World().At(a.Pins[i].At)
		if dot := fmt.Sprintf("M%.0f %.0fh0", at.X, at.Y); !strings.Contains(s.Body, dot) {
			t.Errorf("the dot of %s is not at %s", a.Pins[i].Name, dot)
		}
	}
	if strings.Contains(s.Body, "m-label--home") {
		t.Error("home has its name on the part that is enlarged")
	}
	for _, font := range []float64{40, 29, 20} {
		for _, n := range namesAt(s.Body, font) {
			if n.left < 652 && n.right > 418 && n.top < 146 && n.bottom > 25 {
				t.Errorf("at %v %s covers what is enlarged", font, n.text)
			}
		}
	}
}

// The room that can be pressed around a mark ends half-way to the next one, and is neither too small to be hit nor larger than
// it needs to be.
func TestMarksHaveRoom(t *testing.T) {
	type room struct {
		at geo.XY
		r  float64
	}
	widest, narrow := 0.0, 0
	for _, a := range []portal.Atlas{world(), crowd()} {
		for _, s := range a.Sheets() {
			var rooms []room
			for _, m := range regexp.MustCompile(`(translate\(\d+ \d+\))"><circle class="m-hit" r="(\d+)"`).FindAllStringSubmatch(s.Body, -1) {
				r, _ := strconv.ParseFloat(m[2], 64)
				rooms = append(rooms, room{marksAt(m[1])[0], r})
			}
			for i, a := range rooms {
				widest = max(widest, a.r)
				if a.r < 10 || a.r > 27 {
					t.Errorf("%s: a mark has room of %v", s.Chart, a.r)
				}
				for _, b := range rooms[:i] {
					if d := math.Hypot(a.at.X-b.at.X, a.at.Y-b.at.Y); a.r+b.r > d+2 && max(a.r, b.r) > 10 {
						t.Errorf("%s: marks %v apart have room of %v and %v", s.Chart, d, a.r, b.r)
					} else if d < 54 {
						narrow++
					}
				}
			}
		}
	}
	if widest != 27 || narrow < 5 {
		t.Errorf("the largest room is %v, and %d pairs are close", widest, narrow)
	}
}

// Of one sort the nearest comes first and the farthest last, above all others; each arc has a step, however short the way; and no
// name covers home.
func TestTheFarthestMarkLiesAbove(t *testing.T) {
	a := portal.Atlas{Home: "Hannover", At: geo.Point{Lat: 52.37, Lon: 9.72}, Known: true, Pins: []portal.Pin{
		pin("B", 51.45, -2.59, "twinning"), pin("A", 52.4, 16.9, "twinning"), pin("C", 52.371, 9.721, "twinning"), pin("D (bei E)", 48.1, 11.5, "twinning"),
	}}
	body := a.Sheets()[0].Body
	if got := strings.Join(marksOf(body), " "); got != "/de/relations/c /de/relations/a /de/relations/d (bei e) /de/relations/b" {
		t.Errorf("in the order %s", got)
	}
	for _, path := range regexp.MustCompile(` data-pin="\d" d="([^"]*)"`).FindAllStringSubmatch(body, -1) {
		if !regexp.MustCompile(`^M\d+ \d+l-?\d`).MatchString(path[1]) {
			t.Errorf("the path %q leads nowhere", path[1])
		}
	}
	for east := 4.0; east < 9.5; east += 0.25 { // a name beside a mark that lies near home
		near := portal.Atlas{At: a.At, Known: true, Pins: []portal.Pin{pin("Nah", a.At.Lat, east, "twinning")}}
		for _, font := range []float64{40, 29, 20} {
			for _, c := range collisions(namesAt(near.Sheets()[0].Body, font), marksAt(near.Sheets()[0].Body)) {
				t.Errorf("at %v degrees: %s", east, c)
			}
		}
	}
	if !strings.Contains(body, `aria-label="D (bei E)"`) || !strings.Contains(body, ">D</text>") {
		t.Error("what stands in brackets is on the drawing, or not read out")
	}
}

// Below a map stands how much of the list it shows, and for its marks and arcs what they mean, if there are any.
func TestMapsSayWhatTheyShow(t *testing.T) {
	s := found(t, kontortest.SQLite(t))
	s.open(t)
	for i, lat := range []record.Decimal{"34.4", "51.45", "", ""} {
		x := s.relation(t, relation.Relation{Title: i18n.Of("de", fmt.Sprint("Ort ", i)), Since: "1950"})
		p, err := s.Places.Get(editor(), x.Sides[0].Party.ID)
		if err != nil {
			t.Fatal(err)
		}
		if p.Lat = lat; lat != "" {
			p.Lon = "1"
		}
		if err := s.Places.Update(record.As(t.Context(), record.Actor{Name: "admin", Role: record.Admin}), p); lat != "" && err != nil {
			t.Fatal(err)
		}
	}
	caption := func(path string) string {
		t.Helper()
		return text(s.part(t, path, "<figcaption>", "</figcaption>"))
	}
	said := caption("/de/relations")
	shows(t, said, "Die Karte zeigt 2 der 4 Beziehungen der Liste; von 2 ist der Ort nicht bekannt.")
	hides(t, said, "Bögen", "Städtekooperation: gepunktet") // of one sort, and from a home that lies nowhere
	shows(t, caption("/de/"), "Die Karte zeigt 2 von 4 Beziehungen.")
	for i := range 50 {
		s.relation(t, relation.Relation{Title: i18n.Of("de", fmt.Sprintf("Spät %02d", i)), Since: "1990"})
	}
	shows(t, caption("/de/relations?sort=since"), "Die Karte zeigt diese Seite der Liste, 2 von 54 Beziehungen; von 48 ist der Ort nicht bekannt.")
	next := regexp.MustCompile(`href="([^"]*cursor=[^"]*)"`).FindStringSubmatch(s.get("/de/relations?sort=-since").Body.String())
	if next == nil {
		t.Fatal("no next page")
	}
	shows(t, caption(strings.ReplaceAll(next[1], "&amp;", "&")), "Die Karte zeigt diese Seite der Liste, 2 von 54 Beziehungen; von 2 ist der Ort nicht bekannt.")

	s = hannover(t, kontortest.SQLite(t))
	said = caption("/de/relations?form=town-twinning&form=cooperation")
	shows(t, said, "Städtepartnerschaft: durchgezogen", "Städtekooperation: gepunktet", "Bögen zeigen den kürzesten Weg über den Globus.")
	hides(t, said, "andere Beziehung: dünn")
	said = caption("/de/networks/unesco-creative-cities-network-city-of-music") // to members no way is drawn
	shows(t, said, "Mitglieder, deren Ort bekannt ist.")
	hides(t, said, "Bögen")
}
