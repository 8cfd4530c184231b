package relation

import (
	"context"
	"fmt"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A Spot is a relation at one of its partner places, as a map of all relations shows it.
type Spot struct {
	ID       record.ID
	Title    i18n.Text
	Slug     i18n.Text
	Form     Form
	OwnSide  OwnSide
	Sides    int // of the relation
	Place    i18n.Text
	Lat, Lon record.Decimal
}

// Spots returns the partner places of the published relations of an office that have not ended, limit of them: first
// those of the city's twinnings, then by age. A relation with several sides is there with each.
func Spots(ctx context.Context, d *db.DB, office record.ID, limit int) ([]Spot, error) {
	out, err := db.Collect(ctx, d, func(s *Spot) []any {
		return []any{
			&s.ID, (*string)(&s.Title), (*string)(&s.Slug), &s.Form, &s.OwnSide, &s.Sides, (*string)(&s.Place),
			(*string)(&s.Lat), (*string)(&s.Lon),
		}
	}, `
		SELECT r.id, r.title, r.slug, r.form, r.own_side, (SELECT COUNT(*) FROM relation_sides n WHERE n.parent = r.id), p.name, p.lat, p.lon
		FROM relation r JOIN relation_sides s ON s.parent = r.id
		LEFT JOIN organisation o ON o.id = s.party_organisation AND o.state = 'published' AND o.trashed = ''
		JOIN place p ON p.id = COALESCE(s.party_place, o.place)
		WHERE r.office = $1 AND r.state = 'published' AND r.trashed = '' AND r.status <> 'ended'
			AND p.state = 'published' AND p.trashed = '' AND p.lat <> ''
		ORDER BY CASE WHEN r.form = 'town-twinning' AND r.own_side = 'city' THEN 0 ELSE 1 END,
			CASE WHEN r.since = '' THEN '~' ELSE r.since END, r.id, s.position LIMIT $2 + 0`, string(office), limit)
	if err != nil {
		return nil, fmt.Errorf("spots of relations: %w", err)
	}
	return out, nil
}
