package place

import (
	"context"
	"fmt"
	"slices"

	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

func (s *Spot) row() []any {
	return []any{&s.ID, (*string)(&s.Name), (*string)(&s.Slug), &s.Country, (*string)(&s.Lat), (*string)(&s.Lon), &s.Zone}
}

// Seats returns where parties are: of a published place itself, of a published organisation the place of its seat.
func Seats(ctx context.Context, d *db.DB, parties []record.ID) (map[record.ID]Spot, error) {
	type seat struct {
		party record.ID
		Spot
	}
	out := map[record.ID]Spot{}
	for some := range slices.Chunk(parties, spotsPerQuery) {
		args := make([]any, spotsPerQuery)
		for i := range args {
			args[i] = string(some[min(i, len(some)-1)])
		}
		rows, err := db.Collect(ctx, d, func(s *seat) []any { return append([]any{&s.party}, s.row()...) }, `
			SELECT p.id, p.id, p.name, p.slug, p.country, p.lat, p.lon, p.zone
			FROM place p WHERE p.id IN (`+slots50+`) AND p.state = 'published' AND p.trashed = ''
			UNION ALL SELECT o.id, p.id, p.name, p.slug, p.country, p.lat, p.lon, p.zone
			FROM organisation o JOIN place p ON p.id = o.place AND p.state = 'published' AND p.trashed = ''
			WHERE o.id IN (`+slots50+`) AND o.state = 'published' AND o.trashed = ''`, args...)
		if err != nil {
			return nil, fmt.Errorf("seats of parties: %w", err)
		}
		for _, s := range rows {
			out[s.party] = s.Spot
		}
	}
	return out, nil
}

// Partners returns the places at which an office has published relations that have not ended.
func Partners(ctx context.Context, d *db.DB, office record.ID) ([]Spot, error) {
	out, err := db.Collect(ctx, d, (*Spot).row, `
		SELECT p.id, p.name, p.slug, p.country, p.lat, p.lon, p.zone FROM place p
		WHERE p.state = 'published' AND p.trashed = '' AND p.lat <> '' AND p.id IN (
			SELECT COALESCE(s.party_place, o.place) FROM relation r JOIN relation_sides s ON s.parent = r.id
			LEFT JOIN organisation o ON o.id = s.party_organisation AND o.state = 'published' AND o.trashed = ''
			WHERE r.office = $1 AND r.state = 'published' AND r.trashed = '' AND r.status <> 'ended')
		ORDER BY p.id`, string(office))
	if err != nil {
		return nil, fmt.Errorf("partner places of office: %w", err)
	}
	return out, nil
}
