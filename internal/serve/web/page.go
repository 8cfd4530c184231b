package web

import (
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/office"
	"kontor.example/internal/engine/record"
)

// A Site is what all pages of an instance share. It is made once, when the program starts; but for the pages that it keeps
// it does not change.
type Site struct {
	Offices  *Offices
	Words    *i18n.Catalog
	Assets   *Assets
	Now      func() time.Time
	Zones    *date.Zones
	Mark     string    // the sign in the header, an svg element
	Build    string    // the version of the program
	Database string    // the id of the database
	Origin   string    // how people reach the pages, "https://city.example"; empty: as the request says
	Nav      []Section // the main navigation
	Foot     []Section // the small pages of the footer
	Search   *Seek     // what the search field of every page needs; nil if there is none
	API      string    // address of the description of the API; empty if there is none
	Data     []DataSet // what people may take along; empty if there is nothing

	shelf shelf
}

// A Section is a page that the frame leads to. Only sections that have a route belong on the list.
type Section struct {
	Path string // without the language: "/relations"
	Key  string // of its name: "nav.relations"
}

// A Page is one answer in HTML: what the frame shows, and the words in which the page speaks.
type Page struct {
	*i18n.Localizer
	Site    *Site
	Office  *office.Office
	Version record.Version
	Now     time.Time // in the office's time zone

	Title       string // without the name of the site; empty on the home page
	Description string
	Path        string               // the page's address without the language: "/relations"
	Paths       map[i18n.Lang]string // where it differs by language
	Query       string               // the parameters that the page understood, encoded
	Queries     map[i18n.Lang]string // where they differ by language
	Crumbs      []Crumb              // the way here, without home and the page itself
	Unlisted    bool                 // search engines shall not list the page
	Fleeting    bool                 // no version tells what the page shows, so nobody keeps it
	Clock       bool                 // the page shows the time of day
	Script      bool                 // the page uses htmx
	Scripts     []string             // what else it uses, by their names among the assets
	Linked      any                  // what the page says to machines, as JSON-LD; nil for nothing

	origin string
	local  string   // address as asked for, for the ETag
	noted  []string // addresses outside that links of the page lead to, by their numbers
}

// A Crumb is one step on the way to a page.
type Crumb struct {
	Title string
	Lang  i18n.Lang // of the title, where it differs from the page's
	Href  string
}

// Open begins the answer to a request in a language: it finds the office and the version of what it shows.
func (s *Site) Open(r *http.Request, lang i18n.Lang) (*Page, error) {
	found, version, err := s.Offices.At(r.Context(), r.Host)
	p := s.page(r, lang, found)
	p.Version = version
	return p, err
}

func (s *Site) page(r *http.Request, lang i18n.Lang, found *office.Office) *Page {
	zone, err := s.Zones.Load(found.Zone)
	if err != nil {
		zone = time.UTC
	}
	return &Page{
		Localizer: s.Words.Localizer(lang), Site: s, Office: found, Now: s.Now().In(zone),
		Path: s.bare(r.URL.Path), origin: s.origin(r, found), local: r.URL.RequestURI(),
	}
}

// bare takes the language off a path.
func (s *Site) bare(path string) string {
	first, rest, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	if s.Words.Has(i18n.Lang(first)) {
		return "/" + rest
	}
	return path
}

// origin returns the scheme and host by which people reach the pages of an office: an office with a host of its own is
// reached there, in the way that the instance is.
func (s *Site) origin(r *http.Request, found *office.Office) string {
	switch {
	case s.Origin == "" && r.TLS != nil:
		return "https://" + r.Host
	case s.Origin == "":
		return "http://" + r.Host
	case found.Host == "":
		return s.Origin
	}
	scheme, host, _ := strings.Cut(s.Origin, "://")
	if _, port, err := net.SplitHostPort(host); err == nil {
		return scheme + "://" + net.JoinHostPort(found.Host, port)
	}
	return scheme + "://" + found.Host
}

// Origin returns the scheme and host of absolute addresses: "https://city.example".
func (p *Page) Origin() string { return p.origin }

// Href returns the address of a page in the page's own language: Href("/relations").
func (p *Page) Href(path string) string { return "/" + string(p.Lang()) + path }

// Has reports whether a section is mounted, so that links may lead there.
func (s *Site) Has(path string) bool {
	for _, n := range s.Nav {
		if n.Path == path {
			return true
		}
	}
	return false
}

// RecordHref returns the address of the page of a record, by the path of its section and its slugs; a record without a
// slug has its id there. It is empty if the section is not mounted.
func (p *Page) RecordHref(section string, id record.ID, slug i18n.Text) string {
	if !p.Site.Has(section) {
		return ""
	}
	return p.Href(section + "/" + SlugIn(p.Lang(), id, slug))
}

// SlugIn returns what stands for a record in an address of this language.
func SlugIn(l i18n.Lang, id record.ID, slug i18n.Text) string {
	if s, _ := slug.In(l); s != "" {
		return s
	}
	return string(id)
}

// In returns the address of this page in another language.
func (p *Page) In(l i18n.Lang) string {
	path := p.Path
	if own, ok := p.Paths[l]; ok {
		path = own
	}
	query := p.Query
	if own, ok := p.Queries[l]; ok {
		query = own
	}
	u := url.URL{Path: "/" + string(l) + path, RawQuery: query}
	return u.String()
}

// Here returns the address of this page, without its origin.
func (p *Page) Here() string { return p.In(p.Lang()) }

// Words are a text in one language, perhaps not the page's.
type Words struct {
	Text string
	Lang i18n.Lang // empty if it is the page's
}

// Foreign reports whether the words are not in the page's language.
func (w Words) Foreign() bool { return w.Lang != "" }

// Say returns t in the page's language or, if there is none, in another one that says so.
func (p *Page) Say(t i18n.Text) Words {
	s, l := t.In(p.Lang())
	if l == p.Lang() {
		l = ""
	}
	return Words{s, l}
}

// Name returns t as a name, in whatever language there is.
func (p *Page) Name(t i18n.Text) string { return p.Say(t).Text }

// Or returns t, or the words for key where there is none.
func (p *Page) Or(t i18n.Text, key string) string {
	if s := p.Name(t); s != "" {
		return s
	}
	return p.T(key)
}

// SiteName is what the portal is called.
func (p *Page) SiteName() string { return p.Name(p.Office.Name) }

// FullTitle is the title of the window.
func (p *Page) FullTitle() string {
	if p.Title == "" {
		return p.SiteName()
	}
	return p.T("site.page_title", "Page", p.Title, "Site", p.SiteName())
}

// Today writes the day on which the page was asked for.
func (p *Page) Today() string { return p.Date(p.Now.Format(time.DateOnly)) }

// stop is the last step on the way here: the page, by its short name where the navigation has one.
func (p *Page) stop() string {
	for _, s := range p.Site.Nav {
		if s.Path == p.Path {
			return p.T(s.Key)
		}
	}
	return p.Title
}

// current reports whether the page lies in a section of the navigation: "page" for the section's own page, "true" for
// one below, "" for any other.
func (p *Page) current(section string) string {
	switch {
	case p.Path == section:
		return "page"
	case strings.HasPrefix(p.Path, section+"/"):
		return "true"
	}
	return ""
}

// lines splits an address into its lines.
func lines(s string) []string { return strings.Split(strings.TrimSpace(s), "\n") }

// Capital returns s with its first letter in upper case, for words of a list that open a line.
func Capital(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}

// lastParts puts a soft hyphen before the last part of a long German word, which begins small only within one.
var lastParts = strings.NewReplacer(
	"erklärung", "\u00aderklärung", "freundschaft", "\u00adfreundschaft", "kooperation", "\u00adkooperation",
	"mitglied", "\u00admitglied", "netzwerk", "\u00adnetzwerk", "partnerschaft", "\u00adpartnerschaft",
	"präsidentschaft", "\u00adpräsidentschaft", "vereinbarung", "\u00advereinbarung", "zusammenarbeit", "\u00adzusammenarbeit",
)

// Parted returns s with soft hyphens in its long German words, for narrow columns: not every browser knows where they part.
func Parted(s string) string { return lastParts.Replace(s) }

// Parted returns the words with soft hyphens in the long ones.
func (w Words) Parted() Words { return Words{Parted(w.Text), w.Lang} }
