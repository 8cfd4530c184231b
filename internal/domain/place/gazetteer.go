package place

import (
	"bufio"
	"compress/gzip"
	"context"
	"embed"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// gazetteerFiles holds places of at least 5,000 inhabitants from GeoNames (CC BY 4.0, changed: columns chosen and joined
// with German and English names), tab-separated, quotes being ordinary letters.
//
//go:embed gazetteer/places.tsv.gz
var gazetteerFiles embed.FS

// The gazetteer's columns.
const (
	colID = iota
	colName
	colASCII
	colNameDE
	colNameEN
	colCountry
	colAdmin
	colLat
	colLon
	colPopulation
	colZone
	colAlternates
	columnCount
)

// OpenGazetteer returns the places that Kontor ships, with a header line, for LoadGazetteer.
func OpenGazetteer() (io.ReadCloser, error) {
	f, err := gazetteerFiles.Open("gazetteer/places.tsv.gz")
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{z, f}, nil
}

// gazetteerChunk is how many places one statement loads.
const gazetteerChunk = 500

// LoadGazetteer fills the gazetteer from tab-separated text, in one transaction, unless it holds places already. It is
// reference data: no audit, no outbox. It returns how many places it loaded.
func LoadGazetteer(ctx context.Context, d *db.DB, tsv io.Reader) (n int, err error) {
	err = d.Tx(ctx, func(tx *db.DB) error {
		n = 0
		var one int
		err := tx.Row(ctx, []any{&one}, `SELECT 1 FROM gazetteer LIMIT 1`)
		if !errors.Is(err, fault.NotFound) {
			return err
		}
		n, err = loadGazetteer(ctx, tx, tsv)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("load gazetteer: %w", err)
	}
	return n, nil
}

func loadGazetteer(ctx context.Context, tx *db.DB, tsv io.Reader) (n int, err error) {
	lines := bufio.NewScanner(tsv)
	lines.Buffer(nil, 1<<20)
	lines.Scan() // the header
	var rows []any
	for lines.Scan() {
		cells := strings.Split(lines.Text(), "\t")
		if len(cells) != columnCount {
			return n, fmt.Errorf("line %d has %d columns, not %d", n+2, len(cells), columnCount)
		}
		for _, c := range cells {
			rows = append(rows, c)
		}
		if n++; n%gazetteerChunk == 0 {
			if err := insertGazetteer(ctx, tx, rows); err != nil {
				return n, err
			}
			rows = rows[:0]
		}
	}
	if err := lines.Err(); err != nil {
		return n, err
	}
	return n, insertGazetteer(ctx, tx, rows)
}

func insertGazetteer(ctx context.Context, tx *db.DB, cells []any) error {
	if len(cells) == 0 {
		return nil
	}
	var b strings.Builder
	b.WriteString(`INSERT INTO gazetteer (geonames, name, ascii, name_de, name_en, country, admin, lat, lon, population,
		zone, alternates) VALUES `)
	for i := range cells {
		switch {
		case i == 0:
			b.WriteByte('(')
		case i%columnCount == 0:
			b.WriteString("), (")
		default:
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "$%d", i+1)
	}
	b.WriteByte(')')
	_, err := tx.Exec(ctx, b.String(), cells...)
	return err
}

// A row of the gazetteer, as far as a record takes it over.
type entry struct{ name, nameDE, nameEN, country, lat, lon, zone, alternates string }

// A Claimer makes places of the gazetteer into records.
type Claimer struct{ *Store }

// Claim returns the place with this number in the gazetteer, once for all who refer to it.
func (c Claimer) Claim(ctx context.Context, tx *db.DB, number string) (record.ID, error) {
	fresh := record.NewID()
	s := c.In(tx)
	id, err := s.Claim(ctx, "geonames", number, fresh)
	if err != nil || id != fresh {
		return id, err
	}
	var e entry
	err = tx.Row(ctx, []any{&e.name, &e.nameDE, &e.nameEN, &e.country, &e.lat, &e.lon, &e.zone, &e.alternates}, `
		SELECT name, name_de, name_en, country, lat, lon, zone, alternates FROM gazetteer WHERE geonames = $1`, number)
	if err != nil {
		return "", err
	}
	p := e.place(fresh, number)
	return fresh, s.Create(ctx, &p)
}

// Publish publishes those of the places that come from the gazetteer and are still drafts. Two who refer to one at the same
// time do so one after the other.
func (c Claimer) Publish(ctx context.Context, tx *db.DB, ids []record.ID) error {
	for _, id := range slices.Sorted(slices.Values(ids)) {
		var draft int
		err := tx.Row(tx.Brief(ctx), []any{&draft}, `SELECT 1 FROM place
			WHERE id = $1 AND geonames <> '' AND state = 'draft' AND trashed = ''`, string(id))
		if errors.Is(err, fault.NotFound) {
			continue
		} else if err != nil {
			return err
		}
		if err := c.In(tx).Hold(ctx, id, func(s *Store, p *Place) error {
			if p.State != record.Draft || p.Trashed != "" {
				return nil
			}
			p.State = record.Published
			return s.Update(ctx, p)
		}); err != nil {
			return err
		}
	}
	return nil
}

// place makes a record of a row. The gazetteer's German names hold old exonyms such as Posen: people look for them, but
// they are not shown.
func (e entry) place(id record.ID, number string) Place {
	p := Place{
		Level: City, Country: e.country, Zone: e.zone, GeoNames: number,
		Lat: record.Decimal(canonical(e.lat)), Lon: record.Decimal(canonical(e.lon)),
		Name: i18n.Of("de", e.name, "en", e.name),
	}
	p.ID, p.State = id, record.Draft
	for _, n := range e.names()[1:] {
		if len(p.Aliases) < 20 {
			p.Aliases = append(p.Aliases, Alias{Name: n})
		}
	}
	return p
}

// canonical returns a coordinate without the zeros that say nothing.
func canonical(s string) string {
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		return "0"
	}
	return s
}
