// Package link holds the typed, dated ties between any two records.
package link

import (
	"kontor.example/internal/base/date"
	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
)

// A Link says that its subject has something to do with its object: "the society supports the relation". Two records may
// be linked more than once. It is seen only by those who see both.
type Link struct {
	record.Base
	Subject      record.Ref
	Object       record.Ref
	Role         Role
	Since, Until date.Partial
	Note         i18n.Text
	Source       string
}

// Role says what the subject does to the object.
type Role string

// The roles of links.
const (
	Supports  Role = "supports"  // an actor carries a relation or project
	Concerns  Role = "concerns"  // a paper, a fund or a project is about it
	PartOf    Role = "part-of"   // belongs to something larger
	Follows   Role = "follows"   // came after and out of it
	Hosts     Role = "hosts"     // gives it a place or an office
	Cooperate Role = "cooperate" // work together
)

// Fields names what is stored, shown, checked and exported.
func (l *Link) Fields(f *record.Fields) {
	record.RefAny(f, "subject", &l.Subject).Required().Joins().Search(record.AsBody)
	record.RefAny(f, "object", &l.Object).Required().Joins().Search(record.AsBody)
	record.Enum(f, "role", &l.Role, Supports, Concerns, PartOf, Follows, Hosts, Cooperate).Required()
	record.Day(f, "since", &l.Since)
	record.Day(f, "until", &l.Until)
	record.Text(f, "note", &l.Note).Max(1000)
	record.String(f, "source", &l.Source).Max(500)
}

// Check refuses a link that ends before it begins or ties a record to itself.
func (l *Link) Check(v fault.Invalid) {
	if l.Until.Before(l.Since) {
		v.Add("until", "ends_before_it_begins")
	}
	if l.Subject == l.Object && l.Subject.ID != "" {
		v.Add("object", "refers_to_itself")
	}
}

// A Store reads and writes links.
type Store = record.Store[Link, *Link]

// NewStore returns the store of links.
func NewStore(k *record.Kernel) *Store {
	return record.NewStore[Link](k, record.Kind{
		Name: "link", Plural: "links", Policy: record.Owned(), Summary: "note",
		Sorts: []string{"since", "changed_at"},
	})
}
