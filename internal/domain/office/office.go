// Package office holds the offices: each is the desk of one city, which keeps its own records and has its own portal.
package office

import (
	"strings"
	"time"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
)

// An Office keeps records. Its host name decides which portal a visitor sees.
type Office struct {
	record.Base
	Name      i18n.Text // as its portal is headed: "Hannover international"
	City      i18n.Text // whom it speaks for: "Landeshauptstadt Hannover"
	Host      string    // the host name of its portal; one office may have none: it answers where no other one does
	Home      record.ID // its own place, from which distances are measured
	Zone      string    // IANA time zone in which its days begin
	Accent    Accent
	Address   i18n.Text // postal address, a line each, as the imprint shows it
	Email     string
	Phone     string
	Notice    i18n.Text // shown on every page, such as that this is a demonstration
	Statement i18n.Text // who is responsible for the pages, for the imprint
}

// Accent is the colour that an office chose for its portal.
type Accent string

// The accents to choose from; each was measured for contrast in light and dark.
const (
	Garden  Accent = "garden"
	Harbour Accent = "harbour"
	Brick   Accent = "brick"
	Plum    Accent = "plum"
	Slate   Accent = "slate"
)

// Fields names what is stored, shown, checked and exported.
func (o *Office) Fields(f *record.Fields) {
	record.Text(f, "name", &o.Name).Required().Max(120).Sorted()
	record.Text(f, "city", &o.City).Max(120).Search(record.AsAlias)
	record.String(f, "host", &o.Host).Max(253).Unique().EmptyOnce()
	record.RefOne(f, "home", &o.Home, "place").Search(record.AsBody)
	record.String(f, "zone", &o.Zone).Max(64)
	record.Enum(f, "accent", &o.Accent, Garden, Harbour, Brick, Plum, Slate)
	record.Text(f, "address", &o.Address).Max(500).Lines()
	record.String(f, "email", &o.Email).Max(254)
	record.String(f, "phone", &o.Phone).Max(60)
	record.Text(f, "notice", &o.Notice).Max(500)
	record.Markdown(f, "statement", &o.Statement).Max(5000).Search(record.AsBody)
}

// Check refuses a time zone that nobody knows and a host that is not a host name.
func (o *Office) Check(v fault.Invalid) {
	if _, err := time.LoadLocation(o.Zone); err != nil || o.Zone == "Local" {
		v.Add("zone", "bad_value")
	}
	if strings.ToLower(o.Host) != o.Host || strings.ContainsAny(o.Host, "/: ") {
		v.Add("host", "bad_value")
	}
}

// A Store reads and writes offices.
type Store = record.Store[Office, *Office]

// NewStore returns the store of offices. Only admins change them.
func NewStore(k *record.Kernel) *Store {
	return record.NewStore[Office](k, record.Kind{
		Name: "office", Plural: "offices", Title: "name", Shared: true, Slugged: true,
		Policy: record.Policy{
			record.Create: record.Admins, record.Update: record.Admins,
			record.Trash: record.Admins, record.Restore: record.Admins,
		},
		Sorts: []string{"name", "changed_at"},
	})
}
