package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kontor.example/bench/gen"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A table takes rows and inserts many of them with one statement.
type table struct {
	into string // name and columns
	cols int
	args []any
}

func newTable(name, columns string) *table {
	return &table{name + " (" + columns + ")", strings.Count(columns, ",") + 1, nil}
}

// add takes a row; the row is inserted by the next flush.
func (t *table) add(row ...any) {
	if len(row) != t.cols {
		panic(fmt.Sprintf("%d values for %s", len(row), t.into))
	}
	t.args = append(t.args, row...)
}

// rowsAtOnce keeps the number of arguments of a statement below what SQLite and PostgreSQL take.
const rowsAtOnce = 100

func (t *table) flush(ctx context.Context, tx *db.DB) error {
	for args := range slices.Chunk(t.args, rowsAtOnce*t.cols) {
		if _, err := tx.Exec(ctx, t.insert(len(args)), args...); err != nil {
			return fmt.Errorf("insert into %s: %w", t.into, err)
		}
	}
	t.args = t.args[:0]
	return nil
}

// insert returns the statement for so many arguments.
func (t *table) insert(args int) string {
	var b strings.Builder
	b.WriteString("INSERT INTO " + t.into + " VALUES ")
	for i := range args {
		switch {
		case i == 0:
			b.WriteByte('(')
		case i%t.cols == 0:
			b.WriteString("), (")
		default:
			b.WriteString(", ")
		}
		b.WriteString("$" + strconv.Itoa(i+1))
	}
	return b.String() + ")"
}

// The columns that every kind of record has.
const base = "id, version, office, state, slug, confirmed_on, review_due, created_at, created_by, changed_at, changed_by, trashed"

// A filler holds the tables that are filled.
type filler struct {
	w *world

	records, slugs, places, offices, themes, organisations, relations, sides, steps, themeParts *table
	agreements, agreementDates, facts, factSources                                              *table
}

func newFiller(w *world) *filler {
	const keys = ", name_key_de, name_key_en"
	const part = "id, parent, position, "
	return &filler{
		w:       w,
		records: newTable("record", "id, kind, office, state, trashed, title, slug"),
		slugs:   newTable("slug", "kind, office, name, record"),
		places: newTable("place", base+", name, level, country, parent, lat, lon, zone, local, website, wikidata, geonames, ags, nuts, about"+
			keys),
		offices: newTable("office", base+", name, city, host, home, zone, accent, address, email, phone, notice, statement"+keys),
		themes:  newTable("theme", base+", name, about, parent, replaced_by"+keys),
		organisations: newTable("organisation", base+", name, short, form, parent, place, since, until, replaced_by, summary, about, website,"+
			" email, phone, address, contact"+keys),
		relations: newTable("relation", base+", title, summary, about, form, rgre_kind, rgre_inferred, own_side, own_place, own_unit, since,"+
			" since_note, until, status, website, contact, notes, title_key_de, title_key_en"),
		sides:      newTable("relation_sides", part+"party_place, party_organisation, label, since, until, status, document"),
		steps:      newTable("relation_history", part+"status, on_date, reason, wording, resolution, source"),
		themeParts: newTable("relation_themes", part+"theme, since, until"),
		agreements: newTable("agreement", base+", relation, title, form, summary, signed, in_force, ends, notice_by, retention, place,"+
			" languages, prevails, paper, source, title_key_de, title_key_en"),
		agreementDates: newTable("agreement_dates", part+"side, on_date, note, source"),
		facts: newTable("fact", base+", subject, subject_kind, property, label, number, day, text, unit, as_of, qualifier, side,"+
			" preferred, note"),
		factSources: newTable("fact_sources", part+"title, url, read_on"),
	}
}

// inOrder lists the tables so that what is referred to comes first.
func (f *filler) inOrder() []*table {
	return []*table{
		f.records, f.places, f.offices, f.slugs, f.themes, f.organisations, f.relations, f.sides, f.steps, f.themeParts,
		f.agreements, f.agreementDates, f.facts, f.factSources,
	}
}

func (f *filler) flush(ctx context.Context, tx *db.DB) error {
	for _, t := range f.inOrder() {
		if err := t.flush(ctx, tx); err != nil {
			return err
		}
	}
	return nil
}

// errUsed says that a database holds records that the benchmark did not make.
var errUsed = errors.New("the database holds other records; the benchmark needs one of its own")

// filled reports whether the database holds the benchmark's n relations already.
func filled(ctx context.Context, d *db.DB, n int) (bool, error) {
	var have, others int
	err := d.Row(ctx, []any{&have, &others}, `SELECT COUNT(CASE WHEN id = $1 THEN 1 END), COUNT(CASE WHEN id <> $2 THEN 1 END) FROM record
		WHERE kind IN ('relation', 'office')`, gen.ID(relations, n), string(record.SharedOffice))
	if err != nil {
		return false, err
	}
	if have == 0 && others > 0 {
		return false, errUsed
	}
	return have == 1, nil
}

// perTransaction is how many relations, or other things, one transaction inserts.
const perTransaction = 2_000

// fill inserts n relations, each with two sides, a step of its history and a theme, and all that they refer to.
func fill(ctx context.Context, d *db.DB, w *world, n int) error {
	f := newFiller(w)
	for _, kind := range []struct {
		count int
		one   func(int)
	}{
		{placeCount, f.place}, {2, f.office}, {themeCount, f.theme}, {organisationCount, f.organisation}, {n, f.relation},
	} {
		for from := 1; from <= kind.count; from += perTransaction {
			err := d.Tx(ctx, func(tx *db.DB) error {
				for i := from; i < min(from+perTransaction, kind.count+1); i++ {
					kind.one(i)
				}
				return f.flush(ctx, tx)
			})
			if err != nil {
				return fmt.Errorf("fill: %w", err)
			}
		}
	}
	return d.Tx(ctx, func(tx *db.DB) error {
		for _, o := range []string{string(record.SharedOffice), office(), rawOffice()} {
			if _, err := tx.Exec(ctx, `INSERT INTO office_head (office, version, seq, hash) VALUES ($1, $2, 0, '')`, o, n); err != nil {
				return err
			}
		}
		return nil
	})
}

// register adds the row of the register of all records and, for a record with addresses, those.
func (f *filler) register(id, kind, office string, x name, addressed bool) {
	slug := i18n.Text("{}")
	if addressed {
		slug = x.inSlug
		for _, s := range x.slugs {
			f.slugs.add(kind, office, s, id)
		}
	}
	f.records.add(id, kind, office, "published", "", string(x.text), string(slug))
}

// head returns the values of the columns that every kind has.
func head(id, office string, slug i18n.Text, n int) []any {
	return []any{id, 1, office, "published", slug.JSON(), "", "", moment(n), "bench", moment(n), "bench", ""}
}

func (f *filler) place(n int) {
	r := gen.NewRand(uint64(n)*8 + 1)
	id, x := gen.ID(places, n), f.w.named(r, n)
	f.register(id, "place", string(record.SharedOffice), x, true)
	lat, lon := fmt.Sprintf("%.4f", r.Unit()*130-60), fmt.Sprintf("%.4f", r.Unit()*360-180)
	f.places.add(append(head(id, string(record.SharedOffice), x.inSlug, n), string(x.text), "city",
		pick(r, countries()...), nil, lat, lon, pick(r, zones()...), "", "https://place.example/", "", "", "", "", "{}", x.keys[0], x.keys[1])...)
}

func (f *filler) office(n int) {
	id, host := gen.ID(offices, n), ""
	x := f.w.nameOf("Büro", "Office", n)
	if n > 1 {
		host = "raw.example"
	}
	f.register(id, "office", string(record.SharedOffice), x, true)
	f.offices.add(append(head(id, string(record.SharedOffice), x.inSlug, n), string(x.text), string(x.text), host,
		gen.ID(places, 1), "Europe/Berlin", "garden", "{}", "", "", "{}", "{}", x.keys[0], x.keys[1])...)
}

func (f *filler) theme(n int) {
	r := gen.NewRand(uint64(n)*8 + 2)
	id, x := gen.ID(themes, n), f.w.named(r, n)
	f.register(id, "theme", string(record.SharedOffice), x, true)
	f.themes.add(append(head(id, string(record.SharedOffice), x.inSlug, n), string(x.text), "{}", nil, nil,
		x.keys[0], x.keys[1])...)
}

func (f *filler) organisation(n int) {
	r := gen.NewRand(uint64(n)*8 + 3)
	id, x := gen.ID(organisations, n), f.w.named(r, n)
	f.register(id, "organisation", office(), x, true)
	f.organisations.add(append(head(id, office(), x.inSlug, n), string(x.text), "", "partner-office", nil,
		gen.ID(places, 1+r.Below(placeCount)), "", "", nil, string(f.w.both(r, 10)), "{}", "https://organisation.example/", "", "", "", "",
		x.keys[0], x.keys[1])...)
}

func (f *filler) relation(n int) {
	r := gen.NewRand(uint64(n)*8 + 4)
	id, x := gen.ID(relations, n), f.w.named(r, n)
	since, about := day(r), i18n.Text("{}")
	if n%richEvery == 0 {
		about = f.w.both(r, 80)
	}
	form := pick(r, "town-twinning", "friendship", "cooperation", "music-city", "solidarity", "climate", "project-partnership", "contact")
	f.register(id, "relation", office(), x, true)
	f.relations.add(append(head(id, office(), x.inSlug, n), string(x.text), string(f.w.both(r, 20)), string(about), form, "", false, "city",
		nil, nil, since, "{}", "", "active", "https://relation.example/", "", "{}", x.keys[0], x.keys[1])...)
	f.sides.add(gen.ID(sides, 2*n), id, 0, gen.ID(places, 1+r.Below(placeCount)), nil, string(f.w.both(r, 2)), since, "", "active", "")
	f.sides.add(gen.ID(sides, 2*n+1), id, 1, nil, gen.ID(organisations, 1+r.Below(organisationCount)), "{}", since, "", "active",
		"https://side.example/")
	f.steps.add(gen.ID(steps, n), id, 0, "active", since, string(f.w.both(r, 5)), string(f.w.both(r, 8)), nil, "")
	f.themeParts.add(gen.ID(themeParts, n), id, 0, gen.ID(themes, 1+r.Below(themeCount)), since, "")
	if n%richEvery == 0 {
		f.story(n, id, since, r)
	}
}

// story gives a relation an agreement, for which both sides name a day, and five facts with their sources, two of which
// contradict each other.
func (f *filler) story(n int, relation, since string, r *gen.Rand) {
	id, x := gen.ID(agreements, n), f.w.named(r, n)
	f.register(id, "agreement", office(), x, false)
	f.agreements.add(append(head(id, office(), "{}", n), relation, string(x.text), "treaty", string(f.w.both(r, 20)), since, since, "", "",
		"", "{}", "de pl", "", nil, "https://source.example/treaty", x.keys[0], x.keys[1])...)
	f.agreementDates.add(gen.ID(agreementDates, 2*n), id, 0, "own", since, "{}", "https://source.example/own")
	f.agreementDates.add(gen.ID(agreementDates, 2*n+1), id, 1, "partner", day(r), "{}", "https://source.example/partner")
	for i, x := range []struct{ property, number, day, side string }{
		{"since", "", since, "own"},
		{"since", "", day(r), "partner"},
		{"label", "", "", "partner"},
		{"milestone", "", "", "own"},
		{"population", strconv.Itoa(20_000 + r.Below(900_000)), "", "third"},
	} {
		text := i18n.Text("{}")
		if x.number == "" && x.day == "" {
			text = f.w.both(r, 6)
		}
		fact := gen.ID(facts, 8*n+i)
		f.records.add(fact, "fact", office(), "published", "", "{}", "{}")
		f.facts.add(append(head(fact, office(), "{}", n), relation, "relation", x.property, "{}", x.number, x.day, string(text), "{}",
			"2024-12-31", "", x.side, i == 0, "{}")...)
		f.factSources.add(gen.ID(factSources, 8*n+i), fact, 0, f.w.words.Text(r, 4), "https://source.example/fact", "2026-09-01")
	}
}
