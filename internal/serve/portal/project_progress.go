package portal

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"kontor.example/internal/domain/project"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// progressed is what came of a project: bars for what has a target, plain figures for what was only counted, and all
// values that were measured on the way. What most of them have in common is said once, below them.
type progressed struct {
	Bars, Figures []gauge
	Common        stand
	Results       []result
}

// A stand is the day of a result and of its target, and where both were read.
type stand struct {
	AsOf    string
	Sources []source
	Due     string
	Target  []source
	Rest    bool // other results are of another day
}

// A gauge is an indicator with its latest result. Its stand says only where it differs from what is common.
type gauge struct {
	stand
	Label web.Words
	Bar   goalBar
	Share string // in words: "152.5%"
	Words string // "61 schools, target 40"
	Known bool   // there is a result
	Note  web.Words
}

// A goalBar shows a value and its target on one scale, which ends with the larger of the two.
type goalBar struct {
	Width string // of the value, in per cent of the scale
	Goal  string // where the target is passed, likewise; empty where it is the end
}

// A result is one measured value, for the table of all of them.
type result struct {
	Label   web.Words
	Value   string
	On      string
	Note    web.Words
	Sources []source
}

// any reports whether a target or a result is known.
func (v progressed) any() bool { return len(v.Bars)+len(v.Figures) > 0 }

// measured returns the latest result of each indicator against its target, and all results by indicator and day.
func measured(pg *web.Page, x *project.Project) progressed {
	var out progressed
	results := slices.Clone(x.Results)
	slices.SortStableFunc(results, func(a, b project.Result) int { return strings.Compare(string(a.On), string(b.On)) })
	for _, i := range x.Indicators {
		label, unit := pg.Say(i.Label), pg.Name(i.Unit)
		var last *project.Result
		for n := range results {
			if r := &results[n]; r.Indicator == i.Code {
				last = r
				out.Results = append(out.Results, result{
					Label: label, Value: amount(pg, r.Qualifier, r.Value, unit), On: pg.Date(string(r.On)),
					Note: pg.Say(r.Note), Sources: stated(r.Source),
				})
			}
		}
		if at := gaugeOf(pg, i, last); i.Target != "" {
			out.Bars = append(out.Bars, at)
		} else {
			out.Figures = append(out.Figures, at)
		}
	}
	out.share(pg)
	return out
}

// gaugeOf writes the last result of an indicator, and how far that is of its target.
func gaugeOf(pg *web.Page, i project.Indicator, last *project.Result) gauge {
	at, unit := gauge{Label: pg.Say(i.Label), Known: last != nil}, pg.Name(i.Unit)
	if last != nil {
		at.Words, at.Note, at.Sources = amount(pg, last.Qualifier, last.Value, unit), pg.Say(last.Note), stated(last.Source)
		at.AsOf = pg.T("fact.as_of_unknown")
		if last.On != "" {
			at.AsOf = pg.T("project.as_of", "Date", pg.Date(string(last.On)))
		}
	}
	if i.Target == "" {
		return at
	}
	if at.Target = stated(i.Source); i.Due != "" {
		at.Due = pg.T("project.due", "Date", pg.Date(string(i.Due)))
	}
	if last == nil {
		at.Bar, at.Share = goalBar{Width: "0"}, pg.Percent("0")
		at.Words = pg.T("project.aimed_at", "Target", amount(pg, "", i.Target, unit))
		return at
	}
	var percent string
	at.Bar, percent = share(last.Value, i.Target)
	at.Share = pg.Percent(percent)
	at.Words = against(pg, last.Qualifier, last.Value, unit, i.Target)
	return at
}

// share moves what most results, and most targets, say alike from each of them to what is common. Where others have a
// source, one without says so, lest the common one be taken for its own.
func (v *progressed) share(pg *web.Page) {
	all := make([]*gauge, 0, len(v.Bars)+len(v.Figures))
	for _, list := range [][]gauge{v.Bars, v.Figures} {
		for i := range list {
			all = append(all, &list[i])
		}
	}
	unknown := []source{{Title: pg.T("answer.unknown")}}
	same := func(a, b []source) bool { return slices.Equal(a, b) }
	for _, x := range all {
		if x.Known && len(x.Sources) == 0 && slices.ContainsFunc(all, func(o *gauge) bool { return len(o.Sources) > 0 }) {
			x.Sources = unknown
		}
	}
	var results, targets []*gauge
	for _, x := range all {
		if x.Known {
			results = append(results, x)
		}
	}
	for i := range v.Bars {
		targets = append(targets, &v.Bars[i])
	}
	asOf, due := func(x *gauge) *string { return &x.AsOf }, func(x *gauge) *string { return &x.Due }
	from, aimed := func(x *gauge) *[]source { return &x.Sources }, func(x *gauge) *[]source { return &x.Target }
	equal := func(a, b string) bool { return a == b }
	v.Common = stand{
		AsOf: common(results, asOf, equal), Sources: common(results, from, same),
		Due: common(targets, due, equal), Target: common(targets, aimed, same),
	}
	v.Common.Rest = slices.ContainsFunc(results, func(x *gauge) bool { return x.AsOf != "" })
	if same(v.Common.Sources, v.Common.Target) {
		v.Common.Target = nil
	}
}

// common takes from all of a list the value that most of them have, and returns it.
func common[T any](list []*gauge, of func(*gauge) *T, same func(a, b T) bool) (most T) {
	var none T
	best := 0
	for _, x := range list {
		n := 0
		for _, o := range list {
			if same(*of(x), *of(o)) {
				n++
			}
		}
		if n > best && !same(*of(x), none) {
			most, best = *of(x), n
		}
	}
	for _, x := range list {
		if same(*of(x), most) {
			*of(x) = none
		}
	}
	return most
}

// against writes a value and its target: "about 6,000 trees, target 6,000".
func against(pg *web.Page, how project.Qualifier, value record.Decimal, unit string, target record.Decimal) string {
	return pg.T("project.progress", "Value", amount(pg, how, value, unit), "Target", pg.Decimal(string(target)))
}

// amount writes a number with its unit on one line, and before it how exactly it is meant.
func amount(pg *web.Page, how project.Qualifier, n record.Decimal, unit string) string {
	s := strings.TrimSuffix(pg.Decimal(string(n))+"\u00a0"+unit, "\u00a0")
	if how != "" {
		s = pg.T("fact.qualifier."+string(how)) + " " + s
	}
	return s
}

// share returns a value and its target as a bar, and how many per cent of the target the value is: more than all is
// more than 100.
func share(of, target record.Decimal) (b goalBar, percent string) {
	value, errA := strconv.ParseFloat(string(of), 64)
	goal, errB := strconv.ParseFloat(string(target), 64)
	if errA != nil || errB != nil || goal <= 0 {
		return goalBar{Width: "0"}, "0"
	}
	all := 100 * value / goal
	if b.Width = tenths(min(100, max(0, all))); value > goal {
		b.Goal = tenths(100 * goal / value)
	}
	return b, tenths(all)
}

// tenths writes a number with at most one decimal.
func tenths(f float64) string { return strconv.FormatFloat(math.Round(10*f)/10, 'f', -1, 64) }
