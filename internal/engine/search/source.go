package search

import (
	"context"
	"maps"
	"slices"

	"kontor.example/internal/base/i18n"
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
func (r Records) Each(ctx context.Context, d *db.DB, f func(Document) error) error {
	return r.Kernel.EachSheet(ctx, d, func(s record.Sheet) error { return f(documentOf(s)) })
}

// classOf is the class of a field of this weight.
var classOf = map[record.Weight]Class{record.AsTitle: Title, record.AsAlias: Alias, record.AsSummary: Summary, record.AsBody: Body}

// documentOf makes a document of what a record says of itself.
func documentOf(s record.Sheet) Document {
	d := Document{Kind: s.Kind, ID: s.ID, Office: s.Office, Public: s.Public}
	for _, w := range s.Words {
		d.Fields = append(d.Fields, Field{Name: w.Field, Class: classOf[w.Weight], Lang: w.Lang, Internal: w.Internal, Text: w.Text})
	}
	for _, name := range slices.Sorted(maps.Keys(s.Facets)) {
		for _, v := range s.Facets[name] {
			d.Facets = append(d.Facets, Facet{name, v})
		}
	}
	return d
}

// Named is a Source whose documents are found also by what their facets are called: the relation with Hiroshima by Japan.
// Whoever changes these names raises analyserVersion, as with any word that is not in a record.
type Named struct {
	Source
	Names   func(kind string, f Facet) i18n.Text // none for what readers know by no name
	Aliases []string                             // the facets whose names count as other names of the record; the rest as summary
}

func (n Named) class(f Facet) Class {
	if slices.Contains(n.Aliases, f.Name) {
		return Alias
	}
	return Summary
}

// Documents returns those of the source, with the names.
func (n Named) Documents(ctx context.Context, tx *db.DB, refs []record.Ref) ([]Document, error) {
	docs, err := n.Source.Documents(ctx, tx, refs)
	for i := range docs {
		n.name(&docs[i])
	}
	return docs, err
}

// Each hands over those of the source, with the names.
func (n Named) Each(ctx context.Context, d *db.DB, f func(Document) error) error {
	return n.Source.Each(ctx, d, func(x Document) error {
		n.name(&x)
		return f(x)
	})
}

func (n Named) name(d *Document) {
	for _, f := range d.Facets {
		names := n.Names(d.Kind, f).Map()
		for _, l := range slices.Sorted(maps.Keys(names)) {
			d.Fields = append(d.Fields, Field{Name: f.Name, Class: n.class(f), Lang: l, Text: names[l]})
		}
	}
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
func (ss Sources) Each(ctx context.Context, d *db.DB, f func(Document) error) error {
	for _, s := range ss {
		if err := s.Each(ctx, d, f); err != nil {
			return err
		}
	}
	return nil
}
