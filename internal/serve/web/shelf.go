package web

import (
	"net/http"
	"strconv"
	"sync"
)

// A shelf keeps finished pages, compressed as they went out, under their ETags: those say all that decides what a page
// shows, so what is found is right, and what nobody asks for any longer is in the way of nobody. The zero value is empty
// and ready.
//
// There are two boards. New pages are put on the first; when it is full, the second is cleared and they change places. A
// page that is asked for on the second comes to the first again.
type shelf struct {
	mu    sync.Mutex
	first map[string][]byte
	next  map[string][]byte
	bytes int // on the first
}

// boardSize is how many bytes of pages one board takes: a few hundred pages.
const boardSize = 2 << 20

func (s *shelf) get(tag string) ([]byte, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if page, ok := s.first[tag]; ok {
		return page, true
	}
	page, ok := s.next[tag]
	if ok {
		s.add(tag, page)
	}
	return page, ok
}

// put keeps a page, which must not be changed afterwards.
func (s *shelf) put(tag string, page []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.add(tag, page)
}

func (s *shelf) add(tag string, page []byte) {
	if s.bytes += len(page); s.first == nil || s.bytes > boardSize {
		s.next, s.first, s.bytes = s.first, map[string][]byte{}, len(page)
	}
	s.first[tag] = page
}

// Kept answers with the page as it was made before, if nothing has changed since and the client takes it compressed.
func (p *Page) Kept(w http.ResponseWriter, r *http.Request) bool {
	if !acceptsGzip(r) {
		return false
	}
	for _, clock := range []bool{false, true} {
		page, ok := p.Site.shelf.get(p.tag(clock))
		if !ok {
			continue
		}
		p.Clock = clock
		p.Tag(w)
		p.describe(w)
		w.Header().Add("Vary", "Accept-Encoding")
		sendCompressed(w, r, http.StatusOK, page)
		return true
	}
	return false
}

// sendCompressed writes a whole body that is compressed already.
func sendCompressed(w http.ResponseWriter, r *http.Request, status int, body []byte) {
	h := w.Header()
	h.Set("Content-Encoding", "gzip")
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // whoever hung up misses nothing
	}
}
