package web_test

import (
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"kontor.example/assets"
	"kontor.example/internal/base/fault"
	"kontor.example/internal/serve/web"
)

func TestEveryShippedFileHasAnAddress(t *testing.T) {
	shipped := newAssets(t, assets.FS)
	names := []string{"css/site.css"}
	err := fs.WalkDir(assets.FS, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && !strings.HasSuffix(name, ".css") {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	hashed := regexp.MustCompile(`^/assets/\w+/[\w-]+\.[0-9a-f]{12}\.\w+$`)
	for _, name := range names {
		url, ok := shipped.Lookup(name)
		if !ok || !hashed.MatchString(url) {
			t.Errorf("%s has the address %q", name, url)
		}
		if answer := fetchAsset(shipped, url, nil); answer.StatusCode != http.StatusOK {
			t.Errorf("%s answers %d", url, answer.StatusCode)
		}
	}
}

func TestOneStylesheetWithAddressesThatAnswer(t *testing.T) {
	shipped := newAssets(t, assets.FS)
	css := bodyText(t, fetchAsset(shipped, shipped.URL("css/site.css"), nil))
	kern, kontor := strings.Index(css, "@layer kern"), strings.Index(css, ".k-wrap")
	if kern < 0 || kontor < kern {
		t.Errorf("want KERN first, then our own sheet; found them at %d and %d", kern, kontor)
	}
	refs := regexp.MustCompile(`url\("([^"]+)"\)`).FindAllStringSubmatch(css, -1)
	if len(refs) != 5 {
		t.Errorf("want five faces, got %v", refs)
	}
	for _, ref := range refs {
		answer := fetchAsset(shipped, ref[1], nil)
		if answer.StatusCode != http.StatusOK || answer.Header.Get("Content-Type") != "font/woff2" {
			t.Errorf("%s answers %d, %s", ref[1], answer.StatusCode, answer.Header.Get("Content-Type"))
		}
	}
	if _, ok := shipped.Lookup("css/kontor.css"); ok {
		t.Error("the parts of the stylesheet are served a second time")
	}
}

func TestHeaders(t *testing.T) {
	shipped := newAssets(t, assets.FS)
	for name, contentType := range map[string]string{
		"css/site.css":                 "text/css; charset=utf-8",
		"js/htmx.js":                   "text/javascript; charset=utf-8",
		"img/favicon.svg":              "image/svg+xml",
		"fonts/FiraSans-Regular.woff2": "font/woff2",
	} {
		h := fetchAsset(shipped, shipped.URL(name), nil).Header
		for key, want := range map[string]string{
			"Content-Type":           contentType,
			"Cache-Control":          "public, max-age=31536000, immutable",
			"X-Content-Type-Options": "nosniff",
		} {
			if got := h.Get(key); got != want {
				t.Errorf("%s: %s is %q, want %q", name, key, got, want)
			}
		}
		if h.Get("ETag") == "" {
			t.Errorf("%s has no ETag", name)
		}
	}
}

func TestCompression(t *testing.T) {
	shipped := newAssets(t, assets.FS)
	script := shipped.URL("js/htmx.js")
	plain := bodyText(t, fetchAsset(shipped, script, nil))
	for accept, want := range map[string]string{
		"gzip": "gzip", "br, gzip;q=0.8": "gzip", "GZIP": "gzip", "": "", "br": "", "gzip;q=0": "", "gzip; q=0.0, br": "",
	} {
		answer := fetchAsset(shipped, script, http.Header{"Accept-Encoding": {accept}})
		if got := answer.Header.Get("Content-Encoding"); got != want {
			t.Errorf("Accept-Encoding %q: got %q, want %q", accept, got, want)
		}
		if answer.Header.Get("Vary") != "Accept-Encoding" {
			t.Errorf("Accept-Encoding %q: Vary is %q", accept, answer.Header.Get("Vary"))
		}
		if want == "gzip" {
			unzip, err := gzip.NewReader(answer.Body)
			if err != nil {
				t.Fatal(err)
			}
			if body, err := io.ReadAll(unzip); err != nil || string(body) != plain {
				t.Errorf("Accept-Encoding %q: unpacked it is another file (%v)", accept, err)
			}
		}
	}
	font := fetchAsset(shipped, shipped.URL("fonts/FiraSans-Regular.woff2"), http.Header{"Accept-Encoding": {"gzip"}})
	if font.Header.Get("Content-Encoding") != "" {
		t.Error("fonts are compressed already and go out as they are")
	}
}

func TestNotModified(t *testing.T) {
	shipped := newAssets(t, assets.FS)
	url := shipped.URL("css/site.css")
	plain := fetchAsset(shipped, url, nil).Header.Get("ETag")
	zipped := fetchAsset(shipped, url, http.Header{"Accept-Encoding": {"gzip"}}).Header.Get("ETag")
	if plain == zipped {
		t.Errorf("both forms have the tag %s", plain)
	}
	for header, want := range map[string]int{
		plain: 304, "W/" + plain: 304, `"other", ` + plain: 304, "*": 304, `"other"`: 200, zipped: 200,
	} {
		answer := fetchAsset(shipped, url, http.Header{"If-None-Match": {header}})
		if answer.StatusCode != want {
			t.Errorf("If-None-Match %s: %d, want %d", header, answer.StatusCode, want)
		}
		if body := bodyText(t, answer); want == 304 && body != "" {
			t.Errorf("If-None-Match %s: 304 with a body", header)
		}
	}
}

func TestMethods(t *testing.T) {
	shipped := newAssets(t, assets.FS)
	url := shipped.URL("js/htmx.js")
	for method, want := range map[string]int{"GET": 200, "HEAD": 200, "POST": 405, "DELETE": 405} {
		w := httptest.NewRecorder()
		shipped.ServeHTTP(w, httptest.NewRequest(method, url, nil))
		if w.Code != want {
			t.Errorf("%s answers %d, want %d", method, w.Code, want)
		}
		if method != http.MethodGet && w.Body.Len() > 0 {
			t.Errorf("%s answers with a body", method)
		}
	}
}

func TestUnknownAddress(t *testing.T) {
	shipped := newAssets(t, assets.FS)
	for _, url := range []string{"/assets/", "/assets/css/site.css", "/assets/js/htmx.000000000000.js", "/assets/../go.mod"} {
		w := httptest.NewRecorder()
		err := shipped.Serve(w, httptest.NewRequest(http.MethodGet, url, nil))
		if !errors.Is(err, fault.NotFound) || len(w.Header()) > 0 {
			t.Errorf("%s: %v, headers %v; want fault.NotFound and nothing written", url, err, w.Header())
		}
		if answer := fetchAsset(shipped, url, nil); answer.StatusCode != http.StatusNotFound {
			t.Errorf("%s answers %d", url, answer.StatusCode)
		}
	}
	if url, ok := shipped.Lookup("css/none.css"); ok {
		t.Errorf("a file that does not exist has the address %s", url)
	}
	if answer := fetchAsset(shipped, shipped.URL("css/none.css"), nil); answer.StatusCode != http.StatusNotFound {
		t.Errorf("a file that does not exist answers %d", answer.StatusCode)
	}
}

func TestAddressFollowsContent(t *testing.T) {
	site := func(font string) *web.Assets {
		return newAssets(t, fstest.MapFS{
			"css/kern.css":   {Data: []byte(`@layer kern{}`)},
			"css/kontor.css": {Data: []byte(`@font-face{src:url("../fonts/a.woff2")}`)},
			"css/map.css":    {Data: []byte(`b{}`)},
			"fonts/a.woff2":  {Data: []byte(font)},
		})
	}
	one, same, other := site("one"), site("one"), site("other")
	for _, name := range []string{"fonts/a.woff2", "css/site.css"} {
		if one.URL(name) != same.URL(name) {
			t.Errorf("%s: same content, addresses %s and %s", name, one.URL(name), same.URL(name))
		}
		if one.URL(name) == other.URL(name) {
			t.Errorf("%s keeps its address when the font changes", name)
		}
	}
}

func TestBrokenAssetsAreRefused(t *testing.T) {
	good := fstest.MapFile{Data: []byte("a{}")}
	for name, fsys := range map[string]fstest.MapFS{
		"no sheet":         {"css/kern.css": &good},
		"missing font":     {"css/kern.css": &good, "css/map.css": &good, "css/kontor.css": {Data: []byte(`a{src:url("../fonts/none.woff2")}`)}},
		"unknown filetype": {"css/kern.css": &good, "css/kontor.css": &good, "css/map.css": &good, "notes.txt": &good},
	} {
		if _, err := web.NewAssets(fsys); err == nil {
			t.Errorf("%s: want an error", name)
		}
	}
}

func newAssets(t *testing.T, fsys fs.FS) *web.Assets {
	t.Helper()
	a, err := web.NewAssets(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func fetchAsset(a *web.Assets, url string, header http.Header) *http.Response {
	r := httptest.NewRequest(http.MethodGet, url, nil)
	if header != nil {
		r.Header = header
	}
	w := httptest.NewRecorder()
	a.ServeHTTP(w, r)
	return w.Result()
}

func bodyText(t *testing.T, answer *http.Response) string {
	t.Helper()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
