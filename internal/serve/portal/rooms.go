package portal

import (
	"context"
	"errors"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/network"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// Rooms are the stores that the pages of networks, projects and places read.
type Rooms struct {
	Networks    *network.Store
	Memberships *network.MembershipStore
	Projects    *project.Store
	Places      *place.Store
}

// roomPages are the pages of networks, projects and places, and the small pages.
type roomPages struct {
	*Portal
	Rooms
	forms    remembered[map[network.Form]int]
	projects remembered[*projectOffer]
	partners remembered[[]place.Spot] // the places with relations
}

// addressed returns the record that the last part of an address names, by slug or id; or by what would be its slug, such
// as "Poznań": settled then leads to the address proper.
func addressed[T any, P record.Ptr[T]](ctx context.Context, s *record.Store[T, P], pg *web.Page, slug string) (P, error) {
	if id := record.ID(slug); id.Valid() {
		return s.Get(ctx, id)
	}
	found, err := s.BySlug(ctx, pg.Office.ID, slug)
	if proper := i18n.Slug(pg.Lang(), slug); errors.Is(err, fault.NotFound) && proper != slug && proper != "" {
		return s.BySlug(ctx, pg.Office.ID, proper)
	}
	return found, err
}

// settled returns moved if a record is found under another slug than the one asked for; else it tells the page its
// addresses in all languages.
func (p *Portal) settled(pg *web.Page, section, asked string, b *record.Base) error {
	if now := web.SlugIn(pg.Lang(), b.ID, b.Slug); now != asked {
		return moved(pg.Href(section + "/" + now))
	}
	pg.Paths = p.bySlug(section, string(b.ID), b.Slug)
	return nil
}

// readAll runs reads until one fails.
func readAll(reads ...func() error) error {
	for _, read := range reads {
		if err := read(); err != nil {
			return err
		}
	}
	return nil
}
