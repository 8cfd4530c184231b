package record

import (
	"slices"

	"kontor.example/internal/base/pack"
)

// Part is what every repeating part of a record has. Embed it.
type Part struct{ ID ID }

func (p *Part) part() *Part { return p }

// What embeds Part has half of what a PartRecord needs.
var _ interface{ part() *Part } = (*Part)(nil)

// A PartRecord is a part that can name its fields. Its row is kept in the table KIND_LIST with the columns id, parent
// and position beside its own.
type PartRecord interface {
	part() *Part
	Fields(*Fields)
}

// PtrPart is a pointer to a T that is a part.
type PtrPart[T any] interface {
	*T
	PartRecord
}

// List declares repeating parts: a side of a relation, a step of its history. They are read, checked, versioned and
// audited with their parent.
func List[T any, P PtrPart[T]](fs *Fields, name string, p *[]T) *Field {
	if fs.binding {
		fs.vars = append(fs.vars, p)
		return &fs.ignored
	}
	var inner Fields
	P(new(T)).Fields(&inner)
	f := fs.add(TypeList, name, p, listCodec[T, P]{})
	f.Parts, f.columns, f.max = inner.rules, nil, 500
	return f
}

// parts is a list without its type.
type parts interface {
	len(ptr any) int
	at(ptr any, i int) PartRecord
	add(ptr any, p PartRecord)
	set(ptr any, all []PartRecord)
	clone(ptr any)
	fresh() PartRecord
	grow(ptr any) PartRecord // adds an empty part and returns it
}

type listCodec[T any, P PtrPart[T]] struct{}

func (listCodec[T, P]) len(ptr any) int              { return len(*ptr.(*[]T)) }
func (listCodec[T, P]) at(ptr any, i int) PartRecord { return P(&(*ptr.(*[]T))[i]) }
func (listCodec[T, P]) fresh() PartRecord            { return P(new(T)) }

func (listCodec[T, P]) add(ptr any, p PartRecord) {
	list := ptr.(*[]T)
	*list = append(*list, *p.(P))
}

func (listCodec[T, P]) grow(ptr any) PartRecord {
	list := ptr.(*[]T)
	*list = append(*list, *new(T))
	return P(&(*list)[len(*list)-1])
}

func (listCodec[T, P]) set(ptr any, all []PartRecord) {
	var list []T
	for _, p := range all {
		list = append(list, *p.(P))
	}
	*ptr.(*[]T) = list
}

// clone gives the list an array of its own.
func (listCodec[T, P]) clone(ptr any) { *ptr.(*[]T) = slices.Clone(*ptr.(*[]T)) }

// Lists have no columns of their own in the parent's table.
func (listCodec[T, P]) targets(dst []any, _ any) []any { return dst }
func (listCodec[T, P]) args(dst []any, _ any) []any    { return dst }
func (listCodec[T, P]) take(any, *pack.Reader)         {}
func (listCodec[T, P]) text(any) string                { return "" }
func (listCodec[T, P]) json(dst []byte, _ any) []byte  { return dst }
func (listCodec[T, P]) merge(any, []byte) string       { return "" }
