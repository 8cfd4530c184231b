package record

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/db"
)

// Create stores a new record. Its id is made here unless the program gave one; its office is that of the actor unless it
// names one, its state draft unless it names one.
func (s *Store[T, P]) Create(ctx context.Context, r P) error { return s.write(ctx, Create, r) }

// Update stores the changes to a record that was read before. It returns fault.PreconditionFailed if somebody else
// changed the record meanwhile. Without a difference nothing is written.
func (s *Store[T, P]) Update(ctx context.Context, r P) error { return s.write(ctx, Update, r) }

// Trash puts a record away: visitors no longer find it, and Restore brings it back.
func (s *Store[T, P]) Trash(ctx context.Context, r P) error { return s.write(ctx, Trash, r) }

// Restore takes a record out of the trash.
func (s *Store[T, P]) Restore(ctx context.Context, r P) error { return s.write(ctx, Restore, r) }

// write is the one path by which any record changes: stored → policy → check → SQL with version → audit → outbox, in one
// transaction. The transaction may run twice, so each run begins with a copy of what was sent.
func (s *Store[T, P]) write(ctx context.Context, act Action, sent P) error {
	var done T
	err := s.db.Tx(ctx, func(tx *db.DB) error {
		done = *sent
		return s.In(tx).change(ctx, act, s.ownLists(&done))
	})
	if errors.Is(err, db.ErrForeignKey) {
		err = s.missing(ctx, sent, err)
	}
	if err != nil {
		return fmt.Errorf("%s %s: %w", act, s.kind.Name, err)
	}
	*sent = done
	return nil
}

// ownLists gives r arrays of its own, so that changing its parts changes nobody else's.
func (s *Store[T, P]) ownLists(r *T) P {
	vars := bind(&Fields{}, P(r))
	for _, l := range s.cols.lists {
		l.codec.(parts).clone(vars[l.at])
	}
	return P(r)
}

// change is one run of write, in the transaction that s is bound to.
func (s *Store[T, P]) change(ctx context.Context, act Action, sent P) error {
	a := ActorOf(ctx)
	stored, err := s.stored(ctx, act, sent)
	if err != nil {
		return err
	}
	if err := s.kind.Policy.allow(a, act, stored, sent); err != nil {
		return err
	}
	if err := s.prepare(ctx, act, stored, sent); err != nil {
		return err
	}
	diff := s.difference(act, stored, sent)
	if act == Update && len(diff) == 0 {
		return nil
	}
	s.stamp(act, a, sent)
	if err := s.store(ctx, act, stored, sent); err != nil {
		return err
	}
	if err := s.note(ctx, act, a, sent, diff); err != nil {
		return err
	}
	b := sent.base()
	c := Change{Kind: s.kind.Name, ID: b.ID, Office: b.Office, Version: b.Version, Action: act}
	if e, ok := s.k.echo(s.kind, act, b.ID, diff); ok {
		c.Echo = &e
	}
	return s.k.Announce(ctx, s.db, c)
}

// stored returns the record as it stands, of which sent must be the same version. For a Create it is sent itself, with
// its office and state settled.
func (s *Store[T, P]) stored(ctx context.Context, act Action, sent P) (P, error) {
	b := sent.base()
	if act == Create {
		s.settle(ActorOf(ctx), b)
		if !s.kind.Shared && b.Office == SharedOffice {
			return nil, fault.Invalid{"office": {Key: "bad_value"}}
		}
		return sent, nil
	}
	tables := *s
	tables.fromTables = true // what is compared decides what is written
	was, err := tables.Get(ctx, b.ID)
	if err != nil {
		return nil, err
	}
	switch trashed := was.base().Trashed != ""; {
	case was.base().Version != b.Version:
		return nil, fault.PreconditionFailed
	case act == Update && was.base().Office != b.Office:
		return nil, fault.Invalid{"office": {Key: "read_only"}}
	case trashed != (act == Restore):
		return nil, fault.Conflict
	}
	return was, nil
}

func (s *Store[T, P]) settle(a Actor, b *Base) {
	if b.ID == "" {
		b.ID = NewID()
	}
	if s.kind.Shared {
		b.Office = SharedOffice
	} else if b.Office == "" {
		b.Office = a.Office
	}
	if b.State == "" {
		b.State = Draft
	}
	b.Version, b.Trashed = 0, ""
}

// prepare settles what the program knows better than the caller, and checks the rest.
func (s *Store[T, P]) prepare(ctx context.Context, act Action, stored, sent P) error {
	switch act {
	case Trash:
		*sent = *stored
		return s.claimUnique(ctx, act, stored, sent)
	case Restore:
		*sent = *stored
		if err := s.derive(ctx, sent); err != nil { // time went on while it was away
			return err
		}
		return s.claimUnique(ctx, act, stored, sent)
	}
	claimed, err := s.resolve(ctx, sent)
	if err != nil {
		return err
	}
	if err := s.derive(ctx, sent); err != nil {
		return err
	}
	if err := s.check(ctx, act, stored, sent, claimed); err != nil {
		return err
	}
	if err := s.checkTrees(ctx, act, stored, sent); err != nil {
		return err
	}
	if err := s.claimUnique(ctx, act, stored, sent); err != nil {
		return err
	}
	if err := s.publishClaimed(ctx, act, stored, sent); err != nil {
		return err
	}
	return s.claimSlugs(ctx, stored, sent)
}

// check names all that is wrong with sent in itself, with its parts and with what it refers to, at once. At the paths in
// claimed it named a record by a key.
func (s *Store[T, P]) check(ctx context.Context, act Action, stored, sent P, claimed map[string]bool) error {
	wrong := fault.Invalid{}
	for _, err := range []error{s.kind.Check(sent), s.checkParts(act, stored, sent), s.checkRefs(ctx, act, stored, sent, claimed)} {
		var more fault.Invalid
		if errors.As(err, &more) {
			wrong.Take(more)
		} else if err != nil {
			return err
		}
	}
	return wrong.Err()
}

// publishClaimed publishes what was made only because sent, or another draft, refers to it, once sent itself is published.
func (s *Store[T, P]) publishClaimed(ctx context.Context, act Action, stored, sent P) error {
	if sent.base().State != Published {
		return nil
	}
	had := map[ID]bool{}
	if act == Update && stored.base().State == Published {
		_ = s.eachRef(stored, func(_ string, v Value) error { had[v.Ref().ID] = true; return nil })
	}
	fresh := map[string][]ID{}
	_ = s.eachRef(sent, func(_ string, v Value) error {
		if r := v.Ref(); r.ID != "" && !had[r.ID] && s.k.claims[r.Kind] != nil {
			had[r.ID] = true
			fresh[r.Kind] = append(fresh[r.Kind], r.ID)
		}
		return nil
	})
	for _, kind := range slices.Sorted(maps.Keys(fresh)) {
		if err := s.k.claims[kind].Publish(ctx, s.db, fresh[kind]); err != nil {
			return fmt.Errorf("publish what is referred to: %w", err)
		}
	}
	return nil
}

// derive computes what follows from other fields, for today where the office is.
func (s *Store[T, P]) derive(ctx context.Context, sent P) error {
	d, ok := any(sent).(Deriver)
	if !ok || sent.base().Office == "" {
		return nil
	}
	today, err := s.k.today(ctx, s.db, sent.base().Office)
	if errors.Is(err, fault.NotFound) {
		return fault.Invalid{"office": {Key: "unknown_reference"}}
	} else if err != nil {
		return err
	}
	d.Derive(today)
	return nil
}

// stamp writes who did it and when.
func (s *Store[T, P]) stamp(act Action, a Actor, sent P) {
	b := sent.base()
	now := At(s.k.Now())
	switch act {
	case Create:
		b.CreatedAt, b.CreatedBy = now, a.Name
	case Trash:
		b.Trashed = now
	case Restore:
		b.Trashed = ""
	}
	b.Version++
	b.ChangedAt, b.ChangedBy = now, a.Name
}

// store writes the row in the register of all records, the row of the kind and the rows of its parts.
func (s *Store[T, P]) store(ctx context.Context, act Action, stored, sent P) error {
	s.numberParts(sent)
	if act == Create {
		if err := s.register(ctx, sent); err != nil {
			return err
		}
		if err := s.insert(ctx, sent); err != nil {
			return err
		}
		return s.storeParts(ctx, nil, sent)
	}
	if err := s.update(ctx, sent); err != nil {
		return err
	}
	if err := s.reregister(ctx, stored, sent); err != nil {
		return err
	}
	return s.storeParts(ctx, stored, sent)
}

func (s *Store[T, P]) register(ctx context.Context, r P) error {
	b := r.base()
	_, err := s.db.Exec(ctx, `INSERT INTO record (id, kind, office, state, trashed, title, slug, joined)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, string(b.ID), s.kind.Name, string(b.Office), string(b.State),
		string(b.Trashed), s.kind.titleOf(r).JSON(), b.Slug.JSON(), nullable(s.kind.whole(r)))
	return err
}

func (s *Store[T, P]) reregister(ctx context.Context, was, is P) error {
	a, b := was.base(), is.base()
	title, whole := s.kind.titleOf(is), s.kind.whole(is)
	if a.State == b.State && a.Trashed == b.Trashed && a.Slug == b.Slug && s.kind.titleOf(was) == title && s.kind.whole(was) == whole {
		return nil
	}
	_, err := s.db.Exec(ctx, `UPDATE record SET state = $1, trashed = $2, title = $3, slug = $4, joined = $5 WHERE id = $6`,
		string(b.State), string(b.Trashed), title.JSON(), b.Slug.JSON(), nullable(whole), string(b.ID))
	return err
}

func (s *Store[T, P]) insert(ctx context.Context, r P) error {
	_, err := s.db.Exec(ctx, s.cols.insert, s.row(r)...)
	return err
}

// update writes the row if it still has the version before this one.
func (s *Store[T, P]) update(ctx context.Context, r P) error {
	b := r.base()
	n, err := s.db.Exec(ctx, s.cols.update, append(s.row(r)[1:], string(b.ID), b.Version-1)...)
	if err == nil && n == 0 {
		return fault.PreconditionFailed
	}
	return err
}

// row returns the values of the columns of r, the packed parts and the sort keys last.
func (s *Store[T, P]) row(r P) []any {
	b := r.base()
	out := []any{string(b.ID), b.Version}
	vals := s.kind.Values(r)
	for _, v := range vals {
		out = v.codec.args(out, v.ptr)
	}
	if len(s.cols.all) > 0 {
		out = append(out, s.pack(r))
	}
	for _, v := range vals {
		if v.sortable {
			out = append(out, s.sortKeys(v)...)
		}
	}
	return out
}

// missing names the references that point to nothing, once the database has refused them. It asks outside of the
// transaction, which is over.
func (s *Store[T, P]) missing(ctx context.Context, r P, cause error) error {
	inv := fault.Invalid{}
	ask := func(path string, ref Ref) error {
		if ref.ID == "" || !ref.ID.Valid() {
			return nil
		}
		var one int
		err := s.k.DB.Row(ctx, []any{&one}, `SELECT 1 FROM record WHERE id = $1 AND kind = $2`, string(ref.ID), ref.Kind)
		if errors.Is(err, fault.NotFound) {
			inv.Add(path, "unknown_reference")
			return nil
		}
		return err
	}
	if err := s.eachRef(r, func(path string, v Value) error { return ask(path, v.Ref()) }); err != nil {
		return err
	}
	if err := inv.Err(); err != nil {
		return err
	}
	return errors.Join(fault.Conflict, cause)
}

// eachRef calls f for every reference of r and of its parts.
func (s *Store[T, P]) eachRef(r P, f func(path string, v Value) error) error {
	for _, v := range s.kind.Values(r) {
		if v.Type == TypeRef {
			if err := f(v.Name, v); err != nil {
				return err
			}
		}
		for i := range v.PartCount() {
			_, vals := v.PartValues(i)
			for _, pv := range vals {
				if pv.Type != TypeRef {
					continue
				}
				if err := f(PartPath(v.Name, i, pv.Name), pv); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// resolve turns the references that name a record by a key into references by id, making the record if need be, and
// returns their paths. A key that nothing has stays, and checkRefs finds nothing for it.
func (s *Store[T, P]) resolve(ctx context.Context, r P) (claimed map[string]bool, err error) {
	claimed = map[string]bool{}
	err = s.eachRef(r, func(path string, v Value) error {
		ref := v.Ref()
		key, ok := ref.ID.claimKey()
		if !ok {
			return nil
		}
		claim := s.k.claims[ref.Kind]
		if claim == nil {
			return fault.Invalid{path: {Key: "bad_reference"}}
		}
		id, err := claim.Claim(ctx, s.db, key)
		if errors.Is(err, fault.NotFound) {
			return nil
		} else if err != nil {
			return err
		}
		v.codec.(referring).setRef(v.ptr, Ref{ref.Kind, id})
		claimed[path] = true
		return nil
	})
	return claimed, err
}
