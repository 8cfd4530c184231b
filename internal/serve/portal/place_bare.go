package portal

import (
	"context"
	"regexp"
	"strconv"

	"github.com/a-h/templ"

	"kontor.example/internal/base/geo"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/serve/web"
)

// A barePage is a place that nothing ties to the office, as the gazetteer has it.
type barePage struct {
	*web.Page
	Home   string
	Name   string
	Kicker string
	Keys   []labelled
	Near   *entry // the nearest place with a relation; nil if there is none
	Map    *mapFigure
	Facts  []labelled
}

// mostSpellings bounds the other names of a place: some have hundreds.
const mostSpellings = 16

// bareNumber returns the number of GeoNames that the last part of an address stands for.
func bareNumber(slug string) (number string, ok bool) {
	m := regexp.MustCompile(`^geonames-([1-9][0-9]{0,11})$`).FindStringSubmatch(slug)
	if m == nil {
		return "", false
	}
	return m[1], true
}

// bare shows a place of the gazetteer; one that has become a record is found at its own page.
func (p *roomPages) bare(ctx context.Context, pg *web.Page, number string) (templ.Component, error) {
	own, err := place.Numbered(ctx, p.db, number)
	if err != nil {
		return nil, err
	}
	if own.ID != "" {
		return nil, moved(pg.RecordHref("/places", own.ID, own.Slug))
	}
	b, err := place.UnclaimedOf(ctx, p.db, number)
	if err != nil {
		return nil, err
	}
	home, err := p.homeSpot(ctx, pg)
	if err != nil {
		return nil, err
	}
	partners, err := p.partners.of(pg, "", func() ([]place.Spot, error) { return place.Partners(ctx, p.db, pg.Office.ID) })
	if err != nil {
		return nil, err
	}
	near, err := p.neighbourOf(ctx, pg, b, partners)
	if err != nil {
		return nil, err
	}
	return bareView(composeBare(pg, home, near, b)), nil
}

// A neighbour is the partner place that is nearest to another place, with the mark of what is kept there.
type neighbour struct {
	place.Spot
	km   float64
	mark string
}

// neighbourOf finds the neighbour of a place; nil if none is known. Of several relations there, the oldest that has not
// ended gives the mark.
func (p *roomPages) neighbourOf(ctx context.Context, pg *web.Page, b place.Unclaimed, partners []place.Spot) (*neighbour, error) {
	here, ok := place.PointOf(b.Lat, b.Lon)
	if !ok {
		return nil, nil
	}
	near, km, ok := nearest(here, partners)
	if !ok {
		return nil, nil
	}
	ties, err := place.TiesWith(ctx, p.db, pg.Office.ID, near.ID)
	if err != nil {
		return nil, err
	}
	if m := markOf(ties); m != unbound {
		return &neighbour{near, km, m}, nil
	}
	return nil, nil // it ended just now
}

func composeBare(pg *web.Page, home place.Spot, near *neighbour, b place.Unclaimed) barePage {
	v := barePage{Page: pg, Home: homeName(pg, home), Name: b.Name}
	v.Kicker = joined(" · ", pg.T("place.in_gazetteer"), country(pg, b.Country))
	pg.Path, pg.Unlisted = "/places/geonames-"+b.Number, true
	pg.Title, pg.Description = b.Name, pg.T("place.bare_description", "Place", b.Name, "City", v.Home)
	pg.Crumbs = []web.Crumb{{Title: pg.T("page.places"), Href: pg.Href("/places")}}
	v.facts(b)
	here, ok := place.PointOf(b.Lat, b.Lon)
	if !ok {
		return v
	}
	if km, ok := kilometres(home, b.Lat, b.Lon); ok {
		from, _ := home.Point()
		wind := geo.Wind(geo.Bearing(from, here))
		v.Keys = append(v.Keys, plain(pg.T("distance.from", "City", v.Home), pg.Distance(km)+" "+pg.T("direction."+wind), false))
	}
	pins := []Pin{{Name: b.Name, Href: pg.Here(), Mark: unbound, At: here}}
	words := map[string]string{unbound: b.Name}
	if near != nil {
		title := pg.Say(near.Name)
		v.Near = &entry{Title: title, Href: placeHref(pg, near.Spot), Meta: joined(" · ", country(pg, near.Country), pg.T("place.away", "Distance", pg.Distance(near.km)))}
		at, _ := near.Point()
		pins = append(pins, Pin{Name: title.Text, Lang: string(title.Lang), Href: v.Near.Href, Mark: near.mark, Loose: true, At: at})
		words[near.mark] = pg.T("place.nearest")
	}
	v.Map = newMap(pg, home, pins, words, pg.T("map.place", "Place", b.Name, "City", v.Home))
	return v
}

// facts composes what the gazetteer says of the place.
func (v *barePage) facts(b place.Unclaimed) {
	pg := v.Page
	sourced := func(text string) []value {
		if text == "" {
			return nil
		}
		return []value{{Text: web.Words{Text: text}, Sources: stated(pg.T("place.gazetteer"))}}
	}
	if n, err := strconv.ParseInt(b.Population, 10, 64); err == nil && n > 0 {
		v.Facts = withValues(v.Facts, pg.T("fact.property.population"), sourced(pg.Number(n)))
	}
	v.Facts = withValues(v.Facts, pg.T("place.coordinates"), sourced(point(pg.Localizer, b.Lat, b.Lon)))
	v.Facts = withValues(v.Facts, pg.T("record.identifiers"), []value{{
		Text: web.Words{Text: "GeoNames " + b.Number}, Href: "https://www.geonames.org/" + b.Number,
	}})
	if others := words(b.Others[:min(len(b.Others), mostSpellings)]...); len(others) > 0 {
		v.Facts = append(v.Facts, labelled{Label: pg.T("record.other_names"), Values: others, Short: true})
	}
}

// nearest returns the spot that is nearest to a point; of equally near ones the first.
func nearest(to geo.Point, spots []place.Spot) (found place.Spot, km float64, ok bool) {
	for _, s := range spots {
		at, known := s.Point()
		if d := geo.Distance(to, at); known && (!ok || d < km) {
			found, km, ok = s, d, true
		}
	}
	return found, km, ok
}
