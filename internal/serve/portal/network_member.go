package portal

import (
	"slices"
	"strings"

	"kontor.example/internal/domain/link"
	"kontor.example/internal/domain/network"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// A networkMember is another member that a source names, with the relations that the office has with it.
type networkMember struct {
	Name    web.Words
	Href    string
	Note    web.Words
	Ties    []entry
	Linked  []entry // what links between the network and the member or such a relation add
	Sources []source

	party record.ID
}

// networkMembers lists the other members that sources name, by name. A link to one of them, or to a relation with it,
// is told there; apart are the links that remain.
func networkMembers(pg *web.Page, r networkParts) (members []networkMember, apart []link.Tie) {
	for _, m := range r.Members {
		if card, ok := r.cards[m.Party.ID]; ok {
			members = append(members, networkMember{
				Name: pg.Say(card.Title), Href: pg.RecordHref("/"+m.Party.Kind+"s", card.ID, card.Slug),
				Note: pg.Say(m.Note), Sources: stated(m.Source), party: card.ID,
			})
		}
	}
	slices.SortStableFunc(members, func(a, b networkMember) int { return pg.Compare(a.Name.Text, b.Name.Text) })
	at := map[record.ID]int{} // of members and the relations with them: where they are listed
	for i, m := range members {
		at[m.party] = i
		for _, e := range r.encounters {
			if e.Party == m.party {
				members[i].Ties = append(members[i].Ties, entry{Title: tieName(pg, m.Name, e), Href: pg.RecordHref("/relations", e.ID, e.Slug)})
				at[e.ID] = i
			}
		}
	}
	for _, t := range r.links {
		i, ok := at[t.Other.ID]
		if !ok || !asMember(t.Role) {
			apart = append(apart, t)
			continue
		}
		m := &members[i]
		if e := linkEntry(pg, t); e.Text.Text != "" && e.Text != m.Note || e.When != "" {
			m.Linked = append(m.Linked, e)
		}
		m.Sources = merged(m.Sources, stated(t.Source))
	}
	return members, apart
}

// tieName is what leads to a relation with a member: its title, or its form where that would be the name of the member once
// more, which leads elsewhere.
func tieName(pg *web.Page, member web.Words, e network.Encounter) web.Words {
	if title := pg.Say(e.Title); title.Text != member.Text {
		return title
	}
	return web.Words{Text: joined(" ", web.Capital(pg.T("relation.form."+e.Form)), strings.Join(period(pg, string(e.Since), ""), ""))}
}

// asMember tells whether a link of this role says what a membership says as well. A member that carries or houses the
// network does more than the others.
func asMember(role link.Role) bool {
	return role == link.PartOf || role == link.Concerns || role == link.Cooperate
}
