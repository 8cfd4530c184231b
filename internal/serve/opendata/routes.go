package opendata

import (
	"net/http"
	"time"

	"kontor.example/internal/serve/web"
)

// longest bounds how long one file may take. It is no measure of the database's patience: each portion is a statement of
// its own, and a client that stalls is left sooner.
const longest = 10 * time.Minute

// Routes lists every address of the door.
func (d *OpenData) Routes() []web.Route {
	var routes []web.Route
	add := func(name string, within time.Duration, h web.Handler) {
		routes = append(routes,
			web.Route{Method: http.MethodGet, Pattern: web.DataPath + name, Needs: web.Nobody, Handle: h, Within: within},
			web.Route{Method: http.MethodOptions, Pattern: web.DataPath + name, Needs: web.Nobody, Handle: web.Preflight},
		)
	}
	for _, t := range d.tables {
		for _, f := range formats() { // /data/relations.csv, …
			add(t.Name+"."+f.ending, longest, d.file(t, f))
		}
	}
	add("changes.atom", 0, d.changes)
	return routes
}
