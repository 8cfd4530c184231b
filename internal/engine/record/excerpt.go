package record

import (
	"context"
	"slices"
)

// An Excerpt reads some fields only of the records of one kind, for lists that show no more of each. All others are empty
// in what it returns, so that is to be shown and not to be stored: an excerpt does not write.
type Excerpt[T any, P Ptr[T]] struct{ s *Store[T, P] }

// Only returns the excerpt with these fields and lists, besides id and version. It panics if the kind has no such field.
func (s *Store[T, P]) Only(fields ...string) Excerpt[T, P] {
	for _, name := range fields {
		if _, ok := s.kind.Field(name); !ok {
			panic("record: " + s.kind.Name + " has no field " + name)
		}
	}
	t := *s
	t.cols.read, t.cols.left = []string{"id", "version"}, make([]bool, len(s.kind.fields))
	for i, f := range s.kind.fields {
		if t.cols.left[i] = !slices.Contains(fields, f.Name); !t.cols.left[i] {
			t.cols.read = append(t.cols.read, f.columns...)
		}
	}
	t.cols.lists = slices.DeleteFunc(slices.Clone(s.cols.lists), func(l list) bool { return t.cols.left[l.at] })
	if t.cols.packs = len(t.cols.lists) > 0; t.cols.packs {
		t.cols.read = append(t.cols.read, partsColumn)
	}
	return Excerpt[T, P]{&t}
}

// List returns one page, as Store.List does.
func (e Excerpt[T, P]) List(ctx context.Context, q Query) (Page[P], error) { return e.s.List(ctx, q) }
