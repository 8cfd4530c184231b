package web_test

import (
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// streamer is a house with routes that stream.
func streamer(t *testing.T, routes ...web.Route) *httptest.Server {
	t.Helper()
	c := web.Chain{
		Doors: []web.Door{{Prefix: "/", Routes: routes, Fail: func(w http.ResponseWriter, _ *http.Request, err error) { w.WriteHeader(web.Status(err)) }}},
		Actor: func(context.Context, string) (record.Actor, error) { return record.Actor{}, nil }, Now: time.Now,
	}
	s := httptest.NewServer(c.Handler())
	t.Cleanup(s.Close)
	return s
}

func fetched(t *testing.T, address string, headers ...string) (*http.Response, string, error) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	answer, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		return nil, "", err
	}
	defer answer.Body.Close()
	var from io.Reader = answer.Body
	if answer.Header.Get("Content-Encoding") == "gzip" {
		if from, err = gzip.NewReader(answer.Body); err != nil {
			return answer, "", err
		}
	}
	body, err := io.ReadAll(from)
	return answer, string(body), err
}

// A stream arrives whole, compressed or not, each under a tag of its own, and never looks whole where its making failed.
func TestStreams(t *testing.T) {
	fail := false
	s := streamer(t, web.Route{Method: http.MethodGet, Needs: web.Nobody, Pattern: "/stream", Within: time.Minute, Handle: func(w http.ResponseWriter, r *http.Request) error {
		w.Header().Set("ETag", `"7"`)
		out := web.NewStream(w, r, time.Now, true)
		for range 1000 {
			if _, err := io.WriteString(out, strings.Repeat("Hannover ", 10)); err != nil {
				return err
			}
			out.Portion()
		}
		if fail {
			return io.ErrUnexpectedEOF
		}
		return out.Close()
	}})
	for coding, tag := range map[string]string{"identity": `"7"`, "gzip": `"7` + web.Compressed} {
		answer, body, err := fetched(t, s.URL+"/stream", "Accept-Encoding", coding)
		if err != nil || len(body) != 90_000 || (answer.Header.Get("Content-Encoding") == "gzip") != (coding == "gzip") {
			t.Fatalf("%s: %v, %d bytes", coding, err, len(body))
		}
		if h := answer.Header; h.Get("Vary") != "Accept-Encoding" || h.Get("ETag") != tag {
			t.Errorf("%s: it is %s, by %q", coding, h.Get("ETag"), h.Get("Vary"))
		}
	}
	fail = true
	for _, coding := range []string{"identity", "gzip"} {
		if _, _, err := fetched(t, s.URL+"/stream", "Accept-Encoding", coding); err == nil {
			t.Errorf("%s: half a stream looks like a whole one", coding)
		}
	}
}

// A route may take longer than others, but not for ever, and not longer than its client is there.
func TestARouteMayTakeItsTime(t *testing.T) {
	left := func(r *http.Request) time.Duration {
		at, _ := r.Context().Deadline()
		return time.Until(at)
	}
	s := streamer(
		t,
		web.Route{Method: http.MethodGet, Needs: web.Nobody, Pattern: "/short", Handle: func(w http.ResponseWriter, r *http.Request) error {
			if d := left(r); d <= 0 || d > 5*time.Second {
				t.Errorf("a usual route has %v", d)
			}
			return nil
		}},
		web.Route{Method: http.MethodGet, Needs: web.Nobody, Pattern: "/long", Within: time.Hour, Handle: func(w http.ResponseWriter, r *http.Request) error {
			if d := left(r); d <= 50*time.Minute || d > time.Hour || record.ActorOf(r.Context()).Request == "" {
				t.Errorf("a long route has %v", d)
			}
			return nil
		}},
		web.Route{Method: http.MethodGet, Needs: web.Nobody, Pattern: "/wait", Within: time.Hour, Handle: func(_ http.ResponseWriter, r *http.Request) error {
			<-r.Context().Done()
			return r.Context().Err()
		}},
	)
	for _, path := range []string{"/short", "/long"} {
		if answer, _, err := fetched(t, s.URL+path); err != nil || answer.StatusCode != 200 {
			t.Errorf("%s: %v", path, err)
		}
	}
	ctx, hangUp := context.WithCancel(t.Context())
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.URL+"/wait", nil)
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() {
		answer, err := http.DefaultTransport.RoundTrip(r)
		if err == nil {
			_ = answer.Body.Close()
		}
		done <- err
	}()
	hangUp()
	if err := <-done; err == nil {
		t.Error("whoever hung up was answered")
	}
} // the server closes once the handler has seen that nobody waits
