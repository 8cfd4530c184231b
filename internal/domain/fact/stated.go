package fact

import (
	"context"
	"fmt"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A Stated is a published fact, as a page shows it.
type Stated struct {
	ID        record.ID
	Subject   record.Ref
	Property  string
	Label     i18n.Text
	Number    record.Decimal
	Day       date.Partial
	Text      i18n.Text
	Unit      i18n.Text
	AsOf      date.Partial
	Qualifier Qualifier
	Side      Side
	Preferred bool
	Note      i18n.Text
	Sources   []Source
}

func (x *Stated) row() []any {
	return []any{
		&x.ID, &x.Subject.ID, &x.Subject.Kind, &x.Property, (*string)(&x.Label), (*string)(&x.Number), (*string)(&x.Day),
		(*string)(&x.Text), (*string)(&x.Unit), (*string)(&x.AsOf), &x.Qualifier, &x.Side, &x.Preferred, (*string)(&x.Note),
	}
}

const selectStated = `
	SELECT f.id, f.subject, f.subject_kind, f.property, f.label, f.number, f.day, f.text, f.unit, f.as_of, f.qualifier, f.side,
		f.preferred, f.note
	FROM fact f JOIN record j ON j.id = f.subject AND j.state = 'published' AND j.trashed = ''`

const selectSources = `
	SELECT f.id, x.title, x.url, x.read_on
	FROM fact f JOIN record j ON j.id = f.subject AND j.state = 'published' AND j.trashed = ''
	JOIN fact_sources x ON x.parent = f.id`

// published comes after a condition on the subject; the preferred value of a property comes first, then the youngest.
const published = ` AND f.state = 'published' AND f.trashed = ''`

// On returns what an office has published about one record, with sources.
func On(ctx context.Context, d *db.DB, office, subject record.ID) ([]Stated, error) {
	const these = ` WHERE f.subject = $1 AND f.office = $2` + published
	return stated(ctx, d, selectStated+these+` ORDER BY f.property, f.as_of, f.id`,
		selectSources+these+` ORDER BY f.id, x.position`, string(subject), string(office))
}

// OfRelation returns what an office has published about a relation and its partner places, with sources.
func OfRelation(ctx context.Context, d *db.DB, office, relation record.ID) ([]Stated, error) {
	const these = ` WHERE f.subject IN (SELECT $1 UNION SELECT s.party_place FROM relation_sides s WHERE s.parent = $1
		AND s.party_place IS NOT NULL) AND f.office = $2` + published
	return stated(ctx, d, selectStated+these+` ORDER BY f.property, f.as_of, f.id`,
		selectSources+these+` ORDER BY f.id, x.position`, string(relation), string(office))
}

// OnActors returns what an office has published about the organisations that support a record, with sources.
func OnActors(ctx context.Context, d *db.DB, office, supported record.ID) ([]Stated, error) {
	const these = ` WHERE f.subject IN (SELECT l.subject FROM link l WHERE l.object = $1 AND l.office = $2 AND l.role = 'supports'
		AND l.state = 'published' AND l.trashed = '') AND f.office = $2` + published
	return stated(ctx, d, selectStated+these+` ORDER BY f.property, f.as_of, f.id`,
		selectSources+these+` ORDER BY f.id, x.position`, string(supported), string(office))
}

// stated runs the statement that selects facts and the one that selects their sources, both with the same arguments.
func stated(ctx context.Context, d *db.DB, facts, sources string, args ...any) ([]Stated, error) {
	out, err := db.Collect(ctx, d, (*Stated).row, facts, args...)
	if err != nil {
		return nil, fmt.Errorf("facts: %w", err)
	}
	if len(out) == 0 {
		return nil, nil
	}
	at := map[record.ID]int{}
	for i := range out {
		at[out[i].ID] = i
	}
	type cited struct {
		Source
		fact record.ID
	}
	rows, err := db.Collect(ctx, d, func(c *cited) []any {
		return []any{&c.fact, &c.Title, &c.URL, (*string)(&c.Read)}
	}, sources, args...)
	if err != nil {
		return nil, fmt.Errorf("sources of facts: %w", err)
	}
	for _, c := range rows {
		if i, ok := at[c.fact]; ok {
			out[i].Sources = append(out[i].Sources, c.Source)
		}
	}
	return out, nil
}
