package portal

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
)

// Where returns the path of the page of a record in a language; "" for kinds that have none. A slug of another language
// leads there too.
func Where(lang i18n.Lang, c record.Card) string {
	section := map[string]string{"relation": "relations", "network": "networks", "project": "projects", "place": "places"}[c.Kind]
	slug, _ := c.Slug.In(lang)
	if section == "" || slug == "" {
		return ""
	}
	return "/" + string(lang) + "/" + section + "/" + slug
}
