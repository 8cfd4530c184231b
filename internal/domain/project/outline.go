package project

import (
	"context"
	"fmt"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// An Outline is a project as other pages name it.
type Outline struct {
	ID      record.ID
	Title   i18n.Text
	Slug    i18n.Text
	Form    Form
	Summary i18n.Text
	Status  Status
	Starts  date.Partial
	Ends    date.Partial
}

func (o *Outline) row() []any {
	return []any{
		&o.ID, (*string)(&o.Title), (*string)(&o.Slug), &o.Form, (*string)(&o.Summary), &o.Status,
		(*string)(&o.Starts), (*string)(&o.Ends),
	}
}

// OfRelation returns the published projects that belong to a relation, the youngest first.
func OfRelation(ctx context.Context, d *db.DB, office, relation record.ID) ([]Outline, error) {
	out, err := db.Collect(ctx, d, (*Outline).row, `
		SELECT p.id, p.title, p.slug, p.form, p.summary, p.status, p.starts, p.ends FROM project p
		WHERE p.id IN (SELECT parent FROM project_relations WHERE relation = $1)
			AND p.office = $2 AND p.state = 'published' AND p.trashed = ''
		ORDER BY p.starts DESC, p.id`, string(relation), string(office))
	if err != nil {
		return nil, fmt.Errorf("projects of relation: %w", err)
	}
	return out, nil
}

// A Reached is an indicator of a project together with its latest result.
type Reached struct {
	Project record.ID
	Label   i18n.Text
	Unit    i18n.Text
	Target  record.Decimal
	Value   record.Decimal
	How     Qualifier
	On      date.Partial
	Source  string
}

// Highlights returns up to limit published projects of an office for its home page: those that can show what they have
// reached, then those that belong to a relation, then the others; the youngest first.
func Highlights(ctx context.Context, d *db.DB, office record.ID, limit int) ([]Outline, error) {
	out, err := db.Collect(ctx, d, (*Outline).row, `
		SELECT p.id, p.title, p.slug, p.form, p.summary, p.status, p.starts, p.ends FROM project p
		WHERE p.office = $1 AND p.state = 'published' AND p.trashed = ''
		ORDER BY CASE WHEN EXISTS (SELECT 1 FROM project_results r WHERE r.parent = p.id) THEN 0
			WHEN EXISTS (SELECT 1 FROM project_relations x WHERE x.parent = p.id) THEN 1 ELSE 2 END, p.starts DESC, p.id
		LIMIT $2 + 0`, string(office), limit)
	if err != nil {
		return nil, fmt.Errorf("highlights of projects: %w", err)
	}
	return out, nil
}

// ReachedBy returns the indicators of a project that have a target and a result, each with its latest result.
func ReachedBy(ctx context.Context, d *db.DB, project record.ID) ([]Reached, error) {
	rows, err := db.Collect(ctx, d, func(x *Reached) []any {
		return []any{
			&x.Project, (*string)(&x.Label), (*string)(&x.Unit), (*string)(&x.Target), (*string)(&x.Value),
			&x.How, (*string)(&x.On), &x.Source,
		}
	}, `
		SELECT i.parent, i.label, i.unit, i.target, r.value, r.qualifier, r.on_date, r.source
		FROM project_indicators i JOIN project_results r ON r.parent = i.parent AND r.indicator = i.code
		WHERE i.parent = $1 AND i.target <> ''
			AND NOT EXISTS (SELECT 1 FROM project_results l WHERE l.parent = r.parent AND l.indicator = r.indicator
				AND (l.on_date > r.on_date OR l.on_date = r.on_date AND l.position > r.position))
		ORDER BY i.position`, string(project))
	if err != nil {
		return nil, fmt.Errorf("results of project: %w", err)
	}
	return rows, nil
}
