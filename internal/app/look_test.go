package app_test

import (
	"fmt"
	"net/http/httptest"
	"slices"
	"testing"

	"kontor.example/internal/kontortest"
)

// Where map and table share a screen, the usual forms stand in one line, the long one parts at its joint, and the city keeps
// its share of the table.
func TestFormsPartBesideTheMap(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	w := newTown(t, kontortest.SQLite(t))
	server := httptest.NewServer(w.Handler)
	defer server.Close()
	for _, width := range []int{1190, 1280} {
		page := browser.Open(t, server.URL+"/de/relations", kontortest.View{Width: width, Height: 800})
		const parted = `[...document.querySelectorAll("tbody .k-mark > span")].filter(s => {
		  const text = document.createRange(); text.selectNodeContents(s); return text.getClientRects().length > 1;
		}).map(s => s.innerText.replace(/\u00ad/g, ""))`
		var forms []string
		if page.Eval(parted, &forms); slices.Contains(forms, "Städtepartnerschaft") || !slices.Contains(forms, "Solidaritätspartnerschaft") {
			t.Errorf("%d: on more than one line: %q", width, forms)
		}
		var share float64
		page.Eval(`document.querySelector("tbody th").offsetWidth / document.querySelector("table").offsetWidth`, &share)
		if share < .38 {
			t.Errorf("%d: the cities have %.0f %% of the table", width, 100*share)
		}
	}
}

// In forced colours the menu of a phone has its lines, and its button a whole border.
func TestTheMenuInForcedColours(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	w := newTown(t, kontortest.SQLite(t))
	server := httptest.NewServer(w.Handler)
	defer server.Close()
	page := browser.Open(t, server.URL+"/de/networks#menu", kontortest.View{Width: 360, Height: 740, ForcedColors: true})
	style := func(selector, property string) (out string) {
		page.Eval(fmt.Sprintf("getComputedStyle(document.querySelector(%q)).getPropertyValue(%q)", selector, property), &out)
		return out
	}
	ground := style("body", "background-color")
	for _, entry := range []string{".k-nav a:not([aria-current])", ".k-nav a[aria-current]"} {
		if line := style(entry, "border-block-start-color"); line == ground || style(entry, "border-block-start-width") != "1px" {
			t.Errorf("%s: its line is %s on %s", entry, line, ground)
		}
	}
	if line := style(".k-nav a:not([aria-current])", "border-inline-start-color"); line != ground {
		t.Errorf("an entry that is not the page has a mark beside it: %s", line)
	}
	if line := style(".k-nav a[aria-current]", "border-inline-start-color"); line == ground {
		t.Error("the entry of the page has no mark beside it")
	}
	if adjusted := style(".k-burger--close > span", "forced-color-adjust"); adjusted != "none" {
		t.Errorf("the sign that closes the menu has a ground, which covers the border: %s", adjusted)
	}
	if sign, word := style(".k-burger--close > span", "color"), style(".k-burger--close", "color"); sign != word {
		t.Errorf("the sign that closes the menu is %s, its border %s", sign, word)
	}
}

// What surrounds the facets of a search is even, whether they are folded or not.
func TestFacetsStandInEvenSteps(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	w := newSearchTown(t, kontortest.SQLite(t))
	server := httptest.NewServer(w.Handler)
	defer server.Close()
	page := browser.Open(t, server.URL+"/en/search?q=Hiroshima", kontortest.View{Width: 1280, Height: 900})
	const steps = `(() => {
	  const box = e => { const text = document.createRange(); text.selectNodeContents(e); return text.getBoundingClientRect(); };
	  let end, out = [];
	  for (const e of document.querySelectorAll(".k-tail .k-facet > :is(h2, summary, .k-chips), .k-result h2")) {
	    if (!e.checkVisibility()) continue;
	    const chips = e.matches(".k-chips"), r = chips ? e.getBoundingClientRect() : box(e);
	    if (end !== undefined && !chips) out.push(Math.round(r.top - end));
	    end = r.bottom;
	  }
	  return out;
	})()`
	var folded, open []int
	page.Eval(steps, &folded)
	page.Eval(`document.querySelector("details.k-facet").open = true`, nil)
	page.Eval(steps, &open)
	if len(folded) != 2 || len(open) < 4 {
		t.Fatalf("steps %v folded, %v open", folded, open)
	}
	for _, all := range [][]int{folded, open} {
		facets, result := all[:len(all)-1], all[len(all)-1]
		if slices.Max(facets)-slices.Min(facets) > 2 || result < slices.Max(facets)+3 || max(result-folded[1], folded[1]-result) > 2 {
			t.Errorf("steps %v folded, %v open", folded, open)
		}
	}
}

// All that a hit says ends at one edge, and the pages of the hits begin at the edge of the hits.
func TestHitsKeepToTheirEdges(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	w := newSearchTown(t, kontortest.SQLite(t))
	server := httptest.NewServer(w.Handler)
	defer server.Close()
	page := browser.Open(t, server.URL+"/de/search?q=Hiroshima", kontortest.View{Width: 1280, Height: 1000})
	var measures []string
	page.Eval(`[...new Set([...document.querySelectorAll(".k-hits > li > p")].map(p => getComputedStyle(p).maxInlineSize))]`, &measures)
	if len(measures) != 1 || measures[0] == "none" || !page.Has(".k-hits > li > p.k-prose") || !page.Has(".k-hits > li > p:not([class])") {
		t.Errorf("texts of hits are as wide as %q", measures)
	}
	page.Visit(server.URL + "/de/search?q=Hannover")
	var off float64
	page.Eval(`(() => {
	  const text = document.createRange(); text.selectNodeContents(document.querySelector(".k-pages li:first-child > span"));
	  return text.getBoundingClientRect().left - document.querySelector(".k-hits").getBoundingClientRect().left;
	})()`, &off)
	if off > 1 || off < -1 {
		t.Errorf("the pages of the hits begin %.0f pixels beside them", off)
	}
}
