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
	}
	rooms, small := pageSections()
	return append(nav, rooms...), append(foot, small...)
}

// Routes lists every address of the portal. Words in paths are English in every language.
func (p *Portal) Routes() []web.Route {
	routes := []web.Route{
		open("/{$}", p.chooseLanguage),
		open("/robots.txt", p.robots),
		open("/sitemap.xml", p.sitemap),
	}
	for _, lang := range p.site.Words.Langs() {
		at := func(path string, v view) {
			routes = append(routes, open("/"+string(lang)+path, p.page(lang, v)))
		}
		at("/{$}", p.home)
		at("/relations", p.relationList)
		at("/relations/{slug}", p.relation)
	}
	return append(routes, p.pageRoutes(p.rooms)...)
}

// open is a route that everyone may read.
func open(pattern string, h web.Handler) web.Route {
	return web.Route{Method: http.MethodGet, Pattern: pattern, Needs: web.Nobody, Handle: h}
}
