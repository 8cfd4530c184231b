package search

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/kontortest"
)

// sound fails if the index is not what the shelf says.
func (w *world) sound() {
	w.t.Helper()
	r, err := w.index.check(w.t.Context(), w.db)
	if err != nil || len(r.Problems) > 0 || r.Documents != len(w.shelf.all()) {
		w.t.Errorf("checked: %+v, %v", r, err)
	}
}

func (w *world) rows(q string) (n int) {
	w.t.Helper()
	if err := w.db.Row(w.t.Context(), []any{&n}, q); err != nil {
		w.t.Fatal(err)
	}
	return n
}

// leftOver counts rows of generations that do not answer.
func (w *world) leftOver() int {
	w.t.Helper()
	return w.rows(`SELECT (SELECT COUNT(*) FROM search_posting WHERE gen <> (SELECT gen FROM search_state)) +
		(SELECT COUNT(*) FROM search_doc WHERE gen <> (SELECT gen FROM search_state)) +
		(SELECT COUNT(*) FROM search_form WHERE gen <> (SELECT gen FROM search_state)) + (SELECT COUNT(*) FROM search_noted)`)
}

func TestWritersSideBySideLoseNothing(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url, document("paper", "first", "title", "de", "Anfang"))
		var writers sync.WaitGroup
		for n := range 4 {
			writers.Go(func() {
				for i := range 8 {
					ref := w.shelf.put(document("paper", fmt.Sprintf("%d-%d", n, i), "title", "de", "Brunnen", "body", "de", fmt.Sprint("Wasser ", i)))
					both := []record.Ref{ref, {Kind: "paper", ID: "first"}} // all writers want this one, too
					if err := w.db.Tx(t.Context(), func(tx *db.DB) error { return w.index.Apply(t.Context(), tx, both) }); err != nil {
						t.Error(err)
					}
				}
			})
		}
		writers.Wait()
		if a := w.find(record.Actor{}, Query{Text: "brunnen", Limit: 50}); a.Total != 32 || len(a.Hits) != 32 {
			t.Errorf("found %d, shown %d, not 32", a.Total, len(a.Hits))
		}
		w.sound()
	})
}

func TestARebuildLosesNoChanges(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		var docs []Document
		for i := range 150 {
			docs = append(docs, document("paper", fmt.Sprintf("%03d", i), "title", "de", fmt.Sprintf("Blatt %d", i)))
		}
		w := newWorld(t, url, docs...)
		told := 0
		w.shelf.told = func() { // changes what was told before, and what will be
			told++
			n := told * 37 % 150
			switch told % 10 {
			case 3:
				w.put(document("paper", fmt.Sprintf("%03d", n), "title", "de", fmt.Sprintf("Seite %d", n)))
			case 6:
				w.put(document("paper", fmt.Sprintf("new-%03d", n), "title", "de", "Nachtrag"))
			case 9:
				ref := record.Ref{Kind: "paper", ID: record.ID(fmt.Sprintf("%03d", n))}
				w.shelf.remove(ref)
				w.apply(ref)
			}
		}
		w.rebuild()
		w.shelf.told = nil
		w.sound()
		if n := w.leftOver(); n != 0 {
			t.Errorf("%d rows left over", n)
		}

		// the same with writers that know nothing of the rebuild
		var writers sync.WaitGroup
		stop := make(chan struct{})
		writers.Go(func() {
			for i := 0; ; i++ {
				select {
				case <-stop:
					return
				default:
				}
				ref := w.shelf.put(document("paper", fmt.Sprintf("late-%03d", i%40), "title", "de", fmt.Sprintf("Spät %d", i), "body", "de", "Brunnen"))
				if err := w.db.Tx(t.Context(), func(tx *db.DB) error { return w.index.Apply(t.Context(), tx, []record.Ref{ref}) }); err != nil {
					t.Error(err)
				}
				if _, err := w.index.Find(t.Context(), Query{Text: "brunnen", Limit: 5}); err != nil {
					t.Error(err)
				}
			}
		})
		for range 2 {
			w.rebuild()
		}
		close(stop)
		writers.Wait()
		w.sound()
	})
}

// A search that a rebuild takes the ground from begins again, and does not answer from half of an index.
func TestASearchSurvivesRebuilds(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url, register()...)
		w.finds("Posen", "place-poznan", "poznan", "4905687")
		stop := make(chan struct{})
		var searchers sync.WaitGroup
		var searches, wrong atomic.Int64
		for range 4 {
			searchers.Go(func() {
				for {
					select {
					case <-stop:
						return
					default:
					}
					a, err := w.index.Find(t.Context(), Query{Text: "Posen", Limit: 5})
					if searches.Add(1); err != nil || a.Total != 3 || len(a.Hits) != 3 {
						wrong.Add(1)
					}
				}
			})
		}
		for n := 0; n < 10 || searches.Load() < 40 && n < 200; n++ {
			w.rebuild()
		}
		close(stop)
		searchers.Wait()
		if searches.Load() < 40 || wrong.Load() > 0 {
			t.Errorf("%d of %d searches did not find all", wrong.Load(), searches.Load())
		}
	})
}

// What is written before the first rebuild is of this program's analyser, lest another one adds its words to it.
func TestTheFirstWriteNotesItsAnalyser(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url)
		w.put(document("place", "first", "title", "de", "Erste"))
		if s, err := readState(t.Context(), w.db); err != nil || s.analyser != analyserVersion || s.gen != 0 {
			t.Errorf("%+v, %v", s, err)
		}
		w.finds("erste", "first")
	})
}

// What was there before the first rebuild is found before it, once the index was filled. One that was built is left to changes
// and rebuilds, and one that was lost does not answer from a part.
func TestAnIndexIsFilledBeforeItsFirstRebuild(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url)
		for _, d := range register() {
			w.shelf.put(d)
		}
		fill := func() {
			t.Helper()
			if err := w.index.Fill(t.Context(), w.shelf); err != nil {
				t.Fatal(err)
			}
		}
		w.finds("Posen")
		for range 2 { // a server that was killed fills once more
			fill()
			w.finds("Posen", "place-poznan", "poznan", "4905687")
		}
		w.rebuild()
		w.sound()
		w.shelf.put(document("place", "leeds", "title", "de", "Leeds"))
		fill()
		w.finds("leeds")
		w.exec(`DELETE FROM search_state`)
		fill()
		if _, err := w.index.Find(t.Context(), Query{Text: "Posen", Limit: 5}); !errors.Is(err, fault.Unavailable) {
			t.Errorf("lost and filled it answers with %v", err)
		}
		if n := w.rows(`SELECT COUNT(*) FROM search_noted`); n != 0 {
			t.Errorf("%d noted", n)
		}
	})
}

func TestARebuildThatDiedIsHarmless(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url, register()...)
		ctx, cancel := context.WithCancel(t.Context())
		w.shelf.told = cancel
		if err := w.index.Rebuild(ctx); !errors.Is(err, context.Canceled) {
			t.Fatalf("rebuilt: %v", err)
		}
		w.shelf.told = nil
		// another one that died later
		b := build{x: w.index}
		for _, step := range []func(context.Context) error{b.begin, b.number, b.write} {
			if err := step(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		w.put(document("place", "leeds", "title", "de", "Leeds"))
		w.finds("leeds", "leeds")
		w.finds("Posen", "place-poznan", "poznan", "4905687")
		w.sound()
		w.rebuild()
		w.finds("leeds", "leeds")
		w.sound()
		if n := w.leftOver(); n != 0 {
			t.Errorf("%d rows left over", n)
		}
	})
}

func TestTheSecondRebuildWins(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url, register()...)
		w.shelf.told = func() {
			w.shelf.told = nil
			w.rebuild()
		}
		if err := w.index.Rebuild(t.Context()); !errors.Is(err, errOvertaken) {
			t.Errorf("the first one: %v", err)
		}
		w.finds("Posen", "place-poznan", "poznan", "4905687")
		w.sound()
		if n := w.leftOver(); n != 0 {
			t.Errorf("the first one went on and left %d rows", n)
		}
		w.rebuild()
		if n := w.leftOver(); n != 0 {
			t.Errorf("%d rows left over", n)
		}
	})
}

// A rebuild that clears up behind itself leaves alone what another one, which began meanwhile, has written.
func TestARebuildThatClearsUpLeavesTheNextOneAlone(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url, register()...)
		b, next := build{x: w.index}, build{x: w.index}
		for _, step := range []func(context.Context) error{b.begin, b.sweep, b.number, b.write, b.catchUp} {
			if err := step(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		s, err := readState(t.Context(), w.db)
		if err != nil {
			t.Fatal(err)
		}
		late := func(ctx context.Context) error { return b.sweepBut(ctx, s) }
		for _, step := range []func(context.Context) error{next.begin, next.number, next.write, late, b.sweep, next.catchUp} {
			if err := step(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		w.sound()
	})
}

// What has another title when a rebuild comes to write it is in the new index, whether or not its change was applied.
func TestARebuildTakesUpWhatChangedUnderIt(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url, register()...)
		b := build{x: w.index}
		change := func(context.Context) error {
			w.shelf.put(document("place", "place-poznan", "title", "de", "Umbenannt"))
			return nil
		}
		for _, step := range []func(context.Context) error{b.begin, b.sweep, b.number, change, b.write, b.catchUp, b.sweep} {
			if err := step(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		w.finds("umbenannt", "place-poznan")
		w.sound()
	})
}

// A counted source tells of how many documents it was asked at once.
type counted struct {
	*shelf
	most *int
}

func (c counted) Documents(ctx context.Context, d *db.DB, refs []record.Ref) ([]Document, error) {
	*c.most = max(*c.most, len(refs))
	return c.shelf.Documents(ctx, d, refs)
}

// However much there is, a rebuild does little at a time, so that nobody waits long for the writer.
func TestARebuildGoesInSmallPieces(t *testing.T) {
	var docs []Document
	for i := range 2*rebuildDocs + 1 {
		docs = append(docs, document("paper", fmt.Sprintf("%03d", i), "title", "de", fmt.Sprintf("Blatt %d", i)))
	}
	w := newWorld(t, sqliteURL(t), docs...)
	most := 0
	w.index.source = counted{w.shelf, &most}
	b := build{x: w.index}
	change := func(context.Context) error {
		for i := range 2 * rebuildNoted {
			w.put(document("paper", fmt.Sprintf("%03d", i), "title", "de", fmt.Sprintf("Seite %d", i)))
		}
		most = 0
		return nil
	}
	for i, step := range []func(context.Context) error{b.begin, b.sweep, b.number, b.write, change, b.catchUp} {
		if err := step(t.Context()); err != nil {
			t.Fatal(err)
		}
		if want := map[int]int{3: 100, 5: 5}[i]; want > 0 && most != want {
			t.Errorf("step %d asked for %d documents at once", i, most)
		}
	}
	w.sound()
	for size, want := range map[int]int{0: 1500, 100 << 10: 3} { // rows of a batch; of these sizes
		var rows []int
		some := batch{pace: &pace{}, insert: func(_ context.Context, _ *db.DB, values []any) error {
			rows = append(rows, len(values))
			return nil
		}, transact: func(_ context.Context, f func(*db.DB) error) error { return f(nil) }}
		for range 2*want + 1 {
			if err := some.add(t.Context(), size, 0); err != nil {
				t.Fatal(err)
			}
		}
		if err := some.flush(t.Context()); err != nil || !slices.Equal(rows, []int{want, want, 1}) {
			t.Errorf("rows of %d bytes go in batches of %v, %v", size, rows, err)
		}
	}
}

// Programs with different analysers may run side by side while a new release is rolled out.
func TestAnotherAnalyserIsNotMixedIn(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url, register()...)
		w.exec(`UPDATE search_state SET analyser = 0`)
		if ready, err := w.index.Ready(t.Context()); ready || err != nil {
			t.Errorf("ready: %v, %v", ready, err)
		}
		before := w.digest()
		w.put(document("place", "leeds", "title", "de", "Leeds"))
		if w.digest() != before {
			t.Error("a change was written by other rules")
		}
		w.exec(`UPDATE search_state SET analyser = $1`, analyserVersion) // the other program is gone
		w.put(document("place", "cork", "title", "de", "Cork"))
		w.finds("leeds", "leeds")
		w.exec(`UPDATE search_state SET analyser = 0`)
		w.put(document("place", "rouen", "title", "de", "Rouen"))
		w.rebuild()
		w.finds("rouen", "rouen")
		w.sound()
	})
}

func TestWhenARebuildPays(t *testing.T) {
	w := newWorld(t, sqliteURL(t), register()...)
	for _, c := range []struct {
		base, next int64
		stale      bool
	}{{0, 0, false}, {0, 900, false}, {100_000, 101_900, false}, {100_000, 102_100, true}, {1_000_000, 1_010_001, true}} {
		w.exec(`UPDATE search_state SET base = $1, next = $2`, c.base, c.next)
		if stale, err := w.index.Stale(t.Context()); stale != c.stale || err != nil {
			t.Errorf("%d of %d: %v, %v", c.next-c.base, c.next, stale, err)
		}
	}
}

// More documents than a block of numbers holds, in their order across its end.
func TestMoreThanOneBlock(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	w := newWorld(t, sqliteURL(t))
	for i := range blockSize + 300 {
		w.shelf.put(bare(fmt.Sprintf("%06d", i), fmt.Sprintf("Ort %05d", i)))
	}
	w.shelf.put(document("place", "first", "title", "de", "Ort"))
	w.rebuild()
	a := w.find(record.Actor{}, Query{Text: "ort", Offset: blockSize - 20, Limit: 40, Count: []string{"kind"}})
	if a.Total != blockSize+301 || len(a.Hits) != 40 || a.Counts["kind"][0].Hits != blockSize+300 || a.Counts["kind"][1].Hits != 1 {
		t.Fatalf("found %d, shown %d, counted %v", a.Total, len(a.Hits), a.Counts)
	}
	for i, h := range a.Hits { // the record comes first
		if want := fmt.Sprintf("%06d", blockSize-20+i-1); string(h.ID) != want {
			t.Errorf("hit %d is %s, not %s", i, h.ID, want)
		}
	}
	if a = w.find(record.Actor{}, Query{Text: "ort 65700", Limit: 5}); a.Total != 1 || a.Hits[0].ID != "065700" {
		t.Errorf("one in the second block: %+v", a)
	}
	if r, err := w.index.Check(t.Context(), settled); err != nil || len(r.Problems) > 0 || r.Documents != blockSize+301 {
		t.Errorf("checked: %+v, %v", r, err)
	}
}

// Check looks at one moment: what is applied while it looks is no fault. It looks once what is waiting was applied.
func TestTheCheckLooksAtOneMoment(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url, register()...)
		asked := 0
		r, err := w.index.Check(t.Context(), func(ctx context.Context, d *db.DB) (bool, error) {
			if asked++; asked < 3 {
				return false, nil
			}
			if _, err := readState(ctx, d); err != nil { // from here on the snapshot stands still
				return false, err
			}
			w.put(document("place", "lodz", "title", "", "Litzmannstadt"))
			w.put(document("place", "lodz", "title", "", "Łódź"))
			w.put(document("place", "yalta", "title", "", "Jalta"))
			delete(w.shelf.docs, record.Ref{Kind: "place", ID: "yalta"})
			return true, nil
		})
		if err != nil || len(r.Problems) > 0 || asked != 3 || r.Documents != len(register()) {
			t.Errorf("asked %d times: %+v, %v", asked, r, err)
		}
		r, err = w.index.Check(t.Context(), settled)
		if err != nil || !slices.ContainsFunc(r.Problems, func(p string) bool { return strings.Contains(p, "yalta") }) {
			t.Errorf("afterwards: %+v, %v", r, err)
		}
	})
}

// No piece of a rebuild waits for the disk, and any other change of the index does. PostgreSQL tells of each statement how it
// will be committed; on SQLite the calls are the same.
func TestARebuildDoesNotWaitForTheDisk(t *testing.T) {
	w := newWorld(t, kontortest.Postgres(t), register()...)
	w.exec(`CREATE TABLE told (place TEXT, waits TEXT)`)
	w.exec(`CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS
		$$ BEGIN INSERT INTO told VALUES (TG_TABLE_NAME || ' ' || TG_OP, current_setting('synchronous_commit')); RETURN NULL; END $$`)
	for _, table := range []string{"search_state", "search_doc", "search_posting", "search_form"} {
		w.exec(`CREATE TRIGGER tell AFTER INSERT OR UPDATE OR DELETE ON ` + table + ` EXECUTE FUNCTION tell()`)
	}
	leeds := document("place", "leeds", "title", "de", "Leeds") // comes while it is under way
	w.shelf.told = func() {
		w.shelf.put(leeds)
		w.exec(`INSERT INTO search_noted (kind, record) VALUES ('place', 'leeds') ON CONFLICT DO NOTHING`)
	}
	for want, step := range map[string]func(){
		"on":  func() { w.put(document("place", "oslo", "title", "de", "Oslo")) },
		"off": w.rebuild,
	} {
		w.exec(`DELETE FROM told`)
		step()
		if n, other := w.rows(`SELECT COUNT(*) FROM told`), w.rows(`SELECT COUNT(*) FROM told WHERE waits <> '`+want+`'`); n == 0 || other > 0 {
			t.Errorf("%d of %d statements were not to be committed with waiting %s", other, n, want)
		}
	}
}

// Where each transaction takes long by the clock of the index, a rebuild asks for fewer documents at once, also of those that
// changed meanwhile.
func TestARebuildGoesByTheClockOfItsIndex(t *testing.T) {
	var docs []Document
	for i := range 2*rebuildDocs + 1 {
		docs = append(docs, document("paper", fmt.Sprintf("%03d", i), "title", "de", fmt.Sprintf("Blatt %d", i)))
	}
	w := newWorld(t, sqliteURL(t), docs...)
	clock := time.Now()
	w.index.Now = func() time.Time { clock = clock.Add(time.Minute); return clock }
	source := &sizes{shelf: w.shelf}
	w.index.source = source
	source.told = func() {
		source.told = nil
		for i := range 2 * rebuildNoted {
			w.put(document("paper", fmt.Sprintf("%03d", i), "title", "de", fmt.Sprintf("Seite %d", i)))
		}
		source.asked = nil
	}
	w.rebuild()
	if a := source.asked; len(a) < 10 || a[0] != rebuildDocs || a[1] != rebuildDocs/2 || a[len(a)-1] != 1 {
		t.Errorf("it asked for %v documents at once", a)
	}
	w.sound()
}

// Sizes are how many documents a source was asked for at once, each time.
type sizes struct {
	*shelf
	asked []int
}

func (s *sizes) Documents(ctx context.Context, d *db.DB, refs []record.Ref) ([]Document, error) {
	s.asked = append(s.asked, len(refs))
	return s.shelf.Documents(ctx, d, refs)
}
