package web

import (
	"context"
	"net/http"
	"strconv"
	"strings"
	"time"

	"kontor.example/internal/base/i18n"
)

// explainWithin bounds what an error page waits for the name of its office.
const explainWithin = time.Second

// Fail answers with a page that says in the reader's language what went wrong and what to do. The cause stays in the log.
// It needs nothing of the database: where that is away, the page names the office as it was last read, or none. The time
// of the request may be over; that of its explanation begins now.
func (s *Site) Fail(w http.ResponseWriter, r *http.Request, err error) {
	status := Status(err)
	lang := s.langOf(r)
	r = r.WithContext(context.WithoutCancel(r.Context()))
	ctx, cancel := context.WithTimeout(r.Context(), explainWithin)
	found, _, _ := s.Offices.At(ctx, r.Host)
	cancel()
	p := s.page(r, lang, found)
	p.Path = "/" // the other language of an error is the home page
	key := "problem." + strconv.Itoa(status)
	if !p.Has(key + ".title") {
		key = "problem.500"
	}
	p.Title = p.T(key + ".title")
	w.Header().Add("Vary", "Accept-Language")
	number := "" // asked for only where somebody has to look for the cause
	if status >= http.StatusInternalServerError {
		number = w.Header().Get("X-Request-Id")
	}
	if render(w, r, p, status, problemPage(p, key, number)) != nil {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.WriteHeader(status)
		_, _ = w.Write([]byte(http.StatusText(status) + "\n"))
	}
}

// langOf returns the language that a request asks for by its path or, without one there, by its headers.
func (s *Site) langOf(r *http.Request) i18n.Lang {
	first, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	if l := i18n.Lang(first); s.Words.Has(l) {
		return l
	}
	return i18n.Match(r.Header.Get("Accept-Language"), s.Words.Langs())
}
