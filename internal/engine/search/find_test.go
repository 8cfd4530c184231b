package search

import (
	"math"
	"slices"
	"strings"
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
)

// register are documents with the names that people spell in many ways.
func register() []Document {
	return []Document{
		document("relation", "poznan", "title", "de", "Städtepartnerschaft mit Poznań", "alias", "", "Posen"),
		document("place", "place-poznan", "title", "", "Poznań", "alias", "de", "Posen"),
		document("place", "ivanovo", "title", "de", "Iwanowo", "title", "en", "Ivanovo", "alias", "ru", "Иваново"),
		document("place", "ekb", "title", "de", "Jekaterinburg", "alias", "ru", "Екатеринбург"),
		document("place", "mykolaiv", "title", "de", "Mykolajiw", "alias", "uk", "Миколаїв"),
		document("place", "hiroshima", "title", "de", "Hiroshima", "alias", "ja", "広島市"),
		document("place", "diyarbakir", "title", "", "Diyarbakır"),
		document("place", "tromso", "title", "", "Tromsø"),
		document("place", "lodz", "title", "", "Łódź"),
		document("place", "malawi", "title", "de", "Blantyre", "summary", "de", "Stadt in Malawi"),
		document("paper", "paper", "title", "de", "Bericht über Städtepartnerschaften", "body", "de", "Bürgermeister für den Frieden",
			"notes", "de", "Geheimnis"),
		bare("2655194", "Blantyre"),
		bare("4905687", "Posen"),
	}
}

// What has the words themselves, though elsewhere, is what was asked for: a facet narrows that and adds nothing. The kinds
// that are asked among at all are no facet: there what begins so is offered.
func TestAFacetAddsNothing(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		inUS := document("place", "place", "title", "en", "Peaceford")
		inUS.Facets = []Facet{{"country", "US"}}
		w := newWorld(t, url, document("network", "network", "title", "en", "Mayors for Peace"), inUS)
		for _, c := range []struct {
			q    Query
			hits int
			as   Stage
		}{
			{Query{}, 1, ByWord},
			{Query{Facets: map[string][]string{"country": {"US"}}}, 0, ""},
			{Query{Facets: map[string][]string{"kind": {"place"}}}, 0, ""},
			{Query{Kinds: []string{"place"}}, 1, ByPrefix},
			{Query{Kinds: []string{"place", "network"}, Facets: map[string][]string{"kind": {"place"}}}, 0, ""},
		} {
			c.q.Text, c.q.Limit = "peace", 10
			if a := w.find(record.Actor{}, c.q); a.Total != c.hits || len(a.Hits) != c.hits || a.Stage != c.as {
				t.Errorf("%v %v: %d hits, stage %q; want %d, %q", c.q.Kinds, c.q.Facets, a.Total, a.Stage, c.hits, c.as)
			}
		}
	})
}

// Nor does a facet add something where it leaves a bare place alone of what has the words.
func TestAFacetThatLeavesABarePlaceAddsNothing(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		inUS, begins := bare("1", "Posen"), document("place", "place", "title", "en", "Posenfield")
		inUS.Facets, begins.Facets = []Facet{{"country", "US"}}, []Facet{{"country", "US"}}
		w := newWorld(t, url, document("relation", "relation", "title", "de", "Reise nach Posen"), inUS, begins)
		w.finds("Posen", "relation", "1")
		a := w.find(record.Actor{}, Query{Text: "Posen", Facets: map[string][]string{"country": {"US"}}, Limit: 9})
		if a.Total != 1 || a.Hits[0].ID != "1" || a.Stage != ByWord {
			t.Errorf("%d hits, stage %q: %+v", a.Total, a.Stage, a.Hits)
		}
	})
}

// Among places that are no records those that are called just as asked come first, by their names of maps, but after what
// is ours; then those that have the words in such a name, those that are called so only sometimes, and what only tells of
// the place.
func TestAPlaceOfThatNameComesFirst(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url,
			document("place", "ours", "title", "de", "Ours", "alias", "", "Zürich"),
			document("relation", "tells", "title", "de", "Reise", "summary", "de", "nach Zürich"),
			bare("1", "Lake Zurich"), bare("2", "Turigo", "Zürich"), bare("3", "Zurich"), bare("4", "Alt Zürich", "Zürich am See"),
			bynamed("5", "Kleinort", "Zürich"),
		)
		want := []string{"ours", "2", "3", "4", "1", "5", "tells"}
		w.finds("zürich", want...)
		w.finds("ZURICH zürich", want...)
		w.finds("see zürich", "4")
		var typed []string
		for _, h := range w.find(record.Actor{}, Query{Text: "Zürich", Complete: true, Limit: 9}).Hits {
			typed = append(typed, string(h.ID))
		}
		if !slices.Equal(typed, want[:6]) {
			t.Errorf("typed: %q", typed)
		}
	})
}

// What places are called only sometimes forgives mistakes as their names do, also where it came after the last rebuild, and like
// them has no other forms, in the reason neither. A check misses what they forgive.
func TestBynamesAreNames(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url, register()...)
		for _, d := range []Document{bynamed("5", "Kleinort", "Drachenstadt"), bynamed("6", "Pole", "Polen See"), document("paper", "paper", "title", "", "Pole See")} {
			w.put(d)
		}
		for _, built := range []string{"applied", "rebuilt"} {
			w.finds("Drachenstaft", "5")
			a := w.find(record.Actor{}, Query{Text: "pole see", Limit: 9})
			if len(a.Hits) != 2 || a.Hits[1].ID != "6" || !slices.Equal(a.Hits[1].Why.Passage, []Piece{{"Pole", true}}) {
				t.Errorf("%s: %+v", built, a.Hits)
			}
			w.sound()
			w.exec(`DELETE FROM search_form WHERE word = $1`, []byte("drachenstadt"))
			if r, err := w.index.Check(t.Context(), settled); err != nil || len(r.Problems) != 1 || !strings.Contains(r.Problems[0], "not found by a form") {
				t.Errorf("%s: a byname without its forms: %v, %v", built, r.Problems, err)
			}
			w.rebuild()
		}
	})
}

func TestAnySpellingFinds(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url, register()...)
		w.finds("Posen", "place-poznan", "poznan", "4905687")
		for _, q := range []string{"POZNAŃ", "Poznan", "poznań", "posn"} {
			w.finds(q, map[bool][]string{true: {"place-poznan", "poznan", "4905687"}, false: {"place-poznan", "poznan"}}[q == "posn"]...)
		}
		for _, q := range []string{"Иваново", "Iwanowo", "Ivanovo", "ИВАНОВО", "Ivanowo"} {
			w.finds(q, "ivanovo")
		}
		for _, q := range []string{"Jekaterinburg", "Ekaterinburg", "Yekaterinburg", "Екатеринбург"} {
			w.finds(q, "ekb")
		}
		for _, q := range []string{"Mykolajiw", "Mykolaiv", "Миколаїв"} {
			w.finds(q, "mykolaiv")
		}
		for _, q := range []string{"Hiroshima", "Hiroschima", "Hirosima", "広島市", "広島", "広"} {
			w.finds(q, "hiroshima")
		}
		w.finds("DİYARBAKIR", "diyarbakir")
		w.finds("Tromso", "tromso")
		w.finds("lodz", "lodz")
		w.finds("partnerschaft", "poznan", "paper")
		w.finds("Städtepartnerschaft", "poznan", "paper")
		w.finds("bürgermeister frieden", "paper")
		w.finds("Blantyre", "malawi", "2655194")
		w.finds("Geheimnis")
		w.finds("zzzzzz")
		w.finds("")
		w.finds("–")
	})
}

// A title consists of the words that were asked for also where one of the two was typed without its letters, or in another
// script.
func TestAWholeTitleInAnySpelling(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url,
			document("place", "on-rhine", "title", "de", "Köln am Rhein"), document("place", "city", "title", "de", "Köln"),
			document("relation", "typed", "title", "de", "Reise nach Koeln"), document("place", "iwanowo", "title", "de", "Iwanowo"),
			document("relation", "region", "title", "de", "Gebiet Iwanowo"), document("place", "aarhus", "title", "de", "Århus"),
			document("place", "twice", "title", "de", "Baden-Baden"),
		)
		for q, want := range map[string][]string{
			"Koeln": {"city", "on-rhine", "typed"}, "Köln": {"city", "on-rhine", "typed"}, "Иваново": {"iwanowo", "region"}, "Aarhus": {"aarhus"},
			"Baden-Baden": {"twice"},
		} {
			w.finds(q, want...)
			if a := w.find(record.Actor{}, Query{Text: q, Limit: 9}); len(a.Hits) == 0 || a.Hits[0].Class != Whole {
				t.Errorf("%s: %+v", q, a.Hits)
			}
		}
	})
}

// A bare place that happens to be called as somebody mistypes hides no record, and brings no other bare places.
func TestABarePlaceHidesNoRecord(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url,
			bare("1", "Roen"), bare("2", "Rouen"), bare("3", "Roenland"), document("place", "rouen", "title", "de", "Rouen"),
			document("relation", "isle", "title", "de", "Roeninsel"), document("place", "ottawa", "title", "de", "Ottawa"),
			bare("4", "Ronheim"), document("paper", "tail", "title", "de", "Altronheim"), document("paper", "meant", "title", "de", "Ronnheim"),
			document("theme", "one", "title", "de", "Klima"), document("theme", "both", "title", "de", "Ottawa Klimaschutz"),
		)
		w.finds("Roen", "isle", "1", "rouen")
		w.finds("Roen nirgends")
		w.finds("Rouen", "rouen", "2")
		w.finds("Ronheim", "4", "tail", "meant")
		w.finds("Ottawa klima", "both")
		for _, q := range []string{"Ottaa", "Otawa", "Otitawa", "Ottwaa"} {
			w.finds(q, "ottawa", "both")
		}
		if a := w.find(record.Actor{}, Query{Text: "Roen", Limit: 9}); a.Stage != ByWord || len(a.Hits) != 3 || a.Hits[2].Class != Similar {
			t.Errorf("%s %+v", a.Stage, a.Hits)
		}
	})
}

// Names do not bend: a bare place is found by its words as they are spelt, a record also by other forms of its own.
func TestBarePlacesHaveNoOtherForms(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url,
			bare("1", "Große Quelle"), document("relation", "springs", "title", "de", "Quelle"), bare("2", "Quellen"), bare("3", "Kleinort", "Quellen"),
			bare("4", "Quelle", "Quellen"), bare("5", "Birke"),
		)
		w.finds("Quellen", "springs", "3", "4", "2")
		w.finds("Quelle", "springs", "4", "1")
		for _, h := range w.find(record.Actor{}, Query{Text: "Quellen", Limit: 4}).Hits[1:] {
			if p := h.Why.Passage; len(p) != 1 || p[0] != (Piece{Text: "Quellen", Marked: true}) {
				t.Errorf("%s is found by %+v", h.ID, h.Why)
			}
		}
		w.finds("Birken", "5") // by a mistake
		if a := w.find(record.Actor{}, Query{Text: "Birken", Limit: 1}); a.Stage != BySimilar {
			t.Errorf("by %s", a.Stage)
		}
	})
}

// A plain search finds the same in the same order, and leaves out only what nobody asked for.
func TestAPlainSearchFindsTheSame(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url, register()...)
		for _, text := range []string{"posen", "partnerschaft", "blantyre"} {
			whole := w.find(record.Actor{}, Query{Text: text, Limit: 10})
			plain := w.find(record.Actor{}, Query{Text: text, Limit: 10, Plain: true})
			if len(whole.Hits) < 2 || len(plain.Hits) != len(whole.Hits) || plain.Total != whole.Total {
				t.Fatalf("%s: %+v, want %+v", text, plain, whole)
			}
			for i, h := range plain.Hits {
				o := whole.Hits[i]
				if h.Kind != o.Kind || h.ID != o.ID || h.Class != o.Class || h.Title != "" || h.Why.Field != "" {
					t.Errorf("%s: %+v, want the bones of %+v", text, h, o)
				}
			}
		}
	})
}

func TestStages(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url, register()...)
		for q, want := range map[string]Stage{
			"Poznan": ByWord, "partnerschaft": ByTail, "Hirosh": ByPrefix, "Hiroschima": BySimilar, "nowhere": "", "": "",
		} {
			if a := w.find(record.Actor{}, Query{Text: q, Limit: 5}); a.Stage != want {
				t.Errorf("%q: %q, not %q", q, a.Stage, want)
			}
		}
		if a := w.find(record.Actor{}, Query{Text: "h", Limit: 5, Complete: true}); len(a.Hits) != 1 || a.Stage != ByPrefix {
			t.Errorf("typing h: %+v", a)
		}
	})
}

func TestStaffFindWhatIsTheirs(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		draft := document("paper", "draft", "title", "de", "Entwurf")
		draft.Public = false
		shared := document("theme", "shared", "title", "de", "Vorhaben")
		shared.Public, shared.Office = false, record.SharedOffice
		w := newWorld(t, url, append(register(), draft, shared)...)
		other := record.ID("office-elsewhere")
		for _, c := range []struct {
			actor record.Actor
			finds map[string]int
		}{
			{record.Actor{}, map[string]int{"Geheimnis": 0, "Entwurf": 0, "Vorhaben": 0, "Poznan": 2}},
			{record.Actor{Role: record.Viewer, Office: home}, map[string]int{"Geheimnis": 1, "Entwurf": 1, "Vorhaben": 1, "Poznan": 2}},
			{record.Actor{Role: record.Editor, Office: other}, map[string]int{"Geheimnis": 0, "Entwurf": 0, "Vorhaben": 1, "Poznan": 2}},
			{record.Actor{Role: record.Viewer}, map[string]int{"Geheimnis": 0, "Entwurf": 0, "Vorhaben": 0}},
			{record.Actor{Role: record.Admin}, map[string]int{"Geheimnis": 1, "Entwurf": 1, "Vorhaben": 1}},
		} {
			for q, n := range c.finds {
				a := w.find(c.actor, Query{Text: q, Limit: 5, Count: []string{"kind"}})
				counted := 0
				for _, k := range a.Counts["kind"] {
					counted += k.Hits
				}
				if a.Total != n || len(a.Hits) != n || counted != n {
					t.Errorf("%s of %q finds %q %d times, shows %d, counts %d, not %d", c.actor.Role, c.actor.Office, q, a.Total, len(a.Hits), counted, n)
				}
			}
		}
		if a := w.find(record.Actor{}, Query{Text: "Bericht", Limit: 1}); !strings.Contains(string(a.Hits[0].Title), "Bericht") {
			t.Errorf("title %s", a.Hits[0].Title)
		}
	})
}

func TestWhy(t *testing.T) {
	long := strings.Repeat("Lorem ipsum dolor ", 20)
	w := newWorld(t, sqliteURL(t),
		document("paper", "a", "title", "de", "Bericht", "title", "en", "Report", "body", "de", long+"der Brunnen von Bristol "+long),
		document("paper", "b", "title", "de", "Städtepartnerschaft und Bürgermeister", "summary", "en", "twinning"),
		document("place", "c", "title", "", "広島市"),
		document("paper", "d", "title", "de", "Hamburg", "body", "de", "der Hafen von Hambühren"),
	)
	for _, c := range []struct {
		text, field, lang, marked string
		class                     Class
	}{
		{"report", "title", "en", "Report", Whole},
		{"Berichte", "title", "de", "Bericht", Title},
		{"bristol", "body", "de", "Bristol", Body},
		{"bericht brunnen bristol", "body", "de", "Brunnen|Bristol", Body},
		{"partnerschaft", "title", "de", "Städtepartnerschaft", Tail},
		{"Bürgermaister", "title", "de", "Bürgermeister", Similar},
		{"hafen hambu", "title", "de", "Hamburg", Body}, // texts have no beginnings
		{"広島", "title", "", "広島", Title},
		{"広島市", "title", "", "広島市", Whole},
	} {
		a := w.find(record.Actor{}, Query{Text: c.text, Limit: 5, Lang: "de"})
		if len(a.Hits) != 1 {
			t.Errorf("%q finds %d", c.text, len(a.Hits))
			continue
		}
		h := a.Hits[0]
		var marked []string
		all := ""
		for _, p := range h.Why.Passage {
			if p.Marked {
				marked = append(marked, p.Text)
			}
			all += p.Text
		}
		if h.Why.Field != c.field || string(h.Why.Lang) != c.lang || strings.Join(marked, "|") != c.marked || h.Class != c.class || len(all) > 250 {
			t.Errorf("%q: class %d in %s (%s): %q of %q", c.text, h.Class, h.Why.Field, h.Why.Lang, marked, all)
		}
	}
}

// A passage begins and ends at spaces some way around the first word, and what stands farther away is neither in it nor marked.
func TestAPassageIsCutAtSpaces(t *testing.T) {
	long := strings.Repeat("wenig Text ", 12)
	w := newWorld(t, sqliteURL(t), document("paper", "a", "title", "de", "Bericht", "body", "de", long+"am Brunnen "+long+"Brunnen"),
		document("paper", "b", "title", "de", "Zettel", "body", "de", "Brunnen "+long[:44]+"Donaudampfschifffahrtsgesellschaften"))
	for text, want := range map[string]string{
		"Brunnen": "…" + long[len(long)-66:] + "am [Brunnen] " + long[:65] + "…",
		"Bericht": "[Bericht]",
		"Brunnen Donaudampfschifffahrtsgesellschaften": "[Brunnen] " + long[:44] + "Donaudampfschifffahrtsges…",
	} {
		got := ""
		for _, p := range w.find(record.Actor{}, Query{Text: text, Limit: 1}).Hits[0].Why.Passage {
			if p.Marked {
				p.Text = "[" + p.Text + "]"
			}
			got += p.Text
		}
		if got != want {
			t.Errorf("%s:\n%q, not\n%q", text, got, want)
		}
	}
}

// What was found by a second spelling is marked, be it asked for, another form of what was, or the end of a word.
func TestSecondSpellingsAreReasons(t *testing.T) {
	w := newWorld(t, sqliteURL(t),
		document("place", "a", "title", "de", "Köln"), document("place", "b", "title", "de", "Gründungen"), document("place", "c", "title", "de", "Münsterbau"), document("place", "d", "title", "de", "Baxün"),
	)
	for q, want := range map[string]string{"Koeln": "Köln", "Koel": "Köln", "Gruendung": "Gründungen", "Koelm": "Köln", "ensterbau": "Münsterbau", "Baxu": "Baxün"} {
		hits := w.find(record.Actor{}, Query{Text: q, Limit: 9}).Hits
		if len(hits) != 1 || len(hits[0].Why.Passage) != 1 || hits[0].Why.Passage[0] != (Piece{Text: want, Marked: true}) {
			t.Errorf("%s finds %+v", q, hits)
		}
	}
}

// Ends of words are marked where they are what it was found by, also beside a mistake, and not beside the word itself.
func TestTailsAreReasonsOfWhatTheyFound(t *testing.T) {
	w := newWorld(t, sqliteURL(t),
		document("paper", "a", "title", "de", "Partnerschaft statt Städtepartnerschaft"), document("paper", "b", "title", "de", "Brunnenfestspiele in Bristol"),
	)
	for q, want := range map[string]string{"Partnerschaft": "Partnerschaft", "Festspiele Bristrl": "Brunnenfestspiele|Bristol"} {
		var marked []string
		for _, p := range w.find(record.Actor{}, Query{Text: q, Limit: 1}).Hits[0].Why.Passage {
			if p.Marked {
				marked = append(marked, p.Text)
			}
		}
		if got := strings.Join(marked, "|"); got != want {
			t.Errorf("%s: %q is marked, want %q", q, got, want)
		}
	}
}

// A letter too many may part a double one, also where letters take three bytes.
func TestAPartedDoubleLetterIsForgivenInAnyScript(t *testing.T) {
	w := newWorld(t, sqliteURL(t), document("place", "georgian", "title", "ka", "აბბგდევ"))
	w.finds("აბხბგდევ", "georgian")
}

// One word that may be a second spelling is enough, among whichever others it is asked for.
func TestASecondSpellingIsAReasonAmongOtherWords(t *testing.T) {
	w := newWorld(t, sqliteURL(t), document("paper", "a", "title", "de", "Köln", "body", "de", "Köln hat Dom, Rhein, Markt, Hafen, Messe"))
	for range 20 { // the words are gone through in any order
		h := w.find(record.Actor{}, Query{Text: "Koeln Dom Rhein Markt Hafen Messe", Limit: 1}).Hits[0]
		if p := h.Why.Passage; len(p) == 0 || p[0] != (Piece{Text: "Köln", Marked: true}) {
			t.Fatalf("%+v", h.Why)
		}
	}
}

// A text may be no text at all: nothing but the middles of letters before what was found.
func TestAPassageOfRubbishIsCut(t *testing.T) {
	text := strings.Repeat("\x80", 2*passageSide)
	if at := cutBefore(text, 10); at != 0 {
		t.Errorf("cut at %d", at)
	}
}

func TestFacetsNarrowAndCount(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		var docs []Document
		for i, country := range []string{"DE", "DE", "PL", "MW"} {
			d := document([]string{"relation", "project"}[i%2], string(rune('a'+i)), "title", "de", "Brunnen")
			d.Facets = []Facet{{"country", country}, {"status", "active"}}
			docs = append(docs, d)
		}
		docs[3].Office = "office-elsewhere"
		w := newWorld(t, url, docs...)
		for _, c := range []struct {
			q    Query
			want string
			n    []Count
		}{
			{Query{}, "abcd", []Count{{"DE", 2}, {"MW", 1}, {"PL", 1}}},
			{Query{Facets: map[string][]string{"country": {"PL", "MW"}}}, "cd", []Count{{"MW", 1}, {"PL", 1}}},
			{Query{Facets: map[string][]string{"country": {"DE", "MW"}, "kind": {"project"}}}, "bd", []Count{{"DE", 1}, {"MW", 1}}},
			{Query{Facets: map[string][]string{"country": {"XX"}}}, "", []Count{}},
			{Query{Facets: map[string][]string{"country": nil}, Office: home}, "abc", []Count{{"DE", 2}, {"PL", 1}}},
		} {
			c.q.Text, c.q.Limit, c.q.Count = "brunnen", 10, []string{"country"}
			a := w.find(record.Actor{}, c.q)
			got := map[string]bool{}
			for _, h := range a.Hits {
				got[string(h.ID)] = true
			}
			for _, r := range c.want {
				if !got[string(r)] {
					t.Errorf("%v does not find %c", c.q.Facets, r)
				}
			}
			if a.Total != len(c.want) || len(a.Hits) != len(c.want) || !slices.Equal(a.Counts["country"], c.n) {
				t.Errorf("%v: %d hits, total %d, counts %v", c.q.Facets, len(a.Hits), a.Total, a.Counts)
			}
		}
	})
}

func TestChangesAreFound(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url)
		ref := w.put(document("relation", "a", "title", "de", "Bristol"))
		w.finds("bristol", "a")
		w.put(document("relation", "a", "title", "de", "Leeds", "summary", "de", "Bristol"))
		w.put(document("relation", "b", "title", "de", "Bristol"))
		w.finds("bristol", "b", "a")
		w.rebuild()
		w.finds("bristol", "b", "a")
		w.shelf.remove(ref)
		w.apply(ref, ref)
		w.finds("bristol", "b")
		w.finds("leeds")
		if ready, err := w.index.Ready(t.Context()); !ready || err != nil {
			t.Errorf("ready: %v, %v", ready, err)
		}
	})
}

// What ends or begins as a misspelt word does not hide what was meant; a facet leaves what it had before.
func TestAMistakeIsForgivenBesideTails(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		near := document("relation", "szprotawa", "title", "de", "Szprotawa")
		meant := document("place", "ottawa", "title", "de", "Ottawa")
		near.Facets, meant.Facets = []Facet{{"status", "active"}}, []Facet{{"status", "active"}}
		w := newWorld(t, url, near, meant, document("place", "otawaki", "title", "de", "Otawaki"))
		w.finds("Otawa", "otawaki", "szprotawa", "ottawa")
		active := Query{Text: "otawa", Limit: 10, Facets: map[string][]string{"status": {"active"}}}
		if a := w.find(record.Actor{}, active); a.Total != 2 || a.Stage != BySimilar {
			t.Errorf("narrowed: %d by %q", a.Total, a.Stage)
		}

		w.put(document("paper", "letter", "title", "de", "Brief", "body", "de", "Otawa"))
		w.finds("Otawa", "letter", "szprotawa")
		if a := w.find(record.Actor{}, active); a.Total != 1 || a.Stage != ByTail {
			t.Errorf("narrowed, with the word elsewhere: %d by %q", a.Total, a.Stage)
		}
	})
}

// What came after the last rebuild stands where it belongs on every page: before, between and behind the others.
func TestWhatCameLaterStandsInItsPlace(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		city := func(name string) Document {
			return document("place", strings.ToLower(name), "title", "de", name, "body", "de", "Brunnen")
		}
		w := newWorld(t, url, city("Bremen"), city("Dresden"))
		for _, name := range []string{"Aachen", "Celle", "Emden"} {
			w.put(city(name))
		}
		want := []string{"aachen", "bremen", "celle", "dresden", "emden"}
		w.finds("brunnen", want...)
		for i, id := range want {
			a := w.find(record.Actor{}, Query{Text: "brunnen", Offset: i, Limit: 1})
			if a.Total != len(want) || len(a.Hits) != 1 || string(a.Hits[0].ID) != id {
				t.Errorf("behind %d hits stands %+v, not %s", i, a.Hits, id)
			}
		}
	})
}

// Of a query the first sixteen words count, each once.
func TestSixteenWordsCount(t *testing.T) {
	w := newWorld(t, sqliteURL(t),
		document("paper", "a", "body", "de", "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"))
	fifteen := "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn"
	w.finds(fifteen+" sechzehn zzzzzz", "a")
	w.finds(fifteen + " zzzzzz sechzehn")
	w.finds(fifteen + " eins EINS zzzzzz")
	w.finds(strings.Repeat("eins ", 20) + "zzzzzz")
	w.finds(fifteen+" sechzehn"+strings.Repeat(" zzzzzz yyyyyy", 40), "a")
}

// Whatever is asked for as a page, there is an answer, and it counts the same.
func TestPagesThatCannotBe(t *testing.T) {
	w := newWorld(t, sqliteURL(t), register()...)
	for _, c := range []struct{ offset, limit, hits int }{
		{-3, 2, 2},
		{0, -1, 0},
		{0, math.MaxInt, 3},
		{1, math.MaxInt, 2},
		{math.MaxInt, math.MaxInt, 0},
		{3, 5, 0},
	} {
		a := w.find(record.Actor{}, Query{Text: "Posen", Offset: c.offset, Limit: c.limit})
		if a.Total != 3 || len(a.Hits) != c.hits {
			t.Errorf("%d hits behind %d: %d of %d, not %d", c.limit, c.offset, len(a.Hits), a.Total, c.hits)
		}
	}
}

// What is withdrawn while a search is under way is not on its page any more.
func TestWhatIsWithdrawnMeanwhileIsNotShown(t *testing.T) {
	w := newWorld(t, sqliteURL(t), register()...)
	st, err := readState(t.Context(), w.db)
	if err != nil {
		t.Fatal(err)
	}
	all, wholes := words("Hiroshima")
	for _, c := range []struct {
		actor record.Actor
		sees  int
	}{{record.Actor{}, 0}, {record.Actor{Role: record.Editor, Office: "office-elsewhere"}, 0}, {record.Actor{Role: record.Viewer, Office: home}, 1}} {
		city := document("place", "hiroshima", "title", "de", "Hiroshima")
		w.put(city)
		s := newSearch(w.index, st, Query{Text: "Hiroshima", Limit: 5}, c.actor, all, wholes)
		if _, err := s.stages(t.Context()); err != nil || s.found.count() != 1 {
			t.Fatalf("found %d, %v", s.found.count(), err)
		}
		city.Public = false
		w.put(city)
		hits, err := s.page(t.Context())
		if err != nil || len(hits) != c.sees {
			t.Errorf("%q of %q is shown %+v, %v", c.actor.Role, c.actor.Office, hits, err)
		}
		s.free()
	}
}

// The numbers of an office say nothing of another one's: also where it has none of its own among 65,536.
func TestABlockWithoutOnesOwnHidesWhatIsThere(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		w := newWorld(t, url, document("paper", "ours", "title", "de", "Brunnen"))
		w.exec(`UPDATE search_state SET next = $1`, blockSize)
		draft := document("paper", "theirs", "title", "de", "Quelle")
		draft.Office, draft.Public, draft.Facets = "office-elsewhere", false, []Facet{{"country", "PL"}}
		w.put(draft)
		for _, c := range []struct {
			actor record.Actor
			n     int
		}{
			{record.Actor{}, 0},
			{record.Actor{Role: record.Viewer, Office: home}, 0},
			{record.Actor{Role: record.Viewer, Office: "office-elsewhere"}, 1},
			{record.Actor{Role: record.Admin}, 1},
		} {
			for _, complete := range []bool{false, true} {
				a := w.find(c.actor, Query{Text: "quelle", Complete: complete, Limit: 5, Count: []string{"country"}})
				if a.Total != c.n || len(a.Hits) != c.n || len(a.Counts["country"]) != c.n {
					t.Errorf("%q of %q finds %+v", c.actor.Role, c.actor.Office, a)
				}
			}
		}
	})
}

// A letter may be wrong in any script, though it takes three or four bytes; very long words are found as they are.
func TestMistakesInOtherScripts(t *testing.T) {
	w := newWorld(t, sqliteURL(t),
		document("place", "tbilisi", "title", "", "თბილისი"), document("place", "gothic", "title", "", "𐌲𐌿𐍄𐌰𐌽𐍃"),
		document("paper", "long", "title", "de", "Donaudampfschifffahrtsgesellschaftskapitän"),
	)
	for _, q := range []string{"თბლისი", "თბილისსი", "თბილიაი", "ბთილისი"} {
		w.finds(q, "tbilisi")
	}
	for _, q := range []string{"𐌲𐌿𐌰𐌽𐍃", "𐌲𐌿𐍄𐍄𐌰𐌽𐍃", "𐌲𐌿𐍄𐌰𐌰𐍃", "𐌿𐌲𐍄𐌰𐌽𐍃", "𐌿𐍄𐌰𐌽𐍃", "𐌲𐌿𐍄𐌰𐌽"} {
		w.finds(q, "gothic")
	}
	w.finds("Donaudampfschifffahrtsgesellschaftskapitän", "long")
	w.finds("Donaudampfschiffffahrtsgesellschaftskapitän")
}

// A mistake is forgiven in words of four letters to thirty: of shorter ones too many resemble each other.
func TestHowLongAWordIsThatForgives(t *testing.T) {
	w := newWorld(t, sqliteURL(t),
		document("place", "three", "title", "de", "Ulm"), document("place", "four", "title", "de", "Kiel"),
		document("paper", "thirty", "title", "de", "Straßenverkehrsgenossenschaft"),
		document("paper", "more", "title", "de", "Rindfleischetikettierungsgesetz"),
	)
	w.finds("Ulmx")
	w.finds("Kiol", "four")
	w.finds("Straßenverkehrsgonossenschaft", "thirty")
	w.finds("Rindfleischetikettierungsgosetz")
}

// What a source says of a field in no class, or in one that only a query gives, counts as text.
func TestAFieldOfNoClassIsText(t *testing.T) {
	d := document("paper", "a", "title", "de", "Bericht")
	d.Fields = append(d.Fields, Field{Name: "one", Text: "Brunnen"}, Field{Name: "other", Class: Similar, Text: "Quelle"})
	w := newWorld(t, sqliteURL(t), d)
	for _, q := range []string{"Brunnen", "Quelle"} {
		if a := w.find(record.Actor{}, Query{Text: q, Limit: 1}); len(a.Hits) != 1 || a.Hits[0].Class != Body {
			t.Errorf("%s: %+v", q, a.Hits)
		}
	}
}

// A place of the gazetteer goes by its first name.
func TestTheFirstNameIsTheTitle(t *testing.T) {
	w := newWorld(t, sqliteURL(t), bare("1", "Poznań", "Posen"))
	if a := w.find(record.Actor{}, Query{Text: "Posen", Limit: 1}); len(a.Hits) != 1 || a.Hits[0].Title != i18n.FromMap(map[i18n.Lang]string{"": "Poznań"}) {
		t.Errorf("%+v", a.Hits)
	}
}

// An internal field is no reason for those who may not see it, though it has more of the words than any other.
func TestNobodyIsToldWhatIsInternal(t *testing.T) {
	w := newWorld(t, sqliteURL(t), document("paper", "a", "title", "de", "Bericht", "body", "de", "Brunnen", "notes", "de", "Bericht vom Brunnen, geheim"))
	for _, c := range []struct {
		actor record.Actor
		field string
	}{
		{record.Actor{}, "title"},
		{record.Actor{Role: record.Editor, Office: "office-elsewhere"}, "title"},
		{record.Actor{Role: record.Viewer, Office: home}, "notes"},
		{record.Actor{Role: record.Admin}, "notes"},
	} {
		if a := w.find(c.actor, Query{Text: "Bericht Brunnen", Limit: 1}); len(a.Hits) != 1 || a.Hits[0].Why.Field != c.field {
			t.Errorf("%q of %q is told %+v", c.actor.Role, c.actor.Office, a.Hits)
		}
	}
}

// A word that stands in texts for everybody and in a name for the staff forgives the staff a mistake.
func TestAnInternalNameForgivesItsStaff(t *testing.T) {
	d := document("paper", "a", "title", "de", "Bericht", "body", "de", "Brunnen")
	d.Fields = append(d.Fields, Field{Name: "alias", Class: Alias, Internal: true, Text: "Brunnen"})
	w := newWorld(t, sqliteURL(t), d)
	for actor, n := range map[record.Actor]int{{}: 0, {Role: record.Viewer, Office: home}: 1} {
		if a := w.find(actor, Query{Text: "Brunnan", Limit: 1}); a.Total != n {
			t.Errorf("%q finds %d, not %d", actor.Role, a.Total, n)
		}
	}
}
