package demo

import (
	"context"
	"errors"
	"fmt"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/link"
	"kontor.example/internal/domain/network"
	"kontor.example/internal/domain/office"
	"kontor.example/internal/domain/paper"
	"kontor.example/internal/domain/party"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/domain/theme"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// Stores are the rooms that the demonstration fills.
type Stores struct {
	Offices       *office.Store
	Places        *place.Store
	Themes        *theme.Store
	Organisations *party.Store
	Papers        *paper.Store
	Programmes    *project.ProgrammeStore
	Networks      *network.Store
	Relations     *relation.Store
	Agreements    *relation.AgreementStore
	Memberships   *network.MembershipStore
	Projects      *project.Store
	Links         *link.Store
	Facts         *fact.Store
}

// ErrNotOurs says that a database holds records that the demonstration did not bring.
var ErrNotOurs = errors.New("the database holds records of its own: the demonstration loads only into an empty one")

// Office is the id of the office of Hannover; Second is that of another, empty one.
func Office() record.ID { return id("office", "hannover") }

// Second returns the id of the second office, which keeps nothing yet.
func Second() record.ID { return id("office", "musterstadt") }

// Load brings the demonstration into an empty database, or completes it in one that carries its mark; what is there
// already stays as it is. It returns ErrNotOurs for any other database. All of it is one transaction.
func Load(ctx context.Context, d *db.DB, s Stores) error {
	ctx = record.As(ctx, record.Actor{Name: "demo", Role: record.Admin})
	err := d.Tx(ctx, func(tx *db.DB) error {
		if err := claim(ctx, tx); err != nil {
			return err
		}
		return load(ctx, tx, s, Hannover())
	})
	if err != nil {
		return fmt.Errorf("load demonstration: %w", err)
	}
	return nil
}

// The mark of a database that the demonstration filled.
const markName, markValue = "demo", "hannover"

// Look returns ErrNotOurs for a database into which Load would not load. It only reads, so that a database that is not ours is
// not brought up to date either.
func Look(ctx context.Context, d *db.DB) error {
	fresh, err := d.Fresh(ctx)
	if err != nil || fresh {
		return err
	}
	marked, used, err := record.Marked(ctx, d, markName, markValue)
	if err == nil && used && !marked {
		return ErrNotOurs
	}
	return err
}

func claim(ctx context.Context, tx *db.DB) error {
	marked, used, err := record.Mark(ctx, tx, markName, markValue)
	if err == nil && used && !marked {
		return ErrNotOurs
	}
	return err
}

func load(ctx context.Context, tx *db.DB, s Stores, seed Seed) error {
	steps := []func() error{
		func() error { return add(ctx, s.Places.In(tx), parentsFirst(seed.Places, placeParent)) },
		func() error { return add(ctx, s.Offices.In(tx), offices()) },
		func() error { return add(ctx, s.Themes.In(tx), parentsFirst(seed.Themes, themeParent)) },
		func() error { return add(ctx, s.Organisations.In(tx), parentsFirst(seed.Organisations, unitParent)) },
		func() error { return add(ctx, s.Papers.In(tx), seed.Papers) },
		func() error { return add(ctx, s.Programmes.In(tx), seed.Programmes) },
		func() error { return add(ctx, s.Networks.In(tx), seed.Networks) },
		func() error { return add(ctx, s.Relations.In(tx), seed.Relations) },
		func() error { return add(ctx, s.Agreements.In(tx), seed.Agreements) },
		func() error { return add(ctx, s.Memberships.In(tx), seed.Memberships) },
		func() error { return add(ctx, s.Projects.In(tx), seed.Projects) },
		func() error { return add(ctx, s.Links.In(tx), seed.Links) },
		func() error { return add(ctx, s.Facts.In(tx), seed.Facts) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func placeParent(p place.Place) record.ID       { return p.Parent }
func themeParent(t theme.Theme) record.ID       { return t.Parent }
func unitParent(o party.Organisation) record.ID { return o.Parent }

// add creates those of all that were never there: what was loaded once stays as it is, in the trash too, and so does what
// is hidden because that which it belongs to is.
func add[T any, P record.Ptr[T]](ctx context.Context, s *record.Store[T, P], all []T) error {
	for i := range all {
		r := P(&all[i])
		b := record.BaseOf(r)
		if there, err := s.Has(ctx, b.ID); err != nil {
			return err
		} else if there {
			continue
		}
		b.State = record.Published
		if b.Office == "" {
			b.Office = Office()
		}
		if err := s.Create(ctx, r); err != nil {
			return fmt.Errorf("%v: %w", b.ID, explain(err))
		}
	}
	return nil
}

// explain spells out what is wrong with which field.
func explain(err error) error {
	var inv fault.Invalid
	if errors.As(err, &inv) {
		return fmt.Errorf("%w: %v", err, map[string]fault.Problem(inv))
	}
	return err
}

// parentsFirst orders the records of a tree so that each comes after its parent.
func parentsFirst[T any, P record.Ptr[T]](all []T, parent func(T) record.ID) []T {
	index := map[record.ID]int{}
	for i := range all {
		index[record.BaseOf(P(&all[i])).ID] = i
	}
	out := make([]T, 0, len(all))
	done := map[int]bool{}
	var visit func(i int)
	visit = func(i int) {
		if done[i] {
			return
		}
		done[i] = true
		if p, ok := index[parent(all[i])]; ok {
			visit(p)
		}
		out = append(out, all[i])
	}
	for i := range all {
		visit(i)
	}
	return out
}

func offices() []office.Office {
	return []office.Office{
		{
			Base:   record.Base{ID: Office(), Slug: i18n.Of("de", "hannover", "en", "hannover")},
			Name:   i18n.Of("de", "Hannover international", "en", "Hannover international"),
			City:   i18n.Of("de", "Landeshauptstadt Hannover", "en", "City of Hannover"),
			Home:   id("place", "hannover"),
			Zone:   "Europe/Berlin",
			Accent: office.Garden,
			Notice: i18n.Of(
				"de", "Demonstration aus öffentlichen Fakten, keine Veröffentlichung der Stadt.",
				"en", "A demonstration from public facts, not a publication of the city."),
			Statement: i18n.Of(
				"de", "Diese Seiten zeigen die freie Software Kontor mit Fakten, die über die internationalen Beziehungen Hannovers öffentlich bekannt sind. Die Landeshauptstadt Hannover ist dafür nicht verantwortlich. Wer Kontor betreibt, trägt hier Anschrift und verantwortliche Stelle ein.",
				"en", "These pages show the free software Kontor with facts that are publicly known about Hannover’s international relations. The City of Hannover is not responsible for them. Whoever runs Kontor enters the address and the responsible body here."),
		},
		{
			Base:   record.Base{ID: Second(), Slug: i18n.Of("de", "musterstadt", "en", "musterstadt")},
			Name:   i18n.Of("de", "Musterstadt international", "en", "Musterstadt international"),
			City:   i18n.Of("de", "Stadt Musterstadt", "en", "City of Musterstadt"),
			Host:   "musterstadt.localhost",
			Zone:   "Europe/Berlin",
			Accent: office.Harbour,
			Notice: i18n.Of(
				"de", "Dies ist eine Demonstration mit einer erfundenen Stadt, die noch nichts eingetragen hat.",
				"en", "This is a demonstration with an invented city that has not entered anything yet."),
		},
	}
}
