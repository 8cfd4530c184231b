package api

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/engine/search"
	"kontor.example/internal/serve/web"
)

// The addresses of the search.
const (
	searchPath  = Root + "search"
	suggestPath = Root + "suggest"
)

// Bounds of a page of what was found.
const (
	mostHits       = 100
	usualHits      = 20
	mostSuggested  = 20
	usualSuggested = 10
	mostSkipped    = 10_000
	mostValues     = 50 // of one facet
)

// search answers with one page of all kinds of records that have the words asked for. Like suggest it sends no ETag: the
// index follows the records within a second, so no version of theirs tells what it finds.
func (a *API) search(w http.ResponseWriter, r *http.Request) error {
	share(w, r)
	q, lang, err := a.searchQuery(r, false)
	if err != nil {
		return err
	}
	return a.sendFound(w, r, q, lang)
}

// suggest answers with what begins with the letters of the last word, as somebody types.
func (a *API) suggest(w http.ResponseWriter, r *http.Request) error {
	share(w, r)
	q, lang, err := a.searchQuery(r, true)
	if err != nil {
		return err
	}
	return a.sendFound(w, r, q, lang)
}

// A facet is a property by which searches are narrowed and counted.
type facet struct {
	name    string
	choices []string          // the codes allowed; nil allows any value
	records record.Collection // if not nil, the values name records of this kind
}

// facetsOf gathers the facets that kinds declare, the kind itself first.
func facetsOf(all []record.Collection) []facet {
	kinds := facet{name: "kind", choices: []string{}}
	var out []facet
	for _, c := range all {
		kinds.choices = append(kinds.choices, c.Kind().Name)
		for _, f := range c.Kind().Fields() {
			out = addFacets(out, f)
		}
	}
	for i := range out {
		for _, c := range all {
			if c.Kind().Name == out[i].name {
				out[i].records = c
			}
		}
	}
	kinds.choices = append(kinds.choices, search.Bare)
	slices.SortFunc(out, func(a, b facet) int { return strings.Compare(a.name, b.name) })
	return append([]facet{kinds}, out...)
}

func addFacets(to []facet, f *record.Field) []facet {
	for _, p := range f.Parts {
		to = addFacets(to, p)
	}
	for _, name := range f.Facets() {
		i := slices.IndexFunc(to, func(f facet) bool { return f.name == name })
		if i < 0 {
			i = len(to)
			to = append(to, facet{name: name})
		}
		for _, c := range f.Choices {
			if !slices.Contains(to[i].choices, c) {
				to[i].choices = append(to[i].choices, c)
			}
		}
	}
	return to
}

func (a *API) facet(name string) (facet, bool) {
	i := slices.IndexFunc(a.facets, func(f facet) bool { return f.name == name })
	if i < 0 {
		return facet{}, false
	}
	return a.facets[i], true
}

// searchQuery reads the parameters of a search, or of a suggestion, which has fewer.
func (a *API) searchQuery(r *http.Request, suggest bool) (search.Query, i18n.Lang, error) {
	in, inv := r.URL.Query(), fault.Invalid{}
	one := func(name string) string { return web.Single(in, inv, name) }
	q := search.Query{Complete: suggest, Limit: usualHits}
	most := mostHits
	if suggest {
		q.Limit, most = usualSuggested, mostSuggested
	}
	if _, sent := in["q"]; !sent {
		inv.Add("q", "required")
	}
	q.Text = one("q")
	switch {
	case utf8.RuneCountInString(q.Text) > record.MaxText:
		inv.AddValue("q", "too_long", strconv.Itoa(record.MaxText))
	case strings.TrimSpace(q.Text) == "", !utf8.ValidString(q.Text), strings.ContainsRune(q.Text, 0):
		inv.Add("q", "bad_value")
	}
	lang := a.lang(one("lang"), inv)
	if lang == "" {
		lang = a.Words.Langs()[0]
	}
	q.Lang = lang
	number(one("limit"), 1, most, &q.Limit, "limit", inv)
	office := one("office")
	q.Facets = map[string][]string{}
	facets := a.facets
	if suggest {
		facets = facets[:1] // the kind
	} else {
		number(one("offset"), 0, mostSkipped, &q.Offset, "offset", inv)
		q.Count = a.wanted(in, inv)
	}
	for _, f := range facets {
		values, sent := in[f.name]
		delete(in, f.name)
		if sent {
			checkFacet(f, values, inv)
			q.Facets[f.name] = values
		}
	}
	for name := range in {
		inv.Add(name, "unknown_parameter")
	}
	if err := inv.Err(); err != nil {
		return q, lang, err
	}
	return q, lang, a.resolve(r, &q, office)
}

// resolve turns the names of records among the parameters into ids. What has no such name is not found there.
func (a *API) resolve(r *http.Request, q *search.Query, office string) (err error) {
	if q.Office, err = a.officeOf(r, office, false); errors.Is(err, fault.NotFound) {
		q.Office, err = record.NoOffice, nil
	}
	for name, values := range q.Facets {
		f, _ := a.facet(name)
		if f.records == nil {
			continue
		}
		for i, v := range values {
			if record.ID(v).Valid() {
				continue
			}
			rec, err := f.records.BySlug(r.Context(), record.SharedOffice, v)
			switch {
			case errors.Is(err, fault.NotFound):
				values[i] = string(record.NoOffice)
			case err != nil:
				return err
			default:
				values[i] = string(record.BaseOf(rec).ID)
			}
		}
	}
	return err
}

// wanted takes the facets that are to be counted, separated by commas, out of in.
func (a *API) wanted(in map[string][]string, inv fault.Invalid) (out []string) {
	s := web.Single(in, inv, "count")
	if s == "" {
		return nil
	}
	var known []string
	for _, f := range a.facets {
		known = append(known, f.name)
	}
	for name := range strings.SplitSeq(s, ",") {
		if !slices.Contains(known, name) {
			inv.AddValue("count", "unknown_choice", strings.Join(known, ", "))
		} else if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

func checkFacet(f facet, values []string, inv fault.Invalid) {
	if len(values) > mostValues {
		inv.AddValue(f.name, "too_many", strconv.Itoa(mostValues))
	}
	for _, v := range values {
		switch {
		case v == "", len(v) > 200, !utf8.ValidString(v), strings.ContainsRune(v, 0):
			inv.Add(f.name, "bad_value")
		case f.name == "country" && !i18n.IsCountry(v): // as lists refuse it
			inv.Add(f.name, "bad_value")
		case f.choices != nil && !slices.Contains(f.choices, v):
			inv.AddValue(f.name, "unknown_choice", strings.Join(f.choices, ", "))
		}
	}
}

// number reads a whole number between least and most; without one, to stays as it is.
func number(s string, least, most int, to *int, name string, inv fault.Invalid) {
	if s == "" {
		return
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < least || n > most {
		inv.Add(name, "out_of_range")
		return
	}
	*to = n
}
