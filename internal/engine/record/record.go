// Package record stores the kinds of things that Kontor knows.
//
// A kind declares its fields once, in Fields, and its rights, in Kind. From those this package derives what is alike for
// every kind: the one path by which anything is written (stored → policy → check → SQL → audit → outbox, in one
// transaction), what who may see of it, its JSON, its lists. Reads that are not alike are SQL, where they are used.
package record

import (
	"kontor.example/internal/base/date"
	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
)

// State says how far a record has come on its way to the public.
type State string

// The states of a record.
const (
	Draft     State = "draft"     // its office only
	Published State = "published" // everyone
	Archived  State = "archived"  // its office only, kept for the record
)

// Base is what every record has. Embed it.
type Base struct {
	ID          ID
	Version     int64 // raised by every change; what If-Match compares
	Office      ID    // who keeps the record
	State       State
	Trashed     Time // when it was put into the trash; empty if it is not there
	Slug        i18n.Text
	ConfirmedOn date.Partial // when its office last said that it is right
	ReviewDue   date.Partial // when it should be looked at again
	CreatedAt   Time
	CreatedBy   string
	ChangedAt   Time
	ChangedBy   string
}

func (b *Base) base() *Base { return b }

// What embeds Base has half of what a Record needs.
var _ interface{ base() *Base } = (*Base)(nil)

// baseFields declares what every record has, before its own fields.
func (b *Base) baseFields(f *Fields) {
	RefOne(f, "office", &b.Office, "office").Fixed().Required()
	Enum(f, "state", &b.State, Draft, Published, Archived).Required()
	Text(f, "slug", &b.Slug).Max(80)
	Day(f, "confirmed_on", &b.ConfirmedOn)
	Day(f, "review_due", &b.ReviewDue).Internal()
	moment(f, "created_at", &b.CreatedAt)
	String(f, "created_by", &b.CreatedBy).Computed().Internal()
	moment(f, "changed_at", &b.ChangedAt)
	String(f, "changed_by", &b.ChangedBy).Computed().Internal()
	moment(f, "trashed", &b.Trashed).Internal()
}

// Record is a thing that can name its fields.
type Record interface {
	base() *Base
	Fields(*Fields)
}

// BaseOf returns what every record has of r.
func BaseOf(r Record) *Base { return r.base() }

// A Checker is a Record with rules that no field can know by itself.
type Checker interface {
	Check(fault.Invalid)
}

// A Deriver is a Record with fields that the program computes from the others before it is checked, such as the current
// status, which is the latest step of a history. today is the local date of the record's office.
type Deriver interface {
	Derive(today date.Partial)
}

// bind lists the variables of r in the order in which its kind's fields were declared.
func bind(fs *Fields, r Record) []any {
	fs.binding, fs.vars = true, fs.vars[:0]
	r.base().baseFields(fs)
	r.Fields(fs)
	return fs.vars
}

// bindPart does the same for a part.
func bindPart(fs *Fields, p PartRecord) []any {
	fs.binding, fs.vars = true, fs.vars[:0]
	p.Fields(fs)
	return fs.vars
}
