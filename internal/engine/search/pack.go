package search

import (
	"errors"
	"strconv"
	"strings"

	"kontor.example/internal/base/i18n"
)

// What a document consists of is stored as one text of parts, each behind its length in bytes: "5:title1:12:de7:Rouen …".
// A hit is unpacked without looking at its letters, and its parts share the memory of the whole; JSON took a fifth of a
// search.

// errPacked is what a text that was not packed here leads to.
var errPacked = errors.New("what was stored of a document is damaged")

type packer struct{ strings.Builder }

func (p *packer) add(parts ...string) {
	for _, s := range parts {
		p.WriteString(strconv.Itoa(len(s)))
		p.WriteByte(':')
		p.WriteString(s)
	}
}

func packFacets(all []Facet) string {
	var p packer
	for _, f := range all {
		p.add(f.Name, f.Value)
	}
	return p.String()
}

func packFields(all []Field) string {
	var p packer
	for _, f := range all {
		class := strconv.Itoa(int(f.Class))
		if f.Internal {
			class += "i"
		}
		p.add(f.Name, class, string(f.Lang), f.Text)
	}
	return p.String()
}

// An unpacker takes part after part from what was packed; bad tells that something was no part.
type unpacker struct {
	rest string
	bad  bool
}

func (u *unpacker) next() string {
	length, rest, ok := strings.Cut(u.rest, ":")
	n, err := strconv.Atoi(length)
	if !ok || err != nil || n < 0 || n > len(rest) {
		u.rest, u.bad = "", true
		return ""
	}
	u.rest = rest[n:]
	return rest[:n]
}

func unpackFacets(s string) ([]Facet, error) {
	var out []Facet
	for u := (unpacker{rest: s}); u.rest != ""; {
		out = append(out, Facet{u.next(), u.next()})
		if u.bad {
			return nil, errPacked
		}
	}
	return out, nil
}

func unpackFields(s string) ([]Field, error) {
	var out []Field
	for u := (unpacker{rest: s}); u.rest != ""; {
		f := Field{Name: u.next()}
		class, internal := strings.CutSuffix(u.next(), "i")
		n, err := strconv.Atoi(class)
		f.Class, f.Internal = Class(n), internal
		f.Lang, f.Text = i18n.Lang(u.next()), u.next()
		if u.bad || err != nil {
			return nil, errPacked
		}
		out = append(out, f)
	}
	return out, nil
}
