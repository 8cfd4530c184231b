package search

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"
)

// counts says how many hits have each value of the facets that were asked for, most hits first. It reads the sets of
// these facets and of nothing else.
func (s *search) counts(ctx context.Context) (map[string][]Count, error) {
	if len(s.q.Count) == 0 {
		return nil, nil
	}
	all := map[string][]Count{}
	for _, name := range s.q.Count {
		values, err := s.values(ctx, facetMark(name, ""))
		if err != nil {
			return nil, err
		}
		list := []Count{}
		for value, n := range values {
			list = append(list, Count{value, n})
		}
		slices.SortFunc(list, func(a, b Count) int {
			return cmp.Or(cmp.Compare(b.Hits, a.Hits), strings.Compare(a.Value, b.Value))
		})
		all[name] = list
	}
	return all, nil
}

func (s *search) values(ctx context.Context, prefix string) (map[string]int, error) {
	values := map[string]int{}
	if s.found.count() == 0 {
		return values, nil
	}
	var word, docs sql.RawBytes
	var reach int
	var block int64
	err := s.x.db.Each(ctx, func(scan func(...any) error) error {
		if err := scan(&word, &reach, &block, &docs); err != nil {
			return err
		}
		hits := s.found.hits[block]
		if hits == nil {
			return nil
		}
		var who *bitmap
		if reach == staff {
			mine, all := s.sees.in(block)
			if !all && mine == nil {
				return nil
			}
			who = mine
		}
		if n := hits.overlap(docs, who); n > 0 {
			values[string(word[len(prefix):])] += n
		}
		return nil
	}, `SELECT word, reach, block, docs FROM search_posting WHERE gen = $1 AND class = 1 AND word >= $2 AND word < $3 AND reach <= $4`,
		s.state.gen, []byte(prefix), after(prefix), s.sees.reach())
	return values, err
}
