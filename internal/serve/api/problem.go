package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"net/http"
	"slices"
	"strconv"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/serve/web"
)

// A problem is the body of an error, as RFC 9457 has it. Its type is always about:blank: the status says it all.
type problem struct {
	Type     string         `json:"type"`
	Title    string         `json:"title"`    // the status in words, always in English
	Status   int            `json:"status"`   //
	Detail   string         `json:"detail"`   // what to do, in the language asked for
	Instance string         `json:"instance"` // the request, as in X-Request-Id
	Errors   []fieldProblem `json:"errors,omitempty"`
}

// A fieldProblem says what is wrong with one field or parameter; an empty field means the body as a whole.
type fieldProblem struct {
	Field   string `json:"field"`
	Code    string `json:"code"`
	Message string `json:"message"`
}

// Fail answers with a problem. It is the only place of the API where an error becomes a status and a sentence.
func (a *API) Fail(w http.ResponseWriter, r *http.Request, err error) {
	share(w, r)
	status := web.Status(err)
	words := a.Words.Localizer(a.reader(r))
	p := problem{
		Type: "about:blank", Title: http.StatusText(status), Status: status,
		Detail:   words.T("error.status." + strconv.Itoa(status)),
		Instance: "urn:uuid:" + w.Header().Get("X-Request-Id"),
	}
	var inv fault.Invalid
	if errors.As(err, &inv) {
		for _, field := range slices.Sorted(maps.Keys(inv)) {
			p.Errors = append(p.Errors, fieldProblem{field, inv[field].Key, words.T("error."+inv[field].Key, "Value", inv[field].Value)})
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(p) // strings and numbers always have a JSON form
	h := w.Header()
	h.Set("Content-Type", "application/problem+json")
	h.Set("Content-Language", string(words.Lang()))
	h.Set("Vary", "Accept-Language, Authorization")
	h.Set("Content-Length", strconv.Itoa(b.Len()))
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes())
}

// reader returns the language in which errors are explained: the one asked for, else the one that the client likes best.
func (a *API) reader(r *http.Request) i18n.Lang {
	if l := i18n.Lang(r.URL.Query().Get("lang")); a.Words.Has(l) {
		return l
	}
	return i18n.Match(r.Header.Get("Accept-Language"), a.Words.Langs())
}
