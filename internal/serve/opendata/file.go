package opendata

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// A format is a way to write rows.
type format struct {
	ending    string
	mediaType string
	packed    bool // cannot be compressed further
	most      int  // rows; 0 is no limit
	begin     func(w io.Writer, t table, q *inquiry) (writer, error)
}

// A writer writes the rows of one file, one after the other.
type writer interface {
	row(r row) error
	end() error
}

func formats() []format {
	return []format{
		{ending: "csv", mediaType: "text/csv; charset=utf-8; header=present", begin: beginCSV},
		{ending: "geojson", mediaType: "application/geo+json", begin: beginGeoJSON},
		{ending: "json", mediaType: "application/json", begin: beginJSON},
		{
			ending: "xlsx", mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", packed: true,
			most: mostInWorkbook, begin: beginWorkbook,
		},
	}
}

// file answers with a data set in a format.
func (d *OpenData) file(t table, f format) web.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		web.Share(w)
		q, err := d.parse(r, t, f)
		if err != nil {
			return err
		}
		s, err := d.open(r, q.lang)
		if err != nil {
			return err
		}
		if q.Page = s.Page; s.unchanged(w, r) {
			return nil
		}
		rows, next, err := d.first(r, t, f, q)
		if err != nil {
			return err
		}
		h := w.Header()
		h.Set("Content-Type", f.mediaType)
		h.Set("Content-Language", string(q.lang))
		h.Set("Content-Disposition", `attachment; filename="`+q.fileName(t.Name+"."+f.ending)+`"`)
		s.tag(w)
		out := web.NewStream(w, r, d.Site.Now, !f.packed)
		if r.Method == http.MethodHead {
			w.WriteHeader(http.StatusOK)
			return nil
		}
		if f.most > 0 {
			select {
			case d.workbooks <- struct{}{}:
				defer func() { <-d.workbooks }()
			case <-r.Context().Done():
				return r.Context().Err()
			}
		}
		return d.write(r, out, t, f, q, rows, next)
	}
}

// first reads what has to be known before an answer begins: whether the filters are understood, whether the rows are not
// too many, and the first of them.
func (d *OpenData) first(r *http.Request, t table, f format, q *inquiry) (rows []row, next string, err error) {
	ctx := r.Context()
	if err := d.settle(ctx, q); err != nil {
		return nil, "", err
	}
	if f.most > 0 {
		n, err := t.count(ctx, q)
		if err != nil {
			return nil, "", err
		}
		if n < 0 || n > f.most {
			return nil, "", fault.Invalid{"": {Key: "too_many_rows", Value: strconv.Itoa(f.most)}}
		}
	}
	return t.read(ctx, q, "", record.MaxLimit)
}

// write sends the first rows and then all others, a portion at a time. The stream is closed only if all of it is there.
func (d *OpenData) write(r *http.Request, out *web.Stream, t table, f format, q *inquiry, rows []row, next string) error {
	to, err := f.begin(out, t, q)
	if err != nil {
		return err
	}
	for n := 0; ; {
		for _, one := range rows {
			if n++; f.most > 0 && n > f.most { // they became more since they were counted
				return fmt.Errorf("%s.%s: more rows than %d", t.Name, f.ending, f.most)
			}
			if err := to.row(one); err != nil {
				return fmt.Errorf("write %s.%s: %w", t.Name, f.ending, err)
			}
		}
		out.Portion()
		if next == "" {
			break
		}
		if rows, next, err = t.read(r.Context(), q, next, record.MaxLimit); err != nil {
			return err
		}
	}
	if err := to.end(); err != nil {
		return fmt.Errorf("write %s.%s: %w", t.Name, f.ending, err)
	}
	return out.Close()
}

// fileName is what a file is called on the reader's disk: "hannover-relations.csv".
func (q *inquiry) fileName(name string) string {
	if slug, _ := q.office.Slug.In(q.lang); slug != "" {
		return slug + "-" + name
	}
	return "kontor-" + name
}

// A state is what all files are made of at a moment: it decides whether a reader's copy is still good.
type state struct {
	*web.Page
	etag    string
	changed time.Time // the second after that of the last change; zero: not known, or that second has not come

	fleeting bool // rows that were searched for: the index follows the records, so no version tells what it finds
}

// open finds the state for a request. It reads what was changed last and whose host it is, and nothing of the content.
func (d *OpenData) open(r *http.Request, lang i18n.Lang) (state, error) {
	version, at, err := d.Kernel.Latest(r.Context()) // before the content: what is read later is at least as new
	if err != nil {
		return state{}, err
	}
	pg, err := d.Site.Open(r, lang)
	if err != nil {
		return state{}, err
	}
	own := strings.Join([]string{
		d.Site.Build, d.Site.Database, strconv.FormatInt(version, 10), string(pg.Office.ID), pg.Origin(), string(lang),
		r.URL.Path, r.URL.RawQuery,
	}, "\x00")
	sum := sha256.Sum256([]byte(own))
	s := state{Page: pg, etag: `W/"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`, fleeting: r.URL.Query().Has("q")}
	// Who read within the second of the last change, and says when by the Date of the answer, may have read what was there before it.
	if over := at.Time().Truncate(time.Second).Add(time.Second); at != "" && !over.After(d.Site.Now()) {
		s.changed = over
	}
	return s, nil
}

// tag sets what caches go by. The ETag is weak: the same file goes out plain and compressed.
func (s state) tag(w http.ResponseWriter) {
	h := w.Header()
	if s.fleeting {
		h.Set("Cache-Control", "no-store")
		return
	}
	h.Set("ETag", s.etag)
	h.Set("Cache-Control", "public, max-age=0, must-revalidate")
	if !s.changed.IsZero() {
		h.Set("Last-Modified", s.changed.UTC().Format(http.TimeFormat))
	}
}

// unchanged answers 304 if the client has what it asks for.
func (s state) unchanged(w http.ResponseWriter, r *http.Request) bool {
	if s.fleeting {
		return false
	}
	known := r.Header.Values("If-None-Match")
	same := false
	if len(known) == 0 {
		since, err := http.ParseTime(r.Header.Get("If-Modified-Since"))
		same = err == nil && !s.changed.IsZero() && !s.changed.After(since)
	}
	for tag := range strings.SplitSeq(strings.Join(known, ","), ",") {
		same = same || strings.TrimPrefix(strings.TrimSpace(tag), "W/") == strings.TrimPrefix(s.etag, "W/")
	}
	if same {
		s.tag(w)
		w.Header().Set("Vary", "Accept-Encoding")
		w.WriteHeader(http.StatusNotModified)
	}
	return same
}
