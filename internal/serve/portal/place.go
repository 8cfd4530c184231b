package portal

import (
	"context"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/geo"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// placeParts is all that is read for the page of a place.
type placeParts struct {
	*place.Place
	home    place.Spot
	ties    []place.Tie
	works   []place.Work
	circles []place.Circle
	facts   []fact.Stated
	cards   map[record.ID]record.Card

	listedLat, listedLon record.Decimal // as the gazetteer has them
}

// A placePage is one place: what it is called, how far it is, what ties the office to it.
type placePage struct {
	*web.Page
	Home      string
	Name      web.Words
	Native    web.Words
	Kicker    string
	Compass   string // empty where the place is home, or its point is not known
	Wind      string
	Map       *mapFigure // nil where the place is home, or its point is not known
	Keys      []labelled
	About     templ.Component
	AboutLang web.Words
	Names     []placeName
	Relations []entry
	Projects  []entry
	Networks  []entry
	Contests  []claimed
	Moments   []moment
	Remarks   []value
	Facts     []labelled
	JSON      string
}

// A placeName is what the place is called in a language.
type placeName struct {
	Name     string
	Lang     string // of the name, for browsers; empty for none in particular
	Language string // its name in the page's language
	Own      bool   // the language of the place itself
	Historic bool
}

// place shows one place.
func (p *roomPages) place(r *http.Request, pg *web.Page) (templ.Component, error) {
	ctx, slug := r.Context(), r.PathValue("slug")
	if number, ok := bareNumber(slug); ok {
		return p.bare(ctx, pg, number)
	}
	found, err := addressed(ctx, p.Places, pg, slug)
	if err != nil {
		return nil, err
	}
	if err := p.settled(pg, "/places", slug, &found.Base); err != nil {
		return nil, err
	}
	parts, err := p.placeParts(ctx, pg, found)
	if err != nil {
		return nil, err
	}
	v := p.composePlace(pg, parts)
	pg.Linked = linkedPlace(pg, parts)
	return placeView(v), nil
}

func (p *roomPages) placeParts(ctx context.Context, pg *web.Page, x *place.Place) (placeParts, error) {
	r, office := placeParts{Place: x}, pg.Office.ID
	ctx = p.db.Brief(ctx) // all of it is found by the keys of one record
	err := readAll(
		func() (err error) { r.home, err = p.homeSpot(ctx, pg); return err },
		func() (err error) { r.ties, err = place.TiesWith(ctx, p.db, office, x.ID); return err },
		func() (err error) { r.works, err = place.WorksAt(ctx, p.db, office, x.ID); return err },
		func() (err error) { r.circles, err = place.CirclesOf(ctx, p.db, office, x.ID); return err },
		func() (err error) { r.listedLat, r.listedLon, err = place.Listed(ctx, p.db, x.GeoNames); return err },
		func() (err error) { r.facts, err = fact.On(ctx, p.db, office, x.ID); return err },
		func() (err error) { r.cards, err = p.kernel.Cards(ctx, distinct([]record.ID{x.Parent})); return err },
	)
	return r, err
}

func (p *roomPages) composePlace(pg *web.Page, r placeParts) placePage {
	v := placePage{Page: pg, Home: homeName(pg, r.home), Name: pg.Say(r.Name), JSON: "/api/v1/places/" + string(r.ID)}
	v.Native = native(r.Name, r.Local, v.Name.Text)
	v.Kicker = web.Capital(pg.T("place.level." + string(r.Level)))
	if r.Country != "" {
		v.Kicker = joined(" · ", v.Kicker, pg.Country(r.Country))
	}
	pg.Title, pg.Description = v.Name.Text, pg.T("place.description", "Place", v.Name.Text, "City", v.Home)
	pg.Crumbs = []web.Crumb{{Title: pg.T("page.places"), Href: pg.Href("/places")}}
	if about := pg.Say(r.About); about.Text != "" {
		v.About, v.AboutLang = p.markdown.HTML(about.Text), about
	}
	v.Names = placeNames(pg, r.Place)
	v.way(r)
	v.Map = placeMap(pg, r.home, spotOf(r.Place), v.Name, r.ties)
	v.lists(r)
	v.facts(r)
	return v
}

// way composes how far the place is from home, in which direction, and what time it is there.
func (v *placePage) way(r placeParts) {
	pg := v.Page
	if r.ID == r.home.ID {
		return
	}
	if km, ok := kilometres(r.home, r.Lat, r.Lon); ok {
		a, _ := r.home.Point()
		b, _ := r.Point()
		bearing := geo.Bearing(a, b)
		v.Compass, v.Wind = Compass("compass", []Spoke{{Km: km, Bearing: bearing}}), geo.Wind(bearing)
		v.Keys = append(v.Keys, plain(pg.T("distance.from", "City", v.Home), pg.Distance(km)+" "+pg.T("direction."+v.Wind), false))
	}
	if pair, ok := clocks(pg, v.Home, v.Name.Text, r.Zone); ok && r.Parent != r.home.ID { // within the city it is the same
		pg.Clock = true
		there := joined(", ", pg.T("time.clock", "Time", pair[1].Time), pair[1].Day, pair[1].Ahead)
		if pair[0].Time == pair[1].Time {
			there = joined(", ", pg.T("time.clock", "Time", pair[1].Time), pair[1].Ahead)
		}
		now := plain(pg.T("time.now_there", "City", v.Name.Text), there, false)
		now.Moment = true
		v.Keys = append(v.Keys, now)
	}
}

// placeNames lists the names of a place by language, that of the place itself first, and then its other names. A name that
// is the same in all languages stands there once, without one.
func placeNames(pg *web.Page, x *place.Place) []placeName {
	var out []placeName
	names := x.Name.Map()
	distinct := map[string]bool{}
	for _, name := range names {
		distinct[name] = true
	}
	if len(distinct) == 1 && len(names) > 1 { // a name without a language of its own, as a gazetteer has it
		out = append(out, placeName{Name: pg.Name(x.Name)})
		names = nil
	}
	own := names[i18n.Lang(x.Local)]
	for l, name := range names {
		if name == own && string(l) != x.Local {
			continue // the place's own name, used elsewhere too
		}
		out = append(out, placeName{Name: name, Lang: string(l), Language: pg.Language(string(l)), Own: string(l) == x.Local})
	}
	slices.SortFunc(out, func(a, b placeName) int {
		if a.Own != b.Own {
			return map[bool]int{true: -1, false: 1}[a.Own]
		}
		return pg.Compare(a.Language, b.Language)
	})
	for _, a := range x.Aliases {
		if a.Lang == "" && !a.Historic {
			continue // a mere spelling, to be found by
		}
		same := func(o placeName) bool {
			return o.Name == a.Name && (o.Lang == a.Lang || a.Lang == "") || a.Name == pg.Name(x.Name)
		}
		if slices.ContainsFunc(out, same) {
			continue
		}
		n := placeName{Name: a.Name, Lang: a.Lang, Historic: a.Historic}
		if a.Lang != "" {
			n.Language = pg.Language(a.Lang)
		}
		out = append(out, n)
	}
	return out
}

// lists composes the relations, projects and networks that tie the office to the place.
func (v *placePage) lists(r placeParts) {
	pg := v.Page
	for _, t := range r.ties {
		v.Relations = append(v.Relations, placeTie(pg, t))
	}
	for _, w := range r.works {
		v.Projects = append(v.Projects, projectEntry(pg, project.Outline{
			ID: w.ID, Title: w.Title, Slug: w.Slug, Summary: w.Summary,
			Form: project.Form(w.Form), Status: project.Status(w.Status), Starts: w.Starts, Ends: w.Ends,
		}))
	}
	for _, c := range r.circles {
		e := entry{Kicker: pg.T("network.form." + c.Form), Title: pg.Say(c.Name), Href: pg.RecordHref("/networks", c.ID, c.Slug), Text: pg.Say(c.Note), Sources: stated(c.Source)}
		if c.Ours {
			e.Meta = pg.T("place.together", "City", v.Home)
		}
		v.Networks = append(v.Networks, e)
	}
}

// placeTie is a relation as a line on the page of one of its places. Of several sides, each has its own beginning and
// standing; of one alone, those of the relation hold, as in the list.
func placeTie(pg *web.Page, t place.Tie) entry {
	e := entry{
		Kicker: web.Capital(pg.T("relation.form." + t.Form)), Title: pg.Say(t.Title), Href: pg.RecordHref("/relations", t.ID, t.Slug),
		Text: pg.Say(t.Summary),
	}
	since, until, status, note := t.Since, date.Partial(""), t.Status, pg.Name(t.Note)
	if t.Sides > 1 && t.SideSince+t.SideUntil != "" {
		since, until, note = t.SideSince, t.SideUntil, ""
	}
	if t.Sides > 1 && t.SideStatus != "" {
		status = t.SideStatus
	}
	e.Meta = note
	if since != "" {
		since, e.Meta = date.Partial(strconv.Itoa(since.Year())), joined(", ", strconv.Itoa(since.Year()), note)
	}
	if note == "" {
		e.Meta = web.Capital(strings.Join(period(pg, string(since), string(until)), ""))
	}
	if status != "" && status != string(relation.Active) {
		e.Tags = []string{pg.T("relation.status." + status)}
	}
	return e
}

// facts composes the column of facts: what sources state, and where the place is to be found.
func (v *placePage) facts(r placeParts) {
	pg := v.Page
	var rest []fact.Stated
	partner := v.Name.Text
	if r.ID == r.home.ID { // each partner may have said it
		partner = ""
	}
	v.Moments, v.Remarks, rest = told(pg, r.facts)
	pointFrom, rest := pointSources(r.Place, rest)
	slices.SortStableFunc(rest, func(a, b fact.Stated) int { return rank(a.Property) - rank(b.Property) })
	v.Contests, rest = contested(pg, rest, v.Home, partner)
	v.Facts = grouped(pg, rest)
	if card, ok := r.cards[r.Parent]; ok {
		v.Facts = append(v.Facts, labelled{Label: pg.T("place.parent"), Values: []value{{Text: pg.Say(card.Title), Href: pg.RecordHref("/places", card.ID, card.Slug)}}})
	}
	if at := point(pg.Localizer, hundredths(r.Lat), hundredths(r.Lon)); at != "" {
		where := value{Text: web.Words{Text: at}, Sources: pointFrom}
		if len(pointFrom) == 0 && r.Lat == r.listedLat && r.Lon == r.listedLon {
			where.Sources = []source{{"GeoNames", geoNames + r.GeoNames}}
		}
		v.Facts = withValues(v.Facts, pg.T("place.coordinates"), []value{where})
	}
	if r.Website != "" && !slices.ContainsFunc(rest, func(x fact.Stated) bool { return x.Property == "website" }) {
		v.Facts = append(v.Facts, labelled{Label: pg.T("record.website"), Values: []value{{Text: web.Words{Text: shortAddress(r.Website)}, Href: r.Website}}})
	}
	var ids []value
	add := func(name, number, href string) {
		if number != "" {
			ids = append(ids, value{Text: web.Words{Text: name + " " + number}, Href: href})
		}
	}
	add("Wikidata", r.Wikidata, "https://www.wikidata.org/wiki/"+r.Wikidata)
	add("GeoNames", r.GeoNames, geoNames+r.GeoNames)
	add(pg.T("place.ags"), r.AGS, "")
	add("NUTS", r.NUTS, "")
	v.Facts = withNames(v.Facts, pg.T("record.identifiers"), ids)
}

// pointSources takes out of the facts those that state where the place lies, just as its record has it, and returns their
// sources.
func pointSources(x *place.Place, facts []fact.Stated) (from []source, rest []fact.Stated) {
	for _, f := range facts {
		if f.Property == "coordinates" && slices.Contains(slices.Collect(maps.Values(f.Text.Map())), string(x.Lat+", "+x.Lon)) {
			from = merged(from, sources(f.Sources))
		} else {
			rest = append(rest, f)
		}
	}
	return from, rest
}

// geoNames is where the gazetteer shows a place by its number.
const geoNames = "https://www.geonames.org/"

// hundredths rounds a coordinate to a kilometre or so: a town is not a point.
func hundredths(d record.Decimal) record.Decimal {
	f, err := strconv.ParseFloat(string(d), 64)
	if err != nil {
		return d
	}
	return record.Decimal(strconv.FormatFloat(f, 'f', 2, 64))
}

// nothing reports whether no published record ties the office to the place.
func (v placePage) nothing() bool { return len(v.Relations)+len(v.Projects)+len(v.Networks) == 0 }

// tag returns the language of a name for browsers; a name in the page's language needs none.
func (n placeName) tag(page i18n.Lang) string {
	if n.Lang == string(page) {
		return ""
	}
	return n.Lang
}
