package portal_test

import (
	"slices"
	"strings"
	"testing"

	"kontor.example/internal/domain/project"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
)

// What most results have in common is said once, below them; only what differs stands beside its figure.
func TestTargetsSayWhatIsCommonOnce(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	const path = "/de/projects/brunnen-und-baeume-fuer-grundschulen-in-blantyre"
	reached := s.part(t, path, `id="progress"`, "<details")
	for _, once := range []string{"Stand 31. Dezember 2023", "Ziel bis 31. Dezember 2023", "Stand Februar 2022"} {
		if n := strings.Count(reached, once); n != 1 {
			t.Errorf("%q is said %d times", once, n)
		}
	}
	shows(t, reached, "rund 6.000 Bäume, Ziel 6.000", "61 Schulen, Ziel 40", "12 Brunnen, Ziel 12")
	hides(t, reached, "6.000 von", "ohne Ziel")
	bars, counted, _ := strings.Cut(reached, "Brunnen, neu gebohrt")
	shows(t, counted, "8 Brunnen", "366 Menschen", "30 Menschen Stand Februar 2022")
	hides(t, bars, "366", "Stand")
	shows(t, counted, "Alle übrigen Werte: Stand 31. Dezember 2023")
	shows(t, s.part(t, "/en/projects/wells-and-trees-for-primary-schools-in-blantyre", `id="progress"`, "<details"), "As of February 2022", "All other values: as of 31 December 2023")
	x, err := s.Projects.BySlug(editor(), demo.Office(), "wells-and-trees-for-primary-schools-in-blantyre")
	if err != nil {
		t.Fatal(err)
	}
	x.Results = slices.DeleteFunc(x.Results, func(r project.Result) bool { return r.On != "2023-12-31" })
	if err := s.Projects.Update(editor(), x); err != nil {
		t.Fatal(err)
	}
	alike := s.part(t, path, `id="progress"`, "<details")
	shows(t, alike, "8 Brunnen", "Stand 31. Dezember 2023")
	hides(t, alike, "übrigen") // no value is of another day
	if home := s.part(t, "/de/", `id="projects"`, "</table>"); !strings.Contains(home, "rund 6.000 Bäume, Ziel 6.000") || !strings.Contains(home, "61 Schulen, Ziel 40") {
		t.Errorf("the home page says it otherwise: %s", home)
	}
}

// A bar ends with the larger of value and target: more than was aimed at looks unlike just as much.
func TestWhatIsPassedHasATick(t *testing.T) {
	body := hannover(t, kontortest.SQLite(t)).get("/de/projects/brunnen-und-baeume-fuer-grundschulen-in-blantyre").Body.String()
	if n := strings.Count(body, `class="k-bar__goal" d="M65.6 0v4"`); n != 1 || strings.Count(body, "k-bar__goal") != 1 {
		t.Errorf("%d ticks at 65.6", n)
	}
}

// A budget of which only one figure is known is a fact, not a table of unknowns; and a long page leads to its parts.
func TestProjectShowsNoTableOfUnknowns(t *testing.T) {
	s := hannover(t, kontortest.SQLite(t))
	body := s.get("/de/projects/brunnen-und-baeume-fuer-grundschulen-in-blantyre").Body.String()
	hides(t, body, `id="budget"`, `href="#budget"`)
	shows(t, body, "Fördersatz 84 %")
	hides(t, text(body), "Mittel Nakopa") // the same share, said already
	for _, part := range []string{`class="k-local"`, `href="#progress"`, `href="#partners"`} {
		if !strings.Contains(body, part) {
			t.Errorf("the page has no %s", part)
		}
	}
	results := s.part(t, "/de/projects/brunnen-und-baeume-fuer-grundschulen-in-blantyre", "<details", "</details>")
	hides(t, results, "Quelle:")
	shows(t, results, "mehr als 100 Menschen")
}
