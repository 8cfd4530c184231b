// Package portal is the public face of an office: pages in every language of the interface, for everyone, without an
// account and without script. A page is two files side by side, such as relation.go, which reads and composes, and
// relation.templ, which shows.
package portal

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"time"

	"github.com/a-h/templ"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/office"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// Config is what the portal is built from.
type Config struct {
	Kernel    *record.Kernel
	Offices   *office.Store
	Relations *relation.Store
	Rooms     Rooms
	Words     *i18n.Catalog
	Assets    *web.Assets
	Find      Finder // what the search knows; nil leaves the portal without one
	Now       func() time.Time
	Build     string        // the version of the program: part of every ETag
	Database  string        // the id of the database: likewise
	Origin    string        // how people reach the portal, "https://city.example"; empty: as each request says
	API       string        // address of the description of the API; empty if there is none
	Data      []web.DataSet // the data sets that people may take along; empty if there are none
	Suggest   string        // address of the API that completes words; empty if there is none

	// Sizes tells how many bytes the files of the data sets have, by name; nil if nobody knows.
	Sizes func(ctx context.Context, pg *web.Page) (map[string]int64, error)
}

// A Portal answers the public pages.
type Portal struct {
	site         *web.Site
	db           *db.DB
	kernel       *record.Kernel
	relations    *relation.Store
	rows         relationExcerpt // what the list of relations shows of each
	rooms        Rooms
	finder       Finder
	markdown     *web.Markdown
	homes        remembered[place.Spot]
	counterparts remembered[*counterparts] // of the relations in lists
	offered      remembered[*offered]
	worded       remembered[*worded]        // what is offered, by language
	peers        remembered[[]relation.Tie] // by form and own side
	drawn        remembered[*mapFigure]     // the map of the home page, by language
	mentioned    remembered[[]place.Mention]
	totals       remembered[int]              // of filtered lists of relations
	parts        remembered[[]part]           // of the sitemap
	sizes        remembered[map[string]int64] // of the files, by language
	ways         ways                         // on the maps of lists
	measure      func(context.Context, *web.Page) (map[string]int64, error)

	mostMapped int // addresses in one part of the sitemap
}

// New returns the portal.
func New(c Config) *Portal {
	p := &Portal{db: c.Kernel.DB, kernel: c.Kernel, relations: c.Relations, rooms: c.Rooms, finder: c.Find, measure: c.Sizes, markdown: web.NewMarkdown(), mostMapped: mostMapped}
	p.rows = excerptOf(c.Relations)
	p.site = &web.Site{
		Offices: web.NewOffices(c.Kernel, c.Offices), Words: c.Words, Assets: c.Assets, Now: c.Now, Zones: c.Kernel.Zones, Mark: Mark(),
		Build: c.Build, Database: c.Database, Origin: c.Origin, API: c.API, Data: c.Data,
	}
	p.site.Nav, p.site.Foot = sections()
	if p.finder != nil {
		p.site.Search = &web.Seek{
			Path: searchPath, Suggest: c.Suggest, Kinds: pagedKinds(), Longest: record.MaxText,
			Also: "search.field.alias", Fields: suggestFields(c.Kernel, pagedKinds()),
		}
	}
	return p
}

// Site is what the portal's pages share, for other doors that speak of them.
func (p *Portal) Site() *web.Site { return p.site }

// Fail answers with a page that says what went wrong; it is the portal's web.Fail.
func (p *Portal) Fail(w http.ResponseWriter, r *http.Request, err error) { p.site.Fail(w, r, err) }

// A view reads what a page shows and returns it as a component. The page pg it completes with title and address.
type view func(r *http.Request, pg *web.Page) (templ.Component, error)

// page answers with a view in a language: from the reader's own copy where nothing has changed, or from ours, else anew.
func (p *Portal) page(lang i18n.Lang, v view) web.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		pg, err := p.site.Open(r, lang)
		if err != nil {
			return err
		}
		if pg.Unchanged(w, r) || pg.Kept(w, r) {
			return nil
		}
		body, err := v(r, pg)
		var to moved
		if errors.As(err, &to) {
			to.redirect(w, r)
			return nil
		}
		if err != nil {
			return err
		}
		return web.Render(w, r, pg, body)
	}
}

// moved says that a page is found at another path for good: its slug has changed, or is that of another language.
type moved string

func (m moved) Error() string { return "moved to " + string(m) }

func (m moved) redirect(w http.ResponseWriter, r *http.Request) {
	to := url.URL{Path: string(m), RawQuery: r.URL.RawQuery}
	w.Header().Set("Location", to.String())
	w.Header().Set("Cache-Control", "public, max-age=0, must-revalidate") // a name may come back: kept, both would lead in a circle
	w.WriteHeader(http.StatusMovedPermanently)
}
