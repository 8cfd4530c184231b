// Package project holds what cities do together for a time, and the programmes that fund it.
package project

import (
	"regexp"
	"strconv"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/geo"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
)

// A Project has partners, a period, money and targets against which results are measured.
type Project struct {
	record.Base
	Title      i18n.Text
	Acronym    string
	Form       Form
	Summary    i18n.Text
	About      i18n.Text
	Programme  record.ID
	Call       string
	Status     Status
	Starts     date.Partial
	Ends       date.Partial
	Relations  []Relation
	Partners   []Partner
	Units      []Unit
	Themes     []Theme
	Budget     []Money
	Indicators []Indicator
	Results    []Result
	Sites      []Site
	Website    string
	Notes      i18n.Text
}

// Form says who runs a project with whose money.
type Form string

// The forms of projects.
const (
	OwnEvent   Form = "own-event"
	Joint      Form = "joint-project"
	ThirdParty Form = "third-party" // funded by us, run by others
	EU         Form = "eu-project"
)

// Status says how far a project is.
type Status string

// The statuses of projects; empty is unknown.
const (
	Pipeline   Status = "pipeline"
	Running    Status = "running"
	Finalising Status = "finalising"
	Closed     Status = "closed"
)

// A Relation that the project belongs to.
type Relation struct {
	record.Part
	Relation record.ID
}

// A Partner takes part in a role.
type Partner struct {
	record.Part
	Party record.Ref
	Role  PartnerRole
	Note  i18n.Text
}

// PartnerRole is what a partner does in a project.
type PartnerRole string

// The roles of partners.
const (
	LeadPartner PartnerRole = "lead"
	FullPartner PartnerRole = "partner"
	FundedBy    PartnerRole = "funder"
	Associated  PartnerRole = "associated"
)

// A Unit of the own administration that works on the project.
type Unit struct {
	record.Part
	Unit record.ID
}

// A Theme of the project.
type Theme struct {
	record.Part
	Theme record.ID
}

// Money is one line of the budget.
type Money struct {
	record.Part
	Source   i18n.Text
	Amount   record.Decimal
	Currency string         // ISO 4217
	Share    record.Decimal // of the whole, in per cent
	Own      bool           // the office's own share
	Starts   date.Partial
	Ends     date.Partial
	Note     i18n.Text
}

// An Indicator is something counted, with the value aimed at.
type Indicator struct {
	record.Part
	Code   string // by which results name it
	Label  i18n.Text
	Unit   i18n.Text
	Target record.Decimal
	Due    date.Partial
	Source string
}

// A Result is the value of an indicator on a day.
type Result struct {
	record.Part
	Indicator string // its code
	Value     record.Decimal
	Qualifier Qualifier
	On        date.Partial
	Note      i18n.Text
	Source    string
}

// Qualifier says how exactly a result is meant; empty means exactly.
type Qualifier string

// The qualifiers of results.
const (
	About    Qualifier = "about"
	MoreThan Qualifier = "more-than"
	LessThan Qualifier = "less-than"
)

// A Site is where something of the project stands.
type Site struct {
	record.Part
	Name     i18n.Text
	Place    record.ID
	Lat, Lon record.Decimal
	Note     i18n.Text
}

// Fields names what is stored, shown, checked and exported.
func (p *Project) Fields(f *record.Fields) {
	record.Text(f, "title", &p.Title).Required().Max(250).Sorted()
	record.String(f, "acronym", &p.Acronym).Max(60).Search(record.AsAlias)
	record.Enum(f, "form", &p.Form, OwnEvent, Joint, ThirdParty, EU).Required().Facet("form")
	record.Text(f, "summary", &p.Summary).Max(500)
	record.Markdown(f, "about", &p.About).Max(50000).Search(record.AsBody)
	record.RefOne(f, "programme", &p.Programme, "programme").Search(record.AsBody)
	record.String(f, "call", &p.Call).Max(200).Search(record.AsBody)
	record.Enum(f, "status", &p.Status, Pipeline, Running, Finalising, Closed).Facet("status")
	record.Day(f, "starts", &p.Starts)
	record.Day(f, "ends", &p.Ends)
	record.List(f, "relations", &p.Relations)
	record.List(f, "partners", &p.Partners)
	record.List(f, "units", &p.Units)
	record.List(f, "themes", &p.Themes)
	record.List(f, "budget", &p.Budget)
	record.List(f, "indicators", &p.Indicators)
	record.List(f, "results", &p.Results)
	record.List(f, "sites", &p.Sites)
	record.String(f, "website", &p.Website).Max(500).URL()
	record.Markdown(f, "notes", &p.Notes).Max(20000).Internal().Search(record.AsBody)
}

// Fields names what is kept of a relation.
func (r *Relation) Fields(f *record.Fields) {
	record.RefOne(f, "relation", &r.Relation, "relation").Required().Search(record.AsBody).Facet("country")
}

// Fields names what is kept of a partner.
func (p *Partner) Fields(f *record.Fields) {
	record.RefTo(f, "party", &p.Party, "place", "organisation").Required().Search(record.AsAlias).Facet("country")
	record.Enum(f, "role", &p.Role, LeadPartner, FullPartner, FundedBy, Associated).Required()
	record.Text(f, "note", &p.Note).Max(300).Search(record.AsBody)
}

// Fields names what is kept of a unit.
func (u *Unit) Fields(f *record.Fields) {
	record.RefOne(f, "unit", &u.Unit, "organisation").Required().Search(record.AsBody)
}

// Fields names what is kept of a theme.
func (t *Theme) Fields(f *record.Fields) {
	record.RefOne(f, "theme", &t.Theme, "theme").Required().Search(record.AsBody).Facet("theme")
}

// Fields names what is kept of a line of the budget.
func (m *Money) Fields(f *record.Fields) {
	record.Text(f, "source", &m.Source).Max(200).Search(record.AsBody)
	record.Number(f, "amount", &m.Amount)
	record.String(f, "currency", &m.Currency).Max(3).Shape(currency)
	record.Number(f, "share", &m.Share)
	record.Bool(f, "own", &m.Own)
	record.Day(f, "starts", &m.Starts)
	record.Day(f, "ends", &m.Ends)
	record.Text(f, "note", &m.Note).Max(300).Search(record.AsBody)
}

// Fields names what is kept of an indicator.
func (i *Indicator) Fields(f *record.Fields) {
	record.String(f, "code", &i.Code).Required().Max(40)
	record.Text(f, "label", &i.Label).Required().Max(200).Search(record.AsBody)
	record.Text(f, "unit", &i.Unit).Max(60)
	record.Number(f, "target", &i.Target)
	record.Day(f, "due", &i.Due)
	record.String(f, "source", &i.Source).Max(500)
}

// Fields names what is kept of a result.
func (r *Result) Fields(f *record.Fields) {
	record.String(f, "indicator", &r.Indicator).Required().Max(40)
	record.Number(f, "value", &r.Value).Required()
	record.Enum(f, "qualifier", &r.Qualifier, About, MoreThan, LessThan)
	record.Day(f, "on_date", &r.On)
	record.Text(f, "note", &r.Note).Max(300).Search(record.AsBody)
	record.String(f, "source", &r.Source).Max(500)
}

// Fields names what is kept of a site.
func (s *Site) Fields(f *record.Fields) {
	record.Text(f, "name", &s.Name).Required().Max(200).Search(record.AsBody)
	record.RefOne(f, "place", &s.Place, "place").Search(record.AsAlias).Facet("country")
	record.Number(f, "lat", &s.Lat)
	record.Number(f, "lon", &s.Lon)
	record.Text(f, "note", &s.Note).Max(300).Search(record.AsBody)
}

// currency is a code of ISO 4217.
var currency = regexp.MustCompile(`^[A-Z]{3}$`)

// Check refuses a project that ends before it begins, shares of more than the whole, sites off the globe, and results of indicators that it does not have.
func (p *Project) Check(v fault.Invalid) {
	if p.Ends.Before(p.Starts) {
		v.Add("ends", "ends_before_it_begins")
	}
	for i, m := range p.Budget {
		if share, err := strconv.ParseFloat(string(m.Share), 64); err == nil && (share < 0 || share > 100) {
			v.Add(record.PartPath("budget", i, "share"), "out_of_range")
		}
	}
	for i, x := range p.Sites {
		if (x.Lat == "") != (x.Lon == "") {
			v.Add(record.PartPath("sites", i, "lon"), "place.half_a_point")
		}
		if _, ok := geo.Parse(string(x.Lat), string(x.Lon)); x.Lat != "" && x.Lon != "" && !ok {
			v.Add(record.PartPath("sites", i, "lat"), "place.off_the_globe")
		}
	}
	codes := map[string]bool{}
	for i, x := range p.Indicators {
		if codes[x.Code] {
			v.Add(record.PartPath("indicators", i, "code"), "taken")
		}
		codes[x.Code] = true
	}
	for i, r := range p.Results {
		if !codes[r.Indicator] {
			v.Add(record.PartPath("results", i, "indicator"), "unknown_choice")
		}
	}
}

// A Store reads and writes projects.
type Store = record.Store[Project, *Project]

// NewStore returns the store of projects.
func NewStore(k *record.Kernel) *Store {
	return record.NewStore[Project](k, record.Kind{
		Name: "project", Plural: "projects", Title: "title", Summary: "summary", Slugged: true, Policy: record.Owned(),
		Filters: []record.Filter{
			{Name: "relation", Kind: "relation", Where: `EXISTS (SELECT 1 FROM project_relations r
				WHERE r.parent = project.id AND r.relation IN (@))`},
			{Name: "place", Kind: "place", Where: `(EXISTS (SELECT 1 FROM project_partners x
				WHERE x.parent = project.id AND x.party_place IN (@)) OR EXISTS (SELECT 1 FROM project_relations r
				JOIN relation q ON q.id = r.relation AND q.state = 'published' AND q.trashed = ''
				JOIN relation_sides s ON s.parent = q.id WHERE r.parent = project.id AND s.party_place IN (@)))`},
			{Name: "theme", Kind: "theme", Tree: true, Facet: "theme", Where: `EXISTS (SELECT 1 FROM project_themes t
				WHERE t.parent = project.id AND t.theme IN (@))`},
			{Name: "unit", Kind: "organisation", Tree: true, Where: `EXISTS (SELECT 1 FROM project_units u
				WHERE u.parent = project.id AND u.unit IN (@))`},
		},
		Sorts: []string{"title", "starts", "changed_at"},
	})
}
