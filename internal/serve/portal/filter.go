package portal

import (
	"maps"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// A listing is what the address of a list says: filters by name, order, and where the page begins. Words to search for are
// the filter "q". Its address is always the same for the same list, whatever else was in the one that was asked for.
type listing struct {
	path    string // with the language
	filters map[string][]string
	sort    string   // empty for the default
	passed  []string // filters that cannot be, in words: the list is not narrowed by them
	cursor  string
}

// asked reads a listing from an address. Parameters that are not among names, and values that a filter cannot have, are
// passed over: an old or a mangled address still leads to a list. Those values the list then names.
func asked(pg *web.Page, kind *record.Kind, names []string, q url.Values) listing {
	l := listing{path: pg.Href(pg.Path), filters: map[string][]string{}, cursor: q.Get("cursor")}
	for _, name := range names {
		if f, ok := kind.Filter(name); ok {
			vals, passed := sound(f, q[name])
			if len(vals) > 0 {
				l.filters[name] = vals
			}
			for _, v := range passed {
				l.passed = append(l.passed, filterName(pg, kind, name)+" "+pg.T("list.quoted", "Value", short(v)))
			}
		}
	}
	if words := soundWords(q.Get("q")); words != "" {
		l.filters["q"] = []string{words}
		pg.Fleeting = true
	}
	usual := kind.Sorts[0] // without words: with them it is their order
	if s := q.Get("sort"); (s != usual || l.words() != "") && slices.Contains(kind.Sorts, strings.TrimPrefix(s, "-")) {
		l.sort = s
	}
	return l
}

// sound returns the values that a filter can have and those that it cannot, each once.
func sound(f record.Filter, vals []string) (out, passed []string) {
	const most = 20
	for _, v := range vals {
		known := (f.Choices == nil || slices.Contains(f.Choices, v)) && (f.Expand == nil || len(f.Expand(v)) > 0) &&
			(f.Name != "country" || i18n.IsCountry(v)) && len(v) <= 200 && utf8.ValidString(v) && !strings.ContainsRune(v, 0)
		switch {
		case v == "" || slices.Contains(out, v) || slices.Contains(passed, v):
		case known && len(out) < most:
			out = append(out, v)
		case !known && len(passed) < most:
			passed = append(passed, v)
		}
	}
	return out, passed
}

// filterName is what pages call a filter.
func filterName(pg *web.Page, kind *record.Kind, name string) string {
	for _, key := range []string{kind.Name + "." + name, "record." + name, "kind." + name + ".one"} {
		if pg.Has(key) {
			return web.Capital(pg.T(key))
		}
	}
	return name
}

// short cuts what is shown of a value that somebody made up.
func short(s string) string {
	const most = 40
	if r := []rune(strings.ToValidUTF8(s, "")); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// query returns the listing as a store takes it.
func (l listing) query(pg *web.Page) record.Query {
	filters := maps.Clone(l.filters)
	delete(filters, "q")
	return record.Query{
		Filters: filters, Text: l.words(), Sort: l.sort, Cursor: l.cursor, Lang: pg.Lang(), Office: pg.Office.ID, Total: true,
	}
}

// words returns the words that the list is searched for.
func (l listing) words() string { return strings.Join(l.filters["q"], "") }

// soundWords returns words as they can be searched for: as many as there may be, and nothing that is no text.
func soundWords(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, " "), "\x00", " ")
	if utf8.RuneCountInString(s) > record.MaxText {
		s = string([]rune(s)[:record.MaxText])
	}
	return strings.TrimSpace(s)
}

// encoded returns the parameters without the cursor: what stays when the language changes.
func (l listing) encoded() string {
	q := url.Values{}
	maps.Copy(q, l.filters)
	if l.sort != "" {
		q.Set("sort", l.sort)
	}
	return q.Encode()
}

func (l listing) href() string {
	q := l.encoded()
	if l.cursor != "" {
		q = strings.TrimPrefix(q+"&cursor="+url.QueryEscape(l.cursor), "&")
	}
	u := url.URL{Path: l.path, RawQuery: q}
	return u.String()
}

// without returns the address of the list without one value of a filter.
func (l listing) without(name, value string) string {
	l.filters = maps.Clone(l.filters)
	l.filters[name] = slices.DeleteFunc(slices.Clone(l.filters[name]), func(v string) bool { return v == value })
	l.cursor = ""
	return l.href()
}

// ordered returns the address of the list in another order.
func (l listing) ordered(by string) string {
	l.sort, l.cursor = by, ""
	return l.href()
}

// from returns the address of the page that begins at a cursor; "" is the first one.
func (l listing) from(cursor string) string {
	l.cursor = cursor
	return l.href()
}

func (l listing) has(name, value string) bool { return slices.Contains(l.filters[name], value) }

// An option is one value that a filter offers.
type option struct {
	Value, Label string
	Lang         i18n.Lang // of the label, where it is not the page's
	Mark         string    // the mark that stands for it in the list; empty if there is none
	Count        int       // how many have it; 0: not said
	Chosen       bool
}

// A choice is a filter with all that it offers.
type choice struct {
	Name, Label string
	Options     []option
	Extra       []string // chosen values beyond the one that a select can show
}

// choose completes a choice with what the listing has chosen.
func (l listing) choose(name, label string, options []option) choice {
	c := choice{Name: name, Label: label, Options: slices.Clone(options)} // which other pages show as well
	shown := false
	for i, o := range c.Options {
		if !o.Chosen {
			c.Options[i].Chosen = l.has(name, o.Value)
		}
		shown = shown || c.Options[i].Chosen
	}
	if chosen := l.filters[name]; len(chosen) > 1 {
		c.Extra = chosen[1:]
	}
	return c
}

// promised returns options without their counts where there is another filter than theirs, or words: counts are of the
// whole list, and would promise more than is left.
func (l listing) promised(name string, options []option) []option {
	for other, vals := range l.filters {
		if other == name || len(vals) == 0 {
			continue
		}
		options = slices.Clone(options)
		for i := range options {
			options[i].Count = 0
		}
		break
	}
	return options
}

// worth reports whether a choice is one: there are several values, or one is chosen.
func (c choice) worth() bool { return len(c.Options) > 1 || c.chosen() }

func (c choice) chosen() bool {
	return slices.ContainsFunc(c.Options, func(o option) bool { return o.Chosen })
}

// first returns the value that a select shows.
func (c choice) first() string {
	for _, o := range c.Options {
		if o.Chosen && !slices.Contains(c.Extra, o.Value) {
			return o.Value
		}
	}
	return ""
}

// A chip is a filter at work, with the address of the list without it.
type chip struct{ Label, Href string }

// chips lists the filters at work in the order of the choices; what no choice offers comes last, as it was asked for.
func (l listing) chips(choices []choice) []chip {
	var out []chip
	named := map[string]bool{}
	for _, c := range choices {
		named[c.Name] = true
		for _, v := range l.filters[c.Name] {
			label := v
			for _, o := range c.Options {
				if o.Value == v {
					label = strings.TrimLeft(o.Label, treeIndent)
				}
			}
			out = append(out, chip{label, l.without(c.Name, v)})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(l.filters)) {
		for _, v := range l.filters[name] {
			if !named[name] {
				out = append(out, chip{v, l.without(name, v)})
			}
		}
	}
	return out
}

// treeIndent sets a theme below the one it belongs to, in a list of options.
const treeIndent = "\u2003"

// settle tells the page what stands in its address in each language: of the filters that slugs knows, by name, the values
// are the slugs of that language.
func (l listing) settle(pg *web.Page, slugs map[string]map[string]i18n.Text) {
	for name, known := range slugs {
		l.canonical(name, known, pg.Lang())
	}
	pg.Query = l.encoded()
	for _, lang := range pg.Site.Words.Langs() {
		other := listing{filters: maps.Clone(l.filters), sort: l.sort}
		for name, known := range slugs {
			other.filters[name] = slices.Clone(l.filters[name])
			other.canonical(name, known, lang)
		}
		if q := other.encoded(); q != pg.Query {
			if pg.Queries == nil {
				pg.Queries = map[i18n.Lang]string{}
			}
			pg.Queries[lang] = q
		}
	}
}

// canonical replaces values that are slugs of another language by the option's own, so that they show as chosen.
func (l listing) canonical(name string, slugs map[string]i18n.Text, lang i18n.Lang) {
	for i, v := range l.filters[name] {
		for id, slug := range slugs {
			for _, s := range slug.Map() {
				if s == v || v == id {
					l.filters[name][i] = web.SlugIn(lang, record.ID(id), slug)
				}
			}
		}
	}
}
