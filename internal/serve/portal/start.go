package portal

import (
	"encoding/xml"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/serve/web"
)

// chooseLanguage leads from the bare address to the home page in the language that the browser asks for. It remembers
// nothing: who comes again is asked again.
func (p *Portal) chooseLanguage(w http.ResponseWriter, r *http.Request) error {
	lang := i18n.Match(r.Header.Get("Accept-Language"), p.site.Words.Langs())
	h := w.Header()
	h.Add("Vary", "Accept-Language")
	h.Set("Cache-Control", "public, max-age=0, must-revalidate")
	h.Set("Location", "/"+string(lang)+"/")
	w.WriteHeader(http.StatusFound)
	return nil
}

// robots invites search engines to all public pages.
func (p *Portal) robots(w http.ResponseWriter, r *http.Request) error {
	pg, err := p.site.Open(r, p.site.Words.Langs()[0])
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "public, max-age=3600")
	return web.Send(w, r, http.StatusOK, []byte("User-agent: *\nAllow: /\n\nSitemap: "+pg.Origin()+"/sitemap.xml\n"))
}

// A mapped page is an entry of the sitemap: its path without the language, by language.
type mapped map[i18n.Lang]string

// everywhere is a page with the same path in every language.
func (p *Portal) everywhere(path string) mapped {
	m := mapped{}
	for _, l := range p.site.Words.Langs() {
		m[l] = path
	}
	return m
}

// mostMapped bounds the sitemap: the format takes 50,000 addresses, and each page has one per language.
const mostMapped = 20_000

// sitemap lists every page in every language (sitemaps.org 0.9, with alternates).
func (p *Portal) sitemap(w http.ResponseWriter, r *http.Request) error {
	pg, err := p.site.Open(r, p.site.Words.Langs()[0])
	if err != nil {
		return err
	}
	if pg.Unchanged(w, r) {
		return nil
	}
	pages := []mapped{p.everywhere("/")}
	for _, s := range slices.Concat(p.site.Nav, p.site.Foot) {
		pages = append(pages, p.everywhere(s.Path))
	}
	if len(p.site.Data) > 0 {
		pages = append(pages, p.everywhere(web.OpenDataPage))
	}
	relations, err := relation.Addresses(r.Context(), p.db, pg.Office.ID, mostMapped)
	if err != nil {
		return err
	}
	for _, a := range relations {
		pages = append(pages, p.bySlug("/relations", string(a.ID), a.Slug))
	}
	others, err := p.pageAddresses(r.Context(), pg)
	if err != nil {
		return err
	}
	pages = append(pages, others...)
	w.Header().Set("Content-Type", "application/xml; charset=utf-8")
	pg.Tag(w)
	return web.Send(w, r, http.StatusOK, siteMap(pg.Origin(), p.site.Words.Langs(), pages))
}

// bySlug is the page of a record below a section.
func (p *Portal) bySlug(section, id string, slug i18n.Text) mapped {
	m := mapped{}
	for _, l := range p.site.Words.Langs() {
		if s, _ := slug.In(l); s != "" {
			m[l] = section + "/" + s
		} else {
			m[l] = section + "/" + id
		}
	}
	return m
}

func siteMap(origin string, langs []i18n.Lang, pages []mapped) []byte {
	var b strings.Builder
	b.WriteString(xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n")
	for _, page := range pages {
		var alternates strings.Builder
		for _, l := range langs {
			fmt.Fprintf(&alternates, `<xhtml:link rel="alternate" hreflang="%s" href="%s"/>`, l, xmlText(origin+"/"+string(l)+page[l]))
		}
		for _, l := range langs {
			fmt.Fprintf(&b, "<url><loc>%s</loc>%s</url>\n", xmlText(origin+"/"+string(l)+page[l]), alternates.String())
		}
	}
	b.WriteString("</urlset>\n")
	return []byte(b.String())
}

func xmlText(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}
