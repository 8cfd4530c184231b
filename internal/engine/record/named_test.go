package record_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/domain/theme"
	"kontor.example/internal/engine/record"
)

// The values of a filter name records by id or by address, all mixed.
func TestAFilterNamesManyRecords(t *testing.T) {
	inWorlds(t, func(w *world) {
		ctx := w.as(record.Admin, "")
		var ids []string
		for _, name := range []string{"Wasser", "Kultur", "Jugend"} {
			x := &theme.Theme{Name: i18n.Of("de", name)}
			x.State = record.Published
			must(w.t, w.themes.Create(ctx, x))
			ids = append(ids, string(x.ID))
			r := w.hiroshima()
			r.Office, r.Themes = w.a, []relation.Theme{{Theme: x.ID}}
			must(w.t, w.relations.Create(ctx, r))
		}
		for _, c := range []struct {
			named []string
			want  int
		}{
			{[]string{"wasser", "kultur"}, 2},
			{[]string{"wasser", ids[1], ids[2]}, 3},
			{[]string{"wasser", ids[0]}, 1},
			{[]string{"jugend", "nobody"}, 1},
			{[]string{"nobody", "else"}, 0},
		} {
			p, err := w.relations.List(ctx, record.Query{Filters: map[string][]string{"theme": c.named}})
			if err != nil || len(p.Items) != c.want {
				w.t.Errorf("%v: %d relations, %v; want %d", c.named, len(p.Items), err, c.want)
			}
		}
	})
}

func TestValuesOfAllFiltersTogetherAreBounded(t *testing.T) {
	inWorlds(t, func(w *world) {
		few := slices.Repeat([]string{"nobody"}, 50)
		q := record.Query{Filters: map[string][]string{"theme": few, "unit": few}}
		if _, err := w.relations.List(t.Context(), q); err != nil {
			w.t.Errorf("as many as may be: %v", err)
		}
		q.Filters["country"] = []string{"JP"}
		var inv fault.Invalid
		if _, err := w.relations.List(t.Context(), q); !errors.As(err, &inv) || len(inv) != 1 {
			w.t.Errorf("one more: %v", err)
		}
	})
}

// An address is found without a walk over all addresses of its kind, also where the office is not known.
func TestAddressesAreFoundByAnIndex(t *testing.T) {
	steps := onSQLite(t).explained(`SELECT record FROM slug WHERE kind = 'theme' AND name = 'wasser'`)
	if len(steps) != 1 || !strings.Contains(steps[0], "slug_by_name") {
		t.Errorf("plan: %q", steps)
	}
}
