package app_test

import (
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"kontor.example/internal/app"
	"kontor.example/internal/base/config"
	"kontor.example/internal/engine/auth"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
)

// A town is a whole app with the demonstration in it, and a secret for each actor.
type town struct {
	*app.App
	t       testing.TB
	secrets map[string]string
}

// newTown opens the app on a fresh database at url with the demonstration in it.
func newTown(t testing.TB, url string) *town {
	t.Helper()
	stock(t, url)
	return openTown(t, url)
}

// demonstration is what towns begin with.
var demonstration kontortest.Stock

func stock(t testing.TB, url string) {
	t.Helper()
	demonstration.Fill(t, url, func() {
		a := open(t, url)
		if err := demo.Load(t.Context(), a.DB, a.Stores.Stores); err != nil {
			t.Fatal(err)
		}
		if err := a.Close(); err != nil {
			t.Fatal(err)
		}
	})
}

// openTown opens a database that was stocked.
func openTown(t testing.TB, url string) *town {
	t.Helper()
	a := open(t, url)
	t.Cleanup(func() { _ = a.Close() })
	w := &town{App: a, t: t, secrets: map[string]string{}}
	w.createTokens()
	return w
}

func open(t testing.TB, url string) *app.App {
	t.Helper()
	cfg := config.Default()
	cfg.ReadRate, cfg.WriteRate = 0, 0
	if path, ok := strings.CutPrefix(url, "sqlite:"); ok {
		cfg.DataDir = strings.TrimSuffix(path, "/kontor.db")
	} else {
		cfg.DatabaseURL = url
	}
	a, err := app.Open(t.Context(), cfg, slog.New(slog.NewTextHandler(io.Discard, nil)), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func (w *town) createTokens() {
	w.t.Helper()
	for name, k := range map[string]auth.Token{
		"viewer": {Role: record.Viewer, Office: demo.Office()},
		"editor": {Role: record.Editor, Office: demo.Office()},
		"other":  {Role: record.Editor, Office: demo.Second()},
		"admin":  {Role: record.Admin},
	} {
		k.Name, k.Expires = name, time.Now().Add(time.Hour)
		secret, _, err := w.Tokens.Create(w.t.Context(), k)
		if err != nil {
			w.t.Fatal(err)
		}
		w.secrets[name] = secret
	}
}

// do sends a request as an actor; one with a body is JSON.
func (w *town) do(actor, method, path, body string, header ...string) *httptest.ResponseRecorder {
	w.t.Helper()
	var in io.Reader
	if body != "" {
		in = strings.NewReader(body)
	}
	r := httptest.NewRequestWithContext(w.t.Context(), method, path, in)
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	if s := w.secrets[actor]; s != "" {
		r.Header.Set("Authorization", "Bearer "+s)
	}
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	rec := httptest.NewRecorder()
	w.Handler.ServeHTTP(rec, r)
	return rec
}

// actors are the columns of the table.
var actors = [...]string{"visitor", "viewer", "editor", "other", "admin"}

type want [len(actors)]int

// access says what each actor gets at each route. Kinds of records fall into three groups: what an office owns, what all
// offices share, and the offices themselves. Requests that change something are well-formed but for an empty body, so
// that 422 means: would have been allowed.
var access = map[string]want{
	"GET /{$}":               {302, 302, 302, 302, 302},
	"GET /robots.txt":        {200, 200, 200, 200, 200},
	"GET /sitemap.xml":       {200, 200, 200, 200, 200},
	"GET /sitemap/pages":     {200, 200, 200, 200, 200},
	"GET /sitemap/relations": {200, 200, 200, 200, 200},
	"GET /sitemap/networks":  {200, 200, 200, 200, 200},
	"GET /sitemap/projects":  {200, 200, 200, 200, 200},
	"GET /sitemap/places":    {200, 200, 200, 200, 200},
	"GET /assets/":           {404, 404, 404, 404, 404}, // the folder itself
	"GET /LANG/{$}":          {200, 200, 200, 200, 200},
	"GET /LANG/PAGE":         {200, 200, 200, 200, 200},
	"GET /LANG/RECORD":       {200, 200, 200, 200, 200},
	"GET /LANG/SLASH":        {301, 301, 301, 301, 301}, // one too many at the end

	"GET /data/FILE":     {200, 200, 200, 200, 200},
	"OPTIONS /data/FILE": {204, 204, 204, 204, 204},

	"GET /healthz":                 {200, 200, 200, 200, 200},
	"GET /readyz":                  {200, 200, 200, 200, 200},
	"GET /api/v1/openapi.json":     {200, 200, 200, 200, 200},
	"OPTIONS /api/v1/openapi.json": {204, 204, 204, 204, 204},
	"GET /api/v1/search":           {200, 200, 200, 200, 200},
	"OPTIONS /api/v1/search":       {204, 204, 204, 204, 204},
	"GET /api/v1/suggest":          {200, 200, 200, 200, 200},
	"OPTIONS /api/v1/suggest":      {204, 204, 204, 204, 204},

	"GET /api/v1/OWNED":               {200, 200, 200, 200, 200},
	"OPTIONS /api/v1/OWNED":           {204, 204, 204, 204, 204},
	"POST /api/v1/OWNED":              {401, 403, 422, 422, 422},
	"GET /api/v1/OWNED/{id}":          {200, 200, 200, 200, 200},
	"OPTIONS /api/v1/OWNED/{id}":      {204, 204, 204, 204, 204},
	"PATCH /api/v1/OWNED/{id}":        {401, 403, 200, 403, 200},
	"DELETE /api/v1/OWNED/{id}":       {401, 403, 204, 403, 204},
	"POST /api/v1/OWNED/{id}/restore": {401, 403, 200, 404, 200},

	"GET /api/v1/SHARED":               {200, 200, 200, 200, 200},
	"OPTIONS /api/v1/SHARED":           {204, 204, 204, 204, 204},
	"POST /api/v1/SHARED":              {401, 403, 422, 422, 422},
	"GET /api/v1/SHARED/{id}":          {200, 200, 200, 200, 200},
	"OPTIONS /api/v1/SHARED/{id}":      {204, 204, 204, 204, 204},
	"PATCH /api/v1/SHARED/{id}":        {401, 403, 200, 200, 200},
	"DELETE /api/v1/SHARED/{id}":       {401, 403, 403, 403, 204},
	"POST /api/v1/SHARED/{id}/restore": {401, 403, 404, 404, 200},

	"GET /api/v1/OFFICE":               {200, 200, 200, 200, 200},
	"OPTIONS /api/v1/OFFICE":           {204, 204, 204, 204, 204},
	"POST /api/v1/OFFICE":              {401, 403, 403, 403, 422},
	"GET /api/v1/OFFICE/{id}":          {200, 200, 200, 200, 200},
	"OPTIONS /api/v1/OFFICE/{id}":      {204, 204, 204, 204, 204},
	"PATCH /api/v1/OFFICE/{id}":        {401, 403, 403, 403, 200},
	"DELETE /api/v1/OFFICE/{id}":       {401, 403, 403, 403, 204},
	"POST /api/v1/OFFICE/{id}/restore": {401, 401, 401, 404, 200}, // of an office in the trash nobody has a token
}

var kindOf = regexp.MustCompile(`^/api/v1/([a-z]+)(/.*)?$`)

// row returns the row of a route, and the collection that it is about, if any.
func (w *town) row(method, pattern string) (key string, c record.Collection) {
	if m := kindOf.FindStringSubmatch(pattern); m != nil {
		for _, c := range w.Stores.Collections() {
			if c.Kind().Plural != m[1] {
				continue
			}
			group := "OWNED"
			switch {
			case c.Kind().Name == "office":
				group = "OFFICE"
			case c.Kind().Shared:
				group = "SHARED"
			}
			return method + " /api/v1/" + group + m[2], c
		}
	}
	if strings.HasPrefix(pattern, "/data/") {
		return method + " /data/FILE", nil
	}
	for _, lang := range []string{"/de/", "/en/"} {
		rest, ok := strings.CutPrefix(pattern, lang)
		switch {
		case ok && rest == "{$}":
			return method + " /LANG/{$}", nil
		case ok && strings.HasSuffix(rest, "/{$}"):
			return method + " /LANG/SLASH", nil
		case ok && strings.HasSuffix(rest, "/{slug}"):
			return method + " /LANG/RECORD", nil
		case ok:
			return method + " /LANG/PAGE", nil
		}
	}
	return method + " " + pattern, nil
}

// Every route of every door has a row, and answers each actor as the row says. What is denied changes nothing.
func TestWhoMayCallWhat(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		w := newTown(t, url)
		used := map[string]bool{}
		for _, d := range w.Doors {
			for _, route := range d.Routes {
				key, c := w.row(route.Method, route.Pattern)
				statuses, ok := access[key]
				if !ok {
					t.Errorf("route %s %s has no row", route.Method, route.Pattern)
					continue
				}
				used[key] = true
				for i, actor := range actors {
					if got := w.call(actor, route.Method, route.Pattern, c); got != statuses[i] {
						t.Errorf("%s %s as %s: %d, not %d", route.Method, route.Pattern, actor, got, statuses[i])
					}
				}
			}
		}
		for key := range access {
			if !used[key] {
				t.Errorf("no route needs the row %s", key)
			}
		}
	})
}

// A route that nobody thought of is found: the negative control of the table.
func TestARouteWithoutARowIsFound(t *testing.T) {
	w := newTown(t, kontortest.SQLite(t))
	key, _ := w.row("POST", "/api/v1/relations/{id}/burn")
	if _, ok := access[key]; ok {
		t.Error("a route that is not there has a row")
	}
}

// changes counts what was ever written.
func (w *town) changes() (n int) {
	w.t.Helper()
	if err := w.DB.Row(w.t.Context(), []any{&n}, `SELECT COUNT(*) FROM audit`); err != nil {
		w.t.Fatal(err)
	}
	return n
}

// try sends a request and returns its status; one that is refused must not have changed anything.
func (w *town) try(actor, method, path, body string, header ...string) int {
	w.t.Helper()
	before := w.changes()
	got := w.do(actor, method, path, body, header...).Code
	if got >= 400 && w.changes() != before {
		w.t.Errorf("%s %s as %s was refused with %d and changed something", method, path, actor, got)
	}
	return got
}

// call sends a well-formed request to a route, about a published record of the demonstration's office.
func (w *town) call(actor, method, pattern string, c record.Collection) int {
	path := strings.TrimSuffix(pattern, "{$}")
	if section, ok := strings.CutSuffix(path, "/{slug}"); ok {
		path = w.firstPage(section)
	}
	if path == "/api/v1/search" || path == "/api/v1/suggest" {
		path += "?q=hannover"
	}
	if c == nil {
		return w.try(actor, method, path, "")
	}
	id, version := w.victim(c)
	path = strings.Replace(path, "{id}", id, 1)
	match := []string{"If-Match", fmt.Sprintf(`"%d"`, version)}
	switch {
	case strings.HasSuffix(path, "/restore"):
		w.expect(204, w.do("admin", "DELETE", strings.TrimSuffix(path, "/restore"), "", match...))
		got := w.try(actor, method, path, "", "If-Match", fmt.Sprintf(`"%d"`, version+1))
		if got >= 300 {
			w.expect(200, w.do("admin", method, path, "", "If-Match", fmt.Sprintf(`"%d"`, version+1)))
		}
		return got
	case method == "DELETE":
		got := w.try(actor, method, path, "", match...)
		if got < 300 {
			w.expect(200, w.do("admin", "POST", path+"/restore", "", "If-Match", fmt.Sprintf(`"%d"`, version+1)))
		}
		return got
	case method == "PATCH" || method == "POST":
		return w.try(actor, method, path, "{}", match...)
	}
	return w.try(actor, method, path, "")
}

func (w *town) expect(status int, got *httptest.ResponseRecorder) {
	w.t.Helper()
	if got.Code != status {
		w.t.Fatalf("%d, not %d: %s", got.Code, status, got.Body)
	}
}

// victim returns a published record of a kind, with its version; of offices, the second one.
func (w *town) victim(c record.Collection) (id string, version int64) {
	w.t.Helper()
	res := w.do("visitor", "GET", "/api/v1/"+c.Kind().Plural+"?limit=1", "")
	var list struct {
		Items []struct {
			ID      string
			Version int64
		}
	}
	if err := json.Unmarshal(res.Body.Bytes(), &list); err != nil || len(list.Items) != 1 {
		w.t.Fatalf("list of %s: %d %v %s", c.Kind().Plural, res.Code, err, res.Body)
	}
	return list.Items[0].ID, list.Items[0].Version
}

var pageLink = regexp.MustCompile(`href="(/(?:de|en)/[a-z]+/[a-z0-9-]+)"`)

// firstPage returns the address of the first record that a list leads to.
func (w *town) firstPage(section string) string {
	w.t.Helper()
	for _, m := range pageLink.FindAllStringSubmatch(w.do("visitor", http.MethodGet, section, "").Body.String(), -1) {
		if strings.HasPrefix(m[1], section+"/") {
			return m[1]
		}
	}
	w.t.Fatalf("%s leads to no page", section)
	return ""
}

// A draft is there for its office only: for all others it is as if it did not exist.
func TestADraftIsSeenByItsOfficeOnly(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, url string) {
		w := newTown(t, url)
		res := w.do("editor", "POST", "/api/v1/relations", `{"title":{"de":"Geheim"},"form":"contact","own_side":"city",
			"contact":"kanarienvogel-person","notes":{"de":"kanarienvogel-notiz"},"sides":[{"party":{"geonames":3088171}}]}`)
		w.expect(201, res)
		at := res.Header().Get("Location")
		for i, status := range (want{404, 200, 200, 404, 200}) {
			got := w.do(actors[i], "GET", at, "")
			if got.Code != status {
				t.Errorf("%s gets %d, not %d", actors[i], got.Code, status)
			}
			for secret, seers := range map[string]string{"kanarienvogel-person": "editor admin", "kanarienvogel-notiz": "viewer editor admin"} {
				if sees := strings.Contains(got.Body.String(), secret); sees != strings.Contains(seers, actors[i]) {
					t.Errorf("%s sees %s: %v", actors[i], secret, sees)
				}
			}
		}
	})
}
