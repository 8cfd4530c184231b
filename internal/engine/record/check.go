package record

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
)

// Check reports what is wrong with r as a fault.Invalid, or nil.
func (k *Kind) Check(r Record) error {
	inv := fault.Invalid{}
	k.check(inv, r)
	return inv.Err()
}

// check adds what is wrong with r to what is known to be.
func (k *Kind) check(to fault.Invalid, r Record) {
	for _, v := range k.Values(r) {
		v.check(to, v.Name)
	}
	if c, ok := r.(Checker); ok {
		c.Check(to)
	}
}

// longest is the limit of a text that has none of its own, in characters.
const longest = 2000

func (v Value) check(to fault.Invalid, path string) {
	if v.Type == TypeList {
		v.checkList(to, path)
		return
	}
	s := v.Text()
	if s == "" {
		if v.required {
			to.Add(path, "required")
		}
		return
	}
	limit := v.max
	if limit == 0 {
		limit = longest
	}
	switch v.Type {
	case TypeText, TypeMarkdown:
		for l, words := range v.ptr.(*i18n.Text).Map() {
			if !l.Canonical() {
				to.Add(path, "unknown_language")
			}
			if v.Name != "slug" && !i18n.Clean(words, v.lines || v.Type == TypeMarkdown) {
				to.Add(path, "bad_value")
			}
			if utf8.RuneCountInString(words) > limit {
				to.AddValue(path, "too_long", strconv.Itoa(limit))
			}
		}
	case TypeString:
		switch {
		case !utf8.ValidString(s) || !i18n.Clean(s, v.lines):
			to.Add(path, "bad_value")
		case utf8.RuneCountInString(s) > limit:
			to.AddValue(path, "too_long", strconv.Itoa(limit))
		case v.shape != nil && !v.shape.MatchString(s):
			to.Add(path, "bad_value")
		case v.url && !webAddress(s):
			to.Add(path, "bad_url")
		}
	case TypeEnum:
		if !slices.Contains(v.Choices, s) {
			to.AddValue(path, "unknown_choice", strings.Join(v.Choices, ", "))
		}
	case TypeDate:
		if _, ok := date.Parse(s); !ok {
			to.Add(path, "bad_date")
		}
	case TypeNumber:
		if !Decimal(s).Valid() {
			to.Add(path, "bad_number")
		}
	case TypeRef:
		r := v.Ref()
		if _, claims := r.ID.claimKey(); claims {
			break // becomes an id in the write
		}
		if !r.ID.Valid() || v.Targets != nil && !slices.Contains(v.Targets, r.Kind) {
			to.Add(path, "bad_reference")
		}
	}
}

func (v Value) checkList(to fault.Invalid, path string) {
	n := v.PartCount()
	switch {
	case n == 0 && v.required:
		to.Add(path, "required")
	case n > v.max:
		to.AddValue(path, "too_many", strconv.Itoa(v.max))
	}
	for i := range min(n, v.max) {
		_, vals := v.PartValues(i)
		for _, pv := range vals {
			pv.check(to, PartPath(path, i, pv.Name))
		}
	}
}

// webAddress reports whether s is an absolute address with http or https.
func webAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.User == nil
}
