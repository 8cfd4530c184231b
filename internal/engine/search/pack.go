package search

import (
	"errors"
	"strconv"
	"strings"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/base/pack"
)

// errPacked is what a text that was not packed here leads to.
var errPacked = errors.New("what was stored of a document is damaged")

func packFacets(all []Facet) string {
	var b []byte
	for _, f := range all {
		b = pack.Append(b, f.Name, f.Value)
	}
	return string(b)
}

func packFields(all []Field) string {
	var b []byte
	for _, f := range all {
		class := strconv.Itoa(int(f.Class))
		if f.Internal {
			class += "i"
		}
		b = pack.Append(b, f.Name, class, string(f.Lang), f.Text)
	}
	return string(b)
}

func unpackFacets(s string) ([]Facet, error) {
	var out []Facet
	for r := pack.NewReader(s); r.More(); {
		out = append(out, Facet{r.Next(), r.Next()})
		if r.Bad() {
			return nil, errPacked
		}
	}
	return out, nil
}

func unpackFields(s string) ([]Field, error) {
	var out []Field
	for r := pack.NewReader(s); r.More(); {
		f := Field{Name: r.Next()}
		class, internal := strings.CutSuffix(r.Next(), "i")
		n, err := strconv.Atoi(class)
		f.Class, f.Internal = Class(n), internal
		f.Lang, f.Text = i18n.Lang(r.Next()), r.Next()
		if r.Bad() || err != nil {
			return nil, errPacked
		}
		out = append(out, f)
	}
	return out, nil
}
