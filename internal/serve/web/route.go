// Package web is what all doors share: the table of routes, the chain that every request passes, the page and the ways
// in which it can fail.
package web

import (
	"net/http"
	"time"

	"kontor.example/internal/engine/record"
)

// Handler answers a request or says what went wrong; the door it belongs to turns the error into an answer.
type Handler func(w http.ResponseWriter, r *http.Request) error

// A Route is one address of a door. All routes of a door stand on one page, and the mux, the access test and the
// OpenAPI document are fed from them.
type Route struct {
	Method  string // GET also answers HEAD
	Pattern string // of http.ServeMux, without the method
	Needs   Needs
	Handle  Handler
	Within  time.Duration // how long an answer may take at most; 0 is what everything has, statementTimeout
}

// Needs says who may call a route at all, before any record is looked at.
type Needs int

// What a route needs.
const (
	_      Needs = iota // not said: the mux refuses such a route
	Nobody              // open to visitors
	Token               // a token of any role
	Writer              // a token of an editor or admin
)

// Met reports whether a may call the route.
func (n Needs) Met(a record.Actor) bool {
	switch n {
	case Nobody:
		return true
	case Token:
		return a.Role != record.Visitor
	case Writer:
		return a.Role == record.Editor || a.Role == record.Admin
	}
	return false
}
