package record

import (
	"context"
	"fmt"
	"slices"

	"kontor.example/internal/base/i18n"
)

// A Query asks for one page of a list.
type Query struct {
	Filters map[string][]string // by name; several values of one mean or, several names mean and
	Sort    string              // a field of Kind.Sorts, "-" before it for descending; empty for the first
	Limit   int                 // 1 to MaxLimit; 0 for DefaultLimit
	Cursor  string              // where the page before ended
	Lang    i18n.Lang           // by whose alphabet titles are sorted; empty for the default
	Total   bool                // count all rows, if there are not too many
	Office  ID                  // narrows to one office; empty for all
	Text    string              // only what has these words; without Sort, in the order of the search
}

// Bounds of a page.
const (
	DefaultLimit = 50
	MaxLimit     = 200
	countLimit   = 10_000 // beyond this a total is not cheap and not given
	mostValues   = 100    // of all filters of a query together
)

// A Page is one page of a list.
type Page[P any] struct {
	Items []P
	Next  string // cursor of the next page; empty on the last one
	Total int    // -1 if not asked for or too many to count
}

// FilterNames lists the filters of the kind: those it declares, and one for each public enum, yes-or-no field and
// reference.
func (k *Kind) FilterNames() []string {
	var out []string
	for _, f := range k.filters {
		out = append(out, f.Name)
	}
	return out
}

// Filter returns the filter with this name.
func (k *Kind) Filter(name string) (Filter, bool) {
	for _, f := range k.filters {
		if f.Name == name {
			return f, true
		}
	}
	return Filter{}, false
}

func (k *Kind) allFilters() []Filter {
	out := slices.Clone(k.Filters)
	for _, f := range k.fields {
		if f.Class != Public || f.Name == "office" || slices.ContainsFunc(out, func(o Filter) bool { return o.Name == f.Name }) {
			continue
		}
		switch f.Type {
		case TypeEnum:
			own := Filter{Name: f.Name, Where: k.Name + "." + f.Name + " IN (@)", Choices: f.Choices}
			if slices.Contains(f.facets, f.Name) {
				own.Facet = f.Name
			}
			out = append(out, own)
		case TypeBool:
			out = append(out, Filter{
				Name: f.Name, Choices: []string{"true", "false"},
				Where: "CASE WHEN " + k.Name + "." + f.Name + " THEN 'true' ELSE 'false' END IN (@)",
			})
		case TypeRef:
			if len(f.columns) != 2 { // of several kinds: not by one column
				kind := ""
				if len(f.Targets) == 1 {
					kind = f.Targets[0]
				}
				out = append(out, Filter{Name: f.Name, Where: k.Name + "." + f.columns[0] + " IN (@)", Kind: kind})
			} else if f.Targets == nil {
				out = append(out, Filter{Name: f.Name, Where: k.Name + "." + f.columns[0] + " IN (@)", Kind: "*"})
			}
		}
	}
	return out
}

// List returns one page of the records that the actor may see. It returns a fault.Invalid naming each parameter that is
// not understood.
func (s *Store[T, P]) List(ctx context.Context, q Query) (Page[P], error) {
	p, err := s.plan(ctx, q)
	if err != nil {
		return Page[P]{}, err
	}
	if p.sort == byRank {
		return s.ranked(ctx, q, p)
	}
	page := Page[P]{Total: -1}
	t := s.kind.Name
	var st statement
	st.text("SELECT ", prefixed(t, s.cols.read), ", ", p.by, " FROM ", t, " WHERE ")
	p.where(&st, ActorOf(ctx), t, s.cols.joins)
	p.after(&st, t)
	st.text(" ORDER BY ", p.by, p.direction, ", ", t, ".id", p.direction).limit(p.limit + 1)
	var keys []string
	if page.Items, err = s.read(ctx, &st, &keys); err != nil {
		return page, err
	}
	if len(page.Items) > p.limit {
		page.Items = page.Items[:p.limit]
		last := page.Items[p.limit-1].base()
		page.Next = cursor{p.of, p.sort, keys[p.limit-1], last.ID}.String()
	}
	switch {
	case !q.Total:
	case q.Cursor == "" && page.Next == "": // all of it is here
		page.Total = len(page.Items)
	default:
		page.Total, err = s.count(ctx, p)
	}
	return page, err
}

// Count returns how many records a query without its paging would list, or -1 if they are too many to count cheaply.
func (s *Store[T, P]) Count(ctx context.Context, q Query) (int, error) {
	p, err := s.plan(ctx, q)
	if err != nil {
		return 0, err
	}
	if p.sort == byRank {
		page := Page[P]{Total: -1}
		q.Total = true
		found, err := s.find(ctx, q, p, 0, 1)
		if err != nil {
			return 0, err
		}
		err = s.totalFound(ctx, q, p, found.Total, &page)
		return page.Total, err
	}
	return s.count(ctx, p)
}

func (s *Store[T, P]) count(ctx context.Context, p plan) (n int, err error) {
	t := s.kind.Name
	var st statement
	st.text("SELECT COUNT(*) FROM (SELECT 1 AS one FROM ", t, " WHERE ")
	p.where(&st, ActorOf(ctx), t, s.cols.joins)
	st.limit(countLimit + 1).text(") AS few")
	if err := s.db.Row(ctx, []any{&n}, st.sql(), st.args...); err != nil {
		return 0, fmt.Errorf("count %s: %w", s.kind.Plural, err)
	}
	if n > countLimit {
		return -1, nil
	}
	return n, nil
}
