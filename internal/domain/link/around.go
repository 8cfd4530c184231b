package link

import (
	"context"
	"fmt"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A Tie is a published link as seen from one of its ends, with what a page shows of the other end.
type Tie struct {
	Other        record.Card
	Role         Role
	Out          bool // the record at hand is the subject: it does to the other what the role says
	Since, Until date.Partial
	Note         i18n.Text
	Source       string
}

// Around returns the published links of a record whose other end is public too, with what that is a part of.
func Around(ctx context.Context, d *db.DB, office, id record.ID) ([]Tie, error) {
	out, err := db.Collect(ctx, d, func(t *Tie) []any {
		return []any{
			&t.Other.ID, &t.Other.Kind, (*string)(&t.Other.Title), (*string)(&t.Other.Slug), &t.Role, &t.Out,
			(*string)(&t.Since), (*string)(&t.Until), (*string)(&t.Note), &t.Source,
		}
	}, `
		SELECT r.id, r.kind, r.title, r.slug, l.role, TRUE, l.since, l.until, l.note, l.source
		FROM link l JOIN record r ON r.id = l.object
		WHERE l.subject = $1 AND l.office = $2 AND l.state = 'published' AND l.trashed = '' AND r.state = 'published' AND r.trashed = ''
			AND (r.joined IS NULL OR EXISTS (SELECT 1 FROM record w WHERE w.id = r.joined AND w.state = 'published' AND w.trashed = ''))
		UNION ALL
		SELECT r.id, r.kind, r.title, r.slug, l.role, FALSE, l.since, l.until, l.note, l.source
		FROM link l JOIN record r ON r.id = l.subject
		WHERE l.object = $1 AND l.office = $2 AND l.state = 'published' AND l.trashed = '' AND r.state = 'published' AND r.trashed = ''
			AND (r.joined IS NULL OR EXISTS (SELECT 1 FROM record w WHERE w.id = r.joined AND w.state = 'published' AND w.trashed = ''))`,
		string(id), string(office))
	if err != nil {
		return nil, fmt.Errorf("links of record: %w", err)
	}
	return out, nil
}
