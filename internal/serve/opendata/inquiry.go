package opendata

import (
	"context"
	"errors"
	"net/http"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/office"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// An inquiry is what the address of a file says: which rows, in which words, written how.
type inquiry struct {
	*web.Page
	lang    i18n.Lang
	filters map[string][]string
	sort    string
	text    string // what the rows have to have among their words
	wanted  string // the office, by id or slug; empty for that of the host

	separator rune
	mark      bool // a byte order mark in front
	points    bool // relations as points and not as arcs

	office   *office.Office
	home     place.Spot
	mentions map[record.ID]place.Mention // of places, by id; read once
}

// parse reads the parameters of a file. What is neither one of them nor a filter of the kind is refused, so that a
// mistyped filter never looks like an answer.
func (d *OpenData) parse(r *http.Request, t table, f format) (*inquiry, error) {
	in, inv := r.URL.Query(), fault.Invalid{}
	one := func(name string, choices ...string) string { return web.Single(in, inv, name, choices...) }
	langs := d.Site.Words.Langs()
	q := &inquiry{lang: i18n.Lang(one("lang", words(langs)...)), sort: one("sort"), text: one("q"), wanted: one("office"), separator: ','}
	if q.lang == "" {
		q.lang = langs[0]
	}
	if f.ending == "csv" {
		semicolon := one("sep", ",", ";") == ";"
		if semicolon {
			q.separator = ';'
		}
		switch one("bom", "0", "1") { // spreadsheets that want semicolons want the mark too
		case "1":
			q.mark = true
		case "":
			q.mark = semicolon
		}
	}
	if f.ending == "geojson" && t.Name == "relations" {
		q.points = one("geometry", "arcs", "points") == "points"
	}
	for name := range in {
		if _, ok := t.kind.Filter(name); !ok {
			inv.Add(name, "unknown_filter")
		}
	}
	q.filters = in
	return q, inv.Err()
}

func words(langs []i18n.Lang) []string {
	out := make([]string, len(langs))
	for i, l := range langs {
		out[i] = string(l)
	}
	return out
}

// settle finds the office that the inquiry is about, and where that is at home. An office that is not there keeps
// nothing, as no filter fails for a name that nobody has.
func (d *OpenData) settle(ctx context.Context, q *inquiry) error {
	q.office = q.Office
	if q.wanted != "" {
		var err error
		if id := record.ID(q.wanted); id.Valid() {
			q.office, err = d.Offices.Get(ctx, id)
		} else {
			q.office, err = d.Offices.BySlug(ctx, record.SharedOffice, q.wanted)
		}
		if errors.Is(err, fault.NotFound) {
			q.office = &office.Office{Base: record.Base{ID: record.NoOffice}}
		} else if err != nil {
			return err
		}
	}
	var err error
	q.home, err = place.SpotOf(ctx, d.Kernel.DB, q.office.Home)
	return err
}

// query asks the store of a kind for one portion.
func (q *inquiry) query(kind *record.Kind, cursor string, limit int) record.Query {
	out := record.Query{Filters: q.filters, Sort: q.sort, Text: q.text, Lang: q.lang, Cursor: cursor, Limit: limit}
	if !kind.Shared {
		out.Office = q.office.ID
	}
	return out
}

// pageOf returns the address of the page of a record; empty if its page is on the portal of another office.
func (q *inquiry) pageOf(section string, b *record.Base) string {
	if b.Office != record.SharedOffice && b.Office != q.Office.ID {
		return ""
	}
	if href := q.RecordHref(section, b.ID, b.Slug); href != "" {
		return q.Origin() + href
	}
	return ""
}
