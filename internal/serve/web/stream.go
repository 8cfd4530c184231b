package web

import (
	"net/http"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
)

// A Stream is an answer that goes out while it is made, compressed for those who take it so. Its headers are set before
// the first byte. Where making it fails on the way it must not be closed: the chain then breaks the connection off, so
// that half of it does not look like the whole.
type Stream struct {
	w       http.ResponseWriter
	control *http.ResponseController
	now     func() time.Time
	zip     *gzip.Writer // nil: as it is
	head    bool
}

// stall is how long a client may take for one portion of a stream, whatever the server allows for a whole answer.
const stall = 30 * time.Second

// NewStream begins a stream. compress says whether its content gets smaller at all.
func NewStream(w http.ResponseWriter, r *http.Request, now func() time.Time, compress bool) *Stream {
	s := &Stream{w: w, control: http.NewResponseController(w), now: now, head: r.Method == http.MethodHead}
	h := w.Header()
	if compress {
		h.Add("Vary", "Accept-Encoding")
	}
	if compress && acceptsGzip(r) {
		h.Set("Content-Encoding", "gzip")
		if tag := h.Get("ETag"); strings.HasPrefix(tag, `"`) {
			h.Set("ETag", strings.TrimSuffix(tag, `"`)+Compressed)
		}
		if !s.head {
			s.zip = compressors.Get().(*gzip.Writer)
			s.zip.Reset(w)
		}
	}
	return s
}

// Write sends b, or keeps it to be compressed with what follows. Of the answer to HEAD nothing is sent.
func (s *Stream) Write(b []byte) (int, error) {
	switch {
	case s.head:
		return len(b), nil
	case s.zip != nil:
		return s.zip.Write(b)
	}
	return s.w.Write(b)
}

// Portion says that a part is made, and gives the client time anew to take it. What cannot set a deadline has none.
func (s *Stream) Portion() { _ = s.control.SetWriteDeadline(s.now().Add(stall)) }

// Close ends a stream that is whole.
func (s *Stream) Close() error {
	if s.zip == nil {
		return nil
	}
	err := s.zip.Close()
	compressors.Put(s.zip)
	s.zip = nil
	return err
}
