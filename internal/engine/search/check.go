package search

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A Report says how the index is. What is in Problems a rebuild repairs.
type Report struct {
	Documents int
	Young     int64 // numbers given since the last rebuild
	Building  bool  // a rebuild is under way, or died
	Problems  []string
}

// How much a check looks at closely.
const (
	checkSample   = 200 // documents
	checkInternal = 50  // words
	checkPage     = 2_000
)

// Check compares the index with what the source says and with itself. Changes that are waiting to be applied show as
// differences, so it looks twice before it finds fault.
func (x *Index) Check(ctx context.Context) (Report, error) {
	r, err := x.check(ctx, checkSample)
	if err == nil && len(r.Problems) > 0 {
		r, err = x.check(ctx, checkSample)
	}
	if err != nil {
		return r, fmt.Errorf("check search: %w", err)
	}
	return r, nil
}

func (x *Index) check(ctx context.Context, sample int) (Report, error) {
	s, err := readState(ctx, x.db)
	if err != nil {
		return Report{}, err
	}
	c := check{x: x, gen: s.gen, end: s.next, given: map[int64]*bitmap{}}
	c.Young, c.Building = s.next-s.base, s.building != 0
	switch {
	case s.gen == 0:
		c.found("the index was never built")
	case s.analyser != analyserVersion:
		c.found("the index is of analyser %d, this program has %d", s.analyser, analyserVersion)
		return c.Report, nil
	}
	for _, step := range []func(context.Context) error{c.documents, c.surplus} {
		if err := step(ctx); err != nil {
			return c.Report, err
		}
	}
	if err := c.expect(ctx, sample); err != nil {
		return c.Report, err
	}
	for _, step := range []func(context.Context) error{c.sets, c.internal} {
		if err := step(ctx); err != nil {
			return c.Report, err
		}
	}
	return c.Report, nil
}

// A check is one look at the index.
type check struct {
	Report
	x   *Index
	gen int64
	end int64 // the first number that was never given

	nums    []int64           // of all documents
	given   map[int64]*bitmap // the same, by block
	sampled map[int64][]int64 // by block
	missing map[posting][]int64
	words   []string // that the staff alone has, perhaps
}

func (c *check) found(problem string, args ...any) {
	c.Problems = append(c.Problems, fmt.Sprintf(problem, args...))
}

// A tally counts faults of one sort and remembers the first.
type tally struct {
	n     int
	first string
}

func (t *tally) add(first string, args ...any) {
	if t.n++; t.n == 1 {
		t.first = fmt.Sprintf(first, args...)
	}
}

func (c *check) sum(t tally, what string) {
	if t.n > 0 {
		c.found("%s: %d, the first is %s", what, t.n, t.first)
	}
}

// documents compares what the source says with what is stored.
func (c *check) documents(ctx context.Context) error {
	var missing, different tally
	var some []Document
	compare := func() error {
		if len(some) == 0 {
			return nil
		}
		var refs []record.Ref
		for _, d := range some {
			refs = append(refs, record.Ref{Kind: d.Kind, ID: d.ID})
		}
		rows, err := readStored(ctx, c.x.db, c.gen, distinct(refs))
		if err != nil {
			return err
		}
		for i := range some {
			want, err := c.x.store(&some[i])
			if err != nil {
				return err
			}
			if row := rows[want.ref]; row == nil {
				missing.add("%s %s", want.ref.Kind, want.ref.ID)
			} else if !row.same(&want) {
				different.add("%s %s", want.ref.Kind, want.ref.ID)
			}
		}
		some = some[:0]
		return nil
	}
	err := c.x.source.Each(ctx, func(d Document) error {
		if some = append(some, d); len(some) < listLength {
			return nil
		}
		return compare()
	})
	if err == nil {
		err = compare()
	}
	c.sum(missing, "documents that are not in the index")
	c.sum(different, "documents that were indexed otherwise than they are")
	return err
}

// surplus walks through the stored documents, and looks for those that the source does not have.
func (c *check) surplus(ctx context.Context) error {
	var gone tally
	for last := int64(-1); ; {
		refs := map[record.Ref]int64{}
		err := c.x.db.Each(ctx, func(scan func(...any) error) error {
			var r record.Ref
			if err := scan(&last, &r.Kind, &r.ID); err != nil {
				return err
			}
			c.give(last)
			refs[r] = last
			return nil
		}, `SELECT num, kind, record FROM search_doc WHERE gen = $1 AND num > $2 ORDER BY num LIMIT $3`, c.gen, last, listLength)
		if err != nil || len(refs) == 0 {
			c.sum(gone, "documents in the index that are gone")
			c.Documents = len(c.nums)
			return err
		}
		all := make([]record.Ref, 0, len(refs))
		for r := range refs {
			all = append(all, r)
		}
		there, err := c.x.source.Documents(ctx, c.x.db, distinct(all))
		if err != nil {
			return err
		}
		for _, d := range there {
			delete(refs, record.Ref{Kind: d.Kind, ID: d.ID})
		}
		for r := range refs {
			gone.add("%s %s", r.Kind, r.ID)
		}
	}
}

func (c *check) give(num int64) {
	c.nums = append(c.nums, num)
	b := c.given[blockOf(num)]
	if b == nil {
		b = new(bitmap)
		c.given[blockOf(num)] = b
	}
	at := offsetOf(num)
	b[at>>6] |= 1 << (at & 63)
}

// expect works out again which sets a sample of the documents should be in.
func (c *check) expect(ctx context.Context, sample int) error {
	c.sampled, c.missing = map[int64][]int64{}, map[posting][]int64{}
	n := min(sample, len(c.nums))
	nums := make([]int64, n)
	for i := range nums {
		nums[i] = c.nums[i*len(c.nums)/n]
		c.sampled[blockOf(nums[i])] = append(c.sampled[blockOf(nums[i])], nums[i])
	}
	r := revision{spread: newSpreader()}
	for some := range slices.Chunk(nums, listLength) {
		list, args := listed([]any{c.gen}, some)
		rows, err := db.Collect(ctx, c.x.db, (*stored).columns,
			`SELECT `+storedColumns+` FROM search_doc WHERE gen = $1 AND num IN `+list, args...)
		if err != nil {
			return err
		}
		for _, row := range rows {
			d, err := row.document()
			if err != nil {
				return err
			}
			r.first(&d, func(p posting) { c.missing[p] = append(c.missing[p], row.num) })
		}
	}
	return nil
}

// sets reads all sets: whether each is sound, has documents only, and has those of the sample that it should.
func (c *check) sets(ctx context.Context) error {
	var damaged, strangers, wrong tally
	at := place{}
	for n := checkPage; n == checkPage; {
		n = 0
		err := c.x.db.Each(ctx, func(scan func(...any) error) error {
			var word, docs []byte
			if err := scan(&at.class, &word, &at.reach, &at.block, &docs); err != nil {
				return err
			}
			n++
			at.word = string(word)
			if at.reach == staff && isWord(at.word) && at.class != Tail && len(c.words) < checkInternal {
				c.words = append(c.words, at.word)
			}
			if fault := faulty(docs, c.end-at.block<<blockBits); fault != "" {
				damaged.add("that of %q (class %d, reach %d, block %d), which %s", at.word, at.class, at.reach, at.block, fault)
				return nil
			}
			set := new(bitmap)
			set.add(docs)
			if given := c.given[at.block]; given == nil || set.overlap(docs, given) < set.overlap(docs, nil) {
				strangers.add("that of %q (class %d, reach %d, block %d)", at.word, at.class, at.reach, at.block)
			}
			c.compare(at, set, &wrong)
			return nil
		}, `SELECT class, word, reach, block, docs FROM search_posting WHERE gen = $1 AND (class, word, reach, block) > ($2, $3, $4, $5)
			ORDER BY class, word, reach, block LIMIT $6`, c.gen, at.class, []byte(at.word), at.reach, at.block, checkPage)
		if err != nil {
			return err
		}
	}
	for p, nums := range c.missing {
		for _, num := range nums {
			wrong.add("document %d, which is missing under %q (class %d, reach %d)", num, p.word, p.class, p.reach)
		}
	}
	c.sum(damaged, "sets that are damaged")
	c.sum(strangers, "sets with numbers of no document")
	c.sum(wrong, fmt.Sprintf("faults in the sets of %d documents", min(checkSample, len(c.nums))))
	return nil
}

// compare takes from what is missing what is there, and counts what should not be.
func (c *check) compare(at place, set *bitmap, wrong *tally) {
	want := c.missing[at.posting]
	for _, num := range c.sampled[at.block] {
		offset := offsetOf(num)
		has := set[offset>>6]&(1<<(offset&63)) != 0
		i := slices.Index(want, num)
		if has && i >= 0 {
			want = slices.Delete(want, i, i+1)
		} else if has {
			wrong.add("document %d, which does not belong under %q (class %d, reach %d)", num, at.word, at.class, at.reach)
		}
	}
	if len(want) == 0 {
		delete(c.missing, at.posting)
	} else {
		c.missing[at.posting] = want
	}
}

// internal asks as a visitor for words that only the staff may read. What it finds must have another reason, in its
// public fields.
func (c *check) internal(ctx context.Context) error {
	var leaks tally
	visitor := record.As(ctx, record.Actor{})
	for _, w := range c.words {
		var one int
		err := c.x.db.Row(ctx, []any{&one}, `SELECT 1 FROM search_posting
			WHERE gen = $1 AND class IN (1, 2, 3, 4) AND word = $2 AND reach = 0 LIMIT 1`, c.gen, []byte(w))
		if err == nil {
			continue
		}
		if !errors.Is(err, fault.NotFound) {
			return err
		}
		a, err := c.x.Find(visitor, Query{Text: w, Limit: 20})
		if err != nil {
			return err
		}
		if len(a.Hits) < min(a.Total, 20) {
			leaks.add("%q, which finds what visitors may not see", w)
		}
		for _, h := range a.Hits {
			if len(h.Why.Passage) == 0 {
				leaks.add("%q, which finds %s %s", w, h.Kind, h.ID)
			}
		}
	}
	c.sum(leaks, "internal words by which a visitor finds something")
	return nil
}
