package opendata

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"kontor.example/internal/base/fault"
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

// A door is opened at addresses of an office whose records were written at a moment.
func atDoor(t *testing.T, wrote time.Time) (write func(host string), open func(build, database, address string, lang i18n.Lang, now time.Time) state) {
	t.Helper()
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
	k := record.NewKernel(d, func() time.Time { return wrote }, words.Langs())
	offices := office.NewStore(k)
	write = func(host string) {
		t.Helper()
		o := &office.Office{Name: i18n.Of("de", "Amt"), Zone: "Europe/Berlin", Host: host, Base: record.Base{State: record.Published}}
		if err := offices.Create(record.As(t.Context(), record.Actor{Name: "test", Role: record.Admin}), o); err != nil {
			t.Fatal(err)
		}
	}
	open = func(build, database, address string, lang i18n.Lang, now time.Time) state {
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
	return write, open
}

// A file has a tag of its own for all that it is made of, and a date once the second in which something changed is over.
func TestATagIsOfAllThatAFileIsMadeOf(t *testing.T) {
	wrote := time.Date(2026, 3, 1, 12, 0, 0, 700e6, time.UTC)
	write, open := atDoor(t, wrote)
	write("")
	const here = "http://example.com/data/relations.csv?form=ring"
	later := wrote.Add(time.Second)
	first := open("1", "a", here, "de", later)
	if again := open("1", "a", here, "de", later.Add(time.Hour)); again.etag != first.etag || !again.changed.Equal(wrote.Truncate(time.Second).Add(time.Second)) {
		t.Errorf("%s of %v, later %s of %v", first.etag, first.changed, again.etag, again.changed)
	}
	within := httptest.NewRequest(http.MethodGet, here, nil)
	within.Header.Set("If-Modified-Since", wrote.UTC().Format(http.TimeFormat))
	if first.unchanged(httptest.NewRecorder(), within) {
		t.Error("what was read in the second of the change is taken for what is there after it")
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

// The feed names things for good: by the host without its port and the day on which they were made, whatever changed since, in each
// language apart. What has no summary says what it is.
func TestTheFeedNamesThingsForGood(t *testing.T) {
	wrote := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	write, open := atDoor(t, wrote)
	write("")
	s := open("1", "a", "http://example.com:8080/data/changes.atom", "de", wrote.AddDate(0, 1, 0))
	made := &record.Base{ID: "01950000-0000-7000-8000-000000000001", Office: s.Office.ID, Slug: i18n.Of("de", "bristol"), CreatedAt: "2026-01-02T03:04:05.678Z", ChangedAt: "2026-02-03T04:05:06.789Z"}
	s.Site.Nav = []web.Section{{Path: "/relations", Key: "nav.relations"}}
	q := &inquiry{Page: s.Page, lang: "de", office: s.Office}
	f := feedOf(q, []i18n.Lang{"de", "en"}, []change{
		{made, "relation", "/relations", i18n.Of("en", "Bristol"), "", "städtepartnerschaft"},
		{made, "relation", "/relations", i18n.Of("de", "Bristol"), i18n.Of("de", "Seit 1947"), "städtepartnerschaft"},
	})
	first, second := f.Entries[0], f.Entries[1]
	if f.Updated != "2026-02-03T04:05:06Z" || first.Updated != f.Updated || first.Published != "2026-01-02T03:04:05Z" || first.ID != "tag:example.com,2026-01-02:de/relation/"+string(made.ID) {
		t.Errorf("%s of %s: %+v", f.ID, f.Updated, first)
	}
	if first.Title != (atomText{"en", "Bristol"}) || first.Summary.Text != "Städtepartnerschaft" || second.Title.Lang != "" || second.Summary.Text != "Seit 1947" ||
		first.Category != (category{"relation", "Städtepartnerschaft"}) || first.Links[0].Href != "http://example.com:8080/de/relations/bristol" {
		t.Errorf("%+v, %+v", first, second)
	}
	var links []string
	for _, l := range f.Links {
		links = append(links, l.Rel+" "+l.Lang+" "+strings.TrimPrefix(l.Href, "http://example.com:8080"))
	}
	if want := []string{"self  /data/changes.atom?lang=de", "alternate de /de/", "alternate en /data/changes.atom?lang=en"}; !slices.Equal(links, want) {
		t.Errorf("it leads to %q", links)
	}
	if empty := feedOf(q, []i18n.Lang{"de"}, nil); empty.Updated == "" || len(empty.Entries) != 0 {
		t.Errorf("of nothing: %+v", empty)
	}
	if id := tagged(q, "", "changes"); id != "tag:example.com,2026:de/changes" {
		t.Errorf("before there is an office: %s", id)
	}
}

// A file is called after its office, in the language of its words, and after the program where the office has no name for addresses.
func TestFilesAreCalledAfterTheirOffice(t *testing.T) {
	slugs := i18n.FromMap(map[i18n.Lang]string{"de": "hannover", "en": "hanover"})
	for want, q := range map[string]*inquiry{
		"hannover-x.csv": {lang: "de", office: &office.Office{Base: record.Base{Slug: slugs}}},
		"hanover-x.csv":  {lang: "en", office: &office.Office{Base: record.Base{Slug: slugs}}},
		"kontor-x.csv":   {lang: "de", office: &office.Office{}},
	} {
		if got := q.fileName("x.csv"); got != want {
			t.Errorf("called %s, not %s", got, want)
		}
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

// A workbook has one sheet, named as its rows are, whose header stays where it is; it is refused before it begins where its rows
// are too many, or too many to be counted.
func TestAWorkbookIsNotTooLong(t *testing.T) {
	var b bytes.Buffer
	set := table{DataSet: web.DataSet{Name: "x", Columns: []web.DataColumn{{Name: "a"}, {Name: "b"}}}}
	w, err := beginWorkbook(&b, set, nil)
	for _, values := range [][]any{{"1", "2"}, {"3", ""}} {
		if err == nil {
			err = w.row(row{values: values})
		}
	}
	if err == nil {
		err = w.end()
	}
	if err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows("x")
	if want := [][]string{{"a", "b"}, {"1", "2"}, {"3"}}; err != nil || !slices.EqualFunc(rows, want, slices.Equal) || len(book.GetSheetList()) != 1 {
		t.Errorf("%v has %v, %v", book.GetSheetList(), rows, err)
	}
	if p, err := book.GetPanes("x"); err != nil || !p.Freeze || p.YSplit != 1 {
		t.Errorf("the header does not stay: %+v, %v", p, err)
	}
	for n, whole := range map[int]bool{-1: false, 0: true, 10: true, 11: false} {
		set.count = func(context.Context, *inquiry) (int, error) { return n, nil }
		set.read = func(context.Context, *inquiry, string, int) ([]row, string, error) { return nil, "", nil }
		q := &inquiry{Page: &web.Page{Office: &office.Office{}}}
		d := &OpenData{Options: Options{Kernel: &record.Kernel{}}}
		_, _, err := d.first(httptest.NewRequest(http.MethodGet, "/data/x.xlsx", nil), set, format{most: 10}, q)
		if inv := (fault.Invalid{}); (err == nil) != whole || !whole && !errors.As(err, &inv) {
			t.Errorf("%d rows: %v", n, err)
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
	r.partners = []relation.Counterpart{{Lat: "50", Lon: "10", Country: "DE"}, {Lat: "52.4", Lon: "9.6", Country: "DE"}, {Country: "PL"}, {Lat: "40", Lon: "10"}}
	if got := r.countries(func(c string) string { return c }); !slices.Equal(got, []string{"DE", "PL"}) {
		t.Errorf("countries %v", got)
	}
	q.home = home
	if got := r.distance(q); got != record.Decimal("13") { // to the nearest
		t.Errorf("%v km", got)
	}
	here, there := geo.Point{Lat: 1, Lon: 2}, geo.Point{Lat: 3, Lon: 4}
	p := projectRow{Project: &project.Project{
		Partners: []project.Partner{{Party: record.Ref{Kind: "place", ID: "a"}}, {Party: record.Ref{Kind: "organisation", ID: "b"}}},
		Sites:    []project.Site{{Place: "a"}, {Place: "b"}, {Place: "b", Lat: "50", Lon: "10"}, {Place: "c"}},
	}}
	if got := p.shape(map[record.ID]geo.Point{"a": here, "b": there}).points; !slices.Equal(got, []geo.Point{here, there, {Lat: 50, Lon: 10}}) {
		t.Errorf("the project lies at %v", got) // at each place once
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
