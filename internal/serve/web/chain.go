package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"regexp"
	"runtime/debug"
	"strings"
	"time"
	"unicode/utf8"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/record"
)

// A Chain is what a handler of all doors is made of. Every request passes, in this order: an id of its own (sent back as
// X-Request-Id and kept in the audit), the access log, the headers that every answer carries, the check that it is sound at
// all, the limit of its body, its actor and the limits of how often that one asks, its body, a deadline, its route.
type Chain struct {
	Doors  []Door
	Actor  func(ctx context.Context, secret string) (record.Actor, error) // whose token this is
	Now    func() time.Time
	Log    *slog.Logger // nil: nowhere
	Limits Limits
	Proxy  netip.Prefix // the proxies whose X-Forwarded-For is believed; the zero Prefix: none
}

// Handler returns the chain, ready to serve.
func (c Chain) Handler() http.Handler {
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	h := &chain{
		Chain: c, reads: newBuckets[netip.Addr](c.Limits.Reads), tries: newBuckets[netip.Addr](c.Limits.Reads),
		writes: newBuckets[[32]byte](c.Limits.Writes),
	}
	h.routes = h.mux()
	return h
}

type chain struct {
	Chain
	reads  *buckets[netip.Addr]
	tries  *buckets[netip.Addr] // tokens that were refused
	writes *buckets[[32]byte]
	routes *http.ServeMux
}

// Bounds of a request.
const (
	statementTimeout = 5 * time.Second // for all that a request asks of the database
	MaxBody          = 1 << 20         // bytes
	maxPath          = 2_000
	maxQuery         = 8_000
)

func (c *chain) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a := &answer{ResponseWriter: w, id: string(record.NewID()), began: c.Now(), client: r.Context()}
	r = r.WithContext(record.As(r.Context(), record.Actor{Request: a.id}))
	defer c.note(a, r)
	defer c.recover(a, r)
	setPolicies(a.Header())
	a.Header().Set("X-Request-Id", a.id)
	r.URL.RawQuery = plainSemicolons(r.URL.RawQuery)
	if err := sound(r); err != nil {
		c.fail(a, r, c.at(r.URL.Path), err)
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, MaxBody)
	r, err := c.identify(r)
	a.role = record.ActorOf(r.Context()).Role
	if err != nil {
		c.fail(a, r, c.at(r.URL.Path), err)
		return
	}
	receive(r)
	ctx, cancel := context.WithTimeout(r.Context(), statementTimeout)
	defer cancel()
	c.routes.ServeHTTP(a, r.WithContext(ctx))
}

// fail has a door answer with an error. What is our own fault is logged with its cause.
func (c *chain) fail(a *answer, r *http.Request, d *Door, err error) {
	if Status(err) >= http.StatusInternalServerError && !errors.Is(err, context.Canceled) {
		c.Log.LogAttrs(r.Context(), slog.LevelError, "request failed", slog.String("request", a.id), slog.String("error", err.Error()))
	}
	if a.status != 0 { // half an answer is out: breaking it off is the one way left to say that it is not whole
		panic(http.ErrAbortHandler)
	}
	unsetContent(a.Header())
	a.Header().Set("Cache-Control", "no-store")
	explain(a.Header(), err)
	d.Fail(a, r, err)
}

// recover turns a panic into an answer, so that no request takes the others down with it.
func (c *chain) recover(a *answer, r *http.Request) {
	v := recover()
	if v == nil {
		return
	}
	if err, ok := v.(error); ok && errors.Is(err, http.ErrAbortHandler) {
		panic(v)
	}
	c.fail(a, r, c.at(r.URL.Path), fmt.Errorf("panic: %v\n%s", v, debug.Stack()))
}

// note writes the access log: no address of a client and nothing of a query, where people may search for people.
func (c *chain) note(a *answer, r *http.Request) {
	if !c.Log.Enabled(r.Context(), slog.LevelInfo) {
		return
	}
	c.Log.LogAttrs(r.Context(), slog.LevelInfo, "request", slog.String("request", a.id), slog.String("method", r.Method),
		slog.String("path", r.URL.Path), slog.Int("status", a.status), slog.Int64("bytes", a.bytes),
		slog.Int64("microseconds", c.Now().Sub(a.began).Microseconds()), slog.String("role", string(a.role)))
}

// An answer remembers of what is sent what the log tells.
type answer struct {
	http.ResponseWriter
	id     string
	role   record.Role
	began  time.Time
	client context.Context // ends when the client goes, and has no deadline
	status int             // 0 until the answer begins
	bytes  int64
}

func (a *answer) WriteHeader(status int) {
	if a.status == 0 {
		a.status = status
	}
	a.ResponseWriter.WriteHeader(status)
}

func (a *answer) Write(b []byte) (int, error) {
	if a.status == 0 {
		a.status = http.StatusOK
	}
	n, err := a.ResponseWriter.Write(b)
	a.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController find what is below.
func (a *answer) Unwrap() http.ResponseWriter { return a.ResponseWriter }

// plainSemicolons writes a value that is a semicolon and nothing else as Go reads it: people type ?sep=; as it stands in
// the manual, and to the web's own rules of addresses it means just that.
func plainSemicolons(query string) string {
	if !strings.Contains(query, "=;") {
		return query
	}
	pairs := strings.Split(query, "&")
	for i, pair := range pairs {
		if name, value, _ := strings.Cut(pair, "="); value == ";" {
			pairs[i] = name + "=%3B"
		}
	}
	return strings.Join(pairs, "&")
}

var hostShape = regexp.MustCompile(`^([A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(:[0-9]{1,5})?$`)

// sound refuses, with fault.BadRequest, what no honest client sends: a host that is none, a path or a query that is too
// long, not UTF-8, holds control characters, or means another path than it says. Nothing is redirected to the path meant.
func sound(r *http.Request) error {
	switch {
	case r.Host != "" && !hostShape.MatchString(r.Host):
		return fmt.Errorf("host: %w", fault.BadRequest)
	case len(r.URL.Path) > maxPath || len(r.URL.RawQuery) > maxQuery:
		return fmt.Errorf("address too long: %w", fault.BadRequest)
	case !soundPath(r.URL):
		return fmt.Errorf("path: %w", fault.BadRequest)
	}
	if r.URL.RawQuery == "" {
		return nil
	}
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return fmt.Errorf("query: %w", fault.BadRequest)
	}
	for name, values := range query {
		for _, s := range append(values, name) {
			if !printable(s) {
				return fmt.Errorf("query: %w", fault.BadRequest)
			}
		}
	}
	return nil
}

func soundPath(u *url.URL) bool {
	raw := strings.ToLower(u.RawPath)
	if !strings.HasPrefix(u.Path, "/") || !printable(u.Path) || strings.ContainsRune(u.Path, '\\') || strings.Contains(u.Path, "//") ||
		strings.Contains(raw, "%2f") || strings.Contains(raw, "%5c") {
		return false
	}
	for segment := range strings.SplitSeq(u.Path, "/") {
		if segment == "." || segment == ".." {
			return false
		}
	}
	return true
}

// printable reports whether s is UTF-8 without control characters.
func printable(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(c rune) bool { return c < ' ' || c == 0x7f })
}
