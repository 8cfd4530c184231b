package place

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// An Unclaimed is a place as the gazetteer has it, which nobody refers to.
type Unclaimed struct {
	Number     string // in GeoNames
	Name       string
	Others     []string // other names and spellings, each once
	Country    string
	Lat, Lon   record.Decimal
	Zone       string
	Population string // in 2015
}

// UnclaimedOf returns the place of the gazetteer with this number; fault.NotFound if there is none.
func UnclaimedOf(ctx context.Context, d *db.DB, number string) (Unclaimed, error) {
	b := Unclaimed{Number: number}
	var de, en, ascii, alternates string
	err := d.Row(ctx, []any{&b.Name, &de, &en, &ascii, &alternates, &b.Country, (*string)(&b.Lat), (*string)(&b.Lon), &b.Zone, &b.Population}, `
		SELECT name, name_de, name_en, ascii, alternates, country, lat, lon, zone, population FROM gazetteer WHERE geonames = $1`, number)
	if err != nil {
		return b, fmt.Errorf("gazetteer: %w", err)
	}
	b.Lat, b.Lon = record.Decimal(canonical(string(b.Lat))), record.Decimal(canonical(string(b.Lon)))
	for _, n := range append([]string{de, en, ascii}, strings.Split(alternates, "|")...) {
		if n != "" && n != b.Name && !slices.Contains(b.Others, n) {
			b.Others = append(b.Others, n)
		}
	}
	return b, nil
}

// Listed returns where the gazetteer puts the place with this number; nothing for a number that it does not have.
func Listed(ctx context.Context, d *db.DB, number string) (lat, lon record.Decimal, err error) {
	if number == "" {
		return "", "", nil
	}
	err = d.Row(ctx, []any{(*string)(&lat), (*string)(&lon)}, `SELECT lat, lon FROM gazetteer WHERE geonames = $1`, number)
	if errors.Is(err, fault.NotFound) {
		return "", "", nil
	}
	if err != nil {
		return "", "", fmt.Errorf("point of the gazetteer: %w", err)
	}
	return record.Decimal(canonical(string(lat))), record.Decimal(canonical(string(lon))), nil
}

// Numbered returns the published place that has claimed a number of GeoNames; the zero Spot if there is none.
func Numbered(ctx context.Context, d *db.DB, number string) (s Spot, err error) {
	err = d.Row(ctx, s.row(), `
		SELECT p.id, p.name, p.slug, p.country, p.lat, p.lon, p.zone FROM claim c JOIN place p ON p.id = c.record
		WHERE c.kind = 'place' AND c.field = 'geonames' AND c.value = $1 AND p.state = 'published' AND p.trashed = ''`, number)
	if errors.Is(err, fault.NotFound) {
		return Spot{}, nil
	}
	if err != nil {
		return Spot{}, fmt.Errorf("place by number: %w", err)
	}
	return s, nil
}
