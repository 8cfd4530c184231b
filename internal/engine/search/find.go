package search

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"

	"kontor.example/internal/engine/record"
)

// maxMoved is how often a search begins again because a rebuild took its generation away under it.
const maxMoved = 3

// Find answers a query for the actor of ctx. Each stage is tried only if those before found nothing; words and tails are
// always looked for together, so that the total does not depend on the page. Facets and office narrow before anything is
// counted.
func (x *Index) Find(ctx context.Context, q Query) (Answer, error) {
	all, whole := words(q.Text)
	if len(all) == 0 {
		return Answer{}, nil
	}
	q.Offset, q.Limit = max(0, q.Offset), max(0, q.Limit)
	for moved := 0; ; moved++ {
		s, err := readState(ctx, x.db)
		if err != nil {
			return Answer{}, fmt.Errorf("search: %w", err)
		}
		a, err := x.find(ctx, s, q, all, whole)
		if err != nil {
			return Answer{}, fmt.Errorf("search: %w", err)
		}
		now, err := readState(ctx, x.db)
		if err != nil || now.gen == s.gen || moved == maxMoved {
			return a, err
		}
	}
}

func (x *Index) find(ctx context.Context, st state, q Query, all []asked, whole string) (Answer, error) {
	s := newSearch(x, st, q, record.ActorOf(ctx), all, whole)
	defer s.free()
	stage, err := s.stages(ctx)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Total: s.found.count(), Stage: stage}
	if a.Counts, err = s.counts(ctx); err != nil {
		return Answer{}, err
	}
	a.Hits, err = s.page(ctx)
	return a, err
}

// A search is one query under way.
type search struct {
	x     *Index
	state state
	q     Query
	sees  *visible

	asked  []asked
	sets   []layered           // what has each of the words
	whole  layered             // the titles that consist of them
	scope  []layered           // what each condition leaves
	reads  map[string][]target // which sets the rows of a word go to
	reason reason
	found  *result
}

// A target is a set that rows go to.
type target struct {
	set   layered
	class Class // instead of that of the row; 0 for that
}

func newSearch(x *Index, st state, q Query, actor record.Actor, all []asked, whole string) *search {
	s := &search{
		x: x, state: st, q: q, sees: visibleTo(actor), asked: all, whole: layered{}, reads: map[string][]target{},
		reason: newReason(all),
	}
	for range all {
		s.sets = append(s.sets, layered{})
	}
	s.read(whole, target{set: s.whole})
	for _, o := range s.sees.offices {
		s.read(officeMark(o), target{set: s.sees.mine})
	}
	if q.Office != "" {
		s.narrow([]string{officeMark(q.Office), officeMark(record.SharedOffice)})
	}
	for name, values := range q.Facets {
		var marks []string
		for _, v := range values {
			marks = append(marks, facetMark(name, v))
		}
		if len(marks) > 0 {
			s.narrow(marks)
		}
	}
	return s
}

// narrow leaves only what has one of some marks.
func (s *search) narrow(marks []string) {
	set := layered{}
	s.scope = append(s.scope, set)
	slices.Sort(marks)
	for _, m := range slices.Compact(marks) {
		s.read(m, target{set: set})
	}
}

// read has the rows of a word go to a set, too.
func (s *search) read(word string, t target) { s.reads[word] = append(s.reads[word], t) }

// stages tries one stage after the other until something is found.
func (s *search) stages(ctx context.Context) (Stage, error) {
	if err := s.readWords(ctx); err != nil {
		return "", err
	}
	if s.q.Complete {
		if err := s.readBeginnings(ctx); err != nil {
			return "", err
		}
		if s.evaluate() > 0 {
			return ByPrefix, nil
		}
	} else {
		if err := s.readTails(ctx); err != nil {
			return "", err
		}
		if n := s.evaluate(); n > s.found.total[Tail] {
			return ByWord, nil
		} else if n > 0 {
			return ByTail, nil
		}
		if err := s.readBeginnings(ctx); err != nil {
			return "", err
		}
		if s.evaluate() > 0 {
			return ByPrefix, nil
		}
	}
	if err := s.readSimilar(ctx); err != nil {
		return "", err
	}
	if s.evaluate() > 0 {
		return BySimilar, nil
	}
	return "", nil
}

// readWords reads the sets of all words that share a form with one that was asked for, and those of the conditions.
func (s *search) readWords(ctx context.Context) error {
	var all []string
	for i, a := range s.asked {
		for _, f := range a.forms {
			s.reach(f, i, 0)
			all = append(all, f)
		}
	}
	for some := range slices.Chunk(all, listLength) {
		list, args := listed([]any{s.state.gen}, asBytes(some))
		err := s.x.db.Each(ctx, func(scan func(...any) error) error {
			var form, word sql.RawBytes
			if err := scan(&form, &word); err != nil {
				return err
			}
			for i, a := range s.asked {
				if slices.Contains(a.forms, string(form)) {
					s.reach(string(word), i, 0)
				}
			}
			return nil
		}, `SELECT form, word FROM search_form WHERE gen = $1 AND form IN `+list, args...)
		if err != nil {
			return err
		}
	}
	if s.q.Complete {
		return s.readNamed(ctx)
	}
	return s.readListed(ctx, `SELECT word, class, reach, block, docs FROM search_posting
		WHERE gen = $1 AND class IN (1, 2, 3, 4) AND reach <= $2 AND word IN `)
}

// reach notes that an indexed word is one that was asked for.
func (s *search) reach(word string, asked int, class Class) {
	if s.reason.words[word]&(1<<asked) != 0 {
		return
	}
	s.reason.words[word] |= 1 << asked
	s.read(word, target{s.sets[asked], class})
}

// readNamed reads what was noted to be read, in titles and aliases.
func (s *search) readNamed(ctx context.Context) error {
	return s.readListed(ctx, `SELECT word, class, reach, block, docs FROM search_posting
		WHERE gen = $1 AND class IN (1, 2) AND reach <= $2 AND word IN `)
}

// readListed reads what was noted to be read, and forgets the notes.
func (s *search) readListed(ctx context.Context, q string) error {
	reads := s.reads
	s.reads = map[string][]target{}
	for some := range slices.Chunk(slices.Sorted(maps.Keys(reads)), listLength) {
		list, args := listed([]any{s.state.gen, s.sees.reach()}, asBytes(some))
		if err := s.each(ctx, func(word []byte) []target { return reads[string(word)] }, q+list, args...); err != nil {
			return err
		}
	}
	return nil
}

// readRange reads all words that begin in some way.
func (s *search) readRange(ctx context.Context, t target, q, prefix string) error {
	to := []target{t}
	return s.each(ctx, func([]byte) []target { return to }, q, s.state.gen, []byte(prefix), after(prefix), s.sees.reach())
}

func (s *search) each(ctx context.Context, targets func(word []byte) []target, q string, args ...any) error {
	var word, docs sql.RawBytes
	var class Class
	var reach int
	var block int64
	columns := []any{&word, &class, &reach, &block, &docs}
	return s.x.db.Each(ctx, func(scan func(...any) error) error {
		if err := scan(columns...); err != nil {
			return err
		}
		for _, t := range targets(word) {
			c := class
			if t.class != 0 {
				c = t.class
			}
			t.set.add(c, reach, block, docs)
		}
		return nil
	}, q, args...)
}

// readTails reads the long words that end as one that was asked for.
func (s *search) readTails(ctx context.Context) error {
	for i, a := range s.asked {
		for _, t := range a.tails {
			err := s.readRange(ctx, target{s.sets[i], Tail}, `SELECT word, class, reach, block, docs FROM search_posting
				WHERE gen = $1 AND class = 5 AND word >= $2 AND word < $3 AND reach <= $4`, backwardMark(t))
			if err != nil {
				return err
			}
		}
	}
	s.reason.tails = true
	return nil
}

// readBeginnings reads the words of titles and aliases that begin as the last one that was asked for.
func (s *search) readBeginnings(ctx context.Context) error {
	last := len(s.asked) - 1
	for _, p := range s.asked[last].spellings {
		if letters(p) <= prefixLetters {
			s.read(beginning(p), target{set: s.sets[last]})
			continue
		}
		err := s.readRange(ctx, target{set: s.sets[last]}, `SELECT word, class, reach, block, docs FROM search_posting
			WHERE gen = $1 AND class IN (1, 2) AND word >= $2 AND word < $3 AND reach <= $4`, p)
		if err != nil {
			return err
		}
	}
	s.reason.beginnings = true
	return s.readNamed(ctx)
}

// readSimilar reads the words of titles and aliases that are one mistake away from those that were asked for.
func (s *search) readSimilar(ctx context.Context) error {
	for i, a := range s.asked {
		sk := skeleton(a.spellings[0])
		if letters(sk) < minSkeleton {
			continue
		}
		head, tail, swapped := halves(sk)
		fore, back := skeletonMark(head), skeletonBackMark(reversed(tail))
		similar, err := s.similar(ctx, sk, fore, back, skeletonMark(swapped))
		if err != nil {
			return err
		}
		for _, w := range similar {
			s.reach(w, i, Similar)
		}
	}
	return s.readNamed(ctx)
}

// oneLetter is how many bytes a single mistake changes at most.
const oneLetter = 4

func (s *search) similar(ctx context.Context, sk, fore, back, swapped string) (words []string, err error) {
	length := len(sk) + 1
	for _, r := range []struct {
		from string
		to   []byte
	}{{fore, after(fore)}, {back, after(back)}, {swapped, []byte(swapped + "\x00")}} {
		err := s.x.db.Each(ctx, func(scan func(...any) error) error {
			var word sql.RawBytes
			if err := scan(&word); err != nil {
				return err
			}
			if near(sk, skeleton(string(word))) {
				words = append(words, string(word))
			}
			return nil
		}, `SELECT word FROM search_form WHERE gen = $1 AND form >= $2 AND form < $3 AND length(form) BETWEEN $4 AND $5`,
			s.state.gen, []byte(r.from), r.to, length-oneLetter, length+oneLetter)
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(words)
	return slices.Compact(words), nil
}

// evaluate puts the sets together, block by block, and returns how many documents have all words.
func (s *search) evaluate() int {
	for _, set := range slices.Concat(s.sets, s.scope, []layered{s.whole}) {
		set.settle(s.sees)
	}
	if s.found != nil {
		s.found.free()
	}
	s.found = &result{base: s.state.base, need: s.q.Offset + s.q.Limit}
	if len(s.q.Count) > 0 {
		s.found.hits = map[int64]*bitmap{}
	}
	fewest := slices.MinFunc(s.sets, func(a, b layered) int { return len(a) - len(b) })
	work := workspace{within: newBitmap(), all: newBitmap()}
	for range s.sets {
		work.upTo = append(work.upTo, newBitmap())
	}
	for _, block := range slices.Sorted(maps.Keys(fewest)) {
		s.block(block, &work)
	}
	work.free()
	return s.found.count()
}

// A workspace is what evaluating one block needs.
type workspace struct {
	within *bitmap   // what the conditions leave and no better class has taken
	all    *bitmap   // what has all words in some class or a better one
	upTo   []*bitmap // what has one of the words so
}

func (w *workspace) free() {
	for _, b := range append(w.upTo, w.within, w.all) {
		bitmaps.Put(b)
	}
}

func (s *search) block(block int64, w *workspace) {
	for _, set := range s.sets {
		if set[block] == nil {
			return
		}
	}
	if !s.within(block, w.within) {
		return
	}
	for _, b := range w.upTo {
		clear(b[:])
	}
	whole := s.whole.of(Title, block)
	var hits *bitmap
	if s.found.hits != nil {
		hits = newBitmap()
		s.found.hits[block] = hits
	}
	for class := Title; class <= Similar; class++ {
		changed := false
		for i, set := range s.sets {
			if b := set.of(class, block); b != nil {
				w.upTo[i].or(b)
				changed = true
			}
		}
		if !changed {
			continue
		}
		*w.all = *w.upTo[0]
		for _, b := range w.upTo[1:] {
			w.all.and(b)
		}
		for i, v := range w.all {
			if v &= w.within[i]; v == 0 {
				continue
			}
			w.within[i] &^= v
			if hits != nil {
				hits[i] |= v
			}
			first := block<<blockBits + int64(i)*64
			if class == Title && whole != nil {
				s.found.take(Whole, v&whole[i], first)
				v &^= whole[i]
			}
			s.found.take(class, v, first)
		}
	}
}

// within sets b to what all conditions leave, and reports whether that is anything.
func (s *search) within(block int64, b *bitmap) bool {
	for i := range b {
		b[i] = ^uint64(0)
	}
	for _, set := range s.scope {
		c := set.of(Title, block)
		if c == nil {
			return false
		}
		b.and(c)
	}
	return true
}

func (r *result) free() {
	for _, b := range r.hits {
		bitmaps.Put(b)
	}
}

func (s *search) free() {
	for _, set := range slices.Concat(s.sets, s.scope, []layered{s.whole, s.sees.mine}) {
		set.free()
	}
	if s.found != nil {
		s.found.free()
	}
}
