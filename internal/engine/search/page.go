package search

import (
	"context"
	"slices"
	"strings"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/engine/db"
)

// numbered is a hit before its document is read.
type numbered struct {
	num   int64
	class Class
}

// page returns the hits of the page that was asked for.
func (s *search) page(ctx context.Context) ([]Hit, error) {
	nums, err := s.pick(ctx)
	if err != nil || len(nums) == 0 {
		return nil, err
	}
	rows, err := s.readPage(ctx, nums)
	if err != nil {
		return nil, err
	}
	s.reason.settle()
	hits := make([]Hit, 0, len(nums))
	for _, n := range nums {
		row, ok := rows[n.num]
		if !ok || !row.public && !s.sees.sees(row.office) { // changed since its set was read
			continue
		}
		h, err := s.hit(row, n.class)
		if err != nil {
			return nil, err
		}
		hits = append(hits, h)
	}
	return hits, nil
}

// pick returns the numbers of the page: class by class, in the order of the sort keys.
func (s *search) pick(ctx context.Context) (page []numbered, err error) {
	skip := s.q.Offset
	for class := Whole; class <= Similar && len(page) < s.q.Limit; class++ {
		if total := s.found.total[class]; skip >= total {
			skip -= total
			continue
		}
		want := skip + s.q.Limit - len(page)
		nums := s.found.order[class]
		nums = nums[:min(want, len(nums))]
		if young := s.found.young[class]; len(young) > 0 {
			if nums, err = s.merged(ctx, nums, young); err != nil {
				return nil, err
			}
			nums = nums[:min(want, len(nums))]
		}
		for _, n := range nums[min(skip, len(nums)):] {
			page = append(page, numbered{n, class})
		}
		skip = 0
	}
	return page, nil
}

// merged puts young numbers among those that are in order, by their sort keys.
func (s *search) merged(ctx context.Context, order, young []int64) ([]int64, error) {
	all := slices.Concat(order, young)
	keys := make(map[int64]string, len(all))
	for some := range slices.Chunk(all, listLength) {
		list, args := listed([]any{s.state.gen}, some)
		err := s.x.db.Each(ctx, func(scan func(...any) error) error {
			var num int64
			var key []byte
			err := scan(&num, &key)
			keys[num] = string(key)
			return err
		}, `SELECT num, sort FROM search_doc WHERE gen = $1 AND num IN `+list, args...)
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(all, func(a, b int64) int { return strings.Compare(keys[a], keys[b]) })
	return all, nil
}

func (s *search) readPage(ctx context.Context, page []numbered) (map[int64]*stored, error) {
	rows := make(map[int64]*stored, len(page))
	nums := make([]int64, len(page))
	for i, n := range page {
		nums[i] = n.num
	}
	for some := range slices.Chunk(nums, listLength) {
		list, args := listed([]any{s.state.gen}, some)
		query := `SELECT ` + storedColumns + ` FROM search_doc WHERE gen = $1 AND num IN ` + list
		if s.q.Plain {
			query = `SELECT num, kind, record, office, public, '', '', '' FROM search_doc WHERE gen = $1 AND num IN ` + list
		}
		read, err := db.Collect(s.x.db.Brief(ctx), s.x.db, (*stored).columns, query, args...)
		if err != nil {
			return nil, err
		}
		for i := range read {
			rows[read[i].num] = &read[i]
		}
	}
	return rows, nil
}

// hit says what the actor may know of a document.
func (s *search) hit(row *stored, class Class) (Hit, error) {
	if s.q.Plain {
		return Hit{Kind: row.ref.Kind, ID: row.ref.ID, Class: class}, nil
	}
	d, err := row.document()
	if err != nil {
		return Hit{}, err
	}
	h := Hit{Kind: d.Kind, ID: d.ID, Class: class, Facets: d.Facets}
	fields := d.Fields
	if !s.sees.sees(row.office) {
		fields = slices.DeleteFunc(fields, func(f Field) bool { return f.Internal })
	}
	h.Title = titleOf(fields)
	h.Why = s.reason.why(fields, class, s.q.Lang)
	return h, nil
}

// titleOf returns the first title in each language, or the first name.
func titleOf(fields []Field) i18n.Text {
	titles := map[i18n.Lang]string{}
	for _, f := range fields {
		if f.Class == Title || f.Class == Name {
			if titles[f.Lang] == "" {
				titles[f.Lang] = f.Text
			}
		}
	}
	return i18n.FromMap(titles)
}
