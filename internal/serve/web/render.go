package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/a-h/templ"
	"github.com/klauspost/compress/gzip"
)

// fresh pages: a browser keeps what it got and asks each time whether it still holds; the answer to that costs one query.
const freshness = "public, max-age=0, must-revalidate"

// Unchanged answers 304 if the client has the page as it is now, before anything of its content is read. It knows a page
// with a clock by a tag that holds for a minute, and one without by a tag that holds until the content or the date
// changes; as long as the content is the same, a page does not turn from one into the other.
func (p *Page) Unchanged(w http.ResponseWriter, r *http.Request) bool {
	known := r.Header.Get("If-None-Match")
	if known == "" || known == "*" {
		return false
	}
	for _, tag := range []string{p.tag(false), p.tag(true)} {
		if tagMatches(known, strings.TrimPrefix(tag, "W/")) { // compared weakly
			h := w.Header()
			h.Set("ETag", tag)
			h.Set("Cache-Control", freshness)
			h.Set("Vary", "Accept-Encoding")
			w.WriteHeader(http.StatusNotModified)
			return true
		}
	}
	return false
}

// tag is the page's ETag: all that decides what it shows. It is weak, because the same page goes out plain and
// compressed.
func (p *Page) tag(clock bool) string {
	day := p.Now.Format(time.DateOnly)
	if clock {
		day = p.Now.Format("2006-01-02T15:04")
	}
	own := strings.Join([]string{
		string(p.Lang()), p.Site.Build, p.Site.Database, string(p.Office.ID),
		strconv.FormatInt(p.Version.All, 10), day, p.origin, p.local,
	}, "\x00")
	sum := sha256.Sum256([]byte(own))
	return `W/"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
}

// buffers and compressors are kept for the next page.
var (
	buffers     = sync.Pool{New: func() any { return new(bytes.Buffer) }}
	compressors = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}
)

// Render writes body in the frame of p. Nothing goes out before all of it is made, so that a failure still becomes a
// proper answer.
func Render(w http.ResponseWriter, r *http.Request, p *Page, body templ.Component) error {
	if p.Fleeting {
		w.Header().Set("Cache-Control", "no-store")
	} else {
		p.Tag(w)
	}
	return render(w, r, p, http.StatusOK, body)
}

func render(w http.ResponseWriter, r *http.Request, p *Page, status int, body templ.Component) error {
	b := buffers.Get().(*bytes.Buffer)
	defer keep(b)
	b.Reset()
	if err := frame(p, status == http.StatusOK && !p.Unlisted).Render(templ.WithChildren(r.Context(), body), b); err != nil {
		return fmt.Errorf("render %s: %w", r.URL.Path, err)
	}
	p.describe(w)
	if status != http.StatusOK || p.Fleeting || !acceptsGzip(r) {
		return Send(w, r, status, b.Bytes())
	}
	small := buffers.Get().(*bytes.Buffer)
	defer keep(small)
	small.Reset()
	if err := compress(small, b.Bytes()); err != nil {
		return err
	}
	p.Site.shelf.put(p.tag(p.Clock), bytes.Clone(small.Bytes()))
	w.Header().Add("Vary", "Accept-Encoding")
	sendCompressed(w, r, status, small.Bytes())
	return nil
}

// describe sets what every page says of itself.
func (p *Page) describe(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Language", string(p.Lang()))
}

// mostKept bounds the buffers that are kept: one large answer does not hold its memory for ever.
const mostKept = 256 << 10

func keep(b *bytes.Buffer) {
	if b.Cap() <= mostKept {
		buffers.Put(b)
	}
}

// Compressed is what the strong ETag of a compressed answer ends with: other bytes need another tag.
const Compressed = `-gzip"`

// Send writes a whole body, compressed for those who take it so. Its Content-Type is set already, and its ETag if it has
// one.
func Send(w http.ResponseWriter, r *http.Request, status int, body []byte) error {
	h := w.Header()
	h.Add("Vary", "Accept-Encoding")
	if len(body) > 1000 && acceptsGzip(r) {
		b := buffers.Get().(*bytes.Buffer)
		defer keep(b)
		b.Reset()
		if err := compress(b, body); err != nil {
			return err
		}
		if tag := h.Get("ETag"); strings.HasPrefix(tag, `"`) {
			h.Set("ETag", strings.TrimSuffix(tag, `"`)+Compressed)
		}
		sendCompressed(w, r, status, b.Bytes())
		return nil
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	if r.Method == http.MethodHead {
		return nil
	}
	_, _ = w.Write(body) // whoever hung up misses nothing
	return nil
}

func compress(to *bytes.Buffer, body []byte) error {
	z := compressors.Get().(*gzip.Writer)
	defer compressors.Put(z)
	z.Reset(to)
	if _, err := z.Write(body); err != nil {
		return fmt.Errorf("compress: %w", err)
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("compress: %w", err)
	}
	return nil
}

// Tag sets the headers by which a reader's own copy is known again, for an answer that is no page.
func (p *Page) Tag(w http.ResponseWriter) {
	w.Header().Set("ETag", p.tag(p.Clock))
	w.Header().Set("Cache-Control", freshness)
}
