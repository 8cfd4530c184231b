package record

import (
	"regexp"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
)

// Type says how a field is stored, shown in a form and described in the API.
type Type string

// The types of fields.
const (
	TypeString   Type = "string"   // one line or more, in no particular language
	TypeText     Type = "text"     // a text per language
	TypeMarkdown Type = "markdown" // a text per language, with simple mark-up
	TypeEnum     Type = "enum"     // one of a fixed list of codes
	TypeDate     Type = "date"     // a partial date
	TypeNumber   Type = "number"   // an exact decimal number
	TypeBool     Type = "bool"     // yes or no
	TypeRef      Type = "ref"      // another record
	TypeList     Type = "list"     // repeating parts
	TypeTime     Type = "time"     // a moment, UTC
)

// Class says who may see a field: it is enforced here, for every door alike.
type Class int

// The classes, each seen by fewer than the one before.
const (
	Public       Class = iota // everyone who may see the record
	Internal                  // the staff of the record's office
	Confidential              // editors of the record's office
	Personal                  // editors of the record's office; erased on request
)

func (c Class) String() string {
	return [...]string{"public", "internal", "confidential", "personal"}[c]
}

// A Field is one property of a kind: its name and its rules.
type Field struct {
	Name    string
	Type    Type
	Choices []string // for enums: the codes
	Targets []string // for references: the kinds that may be referred to; nil means any
	Parts   []*Field // for lists: the fields of a part
	Class   Class

	codec      codec
	columns    []string
	required   bool
	max        int            // longest value in characters per language, or most parts of a list
	computed   bool           // set by the program only
	joins      bool           // the record is seen only where the record referred to is
	sortable   bool           // a text with a sort key per language
	fixed      bool           // may be set at creation only
	unique     bool           // no two records of the kind have the same value
	once       bool           // no two records of an office have the same value, those in the trash aside
	with       []string       // for once: the fields that must be the same as well
	emptyOnce  bool           // for unique: only one published record has none
	url        bool           // an address on the web
	lines      bool           // may have several lines
	shape      *regexp.Regexp // of a string; nil for any
	tree       bool           // a reference that leads up a tree
	sameOffice bool           // refers to a record of the same office
	weight     Weight
	facets     []string // under which the value narrows searches
	handedOn   bool     // names those who refer to the record, too
	key        string
}

// Required says that a record without a value is refused.
func (f *Field) Required() *Field { f.required = true; return f }

// Max limits a value to n characters per language, or a list to n parts.
func (f *Field) Max(n int) *Field { f.max = n; return f }

// Internal keeps the field to the staff of the record's office.
func (f *Field) Internal() *Field { f.Class = Internal; return f }

// Confidential keeps the field to the editors of the record's office.
func (f *Field) Confidential() *Field { f.Class = Confidential; return f }

// Personal keeps the field to the editors of the record's office and marks it as data about a person.
func (f *Field) Personal() *Field { f.Class = Personal; return f }

// Computed says that only the program sets the field; a caller who sends another value is refused.
func (f *Field) Computed() *Field { f.computed = true; return f }

// Fixed says that the field is set at creation and never changes.
func (f *Field) Fixed() *Field { f.fixed = true; return f }

// Joins says that the record is seen only by those who see the record that this field refers to.
func (f *Field) Joins() *Field { f.joins = true; return f }

// Sorted keeps a sort key per language beside a text, in the columns NAME_key_de and NAME_key_en.
func (f *Field) Sorted() *Field { f.sortable = true; return f }

// Unique says that no two records of the kind have the same value; an empty one is not a value.
func (f *Field) Unique() *Field { f.unique = true; return f }

// EmptyOnce says of a unique field that of the published records of the kind only one may go without a value.
func (f *Field) EmptyOnce() *Field { f.emptyOnce = true; return f }

// Once says that of the records of an office, those in the trash aside, no two have the same value and the same values in
// the fields with; an empty one, or no, is not a value.
func (f *Field) Once(with ...string) *Field { f.once, f.with = true, with; return f }

// SameOffice says that the record referred to belongs to the same office: what is a part of it is not for others to add.
func (f *Field) SameOffice() *Field { f.sameOffice = true; return f }

// Tree says that a reference to a record of the same kind leads up a tree, so that no record may stand above itself.
func (f *Field) Tree() *Field { f.tree = true; return f }

// Lines says that a text without mark-up may have several lines, as an address has.
func (f *Field) Lines() *Field { f.lines = true; return f }

// Shape says what a string looks like, such as a number with its sign.
func (f *Field) Shape(r *regexp.Regexp) *Field { f.shape = r; return f }

// URL says that the value is an address on the web, with http or https: nothing else becomes a link on a page.
func (f *Field) URL() *Field { f.url = true; return f }

// IsRequired reports whether a record without a value is refused.
func (f *Field) IsRequired() bool { return f.required }

// IsComputed reports whether only the program sets the field.
func (f *Field) IsComputed() bool { return f.computed }

// Limit returns the longest value in characters, or the most parts; 0 means no limit of its own.
func (f *Field) Limit() int { return f.max }

// Fields receives what a record declares, much as flag.FlagSet takes variables. Describing a kind it keeps names and
// rules, once; binding one record it keeps only the addresses of its variables and allocates nothing.
type Fields struct {
	rules   []*Field
	vars    []any
	binding bool
	ignored Field // takes the rules while binding
}

func (fs *Fields) add(t Type, name string, ptr any, c codec) *Field {
	if fs.binding {
		fs.vars = append(fs.vars, ptr)
		return &fs.ignored
	}
	f := &Field{Name: name, Type: t, codec: c, columns: []string{name}, key: `"` + name + `":`}
	fs.rules = append(fs.rules, f)
	return f
}

// String declares text in no particular language: a number of a paper, an address on the web.
func String(fs *Fields, name string, p *string) *Field {
	return fs.add(TypeString, name, p, stringCodec{})
}

// Text declares a text per language.
func Text(fs *Fields, name string, p *i18n.Text) *Field {
	return fs.add(TypeText, name, p, textCodec{})
}

// Markdown declares a text per language with simple mark-up.
func Markdown(fs *Fields, name string, p *i18n.Text) *Field {
	return fs.add(TypeMarkdown, name, p, textCodec{})
}

// Day declares a partial date.
func Day(fs *Fields, name string, p *date.Partial) *Field {
	return fs.add(TypeDate, name, p, dateCodec{})
}

// Number declares an exact decimal number.
func Number(fs *Fields, name string, p *Decimal) *Field {
	return fs.add(TypeNumber, name, p, numberCodec{})
}

// Bool declares a yes or no; unknown is no.
func Bool(fs *Fields, name string, p *bool) *Field { return fs.add(TypeBool, name, p, boolCodec{}) }

// Enum declares one code out of choices.
func Enum[S ~string](fs *Fields, name string, p *S, choices ...S) *Field {
	f := fs.add(TypeEnum, name, p, enumCodec[S]{})
	if !fs.binding {
		for _, c := range choices {
			f.Choices = append(f.Choices, string(c))
		}
	}
	return f
}

// RefOne declares a reference to a record of one kind; its column is a foreign key to that kind's table.
func RefOne(fs *Fields, name string, p *ID, kind string) *Field {
	f := fs.add(TypeRef, name, p, oneCodec{kind})
	if !fs.binding {
		f.Targets = []string{kind}
	}
	return f
}

// RefTo declares a reference to a record of one of several kinds: a foreign key NAME_KIND for each of them, of which a
// CHECK in the table lets exactly one (or, if not required, at most one) be set.
func RefTo(fs *Fields, name string, p *Ref, kinds ...string) *Field {
	if fs.binding {
		fs.vars = append(fs.vars, p)
		return &fs.ignored
	}
	f := fs.add(TypeRef, name, p, someCodec{kinds})
	f.Targets, f.columns = kinds, nil
	for _, k := range kinds {
		f.columns = append(f.columns, name+"_"+k)
	}
	return f
}

// RefAny declares a reference to a record of any kind: the columns NAME and NAME_kind, together a foreign key to the
// register of all records.
func RefAny(fs *Fields, name string, p *Ref) *Field {
	f := fs.add(TypeRef, name, p, anyCodec{})
	if !fs.binding {
		f.columns = []string{name, name + "_kind"}
	}
	return f
}

// moment declares a point in time that the program keeps.
func moment(fs *Fields, name string, p *Time) *Field {
	return fs.add(TypeTime, name, p, timeCodec{}).Computed()
}
