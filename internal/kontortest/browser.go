package kontortest

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// This file is the only one that knows chromedp: its interface has changed
// before, and when it does again, only this file follows.

// patience is how long a single step of a browser test may take before the
// test fails. It bounds a hanging browser; nothing is measured against it.
const patience = 60 * time.Second

// Browser is a headless Chromium that ends with the test that started it.
type Browser struct{ ctx context.Context }

// StartBrowser starts Chromium. Start one per test function and open many
// pages in it: a start takes about a second, a page some milliseconds. Under
// -short the test is skipped: one page follows the other in it.
func StartBrowser(t testing.TB) *Browser {
	t.Helper()
	if testing.Short() {
		t.Skip("a walk with a browser is long")
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(chromium(t)))
	if os.Geteuid() == 0 { // Chromium refuses its sandbox to root
		options = append(options, chromedp.NoSandbox)
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, closeBrowser := chromedp.NewContext(allocator)
	t.Cleanup(func() { closeBrowser(); stop() })
	if err := start(ctx); err != nil {
		t.Fatalf("Chromium does not start: %v", err)
	}
	return &Browser{ctx}
}

// start runs no action, which starts the browser and binds its life to ctx.
// chromedp 0.23 panics where Chromium ends at once.
func start(ctx context.Context) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("chromedp: %v", cause)
		}
	}()
	return chromedp.Do(ctx)
}

func chromium(t testing.TB) string {
	t.Helper()
	if path := os.Getenv("KONTOR_TEST_CHROMIUM"); path != "" {
		return path
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	missing(t, "there is no Chromium; KONTOR_TEST_CHROMIUM may name one")
	return ""
}

// View is how a visitor looks at a page. The zero value is a desktop in light
// colours with scripts.
type View struct {
	Width, Height int // CSS pixels; 0: 1280 × 800
	Dark          bool
	ForcedColors  bool
	Print         bool   // the print style sheet, on the same viewport
	NoScript      bool   // the page's scripts do not run; Eval and Axe still work
	Language      string // Accept-Language; "": what Chromium sends by itself
}

// Views are the four that every page is shown in: phone and desktop, light and dark.
func Views() []View {
	return []View{
		{Width: 360, Height: 740},
		{Width: 360, Height: 740, Dark: true},
		{Width: 1280, Height: 800},
		{Width: 1280, Height: 800, Dark: true},
	}
}

// String names the view in subtests and files: "360-dark".
func (v View) String() string {
	name := fmt.Sprint(cmp.Or(v.Width, 1280))
	for _, trait := range []struct {
		on   bool
		name string
	}{{!v.Dark, "light"}, {v.Dark, "dark"}, {v.ForcedColors, "forced"}, {v.Print, "print"}, {v.NoScript, "noscript"}} {
		if trait.on {
			name += "-" + trait.name
		}
	}
	if v.Language != "" {
		name += "-" + v.Language
	}
	return name
}

// Page is one tab with a cache and a cookie jar of its own, so that the first
// page opened in it is a first visit. It is used by one goroutine. A step that
// cannot be done fails the test at once.
type Page struct {
	t    testing.TB
	ctx  context.Context
	view View
	axed bool // axe was loaded into the document that is shown

	mu       sync.Mutex // guards what the browser's events write
	requests []*Request
	running  map[network.RequestID]*Request
	problems []string
}

// Request is one thing that the browser asked for.
type Request struct {
	URL, Host, Method string
	Type              string // "Document", "Stylesheet", "Script", "Image", "Font", "Fetch", …
	Status            int    // 0: no answer
	Bytes             int64  // received over the network: headers and body as compressed
	FromCache         bool   // without asking the server
}

// Open shows a URL in a tab of its own and waits until it and its fonts have loaded.
func (b *Browser) Open(t testing.TB, url string, view View) *Page {
	t.Helper()
	ctx, closeTab := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	t.Cleanup(closeTab)
	p := &Page{t: t, ctx: ctx, view: view, running: map[network.RequestID]*Request{}}
	if err := chromedp.Do(ctx); err != nil { // opens the tab; a limit here would close it later
		t.Fatalf("open a tab: %v", err)
	}
	if err := chromedp.Listen(ctx, p.hear); err != nil {
		t.Fatal(err)
	}
	p.emulate()
	p.Visit(url)
	return p
}

func (p *Page) emulate() {
	p.t.Helper()
	v := p.view
	scheme := map[bool]string{false: "light", true: "dark"}[v.Dark]
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme},
		{Name: "prefers-reduced-motion", Value: "reduce"}, // pictures and axe see the end of every transition
	}}
	if v.ForcedColors {
		media.Features = append(media.Features, &emulation.MediaFeature{Name: "forced-colors", Value: "active"})
	}
	if v.Print {
		media.Media = "print"
	}
	p.do("emulate the view",
		chromedp.EmulateViewport(int64(cmp.Or(v.Width, 1280)), int64(cmp.Or(v.Height, 800))),
		chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
			_, err := cdp.Call(ctx, tab, emulation.SetEmulatedMedia, media)
			return err
		}),
		scripts(!v.NoScript))
	if v.Language != "" {
		p.do("set the language", chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
			_, err := cdp.Call(ctx, tab, network.SetExtraHTTPHeaders,
				network.SetExtraHTTPHeadersParams{Headers: network.Headers{"Accept-Language": v.Language}})
			return err
		}))
	}
}

// scripts lets the scripts of a page run or not.
func scripts(on bool) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		_, err := cdp.Call(ctx, tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})
		return err
	})
}

// Show shows the page that is open in another view, without loading it again:
// a style sheet answers to a view at once. Whether scripts run, and the
// language, are settled by loading: of those the next Visit takes notice.
func (p *Page) Show(view View) {
	p.t.Helper()
	p.view = view
	p.emulate()
	p.settle()
}

// Visit goes on to another URL in the same tab, with what is in its cache.
func (p *Page) Visit(url string) {
	p.t.Helper()
	p.axed = false
	p.do("open "+url, chromedp.Navigate(url))
	p.settle()
}

// FirstVisit goes on to another URL in the same tab, with an empty cache, on
// behalf of t, which from now on fails where a step cannot be done. What was
// asked for and complained of before is forgotten. It takes a fraction of the
// time of a new tab, whose process has all code still to compile.
func (p *Page) FirstVisit(t testing.TB, url string) {
	t.Helper()
	p.t = t
	p.do("empty the cache", chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		_, err := cdp.Call(ctx, tab, network.ClearBrowserCache, cdp.Empty{})
		return err
	}))
	p.Forget()
	p.Visit(url)
}

// settle waits until the fonts are there: they change widths and pictures.
func (p *Page) settle() {
	p.t.Helper()
	p.Eval("document.fonts.ready.then(() => true)", nil)
}

// Eval evaluates JavaScript in the page, awaits it when it is a promise and
// decodes its value as JSON into out, which may be nil.
func (p *Page) Eval(js string, out any) {
	p.t.Helper()
	got := run(p, "evaluate "+shorten(js), chromedp.Evaluate[[]byte](js, chromedp.EvalAwaitPromise))
	if out == nil {
		return
	}
	if err := json.Unmarshal(got, out); err != nil {
		p.t.Fatalf("%s: %v in %q", shorten(js), err, got)
	}
}

// URL is the address that the tab shows.
func (p *Page) URL() string {
	p.t.Helper()
	return run(p, "read the address", chromedp.Location())
}

// Text is the visible text of the first element that matches a CSS selector,
// which must be there; spaces are as the browser shows them.
func (p *Page) Text(selector string) string {
	p.t.Helper()
	return run(p, "read "+selector, chromedp.Text(chromedp.CSS(selector)))
}

// Has tells whether an element matches a CSS selector now.
func (p *Page) Has(selector string) bool {
	p.t.Helper()
	var has bool
	p.Eval("document.querySelector("+literal(selector)+") !== null", &has)
	return has
}

// WaitFor waits until an element matches a CSS selector and is visible.
func (p *Page) WaitFor(selector string) {
	p.t.Helper()
	p.do("wait for "+selector, chromedp.WaitVisible(chromedp.CSS(selector)))
}

// Click clicks the first element that matches a CSS selector and does not wait
// for what follows: that is WaitFor's, or Follow's.
func (p *Page) Click(selector string) {
	p.t.Helper()
	p.do("click "+selector, chromedp.Click(chromedp.CSS(selector)))
}

// Follow clicks an element and waits until the page that it leads to has loaded.
func (p *Page) Follow(selector string) {
	p.t.Helper()
	p.axed = false
	run(p, "follow "+selector, chromedp.WaitEvent(page.LoadEventFired, nil, chromedp.Click(chromedp.CSS(selector))))
	p.settle()
}

// FollowByKey presses keys where the focus is and waits until the page that they lead to has loaded.
func (p *Page) FollowByKey(keys string) {
	p.t.Helper()
	p.axed = false
	run(p, "follow by a key", chromedp.WaitEvent(page.LoadEventFired, nil, chromedp.KeyEvent(keys)))
	p.settle()
}

// Fill replaces the value of a field as if it were typed.
func (p *Page) Fill(selector, value string) {
	p.t.Helper()
	p.WaitFor(selector)
	p.Eval("document.querySelector("+literal(selector)+").value = ''", nil)
	p.do("fill "+selector, chromedp.SendKeys(chromedp.CSS(selector), value))
}

// Keys that Press takes besides plain text.
const (
	Tab, Enter, Escape, Space = kb.Tab, kb.Enter, kb.Escape, " "
	ArrowDown, ArrowUp        = kb.ArrowDown, kb.ArrowUp
)

// Press presses keys where the focus is.
func (p *Page) Press(keys string) {
	p.t.Helper()
	p.do("press a key", chromedp.KeyEvent(keys))
}

// PressTab moves the focus one stop on and tells where it is then.
func (p *Page) PressTab() Focus {
	p.t.Helper()
	p.Press(Tab)
	return p.Focused()
}

// PressShiftTab moves the focus one stop back and tells where it is then.
func (p *Page) PressShiftTab() Focus {
	p.t.Helper()
	p.do("press shift and tab", chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift)))
	return p.Focused()
}

// Focus is where the keyboard is.
type Focus struct {
	Selector string // one that only this element matches; "" when the focus is on no element
	Name     string // its aria-label or text
	Ring     bool   // it, or what surrounds it, has an outline or a shadow: the focus can be seen
	Visible  bool   // its middle is on the screen and nothing lies over it
}

// Focused tells which element has the focus.
func (p *Page) Focused() (f Focus) {
	p.t.Helper()
	p.Eval(focusScript, &f)
	return f
}

const focusScript = `(() => {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return {};
  const path = n => n.id ? '#' + CSS.escape(n.id) : n === document.documentElement ? 'html' :
    path(n.parentElement) + ' > ' + n.localName + ':nth-child(' + ([...n.parentElement.children].indexOf(n) + 1) + ')';
  const ring = n => { const s = getComputedStyle(n); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none'; };
  const r = e.getClientRects()[0] || {left: -1, top: -1, width: 0, height: 0};
  const top = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
  return {
    Selector: path(e),
    Name: (e.getAttribute('aria-label') || e.innerText || e.getAttribute('name') || '').trim(),
    Ring: ring(e) || (e.labels ? [...e.labels].some(ring) : false) || (e.parentElement ? ring(e.parentElement) : false),
    Visible: top !== null && (top === e || e.contains(top) || e.labels && [...e.labels].some(l => l.contains(top))),
  };
})()`

// Links are the absolute addresses of all links in the page, in order.
func (p *Page) Links() (links []string) {
	p.t.Helper()
	p.Eval("[...document.querySelectorAll('a[href], area[href]')].map(a => a.href)", &links)
	return links
}

// HasSidewaysScroll tells whether the page is wider than its view. It logs the
// elements that stick out, so that the failing test names them.
func (p *Page) HasSidewaysScroll() bool {
	p.t.Helper()
	var wide []string
	p.Eval(`(() => {
	  const root = document.documentElement;
	  if (root.scrollWidth <= root.clientWidth) return [];
	  const out = [...document.querySelectorAll('body *')].filter(e => {
	    const r = e.getBoundingClientRect();
	    return r.right > root.clientWidth + 0.5 || r.left < -0.5;
	  }).map(e => e.localName + (e.className.length ? '.' + e.className : '') + ' to ' + Math.round(e.getBoundingClientRect().right));
	  return ['view ' + root.clientWidth + ', page ' + root.scrollWidth, ...out.slice(0, 8)];
	})()`, &wide)
	if len(wide) > 0 {
		p.t.Logf("sideways scroll: %s", strings.Join(wide, "; "))
	}
	return len(wide) > 0
}

// SmallTargets are the links and controls that are less than 24 pixels wide or
// high (WCAG 2.5.8), with their sizes. Those in a sentence are left out, as its
// lines set their height: links of a block that has more words beside them than
// in them. So are those that match a selector, which may be empty, and those in
// drawings.
func (p *Page) SmallTargets(besides string) (small []string) {
	p.t.Helper()
	p.Eval(`((besides) => {
	  const letters = e => e.innerText.replace(/[^\p{L}\p{N}]/gu, '').length;
	  const sentence = e => {
	    let block = e.parentElement;
	    while (getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
	    const inside = [...block.querySelectorAll('a')].reduce((sum, a) => sum + letters(a), 0);
	    return getComputedStyle(e).display === 'inline' && letters(block) > 2 * inside;
	  };
	  return [...document.querySelectorAll('a[href], button, input, select, summary')].flatMap(e => {
	    const r = e.getBoundingClientRect();
	    if (!r.width || !r.height || r.width >= 24 && r.height >= 24) return [];
	    if (besides && e.matches(besides) || e.closest('svg') || sentence(e)) return [];
	    return [e.innerText.trim() + ' in ' + e.parentElement.localName + '.' + e.parentElement.className + ': ' + Math.round(r.width) + ' × ' + Math.round(r.height)];
	  });
	})(`+literal(besides)+`)`, &small)
	return small
}

// Screenshot is the whole page, not only what fits the view, as PNG.
func (p *Page) Screenshot() []byte {
	p.t.Helper()
	return run(p, "take a screenshot", chromedp.FullScreenshot(100))
}

// Requests are all that the tab asked for since it was opened or Forget was
// called. Those under way are waited for, except the page's icon (type "Other"):
// Chromium fetches it when it likes, once per tab, and may not say that it ended.
func (p *Page) Requests() []Request {
	p.t.Helper()
	for wait := time.Millisecond; ; wait *= 2 {
		p.mu.Lock()
		var done []Request
		var open []string
		for _, r := range p.requests {
			done = append(done, *r)
		}
		for _, r := range p.running {
			if r.Type != string(network.ResourceTypeOther) {
				open = append(open, r.URL)
			}
		}
		p.mu.Unlock()
		if len(open) == 0 {
			return done
		}
		if wait > patience/2 { // in all, patience has passed
			p.t.Fatalf("requests do not end: %q", open)
		}
		time.Sleep(wait)
	}
}

// Received is the sum of bytes over all requests since the tab was opened or Forget was called.
func (p *Page) Received() (bytes int64) {
	p.t.Helper()
	for _, r := range p.Requests() {
		bytes += r.Bytes
	}
	return bytes
}

// Hosts are the hosts that were asked for anything, sorted, each once.
func (p *Page) Hosts() []string {
	p.t.Helper()
	var hosts []string
	for _, r := range p.Requests() {
		hosts = append(hosts, r.Host)
	}
	slices.Sort(hosts)
	return slices.Compact(hosts)
}

// ConsoleErrors are the warnings and errors in the console, exceptions that
// nothing caught, failed requests and violations of the content security policy.
func (p *Page) ConsoleErrors() []string {
	p.t.Helper()
	p.Eval("true", nil) // events arrive in order: what came before this answer has been heard
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.problems)
}

// PolicyViolations are those of ConsoleErrors that speak of the content security policy.
func (p *Page) PolicyViolations() []string {
	p.t.Helper()
	return slices.DeleteFunc(p.ConsoleErrors(), func(s string) bool { return !strings.Contains(s, "Content Security Policy") })
}

// Forget empties Requests and ConsoleErrors, so that a next visit is counted alone.
func (p *Page) Forget() {
	p.t.Helper()
	p.Requests()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.requests, p.problems = nil, nil
}

// hear takes the browser's events. It runs inside the loop that reads them, so it only notes.
func (p *Page) hear(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if before := p.running[e.RequestID]; before != nil && e.RedirectResponse != nil {
			before.Status, before.Bytes = int(e.RedirectResponse.Status), int64(e.RedirectResponse.EncodedDataLength)
		}
		if strings.HasPrefix(e.Request.URL, "data:") {
			return
		}
		r := &Request{URL: e.Request.URL, Method: e.Request.Method, Type: string(e.Type)}
		if u, err := url.Parse(r.URL); err == nil {
			r.Host = u.Host
		}
		p.requests = append(p.requests, r)
		p.running[e.RequestID] = r
	case *network.EventRequestServedFromCache:
		if r := p.running[e.RequestID]; r != nil {
			r.FromCache = true
		}
	case *network.EventResponseReceived:
		if r := p.running[e.RequestID]; r != nil {
			r.Status, r.FromCache = int(e.Response.Status), r.FromCache || e.Response.FromDiskCache
		}
	case *network.EventLoadingFinished:
		if r := p.running[e.RequestID]; r != nil {
			r.Bytes = int64(e.EncodedDataLength)
			if r.FromCache {
				r.Bytes = 0
			}
			delete(p.running, e.RequestID)
		}
	case *network.EventLoadingFailed:
		delete(p.running, e.RequestID)
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning || e.Type == runtime.ConsoleAPICalledTypeAssert {
			p.problems = append(p.problems, "console: "+spoken(e.Args))
		}
	case *runtime.EventExceptionThrown:
		p.problems = append(p.problems, "exception: "+thrown(e.ExceptionDetails))
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			p.problems = append(p.problems, strings.TrimSpace(string(e.Entry.Source)+": "+e.Entry.Text+" "+e.Entry.URL))
		}
	}
}

func spoken(args []*runtime.RemoteObject) string {
	words := make([]string, len(args))
	for i, a := range args {
		words[i] = cmp.Or(a.Description, string(a.Value))
	}
	return strings.Join(words, " ")
}

func thrown(d *runtime.ExceptionDetails) string {
	if d.Exception != nil && d.Exception.Description != "" {
		return d.Exception.Description
	}
	return d.Text
}

// Violation is one element that breaks a rule of axe.
type Violation struct {
	Rule       string // axe's id, such as "color-contrast"
	Impact     string // "minor", "moderate", "serious", "critical"; "" when incomplete
	Incomplete bool   // axe could not decide; only contrast is reported so
	Help       string // the rule in words
	Target     string // a selector of the element
	HTML       string // its source
	Reason     string // what to mend
	Classes    []string
}

func (v Violation) String() string {
	kind := v.Impact
	if v.Incomplete {
		kind = "incomplete"
	}
	return fmt.Sprintf("%s (%s): %s\n\t%s\n\t%s\n\t%s", v.Rule, kind, v.Help, v.Target, v.HTML, v.Reason)
}

// Axe runs axe-core over the page as it is now: WCAG 2.0 to 2.2, levels A and
// AA, best practice and target size. Besides violations it reports every
// contrast that axe cannot compute (text over a picture, SVG): in dark mode
// black on black was found only so. Such an element is left out when it bears
// one of the proven classes itself: those whose ratio another test computes.
func (p *Page) Axe(t testing.TB, proven ...string) []Violation {
	t.Helper()
	if p.view.NoScript { // axe needs timers; scripts of a page that has loaded stay unrun
		p.do("let axe run", scripts(true))
		defer p.do("stop scripts again", scripts(false))
	}
	if !p.axed {
		path := os.Getenv("KONTOR_TEST_AXE")
		if path == "" {
			missing(t, "KONTOR_TEST_AXE names no axe.min.js to check accessibility with")
		}
		axe, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		p.do("load axe", chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
			_, err := chromedp.Evaluate[chromedp.Void](string(axe))(ctx, tab)
			return err
		}))
		p.axed = true
	}
	var found []Violation
	p.Eval(axeScript, &found)
	return slices.DeleteFunc(found, func(v Violation) bool {
		return v.Incomplete && slices.ContainsFunc(v.Classes, func(c string) bool { return slices.Contains(proven, c) })
	})
}

const axeScript = `(async () => {
  const result = await axe.run(document, {
    elementRef: true,
    preload: false, // of style sheets and videos, which no rule of these asks for
    resultTypes: ['violations', 'incomplete'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: {'target-size': {enabled: true}},
  });
  const flat = (rules, incomplete) => rules.flatMap(rule => rule.nodes.map(node => ({
    Rule: rule.id, Impact: incomplete ? '' : rule.impact, Incomplete: incomplete, Help: rule.help,
    Target: node.target.join(' '), HTML: node.html.slice(0, 300), Reason: node.failureSummary || '',
    Classes: node.element ? [...node.element.classList] : [],
  })));
  return flat(result.violations, false).concat(flat(result.incomplete.filter(r => r.id === 'color-contrast'), true));
})()`

// do runs actions, one after the other, each within patience.
func (p *Page) do(what string, actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	for _, action := range actions {
		run(p, what, action)
	}
}

func run[T any](p *Page, what string, action chromedp.Action[T]) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	value, err := chromedp.Run(ctx, action)
	if err != nil {
		p.t.Fatalf("%s: %v", what, err)
	}
	return value
}

// literal writes a string as JavaScript does.
func literal(s string) string {
	quoted, err := json.Marshal(s)
	if err != nil { // a string can always be written
		panic(err)
	}
	return string(quoted)
}

func shorten(js string) string {
	line := []rune(strings.Join(strings.Fields(js), " "))
	if len(line) > 80 {
		return string(line[:80]) + "…"
	}
	return string(line)
}
