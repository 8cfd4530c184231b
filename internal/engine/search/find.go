package search

import (
	"context"
	"fmt"
	"slices"

	"kontor.example/internal/engine/record"
)

// atMost bounds offset and limit, so that their sum is a number.
const atMost = 1 << 30

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
	q.Offset, q.Limit = min(max(0, q.Offset), atMost), min(max(0, q.Limit), atMost)
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

func (s *search) free() {
	for _, set := range slices.Concat(s.sets, s.scope, []layered{s.whole, s.sees.mine}) {
		set.free()
	}
	if s.found != nil {
		s.found.free()
	}
}
