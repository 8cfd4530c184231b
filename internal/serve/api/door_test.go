package api_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"kontor.example/internal/kontortest"
	"kontor.example/internal/serve/web"
)

// Whatever is sent, the answer is a problem that says what is wrong with it, never that something broke here.
func TestRubbish(t *testing.T) {
	inWorlds(t, func(w *world) {
		x := w.create("editor", "/api/v1/relations", twinning("Hiroshima"))
		before := w.state()
		for _, body := range []string{
			`{"title":{"de":"\ud83d"}}`, `{"title":{"de":"\ude00\ud83d"}}`, `{"\udfff":1}`, "", " ", "x", "null", "[]", "1", `"x"`, "{", "{}}", `{"a":1,}`, `{"a" 1}`, "{'a':1}", "\ufeff{}", "{\"title\":{\"de\":\"\xff\"}}",
			`{"title":{"de":"` + "\x00" + `"}}`, `{"a":` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + "}",
			strings.Repeat(`{"a":`, 50_000) + "1" + strings.Repeat("}", 50_000), strings.Repeat("[", 500_000),
		} {
			w.ask("editor", "POST", "/api/v1/relations", body, "Content-Type", "application/json").wrong(400, "", "bad_json")
			w.ask("editor", "PATCH", x.path(), body, "If-Match", "*", "Content-Type", "application/json").wrong(400, "", "bad_json")
		}
		for _, kind := range []string{"", "text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1", "json", ";", "application/merge-patch+json"} {
			w.ask("editor", "POST", "/api/v1/relations", "{}", "Content-Type", kind).wrong(415)
		}
		w.ask("editor", "PATCH", x.path(), "{}", "If-Match", "*", "Content-Type", "application/json-patch+json").wrong(415)
		w.ask("editor", "PATCH", x.path(), "{}", "If-Match", "*", "Content-Encoding", "gzip").wrong(415)
		if w.state() != before {
			w.t.Error("something refused has changed something")
		}
		w.ask("editor", "PATCH", x.path(), `{"title":{"en":"\ud83d\ude00 \\ud83d"}}`, "If-Match", "*").want(200)
		x = w.create("editor", "/api/v1/relations", twinning("Poznan"))
		before = w.state()
		for _, kind := range []string{"application/json", "Application/JSON; charset=UTF-8", "application/merge-patch+json"} {
			w.ask("editor", "PATCH", x.path(), "{}", "If-Match", "*", "Content-Type", kind).want(200)
		}
		long := `{"about":{"de":"` + strings.Repeat("a", web.MaxBody) + `"}}`
		w.ask("editor", "PATCH", x.path(), long, "If-Match", "*").wrong(413)
		r, err := http.NewRequest("PATCH", w.server.URL+x.path(), struct{ *strings.Reader }{strings.NewReader(long)}) // of unknown length
		w.must(err)
		for name, value := range map[string]string{"Content-Type": "application/json", "If-Match": "*", "Authorization": "Bearer " + w.tokens["editor"]} {
			r.Header.Set(name, value)
		}
		chunked, err := w.server.Client().Do(r)
		w.must(err)
		_ = chunked.Body.Close()
		if chunked.StatusCode != 413 {
			w.t.Errorf("a long body of unknown length: %d", chunked.StatusCode)
		}
		for _, path := range []string{"/api", "/api/v1", "/api/v1/", "/api/v2/relations", "/api/v1/relation", "/api/v1/relations/", "/api/v1/relations/x/y", "/api/v1/relations/x", "/api/v1/relations/%F0%9F%90%9F", "/api/v1/relations/' OR 1=1 --"} {
			w.get("visitor", strings.ReplaceAll(path, " ", "%20")).wrong(404)
		}
		for _, path := range []string{"/api/v1/relations/%00", "/api/v1/relations/%ff", "/api/v1/relations/..%2f", "/api/v1/relations?form=%00", "/api/v1/relations?%ff=1", "/api/v1/relations?a=%zz", "//api/v1/relations"} {
			w.get("visitor", path).wrong(400)
		}
		for _, path := range []string{"/api/v1/relations", x.path(), x.path() + "/restore"} {
			w.ask("editor", "PUT", path, "{}").wrong(405)
		}
		if after := w.state(); after != before {
			w.t.Errorf("before:\n%s\nafter:\n%s", before, after)
		}
	})
}

// A store that is busy or gone is not the client's fault, and says when to come back.
func TestTheStoreIsAway(t *testing.T) {
	w := newWorld(t, kontortest.SQLite(t))
	w.get("visitor", "/readyz").want(200)
	w.notUp.Store(true)
	away := w.get("visitor", "/readyz")
	away.wrong(503)
	if away.Header.Get("Retry-After") == "" || strings.Contains(string(away.text), "loading") {
		t.Errorf("%v %s", away.Header, away.text)
	}
	if up := w.get("visitor", "/healthz").want(200); string(up.text) != "ok\n" {
		t.Errorf("healthz says %q", up.text)
	}
}

// Scripts of any site may read what visitors may read, and nothing else.
func TestSharing(t *testing.T) {
	w := newWorld(t, kontortest.SQLite(t))
	allowed := func(a answer) bool {
		if a.Header.Get("Access-Control-Allow-Credentials") != "" {
			t.Errorf("%s %s allows credentials", a.Request.Method, a.Request.URL)
		}
		return a.Header.Get("Access-Control-Allow-Origin") == "*"
	}
	for _, path := range []string{"/api/v1/relations", "/api/v1/offices/alphastadt", "/api/v1/openapi.json", "/api/v1/relations/nothing", "/api/v1/relations?x=1", "/api/nothing"} {
		for _, method := range []string{"GET", "HEAD"} {
			if !allowed(w.ask("visitor", method, path, "", "Origin", "https://other.example")) {
				t.Errorf("%s %s is not shared", method, path)
			}
		}
		if allowed(w.get("editor", path)) && path != "/api/v1/openapi.json" {
			t.Errorf("%s to a token is shared", path)
		}
	}
	tag := w.get("visitor", "/api/v1/relations").Header.Get("ETag")
	if !allowed(w.get("visitor", "/api/v1/relations", "If-None-Match", tag).want(304)) {
		t.Error("304 is not shared")
	}
	if allowed(w.ask("visitor", "POST", "/api/v1/relations", "{}")) || allowed(w.get("visitor", "/api/v1/relations", "Authorization", "Bearer x").want(401)) {
		t.Error("what is denied is shared")
	}
	asked := w.ask("visitor", "OPTIONS", "/api/v1/relations", "", "Origin", "https://other.example",
		"Access-Control-Request-Method", "PATCH", "Access-Control-Request-Headers", "authorization").want(204)
	if !allowed(asked) || asked.Header.Get("Access-Control-Allow-Methods") != "GET, HEAD" ||
		strings.Contains(strings.ToLower(asked.Header.Get("Access-Control-Allow-Headers")), "authorization") {
		t.Errorf("preflight answers %v", asked.Header)
	}
}

// Answers to HEAD have the headers of those to GET.
func TestHead(t *testing.T) {
	w := newWorld(t, kontortest.SQLite(t))
	for _, path := range []string{"/api/v1/offices", "/api/v1/offices/alphastadt", "/api/v1/openapi.json"} {
		get, head := w.get("visitor", path, "Accept-Encoding", "gzip").want(200), w.ask("visitor", "HEAD", path, "", "Accept-Encoding", "gzip").want(200)
		for _, name := range []string{"ETag", "Content-Type", "Content-Length", "Cache-Control", "Vary"} {
			if get.Header.Get(name) != head.Header.Get(name) {
				t.Errorf("%s: %s is %q and %q", path, name, get.Header.Get(name), head.Header.Get(name))
			}
		}
	}
}

func TestErrorsSpeakTheReadersLanguage(t *testing.T) {
	w := newWorld(t, kontortest.SQLite(t))
	for _, c := range []struct{ query, header, want string }{
		{"", "", "de"}, {"", "en-GB,de;q=0.5", "en"}, {"?lang=en", "de", "en"}, {"", "fr", "de"}, {"?lang=xx", "en", "en"},
	} {
		a := w.get("visitor", "/api/v1/relations/nothing"+c.query, "Accept-Language", c.header+" ")
		if got := a.Header.Get("Content-Language"); got != c.want {
			t.Errorf("%q, %q: %s, want %s", c.query, c.header, got, c.want)
		}
		if vary := a.Header.Get("Vary"); !strings.Contains(vary, "Accept-Language") {
			t.Errorf("Vary is %q", vary)
		}
	}
}

// specification reads the document as a client does.
func (w *world) specification() *openapi3.T {
	w.t.Helper()
	doc, err := openapi3.NewLoader().LoadFromData(w.get("visitor", "/api/v1/openapi.json").want(200).text)
	w.must(err)
	w.must(doc.Validate(w.t.Context(), openapi3.EnableExamplesValidation()))
	return doc
}

func TestTheDocumentHasEveryRoute(t *testing.T) {
	w := newWorld(t, kontortest.SQLite(t))
	doc := w.specification()
	if doc.OpenAPI != "3.1.0" {
		t.Errorf("it is OpenAPI %s", doc.OpenAPI)
	}
	described := map[string]bool{}
	for path, item := range doc.Paths.Map() {
		for method, op := range item.Operations() {
			described[method+" "+path] = true
			if public := op.Security != nil && len(*op.Security) == 2; public != (method == "GET") {
				t.Errorf("%s %s: open to visitors: %v", method, path, public)
			}
		}
	}
	for _, r := range w.api.Routes() {
		if r.Method == http.MethodOptions {
			continue // the browser's business, not the program's
		}
		if !described[r.Method+" "+r.Pattern] {
			t.Errorf("%s %s is not in the document", r.Method, r.Pattern)
		}
		delete(described, r.Method+" "+r.Pattern)
	}
	for left := range described {
		t.Errorf("%s is no route", left)
	}
}

// What the API sends is what the document says, for visitors and for staff.
func TestAnswersFitTheDocument(t *testing.T) {
	w := newWorld(t, kontortest.SQLite(t))
	doc := w.specification()
	x := w.create("editor", "/api/v1/relations", strings.Replace(twinning("Hiroshima"), "{",
		`{"state":"published","since":"1983-05","history":[{"status":"active","on_date":"1983"}],`, 1))
	w.create("editor", "/api/v1/places", `{"name":{"de":"Hier"},"level":"city","lat":52.5,"lon":-9.25,"aliases":[{"name":"Dort","historic":true}]}`)
	w.create("editor", "/api/v1/facts", `{"subject":{"kind":"relation","id":"`+x.id()+`"},"property":"population","number":1196274.5,"sources":[{"title":"Amt"}]}`)
	for _, actor := range []string{"visitor", "editor"} {
		for path, schema := range map[string]string{
			"/api/v1/relations/hiroshima": "Relation", "/api/v1/relations/hiroshima?lang=en": "Relation", "/api/v1/offices/alphastadt": "Office",
			"/api/v1/relations?total=true": "RelationPage", "/api/v1/places": "PlacePage", "/api/v1/facts?lang=de": "FactPage",
			"/api/v1/offices": "OfficePage", "/api/v1/themes": "ThemePage", "/api/v1/relations/x": "Problem", "/api/v1/relations?x=1": "Problem",
		} {
			fits(t, doc, schema, w.get(actor, path).text, true)
		}
	}
	fits(t, doc, "RelationNew", []byte(twinning("X")), true)
	fits(t, doc, "RelationNew", []byte(`{"title":{"de":"X"}}`), false)
	fits(t, doc, "RelationPatch", []byte(`{"title":{"en":null},"since":null,"sides":[{"party":{"geonames":1}}]}`), true)
	fits(t, doc, "RelationPatch", []byte(`{"colour":"red"}`), false)
	fits(t, doc, "Relation", []byte(`{"id":"x"}`), false)
}

func fits(t *testing.T, doc *openapi3.T, schema string, raw []byte, want bool) {
	t.Helper()
	var v any
	if err := json.NewDecoder(bytes.NewReader(raw)).Decode(&v); err != nil {
		t.Fatal(err)
	}
	if err := doc.Components.Schemas[schema].Value.VisitJSON(v, openapi3.EnableJSONSchema2020()); (err == nil) != want {
		t.Errorf("%s: fits %v: %v\n%.600s", schema, err == nil, err, raw)
	}
}
