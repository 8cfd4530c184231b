package record

import "testing"

// What lists consist of decides the shape: a list or a column more, less or of another name is another one.
func TestShapes(t *testing.T) {
	of := func(name string, cols ...string) list { return list{Field: &Field{Name: name}, cols: cols} }
	seen := map[string]bool{}
	for _, lists := range [][]list{
		{of("sides", "id", "since")},
		{of("sides", "id", "until")},
		{of("sides", "id", "since", "until")},
		{of("steps", "id", "since")},
		{of("sides", "id", "since"), of("steps", "id")},
		{of("steps", "id"), of("sides", "id", "since")},
	} {
		shape := shapeOf(lists)
		if seen[shape] || shape != shapeOf(lists) {
			t.Errorf("%v have the shape of others, or no firm one", lists)
		}
		seen[shape] = true
	}
}
