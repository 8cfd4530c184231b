package place

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// Lands returns the countries of a page of places, by id, and of bare places, by their number in the gazetteer.
func Lands(ctx context.Context, d *db.DB, places, bare []record.ID) (map[record.ID]string, error) {
	out := map[record.ID]string{}
	for _, q := range []struct {
		ids  []record.ID
		from string
	}{
		{places, `SELECT id, country FROM place WHERE id IN (`},
		{bare, `SELECT geonames, country FROM gazetteer WHERE geonames IN (`},
	} {
		if len(q.ids) == 0 {
			continue
		}
		marks, args := make([]string, len(q.ids)), make([]any, len(q.ids))
		for i, id := range q.ids {
			marks[i], args[i] = "$"+strconv.Itoa(i+1), string(id)
		}
		type row struct {
			id      record.ID
			country string
		}
		rows, err := db.Collect(ctx, d, func(r *row) []any { return []any{&r.id, &r.country} }, q.from+strings.Join(marks, ", ")+`)`, args...)
		if err != nil {
			return nil, fmt.Errorf("countries of places found: %w", err)
		}
		for _, r := range rows {
			out[r.id] = r.country
		}
	}
	return out, nil
}
