package portal

import (
	"context"

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
	forms     remembered[map[network.Form]int]
	projects  remembered[*projectOffer]
	countries remembered[map[string]int]
	partners  remembered[[]place.Spot] // the places with relations
}

// pageSections are what the frame leads to beside the relations: the main navigation and the small pages of the footer.
func pageSections() (nav, foot []web.Section) {
	nav = []web.Section{
		{Path: "/networks", Key: "nav.networks"},
		{Path: "/projects", Key: "nav.projects"},
		{Path: "/places", Key: "nav.places"},
	}
	for _, s := range smallPages() {
		foot = append(foot, web.Section{Path: s.path, Key: s.nav})
	}
	return nav, foot
}

// pageRoutes lists the addresses of the networks, projects, places and small pages, in every language.
func (p *Portal) pageRoutes(rooms Rooms) []web.Route {
	pages := &roomPages{Portal: p, Rooms: rooms}
	var routes []web.Route
	for _, lang := range p.site.Words.Langs() {
		at := func(path string, v view) {
			routes = append(routes, open("/"+string(lang)+path, p.page(lang, v)))
		}
		at("/networks", pages.networkList)
		at("/networks/{slug}", pages.network)
		at("/projects", pages.projectList)
		at("/projects/{slug}", pages.project)
		at("/places", pages.placeList)
		at("/places/{slug}", pages.place)
		if len(p.site.Data) > 0 {
			at(web.OpenDataPage, pages.openData)
		}
		for _, s := range smallPages() {
			at(s.path, pages.small(s))
		}
	}
	return routes
}

// pageAddresses returns the pages of networks, projects and places for the sitemap.
func (p *Portal) pageAddresses(ctx context.Context, pg *web.Page) ([]mapped, error) {
	var out []mapped
	networks, err := network.Addresses(ctx, p.db, mostMapped)
	if err != nil {
		return nil, err
	}
	for _, a := range networks {
		out = append(out, p.bySlug("/networks", string(a.ID), a.Slug))
	}
	projects, err := project.Addresses(ctx, p.db, pg.Office.ID, mostMapped)
	if err != nil {
		return nil, err
	}
	for _, a := range projects {
		out = append(out, p.bySlug("/projects", string(a.ID), a.Slug))
	}
	places, err := place.Mentioned(ctx, p.db, pg.Office.ID, pg.Lang(), "", 0, mostMapped)
	if err != nil {
		return nil, err
	}
	for _, a := range places {
		out = append(out, p.bySlug("/places", string(a.ID), a.Slug))
	}
	return out, nil
}

// addressed returns the record that the last part of an address names, by slug or id.
func addressed[T any, P record.Ptr[T]](ctx context.Context, s *record.Store[T, P], office record.ID, slug string) (P, error) {
	if id := record.ID(slug); id.Valid() {
		return s.Get(ctx, id)
	}
	return s.BySlug(ctx, office, slug)
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
