package i18n

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	goi18n "github.com/nicksnyder/go-i18n/v2/i18n"
)

// source is the language in which words are written first. It comes first in every list of languages.
const source Lang = "de"

// Catalog holds the words of the interface in every language that has a file. It never changes once it is made, so any
// number of requests may use it at once.
type Catalog struct {
	langs      []Lang
	localizers map[Lang]*Localizer
}

// NewCatalog reads the words of each language from the file of its name in fsys: de.json, en.json, in the flat JSON of
// go-i18n 2 (a string for each key, or an object of plural forms).
//
// It fails when the German file is missing, when a file cannot be read, when a message has more in its braces than a
// name, and when the CLDR cut lacks the language. What one language has and another lacks is no failure; see Gaps.
func NewCatalog(fsys fs.FS) (*Catalog, error) {
	files, err := fs.Glob(fsys, "*.json")
	if err != nil {
		return nil, err
	}
	c := &Catalog{localizers: make(map[Lang]*Localizer, len(files))}
	for _, file := range files {
		l := Lang(strings.TrimSuffix(path.Base(file), ".json"))
		if c.localizers[l], err = newLocalizer(l, fsys, file); err != nil {
			return nil, fmt.Errorf("words of %s: %w", l, err)
		}
		c.langs = append(c.langs, l)
	}
	if c.localizers[source] == nil {
		return nil, errors.New("words of " + string(source) + ": no file " + string(source) + ".json")
	}
	slices.SortFunc(c.langs, func(a, b Lang) int {
		if (a == source) != (b == source) {
			return map[bool]int{true: -1, false: 1}[a == source]
		}
		return strings.Compare(string(a), string(b))
	})
	return c, nil
}

// Langs returns the languages of the interface, the default first.
func (c *Catalog) Langs() []Lang { return slices.Clone(c.langs) }

// Has reports whether the interface speaks l.
func (c *Catalog) Has(l Lang) bool { return c.localizers[l] != nil }

// Localizer returns the one that speaks l, or the default one where the interface does not.
func (c *Catalog) Localizer(l Lang) *Localizer {
	if loc := c.localizers[l]; loc != nil {
		return loc
	}
	return c.localizers[c.langs[0]]
}

// Gaps lists what is wrong with the words, one sentence each: a key that another language has, a plural form that the
// language needs, an empty string, a form that the language never uses, a name in braces that differs from the German
// one. A finished catalog has none.
func (c *Catalog) Gaps() []string {
	keys := map[string]bool{}
	for _, loc := range c.localizers {
		for key := range loc.words {
			keys[key] = true
		}
	}
	var gaps []string
	for _, l := range c.langs {
		for _, key := range slices.Sorted(maps.Keys(keys)) {
			for _, gap := range c.localizers[l].gaps(key, c.localizers[source]) {
				gaps = append(gaps, fmt.Sprintf("%s: %s: %s", l, key, gap))
			}
		}
	}
	return gaps
}

// Localizer speaks one language: it knows the words of the interface and how numbers, dates and countries are written.
// It is safe for concurrent use.
type Localizer struct {
	lang    Lang
	words   map[string]message
	plurals *plurals
	cldr    cldr
	sorter  *Sorter
}

func newLocalizer(l Lang, fsys fs.FS, file string) (*Localizer, error) {
	table, err := newCLDR(l)
	if err != nil {
		return nil, err
	}
	rules, err := newPlurals(l)
	if err != nil {
		return nil, err
	}
	raw, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, err
	}
	parsed, err := goi18n.ParseMessageFileBytes(raw, file, nil)
	if err != nil {
		return nil, err
	}
	words := make(map[string]message, len(parsed.Messages))
	for _, m := range parsed.Messages {
		if words[m.ID], err = newMessage(m); err != nil {
			return nil, fmt.Errorf("%s: %w", m.ID, err)
		}
	}
	return &Localizer{lang: l, words: words, plurals: rules, cldr: table, sorter: NewSorter(l)}, nil
}

// Lang returns the language that l speaks.
func (l *Localizer) Lang() Lang { return l.lang }

// Has reports whether there are words for key.
func (l *Localizer) Has(key string) bool {
	_, ok := l.words[key]
	return ok
}

// T returns the words for key. Args are names and values in turn, for the names in braces: T("since", "Date", "1968").
//
// Whole numbers are written as the language writes them (1.196.274); a year or anything else that is no quantity is
// passed as a string and stands as it is. The value named Count, a whole number or a canonical decimal string, chooses
// the plural form.
//
// What is missing is shown and not hidden: an unknown key comes back in brackets, and so does a name without a value.
func (l *Localizer) T(key string, args ...any) string {
	m, ok := l.words[key]
	if !ok {
		return "[" + key + "]"
	}
	if m.ready {
		return m.other.text
	}
	return m.form(l.plurals.formOf(args)).fill(l, args)
}

// gaps says what is wrong with the words for key, measured against the language that the words are written in first.
func (l *Localizer) gaps(key string, original *Localizer) []string {
	m, ok := l.words[key]
	if !ok {
		return []string{"missing"}
	}
	var gaps []string
	for _, form := range pluralForms() {
		p, written := m.forms[form]
		needed := form == "other" || m.counts() && slices.Contains(l.cldr.pluralForms, form)
		switch {
		case needed && !written:
			gaps = append(gaps, "plural form "+form+" missing")
		case written && !needed:
			gaps = append(gaps, "plural form "+form+" is never used")
		case written && strings.TrimSpace(p.text) == "":
			gaps = append(gaps, "empty")
		}
	}
	if o, ok := original.words[key]; ok && !slices.Equal(o.names(), m.names()) {
		gaps = append(gaps, fmt.Sprintf("names in braces %v, in %s %v", m.names(), original.lang, o.names()))
	}
	return gaps
}
