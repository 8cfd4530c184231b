package portal

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"kontor.example/internal/base/date"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// A thing is something that a page speaks of, in the words of schema.org. A page says of it what it shows, and no more.
type thing struct {
	Context string `json:"@context,omitempty"`
	Type    string `json:"@type"`
	ID      string `json:"@id,omitempty"`

	Name        string   `json:"name,omitempty"`
	Alternate   []string `json:"alternateName,omitempty"`
	Description string   `json:"description,omitempty"`
	URL         string   `json:"url,omitempty"`
	SameAs      []string `json:"sameAs,omitempty"`
	Language    string   `json:"inLanguage,omitempty"`
	Modified    string   `json:"dateModified,omitempty"`
	Period      string   `json:"temporalCoverage,omitempty"` // "1968/..": from then on
	Keywords    []string `json:"keywords,omitempty"`

	PartOf    *thing  `json:"isPartOf,omitempty"`
	Publisher *thing  `json:"publisher,omitempty"`
	About     []thing `json:"about,omitempty"`
	Main      *thing  `json:"mainEntity,omitempty"`

	Within    *thing      `json:"containedInPlace,omitempty"`
	Geo       *thing      `json:"geo,omitempty"`
	Latitude  json.Number `json:"latitude,omitempty"`
	Longitude json.Number `json:"longitude,omitempty"`

	Location  *thing  `json:"location,omitempty"`
	Founded   string  `json:"foundingDate,omitempty"`
	Dissolved string  `json:"dissolutionDate,omitempty"`
	Members   []thing `json:"member,omitempty"`
	Funding   *thing  `json:"funder,omitempty"`

	Position int     `json:"position,omitempty"`
	Count    int     `json:"numberOfItems,omitempty"` // of the whole list
	Elements []thing `json:"itemListElement,omitempty"`

	Datasets     []thing  `json:"dataset,omitempty"`
	Distribution []thing  `json:"distribution,omitempty"`
	Measured     []string `json:"variableMeasured,omitempty"`
	Format       string   `json:"encodingFormat,omitempty"`
	Content      string   `json:"contentUrl,omitempty"`
	Size         string   `json:"contentSize,omitempty"`
}

// linkedPage is a page that speaks of something.
func linkedPage(pg *web.Page, changed record.Time) thing {
	return thing{
		Context: "https://schema.org", Type: "WebPage", ID: pg.Origin() + pg.Here(), URL: pg.Origin() + pg.Here(), Name: pg.Title,
		Description: pg.Description, Language: string(pg.Lang()), Modified: string(changed),
		PartOf:    &thing{Type: "WebSite", ID: portalID(pg), Name: pg.SiteName(), URL: pg.Origin() + pg.Href("/")},
		Publisher: publisher(pg),
	}
}

// portalID names the portal, in all its languages.
func portalID(pg *web.Page) string { return pg.Origin() + "/" }

// publisher is the office whose pages these are. Where a notice on each page qualifies that, such as that this is a
// demonstration and no publication of the city, nobody is named: machines read no banner.
func publisher(pg *web.Page) *thing {
	if !pg.Office.Notice.Empty() {
		return nil
	}
	return linkedOffice(pg)
}

// linkedOffice is the city itself. These pages are its own only if it publishes them.
func linkedOffice(pg *web.Page) *thing {
	out := thing{Type: "GovernmentOrganization", Name: pg.Or(pg.Office.City, "site.product")}
	if pg.Office.Notice.Empty() {
		out.URL = pg.Origin() + pg.Href("/")
	}
	return &out
}

func linkedHome(pg *web.Page, home place.Spot) thing {
	site := linkedPage(pg, pg.Office.ChangedAt)
	site.Type, site.ID, site.Name, site.PartOf = "WebSite", portalID(pg), pg.SiteName(), nil
	if home.ID != "" {
		site.About = []thing{linkedSpot(pg, "City", home.Name, home.Country, home.Lat, home.Lon)}
	}
	return site
}

// linkedList is a page of a list: what it names, in its order.
func linkedList[R any](pg *web.Page, all int, rows []R, named func(R) (web.Words, string)) thing {
	page := linkedPage(pg, "")
	page.Type = "CollectionPage"
	page.Main = &thing{Type: "ItemList", Count: max(0, all), Elements: make([]thing, 0, len(rows))}
	for i, r := range rows {
		name, href := named(r)
		one := thing{Type: "ListItem", Position: i + 1, Name: name.Text}
		if href != "" {
			one.URL = pg.Origin() + href
		}
		page.Main.Elements = append(page.Main.Elements, one)
	}
	return page
}

// linkedRelation speaks of the places that a relation ties to the city, and since when it does.
func linkedRelation(pg *web.Page, r relationParts) thing {
	page := linkedPage(pg, r.ChangedAt)
	page.Keywords = []string{pg.T("relation.form." + string(r.Form))}
	for _, t := range r.Themes {
		if card, ok := r.cards[t.Theme]; ok && t.Until == "" {
			page.Keywords = append(page.Keywords, pg.Name(card.Title))
		}
	}
	page.Period = period8601(r.Since, r.Until)
	for _, c := range r.partners {
		at := linkedSpot(pg, "Place", c.Name, c.Country, c.Lat, c.Lon)
		at.URL, at.SameAs = c.Website, sameAs(c.Wikidata, c.GeoNames)
		if href := pg.RecordHref("/places", c.Place, c.Slug); href != "" {
			at.ID = pg.Origin() + href + "#place"
		}
		page.About = append(page.About, at)
	}
	if r.home.ID != "" {
		page.About = append(page.About, linkedSpot(pg, "City", r.home.Name, r.home.Country, r.home.Lat, r.home.Lon))
	}
	return page
}

func linkedNetwork(pg *web.Page, r networkParts) thing {
	page := linkedPage(pg, r.ChangedAt)
	main := thing{
		Type: "Organization", ID: page.ID + "#network", Name: pg.Name(r.Name), Alternate: others(pg, r.Name),
		Description: pg.Name(r.Summary), URL: r.Website, Founded: string(r.Founded),
	}
	if r.Short != "" {
		main.Alternate = append(main.Alternate, r.Short)
	}
	for _, m := range r.memberships {
		if m.Until == "" {
			main.Members = []thing{*linkedOffice(pg)}
		}
	}
	for _, m := range r.Members {
		if card, ok := r.cards[m.Party.ID]; ok {
			main.Members = append(main.Members, linkedMember(pg, m.Party, card))
		}
	}
	page.Main = &main
	return page
}

func linkedProject(pg *web.Page, r projectParts) thing {
	page := linkedPage(pg, r.ChangedAt)
	main := thing{
		Type: "Project", ID: page.ID + "#project", Name: pg.Name(r.Title), Alternate: others(pg, r.Title), Description: pg.Name(r.Summary),
		URL: r.Website, Founded: string(r.Starts), Dissolved: string(r.Ends),
	}
	if r.Acronym != "" {
		main.Alternate = append(main.Alternate, r.Acronym)
	}
	for _, f := range r.funds {
		main.Funding = &thing{Type: "Organization", Name: cmp.Or(pg.Name(f.Funder), pg.Name(f.Name))}
	}
	for _, p := range r.Partners {
		if card, ok := r.cards[p.Party.ID]; ok {
			main.Members = append(main.Members, linkedMember(pg, p.Party, card))
		}
	}
	page.Main = &main
	return page
}

func linkedPlace(pg *web.Page, r placeParts) thing {
	page := linkedPage(pg, r.ChangedAt)
	kind := map[place.Level]string{place.Country: "Country", place.Region: "AdministrativeArea", place.City: "City"}[r.Level]
	if kind == "" {
		kind = "Place"
	}
	main := linkedSpot(pg, kind, r.Name, r.Country, r.Lat, r.Lon)
	main.ID, main.URL, main.SameAs = page.ID+"#place", r.Website, sameAs(r.Wikidata, r.GeoNames)
	if kind == "Country" {
		main.Within = nil
	}
	for _, a := range r.Aliases {
		told := a.Name == main.Name || slices.Contains(main.Alternate, a.Name)
		if !told && (a.Lang != "" || a.Historic) { // of the gazetteer's spellings nothing more is known: they are for those who search
			main.Alternate = append(main.Alternate, a.Name)
		}
	}
	page.Main = &main
	return page
}

// linkedData is the catalogue of the data sets with their files.
func linkedData(pg *web.Page, v dataPage, changed record.Time) thing {
	page := linkedPage(pg, changed)
	page.Type = "DataCatalog"
	types := map[string]string{
		"csv": "text/csv", "geojson": "application/geo+json", "json": "application/json",
		"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	}
	for _, s := range v.Sets {
		set := thing{
			Type: "Dataset", ID: page.ID + "#" + s.Name, Name: pg.SiteName() + ": " + s.Title, Description: strings.ReplaceAll(pg.T("data.set."+s.Name), "`", ""),
			URL: page.ID + "#" + s.Name, Language: string(pg.Lang()), Modified: string(changed),
		}
		for _, c := range s.Columns {
			set.Measured = append(set.Measured, c.Name)
		}
		for _, format := range web.DataFormats() {
			set.Distribution = append(set.Distribution, thing{
				Type: "DataDownload", Name: fileFormat(format), Format: types[format], Content: pg.Origin() + s.file(pg, format),
				Size: s.size(pg, format), Modified: string(changed),
			})
		}
		page.Datasets = append(page.Datasets, set)
	}
	return page
}

// linkedSpot is a place with its country and its point, as far as they are known.
func linkedSpot(pg *web.Page, kind string, name i18n.Text, country string, lat, lon record.Decimal) thing {
	out := thing{Type: kind, Name: pg.Name(name), Alternate: others(pg, name)}
	if country != "" {
		out.Within = &thing{Type: "Country", Name: pg.Country(country), Alternate: []string{country}}
	}
	if _, ok := place.PointOf(lat, lon); ok {
		out.Geo = &thing{Type: "GeoCoordinates", Latitude: json.Number(lat), Longitude: json.Number(lon)}
	}
	return out
}

// others lists the words of a name in other languages than the page's, each once.
func others(pg *web.Page, name i18n.Text) []string {
	seen := map[string]bool{pg.Name(name): true}
	var out []string
	words := name.Map()
	for _, l := range slices.Sorted(maps.Keys(words)) {
		if s := words[l]; !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// sameAs lists where other registers keep the same place.
func sameAs(wikidata, geonames string) (out []string) {
	if wikidata != "" {
		out = append(out, "https://www.wikidata.org/entity/"+wikidata)
	}
	if geonames != "" {
		out = append(out, "https://sws.geonames.org/"+geonames+"/")
	}
	return out
}

// linkedMember is who takes part. The vocabulary knows organisations and people as members: a place is where its city is.
func linkedMember(pg *web.Page, of record.Ref, card record.Card) thing {
	member := thing{Type: "Organization", Name: pg.Name(card.Title)}
	if of.Kind == "place" {
		member.Location = &thing{Type: "Place", Name: member.Name}
		if href := pg.RecordHref("/places", card.ID, card.Slug); href != "" {
			member.Location.ID = pg.Origin() + href + "#place"
		}
	}
	return member
}

// period8601 writes a period as ISO 8601 does, ".." for an end that is not known.
func period8601(since, until date.Partial) string {
	if since == "" {
		return ""
	}
	end := string(until)
	if end == "" {
		end = ".."
	}
	return string(since) + "/" + end
}
