package search

import (
	"errors"
	"strings"
	"sync"
	"testing"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/record"
)

// Without its state the index does not say that there is nothing, and loses no change until a rebuild, which finds its way
// past all that is left in the tables.
func TestALostStateIsMadeAnew(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url, register()...)
		w.rebuild()
		for _, way := range []string{"nothing written", "written since", "a rebuild died", "two rebuilds"} {
			w.exec(`DELETE FROM search_state`)
			if _, err := w.index.Find(t.Context(), Query{Text: "Posen", Limit: 5}); !errors.Is(err, fault.Unavailable) || errors.Is(err, fault.NotFound) {
				t.Errorf("%s: found with %v", way, err)
			}
			if ready, err := w.index.Ready(t.Context()); ready || err != nil {
				t.Errorf("%s: ready %v, %v", way, ready, err)
			}
			r, err := w.index.Check(t.Context(), settled)
			if err != nil || len(r.Problems) != 1 || !strings.Contains(r.Problems[0], "lost") {
				t.Errorf("%s: checked %+v, %v", way, r, err)
			}
			switch way {
			case "written since":
				w.put(document("place", "leeds", "title", "de", "Leeds"))
				if _, err := w.index.Find(t.Context(), Query{Text: "leeds", Limit: 5}); !errors.Is(err, fault.Unavailable) {
					t.Errorf("%s: found with %v", way, err)
				}
			case "a rebuild died":
				b := build{x: w.index}
				if err := errors.Join(b.begin(t.Context()), b.number(t.Context()), b.write(t.Context())); err != nil {
					t.Fatal(err)
				}
				w.exec(`DELETE FROM search_state`)
				if err := b.catchUp(t.Context()); !errors.Is(err, errOvertaken) {
					t.Errorf("%s: it goes on with %v", way, err)
				}
			case "two rebuilds":
				var builders sync.WaitGroup
				for range 2 {
					builders.Go(func() {
						if err := w.index.Rebuild(t.Context()); err != nil && !errors.Is(err, errOvertaken) {
							t.Error(err)
						}
					})
				}
				builders.Wait()
			}
			w.rebuild()
			w.finds("Posen", "place-poznan", "poznan", "4905687")
			w.sound()
			if n := w.leftOver(); n != 0 {
				t.Errorf("%s: %d rows left over", way, n)
			}
		}
		w.finds("leeds", "leeds")
		if a := w.find(record.Actor{}, Query{Text: "nowhere", Limit: 5}); a.Total != 0 {
			t.Errorf("%+v", a)
		}
	})
}

// More numbers in order than were given cannot be, nor fewer than none: what comes next would stand in the wrong place.
func TestAContradictoryStateIsNoticed(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url, register()...)
		w.exec(`UPDATE search_state SET base = $1`, -1)
		if r, err := w.index.Check(t.Context(), settled); err != nil || len(r.Problems) == 0 || !strings.Contains(r.Problems[0], "contradicts itself") {
			t.Errorf("below nothing the check finds %v, %v", r.Problems, err)
		}
		w.exec(`UPDATE search_state SET base = next + $1`, 1)
		if r, err := w.index.Check(t.Context(), settled); err != nil || len(r.Problems) == 0 || !strings.Contains(r.Problems[0], "contradicts itself") {
			t.Errorf("the check finds %v, %v", r.Problems, err)
		}
		w.rebuild()
		if r, err := w.index.Check(t.Context(), settled); err != nil || len(r.Problems) != 0 {
			t.Errorf("after a rebuild it finds %v, %v", r.Problems, err)
		}
	})
}
