package app

import (
	"context"
	"net/http"

	"kontor.example/assets"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/link"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/engine/search"
	"kontor.example/internal/serve/api"
	"kontor.example/internal/serve/opendata"
	"kontor.example/internal/serve/portal"
	"kontor.example/internal/serve/web"
)

// doors builds the doors of the house: the API for programs, the portal for people, with it the files that pages load,
// and the open data, which has the portal's words and addresses.
func (a *App) doors(ctx context.Context) ([]web.Door, error) {
	files, err := web.NewAssets(assets.FS)
	if err != nil {
		return nil, err
	}
	database, err := record.InstanceID(ctx, a.DB)
	if err != nil {
		return nil, err
	}
	programs, err := api.New(api.Options{
		Kernel: a.Stores.Kernel, Collections: a.Stores.Collections(), Words: a.words, Build: buildID(), Database: database,
		Offices: web.NewOffices(a.Stores.Kernel, a.Stores.Offices), Ready: a.DB.Ping,
		Find: a.Search.Find, Where: portal.Where,
		Told: func(ctx context.Context, office record.ID, pageless []record.Abstract) (map[record.ID]record.Card, error) {
			return link.Tellers(ctx, a.Stores.Kernel, office, pageless, portal.HasPages)
		},
		Apart: func(ctx context.Context, l i18n.Lang, hits []search.Hit) (map[record.Ref]string, error) {
			return portal.Apart(ctx, a.DB, a.words.Localizer(l), hits)
		},
	})
	if err != nil {
		return nil, err
	}
	var open *opendata.OpenData // which is built on the portal's words and addresses
	people := portal.New(portal.Config{
		Data: opendata.Sets(), Sizes: func(ctx context.Context, pg *web.Page) (map[string]int64, error) { return open.Sizes(ctx, pg) },
		Kernel: a.Stores.Kernel, Offices: a.Stores.Offices, Relations: a.Stores.Relations, Words: a.words, Assets: files,
		Rooms: portal.Rooms{
			Networks: a.Stores.Networks, Memberships: a.Stores.Memberships, Projects: a.Stores.Projects, Places: a.Stores.Places,
		},
		Now: a.now, Build: buildID(), Database: database, Origin: a.Config.BaseURL, API: api.Root + "openapi.json",
		Find: a.Search.Find, Suggest: api.Root + "suggest",
	})
	routes := append(people.Routes(), web.Route{Method: http.MethodGet, Pattern: web.AssetPath, Needs: web.Nobody, Handle: files.Serve})
	open = opendata.New(opendata.Options{
		Kernel: a.Stores.Kernel, Site: people.Site(), Offices: a.Stores.Offices, Relations: a.Stores.Relations,
		Networks: a.Stores.Networks, Projects: a.Stores.Projects, Places: a.Stores.Places,
	})
	return []web.Door{programs.Door(), open.Door(), {Prefix: "/", Routes: routes, Fail: people.Fail}}, nil
}
