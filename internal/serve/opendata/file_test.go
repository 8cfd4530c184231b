package opendata

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"kontor.example/internal/base/geo"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/network"
	"kontor.example/internal/domain/office"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/kontortest"
	"kontor.example/internal/serve/web"
	"kontor.example/locales"
	"kontor.example/migrations"
)

// A copy is good if its tag says so, whatever its date; its date counts where no tag is sent, and where ours is known.
func TestWhenACopyIsGood(t *testing.T) {
	changed := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	const same, before, after = "Sun, 01 Mar 2026 12:00:00 GMT", "Sun, 01 Mar 2026 11:59:59 GMT", "Sun, 01 Mar 2026 12:00:01 GMT"
	for _, c := range []struct {
		state state
		tags  []string
		since string
		good  bool
	}{
		{state{changed: changed}, nil, same, true},
		{state{changed: changed}, nil, after, true},
		{state{changed: changed}, nil, before, false},
		{state{changed: changed}, nil, "yesterday", false},
		{state{changed: changed}, nil, "", false},
		{state{}, nil, after, false},
		{state{changed: changed}, []string{`W/"ours"`}, before, true},
		{state{changed: changed}, []string{`W/"theirs"`}, after, false},
		{state{changed: changed}, []string{""}, after, false},
		{state{}, []string{`"ours"`}, "", true},
		{state{}, []string{`W/"theirs"`, `"x",W/"ours"`}, "", true},
		{state{}, []string{`ours`, `"our"`, `W/"ours`}, "", false},
		{state{changed: changed, fleeting: true}, []string{`W/"ours"`}, same, false},
	} {
		r := httptest.NewRequest(http.MethodGet, "/data/relations.csv", nil)
		r.Header["If-None-Match"] = c.tags
		if c.since != "" {
			r.Header.Set("If-Modified-Since", c.since)
		}
		c.state.etag = `W/"ours"`
		w := httptest.NewRecorder()
		good := c.state.unchanged(w, r)
		if good != c.good || good != (w.Code == http.StatusNotModified) {
			t.Errorf("%+v for %q since %q: %v, %d", c.state, c.tags, c.since, good, w.Code)
		}
		if h := w.Header(); good && (h.Get("ETag") != `W/"ours"` || h.Get("Vary") != "Accept-Encoding" || (h.Get("Last-Modified") == same) == c.state.changed.IsZero()) {
			t.Errorf("%q since %q: %v", c.tags, c.since, h)
		}
	}
}

// A file has a tag of its own for all that it is made of, and a date once the second in which something changed is over.
func TestATagIsOfAllThatAFileIsMadeOf(t *testing.T) {
	d, err := db.Open(t.Context(), kontortest.SQLite(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	if _, err := d.Migrate(t.Context(), migrations.FS); err != nil {
		t.Fatal(err)
	}
	words, err := i18n.NewCatalog(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	wrote := time.Date(2026, 3, 1, 12, 0, 0, 700e6, time.UTC)
	k := record.NewKernel(d, func() time.Time { return wrote }, words.Langs())
	offices := office.NewStore(k)
	write := func(host string) {
		t.Helper()
		o := &office.Office{Name: i18n.Of("de", "Amt"), Zone: "Europe/Berlin", Host: host, Base: record.Base{State: record.Published}}
		if err := offices.Create(record.As(t.Context(), record.Actor{Name: "test", Role: record.Admin}), o); err != nil {
			t.Fatal(err)
		}
	}
	write("")
	const here = "http://example.com/data/relations.csv?form=ring"
	open := func(build, database, address string, lang i18n.Lang, now time.Time) state {
		t.Helper()
		o := New(Options{Kernel: k, Site: &web.Site{
			Offices: web.NewOffices(k, offices), Words: words, Zones: k.Zones, Build: build, Database: database, Now: func() time.Time { return now },
		}, Relations: relation.NewStore(k), Networks: network.NewStore(k), Projects: project.NewStore(k), Places: place.NewStore(k)})
		s, err := o.open(httptest.NewRequest(http.MethodGet, address, nil), lang)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	later := wrote.Add(time.Second)
	first := open("1", "a", here, "de", later)
	if again := open("1", "a", here, "de", later.Add(time.Hour)); again.etag != first.etag || !again.changed.Equal(wrote.Truncate(time.Second)) {
		t.Errorf("%s of %v, later %s of %v", first.etag, first.changed, again.etag, again.changed)
	}
	if young := open("1", "a", here, "de", wrote.Add(200*time.Millisecond)); !young.changed.IsZero() {
		t.Errorf("in the second of the change it has the date %v", young.changed)
	}
	tags := map[string]string{first.etag: "the first"}
	for what, s := range map[string]state{
		"another program": open("2", "a", here, "de", later), "another database": open("1", "b", here, "de", later),
		"another language": open("1", "a", here, "en", later), "another host": open("1", "a", strings.Replace(here, "example.com", "example.org", 1), "de", later),
		"another filter": open("1", "a", here+"s", "de", later), "another file": open("1", "a", strings.Replace(here, "csv", "json", 1), "de", later),
	} {
		if other := tags[s.etag]; other != "" {
			t.Errorf("%s has the tag of %s", what, other)
		}
		tags[s.etag] = what
	}
	write("other.example")
	if changed := open("1", "a", here, "de", later); tags[changed.etag] != "" {
		t.Errorf("after a change it has the tag of %s", tags[changed.etag])
	}
}

// Geometry is as RFC 7946 has it, however many points there are; numbers are as short as they can be, and nought has no sign.
func TestGeometry(t *testing.T) {
	a, b := geo.Point{Lat: -0.0000001, Lon: 9.7166649}, geo.Point{Lat: 1, Lon: -180}
	line := []geo.Point{a, b}
	for want, s := range map[string]shape{
		"null": {},
		`{"type":"Point","coordinates":[9.716665,0]}`:                                                {points: []geo.Point{a}},
		`{"type":"MultiPoint","coordinates":[[9.716665,0],[-180,1]]}`:                                {points: line},
		`{"type":"LineString","coordinates":[[9.716665,0],[-180,1]]}`:                                {points: line, lines: [][]geo.Point{line}},
		`{"type":"MultiLineString","coordinates":[[[9.716665,0],[-180,1]],[[-180,1],[9.716665,0]]]}`: {lines: [][]geo.Point{line, {b, a}}},
	} {
		if got := string(s.appendGeometry(nil)); got != want {
			t.Errorf("%s, not %s", got, want)
		}
	}
}

// A cell of a workbook takes so many letters, of whatever script, and no more.
func TestLongCells(t *testing.T) {
	long := strings.Repeat("ä", mostInCell)
	for in, want := range map[string]any{"": nil, "=1+1": "=1+1", long: long, long + "ö": long} {
		if got := bookCell(in); got != want {
			t.Errorf("%d bytes became %d", len(in), len(got.(string)))
		}
	}
	for _, c := range []struct{ in, want any }{
		{record.Decimal("-15.79001"), -15.79001},
		{record.Decimal(""), nil},
		{[]string{"a", "b"}, "a | b"},
		{[]string(nil), nil},
		{3, 3},
		{false, false},
	} {
		if got := bookCell(c.in); got != c.want {
			t.Errorf("%v became %v", c.in, got)
		}
	}
}

// A file that has more rows than were counted when it was begun is not closed as if it were whole.
func TestAFileOfTooManyRowsIsBrokenOff(t *testing.T) {
	set := table{DataSet: web.DataSet{Name: "x", Columns: []web.DataColumn{{Name: "a"}}}}
	rows := []row{{values: []any{"1"}}, {values: []any{"2"}}, {values: []any{"3"}}}
	for most, whole := range map[int]bool{0: true, 3: true, 2: false} {
		w := httptest.NewRecorder()
		r := httptest.NewRequest(http.MethodGet, "/data/x.json", nil)
		f := format{ending: "json", most: most, begin: beginJSON}
		err := new(OpenData).write(r, web.NewStream(w, r, time.Now, false), set, f, &inquiry{}, rows, "")
		if (err == nil) != whole || bytes.Contains(w.Body.Bytes(), []byte(`"total":3`)) != whole {
			t.Errorf("of at most %d: %v, %s", most, err, w.Body)
		}
	}
}

// What has ended is no theme and no membership of today, and to a partner at home there is no way.
func TestRowsTellOfToday(t *testing.T) {
	words, err := i18n.NewCatalog(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	home := place.Spot{Lat: "52.5", Lon: "9.5"}
	q := &inquiry{Page: &web.Page{Localizer: words.Localizer("de")}, lang: "de", home: home}
	r := relationRow{
		Relation: &relation.Relation{Themes: []relation.Theme{{Theme: "a", Until: "2020"}, {Theme: "b"}}},
		cards:    map[record.ID]record.Card{"a": {Title: i18n.Of("de", "Früher")}, "b": {Title: i18n.Of("de", "Heute")}},
		partners: []relation.Counterpart{{Lat: "52.5", Lon: "9.5"}, {Lat: "50", Lon: "10"}, {}},
	}
	if got := r.themeNames(q).([]string); len(got) != 1 || got[0] != "Heute" {
		t.Errorf("themes %v", got)
	}
	if s := r.shape(q); len(s.points) != 2 || len(s.lines) != 1 || s.lines[0][0] != (geo.Point{Lat: 52.5, Lon: 9.5}) {
		t.Errorf("%+v", s)
	}
	if got := r.distance(q); got != record.Decimal("0") {
		t.Errorf("%v km", got)
	}
	one, two := relation.Side{Since: "1991"}, relation.Side{Since: "1955"}
	r.Sides, r.partners = []relation.Side{one}, r.partners[1:2]
	if r.only().Lat != "50" || r.since() != "1991" {
		t.Errorf("one partner lies at %v, since %v", r.only().Lat, r.since())
	}
	if r.partners = nil; r.only().Lat != "" || r.since() != "1991" {
		t.Errorf("one without a place lies at %v, since %v", r.only().Lat, r.since())
	}
	r.Sides, r.partners = []relation.Side{one, two}, []relation.Counterpart{{Lat: "50", Lon: "10"}}
	if r.only().Lat != "" || r.since() != "" {
		t.Errorf("two of which one has a place lie at %v, since %v", r.only().Lat, r.since())
	}
	r.partners = []relation.Counterpart{{Lat: "52.5", Lon: "9.5"}, {Lat: "50", Lon: "10"}, {}}
	q.home = place.Spot{}
	if s := r.shape(q); len(s.points) != 2 || s.lines != nil || r.distance(q) != record.Decimal("") {
		t.Errorf("with no home: %+v", s)
	}
	columns := networkColumns()
	at := slices.IndexFunc(columns, func(c column[networkRow]) bool { return c.Name == "member" })
	for _, c := range []struct {
		ours   network.Standing
		member bool
	}{{network.Standing{}, false}, {network.Standing{Membership: "m"}, true}, {network.Standing{Membership: "m", Until: "2020"}, false}} {
		if got := columns[at].of(networkRow{ours: c.ours}, q); got != c.member {
			t.Errorf("%+v: member %v", c.ours, got)
		}
	}
}
