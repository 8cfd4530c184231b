// Package party holds who acts: for now the organisations, from the units of the own administration to partner offices
// and societies.
package party

import (
	"regexp"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
)

// An Organisation acts in relations, networks and projects. The units of an administration form a tree, and each may be
// replaced by another.
type Organisation struct {
	record.Base
	Name       i18n.Text
	Short      string // abbreviation
	Form       Form
	Parent     record.ID
	Place      record.ID
	Since      date.Partial // valid from
	Until      date.Partial // valid until
	ReplacedBy record.ID
	Summary    i18n.Text
	About      i18n.Text // tasks, aims, ways of working
	Website    string
	Email      string
	Phone      string
	Address    string
	Contact    string // whom to ask, for the office's own use
}

// Form says what sort of organisation it is.
type Form string

// The forms of organisations.
const (
	Unit          Form = "unit" // part of the own administration
	PartnerOffice Form = "partner-office"
	Society       Form = "society" // partnership society, friendship association
	Association   Form = "association"
	School        Form = "school"
	University    Form = "university"
	Company       Form = "company"
	Funder        Form = "funder"
	Secretariat   Form = "secretariat" // of a network
	PublicBody    Form = "public-body"
	Council       Form = "council" // political body
)

// Fields names what is stored, shown, checked and exported.
func (o *Organisation) Fields(f *record.Fields) {
	record.Text(f, "name", &o.Name).Required().Max(250).Sorted()
	record.String(f, "short", &o.Short).Max(40).Search(record.AsAlias)
	record.Enum(f, "form", &o.Form, Unit, PartnerOffice, Society, Association, School, University, Company, Funder,
		Secretariat, PublicBody, Council).Required().Facet("form")
	record.RefOne(f, "parent", &o.Parent, "organisation").Tree().SameOffice().Search(record.AsBody)
	record.RefOne(f, "place", &o.Place, "place").Search(record.AsBody).Facet("country").HandedOn()
	record.Day(f, "since", &o.Since)
	record.Day(f, "until", &o.Until)
	record.RefOne(f, "replaced_by", &o.ReplacedBy, "organisation").Tree()
	record.Text(f, "summary", &o.Summary).Max(500)
	record.Markdown(f, "about", &o.About).Max(20000).Search(record.AsBody)
	record.String(f, "website", &o.Website).Max(500).URL()
	record.String(f, "email", &o.Email).Max(254).Shape(email)
	record.String(f, "phone", &o.Phone).Max(60)
	record.String(f, "address", &o.Address).Max(500).Lines().Search(record.AsBody)
	record.String(f, "contact", &o.Contact).Max(1000).Lines().Personal()
}

// email is what an address for mail looks like; whether somebody reads it, only a mail would show.
var email = regexp.MustCompile(`^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]+$`)

// Check refuses an organisation that ends before it begins.
func (o *Organisation) Check(v fault.Invalid) {
	if o.Until.Before(o.Since) {
		v.Add("until", "ends_before_it_begins")
	}
}

// A Store reads and writes organisations.
type Store = record.Store[Organisation, *Organisation]

// NewStore returns the store of organisations.
func NewStore(k *record.Kernel) *Store {
	return record.NewStore[Organisation](k, record.Kind{
		Name: "organisation", Plural: "organisations", Title: "name", Summary: "summary", Slugged: true, Policy: record.Owned(),
		Sorts: []string{"name", "since", "changed_at"},
	})
}
