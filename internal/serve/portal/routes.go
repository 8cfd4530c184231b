package portal

import (
	"net/http"

	"kontor.example/internal/serve/web"
)

// sections are what the frame of every page leads to: the main navigation, and the small pages in the footer. Each has a
// route below.
func sections() (nav, foot []web.Section) {
	nav = []web.Section{
		{Path: "/relations", Key: "nav.relations"},
		{Path: "/networks", Key: "nav.networks"},
		{Path: "/projects", Key: "nav.projects"},
		{Path: "/places", Key: "nav.places"},
	}
	for _, s := range smallPages() {
		foot = append(foot, web.Section{Path: s.path, Key: s.nav})
	}
	return nav, foot
}

// Routes lists every address of the portal. Words in paths are English in every language.
func (p *Portal) Routes() []web.Route {
	routes := []web.Route{
		open("/{$}", p.chooseLanguage),
		open("/robots.txt", p.robots),
		open("/sitemap.xml", p.sitemap),
	}
	for _, section := range mappedSections() {
		routes = append(routes, open("/sitemap"+section, p.sitemapPart(section)))
	}
	rooms := &roomPages{Portal: p, Rooms: p.rooms}
	for _, lang := range p.site.Words.Langs() {
		at := func(path string, v view) {
			routes = append(routes, open("/"+string(lang)+path, p.page(lang, v)))
		}
		at("/{$}", p.home)
		at("/relations", p.relationList)
		at("/relations/{slug}", p.relation)
		at("/networks", rooms.networkList)
		at("/networks/{slug}", rooms.network)
		at("/projects", rooms.projectList)
		at("/projects/{slug}", rooms.project)
		at("/places", rooms.placeList)
		at("/places/{slug}", rooms.place)
		if len(p.site.Data) > 0 {
			at(web.OpenDataPage, rooms.openData)
		}
		for _, s := range smallPages() {
			at(s.path, rooms.small(s))
		}
	}
	return routes
}

// open is a route that everyone may read.
func open(pattern string, h web.Handler) web.Route {
	return web.Route{Method: http.MethodGet, Pattern: pattern, Needs: web.Nobody, Handle: h}
}
