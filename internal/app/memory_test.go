package app_test

import (
	"context"
	"runtime/debug"
	"testing"

	"kontor.example/internal/app"
	"kontor.example/internal/kontortest"
)

// While it serves, the process collects less often; afterwards as before. What the operator says counts more.
func TestAServerCollectsLessOften(t *testing.T) {
	percent := func() int {
		now := debug.SetGCPercent(100)
		debug.SetGCPercent(now)
		return now
	}
	t.Setenv("GOGC", "")
	before := percent()
	undo := app.CollectLess()
	if now := percent(); now <= before {
		t.Errorf("%d percent, before %d", now, before)
	}
	undo()
	if now := percent(); now != before {
		t.Errorf("%d percent in the end, before %d", now, before)
	}
	t.Setenv("GOGC", "50")
	undo = app.CollectLess()
	if now := percent(); now != before {
		t.Errorf("%d percent although GOGC is set", now)
	}
	undo()
}

// A server does so itself, and only while it serves.
func TestServingCollectsLessOften(t *testing.T) {
	percent := func() int {
		now := debug.SetGCPercent(100)
		debug.SetGCPercent(now)
		return now
	}
	t.Setenv("GOGC", "")
	w := newTown(t, kontortest.SQLite(t))
	w.Config.Addr = "127.0.0.1:0"
	ctx, stop := context.WithCancel(t.Context())
	before, serving := percent(), 0
	if err := w.Serve(ctx, func(string) error { serving = percent(); stop(); return nil }); err != nil {
		t.Fatal(err)
	}
	if after := percent(); serving <= before || after != before {
		t.Errorf("%d percent before, %d while it serves, %d afterwards", before, serving, after)
	}
}
