// Package fault holds the handful of ways in which a request can go wrong.
//
// Every error that a user may cause is one of these kinds, wrapped with what was attempted; everything else is internal.
// The doors (web.Fail, api.fail) are the only places that turn a kind into a status and a sentence.
package fault

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

var (
	// BadRequest: the request itself cannot be understood (path, parameter, header).
	BadRequest = errors.New("bad request")
	// Unauthenticated: a token is needed and there is none, or it is not known.
	Unauthenticated = errors.New("unauthenticated")
	// Forbidden: the actor may see the thing, but may not do this to it.
	Forbidden = errors.New("forbidden")
	// NotFound: there is no such thing, or the actor may not know of it.
	NotFound = errors.New("not found")
	// Conflict: somebody else took what is unique, or others still refer to it.
	Conflict = errors.New("conflict")
	// PreconditionFailed: the version that the caller knew is not the one that is stored.
	PreconditionFailed = errors.New("precondition failed")
	// PreconditionRequired: a change must say which version it changes.
	PreconditionRequired = errors.New("precondition required")
	// MediaType: the body is in a format that is not read here.
	MediaType = errors.New("unsupported media type")
	// TooLarge: the body is longer than is accepted.
	TooLarge = errors.New("too large")
	// TooSlow: what was sent took too long to arrive.
	TooSlow = errors.New("too slow")
	// Unavailable: the store is busy or away; trying again later helps.
	Unavailable = errors.New("unavailable")
)

// TooMany tells a caller who asks too often when to ask again.
type TooMany struct{ RetryAfter time.Duration }

func (t TooMany) Error() string {
	return fmt.Sprintf("too many requests: retry after %s", t.RetryAfter)
}

// A Problem is one thing wrong with one field: the key of a message in locales ("error." + Key) and, where the message
// has a blank to fill, its value.
type Problem struct {
	Key   string
	Value string
}

// Invalid lists what is wrong with a record: path of a field ("since", "sides/1.status") to its problem.
type Invalid map[string]Problem

func (v Invalid) Error() string {
	return "invalid: " + strings.Join(slices.Sorted(maps.Keys(v)), ", ")
}

// Add notes a problem; the first one of a field stays.
func (v Invalid) Add(field, key string) { v.AddValue(field, key, "") }

// AddValue notes a problem whose message shows a value, such as the longest length allowed.
func (v Invalid) AddValue(field, key, value string) {
	if !v.Has(field) {
		v[field] = Problem{key, value}
	}
}

// Has reports whether something is wrong with a field.
func (v Invalid) Has(field string) bool {
	_, ok := v[field]
	return ok
}

// Take notes the problems of another list; the first one of a field stays.
func (v Invalid) Take(more Invalid) {
	for field, p := range more {
		v.AddValue(field, p.Key, p.Value)
	}
}

// Err returns v, or nil if nothing is wrong.
func (v Invalid) Err() error {
	if len(v) == 0 {
		return nil
	}
	return v
}
