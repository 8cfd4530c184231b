package web

import (
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

// at returns the door to which an address belongs: that with the longest prefix.
func (c *chain) at(path string) *Door {
	var best *Door
	for i := range c.Doors {
		d := &c.Doors[i]
		fits := strings.HasPrefix(path, d.Prefix) || path == strings.TrimSuffix(d.Prefix, "/")
		if best == nil || fits && (len(d.Prefix) > len(best.Prefix) || !strings.HasPrefix(path, best.Prefix)) {
			best = d
		}
	}
	return best
}

// mux returns the routes of all doors as one handler. Like http.ServeMux it panics if two routes have one address.
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
			m[route.Method] = route
		}
	}
	if byPattern["/"] == nil {
		byPattern["/"] = nil // whatever no route answers
	}
	mux := http.NewServeMux()
	for pattern, m := range byPattern {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
			if err := m.serve(w, r); err != nil {
				c.fail(w.(*answer), r, err)
			}
		})
	}
	return mux
}

// methods are the routes of one address.
type methods map[string]Route

func (m methods) serve(w http.ResponseWriter, r *http.Request) error {
	if len(m) == 0 {
		return fmt.Errorf("no route: %w", fault.NotFound)
	}
	method := r.Method
	if method == http.MethodHead {
		method = http.MethodGet
	}
	route, ok := m[method]
	if !ok {
		return MethodNotAllowed{m.allow()}
	}
	if a := record.ActorOf(r.Context()); !route.Needs.Met(a) {
		if a.Role == record.Visitor {
			return fmt.Errorf("no token: %w", fault.Unauthenticated)
		}
		return fmt.Errorf("role %s: %w", a.Role, fault.Forbidden)
	}
	return route.Handle(w, r)
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
