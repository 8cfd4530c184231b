package search

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
)

// Apply brings some documents up to date in tx: it compares what the source says now with what was indexed and changes
// what differs. So it may be asked twice, late and in any order. From then on until tx ends nobody else writes to the
// index; a few documents at a time keep that short.
func (x *Index) Apply(ctx context.Context, tx *db.DB, refs []record.Ref) error {
	if len(refs) == 0 {
		return nil
	}
	s, err := lockState(ctx, tx)
	if err != nil {
		return fmt.Errorf("search: %w", err)
	}
	if s.building != 0 || !s.ours() {
		if err := note(ctx, tx, refs); err != nil {
			return fmt.Errorf("search: note changes: %w", err)
		}
		if !s.ours() { // a rebuild will come; these sets were made by other rules
			return nil
		}
	} else if refs, err = withNoted(ctx, tx, refs); err != nil {
		return fmt.Errorf("search: %w", err)
	}
	if err := x.bring(ctx, tx, s.gen, &s.next, refs); err != nil {
		return fmt.Errorf("search: apply: %w", err)
	}
	s.analyser = analyserVersion
	return s.save(ctx, tx)
}

// withNoted adds what a program with another analyser left.
func withNoted(ctx context.Context, tx *db.DB, refs []record.Ref) ([]record.Ref, error) {
	noted, err := takeNoted(ctx, tx, len(refs))
	return append(slices.Clip(refs), noted...), err
}

// bring brings documents up to date in one generation; next is the first free number there.
func (x *Index) bring(ctx context.Context, tx *db.DB, gen int64, next *int64, refs []record.Ref) error {
	refs = distinct(refs)
	before, err := readStored(ctx, tx, gen, refs)
	if err != nil {
		return err
	}
	documents, err := x.source.Documents(ctx, tx, refs)
	if err != nil {
		return err
	}
	r := revision{gen: gen, next: next, spread: newSpreader(), changes: map[place]*change{}}
	for i := range documents {
		now := x.store(&documents[i])
		at, asked := slices.BinarySearchFunc(refs, now.ref, compareRefs)
		if !asked {
			return fmt.Errorf("the source tells of %s %s, which nobody asked for, or twice", now.ref.Kind, now.ref.ID)
		}
		refs = slices.Delete(refs, at, at+1)
		old := before[now.ref]
		delete(before, now.ref)
		if err := r.revise(ctx, tx, old, &now, &documents[i]); err != nil {
			return err
		}
	}
	for _, old := range before { // those that are gone
		if err := r.revise(ctx, tx, old, nil, nil); err != nil {
			return err
		}
	}
	return r.write(ctx, tx)
}

func distinct(refs []record.Ref) []record.Ref {
	refs = slices.Clone(refs)
	slices.SortFunc(refs, compareRefs)
	return slices.Compact(refs)
}

func compareRefs(a, b record.Ref) int {
	return cmp.Or(strings.Compare(a.Kind, b.Kind), strings.Compare(string(a.ID), string(b.ID)))
}

func readStored(ctx context.Context, d *db.DB, gen int64, refs []record.Ref) (map[record.Ref]*stored, error) {
	found := map[record.Ref]*stored{}
	for some := range slices.Chunk(refs, listLength) {
		ids := make([]string, len(some))
		for i, r := range some {
			ids[i] = string(r.ID)
		}
		list, args := listed([]any{gen}, ids)
		rows, err := db.Collect(ctx, d, (*stored).columns,
			`SELECT `+storedColumns+` FROM search_doc WHERE gen = $1 AND record IN `+list, args...)
		if err != nil {
			return nil, err
		}
		for i := range rows {
			if slices.Contains(some, rows[i].ref) { // an id may name documents of two kinds
				found[rows[i].ref] = &rows[i]
			}
		}
	}
	return found, nil
}

// A place is where a row of postings stands.
type place struct {
	posting
	block int64
}

// A change is what is different at a place.
type change struct{ add, remove []uint16 }

// A revision collects what some documents change.
type revision struct {
	gen     int64
	next    *int64
	spread  *spreader
	changes map[place]*change
}

// revise writes one document and collects what changes in the sets. old or now is nil where there is none.
func (r *revision) revise(ctx context.Context, tx *db.DB, old, now *stored, d *Document) error {
	switch {
	case old != nil && now != nil && old.same(now):
		return nil
	case old != nil && now != nil && string(old.sort) == string(now.sort):
		now.num = old.num
	case now != nil: // a number never changes its place in the order
		now.num = *r.next
		*r.next++
	}
	was, err := r.was(old)
	if err != nil {
		return err
	}
	if now != nil {
		r.first(d, func(p posting) {
			if old != nil && old.num == now.num && was[p] {
				delete(was, p)
				return
			}
			c := r.at(p, now.num)
			c.add = append(c.add, offsetOf(now.num))
		})
	}
	for p := range was {
		c := r.at(p, old.num)
		c.remove = append(c.remove, offsetOf(old.num))
	}
	return r.replace(ctx, tx, old, now)
}

func (r *revision) was(old *stored) (map[posting]bool, error) {
	was := map[posting]bool{}
	if old == nil {
		return was, nil
	}
	d, err := old.document()
	if err != nil {
		return nil, err
	}
	r.first(&d, func(p posting) { was[p] = true })
	return was, nil
}

// first calls put with the postings that count.
func (r *revision) first(d *Document, put func(posting)) {
	seen := map[posting]bool{}
	r.spread.postings(d, func(p posting) {
		if who := (posting{word: p.word, reach: p.reach}); !seen[who] {
			seen[who] = true
			put(p)
		}
	})
}

func (r *revision) at(p posting, num int64) *change {
	at := place{p, blockOf(num)}
	c := r.changes[at]
	if c == nil {
		c = &change{}
		r.changes[at] = c
	}
	return c
}

func (r *revision) replace(ctx context.Context, tx *db.DB, old, now *stored) error {
	if old != nil {
		if _, err := tx.Exec(ctx, `DELETE FROM search_doc WHERE gen = $1 AND num = $2`, r.gen, old.num); err != nil {
			return err
		}
	}
	if now == nil {
		return nil
	}
	return insertStored(ctx, tx, r.gen, []stored{*now})
}

func insertStored(ctx context.Context, tx *db.DB, gen int64, docs []stored) error {
	values := make([]any, 0, 9*len(docs))
	for _, s := range docs {
		values = append(values, gen, s.num, s.ref.Kind, string(s.ref.ID), string(s.office), s.public, s.sort, s.facets, s.fields)
	}
	return insert(ctx, tx, `INSERT INTO search_doc (gen, num, kind, record, office, public, sort, facets, fields) VALUES `, 9, ``, values)
}

// write changes the sets.
func (r *revision) write(ctx context.Context, tx *db.DB) error {
	places := slices.SortedFunc(maps.Keys(r.changes), place.compare)
	sets, err := r.read(ctx, tx, places)
	if err != nil {
		return err
	}
	var postings, forms []any
	for _, at := range places {
		was, known := sets[at]
		c := r.changes[at]
		slices.Sort(c.add)
		docs := revise(was, c.add, c.remove)
		if len(docs) == 0 {
			if _, err := tx.Exec(ctx, `DELETE FROM search_posting WHERE gen = $1 AND class = $2 AND word = $3 AND reach = $4 AND block = $5`,
				r.gen, at.class, []byte(at.word), at.reach, at.block); err != nil {
				return err
			}
			continue
		}
		postings = append(postings, r.gen, at.class, []byte(at.word), at.reach, at.block, docs)
		if !known {
			for _, form := range formMarks(at.word, at.class.named()) {
				forms = append(forms, r.gen, []byte(form), []byte(at.word))
			}
		}
	}
	if err := insertPostings(ctx, tx, postings); err != nil {
		return err
	}
	return insertForms(ctx, tx, forms)
}

func (p place) compare(q place) int {
	return cmp.Or(cmp.Compare(p.class, q.class), strings.Compare(p.word, q.word), cmp.Compare(p.reach, q.reach), cmp.Compare(p.block, q.block))
}

func insertPostings(ctx context.Context, tx *db.DB, values []any) error {
	return insert(ctx, tx, `INSERT INTO search_posting (gen, class, word, reach, block, docs) VALUES `, 6,
		` ON CONFLICT (gen, class, word, reach, block) DO UPDATE SET docs = excluded.docs`, values)
}

func insertForms(ctx context.Context, tx *db.DB, values []any) error {
	return insert(ctx, tx, `INSERT INTO search_form (gen, form, word) VALUES `, 3, ` ON CONFLICT DO NOTHING`, values)
}

// read returns the sets that stand at places, those of one class, reach and block with one statement.
func (r *revision) read(ctx context.Context, tx *db.DB, places []place) (map[place][]byte, error) {
	words := map[place][]string{} // by place without its word
	for _, p := range places {
		group := p
		group.word = ""
		words[group] = append(words[group], p.word)
	}
	sets := map[place][]byte{}
	for group, all := range words {
		for some := range slices.Chunk(all, listLength) {
			list, args := listed([]any{r.gen, group.class, group.reach, group.block}, asBytes(some))
			err := tx.Each(ctx, func(scan func(...any) error) error {
				var word, docs []byte
				if err := scan(&word, &docs); err != nil {
					return err
				}
				at := group
				at.word = string(word)
				sets[at] = docs
				return nil
			}, `SELECT word, docs FROM search_posting WHERE gen = $1 AND class = $2 AND reach = $3 AND block = $4 AND word IN `+list, args...)
			if err != nil {
				return nil, err
			}
		}
	}
	return sets, nil
}

// fillDocs is how many documents Fill brings in one transaction.
const fillDocs = 200

// Fill brings the documents of part, one of the sources of the index, into an index that was never built: they are found
// before its first rebuild, which takes longer. An index that was built, or lost, stays as it is.
func (x *Index) Fill(ctx context.Context, part Source) error {
	s, err := readState(ctx, x.db)
	if err != nil || s.gen > 0 || !s.ours() {
		return err
	}
	var refs []record.Ref
	err = part.Each(ctx, x.db, func(d Document) error {
		refs = append(refs, record.Ref{Kind: d.Kind, ID: d.ID})
		return ctx.Err()
	})
	if err != nil {
		return fmt.Errorf("search: fill: %w", err)
	}
	for some := range slices.Chunk(refs, fillDocs) {
		if err := x.db.Tx(ctx, func(tx *db.DB) error { return x.Apply(ctx, tx, some) }); err != nil {
			return fmt.Errorf("fill: %w", err)
		}
	}
	return nil
}
