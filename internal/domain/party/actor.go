package party

import (
	"context"
	"fmt"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// An Actor is an organisation that carries a record, as a page shows it.
type Actor struct {
	ID           record.ID
	Name         i18n.Text
	Slug         i18n.Text
	Form         Form
	Summary      i18n.Text
	Website      string
	Seat         i18n.Text // the name of its place
	Since, Until date.Partial
	Source       string // where the tie is stated
}

// Actors returns the published organisations that support a record, by the links that say so.
func Actors(ctx context.Context, d *db.DB, office, id record.ID) ([]Actor, error) {
	out, err := db.Collect(ctx, d, func(a *Actor) []any {
		return []any{
			&a.ID, (*string)(&a.Name), (*string)(&a.Slug), &a.Form, (*string)(&a.Summary), &a.Website,
			(*string)(&a.Seat), (*string)(&a.Since), (*string)(&a.Until), &a.Source,
		}
	}, `
		SELECT o.id, o.name, o.slug, o.form, o.summary, o.website, COALESCE(CAST(p.name AS TEXT), '{}'), l.since, l.until, l.source
		FROM link l JOIN organisation o ON o.id = l.subject
		LEFT JOIN place p ON p.id = o.place AND p.state = 'published' AND p.trashed = ''
		WHERE l.object = $1 AND l.office = $2 AND l.role = 'supports' AND l.state = 'published' AND l.trashed = ''
			AND o.state = 'published' AND o.trashed = ''
		ORDER BY o.name_key_de, o.id`, string(id), string(office))
	if err != nil {
		return nil, fmt.Errorf("actors: %w", err)
	}
	return out, nil
}
