package portal

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/link"
	"kontor.example/internal/domain/paper"
	"kontor.example/internal/domain/party"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// projectParts is all that is read for the page of a project.
type projectParts struct {
	*project.Project
	home   place.Spot
	funds  []project.Fund
	actors []party.Actor
	papers []paper.Reference
	links  []link.Tie
	facts  []fact.Stated
	cards  map[record.ID]record.Card
	seats  map[record.ID]place.Spot // of the partners and sites
}

// A projectPage is one project: who, with whose money, until when, and what came of it.
type projectPage struct {
	*web.Page
	Name      web.Words
	Kicker    string
	Summary   web.Words
	Keys      []labelled
	About     templ.Component
	AboutLang web.Words
	Progress  progressed
	Contests  []claimed
	Moments   []moment
	Partners  []labelled // by role
	Fund      []entry
	Budget    []money
	Sites     []site
	Map       *mapFigure // of partners and sites; nil if no place is known
	Relations []entry
	Actors    []entry
	Papers    []entry
	Links     []entry
	Remarks   []value
	Facts     []labelled
	JSON      string
	Local     contents
}

// A money is one line of the budget.
type money struct {
	Source web.Words
	Amount string
	Share  string
	Period string
	Own    bool
	Note   web.Words
}

// A site is where something of the project stands.
type site struct {
	Name  web.Words
	Place web.Words
	Href  string
	Point string
	Note  web.Words
}

// project shows one project.
func (p *roomPages) project(r *http.Request, pg *web.Page) (templ.Component, error) {
	ctx, slug := r.Context(), r.PathValue("slug")
	found, err := addressed(ctx, p.Projects, pg, slug)
	if err != nil {
		return nil, err
	}
	if found.Office != pg.Office.ID {
		return nil, fault.NotFound
	}
	if err := p.settled(pg, "/projects", slug, &found.Base); err != nil {
		return nil, err
	}
	parts, err := p.projectParts(ctx, pg, found)
	if err != nil {
		return nil, err
	}
	v := p.composeProject(pg, parts)
	pg.Linked = linkedProject(pg, parts)
	return projectView(v), nil
}

func (p *roomPages) projectParts(ctx context.Context, pg *web.Page, x *project.Project) (projectParts, error) {
	r, office := projectParts{Project: x}, pg.Office.ID
	ctx = p.db.Brief(ctx) // all of it is found by the keys of one record
	err := readAll(
		func() (err error) { r.home, err = p.homeSpot(ctx, pg); return err },
		func() (err error) { r.funds, err = project.FundOf(ctx, p.db, x.ID); return err },
		func() (err error) { r.actors, err = party.Actors(ctx, p.db, office, x.ID); return err },
		func() (err error) { r.papers, err = paper.Behind(ctx, p.db, office, x.ID); return err },
		func() (err error) { r.links, err = link.Around(ctx, p.db, office, x.ID); return err },
		func() (err error) { r.facts, err = fact.On(ctx, p.db, office, x.ID); return err },
		func() (err error) { r.cards, err = p.kernel.Cards(ctx, namedByProject(x)); return err },
		func() (err error) { r.seats, err = place.Seats(ctx, p.db, partnerIDs(x)); return err },
	)
	return r, err
}

// namedByProject lists the records that a project names.
func namedByProject(x *project.Project) []record.ID {
	var ids []record.ID
	for _, r := range x.Relations {
		ids = append(ids, r.Relation)
	}
	for _, q := range x.Partners {
		ids = append(ids, q.Party.ID)
	}
	for _, u := range x.Units {
		ids = append(ids, u.Unit)
	}
	for _, t := range x.Themes {
		ids = append(ids, t.Theme)
	}
	for _, s := range x.Sites {
		ids = append(ids, s.Place)
	}
	return distinct(ids)
}

func (p *roomPages) composeProject(pg *web.Page, r projectParts) projectPage {
	v := projectPage{Page: pg, Name: pg.Say(r.Title), Summary: pg.Say(r.Summary), JSON: "/api/v1/projects/" + string(r.ID)}
	v.Kicker = web.Capital(pg.T("project.form." + string(r.Form)))
	if r.Acronym != v.Name.Text {
		v.Kicker = joined(" · ", v.Kicker, r.Acronym)
	}
	pg.Title, pg.Description = v.Name.Text, v.Summary.Text
	pg.Crumbs = []web.Crumb{{Title: pg.T("page.projects"), Href: pg.Href("/projects")}}
	if about := pg.Say(r.About); about.Text != "" {
		v.About, v.AboutLang = p.markdown.HTML(about.Text), about
	}
	v.Progress = measured(pg, r.Project)
	v.Partners = partnersByRole(pg, r)
	for _, f := range r.funds {
		v.Fund = append(v.Fund, entry{
			Title: pg.Say(f.Name), Href: pg.Href("/projects?programme=" + web.SlugIn(pg.Lang(), f.ID, f.Slug)),
			Meta: pg.Name(f.Funder), Text: pg.Say(f.Summary), When: strings.Join(period(pg, string(f.Starts), string(f.Ends)), ""), Sources: stated(f.Website),
		})
	}
	v.Budget = budget(pg, r.Budget)
	v.Sites = sites(pg, r)
	v.Map = projectMap(pg, r)
	for _, x := range r.Relations {
		if card, ok := r.cards[x.Relation]; ok {
			v.Relations = append(v.Relations, entry{Title: pg.Say(card.Title), Href: pg.RecordHref("/relations", card.ID, card.Slug)})
		}
	}
	for _, a := range r.actors {
		v.Actors = append(v.Actors, entry{
			Title: pg.Say(a.Name), Href: a.Website, Text: pg.Say(a.Summary), Sources: stated(a.Source),
			Meta: web.Capital(pg.T("organisation.form." + string(a.Form))), Seat: pg.Say(a.Seat),
		})
	}
	v.Papers = paperEntries(pg, r.papers)
	v.Links = linkEntries(pg, slices.DeleteFunc(r.links, func(t link.Tie) bool { return t.Role == link.Supports && !t.Out }))
	v.keys(r)
	v.facts(r)
	if figures(v.Budget) < 2 { // a table would hold little but unknowns
		v.Facts, v.Budget = withValues(v.Facts, pg.T("project.budget"), fundsInWords(pg, v.Budget, r.facts)), nil
	}
	v.parts()
	return v
}

// keys composes what is to be seen at once: how far the project is, from when until when, for whom.
func (v *projectPage) keys(r projectParts) {
	pg := v.Page
	if r.Status != "" {
		v.Keys = append(v.Keys, plain(pg.T("project.status"), web.Capital(pg.T("project.status."+string(r.Status))), false))
	}
	if when := projectPeriod(pg, r.Status, r.Starts, r.Ends); when != "" {
		v.Keys = append(v.Keys, plain(pg.T("project.period"), web.Capital(when), false))
	}
	for _, f := range r.funds {
		v.Keys = append(v.Keys, labelled{Label: pg.T("project.programme"), Values: []value{{Text: pg.Say(f.Name)}}})
	}
}

// facts composes the milestones, the remarks and the column of facts.
func (v *projectPage) facts(r projectParts) {
	pg := v.Page
	var rest []fact.Stated
	v.Moments, v.Remarks, rest = told(pg, r.facts)
	v.Contests, rest = contested(pg, rest, homeName(pg, r.home), "")
	v.Facts = grouped(pg, rest)
	if r.Status == "" {
		v.Facts = append(v.Facts, plain(pg.T("project.status"), pg.T("answer.unknown"), false))
	}
	if r.Starts == "" && r.Ends == "" {
		v.Facts = append(v.Facts, plain(pg.T("project.period"), pg.T("answer.unknown"), false))
	}
	v.Facts = withValues(v.Facts, pg.T("project.call"), words(r.Call))
	var units, themes []value
	for _, u := range r.Units {
		if card, ok := r.cards[u.Unit]; ok {
			units = append(units, value{Text: pg.Say(card.Title)})
		}
	}
	for _, t := range r.Themes {
		if card, ok := r.cards[t.Theme]; ok {
			themes = append(themes, value{Text: pg.Say(card.Title), Href: pg.Href("/projects?theme=" + web.SlugIn(pg.Lang(), card.ID, card.Slug))})
		}
	}
	v.Facts = withValues(v.Facts, pg.T("record.unit"), units)
	v.Facts = withNames(v.Facts, pg.T("record.themes"), themes)
	if r.Website != "" {
		v.Facts = append(v.Facts, labelled{Label: pg.T("record.website"), Values: []value{{Text: web.Words{Text: shortAddress(r.Website)}, Href: r.Website}}})
	}
}

// partnersByRole lists the partners by what they do, those that lead first.
func partnersByRole(pg *web.Page, r projectParts) []labelled {
	var out []labelled
	for _, role := range []project.PartnerRole{project.LeadPartner, project.FullPartner, project.FundedBy, project.Associated} {
		var names []value
		for _, q := range r.Partners {
			card, ok := r.cards[q.Party.ID]
			if !ok || q.Role != role {
				continue
			}
			name := value{Text: pg.Say(card.Title), Href: pg.RecordHref("/"+card.Kind+"s", card.ID, card.Slug)}
			if note := pg.Say(q.Note); note.Text != name.Text.Text {
				name.Note = note
			}
			names = append(names, name)
		}
		out = withValues(out, pg.T("project.partner_role."+string(role)), names)
	}
	return out
}

func budget(pg *web.Page, lines []project.Money) []money {
	var out []money
	for _, m := range lines {
		line := money{Source: pg.Say(m.Source), Own: m.Own, Note: pg.Say(m.Note), Period: web.Capital(strings.Join(period(pg, string(m.Starts), string(m.Ends)), ""))}
		if m.Amount != "" {
			line.Amount = pg.Money(string(m.Amount), m.Currency)
		}
		if m.Share != "" {
			line.Share = pg.Percent(string(m.Share))
		}
		out = append(out, line)
	}
	return out
}

// figures counts what a budget says beside its sources.
func figures(budget []money) (n int) {
	for _, m := range budget {
		for _, s := range []string{m.Amount, m.Share, m.Period} {
			if s != "" {
				n++
			}
		}
	}
	return n
}

// fundsInWords writes a budget as facts, each source with what it gives; but for shares that a source states anyway.
func fundsInWords(pg *web.Page, budget []money, facts []fact.Stated) []value {
	var out []value
	for _, m := range budget {
		said := func(x fact.Stated) bool {
			return x.Property == "funding-rate" && pg.Percent(string(x.Number)) == m.Share
		}
		if m.Amount == "" && m.Period == "" && slices.ContainsFunc(facts, said) {
			continue
		}
		x := value{Text: m.Source, Note: m.Note}
		if m.Source.Text == "" {
			x.Text = web.Words{Text: pg.T("project.source_unknown")}
		}
		if m.Own {
			x.Tags = append(x.Tags, pg.T("project.own_share"))
		}
		if m.Share != "" {
			x.Tags = append(x.Tags, pg.T("project.of_costs", "Share", m.Share))
		}
		if s := joined(" · ", m.Amount, m.Period); s != "" {
			x.Tags = append(x.Tags, s)
		}
		out = append(out, x)
	}
	return out
}

// parts lists the parts that the page has.
func (v *projectPage) parts() {
	v.Local.add(v.About != nil, "story", v.T("story.project"))
	v.Local.add(v.Progress.any(), "progress", v.T("project.targets"))
	v.Local.add(len(v.Moments) > 0, "milestones", v.T("record.milestones"))
	v.Local.add(true, "facts", v.T("record.facts"))
	v.Local.add(len(v.Partners) > 0, "partners", v.T("project.partners"))
	v.Local.add(len(v.Fund) > 0, "programme", v.T("project.programme"))
	v.Local.add(len(v.Budget) > 0, "budget", v.T("project.budget"))
	v.Local.add(len(v.Sites) > 0, "sites", v.T("project.sites"))
	v.Local.add(v.Map != nil, "map", v.T("map.title"))
	v.Local.add(len(v.Relations) > 0, "relations", v.T("project.relations"))
	v.Local.add(len(v.Actors) > 0, "actors", v.T("relation.actors"))
	v.Local.add(len(v.Papers) > 0, "papers", v.T("relation.papers"))
	v.Local.add(len(v.Links) > 0, "links", v.T("record.related"))
	v.Local.add(len(v.Contests) > 0, "claims", v.T("fact.competing"))
	v.Local.add(len(v.Remarks) > 0, "remarks", v.T("relation.remarks"))
}

func sites(pg *web.Page, r projectParts) []site {
	var out []site
	for _, s := range r.Sites {
		x := site{Name: pg.Say(s.Name), Note: pg.Say(s.Note), Point: point(pg.Localizer, s.Lat, s.Lon)}
		if card, ok := r.cards[s.Place]; ok {
			x.Place, x.Href = pg.Say(card.Title), pg.RecordHref("/places", card.ID, card.Slug)
		}
		out = append(out, x)
	}
	return out
}

// point writes a latitude and a longitude in degrees; nothing if they are not known.
func point(say *i18n.Localizer, lat, lon record.Decimal) string {
	if _, ok := place.PointOf(lat, lon); !ok {
		return ""
	}
	side := func(d record.Decimal, plus, minus string) string {
		if s, negative := strings.CutPrefix(string(d), "-"); negative {
			return say.Decimal(s) + "°\u00a0" + say.T("place."+minus)
		}
		return say.Decimal(string(d)) + "°\u00a0" + say.T("place."+plus)
	}
	return side(lat, "north", "south") + ", " + side(lon, "east", "west")
}
