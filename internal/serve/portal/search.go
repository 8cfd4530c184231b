package portal

import (
	"context"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"kontor.example/internal/engine/record"
	"kontor.example/internal/engine/search"
	"kontor.example/internal/serve/web"
)

// searchPath is the page of the search, without the language.
const searchPath = "/search"

// Bounds of the pages of what was found.
const (
	hitsPerPage = 20
	mostSkipped = 1000 // who has not found it by then needs other words
)

// searchKinds are the kinds that people search among: those with a page, those of which the page of another record tells, and
// places that only the gazetteer has.
func searchKinds() []string {
	return []string{"relation", "project", "network", "organisation", "agreement", "paper", "place", search.Bare}
}

// pagedKinds are those of them that have pages of their own.
func pagedKinds() []string {
	return slices.DeleteFunc(searchKinds(), func(kind string) bool { return kind != search.Bare && sectionOf(kind) == "" })
}

// A Finder finds what the actor of the context may see.
type Finder func(ctx context.Context, q search.Query) (search.Answer, error)

// A searching is what the address of the search page says. The words are among the filters, as "q".
type searching struct {
	listing
	offset int
	cut    bool // the words were too long
}

// A searchPage is what was found.
type searchPage struct {
	*web.Page
	Ask      searching
	Total    int
	Similar  bool
	Meant    []chip // other words, where these were found nowhere
	Hits     []hit
	Facets   []facet
	Back, On string // addresses of the pages before and after this one
	Examples []chip // without words: what could be asked
}

// search shows what has the words asked for, as a visitor sees it, whoever asks.
func (p *Portal) search(r *http.Request, pg *web.Page) (templ.Component, error) {
	ctx := record.As(r.Context(), record.Actor{})
	pg.Path, pg.Title, pg.Description = searchPath, pg.T("search.title"), pg.T("search.lead")
	pg.Unlisted, pg.Fleeting = true, true
	v := searchPage{Page: pg, Ask: p.sought(pg, r.URL.Query())}
	if v.Ask.words() == "" {
		var err error
		pg.Query, v.Ask.filters = "", nil
		v.Examples, err = p.searchExamples(ctx, pg)
		return searchView(v), err
	}
	pg.Title = pg.T("search.title_of", "Words", v.Ask.words())
	if err := p.find(ctx, &v); err != nil {
		return nil, err
	}
	pg.Query = v.Ask.encoded()
	return searchView(v), nil
}

// sought reads the address of the search page. Values that a facet cannot have are passed over, and named.
func (p *Portal) sought(pg *web.Page, in url.Values) searching {
	s := searching{listing: listing{path: pg.Href(searchPath), filters: map[string][]string{}}}
	words := soundWords(in.Get("q"))
	s.cut = words != strings.TrimSpace(in.Get("q"))
	if words != "" {
		s.filters["q"] = []string{words}
	}
	for _, name := range searchFacets() {
		vals, passed := sound(record.Filter{Name: name, Choices: p.facetChoices(name)}, in[name])
		if len(vals) > 0 {
			s.filters[name] = vals
		}
		for _, v := range passed {
			s.passed = append(s.passed, pg.T("search.facet."+name)+" "+pg.T("list.quoted", "Value", short(v)))
		}
	}
	if n, err := strconv.Atoi(in.Get("offset")); err == nil {
		s.offset = min(max(0, n), mostSkipped) / hitsPerPage * hitsPerPage
	}
	return s
}

// at returns the address of the page of what was found that begins behind so many hits.
func (s searching) at(offset int) string {
	if offset <= 0 {
		return s.href()
	}
	return s.href() + "&offset=" + strconv.Itoa(offset)
}

// plain is the address of the same words without any facet.
func (s searching) plain() string {
	s.filters = map[string][]string{"q": s.filters["q"]}
	return s.href()
}

// with returns the address of the list with one more value of a filter.
func (l listing) with(name, value string) string {
	l.filters = maps.Clone(l.filters)
	l.filters[name] = append(slices.Clone(l.filters[name]), value)
	return l.href()
}

// find asks the index and composes what it answers.
func (p *Portal) find(ctx context.Context, v *searchPage) error {
	asked, err := p.narrowing(ctx, v)
	if err != nil {
		return err
	}
	q := p.searchQuery(v, asked, "")
	q.Count, q.Offset, q.Limit = searchFacets(), v.Ask.offset, hitsPerPage
	answer, err := p.finder(ctx, q)
	if err == nil && len(answer.Hits) == 0 && q.Offset > 0 && answer.Total > 0 { // fewer by now than when the address was made
		v.Ask.offset = min(answer.Total-1, mostSkipped) / hitsPerPage * hitsPerPage
		q.Offset = v.Ask.offset
		answer, err = p.finder(ctx, q)
	}
	if err != nil {
		return err
	}
	v.Total, v.Similar = answer.Total, answer.Stage == search.BySimilar
	if v.Ask.offset > 0 {
		v.Back = v.Ask.at(v.Ask.offset - hitsPerPage)
	}
	if next := v.Ask.offset + hitsPerPage; next < v.Total && next <= mostSkipped {
		v.On = v.Ask.at(next)
	}
	if v.Similar || slices.ContainsFunc(answer.Hits, func(h search.Hit) bool { return h.Class == search.Similar }) {
		v.Meant = meant(v.Page, v.Ask, answer.Hits)
	}
	if v.Hits, err = p.hits(ctx, v.Page, answer.Hits); err != nil {
		return err
	}
	return p.fillFacets(ctx, v, asked, answer.Counts)
}

// searchQuery returns the query of the page, or what it is without one of the facets.
func (p *Portal) searchQuery(v *searchPage, asked map[string][]string, without string) search.Query {
	q := search.Query{Text: v.Ask.words(), Kinds: searchKinds(), Facets: maps.Clone(asked), Office: v.Office.ID, Lang: v.Lang()}
	delete(q.Facets, without)
	return q
}

// afterMeant is what stands behind one of so many words that could be meant.
func afterMeant(i, all int) string {
	if i == all-1 {
		return "?"
	}
	return ","
}

// meant returns what could have been meant by words that no record has: first the places and relations that begin so or are
// spelt much alike, by their titles, and then what others have that is spelt so; places that only the gazetteer has, where
// nothing else is meant.
func meant(pg *web.Page, s searching, hits []search.Hit) (out []chip) {
	const most = 3
	ours := func(h search.Hit) bool { return h.Kind == "place" || h.Kind == "relation" }
	entered := slices.ContainsFunc(hits, func(h search.Hit) bool { return h.Kind != search.Bare })
	hits = slices.DeleteFunc(slices.Clone(hits), func(h search.Hit) bool {
		return h.Class == search.Tail || h.Class != search.Similar && !ours(h) || h.Kind == search.Bare && entered
	})
	slices.SortStableFunc(hits, func(a, b search.Hit) int {
		switch {
		case ours(a) && !ours(b):
			return -1
		case ours(b) && !ours(a):
			return 1
		}
		return 0
	})
	for _, h := range hits {
		label := pg.Name(h.Title)
		if !ours(h) {
			label = markedWords(h.Why.Passage)
		}
		if label == "" || slices.ContainsFunc(out, func(c chip) bool { return strings.EqualFold(c.Label, label) }) {
			continue
		}
		s.filters = map[string][]string{"q": {label}}
		if out = append(out, chip{label, s.href()}); len(out) == most {
			break
		}
	}
	return out
}

// markedWords are those for which a passage was chosen.
func markedWords(passage []search.Piece) string {
	var words []string
	for _, piece := range passage {
		if piece.Marked {
			words = append(words, piece.Text)
		}
	}
	return strings.Join(words, " ")
}

// suggestFields returns what a suggestion says of the fields by which kinds can be suggested, by name of the field: only
// where it is no name of the record itself. No field tells of the names of its country, which the index adds.
func suggestFields(k *record.Kernel, kinds []string) map[string]string {
	out := map[string]string{"country": "search.field.country"}
	var add func(path string, fields []*record.Field)
	add = func(path string, fields []*record.Field) {
		for _, f := range fields {
			if w := f.Weight(); w == record.AsTitle || w == record.AsAlias {
				if word := fieldWord(path + f.Name); word != "alias" {
					out[path+f.Name] = "search.field." + word
				}
			}
			add(path+f.Name+".", f.Parts)
		}
	}
	for _, name := range kinds {
		if kind, ok := k.Kind(name); ok {
			add("", kind.Fields())
		}
	}
	return out
}

// searchExamples returns what one could search for: records of the office, and words for their themes.
func (p *Portal) searchExamples(ctx context.Context, pg *web.Page) ([]chip, error) {
	const few = 3
	s := searching{listing: listing{path: pg.Href(searchPath)}}
	var out []chip
	add := func(words string) {
		if words != "" {
			s.filters = map[string][]string{"q": {words}}
			out = append(out, chip{words, s.href()})
		}
	}
	found, err := p.relations.List(ctx, record.Query{Sort: "since", Limit: few, Office: pg.Office.ID, Lang: pg.Lang()})
	if err != nil {
		return nil, err
	}
	for _, x := range found.Items {
		add(pg.Name(x.Title))
	}
	offered, err := p.offered.of(pg, "", func() (*offered, error) { return p.offer(ctx, pg) })
	if err != nil {
		return nil, err
	}
	for _, t := range offered.topics[:min(few, len(offered.topics))] {
		add(pg.Name(t.Name))
	}
	return out, nil
}
