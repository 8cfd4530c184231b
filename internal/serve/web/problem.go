package web

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

// Problem answers a program with a problem, explained in words. It is the only place where an error becomes a status and
// a sentence for programs; what the answer varies by, the door has set already.
func Problem(w http.ResponseWriter, words *i18n.Localizer, err error) {
	status := Status(err)
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
	h.Set("Content-Length", strconv.Itoa(b.Len()))
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes())
}
