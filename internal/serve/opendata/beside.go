package opendata

import (
	"context"
	"slices"

	"kontor.example/internal/base/geo"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/engine/record"
)

// A naming row names other records.
type naming interface{ named() []record.ID }

// cardsOf returns the cards of all that the rows of a portion name.
func cardsOf[R naming](ctx context.Context, d *OpenData, rows []R) (map[record.ID]record.Card, error) {
	var ids []record.ID
	for _, r := range rows {
		ids = append(ids, r.named()...)
	}
	return d.Kernel.Cards(ctx, distinct(ids))
}

// points returns where published places lie, of those where that is known.
func (d *OpenData) points(ctx context.Context, places []record.ID) (map[record.ID]geo.Point, error) {
	return place.Points(ctx, d.Kernel.DB, distinct(places))
}

// placeOf returns the place that a party is; empty if it is none.
func placeOf(party record.Ref) record.ID {
	if party.Kind == "place" {
		return party.ID
	}
	return ""
}

// distinct returns the ids that there are, each once.
func distinct(ids []record.ID) []record.ID {
	slices.Sort(ids)
	return slices.DeleteFunc(slices.Compact(ids), func(id record.ID) bool { return id == "" })
}
