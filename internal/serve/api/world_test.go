package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

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
	"kontor.example/internal/engine/auth"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/kontortest"
	"kontor.example/internal/serve/api"
	"kontor.example/internal/serve/web"
	"kontor.example/locales"
	"kontor.example/migrations"
)

// A world is an API on a real database, behind a real server, with two offices: A, whose host every name is, and B, whose
// host is b.example.
type world struct {
	t       *testing.T
	db      *db.DB
	api     *api.API
	server  *httptest.Server
	offices *office.Store
	a, b    record.ID
	tokens  map[string]string // by name; "visitor" has none
	clock   atomic.Int64      // seconds
	stands  atomic.Bool       // the clock does
	notUp   atomic.Bool
}

// The gazetteer's numbers of places that tests refer to.
const (
	hiroshima = 1862415
	poznan    = 3088171
)

func inWorlds(t *testing.T, f func(w *world)) {
	kontortest.Each(t, func(t *testing.T, url string) { f(newWorld(t, url)) })
}

func newWorld(t *testing.T, url string) *world {
	w := &world{t: t, tokens: map[string]string{}}
	w.clock.Store(time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC).Unix())
	var err error
	w.db, err = db.Open(t.Context(), url)
	w.must(err)
	t.Cleanup(func() { w.must(w.db.Close()) })
	_, err = w.db.Migrate(t.Context(), migrations.FS)
	w.must(err)
	w.gazetteer()
	k := record.NewKernel(w.db, w.now, []i18n.Lang{"de", "en"})
	w.offices = office.NewStore(k)
	places := place.NewStore(k)
	k.ClaimWith("place", place.Claimer{Store: places})
	words, err := i18n.NewCatalog(locales.FS)
	w.must(err)
	w.api, err = api.New(api.Options{
		Kernel: k, Offices: web.NewOffices(k, w.offices), Words: words, Build: "test", Database: "db",
		Collections: []record.Collection{
			w.offices.Collection(), places.Collection(), theme.NewStore(k).Collection(), party.NewStore(k).Collection(),
			relation.NewStore(k).Collection(), relation.NewAgreementStore(k).Collection(), network.NewStore(k).Collection(),
			network.NewMembershipStore(k).Collection(), project.NewProgrammeStore(k).Collection(), project.NewStore(k).Collection(),
			paper.NewStore(k).Collection(), link.NewStore(k).Collection(), fact.NewStore(k).Collection(),
		},
		Ready: func(context.Context) error {
			if w.notUp.Load() {
				return errors.New("still loading")
			}
			return nil
		},
	})
	w.must(err)
	w.a, w.b = w.office("Alphastadt", ""), w.office("Betastadt", "b.example")
	w.open()
	return w
}

func (w *world) gazetteer() {
	tsv, err := os.Open("../../kontortest/testdata/gazetteer.tsv")
	w.must(err)
	defer tsv.Close()
	_, err = place.LoadGazetteer(w.t.Context(), w.db, tsv)
	w.must(err)
}

func (w *world) office(name, host string) record.ID {
	o := &office.Office{Name: i18n.Of("de", name), Zone: "Europe/Berlin", Host: host}
	o.State = record.Published
	w.must(w.offices.Create(record.As(w.t.Context(), record.Actor{Name: "setup", Role: record.Admin}), o))
	return o.ID
}

// open makes the tokens and starts the server.
func (w *world) open() {
	tokens := auth.NewTokens(w.db, w.now)
	for name, t := range map[string]auth.Token{
		"viewer": {Role: record.Viewer, Office: w.a}, "editor": {Role: record.Editor, Office: w.a},
		"other": {Role: record.Editor, Office: w.b}, "admin": {Role: record.Admin},
	} {
		t.Name = name
		secret, _, err := tokens.Create(w.t.Context(), t)
		w.must(err)
		w.tokens[name] = secret
	}
	chain := web.Chain{Doors: []web.Door{w.api.Door()}, Actor: tokens.Actor, Now: w.now}
	w.server = httptest.NewServer(chain.Handler())
	w.t.Cleanup(w.server.Close)
}

// now is a clock that goes on by a second whenever it is read, so that times tell records apart, until it is made to stand.
func (w *world) now() time.Time {
	if w.stands.Load() {
		return time.Date(2026, 3, 1, 12, 30, 0, 0, time.UTC)
	}
	return time.Unix(w.clock.Add(1), 0).UTC()
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// An answer is what came back, read to its end.
type answer struct {
	*http.Response
	t    *testing.T
	text []byte
}

// ask sends a request in the name of an actor. Headers are names and values in turn; a body is JSON unless they say so.
func (w *world) ask(actor, method, path, body string, header ...string) answer {
	w.t.Helper()
	var in io.Reader
	if body != "" {
		in = strings.NewReader(body)
	}
	r, err := http.NewRequestWithContext(w.t.Context(), method, w.server.URL+path, in)
	w.must(err)
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	if secret := w.tokens[actor]; secret != "" {
		r.Header.Set("Authorization", "Bearer "+secret)
	}
	for i := 0; i < len(header); i += 2 {
		switch {
		case header[i] == "Host":
			r.Host = header[i+1]
		case header[i+1] == "":
			r.Header.Del(header[i])
		default:
			r.Header.Set(header[i], header[i+1])
		}
	}
	got, err := w.server.Client().Do(r)
	w.must(err)
	defer got.Body.Close()
	text, err := io.ReadAll(got.Body)
	w.must(err)
	return answer{got, w.t, text}
}

func (w *world) get(actor, path string, header ...string) answer {
	w.t.Helper()
	return w.ask(actor, "GET", path, "", header...)
}

// create posts a record and wants it made.
func (w *world) create(actor, path, body string) thing {
	w.t.Helper()
	return w.ask(actor, "POST", path, body).want(201).thing()
}

// patch changes a record, in the version that it has, and wants that done.
func (w *world) patch(actor string, x thing, body string) thing {
	w.t.Helper()
	return w.ask(actor, "PATCH", x.path(), body, "If-Match", x.tag()).want(200).thing()
}

func (a answer) want(status int) answer {
	a.t.Helper()
	if a.StatusCode != status {
		a.t.Fatalf("%s %s: %d, want %d: %s", a.Request.Method, a.Request.URL, a.StatusCode, status, a.text)
	}
	return a
}

// wrong wants the answer to be a problem with this status that names exactly these fields, each with its code.
func (a answer) wrong(status int, fields ...string) {
	a.t.Helper()
	a.want(status)
	var p struct {
		Status int
		Errors []struct{ Field, Code, Message string }
	}
	if err := json.Unmarshal(a.text, &p); err != nil || p.Status != status || a.Header.Get("Content-Type") != "application/problem+json" {
		a.t.Fatalf("no problem document: %v, %s: %s", err, a.Header.Get("Content-Type"), a.text)
	}
	var got []string
	for _, e := range p.Errors {
		got = append(got, e.Field, e.Code)
		if e.Message == "" || strings.ContainsAny(e.Message, "[") || strings.Contains(e.Message, " .") {
			a.t.Errorf("%s says %q", e.Field, e.Message)
		}
	}
	if strings.Join(got, " ") != strings.Join(fields, " ") {
		a.t.Errorf("%s %s: wrong are %q, want %q", a.Request.Method, a.Request.URL, got, fields)
	}
}

// A thing is a JSON object.
type thing map[string]any

func (a answer) thing() thing {
	a.t.Helper()
	out := thing{}
	d := json.NewDecoder(bytes.NewReader(a.text))
	d.UseNumber()
	if err := d.Decode(&out); err != nil {
		a.t.Fatalf("%v: %s", err, a.text)
	}
	return out
}

func (x thing) id() string   { return x["id"].(string) }
func (x thing) tag() string  { return `"` + string(x["version"].(json.Number)) + `"` }
func (x thing) path() string { return "/api/v1/" + x["kind"].(string) + "s/" + x.id() }

// part returns the i-th entry of a list.
func (x thing) part(list string, i int) thing { return thing(x[list].([]any)[i].(map[string]any)) }

// is compares a member, written as JSON.
func (x thing) is(t *testing.T, name, want string) {
	t.Helper()
	if got := text(x[name]); got != want {
		t.Errorf("%s is %s, want %s", name, got, want)
	}
}

func text(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}

// items returns a page's records and the cursor of the next one.
func (a answer) items() (items []thing, next string) {
	a.t.Helper()
	var p struct {
		Items []thing
		Next  *string
	}
	if err := json.Unmarshal(a.want(200).text, &p); err != nil || p.Items == nil {
		a.t.Fatalf("%v: %s", err, a.text)
	}
	if p.Next != nil {
		next = *p.Next
	}
	return p.Items, next
}

// twinning is a relation with one side, by its title.
func twinning(title string) string {
	return `{"title":{"de":"` + title + `"},"form":"town-twinning","own_side":"city","sides":[{"party":{"geonames":` +
		strconv.Itoa(hiroshima) + `}}]}`
}

// state is the number of rows of every table and the content version of every office: what a refused request leaves as
// it was.
func (w *world) state() string {
	w.t.Helper()
	var out []string
	for _, table := range []string{
		"record", "slug", "claim", "audit", "audit_value", "job", "office", "place", "theme", "organisation", "relation",
		"relation_sides", "relation_history", "agreement", "network", "membership", "programme", "project", "paper", "link", "fact",
	} {
		var n int
		w.must(w.db.Row(w.t.Context(), []any{&n}, "SELECT COUNT(*) FROM "+table))
		out = append(out, table+" "+strconv.Itoa(n))
	}
	w.must(w.db.Each(w.t.Context(), func(scan func(...any) error) error {
		var id, hash string
		var version int
		err := scan(&id, &version, &hash)
		out = append(out, id, strconv.Itoa(version), hash)
		return err
	}, `SELECT office, version, hash FROM office_head ORDER BY office`))
	return strings.Join(out, "\n")
}

var ids = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}`)

// readable indents JSON and writes id-1, id-2 … for ids in the order in which they come.
func readable(t *testing.T, raw []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := json.Indent(&b, raw, "", "  "); err != nil {
		t.Fatal(err)
	}
	known := map[string]string{string(record.SharedOffice): "shared"}
	return ids.ReplaceAllFunc(b.Bytes(), func(id []byte) []byte {
		if known[string(id)] == "" {
			known[string(id)] = "id-" + strconv.Itoa(len(known))
		}
		return []byte(known[string(id)])
	})
}
