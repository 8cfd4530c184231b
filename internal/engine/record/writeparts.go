package record

import (
	"context"
	"slices"

	"kontor.example/internal/base/fault"
)

// checkParts refuses parts that claim to be stored but are not.
func (s *Store[T, P]) checkParts(act Action, stored, sent P) error {
	known := map[ID]bool{}
	if act != Create {
		for _, v := range s.kind.Values(stored) {
			for i := range v.PartCount() {
				id, _ := v.PartValues(i)
				known[id] = true
			}
		}
	}
	inv := fault.Invalid{}
	for _, v := range s.kind.Values(sent) {
		for i := range v.PartCount() {
			if id, _ := v.PartValues(i); id != "" && !known[id] {
				inv.Add(PartPath(v.Name, i, "id"), "unknown_part")
			}
		}
	}
	return inv.Err()
}

// numberParts gives ids to the parts that are new.
func (s *Store[T, P]) numberParts(r P) {
	vars := bind(&Fields{}, r)
	for _, l := range s.cols.lists {
		c := l.codec.(parts)
		for i := range c.len(vars[l.at]) {
			if p := c.at(vars[l.at], i).part(); p.ID == "" {
				p.ID = NewID()
			}
		}
	}
}

// storeParts writes the rows of the parts: those no longer sent go, new ones come, the rest is updated where it differs.
func (s *Store[T, P]) storeParts(ctx context.Context, stored, sent P) error {
	is := s.kind.Values(sent)
	var was []Value
	if stored != nil {
		was = s.kind.Values(stored)
	}
	for _, l := range s.cols.lists {
		before := map[ID][]any{}
		if was != nil {
			before = l.rows(was[l.at], sent.base().ID)
		}
		if err := s.storeList(ctx, l, before, is[l.at], sent.base().ID); err != nil {
			return err
		}
	}
	return nil
}

// rows returns the rows of a list as they are stored, by the id of the part.
func (l list) rows(v Value, parent ID) map[ID][]any {
	out := map[ID][]any{}
	for i := range v.PartCount() {
		id, row := l.row(v, i, parent)
		out[id] = row
	}
	return out
}

func (l list) row(v Value, i int, parent ID) (ID, []any) {
	id, vals := v.PartValues(i)
	row := []any{string(id), string(parent), i}
	for _, pv := range vals {
		row = pv.codec.args(row, pv.ptr)
	}
	return id, row
}

func (s *Store[T, P]) storeList(ctx context.Context, l list, before map[ID][]any, v Value, parent ID) error {
	for i := range v.PartCount() {
		id, row := l.row(v, i, parent)
		old, known := before[id]
		delete(before, id)
		var err error
		switch {
		case !known:
			_, err = s.db.Exec(ctx, l.insert, row...)
		case !slices.Equal(old, row):
			_, err = s.db.Exec(ctx, l.update, append(row[2:], row[0])...)
		}
		if err != nil {
			return err
		}
	}
	for id := range before {
		if _, err := s.db.Exec(ctx, "DELETE FROM "+l.table+" WHERE id = $1", string(id)); err != nil {
			return err
		}
	}
	return nil
}
