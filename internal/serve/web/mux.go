package web

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/record"
)

// A Door is a set of routes together with its way to say what went wrong.
type Door struct {
	Prefix string // of the addresses that it answers also where there is no route: "/api/"; "/" for all others
	Tokens bool   // takes bearer tokens; at any other door everybody is a visitor
	Routes []Route
	Fail   Fail
}

// A Fail writes the answer to an error, with Status(err) as its status. The headers that belong to the status are set
// already, and Cache-Control to no-store; the cause is logged already and stays out of the answer.
type Fail func(w http.ResponseWriter, r *http.Request, err error)

// at returns the door to which an address belongs: that with the longest prefix, else the first one.
func (c *chain) at(path string) *Door {
	best := &c.Doors[0]
	for i := range c.Doors {
		if d := &c.Doors[i]; d.covers(path) && (len(d.Prefix) > len(best.Prefix) || !best.covers(path)) {
			best = d
		}
	}
	return best
}

func (d *Door) covers(path string) bool {
	return strings.HasPrefix(path, d.Prefix) || path == strings.TrimSuffix(d.Prefix, "/")
}

// mux returns the routes of all doors as one handler. Like http.ServeMux it panics if two routes have one address, and if one
// does not say who may call it.
func (c *chain) mux() *http.ServeMux {
	byPattern := map[string]methods{}
	for i := range c.Doors {
		for _, route := range c.Doors[i].Routes {
			m := byPattern[route.Pattern]
			if m == nil {
				m = methods{}
				byPattern[route.Pattern] = m
			}
			if _, twice := m[route.Method]; twice {
				panic("two routes for " + route.Method + " " + route.Pattern)
			}
			if route.Needs < Nobody || route.Needs > Writer {
				panic("not said who may call " + route.Method + " " + route.Pattern)
			}
			m[route.Method] = way{route, &c.Doors[i]}
		}
	}
	mux := http.NewServeMux()
	for pattern, m := range byPattern {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
			a := w.(*answer)
			if d, err := m.serve(a, r); err != nil {
				c.fail(a, r, d, err)
			}
		})
	}
	if byPattern["/"] == nil {
		mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
			c.fail(w.(*answer), r, c.at(r.URL.Path), fmt.Errorf("no route: %w", fault.NotFound))
		})
	}
	return mux
}

// methods are the routes of one address, each with its door.
type methods map[string]way

type way struct {
	Route
	door *Door
}

// serve returns an error together with the door that is to answer it.
func (m methods) serve(w *answer, r *http.Request) (*Door, error) {
	method := r.Method
	if method == http.MethodHead {
		method = http.MethodGet
	}
	to, ok := m[method]
	if !ok {
		for _, other := range m {
			to = other
		}
		return to.door, MethodNotAllowed{m.allow()}
	}
	if a := record.ActorOf(r.Context()); !to.Needs.Met(a) {
		if a.Role == record.Visitor {
			return to.door, fmt.Errorf("no token: %w", fault.Unauthenticated)
		}
		return to.door, fmt.Errorf("role %s: %w", a.Role, fault.Forbidden)
	}
	if to.Within > 0 {
		ctx, cancel := context.WithTimeout(record.As(w.client, record.ActorOf(r.Context())), to.Within)
		defer cancel()
		r = r.WithContext(ctx)
	}
	return to.door, to.Handle(w, r)
}

// allow lists the methods as the Allow header does.
func (m methods) allow() string {
	var out []string
	for method := range m {
		out = append(out, method)
		if method == http.MethodGet {
			out = append(out, http.MethodHead)
		}
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}
