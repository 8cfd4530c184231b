package record

import (
	"slices"

	"kontor.example/internal/base/i18n"
)

// Kind is what the rest of the program knows of a kind of record.
type Kind struct {
	Name, Plural string   // "relation", "relations": the table, the path of the API
	Title        string   // the text field by which people know a record; empty if it has none
	Summary      string   // the text field that says in a sentence what it is; empty if it has none
	Shared       bool     // belongs to the instance (SharedOffice), not to one office
	Slugged      bool     // has a readable address per language
	Policy       Policy   // no rule, no right
	Filters      []Filter // beside those that every enum, reference and yes-or-no field gives
	Sorts        []string // fields by which a list can be sorted, the first one by default; "-" before it: descending

	fields  []*Field
	filters []Filter // all that there are
}

// Fields lists the fields in the order in which they were declared, those that every record has first.
func (k *Kind) Fields() []*Field { return k.fields }

// Field returns the field with this name.
func (k *Kind) Field(name string) (*Field, bool) {
	for _, f := range k.fields {
		if f.Name == name {
			return f, true
		}
	}
	return nil, false
}

// Choices returns the codes that an enum field may have, of the kind of which empty is a record; a field of the parts of a
// list is named behind the list. It is nil if there is no such field.
func Choices(empty Record, path ...string) []string {
	var fs Fields
	empty.Fields(&fs)
	fields := fs.rules
	for i, name := range path {
		at := slices.IndexFunc(fields, func(f *Field) bool { return f.Name == name })
		switch {
		case at < 0:
			return nil
		case i == len(path)-1:
			return fields[at].Choices
		}
		fields = fields[at].Parts
	}
	return nil
}

// describe learns the fields of a kind from an empty record.
func (k *Kind) describe(empty Record) {
	var fs Fields
	empty.base().baseFields(&fs)
	empty.Fields(&fs)
	k.fields = fs.rules
	if !k.Slugged {
		slug, _ := k.Field("slug")
		slug.computed = true
	}
	for name, w := range map[string]Weight{k.Title: AsTitle, k.Summary: AsSummary} {
		if f, ok := k.Field(name); ok {
			f.weight = w
		}
	}
	k.filters = k.allFilters()
}

// whole returns the record of which r is a part, if its kind joins one: an agreement its relation. Kinds that join
// records of any kind, such as facts, are parts of none.
func (k *Kind) whole(r Record) ID {
	for _, v := range k.Values(r) {
		if v.joins && len(v.Targets) == 1 {
			return v.Ref().ID
		}
	}
	return ""
}

// joinsAny reports whether the kind joins records of any kind.
func (k *Kind) joinsAny() bool {
	return slices.ContainsFunc(k.fields, func(f *Field) bool { return f.joins && f.Targets == nil })
}

// Values lists the fields of r with its variables, in the order of declaration.
func (k *Kind) Values(r Record) []Value { return values(k.fields, bind(&Fields{}, r)) }

func values(fields []*Field, vars []any) []Value {
	out := make([]Value, len(vars))
	for i, ptr := range vars {
		out[i] = Value{fields[i], ptr}
	}
	return out
}

// A Value is a field together with the variable that holds it in one record.
type Value struct {
	*Field
	ptr any
}

// Text returns the value in canonical form; equal values have equal texts, no value has none.
func (v Value) Text() string { return v.codec.text(v.ptr) }

// Ref returns what a reference refers to.
func (v Value) Ref() Ref {
	if c, ok := v.codec.(referring); ok {
		return c.ref(v.ptr)
	}
	return Ref{}
}

// PartCount returns how many parts a list has.
func (v Value) PartCount() int {
	if c, ok := v.codec.(parts); ok {
		return c.len(v.ptr)
	}
	return 0
}

// PartValues returns the id and the values of the i-th part of a list.
func (v Value) PartValues(i int) (ID, []Value) {
	p := v.codec.(parts).at(v.ptr, i)
	return p.part().ID, values(v.Parts, bindPart(&Fields{}, p))
}

// titleOf returns the text by which people know r, or none.
func (k *Kind) titleOf(r Record) i18n.Text {
	if k.Title == "" {
		return ""
	}
	for _, v := range k.Values(r) {
		if v.Name == k.Title {
			return *v.ptr.(*i18n.Text)
		}
	}
	return ""
}
