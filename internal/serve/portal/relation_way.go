package portal

import (
	"cmp"
	"slices"
	"strconv"

	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// A distance is one row of the comparison: how far a partner is, as a figure and as a bar.
type distance struct {
	Name  web.Words
	Href  string // of the relation itself, where the place is shown
	Km    string
	Width string // of the bar, in hundredths of the farthest
	This  bool
	km    float64
}

// wayAndTime compares the distance of this partner with those of the relations of the same form, or of the sides of a
// ring with each other.
func (v *relationPage) wayAndTime(r relationParts) {
	pg := v.Page
	add := func(name web.Words, href string, lat, lon record.Decimal, this bool) {
		if km, ok := kilometres(r.home, lat, lon); ok {
			v.Distances = append(v.Distances, distance{Name: name, Href: href, Km: pg.Distance(km), This: this, km: km})
		}
	}
	if len(r.partners) == 1 {
		c := r.partners[0]
		add(v.Title, pg.RecordHref("/places", c.Place, c.Slug), c.Lat, c.Lon, true)
		if len(v.Distances) == 0 {
			return // nothing to compare
		}
		for _, t := range r.peers {
			if t.ID != r.ID && t.Sides == 1 {
				add(pg.Say(t.Title), pg.RecordHref("/relations", t.ID, t.Slug), t.Lat, t.Lon, false)
			}
		}
	} else {
		for _, c := range r.partners {
			add(pg.Say(c.Name), pg.RecordHref("/places", c.Place, c.Slug), c.Lat, c.Lon, true)
		}
	}
	slices.SortStableFunc(v.Distances, func(a, b distance) int { return cmp.Compare(a.km, b.km) })
	if n := len(v.Distances); n > 0 && v.Distances[n-1].km == 0 { // all of it is at home
		v.Distances = nil
	}
	for i, d := range v.Distances {
		v.Distances[i].Width = strconv.FormatFloat(100*d.km/v.Distances[len(v.Distances)-1].km, 'f', 1, 64)
	}
}

// wayMap shows where the partners lie and how one gets there, each mark a link to its place; nil where no place is known.
func (v *relationPage) wayMap(r relationParts, known *ways) *mapFigure {
	pg := v.Page
	var pins []Pin
	unknown := 0 // sides that the page names
	for _, side := range r.Sides {
		if _, named := r.cards[side.Party.ID]; named {
			unknown++
		}
	}
	for _, c := range r.partners {
		at, ok := place.PointOf(c.Lat, c.Lon)
		if !ok {
			continue
		}
		unknown--
		name, href := pg.Say(c.Name), pg.RecordHref("/places", c.Place, c.Slug)
		if len(pins) == mostPins || c.Place == r.home.ID || slices.ContainsFunc(pins, func(p Pin) bool { return p.Href == href }) {
			continue
		}
		pins = append(pins, Pin{Name: name.Text, Lang: string(name.Lang), Href: href, Mark: mark(r.Form, r.OwnSide), At: at})
	}
	label, missing := pg.T("map.sides", "Count", len(pins), "City", v.HomeName), ""
	if len(pins) == 1 {
		label = pg.T("map.place", "Place", pins[0].Name, "City", v.HomeName)
	}
	if unknown > 0 {
		missing = pg.T("map.placeless_sides", "Count", unknown)
	}
	return drawMap(pg, known, r.home, pins, nil, label, missing)
}

// near tells whether Europe alone is drawn: that sheet is higher than the one of the world.
func (m *mapFigure) near() bool { return m != nil && m.Sheets[0].Chart == "europe" }

// A sideRow is one partner side with what that partner itself says.
type sideRow struct {
	Name    web.Words
	Href    string
	Country string
	Label   web.Words
	Since   string
	Until   string
	Status  string
	Resting bool // not active
	Doc     []source
}

// anyLabel reports whether a side says what it calls the relation, or a document of its own is known.
func (v relationPage) anyLabel() bool {
	return slices.ContainsFunc(v.Sides, func(s sideRow) bool { return s.Label.Text != "" || len(s.Doc) > 0 })
}

// sides lists the partner sides where there are several.
func sides(pg *web.Page, r relationParts) []sideRow {
	at := map[record.ID]relation.Counterpart{}
	for _, c := range r.partners {
		at[c.Side] = c
	}
	if len(r.Sides) < 2 {
		return nil
	}
	var out []sideRow
	for _, s := range r.Sides {
		card, ok := r.cards[s.Party.ID]
		if !ok {
			continue
		}
		row := sideRow{
			Name: pg.Say(card.Title), Href: pg.RecordHref("/"+s.Party.Kind+"s", card.ID, card.Slug), Label: pg.Say(s.Label),
			Since: pg.Date(string(s.Since)), Until: pg.Date(string(s.Until)), Resting: s.Status != "" && s.Status != relation.Active,
			Doc: stated(s.Document),
		}
		if c := at[s.ID].Country; c != "" {
			row.Country = pg.Country(c)
		}
		if s.Status != "" {
			row.Status = pg.T("relation.status." + string(s.Status))
		}
		out = append(out, row)
	}
	return out
}

// partnerSays is what stands above what the partner states.
func (v *relationPage) partnerSays() string {
	return v.Page.T("relation.side_says", "City", v.Name)
}

// onlySide is what the only partner side says of the relation: what it calls it, since when, and how it stands there; but
// not what stands larger among the claims.
func (v *relationPage) onlySide(r relationParts, begun []fact.Stated) []value {
	if len(r.Sides) != 1 {
		return nil
	}
	pg, s := v.Page, r.Sides[0]
	label, since, documents := pg.Say(s.Label), s.Since, stated(s.Document)
	for _, x := range begun {
		if x.Side == fact.Partner && x.Day == since {
			since = ""
			if from := sources(x.Sources); len(merged(from, documents)) == len(from) {
				documents = nil
			}
		}
	}
	for _, c := range v.Claims {
		for _, x := range c.Values {
			if x.Who != v.partnerSays() {
				continue
			}
			if x.Value.Text == label.Text {
				label.Text = ""
			}
			if since != "" && x.dates(pg.Date(string(since))) {
				since = ""
			}
			if len(merged(x.Sources, documents)) == len(x.Sources) {
				documents = nil
			}
		}
	}
	told := value{Text: web.Words{Lang: label.Lang}, Sources: documents}
	told.Text.Text = joined(" · ", append([]string{label.Text}, period(pg, string(since), string(s.Until))...)...)
	if s.Status != "" && s.Status != relation.Active {
		told.Open = []string{pg.T("relation.status." + string(s.Status))}
	}
	if told.Text.Text == "" && len(told.Open)+len(documents) == 0 {
		return nil
	}
	return []value{told}
}
