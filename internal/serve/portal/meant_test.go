package portal

import (
	"strings"
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/search"
	"kontor.example/internal/serve/web"
	"kontor.example/locales"
)

// What could be meant are places and relations by their titles, then what others have that is spelt so; what only the gazetteer
// has, where nothing else is; nothing twice, and no more than three.
func TestWhatIsMeant(t *testing.T) {
	words, err := i18n.NewCatalog(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	pg := &web.Page{Localizer: words.Localizer("de")}
	hit := func(kind, title string, class search.Class) search.Hit {
		passage := []search.Piece{{Text: "von "}, {Text: title, Marked: true}, {Text: " aus"}}
		if kind != "place" && kind != "relation" && kind != search.Bare {
			title = "Was " + title + " betrifft"
		}
		return search.Hit{Kind: kind, Title: i18n.Of("de", title), Class: class, Why: search.Why{Passage: passage}}
	}
	for want, hits := range map[string][]search.Hit{
		"Ottawa Szprotawa": {hit("project", "Szprotawa", search.Similar), hit("relation", "Ottawa", search.Similar)},
		"Ottawa":           {hit(search.Bare, "Otava", search.Similar), hit("place", "Ottawa", search.Similar), hit("relation", "OTTAWA", search.Similar)},
		"Otava":            {hit(search.Bare, "Otava", search.Similar)},
		"Bristol":          {hit("place", "Bristol", search.Title), hit("project", "Bristel", search.Title)},
		"A B C":            {hit("place", "A", search.Similar), hit("place", "B", search.Similar), hit("place", "C", search.Similar), hit("place", "D", search.Similar)},
		"":                 {hit("place", "Szprotawa", search.Tail), {Kind: "project", Class: search.Similar}},
	} {
		var labels []string
		for _, c := range meant(pg, searching{listing: listing{path: "/de/search"}}, hits) {
			labels = append(labels, c.Label)
			if c.Href != "/de/search?q="+c.Label {
				t.Errorf("%s leads to %s", c.Label, c.Href)
			}
		}
		if got := strings.Join(labels, " "); got != want {
			t.Errorf("meant is %q, not %q", got, want)
		}
	}
	if got := afterMeant(0, 2) + afterMeant(1, 2); got != ",?" {
		t.Errorf("behind them stand %s", got)
	}
}
