package opendata

import (
	"context"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/geo"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/network"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// A networkRow is a network with what is read beside it.
type networkRow struct {
	*network.Network
	ours   network.Standing // the youngest membership of the office; zero if it has none
	cards  map[record.ID]record.Card
	points []geo.Point // of the members that sources name
}

func (r networkRow) base() *record.Base { return &r.Base }

func networkColumns() []column[networkRow] {
	kind := &network.Network{}
	columns := opening("/networks", networkRow.base)
	columns = append(columns,
		text("title", func(r networkRow) i18n.Text { return r.Name }),
		plain("short", web.DataText, func(r networkRow) string { return r.Short }),
		code("form", "network.form.", kind, func(r networkRow) network.Form { return r.Form }),
		label("form_label", "network.form.", func(r networkRow) network.Form { return r.Form }),
		text("summary", func(r networkRow) i18n.Text { return r.Summary }),
		day("founded", func(r networkRow) date.Partial { return r.Founded }),
		col("member", web.DataYesNo, func(r networkRow, _ *inquiry) any { return r.ours.Membership != "" && r.ours.Until == "" }),
		day("member_since", func(r networkRow) date.Partial { return r.ours.Since }),
		day("member_until", func(r networkRow) date.Partial { return r.ours.Until }),
		roles(),
		col("themes", web.DataList, func(r networkRow, q *inquiry) any {
			var ids []record.ID
			for _, t := range r.Themes {
				ids = append(ids, t.Theme)
			}
			return q.names(r.cards, ids)
		}),
		col("members", web.DataList, func(r networkRow, q *inquiry) any {
			var ids []record.ID
			for _, m := range r.Members {
				ids = append(ids, m.Party.ID)
			}
			return q.names(r.cards, ids)
		}),
		col("secretariat", web.DataText, func(r networkRow, q *inquiry) any { return q.name(r.cards, r.Secretariat) }),
		plain("website", web.DataAddress, func(r networkRow) string { return r.Website }),
	)
	return append(columns, closing(networkRow.base)...)
}

// roles are those of the office, in words.
func roles() column[networkRow] {
	const words = "membership.role."
	c := col("roles", web.DataList, func(r networkRow, q *inquiry) any {
		var out []string
		for _, role := range r.ours.Roles {
			out = append(out, q.T(words+string(role)))
		}
		return out
	})
	c.Choices, c.Words = record.Choices(&network.Membership{}, "roles", "role"), words
	return c
}

// named lists the records that a network names.
func (r networkRow) named() (ids []record.ID) {
	for _, t := range r.Themes {
		ids = append(ids, t.Theme)
	}
	for _, m := range r.Members {
		ids = append(ids, m.Party.ID)
	}
	return append(ids, r.Secretariat)
}

func (d *OpenData) networks() table {
	columns := networkColumns()
	kind := d.Networks.Kind()
	return table{
		DataSet: setOf("networks", columns), kind: kind,
		count: func(ctx context.Context, q *inquiry) (int, error) { return d.Networks.Count(ctx, q.query(kind, "", 0)) },
		read: func(ctx context.Context, q *inquiry, cursor string, limit int) ([]row, string, error) {
			page, err := d.Networks.List(ctx, q.query(kind, cursor, limit))
			if err != nil {
				return nil, "", err
			}
			standings, err := network.StandingsOf(ctx, d.Kernel.DB, q.office.ID)
			if err != nil {
				return nil, "", err
			}
			found := make([]networkRow, len(page.Items))
			var places []record.ID
			for i, x := range page.Items {
				found[i] = networkRow{Network: x}
				if ours := standings[x.ID]; len(ours) > 0 {
					found[i].ours = ours[0]
				}
				for _, m := range x.Members {
					places = append(places, placeOf(m.Party))
				}
			}
			cards, err := cardsOf(ctx, d, found)
			if err != nil {
				return nil, "", err
			}
			points, err := d.points(ctx, places)
			if err != nil {
				return nil, "", err
			}
			rows := make([]row, len(found))
			for i, r := range found {
				r.cards = cards
				for _, m := range r.Members {
					if p, ok := points[placeOf(m.Party)]; ok {
						r.points = append(r.points, p)
					}
				}
				rows[i] = row{r.ID, valuesOf(q, columns, r), shape{points: r.points}}
			}
			return rows, page.Next, nil
		},
	}
}
