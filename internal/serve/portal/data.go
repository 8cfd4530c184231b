package portal

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/a-h/templ"

	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
	texts "kontor.example/locales/pages"
)

// A dataPage explains what can be taken along: the files, what stands in them, what may be done with them.
type dataPage struct {
	smallView
	Changed string // when the latest change was made
	Sets    []dataSet
}

// A dataSet is a data set as the page shows it.
type dataSet struct {
	web.DataSet
	Title string
	Count int // of its rows; -1: too many to count
}

// openData shows the page of the open data.
func (p *roomPages) openData(r *http.Request, pg *web.Page) (templ.Component, error) {
	ctx := r.Context()
	pg.Title = pg.T("data.title")
	text, err := texts.FS.ReadFile(string(pg.Lang()) + "/data.md")
	if err != nil {
		return nil, fmt.Errorf("text of the open data: %w", err)
	}
	v := dataPage{smallView: smallView{Page: pg}}
	p.sections(&v.smallView, strings.ReplaceAll(string(text), "{origin}", pg.Origin()))
	_, at, err := p.kernel.Latest(ctx)
	if err != nil {
		return nil, err
	}
	if at != "" {
		v.Changed = pg.Date(at.Time().In(pg.Now.Location()).Format(time.DateOnly))
	}
	for _, s := range pg.Site.Data {
		n, err := p.rowsOf(ctx, pg, s.Name)
		if err != nil {
			return nil, err
		}
		v.Sets = append(v.Sets, dataSet{s, pg.T("page." + s.Name), n})
	}
	pg.Linked = linkedData(pg, v, at)
	return dataView(v), nil
}

// rowsOf counts the rows of a data set.
func (p *roomPages) rowsOf(ctx context.Context, pg *web.Page, set string) (int, error) {
	own := record.Query{Office: pg.Office.ID}
	switch set {
	case "relations":
		return p.relations.Count(ctx, own)
	case "networks":
		return p.Networks.Count(ctx, record.Query{})
	case "projects":
		return p.Projects.Count(ctx, own)
	}
	places, err := p.mentions(ctx, pg)
	return len(places), err
}

// rows says how many rows a set has.
func (s dataSet) rows(pg *web.Page) string {
	if s.Count < 0 {
		return pg.T("data.rows_many")
	}
	return pg.T("data.rows", "Count", s.Count)
}

// file is the address of all rows of a set in a format.
func (s dataSet) file(pg *web.Page, format string) string {
	return listing{}.file(pg, s.Name+"."+format, "")
}

// kind says how the values of a column are written, with their unit.
func (s dataSet) kind(pg *web.Page, c web.DataColumn) string {
	kind := pg.T("data.type." + string(c.Type))
	if c.Unit != "" {
		kind += ", " + c.Unit
	}
	return kind
}
