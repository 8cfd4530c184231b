package search

import (
	"context"
	"errors"
	"testing"
	"time"
)

// Pieces that take long get shorter, down to single parts, and grow again where there is time.
func TestPiecesGetShorterWhereTheyTakeLong(t *testing.T) {
	var p pace
	for _, step := range []struct {
		took          time.Duration
		times         int
		hundred, five int // how long pieces of these lengths then are
	}{
		{longest + 1, 0, 100, 5},
		{longest, 3, 100, 5},
		{longest + 1, 1, 50, 2},
		{longest / 2, 3, 50, 2},
		{longest + 1, 1, 25, 1},
		{time.Minute, 9, 3, 1},
		{longest/4 - 1, 1, 6, 1},
		{0, 9, 100, 5},
	} {
		for range step.times {
			p.took(step.took)
		}
		if p.of(100) != step.hundred || p.of(5) != step.five {
			t.Errorf("after %d of %v: %d and %d, not %d and %d", step.times, step.took, p.of(100), p.of(5), step.hundred, step.five)
		}
	}
	broken := errors.New("broken")
	if err := p.time(func() error { return broken }); !errors.Is(err, broken) {
		t.Errorf("what was done ended with %v", err)
	}
}

// Where each piece takes long, a rebuild goes on in shorter ones; all kinds of pieces count.
func TestARebuildKeepsPace(t *testing.T) {
	w := newWorld(t, sqliteURL(t), register()...)
	clock := time.Now()
	w.index.Now = func() time.Time { clock = clock.Add(time.Minute); return clock }
	b := build{x: w.index, pace: pace{now: w.index.Now}}
	w.shelf.told = func() {
		w.shelf.told = nil
		w.put(document("place", "leeds", "title", "de", "Leeds"))
	}
	for i, step := range []func(context.Context) error{b.begin, b.number, b.write, b.catchUp, b.sweep} {
		b.pace.halved = 0
		if err := step(t.Context()); err != nil {
			t.Fatal(err)
		}
		if i > 1 && b.pace.halved == 0 {
			t.Errorf("step %d takes no notice", i)
		}
	}
	w.sound()
}

// A rebuild in the shortest pieces makes the same index, and leaves nothing of the one before.
func TestARebuildInShortPieces(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url, register()...)
		before := w.digest()
		b := build{x: w.index}
		for _, step := range []func(context.Context) error{b.begin, b.sweep, b.number, b.write, b.catchUp, b.sweep} {
			b.pace.halved = mostHalved
			if err := step(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		w.sound()
		if w.digest() != before || w.leftOver() != 0 {
			t.Errorf("it differs, or %d rows are left over", w.leftOver())
		}
	})
}
