package portal

import (
	"bufio"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"sort"
	"strings"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// mostMapped is how many addresses one part of the sitemap has at most; the format takes 50,000.
const mostMapped = 10_000

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

// bySlug is the page of a record below a section.
func (p *Portal) bySlug(section, id string, slug i18n.Text) mapped {
	m := mapped{}
	for _, l := range p.site.Words.Langs() {
		m[l] = section + "/" + web.SlugIn(l, record.ID(id), slug)
	}
	return m
}

// A part of the sitemap is some pages of a section: those of the records behind an id.
type part struct {
	section string
	after   record.ID
	records int
}

// mappedSections are what the sitemap leads to, each with a part of its own or several. The first has the pages that are
// there without any record.
func mappedSections() []string {
	return []string{"/pages", "/relations", "/networks", "/projects", "/places"}
}

// sitemap lists every page in every language (sitemaps.org 0.9, with alternates): all at once where they are few, else
// the parts.
func (p *Portal) sitemap(w http.ResponseWriter, r *http.Request) error {
	pg, err := p.site.Open(r, p.site.Words.Langs()[0])
	if err != nil {
		return err
	}
	if pg.Unchanged(w, r) {
		return nil
	}
	parts, err := p.parts.of(pg, "", func() ([]part, error) { return p.mapParts(r.Context(), pg) })
	if err != nil {
		return err
	}
	all := 0
	for _, x := range parts {
		all += x.records
	}
	if all > p.partSize() {
		return p.sendXML(w, r, pg, func(out io.Writer) { writeIndex(out, pg.Origin(), parts) })
	}
	var pages []mapped
	for _, x := range parts {
		some, _, err := p.mappedPages(r.Context(), pg, x.section, x.after)
		if err != nil {
			return err
		}
		pages = append(pages, some...)
	}
	return p.sendXML(w, r, pg, func(out io.Writer) { writeMap(out, pg.Origin(), p.site.Words.Langs(), pages) })
}

// sitemapPart lists the pages of a section, from the record behind the parameter "after" on.
func (p *Portal) sitemapPart(section string) web.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		pg, err := p.site.Open(r, p.site.Words.Langs()[0])
		if err != nil {
			return err
		}
		if pg.Unchanged(w, r) {
			return nil
		}
		after := record.ID(r.URL.Query().Get("after"))
		if after != "" && !after.Valid() {
			return fmt.Errorf("part of the sitemap: %w", fault.NotFound)
		}
		pages, _, err := p.mappedPages(r.Context(), pg, section, after)
		if err != nil {
			return err
		}
		return p.sendXML(w, r, pg, func(out io.Writer) { writeMap(out, pg.Origin(), p.site.Words.Langs(), pages) })
	}
}

// partSize is how many records, each with a page in every language, one part has at most.
func (p *Portal) partSize() int { return p.mostMapped / len(p.site.Words.Langs()) }

// mapParts cuts the sitemap of an office into parts.
func (p *Portal) mapParts(ctx context.Context, pg *web.Page) ([]part, error) {
	var out []part
	for _, section := range mappedSections() {
		for after := record.ID(""); ; {
			pages, last, err := p.mappedPages(ctx, pg, section, after)
			if err != nil {
				return nil, err
			}
			if len(pages) == 0 {
				break
			}
			out = append(out, part{section, after, len(pages)})
			if after = last; after == "" {
				break
			}
		}
	}
	return out, nil
}

// mappedPages returns the pages of one part, and the id of its last record.
func (p *Portal) mappedPages(ctx context.Context, pg *web.Page, section string, after record.ID) (pages []mapped, last record.ID, err error) {
	var cards []record.Card
	switch office := pg.Office.ID; section {
	case "/pages":
		pages = append(pages, p.everywhere("/"))
		for _, s := range slices.Concat(p.site.Nav, p.site.Foot) {
			pages = append(pages, p.everywhere(s.Path))
		}
		if len(p.site.Data) > 0 {
			pages = append(pages, p.everywhere(web.OpenDataPage))
		}
		return pages, "", nil
	case "/relations":
		cards, err = p.kernel.Shown(ctx, "relation", office, after, p.partSize())
	case "/projects":
		cards, err = p.kernel.Shown(ctx, "project", office, after, p.partSize())
	case "/networks":
		cards, err = p.kernel.Shown(ctx, "network", record.SharedOffice, after, p.partSize())
	case "/places":
		cards, err = p.placesAfter(ctx, pg, after)
	}
	for _, c := range cards {
		pages, last = append(pages, p.bySlug(section, string(c.ID), c.Slug)), c.ID
	}
	return pages, last, err
}

// placesAfter returns the places of an office behind an id, in the order of their ids.
func (p *Portal) placesAfter(ctx context.Context, pg *web.Page, after record.ID) ([]record.Card, error) {
	all, err := p.mentions(ctx, pg)
	if err != nil {
		return nil, err
	}
	ids := make([]record.ID, 0, len(all))
	for _, m := range all {
		ids = append(ids, m.ID)
	}
	slices.Sort(ids)
	ids = ids[sort.Search(len(ids), func(i int) bool { return ids[i] > after }):]
	ids = ids[:min(len(ids), p.partSize())]
	cards, err := p.kernel.Cards(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := make([]record.Card, 0, len(ids))
	for _, id := range ids {
		if c, ok := cards[id]; ok {
			out = append(out, c)
		}
	}
	return out, nil
}

// mentions returns the places of an office in the order of the page's language, as long as nothing changes.
func (p *Portal) mentions(ctx context.Context, pg *web.Page) ([]place.Mention, error) {
	return p.mentioned.of(pg, string(pg.Lang()), func() ([]place.Mention, error) {
		return place.Mentioned(ctx, p.db, pg.Office.ID, pg.Lang())
	})
}

func (p *Portal) sendXML(w http.ResponseWriter, r *http.Request, pg *web.Page, write func(io.Writer)) error {
	w.Header().Set("Content-Type", "application/xml; charset=utf-8")
	pg.Tag(w)
	out := web.NewStream(w, r, p.site.Now, true)
	write(out)
	return out.Close()
}

const mapSpace = `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"`

// writeIndex writes the list of the parts.
func writeIndex(w io.Writer, origin string, parts []part) {
	out := bufio.NewWriter(w)
	defer out.Flush()
	fmt.Fprintf(out, "%s<sitemapindex %s>\n", xml.Header, mapSpace)
	for _, p := range parts {
		at := origin + "/sitemap" + p.section
		if p.after != "" {
			at += "?" + url.Values{"after": {string(p.after)}}.Encode()
		}
		fmt.Fprintf(out, "<sitemap><loc>%s</loc></sitemap>\n", xmlText(at))
	}
	fmt.Fprint(out, "</sitemapindex>\n")
}

// writeMap writes the pages in all languages.
func writeMap(w io.Writer, origin string, langs []i18n.Lang, pages []mapped) {
	out := bufio.NewWriter(w)
	defer out.Flush()
	fmt.Fprintf(out, "%s<urlset %s xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n", xml.Header, mapSpace)
	for _, page := range pages {
		var alternates string
		for _, l := range langs {
			alternates += fmt.Sprintf(`<xhtml:link rel="alternate" hreflang="%s" href="%s"/>`, l, xmlText(origin+"/"+string(l)+page[l]))
		}
		for _, l := range langs {
			fmt.Fprintf(out, "<url><loc>%s</loc>%s</url>\n", xmlText(origin+"/"+string(l)+page[l]), alternates)
		}
	}
	fmt.Fprint(out, "</urlset>\n")
}

func xmlText(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}
