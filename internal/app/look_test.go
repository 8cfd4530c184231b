package app_test

import (
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
