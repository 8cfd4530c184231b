package search

import (
	"crypto/sha256"
	"encoding/hex"
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

// The numbers of classes were others before analyser 7: an index of then would give wrong answers, and gives none. Nor does
// one of a newer program.
func TestAnIndexOfOtherClassesDoesNotAnswer(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url, register()...)
		for _, q := range []Query{{Text: "Posen", Limit: 5}, {Text: "Pos", Limit: 5, Complete: true}, {Text: "Posen", Kinds: []string{"relation"}, Plain: true}} {
			for _, other := range []int64{6, analyserVersion + 1} {
				w.exec(`UPDATE search_state SET analyser = $1`, other)
				if _, err := w.index.Find(t.Context(), q); !errors.Is(err, fault.Unavailable) {
					t.Errorf("%+v: of analyser %d found with %v", q, other, err)
				}
			}
			w.exec(`UPDATE search_state SET analyser = 7`)
			if _, err := w.index.Find(t.Context(), q); err != nil {
				t.Errorf("%+v: %v", q, err)
			}
		}
	})
}

// Whoever changes what is stored for a text, the numbers of classes too, raises analyserVersion: else an index of other rules
// would go on answering. Then the sum below is that of the new rules.
func TestTheVersionStandsForWhatIsStored(t *testing.T) {
	const version, want = 7, "f34b504f461567c9"
	w := newWorld(t, sqliteURL(t), register()...)
	sum := sha256.New()
	row := func(q string) {
		err := w.db.Each(t.Context(), func(scan func(...any) error) error {
			var line string
			err := scan(&line)
			sum.Write([]byte(line + "\n"))
			return err
		}, q)
		if err != nil {
			t.Fatal(err)
		}
	}
	row(`SELECT class || ' ' || hex(word) || ' ' || reach || ' ' || hex(docs) FROM search_posting ORDER BY class, word, reach, block`)
	row(`SELECT hex(form) || ' ' || hex(word) FROM search_form ORDER BY form, word`)
	row(`SELECT hex(sort) || facets || fields FROM search_doc ORDER BY num`)
	if got := hex.EncodeToString(sum.Sum(nil)[:8]); version != analyserVersion || got != want {
		t.Errorf("analyser %d stores %s, and %d stored %s: raise the version, unless register() changed, and note both here", analyserVersion, got, version, want)
	}
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
