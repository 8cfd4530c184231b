package portal

import (
	"net/http"
	"strings"

	"kontor.example/internal/base/i18n"
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
		at := func(path string, v view) { routes = append(routes, p.both(lang, path, v)...) }
		routes = append(routes, open("/"+string(lang)+"/{$}", p.page(lang, p.home)))
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
		if p.finder != nil {
			at(searchPath, p.search)
		}
		for _, s := range smallPages() {
			at(s.path, rooms.small(s))
		}
	}
	return routes
}

// both is a page at its address, and with a slash too many behind it, from where it leads there.
func (p *Portal) both(lang i18n.Lang, path string, v view) []web.Route {
	pattern := "/" + string(lang) + path
	return []web.Route{open(pattern, p.page(lang, v)), open(pattern+"/{$}", withoutSlash)}
}

func withoutSlash(w http.ResponseWriter, r *http.Request) error {
	moved(strings.TrimRight(r.URL.Path, "/")).redirect(w, r)
	return nil
}

// open is a route that everyone may read.
func open(pattern string, h web.Handler) web.Route {
	return web.Route{Method: http.MethodGet, Pattern: pattern, Needs: web.Nobody, Handle: h}
}
