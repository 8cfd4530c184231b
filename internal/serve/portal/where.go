package portal

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/engine/search"
)

// Where returns the path of the page of a record in a language; "" for kinds that have none. A slug of another language
// leads there too. A bare place of the gazetteer has its number for a slug.
func Where(lang i18n.Lang, c record.Card) string {
	if c.Kind == search.Bare {
		return "/" + string(lang) + "/places/geonames-" + string(c.ID)
	}
	section := sectionOf(c.Kind)
	slug, _ := c.Slug.In(lang)
	if section == "" || slug == "" {
		return ""
	}
	return "/" + string(lang) + section + "/" + slug
}

// HasPages reports whether each record of a kind has a page.
func HasPages(kind string) bool { return sectionOf(kind) != "" }

// sectionOf returns the section that has a page for each record of a kind; "" if none has.
func sectionOf(kind string) string {
	return map[string]string{"relation": "/relations", "network": "/networks", "project": "/projects", "place": "/places"}[kind]
}
