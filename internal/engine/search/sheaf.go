package search

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"kontor.example/internal/engine/db"
)

// A sheaf collects the sets of one block of a rebuild, so that each is written once and in the order of the table.
type sheaf struct {
	gen    int64
	block  int64
	sets   map[wordFor]*ears
	spread *spreader
}

// A wordFor is a word and who may read it.
type wordFor struct {
	word  string
	reach int
}

// ears are the documents that have a word, by class, in rising order.
type ears struct {
	last  int // 1 + the last document, so that only its best class counts
	class [Tail + 1][]uint16
}

// add adds a document; they come in the order of their numbers.
func (s *sheaf) add(d *Document, offset uint16) {
	s.spread.postings(d, func(p posting) {
		who := wordFor{p.word, p.reach}
		e := s.sets[who]
		if e == nil {
			e = &ears{}
			s.sets[who] = e
		}
		if e.last == int(offset)+1 {
			return
		}
		e.last = int(offset) + 1
		e.class[p.class] = append(e.class[p.class], offset)
	})
}

// A stalk is a word with its documents.
type stalk struct {
	wordFor
	*ears
}

// stalks returns all words, in the order of their keys.
func (s *sheaf) stalks() []stalk {
	all := make([]stalk, 0, len(s.sets))
	for who, e := range s.sets {
		all = append(all, stalk{who, e})
	}
	slices.SortFunc(all, func(a, b stalk) int {
		return cmp.Or(strings.Compare(a.word, b.word), a.reach-b.reach)
	})
	return all
}

// write writes the sets and forms in the order of their keys.
func (s *sheaf) write(ctx context.Context, p *pace, transact func(context.Context, func(*db.DB) error) error) error {
	all := s.stalks()
	postings := batch{insert: insertPostings, transact: transact, pace: p}
	forms := batch{insert: insertForms, transact: transact, pace: p}
	for class := Title; class <= Tail; class++ {
		for _, w := range all {
			if list := w.class[class]; len(list) > 0 {
				docs := encode(list)
				if err := postings.add(ctx, len(docs), s.gen, class, []byte(w.word), w.reach, s.block, docs); err != nil {
					return err
				}
			}
		}
	}
	for _, f := range formsOf(all) {
		if err := forms.add(ctx, 0, s.gen, []byte(f.form), []byte(f.word)); err != nil {
			return err
		}
	}
	return errors.Join(postings.flush(ctx), forms.flush(ctx))
}

// formsOf returns all rows of search_form that the words need, in the order of their keys.
func formsOf(stalks []stalk) []form {
	var all []form
	for i, w := range stalks {
		named := len(w.class[Title]) > 0 || len(w.class[Alias]) > 0 || len(w.class[Name]) > 0 || len(w.class[Byname]) > 0
		if i > 0 && stalks[i-1].word == w.word && !named {
			continue
		}
		for _, f := range formMarks(w.word, named) {
			all = append(all, form{f, w.word})
		}
	}
	slices.SortFunc(all, func(a, b form) int {
		return cmp.Or(strings.Compare(a.form, b.form), strings.Compare(a.word, b.word))
	})
	return slices.Compact(all)
}

// A batch writes rows in transactions of this size at most.
const (
	batchRows  = 1_500
	batchBytes = 256 << 10
)

// A batch writes rows in short transactions.
type batch struct {
	insert   func(context.Context, *db.DB, []any) error
	transact func(context.Context, func(*db.DB) error) error
	pace     *pace
	values   []any
	rows     int
	bytes    int
}

func (b *batch) add(ctx context.Context, size int, values ...any) error {
	b.values = append(b.values, values...)
	b.rows++
	b.bytes += size
	if b.rows < b.pace.of(batchRows) && b.bytes < b.pace.of(batchBytes) {
		return nil
	}
	return b.flush(ctx)
}

func (b *batch) flush(ctx context.Context) error {
	values := b.values
	b.values, b.rows, b.bytes = b.values[:0], 0, 0
	if len(values) == 0 {
		return nil
	}
	return b.transact(ctx, func(tx *db.DB) error { return b.insert(ctx, tx, values) })
}
