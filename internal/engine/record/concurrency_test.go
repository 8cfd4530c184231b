package record_test

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/domain/theme"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// Eight writers work for two offices on the same places, in opposite orders: nothing is lost, nothing doubled, and no one
// waits for ever.
func TestManyWritersLoseAndDoubleNothing(t *testing.T) {
	const writers = 8
	rounds := 200
	if testing.Short() {
		rounds = 20
	}
	towns := []int{1862415, 3088171, 931755, 2654675, 2987914, 2982652}
	inWorlds(t, func(w *world) {
		var all sync.WaitGroup
		problems := make(chan error, writers)
		for n := range writers {
			all.Go(func() { problems <- w.writer(n, rounds, towns) })
		}
		all.Wait()
		close(problems)
		for err := range problems {
			if err != nil {
				w.t.Error(err)
			}
		}
		if got := w.count(`SELECT COUNT(*) FROM relation`); got != writers*rounds {
			w.t.Errorf("%d relations, not %d", got, writers*rounds)
		}
		if got := w.count(`SELECT COUNT(*) FROM place`); got != len(towns) {
			w.t.Errorf("%d places, not %d", got, len(towns))
		}
		if got := w.count(`SELECT COUNT(*) FROM (SELECT office, name FROM slug WHERE kind = 'relation' GROUP BY office, name) AS few`); got != writers*rounds {
			w.t.Errorf("%d addresses, not %d", got, writers*rounds)
		}
		for _, office := range []record.ID{w.a, w.b, record.SharedOffice} {
			last, err := record.VerifyAudit(w.t.Context(), w.k.DB, office, 0)
			if err != nil {
				w.t.Errorf("audit of %s: %v", office, err)
			}
			if got := w.count(`SELECT COUNT(*) FROM audit WHERE office = $1`, string(office)); int64(got) != last {
				w.t.Errorf("%d entries of %s, head at %d", got, office, last)
			}
		}
	})
}

// writer creates relations for one of the offices, and one in ten it changes again. All want the same address.
func (w *world) writer(n, rounds int, towns []int) error {
	office := []record.ID{w.a, w.b}[n%2]
	ctx := w.as(record.Editor, office)
	for i := range rounds {
		r := &relation.Relation{Title: i18n.Of("de", fmt.Sprintf("Bund %d", n)), Form: relation.Ring, OwnSide: relation.OwnCity}
		r.State = record.Published
		for side := range 2 {
			at := (i + side*(1+n%(len(towns)-1))) % len(towns)
			r.Sides = append(r.Sides, relation.Side{Party: record.Ref{Kind: "place", ID: record.GeoNames(towns[at])}})
		}
		if err := w.relations.Create(ctx, r); err != nil {
			return fmt.Errorf("writer %d, round %d: %w", n, i, err)
		}
		if i%10 == 0 {
			r.Since = "1990"
			if err := w.relations.Update(ctx, r); err != nil {
				return fmt.Errorf("writer %d, round %d: %w", n, i, err)
			}
		}
	}
	return nil
}

// Of many who change the same version, one wins and all others are told.
func TestOneOfManyWins(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx := w.as(record.Editor, w.a)
		r := w.hiroshima()
		must(w.t, w.relations.Create(ctx, r))
		for round := range 10 {
			var all sync.WaitGroup
			results := make(chan error, 8)
			for n := range 8 {
				mine := *r
				mine.Website = fmt.Sprintf("https://example.org/%d/%d", round, n)
				all.Go(func() { results <- w.relations.Update(ctx, &mine) })
			}
			all.Wait()
			close(results)
			won := 0
			for err := range results {
				switch {
				case err == nil:
					won++
				case !errors.Is(err, fault.PreconditionFailed):
					w.t.Errorf("round %d: %v", round, err)
				}
			}
			if won != 1 {
				w.t.Errorf("round %d: %d winners", round, won)
			}
			var err error
			r, err = w.relations.Get(ctx, r.ID)
			must(w.t, err)
		}
	})
}

// Of two writers who each hang one theme under the other, one is refused, and so is whoever closes a longer ring.
func TestATreeHasNoRing(t *testing.T) {
	inWorlds(t, func(w *world) {
		admin := w.as(record.Admin, w.a)
		for range 20 {
			var ids [2]record.ID
			for i := range ids {
				x := &theme.Theme{Name: i18n.Of("de", "Wasser")}
				must(t, w.themes.Create(admin, x))
				ids[i] = x.ID
			}
			var all sync.WaitGroup
			var errs [2]error
			for i := range ids {
				all.Go(func() {
					x, err := w.themes.Get(admin, ids[i])
					if err == nil {
						x.Parent = ids[1-i]
						err = w.themes.Update(admin, x)
					}
					errs[i] = err
				})
			}
			all.Wait()
			inv := fault.Invalid{}
			switch {
			case (errs[0] == nil) == (errs[1] == nil):
				t.Fatalf("both or none were let through: %v, %v", errs[0], errs[1])
			case !errors.As(errors.Join(errs[:]...), &inv) || inv["parent"].Key != "above_itself":
				t.Fatalf("%v, %v", errs[0], errs[1])
			}
		}
		top := &theme.Theme{Name: i18n.Of("de", "Umwelt")}
		must(t, w.themes.Create(admin, top))
		middle := &theme.Theme{Name: i18n.Of("de", "Wasser"), Parent: top.ID}
		must(t, w.themes.Create(admin, middle))
		low := &theme.Theme{Name: i18n.Of("de", "Brunnen"), Parent: middle.ID}
		must(t, w.themes.Create(admin, low))
		for _, parent := range []record.ID{low.ID, middle.ID, top.ID} {
			again, err := w.themes.Get(admin, top.ID)
			must(t, err)
			again.Parent = parent
			inv := fault.Invalid{}
			if err := w.themes.Update(admin, again); !errors.As(err, &inv) || inv["parent"].Key != "above_itself" {
				t.Errorf("the top theme below %s: %v", parent, err)
			}
		}
	})
}

// What is held nobody else changes, not even in a field of which the register knows nothing. SQLite has one writer anyway.
func TestWhatIsHeldNobodyElseChanges(t *testing.T) {
	w := onPostgres(t)
	ctx := w.as(record.Editor, w.a)
	r := w.hiroshima()
	must(t, w.relations.Create(ctx, r))
	must(t, w.relations.Hold(ctx, r.ID, func(s *relation.Store, held *relation.Relation) error {
		r.Contact = "another"
		err := w.k.DB.Tx(ctx, func(tx *db.DB) error {
			if _, err := tx.Exec(ctx, `SET LOCAL lock_timeout = 1`); err != nil {
				return err
			}
			return w.relations.In(tx).Update(ctx, r)
		})
		if !errors.Is(err, fault.Unavailable) {
			t.Errorf("a change of what is held: %v", err)
		}
		held.Contact = "the holder"
		return s.Update(ctx, held)
	}))
}
