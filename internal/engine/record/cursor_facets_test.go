package record_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/record"
)

// What two filters of one facet ask, each page asks of the search in the same way: a cursor counts the hits of one search, and
// points nowhere in those of another.
func TestTwoFiltersOfOneFacetKeepTheirCursor(t *testing.T) {
	inWorlds(t, func(w *world) {
		ours := w.twinned("Aachen", "Bremen", "Celle", "Dresden")
		hits := append(strangers(3), ours...) // the strangers lie in another country of the continent
		w.k.Find = func(_ context.Context, s record.Search) (record.Found, error) {
			in := hits
			if vals := s.Facets["country"]; len(vals) > 0 && !slices.Contains(vals, "CN") {
				in = ours
			}
			return pageOf(s, in), nil
		}
		for range 20 {
			q := record.Query{Text: "stadt", Filters: map[string][]string{"country": {"JP"}, "continent": {"asia"}}, Limit: 1}
			var seen []record.ID
			for {
				page, err := w.relations.List(t.Context(), q)
				must(w.t, err)
				for _, r := range page.Items {
					seen = append(seen, r.ID)
				}
				if q.Cursor = page.Next; q.Cursor == "" || len(seen) > 9 {
					break
				}
			}
			if !slices.Equal(seen, ours) {
				w.t.Fatalf("the pages show %d: %v, not %v", len(seen), seen, ours)
			}
		}
	})
}

// A cursor that a visitor was given goes on for the staff behind the same record, or is refused.
func TestACursorOfAnotherSearchIsRefused(t *testing.T) {
	inWorlds(t, func(w *world) {
		ours := w.twinned("Aachen", "Bremen", "Celle")
		hits := append(strangers(3), ours...)
		w.k.Find = func(_ context.Context, s record.Search) (record.Found, error) {
			in := hits
			if len(s.Facets) > 0 {
				in = ours
			}
			return pageOf(s, in), nil
		}
		q := record.Query{Text: "stadt", Filters: map[string][]string{"form": {"town-twinning"}}, Limit: 1}
		first, err := w.relations.List(t.Context(), q)
		must(w.t, err)
		q.Cursor = first.Next
		second, err := w.relations.List(w.as(record.Viewer, w.a), q)
		if err == nil && (len(second.Items) != 1 || second.Items[0].ID != ours[1]) {
			w.t.Errorf("behind %v come %v for staff", ours[0], second.Items[0].ID)
		}
		staff := record.Query{Text: "stadt", Filters: q.Filters, Limit: 1}
		first, err = w.relations.List(w.as(record.Viewer, w.a), staff)
		must(w.t, err)
		staff.Cursor = first.Next
		second, err = w.relations.List(t.Context(), staff)
		if err == nil && (len(second.Items) != 1 || second.Items[0].ID != ours[1]) {
			w.t.Errorf("behind %v come %d for visitors", ours[0], len(second.Items))
		}
	})
}

// A cursor counts the hits of its words: with others it points nowhere.
func TestACursorOfOtherWordsIsRefused(t *testing.T) {
	inWorlds(t, func(w *world) {
		w.finds(w.twinned("Aachen", "Bremen", "Celle"))
		first, err := w.relations.List(t.Context(), record.Query{Text: "stadt", Limit: 1})
		must(w.t, err)
		for _, words := range []string{"dorf", "Stadt", ""} {
			_, err := w.relations.List(t.Context(), record.Query{Text: words, Limit: 1, Cursor: first.Next})
			var inv fault.Invalid
			if !errors.As(err, &inv) || inv["cursor"].Key != "bad_cursor" {
				w.t.Errorf("with %q it leads to %v", words, err)
			}
		}
		second, err := w.relations.List(t.Context(), record.Query{Text: "stadt", Limit: 1, Cursor: first.Next})
		if err != nil || len(second.Items) != 1 || second.Items[0].Title.Map()["de"] != "Bremen" {
			w.t.Errorf("with its own words it leads to %v, %v", second.Items, err)
		}
	})
}

// Count counts for visitors what the search leaves of a facet, a page whose total nobody asked for bears none, and hits that
// are gone are passed over in large steps.
func TestFacetsAreCountedOnceAndOnlyIfAsked(t *testing.T) {
	inWorlds(t, func(w *world) {
		ours := w.twinned("Aachen", "Bremen")
		hits, calls := append(strangers(300), ours...), 0
		w.k.Find = func(_ context.Context, s record.Search) (record.Found, error) {
			in := hits
			if calls++; len(s.Facets["form"]) > 0 {
				in = append(strangers(150), ours...)
			}
			return pageOf(s, in), nil
		}
		q := record.Query{Text: "stadt", Filters: map[string][]string{"form": {"town-twinning"}}}
		if n, err := w.relations.Count(t.Context(), q); err != nil || n != 152 {
			w.t.Errorf("counted %d, not 152, %v", n, err)
		}
		calls = 0
		q.Limit = 3
		page, err := w.relations.List(t.Context(), q)
		if err != nil || len(page.Items) != 2 || page.Total != -1 || calls > 2 {
			w.t.Errorf("%d of %d with %d searches, %v", len(page.Items), page.Total, calls, err)
		}
	})
}

// A list of one office shows nothing of another, whatever the search says.
func TestAListOfAnOfficeDoesNotTrustTheSearch(t *testing.T) {
	inWorlds(t, func(w *world) {
		w.finds(w.twinned("Aachen", "Bremen"))
		for _, sort := range []string{"", "title"} {
			page, err := w.relations.List(t.Context(), record.Query{Text: "stadt", Sort: sort, Office: w.b, Total: true})
			if err != nil || len(page.Items) != 0 || page.Total != 0 {
				w.t.Errorf("sorted by %q it shows %d of %d of another office, %v", sort, len(page.Items), page.Total, err)
			}
		}
	})
}
