package portal

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// A projectsPage is the list of an office's projects.
type projectsPage struct {
	*web.Page
	List  listing
	Forms choice
	Main  []choice
	Chips []chip
	Cards []projectCard
	Count int
	All   int
	Next  string
}

// A projectCard is one project as the list shows it.
type projectCard struct {
	Form    string
	Title   web.Words
	Href    string
	Summary web.Words
	Status  string // empty: not known
	Period  string
	Fund    web.Words
	Cities  []entry
	Themes  string
}

// A projectOffer is what the filters of an office's list of projects offer.
type projectOffer struct {
	all    int
	facets map[string][]project.Facet // by filter
	topics []project.Topic
	cards  map[record.ID]record.Card // of places and programmes
	slugs  map[string]map[string]i18n.Text
}

// projectFilters are the filters of the list, with the names that they have in the API.
func projectFilters() []string {
	return []string{"form", "place", "theme", "programme", "status", "relation", "unit"}
}

// projectList shows the projects of an office, narrowed by filters; the youngest come first.
func (p *roomPages) projectList(r *http.Request, pg *web.Page) (templ.Component, error) {
	ctx := r.Context()
	pg.Script = true
	pg.Title, pg.Description = pg.T("page.projects"), pg.T("projects.lead")
	v := projectsPage{Page: pg, List: asked(pg, p.Projects.Kind(), projectFilters(), r.URL.Query())}
	offer, err := p.projects.of(pg, "", func() (*projectOffer, error) { return p.offerProjects(ctx, pg) })
	if err != nil {
		return nil, err
	}
	v.List.settle(pg, offer.slugs)
	found, err := listed(v.List, func(l listing) (record.Page[*project.Project], error) {
		q := l.query(pg)
		if q.Sort == "" && q.Text == "" {
			q.Sort = "-starts"
		}
		return p.Projects.List(ctx, q)
	})
	if err != nil {
		return nil, err
	}
	v.Count, v.All = found.Total, offer.all
	if found.Next != "" {
		v.Next = v.List.from(found.Next)
	}
	offer.fill(&v)
	v.Cards, err = p.projectCards(ctx, pg, found.Items)
	pg.Linked = linkedList(pg, v.Count, v.Cards, func(c projectCard) (web.Words, string) { return c.Title, c.Href })
	return projectsView(v), err
}

func (p *roomPages) offerProjects(ctx context.Context, pg *web.Page) (*projectOffer, error) {
	o := &projectOffer{facets: map[string][]project.Facet{}, slugs: map[string]map[string]i18n.Text{
		"place": {}, "programme": {}, "theme": {},
	}}
	facets, err := project.Facets(ctx, p.db, pg.Office.ID)
	if err != nil {
		return nil, err
	}
	var ids []record.ID
	for _, f := range facets {
		o.facets[f.Filter] = append(o.facets[f.Filter], f)
		switch f.Filter {
		case "form":
			o.all += f.Count
		case "place", "programme":
			ids = append(ids, record.ID(f.Value))
		}
	}
	if o.cards, err = p.kernel.Cards(ctx, distinct(ids)); err != nil {
		return nil, err
	}
	for id, card := range o.cards {
		o.slugs[card.Kind][string(id)] = card.Slug
	}
	o.topics, err = project.Topics(ctx, p.db, pg.Office.ID)
	for _, t := range o.topics {
		o.slugs["theme"][string(t.ID)] = t.Slug
	}
	return o, err
}

// fill puts the choices into the page, in its language and with what is chosen.
func (o *projectOffer) fill(v *projectsPage) {
	pg, l := v.Page, v.List
	v.Forms = l.choose("form", pg.T("project.form"), l.promised("form", o.coded(pg, "form")))
	v.Main = slices.DeleteFunc([]choice{
		l.choose("place", pg.T("project.city"), o.recorded(pg, "place")),
		l.choose("theme", pg.T("record.theme"), o.themes(pg)),
		l.choose("programme", pg.T("project.programme"), o.recorded(pg, "programme")),
		l.choose("status", pg.T("project.status"), o.coded(pg, "status")),
	}, func(c choice) bool { return len(c.Options) == 0 }) // one value is a choice too: not all projects have it
	v.Chips = l.chips(append([]choice{v.Forms}, v.Main...))
}

// coded lists the codes in use of an enum, by their words.
func (o *projectOffer) coded(pg *web.Page, filter string) []option {
	var out []option
	for _, f := range o.facets[filter] {
		out = append(out, option{Value: f.Value, Label: web.Capital(pg.T("project." + filter + "." + f.Value)), Count: f.Count})
	}
	return byLabel(pg, out)
}

// recorded lists the records in use of a filter, by name.
func (o *projectOffer) recorded(pg *web.Page, filter string) []option {
	var out []option
	for _, f := range o.facets[filter] {
		if card, ok := o.cards[record.ID(f.Value)]; ok {
			name := pg.Say(card.Title)
			out = append(out, option{Value: web.SlugIn(pg.Lang(), card.ID, card.Slug), Label: name.Text, Lang: name.Lang, Count: f.Count})
		}
	}
	return byLabel(pg, out)
}

func byLabel(pg *web.Page, options []option) []option {
	slices.SortFunc(options, func(a, b option) int { return pg.Compare(a.Label, b.Label) })
	return options
}

// themes lists the themes in use as a tree, as the list of relations does.
func (o *projectOffer) themes(pg *web.Page) []option {
	var same offered
	for _, t := range o.topics {
		same.topics = append(same.topics, relation.Topic(t))
	}
	return same.themes(pg)
}

// projectCards reads for all projects of a list at once what their cards show beside them.
func (p *roomPages) projectCards(ctx context.Context, pg *web.Page, found []*project.Project) ([]projectCard, error) {
	var ids []record.ID
	for _, x := range found {
		ids = append(ids, x.Programme)
		for _, t := range x.Themes {
			ids = append(ids, t.Theme)
		}
		for _, q := range x.Partners {
			if q.Party.Kind == "place" {
				ids = append(ids, q.Party.ID)
			}
		}
	}
	cards, err := p.kernel.Cards(ctx, distinct(ids))
	if err != nil {
		return nil, err
	}
	out := make([]projectCard, len(found))
	for i, x := range found {
		out[i] = projectCardOf(pg, x, cards)
	}
	return out, nil
}

// projectPeriod writes from when until when a project was. That it still runs, where no end is known, its status must say.
func projectPeriod(pg *web.Page, status project.Status, starts, ends date.Partial) string {
	if ends == "" && starts != "" && status != project.Running && status != project.Finalising {
		return pg.T("time.begun", "Date", pg.Date(string(starts)))
	}
	return strings.Join(period(pg, string(starts), string(ends)), "")
}

func projectCardOf(pg *web.Page, x *project.Project, cards map[record.ID]record.Card) projectCard {
	c := projectCard{
		Form: web.Capital(pg.T("project.form." + string(x.Form))), Title: pg.Say(x.Title), Summary: pg.Say(x.Summary),
		Href: pg.RecordHref("/projects", x.ID, x.Slug), Period: projectPeriod(pg, x.Status, x.Starts, x.Ends),
	}
	if x.Status != "" {
		c.Status = web.Capital(pg.T("project.status." + string(x.Status)))
	}
	if card, ok := cards[x.Programme]; ok {
		c.Fund = pg.Say(card.Title)
	}
	for _, q := range x.Partners {
		if card, ok := cards[q.Party.ID]; ok {
			c.Cities = append(c.Cities, entry{Title: pg.Say(card.Title), Href: pg.RecordHref("/places", card.ID, card.Slug)})
		}
	}
	var themes []string
	for _, t := range x.Themes {
		if card, ok := cards[t.Theme]; ok {
			themes = append(themes, pg.Name(card.Title))
		}
	}
	c.Themes = strings.Join(themes, ", ")
	return c
}
