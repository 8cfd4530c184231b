package place

import (
	"context"
	"fmt"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A Mention is a place to which published records of an office refer, and how many of each kind do.
type Mention struct {
	ID        record.ID
	Local     string // the language of the place itself
	Country   string // empty if it is not known
	Relations int
	Projects  int
	Networks  int // in which both the place and the office take part
}

// mentions are the pairs of a place and what refers to it, some of them twice: relations by their sides or the seat of an
// organisation, projects by partners, sites and the sides of their relations, networks by their known members, and the
// office by its home. counted counts each once: to leave out the second while they are gathered takes twice as long.
const mentions = `
	WITH works AS (SELECT id FROM project WHERE office = $1 AND state = 'published' AND trashed = ''),
	nets AS (SELECT n.id FROM network n WHERE n.state = 'published' AND n.trashed = '' AND n.id IN (
		SELECT m.network FROM membership m WHERE m.office = $1 AND m.state = 'published' AND m.trashed = '')),
	seats AS (SELECT id, place FROM organisation WHERE place IS NOT NULL AND state = 'published' AND trashed = ''),
	mentions AS (
		SELECT COALESCE(s.party_place, o.place) AS place, 'relation' AS kind, r.id FROM relation r
			JOIN relation_sides s ON s.parent = r.id LEFT JOIN seats o ON o.id = s.party_organisation
			WHERE r.office = $1 AND r.state = 'published' AND r.trashed = ''
		UNION ALL SELECT own_place, 'relation', id FROM relation
			WHERE office = $1 AND state = 'published' AND trashed = '' AND own_place IS NOT NULL
		UNION ALL SELECT COALESCE(x.party_place, o.place), 'project', w.id FROM works w
			JOIN project_partners x ON x.parent = w.id LEFT JOIN seats o ON o.id = x.party_organisation
		UNION ALL SELECT x.place, 'project', w.id FROM works w JOIN project_sites x ON x.parent = w.id
		UNION ALL SELECT s.party_place, 'project', w.id FROM works w JOIN project_relations x ON x.parent = w.id
			JOIN relation r ON r.id = x.relation AND r.office = $1 AND r.state = 'published' AND r.trashed = ''
			JOIN relation_sides s ON s.parent = r.id
		UNION ALL SELECT COALESCE(x.party_place, o.place), 'network', n.id FROM nets n
			JOIN network_members x ON x.parent = n.id LEFT JOIN seats o ON o.id = x.party_organisation
		UNION ALL SELECT f.home, 'office', f.id FROM office f WHERE f.id = $1),
	counted AS (SELECT place, COUNT(DISTINCT CASE WHEN kind = 'relation' THEN id END) AS relations,
		COUNT(DISTINCT CASE WHEN kind = 'project' THEN id END) AS projects, COUNT(DISTINCT CASE WHEN kind = 'network' THEN id END) AS networks
		FROM mentions WHERE place IS NOT NULL GROUP BY place)`

// Mentioned returns the published places to which published records of an office refer, by name in the alphabet of lang.
// It walks over all of them: to be remembered until the content changes.
func Mentioned(ctx context.Context, d *db.DB, office record.ID, lang i18n.Lang) ([]Mention, error) {
	out, err := db.Collect(ctx, d, func(m *Mention) []any {
		return []any{&m.ID, &m.Local, &m.Country, &m.Relations, &m.Projects, &m.Networks}
	}, mentions+`
		SELECT p.id, p.local, p.country, c.relations, c.projects, c.networks
		FROM counted c JOIN place p ON p.id = c.place
		WHERE p.state = 'published' AND p.trashed = ''
		ORDER BY CASE WHEN CAST($2 AS TEXT) = 'en' THEN p.name_key_en ELSE p.name_key_de END, p.id`,
		string(office), string(lang))
	if err != nil {
		return nil, fmt.Errorf("places of office: %w", err)
	}
	return out, nil
}

// mostListed bounds each list on the page of a place: more than that nobody reads there, and the lists of relations and
// projects have them all.
const mostListed = 200

// A Tie is a published relation of an office with a place, as the place's page shows it.
type Tie struct {
	ID      record.ID
	Title   i18n.Text
	Slug    i18n.Text
	Summary i18n.Text
	Form    string // of the relation
	OwnSide string
	Since   date.Partial
	Note    i18n.Text // on that beginning
	Status  string
	Sides   int // how many partners it has

	// Of the place's own side, where it is one.
	SideSince, SideUntil date.Partial
	SideStatus           string
}

// TiesWith returns the published relations of an office of which a place is a side, the seat of a side, or the own
// district; the oldest first.
func TiesWith(ctx context.Context, d *db.DB, office, place record.ID) ([]Tie, error) {
	out, err := db.Collect(ctx, d, func(t *Tie) []any {
		return []any{
			&t.ID, (*string)(&t.Title), (*string)(&t.Slug), (*string)(&t.Summary), &t.Form, &t.OwnSide, (*string)(&t.Since),
			(*string)(&t.Note), &t.Status, &t.Sides, (*string)(&t.SideSince), (*string)(&t.SideUntil), &t.SideStatus,
		}
	}, `
		SELECT r.id, r.title, r.slug, r.summary, r.form, r.own_side, r.since, r.since_note, r.status,
			(SELECT COUNT(*) FROM relation_sides s WHERE s.parent = r.id),
			COALESCE(x.since, ''), COALESCE(x.until, ''), COALESCE(x.status, '')
		FROM relation r LEFT JOIN relation_sides x ON x.id = (SELECT s.id FROM relation_sides s
			WHERE s.parent = r.id AND s.party_place = $2 ORDER BY s.position LIMIT 1)
		WHERE r.office = $1 AND r.state = 'published' AND r.trashed = '' AND (r.own_place = $2
			OR r.id IN (SELECT parent FROM relation_sides WHERE party_place = $2)
			OR r.id IN (SELECT s.parent FROM organisation o JOIN relation_sides s ON s.party_organisation = o.id
				WHERE o.place = $2 AND o.state = 'published' AND o.trashed = ''))
		ORDER BY r.since, r.id LIMIT $3 + 0`, string(office), string(place), mostListed)
	if err != nil {
		return nil, fmt.Errorf("relations with place: %w", err)
	}
	return out, nil
}

// A Work is a published project of an office at a place, as the place's page shows it.
type Work struct {
	ID           record.ID
	Title        i18n.Text
	Slug         i18n.Text
	Summary      i18n.Text
	Form         string // of the project
	Status       string
	Starts, Ends date.Partial
}

// WorksAt returns the published projects of an office that take place there: the place, or an organisation seated there,
// is a partner, something of the project stands there, or it belongs to a relation with the place. The youngest come
// first.
func WorksAt(ctx context.Context, d *db.DB, office, place record.ID) ([]Work, error) {
	out, err := db.Collect(ctx, d, func(w *Work) []any {
		return []any{&w.ID, (*string)(&w.Title), (*string)(&w.Slug), (*string)(&w.Summary), &w.Form, &w.Status, (*string)(&w.Starts), (*string)(&w.Ends)}
	}, `
		SELECT p.id, p.title, p.slug, p.summary, p.form, p.status, p.starts, p.ends FROM project p
		WHERE p.office = $1 AND p.state = 'published' AND p.trashed = '' AND (
			p.id IN (SELECT parent FROM project_partners WHERE party_place = $2)
			OR p.id IN (SELECT parent FROM project_sites WHERE place = $2)
			OR p.id IN (SELECT x.parent FROM relation_sides s JOIN relation r ON r.id = s.parent AND r.state = 'published' AND r.trashed = ''
				JOIN project_relations x ON x.relation = r.id WHERE s.party_place = $2)
			OR p.id IN (SELECT x.parent FROM organisation o JOIN project_partners x ON x.party_organisation = o.id
				WHERE o.place = $2 AND o.state = 'published' AND o.trashed = ''))
		ORDER BY p.starts DESC, p.id LIMIT $3 + 0`, string(office), string(place), mostListed)
	if err != nil {
		return nil, fmt.Errorf("projects at place: %w", err)
	}
	return out, nil
}

// A Circle is a published network of which a place is a known member.
type Circle struct {
	ID     record.ID
	Name   i18n.Text
	Slug   i18n.Text
	Form   string // of the network
	Ours   bool   // the office takes part too
	Note   i18n.Text
	Source string
}

// CirclesOf returns the published networks of which a place, or an organisation seated there, is a known member.
func CirclesOf(ctx context.Context, d *db.DB, office, place record.ID) ([]Circle, error) {
	out, err := db.Collect(ctx, d, func(c *Circle) []any {
		return []any{&c.ID, (*string)(&c.Name), (*string)(&c.Slug), &c.Form, &c.Ours, (*string)(&c.Note), &c.Source}
	}, `
		SELECT n.id, n.name, n.slug, n.form, EXISTS (SELECT 1 FROM membership m WHERE m.network = n.id AND m.office = $1
			AND m.until = '' AND m.state = 'published' AND m.trashed = ''), x.note, x.source
		FROM network_members x JOIN network n ON n.id = x.parent
		LEFT JOIN organisation o ON o.id = x.party_organisation AND o.state = 'published' AND o.trashed = ''
		WHERE COALESCE(x.party_place, o.place) = $2 AND n.state = 'published' AND n.trashed = ''
		ORDER BY n.name_key_de, n.id, x.position LIMIT $3 + 0`, string(office), string(place), mostListed)
	if err != nil {
		return nil, fmt.Errorf("networks of place: %w", err)
	}
	return out, nil
}
