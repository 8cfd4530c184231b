package network

import (
	"context"
	"fmt"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A Standing is a published membership of an office, as a list of networks shows it: since when, and in which roles that
// have not ended.
type Standing struct {
	Network      record.ID
	Membership   record.ID
	Since, Until date.Partial
	Roles        []RoleName
}

// StandingsOf returns all published memberships of an office by network, the youngest of each network first.
func StandingsOf(ctx context.Context, d *db.DB, office record.ID) (map[record.ID][]Standing, error) {
	type row struct {
		Standing
		role RoleName
	}
	rows, err := db.Collect(ctx, d, func(x *row) []any {
		return []any{&x.Network, &x.Membership, (*string)(&x.Since), (*string)(&x.Until), &x.role}
	}, `
		SELECT m.network, m.id, m.since, m.until, COALESCE(r.role, '')
		FROM membership m LEFT JOIN membership_roles r ON r.parent = m.id AND r.until = ''
		WHERE m.office = $1 AND m.state = 'published' AND m.trashed = ''
		ORDER BY m.network, m.since DESC, m.id, r.position`, string(office))
	if err != nil {
		return nil, fmt.Errorf("memberships of office: %w", err)
	}
	out := map[record.ID][]Standing{}
	for _, x := range rows {
		all := out[x.Network]
		if len(all) == 0 || all[len(all)-1].Membership != x.Membership {
			all = append(all, x.Standing)
		}
		if x.role != "" {
			last := &all[len(all)-1]
			last.Roles = append(last.Roles, x.role)
		}
		out[x.Network] = all
	}
	return out, nil
}

// Forms counts the published networks by form.
func Forms(ctx context.Context, d *db.DB) (map[Form]int, error) {
	type counted struct {
		form Form
		n    int
	}
	rows, err := db.Collect(ctx, d, func(c *counted) []any { return []any{&c.form, &c.n} },
		`SELECT form, COUNT(*) FROM network WHERE state = 'published' AND trashed = '' GROUP BY form`)
	if err != nil {
		return nil, fmt.Errorf("forms of networks: %w", err)
	}
	out := map[Form]int{}
	for _, c := range rows {
		out[c.form] = c.n
	}
	return out, nil
}

// An Encounter is a published relation of an office with a known member of a network.
type Encounter struct {
	Party record.ID // the place or organisation
	ID    record.ID
	Title i18n.Text
	Slug  i18n.Text
	Form  string
	Since date.Partial
}

// Encounters returns the published relations of an office with known members of a network.
func Encounters(ctx context.Context, d *db.DB, office, network record.ID) ([]Encounter, error) {
	out, err := db.Collect(ctx, d, func(e *Encounter) []any {
		return []any{&e.Party, &e.ID, (*string)(&e.Title), (*string)(&e.Slug), &e.Form, (*string)(&e.Since)}
	}, `
		SELECT COALESCE(x.party_place, x.party_organisation), r.id, r.title, r.slug, r.form, r.since
		FROM network_members x
		JOIN relation_sides s ON s.party_place = x.party_place OR s.party_organisation = x.party_organisation
		JOIN relation r ON r.id = s.parent
		WHERE x.parent = $1 AND r.office = $2 AND r.state = 'published' AND r.trashed = ''
		ORDER BY r.title_key_de, r.id`, string(network), string(office))
	if err != nil {
		return nil, fmt.Errorf("relations with members of network: %w", err)
	}
	return out, nil
}
