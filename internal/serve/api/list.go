package api

import (
	"errors"
	"net/http"
	"slices"
	"strconv"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// list answers with one page of a collection.
func (a *API) list(c record.Collection) web.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		share(w, r)
		q, p, err := a.query(c, r)
		if err != nil {
			return err
		}
		if q.Text != "" {
			return a.listFound(w, r, c, q, p)
		}
		content, err := a.Kernel.Version(r.Context()) // before the content: what is read later is at least as new
		if err != nil {
			return err
		}
		t := a.tagsAt(r, p.lang, content.All)
		if t.known(w, r, content.All) {
			return nil
		}
		page, err := c.List(r.Context(), q)
		if err != nil {
			return err
		}
		titles, err := a.titles(r.Context(), p.lang, c, page.Items...)
		if err != nil {
			return err
		}
		t.set(w, r, content.All)
		return send(w, r, http.StatusOK, pageJSON(r, c, page, q.Total, titles))
	}
}

// listFound answers with one page of what has some words. It has no ETag: the index follows the records, so what is found
// changes while their version stays.
func (a *API) listFound(w http.ResponseWriter, r *http.Request, c record.Collection, q record.Query, p params) error {
	page, err := c.List(r.Context(), q)
	if err != nil {
		return err
	}
	titles, err := a.titles(r.Context(), p.lang, c, page.Items...)
	if err != nil {
		return err
	}
	return sendFleeting(w, r, pageJSON(r, c, page, q.Total, titles))
}

// sendFleeting sends what nobody is to keep.
func sendFleeting(w http.ResponseWriter, r *http.Request, body []byte) error {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Vary", "Authorization")
	return send(w, r, http.StatusOK, body)
}

// mostRoom bounds what is set aside for a page before it is written, in bytes: its first record may be the only large one.
const mostRoom = 256 << 10

// pageJSON returns the envelope of a page; the total stands in it if it was asked for, null if it is not cheap.
func pageJSON(r *http.Request, c record.Collection, page record.Page[record.Record], total bool, titles record.Titles) []byte {
	actor := record.ActorOf(r.Context())
	dst := append(make([]byte, 0, 2048), `{"items":[`...)
	for i, rec := range page.Items {
		if i == 1 {
			dst = slices.Grow(dst, min(len(dst)*len(page.Items), mostRoom)) // the others take about what the first took
		}
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = c.Kind().AppendJSON(dst, rec, actor, titles)
	}
	dst = append(dst, `],"next":`...)
	if page.Next == "" {
		dst = append(dst, "null"...)
	} else {
		dst = append(append(append(dst, '"'), page.Next...), '"') // a cursor is base64: nothing in it to escape
	}
	switch {
	case total && page.Total < 0:
		dst = append(dst, `,"total":null`...)
	case total:
		dst = strconv.AppendInt(append(dst, `,"total":`...), int64(page.Total), 10)
	}
	return append(dst, "}\n"...)
}

// query reads the parameters of a list. What is neither a parameter of all lists nor a filter of the kind is refused.
func (a *API) query(c record.Collection, r *http.Request) (record.Query, params, error) {
	q := record.Query{Filters: map[string][]string{}}
	in, inv := r.URL.Query(), fault.Invalid{}
	one := func(name string) string { return web.Single(in, inv, name) }
	p := params{lang: a.lang(one("lang"), inv)}
	q.Lang, q.Sort, q.Cursor, q.Text = p.lang, one("sort"), one("cursor"), one("q")
	if s := one("limit"); s != "" {
		var err error
		if q.Limit, err = strconv.Atoi(s); err != nil || q.Limit < 1 || q.Limit > record.MaxLimit {
			inv.Add("limit", "out_of_range")
		}
	}
	switch s := one("total"); s {
	case "", "true", "false":
		q.Total = s == "true"
	default:
		inv.AddValue("total", "unknown_choice", "true, false")
	}
	if !c.Kind().Shared {
		p.office = one("office")
	}
	for name, values := range in {
		if _, ok := c.Kind().Filter(name); !ok {
			inv.Add(name, "unknown_filter")
		}
		q.Filters[name] = values
	}
	if len(inv) > 0 {
		return q, p, a.withAll(r, c, q, inv)
	}
	var err error
	q.Office, err = a.officeOf(r, p.office, false)
	if errors.Is(err, fault.NotFound) {
		q.Office, err = record.NoOffice, nil // as with every filter: nothing has this name, so the list is empty
	}
	return q, p, err
}

// withAll adds to what is wrong with a query what only the collection can tell, so that each mistake is named at once.
func (a *API) withAll(r *http.Request, c record.Collection, q record.Query, inv fault.Invalid) error {
	err := c.Check(r.Context(), q)
	if more := (fault.Invalid{}); errors.As(err, &more) {
		inv.Take(more)
	} else if err != nil {
		return err
	}
	return inv.Err()
}

// params are those that all addresses share.
type params struct {
	lang   i18n.Lang // of the titles; empty for none
	office string    // id or slug
}

// itemParams reads the parameters of the address of one record; c is nil for one that has no office yet.
func (a *API) itemParams(c record.Collection, r *http.Request) (params, error) {
	if r.URL.RawQuery == "" {
		return params{}, nil
	}
	in, inv := r.URL.Query(), fault.Invalid{}
	p := params{lang: a.lang(web.Single(in, inv, "lang"), inv)}
	if c != nil && !c.Kind().Shared {
		p.office = web.Single(in, inv, "office")
	}
	for name := range in {
		inv.Add(name, "unknown_parameter")
	}
	return p, inv.Err()
}

func (a *API) lang(s string, inv fault.Invalid) i18n.Lang {
	if s != "" && !a.Words.Has(i18n.Lang(s)) {
		known := ""
		for _, l := range a.Words.Langs() {
			if known != "" {
				known += ", "
			}
			known += string(l)
		}
		inv.AddValue("lang", "unknown_choice", known)
	}
	return i18n.Lang(s)
}
