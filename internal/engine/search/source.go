package search

import (
	"context"
	"maps"
	"slices"

	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// Records is the Source of all records of a kernel.
type Records struct{ Kernel *record.Kernel }

// Documents returns the documents of those of refs that are records; it passes over kinds that the kernel does not know.
func (r Records) Documents(ctx context.Context, tx *db.DB, refs []record.Ref) ([]Document, error) {
	sheets, err := r.Kernel.Sheets(ctx, tx, refs)
	out := make([]Document, len(sheets))
	for i, s := range sheets {
		out[i] = documentOf(s)
	}
	return out, err
}

// Each hands over the document of every record.
func (r Records) Each(ctx context.Context, f func(Document) error) error {
	return r.Kernel.EachSheet(ctx, func(s record.Sheet) error { return f(documentOf(s)) })
}

// documentOf makes a document of what a record says of itself. The weights of fields are the classes Title to Body.
func documentOf(s record.Sheet) Document {
	d := Document{Kind: s.Kind, ID: s.ID, Office: s.Office, Public: s.Public}
	for _, w := range s.Words {
		d.Fields = append(d.Fields, Field{Name: w.Field, Class: Class(w.Weight), Lang: w.Lang, Internal: w.Internal, Text: w.Text})
	}
	for _, name := range slices.Sorted(maps.Keys(s.Facets)) {
		for _, v := range s.Facets[name] {
			d.Facets = append(d.Facets, Facet{name, v})
		}
	}
	return d
}

// Sources are several sources as one. Each of them passes over the references that are not its own.
type Sources []Source

// Documents returns what each of the sources has of refs.
func (ss Sources) Documents(ctx context.Context, tx *db.DB, refs []record.Ref) (out []Document, err error) {
	for _, s := range ss {
		docs, err := s.Documents(ctx, tx, refs)
		if err != nil {
			return nil, err
		}
		out = append(out, docs...)
	}
	return out, nil
}

// Each hands over the documents of one source after the other.
func (ss Sources) Each(ctx context.Context, f func(Document) error) error {
	for _, s := range ss {
		if err := s.Each(ctx, f); err != nil {
			return err
		}
	}
	return nil
}
