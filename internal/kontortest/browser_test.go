package kontortest_test

import (
	"bytes"
	"fmt"
	"image/png"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"kontor.example/internal/kontortest"
)

const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'"

// hall is a small site under a policy as strict as Kontor's own.
func hall(t *testing.T) string {
	t.Helper()
	files := map[string]string{
		"/clean": page(`<link rel="stylesheet" href="/style.css"><script src="/hall.js" defer></script>`,
			`<p id="words">Ten towns</p><p><a href="/planted">Next</a> <a href="#words">Up</a></p>
			 <form action="/clean"><label for="q">Town</label> <input id="q" name="q"> <button id="go">Find</button></form>`),
		"/planted": page(`<link rel="stylesheet" href="/style.css">`, `<p class="pale">hard to read</p>`),
		"/picture": page(`<link rel="stylesheet" href="/style.css">`, `<p class="over">over a picture</p>`),
		"/wide":    page(`<link rel="stylesheet" href="/style.css">`, `<p class="wide">one long line</p>`),
		"/inline":  page(`<link rel="stylesheet" href="/style.css">`, `<p style="color:red">blocked</p><img src="/gone.png" alt="">`),
		"/small": page(`<link rel="stylesheet" href="/style.css">`, `<p>This sentence leads to <a href="#top">the hall</a> and goes on.</p>
			<p>As: <a href="#top">CSV</a> · <a class="tall" href="#top">JSON</a></p><p class="source">From: <a href="#top">the files</a></p>`),
		"/noring": page(`<link rel="stylesheet" href="/style.css">`, `<p><a class="noring" href="#top">Unseen</a></p><div class="lid"></div>`),
		"/style.css": `html { color-scheme: light dark; background: Canvas; color: CanvasText }
			body { margin: 1rem; font: 1rem/1.5 sans-serif }
			a { color: inherit } a:focus, input:focus, button:focus { outline: 3px solid currentColor }
			button, input { min-inline-size: 3rem; min-block-size: 3rem }
			.pale { color: #ccc; background: #fff }
			.over { background: linear-gradient(#000, #fff); color: #888 }
			.wide { inline-size: 2000px }
			.tall { padding-block: 4px }
			a.noring:focus { outline: none }
			.lid { position: fixed; inset: 0 }
			@media print { p::after { content: "" } #words { display: none } }`,
		"/icon.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>`,
		"/hall.js":  `document.documentElement.dataset.script = "ran";`,
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		body, ok := files[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		kind := "text/html; charset=utf-8"
		if strings.HasSuffix(r.URL.Path, ".css") {
			kind = "text/css; charset=utf-8"
		} else if strings.HasSuffix(r.URL.Path, ".js") {
			kind = "text/javascript; charset=utf-8"
		} else if strings.HasSuffix(r.URL.Path, ".svg") {
			kind = "image/svg+xml"
		}
		if !strings.HasPrefix(kind, "text/html") {
			w.Header().Set("Cache-Control", "max-age=3600")
		}
		w.Header().Set("Content-Type", kind)
		fmt.Fprintf(w, "%s", strings.ReplaceAll(body, "{language}", r.Header.Get("Accept-Language")))
	}))
	t.Cleanup(server.Close)
	return server.URL
}

func page(head, body string) string {
	return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Hall {language}</title>
		<meta name="viewport" content="width=device-width"><link rel="icon" href="/icon.svg">` + head + `</head><body><main id="top"><h1>Hall</h1>` + body + `</main></body></html>`
}

func TestBrowserFindsNoFaultInACleanPage(t *testing.T) {
	site, browser := hall(t), kontortest.StartBrowser(t)
	views := append(kontortest.Views(), kontortest.View{NoScript: true}, kontortest.View{ForcedColors: true}, kontortest.View{Print: true})
	for _, view := range views {
		t.Run(view.String(), func(t *testing.T) {
			p := browser.Open(t, site+"/clean", view)
			for _, v := range p.Axe(t) {
				t.Error(v)
			}
			if errs := p.ConsoleErrors(); len(errs) != 0 {
				t.Errorf("console: %q", errs)
			}
			if p.HasSidewaysScroll() {
				t.Error("scrolls sideways")
			}
			if p.Has("html[data-script=ran]") == view.NoScript {
				t.Errorf("NoScript is %t, yet the page's script ran: %t", view.NoScript, view.NoScript)
			}
			var words string
			p.Eval(`getComputedStyle(document.querySelector('#words')).display`, &words)
			if (words == "none") != view.Print {
				t.Errorf("print style is on: %t, want %t", words == "none", view.Print)
			}
		})
	}
}

// The controls: each check of the browser must see a fault that was planted.
func TestBrowserSeesPlantedFaults(t *testing.T) {
	site, browser := hall(t), kontortest.StartBrowser(t)

	t.Run("contrast", func(t *testing.T) {
		found := browser.Open(t, site+"/planted", kontortest.View{}).Axe(t)
		if len(found) != 1 || found[0].Rule != "color-contrast" || found[0].Incomplete {
			t.Errorf("axe found %v, want one contrast", found)
		}
	})
	t.Run("contrast that axe cannot compute", func(t *testing.T) {
		p := browser.Open(t, site+"/picture", kontortest.View{})
		found := p.Axe(t)
		if len(found) != 1 || !found[0].Incomplete {
			t.Errorf("axe found %v, want one incomplete contrast", found)
		}
		if found := p.Axe(t, "over"); len(found) != 0 {
			t.Errorf("its class is proven, yet axe found %v", found)
		}
	})
	t.Run("sideways scroll", func(t *testing.T) {
		if !browser.Open(t, site+"/wide", kontortest.View{Width: 360}).HasSidewaysScroll() {
			t.Error("2000 pixels fit 360")
		}
	})
	t.Run("small targets", func(t *testing.T) {
		found := browser.Open(t, site+"/small", kontortest.View{}).SmallTargets(".source a")
		if len(found) != 1 || !strings.HasPrefix(found[0], "CSV in p") {
			t.Errorf("%q, want one, the link to CSV", found)
		}
	})
	t.Run("policy and missing file", func(t *testing.T) {
		p := browser.Open(t, site+"/inline", kontortest.View{})
		if got := p.PolicyViolations(); len(got) != 1 || !strings.Contains(got[0], "style-src") {
			t.Errorf("violations %q, want one of style-src", got)
		}
		if got := p.ConsoleErrors(); !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, "/gone.png") }) {
			t.Errorf("console %q does not name the missing picture", got)
		}
	})
	t.Run("focus unseen and covered", func(t *testing.T) {
		if f := browser.Open(t, site+"/noring", kontortest.View{}).PressTab(); f.Name != "Unseen" || f.Ring || f.Visible {
			t.Errorf("%+v, want no ring and covered", f)
		}
	})
}

func TestBrowserUsesAPageAsAVisitorDoes(t *testing.T) {
	site, browser := hall(t), kontortest.StartBrowser(t)
	p := browser.Open(t, site+"/clean", kontortest.View{Language: "de"})

	var title string
	p.Eval("document.title", &title)
	if title != "Hall de" {
		t.Errorf("Accept-Language did not arrive: title %q", title)
	}
	if got := p.Text("h1"); got != "Hall" {
		t.Errorf("text %q", got)
	}
	if got, want := p.Links(), []string{site + "/planted", site + "/clean#words"}; !slices.Equal(got, want) {
		t.Errorf("links %q, want %q", got, want)
	}

	var stops []string
	for range 4 {
		f := p.PressTab()
		if !f.Ring || !f.Visible {
			t.Errorf("focus cannot be seen: %+v", f)
		}
		stops = append(stops, f.Name)
	}
	if want := []string{"Next", "Up", "q", "Find"}; !slices.Equal(stops, want) {
		t.Errorf("tab stops at %q, want %q", stops, want)
	}
	if f := p.PressShiftTab(); f.Selector != "#q" {
		t.Errorf("shift and tab leads to %+v", f)
	}

	p.Fill("#q", "Poznań")
	p.Follow("#go")
	if got := p.URL(); !strings.HasSuffix(got, "?q=Pozna%C5%84") {
		t.Errorf("the form led to %s", got)
	}
	p.Follow("main a")
	if got := p.URL(); got != site+"/planted" {
		t.Errorf("the link led to %s", got)
	}

	shot, err := png.DecodeConfig(bytes.NewReader(p.Screenshot()))
	if err != nil || shot.Width != 1280 {
		t.Errorf("screenshot %+v, %v", shot, err)
	}
}

func TestBrowserCountsWhatAVisitCosts(t *testing.T) {
	site, browser := hall(t), kontortest.StartBrowser(t)
	p := browser.Open(t, site+"/clean", kontortest.View{})
	first := received(t, p, "Document", "Script", "Stylesheet")
	if hosts := p.Hosts(); len(hosts) != 1 || "http://"+hosts[0] != site {
		t.Errorf("hosts %q", hosts)
	}

	p.Forget()
	p.Visit(site + "/clean")
	again := received(t, p, "Document", "Script", "Stylesheet")
	if again["Document"] == 0 || again["Stylesheet"] != 0 || again["Script"] != 0 {
		t.Errorf("the next visit received %v: the style sheet was not kept", again)
	}

	p.FirstVisit(t, site+"/clean")
	if got := received(t, p, "Document", "Script", "Stylesheet"); !maps.Equal(got, first) {
		t.Errorf("with an empty cache the same tab received %v, want a first visit of %v", got, first)
	}

	stranger := browser.Open(t, site+"/clean", kontortest.View{})
	if got := received(t, stranger, "Document", "Script", "Stylesheet"); !maps.Equal(got, first) {
		t.Errorf("another tab received %v, want a first visit of %v", got, first)
	}
	if sum := first["Document"] + first["Script"] + first["Stylesheet"]; stranger.Received() < sum {
		t.Errorf("received %d in all, less than %d", stranger.Received(), sum)
	}
}

// received is bytes by type of request, the icon left out; each answer must be
// 200 and the types those wanted.
func received(t *testing.T, p *kontortest.Page, types ...string) map[string]int64 {
	t.Helper()
	bytes := map[string]int64{}
	for _, r := range p.Requests() {
		if r.Type == "Other" {
			continue
		}
		bytes[r.Type] += r.Bytes
		if r.Status != http.StatusOK || r.FromCache == (r.Bytes > 0) {
			t.Errorf("%+v", r)
		}
	}
	if got := slices.Sorted(maps.Keys(bytes)); !slices.Equal(got, types) {
		t.Errorf("asked for %q, want %q", got, types)
	}
	return bytes
}
