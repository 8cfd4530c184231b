// Package search finds records by their words, in any spelling: one index of our own in ordinary tables, the same
// statements and the same answers on both engines. docs/search.md explains it.
//
// The index knows no kinds. A Source hands it documents; Apply brings the index up to date with some of them, Rebuild
// with all, and Find answers. Who may see what is decided inside the index: what a visitor may not read is not among the
// rows that a visitor's search reads.
package search

import (
	"context"
	"slices"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// Bare is the kind of a place of the gazetteer that no record refers to; its ID is its number there.
const Bare = "gazetteer"

// A Source hands over what is to be found. It reads as nobody in particular: drafts and internal fields too, never
// confidential or personal ones.
type Source interface {
	// Documents returns those of the documents that are there now, each once and in any order: one that is missing is
	// gone. It reads in tx, which during a rebuild is the database itself.
	Documents(ctx context.Context, tx *db.DB, refs []record.Ref) ([]Document, error)
	// Each hands every document to f, in no particular order. It reads in d, the database or a snapshot of it, and while f
	// runs it reads nothing.
	Each(ctx context.Context, d *db.DB, f func(Document) error) error
}

// A Document is what the index knows of one record, in all its languages.
type Document struct {
	Kind   string    // "relation", or Bare
	ID     record.ID // for Bare: the number in the gazetteer
	Office record.ID // who keeps it
	Public bool      // published, not in the trash, and so is everything that it joins
	Fields []Field
	Facets []Facet
}

// A Field is one text of a document in one language.
type Field struct {
	Name     string // as the kind declares it: "title", "aliases.name"
	Class    Class
	Lang     i18n.Lang // empty for none in particular
	Internal bool      // for the staff of the office only
	Text     string
}

// Class says how much a word in a field counts: the lower, the more.
type Class int

// The classes of fields, and below them those that only a query gives.
const (
	Whole   Class = 0 // the title consists of the words asked for
	Title   Class = 1
	Alias   Class = 2
	Name    Class = 3 // by which maps know a bare place; a whole one counts as an alias
	Byname  Class = 4 // of a bare place, which is called so only sometimes
	Summary Class = 5
	Body    Class = 6
	Tail    Class = 7 // the end of a long word: Partnerschaft in Städtepartnerschaft
	Similar Class = 8 // one letter is wrong
)

// named reports whether the class is one of names and titles: they are found by their beginnings, and forgive mistakes.
func (c Class) named() bool { return c <= Byname }

// bare reports whether the class is one of bare places: their names have no other forms.
func (c Class) bare() bool { return c == Name || c == Byname }

// A Facet is a property by which answers are narrowed and counted: country DE, status active. The kind of a document is
// always one, named "kind", and need not be among its Facets.
type Facet struct{ Name, Value string }

// A Query asks for some of the documents that the actor of the context may see.
type Query struct {
	Text     string
	Complete bool                // typeahead: titles, aliases and names only, and the last word may be the beginning of one
	Kinds    []string            // only documents of these; empty for all
	Facets   map[string][]string // several values of one mean or, several facets mean and; without values one is ignored
	Office   record.ID           // only what this office keeps and what all offices share; empty for all
	Lang     i18n.Lang           // whose fields are looked at first for the reason
	Offset   int
	Limit    int
	Count    []string // facets whose values are to be counted among all hits
	Plain    bool     // of each hit only kind, id and class, without title and reason
}

// bare reports whether bare places may be among the hits.
func (q Query) bare() bool { return len(q.Kinds) == 0 || slices.Contains(q.Kinds, Bare) }

// An Answer is one page of hits, in the order of class, then records before bare places, kind, title, id.
type Answer struct {
	Hits   []Hit
	Total  int // of all pages, exact
	Stage  Stage
	Counts map[string][]Count
}

// Stage says how far a search had to go to find something.
type Stage string

// The stages. Where nothing has the words themselves, what ends so, begins so and is one mistake away comes together: the
// stage names the last of them of which there is something. Where only bare places have them, it is ByWord, and records that
// begin so or are one mistake away come in addition.
const (
	ByWord    Stage = "word"
	ByTail    Stage = "tail"
	ByPrefix  Stage = "prefix"
	BySimilar Stage = "similar" // "did you mean"
)

// A Hit is a document that was found, and why.
type Hit struct {
	Kind   string
	ID     record.ID
	Class  Class
	Title  i18n.Text // as far as the actor may see it
	Facets []Facet   // as they were indexed; they are public
	Why    Why
}

// Values returns what the document has of a facet.
func (h Hit) Values(name string) (values []string) {
	for _, f := range h.Facets {
		if f.Name == name {
			values = append(values, f.Value)
		}
	}
	return values
}

// Why names the field that has the words, with a passage of it.
type Why struct {
	Field   string
	Lang    i18n.Lang
	Passage []Piece
}

// A Piece of a passage; marked where a word of the query was found.
type Piece struct {
	Text   string
	Marked bool
}

// A Count is how many hits have a value of a facet.
type Count struct {
	Value string
	Hits  int
}
