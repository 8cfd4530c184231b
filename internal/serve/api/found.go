package api

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/engine/search"
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
	abstracts, err := a.Kernel.Abstracts(ctx, recordsAmong(answer.Hits))
	if err != nil {
		return err
	}
	apart, err := a.Apart(ctx, lang, answer.Hits)
	if err != nil {
		return err
	}
	shown, err := a.pages(ctx, lang, host.ID, abstracts)
	if err != nil {
		return err
	}
	for _, h := range answer.Hits {
		if x, ok := abstracts[h.ID]; ok || h.Kind == search.Bare { // else the actor may see it no longer
			item := a.foundOf(h, x, lang)
			if h.Kind != search.Bare {
				item.URL = orNone(shown[h.ID])
			}
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

func recordsAmong(hits []search.Hit) (ids []record.ID) {
	for _, h := range hits {
		if h.Kind != search.Bare {
			ids = append(ids, h.ID)
		}
	}
	return ids
}

// pages returns where the portal of an office shows records to everybody: at pages of their own or, if they have none, at those
// that tell of them. What is not public, and what belongs to another office, it does not show.
func (a *API) pages(ctx context.Context, lang i18n.Lang, office record.ID, all map[record.ID]record.Abstract) (map[record.ID]string, error) {
	out := make(map[record.ID]string, len(all))
	var pageless []record.Abstract
	for id, x := range all {
		if !x.Public || x.Office != office && x.Office != record.SharedOffice {
			continue
		}
		if out[id] = a.Where(lang, x.Card); out[id] == "" {
			pageless = append(pageless, x)
		}
	}
	told, err := a.Told(ctx, office, pageless)
	for id, by := range told {
		out[id] = a.Where(lang, by)
	}
	return out, err
}

// foundOf returns a hit as it is sent. Of its record the abstract tells, which was read after the search; a place of the
// gazetteer has none.
func (a *API) foundOf(h search.Hit, x record.Abstract, lang i18n.Lang) found {
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
