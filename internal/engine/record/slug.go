package record

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
)

var slugShape = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// claimSlugs gives a record its readable addresses: made from its title when it is first published, changed only by hand
// afterwards. An address once claimed stays the record's, so that old links go on working.
func (s *Store[T, P]) claimSlugs(ctx context.Context, stored, sent P) error {
	if !s.kind.Slugged {
		return nil
	}
	b := sent.base()
	want, had := b.Slug.Map(), map[i18n.Lang]string{}
	if stored != sent {
		had = stored.base().Slug.Map()
	}
	for l, name := range want {
		if had[l] == name {
			continue
		}
		if !slugShape.MatchString(name) || ID(name).Valid() {
			return fault.Invalid{"slug": {Key: "slug_shape", Value: name}}
		}
		if ok, err := s.claimSlug(ctx, b, name); err != nil {
			return err
		} else if !ok {
			return fault.Invalid{"slug": {Key: "slug_taken", Value: name}}
		}
	}
	if b.State != Published {
		return nil
	}
	title := s.kind.titleOf(sent)
	for _, l := range s.k.Langs {
		if want[l] != "" {
			continue
		}
		words, in := title.In(l, s.k.Langs...)
		name, err := s.freeSlug(ctx, b, i18n.Slug(in, words))
		if err != nil {
			return err
		}
		b.Slug = b.Slug.With(l, name)
	}
	return nil
}

// freeSlug claims base, or base-2, base-3 … if others have those.
func (s *Store[T, P]) freeSlug(ctx context.Context, b *Base, base string) (string, error) {
	if base == "" || ID(base).Valid() {
		base = s.kind.Name
	}
	for n := 1; n <= countedSlugs; n++ {
		name := base
		if n > 1 {
			name += "-" + strconv.Itoa(n)
		}
		if ok, err := s.claimSlug(ctx, b, name); err != nil || ok {
			return name, err
		}
	}
	name := base + "-" + string(b.ID[len(b.ID)-12:])
	ok, err := s.claimSlug(ctx, b, name)
	if err == nil && !ok {
		err = fault.Conflict
	}
	return name, err
}

// countedSlugs is how many records of one title get a counted address; the next ones carry the end of their id.
const countedSlugs = 9

// claimSlug claims one address, never by looking first; ok is false if another record has it.
func (s *Store[T, P]) claimSlug(ctx context.Context, b *Base, name string) (ok bool, err error) {
	n, err := s.db.Exec(ctx, `INSERT INTO slug (kind, office, name, record) VALUES ($1, $2, $3, $4)
		ON CONFLICT (kind, office, name) DO NOTHING`, s.kind.Name, string(b.Office), name, string(b.ID))
	if err != nil || n == 1 {
		return err == nil, err
	}
	var owner ID
	if err := s.db.Row(ctx, []any{&owner}, `SELECT record FROM slug WHERE kind = $1 AND office = $2 AND name = $3`,
		s.kind.Name, string(b.Office), name); err != nil {
		return false, fmt.Errorf("claim address: %w", err)
	}
	return owner == b.ID, nil
}

// claimUnique claims the values of which there may be only one, and gives back those that the record no longer has.
func (s *Store[T, P]) claimUnique(ctx context.Context, act Action, stored, sent P) error {
	id := sent.base().ID
	was := s.kind.Values(stored)
	for i, v := range s.kind.Values(sent) {
		if !v.unique && !v.once {
			continue
		}
		value, has := s.kind.single(sent, v)
		old, had := s.kind.single(stored, was[i])
		if act == Trash && (v.once || value == "") {
			has = false
		}
		if act != Create && had && (!has || old != value) {
			if _, err := s.db.Exec(ctx, `DELETE FROM claim WHERE kind = $1 AND field = $2 AND value = $3 AND record = $4`,
				s.kind.Name, v.Name, old, string(id)); err != nil {
				return err
			}
		}
		if !has {
			continue
		}
		owner, err := s.Claim(ctx, v.Name, value, id)
		if err != nil {
			return err
		}
		if owner != id && value == "" { // only the other one may go without
			return fault.Invalid{v.Name: {Key: "required"}}
		}
		if owner != id {
			return fault.Invalid{v.Name: {Key: "taken"}}
		}
	}
	return nil
}

// longestClaim bounds what is claimed as it stands, in bytes: an index does not take any length.
const longestClaim = 1000

// single returns what no two records may have, if r has it: the value of v, and of a field that says Once the office and
// the values of the fields with it. Of a field that says EmptyOnce, to have none is a value as well, once published.
func (k *Kind) single(r Record, v Value) (value string, has bool) {
	text := v.Text()
	switch {
	case text == "":
		return "", v.emptyOnce && r.base().State == Published
	case !v.once:
		return text, true
	}
	all := []string{string(r.base().Office), text}
	for _, o := range k.Values(r) {
		if slices.Contains(v.with, o.Name) {
			all = append(all, o.Text())
		}
	}
	value = strings.Join(all, "\n")
	if len(value) > longestClaim {
		sum := sha256.Sum256([]byte(value))
		return hex.EncodeToString(sum[:]), true
	}
	return value, true
}

// Claim claims a unique value for the record id, in a transaction, and returns the record that has it: id itself, or the
// one that was there first. The row of the first is only read, not locked: many refer to the same place at once.
func (s *Store[T, P]) Claim(ctx context.Context, field, value string, id ID) (owner ID, err error) {
	n, err := s.db.Exec(ctx, `INSERT INTO claim (kind, field, value, record) VALUES ($1, $2, $3, $4)
		ON CONFLICT (kind, field, value) DO NOTHING`, s.kind.Name, field, value, string(id))
	if err != nil {
		return "", fmt.Errorf("claim %s: %w", field, err)
	}
	if n == 1 {
		return id, nil
	}
	err = s.db.Row(ctx, []any{&owner}, `SELECT record FROM claim WHERE kind = $1 AND field = $2 AND value = $3`,
		s.kind.Name, field, value)
	if errors.Is(err, fault.NotFound) { // given back between the two statements
		return "", fmt.Errorf("claim %s: %w", field, fault.Conflict)
	}
	if err != nil {
		return "", fmt.Errorf("claim %s: %w", field, err)
	}
	return owner, nil
}

// sortKeys returns the sort key of a text in each language, with the fallback that a page would show.
func (s *Store[T, P]) sortKeys(v Value) []any {
	text := *v.ptr.(*i18n.Text)
	out := make([]any, len(s.k.Langs))
	for i, l := range s.k.Langs {
		words, _ := text.In(l, s.k.Langs...)
		out[i] = s.k.sorters[i].Key(words)
	}
	return out
}
