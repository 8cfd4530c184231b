package kontortest

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Doc is what tests ask of a page's source: its names, its outline, its ways out.
type Doc struct {
	Lang, Title, Canonical string
	H1                     []string
	Levels                 []int // of all headings, in order: 1 for h1
	Landmarks              map[string]int
	IDs                    []string // in order, twice when given twice
	Links                  []Link   // a, area and link with href
	Sources                []string // src of scripts, images, frames; srcset is not read
}

// Link is one way out of a page, as written.
type Link struct {
	Element  string // "a", "area" or "link"
	Href     string
	Rel      string
	Hreflang string
	Text     string // of an a: its text, spaces collapsed; else its aria-label
}

// ParseHTML reads a page as a browser would, so it never fails on bad HTML.
func ParseHTML(t testing.TB, source []byte) *Doc {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	doc := &Doc{Landmarks: map[string]int{}}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			doc.element(n)
		}
	}
	return doc
}

func (d *Doc) element(n *html.Node) {
	if id := attr(n, "id"); id != "" {
		d.IDs = append(d.IDs, id)
	}
	switch n.Data {
	case "html":
		d.Lang = attr(n, "lang")
	case "title":
		if n.Parent.Data == "head" { // an SVG has titles too
			d.Title = text(n)
		}
	case "h1", "h2", "h3", "h4", "h5", "h6":
		level := int(n.Data[1] - '0')
		d.Levels = append(d.Levels, level)
		if level == 1 {
			d.H1 = append(d.H1, text(n))
		}
	case "header", "nav", "main", "footer", "aside", "search":
		d.Landmarks[n.Data]++
	case "a", "area", "link":
		d.link(n)
	case "script", "img", "iframe", "source":
		if src := attr(n, "src"); src != "" {
			d.Sources = append(d.Sources, src)
		}
	}
}

func (d *Doc) link(n *html.Node) {
	href := attr(n, "href")
	if href == "" {
		return
	}
	name := text(n)
	if name == "" {
		name = attr(n, "aria-label")
	}
	d.Links = append(d.Links, Link{n.Data, href, attr(n, "rel"), attr(n, "hreflang"), name})
	if attr(n, "rel") == "canonical" {
		d.Canonical = href
	}
}

// Problems lists what every page must have and this one lacks: lang, title,
// one h1, one main, headings that skip no level, ids that are there once,
// and a target for each link into the page itself.
func (d *Doc) Problems() []string {
	var problems []string
	add := func(format string, args ...any) { problems = append(problems, fmt.Sprintf(format, args...)) }
	if d.Lang == "" {
		add("html has no lang")
	}
	if d.Title == "" {
		add("no title")
	}
	if len(d.H1) != 1 {
		add("%d h1, want one", len(d.H1))
	}
	if d.Landmarks["main"] != 1 {
		add("%d main, want one", d.Landmarks["main"])
	}
	for i, level := range d.Levels {
		if i > 0 && level > d.Levels[i-1]+1 {
			add("h%d follows h%d", level, d.Levels[i-1])
		}
	}
	seen := map[string]bool{}
	for _, id := range d.IDs {
		if seen[id] {
			add("id %q twice", id)
		}
		seen[id] = true
	}
	for _, l := range d.Links {
		if fragment, ok := strings.CutPrefix(l.Href, "#"); ok && fragment != "" && !seen[fragment] {
			add("link to #%s, which is not there", fragment)
		}
	}
	return problems
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Site is what a walk along the links of a site found.
type Site struct {
	Pages  map[string][]byte // source of each HTML page by its path with query
	Docs   map[string]*Doc   // the same pages, read
	Broken []string          // "/from → /to: 404", sorted
}

// Walk follows every link and source of the site from the given paths on, each
// once, with GET and without a browser; skip (which may be nil) leaves out
// paths such as filter combinations. An answer of 400 or more and a fragment
// that its page does not have are broken links. Other hosts are not asked.
// It fails the test when a start is no HTML page: such a walk proves nothing.
func Walk(t testing.TB, site http.Handler, skip func(u *url.URL) bool, starts ...string) *Site {
	t.Helper()
	w := &walk{t: t, handler: site, skip: skip, seen: map[string]int{}, site: Site{Pages: map[string][]byte{}, Docs: map[string]*Doc{}}}
	for _, start := range starts {
		w.visit("(start)", start)
		if w.site.Docs[start] == nil {
			t.Fatalf("the walk starts at %s, which is no page (status %d)", start, w.seen[start])
		}
	}
	for len(w.queue) > 0 {
		next := w.queue[0]
		w.queue = w.queue[1:]
		w.follow(next)
	}
	w.fragments()
	slices.Sort(w.site.Broken)
	w.site.Broken = slices.Compact(w.site.Broken)
	return &w.site
}

type walk struct {
	t       testing.TB
	handler http.Handler
	skip    func(*url.URL) bool
	seen    map[string]int // status by path with query
	queue   []string       // pages whose links are to be followed
	aims    [][3]string    // from, page, fragment
	site    Site
}

// walkHost is where the site stands during the walk; absolute links to it count as its own.
const walkHost = "example.com"

// visit asks for one path, once, and notes a broken one.
func (w *walk) visit(from, target string) {
	status, known := w.seen[target]
	if !known {
		answer := httptest.NewRecorder()
		w.handler.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "http://"+walkHost+target, nil))
		status = answer.Code
		w.seen[target] = status
		if location := answer.Header().Get("Location"); status >= 300 && status < 400 && location != "" {
			if u := w.own(target, location); u != nil {
				w.visit(target, u.RequestURI())
			}
		}
		if status == http.StatusOK && strings.HasPrefix(answer.Header().Get("Content-Type"), "text/html") {
			w.site.Pages[target] = answer.Body.Bytes()
			w.site.Docs[target] = ParseHTML(w.t, answer.Body.Bytes())
			w.queue = append(w.queue, target)
		}
	}
	if status >= 400 {
		w.site.Broken = append(w.site.Broken, fmt.Sprintf("%s → %s: %d", from, target, status))
	}
}

func (w *walk) follow(page string) {
	doc := w.site.Docs[page]
	refs := slices.Clone(doc.Sources)
	for _, l := range doc.Links {
		refs = append(refs, l.Href)
	}
	for _, ref := range refs {
		u := w.own(page, ref)
		if u == nil || w.skip != nil && w.skip(u) {
			continue
		}
		w.visit(page, u.RequestURI())
		if u.Fragment != "" {
			w.aims = append(w.aims, [3]string{page, u.RequestURI(), u.Fragment})
		}
	}
}

// own resolves a reference; nil when it leads to another host or is none of the web.
func (w *walk) own(page, ref string) *url.URL {
	base, err := url.Parse("http://" + walkHost + page)
	if err != nil {
		w.t.Fatal(err)
	}
	u, err := base.Parse(ref)
	if err != nil {
		w.site.Broken = append(w.site.Broken, fmt.Sprintf("%s → %q: %v", page, ref, err))
		return nil
	}
	if u.Host != walkHost || u.Scheme != "http" && u.Scheme != "https" {
		return nil
	}
	return u
}

func (w *walk) fragments() {
	for _, aim := range w.aims {
		if doc := w.site.Docs[aim[1]]; doc != nil && !slices.Contains(doc.IDs, aim[2]) {
			w.site.Broken = append(w.site.Broken, fmt.Sprintf("%s → %s#%s: no such id", aim[0], aim[1], aim[2]))
		}
	}
}
