package portal

import (
	"fmt"
	"strconv"
	"time"

	"kontor.example/internal/serve/web"
)

// A clock shows the time of day in a city beside that at home.
type clock struct {
	City  string
	Time  string
	Day   string // whether it is the same day there; empty for home
	Ahead string // by how much; empty for home
	Open  bar    // office hours by the clock there
	Both  bar    // when people are at work in both cities, by the clock there
}

// A bar is a span of a day in tenths of an hour, 0 to 240, as an SVG of that width takes it.
type bar struct{ From, To int }

func (b bar) X() string     { return strconv.Itoa(b.From) }
func (b bar) Width() string { return strconv.Itoa(b.To - b.From) }
func (b bar) from() string  { return hour(b.From) }
func (b bar) until() string { return hour(b.To) }
func (b bar) Empty() bool   { return b.To <= b.From }

// hour writes tenths of an hour as clocks do: "8:00", "9:30".
func hour(tenths int) string {
	return fmt.Sprintf("%d:%02d", tenths/10, tenths%10*6)
}

// officeHours are from eight to six.
var officeHours = bar{80, 180}

// clocks shows the time at home and there; ok is false if the zone is not known.
func clocks(pg *web.Page, home, there, zone string) (pair [2]clock, ok bool) {
	loc, err := pg.Site.Zones.Load(zone)
	if zone == "" || err != nil {
		return pair, false
	}
	now := pg.Now
	local := now.In(loc)
	minutes := offset(local) - offset(now)
	ahead := minutes / 6
	overlap := bar{max(officeHours.From, officeHours.From-ahead), min(officeHours.To, officeHours.To-ahead)}
	pair[0] = clock{City: home, Time: pg.Time(now), Open: officeHours, Both: overlap}
	pair[1] = clock{
		City: there, Time: pg.Time(local), Day: dayThere(pg, now, local), Ahead: aheadWords(pg, home, minutes),
		Open: officeHours, Both: bar{overlap.From + ahead, overlap.To + ahead},
	}
	return pair, true
}

// offset returns by how many minutes a clock is ahead of UTC.
func offset(t time.Time) int {
	_, seconds := t.Zone()
	return seconds / 60
}

// dayThere says which day it is there, unless the clocks are the same.
func dayThere(pg *web.Page, here, there time.Time) string {
	switch a, b := here.Format(time.DateOnly), there.Format(time.DateOnly); {
	case b > a:
		return pg.T("time.next_day")
	case b < a:
		return pg.T("time.previous_day")
	case offset(here) == offset(there):
		return ""
	}
	return pg.T("time.same_day")
}

// aheadWords says by how many hours a clock is ahead: whole hours, or with the half and quarter hours of some zones.
func aheadWords(pg *web.Page, home string, minutes int) string {
	if minutes == 0 {
		return pg.T("time.same_time", "City", home)
	}
	key := "time.ahead"
	if minutes < 0 {
		key, minutes = "time.behind", -minutes
	}
	if minutes%60 != 0 {
		return pg.T(key, "Offset", fmt.Sprintf("%d:%02d\u00a0h", minutes/60, minutes%60))
	}
	return pg.T(key, "Offset", pg.T("unit.hours", "Count", minutes/60))
}
