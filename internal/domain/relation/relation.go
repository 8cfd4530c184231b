// Package relation holds the standing ties of a city: town twinnings, cooperations, rings, and their agreements.
package relation

import (
	"kontor.example/internal/base/date"
	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
)

// A Relation ties the own side, which is the city, a district or a unit, to one or more partner sides.
type Relation struct {
	record.Base
	Title        i18n.Text // the name of the city or the ring, without the form: "Hiroshima"
	Summary      i18n.Text // one or two sentences
	About        i18n.Text
	Form         Form
	RGREKind     RGREKind
	RGREInferred bool // the kind was concluded from other facts, not stated
	OwnSide      OwnSide
	OwnPlace     record.ID // the district, where a district is the own side
	OwnUnit      record.ID // the unit, where a unit is the own side
	Sides        []Side
	Since        date.Partial // what the own office states; other dates stand beside it as agreements or facts
	SinceNote    i18n.Text    // such as "suggested"
	Until        date.Partial
	Status       Status // the latest dated step of the history, computed
	History      []Step
	Themes       []Theme
	Units        []Unit
	Website      string
	Contact      string
	Notes        i18n.Text
}

// Form says what a relation is to the city.
type Form string

// The forms of relations.
const (
	Twinning           Form = "town-twinning"
	Friendship         Form = "friendship"
	Cooperation        Form = "cooperation"
	MusicCity          Form = "music-city" // between UNESCO Cities of Music
	Solidarity         Form = "solidarity"
	Climate            Form = "climate"
	ProjectPartnership Form = "project-partnership"
	Ring               Form = "ring" // one tie between many towns
	Contact            Form = "contact"
)

// RGREKind is the kind of relation in the register of the German section of the Council of European Municipalities and
// Regions.
type RGREKind string

// The kinds that the register knows today.
const (
	RGREPartnership RGREKind = "partnership"
	RGREFriendship  RGREKind = "friendship"
	RGREContact     RGREKind = "contact"
	RGREProject     RGREKind = "project-partnership"
)

// OwnSide says who on the own side keeps the relation.
type OwnSide string

// The own sides.
const (
	OwnCity     OwnSide = "city"
	OwnDistrict OwnSide = "district"
	OwnUnit     OwnSide = "unit"
)

// Status says how a relation, or one side of it, stands.
type Status string

// The statuses of relations.
const (
	Idea      Status = "idea"
	Exploring Status = "exploring"
	Agreed    Status = "agreed"
	Active    Status = "active"
	Resting   Status = "resting"
	Suspended Status = "suspended"
	Ended     Status = "ended"
)

// A Side is one partner, with what that partner itself says of the relation.
type Side struct {
	record.Part
	Party    record.Ref // a place or an organisation
	Label    i18n.Text  // what the partner calls the relation: "sister city"
	Since    date.Partial
	Until    date.Partial
	Status   Status
	Document string // address of the partner's own statement
}

// A Step is one dated entry of a relation's history.
type Step struct {
	record.Part
	Status     Status
	On         date.Partial
	Reason     i18n.Text // for the house
	Wording    i18n.Text // for the public
	Resolution record.ID // the council paper behind it
	Source     string    // address at which it is stated, or its title
}

// A Theme is what the relation is about, perhaps for a time.
type Theme struct {
	record.Part
	Theme        record.ID
	Since, Until date.Partial
}

// A Unit of the own administration leads the relation, or deputises.
type Unit struct {
	record.Part
	Unit record.ID
	Role UnitRole
}

// UnitRole is what a unit does for a relation.
type UnitRole string

// The roles of units.
const (
	Lead   UnitRole = "lead"
	Deputy UnitRole = "deputy"
)

// Fields names what is stored, shown, checked and exported.
func (r *Relation) Fields(f *record.Fields) {
	record.Text(f, "title", &r.Title).Required().Max(200).Sorted()
	record.Text(f, "summary", &r.Summary).Max(500)
	record.Markdown(f, "about", &r.About).Max(50000).Search(record.AsBody)
	record.Enum(f, "form", &r.Form, Twinning, Friendship, Cooperation, MusicCity, Solidarity, Climate,
		ProjectPartnership, Ring, Contact).Required().Facet("form")
	record.Enum(f, "rgre_kind", &r.RGREKind, RGREPartnership, RGREFriendship, RGREContact, RGREProject)
	record.Bool(f, "rgre_inferred", &r.RGREInferred)
	record.Enum(f, "own_side", &r.OwnSide, OwnCity, OwnDistrict, OwnUnit).Required()
	record.RefOne(f, "own_place", &r.OwnPlace, "place").Search(record.AsAlias)
	record.RefOne(f, "own_unit", &r.OwnUnit, "organisation").Search(record.AsBody)
	record.List(f, "sides", &r.Sides).Required()
	record.Day(f, "since", &r.Since)
	record.Text(f, "since_note", &r.SinceNote).Max(200).Search(record.AsBody)
	record.Day(f, "until", &r.Until)
	record.Enum(f, "status", &r.Status, statuses()...).Computed().Facet("status")
	record.List(f, "history", &r.History)
	record.List(f, "themes", &r.Themes)
	record.List(f, "units", &r.Units)
	record.String(f, "website", &r.Website).Max(500).URL()
	record.String(f, "contact", &r.Contact).Max(1000).Lines().Personal()
	record.Markdown(f, "notes", &r.Notes).Max(20000).Internal().Search(record.AsBody)
}

func statuses() []Status {
	return []Status{Idea, Exploring, Agreed, Active, Resting, Suspended, Ended}
}

// Fields names what is kept of a side.
func (s *Side) Fields(f *record.Fields) {
	record.RefTo(f, "party", &s.Party, "place", "organisation").Required().Search(record.AsAlias).Facet("country")
	record.Text(f, "label", &s.Label).Max(200).Search(record.AsBody)
	record.Day(f, "since", &s.Since)
	record.Day(f, "until", &s.Until)
	record.Enum(f, "status", &s.Status, statuses()...)
	record.String(f, "document", &s.Document).Max(500).URL()
}

// Fields names what is kept of a step. The table calls its day on_date, because ON is a word of SQL.
func (s *Step) Fields(f *record.Fields) {
	record.Enum(f, "status", &s.Status, statuses()...).Required()
	record.Day(f, "on_date", &s.On)
	record.Text(f, "reason", &s.Reason).Max(1000).Internal().Search(record.AsBody)
	record.Text(f, "wording", &s.Wording).Max(1000).Search(record.AsBody)
	record.RefOne(f, "resolution", &s.Resolution, "paper").Search(record.AsBody)
	record.String(f, "source", &s.Source).Max(500)
}

// Fields names what is kept of a theme.
func (t *Theme) Fields(f *record.Fields) {
	record.RefOne(f, "theme", &t.Theme, "theme").Required().Search(record.AsBody).Facet("theme")
	record.Day(f, "since", &t.Since)
	record.Day(f, "until", &t.Until)
}

// Fields names what is kept of a unit.
func (u *Unit) Fields(f *record.Fields) {
	record.RefOne(f, "unit", &u.Unit, "organisation").Required().Search(record.AsBody)
	record.Enum(f, "role", &u.Role, Lead, Deputy).Required()
}

// Derive sets the status to that of the latest step which has begun by today. Of steps on the same day the later one in
// the list counts; a step without a date counts as the oldest.
func (r *Relation) Derive(today date.Partial) {
	r.Status = ""
	var at date.Partial
	for _, s := range r.History {
		if !today.Before(s.On) && s.On >= at {
			r.Status, at = s.Status, s.On
		}
	}
}

// Check refuses what ends before it begins, a partner who is on two sides, and an own side that is not named.
func (r *Relation) Check(v fault.Invalid) {
	if r.Until.Before(r.Since) {
		v.Add("until", "ends_before_it_begins")
	}
	seen := map[record.Ref]bool{}
	for i, s := range r.Sides {
		if seen[s.Party] {
			v.Add(record.PartPath("sides", i, "party"), "duplicate")
		}
		seen[s.Party] = true
		if s.Until.Before(s.Since) {
			v.Add(record.PartPath("sides", i, "until"), "ends_before_it_begins")
		}
	}
	for i, t := range r.Themes {
		if t.Until.Before(t.Since) {
			v.Add(record.PartPath("themes", i, "until"), "ends_before_it_begins")
		}
	}
	if r.OwnSide == OwnDistrict && r.OwnPlace == "" {
		v.Add("own_place", "required")
	}
	if r.OwnSide == OwnUnit && r.OwnUnit == "" {
		v.Add("own_unit", "required")
	}
}

// A Store reads and writes relations.
type Store = record.Store[Relation, *Relation]

// NewStore returns the store of relations.
func NewStore(k *record.Kernel) *Store {
	return record.NewStore[Relation](k, record.Kind{
		Name: "relation", Plural: "relations", Title: "title", Summary: "summary", Slugged: true, Policy: record.Owned(),
		Filters: []record.Filter{
			{Name: "country", Where: inCountry, Expand: i18n.CountryOf, Facet: "country"},
			{Name: "continent", Where: inCountry, Expand: i18n.CountriesOf, Facet: "country"},
			{Name: "place", Kind: "place", Where: `EXISTS (SELECT 1 FROM relation_sides s
				WHERE s.parent = relation.id AND s.party_place IN (@))`},
			{Name: "organisation", Kind: "organisation", Where: `EXISTS (SELECT 1 FROM relation_sides s
				WHERE s.parent = relation.id AND s.party_organisation IN (@))`},
			{Name: "theme", Kind: "theme", Tree: true, Facet: "theme", Where: `EXISTS (SELECT 1 FROM relation_themes t
				WHERE t.parent = relation.id AND t.theme IN (@))`},
			{Name: "unit", Kind: "organisation", Tree: true, Where: `EXISTS (SELECT 1 FROM relation_units u
				WHERE u.parent = relation.id AND u.unit IN (@))`},
		},
		Sorts: []string{"title", "since", "changed_at"},
	})
}

// inCountry holds for a relation with a partner in one of the countries, be it a place or where an organisation sits, as
// far as the actor sees them. Written so that a visitor's answer stands in indexes alone: a walk may pass thousands of
// relations.
const inCountry = `EXISTS (SELECT 1 FROM relation_sides s
	LEFT JOIN organisation o ON o.id = s.party_organisation AND SEEN(o)
	JOIN place p ON p.id = COALESCE(s.party_place, o.place)
	WHERE s.parent = relation.id AND p.country IN (@) AND SEEN(p))`
