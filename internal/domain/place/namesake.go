package place

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/engine/search"
)

// A Namesake is what tells a place from others of its name in its country, as the gazetteer has it.
type Namesake struct {
	Region   string // a code that people use, such as the state of the USA; empty in most countries
	People   int64  // who lived there in 2015; 0 if that is not known
	Lat, Lon record.Decimal
}

// Namesakes returns what tells places from each other, bare ones and records that have a number of the gazetteer, with one
// statement for each fifty of either.
func Namesakes(ctx context.Context, d *db.DB, refs []record.Ref) (map[record.Ref]Namesake, error) {
	out := map[record.Ref]Namesake{}
	for kind, q := range map[string]string{
		search.Bare: `SELECT geonames, country, admin, population, lat, lon FROM gazetteer WHERE geonames IN (` + slots50 + `)`,
		"place": `SELECT p.id, g.country, g.admin, g.population, g.lat, g.lon FROM place p JOIN gazetteer g ON g.geonames = p.geonames
			WHERE p.id IN (` + slots50 + `)`,
	} {
		ours := slices.DeleteFunc(slices.Clone(refs), func(r record.Ref) bool { return r.Kind != kind })
		for some := range slices.Chunk(ours, spotsPerQuery) {
			args := make([]any, spotsPerQuery)
			for i := range args {
				args[i] = string(some[min(i, len(some)-1)].ID)
			}
			rows, err := db.Collect(ctx, d, (*namesakeRow).columns, q, args...)
			if err != nil {
				return nil, fmt.Errorf("namesakes: %w", err)
			}
			for _, r := range rows {
				out[record.Ref{Kind: kind, ID: r.id}] = r.namesake()
			}
		}
	}
	return out, nil
}

type namesakeRow struct {
	id                                    record.ID
	country, region, population, lat, lon string
}

func (r *namesakeRow) columns() []any {
	return []any{&r.id, &r.country, &r.region, &r.population, &r.lat, &r.lon}
}

func (r *namesakeRow) namesake() Namesake {
	n := Namesake{Lat: record.Decimal(canonical(r.lat)), Lon: record.Decimal(canonical(r.lon))}
	if people, err := strconv.ParseInt(r.population, 10, 64); err == nil {
		n.People = people
	}
	switch r.country { // elsewhere the codes are numbers, or those of the gazetteer alone
	case "US", "CH":
		n.Region = r.region
	}
	return n
}
