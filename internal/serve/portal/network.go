package portal

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"kontor.example/internal/base/date"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/link"
	"kontor.example/internal/domain/network"
	"kontor.example/internal/domain/paper"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// networkParts is all that is read for the page of a network.
type networkParts struct {
	*network.Network
	home        place.Spot
	memberships []*network.Membership // of the office, the youngest first
	encounters  []network.Encounter
	papers      []paper.Reference
	links       []link.Tie
	facts       []fact.Stated
	cards       map[record.ID]record.Card
	seats       map[record.ID]place.Spot // of the members
}

// A networkPage is one network and the part that the office has in it.
type networkPage struct {
	*web.Page
	Home      string
	Name      web.Words
	Short     string
	Form      string
	Kicker    string
	Summary   web.Words
	About     templ.Component
	AboutLang web.Words
	Parts     []networkPart
	Contests  []claimed
	Moments   []moment // milestones
	Members   []networkMember
	Map       *mapFigure // of the members; nil if no place is known
	Papers    []entry
	Links     []entry
	Remarks   []value
	Facts     []labelled
	JSON      string
	Local     contents
}

// A networkPart is one membership of the office.
type networkPart struct {
	Summary  web.Words
	Period   string
	Ended    bool
	Roles    []moment
	Fees     []networkFee
	Benefits []entry
	Unit     web.Words
}

// A networkFee is a row of the table of fees.
type networkFee struct {
	Year, Amount string
	Note         web.Words
}

// network shows one network.
func (p *roomPages) network(r *http.Request, pg *web.Page) (templ.Component, error) {
	ctx, slug := r.Context(), r.PathValue("slug")
	found, err := addressed(ctx, p.Networks, pg, slug)
	if err != nil {
		return nil, err
	}
	if err := p.settled(pg, "/networks", slug, &found.Base); err != nil {
		return nil, err
	}
	parts, err := p.networkParts(ctx, pg, found)
	if err != nil {
		return nil, err
	}
	v := p.composeNetwork(pg, parts)
	pg.Linked = linkedNetwork(pg, parts)
	return networkView(v), nil
}

func (p *roomPages) networkParts(ctx context.Context, pg *web.Page, n *network.Network) (networkParts, error) {
	r, office := networkParts{Network: n}, pg.Office.ID
	ctx = p.db.Brief(ctx) // all of it is found by the keys of one record
	err := readAll(
		func() (err error) { r.home, err = p.homeSpot(ctx, pg); return err },
		func() error {
			found, err := p.Memberships.List(ctx, record.Query{Office: office, Sort: "-since", Filters: map[string][]string{"network": {string(n.ID)}}})
			r.memberships = found.Items
			return err
		},
		func() (err error) { r.encounters, err = network.Encounters(ctx, p.db, office, n.ID); return err },
		func() (err error) { r.papers, err = paper.Behind(ctx, p.db, office, n.ID); return err },
		func() (err error) { r.links, err = link.Around(ctx, p.db, office, n.ID); return err },
		func() (err error) { r.facts, err = fact.On(ctx, p.db, office, n.ID); return err },
		func() (err error) { r.cards, err = p.kernel.Cards(ctx, namedByNetwork(r)); return err },
		func() (err error) { r.seats, err = place.Seats(ctx, p.db, memberIDs(n)); return err },
	)
	return r, err
}

// namedByNetwork lists the records that a network and the memberships in it name.
func namedByNetwork(r networkParts) []record.ID {
	var ids []record.ID
	for _, m := range r.Members {
		ids = append(ids, m.Party.ID)
	}
	for _, t := range r.Themes {
		ids = append(ids, t.Theme)
	}
	for _, m := range r.memberships {
		ids = append(ids, m.Unit)
	}
	return distinct(append(ids, r.Secretariat))
}

// distinct returns the ids that there are, each once.
func distinct(ids []record.ID) []record.ID {
	slices.Sort(ids)
	return slices.DeleteFunc(slices.Compact(ids), func(id record.ID) bool { return id == "" })
}

func (p *roomPages) composeNetwork(pg *web.Page, r networkParts) networkPage {
	v := networkPage{
		Page: pg, Home: homeName(pg, r.home), Name: pg.Say(r.Name), Summary: pg.Say(r.Summary),
		Form: string(r.Form), Kicker: pg.T("network.form." + string(r.Form)), JSON: "/api/v1/networks/" + string(r.ID),
	}
	if r.Short != v.Name.Text {
		v.Short = r.Short
	}
	pg.Title, pg.Description = v.Name.Text, v.Summary.Text
	pg.Crumbs = []web.Crumb{{Title: pg.T("nav.networks"), Href: pg.Href("/networks")}}
	if about := pg.Say(r.About); about.Text != "" {
		v.About, v.AboutLang = p.markdown.HTML(about.Text), about
	}
	for _, m := range r.memberships {
		v.Parts = append(v.Parts, networkPartOf(pg, m, r.cards))
	}
	var apart []link.Tie
	v.Members, apart = networkMembers(pg, r)
	v.Map = networkMap(pg, r)
	v.Papers = paperEntries(pg, r.papers)
	v.Links = linkEntries(pg, apart)
	v.facts(r)
	v.parts()
	return v
}

// parts lists the parts that the page has.
func (v *networkPage) parts() {
	v.Local.add(len(v.Parts) == 0, "part", v.T("network.part", "City", v.Home))
	v.Local.add(len(v.Parts) > 0, "part-1", v.T("network.part", "City", v.Home))
	v.Local.add(v.About != nil, "story", v.T("story."+v.Form))
	v.Local.add(len(v.Moments) > 0, "milestones", v.T("record.milestones"))
	v.Local.add(true, "facts", v.T("record.facts"))
	v.Local.add(true, "members", v.T("network.members"))
	v.Local.add(v.Map != nil, "map", v.T("map.title"))
	v.Local.add(len(v.Papers) > 0, "papers", v.T("relation.papers"))
	v.Local.add(len(v.Links) > 0, "links", v.T("record.related"))
	v.Local.add(len(v.Contests) > 0, "claims", v.T("fact.competing"))
	v.Local.add(len(v.Remarks) > 0, "remarks", v.T("relation.remarks"))
}

func networkPartOf(pg *web.Page, m *network.Membership, cards map[record.ID]record.Card) networkPart {
	part := networkPart{Summary: pg.Say(m.Summary), Ended: m.Until != ""}
	part.Period = web.Capital(strings.Join(period(pg, string(m.Since), string(m.Until)), ""))
	for _, x := range m.Roles {
		part.Roles = append(part.Roles, moment{
			order: x.Since, When: roleWhen(pg, x), Machine: string(x.Since), Deed: true,
			Title: web.Words{Text: web.Capital(pg.T("membership.role." + string(x.Role)))}, Text: pg.Say(x.Note),
		})
	}
	slices.SortStableFunc(part.Roles, byDay)
	for _, x := range m.Fees {
		part.Fees = append(part.Fees, networkFee{Year: pg.Date(string(x.Year)), Amount: pg.Money(string(x.Amount), x.Currency), Note: pg.Say(x.Note)})
	}
	for _, x := range m.Benefits {
		part.Benefits = append(part.Benefits, entry{Kicker: pg.Date(string(x.On)), Title: pg.Say(x.Text), Sources: stated(x.Source)})
	}
	if card, ok := cards[m.Unit]; ok {
		part.Unit = pg.Say(card.Title)
	}
	return part
}

// roleWhen writes when a role was held: "1990", or "2001 to 2005".
func roleWhen(pg *web.Page, x network.Role) string {
	if x.Until != "" {
		return strings.Join(period(pg, string(x.Since), string(x.Until)), "")
	}
	return pg.Date(string(x.Since))
}

// byDay orders moments by their days; what has none comes last.
func byDay(a, b moment) int {
	switch {
	case a.order == "" && b.order != "":
		return 1
	case a.order != "" && b.order == "":
		return -1
	}
	return cmp.Compare(a.order, b.order)
}

// facts composes the milestones, the remarks and the column of facts.
func (v *networkPage) facts(r networkParts) {
	pg := v.Page
	var rest []fact.Stated
	v.Moments, v.Remarks, rest = told(pg, r.facts)
	v.Contests, rest = contested(pg, rest, v.Home, v.Name.Text)
	if r.Founded != "" {
		v.Facts = append(v.Facts, labelled{Label: pg.T("fact.property.founded"), Values: words(pg.Date(string(r.Founded)))})
	}
	v.Facts = append(v.Facts, grouped(pg, rest)...)
	if card, ok := r.cards[r.Secretariat]; ok {
		v.Facts = append(v.Facts, labelled{Label: pg.T("network.secretariat"), Values: []value{{Text: pg.Say(card.Title)}}})
	}
	var themes []value
	for _, t := range r.Themes {
		if card, ok := r.cards[t.Theme]; ok {
			themes = append(themes, value{Text: pg.Say(card.Title), Href: pg.Href("/networks?theme=" + web.SlugIn(pg.Lang(), t.Theme, card.Slug))})
		}
	}
	v.Facts = withNames(v.Facts, pg.T("record.themes"), themes)
	if r.Website != "" {
		v.Facts = append(v.Facts, labelled{Label: pg.T("record.website"), Values: []value{{Text: web.Words{Text: shortAddress(r.Website)}, Href: r.Website}}})
	}
}

// withValues adds a label with its values, if there are any.
func withValues(to []labelled, label string, values []value) []labelled {
	if len(values) == 0 {
		return to
	}
	for i := range to {
		if to[i].Label == label { // a list of terms says each of them once
			to[i].Values = append(to[i].Values, values...)
			return to
		}
	}
	return append(to, labelled{Label: label, Values: values})
}

// withNames adds a label with names side by side, if there are any.
func withNames(to []labelled, label string, names []value) []labelled {
	out := withValues(to, label, names)
	if len(out) > len(to) {
		out[len(to)].Short = true
	}
	return out
}

// told takes apart what sources state: dated steps for a timeline, remarks, and all other facts.
func told(pg *web.Page, facts []fact.Stated) (steps []moment, remarks []value, rest []fact.Stated) {
	for _, x := range facts {
		switch x.Property {
		case "milestone":
			steps = append(steps, moment{
				order: x.AsOf, When: pg.Date(string(x.AsOf)), Machine: string(x.AsOf), Title: pg.Say(x.Text),
				Note: pg.Say(x.Note), Sources: sources(x.Sources),
			})
		case "note":
			remarks = append(remarks, valueOf(pg, x))
		default:
			rest = append(rest, x)
		}
	}
	slices.SortStableFunc(steps, byDay)
	return steps, remarks, rest
}

// contested takes out of the facts those of which the values differ. The preferred one comes first, then the youngest.
// Without a partner, what a partner states is headed with its source.
func contested(pg *web.Page, facts []fact.Stated, home, partner string) (out []claimed, rest []fact.Stated) {
	same := func(a, b fact.Stated) bool { return a.Property == b.Property && factLabel(pg, a) == factLabel(pg, b) }
	differ := func(a, b fact.Stated) bool {
		return same(a, b) && (a.Number != b.Number || a.Day != b.Day || a.Text != b.Text)
	}
	for i, x := range facts {
		if !slices.ContainsFunc(facts, func(o fact.Stated) bool { return differ(x, o) }) {
			rest = append(rest, x)
			continue
		}
		if slices.ContainsFunc(facts[:i], func(o fact.Stated) bool { return same(x, o) }) {
			continue // shown with the first of them
		}
		c := claimed{Heading: factLabel(pg, x)}
		var group []fact.Stated
		for _, o := range facts {
			if same(x, o) {
				group = append(group, o)
			}
		}
		slices.SortStableFunc(group, func(a, b fact.Stated) int {
			return cmp.Or(preferredFirst(a.Preferred, b.Preferred), cmp.Compare(b.AsOf, a.AsOf))
		})
		for _, o := range group {
			v := valueOf(pg, o)
			c.Values = append(c.Values, claim{
				Who:   sayer(pg, o, home, partner),
				Value: web.Words{Text: strings.ReplaceAll(v.Text.Text, "\u00a0", " "), Lang: v.Text.Lang}, // set large, it may need two lines
				When:  slices.DeleteFunc([]string{v.When}, func(s string) bool { return s == "" }), Tags: v.Tags, Open: v.Open, Note: v.Note, Used: o.Preferred, Sources: v.Sources,
			})
		}
		out = append(out, c)
	}
	return out, rest
}

// paperEntries lists council papers.
func paperEntries(pg *web.Page, papers []paper.Reference) []entry {
	var out []entry
	for _, x := range papers {
		e := entry{Kicker: pg.T("paper.number", "Number", x.Number), Title: pg.Say(x.Title), Href: x.Website, Text: pg.Say(x.Resolution)}
		e.Meta = joined(" · ", pg.Name(x.Body), pg.Date(string(cmp.Or(x.Decided, x.Dated, date.Partial("")))), resultWords(pg, string(x.Result)))
		out = append(out, e)
	}
	return out
}

// linkEntries lists links to other records; papers are shown as what they are.
func linkEntries(pg *web.Page, links []link.Tie) []entry {
	var out []entry
	for _, t := range links {
		if t.Other.Kind != "paper" && !t.Other.Title.Empty() {
			out = append(out, linkEntry(pg, t))
		}
	}
	return out
}
