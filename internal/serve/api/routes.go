package api

import (
	"net/http"

	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// Routes lists every address of the API.
func (a *API) Routes() []web.Route {
	routes := []web.Route{
		{Method: http.MethodGet, Pattern: "/healthz", Needs: web.Nobody, Handle: a.healthy},
		{Method: http.MethodGet, Pattern: "/readyz", Needs: web.Nobody, Handle: a.ready},
		{Method: http.MethodGet, Pattern: Root + "openapi.json", Needs: web.Nobody, Handle: a.openapi},
		{Method: http.MethodOptions, Pattern: Root + "openapi.json", Needs: web.Nobody, Handle: web.Preflight},
		{Method: http.MethodGet, Pattern: searchPath, Needs: web.Nobody, Handle: a.search},
		{Method: http.MethodOptions, Pattern: searchPath, Needs: web.Nobody, Handle: web.Preflight},
		{Method: http.MethodGet, Pattern: suggestPath, Needs: web.Nobody, Handle: a.suggest},
		{Method: http.MethodOptions, Pattern: suggestPath, Needs: web.Nobody, Handle: web.Preflight},
	}
	for _, c := range a.Collections {
		all, one := address(c), address(c)+"/{id}"
		routes = append(routes,
			web.Route{Method: http.MethodGet, Pattern: all, Needs: web.Nobody, Handle: a.list(c)},
			web.Route{Method: http.MethodPost, Pattern: all, Needs: web.Writer, Handle: a.create(c)},
			web.Route{Method: http.MethodOptions, Pattern: all, Needs: web.Nobody, Handle: web.Preflight},
			web.Route{Method: http.MethodGet, Pattern: one, Needs: web.Nobody, Handle: a.get(c)},
			web.Route{Method: http.MethodPatch, Pattern: one, Needs: web.Writer, Handle: a.update(c)},
			web.Route{Method: http.MethodDelete, Pattern: one, Needs: web.Writer, Handle: a.trash(c)},
			web.Route{Method: http.MethodOptions, Pattern: one, Needs: web.Nobody, Handle: web.Preflight},
			web.Route{Method: http.MethodPost, Pattern: one + "/restore", Needs: web.Writer, Handle: a.restore(c)},
		)
	}
	return routes
}

// address returns the address of a collection.
func address(c record.Collection) string { return Root + c.Kind().Plural }
