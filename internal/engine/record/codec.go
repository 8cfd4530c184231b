package record

import (
	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/base/pack"
)

// A codec knows how the variable behind a field is read from its columns, written to them and compared.
type codec interface {
	// targets appends what rows.Scan fills, one for each column.
	targets(dst []any, ptr any) []any
	// args appends what is bound to a statement, one for each column.
	args(dst []any, ptr any) []any
	// take reads the value from where its columns were packed.
	take(ptr any, r *pack.Reader)
	// text returns the value in a canonical form; two values are equal if their texts are; "" is no value.
	text(ptr any) string
	// json appends the value as JSON.
	json(dst []byte, ptr any) []byte
	// merge sets the value to what a JSON merge patch says; it returns the key of a message, or "".
	merge(ptr any, raw []byte) string
}

type stringCodec struct{}

func (stringCodec) targets(dst []any, ptr any) []any { return append(dst, ptr) }
func (stringCodec) args(dst []any, ptr any) []any    { return append(dst, *ptr.(*string)) }
func (stringCodec) take(ptr any, r *pack.Reader)     { *ptr.(*string) = r.Next() }
func (stringCodec) text(ptr any) string              { return *ptr.(*string) }

type textCodec struct{}

func (textCodec) targets(dst []any, ptr any) []any {
	return append(dst, (*string)(ptr.(*i18n.Text)))
}
func (textCodec) args(dst []any, ptr any) []any { return append(dst, ptr.(*i18n.Text).JSON()) }
func (textCodec) take(ptr any, r *pack.Reader)  { *ptr.(*i18n.Text) = i18n.Text(r.Next()) }
func (textCodec) text(ptr any) string {
	if t := *ptr.(*i18n.Text); !t.Empty() {
		return string(t)
	}
	return ""
}

type dateCodec struct{}

func (dateCodec) targets(dst []any, ptr any) []any {
	return append(dst, (*string)(ptr.(*date.Partial)))
}
func (dateCodec) args(dst []any, ptr any) []any { return append(dst, string(*ptr.(*date.Partial))) }
func (dateCodec) take(ptr any, r *pack.Reader)  { *ptr.(*date.Partial) = date.Partial(r.Next()) }
func (dateCodec) text(ptr any) string           { return string(*ptr.(*date.Partial)) }

type numberCodec struct{}

func (numberCodec) targets(dst []any, ptr any) []any { return append(dst, (*string)(ptr.(*Decimal))) }
func (numberCodec) args(dst []any, ptr any) []any    { return append(dst, string(*ptr.(*Decimal))) }
func (numberCodec) take(ptr any, r *pack.Reader)     { *ptr.(*Decimal) = Decimal(r.Next()) }
func (numberCodec) text(ptr any) string              { return string(*ptr.(*Decimal)) }

type timeCodec struct{}

func (timeCodec) targets(dst []any, ptr any) []any { return append(dst, (*string)(ptr.(*Time))) }
func (timeCodec) args(dst []any, ptr any) []any    { return append(dst, string(*ptr.(*Time))) }
func (timeCodec) take(ptr any, r *pack.Reader)     { *ptr.(*Time) = Time(r.Next()) }
func (timeCodec) text(ptr any) string              { return string(*ptr.(*Time)) }

type boolCodec struct{}

func (boolCodec) targets(dst []any, ptr any) []any { return append(dst, ptr) }
func (boolCodec) args(dst []any, ptr any) []any    { return append(dst, *ptr.(*bool)) }
func (boolCodec) take(ptr any, r *pack.Reader)     { *ptr.(*bool) = r.Next() != "" }
func (boolCodec) text(ptr any) string {
	if *ptr.(*bool) {
		return "true"
	}
	return ""
}

type enumCodec[S ~string] struct{}

func (enumCodec[S]) targets(dst []any, ptr any) []any { return append(dst, ptr) }
func (enumCodec[S]) args(dst []any, ptr any) []any    { return append(dst, string(*ptr.(*S))) }
func (enumCodec[S]) take(ptr any, r *pack.Reader)     { *ptr.(*S) = S(r.Next()) }
func (enumCodec[S]) text(ptr any) string              { return string(*ptr.(*S)) }
func (enumCodec[S]) set(ptr any, s string)            { *ptr.(*S) = S(s) }

// A referring codec belongs to a reference and shows it as a Ref.
type referring interface {
	codec
	ref(ptr any) Ref
	setRef(ptr any, r Ref)
}

type oneCodec struct{ kind string }

func (oneCodec) targets(dst []any, ptr any) []any { return append(dst, ptr) }
func (oneCodec) args(dst []any, ptr any) []any    { return append(dst, nullable(*ptr.(*ID))) }
func (oneCodec) take(ptr any, r *pack.Reader)     { *ptr.(*ID) = ID(r.Next()) }
func (oneCodec) text(ptr any) string              { return string(*ptr.(*ID)) }
func (c oneCodec) ref(ptr any) Ref {
	if id := *ptr.(*ID); id != "" {
		return Ref{c.kind, id}
	}
	return Ref{}
}
func (oneCodec) setRef(ptr any, r Ref) { *ptr.(*ID) = r.ID }

type someCodec struct{ kinds []string }

func (c someCodec) targets(dst []any, ptr any) []any {
	ref := ptr.(*Ref)
	*ref = Ref{}
	for _, k := range c.kinds {
		dst = append(dst, &refColumn{ref, k})
	}
	return dst
}

func (c someCodec) args(dst []any, ptr any) []any {
	ref := *ptr.(*Ref)
	for _, k := range c.kinds {
		if k == ref.Kind {
			dst = append(dst, nullable(ref.ID))
		} else {
			dst = append(dst, nil)
		}
	}
	return dst
}

func (c someCodec) take(ptr any, r *pack.Reader) {
	for _, k := range c.kinds {
		if id := r.Next(); id != "" {
			*ptr.(*Ref) = Ref{k, ID(id)}
		}
	}
}

func (someCodec) text(ptr any) string   { return refText(*ptr.(*Ref)) }
func (someCodec) ref(ptr any) Ref       { return *ptr.(*Ref) }
func (someCodec) setRef(ptr any, r Ref) { *ptr.(*Ref) = r }

// A refColumn fills a Ref from the one of its columns that is not NULL.
type refColumn struct {
	ref  *Ref
	kind string
}

func (c *refColumn) Scan(src any) error {
	var id ID
	if err := id.Scan(src); err != nil || id == "" {
		return err
	}
	*c.ref = Ref{c.kind, id}
	return nil
}

type anyCodec struct{}

func (anyCodec) targets(dst []any, ptr any) []any {
	ref := ptr.(*Ref)
	return append(dst, &ref.ID, &ref.Kind)
}

func (anyCodec) args(dst []any, ptr any) []any {
	ref := *ptr.(*Ref)
	if ref.ID == "" {
		return append(dst, nil, nil)
	}
	return append(dst, string(ref.ID), ref.Kind)
}

func (anyCodec) take(ptr any, r *pack.Reader) {
	id, kind := r.Next(), r.Next()
	*ptr.(*Ref) = Ref{kind, ID(id)}
}

func (anyCodec) text(ptr any) string   { return refText(*ptr.(*Ref)) }
func (anyCodec) ref(ptr any) Ref       { return *ptr.(*Ref) }
func (anyCodec) setRef(ptr any, r Ref) { *ptr.(*Ref) = r }

func refText(r Ref) string {
	if r.ID == "" {
		return ""
	}
	return r.Kind + "/" + string(r.ID)
}

func nullable(id ID) any {
	if id == "" {
		return nil
	}
	return string(id)
}
