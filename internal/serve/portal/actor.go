package portal

import (
	"cmp"
	"slices"
	"strings"

	"kontor.example/internal/base/date"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/party"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// actorEntries are the organisations that carry a relation, each with what sources say of it.
func actorEntries(pg *web.Page, actors []party.Actor, facts []fact.Stated) []entry {
	about := map[record.ID][]fact.Stated{}
	for _, x := range facts {
		about[x.Subject.ID] = append(about[x.Subject.ID], x)
	}
	var out []entry
	for _, a := range actors {
		out = append(out, entry{
			Title: registered(pg.Say(a.Name)), Href: a.Website, Text: pg.Say(a.Summary), Tags: period(pg, string(a.Since), string(a.Until)),
			Meta: web.Capital(pg.T("organisation.form." + string(a.Form))), Seat: pg.Say(a.Seat),
			Facts: inBrief(pg, about[a.ID]), Sources: stated(a.Source),
		})
		lastOnce(&out[len(out)-1])
	}
	return out
}

// registered keeps the letters for a registered society in one line.
func registered(name web.Words) web.Words {
	name.Text = strings.ReplaceAll(name.Text, "e. V.", "e.\u00a0V.")
	return name
}

// lastOnce takes away the sources of an entry where the line just above them has the same.
func lastOnce(e *entry) {
	if n := len(e.Facts); n > 0 && slices.Equal(e.Facts[n-1].Values[len(e.Facts[n-1].Values)-1].Sources, e.Sources) {
		e.Sources = nil
	}
}

// inBrief writes facts as lines, in the order of their days; what has none comes last. A step is headed with its day, a
// remark speaks for itself.
func inBrief(pg *web.Page, facts []fact.Stated) []labelled {
	day := func(x fact.Stated) date.Partial { return cmp.Or(x.Day, x.AsOf, "9999") }
	facts = slices.Clone(facts)
	slices.SortStableFunc(facts, func(a, b fact.Stated) int { return cmp.Compare(day(a), day(b)) })
	var out []labelled
	for _, x := range facts {
		l := labelled{Values: []value{valueOf(pg, x)}}
		switch x.Property {
		case "milestone":
			l.Label, l.Values[0].When = pg.Date(string(x.AsOf)), ""
		case "note":
		default:
			l.Label = factLabel(pg, x)
		}
		out = append(out, l)
	}
	return out
}
