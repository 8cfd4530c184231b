package network

import (
	"context"
	"fmt"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A Together is a network in which an office meets a partner place of one of its relations.
type Together struct {
	ID    record.ID
	Name  i18n.Text
	Slug  i18n.Text
	Form  Form
	Since date.Partial // of the office's membership
	Roles []RoleName   // of the office
}

// SharedWith returns the networks of which both an office and a partner place of a relation are known members.
func SharedWith(ctx context.Context, d *db.DB, office, relation record.ID) ([]Together, error) {
	type row struct {
		Together
		role RoleName
	}
	rows, err := db.Collect(ctx, d, func(t *row) []any {
		return []any{&t.ID, (*string)(&t.Name), (*string)(&t.Slug), &t.Form, (*string)(&t.Since), &t.role}
	}, `
		SELECT n.id, n.name, n.slug, n.form, m.since, COALESCE(r.role, '')
		FROM network n JOIN membership m ON m.network = n.id LEFT JOIN membership_roles r ON r.parent = m.id AND r.until = ''
		WHERE n.id IN (SELECT x.parent FROM relation_sides s JOIN network_members x ON x.party_place = s.party_place WHERE s.parent = $1)
			AND m.office = $2 AND m.state = 'published' AND m.trashed = '' AND n.state = 'published' AND n.trashed = ''
		ORDER BY n.name_key_de, n.id, r.position`, string(relation), string(office))
	if err != nil {
		return nil, fmt.Errorf("shared networks: %w", err)
	}
	var out []Together
	for _, r := range rows {
		if len(out) == 0 || out[len(out)-1].ID != r.ID {
			out = append(out, r.Together)
		}
		if r.role != "" {
			last := &out[len(out)-1]
			last.Roles = append(last.Roles, r.role)
		}
	}
	return out, nil
}

// A Part is a network in which an office takes part, as the home page shows it.
type Part struct {
	ID      record.ID
	Name    i18n.Text
	Slug    i18n.Text
	Form    Form
	Summary i18n.Text
	Since   date.Partial
}

// PartsOf returns up to limit networks of which an office is a member, the oldest membership first; those whose beginning
// is not known come last.
func PartsOf(ctx context.Context, d *db.DB, office record.ID, limit int) ([]Part, error) {
	out, err := db.Collect(ctx, d, func(p *Part) []any {
		return []any{&p.ID, (*string)(&p.Name), (*string)(&p.Slug), &p.Form, (*string)(&p.Summary), (*string)(&p.Since)}
	}, `
		SELECT n.id, n.name, n.slug, n.form, n.summary, m.since FROM membership m JOIN network n ON n.id = m.network
		WHERE m.office = $1 AND m.until = '' AND m.state = 'published' AND m.trashed = '' AND n.state = 'published' AND n.trashed = ''
		ORDER BY CASE WHEN m.since = '' THEN 1 ELSE 0 END, m.since, n.name_key_de, n.id LIMIT $2 + 0`, string(office), limit)
	if err != nil {
		return nil, fmt.Errorf("networks of office: %w", err)
	}
	return out, nil
}

// CountParts returns in how many networks an office takes part.
func CountParts(ctx context.Context, d *db.DB, office record.ID) (n int, err error) {
	err = d.Row(ctx, []any{&n}, `
		SELECT COUNT(*) FROM membership m JOIN network n ON n.id = m.network
		WHERE m.office = $1 AND m.until = '' AND m.state = 'published' AND m.trashed = '' AND n.state = 'published' AND n.trashed = ''`,
		string(office))
	if err != nil {
		return 0, fmt.Errorf("count networks of office: %w", err)
	}
	return n, nil
}
