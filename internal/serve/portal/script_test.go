package portal_test

import (
	"net/http/httptest"
	"strings"
	"testing"

	"kontor.example/internal/kontortest"
)

// With script, choosing a filter swaps the results in place and keeps the address in step.
func TestFilterSwapsTheResults(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	s := hannover(t, kontortest.SQLite(t))
	server := httptest.NewServer(s.web)
	defer server.Close()
	page := browser.Open(t, server.URL+"/de/relations", kontortest.Views()[0])
	var mark bool
	page.Eval(`window.stays = true`, &mark)
	page.Click(`input[value="climate"]`)
	page.WaitFor(`#results a[href="/de/relations"]`) // the way back to all of them
	if !page.Has(`a[href="/de/relations/belen-de-los-andaquies"]`) || page.Has(`a[href="/de/relations/hiroshima"]`) {
		t.Error("the list is not narrowed")
	}
	page.Eval(`window.stays === true`, &mark)
	if !mark {
		t.Error("the page was loaded anew")
	}
	if !strings.Contains(page.URL(), "form=climate") {
		t.Errorf("the address is %s", page.URL())
	}
	if bad := page.PolicyViolations(); len(bad) > 0 {
		t.Error(bad)
	}
}
