package record_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/office"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/migrations"
)

func (w *world) exec(q string, args ...any) {
	w.t.Helper()
	must(w.t, w.k.DB.Tx(w.t.Context(), func(tx *db.DB) error {
		_, err := tx.Exec(w.t.Context(), q, args...)
		return err
	}))
}

// An office that has entries has a head: whoever takes it away is found out, also after the entries were checked.
func TestAMissingHeadIsNoticed(t *testing.T) {
	inWorlds(t, func(w *world) {
		if _, err := record.VerifyAudit(w.t.Context(), w.k.DB, w.a, 0); err != nil {
			w.t.Fatalf("without entries and head: %v", err)
		}
		must(w.t, w.relations.Create(w.as(record.Editor, w.a), w.hiroshima()))
		w.exec(`DELETE FROM office_head WHERE office = $1`, string(w.a))
		if _, err := record.VerifyAudit(w.t.Context(), w.k.DB, w.a, 0); !errors.Is(err, record.ErrTampered) {
			w.t.Errorf("without its head: %v", err)
		}
	})
}

// Equal values have different commitments: who knows what a value may have been cannot find out from the chain.
func TestEqualValuesHaveDifferentSalts(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx := w.as(record.Editor, w.a)
		for range 2 {
			must(w.t, w.relations.Create(ctx, w.hiroshima()))
		}
		type contact struct{ salt, deltas string }
		got, err := db.Collect(w.t.Context(), w.k.DB, func(c *contact) []any { return []any{&c.salt, &c.deltas} },
			`SELECT salt, deltas FROM audit_value WHERE field_group = 'contact'`)
		must(w.t, err)
		if len(got) != 2 || got[0].deltas != got[1].deltas || got[0].salt == got[1].salt || len(got[0].salt) < 26 {
			w.t.Errorf("values %+v", got)
		}
	})
}

// What may be there once only is refused the second time.
func TestWhatIsTakenIsRefused(t *testing.T) {
	inWorlds(t, func(w *world) {
		admin := w.as(record.Admin, "")
		host := func(name string) *office.Office {
			o := &office.Office{Name: i18n.Of("de", name), Zone: "Europe/Berlin", Host: "city.example"}
			o.State = record.Published
			return o
		}
		first := host("Gammastadt")
		must(w.t, w.offices.Create(admin, first))
		wantInvalid(w.t, w.offices.Create(admin, host("Deltastadt")), "host", "taken")

		town := func() *place.Place {
			p := &place.Place{Name: i18n.Of("de", "Aarau"), Level: place.City, Country: "CH", GeoNames: "2661881"}
			p.State = record.Published
			return p
		}
		must(w.t, w.places.Create(admin, town()))
		wantInvalid(w.t, w.places.Create(admin, town()), "geonames", "taken")

		first.Host = ""
		must(w.t, w.offices.Update(admin, first))
		must(w.t, w.offices.Create(admin, host("Epsilonstadt")))
	})
}

// Of the published offices one may go without a host name: it answers where no other one does, so a second would answer
// in its stead by chance.
func TestOneOfficeHasNoHost(t *testing.T) {
	inWorlds(t, func(w *world) {
		admin := w.as(record.Admin, "")
		bare := func(name string, state record.State) *office.Office {
			o := &office.Office{Name: i18n.Of("de", name), Zone: "Europe/Berlin"}
			o.State = state
			return o
		}
		first := bare("Gammastadt", record.Published)
		must(w.t, w.offices.Create(admin, first))
		wantInvalid(w.t, w.offices.Create(admin, bare("Deltastadt", record.Published)), "host", "required")

		second := bare("Deltastadt", record.Draft)
		must(w.t, w.offices.Create(admin, second))
		second.State = record.Published
		wantInvalid(w.t, w.offices.Update(admin, second), "host", "required")

		must(w.t, w.offices.Trash(admin, first))
		must(w.t, w.offices.Update(admin, second))
		wantInvalid(w.t, w.offices.Restore(admin, first), "host", "required")

		second.Host = "delta.example"
		must(w.t, w.offices.Update(admin, second))
		must(w.t, w.offices.Restore(admin, first))
	})
}

// Every write raises the content version of its office, and no other's; what changes nothing raises none.
func TestTheContentVersionCountsWrites(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx := w.as(record.Editor, w.a)
		version := func(office record.ID) int {
			return w.count(`SELECT CAST(COALESCE(SUM(version), 0) AS INTEGER) FROM office_head WHERE office = $1`, string(office))
		}
		r := w.hiroshima()
		must(w.t, w.relations.Create(ctx, r))
		all, err := w.k.Version(ctx)
		must(w.t, err)
		shared := version(record.SharedOffice)
		r.Website = "https://example.org/"
		must(w.t, w.relations.Update(ctx, r))
		must(w.t, w.relations.Update(ctx, r))
		must(w.t, w.relations.Trash(ctx, r))
		must(w.t, w.relations.Restore(ctx, r))
		if a, b, s := version(w.a), version(w.b), version(record.SharedOffice); a != 4 || b != 0 || s != shared {
			w.t.Errorf("versions %d, %d and shared %d, not 4, 0 and %d", a, b, s, shared)
		}
		if now, err := w.k.Version(ctx); err != nil || now.All != all.All+3 || now.Shared != all.Shared || int(now.Shared) != shared {
			w.t.Errorf("versions %+v, then %+v, %v", all, now, err)
		}
	})
}

// between claims as the place's own does, and changes a relation meanwhile.
type between struct {
	place.Claimer
	relation record.ID
}

func (b between) Claim(ctx context.Context, tx *db.DB, key string) (record.ID, error) {
	if _, err := tx.Exec(ctx, `UPDATE relation SET version = version + 1 WHERE id = $1`, string(b.relation)); err != nil {
		return "", err
	}
	return b.Claimer.Claim(ctx, tx, key)
}

// A row is written only over the version that was read, whoever came between the reading and the writing.
func TestTheRowItselfKnowsItsVersion(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx := w.as(record.Editor, w.a)
		r := w.hiroshima()
		must(w.t, w.relations.Create(ctx, r))
		w.k.ClaimWith("place", between{place.Claimer{Store: w.places}, r.ID})
		r.Sides = append(r.Sides, relation.Side{Party: record.Ref{Kind: "place", ID: record.GeoNames(3088171)}})
		if err := w.relations.Update(ctx, r); !errors.Is(err, fault.PreconditionFailed) {
			w.t.Errorf("an old version was written: %v", err)
		}
	})
}

// In the parts of a list, too, nobody sets what is hidden from them, and sending the rest leaves it as it was.
func TestHiddenFieldsOfPartsStay(t *testing.T) {
	inWorlds(t, func(w *world) {
		r := w.hiroshima()
		r.History[0].Reason = i18n.Of("de", "vertraulich")
		must(w.t, w.relations.Create(w.as(record.Editor, w.a), r))
		kind, id := w.relations.Kind(), string(r.History[0].ID)
		foreign := record.Actor{Role: record.Editor, Office: w.b}
		body := `{"history":[{"id":"` + id + `","status":"resting","on_date":"1990"}]}`
		must(w.t, kind.Merge(r, []byte(body), foreign, false))
		if s := r.History[0]; s.Reason != i18n.Of("de", "vertraulich") || s.Status != relation.Resting || s.On != "1990" {
			w.t.Errorf("merged %+v", s)
		}
		hidden := strings.Replace(body, `"status"`, `"reason":{"de":"erraten"},"status"`, 1)
		wantInvalid(w.t, kind.Merge(r, []byte(hidden), foreign, false), "history/1.reason", "unknown_field")
		own := record.Actor{Role: record.Editor, Office: w.a}
		must(w.t, kind.Merge(r, []byte(body), own, false))
		if !r.History[0].Reason.Empty() {
			w.t.Error("who sees a field and leaves it out, empties it")
		}
	})
}

// Where several offices went without a host name before that was refused, the one that answered keeps its place.
func TestTheOfficeThatAnsweredKeepsItsPlace(t *testing.T) {
	inWorlds(t, func(w *world) {
		var last record.ID
		for _, name := range []string{"Zeta", "Eta"} {
			o := &office.Office{Name: i18n.Of("de", name), Zone: "Europe/Berlin", Host: strings.ToLower(name) + ".example"}
			o.State = record.Published
			must(w.t, w.offices.Create(w.as(record.Admin, ""), o))
			w.exec(`DELETE FROM claim WHERE record = $1`, string(o.ID))
			w.exec(`UPDATE office SET host = '' WHERE id = $1`, string(o.ID))
			last = o.ID
		}
		step, err := migrations.FS.ReadFile("0008_one_without_host.sql")
		must(w.t, err)
		w.exec(string(step))
		var owner record.ID
		must(w.t, w.k.DB.Row(w.t.Context(), []any{&owner}, `SELECT record FROM claim WHERE kind = 'office' AND field = 'host' AND value = ''`))
		if owner != last { // Eta, first by name
			w.t.Errorf("%s answers, want %s", owner, last)
		}
	})
}

// To put a record away or to bring it back changes nothing else of it, whatever the caller has changed meanwhile; and a new
// one is never in the trash.
func TestTheTrashChangesNothingElse(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx := w.as(record.Editor, w.a)
		r := w.hiroshima()
		r.Trashed = record.At(w.k.Now())
		must(w.t, w.relations.Create(ctx, r))
		step := func(name string, do func(context.Context, *relation.Relation) error) {
			w.t.Helper()
			r.Website, r.History = "https://unchecked.example/", nil
			must(w.t, do(ctx, r))
			got, err := w.relations.Get(ctx, r.ID)
			must(w.t, err)
			if got.Website != "" || len(got.History) != 1 {
				w.t.Errorf("%s: website %q, history %v", name, got.Website, got.History)
			}
		}
		step("put away", w.relations.Trash)
		step("brought back", w.relations.Restore)
	})
}

// The history tells which part moved, and of one that went what it held.
func TestTheHistoryTellsOfParts(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx := w.as(record.Editor, w.a)
		r := w.hiroshima()
		r.History = []relation.Step{{Status: relation.Agreed, On: "1982"}, {Status: relation.Active, On: "1983"}}
		must(w.t, w.relations.Create(ctx, r))
		first, second := r.History[0], r.History[1]
		told := func(want string) {
			w.t.Helper()
			var deltas string
			must(w.t, w.k.DB.Row(ctx, []any{&deltas}, `SELECT v.deltas FROM audit_value v JOIN audit a ON a.office = v.office AND a.seq = v.seq
				WHERE a.record = $1 AND a.version = $2 AND v.field_group = '*'`, string(r.ID), r.Version))
			if !strings.Contains(deltas, want) {
				w.t.Errorf("the history says %s, not %s", deltas, want)
			}
		}
		r.History = []relation.Step{second, first}
		must(w.t, w.relations.Update(ctx, r))
		told(`{"field":"history/` + string(first.ID) + `","before":"1","after":"2"}`)
		r.History = []relation.Step{second}
		must(w.t, w.relations.Update(ctx, r))
		told(`{"field":"history/` + string(first.ID) + `.on_date","before":"1982","after":""}`)
	})
}

// A title that looks like an id makes no address: by it another record would be meant.
func TestATitleIsNoID(t *testing.T) {
	inWorlds(t, func(w *world) {
		r := w.hiroshima()
		r.Title = i18n.Of("de", string(record.NewID()))
		must(w.t, w.relations.Create(w.as(record.Editor, w.a), r))
		if slug, _ := r.Slug.In("de"); slug != "relation" {
			w.t.Errorf("its address is %q", slug)
		}
	})
}

// What has begun is asked of the clock of the office, not of the server's.
func TestTodayIsWhereTheOfficeIs(t *testing.T) {
	inWorlds(t, func(w *world) {
		w.k.Now = func() time.Time { return time.Date(2026, 3, 1, 23, 30, 0, 0, time.UTC) } // half past midnight in Berlin
		r := w.hiroshima()
		r.History = []relation.Step{{Status: relation.Agreed, On: "2026-02"}, {Status: relation.Active, On: "2026-03-02"}}
		must(w.t, w.relations.Create(w.as(record.Editor, w.a), r))
		if r.Status != relation.Active {
			w.t.Errorf("on the day on which it begins it is %s", r.Status)
		}
	})
}

// An address that hides its host behind a name is none: it would lead elsewhere than it says.
func TestAnAddressNamesItsHost(t *testing.T) {
	inWorlds(t, func(w *world) {
		for _, website := range []string{"https://www.hannover.de@evil.example/", "javascript:alert(1)", "//evil.example/", "https://"} {
			r := w.hiroshima()
			r.Website = website
			wantInvalid(w.t, w.relations.Create(w.as(record.Editor, w.a), r), "website", "bad_url")
		}
	})
}
