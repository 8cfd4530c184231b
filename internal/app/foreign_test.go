package app_test

import (
	"encoding/csv"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kontor.example/internal/kontortest"
	"kontor.example/internal/serve/opendata"
)

// GDAL opens the maps and finds as many features as the tables have rows.
func TestGDALOpensTheMaps(t *testing.T) {
	w := newTown(t, kontortest.SQLite(t))
	for _, set := range opendata.Sets() {
		for _, query := range []string{"", "?lang=en&country=DE&country=JP"} {
			if set.Name == "networks" || set.Name == "projects" {
				query = strings.Replace(query, "country=DE&country=JP", "sort=-changed_at", 1)
			}
			want := len(w.idsIn("/data/" + set.Name + ".csv" + query))
			if got := kontortest.FeatureCount(t, set.Name+".geojson", w.file("/data/"+set.Name+".geojson"+query)); got != want || want == 0 {
				t.Errorf("%s%s: GDAL finds %d features, the table has %d rows", set.Name, query, got, want)
			}
		}
	}
}

// LibreOffice opens tables and workbooks, with as many rows as JSON has items, and sees no formula in them.
func TestLibreOfficeOpensTheTables(t *testing.T) {
	w := newTown(t, kontortest.SQLite(t))
	w.expect(201, w.do("editor", "POST", "/api/v1/relations", `{"title":{"de":"=1+1"},"summary":{"de":"@SUM(A1)"},"since":"1999-05","state":"published",
		"form":"contact","own_side":"city","sides":[{"party":{"geonames":3088171}}]}`))
	files, want := map[string][]byte{}, map[string]int{}
	for _, set := range opendata.Sets() {
		n := len(w.idsIn("/data/" + set.Name + ".json"))
		for name, path := range map[string]string{
			set.Name + "_plain.csv": set.Name + ".csv", set.Name + "_semicolon.csv": set.Name + ".csv?sep=;", set.Name + "_book.xlsx": set.Name + ".xlsx",
		} {
			files[name] = w.file("/data/" + path)
			base, _, _ := strings.Cut(name, ".")
			want[base] = n
		}
	}
	seen := kontortest.Spreadsheets(t, files)
	for base, n := range want {
		r := csv.NewReader(strings.NewReader(seen[base]))
		r.Comma = ';'
		rows, err := r.ReadAll()
		if err != nil || len(rows) != n+1 || rows[0][0] != "id" {
			t.Errorf("%s: LibreOffice sees %d rows of %d (%v)", base, len(rows)-1, n, err)
			continue
		}
		if !strings.HasPrefix(base, "relations") {
			continue
		}
		titles := grid(rows).column(t, "title")
		if !slices.Contains(titles, "'=1+1") && !slices.Contains(titles, "=1+1") || slices.Contains(titles, "2") {
			t.Errorf("%s: the formula became %q", base, titles)
		}
	}
}

var dataBlock = regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`)

// A JSON-LD processor reads what pages say to machines, and it is what they show.
func TestLinkedDataIsRead(t *testing.T) {
	w := newTown(t, kontortest.SQLite(t))
	var documents []json.RawMessage
	pages := []string{"/de/", "/en/", "/de/relations/hiroshima", "/en/relations/belen-de-los-andaquies", "/de/data", "/en/data"}
	for _, list := range []string{"/de/relations", "/en/networks", "/de/projects", "/en/places"} {
		shown, _ := w.shown(list)
		pages = append(append(pages, list), shown[:3]...)
		var said struct {
			Main struct {
				Count    int `json:"numberOfItems"`
				Elements []struct {
					Position  int
					Name, URL string
				} `json:"itemListElement"`
			} `json:"mainEntity"`
		}
		if err := json.Unmarshal(dataBlock.FindSubmatch(w.file(list))[1], &said); err != nil {
			t.Fatal(err)
		}
		var named []string
		for i, e := range said.Main.Elements {
			if e.Position != i+1 || e.Name == "" {
				t.Errorf("%s: element %d is %+v", list, i+1, e)
			}
			named = append(named, strings.TrimPrefix(e.URL, "http://example.com"))
		}
		if !slices.Equal(named, shown[:len(named)]) || len(named) < 10 || said.Main.Count < len(named) {
			t.Errorf("%s shows %q, and says %q of %d", list, shown, named, said.Main.Count)
		}
	}
	for _, page := range pages {
		blocks := dataBlock.FindAllSubmatch(w.file(page), -1)
		if len(blocks) != 1 || !json.Valid(blocks[0][1]) {
			t.Fatalf("%s has %d blocks of linked data", page, len(blocks))
		}
		documents = append(documents, blocks[0][1])
	}
	var hiroshima struct {
		Type  string `json:"@type"`
		About []struct {
			Name   string
			SameAs []string
			Geo    struct{ Latitude, Longitude float64 }
		}
		Period string `json:"temporalCoverage"`
		Site   struct {
			ID string `json:"@id"`
		} `json:"isPartOf"`
	}
	var home struct {
		ID string `json:"@id"`
	}
	if err := json.Unmarshal(documents[0], &home); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(documents[2], &hiroshima); err != nil {
		t.Fatal(err)
	}
	if hiroshima.Type != "WebPage" || hiroshima.Period != "1983/.." && !strings.HasPrefix(hiroshima.Period, "1983-") || len(hiroshima.About) != 2 ||
		hiroshima.About[0].Name != "Hiroshima" || hiroshima.About[0].Geo.Longitude != 132.44097 {
		t.Errorf("the page of Hiroshima says %s", documents[2])
	}
	if home.ID != hiroshima.Site.ID {
		t.Errorf("the home page is the site %q, and the page of Hiroshima a part of %q", home.ID, hiroshima.Site.ID)
	}
	for i, n := range kontortest.Statements(t, documents) {
		if n < 8 {
			t.Errorf("%s says %d statements: %s", pages[i], n, documents[i])
		}
	}
}
