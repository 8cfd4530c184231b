package portal

import (
	"slices"
	"strconv"
	"strings"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/link"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// factsOf returns the facts about one of the subjects.
func (r relationParts) factsOf(subject record.ID) []fact.Stated {
	return slices.DeleteFunc(slices.Clone(r.facts), func(x fact.Stated) bool { return x.Subject.ID != subject })
}

// factLabel is what a fact is headed with: its own label, or the words for its property.
func factLabel(pg *web.Page, x fact.Stated) string {
	if own := pg.Name(x.Label); own != "" {
		return own
	}
	if key := "fact.property." + x.Property; pg.Has(key) {
		return pg.T(key)
	}
	return web.Capital(strings.ReplaceAll(x.Property, "-", " "))
}

// grouped puts the facts of one subject and property together, the preferred value first and then the youngest. Where
// the values compete, the preferred one is marked.
func grouped(pg *web.Page, facts []fact.Stated) []labelled {
	var order []string
	groups := map[string][]fact.Stated{}
	for _, x := range facts {
		key := string(x.Subject.ID) + x.Property + factLabel(pg, x)
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], x)
	}
	var out []labelled
	for _, key := range order {
		group := groups[key]
		slices.SortStableFunc(group, func(a, b fact.Stated) int {
			if a.Preferred != b.Preferred {
				return map[bool]int{true: -1, false: 1}[a.Preferred]
			}
			return strings.Compare(string(b.AsOf), string(a.AsOf))
		})
		l := labelled{Label: factLabel(pg, group[0])}
		for _, x := range group {
			v := valueOf(pg, x)
			if x.Preferred && len(group) > 1 {
				v.Tags = append(v.Tags, pg.T("fact.preferred"))
			}
			l.Values = append(l.Values, v)
		}
		out = append(out, l)
	}
	return out
}

// facts composes the column of facts, the remarks, and what both sides work on in the words of the sources.
func (v *relationPage) facts(r relationParts) {
	pg := v.Page
	var listed []fact.Stated
	website := false
	for _, x := range r.facts {
		_, told := factMoment(pg, x)
		switch {
		case told && x.Subject.ID == r.ID, x.Subject.ID == r.ID && x.Property == "since" && len(r.Sides) == 1:
		case x.Property == "note":
			v.Remarks = append(v.Remarks, valueOf(pg, x))
		case x.Property == "contact-focus":
			v.Focus = append(v.Focus, valueOf(pg, x))
		case x.Property == "label" && slices.ContainsFunc(v.Claims, func(c claimed) bool { return c.Heading == pg.T("relation.labels_differ") }):
		default:
			website = website || x.Property == "website"
			listed = append(listed, x)
		}
	}
	slices.SortStableFunc(listed, func(a, b fact.Stated) int { return rank(a.Property) - rank(b.Property) })
	add := func(label string, values ...value) {
		if len(values) > 0 {
			v.Facts = append(v.Facts, labelled{Label: label, Values: values})
		}
	}
	short := func(label string, values []value) {
		if len(values) > 0 {
			v.Facts = append(v.Facts, labelled{Label: label, Values: values, Short: true})
		}
	}
	add(pg.T("record.country"), v.countries(r)...)
	v.Facts = append(v.Facts, grouped(pg, listed)...)
	short(pg.T("record.themes"), v.themes(r))
	if r.RGREKind != "" {
		kind := value{Text: web.Words{Text: web.Capital(pg.T("relation.rgre_kind." + string(r.RGREKind)))}}
		if r.RGREInferred {
			kind.Open = []string{pg.T("relation.inferred")}
		}
		add(pg.T("relation.rgre_kind"), kind)
	}
	if r.OwnSide != relation.OwnCity {
		for _, id := range []record.ID{r.OwnPlace, r.OwnUnit} {
			if card, ok := r.cards[id]; ok {
				add(pg.T("relation.own_side"), value{Text: web.Words{Text: pg.Name(card.Title)}})
			}
		}
	}
	add(pg.T("relation.side_says", "City", v.Name), onlySide(pg, r)...)
	add(pg.T("relation.lead_unit"), words(unitNames(pg, r, relation.Lead))...)
	add(pg.T("relation.unit_deputies"), words(unitNames(pg, r, relation.Deputy))...)
	if r.Website != "" {
		add(pg.T("relation.website"), value{Text: web.Words{Text: shortAddress(r.Website)}, Href: r.Website})
	}
	if !website {
		for _, c := range r.partners {
			if c.Website != "" && len(r.partners) == 1 {
				add(pg.T("fact.property.website"), value{Text: web.Words{Text: shortAddress(c.Website)}, Href: c.Website})
			}
		}
	}
	short(pg.T("record.other_names"), spellings(pg, r))
	short(pg.T("record.identifiers"), identifiers(r))
	confirmed := value{Open: []string{pg.T("record.not_confirmed")}}
	if r.ConfirmedOn != "" {
		confirmed = value{Text: web.Words{Text: pg.Date(string(r.ConfirmedOn))}}
	}
	add(pg.T("record.confirmed_at"), confirmed)
}

// rank orders the facts of the column: who lives there first.
func rank(property string) int {
	order := []string{"population", "area", "altitude", "website"}
	if i := slices.Index(order, property); i >= 0 {
		return i
	}
	return len(order)
}

// words is a value for each text that is not empty.
func words(texts ...string) []value {
	var out []value
	for _, s := range texts {
		if s != "" {
			out = append(out, value{Text: web.Words{Text: s}})
		}
	}
	return out
}

func (v *relationPage) countries(r relationParts) []value {
	var names []string
	for _, c := range r.partners {
		if name := v.Country(c.Country); c.Country != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return words(strings.Join(names, ", "))
}

// themes lists what the relation is about, each a link to the relations that share it.
func (v *relationPage) themes(r relationParts) []value {
	var out []value
	for _, t := range r.Themes {
		card, ok := r.cards[t.Theme]
		if !ok {
			continue
		}
		out = append(out, value{Text: v.Say(card.Title), Href: v.Href("/relations?theme=" + web.SlugIn(v.Lang(), t.Theme, card.Slug)),
			Tags: period(v.Page, string(t.Since), string(t.Until))})
	}
	return out
}

// period writes from when until when something held, as a tag; none if neither is known.
func period(pg *web.Page, since, until string) []string {
	switch {
	case since != "" && until != "":
		return []string{pg.T("time.from_until", "From", pg.Date(since), "Until", pg.Date(until))}
	case since != "":
		return []string{pg.T("time.since", "Date", pg.Date(since))}
	case until != "":
		return []string{pg.T("time.until", "Date", pg.Date(until))}
	}
	return nil
}

// spellings lists the other names of the partner places, each once.
func spellings(pg *web.Page, r relationParts) []value {
	var out []value
	for _, s := range r.spellings {
		v := value{Text: web.Words{Text: s.Name, Lang: i18n.Lang(s.Lang)}}
		if s.Historic {
			v.Tags = []string{pg.T("place.historic")}
		}
		if !slices.ContainsFunc(out, func(o value) bool { return o.Text.Text == v.Text.Text }) {
			out = append(out, v)
		}
	}
	return out
}

func identifiers(r relationParts) []value {
	var out []value
	if len(r.partners) != 1 {
		return nil
	}
	if q := r.partners[0].Wikidata; q != "" {
		out = append(out, value{Text: web.Words{Text: "Wikidata " + q}, Href: "https://www.wikidata.org/wiki/" + q})
	}
	if n := r.partners[0].GeoNames; n != "" {
		out = append(out, value{Text: web.Words{Text: "GeoNames " + n}, Href: "https://www.geonames.org/" + n})
	}
	return out
}

// lists composes what hangs together with the relation.
func (v *relationPage) lists(r relationParts) {
	pg := v.Page
	for _, x := range r.projects {
		v.Projects = append(v.Projects, projectEntry(pg, x))
	}
	for _, a := range r.actors {
		e := entry{Title: pg.Say(a.Name), Href: a.Website, Text: pg.Say(a.Summary), Tags: period(pg, string(a.Since), string(a.Until)),
			Sources: stated(a.Source)}
		e.Meta = joined(" · ", web.Capital(pg.T("organisation.form."+string(a.Form))), pg.Name(a.Seat))
		v.Actors = append(v.Actors, e)
	}
	for _, n := range r.networks {
		var roles []string
		for _, role := range n.Roles {
			if word := pg.T("membership.role." + string(role)); !slices.Contains(roles, word) {
				roles = append(roles, word)
			}
		}
		e := entry{Title: pg.Say(n.Name), Href: pg.RecordHref("/networks", n.ID, n.Slug)}
		e.Meta = joined(" · ", web.Capital(strings.Join(roles, ", ")), strings.Join(period(pg, string(n.Since), ""), ""))
		v.Networks = append(v.Networks, e)
	}
	for _, x := range r.papers {
		e := entry{Kicker: pg.T("paper.number", "Number", x.Number), Title: pg.Say(x.Title), Href: x.Website, Text: pg.Say(x.Resolution)}
		day := x.Decided
		if day == "" {
			day = x.Dated
		}
		e.Meta = joined(" · ", pg.Name(x.Body), pg.Date(string(day)), resultWords(pg, string(x.Result)))
		v.Papers = append(v.Papers, e)
	}
	for _, t := range r.links {
		if t.Other.Kind == "paper" || t.Other.Kind == "organisation" && t.Role == link.Supports && !t.Out || t.Other.Title.Empty() {
			continue // shown as what they are
		}
		v.Links = append(v.Links, linkEntry(pg, t))
	}
}

func resultWords(pg *web.Page, result string) string {
	if result == "" {
		return ""
	}
	return pg.T("paper.result." + result)
}

// linkEntry is a link as a line: what ties the two, and the other end.
func linkEntry(pg *web.Page, t link.Tie) entry {
	key := "link.role."
	if !t.Out {
		key = "link.role_back."
	}
	return entry{Kicker: web.Capital(pg.T(key + string(t.Role))), Title: pg.Say(t.Other.Title),
		Href: pg.RecordHref("/"+t.Other.Kind+"s", t.Other.ID, t.Other.Slug), Meta: web.Capital(pg.T("kind." + t.Other.Kind + ".one")),
		Text: pg.Say(t.Note), Tags: period(pg, string(t.Since), string(t.Until)), Sources: stated(t.Source)}
}

// projectEntry is a project as a line.
func projectEntry(pg *web.Page, x project.Outline) entry {
	e := entry{Kicker: web.Capital(pg.T("project.form." + string(x.Form))), Title: pg.Say(x.Title),
		Href: pg.RecordHref("/projects", x.ID, x.Slug), Text: pg.Say(x.Summary)}
	status := ""
	if x.Status != "" {
		status = pg.T("project.status." + string(x.Status))
	}
	e.Meta = joined(" · ", strings.Join(period(pg, string(x.Starts), string(x.Ends)), ""), status)
	return e
}

// joined joins what is not empty.
func joined(by string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), by)
}

// languages writes tags separated by spaces as names.
func languages(pg *web.Page, tags string) string {
	var out []string
	for _, tag := range strings.Fields(tags) {
		out = append(out, pg.Language(tag))
	}
	return strings.Join(out, ", ")
}

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
		row := sideRow{Name: pg.Say(card.Title), Href: pg.RecordHref("/"+s.Party.Kind+"s", card.ID, card.Slug), Label: pg.Say(s.Label),
			Since: pg.Date(string(s.Since)), Until: pg.Date(string(s.Until)), Resting: s.Status != "" && s.Status != relation.Active,
			Doc: stated(s.Document)}
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
