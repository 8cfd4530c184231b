package api

import (
	"net/http"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/serve/web"
)

// Fail answers with a problem, in the language of the reader.
func (a *API) Fail(w http.ResponseWriter, r *http.Request, err error) {
	share(w, r)
	w.Header().Set("Vary", "Accept-Language, Authorization")
	web.Problem(w, a.Words.Localizer(a.reader(r)), err)
}

// reader returns the language in which errors are explained: the one asked for, else the one that the client likes best.
func (a *API) reader(r *http.Request) i18n.Lang {
	if l := i18n.Lang(r.URL.Query().Get("lang")); a.Words.Has(l) {
		return l
	}
	return i18n.Match(r.Header.Get("Accept-Language"), a.Words.Langs())
}
