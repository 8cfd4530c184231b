// Package network holds the networks, charters and labels that cities share, and the memberships of offices in them.
package network

import (
	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
)

// A Network is a body of cities, a charter they signed, a label they carry or a company they hold. All offices share it.
type Network struct {
	record.Base
	Name        i18n.Text
	Short       string
	Form        Form
	Summary     i18n.Text
	About       i18n.Text
	Founded     date.Partial
	Secretariat record.ID
	Website     string
	Themes      []Theme
	Members     []Member
}

// Form says what sort of body it is.
type Form string

// The forms of networks.
const (
	Association Form = "network"
	Charter     Form = "charter"
	Label       Form = "label"
	Company     Form = "company"
)

// A Theme is what the network works on.
type Theme struct {
	record.Part
	Theme record.ID
}

// A Member is another known member of the network: only where a source names it.
type Member struct {
	record.Part
	Party  record.Ref
	Note   i18n.Text
	Source string
}

// Fields names what is stored, shown, checked and exported.
func (n *Network) Fields(f *record.Fields) {
	record.Text(f, "name", &n.Name).Required().Max(250).Sorted()
	record.String(f, "short", &n.Short).Max(40).Search(record.AsAlias)
	record.Enum(f, "form", &n.Form, Association, Charter, Label, Company).Required().Facet("form")
	record.Text(f, "summary", &n.Summary).Max(500)
	record.Markdown(f, "about", &n.About).Max(50000).Search(record.AsBody)
	record.Day(f, "founded", &n.Founded)
	record.RefOne(f, "secretariat", &n.Secretariat, "organisation").Search(record.AsBody)
	record.String(f, "website", &n.Website).Max(500).URL()
	record.List(f, "themes", &n.Themes)
	record.List(f, "members", &n.Members)
}

// Fields names what is kept of a theme.
func (t *Theme) Fields(f *record.Fields) {
	record.RefOne(f, "theme", &t.Theme, "theme").Required().Search(record.AsBody).Facet("theme")
}

// Fields names what is kept of a member.
func (m *Member) Fields(f *record.Fields) {
	record.RefTo(f, "party", &m.Party, "place", "organisation").Required().Search(record.AsBody)
	record.Text(f, "note", &m.Note).Max(300).Search(record.AsBody)
	record.String(f, "source", &m.Source).Max(500)
}

// A Store reads and writes networks.
type Store = record.Store[Network, *Network]

// NewStore returns the store of networks.
func NewStore(k *record.Kernel) *Store {
	return record.NewStore[Network](k, record.Kind{
		Name: "network", Plural: "networks", Title: "name", Summary: "summary", Shared: true, Slugged: true, Policy: record.Common(),
		Filters: []record.Filter{
			{Name: "theme", Kind: "theme", Tree: true, Facet: "theme", Where: `EXISTS (SELECT 1 FROM network_themes t
				WHERE t.parent = network.id AND t.theme IN (@))`},
			{Name: "member", Kind: "office", Where: `EXISTS (SELECT 1 FROM membership m JOIN record x ON x.id = m.id
				WHERE m.network = network.id AND x.state = 'published' AND x.trashed = '' AND m.office IN (@))`},
		},
		Sorts: []string{"name", "founded", "changed_at"},
	})
}
