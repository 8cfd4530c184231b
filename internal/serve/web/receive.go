package web

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/record"
)

// receive waits for the body of a request by which somebody may change something, before the time for statements begins:
// that is for the database, not for a slow line, for which the server has a limit of its own. Whoever reads the body
// finds it, or what went wrong, as if it came only then. It is a fault.TooSlow if the server waited long enough. Other
// bodies are read by nobody.
func receive(r *http.Request) {
	if !changes(r.Method) || !Writer.Met(record.ActorOf(r.Context())) {
		return
	}
	body, err := io.ReadAll(r.Body)
	var rest io.Reader = http.NoBody
	switch {
	case errors.Is(err, os.ErrDeadlineExceeded):
		rest = broken{fmt.Errorf("body: %w", fault.TooSlow)}
	case err != nil:
		rest = broken{err}
	}
	r.Body = struct {
		io.Reader
		io.Closer
	}{io.MultiReader(bytes.NewReader(body), rest), r.Body}
}

// broken is where a body broke off.
type broken struct{ err error }

func (b broken) Read([]byte) (int, error) { return 0, b.err }
