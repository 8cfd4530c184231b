// Package date holds days that may be known only in part: 1968, 1968-04, 1968-04-22.
package date

import (
	"strconv"
	"time"
)

// Partial is a day, a month or a year, or empty for unknown. It is stored as it was given, which also sorts it.
type Partial string

// Parse returns s as a Partial; ok is false if s is not a date of the calendar between the years 1 and 9999, written as
// 2006, 2006-01 or 2006-01-02. The empty string is the unknown date.
func Parse(s string) (p Partial, ok bool) {
	layout, known := map[int]string{0: "", 4: "2006", 7: "2006-01", 10: time.DateOnly}[len(s)]
	if !known {
		return "", false
	}
	if s == "" {
		return "", true
	}
	t, err := time.Parse(layout, s)
	if err != nil || t.Year() < 1 {
		return "", false
	}
	return Partial(s), true
}

// Before compares on the shorter precision; an unknown date is never before another, nor another before it.
func (p Partial) Before(q Partial) bool {
	n := min(len(p), len(q))
	return p[:n] < q[:n]
}

// Year returns the year, or 0 for the unknown date.
func (p Partial) Year() int {
	if len(p) < 4 {
		return 0
	}
	y, _ := strconv.Atoi(string(p[:4]))
	return y
}

// Full reports whether the day is known.
func (p Partial) Full() bool { return len(p) == 10 }

// Of returns the day of t in t's own time zone.
func Of(t time.Time) Partial { return Partial(t.Format(time.DateOnly)) }
