package portal

import (
	"context"
	"slices"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// offered is what the filters of one office's list offer.
type offered struct {
	all        int
	facets     map[string][]relation.Facet // by filter
	topics     []relation.Topic
	units      map[record.ID]record.Card
	themeNames map[record.ID]i18n.Text
	themeSlugs map[string]i18n.Text // by id
	unitSlugs  map[string]i18n.Text
}

// offer counts what the filters of the page's office can offer: a walk over all its relations.
func (p *Portal) offer(ctx context.Context, pg *web.Page) (*offered, error) {
	o := &offered{
		facets: map[string][]relation.Facet{}, themeNames: map[record.ID]i18n.Text{},
		themeSlugs: map[string]i18n.Text{}, unitSlugs: map[string]i18n.Text{},
	}
	facets, err := relation.Facets(ctx, p.db, pg.Office.ID)
	if err != nil {
		return nil, err
	}
	var units []record.ID
	for _, f := range facets {
		o.facets[f.Filter] = append(o.facets[f.Filter], f)
		switch f.Filter {
		case "form":
			o.all += f.Count
		case "unit":
			units = append(units, record.ID(f.Value))
		}
	}
	if o.units, err = p.kernel.Cards(ctx, units); err != nil {
		return nil, err
	}
	for id, card := range o.units {
		o.unitSlugs[string(id)] = card.Slug
	}
	if o.topics, err = relation.Topics(ctx, p.db, pg.Office.ID); err != nil {
		return nil, err
	}
	for _, t := range o.topics {
		o.themeNames[t.ID], o.themeSlugs[string(t.ID)] = t.Name, t.Slug
	}
	return o, nil
}

// worded is what the filters offer in one language, each in the order of its words.
type worded struct {
	forms, themes, countries, continents, statuses, units, rgreKinds, ownSides []option
}

// in puts what is offered into the language of a page.
func (o *offered) in(pg *web.Page) *worded {
	return &worded{
		forms:  marked(o.coded(pg, "form", "relation.form.", relationForms())),
		themes: o.themes(pg), countries: o.countries(pg), continents: o.continents(pg),
		statuses: o.coded(pg, "status", "relation.status.", nil), units: o.unitOptions(pg),
		rgreKinds: o.coded(pg, "rgre_kind", "relation.rgre_kind.", nil), ownSides: o.coded(pg, "own_side", "relation.own_side.", nil),
	}
}

// fill puts the choices into the page, with what is chosen.
func (o *worded) fill(v *relationsPage) {
	pg, l := v.Page, v.List
	v.Forms = l.choose("form", pg.T("relation.form"), l.promised("form", o.forms))
	v.Main = []choice{
		l.choose("theme", pg.T("record.theme"), o.themes),
		l.choose("country", pg.T("record.country"), o.countries),
	}
	more := []choice{
		l.choose("continent", pg.T("record.continent"), o.continents),
		l.choose("status", pg.T("relation.status"), o.statuses),
		l.choose("unit", pg.T("record.unit"), o.units),
		l.choose("rgre_kind", pg.T("relation.rgre_kind"), o.rgreKinds),
		l.choose("own_side", pg.T("relation.own_side"), o.ownSides),
	}
	v.Main = slices.DeleteFunc(v.Main, func(c choice) bool { return !c.worth() })
	v.More = slices.DeleteFunc(more, func(c choice) bool { return !c.worth() })
	v.offered = slices.Concat([]choice{v.Forms}, v.Main, v.More)
	v.Chips = l.chips(v.offered)
}

// relationForms is the order in which forms are shown.
func relationForms() []string {
	var out []string
	for _, f := range []relation.Form{
		relation.Twinning, relation.Cooperation, relation.MusicCity, relation.Friendship, relation.Solidarity,
		relation.Climate, relation.ProjectPartnership, relation.Ring, relation.Contact,
	} {
		out = append(out, string(f))
	}
	return out
}

// marked puts the marks beside the forms, so that the filter is the key to the list. A ring is a district's as a rule, and
// has the mark of those.
func marked(forms []option) []option {
	for i, o := range forms {
		f, own := relation.Form(o.Value), relation.OwnCity
		if f == relation.Ring { // which districts keep
			own = relation.OwnDistrict
		}
		forms[i].Mark = mark(f, own)
	}
	return forms
}

// coded lists the codes in use of an enum, in the given order or else by their words.
func (o *offered) coded(pg *web.Page, filter, words string, order []string) []option {
	var out []option
	for _, f := range o.facets[filter] {
		out = append(out, option{Value: f.Value, Label: web.Capital(pg.T(words + f.Value)), Count: f.Count})
	}
	slices.SortFunc(out, func(a, b option) int {
		if order != nil {
			return slices.Index(order, a.Value) - slices.Index(order, b.Value)
		}
		return pg.Compare(a.Label, b.Label)
	})
	return out
}

func (o *offered) countries(pg *web.Page) []option {
	var out []option
	for _, f := range o.facets["country"] {
		out = append(out, option{Value: f.Value, Label: pg.Country(f.Value)})
	}
	slices.SortFunc(out, func(a, b option) int { return pg.Compare(a.Label, b.Label) })
	return out
}

func (o *offered) continents(pg *web.Page) []option {
	var out []option
	for _, f := range o.facets["country"] {
		code, name := pg.Continent(f.Value)
		if code != "" && !slices.ContainsFunc(out, func(c option) bool { return c.Value == code }) {
			out = append(out, option{Value: code, Label: name})
		}
	}
	slices.SortFunc(out, func(a, b option) int { return pg.Compare(a.Label, b.Label) })
	return out
}

func (o *offered) unitOptions(pg *web.Page) []option {
	var out []option
	for id, card := range o.units {
		name := pg.Say(card.Title)
		out = append(out, option{Value: web.SlugIn(pg.Lang(), id, card.Slug), Label: name.Text, Lang: name.Lang})
	}
	slices.SortFunc(out, func(a, b option) int { return pg.Compare(a.Label, b.Label) })
	return out
}

// themes lists the themes in use as a tree, each level by name; what is below a theme is set in.
func (o *offered) themes(pg *web.Page) []option {
	below := map[record.ID][]relation.Topic{}
	known := map[record.ID]bool{}
	for _, t := range o.topics {
		known[t.ID] = true
	}
	for _, t := range o.topics {
		parent := t.Parent
		if !known[parent] {
			parent = ""
		}
		below[parent] = append(below[parent], t)
	}
	var out []option
	var walk func(parent record.ID, indent string)
	walk = func(parent record.ID, indent string) {
		level := below[parent]
		slices.SortFunc(level, func(a, b relation.Topic) int { return pg.Compare(pg.Name(a.Name), pg.Name(b.Name)) })
		for _, t := range level {
			name := pg.Say(t.Name)
			out = append(out, option{Value: web.SlugIn(pg.Lang(), t.ID, t.Slug), Label: indent + name.Text, Lang: name.Lang})
			walk(t.ID, indent+treeIndent)
		}
	}
	walk("", "")
	return out
}
