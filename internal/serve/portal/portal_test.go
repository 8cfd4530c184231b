package portal_test

import (
	"bufio"
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"kontor.example/assets"
	"kontor.example/internal/base/fault"
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
	"kontor.example/internal/engine/search"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
	"kontor.example/internal/serve/portal"
	"kontor.example/internal/serve/web"
	"kontor.example/locales"
	"kontor.example/migrations"
)

func TestMain(m *testing.M) { os.Exit(kontortest.RunStocked(m)) }

// noon is when the pages of the tests are asked for: summer, ten past eight in the morning UTC.
var noon = time.Date(2023, time.August, 1, 8, 0, 0, 0, time.UTC)

// A town is a portal over a database of its own.
type town struct {
	demo.Stores
	kernel *record.Kernel
	index  *search.Index // empty until it is built
	web    http.Handler
	now    *time.Time
}

// found is a portal on an empty database.
func found(t testing.TB, url string) *town {
	t.Helper()
	ctx := context.Background()
	d, err := db.Open(ctx, url)
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
	now := noon
	clock := func() time.Time { return now }
	k := record.NewKernel(d, clock, []i18n.Lang{"de", "en"})
	s := &town{kernel: k, now: &now, Stores: demo.Stores{
		Offices: office.NewStore(k), Places: place.NewStore(k), Themes: theme.NewStore(k), Organisations: party.NewStore(k),
		Papers: paper.NewStore(k), Programmes: project.NewProgrammeStore(k), Networks: network.NewStore(k),
		Relations: relation.NewStore(k), Agreements: relation.NewAgreementStore(k), Memberships: network.NewMembershipStore(k),
		Projects: project.NewStore(k), Links: link.NewStore(k), Facts: fact.NewStore(k),
	}}
	k.ClaimWith("place", place.Claimer{Store: s.Places})
	words, err := i18n.NewCatalog(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	files, err := web.NewAssets(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	s.index = search.New(d, k.Langs, []string{"relation", "place"}, search.Sources{search.Records{Kernel: k}, place.Bare{}})
	k.Find = s.index.List
	p := portal.New(portal.Config{
		Find: s.index.Find, Suggest: "/api/v1/suggest",
		Kernel: k, Offices: s.Offices, Relations: s.Relations, Words: words, Assets: files,
		Rooms: portal.Rooms{Networks: s.Networks, Memberships: s.Memberships, Projects: s.Projects, Places: s.Places},
		Now:   clock, Build: "test", Database: "test",
	})
	mux := http.NewServeMux()
	for _, r := range p.Routes() {
		mux.HandleFunc(r.Pattern, func(w http.ResponseWriter, q *http.Request) {
			if err := r.Handle(w, q); err != nil {
				p.Fail(w, q, err)
			}
		})
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, q *http.Request) { p.Fail(w, q, fault.NotFound) })
	mux.Handle(web.AssetPath, files)
	s.web = mux
	return s
}

// cut is as much of the gazetteer as the demonstration refers to, and Gent.
var cut = sync.OnceValue(func() string {
	wanted := map[string]bool{"2797656": true}
	for _, p := range demo.Hannover().Projects {
		for _, partner := range p.Partners {
			if number, ok := strings.CutPrefix(string(partner.Party.ID), string(record.GeoNames(0))[:len("geonames:")]); ok {
				wanted[number] = true
			}
		}
	}
	all, err := place.OpenGazetteer()
	if err != nil {
		panic(err)
	}
	defer all.Close()
	var b strings.Builder
	lines := bufio.NewScanner(all)
	for first := true; lines.Scan(); first = false {
		if number, _, _ := strings.Cut(lines.Text(), "\t"); first || wanted[number] {
			b.WriteString(lines.Text() + "\n")
		}
	}
	return b.String()
})

var demonstration kontortest.Stock

// hannover is a portal with the demonstration.
func hannover(t testing.TB, url string) *town {
	t.Helper()
	demonstration.Fill(t, url, func() {
		s := found(t, url)
		if _, err := place.LoadGazetteer(context.Background(), s.kernel.DB, strings.NewReader(cut())); err != nil {
			t.Fatal(err)
		}
		if err := demo.Load(context.Background(), s.kernel.DB, s.Stores); err != nil {
			t.Fatal(err)
		}
		if err := s.kernel.DB.Close(); err != nil {
			t.Fatal(err)
		}
	})
	return found(t, url)
}

// get asks for a path, with headers as names and values in turn.
func (s *town) get(path string, headers ...string) *httptest.ResponseRecorder {
	return s.ask(http.MethodGet, "http://example.com"+path, headers...)
}

func (s *town) ask(method, address string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, address, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.web.ServeHTTP(w, r)
	return w
}
