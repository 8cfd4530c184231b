package search

import (
	"slices"
	"testing"

	"kontor.example/internal/engine/record"
)

// A list finds the records of its kind and office, in the facets that it asks for, page by page.
func TestAListFindsWhatIsItsOwn(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		stadt := func(kind, id string, office record.ID, form string) Document {
			d := document(kind, id, "title", "de", "Stadt "+id)
			d.Office, d.Facets = office, []Facet{{Name: "form", Value: form}}
			return d
		}
		w := newWorld(
			t, url, stadt("relation", "1", home, "ring"), stadt("relation", "2", home, "twinning"), stadt("relation", "3", home, "ring"),
			stadt("relation", "4", "office-bonn", "ring"), stadt("project", "5", home, "ring"),
		)
		for _, c := range []struct {
			ask   record.Search
			want  []record.ID
			total int
		}{
			{record.Search{Limit: 9}, []record.ID{"1", "2", "3", "4"}, 4},
			{record.Search{Limit: 9, Office: home}, []record.ID{"1", "2", "3"}, 3},
			{record.Search{Limit: 1, Offset: 1, Office: home}, []record.ID{"2"}, 3},
			{record.Search{Limit: 9, Office: home, Facets: record.Facets{"form": {"ring"}}}, []record.ID{"1", "3"}, 2},
			{record.Search{Limit: 9, Office: home, Facets: record.Facets{"form": {"none"}}}, nil, 0},
		} {
			c.ask.Kind, c.ask.Text, c.ask.Lang = "relation", "stadt", "de"
			found, err := w.index.List(t.Context(), c.ask)
			if err != nil || !slices.Equal(found.IDs, c.want) || found.Total != c.total {
				t.Errorf("%+v finds %v of %d, not %v of %d, %v", c.ask, found.IDs, found.Total, c.want, c.total, err)
			}
		}
	})
}
