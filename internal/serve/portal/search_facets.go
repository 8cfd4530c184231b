package portal

import (
	"cmp"
	"context"
	"slices"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/engine/search"
	"kontor.example/internal/serve/web"
)

// A facet is a property by which what was found can be narrowed.
type facet struct {
	Name, Label string
	Picks       []pick
	More        []pick // beyond the first few
}

// A pick is one value of a facet, with the address that takes it up or puts it back.
type pick struct {
	Label, Href string
	Count       int // of hits; 0 where others leave none
	Chosen      bool
}

// searchFacets are the facets of the page, in its order.
func searchFacets() []string { return []string{"kind", "country", "theme", "status"} }

// fewPicks is how many values of a facet are shown at once.
const fewPicks = 12

// noTheme stands for a theme that there is not: nothing has it.
const noTheme = "00000000-0000-7000-8000-ffffffffffff"

// facetChoices returns the values that a facet can have; nil for any.
func (p *Portal) facetChoices(name string) []string {
	switch name {
	case "kind":
		return searchKinds()
	case "status":
		return slices.Concat(p.statuses("relation"), p.statuses("project"))
	}
	return nil
}

// statuses lists how something of a kind can stand.
func (p *Portal) statuses(kind string) []string {
	k := p.relations.Kind()
	if kind == "project" {
		k = p.rooms.Projects.Kind()
	}
	f, _ := k.Field("status")
	return f.Choices
}

// narrowing returns the values of the facets as the index has them. Themes stand in the address by their slugs, in any
// language: they are looked for among those of what was found.
func (p *Portal) narrowing(ctx context.Context, v *searchPage) (map[string][]string, error) {
	asked := map[string][]string{}
	for _, name := range searchFacets() {
		if vals := v.Ask.filters[name]; len(vals) > 0 {
			asked[name] = slices.Clone(vals)
		}
	}
	if len(asked["theme"]) == 0 {
		return asked, nil
	}
	counts, err := p.without(ctx, v, asked, "theme")
	if err != nil {
		return nil, err
	}
	cards, err := p.counted(ctx, counts)
	if err != nil {
		return nil, err
	}
	slugs := map[string]i18n.Text{}
	for id, card := range cards {
		slugs[string(id)] = card.Slug
	}
	v.Ask.canonical("theme", slugs, v.Lang())
	for i, slug := range v.Ask.filters["theme"] {
		asked["theme"][i] = noTheme
		for id, card := range cards {
			if web.SlugIn(v.Lang(), id, card.Slug) == slug {
				asked["theme"][i] = string(id)
			}
		}
	}
	return asked, nil
}

// without counts the values of a facet among what there is without it.
func (p *Portal) without(ctx context.Context, v *searchPage, asked map[string][]string, name string) ([]search.Count, error) {
	q := p.searchQuery(v, asked, name)
	q.Count = []string{name}
	answer, err := p.finder(ctx, q)
	return answer.Counts[name], err
}

// counted returns the themes that were counted.
func (p *Portal) counted(ctx context.Context, counts []search.Count) (map[record.ID]record.Card, error) {
	ids := make([]record.ID, len(counts))
	for i, c := range counts {
		ids[i] = record.ID(c.Value)
	}
	return p.kernel.Cards(ctx, ids)
}

// fillFacets offers the values of each facet, counted as if nothing of it was chosen: several of one facet mean or.
func (p *Portal) fillFacets(ctx context.Context, v *searchPage, asked map[string][]string, counts map[string][]search.Count) error {
	for _, name := range searchFacets() {
		found := counts[name]
		if len(asked[name]) > 0 {
			var err error
			if found, err = p.without(ctx, v, asked, name); err != nil {
				return err
			}
		}
		options, err := p.facetOptions(ctx, v.Page, name, withChosen(found, asked[name]))
		if err != nil {
			return err
		}
		if c := v.Ask.choose(name, v.T("search.facet."+name), options); c.chosen() || v.narrows(c) {
			v.Facets = append(v.Facets, v.facetOf(c))
		}
	}
	return nil
}

// narrows reports whether some value of a choice leaves fewer hits than there are.
func (v *searchPage) narrows(c choice) bool {
	return slices.ContainsFunc(c.Options, func(o option) bool { return o.Count < v.Total })
}

// facetOptions names the values that were counted, the most frequent first.
func (p *Portal) facetOptions(ctx context.Context, pg *web.Page, name string, counts []search.Count) ([]option, error) {
	var themes map[record.ID]record.Card
	if name == "theme" {
		var err error
		if themes, err = p.counted(ctx, counts); err != nil {
			return nil, err
		}
	}
	var out []option
	for _, c := range counts {
		o := option{Value: c.Value, Label: c.Value, Count: c.Hits}
		switch name {
		case "kind":
			o.Label = pg.T("kind." + c.Value + ".other")
		case "country":
			o.Label = pg.Country(c.Value)
		case "status":
			o.Label = p.statusWord(pg, c.Value)
		case "theme":
			card, ok := themes[record.ID(c.Value)]
			if !ok { // no such theme: its name stands in the address alone
				continue
			}
			o.Value, o.Label = web.SlugIn(pg.Lang(), card.ID, card.Slug), pg.Name(card.Title)
		}
		o.Label = web.Capital(o.Label)
		out = append(out, o)
	}
	slices.SortFunc(out, func(a, b option) int {
		if name == "kind" {
			return slices.Index(searchKinds(), a.Value) - slices.Index(searchKinds(), b.Value)
		}
		return cmp.Or(b.Count-a.Count, pg.Compare(a.Label, b.Label))
	})
	return out, nil
}

func (p *Portal) statusWord(pg *web.Page, status string) string {
	if slices.Contains(p.statuses("relation"), status) {
		return pg.T("relation.status." + status)
	}
	return pg.T("project.status." + status)
}

// withChosen adds what is chosen and was not counted, so that it can be put back.
func withChosen(counts []search.Count, chosen []string) []search.Count {
	for _, value := range chosen {
		if !slices.ContainsFunc(counts, func(c search.Count) bool { return c.Value == value }) {
			counts = append(counts, search.Count{Value: value})
		}
	}
	return counts
}

// facetOf makes links of the options of a choice.
func (v *searchPage) facetOf(c choice) facet {
	f := facet{Name: c.Name, Label: c.Label}
	for _, o := range c.Options {
		x := pick{Label: o.Label, Count: o.Count, Chosen: o.Chosen, Href: v.Ask.with(c.Name, o.Value)}
		if o.Chosen {
			x.Href = v.Ask.without(c.Name, o.Value)
		}
		if len(f.Picks) < fewPicks {
			f.Picks = append(f.Picks, x)
		} else {
			f.More = append(f.More, x)
		}
	}
	return f
}

// open reports whether one of the values that are not shown at once is chosen.
func (f facet) open() bool { return slices.ContainsFunc(f.More, func(x pick) bool { return x.Chosen }) }

// further are the facets beside the kind.
func (v searchPage) further() []facet {
	return slices.DeleteFunc(slices.Clone(v.Facets), func(f facet) bool { return f.Name == "kind" })
}

func anyPicked(facets []facet) bool {
	return slices.ContainsFunc(facets, func(f facet) bool {
		return f.open() || slices.ContainsFunc(f.Picks, func(x pick) bool { return x.Chosen })
	})
}

// narrowed reports whether a facet is chosen.
func (s searching) narrowed() bool { return len(s.filters) > 1 }
