package portal

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"kontor.example/internal/base/geo"
	"kontor.example/internal/domain/network"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// mostPins bounds what a map shows that belongs to no list.
const mostPins = 60

// A mapFigure is a map with what is said below it.
type mapFigure struct {
	*web.Page
	Sheets []Sheet
	Legend []legendEntry
	Label  string   // what the map shows, in a sentence
	Notes  []string // what it leaves out
	Arcs   bool
}

// A legendEntry says what a mark stands for.
type legendEntry struct{ Mark, Words string }

// newMap draws pins around home; nil if there is nothing to draw. words says what the marks stand for.
func newMap(pg *web.Page, home place.Spot, pins []Pin, words map[string]string, label string, notes ...string) *mapFigure {
	return drawMap(pg, nil, home, pins, words, label, notes...)
}

// drawMap does the same and remembers ways.
func drawMap(pg *web.Page, known *ways, home place.Spot, pins []Pin, words map[string]string, label string, notes ...string) *mapFigure {
	a := Atlas{Home: homeName(pg, home), Pins: pins, ways: known}
	a.At, a.Known = home.Point()
	m := &mapFigure{Page: pg, Sheets: a.Sheets(), Label: label}
	if len(m.Sheets) == 0 {
		return nil
	}
	for _, mark := range marks() {
		if w, ok := words[mark]; ok && slices.ContainsFunc(pins, func(p Pin) bool { return p.Mark == mark }) {
			m.Legend = append(m.Legend, legendEntry{mark, w})
		}
	}
	m.Arcs = a.Known && slices.ContainsFunc(pins, func(p Pin) bool { return !p.Loose })
	for _, n := range notes {
		if n != "" {
			m.Notes = append(m.Notes, n)
		}
	}
	tieMap(pg)
	return m
}

// tieMap loads the script that ties marks and rows; once is enough.
func tieMap(pg *web.Page) {
	if !slices.Contains(pg.Scripts, "js/map.js") {
		pg.Scripts = append(pg.Scripts, "js/map.js")
	}
}

// sheetName says what a sheet shows.
func (m *mapFigure) sheetName(s Sheet) string {
	if s.Chart == "world" {
		return m.T("map.world")
	}
	return m.T("map.europe")
}

// land is the address of the land below a sheet.
func (m *mapFigure) land(s Sheet, part string) string {
	return m.Site.Assets.URL("img/"+s.Chart+".svg") + "#" + part
}

func viewBox(s Sheet) string { return "0 0 " + strconv.Itoa(s.Width) + " " + strconv.Itoa(s.Height) }

// relationMarks says what the marks of relations stand for, and how their arcs are drawn.
func relationMarks(pg *web.Page) map[string]string {
	out := map[string]string{}
	for _, mark := range marks() {
		if mark != unbound {
			out[mark] = pg.T("map.legend." + mark)
		}
	}
	return out
}

// listMap shows the relations of one page of the list: a mark for each place of each row, and so for a ring several.
func (v *relationsPage) listMap(home place.Spot, known *ways) *mapFigure {
	pg := v.Page
	var pins []Pin
	placeless := 0
	for _, r := range v.Rows {
		found := rowPins(pg, r)
		if len(found) == 0 {
			placeless++
		}
		pins = append(pins, found...)
	}
	shown := len(v.Rows) - placeless
	label := pg.T("map.listed", "Count", shown)
	if total := v.Count; v.Next != "" || v.List.cursor != "" {
		if total < 0 {
			total = v.All
		}
		label = pg.T("map.listed_page", "Shown", shown, "Count", total)
	} else if placeless > 0 {
		label = pg.T("map.listed_of", "Shown", shown, "Count", len(v.Rows))
	}
	if placeless > 0 {
		label += "; " + pg.T("map.placeless", "Count", placeless)
	}
	return drawMap(pg, known, home, pins, relationMarks(pg), label+".")
}

// rowPins are the places of one row.
func rowPins(pg *web.Page, r relationRow) []Pin {
	var out []Pin
	for _, c := range r.partners {
		at, ok := place.PointOf(c.Lat, c.Lon)
		if !ok {
			continue
		}
		name, about := r.Title, r.Form
		if len(r.partners) > 1 {
			name, about = pg.Say(c.Name), joined(", ", r.Title.Text, r.Form)
		}
		out = append(out, Pin{Name: name.Text, Lang: string(name.Lang), About: about, Href: r.Href, Mark: r.Mark, At: at})
	}
	return out
}

// homeMap shows where the partners lie of the relations that the home page names. It is drawn anew when the content has
// changed.
func (p *Portal) homeMap(ctx context.Context, pg *web.Page, home place.Spot, named []relation.Tie, all int) (*mapFigure, error) {
	drawn, err := p.drawn.of(pg, string(pg.Lang()), func() (*mapFigure, error) {
		ids := make([]record.ID, len(named))
		for i, t := range named {
			ids[i] = t.ID
		}
		partners, err := relation.Counterparts(ctx, p.db, ids)
		m := tiesMap(pg, home, named, partners, all)
		if m != nil {
			m.Page = nil // of the first to ask
		}
		return m, err
	})
	if err != nil || drawn == nil {
		return nil, err
	}
	m := *drawn
	m.Page = pg
	tieMap(pg)
	return &m, nil
}

// tiesMap is a map of the relations that have not ended, each with all of its partners.
func tiesMap(pg *web.Page, home place.Spot, ties []relation.Tie, partners map[record.ID][]relation.Counterpart, all int) *mapFigure {
	var pins []Pin
	shown := 0
	for _, t := range ties {
		if t.Status == relation.Ended || len(pins) >= mostPins {
			continue
		}
		found := rowPins(pg, relationRow{
			Title: pg.Say(t.Title), Form: web.Capital(pg.T("relation.form." + string(t.Form))), Mark: mark(t.Form, t.OwnSide),
			Href: pg.RecordHref("/relations", t.ID, t.Slug), partners: partners[t.ID],
		})
		if len(found) > 0 {
			shown++
		}
		pins = append(pins, found...)
	}
	label := pg.T("map.relations", "Count", shown)
	if shown < all {
		label = pg.T("map.relations_of", "Shown", shown, "Count", all)
	}
	return newMap(pg, home, pins, relationMarks(pg), label)
}

// networkMap shows where the other members of a network lie that sources name.
func networkMap(pg *web.Page, r networkParts) *mapFigure {
	var pins []Pin
	for _, m := range r.Members {
		card, named := r.cards[m.Party.ID]
		seat, ok := r.seats[m.Party.ID].Point()
		if !named || !ok || m.Party.ID == r.home.ID || len(pins) == mostPins {
			continue
		}
		name := pg.Say(card.Title)
		pins = append(pins, Pin{Name: name.Text, Lang: string(name.Lang), Href: placeHref(pg, r.seats[m.Party.ID]), Mark: "twinning", Loose: true, At: seat})
	}
	return newMap(pg, r.home, pins, nil, pg.T("map.members", "Count", len(pins)))
}

// projectMap shows where the partners of a project lie, and where it builds or meets.
func projectMap(pg *web.Page, r projectParts) *mapFigure {
	var pins []Pin
	within := map[int][]string{} // pin → sites that lie there too
	for _, q := range r.Partners {
		card, named := r.cards[q.Party.ID]
		seat, ok := r.seats[q.Party.ID].Point()
		if !named || !ok || r.seats[q.Party.ID].ID == r.home.ID || len(pins) == mostPins {
			continue
		}
		name := pg.Say(card.Title)
		pins = append(pins, Pin{
			Name: name.Text, Lang: string(name.Lang), About: pg.T("project.partner_role." + string(q.Role)),
			Href: placeHref(pg, r.seats[q.Party.ID]), Mark: "twinning", At: seat,
		})
	}
	for i, s := range r.Sites {
		at, ok := place.PointOf(s.Lat, s.Lon)
		if !ok {
			at, ok = r.seats[s.Place].Point()
		}
		if !ok || i >= mostPins {
			continue
		}
		name := pg.Say(s.Name)
		if mark := slices.IndexFunc(pins, func(p Pin) bool { return geo.Distance(p.At, at) < oneMark }); mark >= 0 {
			within[mark] = append(within[mark], name.Text)
			continue
		}
		pins = append(pins, Pin{
			Name: name.Text, Lang: string(name.Lang), About: pg.T("map.site"), Href: "#" + siteID(i), Mark: "coop", Loose: true, At: at,
		})
	}
	var notes []string
	for i := range pins {
		if names := strings.Join(within[i], ", "); names != "" {
			notes = append(notes, pg.T("map.near", "Place", pins[i].Name, "Sites", names))
			pins[i].About = joined(", ", pins[i].About, names)
		}
	}
	words := map[string]string{"twinning": pg.T("map.legend.partner"), "coop": pg.T("map.legend.site")}
	return newMap(pg, r.home, pins, words, pg.T("map.project"), notes...)
}

// oneMark is the distance in kilometres within which places share a mark: on a map of the world marks of their own would
// be pushed off to where nothing is.
const oneMark = 40

// siteID is the anchor of a site in the list of them.
func siteID(i int) string { return "site-" + strconv.Itoa(i+1) }

// memberIDs lists the members of a network, as many as a map may show.
func memberIDs(n *network.Network) []record.ID {
	var ids []record.ID
	for _, m := range n.Members[:min(len(n.Members), mostPins)] {
		ids = append(ids, m.Party.ID)
	}
	return distinct(ids)
}

// partnerIDs lists the partners and places of a project, likewise.
func partnerIDs(x *project.Project) []record.ID {
	var ids []record.ID
	for _, q := range x.Partners[:min(len(x.Partners), mostPins)] {
		ids = append(ids, q.Party.ID)
	}
	for _, s := range x.Sites[:min(len(x.Sites), mostPins)] {
		ids = append(ids, s.Place)
	}
	return distinct(ids)
}

// spotOf is a place as maps need it.
func spotOf(x *place.Place) place.Spot {
	return place.Spot{ID: x.ID, Name: x.Name, Slug: x.Slug, Country: x.Country, Lat: x.Lat, Lon: x.Lon, Zone: x.Zone}
}

// placeHref is the page of a place.
func placeHref(pg *web.Page, s place.Spot) string { return pg.RecordHref("/places", s.ID, s.Slug) }

// placeMap shows one place and the way there, with the mark of what ties the city to it.
func placeMap(pg *web.Page, home, there place.Spot, name web.Words, ties []place.Tie) *mapFigure {
	at, ok := there.Point()
	if !ok || there.ID == home.ID && home.ID != "" {
		return nil
	}
	pin := Pin{Name: name.Text, Lang: string(name.Lang), Href: pg.Here(), Mark: markOf(ties), At: at}
	return newMap(pg, home, []Pin{pin}, nil, pg.T("map.place", "Place", name.Text, "City", homeName(pg, home)))
}

// markOf is the mark of the first relation with a place that has not ended.
func markOf(ties []place.Tie) string {
	for _, t := range ties {
		if relation.Status(t.Status) != relation.Ended {
			return mark(relation.Form(t.Form), relation.OwnSide(t.OwnSide))
		}
	}
	return unbound
}
