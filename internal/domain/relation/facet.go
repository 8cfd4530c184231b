package relation

import (
	"context"
	"fmt"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A Facet is one value by which the published relations of an office differ, and how many have it.
type Facet struct {
	Filter string // the name of the filter: "form", "country"
	Value  string // a code or an id
	Count  int    // of countries and units 0: they are not counted, only looked for
}

// Facets returns every value that a filter can take among the published relations of an office, so that a form offers only
// what leads somewhere. Units have their ids. What is not public itself, such as a draft of a partner, offers nothing.
func Facets(ctx context.Context, d *db.DB, office record.ID) ([]Facet, error) {
	o := string(office)
	out, err := db.Collect(ctx, d, func(f *Facet) []any { return []any{&f.Filter, &f.Value, &f.Count} }, `
		WITH mine AS (SELECT form, rgre_kind, status, own_side FROM relation
			WHERE office = $1 AND state = 'published' AND trashed = '')
		SELECT 'form', form, COUNT(*) FROM mine GROUP BY form
		UNION ALL SELECT 'rgre_kind', rgre_kind, COUNT(*) FROM mine WHERE rgre_kind <> '' GROUP BY rgre_kind
		UNION ALL SELECT 'status', status, COUNT(*) FROM mine WHERE status <> '' GROUP BY status
		UNION ALL SELECT 'own_side', own_side, COUNT(*) FROM mine GROUP BY own_side
		UNION ALL SELECT DISTINCT 'country', p.country, 0 FROM place p
			WHERE p.country <> '' AND p.state = 'published' AND p.trashed = '' AND (
				EXISTS (SELECT 1 FROM relation_sides s JOIN relation r ON r.id = s.parent
					WHERE s.party_place = p.id AND r.office = $2 AND r.state = 'published' AND r.trashed = '')
				OR EXISTS (SELECT 1 FROM organisation o JOIN relation_sides s ON s.party_organisation = o.id JOIN relation r ON r.id = s.parent
					WHERE o.place = p.id AND o.state = 'published' AND o.trashed = ''
						AND r.office = $3 AND r.state = 'published' AND r.trashed = ''))
		UNION ALL SELECT 'unit', o.id, 0 FROM organisation o WHERE o.state = 'published' AND o.trashed = ''
			AND EXISTS (SELECT 1 FROM relation_units u JOIN relation r ON r.id = u.parent
				WHERE u.unit = o.id AND r.office = $4 AND r.state = 'published' AND r.trashed = '')`, o, o, o, o)
	if err != nil {
		return nil, fmt.Errorf("facets of relations: %w", err)
	}
	return out, nil
}

// A Topic is a theme that published relations of an office have, or one above such a theme.
type Topic struct {
	ID, Parent record.ID
	Name, Slug i18n.Text
}

// Topics returns the themes in use by the published relations of an office, with those above them, in the order of their ids.
func Topics(ctx context.Context, d *db.DB, office record.ID) ([]Topic, error) {
	out, err := db.Collect(ctx, d, func(t *Topic) []any {
		return []any{&t.ID, &t.Parent, (*string)(&t.Name), (*string)(&t.Slug)}
	}, `
		WITH RECURSIVE used(id) AS (
			SELECT x.id FROM theme x WHERE EXISTS (SELECT 1 FROM relation_themes t JOIN relation r ON r.id = t.parent
				WHERE t.theme = x.id AND r.office = $1 AND r.state = 'published' AND r.trashed = '')
			UNION SELECT t.parent FROM theme t JOIN used u ON t.id = u.id
				WHERE t.parent IS NOT NULL AND t.state = 'published' AND t.trashed = '')
		SELECT t.id, t.parent, t.name, t.slug FROM theme t JOIN used u ON u.id = t.id
		WHERE t.state = 'published' AND t.trashed = '' ORDER BY t.id`, string(office))
	if err != nil {
		return nil, fmt.Errorf("themes of relations: %w", err)
	}
	return out, nil
}
