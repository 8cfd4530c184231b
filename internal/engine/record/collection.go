package record

import (
	"context"

	"kontor.example/internal/engine/db"
)

// Collection is a Store without its type, for code that treats all kinds alike.
type Collection interface {
	Kind() *Kind
	New() Record
	Get(ctx context.Context, id ID) (Record, error)
	BySlug(ctx context.Context, office ID, slug string) (Record, error)
	VersionOf(ctx context.Context, id ID) (int64, error)
	Check(ctx context.Context, q Query) error
	List(ctx context.Context, q Query) (Page[Record], error)
	Create(ctx context.Context, r Record) error
	Update(ctx context.Context, r Record) error
	Trash(ctx context.Context, r Record) error
	Restore(ctx context.Context, r Record) error
	Hold(ctx context.Context, id ID, f func(Collection, Record) error) error
	Tables() map[string][]string
	Copies(ctx context.Context, repair bool) (differ int, err error)
	In(tx *db.DB) Collection
}

// Collection returns s without its type.
func (s *Store[T, P]) Collection() Collection { return untyped[T, P]{s} }

type untyped[T any, P Ptr[T]] struct{ s *Store[T, P] }

func (u untyped[T, P]) Kind() *Kind                 { return u.s.kind }
func (u untyped[T, P]) New() Record                 { return P(new(T)) }
func (u untyped[T, P]) Tables() map[string][]string { return u.s.Tables() }

func (u untyped[T, P]) Copies(ctx context.Context, repair bool) (int, error) {
	return u.s.Copies(ctx, repair)
}

func (u untyped[T, P]) In(tx *db.DB) Collection { return untyped[T, P]{u.s.In(tx)} }

func (u untyped[T, P]) Get(ctx context.Context, id ID) (Record, error) {
	r, err := u.s.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	return r, nil
}

func (u untyped[T, P]) BySlug(ctx context.Context, office ID, slug string) (Record, error) {
	r, err := u.s.BySlug(ctx, office, slug)
	if err != nil {
		return nil, err
	}
	return r, nil
}

func (u untyped[T, P]) VersionOf(ctx context.Context, id ID) (int64, error) {
	return u.s.VersionOf(ctx, id)
}

func (u untyped[T, P]) Check(ctx context.Context, q Query) error { return u.s.Check(ctx, q) }

func (u untyped[T, P]) List(ctx context.Context, q Query) (Page[Record], error) {
	p, err := u.s.List(ctx, q)
	out := Page[Record]{Items: make([]Record, len(p.Items)), Next: p.Next, Total: p.Total}
	for i, r := range p.Items {
		out.Items[i] = r
	}
	return out, err
}

func (u untyped[T, P]) Create(ctx context.Context, r Record) error { return u.s.Create(ctx, r.(P)) }

func (u untyped[T, P]) Update(ctx context.Context, r Record) error  { return u.s.Update(ctx, r.(P)) }
func (u untyped[T, P]) Trash(ctx context.Context, r Record) error   { return u.s.Trash(ctx, r.(P)) }
func (u untyped[T, P]) Restore(ctx context.Context, r Record) error { return u.s.Restore(ctx, r.(P)) }

func (u untyped[T, P]) Hold(ctx context.Context, id ID, f func(Collection, Record) error) error {
	return u.s.Hold(ctx, id, func(s *Store[T, P], r P) error { return f(untyped[T, P]{s}, r) })
}
