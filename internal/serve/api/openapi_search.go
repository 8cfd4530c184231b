package api

import (
	"net/http"

	"github.com/getkin/kin-openapi/openapi3"

	"kontor.example/internal/engine/record"
	"kontor.example/internal/engine/search"
)

// describeSearch adds the addresses of the search and what they answer with.
func (a *API) describeSearch(doc *openapi3.T) {
	doc.Components.Schemas["Found"] = a.foundSchema().NewRef()
	doc.Components.Schemas["FoundPage"] = a.foundPageSchema().NewRef()
	words := query("q", "The words looked for, in any spelling; all of them must be found.",
		openapi3.NewStringSchema().WithMinLength(1).WithMaxLength(record.MaxText))
	words.Value.Required = true
	office := query("office", "Only what this office keeps and what all offices share, by id or slug.", openapi3.NewStringSchema())

	find := operation("search", "search", "Search all kinds of records.")
	find.Parameters = openapi3.Parameters{
		words,
		query("limit", "How many hits a page has.", openapi3.NewIntegerSchema().WithMin(1).WithMax(mostHits).WithDefault(usualHits)),
		query("offset", "How many hits the pages before have had.", openapi3.NewIntegerSchema().WithMin(0).WithMax(mostSkipped).WithDefault(0)),
		query("count", "The facets whose values are to be counted among all hits, separated by commas: country,theme.", openapi3.NewStringSchema()),
		office, a.langOfHits(),
	}
	for _, f := range a.facets {
		find.Parameters = append(find.Parameters, facetParameter(f))
	}
	find.AddResponse(http.StatusOK, openapi3.NewResponse().WithDescription("One page of hits, the best first.").WithJSONSchemaRef(component("FoundPage")))
	doc.Paths.Set(searchPath, &openapi3.PathItem{Get: find})

	suggest := operation("suggest", "search", "Offer what begins with what is typed: the last word may be the beginning of one in a title or an alias.")
	suggest.Parameters = openapi3.Parameters{
		words,
		query("limit", "How many hits at most.", openapi3.NewIntegerSchema().WithMin(1).WithMax(mostSuggested).WithDefault(usualSuggested)),
		office, a.langOfHits(), facetParameter(a.facets[0]),
	}
	suggest.AddResponse(http.StatusOK, openapi3.NewResponse().WithDescription("The best hits.").WithJSONSchemaRef(component("FoundPage")))
	doc.Paths.Set(suggestPath, &openapi3.PathItem{Get: suggest})
}

func (a *API) langOfHits() *openapi3.ParameterRef {
	p := a.langParameter()
	p.Value.Description = "The language of titles, summaries and pages, and of errors."
	return p
}

func facetParameter(f facet) *openapi3.ParameterRef {
	s := openapi3.NewStringSchema()
	for _, c := range f.choices {
		s.Enum = append(s.Enum, c)
	}
	description := "Only hits with this value; repeated: with one of these."
	if f.records != nil {
		description = "Only hits that have to do with this " + f.name + " or one below it, by id or slug; repeated: with one of these."
	}
	return query(f.name, description, openapi3.NewArraySchema().WithItems(s).WithMaxItems(mostValues))
}

func (a *API) foundSchema() *openapi3.Schema {
	kind := openapi3.NewStringSchema()
	for _, k := range a.facets[0].choices {
		kind.Enum = append(kind.Enum, k)
	}
	kind.Description = "The kind of the record, or " + search.Bare + " for a place of the gazetteer that no record refers to."
	class := openapi3.NewStringSchema()
	for _, c := range classNames() {
		class.Enum = append(class.Enum, c)
	}
	class.Description = "How well it fits: the title consists of the words; title, alias, the name of a place that is no record, summary, body have them; a long word ends with one; a letter differs."
	piece := openapi3.NewObjectSchema().WithoutAdditionalProperties().
		WithProperty("text", openapi3.NewStringSchema()).WithProperty("marked", openapi3.NewBoolSchema())
	piece.Required = []string{"text", "marked"}
	why := openapi3.NewObjectSchema().WithoutAdditionalProperties().
		WithProperty("class", class).
		WithProperty("field", openapi3.NewStringSchema()).
		WithProperty("lang", &openapi3.Schema{Type: orNull("string")}).
		WithProperty("passage", openapi3.NewArraySchema().WithItems(piece))
	why.Required = []string{"class", "field", "lang", "passage"}
	why.Description = "The field that has the words, and a passage of it with the words marked."
	country := openapi3.NewObjectSchema().WithoutAdditionalProperties().
		WithProperty("code", openapi3.NewStringSchema()).WithProperty("name", openapi3.NewStringSchema())
	country.Required = []string{"code", "name"}
	country.Description = "Where it is, or where those are that take part: the code of ISO 3166-1, and the name in the language of the answer."
	text := func(description string) *openapi3.Schema {
		return &openapi3.Schema{Type: orNull("string"), Description: description}
	}
	s := openapi3.NewObjectSchema().WithoutAdditionalProperties().
		WithProperty("kind", kind).
		WithProperty("id", openapi3.NewStringSchema()).
		WithProperty("title", text("Its title; of kinds without one, that of the record it is about.")).
		WithProperty("summary", text("What it is, in a sentence.")).
		WithProperty("url", text("The path of its page in the portal, if it has one.")).
		WithProperty("why", why).
		WithProperty("countries", openapi3.NewArraySchema().WithItems(country)).
		WithProperty("apart", text("Of a place, where another one on the page has its title and country: the region, how many live there or where it lies."))
	s.Required = []string{"kind", "id", "title", "summary", "url", "why", "countries", "apart"}
	return s
}

func (a *API) foundPageSchema() *openapi3.Schema {
	items := openapi3.NewArraySchema()
	items.Items = component("Found")
	count := openapi3.NewObjectSchema().WithoutAdditionalProperties().
		WithProperty("value", openapi3.NewStringSchema()).
		WithProperty("title", openapi3.NewStringSchema()).
		WithProperty("hits", openapi3.NewIntegerSchema())
	count.Required = []string{"value", "hits"}
	counts := openapi3.NewObjectSchema().WithAdditionalProperties(openapi3.NewArraySchema().WithItems(count))
	counts.Description = "For each facet that was to be counted, how many hits have which value."
	stage := openapi3.NewStringSchema().WithEnum(string(search.ByWord), string(search.ByTail), string(search.ByPrefix), string(search.BySimilar))
	stage.Description = "How far the search had to go: whole words, ends of long words, beginnings, words with one letter different."
	s := openapi3.NewObjectSchema().WithoutAdditionalProperties().
		WithProperty("items", items).
		WithProperty("total", openapi3.NewIntegerSchema()).
		WithProperty("stage", stage).
		WithProperty("counts", counts)
	s.Required = []string{"items", "total", "stage"}
	return s
}
