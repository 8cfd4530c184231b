package api

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"kontor.example/internal/engine/record"
)

// A document is the OpenAPI document as it is sent.
type document struct {
	body []byte
	etag string
}

// openapi answers with the OpenAPI document. It is the same for everybody.
func (a *API) openapi(w http.ResponseWriter, r *http.Request) error {
	share(w, r)
	h := w.Header()
	h.Set("ETag", a.spec.etag)
	h.Set("Cache-Control", "public, no-cache")
	if tag, ok := named(r.Header.Get("If-None-Match"), a.spec.etag); ok {
		h.Set("ETag", tag)
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	return send(w, r, http.StatusOK, a.spec.body)
}

// describe writes the OpenAPI document from what the kinds declare.
func (a *API) describe() (document, error) {
	doc := &openapi3.T{
		OpenAPI: "3.1.0",
		Info: &openapi3.Info{
			Title: "Kontor", Version: "1", License: &openapi3.License{Name: "EUPL-1.2", Identifier: "EUPL-1.2"},
			Description: "The international relations of a city: read by everybody, changed with a token.",
		},
		Paths: openapi3.NewPaths(),
		Components: &openapi3.Components{
			Schemas:         openapi3.Schemas{"Problem": problemSchema().NewRef()},
			Responses:       openapi3.ResponseBodies{},
			SecuritySchemes: openapi3.SecuritySchemes{"token": {Value: openapi3.NewSecurityScheme().WithType("http").WithScheme("bearer")}},
		},
	}
	doc.Components.Responses["Problem"] = &openapi3.ResponseRef{Value: openapi3.NewResponse().
		WithDescription("What went wrong, as RFC 9457 has it.").
		WithContent(openapi3.NewContentWithSchemaRef(component("Problem"), []string{"application/problem+json"}))}
	describeProbes(doc)
	a.describeSearch(doc)
	for _, c := range a.Collections {
		a.describeKind(doc, c.Kind())
	}
	body, err := doc.MarshalJSON()
	if err != nil {
		return document{}, fmt.Errorf("openapi: %w", err)
	}
	sum := sha256.Sum256(body)
	return document{append(body, '\n'), `"` + hex.EncodeToString(sum[:8]) + `"`}, nil
}

func describeProbes(doc *openapi3.T) {
	word := openapi3.NewContentWithSchema(openapi3.NewStringSchema(), []string{"text/plain"})
	for path, says := range map[string]string{"/healthz": "The process is up.", "/readyz": "The program can serve."} {
		op := operation(strings.Trim(path, "/"), "Operation", says)
		op.AddResponse(http.StatusOK, openapi3.NewResponse().WithDescription(says).WithContent(word))
		doc.Paths.Set(path, &openapi3.PathItem{Get: op})
	}
	op := operation("openapi", "Operation", "This document.")
	op.AddResponse(http.StatusOK, openapi3.NewResponse().WithDescription("OpenAPI 3.1").
		WithJSONSchema(openapi3.NewObjectSchema()))
	op.AddResponse(http.StatusNotModified, openapi3.NewResponse().WithDescription("The tag is that of If-None-Match."))
	doc.Paths.Set(Root+"openapi.json", &openapi3.PathItem{Get: op})
}

// describeKind adds the schemas and the addresses of one kind.
func (a *API) describeKind(doc *openapi3.T, k *record.Kind) {
	name := schemaName(k)
	doc.Components.Schemas[name] = recordSchema(k, reading).NewRef()
	doc.Components.Schemas[name+"New"] = recordSchema(k, creating).NewRef()
	doc.Components.Schemas[name+"Patch"] = recordSchema(k, patching).NewRef()
	doc.Components.Schemas[name+"Page"] = pageSchema(name).NewRef()

	list := operation("list_"+k.Plural, k.Plural, "List "+k.Plural+".")
	list.Parameters = append(listParameters(k), a.langParameter(), ifNoneMatch())
	list.AddResponse(http.StatusOK, answerOf(name+"Page", "One page."))
	list.AddResponse(http.StatusNotModified, openapi3.NewResponse().WithDescription("The tag is that of If-None-Match."))

	create := changing("create_"+k.Name, k.Plural, "Create a "+k.Name+".")
	create.Parameters = openapi3.Parameters{a.langParameter()}
	create.RequestBody = bodyOf(name+"New", "application/json")
	create.AddResponse(http.StatusCreated, answerOf(name, "The new record; Location is its address."))
	doc.Paths.Set(Root+k.Plural, &openapi3.PathItem{Get: list, Post: create})

	get := operation("get_"+k.Name, k.Plural, "Read a "+k.Name+".")
	get.Parameters = append(a.itemParameters(k), ifNoneMatch())
	get.AddResponse(http.StatusOK, answerOf(name, "The record."))
	get.AddResponse(http.StatusNotModified, openapi3.NewResponse().WithDescription("The tag is that of If-None-Match."))

	update := changing("update_"+k.Name, k.Plural, "Change a "+k.Name+" by a merge patch (RFC 7396).")
	update.Parameters = append(a.itemParameters(k), ifMatch(true))
	update.RequestBody = bodyOf(name+"Patch", "application/merge-patch+json", "application/json")
	update.AddResponse(http.StatusOK, answerOf(name, "The record as it is now."))

	trash := changing("trash_"+k.Name, k.Plural, "Put a "+k.Name+" into the trash.")
	trash.Parameters = append(a.itemParameters(k), ifMatch(true))
	trash.AddResponse(http.StatusNoContent, openapi3.NewResponse().WithDescription("It is in the trash."))
	doc.Paths.Set(Root+k.Plural+"/{id}", &openapi3.PathItem{Get: get, Patch: update, Delete: trash})

	restore := changing("restore_"+k.Name, k.Plural, "Take a "+k.Name+" out of the trash.")
	restore.Parameters = append(a.itemParameters(k), ifMatch(false))
	restore.AddResponse(http.StatusOK, answerOf(name, "The record as it is now."))
	doc.Paths.Set(Root+k.Plural+"/{id}/restore", &openapi3.PathItem{Post: restore})
}

func schemaName(k *record.Kind) string { return strings.ToUpper(k.Name[:1]) + k.Name[1:] }

func component(name string) *openapi3.SchemaRef {
	return openapi3.NewSchemaRef("#/components/schemas/"+name, nil)
}

// operation returns an operation that anybody may ask for. Whatever it does not answer with is a problem.
func operation(id, tag, summary string) *openapi3.Operation {
	return &openapi3.Operation{
		OperationID: id, Tags: []string{tag}, Summary: summary,
		Security: &openapi3.SecurityRequirements{{}, {"token": {}}},
		Responses: openapi3.NewResponses(func(r *openapi3.Responses) {
			r.Set("default", &openapi3.ResponseRef{Ref: "#/components/responses/Problem"})
		}),
	}
}

// changing returns an operation that needs a token.
func changing(id, tag, summary string) *openapi3.Operation {
	op := operation(id, tag, summary)
	op.Security = &openapi3.SecurityRequirements{{"token": {}}}
	return op
}

func answerOf(schema, description string) *openapi3.Response {
	r := openapi3.NewResponse().WithDescription(description).WithJSONSchemaRef(component(schema))
	r.Headers = openapi3.Headers{"ETag": {Value: &openapi3.Header{Parameter: openapi3.Parameter{
		Description: "Begins with the version.", Schema: openapi3.NewStringSchema().NewRef(),
	}}}}
	return r
}

func bodyOf(schema string, types ...string) *openapi3.RequestBodyRef {
	return &openapi3.RequestBodyRef{Value: openapi3.NewRequestBody().WithRequired(true).
		WithContent(openapi3.NewContentWithSchemaRef(component(schema), types))}
}

func query(name, description string, s *openapi3.Schema) *openapi3.ParameterRef {
	return &openapi3.ParameterRef{Value: openapi3.NewQueryParameter(name).WithDescription(description).WithSchema(s)}
}

// listParameters are those of a collection: paging, order, and the kind's filters, of which a repeated one means or.
func listParameters(k *record.Kind) openapi3.Parameters {
	var sorts []any
	for _, s := range k.Sorts {
		sorts = append(sorts, s, "-"+s)
	}
	out := openapi3.Parameters{
		query("limit", "How many records a page has.", openapi3.NewIntegerSchema().WithMin(1).WithMax(record.MaxLimit).WithDefault(record.DefaultLimit)),
		query("cursor", "Where the page before ended: its next.", openapi3.NewStringSchema()),
		query("sort", "The order; with a hyphen before it, the other way round.", openapi3.NewStringSchema().WithEnum(sorts...).WithDefault(k.Sorts[0])),
		query("total", "Whether to count all records, if that is cheap.", openapi3.NewBoolSchema()),
		query("q", "Only records with these words; without sort, the best come first. A page may then have fewer records than it could and still a next.",
			openapi3.NewStringSchema().WithMinLength(1).WithMaxLength(record.MaxText)),
	}
	if !k.Shared {
		out = append(out, query("office", "Only records of this office, by id or slug.", openapi3.NewStringSchema()))
	}
	for _, name := range k.FilterNames() {
		f, _ := k.Filter(name)
		s := openapi3.NewStringSchema()
		for _, c := range f.Choices {
			s.Enum = append(s.Enum, c)
		}
		description := "Only records with this value; repeated: with one of these."
		switch f.Kind {
		case "":
		case "*":
			description = "Only records that refer to this one, by id; repeated: to one of these."
		default:
			description = "Only records that have to do with this " + f.Kind + ", by id or slug; repeated: with one of these."
		}
		out = append(out, query(name, description, openapi3.NewArraySchema().WithItems(s)))
	}
	return out
}

// itemParameters are those of the address of one record.
func (a *API) itemParameters(k *record.Kind) openapi3.Parameters {
	out := openapi3.Parameters{
		{Value: openapi3.NewPathParameter("id").WithDescription("Its id, or a slug in any language.").WithSchema(openapi3.NewStringSchema())},
		a.langParameter(),
	}
	if !k.Shared {
		out = append(out, query("office", "The office in which the slug is looked up, by id or slug; else that of the host.", openapi3.NewStringSchema()))
	}
	return out
}

func (a *API) langParameter() *openapi3.ParameterRef {
	s := openapi3.NewStringSchema()
	for _, l := range a.Words.Langs() {
		s.Enum = append(s.Enum, string(l))
	}
	return query("lang", "Adds the titles of the records referred to, sorts by this language and explains errors in it.", s)
}

func ifNoneMatch() *openapi3.ParameterRef {
	return &openapi3.ParameterRef{Value: openapi3.NewHeaderParameter("If-None-Match").
		WithDescription("The ETag of the answer that is there already.").WithSchema(openapi3.NewStringSchema())}
}

func ifMatch(required bool) *openapi3.ParameterRef {
	return &openapi3.ParameterRef{Value: openapi3.NewHeaderParameter("If-Match").WithRequired(required).
		WithDescription("The ETag of the record as it was read.").WithSchema(openapi3.NewStringSchema())}
}

// A purpose is what a schema describes: a record as it is read, or what may be sent.
type purpose int

const (
	reading purpose = iota
	creating
	patching
)

func recordSchema(k *record.Kind, p purpose) *openapi3.Schema {
	s := openapi3.NewObjectSchema().WithoutAdditionalProperties().
		WithProperty("id", readOnly(openapi3.NewStringSchema())).
		WithProperty("kind", readOnly(openapi3.NewStringSchema().WithEnum(k.Name))).
		WithProperty("version", readOnly(openapi3.NewIntegerSchema()))
	if p == reading {
		s.Required = []string{"id", "kind", "version"}
	}
	addFields(s, k.Fields(), p)
	if p == creating { // these two have a default: the office of the token, and draft
		s.Required = slices.DeleteFunc(s.Required, func(name string) bool { return name == "office" || name == "state" })
	}
	return s
}

func readOnly(s *openapi3.Schema) *openapi3.Schema { s.ReadOnly = true; return s }

func addFields(s *openapi3.Schema, fields []*record.Field, p purpose) {
	for _, f := range fields {
		fs := fieldSchema(f, p)
		if f.Class != record.Public {
			fs.Description = strings.TrimSpace(fs.Description + " Shown only to the office that keeps the record (" + f.Class.String() + ").")
		}
		fs.ReadOnly = f.IsComputed()
		s.WithProperty(f.Name, fs)
		if p == reading && f.Class == record.Public || p == creating && f.IsRequired() && !f.IsComputed() {
			s.Required = append(s.Required, f.Name)
		}
	}
}

// datePattern is a partial date: a year, a month or a day.
const datePattern = `^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$`

// longest is the limit of texts that declare none, in characters.
const longest = 2000

func fieldSchema(f *record.Field, p purpose) *openapi3.Schema {
	limit := int64(f.Limit())
	if limit == 0 {
		limit = longest
	}
	switch f.Type {
	case record.TypeText, record.TypeMarkdown:
		words := openapi3.NewStringSchema().WithMaxLength(limit)
		if p == patching {
			words.Type = orNull("string")
		}
		s := openapi3.NewObjectSchema().WithAdditionalProperties(words)
		s.Description = "The text per language, by its tag."
		if f.Type == record.TypeMarkdown {
			s.Description += " Markdown."
		}
		if p != reading {
			s.Type = orNull("object")
		}
		return s
	case record.TypeEnum:
		s := &openapi3.Schema{Type: orNull("string")}
		for _, c := range f.Choices {
			s.Enum = append(s.Enum, c)
		}
		s.Enum = append(s.Enum, nil)
		return s
	case record.TypeDate:
		return &openapi3.Schema{Type: orNull("string"), Pattern: datePattern, Description: "A day, a month or a year."}
	case record.TypeNumber:
		return &openapi3.Schema{Type: orNull("number"), Description: "At most 18 digits and 9 decimals, without an exponent."}
	case record.TypeBool:
		return openapi3.NewBoolSchema()
	case record.TypeTime:
		return &openapi3.Schema{Type: orNull("string"), Format: "date-time"}
	case record.TypeRef:
		return refSchema(f, p)
	case record.TypeList:
		part := openapi3.NewObjectSchema().WithoutAdditionalProperties().WithProperty("id", openapi3.NewStringSchema())
		if p == reading {
			part.Required = []string{"id"}
		}
		inner := p
		if p == patching {
			inner = creating // a list is replaced as a whole, so each entry is whole
		}
		addFields(part, f.Parts, inner)
		s := openapi3.NewArraySchema().WithItems(part).WithMaxItems(limit)
		if p != reading {
			s.Description = "Replaces the list: an entry with an id stays that entry, one without is new."
		}
		return s
	default:
		return (&openapi3.Schema{Type: orNull("string")}).WithMaxLength(limit)
	}
}

func refSchema(f *record.Field, p purpose) *openapi3.Schema {
	kind := openapi3.NewStringSchema()
	for _, t := range f.Targets {
		kind.Enum = append(kind.Enum, t)
	}
	s := &openapi3.Schema{Type: orNull("object"), Description: "Another record."}
	s.WithoutAdditionalProperties().WithProperty("kind", kind).WithProperty("id", openapi3.NewStringSchema()).
		WithProperty("title", openapi3.NewStringSchema())
	if p == reading {
		s.Required = []string{"kind", "id"}
		return s
	}
	if f.Targets == nil || slices.Contains(f.Targets, "place") {
		s.WithProperty("geonames", openapi3.NewIntegerSchema())
		s.Description = "Another record by its id, or a place by its number in GeoNames."
	}
	return s
}

func orNull(t string) *openapi3.Types { return &openapi3.Types{t, openapi3.TypeNull} }

func pageSchema(name string) *openapi3.Schema {
	s := openapi3.NewObjectSchema().WithoutAdditionalProperties()
	items := openapi3.NewArraySchema()
	items.Items = component(name)
	s.WithProperty("items", items).
		WithProperty("next", &openapi3.Schema{Type: orNull("string"), Description: "The cursor of the next page; null on the last one."}).
		WithProperty("total", &openapi3.Schema{Type: orNull("integer"), Description: "All records, if asked for; null if they are too many to count."})
	s.Required = []string{"items", "next"}
	return s
}

func problemSchema() *openapi3.Schema {
	text := openapi3.NewStringSchema
	one := openapi3.NewObjectSchema().WithProperty("field", text()).WithProperty("code", text()).WithProperty("message", text())
	one.Required = []string{"field", "code", "message"}
	s := openapi3.NewObjectSchema().WithProperty("type", text()).WithProperty("title", text()).
		WithProperty("status", openapi3.NewIntegerSchema()).WithProperty("detail", text()).WithProperty("instance", text()).
		WithProperty("errors", openapi3.NewArraySchema().WithItems(one))
	s.Required = []string{"type", "title", "status", "detail", "instance"}
	return s
}
