package record

import "context"

// CopiesAtOnce is copiesAtOnce.
const CopiesAtOnce = copiesAtOnce

// Packed returns the parts of r as they stand in its row.
func (s *Store[T, P]) Packed(r P) string { return s.pack(r) }

// Unpack fills the lists of r; false if they would be read from the tables.
func (s *Store[T, P]) Unpack(text string, r P) bool {
	return s.unpack(text, r.base().Version, bind(&Fields{}, r), &Fields{})
}

// A Statement is SQL with its arguments.
type Statement struct {
	SQL  string
	Args []any
}

// Found returns the statements by which a list reads what a search found: those for a page in the order of the search, and
// for a page in another one.
func (s *Store[T, P]) Found(ctx context.Context, q Query, ids []ID) ([]Statement, error) {
	p, err := s.plan(ctx, q)
	if err != nil {
		return nil, err
	}
	page := s.statementFor(ctx, p, ids)
	if err := s.narrow(ctx, &p, q); err != nil {
		return nil, err
	}
	var sorted statement
	sorted.text("SELECT id FROM ", s.kind.Name, " WHERE ")
	p.where(&sorted, ActorOf(ctx), s.kind.Name, s.cols.joins)
	sorted.text(" ORDER BY ", p.by, ", id")
	return []Statement{{page.sql(), page.args}, {sorted.sql(), sorted.args}}, nil
}
