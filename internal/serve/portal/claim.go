package portal

import (
	"slices"

	"kontor.example/internal/base/date"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/serve/web"
)

// claimed is a property of which the sources name different values, each as large as the others.
type claimed struct {
	Heading string
	Text    string
	Values  []claim
}

// A claim is one of the competing values.
type claim struct {
	Who     string // "Hannover says"
	Value   web.Words
	Machine string // the day, for machines
	Note    web.Words
	Used    bool // in lists
	Sources []source
}

// claims returns what the sources of a relation contradict each other about: its beginning, and what it is called.
func claims(pg *web.Page, r relationParts, home, partner string) []claimed {
	var out []claimed
	begin := claimed{Text: pg.T("relation.dates_differ_text")}
	label := claimed{Heading: pg.T("relation.labels_differ"), Text: pg.T("relation.dates_differ_text")}
	for _, x := range r.factsOf(r.ID) {
		switch {
		case x.Property == "since" && len(r.Sides) == 1: // of a ring, each side has a day of its own
			begin.add(pg, x, home, partner, x.Day != "" && x.Day == r.Since)
		case x.Property == "label":
			label.add(pg, x, home, partner, false)
		}
	}
	for _, c := range []claimed{begin, label} {
		if c.differ() {
			if c.Heading == "" {
				c.Heading = pg.T(c.headingOfDays())
			}
			c.useOne()
			out = append(out, c)
		}
	}
	return out
}

// add takes in a fact; equal values of the same side become one, with the sources of both.
func (c *claimed) add(pg *web.Page, x fact.Stated, home, partner string, listed bool) {
	v := claim{
		Who: sayer(pg, x.Side, home, partner), Value: pg.Say(x.Text), Note: pg.Say(x.Note), Used: x.Preferred || listed,
		Sources: sources(x.Sources),
	}
	if x.Day != "" {
		v.Value.Text, v.Machine = pg.Date(string(x.Day)), string(x.Day)
	}
	same := slices.IndexFunc(c.Values, func(o claim) bool { return o.Value == v.Value && o.Who == v.Who && o.Note == v.Note })
	if same < 0 {
		c.Values = append(c.Values, v)
		return
	}
	c.Values[same].Sources = append(c.Values[same].Sources, v.Sources...)
	c.Values[same].Used = c.Values[same].Used || v.Used
}

// differ reports whether there is a contradiction at all. A year and a day in that year do not contradict each other,
// but they are worth showing: only one value for all is not.
func (c claimed) differ() bool {
	return slices.ContainsFunc(c.Values, func(v claim) bool { return v.Value != c.Values[0].Value })
}

// headingOfDays returns the key of what to say of days that are not the same: one may only be more exact than another; the
// sides may name different ones; or else it is only the sources that do.
func (c claimed) headingOfDays() string {
	key := "relation.dates_exactness"
	for _, v := range c.Values {
		for _, o := range c.Values {
			a, b := date.Partial(v.Machine), date.Partial(o.Machine)
			if !a.Before(b) && !b.Before(a) {
				continue
			}
			if v.Who != o.Who {
				return "relation.dates_differ"
			}
			key = "relation.dates_sources"
		}
	}
	return key
}

// useOne leaves the mark of the value that lists show on one claim, and puts it first.
func (c *claimed) useOne() {
	used := slices.IndexFunc(c.Values, func(v claim) bool { return v.Used })
	for i := range c.Values {
		c.Values[i].Used = i == used
	}
	if used > 0 {
		v := c.Values[used]
		c.Values = slices.Insert(slices.Delete(c.Values, used, used+1), 0, v)
	}
}

// sayer says whose statement it is.
func sayer(pg *web.Page, side fact.Side, home, partner string) string {
	switch side {
	case fact.Own:
		return pg.T("relation.side_says", "City", home)
	case fact.Partner:
		return pg.T("relation.side_says", "City", partner)
	}
	return pg.T("relation.others_say")
}

// sayerOf is sayer for a date of an agreement.
func sayerOf(pg *web.Page, side relation.SideName, home, partner string) string {
	if side == relation.Own {
		return sayer(pg, fact.Own, home, partner)
	}
	return sayer(pg, fact.Partner, home, partner)
}

// A moment is one entry of the timeline.
type moment struct {
	order   date.Partial
	When    string // the day as far as it is known; empty if it is not
	Machine string
	Deed    bool // an agreement
	Kicker  string
	Title   web.Words
	Text    web.Words
	Note    web.Words
	Lines   []string
	Days    []claim // where the sides name different days
	Open    []string
	Sources []source
}

// timeline lists agreements, milestones and the steps of the history in the order of their days; what has none comes last.
func timeline(pg *web.Page, r relationParts, home, partner string) []moment {
	var out []moment
	for _, x := range r.deeds {
		out = append(out, deedMoment(pg, x, home, partner))
	}
	for _, x := range r.factsOf(r.ID) {
		m, ok := factMoment(pg, x)
		if !ok {
			continue
		}
		if i := deedOf(r.deeds, x); i >= 0 { // deeds come first
			out[i].Sources = append(out[i].Sources, m.Sources...)
			if m.Note.Text != "" {
				out[i].Lines = append(out[i].Lines, m.Note.Text)
			}
			continue
		}
		out = append(out, m)
	}
	for _, s := range r.History {
		m := moment{order: s.On, Kicker: pg.T("relation.status"), Title: pg.Say(s.Wording)}
		if m.Title.Text == "" {
			m.Title.Text = web.Capital(pg.T("relation.status." + string(s.Status)))
			m.Kicker = pg.T("relation.status")
		} else {
			m.Kicker = web.Capital(pg.T("relation.status." + string(s.Status)))
		}
		out = append(out, m)
	}
	for i := range out {
		out[i].When, out[i].Machine = pg.Date(string(out[i].order)), string(out[i].order)
	}
	slices.SortStableFunc(out, func(a, b moment) int {
		switch {
		case a.order == b.order:
			return 0
		case b.order == "" || a.order != "" && a.order < b.order:
			return -1
		}
		return 1
	})
	return out
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
			m.Lines = append(m.Lines, pg.T(key)+": "+text)
		}
	}
	line("agreement.place", pg.Name(x.Place))
	if x.InForce != x.Signed {
		line("agreement.in_force", pg.Date(string(x.InForce)))
	}
	line("agreement.ends", pg.Date(string(x.Ends)))
	line("agreement.languages", languages(pg, x.Languages))
	if x.Prevails != "" {
		line("agreement.prevails", pg.Language(x.Prevails))
	}
	for _, d := range x.Dates {
		m.Days = append(m.Days, claim{
			Who: sayerOf(pg, d.Side, home, partner), Value: web.Words{Text: pg.Date(string(d.On))},
			Machine: string(d.On), Note: pg.Say(d.Note), Sources: stated(d.Source),
		})
		if d.Source == x.Source {
			m.Sources = nil // said there
		}
	}
	return m
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
