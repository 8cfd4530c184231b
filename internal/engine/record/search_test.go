package record_test

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/network"
	"kontor.example/internal/domain/party"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
)

// finds has the kernel find these ids, and returns how many of them were asked for.
func (w *world) finds(ids []record.ID) *int {
	asked := new(int)
	w.k.Find = func(_ context.Context, s record.Search) (record.Found, error) {
		found := pageOf(s, ids)
		*asked += len(found.IDs)
		return found, nil
	}
	return asked
}

// pageOf is what a search that finds these records says of them.
func pageOf(s record.Search, ids []record.ID) record.Found {
	from := min(s.Offset, len(ids))
	return record.Found{IDs: ids[from:min(from+s.Limit, len(ids))], Total: len(ids)}
}

// strangers are ids of nothing.
func strangers(n int) []record.ID {
	ids := make([]record.ID, n)
	for i := range ids {
		ids[i] = record.NewID()
	}
	return ids
}

func (w *world) twinned(titles ...string) (ids []record.ID) {
	w.t.Helper()
	for _, title := range titles {
		r := w.hiroshima()
		r.Title = i18n.Of("de", title)
		must(w.t, w.relations.Create(w.as(record.Editor, w.a), r))
		ids = append(ids, r.ID)
	}
	return ids
}

// A list in the order of a search looks at so many hits for a page and goes on with the next one: none is lost or told
// twice, wherever they lie.
func TestAPageLooksAtSoManyHits(t *testing.T) {
	inWorlds(t, func(w *world) {
		ours := w.twinned("Aachen", "Bremen", "Celle")
		hits := strangers(10_000)
		hits[3_999], hits[4_200], hits[9_999] = ours[2], ours[0], ours[1]
		asked := w.finds(hits)
		q := record.Query{Text: "stadt", Filters: map[string][]string{"own_side": {"city"}}, Limit: 2, Total: true}
		var seen []record.ID
		pages := 0
		for ; ; pages++ {
			*asked = 0
			page, err := w.relations.List(t.Context(), q)
			must(w.t, err)
			if *asked > 4_400 {
				w.t.Errorf("page %d looks at %d hits", pages, *asked)
			}
			if page.Total != -1 {
				w.t.Errorf("of so many hits %d pass", page.Total)
			}
			for _, r := range page.Items {
				seen = append(seen, r.ID)
			}
			if q.Cursor = page.Next; q.Cursor == "" {
				break
			}
		}
		if len(seen) != 3 || seen[0] != ours[2] || seen[1] != ours[0] || seen[2] != ours[1] || pages < 2 {
			w.t.Errorf("%d pages show %v, not %v", pages+1, seen, ours)
		}
	})
}

// What is found is sorted, or counted under filters, only if it is not too much.
func TestTooMuchIsNotSorted(t *testing.T) {
	inWorlds(t, func(w *world) {
		ours := w.twinned("Aachen", "Bremen")
		for _, c := range []struct {
			n      int
			sorted bool
		}{{8_000, true}, {8_001, false}} {
			w.finds(append([]record.ID{ours[1], ours[0]}, strangers(c.n-2)...))
			page, err := w.relations.List(t.Context(), record.Query{Text: "stadt", Sort: "title", Total: true})
			var inv fault.Invalid
			switch errors.As(err, &inv); {
			case c.sorted && (err != nil || len(page.Items) != 2 || page.Items[0].ID != ours[0] || page.Total != 2):
				w.t.Errorf("%d hits: %d records of %d, %v", c.n, len(page.Items), page.Total, err)
			case !c.sorted && (inv["q"].Key != "too_many_found" || inv["q"].Value != "8000"):
				w.t.Errorf("%d hits: %v", c.n, err)
			}
			narrowed := record.Query{Text: "stadt", Filters: map[string][]string{"own_side": {"city"}}, Limit: 1, Total: true}
			want := map[bool]int{true: 2, false: -1}[c.sorted]
			if page, err = w.relations.List(t.Context(), narrowed); err != nil || len(page.Items) != 1 || page.Total != want {
				w.t.Errorf("%d hits, narrowed: %d records of %d, not of %d, %v", c.n, len(page.Items), page.Total, want, err)
			}
			if n, err := w.relations.Count(t.Context(), narrowed); err != nil || n != want {
				w.t.Errorf("%d hits, narrowed: counted %d, not %d, %v", c.n, n, want, err)
			}
		}
	})
}

// What filters ask that are facets a search decides for visitors, and counts; for staff the tables do, which know drafts. In
// either case nothing is listed that the tables do not let pass.
func TestASearchDecidesFacets(t *testing.T) {
	inWorlds(t, func(w *world) {
		ours := w.twinned("Aachen", "Bremen")
		asked := w.finds(append(strangers(200), ours...))
		find, facets := w.k.Find, record.Facets{}
		w.k.Find = func(ctx context.Context, s record.Search) (record.Found, error) {
			facets = s.Facets
			return find(ctx, s)
		}
		twinnings := map[string][]string{"form": {"town-twinning", "ring"}}
		for _, c := range []struct {
			name    string
			ctx     context.Context
			filters map[string][]string
			facets  int
			least   int // hits asked for
			total   int
		}{
			{"visitor", t.Context(), twinnings, 2, 202, 202},
			{"visitor, all", t.Context(), map[string][]string{"form": twinnings["form"], "own_side": {"city"}}, 2, 202, 2},
			{"viewer", w.as(record.Viewer, w.a), twinnings, 0, 202, 2},
		} {
			*asked = 0
			page, err := w.relations.List(c.ctx, record.Query{Text: "stadt", Filters: c.filters, Limit: 1, Total: true})
			if err != nil || len(page.Items) != 1 || page.Items[0].ID != ours[0] || page.Total != c.total || len(facets["form"]) != c.facets || *asked < c.least {
				w.t.Errorf("%s: %d records of %d, by facets %v and %d hits, %v", c.name, len(page.Items), page.Total, facets, *asked, err)
			}
		}
		w.finds(ours)
		if page, err := w.relations.List(t.Context(), record.Query{Text: "stadt", Filters: map[string][]string{"form": {"ring"}}}); err != nil || len(page.Items) != 0 {
			w.t.Errorf("%d rings, %v", len(page.Items), err)
		}
		asked = w.finds(append(ours, strangers(300)...))
		if _, err := w.relations.List(t.Context(), record.Query{Text: "stadt", Filters: twinnings, Limit: 1}); err != nil || *asked != 2 {
			w.t.Errorf("for one of a facet %d hits are asked for, %v", *asked, err)
		}
	})
}

// A cursor of a search says how far one has come, in one way of writing it and no further than there can be hits.
func TestACursorOfASearchIsANumber(t *testing.T) {
	inWorlds(t, func(w *world) {
		w.finds(w.twinned("Aachen", "Bremen"))
		page, err := w.relations.List(t.Context(), record.Query{Text: "stadt", Limit: 1})
		must(w.t, err)
		ours, err := base64.RawURLEncoding.DecodeString(page.Next)
		must(w.t, err)
		for key, ok := range map[string]bool{
			"1": true, "0": true, "1000000000": true, "1000000001": false, "-1": false, "+1": false, "01": false, "": false, "x": false, "99999999999999999999": false,
		} {
			c := map[string]string{}
			must(w.t, json.Unmarshal(ours, &c))
			c["k"] = key
			b, err := json.Marshal(c)
			must(w.t, err)
			_, err = w.relations.List(t.Context(), record.Query{Text: "stadt", Limit: 1, Cursor: base64.RawURLEncoding.EncodeToString(b)})
			var inv fault.Invalid
			if errors.As(err, &inv); (err == nil) != ok || !ok && inv["cursor"].Key != "bad_cursor" {
				w.t.Errorf("behind %q: %v", key, err)
			}
		}
	})
}

// What a hit shows is told of what the actor sees, and of nothing else; what has no title bears that of what it joins.
func TestAnAbstractIsOfWhatOneSees(t *testing.T) {
	inWorlds(t, func(w *world) {
		r := w.hiroshima()
		r.Summary = i18n.Of("de", "Seit 1983")
		must(w.t, w.relations.Create(w.as(record.Editor, w.a), r))
		x := &fact.Fact{Subject: record.Ref{Kind: "relation", ID: r.ID}, Property: "p", Text: i18n.Of("de", "Wort")}
		x.State = record.Published
		must(w.t, w.facts.Create(w.as(record.Editor, w.a), x))
		ids := []record.ID{r.ID, x.ID, record.NewID()}
		told := func(ctx context.Context) map[record.ID]record.Abstract {
			w.t.Helper()
			all, err := w.k.Abstracts(ctx, ids)
			must(w.t, err)
			return all
		}
		all := told(t.Context())
		if a := all[r.ID]; len(all) != 2 || a.Title != r.Title || a.Summary != r.Summary || a.Office != w.a || !a.Public || a.Joins != "" {
			w.t.Errorf("to a visitor: %+v", all)
		}
		if a := all[x.ID]; a.Title != r.Title || a.Joins != r.ID || !a.Public {
			w.t.Errorf("the fact: %+v", a)
		}
		r.State = record.Draft
		must(w.t, w.relations.Update(w.as(record.Editor, w.a), r))
		for role, sees := range map[string]bool{"visitor": false, "of another office": false, "of its office": true, "admin": true} {
			ctx := map[string]context.Context{
				"visitor": t.Context(), "of another office": w.as(record.Editor, w.b), "of its office": w.as(record.Viewer, w.a), "admin": w.as(record.Admin, ""),
			}[role]
			all := told(ctx)
			if !sees && len(all) != 0 || sees && (len(all) != 2 || all[r.ID].Public || all[r.ID].Summary != r.Summary) {
				w.t.Errorf("of a draft to one %s: %+v", role, all)
			}
		}
	})
}

// What a record keeps for the staff of its office is not handed to those who see the record by another office's leave.
func TestASheetKeepsToItsOfficeWhatIsInternal(t *testing.T) {
	inWorlds(t, func(w *world) {
		networks, memberships := network.NewStore(w.k), network.NewMembershipStore(w.k)
		admin := w.as(record.Admin, "")
		n := &network.Network{Name: i18n.Of("de", "Bund"), Form: network.Association}
		n.State = record.Published
		must(w.t, networks.Create(admin, n))
		m := &network.Membership{Network: n.ID, Summary: i18n.Of("de", "Seit langem"), Notes: i18n.Of("de", "Kündigen?")}
		m.State = record.Published
		must(w.t, memberships.Create(w.as(record.Editor, w.a), m))
		if _, words := w.sheet("membership", m.ID); !strings.Contains(strings.Join(words, "\n"), "notes 4 Kündigen? i") {
			w.t.Errorf("published: %q", words)
		}
		n.State = record.Draft // seen by the staff of any office
		must(w.t, networks.Update(admin, n))
		s, words := w.sheet("membership", m.ID)
		if all := strings.Join(words, "\n"); s.Public || s.Office != record.SharedOffice || strings.Contains(all, "Kündigen") || !strings.Contains(all, "Seit langem") {
			w.t.Errorf("in a network that is a draft: %+v", s)
		}
	})
}

// Nobody finds a record by the name of what another office has not published.
func TestASheetDoesNotNameDraftsOfOthers(t *testing.T) {
	inWorlds(t, func(w *world) {
		club := &party.Organisation{Name: i18n.Of("de", "Verein"), Form: party.Society}
		must(w.t, w.parties.Create(w.as(record.Editor, w.b), club))
		r := w.hiroshima()
		r.Office = w.a
		r.Sides = append(r.Sides, relation.Side{Party: record.Ref{Kind: "organisation", ID: club.ID}})
		must(w.t, w.relations.Create(w.as(record.Admin, ""), r))
		if _, words := w.sheet("relation", r.ID); strings.Contains(strings.Join(words, "\n"), "Verein") {
			w.t.Errorf("%q", words)
		}
		club.State = record.Published
		must(w.t, w.parties.Update(w.as(record.Editor, w.b), club))
		if _, words := w.sheet("relation", r.ID); !strings.Contains(strings.Join(words, "\n"), "sides.party 2 Verein") {
			w.t.Errorf("published: %q", words)
		}
	})
}

// What a search found is taken by its ids, also where the list is that of one office: to walk through all that the office has
// would take as long as the register is large.
func TestWhatWasFoundIsTakenByItsIDs(t *testing.T) {
	w := onSQLite(t)
	w.finds(strangers(300))
	found, err := w.relations.Found(t.Context(), record.Query{Office: w.a, Text: "stadt", Sort: "title"}, strangers(200))
	must(t, err)
	for _, st := range found {
		if steps := w.explained(st.SQL, st.Args...); len(steps) == 0 || !strings.Contains(steps[0], "(id=?)") {
			t.Errorf("%s\nplan: %q", st.SQL, steps)
		}
	}
}

// Where all that was found is on the page, it is counted there: nobody searches once more.
func TestAWholePageIsItsTotal(t *testing.T) {
	inWorlds(t, func(w *world) {
		ours := w.twinned("Aachen", "Bremen")
		asked := w.finds(append(strangers(150), ours...))
		page, err := w.relations.List(t.Context(), record.Query{Text: "stadt", Filters: map[string][]string{"own_side": {"city"}}, Total: true})
		if err != nil || page.Total != 2 || len(page.Items) != 2 || *asked != 152 {
			t.Errorf("%d of %d, %d looked at, %v", len(page.Items), page.Total, *asked, err)
		}
	})
}
