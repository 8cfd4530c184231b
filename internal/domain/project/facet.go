package project

import (
	"context"
	"fmt"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A Facet is one value by which the published projects of an office differ, and how many have it.
type Facet struct {
	Filter string // the name of the filter: "form", "place"
	Value  string // a code or an id
	Count  int
}

// Facets counts the published projects of an office by every value that a filter can take, so that a form offers only
// what leads somewhere. Programmes and places have their ids; a project is at a place if that is a partner, or a side of a
// relation that the project belongs to.
func Facets(ctx context.Context, d *db.DB, office record.ID) ([]Facet, error) {
	out, err := db.Collect(ctx, d, func(f *Facet) []any { return []any{&f.Filter, &f.Value, &f.Count} }, `
		WITH mine AS (SELECT id, form, status, programme FROM project
			WHERE office = $1 AND state = 'published' AND trashed = ''),
		at AS (SELECT m.id, x.party_place AS place FROM mine m JOIN project_partners x ON x.parent = m.id
			WHERE x.party_place IS NOT NULL
			UNION SELECT m.id, s.party_place FROM mine m JOIN project_relations r ON r.parent = m.id
			JOIN relation x ON x.id = r.relation AND x.state = 'published' AND x.trashed = ''
			JOIN relation_sides s ON s.parent = x.id WHERE s.party_place IS NOT NULL)
		SELECT 'form', form, COUNT(*) FROM mine GROUP BY form
		UNION ALL SELECT 'status', status, COUNT(*) FROM mine WHERE status <> '' GROUP BY status
		UNION ALL SELECT 'programme', m.programme, COUNT(*) FROM mine m
			JOIN programme p ON p.id = m.programme AND p.state = 'published' AND p.trashed = '' GROUP BY m.programme
		UNION ALL SELECT 'place', a.place, COUNT(*) FROM at a
			JOIN place p ON p.id = a.place AND p.state = 'published' AND p.trashed = '' GROUP BY a.place`, string(office))
	if err != nil {
		return nil, fmt.Errorf("facets of projects: %w", err)
	}
	return out, nil
}

// A Topic is a theme that published projects of an office have, or one above such a theme.
type Topic struct {
	ID, Parent record.ID
	Name, Slug i18n.Text
}

// Topics returns the themes in use by the published projects of an office, with those above them, in the order of their ids.
func Topics(ctx context.Context, d *db.DB, office record.ID) ([]Topic, error) {
	out, err := db.Collect(ctx, d, func(t *Topic) []any {
		return []any{&t.ID, &t.Parent, (*string)(&t.Name), (*string)(&t.Slug)}
	}, `
		WITH RECURSIVE used(id) AS (
			SELECT t.theme FROM project p JOIN project_themes t ON t.parent = p.id
			WHERE p.office = $1 AND p.state = 'published' AND p.trashed = ''
			UNION SELECT t.parent FROM theme t JOIN used u ON t.id = u.id
				WHERE t.parent IS NOT NULL AND t.state = 'published' AND t.trashed = '')
		SELECT t.id, t.parent, t.name, t.slug FROM theme t JOIN used u ON u.id = t.id
		WHERE t.state = 'published' AND t.trashed = '' ORDER BY t.id`, string(office))
	if err != nil {
		return nil, fmt.Errorf("themes of projects: %w", err)
	}
	return out, nil
}

// A Fund is a programme as the page of a project names it.
type Fund struct {
	ID           record.ID
	Name         i18n.Text
	Slug         i18n.Text
	Funder       i18n.Text
	Summary      i18n.Text
	Starts, Ends date.Partial
	Website      string
}

// FundOf returns the published programmes of a project: one or none.
func FundOf(ctx context.Context, d *db.DB, project record.ID) ([]Fund, error) {
	out, err := db.Collect(ctx, d, func(f *Fund) []any {
		return []any{
			&f.ID, (*string)(&f.Name), (*string)(&f.Slug), (*string)(&f.Funder), (*string)(&f.Summary),
			(*string)(&f.Starts), (*string)(&f.Ends), &f.Website,
		}
	}, `
		SELECT g.id, g.name, g.slug, g.funder, g.summary, g.starts, g.ends, g.website
		FROM project p JOIN programme g ON g.id = p.programme
		WHERE p.id = $1 AND g.state = 'published' AND g.trashed = ''`, string(project))
	if err != nil {
		return nil, fmt.Errorf("programme of project: %w", err)
	}
	return out, nil
}
