package record

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/db"
)

// A delta is what happened to one field: its canonical text before and after.
type delta struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
	class  Class
}

// difference lists the fields in which sent differs from stored, those of parts as "sides/ID.since". A part that came or
// went, or changed its place in the list, shows as "sides/ID".
func (s *Store[T, P]) difference(act Action, stored, sent P) []delta {
	var out []delta
	switch act {
	case Trash:
		return []delta{{Field: "trashed", After: "true"}}
	case Restore: // and what time has changed meanwhile
		out = append(out, delta{Field: "trashed", Before: "true"})
	}
	is := s.kind.Values(sent)
	was := s.kind.Values(P(new(T)))
	if act != Create {
		was = s.kind.Values(stored)
	}
	for i, v := range is {
		switch {
		case v.Type == TypeList:
			out = append(out, listDifference(v.Name, was[i], v)...)
		case v.Type == TypeTime, v.Name == "changed_by", v.Name == "created_by": // the entry itself says so
		case was[i].Text() != v.Text():
			out = append(out, delta{v.Name, was[i].Text(), v.Text(), v.Class})
		}
	}
	return out
}

func listDifference(name string, was, is Value) []delta {
	var out []delta
	before := map[ID][]Value{}
	place := map[ID]int{}
	for i := range was.PartCount() {
		id, vals := was.PartValues(i)
		before[id], place[id] = vals, i
	}
	for i := range is.PartCount() {
		id, vals := is.PartValues(i)
		old, known := before[id]
		path := name + "/" + string(id)
		if !known {
			path = fmt.Sprintf("%s/+%d", name, i+1) // its id is made later
			out = append(out, delta{Field: path, After: "added"})
		} else if place[id] != i {
			out = append(out, delta{path, fmt.Sprint(place[id] + 1), fmt.Sprint(i + 1), Public})
		}
		delete(before, id)
		for n, v := range vals {
			had := ""
			if known {
				had = old[n].Text()
			}
			if had != v.Text() {
				out = append(out, delta{path + "." + v.Name, had, v.Text(), v.Class})
			}
		}
	}
	for i := range was.PartCount() {
		id, vals := was.PartValues(i)
		if _, gone := before[id]; !gone {
			continue
		}
		path := name + "/" + string(id)
		out = append(out, delta{Field: path, Before: "removed"})
		for _, v := range vals {
			if v.Text() != "" {
				out = append(out, delta{path + "." + v.Name, v.Text(), "", v.Class})
			}
		}
	}
	return out
}

// An entry is one line of an office's audit. Its hash covers the one before it and the commitments to the values, not the
// values: those lie in a table of their own and can be erased without breaking the chain.
type entry struct {
	Office      ID           `json:"office"`
	Seq         int64        `json:"seq"`
	At          Time         `json:"at"`
	Actor       string       `json:"actor"`
	Role        Role         `json:"role"`
	Request     string       `json:"request"`
	Reason      string       `json:"reason"`
	Action      Action       `json:"action"`
	Kind        string       `json:"kind"`
	Record      ID           `json:"record"`
	Version     int64        `json:"version"`
	Commitments []commitment `json:"commitments"`
	Previous    string       `json:"previous"` // hash of the entry before, hex; empty for the first
}

// A commitment is the SHA-256 of a salt and the values of one group of fields. Confidential fields and those about
// persons are a group each, so that each can be erased alone; all others are one.
type commitment struct {
	Group string `json:"group"`
	Hash  string `json:"hash"` // hex
}

func (e entry) hash() string {
	b, _ := json.Marshal(e) // strings and numbers always have a JSON form
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// A value is the erasable part of an entry: one group of fields before and after, with the salt of its commitment.
type value struct{ group, salt, deltas string }

func (v value) commitment() commitment {
	sum := sha256.Sum256([]byte(v.salt + "\n" + v.deltas))
	return commitment{v.group, hex.EncodeToString(sum[:])}
}

// everyone is the name of the group of all fields that are neither confidential nor about persons.
const everyone = "*"

func valuesOf(diff []delta) []value {
	groups := map[string][]delta{}
	order := []string{everyone}
	for _, d := range diff {
		g := everyone
		if d.class >= Confidential {
			g = d.Field
			order = append(order, g)
		}
		groups[g] = append(groups[g], d)
	}
	var out []value
	for _, g := range order {
		if len(groups[g]) > 0 {
			b, _ := json.Marshal(groups[g])
			out = append(out, value{g, rand.Text(), string(b)})
		}
	}
	return out
}

// note has the change written into the audit of its office, and the office's content version raised, last in the
// transaction: the head of the office is a row that all its writers touch.
func (s *Store[T, P]) note(ctx context.Context, act Action, a Actor, r P, diff []delta) error {
	b := r.base()
	e := entry{
		Office: b.Office, At: b.ChangedAt, Actor: a.Name, Role: a.Role, Request: a.Request, Reason: a.Reason,
		Action: act, Kind: s.kind.Name, Record: b.ID, Version: b.Version,
	}
	vals := valuesOf(diff)
	for _, v := range vals {
		e.Commitments = append(e.Commitments, v.commitment())
	}
	return s.db.BeforeCommit(string(b.Office), func(tx *db.DB) error { return e.append(ctx, tx, vals) })
}

func (e entry) append(ctx context.Context, tx *db.DB, vals []value) error {
	err := tx.Row(ctx, []any{&e.Seq, &e.Previous}, `INSERT INTO office_head (office, version, seq, hash)
		VALUES ($1, 1, 1, '') ON CONFLICT (office) DO UPDATE SET version = office_head.version + 1,
		seq = office_head.seq + 1 RETURNING seq, hash`, string(e.Office))
	if err != nil {
		return fmt.Errorf("head of office: %w", err)
	}
	commitments, _ := json.Marshal(e.Commitments)
	hash := e.hash()
	if _, err := tx.Exec(ctx, `INSERT INTO audit (office, seq, at, actor, role, request, reason, action, kind, record,
		version, commitments, previous, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
		string(e.Office), e.Seq, string(e.At), e.Actor, string(e.Role), e.Request, e.Reason, string(e.Action), e.Kind,
		string(e.Record), e.Version, string(commitments), e.Previous, hash); err != nil {
		return fmt.Errorf("audit: %w", err)
	}
	for _, v := range vals {
		if _, err := tx.Exec(ctx, `INSERT INTO audit_value (office, seq, field_group, salt, deltas)
			VALUES ($1, $2, $3, $4, $5)`, string(e.Office), e.Seq, v.group, v.salt, v.deltas); err != nil {
			return fmt.Errorf("audit value: %w", err)
		}
	}
	if _, err := tx.Exec(ctx, `UPDATE office_head SET hash = $1 WHERE office = $2`, hash, string(e.Office)); err != nil {
		return fmt.Errorf("head of office: %w", err)
	}
	return nil
}

// ErrTampered says that the audit is not as it was written.
var ErrTampered = errors.New("audit chain is broken")

// VerifyAudit recomputes the audit chain of an office from the entry behind from (0 for the first) up to its head, and
// returns the number of the last entry. Values that were erased do not break it; values, entries or heads that were
// changed do: it returns ErrTampered naming the entry.
func VerifyAudit(ctx context.Context, d *db.DB, office ID, from int64) (last int64, err error) {
	last, _, err = verifyAudit(ctx, d, office, from, math.MaxInt64)
	return last, err
}

// verifyAudit is VerifyAudit for at most so many entries; whole is false if there are more.
func verifyAudit(ctx context.Context, d *db.DB, office ID, from, most int64) (last int64, whole bool, err error) {
	previous := ""
	if from > 0 {
		if err := d.Row(ctx, []any{&previous}, `SELECT hash FROM audit WHERE office = $1 AND seq = $2`, string(office), from); err != nil {
			return from, false, fmt.Errorf("%w: entry %d: %w", ErrTampered, from, err)
		}
	}
	var headSeq int64
	var headHash string
	err = d.Row(ctx, []any{&headSeq, &headHash}, `SELECT seq, hash FROM office_head WHERE office = $1`, string(office))
	if errors.Is(err, fault.NotFound) {
		return from, true, headless(ctx, d, office)
	} else if err != nil {
		return from, false, err
	}
	last = from
	to := headSeq
	if headSeq-from > most {
		to = from + most
	}
	err = d.Each(ctx, func(scan func(...any) error) error {
		e := entry{Office: office}
		var commitments, hash string
		if err := scan(&e.Seq, &e.At, &e.Actor, &e.Role, &e.Request, &e.Reason, &e.Action, &e.Kind, &e.Record, &e.Version,
			&commitments, &e.Previous, &hash); err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(commitments), &e.Commitments); err != nil ||
			e.Seq != last+1 || e.Previous != previous || e.hash() != hash {
			return fmt.Errorf("%w: entry %d of office %s", ErrTampered, last+1, office)
		}
		last, previous = e.Seq, hash
		return nil
	}, `SELECT seq, at, actor, role, request, reason, action, kind, record, version, commitments, previous, hash
		FROM audit WHERE office = $1 AND seq > $2 AND seq <= $3 ORDER BY seq`, string(office), from, to)
	if err != nil {
		return last, false, err
	}
	if last != to || to == headSeq && previous != headHash {
		return last, false, fmt.Errorf("%w: head of office %s", ErrTampered, office)
	}
	return last, to == headSeq, verifyValues(ctx, d, office, from, last)
}

// headless reports an office whose chain has no end: without a head there are no entries, and nothing was checked.
func headless(ctx context.Context, d *db.DB, office ID) error {
	var one int
	err := d.Row(ctx, []any{&one}, `SELECT 1 WHERE EXISTS (SELECT 1 FROM audit WHERE office = $1)
		OR EXISTS (SELECT 1 FROM audit_checked WHERE office = $2)`, string(office), string(office))
	if errors.Is(err, fault.NotFound) {
		return nil
	} else if err != nil {
		return err
	}
	return fmt.Errorf("%w: no head of office %s", ErrTampered, office)
}

// verifyValues compares the values that are still there with the commitments of their entries.
func verifyValues(ctx context.Context, d *db.DB, office ID, from, to int64) error {
	return d.Each(ctx, func(scan func(...any) error) error {
		var seq int64
		var v value
		var commitments string
		if err := scan(&seq, &v.group, &v.salt, &v.deltas, &commitments); err != nil {
			return err
		}
		var all []commitment
		if err := json.Unmarshal([]byte(commitments), &all); err != nil {
			return fmt.Errorf("%w: entry %d of office %s", ErrTampered, seq, office)
		}
		for _, c := range all {
			if c == v.commitment() {
				return nil
			}
		}
		return fmt.Errorf("%w: values of entry %d of office %s", ErrTampered, seq, office)
	}, `SELECT v.seq, v.field_group, v.salt, v.deltas, a.commitments FROM audit_value v
		JOIN audit a ON a.office = v.office AND a.seq = v.seq
		WHERE v.office = $1 AND v.seq > $2 AND v.seq <= $3`, string(office), from, to)
}

// CheckAudit verifies what was added to the audit of an office since it was last found whole, in the transaction tx, and
// remembers how far it came: at most so many entries. whole is false if some are left for the next time.
func CheckAudit(ctx context.Context, tx *db.DB, office ID, most int64) (whole bool, err error) {
	var from int64
	err = tx.Row(ctx, []any{&from}, `SELECT seq FROM audit_checked WHERE office = $1`, string(office))
	if err != nil && !errors.Is(err, fault.NotFound) {
		return false, fmt.Errorf("check audit: %w", err)
	}
	last, whole, err := verifyAudit(ctx, tx, office, from, most)
	if err != nil || last == from {
		return whole, err
	}
	_, err = tx.Exec(ctx, `INSERT INTO audit_checked (office, seq) VALUES ($1, $2) ON CONFLICT (office) DO UPDATE
		SET seq = EXCLUDED.seq WHERE audit_checked.seq < EXCLUDED.seq`, string(office), last)
	return whole, err
}
