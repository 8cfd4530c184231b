package opendata

import (
	"context"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/geo"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// A projectRow is a project with what is read beside it.
type projectRow struct {
	*project.Project
	cards map[record.ID]record.Card
}

func (r projectRow) base() *record.Base { return &r.Base }

func projectColumns() []column[projectRow] {
	kind := &project.Project{}
	columns := opening("/projects", projectRow.base)
	columns = append(columns,
		text("title", func(r projectRow) i18n.Text { return r.Title }),
		plain("acronym", web.DataText, func(r projectRow) string { return r.Acronym }),
		code("form", "project.form.", kind, func(r projectRow) project.Form { return r.Form }),
		label("form_label", "project.form.", func(r projectRow) project.Form { return r.Form }),
		code("status", "project.status.", kind, func(r projectRow) project.Status { return r.Status }),
		label("status_label", "project.status.", func(r projectRow) project.Status { return r.Status }),
		day("starts", func(r projectRow) date.Partial { return r.Starts }),
		day("ends", func(r projectRow) date.Partial { return r.Ends }),
		col("programme", web.DataText, func(r projectRow, q *inquiry) any { return q.name(r.cards, r.Programme) }),
		listed("partners", func(r projectRow) (ids []record.ID) {
			for _, p := range r.Partners {
				ids = append(ids, p.Party.ID)
			}
			return ids
		}),
		listed("relations", func(r projectRow) (ids []record.ID) {
			for _, x := range r.Relations {
				ids = append(ids, x.Relation)
			}
			return ids
		}),
		listed("themes", func(r projectRow) (ids []record.ID) {
			for _, t := range r.Themes {
				ids = append(ids, t.Theme)
			}
			return ids
		}),
		listed("units", func(r projectRow) (ids []record.ID) {
			for _, u := range r.Units {
				ids = append(ids, u.Unit)
			}
			return ids
		}),
		text("summary", func(r projectRow) i18n.Text { return r.Summary }),
		plain("website", web.DataAddress, func(r projectRow) string { return r.Website }),
	)
	return append(columns, closing(projectRow.base)...)
}

// listed is a column of the titles of records.
func listed(name string, of func(r projectRow) []record.ID) column[projectRow] {
	return col(name, web.DataList, func(r projectRow, q *inquiry) any { return q.names(r.cards, of(r)) })
}

// named lists the records that a project names.
func (r projectRow) named() (ids []record.ID) {
	for _, p := range r.Partners {
		ids = append(ids, p.Party.ID)
	}
	for _, x := range r.Relations {
		ids = append(ids, x.Relation)
	}
	for _, t := range r.Themes {
		ids = append(ids, t.Theme)
	}
	for _, u := range r.Units {
		ids = append(ids, u.Unit)
	}
	return append(ids, r.Programme)
}

// places lists the places of a project: those of its partners and of its sites.
func (r projectRow) places() (ids []record.ID) {
	for _, p := range r.Partners {
		ids = append(ids, placeOf(p.Party))
	}
	for _, s := range r.Sites {
		ids = append(ids, s.Place)
	}
	return ids
}

// shape is the points of the partner places and of the sites, each once; a site's own point is more exact than that of
// its place.
func (r projectRow) shape(points map[record.ID]geo.Point) (s shape) {
	seen := map[geo.Point]bool{}
	add := func(p geo.Point, known bool) {
		if known && !seen[p] {
			seen[p] = true
			s.points = append(s.points, p)
		}
	}
	for _, p := range r.Partners {
		at, known := points[placeOf(p.Party)]
		add(at, known)
	}
	for _, site := range r.Sites {
		at, known := place.PointOf(site.Lat, site.Lon)
		if !known {
			at, known = points[site.Place]
		}
		add(at, known)
	}
	return s
}

func (d *OpenData) projects() table {
	columns := projectColumns()
	kind := d.Projects.Kind()
	return table{
		DataSet: setOf("projects", columns), kind: kind,
		count: func(ctx context.Context, q *inquiry) (int, error) { return d.Projects.Count(ctx, q.query(kind, "", 0)) },
		read: func(ctx context.Context, q *inquiry, cursor string, limit int) ([]row, string, error) {
			page, err := d.Projects.List(ctx, q.query(kind, cursor, limit))
			if err != nil {
				return nil, "", err
			}
			found := make([]projectRow, len(page.Items))
			var places []record.ID
			for i, x := range page.Items {
				found[i] = projectRow{Project: x}
				places = append(places, found[i].places()...)
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
				rows[i] = row{r.ID, valuesOf(q, columns, r), r.shape(points)}
			}
			return rows, page.Next, nil
		},
	}
}
