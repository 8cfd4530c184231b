package portal

import (
	"net/http"

	"kontor.example/internal/base/i18n"
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
