package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
)

const sharedOffice = string(record.SharedOffice)

// writes are the statements of a create: one for each table into which Kontor puts a row as well.
func writeTexts() map[string]string {
	return map[string]string{
		"slug":   `INSERT INTO slug (kind, office, name, record) VALUES ('relation', $1, $2, $3)`,
		"record": `INSERT INTO record (id, kind, office, state, trashed, title, slug) VALUES ($1, 'relation', $2, $3, '', $4, $5)`,
		"relation": `INSERT INTO relation (` + base + `, title, summary, about, form, rgre_kind, rgre_inferred, own_side, own_place, own_unit,
			since, since_note, until, status, website, contact, notes, title_key_de, title_key_en)
			VALUES ($1, 1, $2, $3, $4, '', '', $5, 'raw', $6, 'raw', '', $7, $8, '{}', $9, '', FALSE, $10, NULL, NULL, $11, '{}', '', $12, '', '',
			'{}', $13, $14)`,
		"side": `INSERT INTO relation_sides (id, parent, position, party_place, party_organisation, label, since, until, status, document)
			VALUES ($1, $2, $3, $4, $5, '{}', $6, '', '', '')`,
		"step": `INSERT INTO relation_history (id, parent, position, status, on_date, reason, wording, resolution, source)
			VALUES ($1, $2, $3, $4, $5, '{}', '{}', NULL, '')`,
		"theme": `INSERT INTO relation_themes (id, parent, position, theme, since, until) VALUES ($1, $2, $3, $4, '', '')`,
		"head":  `UPDATE office_head SET version = version + 1, seq = seq + 1 WHERE office = $1 RETURNING seq, hash`,
		"audit": `INSERT INTO audit (office, seq, at, actor, role, request, reason, action, kind, record, version, commitments, previous, hash)
			VALUES ($1, $2, $3, 'raw', 'editor', '', '', 'create', 'relation', $4, 1, '[]', $5, '')`,
		"value": `INSERT INTO audit_value (office, seq, field_group, salt, deltas) VALUES ($1, $2, '*', '', $3)`,
		"hash":  `UPDATE office_head SET hash = $1 WHERE office = $2`,
		"job": `INSERT INTO job (id, topic, args, run_at, leased_until, lease, attempts, dead, problem)
			VALUES ($1, 'raw', '{}', $2, '', '', 0, FALSE, '')`,
	}
}

// prepareWrites prepares them on a connection of its own.
func (s *rawServer) prepareWrites(ctx context.Context) error {
	var err error
	if s.conn, err = s.writes.Conn(ctx); err != nil {
		return err
	}
	texts := writeTexts()
	texts["begin"], texts["commit"], texts["rollback"] = "BEGIN", "COMMIT", "ROLLBACK"
	if !s.postgres {
		texts["begin"] = "BEGIN IMMEDIATE"
	}
	for name, q := range texts {
		st, err := s.conn.PrepareContext(ctx, s.text(q))
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		s.insert[name] = st
	}
	return nil
}

// create stores the relation in the body.
func (s *rawServer) create(w http.ResponseWriter, r *http.Request) {
	var x rawRelation
	if err := json.NewDecoder(r.Body).Decode(&x); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	err := s.inTransaction(r.Context(), func() error { return s.store(r.Context(), &x) })
	answer(w, http.StatusCreated, &x, err)
}

func (s *rawServer) inTransaction(ctx context.Context, do func() error) error {
	if err := s.exec(ctx, "begin"); err != nil {
		return err
	}
	if err := do(); err != nil {
		return errors.Join(err, s.exec(ctx, "rollback"))
	}
	return s.exec(ctx, "commit")
}

func (s *rawServer) exec(ctx context.Context, name string, args ...any) error {
	_, err := s.insert[name].ExecContext(ctx, args...)
	return err
}

// store inserts all rows of a relation.
func (s *rawServer) store(ctx context.Context, x *rawRelation) error {
	own, now := rawOffice(), time.Now().UTC().Format("2006-01-02T15:04:05.000Z")
	title := i18n.Text(x.Title).Map()
	slugs := [2]string{i18n.Slug("de", title["de"]), i18n.Slug("en", title["en"])}
	slug := string(i18n.Of("de", slugs[0], "en", slugs[1]))
	x.ID, x.Kind, x.Version, x.Office, x.Slug = newID(), "relation", 1, &rawRef{"office", own}, json.RawMessage(slug)
	x.CreatedAt, x.ChangedAt, x.About, x.SinceNote, x.Units = now, now, json.RawMessage("{}"), json.RawMessage("{}"), []rawUnit{}
	for i := range slugs {
		if i > 0 && slugs[i] == slugs[0] {
			continue
		}
		if err := s.exec(ctx, "slug", own, slugs[i], x.ID); err != nil {
			return err
		}
	}
	for i := range x.History {
		x.Status = x.History[i].Status
	}
	if err := s.exec(ctx, "record", x.ID, own, x.State, string(x.Title), slug); err != nil {
		return err
	}
	if err := s.exec(ctx, "relation", x.ID, own, x.State, slug, now, now, string(x.Title), string(x.Summary), x.Form, x.OwnSide,
		or(x.Since), or(x.Status), s.w.sorters[0].Key(title["de"]), s.w.sorters[1].Key(title["en"])); err != nil {
		return err
	}
	if err := s.storeParts(ctx, x); err != nil {
		return err
	}
	return s.note(ctx, own, now, x)
}

func (s *rawServer) storeParts(ctx context.Context, x *rawRelation) error {
	for i := range x.Sides {
		side := &x.Sides[i]
		side.ID, side.Label = newID(), json.RawMessage("{}")
		var place, organisation any
		if side.Party.Kind == "place" {
			place = side.Party.ID
		} else {
			organisation = side.Party.ID
		}
		if err := s.exec(ctx, "side", side.ID, x.ID, i, place, organisation, or(side.Since)); err != nil {
			return err
		}
	}
	for i := range x.History {
		step := &x.History[i]
		step.ID, step.Wording = newID(), json.RawMessage("{}")
		if err := s.exec(ctx, "step", step.ID, x.ID, i, or(step.Status), or(step.On)); err != nil {
			return err
		}
	}
	for i := range x.Themes {
		x.Themes[i].ID = newID()
		if err := s.exec(ctx, "theme", x.Themes[i].ID, x.ID, i, x.Themes[i].Theme.ID); err != nil {
			return err
		}
	}
	return nil
}

// note leaves what Kontor leaves beside a change: a row in the audit, with the record as its value, and a job.
func (s *rawServer) note(ctx context.Context, own, now string, x *rawRelation) error {
	if err := s.exec(ctx, "job", newID(), now); err != nil {
		return err
	}
	deltas, err := json.Marshal(x)
	if err != nil {
		return err
	}
	var seq int64
	var previous string
	err = each(ctx, s.insert["head"], func(rows *sql.Rows) error { return rows.Scan(&seq, &previous) }, own)
	if err != nil {
		return err
	}
	if err := s.exec(ctx, "audit", own, seq, now, x.ID, previous); err != nil {
		return err
	}
	if err := s.exec(ctx, "value", own, seq, string(deltas)); err != nil {
		return err
	}
	return s.exec(ctx, "hash", strings.Repeat("0", 64), own)
}

func or(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
