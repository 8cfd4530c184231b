package portal

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"kontor.example/assets"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/link"
	"kontor.example/internal/domain/network"
	"kontor.example/internal/domain/office"
	"kontor.example/internal/domain/paper"
	"kontor.example/internal/domain/party"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/domain/theme"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
	"kontor.example/internal/serve/web"
	"kontor.example/locales"
	"kontor.example/migrations"
)

// pageWorld is a portal with the pages of networks, projects, places and the small pages over a database of its own.
type pageWorld struct {
	t       *testing.T
	kernel  *record.Kernel
	stores  demo.Stores
	portal  *Portal
	handler http.Handler
}

func newPageWorld(t *testing.T, address string) *pageWorld {
	t.Helper()
	ctx := context.Background()
	d, err := db.Open(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	if _, err := d.Migrate(ctx, migrations.FS); err != nil {
		t.Fatal(err)
	}
	now := func() time.Time { return time.Date(2023, time.August, 1, 8, 0, 0, 0, time.UTC) }
	k := record.NewKernel(d, now, []i18n.Lang{"de", "en"})
	s := demo.Stores{
		Offices: office.NewStore(k), Places: place.NewStore(k), Themes: theme.NewStore(k), Organisations: party.NewStore(k),
		Papers: paper.NewStore(k), Programmes: project.NewProgrammeStore(k), Networks: network.NewStore(k),
		Relations: relation.NewStore(k), Agreements: relation.NewAgreementStore(k), Memberships: network.NewMembershipStore(k),
		Projects: project.NewStore(k), Links: link.NewStore(k), Facts: fact.NewStore(k),
	}
	k.ClaimWith("place", place.Claimer{Store: s.Places})
	words, err := i18n.NewCatalog(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	files, err := web.NewAssets(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	p := New(Config{
		Kernel: k, Offices: s.Offices, Relations: s.Relations, Words: words, Assets: files, Now: now, Build: "test", Database: "test",
		Rooms: Rooms{Networks: s.Networks, Memberships: s.Memberships, Projects: s.Projects, Places: s.Places},
	})
	mux := http.NewServeMux()
	for _, r := range p.Routes() {
		mux.HandleFunc(r.Pattern, func(w http.ResponseWriter, q *http.Request) {
			if err := r.Handle(w, q); err != nil {
				p.Fail(w, q, err)
			}
		})
	}
	mux.Handle(web.AssetPath, files)
	return &pageWorld{t, k, s, p, mux}
}

// stock is the demonstration with the whole gazetteer.
var stock kontortest.Stock

// hannoverPages is a world with the demonstration.
func hannoverPages(t *testing.T, address string) *pageWorld {
	stock.Fill(t, address, func() {
		w := newPageWorld(t, address)
		tsv, err := place.OpenGazetteer()
		if err != nil {
			t.Fatal(err)
		}
		defer tsv.Close()
		if _, err := place.LoadGazetteer(context.Background(), w.kernel.DB, tsv); err != nil {
			t.Fatal(err)
		}
		if err := demo.Load(context.Background(), w.kernel.DB, w.stores); err != nil {
			t.Fatal(err)
		}
		if err := w.kernel.DB.Close(); err != nil {
			t.Fatal(err)
		}
	})
	return newPageWorld(t, address)
}

func (w *pageWorld) get(path string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, "http://example.com"+path, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	rec := httptest.NewRecorder()
	w.handler.ServeHTTP(rec, r)
	return rec
}

// page returns a page that has to be there, in good order.
func (w *pageWorld) page(path string) string {
	w.t.Helper()
	rec := w.get(path)
	if rec.Code != http.StatusOK {
		w.t.Fatalf("%s: %d", path, rec.Code)
	}
	for _, problem := range kontortest.ParseHTML(w.t, rec.Body.Bytes()).Problems() {
		w.t.Errorf("%s: %s", path, problem)
	}
	return rec.Body.String()
}

// has checks that a page holds all of what is wanted.
func (w *pageWorld) has(path string, want ...string) {
	w.t.Helper()
	body := strings.Join(strings.Fields(w.page(path)), " ")
	for _, s := range want {
		if !strings.Contains(body, s) {
			w.t.Errorf("%s lacks %q", path, s)
		}
	}
}

// anew adds records as an admin.
func anew[T any, P record.Ptr[T]](t *testing.T, s *record.Store[T, P], r P) record.ID {
	t.Helper()
	b := record.BaseOf(r)
	if b.ID == "" {
		b.ID = record.NewID()
	}
	if b.State == "" {
		b.State = record.Published
	}
	if err := s.Create(record.As(context.Background(), record.Actor{Role: record.Admin, Name: "test"}), r); err != nil {
		t.Fatal(err)
	}
	return b.ID
}

func TestPagesOfAnEmptyOffice(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, address string) {
		w := newPageWorld(t, address)
		for _, lang := range []string{"/de", "/en"} {
			for _, path := range []string{"/networks", "/projects", "/places"} {
				body := w.page(lang + path)
				if !strings.Contains(body, "k-empty") {
					t.Errorf("%s%s does not say what belongs there", lang, path)
				}
			}
			for _, s := range smallPages() {
				w.page(lang + s.path)
			}
			for _, path := range []string{"/networks/x", "/projects/x", "/places/x", "/projects/" + string(record.NewID())} {
				if code := w.get(lang + path).Code; code != http.StatusNotFound {
					t.Errorf("%s%s: %d", lang, path, code)
				}
			}
		}
		w.has("/de/imprint", "Noch unvollständig", "E-Mail-Adresse")
		w.has("/de/accessibility", "teilweise vereinbar", "Schlichtung", "noch keine Kontaktdaten")
	})
}

// keyShape finds the key of a word that the language does not have.
var keyShape = regexp.MustCompile(`\[[a-z_]+\.[a-z_.-]+\]`)

func TestEveryPageOfTheDemonstrationIsWhole(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one thing after the other")
	}
	kontortest.Each(t, func(t *testing.T, address string) {
		w := hannoverPages(t, address)
		outside := func(u *url.URL) bool { // what this portal is without
			return strings.HasPrefix(u.Path, "/api/") || strings.HasSuffix(u.Path, "/search")
		}
		walked := kontortest.Walk(t, w.handler, outside, "/de/networks", "/de/projects", "/de/places", "/en/networks", "/en/projects", "/en/places")
		for _, broken := range walked.Broken {
			t.Error(broken)
		}
		kinds := map[string]int{}
		for path, doc := range walked.Docs {
			for _, problem := range doc.Problems() {
				t.Errorf("%s: %s", path, problem)
			}
			if key := keyShape.Find(walked.Pages[path]); key != nil {
				t.Errorf("%s shows the key %q", path, key)
			}
			if parts := strings.Split(path, "/"); len(parts) == 4 && !strings.Contains(path, "?") {
				kinds[parts[2]]++
			}
		}
		for _, kind := range []string{"networks", "projects", "places"} {
			if kinds[kind] < 20 {
				t.Errorf("only %d pages of %s were found", kinds[kind], kind)
			}
		}
	})
}

func TestPagesSayWhatIsKnownAndWhatIsNot(t *testing.T) {
	w := hannoverPages(t, kontortest.SQLite(t))
	w.has("/en/networks", "16 entries", "founding member", "no membership on record", "Kansas City")
	w.has("/de/networks?form=label&nonsense=1&theme=", "1 von 16 Einträgen", "Fairtrade-Stadt", `hreflang="en" href="http://example.com/en/networks?form=label"`)
	w.has("/de/networks?form=nonsense", "16 Einträge")
	w.has("/de/networks/eurocities", "Eine Mitgliedschaft von Hannover ist hier nicht erfasst.")
	w.has("/en/networks/mayors-for-peace", "1 June 2021", "Executive Conference", `href="/en/places/hiroshima"`, `href="/en/relations/hiroshima"`)
	w.has("/de/networks/staedtebund-die-hanse", "0,0085 €", "Drucksache Nr. 1153/2018", `scope="col"`)
	for _, section := range []string{"relations", "projects"} { // a theme has an address of its own in each language
		w.has("/en/"+section+"?theme=umwelt-und-klimaschutz", `hreflang="de" href="http://example.com/de/`+section+`?theme=umwelt-und-klimaschutz"`,
			`hreflang="en" href="http://example.com/en/`+section+`?theme=environment-and-climate"`)
	}
	w.has("/de/projects", "14 Projekte")
	w.has("/de/projects/aware-fair", "nicht bekannt") // the page says it; the list leaves it out
	w.has("/de/projects?place=blantyre&status=closed", "1 von 14 Projekten", "Brunnen und Bäume")
	w.has("/de/projects?place=nowhere", "0 von 14 Projekten", "Zu dieser Auswahl gibt es nichts")
	w.has("/en/projects/wells-and-trees-for-primary-schools-in-blantyre", `<rect width="100" height="4">`, "61 schools, target 40", "31 December 2023",
		"84%", "Completed", "Engagement Global", "Near Blantyre: Chimwankhunda primary school, Mulunguzi primary school.", `href="#map"`)
	w.has("/de/places?country=JP", "1 von ", `href="/de/places/hiroshima"`, `lang="ja"`)
	w.has("/de/places/hiroshima", `<p class="k-native k-h2" lang="ja">広島市</p>`, "8.887 km nach Nordosten", "17:00 Uhr", "1.196.274 Einwohner*innen",
		"Die Quellen nennen verschiedene Werte", "Wikidata Q34664", `href="/de/networks/buergermeister-fuer-den-frieden"`)
	w.has("/en/privacy", "sets no cookies", "IP address is not in it")
	w.has("/en/notices", "CC BY 4.0", "0BSD", "Unicode-3.0", "EUPL-1.2")
}

func TestOldAndForeignAddressesLeadToThePage(t *testing.T) {
	w := hannoverPages(t, kontortest.SQLite(t))
	rec := w.get("/en/networks/buergermeister-fuer-den-frieden")
	if to := rec.Header().Get("Location"); rec.Code != http.StatusMovedPermanently || to != "/en/networks/mayors-for-peace" {
		t.Errorf("%d to %q", rec.Code, to)
	}
}

func TestShareOfATarget(t *testing.T) {
	for _, c := range []struct {
		of, target           record.Decimal
		width, goal, percent string
	}{
		{"9", "12", "75", "", "75"},
		{"12", "12", "100", "", "100"},
		{"61", "40", "100", "65.6", "152.5"},
		{"-1", "40", "0", "", "-2.5"},
		{"1", "0", "0", "", "0"},
		{"x", "40", "0", "", "0"},
		{"1", "3", "33.3", "", "33.3"},
	} {
		if b, percent := share(c.of, c.target); b != (goalBar{c.width, c.goal}) || percent != c.percent {
			t.Errorf("%s of %s: %v, %s, want %s, %s, %s", c.of, c.target, b, percent, c.width, c.goal, c.percent)
		}
	}
}

func TestPagesAnswerNotModifiedUntilSomethingChanges(t *testing.T) {
	w := hannoverPages(t, kontortest.SQLite(t))
	for _, path := range []string{"/de/networks", "/de/projects?form=eu-project", "/de/places/hiroshima", "/en/privacy"} {
		tag := w.get(path).Header().Get("ETag")
		if code := w.get(path, "If-None-Match", tag).Code; code != http.StatusNotModified {
			t.Errorf("%s: %d with its own tag", path, code)
		}
		anew(t, w.stores.Projects, &project.Project{Base: record.Base{Office: demo.Office()}, Title: i18n.Of("de", "Neu"), Form: project.Joint})
		if code := w.get(path, "If-None-Match", tag).Code; code != http.StatusOK {
			t.Errorf("%s: %d after a change", path, code)
		}
	}
}

func TestPagesHideWhatIsNotPublished(t *testing.T) {
	w := hannoverPages(t, kontortest.SQLite(t))
	const secret = "Geheimsache"
	hidden := i18n.Of("de", secret, "en", secret)
	draft := record.Base{Office: demo.Office(), State: record.Draft}
	second := record.Base{Office: demo.Second()}
	n := anew(t, w.stores.Networks, &network.Network{Base: record.Base{Office: record.SharedOffice}, Name: i18n.Of("de", "Neues Netz"), Form: network.Charter})
	anew(t, w.stores.Memberships, &network.Membership{Base: draft, Network: n, Summary: hidden})
	anew(t, w.stores.Memberships, &network.Membership{Base: second, Network: n, Summary: hidden})
	anew(t, w.stores.Memberships, &network.Membership{Base: record.Base{Office: demo.Office()}, Network: n, Notes: hidden})
	ids := []record.ID{anew(t, w.stores.Projects, &project.Project{Base: draft, Title: hidden, Form: project.Joint})}
	ids = append(ids, anew(t, w.stores.Projects, &project.Project{Base: second, Title: hidden, Form: project.Joint}))
	for _, id := range ids {
		if code := w.get("/de/projects/" + string(id)).Code; code != http.StatusNotFound {
			t.Errorf("project %s: %d", id, code)
		}
	}
	for _, path := range []string{"/de/networks", "/de/networks/neues-netz", "/de/projects", "/de/places"} {
		if strings.Contains(w.page(path), secret) {
			t.Errorf("%s shows what is not public", path)
		}
	}
}

func TestSitemapLeadsToThePages(t *testing.T) {
	w := hannoverPages(t, kontortest.SQLite(t))
	sitemap := w.get("/sitemap.xml").Body.String()
	for _, want := range []string{"/en/networks/mayors-for-peace<", "/de/places/hiroshima<", "/de/projects<", "/en/privacy<"} {
		if !strings.Contains(sitemap, want) {
			t.Errorf("%s is not on the map", want)
		}
	}
	for _, m := range regexp.MustCompile(`<loc>http://example\.com(/en/[^<]*)</loc>`).FindAllStringSubmatch(sitemap, -1) {
		if code := w.get(m[1]).Code; code != http.StatusOK {
			t.Errorf("%s: %d", m[1], code)
		}
	}
}
