package portal

import (
	"context"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"kontor.example/internal/base/geo"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// A relationsPage is the list of an office's relations.
type relationsPage struct {
	*web.Page
	Home    string // the name of the office's own place
	List    listing
	Forms   choice
	Main    []choice // shown at once
	More    []choice // behind "more filters"
	Chips   []chip
	offered []choice // all of them, to name what is chosen
	Columns []column
	Rows    []relationRow
	Map     *mapFigure // of these rows; nil if no place is known
	Count   int        // that fit the filters; -1: too many to count
	All     int        // without filters
	Next    string
	Ways    []chip // out of a selection that nothing fits: each drops one filter
}

// A column of the table; one by which the list can be sorted has an address.
type column struct {
	Key   string
	Href  string
	Order string // "ascending", "descending" or "none"; empty if the list cannot be sorted by it
	End   bool   // aligned to the end
}

// A relationRow is one relation as a list shows it.
type relationRow struct {
	Title    web.Words
	Href     string
	Where    string // countries and themes
	Form     string
	Mark     string // which of the marks stands for the form
	Since    string
	Note     web.Words
	Status   string // only where it is not active
	Distance string
	partners []relation.Counterpart
}

// A relationExcerpt reads relations as far as rows show them.
type relationExcerpt = record.Excerpt[relation.Relation, *relation.Relation]

func excerptOf(all *relation.Store) relationExcerpt {
	return all.Only("title", "slug", "form", "own_side", "since", "since_note", "status", "sides", "themes")
}

// relationFilters are the filters of the list, with the names that they have in the API.
func relationFilters() []string {
	return []string{"form", "theme", "country", "continent", "status", "unit", "rgre_kind", "own_side", "place", "organisation"}
}

// relationList shows the relations of an office, narrowed by filters.
func (p *Portal) relationList(r *http.Request, pg *web.Page) (templ.Component, error) {
	pg.Path, pg.Script = "/relations", true
	tieMap(pg) // a filter may bring a map where there was none
	pg.Title, pg.Description = pg.T("page.relations"), pg.T("relations.lead")
	l := asked(pg, p.relations.Kind(), relationFilters(), r.URL.Query())
	ctx := r.Context()
	offered, err := p.offered.of(pg, "", func() (*offered, error) { return p.offer(ctx, pg) })
	if err != nil {
		return nil, err
	}
	l.settle(pg, map[string]map[string]i18n.Text{"theme": offered.themeSlugs, "unit": offered.unitSlugs})
	found, err := p.relationsFound(ctx, pg, l)
	if err != nil {
		return nil, err
	}
	v := relationsPage{Page: pg, List: l, Count: found.Total, All: offered.all, Columns: columns(l)}
	if found.Next != "" {
		v.Next = l.from(found.Next)
	}
	worded, err := p.worded.of(pg, string(pg.Lang()), func() (*worded, error) { return offered.in(pg), nil })
	if err != nil {
		return nil, err
	}
	worded.fill(&v)
	if len(found.Items) == 0 {
		if v.Ways, err = p.waysOut(ctx, v); err != nil {
			return nil, err
		}
	}
	home, err := p.homeSpot(ctx, pg)
	if err != nil {
		return nil, err
	}
	v.Home = homeName(pg, home)
	if v.Rows, err = p.relationRows(ctx, pg, home, found.Items, offered.themeNames); err != nil {
		return nil, err
	}
	v.Map = v.listMap(home, &p.ways)
	pg.Linked = linkedList(pg, v.Count, v.Rows, func(r relationRow) (web.Words, string) { return r.Title, r.Href })
	return relationsView(v), nil
}

// relationsFound runs the query. How many there are in all is remembered until something changes: counting what a filter
// leaves may look at every relation.
func (p *Portal) relationsFound(ctx context.Context, pg *web.Page, l listing) (record.Page[*relation.Relation], error) {
	found, err := listed(l, func(l listing) (record.Page[*relation.Relation], error) {
		q := l.query(pg)
		q.Total = q.Text != "" // which the search counts in passing
		return p.rows.List(ctx, q)
	})
	switch {
	case err != nil || l.words() != "":
		return found, err
	case l.cursor == "" && found.Next == "":
		found.Total = len(found.Items)
		return found, nil
	}
	all := l
	all.cursor, all.sort = "", ""
	found.Total, err = p.totals.of(pg, all.encoded(), func() (int, error) { return p.relations.Count(ctx, all.query(pg)) })
	return found, err
}

// waysOut tells which filter to drop where nothing fits all of them: those without which there is something, and how much.
func (p *Portal) waysOut(ctx context.Context, v relationsPage) ([]chip, error) {
	var out []chip
	for _, name := range append(relationFilters(), "q") {
		if len(v.List.filters[name]) == 0 {
			continue
		}
		less := v.List
		less.filters, less.cursor = maps.Clone(less.filters), ""
		delete(less.filters, name)
		n, err := p.relations.Count(ctx, less.query(v.Page))
		if err != nil {
			return nil, err
		}
		if n > 0 {
			dropped := v.List
			dropped.filters = map[string][]string{name: v.List.filters[name]}
			var labels []string
			for _, c := range dropped.chips(v.offered) {
				labels = append(labels, c.Label)
			}
			out = append(out, chip{v.T("relations.without", "Filter", strings.Join(labels, ", "), "Count", n), less.href()})
		}
	}
	return out, nil
}

// homeSpot returns where the office is at home.
func (p *Portal) homeSpot(ctx context.Context, pg *web.Page) (place.Spot, error) {
	return p.homes.of(pg, "", func() (place.Spot, error) { return place.SpotOf(ctx, p.db, pg.Office.Home) })
}

// homeName is what the office's own place is called, or else the office itself.
func homeName(pg *web.Page, home place.Spot) string {
	if name := pg.Name(home.Name); name != "" {
		return name
	}
	return pg.Or(pg.Office.City, "site.product")
}

func columns(l listing) []column {
	sorted, usual := l.sort, "title"
	if l.words() != "" {
		usual = "" // the order of what was found is no column's
	}
	if sorted == "" {
		sorted = usual
	}
	by := func(field, key string) column {
		c := column{Key: key, Href: l.ordered(field), Order: "none"}
		switch sorted {
		case field:
			c.Order, c.Href = "ascending", l.ordered("-"+field)
		case "-" + field:
			c.Order = "descending"
		}
		if field == usual && c.Order != "ascending" {
			c.Href = l.ordered("")
		}
		return c
	}
	return []column{
		by("title", "relations.column.city"),
		{Key: "relations.column.form"},
		by("since", "relations.column.since"),
		{Key: "relations.column.distance", End: true},
	}
}

// relationRows reads for all relations of a list at once what their rows show beside them.
func (p *Portal) relationRows(ctx context.Context, pg *web.Page, home place.Spot, found []*relation.Relation, themes map[record.ID]i18n.Text) ([]relationRow, error) {
	ids := make([]record.ID, len(found))
	for i, x := range found {
		ids[i] = x.ID
	}
	partners, err := p.counterpartsOf(ctx, pg, ids)
	if err != nil {
		return nil, err
	}
	rows := make([]relationRow, len(found))
	for i, x := range found {
		rows[i] = relationRow{
			Title: pg.Say(x.Title), Href: pg.RecordHref("/relations", x.ID, x.Slug),
			Where: where(pg, partners[x.ID], x.Themes, themes),
			Form:  formOf(pg, x.Form, x.OwnSide), Mark: mark(x.Form, x.OwnSide),
			Note: pg.Say(x.SinceNote), Distance: span(pg, home, partners[x.ID]), partners: partners[x.ID],
		}
		switch {
		case x.Since != "":
			rows[i].Since = strconv.Itoa(x.Since.Year())
		case len(x.Sides) == 1 && x.Sides[0].Since != "" && rows[i].Note.Text == "":
			rows[i].Note.Text = pg.T("relations.there", "Year", strconv.Itoa(x.Sides[0].Since.Year()))
		}
		if x.Status != "" && x.Status != relation.Active {
			rows[i].Status = pg.T("relation.status." + string(x.Status))
		}
	}
	return rows, nil
}

// where names the countries of the partners, each once, and the themes.
func where(pg *web.Page, partners []relation.Counterpart, themes []relation.Theme, names map[record.ID]i18n.Text) string {
	var countries, topics []string
	for _, c := range partners {
		if name := pg.Country(c.Country); c.Country != "" && !slices.Contains(countries, name) {
			countries = append(countries, name)
		}
	}
	for _, t := range themes {
		if name, ok := names[t.Theme]; ok && t.Until == "" {
			topics = append(topics, pg.Name(name))
		}
	}
	parts := slices.DeleteFunc([]string{strings.Join(countries, ", "), strings.Join(topics, ", ")}, func(s string) bool { return s == "" })
	return strings.Join(parts, " · ")
}

// formOf names the form of a relation; what a district keeps is told apart from what the whole city does.
func formOf(pg *web.Page, f relation.Form, own relation.OwnSide) string {
	form := web.Capital(pg.T("relation.form." + string(f)))
	if own == relation.OwnDistrict {
		return pg.T("relation.of_district", "Form", form)
	}
	return form
}

// mark says which mark stands for a relation: a circle for twinnings, a diamond for cooperations, a square for what a
// district keeps, a triangle for all else.
func mark(f relation.Form, own relation.OwnSide) string {
	switch {
	case own == relation.OwnDistrict:
		return "district"
	case f == relation.Twinning:
		return "twinning"
	case f == relation.Cooperation || f == relation.MusicCity || f == relation.ProjectPartnership:
		return "coop"
	}
	return "other"
}

// span writes the distance from home to the partners: one figure or, of several, the least and the greatest; empty if
// none is known.
func span(pg *web.Page, home place.Spot, partners []relation.Counterpart) string {
	var all []float64
	for _, c := range partners {
		if km, ok := kilometres(home, c.Lat, c.Lon); ok {
			all = append(all, km)
		}
	}
	if len(all) == 0 {
		return ""
	}
	least, most := pg.Distance(slices.Min(all)), pg.Distance(slices.Max(all))
	if least == most {
		return most
	}
	return pg.T("distance.from_to", "From", strings.TrimSuffix(least, "\u00a0km"), "To", most)
}

// kilometres returns the great-circle distance from home to a point; ok is false if either is not known.
func kilometres(home place.Spot, lat, lon record.Decimal) (km float64, ok bool) {
	a, okA := home.Point()
	b, okB := place.PointOf(lat, lon)
	if !okA || !okB {
		return 0, false
	}
	return geo.Distance(a, b), true
}

// filtered reports whether the list is narrowed.
func (v relationsPage) filtered() bool { return len(v.List.filters) > 0 }
