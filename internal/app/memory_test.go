package app_test

import (
	"runtime/debug"
	"testing"

	"kontor.example/internal/app"
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
