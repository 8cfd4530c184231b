package web

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"

	"kontor.example/internal/base/fault"
)

// AssetPath is where Assets expects to be mounted.
const AssetPath = "/assets/"

// siteCSS is the one stylesheet of a page. It does not lie in the file system but is put together from siteParts.
const siteCSS = "css/site.css"

// siteParts are the stylesheets that siteCSS holds, in the order of the cascade.
var siteParts = [...]string{"css/kern.css", "css/kontor.css", "css/map.css"}

// Assets serves the files that pages load: stylesheet, fonts, scripts, pictures.
//
// Each file has an address made of its name and a hash of its content (/assets/css/site.3f2a9c1d04be.css). Such an
// address never means anything else, so browsers keep what they got for a year and never ask again; a new release has
// new addresses. Everything is read, hashed and compressed once, by NewAssets; after that Assets does not change.
type Assets struct {
	urls  map[string]string // name in the file system → address
	files map[string]*asset // address → file
}

type asset struct {
	contentType string
	etag        string
	plain       []byte
	gzipped     []byte // nil where compression gains nothing
}

// NewAssets reads every file of fsys. Stylesheets may refer to other files by relative url("…"), which is replaced by
// the address of that file. It fails if such a file is missing or if a file is of a kind that is not served here.
func NewAssets(fsys fs.FS) (*Assets, error) {
	content, err := readAll(fsys)
	if err != nil {
		return nil, fmt.Errorf("assets: %w", err)
	}
	a := &Assets{urls: map[string]string{}, files: map[string]*asset{}}
	var sheets []string
	for name, body := range content {
		if path.Ext(name) == ".css" {
			sheets = append(sheets, name) // later, when the files they refer to have their addresses
		} else if err := a.add(name, body); err != nil {
			return nil, fmt.Errorf("assets: %w", err)
		}
	}
	for _, name := range sheets {
		body, err := a.rewrite(name, content[name])
		if err != nil {
			return nil, fmt.Errorf("assets: %w", err)
		}
		if err := a.add(name, body); err != nil {
			return nil, fmt.Errorf("assets: %w", err)
		}
	}
	return a, nil
}

// readAll returns the files of fsys by name, with siteCSS in place of its parts.
func readAll(fsys fs.FS) (map[string][]byte, error) {
	content := map[string][]byte{}
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content[name], err = fs.ReadFile(fsys, name)
		return err
	})
	if err != nil {
		return nil, err
	}
	var site bytes.Buffer
	for _, name := range siteParts {
		part, ok := content[name]
		if !ok {
			return nil, fmt.Errorf("%s is missing", name)
		}
		site.Write(part)
		site.WriteByte('\n')
		delete(content, name)
	}
	content[siteCSS] = site.Bytes()
	return content, nil
}

// add gives a file its address and keeps it in the forms in which it is sent.
func (a *Assets) add(name string, body []byte) error {
	contentType, compressible, err := assetKind(name)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(body)
	hash := hex.EncodeToString(sum[:6])
	ext := path.Ext(name)
	url := AssetPath + strings.TrimSuffix(name, ext) + "." + hash + ext
	file := &asset{contentType: contentType, etag: `"` + hash + `"`, plain: body}
	if compressible {
		if file.gzipped, err = gzipAsset(body); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	a.urls[name], a.files[url] = url, file
	return nil
}

// assetKind returns the Content-Type of a file by its extension, and whether it is worth compressing.
func assetKind(name string) (contentType string, compressible bool, err error) {
	switch path.Ext(name) {
	case ".css":
		return "text/css; charset=utf-8", true, nil
	case ".js":
		return "text/javascript; charset=utf-8", true, nil
	case ".svg":
		return "image/svg+xml", true, nil
	case ".woff2":
		return "font/woff2", false, nil
	case ".png":
		return "image/png", false, nil
	}
	return "", false, fmt.Errorf("%s: no such kind of file is served", name)
}

func gzipAsset(body []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(body); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	if b.Len() >= len(body) {
		return nil, nil
	}
	return b.Bytes(), nil
}

// rewrite replaces every url("…") of a stylesheet by the address of the file it names.
func (a *Assets) rewrite(sheet string, css []byte) ([]byte, error) {
	var missing error
	out := regexp.MustCompile(`url\("([^"]+)"\)`).ReplaceAllFunc(css, func(ref []byte) []byte {
		target := string(ref[len(`url("`) : len(ref)-len(`")`)])
		name := path.Join(path.Dir(sheet), target)
		url, ok := a.urls[name]
		if !ok {
			missing = fmt.Errorf("%s refers to %s, which does not exist", sheet, target)
		}
		return []byte(`url("` + url + `")`)
	})
	return out, missing
}

// Lookup returns the address of the file that is called name in the file system, such as "css/site.css".
func (a *Assets) Lookup(name string) (url string, ok bool) {
	url, ok = a.urls[name]
	return url, ok
}

// URL is Lookup for templates. Of a name that does not exist it makes an address that answers 404; a test of the pages
// finds it.
func (a *Assets) URL(name string) string {
	if url, ok := a.urls[name]; ok {
		return url
	}
	return AssetPath + name
}

// Serve answers GET and HEAD for the address in r. It returns fault.NotFound for an address that it did not give out,
// leaving the answer to the caller.
func (a *Assets) Serve(w http.ResponseWriter, r *http.Request) error {
	file, ok := a.files[r.URL.Path]
	if !ok {
		return fmt.Errorf("asset %s: %w", r.URL.Path, fault.NotFound)
	}
	h := w.Header()
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		h.Set("Allow", "GET, HEAD")
		w.WriteHeader(http.StatusMethodNotAllowed)
		return nil
	}
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("ETag", file.etag)
	h.Set("X-Content-Type-Options", "nosniff")
	body := file.plain
	if file.gzipped != nil {
		h.Set("Vary", "Accept-Encoding")
		if acceptsGzip(r) {
			h.Set("Content-Encoding", "gzip")
			h.Set("ETag", strings.TrimSuffix(file.etag, `"`)+Compressed)
			body = file.gzipped
		}
	}
	if tagMatches(r.Header.Get("If-None-Match"), h.Get("ETag")) {
		h.Del("Content-Encoding")
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	h.Set("Content-Type", file.contentType)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method == http.MethodHead {
		return nil
	}
	_, err := w.Write(body)
	return err
}

// ServeHTTP is Serve for a plain mux: an unknown address answers 404.
func (a *Assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if errors.Is(a.Serve(w, r), fault.NotFound) {
		http.NotFound(w, r)
	}
}

// acceptsGzip reads Accept-Encoding: gzip is named there and not refused by a quality of zero.
func acceptsGzip(r *http.Request) bool {
	for coding := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, quality, _ := strings.Cut(coding, ";")
		if !strings.EqualFold(strings.TrimSpace(name), "gzip") {
			continue
		}
		_, q, weighted := strings.Cut(quality, "=")
		value, err := strconv.ParseFloat(strings.TrimSpace(q), 64)
		return !weighted || err == nil && value > 0
	}
	return false
}

// tagMatches tells whether an If-None-Match header names tag.
func tagMatches(header, tag string) bool {
	if header == "*" {
		return true
	}
	return slices.ContainsFunc(strings.Split(header, ","), func(one string) bool {
		return strings.TrimPrefix(strings.TrimSpace(one), "W/") == tag
	})
}
