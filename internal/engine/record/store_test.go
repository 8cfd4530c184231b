package record_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/domain/theme"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

func TestCreateStoresEverythingTogether(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx := w.as(record.Editor, w.a)
		r := w.hiroshima()
		must(w.t, w.relations.Create(ctx, r))
		got, err := w.relations.Get(ctx, r.ID)
		must(w.t, err)
		if got.Version != 1 || got.Status != relation.Active || got.Office != w.a || got.Contact != "somebody" ||
			len(got.Sides) != 1 || got.Sides[0].Since != "1983-06-27" || !got.Sides[0].Party.ID.Valid() {
			w.t.Fatalf("stored %+v", got)
		}
		if s, _ := got.Slug.In("de"); s != "hiroshima" {
			w.t.Errorf("slug %q", s)
		}
		if n := w.count(`SELECT COUNT(*) FROM audit WHERE record = $1`, string(r.ID)); n != 1 {
			w.t.Errorf("%d audit entries", n)
		}
		if c := w.changes[len(w.changes)-1]; c.ID != r.ID || c.Action != record.Create || c.Office != w.a {
			w.t.Errorf("announced %+v", c)
		}
		if n := w.count(`SELECT COUNT(*) FROM place WHERE geonames = '1862415'`); n != 1 {
			w.t.Errorf("%d records of the place", n)
		}
		// the personal field lies in a value of its own, so that it can be erased alone
		if n := w.count(`SELECT COUNT(*) FROM audit_value WHERE field_group = 'contact'`); n != 1 {
			w.t.Errorf("%d values of contact", n)
		}
	})
}

func TestAPlaceIsClaimedOnce(t *testing.T) {
	inWorlds(t, func(w *world) {
		one, two := w.hiroshima(), w.hiroshima()
		must(w.t, w.relations.Create(w.as(record.Editor, w.a), one))
		must(w.t, w.relations.Create(w.as(record.Editor, w.b), two))
		if one.Sides[0].Party != two.Sides[0].Party {
			w.t.Errorf("two places: %v and %v", one.Sides[0].Party, two.Sides[0].Party)
		}
		bad := w.hiroshima()
		bad.Sides[0].Party.ID = record.GeoNames(1)
		wantInvalid(w.t, w.relations.Create(w.as(record.Editor, w.a), bad), "sides/1.party", "unknown_reference")
		bad.Sides[0].Party = record.Ref{Kind: "theme", ID: record.NewID()} // what is wrong in itself is said, not that nothing answers to it
		wantInvalid(w.t, w.relations.Create(w.as(record.Editor, w.a), bad), "sides/1.party", "bad_reference")
	})
}

func TestUpdateNeedsTheVersionThatIsStored(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx := w.as(record.Editor, w.a)
		r := w.hiroshima()
		must(w.t, w.relations.Create(ctx, r))
		mine, err := w.relations.Get(ctx, r.ID)
		must(w.t, err)
		theirs, err := w.relations.Get(ctx, r.ID)
		must(w.t, err)
		theirs.Website = "https://example.org/"
		must(w.t, w.relations.Update(ctx, theirs))
		mine.Website = "https://example.net/"
		if err := w.relations.Update(ctx, mine); !errors.Is(err, fault.PreconditionFailed) {
			w.t.Fatalf("a stale copy won: %v", err)
		}
		again, err := w.relations.Get(ctx, r.ID)
		must(w.t, err)
		if again.Website != "https://example.org/" || again.Version != 2 {
			w.t.Errorf("stored %q, version %d", again.Website, again.Version)
		}
		must(w.t, w.relations.Update(ctx, again))
		if again.Version != 2 {
			w.t.Error("an update without a difference made a version")
		}
	})
}

func TestPartsKeepTheirIdentity(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx := w.as(record.Editor, w.a)
		r := w.hiroshima()
		r.Sides = append(r.Sides, relation.Side{Party: record.Ref{Kind: "place", ID: record.GeoNames(3088171)}})
		must(w.t, w.relations.Create(ctx, r))
		first, second := r.Sides[0], r.Sides[1]
		second.Status = relation.Resting
		r.Sides = []relation.Side{second, {Party: record.Ref{Kind: "place", ID: record.GeoNames(931755)}}}
		must(w.t, w.relations.Update(ctx, r))
		got, err := w.relations.Get(ctx, r.ID)
		must(w.t, err)
		if len(got.Sides) != 2 || got.Sides[0].ID != second.ID || got.Sides[0].Status != relation.Resting ||
			got.Sides[1].ID == first.ID {
			w.t.Fatalf("sides %+v", got.Sides)
		}
		got.Sides[1].ID = first.ID
		wantInvalid(w.t, w.relations.Update(ctx, got), "sides/2.id", "unknown_part")
	})
}

func TestWhoMayDoWhat(t *testing.T) {
	inWorlds(t, func(w *world) {
		draft := w.hiroshima()
		draft.State = record.Draft
		must(w.t, w.relations.Create(w.as(record.Editor, w.a), draft))
		public := w.hiroshima()
		must(w.t, w.relations.Create(w.as(record.Editor, w.a), public))
		before := w.count(`SELECT COUNT(*) FROM audit`)
		for _, c := range []struct {
			name   string
			role   record.Role
			office record.ID
			r      *relation.Relation
			want   error
		}{
			{"visitor, draft", record.Visitor, "", draft, fault.NotFound},
			{"visitor, published", record.Visitor, "", public, fault.Unauthenticated},
			{"viewer, own", record.Viewer, w.a, public, fault.Forbidden},
			{"viewer, own draft", record.Viewer, w.a, draft, fault.Forbidden},
			{"other editor, draft", record.Editor, w.b, draft, fault.NotFound},
			{"other editor, published", record.Editor, w.b, public, fault.Forbidden},
		} {
			ctx := w.as(c.role, c.office)
			r := *c.r
			r.Website = "https://example.org/" + strings.ReplaceAll(c.name, " ", "")
			if err := w.relations.Update(ctx, &r); !errors.Is(err, c.want) {
				w.t.Errorf("%s: update gave %v", c.name, err)
			}
			if err := w.relations.Trash(ctx, &r); !errors.Is(err, c.want) {
				w.t.Errorf("%s: trash gave %v", c.name, err)
			}
		}
		foreign := w.hiroshima()
		foreign.Office = w.a
		if err := w.relations.Create(w.as(record.Editor, w.b), foreign); !errors.Is(err, fault.Forbidden) {
			w.t.Errorf("create in another office gave %v", err)
		}
		stolen := *public
		stolen.Office = w.b
		wantInvalid(w.t, w.relations.Update(w.as(record.Admin, ""), &stolen), "office", "read_only")
		shared := w.hiroshima()
		shared.Office = record.SharedOffice
		wantInvalid(w.t, w.relations.Create(w.as(record.Admin, ""), shared), "office", "bad_value")
		if after := w.count(`SELECT COUNT(*) FROM audit`); after != before {
			w.t.Errorf("denied calls left %d audit entries", after-before)
		}
	})
}

func TestTrashHidesAndRestoreBringsBack(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx := w.as(record.Editor, w.a)
		r := w.hiroshima()
		must(w.t, w.relations.Create(ctx, r))
		must(w.t, w.relations.Trash(ctx, r))
		if _, err := w.relations.Get(w.as(record.Visitor, ""), r.ID); !errors.Is(err, fault.NotFound) {
			w.t.Errorf("a visitor finds it in the trash: %v", err)
		}
		if _, err := w.relations.Get(w.as(record.Editor, w.b), r.ID); !errors.Is(err, fault.NotFound) {
			w.t.Errorf("another office finds it in the trash: %v", err)
		}
		if p, err := w.relations.List(ctx, record.Query{}); err != nil || len(p.Items) != 0 {
			w.t.Errorf("the list holds it still: %v, %v", p.Items, err)
		}
		trashed, err := w.relations.Get(ctx, r.ID)
		must(w.t, err)
		if err := w.relations.Update(ctx, trashed); !errors.Is(err, fault.Conflict) {
			w.t.Errorf("update in the trash gave %v", err)
		}
		must(w.t, w.relations.Restore(ctx, trashed))
		got, err := w.relations.Get(w.as(record.Visitor, ""), r.ID)
		must(w.t, err)
		if got.Title != r.Title || len(got.Sides) != 1 {
			w.t.Errorf("restored %+v", got)
		}
	})
}

// A step that begins while its relation is in the trash counts when it is brought back.
func TestRestoreTakesUpWhatHasBegun(t *testing.T) {
	inWorlds(t, func(w *world) {
		now := time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)
		w.k.Now = func() time.Time { return now }
		ctx := w.as(record.Editor, w.a)
		r := w.hiroshima()
		r.History = append(r.History, relation.Step{Status: relation.Ended, On: "2026-11-10"})
		must(w.t, w.relations.Create(ctx, r))
		must(w.t, w.relations.Trash(ctx, r))
		now = now.AddDate(0, 0, 20)
		must(w.t, w.relations.Restore(ctx, r))
		got, err := w.relations.Get(ctx, r.ID)
		must(w.t, err)
		if got.Status != relation.Ended {
			w.t.Errorf("brought back as %s", got.Status)
		}
		if n := w.count(`SELECT COUNT(*) FROM audit_value v JOIN audit a ON a.office = v.office AND a.seq = v.seq
			WHERE a.record = $1 AND a.action = 'restore' AND v.deltas LIKE '%"status"%'`, string(r.ID)); n != 1 {
			w.t.Error("the history does not tell of the status")
		}
	})
}

// What inherits its visibility is seen only by those who see all that it joins.
func TestFactsFollowTheirSubject(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx := w.as(record.Editor, w.a)
		r := w.hiroshima()
		must(w.t, w.relations.Create(ctx, r))
		f := &fact.Fact{Subject: record.Ref{Kind: "relation", ID: r.ID}, Property: "label", Text: i18n.Of("en", "sister city")}
		f.State = record.Published
		must(w.t, w.facts.Create(ctx, f))
		visitor := w.as(record.Visitor, "")
		if p, err := w.facts.List(visitor, record.Query{Total: true}); err != nil || p.Total != 1 {
			w.t.Fatalf("visitor sees %d facts, %v", p.Total, err)
		}
		r.State = record.Draft
		must(w.t, w.relations.Update(ctx, r))
		if p, err := w.facts.List(visitor, record.Query{Total: true}); err != nil || p.Total != 0 {
			w.t.Errorf("visitor sees %d facts of a draft, %v", p.Total, err)
		}
		if _, err := w.facts.Get(visitor, f.ID); !errors.Is(err, fault.NotFound) {
			w.t.Errorf("visitor gets a fact of a draft: %v", err)
		}
		if p, err := w.facts.List(ctx, record.Query{Total: true}); err != nil || p.Total != 1 {
			w.t.Errorf("its own office sees %d facts, %v", p.Total, err)
		}
		wrong := &fact.Fact{Subject: record.Ref{Kind: "place", ID: r.ID}, Property: "x", Day: "1983"}
		wantInvalid(w.t, w.facts.Create(ctx, wrong), "subject", "unknown_reference")
	})
}

func TestSlugsStayWithTheirRecord(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx := w.as(record.Editor, w.a)
		one, two := w.hiroshima(), w.hiroshima()
		must(w.t, w.relations.Create(ctx, one))
		must(w.t, w.relations.Create(ctx, two))
		if s, _ := two.Slug.In("de"); s != "hiroshima-2" {
			w.t.Errorf("second slug %q", s)
		}
		two.Slug = two.Slug.With("de", "hiroshima")
		wantInvalid(w.t, w.relations.Update(ctx, two), "slug", "slug_taken")
		one.Slug = one.Slug.With("de", "hiroshima-japan")
		must(w.t, w.relations.Update(ctx, one))
		for _, name := range []string{"hiroshima", "hiroshima-japan"} {
			if got, err := w.relations.BySlug(ctx, w.a, name); err != nil || got.ID != one.ID {
				w.t.Errorf("%s finds %v, %v", name, got, err)
			}
		}
		two.Slug = two.Slug.With("de", string(record.NewID()))
		wantInvalid(w.t, w.relations.Update(ctx, two), "slug", "slug_shape")
		other := w.hiroshima()
		must(w.t, w.relations.Create(w.as(record.Editor, w.b), other))
		if s, _ := other.Slug.In("de"); s != "hiroshima" {
			w.t.Errorf("another office got %q", s)
		}
	})
}

func TestThemesIncludeTheirDescendants(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx := w.as(record.Editor, w.a)
		parent := &theme.Theme{Name: i18n.Of("de", "Umwelt")}
		parent.State = record.Published
		must(w.t, w.themes.Create(ctx, parent))
		child := &theme.Theme{Name: i18n.Of("de", "Wasser"), Parent: parent.ID}
		child.State = record.Published
		must(w.t, w.themes.Create(ctx, child))
		r := w.hiroshima()
		r.Themes = []relation.Theme{{Theme: child.ID}}
		must(w.t, w.relations.Create(ctx, r))
		for filter, want := range map[string]int{"umwelt": 1, "wasser": 1, string(parent.ID): 1, "nichts": 0} {
			p, err := w.relations.List(ctx, record.Query{Filters: map[string][]string{"theme": {filter}}, Total: true})
			if err != nil || p.Total != want {
				w.t.Errorf("theme %s: %d relations, %v", filter, p.Total, err)
			}
		}
		for name, vals := range map[string][]string{
			"country": {"JP", "MW"}, "continent": {"asia"}, "form": {"town-twinning"},
			"status": {"active"}, "rgre_inferred": {"false"},
		} {
			p, err := w.relations.List(ctx, record.Query{Filters: map[string][]string{name: vals}, Total: true})
			if err != nil || p.Total != 1 {
				w.t.Errorf("%s %v: %d relations, %v", name, vals, p.Total, err)
			}
		}
		_, err := w.relations.List(ctx, record.Query{Filters: map[string][]string{"nonsense": {"x"}, "form": {"marriage"}}, Sort: "contact", Limit: 999})
		for field, key := range map[string]string{"nonsense": "unknown_filter", "form": "unknown_choice", "sort": "unknown_sort", "limit": "out_of_range"} {
			wantInvalid(w.t, err, field, key)
		}
	})
}

func TestTamperingIsSeen(t *testing.T) {
	for _, c := range []struct{ name, sql string }{
		{"entry", `UPDATE audit SET actor = 'eve' WHERE seq = 2 AND office = $1`},
		{"value", `UPDATE audit_value SET deltas = '[]' WHERE seq = 2 AND office = $1`},
		{"last entry gone", `UPDATE office_head SET seq = seq - 1 WHERE office = $1`},
	} {
		t.Run(c.name, func(t *testing.T) {
			inWorlds(t, func(w *world) {
				ctx := w.as(record.Editor, w.a)
				for range 3 {
					must(w.t, w.relations.Create(ctx, w.hiroshima()))
				}
				last, err := record.VerifyAudit(ctx, w.k.DB, w.a, 0)
				if err != nil || last != 3 {
					w.t.Fatalf("whole chain: %d, %v", last, err)
				}
				change := func(q string) {
					must(w.t, w.k.DB.Tx(ctx, func(tx *db.DB) error { _, err := tx.Exec(ctx, q, string(w.a)); return err }))
				}
				change(`DELETE FROM audit_value WHERE field_group = 'contact' AND office = $1`)
				if _, err := record.VerifyAudit(ctx, w.k.DB, w.a, 0); err != nil {
					w.t.Fatalf("erasing values broke the chain: %v", err)
				}
				change(c.sql)
				if _, err := record.VerifyAudit(ctx, w.k.DB, w.a, 0); !errors.Is(err, record.ErrTampered) {
					w.t.Errorf("tampering went unseen: %v", err)
				}
			})
		})
	}
}

func wantInvalid(t *testing.T, err error, field, key string) {
	t.Helper()
	var inv fault.Invalid
	if !errors.As(err, &inv) || inv[field].Key != key {
		t.Errorf("want %s at %s, got %v (%v)", key, field, err, map[string]fault.Problem(inv))
	}
}

// A reference tells nobody of a record that he does not see, and gives nobody a part in what belongs to another office.
func TestReferencesStayWithinWhatIsSeenAndOwned(t *testing.T) {
	inWorlds(t, func(w *world) {
		mine, other := w.as(record.Editor, w.a), w.as(record.Editor, w.b)
		draft := w.hiroshima()
		draft.State = record.Draft
		must(w.t, w.relations.Create(mine, draft))
		about := func(id record.ID) *fact.Fact {
			return &fact.Fact{Subject: record.Ref{Kind: "relation", ID: id}, Property: "label", Text: i18n.Of("en", "sister city")}
		}
		wantInvalid(w.t, w.facts.Create(other, about(draft.ID)), "subject", "unknown_reference")
		wantInvalid(w.t, w.facts.Create(other, about(record.NewID())), "subject", "unknown_reference")
		must(w.t, w.facts.Create(mine, about(draft.ID)))

		agreements := relation.NewAgreementStore(w.k)
		deed := func() *relation.Agreement {
			a := &relation.Agreement{Relation: draft.ID, Title: i18n.Of("de", "Vertrag"), Form: relation.Treaty, Signed: "1999-01-01"}
			a.State = record.Published
			return a
		}
		wantInvalid(w.t, agreements.Create(other, deed()), "relation", "unknown_reference")
		draft.State = record.Published
		must(w.t, w.relations.Update(mine, draft))
		wantInvalid(w.t, agreements.Create(other, deed()), "relation", "other_office")
		kept := deed()
		must(w.t, agreements.Create(mine, kept))

		water := &theme.Theme{Name: i18n.Of("de", "Wasser")}
		must(w.t, w.themes.Create(w.as(record.Admin, ""), water))
		draft.Themes = []relation.Theme{{Theme: water.ID}}
		must(w.t, w.relations.Update(mine, draft))
		must(w.t, w.themes.Trash(w.as(record.Admin, ""), water))
		draft.Since = "1983"
		must(w.t, w.relations.Update(mine, draft)) // what refers to it already still does
		fresh := w.hiroshima()
		fresh.Themes = []relation.Theme{{Theme: water.ID}}
		wantInvalid(w.t, w.relations.Create(mine, fresh), "themes/1.theme", "unknown_reference")

		must(w.t, w.k.DB.Tx(w.t.Context(), func(tx *db.DB) error { // as if somebody had got past the program
			_, err := tx.Exec(w.t.Context(), `UPDATE agreement SET office = $1 WHERE id = $2`, string(w.b), string(kept.ID))
			return err
		}))
		if deeds, err := relation.DeedsOf(w.t.Context(), w.k.DB, w.a, draft.ID); err != nil || len(deeds) != 0 {
			w.t.Errorf("the page of %s shows agreements of another office: %v, %v", w.a, deeds, err)
		}
	})
}

// A step that begins while nobody looks is taken up, with its line in the audit; the audit itself is checked in portions.
func TestStepsAreTakenUpWhenTheyBegin(t *testing.T) {
	inWorlds(t, func(w *world) {
		admin := w.as(record.Admin, "")
		var ids []record.ID
		for _, on := range []date.Partial{"2100-03-01", "2101"} {
			r := w.hiroshima()
			r.History = append(r.History, relation.Step{Status: relation.Ended, On: on})
			must(w.t, w.relations.Create(w.as(record.Editor, w.a), r))
			ids = append(ids, r.ID)
		}
		statuses := func() (out []relation.Status) {
			for _, id := range ids {
				r, err := w.relations.Get(admin, id)
				must(w.t, err)
				out = append(out, r.Status)
			}
			return out
		}
		for _, c := range []struct {
			today string
			want  []relation.Status
		}{
			{"2100-02-27", []relation.Status{relation.Active, relation.Active}},
			{"2100-03-02", []relation.Status{relation.Ended, relation.Active}},
			{"2101-01-02", []relation.Status{relation.Ended, relation.Ended}},
		} {
			at, err := time.Parse(time.DateOnly, c.today)
			must(w.t, err)
			w.k.Now = func() time.Time { return at.Add(12 * time.Hour) }
			must(w.t, relation.TakeUpSteps(admin, w.k.DB, w.relations))
			if got := statuses(); !slices.Equal(got, c.want) {
				w.t.Errorf("on %s they are %v, want %v", c.today, got, c.want)
			}
		}
		last, err := record.VerifyAudit(admin, w.k.DB, w.a, 0)
		must(w.t, err)
		portions := int64(0)
		for whole := false; !whole; portions++ {
			must(w.t, w.k.DB.Tx(admin, func(tx *db.DB) error {
				whole, err = record.CheckAudit(admin, tx, w.a, 3)
				return err
			}))
		}
		if portions != (last+2)/3 {
			w.t.Errorf("%d entries in %d portions of three", last, portions)
		}
	})
}
