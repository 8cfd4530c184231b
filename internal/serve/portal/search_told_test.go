package portal_test

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/link"
	"kontor.example/internal/domain/network"
	"kontor.example/internal/domain/paper"
	"kontor.example/internal/domain/party"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
	"kontor.example/internal/kontortest"
	"kontor.example/internal/serve/portal"
)

// A society and a council paper have no page; a search leads to the page of the relation that tells of them, as long as one does.
func TestWhatHasNoPageIsToldByAnother(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, at string) {
		s := searched(t, at)
		leads := func(words, to string) {
			t.Helper()
			body := s.search(t, "de", words)
			if hits := hitsOf(body); len(hits) == 0 || hits[0] != to {
				t.Errorf("%s leads to %q, not to %s", words, hits, to)
			}
			shows(t, body, "Steht auf der Seite: ")
		}
		leads("Freundeskreis Malawi", "/de/relations/blantyre")
		leads("0076/2014", "/de/relations/leipzig#papers")
		for words, want := range map[string]string{
			"Posen": "Ort: Posen", "Fachbereich Kultur": "Teil von: Fachbereich Kultur", "Ausschuss stimmt 4 Stimmen": "Ein Ausschuss stimmt am 27. März 2014 mit 7 zu 4 Stimmen ab.",
		} {
			if said := text(s.search(t, "de", words)); strings.Count(said, want) != 1 {
				t.Errorf("%s: %q stands there %d times:\n%s", words, want, strings.Count(said, want), said)
			}
		}

		blantyre, err := s.Relations.BySlug(editor(), demo.Office(), "blantyre")
		if err != nil {
			t.Fatal(err)
		}
		blantyre.State = record.Draft
		if err := s.Relations.Update(editor(), blantyre); err != nil {
			t.Fatal(err)
		}
		s.reindex(t)
		body := s.search(t, "de", "Freundeskreis Malawi")
		shows(t, body, "Hannover-Blantyre e. V.")
		hides(t, body, "Steht auf der Seite", "/de/relations/blantyre")
	})
}

// Each way in which a published record of the office names another leads to its page; drafts and other offices lead nowhere.
func TestWhereRecordsAreShown(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, at string) {
		s := found(t, at)
		s.open(t)
		do := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		names := map[record.ID]string{}
		base := func(b *record.Base, name string) {
			b.ID, b.Office, b.State = record.NewID(), demo.Office(), record.Published
			names[b.ID] = name
		}
		actor := func(name string) record.ID {
			o := &party.Organisation{Name: i18n.Of("de", name), Form: party.Society}
			base(&o.Base, name)
			do(s.Organisations.Create(editor(), o))
			return o.ID
		}
		decision := func(name string) record.ID {
			p := &paper.Paper{Number: name, Title: i18n.Of("de", name)}
			base(&p.Base, name)
			do(s.Papers.Create(editor(), p))
			return p.ID
		}
		of := func(kind string, id record.ID) record.Ref { return record.Ref{Kind: kind, ID: id} }
		related := func(title string, state record.State, side, unit, resolution record.ID) *relation.Relation {
			x := &relation.Relation{Title: i18n.Of("de", title), Form: relation.Cooperation, OwnSide: relation.OwnCity}
			base(&x.Base, title)
			x.State = state
			if side == "" {
				side = actor("Partner von " + title)
			}
			x.Sides = []relation.Side{{Party: of("organisation", side)}}
			if unit != "" {
				x.Units = []relation.Unit{{Unit: unit, Role: relation.Lead}}
			}
			x.History = []relation.Step{{Status: relation.Active, On: "1990", Resolution: resolution}}
			do(s.Relations.Create(editor(), x))
			return x
		}

		want := map[string]string{"niemand": ""}
		side, unit, resolution := actor("Seite"), actor("Amt"), decision("1/1990")
		first := related("Erste", record.Published, side, unit, resolution)
		want["Seite"], want["Amt"], want["1/1990"] = "Erste", "Erste", "Erste"

		related("Entwurf", record.Draft, actor("Seite eines Entwurfs"), actor("Amt eines Entwurfs"), decision("2/1990"))
		draft := related("Zweiter Entwurf", record.Draft, "", "", "")

		signed := &relation.Agreement{Relation: first.ID, Title: i18n.Of("de", "Vertrag"), Form: relation.Treaty, Paper: decision("3/1990")}
		base(&signed.Base, "Vertrag")
		do(s.Agreements.Create(editor(), signed))
		want["3/1990"] = "Erste"
		sketched := &relation.Agreement{Relation: draft.ID, Title: i18n.Of("de", "Skizze"), Form: relation.Treaty, Paper: decision("4/1990")}
		base(&sketched.Base, "Skizze")
		do(s.Agreements.Create(editor(), sketched))

		tie := func(subject, object record.Ref, state record.State) *link.Link {
			l := &link.Link{Subject: subject, Object: object, Role: link.Concerns}
			base(&l.Base, "")
			l.State = state
			do(s.Links.Create(editor(), l))
			return l
		}
		there := of("relation", first.ID)
		tie(of("organisation", actor("Verein")), there, record.Published)
		tie(there, of("paper", decision("5/1990")), record.Published)
		tie(of("organisation", actor("Verein im Entwurf")), there, record.Draft)
		tie(of("organisation", actor("Verein eines Entwurfs")), of("relation", draft.ID), record.Published)
		tie(of("relation", draft.ID), of("paper", decision("6/1990")), record.Published)
		want["Verein"], want["5/1990"] = "Erste", "Erste"

		abroad := related("Fremde", record.Published, "", "", "")
		tie(of("organisation", actor("Verein der Fremden")), of("relation", abroad.ID), record.Published)
		if err := s.kernel.DB.Tx(t.Context(), func(tx *db.DB) error { // as if another office kept it
			_, err := tx.Exec(t.Context(), `UPDATE record SET office = 'another' WHERE id = $1`, string(abroad.ID))
			return err
		}); err != nil {
			t.Fatal(err)
		}

		works := &project.Project{Title: i18n.Of("de", "Werk"), Form: project.Joint}
		base(&works.Base, "Werk")
		works.Partners = []project.Partner{{Party: of("organisation", actor("Projektpartner")), Role: project.FullPartner}}
		works.Units = []project.Unit{{Unit: actor("Projektamt")}}
		do(s.Projects.Create(editor(), works))
		want["Projektpartner"], want["Projektamt"] = "Werk", "Werk"

		for _, name := range []string{"Kreis", "Fremder Kreis", "Verlassener Kreis"} {
			n := &network.Network{Name: i18n.Of("de", name), Form: network.Association}
			base(&n.Base, name)
			n.Members = []network.Member{{Party: of("organisation", actor("Mitglied in "+name))}}
			n.Secretariat = actor("Sekretariat von " + name)
			do(s.Networks.Create(editor(), n))
			if name != "Fremder Kreis" {
				m := &network.Membership{Network: n.ID, Unit: actor("Amt in " + name)}
				base(&m.Base, "")
				do(s.Memberships.Create(editor(), m))
				if name == "Verlassener Kreis" {
					do(s.Memberships.Trash(editor(), m))
				}
			}
		}
		want["Mitglied in Kreis"], want["Sekretariat von Kreis"], want["Amt in Kreis"] = "Kreis", "Kreis", "Kreis"

		own := &relation.Relation{Title: i18n.Of("de", "Eines Amtes"), Form: relation.Cooperation, OwnSide: relation.OwnUnit, OwnUnit: actor("Eigenes Amt")}
		base(&own.Base, "Eines Amtes")
		own.Sides = []relation.Side{{Party: of("organisation", actor("Partner von Eines Amtes"))}}
		do(s.Relations.Create(editor(), own))
		want["Eigenes Amt"] = "Eines Amtes"

		// What is in the trash keeps its state, and leads nowhere either.
		do(s.Links.Trash(editor(), tie(of("organisation", actor("Verein, gelöst")), there, record.Published)))
		do(s.Links.Trash(editor(), tie(there, of("paper", decision("7/1990")), record.Published)))
		torn := &relation.Agreement{Relation: first.ID, Title: i18n.Of("de", "Zerrissen"), Form: relation.Treaty, Paper: decision("8/1990")}
		base(&torn.Base, "Zerrissen")
		do(s.Agreements.Create(editor(), torn))
		do(s.Agreements.Trash(editor(), torn))
		away := related("Weggeworfene", record.Published, actor("Seite der Weggeworfenen"), actor("Amt der Weggeworfenen"), decision("9/1990"))
		tie(of("organisation", actor("Verein der Weggeworfenen")), of("relation", away.ID), record.Published)
		tie(of("relation", away.ID), of("paper", decision("10/1990")), record.Published)
		do(s.Relations.Trash(editor(), away))
		idle := &project.Project{Title: i18n.Of("de", "Aufgegeben"), Form: project.Joint}
		base(&idle.Base, "Aufgegeben")
		idle.Partners = []project.Partner{{Party: of("organisation", actor("Partner, aufgegeben")), Role: project.FullPartner}}
		idle.Units = []project.Unit{{Unit: actor("Amt, aufgegeben")}}
		do(s.Projects.Create(editor(), idle))
		do(s.Projects.Trash(editor(), idle))

		actor("niemand")
		got, err := link.ShownOn(t.Context(), s.kernel.DB, demo.Office(), slices.Collect(maps.Keys(names)))
		do(err)
		for id, name := range names {
			if on := names[got[id]]; on != want[name] && !strings.HasPrefix(name, "Partner von") {
				t.Errorf("%s stands on the page of %q, not %q", name, on, want[name])
			}
		}
		if other, err := link.ShownOn(t.Context(), s.kernel.DB, "another", slices.Collect(maps.Keys(names))); err != nil || len(other) > 0 {
			t.Errorf("at another office %v, %v", other, err)
		}
	})
}

// What tells of a society leads to the page on which the society stands. Nobody is led to an address that is not
// public, not even who may see the record.
func TestFactsLeadWhereTheirSubjectStands(t *testing.T) {
	kontortest.Each(t, func(t *testing.T, at string) {
		s := found(t, at)
		s.open(t)
		do := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		var ids []record.ID
		base := func(b *record.Base) {
			b.ID, b.Office, b.State = record.NewID(), demo.Office(), record.Published
			ids = append(ids, b.ID)
		}
		want := map[record.ID]record.ID{}
		factOn := func(subject record.Ref) record.ID {
			x := &fact.Fact{Subject: subject, Property: "found", Text: i18n.Of("de", "Wort")}
			base(&x.Base)
			do(s.Facts.Create(editor(), x))
			return x.ID
		}
		for _, state := range []record.State{record.Published, record.Draft} {
			society := &party.Organisation{Name: i18n.Of("de", "Verein"), Form: party.Society}
			base(&society.Base)
			do(s.Organisations.Create(editor(), society))
			on := record.Ref{Kind: "organisation", ID: society.ID}
			r := &relation.Relation{Title: i18n.Of("de", "Seite"), Form: relation.Cooperation, OwnSide: relation.OwnCity, Sides: []relation.Side{{Party: on}}}
			base(&r.Base)
			r.State = state
			do(s.Relations.Create(editor(), r))
			signed := &relation.Agreement{Relation: r.ID, Title: i18n.Of("de", "Vertrag"), Form: relation.Treaty}
			base(&signed.Base)
			do(s.Agreements.Create(editor(), signed))
			about, treaty := factOn(on), factOn(record.Ref{Kind: "agreement", ID: signed.ID})
			if state == record.Published {
				want[society.ID], want[signed.ID], want[about], want[treaty] = r.ID, r.ID, r.ID, r.ID
			}
		}
		all, err := s.kernel.Abstracts(editor(), ids)
		do(err)
		maps.DeleteFunc(all, func(_ record.ID, x record.Abstract) bool { return portal.HasPages(x.Kind) })
		pageless := slices.Collect(maps.Values(all))
		told, err := link.Tellers(editor(), s.kernel, demo.Office(), pageless, portal.HasPages)
		do(err)
		got := map[record.ID]record.ID{}
		for id, by := range told {
			got[id] = by.ID
		}
		if len(want) != 4 || !maps.Equal(got, want) {
			t.Errorf("led %v, not %v", got, want)
		}
		if other, err := link.Tellers(editor(), s.kernel, "another", pageless, portal.HasPages); err != nil || len(other) > 0 {
			t.Errorf("at another office %v, %v", other, err)
		}
	})
}

// A hit that leads into a page leads to a part that the page has.
func TestHitsLeadToPartsThatAreThere(t *testing.T) {
	s := searched(t, kontortest.SQLite(t))
	seen := map[string]int{}
	for _, words := range []string{"Vereinbarung", "Vertrag", "Memorandum", "Drucksache", "Ratsbeschluss", "Beschluss", "Hiroshima", "Poznań", "Leipzig", "Hannover"} {
		for offset := 0; offset < 1000; offset += 20 {
			body := s.search(t, "de", words, "offset", strconv.Itoa(offset))
			for _, href := range hitsOf(body) {
				if page, part, ok := strings.Cut(href, "#"); ok {
					seen[part]++
					if seen[href]++; seen[href] == 1 && !strings.Contains(s.get(page).Body.String(), `id="`+part+`"`) {
						t.Errorf("%s: there is no such part of %s", href, page)
					}
				}
			}
			if !strings.Contains(body, `rel="next"`) {
				break
			}
		}
	}
	if seen["timeline"] < 10 || seen["papers"] < 3 {
		t.Errorf("only %d and %d lead to a part", seen["timeline"], seen["papers"])
	}
}
