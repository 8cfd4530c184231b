package paper

import (
	"context"
	"fmt"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A Reference is a council paper as other pages name it.
type Reference struct {
	ID         record.ID
	Number     string
	Title      i18n.Text
	Body       i18n.Text
	Dated      date.Partial
	Decided    date.Partial
	Result     Result
	Resolution i18n.Text
	Website    string
}

// Behind returns the published papers on which a record rests: those linked with it and, of a relation, those
// of its history and agreements. The oldest comes first.
func Behind(ctx context.Context, d *db.DB, office, id record.ID) ([]Reference, error) {
	out, err := db.Collect(ctx, d, func(p *Reference) []any {
		return []any{
			&p.ID, &p.Number, (*string)(&p.Title), (*string)(&p.Body), (*string)(&p.Dated), (*string)(&p.Decided),
			&p.Result, (*string)(&p.Resolution), &p.Website,
		}
	}, `
		SELECT id, number, title, body, dated, decided, result, resolution, website FROM paper
		WHERE id IN (
			SELECT resolution FROM relation_history WHERE parent = $1 AND resolution IS NOT NULL
			UNION SELECT paper FROM agreement WHERE relation = $1 AND paper IS NOT NULL AND office = $2 AND state = 'published' AND trashed = ''
			UNION SELECT subject FROM link WHERE object = $1 AND subject_kind = 'paper' AND office = $2 AND state = 'published' AND trashed = ''
			UNION SELECT object FROM link WHERE subject = $1 AND object_kind = 'paper' AND office = $2 AND state = 'published' AND trashed = '')
			AND state = 'published' AND trashed = ''
		ORDER BY CASE WHEN decided <> '' THEN decided ELSE dated END, number, id`, string(id), string(office))
	if err != nil {
		return nil, fmt.Errorf("papers behind record: %w", err)
	}
	return out, nil
}
