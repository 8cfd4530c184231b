package portal

import (
	"slices"
	"strconv"
	"strings"
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
