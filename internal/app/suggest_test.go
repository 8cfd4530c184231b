package app_test

import (
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"kontor.example/internal/kontortest"
)

const seek = "#seek"

// From the first letter on, the field in the header offers where to go, as a combobox: the keyboard alone leads there.
func TestTheSearchFieldSuggests(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	w := newSearchTown(t, kontortest.SQLite(t))
	server := httptest.NewServer(w.Handler)
	defer server.Close()
	page := browser.Open(t, server.URL+"/de/projects", kontortest.View{Width: 1280, Height: 900})
	page.WaitFor(seek + `[role="combobox"][aria-expanded="false"][aria-autocomplete="list"]`)

	page.Fill(seek, "H")
	page.WaitFor(`#suggestions-0[role="listbox"] > [role="option"]`)
	page.WaitFor(seek + `[aria-expanded="true"][aria-controls="suggestions-0"]`)
	if said := page.Text(`.k-combo > [role="status"]`); !strings.HasSuffix(said, " Vorschläge") {
		t.Errorf("the number of suggestions is told as %q", said)
	}
	if bad := page.Axe(t, proven()...); len(bad) > 0 {
		t.Errorf("open: %v", bad)
	}

	page.Fill(seek, "Hirosh")
	page.WaitFor(`#suggestions-0 > :only-child, #suggestions-0 > :nth-child(2):last-child, #suggestions-0 > :nth-child(3):last-child`)
	if said := page.Text(`#suggestions-0 > :first-child`); !strings.Contains(said, "Japan") {
		t.Errorf("%q does not tell where that is", said) // towns of one name are told apart by it
	}
	page.Press(kontortest.ArrowUp) // from the field to the last one
	page.WaitFor(`#suggestions-0 > :last-child[aria-selected="true"]`)
	page.Press(kontortest.ArrowDown) // and back to the field
	page.WaitFor(seek + `:not([aria-activedescendant])`)
	page.Press(kontortest.ArrowDown)
	page.WaitFor(seek + `[aria-activedescendant="suggestions-0-0"]`)
	page.WaitFor(`#suggestions-0-0[aria-selected="true"]`)
	page.Press(kontortest.Escape)
	page.WaitFor(seek + `[aria-expanded="false"]:not([aria-activedescendant])`)
	if page.Focused().Selector != seek {
		t.Error("Escape takes the focus away")
	}
	var chosen string // by keys, from what was found for the words before
	page.Eval(`(() => { const field = document.querySelector("`+seek+`"), words = field.value; field.value = "Kyoto";
		field.dispatchEvent(new Event("input")); field.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", cancelable: true }));
		const chosen = String(field.getAttribute("aria-activedescendant")); field.value = words; field.dispatchEvent(new Event("input")); return chosen })()`, &chosen)
	if chosen != "null" {
		t.Errorf("of what was found for other words %s is chosen", chosen)
	}
	page.WaitFor(seek + `[aria-expanded="true"]`)
	page.Press(kontortest.Escape)
	page.Press(kontortest.ArrowDown) // opens it again
	page.WaitFor(seek + `[aria-expanded="true"][aria-activedescendant="suggestions-0-0"]`)
	page.FollowByKey(kontortest.Enter)
	if !strings.HasSuffix(page.URL(), "hiroshima") {
		t.Errorf("Enter leads to %s", page.URL())
	}
	if bad := page.ConsoleErrors(); len(bad) > 0 {
		t.Error(bad)
	}
}

// What is offered for a name that its title does not have says for which, and places of one name say which of them
// they are, within the option: who hears it knows, too.
func TestSuggestionsSayByWhichName(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	w := newSearchTown(t, kontortest.SQLite(t))
	server := httptest.NewServer(w.Handler)
	defer server.Close()
	w.addToGazetteer([7]string{"9900001", "Posener Tal", "US", "IL", "39.8", "-89.6", "6"}, [7]string{"9900002", "Posener Tal", "US", "OH", "39.9", "-83.8", "6"})
	for lang, says := range map[string]map[string]string{
		"de": {"place": "Poznań Ort · Polen Auch: Posen", "relation": "Poznań Beziehung · Polen Beteiligt: Posen", "bare": "Posen Weiterer Ort · Vereinigte Staaten", "twin": "Posener Tal Weiterer Ort · Vereinigte Staaten · OH"},
		"en": {"place": "Poznań Place · Poland Also: Posen", "relation": "Poznań Relation · Poland Takes part: Posen", "bare": "Posen Other place · United States", "twin": "Posener Tal Other place · United States · OH"},
	} {
		page := browser.Open(t, server.URL+"/"+lang+"/projects", kontortest.View{Width: 1280, Height: 900})
		page.WaitFor(seek + `[role="combobox"]`)
		page.Fill(seek, "Posen")
		page.WaitFor(`#suggestions-0 > [role="option"] .k-suggest__why`)
		var options []string
		page.Eval(`[...document.querySelectorAll("#suggestions-0 > [role=option]")].map(o => o.textContent)`, &options)
		for what, want := range says {
			if !slices.Contains(options, want) {
				t.Errorf("%s: %s: %q, not %q", lang, what, options, want)
			}
		}
		if lang == "en" && !page.Has(`.k-suggest__why span[lang="de"]`) {
			t.Error("the other name does not say of which language it is")
		}
		if bad := page.Axe(t, proven()...); len(bad) > 0 {
			t.Errorf("%s: %v", lang, bad)
		}
	}
}

// Who asks for a country is offered its partners, and told that they lie there: it is no other name of theirs.
func TestSuggestionsSayThatTheyLieInACountry(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	w := newSearchTown(t, kontortest.SQLite(t))
	server := httptest.NewServer(w.Handler)
	defer server.Close()
	for lang, want := range map[string]string{"de": "Land: Vereinigtes Königreich", "en": "Country: United Kingdom"} {
		page := browser.Open(t, server.URL+"/"+lang+"/projects", kontortest.View{Width: 1280, Height: 900})
		page.WaitFor(seek + `[role="combobox"]`)
		page.Fill(seek, "England")
		page.WaitFor(`#suggestions-0 > :first-child .k-suggest__why`)
		if said := page.Text(`#suggestions-0 > :first-child`); !strings.HasPrefix(said, "Bristol") || !strings.Contains(said, want) {
			t.Errorf("%s: %q does not say %q", lang, said, want)
		}
	}
}

// The mouse does it too; the list closes when the focus goes; without a choice, Enter asks the page of the search.
func TestSuggestionsByMouseAndOnThePageOfTheSearch(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	w := newSearchTown(t, kontortest.SQLite(t))
	server := httptest.NewServer(w.Handler)
	defer server.Close()
	page := browser.Open(t, server.URL+"/en/search", kontortest.View{Width: 360, Height: 800})
	page.Fill("#words", "Bristo")
	page.WaitFor(`#suggestions-0-0`)
	page.PressTab()
	page.WaitFor(`#words[aria-expanded="false"]`)
	page.Fill("#words", "Bristol")
	page.WaitFor(`#suggestions-0-0`)
	page.Follow(`#suggestions-0-0`)
	if !strings.HasSuffix(page.URL(), "/bristol") {
		t.Errorf("the mouse leads to %s", page.URL())
	}
	page.Visit(server.URL + "/en/search")
	page.Fill("#words", "posn")
	page.Press(kontortest.Enter)
	page.WaitFor(`a[href="/en/places/poznan"]`)
	if u, err := url.Parse(page.URL()); err != nil || u.Path != "/en/search" || u.Query().Get("q") != "posn" {
		t.Errorf("Enter leads to %s", page.URL())
	}
}

// Without script the field is a form; on a small screen, where there is no room for it, a link leads to the search.
func TestTheSearchWorksWithoutScript(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	w := newSearchTown(t, kontortest.SQLite(t))
	server := httptest.NewServer(w.Handler)
	defer server.Close()
	page := browser.Open(t, server.URL+"/de/", kontortest.View{Width: 1280, Height: 900, NoScript: true})
	page.Fill(seek, "Posen")
	page.Follow(".k-seek__go")
	if !strings.HasSuffix(page.URL(), "/de/search?q=Posen") || !page.Has(`main a[href="/de/relations/poznan"]`) {
		t.Errorf("the form leads to %s", page.URL())
	}
	page.Follow(`main a.k-chip[href*="kind=relation"]`)
	if page.Has(`main a[href="/de/places/poznan"]`) || !page.Has(`main a[href="/de/relations/poznan"]`) {
		t.Error("the facet does not narrow")
	}
	small := browser.Open(t, server.URL+"/de/relations", kontortest.View{Width: 320, Height: 700, NoScript: true})
	small.Follow("a.k-search")
	if !strings.HasSuffix(small.URL(), "/de/search") || small.HasSidewaysScroll() {
		t.Errorf("the link leads to %s", small.URL())
	}
}

// When the service does not answer, the field stays what it was, and nobody is bothered.
func TestSuggestionsFailSilently(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	w := newSearchTown(t, kontortest.SQLite(t))
	server := httptest.NewServer(w.Handler)
	defer server.Close()
	page := browser.Open(t, server.URL+"/de/", kontortest.View{Width: 1280, Height: 900})
	page.WaitFor(seek + `[role="combobox"]`)
	page.Eval(`window.asked = 0; window.fetch = async () => { window.asked++; throw new Error("off") }; true`, nil)
	page.Fill(seek, "Hiroshima")
	page.Eval(`new Promise(done => { const look = () => window.asked ? done(true) : requestAnimationFrame(look); look() })`, nil)
	if page.Has(seek + `[aria-expanded="true"]`) {
		t.Error("a list opens without an answer")
	}
	page.Press(kontortest.Enter)
	page.WaitFor(`main a[href="/de/relations/hiroshima"]`)
}

// What is offered answers to the words that stand in the field now, while the field is in use; and keys that mean something else
// pass it by.
func TestSuggestionsAnswerToWhatStandsInTheField(t *testing.T) {
	browser := kontortest.StartBrowser(t)
	w := newTown(t, kontortest.SQLite(t))
	server := httptest.NewServer(w.Handler)
	defer server.Close()
	page := browser.Open(t, server.URL+"/de/", kontortest.View{Width: 1280, Height: 900})
	page.WaitFor(seek + `[role="combobox"]`)
	var wrong []string
	page.Eval(`(async () => {
		const field = document.querySelector("#seek"), list = document.querySelector("#suggestions-0"), asked = [], sent = [], wrong = [];
		window.fetch = (address) => new Promise((answer, fail) => asked.push({ address, fail, answer: (...titles) => answer({ ok: true,
			json: async () => ({ items: titles.map((title) => ({ kind: "place", title, url: title === "Nowhere" ? null : "#there", countries: [],
				why: { field: "name", passage: [{ text: "…" + title + "…" }] } })) }) }) }));
		field.form.addEventListener("submit", (event) => { sent.push(!event.defaultPrevented); event.preventDefault(); });
		const moment = () => new Promise((done) => setTimeout(done, 250));
		const type = (text) => { field.value = text; field.dispatchEvent(new Event("input", { bubbles: true })); };
		const does = (Kind, type, at, more) => { const e = new Kind(type, { bubbles: true, cancelable: true, ...more }); at.dispatchEvent(e); return e.defaultPrevented; };
		const press = (key, more) => does(KeyboardEvent, "keydown", field, { key, ...more });
		const shown = () => list.hidden ? "" : [...list.children].map((option) => option.firstChild.textContent).join(" ");
		const expect = (what, ok) => { if (!ok) wrong.push(what); };
		type("a"); await moment(); asked[0].answer("Aachen"); await moment();
		expect("nothing opens where the focus is elsewhere", shown() === "");
		field.focus(); type("b"); type("bo"); await moment();
		expect("who types on is waited for", asked.length === 2 && asked[1].address.endsWith("&q=bo"));
		type("bos"); await moment(); asked[2].answer("Boston", "Nowhere", "Bosna"); asked[1].answer("Bochum"); await moment();
		expect("a late answer to other words, and what has no page, are not shown", shown() === "Boston Bosna");
		expect("a piece of the title is no other name", !list.querySelector(".k-suggest__why"));
		expect("a key of an input method, or with Ctrl, moves nothing", !press("ArrowDown", { isComposing: true }) && !press("ArrowDown", { ctrlKey: true }) && !field.hasAttribute("aria-activedescendant"));
		expect("a letter is typed", !press("x"));
		field.form.requestSubmit();
		expect("without a choice the form is sent", sent.pop() === true);
		expect("an arrow does not move in the field", press("ArrowDown") && press("ArrowDown"));
		expect("one is chosen", [...list.children].map((option) => option.getAttribute("aria-selected")).join() === "false,true");
		expect("the field keeps the focus", does(PointerEvent, "pointerdown", list.firstChild));
		field.form.requestSubmit();
		expect("a choice leads there instead", sent.pop() === false && location.hash === "#there");
		type("bost"); await moment(); asked[3].fail(new Error("off")); await moment();
		expect("what answered to other words goes where no answer comes", shown() === "");
		type("boston"); await moment(); asked[4].answer("Boston"); await moment(); type(" "); await moment();
		expect("nothing is asked for no words", asked.length === 5 && shown() === "");
		press("ArrowDown");
		expect("nothing opens for no words", shown() === "");
		return wrong; })()`, &wrong)
	for _, what := range wrong {
		t.Errorf("not so: %s", what)
	}
}
