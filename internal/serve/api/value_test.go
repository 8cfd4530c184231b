package api_test

import (
	"fmt"
	"testing"
)

// A fact has one value, and one that cannot be read is one: nobody is told that it is missing.
func TestAValueThatCannotBeReadIsOne(t *testing.T) {
	inWorlds(t, func(w *world) {
		place := w.create("editor", "/api/v1/places", `{"name":{"de":"Blantyre"},"level":"city","state":"published"}`)
		fact := func(values string) string {
			return fmt.Sprintf(`{"subject":{"kind":"place","id":%q},"property":"area"%s}`, place.id(), values)
		}
		for values, want := range map[string][]string{
			`,"number":1e5`:                      {"number", "bad_number"},
			`,"day":"1968-13"`:                   {"day", "bad_date"},
			`,"day":5`:                           {"day", "bad_date"},
			`,"text":"x"`:                        {"text", "not_a_language_map"},
			``:                                   {"text", "fact.one_value"},
			`,"number":null`:                     {"text", "fact.one_value"},
			`,"number":1,"day":"1968"`:           {"text", "fact.one_value"},
			`,"number":1e5,"text":{"de":"viel"}`: {"number", "bad_number", "text", "fact.one_value"},
		} {
			w.ask("editor", "POST", "/api/v1/facts", fact(values)).wrong(422, want...)
		}
		made := w.create("editor", "/api/v1/facts", fact(`,"number":1`))
		w.ask("editor", "PATCH", made.path(), `{"number":1e5}`, "If-Match", made.tag()).wrong(422, "number", "bad_number")
	})
}
