package place

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/engine/search"
)

// Bare are the places of the gazetteer of which no published record has been made, for the search. Once one is, it is found
// as that record only; earlier, its absence would tell of a draft.
type Bare struct{}

// unclaimed selects rows of the gazetteer that no published record has, behind the number $1 or among those that follow.
const unclaimed = `SELECT g.geonames, g.name, g.name_de, g.name_en, g.country, g.alternates FROM gazetteer g
	WHERE NOT EXISTS (SELECT 1 FROM claim c JOIN place p ON p.id = c.record AND p.state = 'published' AND p.trashed = ''
		WHERE c.kind = 'place' AND c.field = 'geonames' AND c.value = g.geonames)`

// barePiece is how many places are read at once.
const barePiece = 500

// Documents returns the documents of those of refs that are bare places.
func (b Bare) Documents(ctx context.Context, tx *db.DB, refs []record.Ref) (out []search.Document, err error) {
	var numbers []string
	for _, r := range refs {
		if r.Kind == search.Bare {
			numbers = append(numbers, string(r.ID))
		}
	}
	for some := range slices.Chunk(numbers, barePiece) {
		marks := make([]string, len(some))
		args := make([]any, len(some))
		for i, n := range some {
			marks[i], args[i] = "$"+strconv.Itoa(i+1), n
		}
		docs, err := b.read(ctx, tx, unclaimed+` AND g.geonames IN (`+strings.Join(marks, ", ")+`)`, args...)
		if err != nil {
			return nil, err
		}
		out = append(out, docs...)
	}
	return out, nil
}

// Each hands every bare place to f.
func (b Bare) Each(ctx context.Context, d *db.DB, f func(search.Document) error) error {
	for after := ""; ; {
		docs, err := b.read(ctx, d, unclaimed+` AND g.geonames > $1 ORDER BY g.geonames LIMIT $2 + 0`, after, barePiece)
		if err != nil {
			return err
		}
		for _, d := range docs {
			if err := f(d); err != nil {
				return err
			}
		}
		if len(docs) < barePiece {
			return nil
		}
		after = string(docs[len(docs)-1].ID)
	}
}

func (b Bare) read(ctx context.Context, d *db.DB, q string, args ...any) ([]search.Document, error) {
	type row struct {
		number string
		entry
	}
	rows, err := db.Collect(ctx, d, func(r *row) []any {
		return []any{&r.number, &r.name, &r.nameDE, &r.nameEN, &r.country, &r.alternates}
	}, q, args...)
	if err != nil {
		return nil, fmt.Errorf("places of the gazetteer: %w", err)
	}
	out := make([]search.Document, len(rows))
	for i, r := range rows {
		out[i] = r.document(r.number)
	}
	return out, nil
}

// document is what a search knows of a row: names, its own the first. They are no titles: what has Posen for its name must not
// come before Poznań, with which somebody works. Of the names, those that maps have come first: who asks for London means
// no place that is sometimes called so.
func (e entry) document(number string) search.Document {
	d := search.Document{Kind: search.Bare, ID: record.ID(number), Office: record.SharedOffice, Public: true}
	for _, n := range e.names() {
		class := search.Name
		if n != e.name && n != e.nameDE && n != e.nameEN {
			class = search.Byname
		}
		d.Fields = append(d.Fields, search.Field{Name: "name", Class: class, Text: n})
	}
	if e.country != "" {
		d.Facets = []search.Facet{{Name: "country", Value: e.country}}
	}
	return d
}

// names lists all names of a row, its own first, each once.
func (e entry) names() []string {
	out := []string{e.name}
	for _, n := range append([]string{e.nameDE, e.nameEN}, strings.Split(e.alternates, "|")...) {
		if n != "" && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// BareOf returns the bare places that these places have claimed. They are few: as many as are looked at in one
// transaction.
func BareOf(ctx context.Context, d *db.DB, places []record.ID) (out []record.Ref, err error) {
	for _, id := range places {
		numbers, err := db.Collect(ctx, d, func(n *record.ID) []any { return []any{n} },
			`SELECT geonames FROM place WHERE geonames <> '' AND id = $1`, string(id))
		if err != nil {
			return nil, fmt.Errorf("numbers of places: %w", err)
		}
		for _, n := range numbers {
			out = append(out, record.Ref{Kind: search.Bare, ID: n})
		}
	}
	return out, nil
}
