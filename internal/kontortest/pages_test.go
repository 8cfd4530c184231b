package kontortest_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"kontor.example/internal/kontortest"
)

func TestHTMLCheckerSeesPlantedFaults(t *testing.T) {
	found := kontortest.HTMLFindings(t, map[string][]byte{
		"clean":  []byte(page("", "<p>Ten towns</p>")),
		"nested": []byte(page("", "<p><div>a div in a p</div></p>")),
		"silent": []byte(page("", `<img src="/x.png">`)),
		"warned": []byte(page("", `<section><p>a section without a heading</p></section>`)),
	})
	kinds := map[string]string{}
	for _, f := range found {
		if f.Line == 0 || f.Message == "" {
			t.Errorf("%+v tells no place or reason", f)
		}
		kinds[f.Page] = f.Kind
	}
	for name, want := range map[string]string{"clean": "", "nested": "error", "silent": "error", "warned": "warning"} {
		if kinds[name] != want {
			t.Errorf("%s: %q, want %q (%v)", name, kinds[name], want, found)
		}
	}
}

func TestCheckHTMLPassesACleanPage(t *testing.T) {
	kontortest.CheckHTML(t, map[string][]byte{"clean": []byte(page("", "<p>Ten towns</p>"))})
}

func TestGolden(t *testing.T) {
	kontortest.Golden(t, "words.golden", []byte("Hannover\nPoznań\n"))
}

func TestDocReadsAPage(t *testing.T) {
	doc := kontortest.ParseHTML(t, []byte(`<!DOCTYPE html><html lang="de"><head><title>Poznań
		– Hannover</title><link rel="canonical" href="https://x.example/de/"><link rel="alternate" hreflang="en" href="/en/"></head>
		<body><header><nav><a href="/de/places"> Alle <b>Orte</b></a></nav></header><main id="inhalt"><h1>Poznań</h1><h2>Seit</h2>
		<svg><title>Karte</title></svg><img src="/a.png" alt=""></main></body></html>`))
	if doc.Lang != "de" || doc.Title != "Poznań – Hannover" || doc.Canonical != "https://x.example/de/" {
		t.Errorf("lang %q, title %q, canonical %q", doc.Lang, doc.Title, doc.Canonical)
	}
	if !slices.Equal(doc.H1, []string{"Poznań"}) || !slices.Equal(doc.Levels, []int{1, 2}) || !slices.Equal(doc.IDs, []string{"inhalt"}) {
		t.Errorf("h1 %q, levels %v, ids %q", doc.H1, doc.Levels, doc.IDs)
	}
	want := []kontortest.Link{
		{Element: "link", Href: "https://x.example/de/", Rel: "canonical"},
		{Element: "link", Href: "/en/", Rel: "alternate", Hreflang: "en"},
		{Element: "a", Href: "/de/places", Text: "Alle Orte"},
	}
	if !slices.Equal(doc.Links, want) || !slices.Equal(doc.Sources, []string{"/a.png"}) {
		t.Errorf("links %+v, sources %q", doc.Links, doc.Sources)
	}
	if problems := doc.Problems(); len(problems) != 0 {
		t.Errorf("problems %q", problems)
	}
}

func TestDocFindsWhatAPageLacks(t *testing.T) {
	doc := kontortest.ParseHTML(t, []byte(`<html><body><h1>a</h1><h3 id="x">b</h3><h1 id="x">c</h1><a href="#y">d</a></body></html>`))
	want := []string{"html has no lang", "no title", "2 h1, want one", "0 main, want one", "h3 follows h1", `id "x" twice`, "link to #y, which is not there"}
	if got := doc.Problems(); !slices.Equal(got, want) {
		t.Errorf("problems %q, want %q", got, want)
	}
}

func TestWalkFollowsEveryLinkAndNamesTheBroken(t *testing.T) {
	site := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		bodies := map[string]string{
			"/":      `<a href="/a">a</a> <a href="/gone">x</a> <a href="/a#there">y</a> <a href="/a#nowhere">z</a> <a href="https://far.example/gone">far</a> <a href="/old">old</a> <a href="/loop?n=1">loop</a>`,
			"/a":     `<p id="there"><img src="pic.png" alt=""><a href="mailto:a@b.example">mail</a> <a href="http://example.com/b">absolute</a></p>`,
			"/b":     `<a href="/">home</a>`,
			"/moved": `<a href="/gone">x</a>`,
		}
		if r.URL.Path == "/old" {
			http.Redirect(w, r, "/moved", http.StatusMovedPermanently)
			return
		}
		body, ok := bodies[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if _, err := w.Write([]byte(body)); err != nil {
			t.Error(err)
		}
	})
	skip := func(u *url.URL) bool { return u.Path == "/loop" }
	got := kontortest.Walk(t, site, skip, "/")
	want := []string{"/ → /a#nowhere: no such id", "/ → /gone: 404", "/a → /pic.png: 404", "/moved → /gone: 404"}
	if !slices.Equal(got.Broken, want) {
		t.Errorf("broken\n\t%s\nwant\n\t%s", strings.Join(got.Broken, "\n\t"), strings.Join(want, "\n\t"))
	}
	for _, path := range []string{"/", "/a", "/b", "/moved"} {
		if got.Docs[path] == nil || len(got.Pages[path]) == 0 {
			t.Errorf("%s was not read", path)
		}
	}
}
