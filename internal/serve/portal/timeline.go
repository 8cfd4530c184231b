package portal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kontor.example/internal/base/date"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/serve/web"
)

// A moment is one entry of the timeline.
type moment struct {
	order   date.Partial
	When    string // the day as far as it is known; empty if it is not
	Machine string
	Deed    bool // an agreement, or a role: its mark is filled
	Kicker  string
	Title   web.Words
	Text    web.Words
	Note    web.Words
	Lines   []web.Words
	Days    []claim // where the sides name different days
	Claimed anchor  // where the page tells more of them
	Open    []string
	Sources []source
}

// timeline lists agreements, milestones and the steps of the history in the order of their days; what has none comes
// last. A step that an agreement of its day tells already is left out.
func timeline(pg *web.Page, r relationParts, home, partner string, claims []claimed) []moment {
	var out []moment
	for _, x := range r.deeds {
		m := deedMoment(pg, x, home, partner)
		if i := slices.IndexFunc(claims, func(c claimed) bool { return c.names(m.Days) }); i >= 0 && len(m.Days) > 0 {
			m.Days, m.Claimed = bareDays(m.Days), anchor{claims[i].ID, claims[i].Heading}
		} else if slices.ContainsFunc(x.Dates, func(d relation.SideDate) bool { return d.Source == x.Source }) {
			m.Sources = nil // said there
		}
		out = append(out, m)
	}
	for _, x := range r.factsOf(r.ID) {
		m, ok := factMoment(pg, x)
		if !ok {
			continue
		}
		if i := deedOf(r.deeds, x); i >= 0 { // deeds come first
			out[i].Sources = merged(out[i].Sources, m.Sources)
			if m.Note.Text != "" {
				out[i].Lines = append(out[i].Lines, m.Note)
			}
			continue
		}
		out = append(out, m)
	}
	for _, s := range r.History {
		m := stepMoment(pg, s)
		for _, x := range r.factsOf(r.ID) {
			if x.Property == "since" && x.Day != "" && x.Day == s.On && len(r.Sides) == 1 {
				m.Sources = merged(m.Sources, sources(x.Sources))
			}
		}
		at := slices.IndexFunc(out[:len(r.deeds)], func(d moment) bool { return comesAbout(s.Status) && m.sameDay(d) })
		if at < 0 {
			out = append(out, m)
			continue
		}
		if !out[at].tells(m.Title.Text) {
			out[at].Lines = append(out[at].Lines, m.Title)
		}
		out[at].Sources = merged(out[at].Sources, unsaid(m.Sources, out[at].Days))
	}
	cited := citedIn(r.facts)
	for i := range out {
		m := &out[i]
		if m.Machine = string(m.order); m.When == "" {
			m.When = pg.Date(m.Machine)
		}
		if strings.Contains(strings.ToLower(m.Title.Text), strings.ToLower(m.Kicker)) {
			m.Kicker = ""
		}
		m.Sources = titled(m.Sources, cited)
	}
	slices.SortStableFunc(out, byDay)
	return out
}

// unsaid are the sources that do not stand beside one of the days.
func unsaid(of []source, days []claim) []source {
	return slices.DeleteFunc(of, func(s source) bool {
		return slices.ContainsFunc(days, func(d claim) bool { return slices.Contains(d.Sources, s) })
	})
}

// comesAbout reports whether a step of this status brings a relation about, as an agreement does.
func comesAbout(s relation.Status) bool {
	return s == relation.Exploring || s == relation.Agreed || s == relation.Active
}

// stepMoment is a step of the history on the timeline. That a relation is active goes without saying.
func stepMoment(pg *web.Page, s relation.Step) moment {
	m := moment{order: s.On, Title: pg.Say(s.Wording), Sources: stated(s.Source)}
	status := web.Capital(pg.T("relation.status." + string(s.Status)))
	switch {
	case m.Title.Text == "":
		m.Title.Text = status
	case s.Status != relation.Active:
		m.Kicker = status
	}
	return m
}

// sameDay reports whether a moment is on the day of another, as far as its own is known.
func (m moment) sameDay(of moment) bool {
	return m.order != "" && (of.order == m.order || strings.HasPrefix(string(of.order), string(m.order)+"-"))
}

// tells reports whether a moment says already what a sentence does: half of the words that carry it are there.
func (m moment) tells(sentence string) bool {
	own := strings.ToLower(strings.Join([]string{m.Kicker, m.Title.Text, m.Text.Text}, " "))
	all, there := 0, 0
	for _, word := range strings.FieldsFunc(strings.ToLower(sentence), func(c rune) bool { return !unicode.IsLetter(c) }) {
		if utf8.RuneCountInString(word) < 4 {
			continue
		}
		all++
		if strings.Contains(own, word) {
			there++
		}
	}
	return 2*there >= all
}

// bothKinds reports whether a timeline has agreements and other moments, so that its marks need a key.
func bothKinds(list []moment) bool {
	deed := func(m moment) bool { return m.Deed }
	return slices.ContainsFunc(list, deed) && slices.ContainsFunc(list, func(m moment) bool { return !m.Deed })
}

// deedOf finds the agreement that a fact tells of: a decision of the council, or a signing, on the same day.
func deedOf(deeds []relation.Deed, x fact.Stated) int {
	return slices.IndexFunc(deeds, func(d relation.Deed) bool {
		decided := d.Form == relation.CouncilDecision
		return x.Day != "" && d.Signed == x.Day && (x.Property == "council-decision" && decided || x.Property == "signed" && !decided)
	})
}

// deedMoment is an agreement on the timeline.
func deedMoment(pg *web.Page, x relation.Deed, home, partner string) moment {
	m := moment{order: x.Signed, Deed: true, Title: pg.Say(x.Title), Text: pg.Say(x.Summary), Sources: stated(x.Source)}
	if x.Form != "" {
		m.Kicker = web.Capital(pg.T("agreement.form." + string(x.Form)))
	}
	line := func(key, text string) {
		if text != "" {
			m.Lines = append(m.Lines, web.Words{Text: pg.T(key) + ": " + text})
		}
	}
	line("agreement.place", pg.Name(x.Place))
	if x.InForce != x.Signed {
		line("agreement.in_force", pg.Date(string(x.InForce)))
	}
	if x.Signed != "" && x.Ends != "" {
		m.When = fromUntil(pg, string(x.Signed), string(x.Ends))
	} else {
		line(endKey(x.Ends, date.Of(pg.Now)), pg.Date(string(x.Ends)))
	}
	line("agreement.languages", languages(pg, x.Languages))
	if x.Prevails != "" {
		line("agreement.prevails", pg.Language(x.Prevails))
	}
	for _, d := range x.Dates {
		m.Days = append(m.Days, claim{
			Who: sayerOf(pg, d.Side, home, partner), Value: web.Words{Text: pg.Date(string(d.On))},
			Machine: string(d.On), Note: pg.Say(d.Note), Sources: stated(d.Source),
		})
	}
	return m
}

// bareDays are days without what the page says of them elsewhere: their notes and sources.
func bareDays(days []claim) []claim {
	out := make([]claim, len(days))
	for i, d := range days {
		out[i] = claim{Who: d.Who, Value: d.Value, Machine: d.Machine}
	}
	return out
}

// endKey is the key of how to say that an agreement ends, or has ended.
func endKey(ends, today date.Partial) string {
	if ends.Before(today) {
		return "agreement.ended"
	}
	return "agreement.ends"
}

// undated reports whether no moment has a day: then there is no line in time to draw.
func undated(list []moment) bool {
	return !slices.ContainsFunc(list, func(m moment) bool { return m.When != "" })
}

// factMoment is a milestone, a decision or a signing that a source tells of, on the timeline; ok is false for other facts.
func factMoment(pg *web.Page, x fact.Stated) (m moment, ok bool) {
	m = moment{order: x.AsOf, Title: pg.Say(x.Text), Note: pg.Say(x.Note), Sources: sources(x.Sources)}
	switch {
	case x.Property == "milestone":
	case x.Property == "council-decision" || x.Property == "signed":
		if x.Day != "" {
			m.order, m.Title = x.Day, web.Words{Text: factLabel(pg, x)}
		} else {
			m.Kicker = factLabel(pg, x)
		}
	default:
		return m, false
	}
	if x.Qualifier == fact.Inferred {
		m.Open = append(m.Open, pg.T("fact.qualifier.inferred"))
	}
	return m, true
}
