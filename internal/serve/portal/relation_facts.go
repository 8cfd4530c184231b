package portal

import (
	"cmp"
	"slices"
	"strings"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
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
			return cmp.Or(preferredFirst(a.Preferred, b.Preferred), strings.Compare(string(b.AsOf), string(a.AsOf)))
		})
		l := labelled{Label: factLabel(pg, group[0]), Subject: group[0].Subject.ID}
		for _, x := range group {
			v := valueOf(pg, x)
			if x.Side == fact.Partner {
				v.Tags = append(v.Tags, pg.T("fact.side.partner"))
			}
			if x.Preferred && len(group) > 1 {
				v.Tags = append(v.Tags, pg.T("relation.used_in_lists"))
			}
			l.Values = append(l.Values, v)
		}
		out = append(out, l)
	}
	return out
}

// preferredFirst orders two values by whether they are preferred.
func preferredFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// facts composes the column of facts, the remarks, and what both sides work on in the words of the sources.
func (v *relationPage) facts(r relationParts) {
	pg := v.Page
	var listed, begun []fact.Stated
	website := false
	for _, x := range r.facts {
		_, told := factMoment(pg, x)
		switch {
		case x.Subject.ID == r.ID && x.Property == "since" && len(r.Sides) > 1: // the table of the sides says it
			v.SidesFrom = merged(v.SidesFrom, sources(x.Sources))
		case x.Subject.ID == r.ID && x.Property == "since" && len(r.Sides) == 1:
			if !v.contests(x) {
				begun = append(begun, x)
			}
		case told && x.Subject.ID == r.ID:
		case x.Property == "note":
			v.Remarks = append(v.Remarks, valueOf(pg, x))
		case x.Property == "coordinates": // the page of the place says it
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
	short := func(label string, names []value) { v.Facts = withNames(v.Facts, label, names) }
	add(pg.T("fact.property.since"), beginning(pg, begun)...)
	add(pg.T("record.country"), v.countries(r)...)
	for _, g := range grouped(pg, listed) {
		v.Facts = append(v.Facts, v.ofSide(r, g))
	}
	short(pg.T("record.themes"), v.themes(r))
	if r.RGREKind != "" {
		kind := value{
			Text: web.Words{Text: web.Capital(pg.T("relation.rgre_kind." + string(r.RGREKind)))},
			Note: web.Words{Text: pg.T("relation.rgre_name")},
		}
		if r.RGREInferred {
			kind.Open = []string{pg.T("relation.inferred")}
		}
		add(pg.T("relation.rgre_kind"), kind)
	}
	if r.OwnSide != relation.OwnCity {
		for _, id := range []record.ID{r.OwnPlace, r.OwnUnit} {
			if card, ok := r.cards[id]; ok {
				add(pg.T("relation.own_side"), value{Text: pg.Say(card.Title)})
			}
		}
	}
	add(v.partnerSays(), v.onlySide(r, begun)...)
	add(pg.T("relation.lead_unit"), unitNames(pg, r, relation.Lead)...)
	add(pg.T("relation.unit_deputies"), unitNames(pg, r, relation.Deputy)...)
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
	if len(r.partners) == 1 { // of several, nobody could tell whose they are
		short(pg.T("record.other_names"), spellings(pg, r))
	}
	short(pg.T("record.identifiers"), identifiers(r))
	confirmed := value{Open: []string{pg.T("record.not_confirmed")}}
	if r.ConfirmedOn != "" {
		confirmed = value{Text: web.Words{Text: pg.Date(string(r.ConfirmedOn))}}
	}
	add(pg.T("record.confirmed_at"), confirmed)
}

// contests reports whether a fact stands among the claims, with all of its sources.
func (v *relationPage) contests(x fact.Stated) bool {
	who, day := sayer(v.Page, x, v.HomeName, v.Name), v.Page.Date(string(x.Day))
	return x.Day != "" && slices.ContainsFunc(v.Claims, func(c claimed) bool {
		return slices.ContainsFunc(c.Values, func(o claim) bool {
			return o.Who == who && o.dates(day) && len(merged(o.Sources, sources(x.Sources))) == len(o.Sources)
		})
	})
}

// beginning says when the relation began and who says so, where nobody contradicts: what several state alike stands there
// once, with the sources of all.
func beginning(pg *web.Page, begun []fact.Stated) []value {
	slices.SortStableFunc(begun, func(a, b fact.Stated) int { return preferredFirst(a.Preferred, b.Preferred) })
	var out []value
	for _, x := range begun {
		v := valueOf(pg, x)
		same := slices.IndexFunc(out, func(o value) bool { return o.Text == v.Text && (o.Note == v.Note || v.Note.Text == "") })
		if same >= 0 {
			out[same].Sources = merged(out[same].Sources, v.Sources)
		} else {
			out = append(out, v)
		}
	}
	return out
}

// ofSide names the place that a fact is about, where it might be any of several.
func (v *relationPage) ofSide(r relationParts, g labelled) labelled {
	for _, c := range r.partners {
		if c.Place == g.Subject && len(r.partners) > 1 {
			g.Label = v.Page.Name(c.Name) + ": " + g.Label
		}
	}
	return g
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
		out = append(out, value{
			Text: v.Say(card.Title), Href: v.Href("/relations?theme=" + web.SlugIn(v.Lang(), t.Theme, card.Slug)),
			When: strings.Join(period(v.Page, string(t.Since), string(t.Until)), ""),
		})
	}
	return out
}

// period writes from when until when something held; nothing if neither is known. What begins and ends at once is
// an event.
func period(pg *web.Page, since, until string) []string {
	switch {
	case since != "" && since == until:
		return []string{momentOf(pg, since)}
	case since != "" && until != "":
		return []string{fromUntil(pg, since, until)}
	case since != "":
		return []string{pg.T("time.since", "Date", pg.Date(since))}
	case until != "":
		return []string{pg.T("time.until", "Date", pg.Date(until))}
	}
	return nil
}

// fromUntil writes from when until when; a year or a month that both ends have is said once.
func fromUntil(pg *web.Page, since, until string) string {
	from := pg.Date(since)
	if len(since) > 4 && len(until) > 4 && since[:4] == until[:4] {
		from = strings.TrimSuffix(from, " "+since[:4])
	}
	return pg.T("time.from_until", "From", from, "Until", pg.Date(until))
}

// momentOf writes when something happened, as far as it is known: "on 3 May 2023", "in May 2023", "2023".
func momentOf(pg *web.Page, on string) string {
	switch len(on) {
	case len("2006-01-02"):
		return pg.T("time.on_day", "Date", pg.Date(on))
	case len("2006-01"):
		return pg.T("time.in_month", "Date", pg.Date(on))
	}
	return pg.Date(on)
}

// spellings lists the other names of the partner places, each once.
func spellings(pg *web.Page, r relationParts) []value {
	var out []value
	for _, s := range r.spellings {
		if s.Lang == "" && !s.Historic || slices.ContainsFunc(r.partners, func(c relation.Counterpart) bool { return pg.Name(c.Name) == s.Name }) {
			continue // a mere spelling, to be found by; or the name that heads the page
		}
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
