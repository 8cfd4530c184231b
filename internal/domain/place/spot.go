package place

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/geo"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A Spot is a place as distances and clocks need it.
type Spot struct {
	ID       record.ID
	Name     i18n.Text
	Slug     i18n.Text
	Country  string
	Lat, Lon record.Decimal
	Zone     string
}

// Point returns where the spot lies; ok is false if that is not known.
func (s Spot) Point() (pt geo.Point, ok bool) { return PointOf(s.Lat, s.Lon) }

// SpotOf returns the published place with this id; the zero Spot if there is none, such as for an empty id.
func SpotOf(ctx context.Context, d *db.DB, id record.ID) (s Spot, err error) {
	if id == "" {
		return s, nil
	}
	err = d.Row(ctx, s.row(), `
		SELECT id, name, slug, country, lat, lon, zone FROM place WHERE id = $1 AND state = 'published' AND trashed = ''`, string(id))
	if errors.Is(err, fault.NotFound) {
		return Spot{}, nil
	}
	if err != nil {
		return Spot{}, fmt.Errorf("place: %w", err)
	}
	return s, nil
}

// spotsPerQuery is how many places one statement asks for; fewer are filled up with the last one, so that the statement is
// prepared once.
const spotsPerQuery = 50

const slots50 = `$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
	$26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50`

// Points returns where published places lie, by id, of those where that is known.
func Points(ctx context.Context, d *db.DB, places []record.ID) (map[record.ID]geo.Point, error) {
	out := map[record.ID]geo.Point{}
	for some := range slices.Chunk(places, spotsPerQuery) {
		args := make([]any, spotsPerQuery)
		for i := range args {
			args[i] = string(some[min(i, len(some)-1)])
		}
		spots, err := db.Collect(ctx, d, func(s *Spot) []any { return []any{&s.ID, (*string)(&s.Lat), (*string)(&s.Lon)} },
			`SELECT id, lat, lon FROM place WHERE id IN (`+slots50+`) AND state = 'published' AND trashed = ''`, args...)
		if err != nil {
			return nil, fmt.Errorf("points of places: %w", err)
		}
		for _, s := range spots {
			if p, ok := s.Point(); ok {
				out[s.ID] = p
			}
		}
	}
	return out, nil
}
