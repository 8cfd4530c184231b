package record_test

import (
	"testing"

	"kontor.example/internal/engine/record"
)

// An excerpt lists the same records in the same order, and of each what was asked for and nothing else.
func TestAnExcerptReadsSomeFields(t *testing.T) {
	inWorlds(t, func(w *world) {
		for range 3 {
			must(w.t, w.relations.Create(w.as(record.Editor, w.a), w.hiroshima()))
		}
		q := record.Query{Sort: "-since", Limit: 2}
		whole, err := w.relations.List(t.Context(), q)
		must(w.t, err)
		some, err := w.relations.Only("title", "since", "sides").List(t.Context(), q)
		must(w.t, err)
		if len(some.Items) != 2 || some.Next != whole.Next {
			w.t.Fatalf("%d records, then %q; want 2, then %q", len(some.Items), some.Next, whole.Next)
		}
		for i, r := range some.Items {
			o := whole.Items[i]
			if r.ID != o.ID || r.Version != o.Version || r.Title != o.Title || r.Since != o.Since ||
				len(r.Sides) != 1 || r.Sides[0] != o.Sides[0] {
				w.t.Errorf("%+v of %+v", r, o)
			}
			if r.Office != "" || r.Form != "" || r.OwnSide != "" || len(r.History) != 0 {
				w.t.Errorf("more than was asked for: %+v", r)
			}
		}
	})
}

// A field that the kind does not have is the program's mistake, seen when it starts.
func TestAnExcerptOfNoSuchField(t *testing.T) {
	inWorlds(t, func(w *world) {
		defer func() {
			if recover() == nil {
				w.t.Error("nobody noticed")
			}
		}()
		w.relations.Only("titel")
	})
}
