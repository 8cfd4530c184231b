package date_test

import (
	"testing"

	"kontor.example/internal/base/date"
)

// Two dates are compared as far as both are known.
func TestBefore(t *testing.T) {
	for _, c := range []struct {
		p, q date.Partial
		want bool
	}{
		{"1968", "1969", true},
		{"1969", "1968", false},
		{"1968", "1968", false},
		{"1968-04-22", "1968-04-23", true},
		{"1968-04-23", "1968-04-22", false},
		{"1968-04", "1968-05-01", true},
		{"1968-05", "1968-05-01", false},
		{"1968", "1968-05-01", false},
		{"1968-05-01", "1968", false},
		{"1967-12-31", "1968", true},
		{"", "1968", false},
		{"1968", "", false},
		{"", "", false},
	} {
		if got := c.p.Before(c.q); got != c.want {
			t.Errorf("%q before %q: %v", c.p, c.q, got)
		}
	}
}
