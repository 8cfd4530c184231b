package api

import (
	"context"
	"net/http"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// sendChanged answers with a record that was just written.
func (a *API) sendChanged(w http.ResponseWriter, r *http.Request, status int, c record.Collection, rec record.Record, lang i18n.Lang) error {
	t, err := a.tags(r, lang)
	if err != nil {
		return err
	}
	return a.sendRecord(w, r, status, c, rec, t)
}

// sendRecord answers with one record and its ETag, which was made before the record was read.
func (a *API) sendRecord(w http.ResponseWriter, r *http.Request, status int, c record.Collection, rec record.Record, t tags) error {
	titles, err := a.titles(r.Context(), t.lang, c, rec)
	if err != nil {
		return err
	}
	t.set(w, r, record.BaseOf(rec).Version)
	body := c.Kind().AppendJSON(make([]byte, 0, 2048), rec, record.ActorOf(r.Context()), titles)
	return send(w, r, status, append(body, '\n'))
}

// send writes a whole answer in JSON.
func send(w http.ResponseWriter, r *http.Request, status int, body []byte) error {
	w.Header().Set("Content-Type", "application/json")
	return web.Send(w, r, status, body)
}

// titles returns the titles of all that recs refer to and the actor may see, read in one statement; nil without a
// language.
func (a *API) titles(ctx context.Context, lang i18n.Lang, c record.Collection, recs ...record.Record) (record.Titles, error) {
	if lang == "" {
		return nil, nil
	}
	cards, err := a.Kernel.Cards(ctx, references(c.Kind(), recs))
	if err != nil {
		return nil, err
	}
	return func(id record.ID) (string, bool) {
		title, _ := cards[id].Title.In(lang, a.Words.Langs()...)
		return title, title != ""
	}, nil
}

// references returns the ids of all that recs and their parts refer to, each once.
func references(kind *record.Kind, recs []record.Record) []record.ID {
	var ids []record.ID
	seen := map[record.ID]bool{"": true}
	note := func(v record.Value) {
		if id := v.Ref().ID; !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	for _, rec := range recs {
		for _, v := range kind.Values(rec) {
			note(v)
			for i := range v.PartCount() {
				_, parts := v.PartValues(i)
				for _, part := range parts {
					note(part)
				}
			}
		}
	}
	return ids
}
