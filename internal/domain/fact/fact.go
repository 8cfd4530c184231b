// Package fact holds what sources say about records: values with unit, date and source, competing ones side by side.
package fact

import (
	"regexp"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
)

// A Fact is one value of one property of a record, as one side states it. Several facts of the same property may
// contradict each other; of those of an office that have the same label too, one may be preferred. It is seen only by those who see its subject.
type Fact struct {
	record.Base
	Subject   record.Ref
	Property  string         // what is stated, as a code: "population", "since", "label"
	Label     i18n.Text      // how a page heads it; empty where the code has words of its own
	Number    record.Decimal // the value, if it is a number,
	Day       date.Partial   // or a day,
	Text      i18n.Text      // or words
	Unit      i18n.Text
	AsOf      date.Partial // the day for which the value holds
	Qualifier Qualifier
	Side      Side
	Preferred bool
	Note      i18n.Text
	Sources   []Source
}

// Qualifier says how exactly a value is meant.
type Qualifier string

// The qualifiers; empty means exactly.
const (
	About    Qualifier = "about"
	MoreThan Qualifier = "more-than"
	LessThan Qualifier = "less-than"
	Inferred Qualifier = "inferred" // concluded or computed, not stated
)

// Side says who states it.
type Side string

// The sides that state facts.
const (
	Own     Side = "own"
	Partner Side = "partner"
	Third   Side = "third"
)

// A Source is where a fact was read.
type Source struct {
	record.Part
	Title string // site and page, as its publisher calls them
	URL   string
	Read  date.Partial
}

// code is what a property is called: small letters, figures, and hyphens or underscores between them.
var code = regexp.MustCompile(`^[a-z0-9]+([_-][a-z0-9]+)*$`)

// Fields names what is stored, shown, checked and exported.
func (x *Fact) Fields(f *record.Fields) {
	record.RefAny(f, "subject", &x.Subject).Required().Joins().Search(record.AsBody)
	record.String(f, "property", &x.Property).Required().Max(60).Shape(code)
	record.Text(f, "label", &x.Label).Max(120).Search(record.AsBody)
	record.Number(f, "number", &x.Number)
	record.Day(f, "day", &x.Day)
	record.Text(f, "text", &x.Text).Max(2000).Search(record.AsBody)
	record.Text(f, "unit", &x.Unit).Max(60)
	record.Day(f, "as_of", &x.AsOf)
	record.Enum(f, "qualifier", &x.Qualifier, About, MoreThan, LessThan, Inferred)
	record.Enum(f, "side", &x.Side, Own, Partner, Third)
	record.Bool(f, "preferred", &x.Preferred).Once("subject", "property", "label")
	record.Text(f, "note", &x.Note).Max(1000)
	record.List(f, "sources", &x.Sources)
}

// Fields names what is kept of a source.
func (s *Source) Fields(f *record.Fields) {
	record.String(f, "title", &s.Title).Required().Max(300).Search(record.AsBody)
	record.String(f, "url", &s.URL).Max(1000).URL()
	record.Day(f, "read_on", &s.Read)
}

// Check refuses a fact without a value, or with several. A value that could not be read is one.
func (x *Fact) Check(v fault.Invalid) {
	n := 0
	for _, has := range []bool{x.Number != "" || v.Has("number"), x.Day != "" || v.Has("day"), !x.Text.Empty()} {
		if has {
			n++
		}
	}
	if n != 1 {
		v.Add("text", "fact.one_value")
	}
}

// A Store reads and writes facts.
type Store = record.Store[Fact, *Fact]

// NewStore returns the store of facts.
func NewStore(k *record.Kernel) *Store {
	return record.NewStore[Fact](k, record.Kind{
		Name: "fact", Plural: "facts", Policy: record.Owned(), Summary: "note",
		Filters: []record.Filter{{Name: "property", Where: `fact.property IN (@)`}},
		Sorts:   []string{"property", "as_of", "changed_at"},
	})
}
