package portal

import (
	"errors"
	"fmt"
	"regexp"
	"sync"
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/office"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/kontortest"
	"kontor.example/internal/serve/web"
)

// Many may remember at once; the race detector watches.
func TestManyRememberAtOnce(t *testing.T) {
	var m remembered[int64]
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for k := range int64(200) {
				pg := &web.Page{Office: &office.Office{Base: record.Base{ID: "a"}}, Version: record.Version{All: k % 3}}
				got, err := m.of(pg, fmt.Sprint(i%2), func() (int64, error) { return pg.Version.All, nil })
				if err != nil || got != pg.Version.All {
					t.Errorf("%d of version %d, %v", got, pg.Version.All, err)
				}
			}
		})
	}
	all.Wait()
}

// What is remembered is of one office, one key and one version of what it shows; only so much is, and no failure.
func TestThingsAreRememberedWhileTheyHold(t *testing.T) {
	var m remembered[string]
	page := func(of record.ID, version record.Version) *web.Page {
		return &web.Page{Office: &office.Office{Base: record.Base{ID: of}}, Version: version}
	}
	reads := 0
	ask := func(pg *web.Page, key string) (string, bool) {
		t.Helper()
		before := reads
		got, err := m.of(pg, key, func() (string, error) {
			reads++
			return fmt.Sprint(pg.Office.ID, key, pg.Version), nil
		})
		if want := fmt.Sprint(pg.Office.ID, key, pg.Version); err != nil || got != want {
			t.Errorf("%q, not %q, %v", got, want, err)
		}
		return got, reads > before
	}
	first := record.Version{All: 7, Shared: 3}
	for _, c := range []struct {
		office  record.ID
		version record.Version
		key     string
		read    bool
	}{
		{"a", first, "de", true},
		{"a", first, "de", false},
		{"a", first, "en", true},
		{"b", first, "de", true},
		{"a", first, "de", false},
		{"a", record.Version{All: 8, Shared: 3}, "de", true},
		{"a", record.Version{All: 8, Shared: 4}, "de", true},
		{"a", first, "en", false},
	} {
		if _, read := ask(page(c.office, c.version), c.key); read != c.read {
			t.Errorf("%s of %s at %v: read %v", c.key, c.office, c.version, read)
		}
	}
	if _, err := m.of(page("c", first), "de", func() (string, error) { return "half", errors.New("away") }); err == nil {
		t.Error("a failure is none")
	}
	if _, read := ask(page("c", first), "de"); !read {
		t.Error("a failure is remembered")
	}
	for i := range 5 * mostRemembered {
		if ask(page("a", first), fmt.Sprint(i)); len(m.by) > mostRemembered {
			t.Fatalf("%d things are remembered", len(m.by))
		}
	}
	for i := 0; len(m.by) < mostRemembered; i++ {
		ask(page("d", first), fmt.Sprint(i))
	}
	ask(page("d", record.Version{All: 9, Shared: 3}), "0")
	if _, read := ask(page("d", first), "1"); read {
		t.Error("the others are forgotten where one is renewed")
	}
}

var markLink = regexp.MustCompile(`<a href="/(\w\w)/[^"]*"[^>]* data-pin=`)

// The map of the home page is remembered in each language, and leads to the pages of that.
func TestTheMapOfTheHomePageSpeaksTheLanguageOfThePage(t *testing.T) {
	w := hannoverPages(t, kontortest.SQLite(t))
	for _, lang := range []i18n.Lang{"de", "en", "de"} {
		body := w.page("/" + string(lang) + "/")
		for _, mark := range markLink.FindAllStringSubmatch(body, -1) {
			if mark[1] != string(lang) {
				t.Errorf("on the %s page a mark leads to %s", lang, mark[0])
			}
		}
		if len(markLink.FindAllString(body, -1)) < 10 {
			t.Errorf("%s: no marks", lang)
		}
	}
}
