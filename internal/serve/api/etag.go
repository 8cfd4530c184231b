package api

import (
	"fmt"
	"hash/fnv"
	"net/http"
	"strconv"
	"strings"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// Tags are the ETags of one answer: strong, the version of the record (or of all content) and behind a hyphen a sum of
// everything else that the answer depends on, which is the program, the database, who asks and, if it holds titles of
// other records, the language and the version of all content.
type tags struct {
	rest string
	lang i18n.Lang // of the titles; empty for none
}

// tags returns the tags of answers about one record in a language.
func (a *API) tags(r *http.Request, lang i18n.Lang) (tags, error) {
	if lang == "" {
		return a.tagsAt(r, "", 0), nil
	}
	content, err := a.Kernel.Version(r.Context())
	return a.tagsAt(r, lang, content.All), err
}

func (a *API) tagsAt(r *http.Request, lang i18n.Lang, version int64) tags {
	actor := record.ActorOf(r.Context())
	sum := fnv.New64a()
	for _, part := range []string{a.Build, a.Database, string(actor.Role), string(actor.Office), string(lang)} {
		_, _ = sum.Write([]byte(part))
		_, _ = sum.Write([]byte{0})
	}
	_, _ = sum.Write(strconv.AppendInt(nil, version, 10))
	return tags{strconv.FormatUint(sum.Sum64(), 36), lang}
}

func (t tags) of(version int64) string {
	return `"` + strconv.FormatInt(version, 10) + "-" + t.rest + `"`
}

// set sets what caches go by. What visitors get may be kept and is asked for again with its tag; what is sent to a token
// is kept nowhere.
func (t tags) set(w http.ResponseWriter, r *http.Request, version int64) {
	h := w.Header()
	h.Set("ETag", t.of(version))
	h.Set("Vary", "Authorization")
	if record.ActorOf(r.Context()).Role == record.Visitor {
		h.Set("Cache-Control", "public, no-cache")
	} else {
		h.Set("Cache-Control", "no-store")
	}
}

// known answers 304, and returns true, if the client has this version already.
func (t tags) known(w http.ResponseWriter, r *http.Request, version int64) bool {
	tag, ok := named(r.Header.Get("If-None-Match"), t.of(version))
	if !ok {
		return false
	}
	t.set(w, r, version)
	w.Header().Set("ETag", tag)
	w.Header().Add("Vary", "Accept-Encoding")
	w.WriteHeader(http.StatusNotModified)
	return true
}

// named reports whether an If-None-Match header names tag, as it is or as that of the compressed answer, and returns the
// one that it names.
func named(header, tag string) (string, bool) {
	compressed := strings.TrimSuffix(tag, `"`) + web.Compressed
	for one := range strings.SplitSeq(header, ",") {
		switch strings.TrimPrefix(strings.TrimSpace(one), "W/") {
		case "*", tag:
			return tag, true
		case compressed:
			return compressed, true
		}
	}
	return "", false
}

// matches compares the version in If-Match with that of the record; whatever says that any version would do. Only what
// stands before the hyphen counts, so a tag goes on being good after an update of the program. It returns fault.PreconditionRequired if the header is needed and
// missing, fault.PreconditionFailed if it names another version, and fault.BadRequest if it is no list of tags.
func matches(r *http.Request, version int64, needed bool) (whatever bool, err error) {
	values := r.Header.Values("If-Match")
	if len(values) == 0 {
		if needed {
			return false, fault.PreconditionRequired
		}
		return true, nil
	}
	all := strings.TrimSpace(strings.Join(values, ","))
	if all == "*" {
		return true, nil
	}
	same := false
	for one := range strings.SplitSeq(all, ",") {
		one = strings.TrimSpace(one)
		strong := strings.TrimPrefix(one, "W/")
		inner, quoted := strings.CutPrefix(strong, `"`)
		inner, closed := strings.CutSuffix(inner, `"`)
		if !quoted || !closed {
			return false, fmt.Errorf("If-Match is no list of tags: %w", fault.BadRequest)
		}
		before, _, _ := strings.Cut(inner, "-")
		same = same || before == strconv.FormatInt(version, 10) && strong == one // a weak tag never matches
	}
	if !same {
		return false, fault.PreconditionFailed
	}
	return false, nil
}
