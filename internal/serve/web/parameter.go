package web

import (
	"slices"
	"strings"

	"kontor.example/internal/base/fault"
)

// Single takes a parameter that stands at most once, and never empty, out of in; what is wrong with it goes to inv.
// choices, if any, are the values allowed, one of which may be a comma.
func Single(in map[string][]string, inv fault.Invalid, name string, choices ...string) string {
	values, sent := in[name]
	delete(in, name)
	switch {
	case !sent:
		return ""
	case len(values) > 1:
		inv.AddValue(name, "too_many", "1")
	case values[0] == "":
		inv.Add(name, "bad_value")
	case len(choices) > 0 && !slices.Contains(choices, values[0]):
		inv.AddValue(name, "unknown_choice", strings.Join(choices, " "))
	}
	return values[0]
}
