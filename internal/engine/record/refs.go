package record

import (
	"context"
	"fmt"
	"slices"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/db"
)

// checkRefs refuses new references to what the actor does not see, with the same words as to what does not exist: who may
// not read a draft does not learn that it is there. What was claimed by a key is there, and nobody's secret: if it is not seen,
// it lies in the trash, and the key leads nowhere else. It refuses as well what belongs to a record of another office. That
// a record exists is for the foreign keys to hold.
func (s *Store[T, P]) checkRefs(ctx context.Context, act Action, stored, sent P, claimed map[string]bool) error {
	had := map[ID]bool{}
	if act != Create {
		_ = s.eachRef(stored, func(_ string, v Value) error { had[v.Ref().ID] = true; return nil })
	}
	fresh := map[string]Value{}
	var ids []ID
	_ = s.eachRef(sent, func(path string, v Value) error {
		if id := v.Ref().ID; id != "" && !had[id] && v.Name != "office" { // of the office the policy has decided
			fresh[path] = v
			ids = append(ids, id)
		}
		return nil
	})
	if len(ids) == 0 {
		return nil
	}
	slices.Sort(ids)
	seen, err := s.visibleOf(ctx, slices.Compact(ids))
	if err != nil {
		return fmt.Errorf("references: %w", err)
	}
	inv := fault.Invalid{}
	for path, v := range fresh {
		switch to, ok := seen[v.Ref().ID]; {
		case !ok && claimed[path]:
			inv.Add(path, "trashed_reference")
		case !ok || to.kind != v.Ref().Kind:
			inv.Add(path, "unknown_reference")
		case v.joins && s.k.kinds[to.kind].joinsAny(): // see known: of what is joined by it nothing would be known
			inv.Add(path, "bad_reference")
		case v.sameOffice && to.office != sent.base().Office:
			inv.Add(path, "other_office")
		}
	}
	return inv.Err()
}

// A referred is what checkRefs asks of a record.
type referred struct {
	id, office ID
	kind       string
}

// visibleOf returns those of the records that the actor sees.
func (s *Store[T, P]) visibleOf(ctx context.Context, ids []ID) (map[ID]referred, error) {
	out := make(map[ID]referred, len(ids))
	for some := range slices.Chunk(ids, 200) {
		var st statement
		st.text(`SELECT r.id, r.office, r.kind FROM record r WHERE r.id IN (`).ids(some).text(`) AND `).known(ActorOf(ctx), "r")
		found, err := db.Collect(s.db.Brief(ctx), s.db, func(r *referred) []any { return []any{&r.id, &r.office, &r.kind} }, st.sql(), st.args...)
		if err != nil {
			return nil, err
		}
		for _, r := range found {
			out[r.id] = r
		}
	}
	return out, nil
}
