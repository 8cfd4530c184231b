package portal

import (
	"context"
	"net/http"
	"slices"
	"strconv"

	"github.com/a-h/templ"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/geo"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/link"
	"kontor.example/internal/domain/network"
	"kontor.example/internal/domain/paper"
	"kontor.example/internal/domain/party"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// relationParts is all that is read for the page of a relation.
type relationParts struct {
	*relation.Relation
	home      place.Spot
	partners  []relation.Counterpart // in the order of the sides, where a place is known
	spellings []relation.Spelling
	deeds     []relation.Deed
	facts     []fact.Stated
	projects  []project.Outline
	actors    []party.Actor
	carrying  []fact.Stated // about the actors
	networks  []network.Together
	papers    []paper.Reference
	links     []link.Tie
	peers     []relation.Tie // of the same form, to compare distances with
	cards     map[record.ID]record.Card
}

// A relationPage is one relation with its whole story.
type relationPage struct {
	*web.Page
	Name      string // the partner's, as headings say it
	HomeName  string
	ID        record.ID
	Title     web.Words
	Native    []web.Words
	Kicker    string
	Status    string // where it is not active
	Summary   web.Words
	Rosette   string
	Wind      string
	Meaning   string // of the rosette
	Keys      []labelled
	About     templ.Component
	AboutLang web.Words
	Focus     []value
	Claims    []claimed
	Timeline  []moment
	Distances []distance
	Map       *mapFigure // of the way to the partners; nil where none is known
	Clocks    []clock
	ClockText string
	Overlap   string // when people are at work in both cities, in words
	Sides     []sideRow
	SidesFrom []source // of what the table of the sides says
	Ring      bool
	Projects  []entry
	Actors    []entry
	Networks  []entry
	Papers    []entry
	Links     []entry
	Remarks   []value
	Facts     []labelled
	JSON      string
	Local     contents
}

// labelled is a word and what stands for it, one value or several.
type labelled struct {
	Label  string
	Values []value
	Moment bool // true only at this moment: not printed
	Short  bool // names without sources, side by side

	Subject record.ID // of facts: what they are about
}

// An entry is one line of a list that leads on.
type entry struct {
	Kicker  string
	Title   web.Words
	Href    string
	Meta    string
	Seat    web.Words // of an organisation, after the rest
	Text    web.Words
	When    string // from when until when
	Tags    []string
	Facts   []labelled // what sources say of it, in brief
	Sources []source
}

// relation shows one relation.
func (p *Portal) relation(r *http.Request, pg *web.Page) (templ.Component, error) {
	ctx := r.Context()
	found, err := p.findRelation(ctx, pg, r.PathValue("slug"))
	if err != nil {
		return nil, err
	}
	parts, err := p.relationParts(ctx, pg, found)
	if err != nil {
		return nil, err
	}
	v := p.compose(pg, parts)
	pg.Linked = linkedRelation(pg, parts)
	return relationView(v), nil
}

// findRelation returns the relation with this slug, or else moved to where it is now: under its slug of today in the
// page's language.
func (p *Portal) findRelation(ctx context.Context, pg *web.Page, slug string) (*relation.Relation, error) {
	found, err := addressed(ctx, p.relations, pg, slug)
	if err != nil {
		return nil, err
	}
	if found.Office != pg.Office.ID {
		return nil, fault.NotFound
	}
	if now := web.SlugIn(pg.Lang(), found.ID, found.Slug); now != slug {
		return nil, moved(pg.Href("/relations/" + now))
	}
	pg.Paths = p.bySlug("/relations", string(found.ID), found.Slug)
	return found, nil
}

// relationParts reads what the page of a relation shows beside the relation: one statement or two for each concern,
// however many rows it has.
func (p *Portal) relationParts(ctx context.Context, pg *web.Page, x *relation.Relation) (relationParts, error) {
	r := relationParts{Relation: x}
	office := pg.Office.ID
	ctx = p.db.Brief(ctx) // all of it is found by the keys of one relation
	err := readAll(
		func() (err error) { r.home, err = p.homeSpot(ctx, pg); return err },
		func() (err error) { r.partners, err = relation.CounterpartsOf(ctx, p.db, x.ID); return err },
		func() (err error) { r.spellings, err = relation.SpellingsOf(ctx, p.db, x.ID); return err },
		func() (err error) { r.deeds, err = relation.DeedsOf(ctx, p.db, office, x.ID); return err },
		func() (err error) { r.facts, err = fact.OfRelation(ctx, p.db, office, x.ID); return err },
		func() (err error) { r.projects, err = project.OfRelation(ctx, p.db, office, x.ID); return err },
		func() (err error) { r.actors, err = party.Actors(ctx, p.db, office, x.ID); return err },
		func() (err error) {
			if len(r.actors) > 0 {
				r.carrying, err = fact.OnActors(ctx, p.db, office, x.ID)
			}
			return err
		},
		func() (err error) { r.networks, err = network.SharedWith(ctx, p.db, office, x.ID); return err },
		func() (err error) { r.papers, err = paper.Behind(ctx, p.db, office, x.ID); return err },
		func() (err error) { r.links, err = link.Around(ctx, p.db, office, x.ID); return err },
		func() (err error) {
			r.peers, err = p.peers.of(pg, string(x.Form)+" "+string(x.OwnSide), func() ([]relation.Tie, error) {
				return relation.OfForm(ctx, p.db, office, x.Form, x.OwnSide, mostPeers)
			})
			return err
		},
		func() (err error) { r.cards, err = p.kernel.Cards(ctx, named(x)); return err },
	)
	return r, err
}

// mostPeers is how many relations of the same form a relation's distance is compared with.
const mostPeers = 12

// named lists the records that a relation names: themes, units, parties, its own district or unit.
func named(x *relation.Relation) []record.ID {
	var ids []record.ID
	for _, t := range x.Themes {
		ids = append(ids, t.Theme)
	}
	for _, u := range x.Units {
		ids = append(ids, u.Unit)
	}
	for _, s := range x.Sides {
		ids = append(ids, s.Party.ID)
	}
	for _, id := range []record.ID{x.OwnPlace, x.OwnUnit} {
		if id != "" {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// compose turns what was read into what the page shows.
func (p *Portal) compose(pg *web.Page, r relationParts) relationPage {
	v := relationPage{
		Page: pg, ID: r.ID, HomeName: homeName(pg, r.home), Title: pg.Say(r.Title), Summary: pg.Say(r.Summary),
		JSON: "/api/v1/relations/" + string(r.ID),
	}
	v.Name = v.Title.Text
	pg.Title, pg.Description = v.Title.Text, v.Summary.Text
	pg.Crumbs = []web.Crumb{{Title: pg.T("page.relations"), Href: pg.Href("/relations")}}
	v.hero(r)
	if about := pg.Say(r.About); about.Text != "" {
		v.About, v.AboutLang = p.markdown.HTML(about.Text), about
	}
	v.Claims = claims(pg, r, v.HomeName, v.Name)
	v.Timeline = timeline(pg, r, v.HomeName, v.Name, v.Claims)
	v.wayAndTime(r)
	if len(v.Distances) > 0 {
		v.Map = v.wayMap(r, &p.ways)
	}
	v.Sides, v.Ring = sides(pg, r), r.Form == relation.Ring
	v.lists(r)
	v.facts(r)
	v.parts()
	return v
}

// hero composes the opening: what it is and since when, the rosette, the key facts.
func (v *relationPage) hero(r relationParts) {
	pg := v.Page
	form := web.Capital(pg.T("relation.form." + string(r.Form)))
	v.Kicker = kicker(pg, form, r.Since, pg.Name(r.SinceNote))
	if r.Status != "" && r.Status != relation.Active {
		v.Status = pg.T("relation.status." + string(r.Status))
	}
	if v.Status == pg.Name(r.SinceNote) { // said beside the year
		v.Status = ""
	}
	v.Native = natives(pg, r)
	v.Rosette, v.Wind = rosetteOf(pg, string(r.ID), r.home, r.Since, r.partners)
	v.Meaning = rosetteMeaning(pg, v.HomeName, r)
	if d := span(pg, r.home, r.partners); d != "" {
		v.Keys = append(v.Keys, plain(web.Capital(pg.T("distance.great_circle")), d, true))
	}
	if len(r.partners) == 1 {
		if pair, ok := clocks(pg, v.HomeName, pg.Name(r.partners[0].Name), r.partners[0].Zone); ok {
			pg.Clock = true
			v.Clocks = pair[:]
			v.ClockText = pg.T("time.here_and_there", "Time", pair[0].Time, "City", pair[0].City, "There", pair[1].Time, "Partner", pair[1].City)
			if both := pair[0].Both; !both.Empty() {
				v.Overlap = pg.T("time.overlap", "City", v.HomeName, "From", both.from(), "Until", both.until())
			}
			now := plain(pg.T("time.now_there", "City", pair[1].City), pg.T("time.clock", "Time", pair[1].Time), true)
			now.Moment = true
			v.Keys = append(v.Keys, now)
		}
	}
	if units := unitNames(pg, r, relation.Lead); len(units) > 0 {
		v.Keys = append(v.Keys, labelled{Label: pg.T("record.owner"), Values: units})
	}
}

// kicker says what a relation is and since which year. A note, such as that it was only suggested then, takes the place
// of the word "since", which would say too much.
func kicker(pg *web.Page, form string, since date.Partial, note string) string {
	switch {
	case since == "":
		return joined(" · ", form, note)
	case note != "":
		return form + " · " + strconv.Itoa(since.Year()) + ", " + note
	}
	return pg.T("relation.form_since", "Form", form, "Date", strconv.Itoa(since.Year()))
}

// plain is a label with one value that needs no source, because the page says elsewhere where it is from.
func plain(label, text string, number bool) labelled {
	return labelled{Label: label, Values: []value{{Text: web.Words{Text: text}, Number: number}}}
}

// natives returns the partner places' names in their own languages, where they differ from the title.
func natives(pg *web.Page, r relationParts) []web.Words {
	var out []web.Words
	if len(r.partners) > 2 { // of a ring the list of sides shows them
		return nil
	}
	for _, c := range r.partners {
		name := c.Name.Map()[i18n.Lang(c.Local)]
		if c.Local != "" && name != "" && name != pg.Name(c.Name) {
			out = append(out, web.Words{Text: name, Lang: i18n.Lang(c.Local)})
		}
	}
	return out
}

// rosetteOf draws the sign of a relation and says on which ground. Only one partner place gives a partner thread;
// several are drawn as a compass.
func rosetteOf(pg *web.Page, id string, home place.Spot, since date.Partial, partners []relation.Counterpart) (svg, wind string) {
	if len(partners) > 1 {
		var spokes []Spoke
		here, known := home.Point()
		for _, c := range partners {
			if there, ok := place.PointOf(c.Lat, c.Lon); ok && known {
				spokes = append(spokes, Spoke{Name: pg.Name(c.Name), Km: geo.Distance(here, there), Bearing: geo.Bearing(here, there)})
			}
		}
		return Compass("r"+id, spokes), ""
	}
	if len(partners) != 1 {
		return HomeRosette().SVG("r" + id), ""
	}
	return rosetteTo(pg, id, home, since, partners[0].Lat, partners[0].Lon)
}

// rosetteTo draws the sign of a relation with a place at a point. A decade counts once it is full.
func rosetteTo(pg *web.Page, id string, home place.Spot, since date.Partial, lat, lon record.Decimal) (svg, wind string) {
	a, okA := home.Point()
	b, okB := place.PointOf(lat, lon)
	if !okA || !okB {
		return HomeRosette().SVG("r" + id), ""
	}
	bearing := geo.Bearing(a, b)
	return NewRosette(geo.Distance(a, b), bearing, since.Year(), decades(since, date.Of(pg.Now))).SVG("r" + id), geo.Wind(bearing)
}

// rosetteMeaning says what the sign of a relation shows, and where it has no golden thread, what is not known.
func rosetteMeaning(pg *web.Page, home string, r relationParts) string {
	say := func(key string) string { return pg.T(key, "City", home) }
	_, here := r.home.Point()
	there := 0
	for _, c := range r.partners {
		if _, ok := place.PointOf(c.Lat, c.Lon); ok {
			there++
		}
	}
	alone := func(reason string) string {
		return say("relation.rosette_alone") + " " + say("relation.rosette_lacks."+reason)
	}
	switch {
	case !here:
		return alone("home")
	case there == 0 && len(r.partners) != 1:
		return alone("places")
	case len(r.partners) > 1:
		return say("relation.rosette_compass")
	case there == 0 && r.Since == "":
		return alone("both")
	case there == 0:
		return alone("place")
	case r.Since == "":
		return alone("year")
	case kilometresTo(r) == 0:
		return say("relation.rosette_alone")
	}
	return say("relation.rosette_text")
}

// kilometresTo is how far the only partner is.
func kilometresTo(r relationParts) float64 {
	km, _ := kilometres(r.home, r.partners[0].Lat, r.partners[0].Lon)
	return km
}

// decades returns how many full decades have passed from a day, as far as it is known, until today.
func decades(since, today date.Partial) int {
	if since == "" {
		return 0
	}
	years := today.Year() - since.Year()
	if len(since) > 4 && today[4:] < since[4:] {
		years--
	}
	return years / 10
}

// unitNames lists the units in a role.
func unitNames(pg *web.Page, r relationParts, role relation.UnitRole) []value {
	var out []value
	for _, u := range r.Units {
		if card, ok := r.cards[u.Unit]; ok && u.Role == role {
			out = append(out, value{Text: pg.Say(card.Title)})
		}
	}
	return out
}
