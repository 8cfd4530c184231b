package record_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/party"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/domain/theme"
	"kontor.example/internal/engine/record"
)

// sheet returns the sheet of a record; its words as "field weight text", internal ones behind an "i".
func (w *world) sheet(kind string, id record.ID) (s record.Sheet, words []string) {
	w.t.Helper()
	all, err := w.k.Sheets(w.t.Context(), w.k.DB, []record.Ref{{Kind: kind, ID: id}})
	must(w.t, err)
	if len(all) == 0 {
		return s, nil
	}
	for _, x := range all[0].Words {
		internal := ""
		if x.Internal {
			internal = " i"
		}
		words = append(words, fmt.Sprintf("%s %d %s%s", x.Field, x.Weight, x.Text, internal))
	}
	return all[0], words
}

// A sheet has the words of the fields that say so, the names of those that the record refers to, and their facets.
func TestASheetHasTheWordsAndNamesOfARecord(t *testing.T) {
	inWorlds(t, func(w *world) {
		admin, editor := w.as(record.Admin, ""), w.as(record.Editor, w.a)
		top := &theme.Theme{Name: i18n.Of("de", "Umwelt")}
		top.State = record.Published
		must(w.t, w.themes.Create(admin, top))
		low := &theme.Theme{Name: i18n.Of("de", "Wasser"), Parent: top.ID}
		low.State = record.Published
		must(w.t, w.themes.Create(admin, low))
		seat := &place.Place{Name: i18n.Of("de", "Posen", "pl", "Poznań"), Level: place.City, Country: "PL", Aliases: []place.Alias{{Name: "Posnania", Lang: "la"}}}
		seat.State = record.Published
		must(w.t, w.places.Create(admin, seat))
		club := &party.Organisation{Name: i18n.Of("de", "Verein"), Short: "V.", Form: party.Society, Place: seat.ID}
		must(w.t, w.parties.Create(editor, club))
		r := w.hiroshima()
		r.About = i18n.Of("de", "Ein *Fest* mit [Tanz](https://example.org/weg) und\n\n- `Musik`")
		r.Notes = i18n.Of("de", "Nur für uns")
		r.Sides = append(r.Sides, relation.Side{Party: record.Ref{Kind: "organisation", ID: club.ID}})
		r.Themes = []relation.Theme{{Theme: low.ID}}
		must(w.t, w.relations.Create(editor, r))

		s, words := w.sheet("relation", r.ID)
		for _, want := range []string{
			"title 1 Hiroshima", "notes 4 Nur für uns i", "themes.theme 4 Wasser", "sides.party 2 Hiroshima",
			"sides.party 2 Verein i", "sides.party 2 V. i", "sides.party 2 Posen i", "sides.party 2 Posnania i", // by a draft
		} {
			if !slices.Contains(words, want) {
				w.t.Errorf("%q is missing in %q", want, words)
			}
		}
		all := strings.Join(words, "\n")
		if strings.Contains(all, "somebody") || strings.Contains(all, "weg") || !strings.Contains(all, "Ein Fest mit Tanz und") || !strings.Contains(all, "Musik") {
			w.t.Errorf("the words are %q", words)
		}
		if !s.Public || s.Office != w.a || fmt.Sprint(s.Facets["country"]) != "[JP]" || len(s.Facets["theme"]) != 2 {
			w.t.Errorf("%+v", s)
		}

		club.State = record.Published
		must(w.t, w.parties.Update(editor, club))
		s, words = w.sheet("relation", r.ID)
		if !slices.Contains(words, "sides.party 2 Posnania") || fmt.Sprint(s.Facets["country"]) != "[JP PL]" {
			w.t.Errorf("%q, %v", words, s.Facets)
		}
	})
}

// Whose staff a sheet is for, follows from all that keeps the record from the public.
func TestASheetIsForThoseWhoSeeTheRecord(t *testing.T) {
	inWorlds(t, func(w *world) {
		ours, theirs := w.as(record.Editor, w.a), w.as(record.Editor, w.b)
		r := w.hiroshima()
		must(w.t, w.relations.Create(ours, r))
		x := &fact.Fact{Subject: record.Ref{Kind: "relation", ID: r.ID}, Property: "p", Text: i18n.Of("de", "Wort"), Note: i18n.Of("de", "Anmerkung")}
		x.State = record.Published
		must(w.t, w.facts.Create(theirs, x))
		is := func(what string, public bool, office record.ID) {
			w.t.Helper()
			if s, _ := w.sheet("fact", x.ID); s.Public != public || s.Office != office {
				w.t.Errorf("%s: public %v, of %s", what, s.Public, s.Office)
			}
		}
		is("both published", true, w.b)
		r.State = record.Draft
		must(w.t, w.relations.Update(ours, r))
		is("about a draft of the other office", false, w.a)
		x.State = record.Draft
		must(w.t, w.facts.Update(w.as(record.Admin, ""), x))
		is("a draft about a draft of the other office", false, record.NoOffice)
		must(w.t, w.relations.Trash(ours, r))
		if s, _ := w.sheet("fact", x.ID); s.ID != "" {
			w.t.Errorf("about what is in the trash: %+v", s)
		}
	})
}

// An echo reaches all who carry something of a record, step by step, each once, and those who carry it at second hand.
func TestAnEchoReachesAllWhoCarryAName(t *testing.T) {
	inWorlds(t, func(w *world) {
		admin, editor := w.as(record.Admin, ""), w.as(record.Editor, w.a)
		seat := &place.Place{Name: i18n.Of("de", "Posen"), Level: place.City}
		must(w.t, w.places.Create(admin, seat))
		club := &party.Organisation{Name: i18n.Of("de", "Verein"), Form: party.Society, Place: seat.ID}
		must(w.t, w.parties.Create(editor, club))
		want := []string{"organisation " + string(club.ID)}
		for i := range 7 {
			r := w.hiroshima()
			r.Title, r.Sides = i18n.Of("de", fmt.Sprint("R", i)), []relation.Side{{Party: record.Ref{Kind: "place", ID: seat.ID}}}
			if i%2 == 0 {
				r.Sides[0].Party = record.Ref{Kind: "organisation", ID: club.ID}
			}
			must(w.t, w.relations.Create(editor, r))
			want = append(want, "relation "+string(r.ID))
		}
		seat.About = i18n.Of("de", "Eine Stadt")
		must(w.t, w.places.Update(admin, seat))
		if e := w.lastChange().Echo; e != nil {
			w.t.Errorf("what nobody carries has an echo: %+v", e)
		}
		seat.Name = i18n.Of("de", "Poznań")
		must(w.t, w.places.Update(admin, seat))
		e := w.lastChange().Echo
		if e == nil || !e.Names || e.Seen || e.Facets {
			w.t.Fatalf("the echo of a new name: %+v", e)
		}
		for _, most := range []int{1, 2, 3, 50} {
			var told []string
			for todo := []record.Echo{*e}; len(todo) > 0; todo = todo[1:] {
				refs, rest, err := w.k.Follow(context.Background(), w.k.DB, todo[0], most)
				must(w.t, err)
				if len(refs) > most {
					w.t.Fatalf("%d in one step, not %d", len(refs), most)
				}
				for _, r := range refs {
					told = append(told, r.Kind+" "+string(r.ID))
				}
				todo = append(todo, rest...)
			}
			slices.Sort(told)
			slices.Sort(want)
			if !slices.Equal(told, want) {
				w.t.Errorf("by %d: told %q, want %q", most, told, want)
			}
		}
	})
}

func (w *world) lastChange() record.Change {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.changes[len(w.changes)-1]
}

// A careless kind lets searches know of a field about persons, or of parts that are kept from most.
type careless struct {
	record.Base
	Phone string
}

func (c *careless) Fields(f *record.Fields) {
	record.String(f, "phone", &c.Phone).Personal().Search(record.AsBody)
}

type carelessInParts struct {
	record.Base
	Parts []carelessPart
}

type carelessPart struct {
	record.Part
	Word string
}

func (c *carelessInParts) Fields(f *record.Fields) { record.List(f, "parts", &c.Parts).Confidential() }

func (c *carelessPart) Fields(f *record.Fields) {
	record.String(f, "word", &c.Word).Search(record.AsBody)
}

// The control: a kind that hands on what is kept from most is found out.
func TestACarelessKindIsFoundOut(t *testing.T) {
	k := record.NewKernel(nil, nil, []i18n.Lang{"de"})
	kind := record.Kind{Name: "careless", Plural: "carelesses", Sorts: []string{"changed_at"}}
	if err := record.NewStore[careless](k, kind).Kind().Searchable(); err == nil || !strings.Contains(err.Error(), "phone is personal and searched") {
		t.Errorf("a personal field: %v", err)
	}
	if err := record.NewStore[carelessInParts](k, kind).Kind().Searchable(); err == nil || !strings.Contains(err.Error(), "word is confidential and searched") {
		t.Errorf("a confidential list: %v", err)
	}
}

// follow follows an echo to its end and returns whom it told, each once and in order.
func (w *world) follow(e *record.Echo) (told []record.ID) {
	w.t.Helper()
	if e == nil {
		return nil
	}
	for todo := []record.Echo{*e}; len(todo) > 0; todo = todo[1:] {
		refs, rest, err := w.k.Follow(w.t.Context(), w.k.DB, todo[0], 2)
		must(w.t, err)
		for _, r := range refs {
			told = append(told, r.ID)
		}
		todo = append(todo, rest...)
	}
	slices.Sort(told)
	return slices.Compact(told)
}

// What a change is to those who carry it: who sees the record, its names or its facets, at second hand too.
func TestAnEchoTellsWhatHasChanged(t *testing.T) {
	inWorlds(t, func(w *world) {
		admin, editor := w.as(record.Admin, ""), w.as(record.Editor, w.a)
		agreements := relation.NewAgreementStore(w.k)
		var themes []*theme.Theme
		for i, name := range []string{"Alles", "Umwelt", "Wasser", "Brunnen"} {
			x := &theme.Theme{Name: i18n.Of("de", name)}
			x.State = record.Published
			if i > 1 {
				x.Parent = themes[i-1].ID
			}
			must(w.t, w.themes.Create(admin, x))
			themes = append(themes, x)
		}
		seat := &place.Place{Name: i18n.Of("de", "Posen"), Level: place.City, Country: "PL"}
		seat.State = record.Published
		must(w.t, w.places.Create(admin, seat))
		r, other := w.hiroshima(), w.hiroshima()
		r.Sides = []relation.Side{{Party: record.Ref{Kind: "place", ID: seat.ID}}}
		r.Themes = []relation.Theme{{Theme: themes[3].ID}}
		must(w.t, w.relations.Create(editor, r))
		must(w.t, w.relations.Create(editor, other))
		a := &relation.Agreement{Title: i18n.Of("de", "Vertrag"), Relation: r.ID}
		a.State = record.Published
		must(w.t, agreements.Create(editor, a))
		x := &fact.Fact{Subject: record.Ref{Kind: "agreement", ID: a.ID}, Property: "p", Text: i18n.Of("de", "Wort")}
		x.State = record.Published
		must(w.t, w.facts.Create(editor, x))
		club := &party.Organisation{Name: i18n.Of("de", "Verein"), Form: party.Society, Place: seat.ID} // comes after the relation, and is told before
		must(w.t, w.parties.Create(editor, club))
		told := func(what string, names, facets, seen bool, want ...record.ID) {
			w.t.Helper()
			e := w.lastChange().Echo
			if e == nil || e.Names != names || e.Facets != facets || e.Seen != seen {
				w.t.Errorf("%s: %+v", what, e)
			}
			slices.Sort(want)
			if got := w.follow(e); !slices.Equal(got, want) {
				w.t.Errorf("%s: told %v, not %v", what, got, want)
			}
		}

		seat.Aliases = []place.Alias{{Name: "Posnania", Lang: "la"}}
		must(w.t, w.places.Update(admin, seat))
		told("another name of a place", true, true, false, r.ID, a.ID, club.ID)
		seat.Aliases[0].Name = "Posna"
		must(w.t, w.places.Update(admin, seat))
		told("its spelling", true, false, false, r.ID, club.ID)
		seat.Aliases = nil
		must(w.t, w.places.Update(admin, seat))
		told("a name less", true, true, false, r.ID, a.ID, club.ID)
		seat.Country = "DE"
		must(w.t, w.places.Update(admin, seat))
		told("another country", false, true, false, r.ID, a.ID, club.ID)
		themes[1].Parent = themes[0].ID
		must(w.t, w.themes.Update(admin, themes[1]))
		told("another place among themes", false, true, false, themes[2].ID, themes[3].ID, r.ID, a.ID)
		a.Relation = other.ID
		must(w.t, agreements.Update(editor, a))
		told("another relation", false, true, true, x.ID)
		other.State = record.Draft
		must(w.t, w.relations.Update(editor, other))
		told("a relation withdrawn", false, false, true, a.ID, x.ID)
	})
}

// Of a text with mark-up the words are found, each by itself, and nothing of what marks them up.
func TestWordsOfTextWithMarkUp(t *testing.T) {
	inWorlds(t, func(w *world) {
		for text, want := range map[string]string{
			"eine\nStadt":                            "eine Stadt",
			"eine  \nStadt":                          "eine Stadt",
			"eine\n\nStadt":                          "eine\nStadt",
			"# Titel\n- erstens\n- zweitens":         "Titel\nerstens\nzweitens",
			"vorher\n\n```go\nreise\nziel\n```":      "vorher\nreise\nziel",
			"vorher\n\n    eingerückt":               "vorher\neingerückt",
			"ein [Weg](https://example.org/z \"t\")": "ein Weg",
			"ein <b onclick=x>Wort</b> mehr":         "ein Wort mehr",
			"M&amp;A in K&ouml;ln, 3 \\* 4":          "M&A in Köln, 3 * 4",
		} {
			r := w.hiroshima()
			r.About = i18n.Of("de", text)
			must(w.t, w.relations.Create(w.as(record.Editor, w.a), r))
			s, _ := w.sheet("relation", r.ID)
			at := slices.IndexFunc(s.Words, func(x record.Words) bool { return x.Field == "about" })
			if got := s.Words[at].Text; strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(want), " ") || strings.Count(got, "\n") < strings.Count(want, "\n") {
				w.t.Errorf("%q has the words %q, not %q", text, got, want)
			}
		}
	})
}

// Each record has its sheet, however many there are, and once; a name is in the language that its part says.
func TestEachSheetIsToldOnce(t *testing.T) {
	inWorlds(t, func(w *world) {
		seat := &place.Place{Name: i18n.Of("de", "Posen"), Level: place.City, Aliases: []place.Alias{{Name: "Posnania", Lang: "la"}}}
		must(w.t, w.places.Create(w.as(record.Admin, ""), seat))
		const themes = 410 // read in three pieces
		for i := range themes {
			must(w.t, w.themes.Create(w.as(record.Admin, ""), &theme.Theme{Name: i18n.Of("de", fmt.Sprint("Thema ", i))}))
		}
		told := map[record.ID]int{}
		of := map[string]int{}
		must(w.t, w.k.EachSheet(w.t.Context(), w.k.DB, func(s record.Sheet) error {
			told[s.ID]++
			of[s.Kind]++
			if i := slices.IndexFunc(s.Words, func(x record.Words) bool { return x.Text == "Posnania" }); s.ID == seat.ID && (i < 0 || s.Words[i].Lang != "la") {
				w.t.Errorf("%+v", s.Words)
			}
			return nil
		}))
		if of["theme"] != themes || of["place"] != 1 || len(told) != of["theme"]+of["place"]+of["office"] {
			w.t.Errorf("told of %v, %d different", of, len(told))
		}
	})
}
