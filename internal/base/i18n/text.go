// Package i18n holds languages: texts in several of them, the words of the interface, and how each writes dates,
// numbers and the names of countries.
package i18n

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Lang is a BCP 47 language tag, such as "de" or "en".
type Lang string

// Text is one text in several languages, kept as canonical JSON: {"de":"…","en":"…"}, languages in byte order, no empty
// entries. The empty Text and "{}" both mean: no text. It goes from the database to the API without being parsed; a
// page parses what it shows.
type Text string

// Of makes a Text of pairs of language and words: Of("de", "Brunnen", "en", "Wells"). It is meant for literals.
func Of(pairs ...string) Text {
	m := make(map[Lang]string, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		m[Lang(pairs[i])] = pairs[i+1]
	}
	return FromMap(m)
}

// FromMap returns the Text with the non-empty entries of m.
func FromMap(m map[Lang]string) Text {
	langs := make([]Lang, 0, len(m))
	for l, s := range m {
		if s != "" {
			langs = append(langs, l)
		}
	}
	slices.Sort(langs)
	var b bytes.Buffer
	b.WriteByte('{')
	for i, l := range langs {
		if i > 0 {
			b.WriteByte(',')
		}
		quote(&b, string(l))
		b.WriteByte(':')
		quote(&b, m[l])
	}
	b.WriteByte('}')
	return Text(b.String())
}

// quote writes s as a JSON string, leaving <, > and & readable.
func quote(b *bytes.Buffer, s string) {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string always has a JSON form
	b.Truncate(b.Len() - 1)
}

// Map returns the entries of t. A Text that does not come from Of, FromMap or a checked source may be damaged; its map
// is then empty.
func (t Text) Map() map[Lang]string {
	m := map[Lang]string{}
	if t.Empty() {
		return m
	}
	if err := json.Unmarshal([]byte(t), &m); err != nil {
		return map[Lang]string{}
	}
	return m
}

// Empty reports whether t has no words in any language.
func (t Text) Empty() bool { return t == "" || t == "{}" }

// JSON returns t as a JSON object, "{}" for no text.
func (t Text) JSON() string {
	if t == "" {
		return "{}"
	}
	return string(t)
}

// words returns the words in l. It scans the canonical JSON instead of parsing it: pages show hundreds of texts, each in
// one of its languages.
func (t Text) words(l Lang) (words string, ok bool) {
	for lang, raw := range t.entries {
		if lang == l {
			return unquoted(raw), true
		}
	}
	return "", false
}

// entries calls yield with each language and its words as they stand between the quotes, until yield returns false or the
// JSON is not canonical any more.
func (t Text) entries(yield func(l Lang, raw string) bool) {
	rest := string(t)
	for opening := "{\""; ; opening = ",\"" {
		after, found := strings.CutPrefix(rest, opening)
		key, after, closed := strings.Cut(after, `":"`)
		end := quoteEnd(after)
		if !found || !closed || end < 0 || !yield(Lang(key), after[:end]) {
			return
		}
		rest = after[end+1:]
	}
}

// quoteEnd returns where the JSON string that s begins within ends, or -1.
func quoteEnd(s string) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '"':
			return i
		case '\\':
			i++
		}
	}
	return -1
}

// unquoted returns what a JSON string says that stands between its quotes.
func unquoted(raw string) string {
	if strings.IndexByte(raw, '\\') < 0 {
		return raw
	}
	var s string
	_ = json.Unmarshal([]byte(`"`+raw+`"`), &s) // canonical; damaged words are none
	return s
}

// In returns the words in l, or in the first of the fallback languages that has any, or in whichever language there is,
// and the language that they are in. It returns "", "" for no text.
func (t Text) In(l Lang, fallback ...Lang) (string, Lang) {
	if s, ok := t.words(l); ok {
		return s, l
	}
	for _, f := range fallback {
		if s, ok := t.words(f); ok {
			return s, f
		}
	}
	for _, f := range []Lang{"de", "en"} {
		if s, ok := t.words(f); ok {
			return s, f
		}
	}
	for f, raw := range t.entries { // in byte order
		return unquoted(raw), f
	}
	return "", ""
}

// With returns t with s as its words in l; an empty s removes the language.
func (t Text) With(l Lang, s string) Text {
	m := t.Map()
	m[l] = s
	return FromMap(m)
}

// ErrNotAText says that JSON is not an object of language tags and strings.
var ErrNotAText = fmt.Errorf("not a text in languages")

// MergeJSON applies a JSON merge patch (RFC 7396) to t: a string sets a language, null removes one, a bare null removes
// all. It returns ErrNotAText for anything else, for a malformed tag and for text that is not UTF-8.
func (t Text) MergeJSON(patch []byte) (Text, error) {
	if string(bytes.TrimSpace(patch)) == "null" {
		return "{}", nil
	}
	var in map[Lang]*string
	if err := json.Unmarshal(patch, &in); err != nil {
		return t, ErrNotAText
	}
	m := t.Map()
	for l, s := range in {
		switch {
		case !l.wellFormed():
			return t, ErrNotAText
		case s == nil || strings.TrimSpace(*s) == "":
			delete(m, l)
		case !utf8.ValidString(*s) || strings.ContainsRune(*s, 0):
			return t, ErrNotAText
		default:
			m[l] = *s
		}
	}
	return FromMap(m), nil
}

// wellFormed reports whether l has the shape of a language tag: "de", "zh-Hant", "de-x-ls".
func (l Lang) wellFormed() bool {
	if len(l) < 2 || len(l) > 35 {
		return false
	}
	for i, part := range strings.Split(string(l), "-") {
		if len(part) < 1 || len(part) > 8 || (i == 0 && (len(part) < 2 || len(part) > 3)) {
			return false
		}
		for _, c := range part {
			if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || i > 0 && c >= '0' && c <= '9') {
				return false
			}
		}
	}
	return true
}
