package search

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"slices"
	"time"

	"kontor.example/internal/base/fault"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// A Report says how the index is. What is in Problems a rebuild repairs.
type Report struct {
	Documents int
	Young     int64 // numbers given since the last rebuild
	Building  bool  // a rebuild is under way, or died
	Unbuilt   bool  // no rebuild has made it whole yet, so that there is nothing to compare
	Problems  []string
}

// Check compares the whole index with what the source says and with itself, as both stand at one moment. A change that was
// not applied yet shows as a difference; so it looks at a moment at which settled says that there is none, unless such a
// moment does not come for some seconds.
func (x *Index) Check(ctx context.Context, settled func(ctx context.Context, d *db.DB) (bool, error)) (r Report, err error) {
	for n := 1; ; n++ {
		looked := false
		err = x.db.Snapshot(ctx, func(d *db.DB) error {
			if ok, err := settled(ctx, d); err != nil || !ok && n < mostWaits {
				return err
			}
			looked = true
			r, err = x.check(ctx, d)
			return err
		})
		if err != nil {
			return r, fmt.Errorf("check search: %w", err)
		}
		if looked || !pause(ctx, waitSettled) {
			return r, ctx.Err()
		}
	}
}

// How often and how long Check waits for what is written to be applied: five seconds at most.
const (
	mostWaits   = 100
	waitSettled = 50 * time.Millisecond
)

// pause waits; it returns false if ctx ended.
func pause(ctx context.Context, wait time.Duration) bool {
	if wait == 0 {
		return ctx.Err() == nil
	}
	select {
	case <-time.After(wait):
		return true
	case <-ctx.Done():
		return false
	}
}

func (x *Index) check(ctx context.Context, d *db.DB) (Report, error) {
	s, err := readState(ctx, d)
	if err != nil {
		return Report{}, err
	}
	c := check{x: x, db: d, state: s, seed: maphash.MakeSeed(), due: map[int64]uint64{}, forms: map[uint64]bool{}}
	c.Young, c.Building = s.next-s.base, s.building != 0
	switch {
	case s.lost():
		c.found("the state of the index is lost, so nothing can be found")
		return c.Report, nil
	case s.base < 0 || s.base > s.next:
		c.found("the state of the index contradicts itself: %d numbers are in order, %d were given", s.base, s.next)
	case s.gen == 0:
		c.Unbuilt = true
		return c.Report, nil
	case s.analyser != analyserVersion:
		c.found("the index is of analyser %d, this program has %d", s.analyser, analyserVersion)
		return c.Report, nil
	}
	for _, step := range []func(context.Context) error{c.source, c.documents, c.readForms, c.sets, c.settle} {
		if err := step(ctx); err != nil {
			return c.Report, err
		}
	}
	return c.Report, nil
}

// A check is one look at the index. Each document is due a sum, over the marks of all its postings; each set that has the
// document takes its own mark away. What is not zero in the end was put into the wrong sets. So no set is left out, and a
// million documents take some ten megabytes. That faults make up for each other is as good as impossible: a mark has 64
// bits, and follows from a seed that is new each time.
type check struct {
	Report
	x     *Index
	db    *db.DB // a snapshot
	state state
	seed  maphash.Seed
	due   map[int64]uint64 // by number of the document
	forms map[uint64]bool  // marks of the rows of search_form
}

func (c *check) found(problem string, args ...any) {
	c.Problems = append(c.Problems, fmt.Sprintf(problem, args...))
}

func (c *check) mark(p posting) uint64 { return maphash.Comparable(c.seed, p) }

// A form leads to a word.
type form struct{ form, word string }

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

// source compares what the source says with what is stored.
func (c *check) source(ctx context.Context) error {
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
		rows, err := readStored(ctx, c.db, c.state.gen, distinct(refs))
		if err != nil {
			return err
		}
		for i := range some {
			want := c.x.store(&some[i])
			if row := rows[want.ref]; row == nil {
				missing.add("%s %s", want.ref.Kind, want.ref.ID)
			} else if !row.same(&want) {
				different.add("%s %s", want.ref.Kind, want.ref.ID)
			}
		}
		some = some[:0]
		return nil
	}
	err := c.x.source.Each(ctx, c.db, func(d Document) error {
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

// documents walks through what is stored: what the source does not have, what is out of order, and what is due to each.
func (c *check) documents(ctx context.Context) error {
	var gone, disorder, broken tally
	r := revision{spread: newSpreader()}
	last := stored{num: -1}
	for {
		rows, err := db.Collect(ctx, c.db, (*stored).columns,
			`SELECT `+storedColumns+` FROM search_doc WHERE gen = $1 AND num > $2 ORDER BY num LIMIT $3`, c.state.gen, last.num, listLength)
		if err != nil || len(rows) == 0 {
			c.sum(gone, "documents in the index that are gone")
			c.sum(disorder, "documents that stand before others that come first")
			c.sum(broken, "documents that cannot be read")
			c.Documents = len(c.due)
			return err
		}
		var refs []record.Ref
		for _, row := range rows {
			if row.num < c.state.base && bytes.Compare(row.sort, last.sort) < 0 {
				disorder.add("%s %s", last.ref.Kind, last.ref.ID)
			}
			last = row
			c.due[row.num] = 0
			refs = append(refs, row.ref)
			d, err := row.document()
			if err != nil {
				broken.add("%s %s", row.ref.Kind, row.ref.ID)
				continue
			}
			r.first(&d, func(p posting) { c.due[row.num] += c.mark(p) })
		}
		there, err := c.x.source.Documents(ctx, c.db, distinct(refs))
		if err != nil {
			return err
		}
		known := map[record.Ref]bool{}
		for _, d := range there {
			known[record.Ref{Kind: d.Kind, ID: d.ID}] = true
		}
		for _, ref := range refs {
			if !known[ref] {
				gone.add("%s %s", ref.Kind, ref.ID)
			}
		}
	}
}

// readForms reads under which forms words are found, and whether each word has the form.
func (c *check) readForms(ctx context.Context) error {
	var foreign tally
	for at := (form{}); ; {
		n := 0
		err := c.db.Each(ctx, func(scan func(...any) error) error {
			var f, w []byte
			if err := scan(&f, &w); err != nil {
				return err
			}
			n++
			at = form{string(f), string(w)}
			c.forms[maphash.Comparable(c.seed, at)] = true
			if !slices.Contains(formMarks(at.word, true), at.form) {
				foreign.add("%q under %q", at.word, at.form)
			}
			return nil
		}, `SELECT form, word FROM search_form WHERE gen = $1 AND (form, word) > ($2, $3) ORDER BY form, word LIMIT $4`,
			c.state.gen, []byte(at.form), []byte(at.word), checkPage)
		if err != nil || n < checkPage {
			c.sum(foreign, "words that stand under a form that they do not have")
			return err
		}
	}
}

// checkPage is how many rows one statement reads.
const checkPage = 2_000

// sets reads all sets: whether each is sound, has documents only, and is found by the forms of its word. It takes the mark
// of each from what is due to its documents.
func (c *check) sets(ctx context.Context) error {
	var damaged, strangers, lost tally
	at := place{}
	for n := checkPage; n == checkPage; {
		n = 0
		err := c.db.Each(ctx, func(scan func(...any) error) error {
			var word, docs []byte
			if err := scan(&at.class, &word, &at.reach, &at.block, &docs); err != nil {
				return err
			}
			n++
			at.word = string(word)
			if what := faulty(docs, c.state.next-at.block<<blockBits); what != "" {
				damaged.add("that of %q (class %d, reach %d, block %d), which %s", at.word, at.class, at.reach, at.block, what)
				return nil
			}
			if !c.take(at, docs) {
				strangers.add("that of %q (class %d, reach %d, block %d)", at.word, at.class, at.reach, at.block)
			}
			for _, f := range formMarks(at.word, at.class.named()) {
				if !c.forms[maphash.Comparable(c.seed, form{f, at.word})] {
					lost.add("%q under %q", at.word, f)
				}
			}
			return nil
		}, `SELECT class, word, reach, block, docs FROM search_posting WHERE gen = $1 AND (class, word, reach, block) > ($2, $3, $4, $5)
			ORDER BY class, word, reach, block LIMIT $6`, c.state.gen, at.class, []byte(at.word), at.reach, at.block, checkPage)
		if err != nil {
			return err
		}
	}
	c.sum(damaged, "sets that are damaged")
	c.sum(strangers, "sets with numbers of no document")
	c.sum(lost, "words that are not found by a form of theirs")
	return nil
}

// take takes the mark of a set from its documents, and tells whether they are all there.
func (c *check) take(at place, docs []byte) bool {
	m, all := c.mark(at.posting), true
	for _, offset := range decode(docs) {
		num := at.block<<blockBits + int64(offset)
		due, there := c.due[num]
		if there {
			c.due[num] = due - m
		}
		all = all && there
	}
	return all
}

// settle names the documents to which something is still due, or from which too much was taken.
func (c *check) settle(ctx context.Context) error {
	n, first := 0, int64(0)
	for num, due := range c.due {
		if due == 0 {
			continue
		}
		if n++; n == 1 || num < first {
			first = num
		}
	}
	if n == 0 {
		return nil
	}
	var ref record.Ref
	err := c.db.Row(ctx, []any{&ref.Kind, &ref.ID}, `SELECT kind, record FROM search_doc WHERE gen = $1 AND num = $2`, c.state.gen, first)
	if err != nil && !errors.Is(err, fault.NotFound) {
		return err
	}
	c.found("documents that are not found by just their words: %d, the first is %s %s", n, ref.Kind, ref.ID)
	return nil
}
