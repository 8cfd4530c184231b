// Package paper holds the council papers on which relations, memberships and projects rest.
package paper

import (
	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
)

// A Paper was laid before the council or one of its bodies.
type Paper struct {
	record.Base
	Number     string // as printed: "1234/2014"
	Title      i18n.Text
	Body       i18n.Text    // which body dealt with it
	Dated      date.Partial // when it was laid before the body
	Decided    date.Partial
	Result     Result
	Resolution i18n.Text // what was decided
	Task       i18n.Text // what the administration is to do
	Website    string    // its page in the council's information system
}

// Result says how the body voted.
type Result string

// The results; empty is unknown.
const (
	Adopted  Result = "adopted"
	Rejected Result = "rejected"
	Noted    Result = "noted"
)

// Fields names what is stored, shown, checked and exported.
func (p *Paper) Fields(f *record.Fields) {
	record.String(f, "number", &p.Number).Required().Max(40).Once().Search(record.AsAlias)
	record.Text(f, "title", &p.Title).Required().Max(300).Sorted()
	record.Text(f, "body", &p.Body).Max(200).Search(record.AsBody)
	record.Day(f, "dated", &p.Dated)
	record.Day(f, "decided", &p.Decided)
	record.Enum(f, "result", &p.Result, Adopted, Rejected, Noted)
	record.Text(f, "resolution", &p.Resolution).Max(1000)
	record.Text(f, "task", &p.Task).Max(1000).Search(record.AsBody)
	record.String(f, "website", &p.Website).Max(500).URL()
}

// A Store reads and writes papers.
type Store = record.Store[Paper, *Paper]

// NewStore returns the store of papers.
func NewStore(k *record.Kernel) *Store {
	return record.NewStore[Paper](k, record.Kind{
		Name: "paper", Plural: "papers", Title: "title", Summary: "resolution", Slugged: true, Policy: record.Owned(),
		Filters: []record.Filter{{Name: "number", Where: `paper.number IN (@)`}},
		Sorts:   []string{"number", "title", "dated", "changed_at"},
	})
}
