package portal

import (
	"context"
	"math"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"kontor.example/internal/base/fault"
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
	Progress  []gauge
	Results   []result
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
}

// A gauge is an indicator with its latest result.
type gauge struct {
	Label   web.Words
	Width   string // of the bar in per cent, at most 100; empty without a target
	Share   string // in words: "152.5%"
	Words   string // "9 of 12 wells"; empty without a result
	AsOf    string
	Note    web.Words
	Due     string
	Sources []source // of the result
	Target  []source // of the target, where it is another
}

// A result is one measured value, for the table of all of them.
type result struct {
	Label   web.Words
	Value   string
	On      string
	Note    web.Words
	Sources []source
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
	found, err := addressed(ctx, p.Projects, pg.Office.ID, slug)
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
	v.Progress, v.Results = measured(pg, r.Project)
	v.Partners = partnersByRole(pg, r)
	for _, f := range r.funds {
		v.Fund = append(v.Fund, entry{
			Title: pg.Say(f.Name), Href: pg.Href("/projects?programme=" + web.SlugIn(pg.Lang(), f.ID, f.Slug)),
			Meta: pg.Name(f.Funder), Text: pg.Say(f.Summary), Tags: period(pg, string(f.Starts), string(f.Ends)), Sources: stated(f.Website),
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
			Meta: joined(" · ", web.Capital(pg.T("organisation.form."+string(a.Form))), pg.Name(a.Seat)),
		})
	}
	v.Papers = paperEntries(pg, r.papers)
	v.Links = linkEntries(pg, slices.DeleteFunc(r.links, func(t link.Tie) bool { return t.Role == link.Supports && !t.Out }))
	v.keys(r)
	v.facts(r)
	return v
}

// keys composes what is to be seen at once: how far the project is, from when until when, for whom.
func (v *projectPage) keys(r projectParts) {
	pg := v.Page
	if r.Status != "" {
		v.Keys = append(v.Keys, plain(pg.T("project.status"), web.Capital(pg.T("project.status."+string(r.Status))), false))
	}
	if when := strings.Join(period(pg, string(r.Starts), string(r.Ends)), ""); when != "" {
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
	v.Facts = withValues(v.Facts, pg.T("record.themes"), themes)
	if r.Website != "" {
		v.Facts = append(v.Facts, labelled{Label: pg.T("record.website"), Values: []value{{Text: web.Words{Text: shortAddress(r.Website)}, Href: r.Website}}})
	}
}

// measured returns the latest result of each indicator against its target, and all results by indicator and day.
func measured(pg *web.Page, x *project.Project) (latest []gauge, all []result) {
	for _, i := range x.Indicators {
		at := gauge{Label: pg.Say(i.Label)}
		if i.Due != "" && i.Target != "" {
			at.Due = pg.T("project.due", "Date", pg.Date(string(i.Due)))
		}
		var last *project.Result
		results := slices.Clone(x.Results)
		slices.SortStableFunc(results, func(a, b project.Result) int { return strings.Compare(string(a.On), string(b.On)) })
		for n := range results {
			if r := &results[n]; r.Indicator == i.Code {
				last = r
				all = append(all, result{Label: at.Label, Value: amount(pg, r.Value, pg.Name(i.Unit)), On: pg.Date(string(r.On)), Note: pg.Say(r.Note), Sources: stated(r.Source)})
			}
		}
		at.measure(pg, i, last)
		latest = append(latest, at)
	}
	return latest, all
}

// measure writes the last result of an indicator, and how far that is of its target.
func (at *gauge) measure(pg *web.Page, i project.Indicator, last *project.Result) {
	unit := pg.Name(i.Unit)
	if last != nil {
		at.Words, at.Note, at.Sources = amount(pg, last.Value, unit), pg.Say(last.Note), stated(last.Source)
		if last.On != "" {
			at.AsOf = pg.T("project.as_of", "Date", pg.Date(string(last.On)))
		}
	}
	if i.Target == "" {
		return
	}
	at.Width, at.Share = "0", pg.Percent("0")
	if last != nil {
		width, percent := share(last.Value, i.Target)
		at.Width, at.Share = width, pg.Percent(percent)
		at.Words = pg.T("project.progress", "Value", pg.Decimal(string(last.Value)), "Target", amount(pg, i.Target, unit))
	} else {
		at.Words = pg.T("project.aimed_at", "Target", amount(pg, i.Target, unit))
	}
	if last == nil || i.Source != last.Source {
		at.Target = stated(i.Source)
	}
}

// amount writes a number with its unit on one line.
func amount(pg *web.Page, n record.Decimal, unit string) string {
	return strings.TrimSuffix(pg.Decimal(string(n))+"\u00a0"+unit, "\u00a0")
}

// share returns how many per cent a value is of a target: 0 to 100, as the width of a bar, and as a figure, where
// more than all is more than 100.
func share(of, target record.Decimal) (width, percent string) {
	a, errA := strconv.ParseFloat(string(of), 64)
	b, errB := strconv.ParseFloat(string(target), 64)
	if errA != nil || errB != nil || b <= 0 {
		return "0", "0"
	}
	all := math.Round(1000*a/b) / 10
	number := func(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
	return number(max(0, min(100, all))), number(all)
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

func sites(pg *web.Page, r projectParts) []site {
	var out []site
	for _, s := range r.Sites {
		x := site{Name: pg.Say(s.Name), Note: pg.Say(s.Note), Point: point(pg, s.Lat, s.Lon)}
		if card, ok := r.cards[s.Place]; ok {
			x.Place, x.Href = pg.Say(card.Title), pg.RecordHref("/places", card.ID, card.Slug)
		}
		out = append(out, x)
	}
	return out
}

// point writes a latitude and a longitude in degrees; nothing if they are not known.
func point(pg *web.Page, lat, lon record.Decimal) string {
	if _, ok := place.PointOf(lat, lon); !ok {
		return ""
	}
	side := func(d record.Decimal, plus, minus string) string {
		if s, negative := strings.CutPrefix(string(d), "-"); negative {
			return pg.Decimal(s) + "°\u00a0" + pg.T("place."+minus)
		}
		return pg.Decimal(string(d)) + "°\u00a0" + pg.T("place."+plus)
	}
	return side(lat, "north", "south") + ", " + side(lon, "east", "west")
}
