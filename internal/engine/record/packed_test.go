package record_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/base/pack"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/domain/theme"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// copies returns how many relations carry other parts than the tables have.
func (w *world) copies(repair bool) int {
	w.t.Helper()
	n, err := w.relations.Copies(w.t.Context(), repair)
	must(w.t, err)
	return n
}

// Whole records are read from their rows alone; the tables of the parts are what counts where the two differ.
func TestRecordsCarryTheirParts(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx := w.as(record.Editor, w.a)
		r, other := w.hiroshima(), w.hiroshima()
		r.Sides[0].Document, other.Sides[0].Document = "https://first.example/", "https://other.example/"
		other.Title = i18n.Of("de", "Anderswo")
		must(t, w.relations.Create(ctx, r))
		must(t, w.relations.Create(ctx, other))
		w.exec(`UPDATE relation_sides SET document = 'https://second.example/' WHERE parent = $1`, string(r.ID))

		document := func() string {
			got, err := w.relations.Get(ctx, r.ID)
			must(t, err)
			return got.Sides[0].Document
		}
		if got := document(); got != "https://first.example/" {
			t.Errorf("the document is read from the table: %s", got)
		}
		for i, want := range []struct {
			repair bool
			differ int
			read   string
		}{
			{false, 1, "https://first.example/"}, {true, 1, "https://second.example/"}, {false, 0, "https://second.example/"},
		} {
			if n := w.copies(want.repair); n != want.differ || document() != want.read {
				t.Errorf("step %d: %d differ, then it is %s", i, n, document())
			}
		}
	})
}

// A text that was not packed in the shape that the kind has now, or is damaged, is as good as none.
func TestWhatWasPackedOtherwiseIsPassedOver(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx := w.as(record.Editor, w.a)
		r := w.hiroshima()
		must(t, w.relations.Create(ctx, r))
		carried, err := w.relations.Get(ctx, r.ID)
		must(t, err)
		var packed string
		must(t, w.k.DB.Row(ctx, []any{&packed}, `SELECT parts FROM relation WHERE id = $1`, string(r.ID)))
		w.exec(`UPDATE relation_sides SET document = 'https://table.example/'`)
		w.exec(`UPDATE relation_history SET on_date = '1984'`)
		stored := *carried
		stored.Sides, stored.History = slices.Clone(stored.Sides), slices.Clone(stored.History)
		stored.Sides[0].Document, stored.History[0].On = "https://table.example/", "1984"
		shape := pack.NewReader(packed).Next()
		for _, parts := range []string{
			"", "x", "5:shape", packed[:len(packed)/2], packed[:len(packed)-1], packed + "1:x",
			strings.Replace(packed, shape, strings.Repeat("x", len(shape)), 1), packed,
		} {
			want := &stored
			if parts == packed {
				want = carried
			}
			w.exec(`UPDATE relation SET parts = $1 WHERE id = $2`, parts, string(r.ID))
			got, err := w.relations.Get(ctx, r.ID)
			must(t, err)
			if !reflect.DeepEqual(got, want) {
				t.Errorf("of %q: %+v, want %+v", parts, got, want)
			}
			some, err := w.relations.Only("title", "history").List(ctx, record.Query{})
			must(t, err)
			if got := some.Items[0]; got.Sides != nil || !reflect.DeepEqual(got.History, want.History) {
				t.Errorf("of %q the excerpt is %+v", parts, got)
			}
		}
	})
}

// The shape follows from the columns and their order: what a list was packed with before it was declared otherwise is not
// taken for what it is now.
func TestAShapeIsOfColumnsInTheirOrder(t *testing.T) {
	k := record.NewKernel(nil, time.Now, []i18n.Lang{"de"})
	was := record.NewStore[note](k, record.Kind{Name: "note"})
	is := record.NewStore[turnedNote](k, record.Kind{Name: "turned_note"})
	packed := was.Packed(&note{Lines: []line{{One: "one", Two: "two"}}})
	if got := new(note); !was.Unpack(packed, got) || len(got.Lines) != 1 || got.Lines[0].Two != "two" {
		t.Errorf("%+v", got)
	}
	if got := new(turnedNote); is.Unpack(packed, got) {
		t.Errorf("columns in another order: %+v", got)
	}
}

type note struct {
	record.Base
	Lines []line
}

func (n *note) Fields(f *record.Fields) { record.List(f, "lines", &n.Lines) }

type line struct {
	record.Part
	One, Two string
}

func (l *line) Fields(f *record.Fields) {
	record.String(f, "one", &l.One)
	record.String(f, "two", &l.Two)
}

type turnedNote struct {
	record.Base
	Lines []turnedLine
}

func (n *turnedNote) Fields(f *record.Fields) { record.List(f, "lines", &n.Lines) }

type turnedLine line

func (l *turnedLine) Fields(f *record.Fields) {
	record.String(f, "two", &l.Two)
	record.String(f, "one", &l.One)
}

// A program that knows nothing of packed parts writes beside: it leaves them as they were, of a version that is gone.
func TestAnOlderProgramMisleadsNobody(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx := w.as(record.Editor, w.a)
		r := w.hiroshima()
		must(t, w.relations.Create(ctx, r))
		w.exec(`UPDATE relation_sides SET document = 'https://older.example/'`)
		w.exec(`UPDATE relation SET version = version + 1`)
		got, err := w.relations.Get(ctx, r.ID)
		must(t, err)
		if got.Version != 2 || got.Sides[0].Document != "https://older.example/" {
			t.Errorf("%+v", got)
		}
		got.Contact = "somebody else"
		must(t, w.relations.Update(ctx, got))
		if n := w.copies(false); n != 0 {
			t.Errorf("after a change of ours %d differ", n)
		}
	})
}

// What is written follows from the tables, so that a wrong copy does no harm to them.
func TestWritesCompareWithTheTables(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx := w.as(record.Editor, w.a)
		r := w.hiroshima()
		must(t, w.relations.Create(ctx, r))
		w.exec(`UPDATE relation SET parts = $1`, "")
		must(t, w.relations.Trash(ctx, r))
		if n := w.copies(false); n != 0 {
			t.Errorf("after the trash %d differ", n)
		}
		var packed string
		must(t, w.k.DB.Row(ctx, []any{&packed}, `SELECT parts FROM relation`))
		w.exec(`UPDATE relation_sides SET document = 'https://second.example/'`)
		must(t, w.relations.Restore(ctx, r))
		if got, err := w.relations.Get(ctx, r.ID); err != nil || got.Sides[0].Document != "https://second.example/" {
			t.Errorf("restored it is %+v, %v", got, err)
		}
		if n := w.copies(false); n != 0 {
			t.Errorf("after the return %d differ", n)
		}
		r.Sides = append(r.Sides, relation.Side{Party: record.Ref{Kind: "place", ID: record.GeoNames(3088171)}})
		must(t, w.relations.Update(ctx, r))
		if n := w.copies(false); n != 0 || len(r.Sides) != 2 || r.Sides[1].ID == "" {
			t.Errorf("after the change %d differ: %+v", n, r.Sides)
		}
	})
}

// Copies are compared in pieces; none is left out between them.
func TestCopiesOfAllRecordsAreCompared(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx := w.as(record.Admin, "")
		one := &theme.Theme{Name: i18n.Of("de", "Wasser")}
		must(t, w.themes.Create(ctx, one))
		const many = 2*record.CopiesAtOnce + 1
		for n := 1; n < many; n++ { // more of it, past the write path
			id := string(record.NewID())
			w.exec(`INSERT INTO record (id, kind, office, state, trashed, title, slug) SELECT $1, kind, office, state, trashed, title, slug
				FROM record WHERE id = $2`, id, string(one.ID))
			w.exec(`INSERT INTO theme (id, version, office, state, slug, confirmed_on, review_due, created_at, created_by, changed_at,
				changed_by, trashed, name, about, name_key_de, name_key_en) SELECT $1, version, office, state, slug, confirmed_on, review_due,
				created_at, created_by, changed_at, changed_by, trashed, name, about, name_key_de, name_key_en FROM theme WHERE id = $2`,
				id, string(one.ID))
		}
		w.exec(`UPDATE theme SET parts = ''`)
		for i, want := range []int{many, many, 0} {
			if n, err := w.themes.Copies(ctx, i == 1); err != nil || n != want {
				t.Errorf("step %d: %d differ, want %d, %v", i, n, want, err)
			}
		}
	})
}

// A repair that began before a write ended leaves what was written alone. On SQLite it waits for its turn.
func TestARepairUndoesNoWrite(t *testing.T) {
	w := onPostgres(t)
	ctx := w.as(record.Editor, w.a)
	r := w.hiroshima()
	must(t, w.relations.Create(ctx, r))
	w.exec(`UPDATE relation SET parts = ''`)
	repaired := make(chan error)
	must(t, w.k.DB.Tx(ctx, func(tx *db.DB) error {
		r.Sides[0].Document = "https://meanwhile.example/"
		if err := w.relations.In(tx).Update(ctx, r); err != nil {
			return err
		}
		go func() {
			_, err := w.relations.Copies(ctx, true)
			repaired <- err
		}()
		for waiting := 0; waiting == 0; {
			if err := w.k.DB.Row(ctx, []any{&waiting}, `SELECT COUNT(*) FROM pg_stat_activity
				WHERE datname = current_database() AND wait_event_type = 'Lock'`); err != nil {
				return err
			}
		}
		return nil
	}))
	must(t, <-repaired)
	if n := w.copies(false); n != 0 {
		t.Errorf("%d differ", n)
	}
}

// Whatever stands in the column, a record is read: as it was packed, or from the tables.
func FuzzUnpack(f *testing.F) {
	s := relation.NewStore(record.NewKernel(nil, time.Now, []i18n.Lang{"de", "en"}))
	r := &relation.Relation{
		Sides:   []relation.Side{{Party: record.Ref{Kind: "place", ID: record.NewID()}, Label: i18n.Of("de", "Stadt"), Since: "1983"}},
		History: []relation.Step{{Status: relation.Active, On: "1983-05-27"}},
	}
	packed := s.Packed(r)
	for _, seed := range []string{packed, packed[:40], packed + "0:", "", "1:1", packed[:16] + "9:999999999"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var got relation.Relation
		ok := s.Unpack(text, &got)
		if !ok && len(got.Sides)+len(got.History)+len(got.Themes)+len(got.Units) > 0 {
			t.Fatalf("left of %q: %+v", text, got)
		}
		if ok && !s.Unpack(s.Packed(&got), new(relation.Relation)) {
			t.Fatalf("what was made of %q is not read again: %+v", text, got)
		}
	})
}
