package search

import (
	"context"

	"kontor.example/internal/engine/record"
)

// List is the record.Finder of an index: by it lists find the records of one kind that have some words.
func (x *Index) List(ctx context.Context, s record.Search) (record.Found, error) {
	a, err := x.Find(ctx, Query{
		Text: s.Text, Kinds: []string{s.Kind}, Facets: s.Facets, Office: s.Office, Lang: s.Lang, Offset: s.Offset, Limit: s.Limit,
		Plain: true,
	})
	found := record.Found{Total: a.Total}
	for _, h := range a.Hits {
		found.IDs = append(found.IDs, h.ID)
	}
	return found, err
}
