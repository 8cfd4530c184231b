// Package theme holds the one vocabulary of themes that all kinds and all offices share.
package theme

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
)

// A Theme is what a relation or project is about. Themes form a tree.
type Theme struct {
	record.Base
	Name       i18n.Text
	About      i18n.Text
	Parent     record.ID
	Goals      []Goal
	ReplacedBy record.ID // set when the theme is no longer used
}

// A Goal ties a theme to one of the Sustainable Development Goals of the United Nations, and perhaps to a target.
type Goal struct {
	record.Part
	Number string // "1" to "17"
	Target string // such as "6.1"; empty for the goal as a whole
}

// Fields names what is stored, shown, checked and exported.
func (t *Theme) Fields(f *record.Fields) {
	record.Text(f, "name", &t.Name).Required().Max(120).Sorted()
	record.Text(f, "about", &t.About).Max(1000)
	record.RefOne(f, "parent", &t.Parent, "theme").Tree().Search(record.AsBody).Facet("theme")
	record.List(f, "goals", &t.Goals)
	record.RefOne(f, "replaced_by", &t.ReplacedBy, "theme").Tree()
}

// Fields names what is kept of a goal.
func (g *Goal) Fields(f *record.Fields) {
	record.Enum(f, "number", &g.Number,
		"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17").Required()
	record.String(f, "target", &g.Target).Max(5)
}

// A Store reads and writes themes.
type Store = record.Store[Theme, *Theme]

// NewStore returns the store of themes.
func NewStore(k *record.Kernel) *Store {
	return record.NewStore[Theme](k, record.Kind{
		Name: "theme", Plural: "themes", Title: "name", Summary: "about", Shared: true, Slugged: true, Policy: record.Common(),
		Sorts: []string{"name", "changed_at"},
	})
}
