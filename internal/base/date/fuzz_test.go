package date_test

import (
	"testing"
	"time"

	"kontor.example/internal/base/date"
)

// What is taken for a date is kept as it was written, is one of the calendar, and lies with its year and month.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "1968", "1968-04", "1968-04-22", "1968-02-29", "1969-02-29", "1900-02-29", "0000", "0001", "9999-12-31", "1968-13", "1968-00",
		"1968-4", "1968-04-31", "+968", "-968", "19 68", "1968/04", "１９６８", "1968-04-22T00:00", "1968-04-\x00\x00", "\xff\xff\xff\xff",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, ok := date.Parse(s)
		if !ok {
			if p != "" {
				t.Errorf("%q is refused and %q", s, p)
			}
			return
		}
		if string(p) != s {
			t.Errorf("%q becomes %q", s, p)
		}
		if s == "" {
			return
		}
		day, err := time.Parse(time.DateOnly, (s + "-01-01")[:10])
		if err != nil || p.Year() != day.Year() || p.Year() < 1 {
			t.Errorf("%q: year %d, %v", s, p.Year(), err)
		}
		if p.Full() != (len(s) == 10) || p.Before(p[:4]) || p[:4].Before(p) {
			t.Errorf("%q: full %v, before its own year", s, p.Full())
		}
	})
}
