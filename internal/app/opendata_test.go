package app_test

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/mmcdole/gofeed"
	"github.com/xuri/excelize/v2"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
	"kontor.example/internal/serve/opendata"
	"kontor.example/internal/serve/web"
)

// A grid is what a file holds: a header and rows of cells.
type grid [][]string

// column returns a column without its header.
func (g grid) column(t *testing.T, name string) []string {
	t.Helper()
	at := slices.Index(g[0], name)
	if at < 0 {
		t.Fatalf("no column %s in %v", name, g[0])
	}
	out := []string{}
	for _, row := range g[1:] {
		if at >= len(row) { // a workbook leaves out empty cells at the end
			row = append(row, make([]string, at+1)...)
		}
		out = append(out, row[at])
	}
	return out
}

// file fetches a file, which has to be there.
func (w *town) file(path string) []byte {
	w.t.Helper()
	got := w.do("visitor", "GET", path, "")
	w.expect(http.StatusOK, got)
	return got.Body.Bytes()
}

func (w *town) csv(path string) grid {
	w.t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(w.file(path))).ReadAll()
	if err != nil {
		w.t.Fatalf("%s: %v", path, err)
	}
	return rows
}

// idsIn returns the ids that a file names, in its order, and fails where the file is not what its name says.
func (w *town) idsIn(path string) (ids []string) {
	w.t.Helper()
	u, err := url.Parse(path)
	if err != nil {
		w.t.Fatal(err)
	}
	switch body := w.file(path); u.Path[strings.LastIndex(u.Path, ".")+1:] {
	case "csv":
		return w.csv(path).column(w.t.(*testing.T), "id")
	case "xlsx":
		return sheet(w.t.(*testing.T), body).column(w.t.(*testing.T), "id")
	case "json":
		var list struct {
			Items []struct{ ID string }
			Total int
		}
		if err := json.Unmarshal(body, &list); err != nil || list.Total != len(list.Items) {
			w.t.Fatalf("%s: %v, %d items of %d", path, err, len(list.Items), list.Total)
		}
		for _, x := range list.Items {
			ids = append(ids, x.ID)
		}
	case "geojson":
		for _, f := range features(w.t.(*testing.T), body) {
			if f.ID != f.Properties["id"] {
				w.t.Errorf("%s: feature %s has the properties of %v", path, f.ID, f.Properties["id"])
			}
			ids = append(ids, f.ID)
		}
	}
	return ids
}

func sheet(t *testing.T, body []byte) grid {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// A feature is one of a GeoJSON file.
type feature struct {
	ID       string
	Geometry *struct {
		Type        string
		Coordinates any
	}
	Properties map[string]any
}

func features(t *testing.T, body []byte) []feature {
	t.Helper()
	var all struct {
		Type     string
		Features []feature
	}
	if err := json.Unmarshal(body, &all); err != nil || all.Type != "FeatureCollection" {
		t.Fatalf("%q: %v", all.Type, err)
	}
	return all.Features
}

// shown returns the addresses of the pages that a list leads to, in order, over all its pages; and the files that it
// offers.
func (w *town) shown(list string) (pages, files []string) {
	w.t.Helper()
	section, _, _ := strings.Cut(list, "?")
	for next := list; next != ""; {
		body := string(w.file(next))
		_, results, _ := strings.Cut(body, `id="results"`)
		results, _, _ = strings.Cut(results, "</main>")
		results = regexp.MustCompile(`(?s)<svg.*?</svg>`).ReplaceAllString(results, "") // the marks of a map lead to the same pages
		for _, m := range regexp.MustCompile(`href="(`+section+`/[^"#?]+)"`).FindAllStringSubmatch(results, -1) {
			pages = append(pages, m[1])
		}
		files = nil
		for _, m := range regexp.MustCompile(`href="(`+web.DataPath+`[^"]+)"`).FindAllStringSubmatch(results, -1) {
			if file := html.UnescapeString(m[1]); !slices.Contains(files, file) { // they stand above the list and below it
				files = append(files, file)
			}
		}
		next = ""
		if m := regexp.MustCompile(`href="([^"]+)" rel="next"`).FindStringSubmatch(results); m != nil {
			next = html.UnescapeString(m[1])
		}
	}
	return pages, files
}

// What a list shows under its filters, each file that it offers has: the same rows, in the same order.
func TestFilesHaveTheRowsOfTheirList(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, address string) {
		w := newTown(t, address)
		for _, list := range []string{
			"/de/relations", "/en/relations?continent=asia", "/de/relations?form=town-twinning&sort=-since", "/de/relations?theme=wasserwirtschaft",
			"/en/relations?country=JP&country=PL&sort=-title", "/de/relations?own_side=district", "/en/relations?place=poznan", "/de/relations?sort=since",
			"/de/networks", "/en/networks?form=charter", "/de/projects", "/en/projects", "/de/projects?form=eu-project", "/en/projects?status=closed",
			"/de/projects?place=blantyre", "/de/places", "/en/places?continent=africa", "/de/places?country=DE&continent=europe",
		} {
			pages, files := w.shown(list)
			if len(pages) == 0 || len(files) != len(web.DataFormats()) {
				t.Errorf("%s shows %d rows and offers %v", list, len(pages), files)
				continue
			}
			var paths []string
			for _, u := range w.csv(files[0]).column(t, "url") {
				paths = append(paths, strings.TrimPrefix(u, "http://example.com"))
			}
			if !slices.Equal(paths, pages) {
				t.Errorf("%s shows %v, its table has %v", list, pages, paths)
			}
			want := w.idsIn(files[0])
			for _, f := range files {
				if got := w.idsIn(f); !slices.Equal(got, want) {
					t.Errorf("%s: %d rows, not the %d of %s", f, len(got), len(want), files[0])
				}
			}
		}
		all := w.csv("/data/relations.csv?lang=de") // what the list calls "dort seit 1993"
		at := slices.IndexFunc(all.column(t, "title"), func(s string) bool { return s == "Kansas City" })
		if at < 0 || all.column(t, "since")[at] != "" || all.column(t, "partner_since")[at] != "1993" {
			t.Error("the table does not say since when Kansas City counts")
		}
		if ids := w.idsIn("/data/relations.csv?country=VA"); len(ids) != 0 {
			t.Errorf("nobody is in the Vatican, and there are %v", ids)
		}
	})
}

// A table that is read in portions is whole: no row is lost or told twice where one portion ends.
func TestFilesAreLongerThanAPortion(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, address string) {
		w := newTown(t, address)
		before := len(w.idsIn("/data/relations.csv"))
		ctx := record.As(t.Context(), record.Actor{Role: record.Editor, Office: demo.Office()})
		for i := range 2*record.MaxLimit + 10 {
			r := &relation.Relation{
				Title: i18n.Of("de", fmt.Sprintf("Musterstadt %d", i%7)), Form: relation.Contact, OwnSide: relation.OwnCity,
				Sides: []relation.Side{{Party: record.Ref{Kind: "place", ID: record.GeoNames(3088171)}}},
			}
			r.State = record.Published
			if err := w.Stores.Relations.Create(ctx, r); err != nil {
				t.Fatal(err)
			}
		}
		for _, format := range web.DataFormats() {
			ids := w.idsIn("/data/relations." + format)
			slices.Sort(ids)
			if n := len(slices.Compact(ids)); n != before+2*record.MaxLimit+10 {
				t.Errorf("%s: %d rows", format, n)
			}
		}
	})
}

// Nobody learns from a file what the portal does not tell: drafts, also by name, internal and personal fields, what another office
// keeps.
func TestFilesTellNoMoreThanThePortal(t *testing.T) {
	w := newTown(t, kontortest.SQLite(t))
	for state, name := range map[string]string{"draft": "Kanarienvogel", "published": "Musterstadt"} {
		w.expect(201, w.do("editor", "POST", "/api/v1/relations", `{"title":{"de":"`+name+`"},"state":"`+state+`","form":"contact","own_side":"city",
			"contact":"kanarienvogel-person","notes":{"de":"kanarienvogel-notiz"},"history":[{"status":"idea","on_date":"2020","reason":{"de":"kanarienvogel-grund"}}],
			"sides":[{"party":{"geonames":3088171}}]}`))
	}
	w.expect(201, w.do("other", "POST", "/api/v1/relations", `{"title":{"de":"Andernorts"},"state":"published","form":"contact","own_side":"city",
		"sides":[{"party":{"geonames":3088171}}]}`))
	draft := func(plural, more string) string {
		return w.write("editor", "POST", "/api/v1/"+plural, `{"name":{"de":"Kanarienvogelname"}`+more+`}`, 0).ID
	}
	society, unit := draft("organisations", `,"form":"society"`), draft("organisations", `,"form":"unit"`)
	theme, land, programme := draft("themes", ""), draft("places", `,"level":"country","country":"CL"`), draft("programmes", "")
	named := `"themes":[{"theme":{"id":"` + theme + `"}}]`
	parties := `[{"party":{"kind":"organisation","id":"` + society + `"}},{"party":{"kind":"place","id":"` + land + `"}},{"party":{"geonames":3088171}}]`
	w.write("editor", "POST", "/api/v1/relations", `{"title":{"de":"Mustername"},"state":"published","form":"contact","own_side":"city",`+named+`,
		"units":[{"unit":{"id":"`+unit+`"},"role":"lead"}],"sides":`+parties+`}`, 0)
	w.write("editor", "POST", "/api/v1/projects", `{"title":{"de":"Mustername"},"state":"published","form":"eu-project",`+named+`,
		"units":[{"unit":{"id":"`+unit+`"}}],"programme":{"id":"`+programme+`"},"partners":`+strings.ReplaceAll(parties, `{"party"`, `{"role":"partner","party"`)+`}`, 0)
	w.write("editor", "POST", "/api/v1/networks", `{"name":{"de":"Mustername"},"state":"published","form":"network",`+named+`,"members":`+parties+`,
		"secretariat":{"id":"`+society+`"}}`, 0)
	for _, set := range []string{"relations", "projects", "networks"} {
		g := w.csv("/data/" + set + ".csv")
		at, column := slices.Index(g.column(t, "title"), "Mustername"), map[string]string{"networks": "members"}[set]
		if got := g.column(t, cmp.Or(column, "partners"))[at]; got != "Poznań" || g.column(t, "themes")[at] != "" {
			t.Errorf("%s: with %s, about %s", set, got, g.column(t, "themes")[at])
		}
	}
	for _, set := range opendata.Sets() {
		for _, format := range web.DataFormats() {
			for _, actor := range actors {
				body := w.do(actor, "GET", "/data/"+set.Name+"."+format, "").Body.String()
				if strings.Contains(strings.ToLower(body), "kanarienvogel") || strings.Contains(body, "Andernorts") {
					t.Errorf("%s.%s tells %s a secret", set.Name, format, actor)
				}
			}
		}
	}
	if body := string(w.file("/data/relations.csv")); !strings.Contains(body, "Musterstadt") {
		t.Error("what is published is not there")
	}
	if g := w.csv("/data/relations.csv?office=" + string(demo.Second())); !slices.Contains(g.column(t, "title"), "Andernorts") || g.column(t, "url")[0] != "" {
		t.Errorf("the other office has %v", g)
	}
	if ids := w.idsIn("/data/relations.csv?office=atlantis"); len(ids) != 0 {
		t.Errorf("Atlantis has %v", ids)
	}
	if feed := string(w.file("/data/changes.atom")); strings.Contains(strings.ToLower(feed), "kanarienvogel") || strings.Contains(feed, "Andernorts") ||
		!strings.Contains(feed, "Musterstadt") {
		t.Error("the feed tells too much or too little")
	}
}

// What cannot be meant is refused, with each parameter named, and never with a fault of ours.
func TestFilesRefuseRubbish(t *testing.T) {
	w := newTown(t, kontortest.SQLite(t))
	for path, field := range map[string]string{
		"/data/relations.csv?colour=red": "colour", "/data/relations.csv?lang=fr": "lang", "/data/relations.csv?lang=": "lang",
		"/data/relations.csv?lang=de&lang=en": "lang", "/data/relations.csv?sep=x": "sep", "/data/relations.csv?bom=yes": "bom",
		"/data/relations.csv?sort=colour": "sort", "/data/relations.json?sep=,": "sep", "/data/relations.geojson?geometry=round": "geometry",
		"/data/places.geojson?geometry=points": "geometry", "/data/relations.xlsx?form=marriage": "form", "/data/relations.csv?limit=5": "limit",
		"/data/relations.csv?cursor=abc": "cursor", "/data/relations.csv?continent=atlantis": "continent", "/data/relations.csv?country=": "country",
		"/data/networks.json?since=1": "since", "/data/changes.atom?office=x": "office", "/data/changes.atom?lang=xx": "lang",
		"/data/places.csv?country=" + strings.Repeat("x", 300): "country",
	} {
		for _, method := range []string{"GET", "HEAD"} {
			got := w.do("visitor", method, path, "", "Accept-Language", "en")
			if got.Code != http.StatusUnprocessableEntity || got.Header().Get("Content-Disposition") != "" {
				t.Errorf("%s %s: %d", method, path, got.Code)
			}
			if method == "GET" && !strings.Contains(got.Body.String(), `"field":"`+field+`"`) {
				t.Errorf("%s does not name %s: %s", path, field, got.Body)
			}
		}
	}
	for path, status := range map[string]int{
		"/data/relations.csv?a;b": 400, "/data/relations.csv?q=%00": 400, "/data/relations.pdf": 404, "/data/secrets.csv": 404, "/data/": 404, "/data": 404,
	} {
		if got := w.do("visitor", "GET", path, ""); got.Code != status || got.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %d %s", path, got.Code, got.Header().Get("Content-Type"))
		}
	}
	for _, c := range []struct{ query, accepts, lang, says string }{
		{"colour=red&lang=en", "de", "en", "There is no such filter."},
		{"colour=red&lang=de", "en", "de", "Einen solchen Filter gibt es nicht."},
		{"colour=red", "fr, en", "en", "There is no such filter."},
		{"lang=fr", "en", "en", "This is not one of the choices."},
	} {
		got := w.do("visitor", "GET", "/data/relations.csv?"+c.query, "", "Accept-Language", c.accepts)
		if h := got.Header(); h.Get("Content-Language") != c.lang || !slices.Contains(h.Values("Vary"), "Accept-Language") || !strings.Contains(got.Body.String(), c.says) {
			t.Errorf("%s, accepting %s: in %q by %q: %s", c.query, c.accepts, h.Get("Content-Language"), h.Values("Vary"), got.Body)
		}
	}
	if got := w.do("admin", "POST", "/data/relations.csv", "{}"); got.Code != http.StatusMethodNotAllowed || !strings.Contains(got.Header().Get("Allow"), "HEAD") {
		t.Errorf("POST: %d, allowed %s", got.Code, got.Header().Get("Allow"))
	}
}

// Whatever stands in an address, it is answered or refused.
func FuzzFileParameters(f *testing.F) {
	for _, seed := range []string{
		"lang=en&sep=;", "bom=1&sort=-title", "country=JP&country=", "office=..&form=a", "geometry=points", "sort=%2d", "theme=%27%3b--", "&&==", "place=\xff",
		"cursor=eyJzIjoi", "%zz=1", "lang=de&lang=en", "form=town-twinning&status=active&continent=asia",
	} {
		f.Add(seed, uint8(0))
	}
	w := newTown(f, kontortest.SQLite(f))
	f.Fuzz(func(t *testing.T, query string, which uint8) {
		w := &town{App: w.App, t: t, secrets: w.secrets}
		sets, formats := opendata.Sets(), append(web.DataFormats(), "atom")
		name := sets[int(which)%len(sets)].Name + "." + formats[int(which/4)%len(formats)]
		if strings.HasSuffix(name, ".atom") {
			name = "changes.atom"
		}
		path := "/data/" + name + "?" + strings.NewReplacer(" ", "+", "#", "%23", "\r", "%0d", "\n", "%0a").Replace(query)
		if _, err := url.ParseRequestURI(path); err != nil {
			return // no client can send it
		}
		if got := w.do("visitor", "GET", path, ""); got.Code >= 500 || got.Code != 200 && got.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%q: %d", path, got.Code)
		}
	})
}

// A file comes with what a browser, a cache and a script of another site need, and again only when something changed.
func TestFilesAreKnownAgain(t *testing.T) {
	w := newTown(t, kontortest.SQLite(t))
	for _, path := range []string{"/data/relations.csv?lang=en", "/data/networks.geojson", "/data/projects.json", "/data/places.xlsx", "/data/changes.atom?lang=en"} {
		got := w.do("visitor", "GET", path, "")
		h := got.Header()
		w.expect(http.StatusOK, got)
		for name, want := range map[string]string{
			"Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff", "Cache-Control": "public, max-age=0, must-revalidate",
		} {
			if h.Get(name) != want {
				t.Errorf("%s: %s is %q", path, name, h.Get(name))
			}
		}
		if want := map[bool]string{true: "en", false: "de"}[strings.Contains(path, "lang=en")]; h.Get("Content-Language") != want {
			t.Errorf("%s is in %q", path, h.Get("Content-Language"))
		}
		tag := h.Get("ETag")
		again := w.do("visitor", "GET", path, "", "If-None-Match", `"x", `+tag)
		if tag == "" || again.Code != http.StatusNotModified || again.Body.Len() != 0 || again.Header().Get("ETag") != tag {
			t.Errorf("%s again: %d %s", path, again.Code, tag)
		}
		if other := w.do("visitor", "GET", strings.Replace(path, "lang=en", "lang=de", 1)+"", "", "If-None-Match", tag); strings.Contains(path, "lang=en") && other.Code != 200 {
			t.Errorf("%s: the other language is the same", path)
		}
		head := w.do("visitor", "HEAD", path, "")
		if head.Code != 200 || head.Body.Len() != 0 || head.Header().Get("ETag") != tag || head.Header().Get("Content-Type") != h.Get("Content-Type") {
			t.Errorf("HEAD %s: %d, %d bytes", path, head.Code, head.Body.Len())
		}
		if pre := w.do("visitor", "OPTIONS", strings.Split(path, "?")[0], ""); pre.Code != 204 || !strings.Contains(pre.Header().Get("Access-Control-Allow-Headers"), "If-None-Match") {
			t.Errorf("OPTIONS %s: %d", path, pre.Code)
		}
		zipped := w.do("visitor", "GET", path, "", "Accept-Encoding", "gzip")
		if want := map[bool]string{true: "", false: "gzip"}[strings.Contains(path, "xlsx")]; zipped.Header().Get("Content-Encoding") != want {
			t.Errorf("%s comes %q", path, zipped.Header().Get("Content-Encoding"))
		}
		w.expect(201, w.do("editor", "POST", "/api/v1/relations", `{"title":{"de":"Neu"},"form":"contact","own_side":"city","sides":[{"party":{"geonames":3088171}}]}`))
		if w.do("visitor", "GET", path, "", "If-None-Match", tag).Code != http.StatusOK {
			t.Errorf("%s is the old one after a change", path)
		}
	}
	tag := w.do("visitor", "HEAD", "/data/relations.csv", "").Header().Get("ETag")
	for _, query := range []string{"continent=asia", "sort=-since", "sep=;"} {
		if got := w.do("visitor", "GET", "/data/relations.csv?"+query, "", "If-None-Match", tag); got.Code != http.StatusOK {
			t.Errorf("%s: %d, as if it were the whole file", query, got.Code)
		}
	}
	if h := w.do("visitor", "HEAD", "/data/relations.csv?q=hiroshima", "").Header(); h.Get("ETag") != "" || h.Get("Cache-Control") != "no-store" {
		t.Errorf("what was searched for may be kept: %v", h)
	}
	if got := w.do("visitor", "HEAD", "/data/relations.csv?lang=en", "").Header().Get("Content-Disposition"); got != `attachment; filename="hannover-relations.csv"` {
		t.Errorf("saved as %s", got)
	}
}

// Spreadsheets get semicolons and the mark of UTF-8 as they want them; a semicolon may be typed as it is.
func TestTablesForSpreadsheets(t *testing.T) {
	w := newTown(t, kontortest.SQLite(t))
	const mark = "\ufeff"
	for query, want := range map[string]string{
		"": "id,url,", "sep=;": mark + "id;url;", "sep=%3B": mark + "id;url;", "sep=;&bom=0": "id;url;", "bom=1": mark + "id,url,", "sep=,": "id,url,",
	} {
		body := string(w.file("/data/networks.csv?" + query))
		if !strings.HasPrefix(body, want) || !strings.HasSuffix(body, "\r\n") {
			t.Errorf("%q begins %q", query, body[:20])
		}
	}
}

// No cell of any file is run as a formula; numbers and dates are what they were.
func TestFormulasStayText(t *testing.T) {
	w := newTown(t, kontortest.SQLite(t))
	const evil = `=HYPERLINK(\"http://evil.example\";\"x\")`
	w.expect(201, w.do("editor", "POST", "/api/v1/relations", `{"title":{"de":"`+evil+`"},"summary":{"de":"-2+3"},"since":"1999-05","state":"published","form":"contact",
		"own_side":"city","sides":[{"party":{"geonames":3088171}}]}`))
	formula := strings.ReplaceAll(evil, `\"`, `"`)
	g := w.csv("/data/relations.csv?form=contact&lang=de")
	at := slices.Index(g.column(t, "title"), "'"+formula)
	if at < 0 || g.column(t, "summary")[at] != "'-2+3" || g.column(t, "since")[at] != "1999-05" {
		t.Errorf("the table says %v", g)
	}
	body := w.file("/data/relations.xlsx?form=contact&lang=de")
	if titles := sheet(t, body).column(t, "title"); !slices.Contains(titles, formula) {
		t.Errorf("the workbook says %q", titles)
	}
	book, err := excelize.OpenReader(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for row := range 20 {
		for col := range 26 {
			cell, err := excelize.CoordinatesToCellName(col+1, row+1)
			if err != nil {
				t.Fatal(err)
			}
			if f, err := book.GetCellFormula("relations", cell); err != nil || f != "" {
				t.Errorf("%s is the formula %q (%v)", cell, f, err)
			}
		}
	}
	if g := w.csv("/data/relations.csv?place=blantyre"); g.column(t, "latitude")[0] != "-15.79001" {
		t.Errorf("Blantyre lies at %v", g.column(t, "latitude"))
	}
}

// GeoJSON names the longitude first, stays on the globe, and no line leaps over the date line.
func TestMapsAreRight(t *testing.T) {
	w := newTown(t, kontortest.SQLite(t))
	w.expect(201, w.do("editor", "POST", "/api/v1/relations", `{"title":{"de":"Musterinsel"},"state":"published","form":"contact","own_side":"city",
		"sides":[{"party":{"geonames":4035413}},{"party":{"geonames":5879400}}]}`)) // Apia, beyond the date line, and Anchorage
	for _, path := range []string{"/data/relations.geojson", "/data/relations.geojson?geometry=points", "/data/networks.geojson", "/data/projects.geojson", "/data/places.geojson"} {
		n := 0
		for _, f := range features(t, w.file(path)) {
			if f.Geometry != nil {
				n++
				flat(f.Geometry.Coordinates, func(line [][2]float64) {
					for i, p := range line {
						if p[0] < -180 || p[0] > 180 || p[1] < -90 || p[1] > 90 || i > 0 && f.Geometry.Type != "MultiPoint" && (p[0]-line[i-1][0] > 180 || line[i-1][0]-p[0] > 180) {
							t.Errorf("%s: %v leaps in %v", path, f.Properties["title"], line)
						}
					}
				})
			}
		}
		if n < 2 {
			t.Errorf("%s: %d features lie somewhere", path, n)
		}
	}
	if far := features(t, w.file("/data/relations.geojson?country=WS")); len(far) != 1 || far[0].Geometry.Type != "MultiLineString" {
		t.Errorf("the way to Apia is not parted: %+v", far)
	}
	points := features(t, w.file("/data/relations.geojson?geometry=points&country=JP"))
	if len(points) != 1 || points[0].Geometry.Type != "Point" || fmt.Sprint(points[0].Geometry.Coordinates) != "[132.44097 34.38978]" {
		t.Errorf("Hiroshima lies at %+v", points)
	}
	arc := features(t, w.file("/data/relations.geojson?country=JP"))[0].Geometry
	line := arc.Coordinates.([]any)
	if arc.Type != "LineString" || fmt.Sprint(line[len(line)-1]) != "[132.44097 34.38978]" || fmt.Sprint(line[0]) != "[9.71666 52.36697]" {
		t.Errorf("the way to Hiroshima is %+v", arc)
	}
}

// flat calls each for every line, or row of points, in coordinates of any depth.
func flat(coordinates any, each func([][2]float64)) {
	list := coordinates.([]any)
	if _, ok := list[0].(float64); ok {
		list = []any{list}
	}
	if inner := list[0].([]any); len(inner) > 0 {
		if _, deeper := inner[0].([]any); deeper {
			for _, l := range list {
				flat(l, each)
			}
			return
		}
	}
	var line [][2]float64
	for _, p := range list {
		line = append(line, [2]float64{p.([]any)[0].(float64), p.([]any)[1].(float64)})
	}
	each(line)
}

// A feed reader understands the feed: what changed last comes first, each entry with a name that stays.
func TestFeedOfChanges(t *testing.T) {
	w := newTown(t, kontortest.SQLite(t))
	read := func(path string) *gofeed.Feed {
		f, err := gofeed.NewParser().Parse(bytes.NewReader(w.file(path)))
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	res := w.do("editor", "POST", "/api/v1/relations", `{"title":{"de":"Musterstadt <&> \"1\"","en":"Sampletown"},"state":"published","form":"contact","own_side":"city",
		"sides":[{"party":{"geonames":3088171}}]}`)
	w.expect(201, res)
	en, de := read("/data/changes.atom?lang=en"), read("/data/changes.atom")
	if en.FeedType != "atom" || en.Language != "en" || de.Language != "de" || len(en.Items) != 50 || len(de.Items) != 50 {
		t.Fatalf("%s, %s and %s, %d and %d entries", en.FeedType, en.Language, de.Language, len(en.Items), len(de.Items))
	}
	if en.Items[0].Title != "Sampletown" || de.Items[0].Title != `Musterstadt <&> "1"` || en.Items[0].Description == "" {
		t.Errorf("the latest is %+v", en.Items[0])
	}
	seen := map[string]bool{}
	for i, x := range en.Items {
		if !strings.HasPrefix(x.GUID, "tag:example.com,") || seen[x.GUID] || x.UpdatedParsed == nil || i > 0 && x.UpdatedParsed.After(*en.Items[i-1].UpdatedParsed) {
			t.Errorf("entry %d: %s of %s", i, x.GUID, x.Updated)
		}
		seen[x.GUID] = true
		u, err := url.Parse(x.Link)
		if err != nil || w.do("visitor", "GET", u.Path, "").Code != 200 {
			t.Errorf("%s leads to %s", x.Title, x.Link)
		}
	}
	again := read("/data/changes.atom?lang=en")
	if again.Items[7].GUID != en.Items[7].GUID || de.Items[7].GUID == en.Items[7].GUID {
		t.Error("the entries' names do not stay, or are those of the other language")
	}
	body := string(w.file("/en/"))
	if !strings.Contains(body, `type="application/atom+xml" title="Changes: `) {
		t.Error("pages do not lead to the feed")
	}
}

// The page of the open data counts the rows of each set, says what each of its fields means, and has a place in the
// sitemap.
func TestPageOfTheOpenData(t *testing.T) {
	w := newTown(t, kontortest.SQLite(t))
	for _, lang := range []string{"de", "en"} {
		body := string(w.file("/" + lang + "/data"))
		for _, set := range opendata.Sets() {
			n := len(w.idsIn("/data/" + set.Name + ".json?lang=" + lang))
			row := regexp.MustCompile(`(?s)<th scope="row"><a href="/` + lang + `/` + set.Name + `">.*?class="k-r k-num">(\d+)</td>.*?<a href="#` + set.Name + `">(\d+) (?:Felder|fields)<`).FindStringSubmatch(body)
			if row == nil || row[1] != strconv.Itoa(n) || row[2] != strconv.Itoa(len(set.Columns)) {
				t.Errorf("%s: %s has %d rows and %d fields, the page says %v", lang, set.Name, n, len(set.Columns), row)
			}
			for format, ending := range map[string]string{"CSV": "csv", "XLSX": "xlsx", "GeoJSON": "geojson", "JSON": "json"} {
				file := w.do("visitor", "GET", "/data/"+set.Name+"."+ending+"?lang="+lang, "")
				w.expect(http.StatusOK, file)
				kB := (file.Body.Len() + 500) / 1000
				said := fmt.Sprintf(`/data/%s\.%s[^>]*>%s</a>\s*<span[^>]*>\(%d kB\)</span>`, set.Name, ending, format, kB)
				if !regexp.MustCompile(said).MatchString(body) {
					t.Errorf("%s: %s.%s has %d kB, and the page says otherwise", lang, set.Name, ending, kB)
				}
				is, _, _ := strings.Cut(file.Header().Get("Content-Type"), ";")
				said = fmt.Sprintf(`"encodingFormat":"%s","contentUrl":"http://example.com/data/%s\.%s[^"]*","contentSize":"%d kB"`, regexp.QuoteMeta(is), set.Name, ending, kB)
				if !regexp.MustCompile(said).MatchString(body) {
					t.Errorf("%s: %s.%s is %s of %d kB, and the page tells machines otherwise", lang, set.Name, ending, is, kB)
				}
			}
			few := false
			for _, c := range set.Columns {
				if !strings.Contains(body, "<code>"+c.Name+"</code>") {
					t.Errorf("%s says nothing of %s", lang, c.Name)
				}
				_, row, _ := strings.Cut(body[strings.Index(body, `id="`+set.Name+`"`):], `<th scope="row"><code>`+c.Name+"</code>")
				row, _, _ = strings.Cut(row, "</tr>")
				if n := strings.Count(row, "<li>"); n != len(c.Choices) {
					t.Errorf("%s: of %d values that %s may have %d are told", lang, len(c.Choices), c.Name, n)
				}
				few = few || len(c.Choices) > 0 && c.Type == web.DataCode
			}
			if !few {
				t.Errorf("%s has no column of a few codes", set.Name)
			}
		}
		if strings.Count(body, "<code>geometry=points</code>") < 2 || strings.Contains(body, "`") {
			t.Errorf("%s: a parameter is not set as code", lang)
		}
		_, licence, _ := strings.Cut(body, `id="part-1"`)
		if licence, _, _ = strings.Cut(licence, "</p>"); !strings.Contains(licence, `<a href="/`+lang+`/imprint">`) {
			t.Errorf("%s: nothing leads from the licence to the imprint", lang)
		}
		for _, told := range map[string][]string{
			"de": {"<code>town-twinning</code>: Städtepartnerschaft<", "<code>venue</code>: Veranstaltungsort<", "<li>Gründungsmitglied<"},
			"en": {"<code>town-twinning</code>: town twinning<", "<code>venue</code>: venue<", "<li>founding member<"},
		}[lang] {
			if !strings.Contains(body, told) {
				t.Errorf("%s does not say %q", lang, told)
			}
		}
		if n := strings.Count(body, `</h3><div class="k-prose"><p>`); n < len(opendata.Sets()) || strings.Count(body, "<details") != len(opendata.Sets()) || strings.Contains(body, "<details open") {
			t.Errorf("%s/data shows all fields at once, or hides what they are of", lang)
		}
		if !strings.Contains(body, `<a href="/`+lang+`/data" aria-current="page">`) || !strings.Contains(string(w.file("/"+lang+"/places")), `<li><a href="/`+lang+`/data">`) {
			t.Errorf("the navigation does not lead to %s/data", lang)
		}
		if !strings.Contains(string(w.file("/sitemap.xml")), "/"+lang+"/data</loc>") {
			t.Errorf("%s/data is not in the sitemap", lang)
		}
	}
}

// Beside its number of rows a list offers the same files as below it; on a phone a link leads down to them, and takes no
// line of its own.
func TestListsOfferTheirFilesBesideTheirNumber(t *testing.T) {
	w := newTown(t, kontortest.SQLite(t))
	files := regexp.MustCompile(`href="(/data/[^"]*)"`)
	for _, list := range []string{"relations?form=cooperation", "networks", "projects?sort=title", "places?country=JP"} {
		body := string(w.file("/de/" + list))
		above, below, ok := strings.Cut(body, `id="downloads"`)
		_, above, found := strings.Cut(above, `class="k-result"`)
		if !ok || !found || !strings.Contains(above, `<a href="#downloads">Herunterladen</a>`) {
			t.Fatalf("%s: nothing leads to the files", list)
		}
		below, _, _ = strings.Cut(below, "</p>")
		if got, want := files.FindAllString(above, -1), files.FindAllString(below, -1); len(want) != 4 || !slices.Equal(got, want) {
			t.Errorf("%s: %q above, %q below", list, got, want)
		}
	}
	browser := kontortest.StartBrowser(t)
	server := httptest.NewServer(w.Handler)
	defer server.Close()
	for width, want := range map[int]string{360: "jump in the line of the number", 1280: "files in the line of the number"} {
		page := browser.Open(t, server.URL+"/de/networks", kontortest.View{Width: width, Height: 900})
		var got string
		page.Eval(`(() => { const number = document.querySelector('.k-result > [role="status"]').getBoundingClientRect();
			return ["jump", "files"].filter((c) => document.querySelector(".k-result__" + c).getClientRects().length > 0).map((c) => {
				const b = document.querySelector(".k-result__" + c).getBoundingClientRect();
				return c + (b.top < number.bottom && number.top < b.bottom ? " in the line of the number" : " below") }).join() })()`, &got)
		if got != want {
			t.Errorf("at %d: %s, want %s", width, got, want)
		}
	}
}

// Where script runs, a button copies an example; its text is what one would type.
func TestExamplesAreCopied(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	w := newTown(t, kontortest.SQLite(t))
	server := httptest.NewServer(w.Handler)
	defer server.Close()
	page := browser.Open(t, server.URL+"/en/data", kontortest.View{Width: 1280, Height: 900})
	page.WaitFor(".k-copy")
	page.Eval(`navigator.clipboard.writeText = async (text) => { window.copied = text }; true`, nil)
	page.Click(".k-copy")
	page.WaitFor(`[data-copy] > [role="status"]:not(:empty)`)
	var copied string
	page.Eval(`window.copied`, &copied)
	if copied != `curl -o relations.csv "`+server.URL+`/data/relations.csv?lang=en&sep=;"` || page.Text(".k-copy") != "Copied" {
		t.Errorf("%q copies %q", page.Text(".k-copy"), copied)
	}
	page.Eval(`navigator.clipboard.writeText = async () => { throw new Error("refused") }; true`, nil)
	page.Click(".k-copy")
	page.WaitFor(`[data-copy] > [role="status"]:not(:empty)`)
	var selected string
	page.Eval(`getSelection().toString().trim()`, &selected)
	if said := page.Text(`[data-copy] > [role="status"]`); !strings.HasPrefix(said, "Copying was not possible.") || page.Text(".k-copy") != "Selected" || selected != copied {
		t.Errorf("where nothing may be copied, %q says %q and selects %q", page.Text(".k-copy"), said, selected)
	}
	if bad := page.ConsoleErrors(); len(bad) > 0 {
		t.Error(bad)
	}
}

// With all fields open the page fits the narrowest screen; in forced colours a line shows where one is, and an outline what
// has the focus.
func TestDataPageOnOtherScreens(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	w := newTown(t, kontortest.SQLite(t))
	server := httptest.NewServer(w.Handler)
	defer server.Close()
	page := browser.Open(t, server.URL+"/de/data", kontortest.View{Width: 320, Height: 700})
	page.Eval(`document.querySelectorAll("details").forEach((d) => { d.open = true })`, nil)
	if page.HasSidewaysScroll() {
		t.Error("it scrolls sideways")
	}
	const unlabelled = `[...document.querySelectorAll(".k-fields tbody td")].filter((d) => getComputedStyle(d, "::before").content !== JSON.stringify(d.dataset.l)).length`
	var n int
	if page.Eval(unlabelled, &n); n > 0 {
		t.Errorf("%d cells do not say what they are", n)
	}
	page = browser.Open(t, server.URL+"/de/data#projects", kontortest.View{Width: 1280, Height: 700})
	var shown string
	page.Eval(`[...document.querySelectorAll(".k-fields")].filter((s) => s.querySelector("table").checkVisibility({contentVisibilityAuto: true})).map((s) => s.querySelector("h3").id).join()`, &shown)
	if shown != "projects" {
		t.Errorf("a link to the fields of the projects shows those of %q", shown)
	}
	page.Show(kontortest.View{Width: 1280, ForcedColors: true})
	const look = `(() => { const s = (e) => { const c = getComputedStyle(e); return c.outlineStyle + " " + c.borderBlockEndWidth + (c.borderBlockEndColor === getComputedStyle(document.body).backgroundColor ? " unseen" : " seen") };
		const [other, here] = [document.querySelector('.k-nav a:not([aria-current])'), document.querySelector('.k-nav a[aria-current]')];
		other.focus({focusVisible: true}); return [s(here), s(other)].join(", ") })()`
	var got string
	page.Eval(look, &got)
	if want := "none 3px seen, solid 3px unseen"; got != want {
		t.Errorf("the page one is on and the focus look like %s, want %s", got, want)
	}
}

// What the page of the open data shows as examples works as it stands, and finds something.
func TestExamplesWork(t *testing.T) {
	w := newTown(t, kontortest.SQLite(t))
	kept := regexp.MustCompile(`curl -o \S+ --etag-save (\S+) "http://example\.com(\S+)"\ncurl -i --etag-compare (\S+) "http://example\.com(\S+)"\n`)
	for _, lang := range []string{"de", "en"} {
		var tried, asked int
		for _, pre := range regexp.MustCompile(`(?s)<pre>(.*?)</pre>`).FindAllStringSubmatch(string(w.file("/"+lang+"/data")), -1) {
			example := html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(pre[1], ""))
			if strings.Contains(strings.ToLower(example), "etag") || strings.Contains(example, "If-None-Match") {
				m := kept.FindStringSubmatch(example)
				if m == nil || m[1] != m[3] || m[2] != m[4] {
					t.Fatalf("%s: the second line does not ask for what the first one keeps: %q", lang, example)
				}
				tag := w.do("visitor", "GET", m[2], "").Header().Get("ETag")
				if again := w.do("visitor", "GET", m[2], "", "If-None-Match", tag); again.Code != http.StatusNotModified {
					t.Errorf("%s: %s answers %d to who has it", lang, m[2], again.Code)
				}
				asked++
			}
			for _, m := range regexp.MustCompile(`http://example\.com(/[^\s"<]+)`).FindAllStringSubmatch(example, -1) {
				tried++
				body := w.file(m[1])
				u, err := url.Parse(m[1])
				if err != nil {
					t.Fatal(err)
				}
				switch {
				case strings.HasPrefix(u.Path, web.DataPath):
					if n := len(w.idsIn(strings.Replace(m[1], "&sep=;", "", 1))); n == 0 {
						t.Errorf("%s has no rows", m[1])
					}
				case !json.Valid(body) || len(body) < 200:
					t.Errorf("%s answers %s", m[1], body)
				}
			}
		}
		if asked != 1 {
			t.Errorf("%s: %d examples ask for what has changed", lang, asked)
		}
		if tried < 8 {
			t.Errorf("%s: only %d examples", lang, tried)
		}
	}
}
