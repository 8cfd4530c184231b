package relation

import (
	"context"
	"fmt"
	"slices"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A Counterpart is where a partner side of a relation lies: its place or, of an organisation, the place of its seat.
type Counterpart struct {
	Relation record.ID
	Name     i18n.Text
	Country  string
	Lat, Lon record.Decimal

	// What follows only the page of one relation shows, and Counterparts leaves out.

	Side     record.ID
	Place    record.ID
	Slug     i18n.Text
	Zone     string
	Local    string // the language of the place itself
	Website  string
	Wikidata string
	GeoNames string
}

func (p *Counterpart) row() []any {
	return []any{(*string)(&p.Relation), (*string)(&p.Name), &p.Country, (*string)(&p.Lat), (*string)(&p.Lon)}
}

func (p *Counterpart) wholeRow() []any {
	return append(p.row(), &p.Side, &p.Place, (*string)(&p.Slug), &p.Zone, &p.Local, &p.Website, &p.Wikidata, &p.GeoNames)
}

// relationsPerQuery is how many relations one statement asks for; fewer are filled up with the last one, so that the
// statement is prepared once.
const relationsPerQuery = 50

const slots50 = `$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
	$26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50`

const counterpartColumns = `SELECT s.parent, p.name, p.country, p.lat, p.lon`

const fromCounterparts = `
	FROM relation_sides s
	LEFT JOIN organisation o ON o.id = s.party_organisation AND o.state = 'published' AND o.trashed = ''
	JOIN place p ON p.id = COALESCE(s.party_place, o.place)`

// CounterpartsOf returns the published places of the partner sides of one relation, in the order of its sides.
func CounterpartsOf(ctx context.Context, d *db.DB, relation record.ID) ([]Counterpart, error) {
	out, err := db.Collect(ctx, d, (*Counterpart).wholeRow, counterpartColumns+`, s.id, p.id, p.slug, p.zone, p.local, p.website, p.wikidata, p.geonames`+fromCounterparts+`
		WHERE s.parent = $1 AND p.state = 'published' AND p.trashed = '' ORDER BY s.position`, string(relation))
	if err != nil {
		return nil, fmt.Errorf("partners of relation: %w", err)
	}
	return out, nil
}

// Counterparts returns the same for many relations, by relation, as far as lists and maps show it.
func Counterparts(ctx context.Context, d *db.DB, relations []record.ID) (map[record.ID][]Counterpart, error) {
	out := map[record.ID][]Counterpart{}
	for some := range slices.Chunk(relations, relationsPerQuery) {
		args := make([]any, relationsPerQuery)
		for i := range args {
			args[i] = string(some[min(i, len(some)-1)])
		}
		var p Counterpart
		columns := p.row()
		err := d.Each(d.Brief(ctx), func(scan func(...any) error) error {
			if err := scan(columns...); err != nil {
				return err
			}
			out[p.Relation] = append(out[p.Relation], p)
			return nil
		}, counterpartColumns+fromCounterparts+`
			WHERE s.parent IN (`+slots50+`) AND p.state = 'published' AND p.trashed = '' ORDER BY s.parent, s.position`, args...)
		if err != nil {
			return nil, fmt.Errorf("partners of relations: %w", err)
		}
	}
	return out, nil
}

// A Spelling is another name of a partner place.
type Spelling struct {
	Name     string
	Lang     string
	Historic bool
}

// SpellingsOf returns the other names of the partner places of a relation.
func SpellingsOf(ctx context.Context, d *db.DB, relation record.ID) ([]Spelling, error) {
	out, err := db.Collect(ctx, d, func(s *Spelling) []any { return []any{&s.Name, &s.Lang, &s.Historic} }, `
		SELECT a.name, a.lang, a.historic FROM relation_sides s
		JOIN place p ON p.id = s.party_place AND p.state = 'published' AND p.trashed = ''
		JOIN place_aliases a ON a.parent = p.id
		WHERE s.parent = $1 ORDER BY s.position, a.position`, string(relation))
	if err != nil {
		return nil, fmt.Errorf("spellings of relation: %w", err)
	}
	return out, nil
}
