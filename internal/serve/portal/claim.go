package portal

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kontor.example/internal/base/date"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/serve/web"
)

// claimed is a property of which the sources name different values, each as large as the others.
type claimed struct {
	ID      string // on the page
	Heading string
	Values  []claim
}

// A claim is one of the competing values.
type claim struct {
	Who     string // "Hannover says"
	Value   web.Words
	Machine string   // the day, for machines
	When    []string // as of when, since when
	Tags    []string
	Open    []string // tags that warn
	Note    web.Words
	Used    bool // in lists
	Sources []source
}

// A speaker is one of those who name a value, with all that they name.
type speaker struct {
	Who    string
	Values []claim
}

// speakers puts the values together that the same one names, in the order in which they are first heard.
func (c claimed) speakers() []speaker {
	var out []speaker
	for _, v := range c.Values {
		i := slices.IndexFunc(out, func(s speaker) bool { return s.Who == v.Who })
		if i < 0 {
			i, out = len(out), append(out, speaker{Who: v.Who})
		}
		out[i].Values = append(out[i].Values, v)
	}
	return out
}

// used reports whether lists use one of the speaker's values.
func (s speaker) used() bool {
	return slices.ContainsFunc(s.Values, func(v claim) bool { return v.Used })
}

// size returns the class for the values: one for all of them, by the longest, since none weighs more than another.
func (c claimed) size() string {
	longest := 0
	for _, v := range c.Values {
		longest = max(longest, utf8.RuneCountInString(v.Value.Text))
	}
	switch {
	case longest > 60:
		return "k-claim__value--long"
	case longest > 22:
		return "k-claim__value--words"
	}
	return ""
}

// claims returns what the sources of a relation contradict each other about: its beginning, and what it is called.
func claims(pg *web.Page, r relationParts, home, partner string) []claimed {
	var out []claimed
	begin := claimed{}
	label := claimed{Heading: pg.T("relation.labels_differ")}
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
				key, days := c.headingOfDays()
				c.Heading = pg.T(key, "Number", numberWord(pg, days))
			}
			c.ID = "claims"
			if len(out) > 0 {
				c.ID = "claims-" + strconv.Itoa(len(out)+1)
			}
			c.useOne()
			out = append(out, c)
		}
	}
	if label.differ() && !begin.differ() && len(r.Sides) == 1 {
		out[0].since(pg, begin.Values, r.Sides[0], partner)
	}
	return out
}

// since adds to what a side calls the relation since when it does so.
func (c *claimed) since(pg *web.Page, begun []claim, side relation.Side, partner string) {
	who := pg.T("relation.side_says", "City", partner)
	if side.Since != "" && !slices.ContainsFunc(begun, func(v claim) bool { return v.Who == who }) {
		begun = append(begun, claim{Who: who, Machine: string(side.Since), Sources: stated(side.Document)})
	}
	for _, v := range begun {
		when := pg.T("time.since", "Date", pg.Date(v.Machine))
		same := slices.IndexFunc(c.Values, func(o claim) bool { return o.Who == v.Who && slices.Equal(o.Sources, v.Sources) })
		if v.Machine != "" && same >= 0 {
			c.Values[same].When = append(c.Values[same].When, when)
			continue
		}
		if v.Machine != "" && slices.ContainsFunc(c.Values, func(o claim) bool { return o.Who == v.Who }) {
			v.Value, v.Machine, v.Used = web.Words{Text: when}, "", false
			c.Values = append(c.Values, v)
		}
	}
}

// dates reports whether a claim names a day, as the page writes it.
func (c claim) dates(day string) bool {
	return strings.Contains(c.Value.Text, day) || slices.ContainsFunc(c.When, func(t string) bool { return strings.Contains(t, day) })
}

// names reports whether all of these days are among the values.
func (c claimed) names(days []claim) bool {
	return !slices.ContainsFunc(days, func(d claim) bool {
		return !slices.ContainsFunc(c.Values, func(v claim) bool { return v.Machine == d.Machine })
	})
}

// add takes in a fact; equal values of the same side become one, with the sources of both.
func (c *claimed) add(pg *web.Page, x fact.Stated, home, partner string, listed bool) {
	v := claim{
		Who: sayer(pg, x, home, partner), Value: pg.Say(x.Text), Note: pg.Say(x.Note), Used: x.Preferred || listed,
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
	c.Values[same].Sources = merged(c.Values[same].Sources, v.Sources)
	c.Values[same].Used = c.Values[same].Used || v.Used
}

// differ reports whether there is a contradiction at all. A year and a day in that year do not contradict each other,
// but they are worth showing: only one value for all is not.
func (c claimed) differ() bool {
	return slices.ContainsFunc(c.Values, func(v claim) bool { return v.Value != c.Values[0].Value })
}

// headingOfDays returns the key of what heads days that are not the same, and how many there are: one may only be more exact
// than another. It does not say who names them, which may be the sides, or neither of them.
func (c claimed) headingOfDays() (key string, several int) {
	key = "relation.dates_exactness"
	var days []string
	for _, v := range c.Values {
		for _, o := range c.Values {
			if a, b := date.Partial(v.Machine), date.Partial(o.Machine); a.Before(b) || b.Before(a) {
				key = "relation.dates_differ"
			}
		}
		if !slices.Contains(days, v.Machine) {
			days = append(days, v.Machine)
		}
	}
	return key, len(days)
}

// numberWord writes a small number as a word, and others in figures.
func numberWord(pg *web.Page, n int) string {
	number := strconv.Itoa(n)
	if key := "number." + number; pg.Has(key) {
		return pg.T(key)
	}
	return number
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

// sayer says whose statement a fact is: that of a side or, where it is of neither or the partner is nobody in particular,
// of those who published it.
func sayer(pg *web.Page, x fact.Stated, home, partner string) string {
	switch {
	case x.Side == fact.Own:
		return pg.T("relation.side_says", "City", home)
	case x.Side == fact.Partner && partner != "":
		return pg.T("relation.side_says", "City", partner)
	}
	var names []string
	for _, s := range x.Sources {
		name, _, _ := strings.Cut(s.Title, ": ")
		if name, _, _ = strings.Cut(name, " ("); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return pg.T("relation.others_say")
	}
	return pg.T("relation.source_states", "Source", strings.Join(names, ", ")) // in words that fit one and several: a title may name more than one publisher
}

// sayerOf is sayer for a date of an agreement.
func sayerOf(pg *web.Page, side relation.SideName, home, partner string) string {
	if side == relation.Own {
		return pg.T("relation.side_says", "City", home)
	}
	return pg.T("relation.side_says", "City", partner)
}

// A moment is one entry of the timeline.
type moment struct {
	order   date.Partial
	When    string // the day as far as it is known; empty if it is not
	Machine string
	Deed    bool // an agreement
	Headed  bool // has a heading without being one: a role
	Kicker  string
	Title   web.Words
	Text    web.Words
	Note    web.Words
	Lines   []web.Words
	Days    []claim // where the sides name different days
	Claimed anchor  // they do, and the page shows it there
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
			m.Days, m.Claimed = nil, anchor{claims[i].ID, claims[i].Heading}
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
	deeds := out[:len(r.deeds)]
	for _, s := range r.History {
		m := stepMoment(pg, s)
		for _, x := range r.factsOf(r.ID) {
			if x.Property == "since" && x.Day != "" && x.Day == s.On && len(r.Sides) == 1 {
				m.Sources = merged(m.Sources, sources(x.Sources))
			}
		}
		at := slices.IndexFunc(deeds, func(d moment) bool {
			return (s.Status == relation.Active || s.Status == relation.Agreed) && m.sameDay(d)
		})
		switch {
		case at < 0:
			out = append(out, m)
		case !deeds[at].tells(m.Title.Text):
			deeds[at].Lines = append(deeds[at].Lines, m.Title)
		}
	}
	for i := range out {
		m := &out[i]
		if m.Machine = string(m.order); m.When == "" {
			m.When = pg.Date(m.Machine)
		}
		if strings.Contains(strings.ToLower(m.Title.Text), strings.ToLower(m.Kicker)) {
			m.Kicker = ""
		}
	}
	slices.SortStableFunc(out, byDay)
	return out
}

// stepMoment is a step of the history on the timeline. That a relation is active goes without saying.
func stepMoment(pg *web.Page, s relation.Step) moment {
	m := moment{order: s.On, Title: pg.Say(s.Wording)}
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
