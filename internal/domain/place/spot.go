package place

import (
	"context"
	"errors"
	"fmt"

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
