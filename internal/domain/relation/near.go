package relation

import (
	"context"
	"fmt"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A Tie is a published relation with one partner place, as the tiles of the home page and the distances of a relation's
// page show it.
type Tie struct {
	ID        record.ID
	Title     i18n.Text
	Slug      i18n.Text
	Form      Form
	OwnSide   OwnSide
	Since     date.Partial
	SinceNote i18n.Text
	SideSince date.Partial // of its first partner
	Status    Status
	Sides     int
	Country   string         // of its only place; empty if there are several
	Lat, Lon  record.Decimal // likewise
}

func (t *Tie) row() []any {
	return []any{
		&t.ID, (*string)(&t.Title), (*string)(&t.Slug), &t.Form, &t.OwnSide, (*string)(&t.Since),
		(*string)(&t.SinceNote), (*string)(&t.SideSince), &t.Status, &t.Sides, &t.Country, (*string)(&t.Lat), (*string)(&t.Lon),
	}
}

const selectTies = `
	SELECT r.id, r.title, r.slug, r.form, r.own_side, r.since, r.since_note, COALESCE(s.since, ''), r.status,
		(SELECT COUNT(*) FROM relation_sides n WHERE n.parent = r.id), COALESCE(p.country, ''), COALESCE(p.lat, ''), COALESCE(p.lon, '')
	FROM relation r
	LEFT JOIN relation_sides s ON s.parent = r.id AND s.position = 0
	LEFT JOIN organisation o ON o.id = s.party_organisation AND o.state = 'published' AND o.trashed = ''
	LEFT JOIN place p ON p.id = COALESCE(s.party_place, o.place) AND p.state = 'published' AND p.trashed = ''`

// OfForm returns up to limit published relations of an office of the same form and own side, the oldest first; those whose
// beginning is not known come last.
func OfForm(ctx context.Context, d *db.DB, office record.ID, form Form, own OwnSide, limit int) ([]Tie, error) {
	out, err := db.Collect(ctx, d, (*Tie).row, selectTies+`
		WHERE r.office = $1 AND r.form = $2 AND r.own_side = $3 AND r.state = 'published' AND r.trashed = ''
		ORDER BY CASE WHEN r.since = '' THEN '~' ELSE r.since END, r.id LIMIT $4 + 0`, string(office), string(form), string(own), limit)
	if err != nil {
		return nil, fmt.Errorf("relations of form %s: %w", form, err)
	}
	return out, nil
}

// OtherThan returns up to limit published relations of an office that are not of this form and own side, the oldest
// first; those whose beginning is not known come last.
func OtherThan(ctx context.Context, d *db.DB, office record.ID, form Form, own OwnSide, limit int) ([]Tie, error) {
	out, err := db.Collect(ctx, d, (*Tie).row, selectTies+`
		WHERE r.office = $1 AND (r.form <> $2 OR r.own_side <> $3) AND r.state = 'published' AND r.trashed = ''
		ORDER BY CASE WHEN r.since = '' THEN '~' ELSE r.since END, r.id LIMIT $4 + 0`, string(office), string(form), string(own), limit)
	if err != nil {
		return nil, fmt.Errorf("relations not of form %s: %w", form, err)
	}
	return out, nil
}

// Lasting returns up to limit of those that OfForm returns and that have not ended.
func Lasting(ctx context.Context, d *db.DB, office record.ID, form Form, own OwnSide, limit int) ([]Tie, error) {
	out, err := db.Collect(ctx, d, (*Tie).row, selectTies+`
		WHERE r.office = $1 AND r.form = $2 AND r.own_side = $3 AND r.status <> $4 AND r.state = 'published' AND r.trashed = ''
		ORDER BY CASE WHEN r.since = '' THEN '~' ELSE r.since END, r.id LIMIT $5 + 0`,
		string(office), string(form), string(own), string(Ended), limit)
	if err != nil {
		return nil, fmt.Errorf("lasting relations of form %s: %w", form, err)
	}
	return out, nil
}

// CountLasting returns how many relations there are that Lasting would return without a limit, and in how many countries.
func CountLasting(ctx context.Context, d *db.DB, office record.ID, form Form, own OwnSide) (n, countries int, err error) {
	err = d.Row(ctx, []any{&n, &countries}, `SELECT COUNT(*), COUNT(DISTINCT CASE WHEN t.country <> '' THEN t.country END) FROM (
		SELECT (`+firstCountry+`) AS country FROM relation r
		WHERE r.office = $1 AND r.form = $2 AND r.own_side = $3 AND r.status <> $4 AND r.state = 'published' AND r.trashed = '') AS t`,
		string(office), string(form), string(own), string(Ended))
	if err != nil {
		return 0, 0, fmt.Errorf("count lasting relations of form %s: %w", form, err)
	}
	return n, countries, nil
}

// firstCountry is the country of the first side of the relation r.
const firstCountry = `SELECT p.country FROM relation_sides s
	LEFT JOIN organisation o ON o.id = s.party_organisation AND o.state = 'published' AND o.trashed = ''
	JOIN place p ON p.id = COALESCE(s.party_place, o.place) AND p.state = 'published' AND p.trashed = ''
	WHERE s.parent = r.id AND s.position = 0`

// CountShown returns how many published relations an office has.
func CountShown(ctx context.Context, d *db.DB, office record.ID) (n int, err error) {
	err = d.Row(ctx, []any{&n}, `SELECT COUNT(*) FROM relation WHERE office = $1 AND state = 'published' AND trashed = ''`, string(office))
	if err != nil {
		return 0, fmt.Errorf("count relations: %w", err)
	}
	return n, nil
}
