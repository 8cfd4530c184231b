package portal

import (
	"context"
	"net/http"
	"slices"
	"strconv"

	"github.com/a-h/templ"

	"kontor.example/internal/base/geo"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/network"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// A homePage opens the portal.
type homePage struct {
	*web.Page
	Home         string
	Compass      string
	Heading      []string // one thought a line
	Figures      []figure
	Tiles        []tile
	Map          *mapFigure // of all relations; nil if no place is known
	Twins        int        // towns, of which the tiles show the first
	Countries    int        // of the twin towns
	All          int        // relations
	Cooperations []entry
	Networks     []entry
	NetworkCount int
	Feature      *showcase // a project that can show what it has reached
	Projects     []showcase
}

// A figure is one of the key figures, with where it comes from.
type figure struct {
	Value, Label, Note string
	Sources            []source
}

// A tile is a twin city with its sign.
type tile struct {
	Title   web.Words
	Href    string
	Rosette string
	Wind    string
	Lines   []string
}

// A showcase is a project with what it has reached.
type showcase struct {
	entry
	Reached []reached
}

// reached is one target with how near it is.
type reached struct {
	Label   web.Words
	Bar     goalBar
	Words   string // "9 wells, target 12"
	Note    string
	Sources []source
}

// What the home page shows at most.
const (
	mostTiles       = 24
	mostOthers      = 24 // fills rows of one, two and three columns
	mostNetworks    = 6
	mostShowcases   = 3
	mostFigures     = 4
	mostCityFigures = 2
)

// home shows the opening page.
func (p *Portal) home(r *http.Request, pg *web.Page) (templ.Component, error) {
	ctx := r.Context()
	pg.Path = "/"
	if pg.Office.ID == record.SharedOffice { // it stands in where no office is set up
		return p.firstRun(pg)
	}
	home, err := p.homeSpot(ctx, pg)
	if err != nil {
		return nil, err
	}
	v := homePage{Page: pg, Home: homeName(pg, home)}
	pg.Description = pg.T("site.description", "City", v.Home)
	twins, err := relation.Lasting(ctx, p.db, pg.Office.ID, relation.Twinning, relation.OwnCity, mostTiles)
	if err != nil {
		return nil, err
	}
	if v.Twins, v.Countries, err = relation.CountLasting(ctx, p.db, pg.Office.ID, relation.Twinning, relation.OwnCity); err != nil {
		return nil, err
	}
	others, err := relation.OtherThan(ctx, p.db, pg.Office.ID, relation.Twinning, relation.OwnCity, mostOthers)
	if err != nil {
		return nil, err
	}
	if v.All, err = relation.CountShown(ctx, p.db, pg.Office.ID); err != nil {
		return nil, err
	}
	v.opening(home, twins)
	if v.Map, err = p.homeMap(ctx, pg, home, slices.Concat(twins, others), v.All); err != nil {
		return nil, err
	}
	for _, t := range others {
		v.Cooperations = append(v.Cooperations, tieEntry(pg, t))
	}
	if err := p.homeNetworks(ctx, &v); err != nil {
		return nil, err
	}
	facts, err := fact.On(ctx, p.db, pg.Office.ID, pg.Office.Home)
	if err != nil {
		return nil, err
	}
	v.figures(facts)
	if v.Projects, err = p.showcases(ctx, pg); err != nil {
		return nil, err
	}
	if len(v.Projects) > 0 && len(v.Projects[0].Reached) > 0 {
		v.Feature, v.Projects = &v.Projects[0], v.Projects[1:]
	}
	pg.Linked = linkedHome(pg, home)
	return homeView(v), nil
}

// opening composes the first sentence, the compass and the tiles.
func (v *homePage) opening(home place.Spot, twins []relation.Tie) {
	pg := v.Page
	here, known := home.Point()
	var spokes []Spoke
	for _, t := range twins {
		if there, ok := place.PointOf(t.Lat, t.Lon); ok && known {
			spokes = append(spokes, Spoke{Name: pg.Name(t.Title), Km: geo.Distance(here, there), Bearing: geo.Bearing(here, there)})
		}
		v.Tiles = append(v.Tiles, tileOf(pg, home, t))
	}
	v.Compass = Compass("compass", spokes)
	v.Heading = []string{pg.T("site.tagline", "City", v.Home)}
	if len(twins) == 0 {
		return
	}
	v.Heading = []string{pg.T("home.twin_towns", "Count", v.Twins, "Number", web.Capital(numberWord(pg, v.Twins)))}
	first := slices.IndexFunc(twins, func(t relation.Tie) bool { return t.Since != "" })
	if first >= 0 {
		v.Heading = append(v.Heading, pg.T("home.talking_since", "Year", strconv.Itoa(twins[first].Since.Year())))
	}
}

// tileOf is a twin city with its sign: country, since when, how far in which direction.
func tileOf(pg *web.Page, home place.Spot, t relation.Tie) tile {
	svg, wind := HomeRosette().SVG("r"+string(t.ID)), ""
	if t.Sides == 1 {
		svg, wind = rosetteTo(pg, string(t.ID), home, t.Since, t.Lat, t.Lon)
	}
	out := tile{Title: pg.Say(t.Title), Href: pg.RecordHref("/relations", t.ID, t.Slug), Rosette: svg, Wind: wind}
	out.Lines = append(out.Lines, joined(" · ", country(pg, t.Country), begun(pg, t)))
	if km, ok := kilometres(home, t.Lat, t.Lon); ok && t.Sides == 1 {
		out.Lines = append(out.Lines, pg.Distance(km)+" "+pg.T("direction."+wind))
	}
	return out
}

// begun says since when there is a relation: by the city or, where it says nothing of it, by the only partner, as the list
// does.
func begun(pg *web.Page, t relation.Tie) string {
	switch {
	case t.Since != "":
		return pg.T("time.since", "Date", strconv.Itoa(t.Since.Year()))
	case t.Sides == 1 && t.SideSince != "" && t.SinceNote.Empty():
		return pg.T("relations.there", "Year", strconv.Itoa(t.SideSince.Year()))
	}
	return ""
}

func country(pg *web.Page, code string) string {
	if code == "" {
		return ""
	}
	return pg.Country(code)
}

// tieEntry is a relation as a line: its form, since when, how it stands.
func tieEntry(pg *web.Page, t relation.Tie) entry {
	e := entry{Title: pg.Say(t.Title), Href: pg.RecordHref("/relations", t.ID, t.Slug), Kicker: formOf(pg, t.Form, t.OwnSide)}
	since, tagged := begun(pg, t), t.Status != "" && t.Status != relation.Active
	if note := pg.Name(t.SinceNote); note != "" && t.Since != "" {
		tagged = tagged && t.Status != relation.Idea && t.Status != relation.Exploring // the note says as much
		since = strconv.Itoa(t.Since.Year()) + ", " + note
	}
	where := country(pg, t.Country)
	if t.Sides > 1 {
		where = pg.T("partners.count", "Count", t.Sides)
	}
	e.Meta = joined(" · ", where, since)
	if tagged {
		e.Tags = []string{pg.T("relation.status." + string(t.Status))}
	}
	return e
}

func (p *Portal) homeNetworks(ctx context.Context, v *homePage) (err error) {
	if v.NetworkCount, err = network.CountParts(ctx, p.db, v.Office.ID); err != nil {
		return err
	}
	parts, err := network.PartsOf(ctx, p.db, v.Office.ID, mostNetworks)
	if err != nil {
		return err
	}
	for _, n := range parts {
		v.Networks = append(v.Networks, entry{
			Title: v.Say(n.Name), Href: v.RecordHref("/networks", n.ID, n.Slug),
			Kicker: web.Capital(v.T("network.form." + string(n.Form))), Text: v.Say(n.Summary),
			Meta: joined("", period(v.Page, string(n.Since), "")...),
		})
	}
	return nil
}

// figures composes the key figures: what the register itself counts, with today's date, and then what sources say of the
// city. What the register counts is not repeated from them.
func (v *homePage) figures(facts []fact.Stated) {
	pg := v.Page
	counted := pg.T("home.counted", "Date", pg.Today())
	if n := v.Twins; n > 0 {
		v.Figures = append(v.Figures, figure{
			Value: pg.Number(int64(n)), Label: pg.T("home.figure.twinnings", "Count", n),
			Note: joined(". ", pg.T("home.in_countries", "Count", v.Countries), counted),
		})
	}
	if v.All > 0 {
		v.Figures = append(v.Figures, figure{Value: pg.Number(int64(v.All)), Label: pg.T("home.figure.relations", "Count", v.All), Note: counted})
	}
	v.Figures = append(v.Figures, cityFigures(pg, v.Twins, facts)...)
	if n := v.NetworkCount; n > 0 && len(v.Figures) < mostFigures {
		v.Figures = append(v.Figures, figure{Value: pg.Number(int64(n)), Label: pg.T("home.figure.networks", "Count", n), Note: counted})
	}
}

// cityFigures picks what sources count in the city: exact figures with a label, a dated or preferred one first.
func cityFigures(pg *web.Page, twins int, facts []fact.Stated) []figure {
	var fit []fact.Stated
	for _, x := range facts {
		if x.Property == "count" && x.Number != "" && x.Qualifier == "" && !x.Label.Empty() && string(x.Number) != strconv.Itoa(twins) {
			fit = append(fit, x)
		}
	}
	slices.SortStableFunc(fit, func(a, b fact.Stated) int {
		if a.Preferred != b.Preferred {
			return map[bool]int{true: -1, false: 1}[a.Preferred]
		}
		return 0
	})
	var out []figure
	var shown []string
	for _, x := range fit {
		label := pg.Name(x.Label)
		if len(out) == mostCityFigures || slices.Contains(shown, label) || len(x.Sources) == 0 {
			continue
		}
		shown = append(shown, label)
		note := pg.T("fact.as_of_unknown")
		if x.AsOf != "" {
			note = pg.T("fact.as_of", "Date", pg.Date(string(x.AsOf)))
		}
		out = append(out, figure{Value: pg.Decimal(string(x.Number)), Label: label, Note: web.Capital(note), Sources: sources(x.Sources)})
	}
	return out
}

// showcases reads the projects of the home page with what they have reached.
func (p *Portal) showcases(ctx context.Context, pg *web.Page) ([]showcase, error) {
	projects, err := project.Highlights(ctx, p.db, pg.Office.ID, mostShowcases)
	if err != nil {
		return nil, err
	}
	var out []showcase
	for _, x := range projects {
		s := showcase{entry: projectEntry(pg, x)}
		results, err := project.ReachedBy(ctx, p.db, x.ID)
		if err != nil {
			return nil, err
		}
		for _, r := range results {
			s.Reached = append(s.Reached, reachedOf(pg, r))
		}
		out = append(out, s)
	}
	return out, nil
}

func reachedOf(pg *web.Page, x project.Reached) reached {
	out := reached{
		Label: pg.Say(x.Label), Words: against(pg, x.How, x.Value, pg.Name(x.Unit), x.Target), Sources: stated(x.Source),
	}
	out.Bar, _ = share(x.Value, x.Target)
	if x.On != "" {
		out.Note = web.Capital(pg.T("project.as_of", "Date", pg.Date(string(x.On))))
	}
	return out
}
