package api

import (
	"bytes"
	"context"
	"encoding/json"
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

// A found is one hit as it is sent.
type found struct {
	Kind    string  `json:"kind"`
	ID      string  `json:"id"`
	Title   *string `json:"title"`
	Summary *string `json:"summary"`
	URL     *string `json:"url"`
	Why     why     `json:"why"`

	Countries []country `json:"countries"`
	Apart     *string   `json:"apart"`
}

// A country has its code of ISO 3166-1 and its name in the language of the answer.
type country struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// A why says which field has the words.
type why struct {
	Class   string  `json:"class"`
	Field   string  `json:"field"`
	Lang    *string `json:"lang"`
	Passage []piece `json:"passage"`
}

type piece struct {
	Text   string `json:"text"`
	Marked bool   `json:"marked"`
}

// A counted is how many hits have a value of a facet.
type counted struct {
	Value string  `json:"value"`
	Title *string `json:"title,omitempty"`
	Hits  int     `json:"hits"`
}

// A foundPage is the answer to a search.
type foundPage struct {
	Items  []found              `json:"items"`
	Total  int                  `json:"total"`
	Stage  string               `json:"stage"`
	Counts map[string][]counted `json:"counts,omitempty"`
}

// classNames are what the classes of hits are called.
func classNames() []string {
	return []string{"whole", "title", "alias", "name", "byname", "summary", "body", "tail", "similar"}
}

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

func (a *API) sendFound(w http.ResponseWriter, r *http.Request, q search.Query, lang i18n.Lang) error {
	ctx := r.Context()
	answer, err := a.Find(ctx, q)
	if err != nil {
		return err
	}
	host, _, err := a.Offices.At(ctx, r.Host)
	if err != nil {
		return err
	}
	page := foundPage{Items: []found{}, Total: answer.Total, Stage: string(answer.Stage)}
	if page.Stage == "" { // nothing but punctuation: there was nothing to look for
		page.Stage = string(search.ByWord)
	}
	abstracts, err := a.Kernel.Abstracts(ctx, refsOf(answer.Hits))
	if err != nil {
		return err
	}
	apart, err := a.Apart(ctx, lang, answer.Hits)
	if err != nil {
		return err
	}
	for _, h := range answer.Hits {
		if x, ok := abstracts[h.ID]; ok || h.Kind == search.Bare { // else the actor may see it no longer
			item := a.foundOf(h, x, lang, host.ID)
			item.Apart = orNone(apart[record.Ref{Kind: h.Kind, ID: h.ID}])
			page.Items = append(page.Items, item)
		}
	}
	if page.Counts, err = a.counts(ctx, answer.Counts, q.Count, lang); err != nil {
		return err
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(page); err != nil {
		return err
	}
	return sendFleeting(w, r, b.Bytes())
}

func refsOf(hits []search.Hit) (refs []record.Ref) {
	for _, h := range hits {
		if h.Kind != search.Bare {
			refs = append(refs, record.Ref{Kind: h.Kind, ID: h.ID})
		}
	}
	return refs
}

// foundOf returns a hit as it is sent. Of its record the abstract tells, which was read after the search; a place of the
// gazetteer has none.
func (a *API) foundOf(h search.Hit, x record.Abstract, lang i18n.Lang, host record.ID) found {
	out := found{Kind: h.Kind, ID: string(h.ID), Why: why{
		Class: classNames()[h.Class], Field: h.Why.Field, Lang: orNone(string(h.Why.Lang)), Passage: []piece{},
	}, Countries: []country{}}
	for _, code := range h.Values("country") {
		out.Countries = append(out.Countries, country{code, a.Words.Localizer(lang).Country(code)})
	}
	for _, p := range h.Why.Passage {
		out.Why.Passage = append(out.Why.Passage, piece(p))
	}
	if h.Kind == search.Bare {
		x.Title = h.Title
		out.URL = orNone(a.Where(lang, record.Card{Ref: record.Ref{Kind: h.Kind, ID: h.ID}}))
	}
	out.Title, out.Summary = a.words(x.Title, lang), a.words(x.Summary, lang)
	if x.Public && (x.Office == host || x.Office == record.SharedOffice) { // others are shown by the portal of their office
		out.URL = orNone(a.Where(lang, x.Card))
	}
	return out
}

func (a *API) words(t i18n.Text, lang i18n.Lang) *string {
	s, _ := t.In(lang, a.Words.Langs()...)
	return orNone(s)
}

func orNone(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// counts returns the counted facets; the values of one that names records have their titles.
func (a *API) counts(ctx context.Context, counts map[string][]search.Count, wanted []string, lang i18n.Lang) (map[string][]counted, error) {
	if len(wanted) == 0 {
		return nil, nil
	}
	out := map[string][]counted{}
	for _, name := range wanted {
		out[name] = []counted{}
		titles := map[record.ID]record.Card{}
		if f, ok := a.facet(name); ok && f.records != nil {
			var ids []record.ID
			for _, c := range counts[name] {
				ids = append(ids, record.ID(c.Value))
			}
			var err error
			if titles, err = a.Kernel.Cards(ctx, ids); err != nil {
				return nil, err
			}
		}
		for _, c := range counts[name] {
			out[name] = append(out[name], counted{c.Value, a.words(titles[record.ID(c.Value)].Title, lang), c.Hits})
		}
	}
	return out, nil
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
