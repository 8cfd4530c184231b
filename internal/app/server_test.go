package app

import (
	"log/slog"
	"testing"
	"time"
)

// Nobody holds a connection by sending or reading slowly.
func TestTheServerWaitsForNobodyForEver(t *testing.T) {
	s := (&App{Log: slog.New(slog.DiscardHandler)}).server()
	if s.ReadHeaderTimeout != 5*time.Second || s.ReadTimeout != 30*time.Second || s.WriteTimeout != 60*time.Second ||
		s.IdleTimeout != 2*time.Minute || s.MaxHeaderBytes != 32<<10 {
		t.Errorf("server %+v", s)
	}
	if s.WriteTimeout < s.ReadTimeout+10*time.Second {
		t.Error("who sends too slowly cannot be told so")
	}
}
