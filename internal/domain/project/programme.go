package project

import (
	"kontor.example/internal/base/date"
	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
)

// A Programme funds projects. All offices share it.
type Programme struct {
	record.Base
	Name    i18n.Text
	Funder  i18n.Text
	Starts  date.Partial
	Ends    date.Partial
	Summary i18n.Text
	Website string
}

// Fields names what is stored, shown, checked and exported.
func (p *Programme) Fields(f *record.Fields) {
	record.Text(f, "name", &p.Name).Required().Max(250).Sorted()
	record.Text(f, "funder", &p.Funder).Max(250).Search(record.AsBody)
	record.Day(f, "starts", &p.Starts)
	record.Day(f, "ends", &p.Ends)
	record.Text(f, "summary", &p.Summary).Max(500)
	record.String(f, "website", &p.Website).Max(500).URL()
}

// Check refuses a programme that ends before it begins.
func (p *Programme) Check(v fault.Invalid) {
	if p.Ends.Before(p.Starts) {
		v.Add("ends", "ends_before_it_begins")
	}
}

// A ProgrammeStore reads and writes programmes.
type ProgrammeStore = record.Store[Programme, *Programme]

// NewProgrammeStore returns the store of programmes.
func NewProgrammeStore(k *record.Kernel) *ProgrammeStore {
	return record.NewStore[Programme](k, record.Kind{
		Name: "programme", Plural: "programmes", Title: "name", Summary: "summary", Shared: true, Slugged: true, Policy: record.Common(),
		Sorts: []string{"name", "starts", "changed_at"},
	})
}
