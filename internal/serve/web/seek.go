package web

import (
	"encoding/json"
	"net/url"
	"strconv"

	"kontor.example/internal/base/i18n"
)

// A Seek is what the search field of a page needs to know.
type Seek struct {
	Path    string   // of the page that answers, without the language: "/search"
	Suggest string   // the address that completes what is being typed; empty if there is none
	Kinds   []string // of records that can be suggested: they have pages
	Longest int      // characters that a search may have

	// What to call the name by which something was found, where it is not in its title: the key of a message, and those of
	// fields that hold names of others.
	Also   string
	Fields map[string]string
}

// mostOffered is how many suggestions stand below a search field.
const mostOffered = 8

// suggest returns the address that completes words in the page's language, for its office.
func (p *Page) suggest() string {
	if p.Site.Search.Suggest == "" {
		return ""
	}
	q := url.Values{
		"lang": {string(p.Lang())}, "office": {string(p.Office.ID)}, "limit": {strconv.Itoa(mostOffered)}, "kind": p.Site.Search.Kinds,
	}
	return p.Site.Search.Suggest + "?" + q.Encode()
}

// seekWords are the words that the script of the field speaks.
func (p *Page) seekWords() (string, error) {
	words := struct {
		List   string            `json:"list"`
		Counts []string          `json:"counts"` // by how many there are
		Kinds  map[string]string `json:"kinds"`
		Also   string            `json:"also"`
		Fields map[string]string `json:"fields"`
	}{List: p.T("search.suggestions"), Kinds: map[string]string{}, Also: p.T(p.Site.Search.Also), Fields: map[string]string{}}
	for n := range mostOffered + 1 {
		words.Counts = append(words.Counts, p.T("search.suggested", "Count", n))
	}
	for _, kind := range p.Site.Search.Kinds {
		words.Kinds[kind] = Capital(p.T("kind." + kind + ".one"))
	}
	for field, key := range p.Site.Search.Fields {
		words.Fields[field] = p.T(key)
	}
	b, err := json.Marshal(words)
	return string(b), err
}

// searchIn returns the address of the search page in a language.
func (p *Page) searchIn(l i18n.Lang) string { return "/" + string(l) + p.Site.Search.Path }
