package web_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"strings"
	"testing"
	"time"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// A house has two doors, /api/ and all else, which answer errors with their name, the status and nothing more.
type house struct {
	web.Chain
	t   *testing.T
	now time.Time
	log bytes.Buffer
}

func newHouse(t *testing.T) *house {
	h := &house{t: t, now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
	fail := func(door string) web.Fail {
		return func(w http.ResponseWriter, _ *http.Request, err error) {
			w.WriteHeader(web.Status(err))
			_, _ = fmt.Fprint(w, door, " ", web.Status(err))
		}
	}
	h.Chain = web.Chain{
		Doors: []web.Door{
			{Prefix: "/", Fail: fail("portal"), Routes: []web.Route{
				{Method: "GET", Pattern: "/de/{$}", Needs: web.Nobody, Handle: who},
				{Method: "GET", Pattern: "/readyz", Needs: web.Nobody, Handle: who},
				{Method: "GET", Pattern: "/panic", Needs: web.Nobody, Handle: func(http.ResponseWriter, *http.Request) error { panic("boom") }},
				{Method: "GET", Pattern: "/late", Needs: web.Nobody, Handle: func(w http.ResponseWriter, _ *http.Request) error {
					_, _ = io.WriteString(w, "half")
					return errors.New("too late")
				}},
				{Method: "GET", Pattern: "/fails", Needs: web.Nobody, Handle: func(w http.ResponseWriter, r *http.Request) error {
					w.Header().Set("ETag", `"1"`)
					w.Header().Set("Cache-Control", "public")
					return failures()[r.URL.Query().Get("how")]
				}},
			}},
			{Prefix: "/api/", Tokens: true, Fail: fail("api"), Routes: []web.Route{
				{Method: "GET", Pattern: "/api/things", Needs: web.Nobody, Handle: who},
				{Method: "POST", Pattern: "/api/things", Needs: web.Writer, Handle: who},
				{Method: "GET", Pattern: "/api/secrets", Needs: web.Token, Handle: who},
				{Method: "PATCH", Pattern: "/api/body", Needs: web.Nobody, Handle: func(w http.ResponseWriter, r *http.Request) error {
					_, err := io.ReadAll(r.Body)
					return err
				}},
			}},
		},
		Actor: func(_ context.Context, secret string) (record.Actor, error) {
			for _, role := range []record.Role{record.Viewer, record.Editor, record.Admin} {
				if strings.HasPrefix(secret, string(role)) {
					return record.Actor{Name: secret, Role: role, Office: "o"}, nil
				}
			}
			return record.Actor{}, fault.Unauthenticated
		},
		Now: func() time.Time { return h.now },
		Log: slog.New(slog.NewTextHandler(&h.log, nil)),
	}
	return h
}

// who tells who acts, and whether a deadline is set.
func who(w http.ResponseWriter, r *http.Request) error {
	a := record.ActorOf(r.Context())
	_, bounded := r.Context().Deadline()
	_, err := fmt.Fprintf(w, "%q %q %v %v", a.Role, a.Office, a.Request == w.Header().Get("X-Request-Id"), bounded)
	return err
}

// What a request asks of the database ends after five seconds.
func TestARequestHasADeadline(t *testing.T) {
	h := newHouse(t)
	var ends time.Time
	h.Doors[0].Routes = append(h.Doors[0].Routes, web.Route{Method: "GET", Pattern: "/when", Needs: web.Nobody, Handle: func(_ http.ResponseWriter, r *http.Request) error {
		ends, _ = r.Context().Deadline()
		return nil
	}})
	before := time.Now()
	h.ask("GET", "/when")
	if after := time.Now(); ends.Before(before.Add(5*time.Second)) || ends.After(after.Add(5*time.Second)) {
		t.Errorf("a request between %v and %v ends at %v", before, after, ends)
	}
}

func failures() map[string]error {
	return map[string]error{
		"400": fmt.Errorf("x: %w", fault.BadRequest), "401": fault.Unauthenticated, "403": fault.Forbidden,
		"404": fmt.Errorf("x: %w", fault.NotFound), "405": web.MethodNotAllowed{Allow: "GET"}, "409": fault.Conflict,
		"412": fault.PreconditionFailed, "413": fault.TooLarge, "415": fault.MediaType, "422": fault.Invalid{"a": {Key: "required"}},
		"428": fault.PreconditionRequired, "429": fault.TooMany{RetryAfter: 1500 * time.Millisecond},
		"500": errors.New("the cause"), "503": fmt.Errorf("x: %w", fault.Unavailable),
	}
}

// ask sends one request through a fresh handler. Headers are names and values in turn.
func (h *house) ask(method, target string, header ...string) *http.Response {
	return h.send(h.Handler(), method, target, nil, header...)
}

func (h *house) send(to http.Handler, method, target string, body io.Reader, header ...string) *http.Response {
	h.t.Helper()
	r := httptest.NewRequest(method, "/", body)
	path, query, _ := strings.Cut(target, "?")
	r.URL.Path, r.URL.RawPath, r.URL.RawQuery = path, "", query
	for i := 0; i < len(header); i += 2 {
		r.Header.Add(header[i], header[i+1])
	}
	if host := r.Header.Get("Host"); host != "" {
		r.Host = host
	}
	w := httptest.NewRecorder()
	to.ServeHTTP(w, r)
	return w.Result()
}

func (h *house) want(answer *http.Response, status int, text string) {
	h.t.Helper()
	if got := bodyText(h.t, answer); answer.StatusCode != status || got != text {
		h.t.Errorf("got %d %q, want %d %q", answer.StatusCode, got, status, text)
	}
}

func TestEveryAnswerCarriesThePolicies(t *testing.T) {
	h := newHouse(t)
	for _, target := range []string{"/de/", "/nowhere", "/panic", "/fails?how=500", "/api/things", "/api/secrets", "//"} {
		answer := h.ask("GET", target)
		for name, want := range map[string]string{
			"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
				"connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
			"Strict-Transport-Security":    "max-age=31536000; includeSubDomains",
			"X-Content-Type-Options":       "nosniff",
			"Referrer-Policy":              "same-origin",
			"Cross-Origin-Opener-Policy":   "same-origin",
			"Cross-Origin-Resource-Policy": "same-origin",
		} {
			if got := answer.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q", target, name, got)
			}
		}
		if !strings.Contains(answer.Header.Get("Permissions-Policy"), "camera=()") || !record.ID(answer.Header.Get("X-Request-Id")).Valid() {
			t.Errorf("%s: %v", target, answer.Header)
		}
		if answer.Header.Get("Set-Cookie") != "" {
			t.Errorf("%s sets a cookie", target)
		}
	}
}

func TestWhoActs(t *testing.T) {
	h := newHouse(t)
	const visitor = `"" "" true true`
	h.want(h.ask("GET", "/de/"), 200, visitor)
	h.want(h.ask("GET", "/de/", "Authorization", "Bearer editor"), 200, visitor) // this door takes no tokens
	h.want(h.ask("GET", "/api/things"), 200, visitor)
	h.want(h.ask("GET", "/api/things", "Authorization", "Bearer editor"), 200, `"editor" "o" true true`)
	h.want(h.ask("GET", "/api/things", "Authorization", "bearer  viewer"), 200, `"viewer" "o" true true`)
	for _, header := range []string{"Bearer nobody", "Bearer", "Basic YTpi", "editor"} {
		answer := h.ask("GET", "/api/things", "Authorization", header)
		if answer.Header.Get("WWW-Authenticate") != `Bearer realm="Kontor"` {
			t.Errorf("%s: WWW-Authenticate is %q", header, answer.Header.Get("WWW-Authenticate"))
		}
		h.want(answer, 401, "api 401")
	}
	h.want(h.ask("GET", "/api/things", "Authorization", "Bearer editor", "Authorization", "Bearer editor"), 400, "api 400")
}

func TestWhatARouteNeeds(t *testing.T) {
	h := newHouse(t)
	for _, c := range []struct {
		method, target, token string
		status                int
	}{
		{"POST", "/api/things", "", 401},
		{"POST", "/api/things", "viewer", 403},
		{"POST", "/api/things", "editor", 200},
		{"POST", "/api/things", "admin", 200},
		{"GET", "/api/secrets", "", 401},
		{"GET", "/api/secrets", "viewer", 200},
	} {
		var header []string
		if c.token != "" {
			header = []string{"Authorization", "Bearer " + c.token}
		}
		if got := h.ask(c.method, c.target, header...).StatusCode; got != c.status {
			t.Errorf("%s %s by %q: %d, want %d", c.method, c.target, c.token, got, c.status)
		}
	}
}

func TestWhichDoorAnswers(t *testing.T) {
	h := newHouse(t)
	h.want(h.ask("GET", "/nowhere"), 404, "portal 404")
	h.want(h.ask("GET", "/apiary"), 404, "portal 404")
	for _, path := range []string{"/api", "/api/", "/api/nowhere", "/api/things/"} {
		h.want(h.ask("GET", path), 404, "api 404")
	}
	for _, method := range []string{"PUT", "DELETE", "TRACE", "OPTIONS", "BREW"} {
		answer := h.ask(method, "/api/things")
		if allow := answer.Header.Get("Allow"); allow != "GET, HEAD, POST" {
			t.Errorf("%s: Allow is %q", method, allow)
		}
		h.want(answer, 405, "api 405")
	}
	if head := h.ask("HEAD", "/de/"); head.StatusCode != 200 {
		t.Errorf("HEAD answers %d", head.StatusCode)
	}
}

func TestErrors(t *testing.T) {
	for want, err := range failures() {
		h := newHouse(t)
		answer := h.ask("GET", "/fails?how="+want)
		text := bodyText(t, answer)
		if text != "portal "+want || answer.Header.Get("ETag") != "" || answer.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%v: %q, %v", err, text, answer.Header)
		}
		if logged := strings.Contains(h.log.String(), "request failed"); logged != (want[0] == '5') {
			t.Errorf("%s: the log says %s", want, h.log.String())
		}
	}
	h := newHouse(t)
	if wait := h.ask("GET", "/fails?how=429").Header.Get("Retry-After"); wait != "2" {
		t.Errorf("Retry-After is %q", wait)
	}
	if wait := h.ask("GET", "/fails?how=503").Header.Get("Retry-After"); wait != "5" {
		t.Errorf("Retry-After is %q", wait)
	}
}

func TestAPanicIsOneAnswer(t *testing.T) {
	h := newHouse(t)
	h.want(h.ask("GET", "/panic"), 500, "portal 500")
	if log := h.log.String(); !strings.Contains(log, "boom") || !strings.Contains(log, "chain_test.go") || !strings.Contains(log, "status=500") {
		t.Errorf("the log says %s", log)
	}
	server := httptest.NewServer(h.Handler())
	defer server.Close()
	answer, err := http.Get(server.URL + "/late")
	if err == nil {
		_, err = io.ReadAll(answer.Body)
		_ = answer.Body.Close()
	}
	if err == nil {
		t.Error("half an answer looks like a whole one")
	}
}

func TestRubbish(t *testing.T) {
	h := newHouse(t)
	for _, target := range []string{
		"", "*", "de/", "//evil.example/", "/de//", "/de/./", "/de/../", "/de\\", "/de/\x00", "/de/\x7f",
		"/\xff", "/" + strings.Repeat("a", 3000), "/de/?q=%zz", "/de/?q=%00", "/de/?q=%ff", "/de/?%0a=1", "/de/?a;b",
		"/de/?q=" + strings.Repeat("a", 9000),
	} {
		answer := h.ask("GET", target)
		if answer.StatusCode != 400 || answer.Header.Get("Location") != "" {
			t.Errorf("%.40q: %d, %q", target, answer.StatusCode, answer.Header.Get("Location"))
		}
	}
	for _, host := range []string{"evil.example/", "a b", "a:b", "[::1", "user@host", strings.Repeat("a", 300)} {
		h.want(h.ask("GET", "/de/", "Host", host), 400, "portal 400")
	}
	for _, host := range []string{"localhost", "127.0.0.1:8080", "[::1]:80", "hannover.example."} {
		if got := h.ask("GET", "/de/", "Host", host).StatusCode; got != 200 {
			t.Errorf("host %s: %d", host, got)
		}
	}
	server := httptest.NewServer(h.Handler())
	defer server.Close()
	for _, raw := range []string{"/de%2f", "/api%2Fthings", "/de/%5c", "/%2e%2e/de/", "/de/%00", "/%ff", "/%c0%af"} {
		r, err := http.NewRequest("GET", server.URL+raw, nil)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		if text := bodyText(t, answer); answer.StatusCode != 400 || !strings.HasSuffix(text, "400") {
			t.Errorf("%s: %d %q", raw, answer.StatusCode, text)
		}
	}
}

func TestBodyLimit(t *testing.T) {
	h := newHouse(t)
	fits := h.send(h.Handler(), "PATCH", "/api/body", bytes.NewReader(make([]byte, web.MaxBody)))
	if fits.StatusCode != 200 {
		t.Errorf("a body of the limit: %d", fits.StatusCode)
	}
	over := h.send(h.Handler(), "PATCH", "/api/body", bytes.NewReader(make([]byte, web.MaxBody+1)))
	h.want(over, 413, "api 413")
}

func TestLog(t *testing.T) {
	h := newHouse(t)
	h.ask("GET", "/api/things?name=someone", "Authorization", "Bearer editor-secret", "X-Forwarded-For", "198.51.100.7")
	log := h.log.String()
	for _, hidden := range []string{"someone", "secret", "198.51.100.7", "192.0.2.1"} {
		if strings.Contains(log, hidden) {
			t.Errorf("the log tells %s: %s", hidden, log)
		}
	}
	for _, shown := range []string{"path=/api/things", "status=200", "role=editor", "method=GET"} {
		if !strings.Contains(log, shown) {
			t.Errorf("the log does not tell %s: %s", shown, log)
		}
	}
}

func TestReadLimit(t *testing.T) {
	h := newHouse(t)
	h.Limits.Reads = 60
	h.Proxy = netip.MustParsePrefix("192.0.2.0/24") // where httptest's requests come from
	site := h.Handler()
	ask := func(client, target string, header ...string) int {
		return h.send(site, "GET", target, nil, append(header, "X-Forwarded-For", client)...).StatusCode
	}
	for range 60 {
		if got := ask("198.51.100.1", "/de/"); got != 200 {
			t.Fatalf("below the limit: %d", got)
		}
	}
	for target, want := range map[string]int{"/de/": 429, "/api/things": 429, "/assets/x": 404, "/readyz": 200} {
		if got := ask("198.51.100.1", target); got != want {
			t.Errorf("%s over the limit: %d, want %d", target, got, want)
		}
	}
	for header, want := range map[string]int{"Bearer viewer": 200, "Bearer nobody": 429, "Basic x": 429} {
		if got := ask("198.51.100.1", "/api/things", "Authorization", header); got != want {
			t.Errorf("%s over the limit: %d, want %d", header, got, want)
		}
	}
	if got := ask("198.51.100.2", "/de/"); got != 200 {
		t.Errorf("another address: %d", got)
	}
	if got := ask("203.0.113.9, 198.51.100.1", "/de/"); got != 429 {
		t.Errorf("an address put before the own one: %d", got)
	}
	h.now = h.now.Add(time.Second)
	if first, second := ask("198.51.100.1", "/de/"), ask("198.51.100.1", "/de/"); first != 200 || second != 429 {
		t.Errorf("a second later: %d, then %d", first, second)
	}
	for range 60 {
		ask("2001:db8::1", "/de/")
	}
	if same, other := ask("2001:db8::2", "/de/"), ask("2001:db8:0:1::1", "/de/"); same != 429 || other != 200 {
		t.Errorf("the same network: %d, another: %d", same, other)
	}
}

// Who is not behind a trusted proxy cannot choose an address.
func TestForwardedForIsNotBelieved(t *testing.T) {
	h := newHouse(t)
	h.Limits.Reads = 1
	site := h.Handler()
	h.send(site, "GET", "/de/", nil, "X-Forwarded-For", "198.51.100.1")
	if got := h.send(site, "GET", "/de/", nil, "X-Forwarded-For", "198.51.100.2").StatusCode; got != 429 {
		t.Errorf("got %d", got)
	}
}

func TestWriteLimit(t *testing.T) {
	h := newHouse(t)
	h.Limits.Writes = 120
	site := h.Handler()
	ask := func(method, token string) int {
		return h.send(site, method, "/api/things", nil, "Authorization", "Bearer "+token).StatusCode
	}
	for range 120 {
		if got := ask("POST", "editor-1"); got != 200 {
			t.Fatalf("below the limit: %d", got)
		}
	}
	if got := ask("POST", "editor-1"); got != 429 {
		t.Errorf("over the limit: %d", got)
	}
	if got := ask("GET", "editor-1"); got != 200 {
		t.Errorf("reading over the limit of writing: %d", got)
	}
	if got := ask("POST", "editor-2"); got != 200 {
		t.Errorf("another token: %d", got)
	}
	h.now = h.now.Add(500 * time.Millisecond)
	if got := ask("POST", "editor-1"); got != 200 {
		t.Errorf("half a second later: %d", got)
	}
}

func TestNoLimits(t *testing.T) {
	h := newHouse(t)
	site := h.Handler()
	for range 1000 {
		if got := h.send(site, "POST", "/api/things", nil, "Authorization", "Bearer editor").StatusCode; got != 200 {
			t.Fatalf("got %d", got)
		}
	}
}

// However many addresses ask, what is remembered stays bounded, and who keeps asking is not forgotten.
func TestManyClients(t *testing.T) {
	h := newHouse(t)
	h.Limits.Reads = 1
	h.Log = slog.New(slog.DiscardHandler)
	h.Proxy = netip.MustParsePrefix("192.0.2.0/24")
	site := h.Handler()
	ask := func(client string) int {
		return h.send(site, "GET", "/de/", nil, "X-Forwarded-For", client).StatusCode
	}
	ask("198.51.100.1")
	for i := range 30_000 {
		ask(fmt.Sprintf("10.%d.%d.%d", i>>16, i>>8&255, i&255))
		if i%5000 == 0 {
			if got := ask("198.51.100.1"); got != 429 {
				t.Fatalf("after %d others: %d", i, got)
			}
		}
	}
	if got := ask("10.0.0.0"); got != 200 {
		t.Errorf("one of the first is still remembered: %d", got)
	}
}

// A route that does not say who may call it is open to nobody: the program does not start.
func TestARouteSaysWhoMayCallIt(t *testing.T) {
	h := newHouse(t)
	h.Doors[0].Routes = append(h.Doors[0].Routes, web.Route{Method: "GET", Pattern: "/open", Handle: who})
	defer func() {
		if recover() == nil {
			t.Error("it is served")
		}
	}()
	h.Handler()
}

// The time for statements begins when the body has arrived, for those whose body is read at all.
func TestTheDeadlineBeginsAfterTheBody(t *testing.T) {
	h := newHouse(t)
	var arrived, ends time.Time
	h.Doors[1].Routes = append(h.Doors[1].Routes, web.Route{Method: "POST", Pattern: "/api/when", Needs: web.Writer, Handle: func(_ http.ResponseWriter, r *http.Request) error {
		ends, _ = r.Context().Deadline()
		body, err := io.ReadAll(r.Body)
		if err == nil && string(body) != "slow" {
			t.Errorf("body %q, %v", body, err)
		}
		return err
	}})
	slow := readFunc(func(b []byte) (int, error) {
		arrived = time.Now()
		return copy(b, "slow"), io.EOF
	})
	h.send(h.Handler(), "POST", "/api/when", slow, "Authorization", "Bearer editor")
	if ends.Before(arrived.Add(5 * time.Second)) {
		t.Errorf("a body that came at %v has until %v", arrived, ends)
	}
	late := readFunc(func([]byte) (int, error) { return 0, os.ErrDeadlineExceeded })
	h.want(h.send(h.Handler(), "POST", "/api/when", late, "Authorization", "Bearer editor"), 408, "api 408")
}

type readFunc func([]byte) (int, error)

func (f readFunc) Read(b []byte) (int, error) { return f(b) }

// Who tries tokens is refused before the next one is looked for.
func TestTriesOfTokensAreBounded(t *testing.T) {
	h := newHouse(t)
	h.Limits.Reads = 10
	asked, actor := 0, h.Actor
	h.Actor = func(ctx context.Context, secret string) (record.Actor, error) {
		asked++
		return actor(ctx, secret)
	}
	site := h.Handler()
	for range 20 {
		h.send(site, "GET", "/api/things", nil, "Authorization", "Bearer nobody")
	}
	if asked != 10 {
		t.Errorf("%d tokens were looked for", asked)
	}
}

// Some proxies write the port of a hop as well.
func TestHopsWithPorts(t *testing.T) {
	h := newHouse(t)
	h.Limits.Reads = 1
	h.Proxy = netip.MustParsePrefix("192.0.2.0/24")
	site := h.Handler()
	for _, c := range []struct {
		hop  string
		want int
	}{{"198.51.100.1:4711", 200}, {"198.51.100.1:4712", 429}, {"198.51.100.2", 200}, {"[2001:db8::1]:80", 200}, {"[2001:db8::1]", 429}} {
		if got := h.send(site, "GET", "/de/", nil, "X-Forwarded-For", c.hop).StatusCode; got != c.want {
			t.Errorf("%s: %d, want %d", c.hop, got, c.want)
		}
	}
}
