package relation

import (
	"kontor.example/internal/base/date"
	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
)

// An Agreement is a document on which a relation rests. A relation may have several.
type Agreement struct {
	record.Base
	Relation  record.ID
	Title     i18n.Text
	Form      AgreementForm
	Summary   i18n.Text
	Signed    date.Partial
	InForce   date.Partial
	Ends      date.Partial
	NoticeBy  date.Partial
	Retention date.Partial // kept at least until
	Place     i18n.Text    // where it was signed
	Dates     []SideDate   // where the sides name different days
	Languages string       // of the document, as tags separated by spaces
	Prevails  string       // tag of the language whose text decides
	Paper     record.ID    // the council paper behind it
	Source    string       // address at which it is stated
}

// AgreementForm says what sort of document it is.
type AgreementForm string

// The forms of agreements.
const (
	CouncilDecision     AgreementForm = "council-decision"
	Treaty              AgreementForm = "treaty"
	CounterSigning      AgreementForm = "counter-signing"
	Memorandum          AgreementForm = "memorandum"
	Annex               AgreementForm = "annex"
	DeclarationOfIntent AgreementForm = "declaration-of-intent"
)

// A SideDate is the day that one side names for the agreement.
type SideDate struct {
	record.Part
	Side   SideName
	On     date.Partial
	Note   i18n.Text
	Source string
}

// SideName says which side speaks.
type SideName string

// The sides of an agreement.
const (
	Own     SideName = "own"
	Partner SideName = "partner"
)

// Fields names what is stored, shown, checked and exported.
func (a *Agreement) Fields(f *record.Fields) {
	record.RefOne(f, "relation", &a.Relation, "relation").Required().Joins().SameOffice().Search(record.AsBody).Facet("country")
	record.Text(f, "title", &a.Title).Required().Max(250).Sorted()
	record.Enum(f, "form", &a.Form, CouncilDecision, Treaty, CounterSigning, Memorandum, Annex, DeclarationOfIntent).Facet("form")
	record.Text(f, "summary", &a.Summary).Max(1000)
	record.Day(f, "signed", &a.Signed)
	record.Day(f, "in_force", &a.InForce)
	record.Day(f, "ends", &a.Ends)
	record.Day(f, "notice_by", &a.NoticeBy).Internal()
	record.Day(f, "retention", &a.Retention).Internal()
	record.Text(f, "place", &a.Place).Max(200).Search(record.AsBody)
	record.List(f, "dates", &a.Dates)
	record.String(f, "languages", &a.Languages).Max(100)
	record.String(f, "prevails", &a.Prevails).Max(35)
	record.RefOne(f, "paper", &a.Paper, "paper").Search(record.AsBody)
	record.String(f, "source", &a.Source).Max(500)
}

// Fields names what is kept of a side's date.
func (d *SideDate) Fields(f *record.Fields) {
	record.Enum(f, "side", &d.Side, Own, Partner).Required()
	record.Day(f, "on_date", &d.On).Required()
	record.Text(f, "note", &d.Note).Max(300).Search(record.AsBody)
	record.String(f, "source", &d.Source).Max(500)
}

// Check refuses an agreement that ends before it begins.
func (a *Agreement) Check(v fault.Invalid) {
	if a.Ends.Before(a.Signed) || a.Ends.Before(a.InForce) {
		v.Add("ends", "ends_before_it_begins")
	}
}

// An AgreementStore reads and writes agreements.
type AgreementStore = record.Store[Agreement, *Agreement]

// NewAgreementStore returns the store of agreements.
func NewAgreementStore(k *record.Kernel) *AgreementStore {
	return record.NewStore[Agreement](k, record.Kind{
		Name: "agreement", Plural: "agreements", Title: "title", Summary: "summary", Policy: record.Owned(),
		Sorts: []string{"signed", "title", "changed_at"},
	})
}
