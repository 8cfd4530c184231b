package opendata

import (
	"context"
	"math"
	"strconv"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/geo"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// A relationRow is a relation with what is read beside it.
type relationRow struct {
	*relation.Relation
	partners []relation.Counterpart
	cards    map[record.ID]record.Card
}

func (r relationRow) base() *record.Base { return &r.Base }

func relationColumns() []column[relationRow] {
	kind := &relation.Relation{}
	columns := opening("/relations", relationRow.base)
	columns = append(columns,
		text("title", func(r relationRow) i18n.Text { return r.Title }),
		code("form", "relation.form.", kind, func(r relationRow) relation.Form { return r.Form }),
		label("form_label", "relation.form.", func(r relationRow) relation.Form { return r.Form }),
		code("status", "relation.status.", kind, func(r relationRow) relation.Status { return r.Status }),
		label("status_label", "relation.status.", func(r relationRow) relation.Status { return r.Status }),
		code("own_side", "relation.own_side.", kind, func(r relationRow) relation.OwnSide { return r.OwnSide }),
		code("rgre_kind", "relation.rgre_kind.", kind, func(r relationRow) relation.RGREKind { return r.RGREKind }),
		day("since", func(r relationRow) date.Partial { return r.Since }),
		text("since_note", func(r relationRow) i18n.Text { return r.SinceNote }),
		day("partner_since", relationRow.since),
		day("until", func(r relationRow) date.Partial { return r.Until }),
		col("partners", web.DataList, relationRow.partnerNames),
		col("countries", web.DataList, func(r relationRow, _ *inquiry) any { return r.countries(func(c string) string { return c }) }),
		col("country_names", web.DataList, func(r relationRow, q *inquiry) any { return r.countries(q.Country) }),
		measured("latitude", "°", func(r relationRow, _ *inquiry) any { return r.only().Lat }),
		measured("longitude", "°", func(r relationRow, _ *inquiry) any { return r.only().Lon }),
		measured("distance_km", "km", relationRow.distance),
		col("themes", web.DataList, relationRow.themeNames),
		col("units", web.DataList, relationRow.unitNames),
		text("summary", func(r relationRow) i18n.Text { return r.Summary }),
		plain("website", web.DataAddress, func(r relationRow) string { return r.Website }),
	)
	return append(columns, closing(relationRow.base)...)
}

func (r relationRow) partnerNames(q *inquiry) any {
	var ids []record.ID
	for _, s := range r.Sides {
		ids = append(ids, s.Party.ID)
	}
	return q.names(r.cards, ids)
}

// countries lists those of the partners, each once, in the order of the sides.
func (r relationRow) countries(named func(code string) string) []string {
	var out []string
	seen := map[string]bool{"": true}
	for _, p := range r.partners {
		if !seen[p.Country] {
			seen[p.Country] = true
			out = append(out, named(p.Country))
		}
	}
	return out
}

// only is the place of the one partner; of several none stands for all, also where only one has a place.
func (r relationRow) only() relation.Counterpart {
	if len(r.Sides) == 1 && len(r.partners) == 1 {
		return r.partners[0]
	}
	return relation.Counterpart{}
}

// since is what the one partner says.
func (r relationRow) since() date.Partial {
	if len(r.Sides) == 1 {
		return r.Sides[0].Since
	}
	return ""
}

// distance is how far it is from home to the nearest partner.
func (r relationRow) distance(q *inquiry) any {
	home, known := q.home.Point()
	nearest := math.Inf(1)
	for _, p := range r.points() {
		nearest = min(nearest, geo.Distance(home, p))
	}
	if !known || math.IsInf(nearest, 1) {
		return record.Decimal("")
	}
	return record.Decimal(strconv.Itoa(int(math.Round(nearest))))
}

func (r relationRow) themeNames(q *inquiry) any {
	var ids []record.ID
	for _, t := range r.Themes {
		if t.Until == "" {
			ids = append(ids, t.Theme)
		}
	}
	return q.names(r.cards, ids)
}

func (r relationRow) unitNames(q *inquiry) any {
	var ids []record.ID
	for _, u := range r.Units {
		ids = append(ids, u.Unit)
	}
	return q.names(r.cards, ids)
}

// points are where the partners lie, as far as it is known.
func (r relationRow) points() []geo.Point {
	var out []geo.Point
	for _, p := range r.partners {
		if point, ok := place.PointOf(p.Lat, p.Lon); ok {
			out = append(out, point)
		}
	}
	return out
}

// shape is the ways from home to the partners, or their places where points are asked for, or home lies nowhere that is
// known. A partner at home itself has no way.
func (r relationRow) shape(q *inquiry) shape {
	s := shape{points: r.points()}
	home, known := q.home.Point()
	if q.points || !known {
		return s
	}
	for _, p := range s.points {
		if p != home {
			s.lines = append(s.lines, geo.Arc(home, p)...)
		}
	}
	return s
}

// named lists the records that a relation names.
func (r relationRow) named() (ids []record.ID) {
	for _, s := range r.Sides {
		ids = append(ids, s.Party.ID)
	}
	for _, t := range r.Themes {
		ids = append(ids, t.Theme)
	}
	for _, u := range r.Units {
		ids = append(ids, u.Unit)
	}
	return ids
}

func (d *OpenData) relations() table {
	columns := relationColumns()
	kind := d.Relations.Kind()
	return table{
		DataSet: setOf("relations", columns), kind: kind,
		count: func(ctx context.Context, q *inquiry) (int, error) {
			return d.Relations.Count(ctx, q.query(kind, "", 0))
		},
		read: func(ctx context.Context, q *inquiry, cursor string, limit int) ([]row, string, error) {
			page, err := d.Relations.List(ctx, q.query(kind, cursor, limit))
			if err != nil {
				return nil, "", err
			}
			ids := make([]record.ID, len(page.Items))
			found := make([]relationRow, len(page.Items))
			for i, x := range page.Items {
				ids[i], found[i] = x.ID, relationRow{Relation: x}
			}
			partners, err := relation.Counterparts(ctx, d.Kernel.DB, ids)
			if err != nil {
				return nil, "", err
			}
			cards, err := cardsOf(ctx, d, found)
			if err != nil {
				return nil, "", err
			}
			rows := make([]row, len(found))
			for i, r := range found {
				r.partners, r.cards = partners[r.ID], cards
				rows[i] = row{r.ID, valuesOf(q, columns, r), r.shape(q)}
			}
			return rows, page.Next, nil
		},
	}
}
