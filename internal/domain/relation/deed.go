package relation

import (
	"context"
	"fmt"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A Deed is a published agreement of a relation, as its page shows it.
type Deed struct {
	ID        record.ID
	Title     i18n.Text
	Form      AgreementForm
	Summary   i18n.Text
	Signed    date.Partial
	InForce   date.Partial
	Ends      date.Partial
	Place     i18n.Text
	Languages string
	Prevails  string
	Source    string
	Dates     []SideDate // the days that the sides name
}

// DeedsOf returns the published agreements of a relation, those of its own office, by the day of signing. Those of a relation that is not public
// are not asked for: whoever shows them has read the relation.
func DeedsOf(ctx context.Context, d *db.DB, office, relation record.ID) ([]Deed, error) {
	out, err := db.Collect(ctx, d, func(x *Deed) []any {
		return []any{
			&x.ID, (*string)(&x.Title), &x.Form, (*string)(&x.Summary), (*string)(&x.Signed), (*string)(&x.InForce),
			(*string)(&x.Ends), (*string)(&x.Place), &x.Languages, &x.Prevails, &x.Source,
		}
	}, `
		SELECT id, title, form, summary, signed, in_force, ends, place, languages, prevails, source FROM agreement
		WHERE relation = $1 AND office = $2 AND state = 'published' AND trashed = '' ORDER BY signed, id`, string(relation), string(office))
	if err != nil {
		return nil, fmt.Errorf("agreements of relation: %w", err)
	}
	if len(out) == 0 {
		return nil, nil
	}
	at := map[record.ID]int{}
	for i := range out {
		at[out[i].ID] = i
	}
	type dated struct {
		SideDate
		agreement record.ID
	}
	dates, err := db.Collect(ctx, d, func(x *dated) []any {
		return []any{&x.agreement, &x.Side, (*string)(&x.On), (*string)(&x.Note), &x.Source}
	}, `
		SELECT x.parent, x.side, x.on_date, x.note, x.source FROM agreement a JOIN agreement_dates x ON x.parent = a.id
		WHERE a.relation = $1 AND a.office = $2 AND a.state = 'published' AND a.trashed = '' ORDER BY x.parent, x.position`,
		string(relation), string(office))
	if err != nil {
		return nil, fmt.Errorf("dates of agreements: %w", err)
	}
	for _, x := range dates {
		if i, ok := at[x.agreement]; ok {
			out[i].Dates = append(out[i].Dates, x.SideDate)
		}
	}
	return out, nil
}
