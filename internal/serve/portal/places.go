package portal

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/place"
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

// placeList shows the places, narrowed by country and continent, by name.
func (p *roomPages) placeList(r *http.Request, pg *web.Page) (templ.Component, error) {
	ctx := r.Context()
	pg.Script = true
	pg.Title, pg.Description = pg.T("page.places"), pg.T("places.lead")
	v := placesPage{Page: pg, List: asked(pg, p.Places.Kind(), []string{"country", "continent"}, r.URL.Query())}
	v.List.sort = ""
	pg.Query = v.List.encoded()
	countries, err := p.countries.of(pg, "", func() (map[string]int, error) { return place.Countries(ctx, p.db, pg.Office.ID) })
	if err != nil {
		return nil, err
	}
	v.offer(countries)
	skip, err := strconv.Atoi(v.List.cursor)
	if err != nil || skip < 0 || skip > v.Count {
		skip, v.List.cursor = 0, ""
	}
	found, err := place.Mentioned(ctx, p.db, pg.Office.ID, pg.Lang(), narrowed(v.List), skip, placesPerPage)
	if err != nil {
		return nil, err
	}
	if skip+len(found) < v.Count {
		v.Next = v.List.from(strconv.Itoa(skip + len(found)))
	}
	for _, m := range found {
		v.Rows = append(v.Rows, placeRow{
			Name: pg.Say(m.Name), Native: native(m.Name, m.Local, pg.Name(m.Name)), Country: pg.Country(m.Country),
			Href: pg.RecordHref("/places", m.ID, m.Slug), Relations: m.Relations, Projects: m.Projects, Networks: m.Networks,
		})
	}
	return placesView(v), nil
}

// native returns the name of a place in its own language, where it differs from the one shown.
func native(name i18n.Text, local, shown string) web.Words {
	own := name.Map()[i18n.Lang(local)]
	if local == "" || own == shown {
		return web.Words{}
	}
	return web.Words{Text: own, Lang: i18n.Lang(local)}
}

// narrowed returns the countries that the filters leave, between commas; empty for all of them.
func narrowed(l listing) string {
	var sets [][]string
	if chosen := l.filters["country"]; len(chosen) > 0 {
		sets = append(sets, chosen)
	}
	if chosen := l.filters["continent"]; len(chosen) > 0 {
		var on []string
		for _, c := range chosen {
			on = append(on, i18n.CountriesOf(c)...)
		}
		sets = append(sets, on)
	}
	if len(sets) == 0 {
		return ""
	}
	left := slices.DeleteFunc(slices.Clone(sets[0]), func(c string) bool {
		return len(c) != 2 || slices.ContainsFunc(sets[1:], func(other []string) bool { return !slices.Contains(other, c) })
	})
	return "," + strings.Join(left, ",") + ","
}

// offer puts the countries and continents in use into the page, and counts what the filters leave.
func (v *placesPage) offer(countries map[string]int) {
	pg, left := v.Page, narrowed(v.List)
	var nations, continents []option
	on := map[string]int{}
	for code, n := range countries {
		v.All += n
		if left == "" || code != "" && strings.Contains(left, ","+code+",") {
			v.Count += n
		}
		if code == "" {
			continue
		}
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
