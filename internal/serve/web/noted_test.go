package web_test

import (
	"testing"

	"kontor.example/internal/serve/web"
)

// On paper, an address outside has one number however often it is linked to, and none where the link itself says it.
func TestAddressesAreNotedOnce(t *testing.T) {
	var p web.Page
	for _, link := range []struct {
		address, text string
		want          int
	}{
		{"https://www.hannover.de/a", "hannover.de", 1},
		{"https://city.example/", "city.example", 0},
		{"https://www.city.example/deep/page.html", "city.example/deep/page.html", 0},
		{"/de/relations", "Beziehungen", 0},
		{"mailto:desk@city.example", "desk@city.example", 0},
		{"https://city.example/b", "city.example", 2},
		{"http://hannover.de/a/", "hannover.de: A", 1},
		{"https://city.example/b?page=2", "city.example", 3},
	} {
		if got := p.Noted(link.address, link.text); got != link.want {
			t.Errorf("%s as %q: %d, want %d", link.address, link.text, got, link.want)
		}
	}
}
