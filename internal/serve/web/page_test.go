package web

import (
	"crypto/tls"
	"net/http/httptest"
	"testing"

	"kontor.example/internal/domain/office"
)

// An office with a host of its own is at home there, also where the instance has an address.
func TestOrigin(t *testing.T) {
	for _, c := range []struct {
		base, office, want string
		tls                bool
	}{
		{"", "", "http://asked.example", false},
		{"", "own.example", "https://asked.example", true},
		{"https://city.example", "", "https://city.example", false},
		{"https://city.example", "own.example", "https://own.example", false},
		{"https://city.example:8443", "own.example", "https://own.example:8443", false},
	} {
		r := httptest.NewRequest("GET", "http://asked.example/de/", nil)
		if c.tls {
			r.TLS = &tls.ConnectionState{}
		}
		if got := (&Site{Origin: c.base}).origin(r, &office.Office{Host: c.office}); got != c.want {
			t.Errorf("%q, office at %q: %s, want %s", c.base, c.office, got, c.want)
		}
	}
}
