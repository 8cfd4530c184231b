package portal

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
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
	About templ.Component  // what a row is
	Count int              // of its rows; -1: too many to count
	Sizes map[string]int64 // of the files, in bytes, by format; without those that are not known
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
	sizes := map[string]int64{}
	if p.measure != nil {
		sizes, err = p.sizes.of(pg, string(pg.Lang()), func() (map[string]int64, error) { return p.measure(ctx, pg) })
		if err != nil {
			return nil, err
		}
	}
	for _, s := range pg.Site.Data {
		n, err := p.rowsOf(ctx, pg, s.Name)
		if err != nil {
			return nil, err
		}
		set := dataSet{s, pg.T("page." + s.Name), p.markdown.HTML(pg.T("data.set." + s.Name)), n, map[string]int64{}}
		for _, format := range web.DataFormats() {
			if size, ok := sizes[s.Name+"."+format]; ok {
				set.Sizes[format] = size
			}
		}
		v.Sets = append(v.Sets, set)
	}
	pg.Scripts = append(pg.Scripts, "js/copy.js")
	pg.Linked = linkedData(pg, v, at)
	return dataView(v), nil
}

// copyWords are what the script says that copies examples.
func (v dataPage) copyWords() string {
	words, _ := json.Marshal(map[string]string{ // strings always can
		"copy": v.T("data.copy"), "copied": v.T("data.copied"), "selected": v.T("data.selected"), "refused": v.T("data.copy_refused"),
	})
	return string(words)
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

// fields says how many columns a set has.
func (s dataSet) fields(pg *web.Page) string {
	return pg.T("data.fields_count", "Count", len(s.Columns))
}

// file is the address of all rows of a set in a format.
func (s dataSet) file(pg *web.Page, format string) string {
	return listing{}.file(pg, s.Name+"."+format, "")
}

// size says how large a file is, with two digits that count; empty if that is not known.
func (s dataSet) size(pg *web.Page, format string) string {
	const kB, MB = 1_000, 1_000_000
	switch n, ok := s.Sizes[format]; {
	case !ok:
		return ""
	case n < 100*kB:
		return pg.T("data.kilobytes", "Count", pg.Number(max(1, (n+kB/2)/kB)))
	case n < MB:
		return pg.T("data.kilobytes", "Count", pg.Number((n+5*kB)/(10*kB)*10))
	case n < 10*MB:
		return pg.T("data.megabytes", "Count", pg.Decimal(strconv.FormatFloat(float64(n)/MB, 'f', 1, 64)))
	default:
		return pg.T("data.megabytes", "Count", pg.Number((n+MB/2)/MB))
	}
}

// kind says how the values of a column are written, with their unit.
func (s dataSet) kind(pg *web.Page, c web.DataColumn) string {
	kind := pg.T("data.type." + string(c.Type))
	if c.Unit != "" {
		kind += ", " + c.Unit
	}
	return kind
}
