package portal

import (
	"slices"
	"strconv"

	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// A distance is one row of the comparison: how far a partner is, as a figure and as a bar.
type distance struct {
	Name  web.Words
	Href  string // empty for the relation itself
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
		add(v.Title, "", r.partners[0].Lat, r.partners[0].Lon, true)
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
	slices.SortStableFunc(v.Distances, func(a, b distance) int {
		if a.km < b.km {
			return -1
		}
		return 1
	})
	for i, d := range v.Distances {
		v.Distances[i].Width = strconv.FormatFloat(100*d.km/v.Distances[len(v.Distances)-1].km, 'f', 1, 64)
	}
}

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

// onlySide is what the only partner side says of the relation: what it calls it, since when, and how it stands there.
func onlySide(pg *web.Page, r relationParts) []value {
	if len(r.Sides) != 1 {
		return nil
	}
	s := r.Sides[0]
	label := pg.Say(s.Label)
	told := joined(" · ", append([]string{label.Text}, period(pg, string(s.Since), string(s.Until))...)...)
	if told == "" && s.Status == "" {
		return nil
	}
	v := value{Text: web.Words{Text: told, Lang: label.Lang}, Sources: stated(s.Document)}
	if s.Status != "" && s.Status != relation.Active {
		v.Open = []string{pg.T("relation.status." + string(s.Status))}
	}
	return []value{v}
}
