package opendata

import (
	"context"

	"kontor.example/internal/base/geo"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// A placeRow is a place with what is read beside it.
type placeRow struct {
	*place.Place
	tied  place.Mention
	cards map[record.ID]record.Card
}

func (r placeRow) base() *record.Base { return &r.Base }

func placeColumns() []column[placeRow] {
	kind := &place.Place{}
	columns := opening("/places", placeRow.base)
	columns = append(columns,
		text("title", func(r placeRow) i18n.Text { return r.Name }),
		col("local_name", web.DataText, func(r placeRow, _ *inquiry) any { return r.Name.Map()[i18n.Lang(r.Local)] }),
		code("level", "place.level.", kind, func(r placeRow) place.Level { return r.Level }),
		label("level_label", "place.level.", func(r placeRow) place.Level { return r.Level }),
		plain("country", web.DataCode, func(r placeRow) string { return r.Country }),
		col("country_name", web.DataText, func(r placeRow, q *inquiry) any {
			if r.Country == "" {
				return ""
			}
			return q.Country(r.Country)
		}),
		col("parent", web.DataText, func(r placeRow, q *inquiry) any { return q.name(r.cards, r.Parent) }),
		measured("latitude", "°", func(r placeRow, _ *inquiry) any { return r.Lat }),
		measured("longitude", "°", func(r placeRow, _ *inquiry) any { return r.Lon }),
		plain("time_zone", web.DataCode, func(r placeRow) string { return r.Zone }),
		plain("geonames", web.DataCode, func(r placeRow) string { return r.GeoNames }),
		plain("wikidata", web.DataCode, func(r placeRow) string { return r.Wikidata }),
		plain("ags", web.DataCode, func(r placeRow) string { return r.AGS }),
		plain("nuts", web.DataCode, func(r placeRow) string { return r.NUTS }),
		measured("relations_count", "", func(r placeRow, _ *inquiry) any { return r.tied.Relations }),
		measured("projects_count", "", func(r placeRow, _ *inquiry) any { return r.tied.Projects }),
		measured("networks_count", "", func(r placeRow, _ *inquiry) any { return r.tied.Networks }),
		plain("website", web.DataAddress, func(r placeRow) string { return r.Website }),
	)
	return append(columns, closing(placeRow.base)...)
}

// named lists the records that a place names.
func (r placeRow) named() []record.ID { return []record.ID{r.Parent} }

// places are those to which records of the office refer, as the portal lists them. Of the others a portion leaves out
// what it has read.
func (d *OpenData) places() table {
	columns := placeColumns()
	kind := d.Places.Kind()
	return table{
		DataSet: setOf("places", columns), kind: kind,
		count: func(ctx context.Context, q *inquiry) (int, error) { // no more than these
			err := d.mentioned(ctx, q)
			return len(q.mentions), err
		},
		read: func(ctx context.Context, q *inquiry, cursor string, limit int) ([]row, string, error) {
			if err := d.mentioned(ctx, q); err != nil {
				return nil, "", err
			}
			page, err := d.Places.List(ctx, q.query(kind, cursor, limit))
			if err != nil {
				return nil, "", err
			}
			var found []placeRow
			for _, x := range page.Items {
				if tied, ok := q.mentions[x.ID]; ok {
					found = append(found, placeRow{Place: x, tied: tied})
				}
			}
			cards, err := cardsOf(ctx, d, found)
			if err != nil {
				return nil, "", err
			}
			rows := make([]row, len(found))
			for i, r := range found {
				r.cards = cards
				rows[i] = row{id: r.ID, values: valuesOf(q, columns, r)}
				if p, ok := r.Point(); ok {
					rows[i].shape.points = []geo.Point{p}
				}
			}
			return rows, page.Next, nil
		},
	}
}

// mentioned reads, once for an inquiry, how often records of the office refer to which place.
func (d *OpenData) mentioned(ctx context.Context, q *inquiry) (err error) {
	if q.mentions != nil {
		return nil
	}
	all, err := place.Mentioned(ctx, d.Kernel.DB, q.office.ID, q.lang)
	if err != nil {
		return err
	}
	q.mentions = make(map[record.ID]place.Mention, len(all))
	for _, m := range all {
		q.mentions[m.ID] = m
	}
	return nil
}
