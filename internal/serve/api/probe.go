package api

import (
	"errors"
	"fmt"
	"net/http"

	"kontor.example/internal/base/fault"
)

// healthy answers as long as the process does.
func (a *API) healthy(w http.ResponseWriter, _ *http.Request) error { return say(w, "ok\n") }

// ready answers once the program can serve: its database is there and its records are in.
func (a *API) ready(w http.ResponseWriter, r *http.Request) error {
	if err := a.Ready(r.Context()); err != nil {
		return fmt.Errorf("not ready: %w", errors.Join(fault.Unavailable, err))
	}
	return say(w, "ready\n")
}

func say(w http.ResponseWriter, word string) error {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_, err := w.Write([]byte(word))
	return err
}
