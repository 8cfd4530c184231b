package web

import "net/http"

// Share lets scripts of other sites read an answer that anybody may have. It is never called for an answer to a token.
func Share(w http.ResponseWriter) {
	h := w.Header()
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Access-Control-Expose-Headers", "Content-Disposition, ETag, Retry-After, X-Request-Id")
}

// Preflight answers a browser that asks whether a script of another site may read: it may, without credentials.
func Preflight(w http.ResponseWriter, _ *http.Request) error {
	h := w.Header()
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Access-Control-Allow-Methods", "GET, HEAD")
	h.Set("Access-Control-Allow-Headers", "Accept, Accept-Language, If-Modified-Since, If-None-Match")
	h.Set("Access-Control-Max-Age", "86400")
	w.WriteHeader(http.StatusNoContent)
	return nil
}
