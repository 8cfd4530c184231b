package web

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"time"

	"kontor.example/internal/base/fault"
)

// MethodNotAllowed says that an address is there, but not for this method. Allow lists those that it is there for.
type MethodNotAllowed struct{ Allow string }

func (m MethodNotAllowed) Error() string { return "method not allowed: only " + m.Allow }

// Status returns the HTTP status of an error: that of its kind of fault, and 500 for what is nobody's fault but ours.
func Status(err error) int {
	var inv fault.Invalid
	var many fault.TooMany
	var method MethodNotAllowed
	var body *http.MaxBytesError
	switch {
	case errors.Is(err, fault.BadRequest):
		return http.StatusBadRequest
	case errors.Is(err, fault.Unauthenticated):
		return http.StatusUnauthorized
	case errors.Is(err, fault.Forbidden):
		return http.StatusForbidden
	case errors.Is(err, fault.NotFound):
		return http.StatusNotFound
	case errors.As(err, &method):
		return http.StatusMethodNotAllowed
	case errors.Is(err, fault.Conflict):
		return http.StatusConflict
	case errors.Is(err, fault.PreconditionFailed):
		return http.StatusPreconditionFailed
	case errors.Is(err, fault.PreconditionRequired):
		return http.StatusPreconditionRequired
	case errors.Is(err, fault.TooLarge), errors.As(err, &body):
		return http.StatusRequestEntityTooLarge
	case errors.Is(err, fault.TooSlow):
		return http.StatusRequestTimeout
	case errors.Is(err, fault.MediaType):
		return http.StatusUnsupportedMediaType
	case errors.As(err, &inv):
		return http.StatusUnprocessableEntity
	case errors.As(err, &many):
		return http.StatusTooManyRequests
	case errors.Is(err, fault.Unavailable), errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}

// busyFor is how long a client is asked to wait when the store is away or a request took too long.
const busyFor = 5 * time.Second

// explain sets the headers that an answer with this error owes the client, beside its status.
func explain(h http.Header, err error) {
	var many fault.TooMany
	var method MethodNotAllowed
	switch {
	case errors.As(err, &many):
		h.Set("Retry-After", seconds(many.RetryAfter))
	case errors.As(err, &method):
		h.Set("Allow", method.Allow)
	case Status(err) == http.StatusUnauthorized:
		h.Set("WWW-Authenticate", `Bearer realm="Kontor"`)
	case Status(err) == http.StatusServiceUnavailable:
		h.Set("Retry-After", seconds(busyFor))
	}
}

// seconds writes a time to wait in whole seconds, rounded up, at least one.
func seconds(d time.Duration) string {
	return strconv.FormatInt(max(1, int64((d+time.Second-1)/time.Second)), 10)
}
