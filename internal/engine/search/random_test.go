package search

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// Words that people write, long and short, in several scripts.
var (
	firsts  = strings.Fields("Städte Schul Jugend Kultur Bürger Hochschul Kreis Partner Freundschafts Austausch Friedens Klima Wasser Sport Museums")
	lasts   = strings.Fields("partnerschaft partnerschaften stadt schule verein vertrag verträge konferenz austausch projekte netzwerk bürgermeisterin zentrum haus woche büro vereinbarung jubiläum reise")
	shorts  = strings.Fields("der die das und mit für Vertrag Verträge Partnerschaft Stadt Städte Schule Schulen Jahr 1983 1968 Rat Beschluss Klima Wasser Frieden Bürgermeister Austausch Reise Reisen Projekt projects twinning agreement cities city peace water schools school mayor council exchange jumelage ville villes conseil échange")
	towns   = strings.Fields("Poznań Posen Hannover Hanover Köln Koeln Wrocław Łódź Kraków Málaga Besançon Malmö Malmoe Tromsø Århus Diyarbakır Perpinyà Perpignan Иваново Iwanowo Ivanovo Екатеринбург Jekaterinburg Миколаїв Mykolajiw Київ Hiroshima 広島市 広島 東京都 Tōkyō Rouen Leipzig Bristol Blantyre zzzzzz Öl 京 ΑΘΗΝΑ αθηνα")
	hamlets = strings.Fields("Posn Rouon Ruen Bristo Pristol Leipzik Hannove Blantire Lodzz Köl Hiroshim Schulenn Partnerschafft") // no record has their names
)

// A maker makes documents and queries by chance.
type maker struct {
	*rand.Rand
	made int
}

func newMaker(seed uint64) *maker { return &maker{Rand: rand.New(rand.NewPCG(seed, 11))} }

func pickOf[T any](m *maker, all []T) T { return all[m.IntN(len(all))] }

func (m *maker) word() string {
	if m.IntN(60) == 0 { // some of them alone, others never
		return pickOf(m, lasts[:len(lasts)/2])
	}
	switch m.IntN(10) {
	case 0, 1, 2:
		return pickOf(m, firsts) + pickOf(m, lasts)
	case 3, 4:
		return pickOf(m, towns)
	default:
		return pickOf(m, shorts)
	}
}

func (m *maker) text(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = m.word()
	}
	return strings.Join(words, pickOf(m, []string{" ", " ", ", ", " – ", "\n"}))
}

// themes is how many values the facet has that leaves few documents.
const themes = 300

var offices = []record.ID{"office-a", "office-b", record.SharedOffice}

func (m *maker) document() Document {
	m.made++
	d := Document{
		Kind: pickOf(m, []string{"relation", "relation", "place", "paper", "project", Bare}), ID: record.ID(fmt.Sprintf("id-%06d", m.made)),
		Office: pickOf(m, offices), Public: m.IntN(8) > 0,
	}
	if d.Kind == Bare {
		d.Office, d.Public = record.SharedOffice, true
		d.Fields = []Field{{Name: "name", Class: Name, Lang: "de", Text: pickOf(m, pickOf(m, [][]string{towns, hamlets}))}, {Name: "name", Class: pickOf(m, []Class{Name, Byname}), Text: m.text(1 + m.IntN(2))}}
		return d
	}
	for _, l := range []i18n.Lang{"en", "de", "fr"} {
		if l != "fr" || m.IntN(4) == 0 {
			d.Fields = append(d.Fields, Field{Name: "title", Class: Title, Lang: l, Internal: m.IntN(12) == 0, Text: m.text(1 + m.IntN(3))})
			d.Fields = append(d.Fields, Field{Name: "about", Class: Body, Lang: l, Text: m.text(m.IntN(60))})
			d.Fields = append(d.Fields, Field{Name: "summary", Class: Summary, Lang: l, Internal: m.IntN(9) == 0, Text: m.text(m.IntN(8))})
		}
	}
	for range m.IntN(3) {
		d.Fields = append(d.Fields, Field{Name: "aliases.name", Class: Alias, Internal: m.IntN(6) == 0, Text: m.text(1)})
	}
	if m.IntN(3) == 0 {
		d.Fields = append(d.Fields, Field{Name: "notes", Class: Body, Lang: "de", Internal: true, Text: m.text(6) + fmt.Sprintf(" Verschluss %dx", m.IntN(40))})
	}
	if m.IntN(3) == 0 { // one word ends with what another begins with
		l := pickOf(m, lasts)
		d.Fields = append(d.Fields, Field{Name: "aliases.name", Class: Alias, Text: l + pickOf(m, lasts)}, Field{Name: "about", Class: Body, Text: pickOf(m, firsts) + l})
	}
	d.Facets = append(d.Facets, Facet{"theme", fmt.Sprint(m.IntN(themes))})
	for range m.IntN(3) {
		d.Facets = append(d.Facets, Facet{"country", pickOf(m, []string{"DE", "PL", "MW", "FR"})})
	}
	d.Facets = append(d.Facets, Facet{"status", pickOf(m, []string{"active", "ended"})})
	return d
}

// change changes a document in one way; it returns false if it is gone.
func (m *maker) change(d *Document) bool {
	d.Fields = slices.Clone(d.Fields)
	f := &d.Fields[m.IntN(len(d.Fields))]
	switch m.IntN(8) {
	case 0:
		return false
	case 1:
		d.Fields[0].Text = m.text(1 + m.IntN(3))
	case 2:
		d.Public = !d.Public || d.Kind == Bare
	case 3:
		f.Internal = !f.Internal && d.Kind != Bare
	case 4:
		d.Facets = append(slices.Clone(d.Facets), Facet{"country", "JP"})
	case 5:
		if d.Kind != Bare {
			d.Office = pickOf(m, offices)
		}
	case 6:
		f.Text += " " + m.word()
	case 7: // nothing
	}
	return true
}

// query asks for words of some document, some of them written differently.
func (m *maker) query(docs []Document) (record.Actor, Query) {
	var words []string
	d := pickOf(m, docs)
	for range pickOf(m, []int{1, 1, 2, 2, 3}) {
		if m.IntN(5) == 0 {
			d = pickOf(m, docs)
		}
		f := d.Fields[m.IntN(len(d.Fields))]
		if m.IntN(2) == 0 {
			f = d.Fields[0]
		}
		if all := strings.Fields(f.Text); len(all) > 0 {
			words = append(words, m.misspelled(pickOf(m, all)))
		}
	}
	q := Query{
		Text: strings.Join(words, " "), Complete: m.IntN(3) == 0, Lang: pickOf(m, []i18n.Lang{"de", "en"}),
		Offset: pickOf(m, []int{0, 0, 0, 7, 20, 500}), Limit: pickOf(m, []int{20, 20, 5, 1000}),
	}
	if m.IntN(6) == 0 {
		q.Facets = map[string][]string{"country": []string{"DE", "PL"}[:1+m.IntN(2)]}
	}
	if m.IntN(8) == 0 {
		q.Facets = map[string][]string{"kind": {pickOf(m, []string{"relation", "paper", Bare, "nothing"})}, "status": {"active"}}
	}
	if m.IntN(6) == 0 {
		q.Kinds = pickOf(m, [][]string{{"project", "relation", "paper"}, {"relation", "paper"}, {"paper"}, {"relation", Bare}, {Bare}})
	}
	if m.IntN(8) == 0 {
		q.Office = pickOf(m, offices)
	}
	if m.IntN(2) == 0 {
		q.Count = []string{"kind", "country", "status"}
	}
	if m.IntN(5) < 2 {
		m.narrow(docs, &q)
	}
	if m.IntN(12) == 0 { // a bare place has it, and records are spelt alike
		q.Text, q.Complete, q.Kinds, q.Offset = pickOf(m, hamlets), false, pickOf(m, [][]string{nil, {"paper", Bare}}), 0
	}
	return pickOf(m, []record.Actor{
		{}, {}, {Role: record.Viewer, Office: "office-a"}, {Role: record.Editor, Office: "office-b"}, {Role: record.Admin}, {Role: record.Viewer},
	}), q
}

// narrow asks for the end of a compound among the few documents of a theme.
func (m *maker) narrow(docs []Document, q *Query) {
	for _, i := range m.Perm(len(docs)) {
		d := docs[i]
		theme := slices.IndexFunc(d.Facets, func(f Facet) bool { return f.Name == "theme" })
		if theme < 0 {
			continue
		}
		for _, f := range slices.Backward(d.Fields) {
			for w := range strings.FieldsSeq(f.Text) {
				for _, l := range lasts {
					if strings.HasSuffix(w, l) && w != l {
						q.Text, q.Complete, q.Offset, q.Facets = l, false, 0, map[string][]string{"theme": {d.Facets[theme].Value}}
						return
					}
				}
			}
		}
	}
}

func (m *maker) misspelled(w string) string {
	letters := []rune(w)
	n := len(letters)
	switch m.IntN(16) {
	case 0:
		return strings.ToUpper(w)
	case 1:
		return w + "en"
	case 2:
		return string(letters[n/2:])
	case 3:
		return string(letters[:1+m.IntN(n)])
	case 4, 5:
		if n < 4 {
			return w
		}
		i := m.IntN(n - 1)
		switch m.IntN(4) {
		case 0:
			return string(letters[:i]) + string(letters[i+1:])
		case 1:
			letters[i], letters[i+1] = letters[i+1], letters[i]
		case 2:
			letters[i] = 'q'
		case 3:
			return string(letters[:i]) + "e" + string(letters[i:])
		}
		return string(letters)
	}
	return w
}

// asks compares n answers with the oracle's, and returns the first that differs.
func (w *world) asks(o *oracle, m *maker, n int, seen map[string]int) error {
	docs := w.shelf.all()
	slices.SortFunc(docs, func(a, b Document) int { return strings.Compare(string(a.ID), string(b.ID)) })
	o.seen = seen
	fixed := strings.Fields("Posen POZNAŃ Иваново Iwanowo Hiroschima 広島 広 京 partnerschaft Städtepartnerschaften p st stadt zzzzzz zzzz bürgermaister allgemein koeln Verschluss verschluss VERSCHLUSS verschluß")
	for i := range n {
		actor, q := m.query(docs)
		if i < len(fixed) {
			q.Text = fixed[i]
			if len(q.Text) <= prefixLetters { // somebody begins to type
				q.Complete, q.Offset, q.Facets = true, 0, nil
			}
		}
		a := w.find(actor, q)
		seen[fmt.Sprintf("stage %s", a.Stage)]++
		for _, h := range a.Hits {
			seen[fmt.Sprintf("class %d", h.Class)]++
		}
		if diff := o.differs(actor, q, a); diff != "" {
			return fmt.Errorf("%s of %q asks %+v: %s", cmp.Or(string(actor.Role), "visitor"), actor.Office, q, diff)
		}
	}
	return nil
}

// TestTheOracleAgrees is the proof of the index: through edits and rebuilds it answers as one who reads everything.
func TestTheOracleAgrees(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one thing after the other")
	}
	each(t, func(t *testing.T, url string) {
		m := newMaker(1)
		var docs []Document
		for range 900 {
			docs = append(docs, m.document())
		}
		for i := range 4_200 { // enough for sets that are bitmaps
			docs = append(docs, Document{
				Kind: Bare, ID: record.ID(fmt.Sprint(i)), Office: record.SharedOffice, Public: true,
				Fields: []Field{{Name: "name", Class: Name, Text: fmt.Sprintf("Allgemein %x", m.IntN(1000))}},
			})
		}
		w := newWorld(t, url, docs...)
		seen := map[string]int{}
		check := func(when string, n int) {
			t.Helper()
			if err := w.asks(newOracle(w.shelf.all()), m, n, seen); err != nil {
				t.Fatalf("%s: %v", when, err)
			}
			if r, err := w.index.check(t.Context(), w.db); err != nil || len(r.Problems) > 0 {
				t.Fatalf("%s: checked %+v, %v", when, r, err)
			}
		}
		check("built", 200)

		// the next numbers lie at the end of the first block of numbers
		w.exec(`UPDATE search_state SET next = 65500`)
		var refs []record.Ref
		for i := range 250 {
			d := m.document()
			if i%5 > 0 {
				d = pickOf(m, docs[:900])
			}
			ref := record.Ref{Kind: d.Kind, ID: d.ID}
			if m.change(&d) {
				w.shelf.put(d)
			} else {
				w.shelf.remove(ref)
			}
			refs = append(refs, ref)
		}
		for i := 0; i < len(refs); {
			n := min(1+m.IntN(40), len(refs)-i)
			w.apply(refs[i : i+n]...)
			i += n
		}
		check("changed", 200)

		m.Shuffle(len(refs), func(i, j int) { refs[i], refs[j] = refs[j], refs[i] })
		before := w.digest()
		w.apply(refs...)
		if after := w.digest(); after != before {
			t.Fatalf("applied again: %s, before %s", after, before)
		}
		w.rebuild()
		check("rebuilt", 150)
		for _, kind := range []string{
			"stage word", "stage tail", "stage prefix", "stage similar", "stage ", "class 0", "class 1", "class 2", "class 3", "class 4", "class 5", "class 6", "class 7",
			"tails alone", "words elsewhere", "beside bare places",
		} {
			if seen[kind] < 3 {
				t.Errorf("%s only %d times: this proves too little", kind, seen[kind])
			}
		}
		t.Log(seen)
	})
}

func (w *world) exec(q string, args ...any) {
	w.t.Helper()
	if err := w.db.Tx(w.t.Context(), func(tx *db.DB) error { _, err := tx.Exec(w.t.Context(), q, args...); return err }); err != nil {
		w.t.Fatal(err)
	}
}

// digest tells whether the index changed.
func (w *world) digest() string {
	w.t.Helper()
	var sets, bytes, forms, docs, next int
	if err := w.db.Row(w.t.Context(), []any{&sets, &bytes, &forms, &docs, &next}, `SELECT (SELECT COUNT(*) FROM search_posting),
		(SELECT CAST(SUM(length(docs)) AS BIGINT) FROM search_posting), (SELECT COUNT(*) FROM search_form),
		(SELECT COUNT(*) FROM search_doc), (SELECT next FROM search_state)`); err != nil {
		w.t.Fatal(err)
	}
	return fmt.Sprint(sets, bytes, forms, docs, next)
}

// A fault in the index is one that the oracle, or the check, finds: else they would prove nothing.
func TestPlantedFaultsAreFound(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one thing after the other")
	}
	each(t, func(t *testing.T, url string) {
		m := newMaker(2)
		var docs []Document
		for range 120 {
			docs = append(docs, m.document())
		}
		w := newWorld(t, url, docs...)
		o := newOracle(docs)
		if err := w.asks(o, m, 60, map[string]int{}); err != nil {
			t.Fatal(err)
		}
		for _, f := range []struct{ name, q, arg string }{
			{"a word forgotten", `DELETE FROM search_posting WHERE word = $1`, "vertrag"},
			{"a class forgotten", `DELETE FROM search_posting WHERE class = 5 AND word > $1`, "a"},
			{"whole names forgotten", `DELETE FROM search_posting WHERE class = 3 AND word < $1`, ">"},
			{"a beginning forgotten", `DELETE FROM search_posting WHERE class = 1 AND word = $1`, "st*"},
			{"internal words made public", `UPDATE search_posting SET reach = 0, block = block + 0 WHERE reach = 1 AND word > $1 AND word NOT IN (SELECT word FROM search_posting WHERE reach = 0)`, "@"},
			{"numbers given to other documents", `UPDATE search_doc SET num = 100000 - num WHERE sort > $1`, "0"},
			{"stems forgotten", `DELETE FROM search_form WHERE form > $1`, "a"},
			{"mistakes forgotten", `DELETE FROM search_form WHERE form < $1`, "a"},
			{"stems of other words", `INSERT INTO search_form (gen, form, word) SELECT DISTINCT p.gen, q.word, p.word FROM search_posting p, search_posting q WHERE q.word = $1 AND p.class = 6 AND p.word <> q.word ON CONFLICT DO NOTHING`, "vertrag"},
			{"order forgotten", `UPDATE search_doc SET sort = $1 WHERE num > 60`, "0"},
		} {
			if f.name == "order forgotten" {
				w.exec(`UPDATE search_state SET base = 0`)
			}
			w.exec(f.q, []byte(f.arg))
			if err := w.asks(o, m, 2_000, map[string]int{}); err == nil {
				t.Errorf("%s: the oracle agrees", f.name)
			}
			if r, err := w.index.Check(t.Context(), settled); err != nil || len(r.Problems) == 0 {
				t.Errorf("%s: the check finds nothing, %v", f.name, err)
			}
			w.rebuild()
			if r, err := w.index.Check(t.Context(), settled); err != nil || len(r.Problems) > 0 {
				t.Errorf("%s: after the repair %v, %v", f.name, r.Problems, err)
			}
		}
	})
}

// The check looks at every document: also one that is missing in one set, or stands in one too many.
func TestTheCheckMissesNoDocument(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		m := newMaker(3)
		var docs []Document
		for range 300 {
			docs = append(docs, m.document())
		}
		w := newWorld(t, url, docs...)
		w.sound()
		var word, set []byte
		if err := w.db.Row(t.Context(), []any{&word, &set}, `SELECT word, docs FROM search_posting
			WHERE class = 6 AND reach = 0 AND length(docs) BETWEEN 40 AND 400 ORDER BY word LIMIT 1`); err != nil {
			t.Fatal(err)
		}
		has := decode(set)
		lacks := uint16(0)
		for slices.Contains(has, lacks) {
			lacks++
		}
		for name, docs := range map[string][]byte{"missing": revise(set, nil, has[len(has)/2:][:1]), "too many": revise(set, []uint16{lacks}, nil)} {
			w.exec(`UPDATE search_posting SET docs = $1 WHERE class = 6 AND reach = 0 AND word = $2`, docs, word)
			r, err := w.index.Check(t.Context(), settled)
			if err != nil || len(r.Problems) != 1 || !strings.Contains(r.Problems[0], "documents that are not found by just their words: 1, ") {
				t.Errorf("%s: %q, %v", name, r.Problems, err)
			}
		}
		w.exec(`UPDATE search_doc SET fields = '[]' WHERE num = 7`)
		if r, err := w.index.Check(t.Context(), settled); err != nil || !slices.ContainsFunc(r.Problems, func(p string) bool { return strings.Contains(p, "cannot be read: 1, ") }) {
			t.Errorf("damaged: %q, %v", r.Problems, err)
		}
		w.rebuild()
		w.sound()
	})
}
