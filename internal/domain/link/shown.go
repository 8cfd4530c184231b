package link

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// shown selects for records that have no page of their own, from $2 on, the published record of office $1 on whose page each
// stands: the first that a link ties it to, else the first that names it as partner, unit or paper, else a network in which
// the office takes part with it, through it or under its secretariat.
const shown = `
	SELECT q.id, COALESCE(
		(SELECT r.id FROM link l JOIN record r ON r.id = l.object AND (r.kind IN ('relation', 'project') AND r.office = $1 OR r.kind = 'network')
			WHERE l.subject = q.id AND l.office = $1 AND l.state = 'published' AND l.trashed = ''
				AND r.state = 'published' AND r.trashed = '' ORDER BY r.id LIMIT 1),
		(SELECT r.id FROM link l JOIN record r ON r.id = l.subject AND (r.kind IN ('relation', 'project') AND r.office = $1 OR r.kind = 'network')
			WHERE l.object = q.id AND l.office = $1 AND l.state = 'published' AND l.trashed = ''
				AND r.state = 'published' AND r.trashed = '' ORDER BY r.id LIMIT 1),
		(SELECT r.id FROM relation_sides x JOIN relation r ON r.id = x.parent
			WHERE x.party_organisation = q.id AND r.office = $1 AND r.state = 'published' AND r.trashed = '' ORDER BY r.id LIMIT 1),
		(SELECT r.id FROM relation_units x JOIN relation r ON r.id = x.parent
			WHERE x.unit = q.id AND r.office = $1 AND r.state = 'published' AND r.trashed = '' ORDER BY r.id LIMIT 1),
		(SELECT r.id FROM relation r
			WHERE r.own_unit = q.id AND r.office = $1 AND r.state = 'published' AND r.trashed = '' ORDER BY r.id LIMIT 1),
		(SELECT r.id FROM relation_history x JOIN relation r ON r.id = x.parent
			WHERE x.resolution = q.id AND r.office = $1 AND r.state = 'published' AND r.trashed = '' ORDER BY r.id LIMIT 1),
		(SELECT r.id FROM agreement a JOIN relation r ON r.id = a.relation
			WHERE a.paper = q.id AND a.office = $1 AND a.state = 'published' AND a.trashed = ''
				AND r.state = 'published' AND r.trashed = '' ORDER BY r.id LIMIT 1),
		(SELECT r.id FROM project_partners x JOIN project r ON r.id = x.parent
			WHERE x.party_organisation = q.id AND r.office = $1 AND r.state = 'published' AND r.trashed = '' ORDER BY r.id LIMIT 1),
		(SELECT r.id FROM project_units x JOIN project r ON r.id = x.parent
			WHERE x.unit = q.id AND r.office = $1 AND r.state = 'published' AND r.trashed = '' ORDER BY r.id LIMIT 1),
		(SELECT r.id FROM network_members x JOIN network r ON r.id = x.parent
			JOIN membership m ON m.network = r.id AND m.office = $1 AND m.state = 'published' AND m.trashed = ''
			WHERE x.party_organisation = q.id AND r.state = 'published' AND r.trashed = '' ORDER BY r.id LIMIT 1),
		(SELECT r.id FROM membership m JOIN network r ON r.id = m.network
			WHERE m.unit = q.id AND m.office = $1 AND m.state = 'published' AND m.trashed = ''
				AND r.state = 'published' AND r.trashed = '' ORDER BY r.id LIMIT 1),
		(SELECT r.id FROM network r JOIN membership m ON m.network = r.id AND m.office = $1 AND m.state = 'published' AND m.trashed = ''
			WHERE r.secretariat = q.id AND r.state = 'published' AND r.trashed = '' ORDER BY r.id LIMIT 1),
		'')
	FROM record q WHERE q.id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`

// shownAtATime is how many records one statement looks up; fewer are filled up with the last one, so that it is prepared once.
const shownAtATime = 20

// ShownOn returns on the page of which record of an office each of some organisations and council papers stands. Those that
// no page shows are not among them.
func ShownOn(ctx context.Context, d *db.DB, office record.ID, ids []record.ID) (map[record.ID]record.ID, error) {
	out := map[record.ID]record.ID{}
	for some := range slices.Chunk(ids, shownAtATime) {
		args := []any{string(office)}
		for i := range shownAtATime {
			args = append(args, string(some[min(i, len(some)-1)]))
		}
		type row struct{ id, on record.ID }
		rows, err := db.Collect(d.Brief(ctx), d, func(r *row) []any { return []any{&r.id, &r.on} }, shown, args...)
		if err != nil {
			return nil, fmt.Errorf("where records are shown: %w", err)
		}
		for _, r := range rows {
			if r.on != "" {
				out[r.id] = r.on
			}
		}
	}
	return out, nil
}

// mostSteps is how far a record may be from a page: a fact tells of a society, and that stands on the page of a relation. What
// joins records of any kind is joined by none, so no way is longer.
const mostSteps = 2

// Tellers returns for records that have no page of their own the published one whose page in the portal of an office tells of
// each, if there is one: that which it joins, or that which names it, or where that one stands if it has no page either. paged
// says whether records of a kind have pages.
func Tellers(
	ctx context.Context, k *record.Kernel, office record.ID, pageless []record.Abstract, paged func(kind string) bool,
) (map[record.ID]record.Card, error) {
	return tellers(ctx, k, office, pageless, paged, mostSteps)
}

func tellers(
	ctx context.Context, k *record.Kernel, office record.ID, pageless []record.Abstract, paged func(kind string) bool, steps int,
) (map[record.ID]record.Card, error) {
	if len(pageless) == 0 || steps == 0 {
		return nil, nil
	}
	next, err := nextTo(ctx, k.DB, office, pageless)
	if err != nil {
		return nil, err
	}
	ids := slices.Sorted(maps.Values(next))
	found, err := k.Abstracts(ctx, slices.Compact(ids))
	if err != nil {
		return nil, err
	}
	told := make(map[record.ID]record.Card, len(next))
	var further []record.Abstract
	for id, x := range found {
		if ours := x.Office == office || x.Office == record.SharedOffice; !x.Public || !ours {
			delete(found, id)
		} else if !paged(x.Kind) {
			further = append(further, x)
		}
	}
	beyond, err := tellers(ctx, k, office, further, paged, steps-1)
	for id, by := range next {
		card, there := beyond[by]
		if x, ok := found[by]; ok && paged(x.Kind) {
			card, there = x.Card, true
		}
		if there {
			told[id] = card
		}
	}
	return told, err
}

// nextTo returns for each record the first one that it joins, or that on whose page it stands.
func nextTo(ctx context.Context, d *db.DB, office record.ID, pageless []record.Abstract) (map[record.ID]record.ID, error) {
	var named []record.ID
	joined := map[record.ID]record.ID{}
	for _, x := range pageless {
		if x.Joins != "" {
			joined[x.ID] = x.Joins
		} else {
			named = append(named, x.ID)
		}
	}
	next, err := ShownOn(ctx, d, office, named)
	if err != nil {
		return nil, err
	}
	maps.Copy(next, joined)
	return next, nil
}
