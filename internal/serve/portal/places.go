package portal

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// A placesPage is the list of the places to which an office's published records refer.
type placesPage struct {
	*web.Page
	List  listing
	Main  []choice
	Chips []chip
	Rows  []placeRow
	Count int
	All   int
	Next  string
}

// A placeRow is one place as the list shows it.
type placeRow struct {
	Name      web.Words
	Native    web.Words
	Href      string
	Country   string
	Relations int
	Projects  int
	Networks  int
}

// placesPerPage is how many places one page of the list shows.
const placesPerPage = 100

// placeList shows the places, narrowed by words, country and continent; by name or, with words, in the order of the search.
func (p *roomPages) placeList(r *http.Request, pg *web.Page) (templ.Component, error) {
	ctx := r.Context()
	pg.Script = true
	pg.Title, pg.Description = pg.T("page.places"), pg.T("places.lead")
	v := placesPage{Page: pg, List: asked(pg, p.Places.Kind(), []string{"country", "continent"}, r.URL.Query())}
	v.List.sort = ""
	pg.Query = v.List.encoded()
	all, err := p.mentions(ctx, pg)
	if err != nil {
		return nil, err
	}
	v.offer(all)
	left := all
	if in, narrow := narrowed(v.List); narrow {
		left = nil
		for _, m := range all {
			if slices.Contains(in, m.Country) {
				left = append(left, m)
			}
		}
	}
	if v.List.words() != "" {
		if left, err = p.named(ctx, pg, v.List, left); err != nil {
			return nil, err
		}
	}
	v.All, v.Count = len(all), len(left)
	skip, err := strconv.Atoi(v.List.cursor)
	if err != nil || skip < 0 || skip > len(left) {
		skip, v.List.cursor = 0, ""
	}
	end := min(skip+placesPerPage, len(left))
	if end < len(left) {
		v.Next = v.List.from(strconv.Itoa(end))
	}
	v.Rows, err = p.placeRows(ctx, pg, left[skip:end])
	pg.Linked = linkedList(pg, v.Count, v.Rows, func(r placeRow) (web.Words, string) { return r.Name, r.Href })
	return placesView(v), err
}

// placeRows reads the names of some places.
func (p *roomPages) placeRows(ctx context.Context, pg *web.Page, some []place.Mention) ([]placeRow, error) {
	ids := make([]record.ID, len(some))
	for i, m := range some {
		ids[i] = m.ID
	}
	cards, err := p.kernel.Cards(ctx, ids)
	if err != nil {
		return nil, err
	}
	rows := make([]placeRow, 0, len(some))
	for _, m := range some {
		c, ok := cards[m.ID]
		if !ok { // withdrawn a moment ago
			continue
		}
		rows = append(rows, placeRow{
			Name: pg.Say(c.Title), Native: native(c.Title, m.Local, pg.Name(c.Title)), Country: pg.Country(m.Country),
			Href: pg.RecordHref("/places", m.ID, c.Slug), Relations: m.Relations, Projects: m.Projects, Networks: m.Networks,
		})
	}
	return rows, nil
}

// mostNamed bounds the hits that are looked at for a list of places.
const mostNamed = 500

// named returns those of some places that have the words of the list, in the order of the search.
func (p *roomPages) named(ctx context.Context, pg *web.Page, l listing, some []place.Mention) (out []place.Mention, err error) {
	byID := make(map[record.ID]place.Mention, len(some))
	for _, m := range some {
		byID[m.ID] = m
	}
	q := l.query(pg)
	q.Filters, q.Cursor, q.Office, q.Total, q.Limit = nil, "", "", false, record.MaxLimit
	for looked := 0; looked < mostNamed; looked += q.Limit {
		found, err := p.Places.List(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, x := range found.Items {
			if m, ok := byID[x.ID]; ok {
				out = append(out, m)
			}
		}
		if q.Cursor = found.Next; q.Cursor == "" {
			break
		}
	}
	return out, nil
}

// native returns the name of a place in its own language, where it differs from the one shown.
func native(name i18n.Text, local, shown string) web.Words {
	own := name.Map()[i18n.Lang(local)]
	if local == "" || own == shown || strings.HasPrefix(shown, own+" (") { // the shown name says it already
		return web.Words{}
	}
	return web.Words{Text: own, Lang: i18n.Lang(local)}
}

// narrowed returns the countries that the filters leave, perhaps none; narrow is false if there are no filters.
func narrowed(l listing) (left []string, narrow bool) {
	left = l.filters["country"]
	continents := l.filters["continent"]
	if len(continents) == 0 {
		return left, len(left) > 0
	}
	var on []string
	for _, c := range continents {
		on = append(on, i18n.CountriesOf(c)...)
	}
	if len(left) == 0 {
		return on, true
	}
	return slices.DeleteFunc(slices.Clone(left), func(c string) bool { return !slices.Contains(on, c) }), true
}

// offer puts the countries and continents in use into the page.
func (v *placesPage) offer(places []place.Mention) {
	pg := v.Page
	var nations, continents []option
	in, on := map[string]int{}, map[string]int{}
	for _, m := range places {
		if m.Country != "" {
			in[m.Country]++
		}
	}
	for code, n := range in {
		nations = append(nations, option{Value: code, Label: pg.Country(code), Count: n})
		if continent := i18n.ContinentOf(code); continent != "" {
			on[continent] += n
		}
	}
	for code, n := range on {
		continents = append(continents, option{Value: code, Label: pg.ContinentName(code), Count: n})
	}
	all := []choice{
		v.List.choose("continent", pg.T("record.continent"), byLabel(pg, continents)),
		v.List.choose("country", pg.T("record.country"), byLabel(pg, nations)),
	}
	v.Chips = v.List.chips(all)
	v.Main = slices.DeleteFunc(all, func(c choice) bool { return !c.worth() })
}
