package opendata

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// mostChanges is how many records the feed tells of.
const mostChanges = 50

// A change is a record of which the feed tells.
type change struct {
	*record.Base
	kind    string // of the record: "relation"
	section string // of its page
	title   i18n.Text
	summary i18n.Text
	sort    string // what sort of thing it is, in words
}

// changes answers with the feed of what changed last.
func (d *OpenData) changes(w http.ResponseWriter, r *http.Request) error {
	web.Share(w)
	in, inv := r.URL.Query(), fault.Invalid{}
	langs := d.Site.Words.Langs()
	lang := i18n.Lang(web.Single(in, inv, "lang", words(langs)...))
	if lang == "" {
		lang = langs[0]
	}
	for name := range in {
		inv.Add(name, "unknown_parameter")
	}
	if err := inv.Err(); err != nil {
		return err
	}
	s, err := d.open(r, lang)
	if err != nil {
		return err
	}
	if s.unchanged(w, r) {
		return nil
	}
	q := &inquiry{Page: s.Page, lang: lang, office: s.Office}
	found, err := d.latest(r.Context(), q)
	if err != nil {
		return err
	}
	body, err := feedOf(q, langs, found).bytes()
	if err != nil {
		return err
	}
	s.tag(w)
	w.Header().Set("Content-Type", "application/atom+xml; charset=utf-8")
	w.Header().Set("Content-Language", string(lang))
	return web.Send(w, r, http.StatusOK, body)
}

// latest returns what of the portal's records changed last, the latest first.
func (d *OpenData) latest(ctx context.Context, q *inquiry) ([]change, error) {
	ask := func(kind *record.Kind) record.Query {
		out := q.query(kind, "", mostChanges)
		out.Sort = "-changed_at"
		return out
	}
	relations, err := d.Relations.List(ctx, ask(d.Relations.Kind()))
	if err != nil {
		return nil, err
	}
	networks, err := d.Networks.List(ctx, ask(d.Networks.Kind()))
	if err != nil {
		return nil, err
	}
	projects, err := d.Projects.List(ctx, ask(d.Projects.Kind()))
	if err != nil {
		return nil, err
	}
	places, err := d.Places.List(ctx, ask(d.Places.Kind()))
	if err != nil {
		return nil, err
	}
	if err := d.mentioned(ctx, q); err != nil {
		return nil, err
	}
	var out []change
	for _, x := range relations.Items {
		out = append(out, change{&x.Base, "relation", "/relations", x.Title, x.Summary, q.T("relation.form." + string(x.Form))})
	}
	for _, x := range networks.Items {
		out = append(out, change{&x.Base, "network", "/networks", x.Name, x.Summary, q.T("network.form." + string(x.Form))})
	}
	for _, x := range projects.Items {
		out = append(out, change{&x.Base, "project", "/projects", x.Title, x.Summary, q.T("project.form." + string(x.Form))})
	}
	for _, x := range places.Items {
		if _, ok := q.mentions[x.ID]; ok {
			out = append(out, change{&x.Base, "place", "/places", x.Name, "", q.T("place.level." + string(x.Level))})
		}
	}
	slices.SortStableFunc(out, func(a, b change) int { return strings.Compare(string(b.ChangedAt), string(a.ChangedAt)) })
	return out[:min(len(out), mostChanges)], nil
}

// feedOf composes the feed in the language of the inquiry.
func feedOf(q *inquiry, langs []i18n.Lang, found []change) *feed {
	here := func(l i18n.Lang) string { return q.Origin() + web.DataPath + "changes.atom?lang=" + string(l) }
	f := &feed{
		Lang: string(q.lang), Title: q.T("data.changes.title", "Site", q.SiteName()), Subtitle: q.T("data.changes.text"),
		ID: tagged(q, q.office.CreatedAt, "changes"), Updated: q.Now.UTC().Format(time.RFC3339), Author: author{q.SiteName(), q.Origin() + q.Href("/")},
		Links: []atomLink{
			{Rel: "self", Type: atomType, Href: here(q.lang)},
			{Rel: "alternate", Type: "text/html", Lang: string(q.lang), Href: q.Origin() + q.Href("/")},
		},
	}
	for _, l := range langs {
		if l != q.lang {
			f.Links = append(f.Links, atomLink{Rel: "alternate", Type: atomType, Lang: string(l), Href: here(l)})
		}
	}
	if len(found) > 0 {
		f.Updated = rfc3339(found[0].ChangedAt)
	}
	for _, c := range found {
		title, summary := q.Say(c.title), q.Say(c.summary)
		if summary.Text == "" {
			summary = web.Words{Text: web.Capital(c.sort)}
		}
		f.Entries = append(f.Entries, atomEntry{
			ID: tagged(q, c.CreatedAt, c.kind+"/"+string(c.ID)), Title: atomText{string(title.Lang), title.Text},
			Updated: rfc3339(c.ChangedAt), Published: rfc3339(c.CreatedAt),
			Summary: atomText{string(summary.Lang), summary.Text}, Category: category{c.kind, web.Capital(c.sort)},
			Links: []atomLink{{Rel: "alternate", Type: "text/html", Lang: string(q.lang), Href: q.pageOf(c.section, c.Base)}},
		})
	}
	return f
}

// tagged returns the name of a thing that stays when its address changes (RFC 4151): under the host by which people reach
// the portal, as of the day on which the thing was made. Each language has entries of its own.
func tagged(q *inquiry, made record.Time, name string) string {
	_, host, _ := strings.Cut(q.Origin(), "://")
	host, _, _ = strings.Cut(host, ":")
	day, _, _ := strings.Cut(string(made), "T")
	if day == "" {
		day = "2026" // an office that is not set up yet
	}
	return "tag:" + host + "," + day + ":" + string(q.lang) + "/" + name
}

func rfc3339(t record.Time) string { return t.Time().Format(time.RFC3339) }
