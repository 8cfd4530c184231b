package network

import (
	"regexp"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
)

// A Membership is an office's part in a network: in which roles, since when, for what fee and with what benefit.
type Membership struct {
	record.Base
	Network  record.ID
	Summary  i18n.Text // what the office does there
	Since    date.Partial
	Until    date.Partial
	NoticeBy date.Partial
	Unit     record.ID // of the administration, which keeps the contact
	Roles    []Role
	Fees     []Fee
	Benefits []Benefit
	Notes    i18n.Text
}

// A Role that the office has in the network, perhaps for a time.
type Role struct {
	record.Part
	Role         RoleName
	Since, Until date.Partial
	Note         i18n.Text
}

// RoleName is a role in a network.
type RoleName string

// The roles in networks.
const (
	MemberRole     RoleName = "member"
	FoundingMember RoleName = "founding-member"
	LeadCity       RoleName = "lead-city"
	ExecutiveCity  RoleName = "executive-city"
	VicePresidency RoleName = "vice-presidency"
	SecretariatOf  RoleName = "secretariat"
	Signatory      RoleName = "signatory"
	Holder         RoleName = "holder"      // of a label
	Shareholder    RoleName = "shareholder" // of a company
	Participant    RoleName = "participant" // takes part; no source says that it belongs
	Host           RoleName = "host"        // of what the network holds
)

// A Fee is what membership costs in one year.
type Fee struct {
	record.Part
	Year     date.Partial
	Amount   record.Decimal
	Currency string // ISO 4217
	Note     i18n.Text
}

// A Benefit is what membership yielded.
type Benefit struct {
	record.Part
	On     date.Partial
	Text   i18n.Text
	Source string
}

// Fields names what is stored, shown, checked and exported.
func (m *Membership) Fields(f *record.Fields) {
	record.RefOne(f, "network", &m.Network, "network").Required().Joins().Search(record.AsAlias).Facet("theme")
	record.Text(f, "summary", &m.Summary).Max(500)
	record.Day(f, "since", &m.Since)
	record.Day(f, "until", &m.Until)
	record.Day(f, "notice_by", &m.NoticeBy).Internal()
	record.RefOne(f, "unit", &m.Unit, "organisation").Search(record.AsBody)
	record.List(f, "roles", &m.Roles)
	record.List(f, "fees", &m.Fees)
	record.List(f, "benefits", &m.Benefits)
	record.Markdown(f, "notes", &m.Notes).Max(20000).Internal().Search(record.AsBody)
}

// Fields names what is kept of a role.
func (r *Role) Fields(f *record.Fields) {
	record.Enum(f, "role", &r.Role, MemberRole, FoundingMember, LeadCity, ExecutiveCity, VicePresidency, SecretariatOf, Signatory,
		Holder, Shareholder, Participant, Host).Required()
	record.Day(f, "since", &r.Since)
	record.Day(f, "until", &r.Until)
	record.Text(f, "note", &r.Note).Max(300).Search(record.AsBody)
}

// currency is a code of ISO 4217.
var currency = regexp.MustCompile(`^[A-Z]{3}$`)

// Fields names what is kept of a fee.
func (x *Fee) Fields(f *record.Fields) {
	record.Day(f, "year", &x.Year)
	record.Number(f, "amount", &x.Amount).Required()
	record.String(f, "currency", &x.Currency).Required().Max(3).Shape(currency)
	record.Text(f, "note", &x.Note).Max(300).Search(record.AsBody)
}

// Fields names what is kept of a benefit.
func (b *Benefit) Fields(f *record.Fields) {
	record.Day(f, "on_date", &b.On)
	record.Text(f, "text", &b.Text).Required().Max(1000).Search(record.AsBody)
	record.String(f, "source", &b.Source).Max(500)
}

// Check refuses what ends before it begins.
func (m *Membership) Check(v fault.Invalid) {
	if m.Until.Before(m.Since) {
		v.Add("until", "ends_before_it_begins")
	}
	for i, r := range m.Roles {
		if r.Until.Before(r.Since) {
			v.Add(record.PartPath("roles", i, "until"), "ends_before_it_begins")
		}
	}
}

// A MembershipStore reads and writes memberships.
type MembershipStore = record.Store[Membership, *Membership]

// NewMembershipStore returns the store of memberships.
func NewMembershipStore(k *record.Kernel) *MembershipStore {
	return record.NewStore[Membership](k, record.Kind{
		Name: "membership", Plural: "memberships", Summary: "summary", Policy: record.Owned(),
		Sorts: []string{"since", "changed_at"},
	})
}
