// Package api serves every kind of record as JSON under /api/v1, for programs.
//
// The door knows no kind by name: from what a kind declares it has its addresses, its parameters, its checks and its part
// of the OpenAPI document. Who may see and do what is decided below, in package record; the door looks ahead only to
// refuse before it reads a body.
package api

import (
	"context"
	"net/http"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/engine/search"
	"kontor.example/internal/serve/web"
)

// Root is the address below which the API lies.
const Root = "/api/v1/"

// Options are what the API is built of.
type Options struct {
	Kernel      *record.Kernel
	Collections []record.Collection // in the order of the OpenAPI document; the kind "office" among them
	Offices     *web.Offices        // whose slugs are meant where the address does not say
	Words       *i18n.Catalog       // of error messages
	Build       string              // which program this is, and
	Database    string              // which database: part of every ETag
	Ready       func(context.Context) error

	// Find searches all kinds; nil finds nothing.
	Find func(context.Context, search.Query) (search.Answer, error)
	// Where returns the path of the portal's page of a record in a language, or "".
	Where func(i18n.Lang, record.Card) string
	// Told returns for records without a page the one whose page, in the portal of an office, tells of each.
	Told func(ctx context.Context, office record.ID, pageless []record.Abstract) (map[record.ID]record.Card, error)
	// Apart returns what tells hits from each other that look alike, in a language.
	Apart func(context.Context, i18n.Lang, []search.Hit) (map[record.Ref]string, error)
}

// An API answers programs.
type API struct {
	Options
	offices record.Collection
	facets  []facet // by which searches are narrowed
	spec    document
}

// New returns the API. It fails only if the OpenAPI document cannot be written.
func New(o Options) (*API, error) {
	a := &API{Options: o, facets: facetsOf(o.Collections)}
	if a.Find == nil {
		a.Find = func(context.Context, search.Query) (search.Answer, error) { return search.Answer{}, nil }
	}
	if a.Where == nil {
		a.Where = func(i18n.Lang, record.Card) string { return "" }
	}
	if a.Told == nil {
		a.Told = func(context.Context, record.ID, []record.Abstract) (map[record.ID]record.Card, error) {
			return nil, nil
		}
	}
	if a.Apart == nil {
		a.Apart = func(context.Context, i18n.Lang, []search.Hit) (map[record.Ref]string, error) { return nil, nil }
	}
	for _, c := range o.Collections {
		if c.Kind().Name == "office" {
			a.offices = c
		}
	}
	var err error
	a.spec, err = a.describe()
	return a, err
}

// Door returns the API as one of the doors of the house.
func (a *API) Door() web.Door {
	return web.Door{Prefix: "/api/", Tokens: true, Routes: a.Routes(), Fail: a.Fail}
}

// share lets scripts of other sites read what visitors may read. It is never set for an answer to a token.
func share(w http.ResponseWriter, r *http.Request) {
	read := r.Method == http.MethodGet || r.Method == http.MethodHead
	if read && record.ActorOf(r.Context()).Role == record.Visitor && r.Header.Get("Authorization") == "" {
		web.Share(w)
	}
}
