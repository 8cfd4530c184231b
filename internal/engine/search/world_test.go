package search

import (
	"context"
	"maps"
	"slices"
	"sync"
	"testing"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/kontortest"
	"kontor.example/migrations"
)

// A shelf is a source in memory.
type shelf struct {
	mu   sync.Mutex
	docs map[record.Ref]Document
	told func() // called after each document that Each has told, if not nil
}

func (s *shelf) put(d Document) record.Ref {
	s.mu.Lock()
	defer s.mu.Unlock()
	ref := record.Ref{Kind: d.Kind, ID: d.ID}
	s.docs[ref] = d
	return ref
}

func (s *shelf) remove(ref record.Ref) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.docs, ref)
}

func (s *shelf) all() []Document {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Collect(maps.Values(s.docs))
}

func (s *shelf) Documents(_ context.Context, _ *db.DB, refs []record.Ref) (found []Document, _ error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, r := range refs {
		if d, ok := s.docs[r]; ok {
			found = append(found, d)
		}
	}
	return found, nil
}

func (s *shelf) Each(_ context.Context, _ *db.DB, f func(Document) error) error {
	for _, d := range s.all() {
		if err := f(d); err != nil {
			return err
		}
		if s.told != nil {
			s.told()
		}
	}
	return nil
}

// settled says that nothing is waiting: what these tests change they apply.
func settled(context.Context, *db.DB) (bool, error) { return true, nil }

// A world is an index over a shelf.
type world struct {
	t     testing.TB
	db    *db.DB
	shelf *shelf
	index *Index
}

// kindsInOrder are those that come first; "paper" is none of them.
func kindsInOrder() []string { return []string{"place", "relation", "project"} }

func newWorld(t testing.TB, url string, docs ...Document) *world {
	t.Helper()
	d, err := db.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	if _, err := d.Migrate(t.Context(), migrations.FS); err != nil {
		t.Fatal(err)
	}
	s := &shelf{docs: map[record.Ref]Document{}}
	w := &world{t, d, s, New(d, []i18n.Lang{"de", "en"}, kindsInOrder(), s)}
	for _, d := range docs {
		s.put(d)
	}
	if len(docs) > 0 {
		w.rebuild()
	}
	return w
}

func (w *world) rebuild() {
	w.t.Helper()
	if err := w.index.Rebuild(w.t.Context()); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) apply(refs ...record.Ref) {
	w.t.Helper()
	if err := w.db.Tx(w.t.Context(), func(tx *db.DB) error { return w.index.Apply(w.t.Context(), tx, refs) }); err != nil {
		w.t.Fatal(err)
	}
}

// put changes a document and applies the change.
func (w *world) put(d Document) record.Ref {
	w.t.Helper()
	ref := w.shelf.put(d)
	w.apply(ref)
	return ref
}

func (w *world) find(a record.Actor, q Query) Answer {
	w.t.Helper()
	answer, err := w.index.Find(record.As(w.t.Context(), a), q)
	if err != nil {
		w.t.Fatalf("%q: %v", q.Text, err)
	}
	return answer
}

// ids are the hits of a visitor's search.
func (w *world) ids(text string) (ids []string) {
	w.t.Helper()
	for _, h := range w.find(record.Actor{}, Query{Text: text, Limit: 20, Lang: "de"}).Hits {
		ids = append(ids, string(h.ID))
	}
	return ids
}

func (w *world) finds(text string, want ...string) {
	w.t.Helper()
	if got := w.ids(text); !slices.Equal(got, want) {
		w.t.Errorf("%q finds %q, not %q", text, got, want)
	}
}

const home record.ID = "office-hannover"

// document makes a public one of the office at home: "title", "de", "Bristol", "summary", "en", "…".
func document(kind, id string, fields ...string) Document {
	d := Document{Kind: kind, ID: record.ID(id), Office: home, Public: true}
	classes := map[string]Class{"title": Title, "alias": Alias, "summary": Summary, "body": Body, "notes": Body}
	for i := 0; i+2 < len(fields); i += 3 {
		d.Fields = append(d.Fields, Field{
			Name: fields[i], Class: classes[fields[i]], Lang: i18n.Lang(fields[i+1]), Internal: fields[i] == "notes", Text: fields[i+2],
		})
	}
	return d
}

// bare makes a place that no record refers to.
func bare(id string, names ...string) Document {
	d := Document{Kind: Bare, ID: record.ID(id), Office: record.SharedOffice, Public: true}
	for _, n := range names {
		d.Fields = append(d.Fields, Field{Name: "name", Class: Name, Text: n})
	}
	return d
}

// bynamed makes one that has lesser names besides its own.
func bynamed(id, name string, others ...string) Document {
	d := bare(id, name)
	for _, n := range others {
		d.Fields = append(d.Fields, Field{Name: "name", Class: Byname, Text: n})
	}
	return d
}

func sqliteURL(t testing.TB) string { return kontortest.SQLite(t) }

func each(t *testing.T, f func(t *testing.T, url string)) {
	t.Helper()
	kontortest.Each(t, f)
}
